import { focusFirst } from '../browser/dom/query-parts.ts';
import { today } from '../browser/page.ts';
import type { PolicyError } from '../core/model/errors.ts';
import type { Alternate, HistoryEntry } from '../core/model/policy.ts';
import type { ViewActions, ViewState } from '../view/view-state.ts';
import type { ActionContext, ActionHost, ChangeActions } from './change-actions.ts';
import { LanguageChoice } from './language-choice.ts';
import type { VersionActions } from './version-actions.ts';
import type { ViewLoader } from './view-loader.ts';

/** The objects that a visitor's actions use. */
export interface UserActionContext extends ActionContext {
  readonly views: ViewLoader;
}

/** Implements the actions of the element's controls. */
export class UserActions implements ViewActions {
  readonly #element: ActionHost;
  readonly #context: UserActionContext;
  #changeActions: ChangeActions | null = null;
  /** The translation that the visitor chose. */
  readonly translation = new LanguageChoice();
  /** Opens other versions, or null until the visitor requests one. */
  versions: VersionActions | null = null;
  #loadingVersions: Promise<VersionActions> | null = null;
  /** Whether the table of contents is open, in layouts where it starts closed. */
  contentsOpen = false;
  /** The error whose "Try again" is in progress, or null. */
  retriedError: PolicyError | null = null;
  /** Whether the last attempt to save a copy failed. */
  copyFailed = false;
  /** Address that the visitor allowed the source to redirect to, or null. */
  allowedRedirect: string | null = null;

  constructor(element: ActionHost, context: UserActionContext) {
    this.#element = element;
    this.#context = context;
  }

  /** The actions on changes, or null until the code for changes is loaded. */
  get #changes(): ChangeActions | null {
    const { ChangeActions } = this.#context.views;
    if (ChangeActions) this.#changeActions ??= new ChangeActions(this.#element, this.#context);
    return this.#changeActions;
  }

  /** Returns whether visits are remembered if the element's `storage` has this value. */
  storageState(storage: string): ViewState['storage'] {
    if (storage === 'none') return 'off';
    if (this.translation.chosen || this.versions?.loaded) return 'paused';
    return this.#context.memory.isAvailable ? 'on' : 'blocked';
  }

  toggle(key: string): void {
    this.#context.memory.noteInteraction();
    this.#context.disclosure.toggle(key);
  }

  toggleAll(): void {
    const { disclosure, memory } = this.#context;
    memory.noteInteraction();
    disclosure.setAll(disclosure.closed.size > 0);
  }

  toggleContents(): void {
    this.contentsOpen = !this.contentsOpen;
    this.#element.requestUpdate();
  }

  follow(event: MouseEvent, id: string, isPermalink = false): void {
    this.#context.navigation.follow(event, id, isPermalink);
  }

  chooseLanguage(event: MouseEvent, alternate: Alternate): void {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    void this.#translate(alternate);
  }

  nextChange(): boolean {
    return this.#changes?.step(1) ?? false;
  }

  previousChange(): boolean {
    return this.#changes?.step(-1) ?? false;
  }

  goToChange(position: number): void {
    this.#changes?.goTo(position);
  }

  showChanges(visible: boolean): void {
    void this.#changes?.show(visible);
  }

  showOffered(): void {
    void this.#changes?.acceptOffer();
  }

  /** Stores the text on screen as read, and hides the marks. */
  async markAsRead(): Promise<void> {
    const { loader, announcer, localization } = this.#context;
    // If the reading is open, do not wait: the visitor may leave the page at any moment.
    const reading = loader.reading ?? (await loader.openReading());
    if (!reading) return;
    if (!(await reading.markAsRead())) {
      if (reading.state?.isTooLong) announcer.announce(localization.messages.t('remembersTooLong'));
      return;
    }
    announcer.announce('');
    if (this.#changes) await this.#changes.acknowledge();
    else loader.review.acknowledge('here');
  }

  undoMarkAsRead(): void {
    void this.#changes?.undo();
  }

  showAgain(): void {
    void this.#comparing(this.#context.loader.compareWithReadingBefore());
  }

  openVersion(event: MouseEvent, entry: HistoryEntry): void {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    void this.#withVersions((versions) => versions.open(entry)).catch(() => {
      // If the code cannot be loaded, the link leads to the file of the version.
      if (entry.url) location.assign(entry.url);
    });
  }

  openForeignVersion(): void {
    this.versions?.openForeign();
  }

  showCurrent(): void {
    void this.versions?.showCurrent();
  }

  compareWithCurrent(): void {
    void this.versions?.compareWithCurrent();
  }

  /** Resets the visitor's choices. Called when the page sets another policy. */
  reset(): void {
    const { historySrc } = this.#element;
    this.translation.reset();
    this.allowedRedirect = null;
    this.copyFailed = false;
    this.versions?.reset();
    if (historySrc)
      this.#withVersions((versions) => versions.loadHistory(historySrc)).catch(() => {});
  }

  /**
   * Runs the command in a hash. Returns false if the hash is not a command. It may then be the id
   * of a section.
   */
  followHash(hash: string): boolean {
    const { loader } = this.#context;
    if (hash === 'policy-changes') {
      const changes = this.#changes;
      if (!loader.review.offered) return changes?.goTo(1) ?? false;
      void changes?.acceptOffer().then(() => changes.goTo(1));
      return true;
    }
    const [, kind, name] = /^policy-(version|since)=(.+)$/.exec(hash) ?? [];
    if (kind && name) {
      const { historySrc } = this.#element;
      this.#withVersions((versions) => versions.followHash(kind, name, historySrc)).catch(() => {});
      return true;
    }
    this.versions?.leaveHash();
    return false;
  }

  saveCopy(): void {
    void this.#saveCopy();
  }

  compareWith({ url, date }: HistoryEntry): void {
    if (url) void this.#comparing(this.#context.loader.compareWithVersion(url, date));
  }

  forget(): void {
    const element = this.#element;
    this.#context.loader.forget();
    void element.updateComplete.then(() => focusFirst(element, '.memory:last-of-type > summary'));
  }

  retry(): void {
    void this.#retry();
  }

  followRedirect(address: string): void {
    this.allowedRedirect = address;
    void this.#retry();
  }

  print(): void {
    print();
  }

  /** Focuses the banner once a comparison that the visitor requested is on screen. */
  async #comparing(comparison: Promise<void>): Promise<void> {
    await comparison;
    this.#changes?.focusBanner();
  }

  async #saveCopy(): Promise<void> {
    const { loader, localization, announcer } = this.#context;
    const { policy } = loader.state;
    if (!policy) return;
    try {
      const { saveCopy } = await import('./save-copy.ts');
      await saveCopy(policy, this.#element.address, today(), localization.messages);
      this.copyFailed = false;
    } catch {
      this.copyFailed = true;
      announcer.announce(localization.messages.t('copyFailed'));
    }
    this.#element.requestUpdate();
  }

  /**
   * Loads the code for versions if necessary, and runs `act` with it. Rejects if loading fails. The
   * next call then tries again.
   */
  async #withVersions(act: (versions: VersionActions) => Promise<void>): Promise<void> {
    this.#loadingVersions ??= import('./version-actions.ts').then(
      ({ VersionActions }) => new VersionActions(this.#element, this.#context),
    );
    try {
      this.versions = await this.#loadingVersions;
    } catch (error) {
      this.#loadingVersions = null;
      throw error;
    }
    await act(this.versions);
  }

  /**
   * Loads the policy again. The error and its button stay on screen until the load has finished.
   */
  async #retry(): Promise<void> {
    const element = this.#element;
    this.retriedError = element.error;
    element.requestUpdate();
    await element.load();
    this.retriedError = null;
    element.requestUpdate();
    await element.updateComplete;
    if (element.status === 'ready') focusFirst(element, '[part~="title"], [part~="toggle"]');
  }

  /**
   * Shows the policy in another language. The section being read and the closed sections stay the
   * same.
   */
  async #translate(alternate: Alternate): Promise<void> {
    const { loader, navigation, disclosure, localization } = this.#context;
    const { policy } = loader.state;
    const index = policy?.sections.findIndex(({ id }) => id === navigation.current) ?? -1;
    this.translation.choose(alternate, policy, this.#element.address);
    localization.choose(this.translation.chosen?.language ?? null);
    disclosure.carryOver();
    await this.#element.load();
    const section = loader.state.policy?.sections[index];
    if (section) navigation.goTo(section.id);
  }
}
