import { isServer, type PropertyValues, type TemplateResult } from 'lit';
import { headingLevelOf, RELOAD_PROPERTIES, PolicyAttributes } from './properties.ts';
import { Disclosure } from './controllers/disclosure.ts';
import { Navigation } from './controllers/navigation.ts';
import { PolicyLoader } from './controllers/policy-loader.ts';
import { VisitMemory } from './controllers/visit-memory.ts';
import type { ChangeSummary, Comparison } from './core/diff/comparison.ts';
import type { PolicyError } from './core/model/errors.ts';
import type { Policy } from './core/model/policy.ts';
import type { WrappedLayout } from './core/model/wrapped-layout.ts';
import { Announcer } from './element/announcer.ts';
import { createLoadRequest, readingKey } from './element/load-request.ts';
import { Localization } from './element/localization.ts';
import { UserActions } from './element/user-actions.ts';
import { ViewLoader } from './element/view-loader.ts';
import { isAhead, registerTranslation } from './i18n/index.ts';
import { hasLinkTo, linkableAddress, pageAddress, today } from './browser/page.ts';
import { adoptPrerendered } from './browser/dom/adopt-prerendered.ts';
import {
  childrenParsed,
  documentParsed,
  findSource,
  type PolicySource,
} from './browser/find-source.ts';
import { setCustomStates } from './browser/dom/custom-states.ts';
import { StructuredData } from './browser/dom/structured-data.ts';
import { queryAllInDocument } from './browser/dom/unclobbered.ts';
import type { WrappedPage } from './browser/wrap/wrapped-page.ts';
import { styles } from './styles/index.ts';
import { arrivalSentence } from './view/announcement.ts';
import { pageView } from './view/page.ts';
import { ssrShellView } from './view/ssr-shell.ts';
import type { Status } from './view/status.ts';
import { emptyViewState, type Mount, type ViewState } from './view/view-state.ts';

/**
 * Shows a privacy policy with contents and collapsible sections, and marks what changed since this
 * visitor last read it. Readings are stored on the visitor's device only.
 *
 * @slot - Fallback content, shown until the policy loads and if loading fails; or the policy itself, as HTML.
 * @slot title - Replaces the title.
 * @slot meta - Shown after the dates, under the title.
 * @slot footer - Shown after the links at the end.
 */
export class PrivacyPolicyElement extends PolicyAttributes {
  static override styles = styles;
  /** Adds a translation. For pages that load the element with a plain script and cannot import. */
  static readonly registerTranslation = registerTranslation;

  /** Renders a policy synchronously. Set by `server.ts`, null in browsers. @internal */
  static renderPolicyOnServer: ((element: PolicyAttributes) => unknown) | null = null;

  readonly #internals = this.attachInternals();
  readonly #prerendered = adoptPrerendered(this.shadowRoot, styles);
  #page: WrappedPage | null = null;
  #source: PolicySource | null = null;
  #layout: WrappedLayout | null = null;
  #loading: Promise<void> = Promise.resolve();
  readonly #structuredData = new StructuredData();
  readonly #views = new ViewLoader();
  readonly #announcer = new Announcer(this);
  readonly #localization = new Localization(this);
  readonly #memory = new VisitMemory(this);
  readonly #disclosure = new Disclosure(this, this.#memory);
  readonly #navigation = new Navigation(this, {
    disclosure: this.#disclosure,
    memory: this.#memory,
    onHash: (hash) => this.#followHash(hash),
    onCopy: () => this.#announcer.announce(this.#localization.messages.t('linkCopied')),
  });
  readonly #loader = new PolicyLoader(
    this,
    this.#memory,
    {
      preloadChangeViews: () => this.#views.preloadChangeViews(),
      setPolicy: (policy, comparison) => this.#setPolicy(policy, comparison),
      announce: () => this.#announce(),
    },
    this.#localization,
  );
  readonly #actions = new UserActions(this, {
    loader: this.#loader,
    memory: this.#memory,
    navigation: this.#navigation,
    disclosure: this.#disclosure,
    localization: this.#localization,
    announcer: this.#announcer,
    views: this.#views,
  });

  /**
   * Loading state. `stale`: loading failed and an earlier copy is on screen. `empty`: the document
   * has no text.
   */
  get status(): Status {
    return this.#loader.state.status;
  }

  /** The policy on screen, as plain data, or `null`. */
  get loadedPolicy(): Policy | null {
    return this.#loader.state.policy;
  }

  /**
   * Summary of what changed since the visitor last read the policy. `null` if nothing changed, or
   * once the changes are marked as read.
   */
  get changeSummary(): ChangeSummary | null {
    const { read, summary, offered } = this.#loader.review;
    return read === 'here' ? null : (summary ?? offered?.summary ?? null);
  }

  /** Day on which the visitor last read the policy, before this visit (ISO 8601), or `null`. */
  get lastSeen(): string | null {
    return this.#memory.reading?.lastSeen ?? null;
  }

  /** The reason why the policy could not be loaded, or `null`. */
  get error(): PolicyError | null {
    return this.#loader.state.error;
  }

  /** Resolves when the current load has finished, successfully or not. Never rejects. */
  get complete(): Promise<void> {
    return (this.isConnected ? this.updateComplete : this.#loading).then(() => this.#loading);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.#loader.isInterrupted) void this.load();
    // Restore the marks and structured data. Update again once the element's children are parsed.
    this.requestUpdate();
    void documentParsed(this.ownerDocument)?.then(() => this.requestUpdate());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#page?.mark(null);
    this.#structuredData.show(null);
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('expanded') && this.loadedPolicy)
      this.#startNavigation(this.loadedPolicy, this.#loader.review.comparison);
    if (isServer || !RELOAD_PROPERTIES.some((name) => changed.has(name))) return;
    this.#actions.reset();
    this.#localization.choose(null);
    void this.load();
  }

  protected override scheduleUpdate(): void | Promise<unknown> {
    const rendering = this.#views.prerender(this.loadedPolicy, () => this.#state(), this.#actions);
    if (!rendering) return super.scheduleUpdate();
    return rendering.then(() => {
      const updating = super.scheduleUpdate();
      void this.#views.layOut(this);
      return updating;
    });
  }

  protected override update(changed: PropertyValues): void {
    super.update(changed);
    const { comparison, summary, visible, read } = this.#loader.review;
    this.#views.afterRender(this, this.#mount, comparison !== null);
    if (this.#layout && this.loadedPolicy)
      this.#page?.mark(this.isConnected && visible && read !== 'here' ? comparison : null);
    const isShown = this.structuredData && this.isConnected && this.status === 'ready';
    this.#structuredData.show(isShown ? this.loadedPolicy : null);
    const isChanged = comparison !== null && read !== 'here';
    setCustomStates(this.#internals, this.status, {
      changed: isChanged && summary!.material,
      'changes-visible': isChanged && visible,
      upcoming: isAhead(this.loadedPolicy?.effective, today()),
    });
  }

  /**
   * Loads the policy again. Resolves when loading has finished, even if it failed. Never rejects.
   */
  load(): Promise<void> {
    // Wait until server-rendered markup is hydrated, or until the children are parsed.
    const isUntouched = this.#prerendered !== undefined && !this.hasUpdated;
    const arriving = isUntouched ? this.updateComplete : childrenParsed(this);
    if (arriving) {
      const waiting: Promise<void> = arriving.then(() =>
        this.#loading === waiting ? this.load() : undefined,
      );
      return (this.#loading = waiting);
    }
    const { chosen } = this.#actions.translation;
    this.#source = findSource(this, chosen ? { policy: null, src: chosen.url } : this);
    if (this.#source?.kind !== 'wrapped') this.#page?.release();
    const request = createLoadRequest(this, this.#source, this.#actions, () => this.#wrap());
    const loading = this.#loader.load(request);
    return (this.#loading = loading.then(() => {
      this.#navigation.arrive();
      this.#announce();
    }));
  }

  /** Address of the source, if it is safe to link to, or null. @internal */
  get address(): string | null {
    const address = this.#source?.kind === 'address' ? this.#source.address : null;
    return linkableAddress(address, this.baseURI);
  }

  /** Origin of the text on screen. Empty for a copy from an earlier visit. */
  #sourceOrigin(): string {
    if (this.#source?.kind !== 'address') return location.origin;
    const base = this.#loader.text?.options.base;
    return base ? new URL(base).origin : '';
  }

  /** The root that the sections are rendered in. @internal */
  get sectionRoot(): HTMLElement | DocumentFragment {
    return this.renderRoot;
  }

  /** The boxes of the page that sections are rendered into, for a wrapped page. @internal */
  get mounts(): readonly HTMLElement[] {
    return (this.#layout && this.#page?.mounts) ?? [];
  }

  /** Opens all sections. */
  expandAll(): void {
    this.#disclosure.setAll(true);
  }

  /** Closes all sections. */
  collapseAll(): void {
    this.#disclosure.setAll(false);
  }

  /**
   * Opens the section with this id or alias and scrolls to it. Returns `false` if there is no such
   * section.
   */
  goTo(id: string): boolean {
    return this.#navigation.goTo(id);
  }

  /** Goes to the next change. Returns `false` if no further change is marked. */
  nextChange(): boolean {
    return this.#actions.nextChange();
  }

  /** Goes to the previous change. Returns `false` if there is no earlier change. */
  previousChange(): boolean {
    return this.#actions.previousChange();
  }

  /** Stores the text on screen as read, and hides the marks. */
  markAsRead(): Promise<void> {
    return this.#actions.markAsRead();
  }

  /** Deletes everything stored about this policy. */
  forget(): void {
    this.#loader.forget();
  }

  protected override render(): TemplateResult {
    return isServer
      ? ssrShellView(this.toc, PrivacyPolicyElement.renderPolicyOnServer?.(this))
      : pageView(this.#state(), this.#actions);
  }

  get #mount(): Mount {
    return this.#layout ? 'page' : this.lightContent ? 'light' : 'shadow';
  }

  #state(): ViewState {
    const { state, showsError, firstHistory, review } = this.#loader;
    const { reading } = this.#memory;
    const { current, target, position } = this.#navigation;
    const changes = review.stateAt(position, reading?.externalChange ?? 'no');
    const renderer = this.#views.changes;
    const { retriedError, translation, versions, contentsOpen, copyFailed } = this.#actions;
    return {
      ...emptyViewState(this.#localization.messages),
      ...state,
      host: this,
      error: state.error ?? retriedError,
      retrying: retriedError !== null,
      copyFailed,
      showError: showsError,
      address: this.address,
      olderTranslation: translation.olderTranslation(state.policy),
      binding: translation.binding(state.policy),
      page: pageAddress(this.baseURI),
      origin: location.origin,
      sourceOrigin: this.#sourceOrigin(),
      images: this.images,
      hasFallback: !!this.textContent.trim(),
      hasFallbackLink: state.error !== null && hasLinkTo(this, this.address),
      prerendered: this.#prerendered ?? null,
      headingLevel: headingLevelOf(this.headingLevel),
      noTitle:
        this.noTitle || !(state.policy?.title || this.querySelector(':scope > [slot=title]')),
      toc: this.toc,
      mount: this.#mount,
      layout: this.#layout,
      wrapped: this.#views.wrapped,
      mounts: this.mounts,
      closed: this.#disclosure.closed,
      contentsOpen,
      current,
      target,
      changes: changes && renderer && { ...changes, renderer },
      versionBar: versions?.view ?? null,
      firstHistory,
      ...review.lateState,
      memory: reading?.state ?? null,
      storage: this.#actions.storageState(this.storage),
      today: today(),
      offline: !navigator.onLine,
      announcement: this.#announcer.announcement,
    };
  }

  /** Runs the command in a hash, unless it is for the page's first element, which shows changes. */
  #followHash(hash: string): boolean {
    const [first] = queryAllInDocument<PrivacyPolicyElement>(this.localName);
    const isOther = hash.startsWith('policy-') && first && first !== this;
    return !(isOther && first.changeSummary) && this.#actions.followHash(hash);
  }

  #announce(): void {
    this.#announcer.announce(arrivalSentence(this.#state()));
  }

  async #wrap(): Promise<WrappedPage> {
    const Page = await this.#views.loadWrappedPage();
    return (this.#page ??= new Page(this, () => void this.load()));
  }

  #setPolicy(policy: Policy | null, comparison: Comparison | null): void {
    if (!policy) this.#navigation.clear();
    else this.#startNavigation(policy, comparison);
    const isWrapped = policy !== null && this.#source?.kind === 'wrapped';
    this.#layout = (isWrapped && this.#page?.assignSlots(policy)) || null;
  }

  #startNavigation(policy: Policy, comparison: Comparison | null): void {
    this.#navigation.setPolicy(policy, comparison, {
      expanded: this.expanded || 'all',
      key: this.storage === 'none' ? null : readingKey(this, this.#source),
    });
  }
}
