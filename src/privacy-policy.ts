import { isServer, type PropertyValues, type TemplateResult } from 'lit';
import { headingLevelOf, LOADING, PolicyAttributes } from './properties.ts';
import { Navigation } from './controllers/navigation.ts';
import { PolicyLoader } from './controllers/policy-loader.ts';
import type { ChangeSummary } from './core/diff/comparison.ts';
import type { PolicyError } from './core/model/errors.ts';
import type { Policy } from './core/model/policy.ts';
import type { WrappedLayout } from './core/model/wrapped-layout.ts';
import { ViewLoader } from './element/view-loader.ts';
import * as events from './events.ts';
import { isAhead, registerTranslation } from './i18n/index.ts';
import { linkableAddress, pageAddress, storageKeyOf, today } from './browser/page.ts';
import { adoptPrerendered } from './browser/dom/adopt-prerendered.ts';
import { arrival, findSource, parseScript, type PolicySource } from './browser/find-source.ts';
import { setCustomStates } from './browser/dom/custom-states.ts';
import { StructuredData } from './browser/dom/structured-data.ts';
import type { WrappedPage } from './browser/wrap/wrapped-page.ts';
import { prerenderedView } from './element/ssr-hook.ts';
import { UserActions } from './element/user-actions.ts';
import { Localization } from './element/localization.ts';
import { styles } from './styles/index.ts';
import { pageView } from './view/page.ts';
import { emptyViewState, type Mount, type Status, type ViewState } from './view/view-state.ts';

/**
 * Shows a privacy policy with contents and collapsible sections, and marks what changed since this
 * visitor last read it. What it remembers stays on the visitor's device.
 *
 * @slot - What is shown until the policy is there, and when it cannot be loaded; or the policy.
 * @slot title - Replaces the title.
 * @slot meta - Follows the dates under the title.
 * @slot footer - Follows the links at the end.
 */
export class PrivacyPolicyElement extends PolicyAttributes {
  static override styles = styles;
  /** Adds languages, for pages that have the element from a plain script and cannot import. */
  static readonly registerTranslation = registerTranslation;

  readonly #internals = this.attachInternals();
  readonly #prerendered = adoptPrerendered(this.shadowRoot, styles);
  #page: WrappedPage | null = null;
  #source: PolicySource | null = null;
  #layout: WrappedLayout | null = null;
  readonly #structuredData = new StructuredData();
  readonly #drawing = new ViewLoader();
  readonly #visit = new PolicyLoader(this, {
    expecting: () => this.#drawing.preloadPolicyViews(),
    comparing: () => this.#drawing.preloadChangeViews(),
    prepare: (policy) => this.#prepare(policy),
    loaded: (policy, fromMemory) => {
      this.dispatchEvent(new events.PolicyLoadEvent(policy, fromMemory));
      this.#navigation.arrive();
    },
    cleared: () => this.#navigation.clear(),
    changed: (summary) => this.dispatchEvent(new events.PolicyChangesEvent(summary)),
    worded: (error) => this.#speech.localizeError(error),
    failed: (error) => this.dispatchEvent(new events.PolicyErrorEvent(error)),
    mayRemember: (reason) => this.dispatchEvent(new events.PolicyRememberEvent(reason)),
  });
  readonly #navigation = new Navigation(this, {
    toggled: (id, expanded) => this.dispatchEvent(new events.PolicyToggleEvent(id, expanded)),
    mayFollow: (id) => {
      this.#visit.memory?.deliberate();
      return this.dispatchEvent(new events.PolicyNavigateEvent(id));
    },
    copied: () => this.#speech.announce(this.#speech.messages.t('linkCopied')),
    canPersist: () => this.#visit.memory?.canPersist ?? null,
  });
  readonly #speech = new Localization(this);
  readonly #actions = new UserActions(this, this.#visit, this.#navigation, this.#speech);
  #loading: Promise<void> = Promise.resolve();

  /** How far the policy is on its way to the screen. */
  get status(): Status {
    return this.#visit.status;
  }

  /** The policy on screen as plain data; null before. */
  get loadedPolicy(): Policy | null {
    return this.#visit.policy;
  }

  /** What differs from the visitor's last reading, or null; null, too, once that is marked as read. */
  get changeSummary(): ChangeSummary | null {
    const { read, summary } = this.#visit.review;
    return read === 'here' ? null : summary;
  }

  /** Day of the visitor's last reading before this one (ISO 8601), or null. */
  get lastSeen(): string | null {
    return this.#visit.memory?.lastSeen ?? null;
  }

  /** Why the policy could not be loaded, or null. */
  get error(): PolicyError | null {
    return this.#visit.error;
  }

  /** Resolves when the load under way has ended, well or not. Never rejects. */
  get complete(): Promise<void> {
    return (this.isConnected ? this.updateComplete : this.#loading).then(() => this.#loading);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.#visit.isInterrupted) void this.load();
    // What it writes into the page around it went as it left, and its children may be yet to come.
    this.requestUpdate();
    void parseScript(this.ownerDocument)?.then(() => this.requestUpdate());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#page?.mark(null);
    this.#structuredData.show(null);
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('expanded') && this.loadedPolicy) void this.#prepare(this.loadedPolicy);
    if (isServer || !LOADING.some((name) => changed.has(name))) return;
    this.#actions.translation.reset();
    void this.load();
  }

  protected override update(changed: PropertyValues): void {
    super.update(changed);
    this.#drawing.policy?.tidy(this);
    const { comparison, visible, read } = this.#visit.review;
    this.#drawing.style(this, this.#mount, comparison !== null);
    if (this.#layout && this.loadedPolicy)
      this.#page?.mark(this.isConnected && visible && read !== 'here' ? comparison : null);
    const isShown = this.structuredData && this.isConnected && this.status === 'ready';
    this.#structuredData.show(isShown ? this.loadedPolicy : null);
    const isChanged = comparison !== null && read !== 'here';
    setCustomStates(this.#internals, this.status, {
      changed: isChanged,
      'changes-visible': isChanged && visible,
      upcoming: isAhead(this.loadedPolicy?.effective, today()),
    });
  }

  /** Loads the policy again. Resolves when that has ended, well or not; never rejects. */
  load(): Promise<void> {
    // What a server drew is taken over as it is; and a script in the head comes before our children.
    const isUntouched = this.#prerendered !== undefined && !this.hasUpdated;
    const arriving = isUntouched ? this.updateComplete : arrival(this);
    if (arriving) {
      const waiting: Promise<void> = arriving.then(() =>
        this.#loading === waiting ? this.load() : undefined,
      );
      return (this.#loading = waiting);
    }
    const { chosen, original } = this.#actions.translation;
    this.#source = findSource(this, chosen ? { policy: null, src: chosen.url } : this);
    if (this.#source?.kind !== 'wrapped') this.#page?.release();
    const visit = this.#visit.load({
      source: this.#source,
      page: () => this.#wrap(),
      base: this.ownerDocument.baseURI,
      format: this.format,
      previousSrc: this.previousSrc,
      isTranslation: original !== null,
      compares: this.changes !== 'off' && !chosen,
      storage: chosen ? 'none' : this.storage,
      storageKey: this.#key(),
      overrides: {
        updated: this.lastUpdated,
        effective: this.effective,
        version: this.version,
        alternates: original && original.alternates,
        previousUrl: linkableAddress(this.previousSrc, this.ownerDocument.baseURI),
        idPrefix: this.idPrefix,
      },
    });
    return (this.#loading = visit.then(() => {
      this.#speech.announce(this.#drawing.policy?.arrival(this.#state()) ?? '');
    }));
  }

  /** Address of the source as a link may have it, or null. @internal */
  get address(): string | null {
    const address = this.#source?.kind === 'address' ? this.#source.address : null;
    return linkableAddress(address, this.ownerDocument.baseURI);
  }

  #key(): string {
    const given = this.storageKey as string | number | null;
    return `${given ?? ''}`.trim() || storageKeyOf(this.#source, this.ownerDocument.baseURI);
  }

  /** Where the sections are rendered. @internal */
  get sectionRoot(): HTMLElement | DocumentFragment {
    return this.renderRoot;
  }

  /** Where they are, when they stand in boxes of the page. @internal */
  get mounts(): readonly HTMLElement[] {
    return (this.#layout && this.#page?.mounts) ?? [];
  }

  /** Opens every section. */
  expandAll(): void {
    this.#navigation.disclosure.setAll(true);
  }

  /** Closes every section. */
  collapseAll(): void {
    this.#navigation.disclosure.setAll(false);
  }

  /** Opens the section with this id, or alias, and goes there; false when there is none. */
  goTo(id: string): boolean {
    return this.#navigation.goTo(id);
  }

  /** Goes to the next change; false when there is none. */
  nextChange(): boolean {
    return this.#actions.nextChange();
  }

  /** Goes to the change before; false when there is none. */
  previousChange(): boolean {
    return this.#actions.previousChange();
  }

  /** Remembers the text on screen as read, and takes the marks off. */
  markAsRead(): Promise<void> {
    return this.#actions.markAsRead();
  }

  /** Deletes what is remembered of this policy. */
  forget(): void {
    this.#visit.forget();
  }

  protected override render(): TemplateResult {
    return isServer
      ? prerenderedView(this)
      : pageView(this.#state(), this.#actions, this.#drawing.policy);
  }

  get #mount(): Mount {
    return this.#layout ? 'page' : this.lightContent ? 'light' : 'shadow';
  }

  #state(): ViewState {
    const { status, policy, error, showsError, savedOn, memory, review } = this.#visit;
    const { disclosure, current, target, position } = this.#navigation;
    const changes = review.moveTo(position, memory?.externalChange ?? 'no');
    const renderer = this.#drawing.changes;
    return {
      ...emptyViewState(this.#speech.messages),
      host: this,
      status,
      policy,
      error: error ?? this.#actions.retrying.error,
      retrying: this.#actions.retrying.error !== null,
      showError: showsError,
      address: this.address,
      newerOriginal: this.#actions.translation.newerOriginal(policy),
      page: pageAddress(this.ownerDocument.baseURI),
      origin: location.origin,
      images: this.images,
      hasFallback: !!this.textContent.trim(),
      prerendered: this.#prerendered ?? null,
      headingLevel: headingLevelOf(this.headingLevel),
      noTitle: this.noTitle || !(policy?.title || this.querySelector(':scope > [slot=title]')),
      toc: this.toc,
      mount: this.#mount,
      layout: this.#layout,
      mounts: this.mounts,
      closed: disclosure.closed,
      contentsOpen: this.#actions.contentsOpen,
      current,
      target,
      changes: changes && renderer && { ...changes, renderer },
      memory: memory?.state ?? null,
      storage: this.storage === 'none' ? 'off' : memory?.available ? 'on' : 'blocked',
      today: today(),
      savedOn,
      offline: !navigator.onLine,
      announcement: this.#speech.announcement,
    };
  }

  async #wrap(): Promise<WrappedPage> {
    const { WrappedPage } = await import('./browser/wrap/wrapped-page.ts');
    return (this.#page ??= new WrappedPage(this, () => void this.load()));
  }

  async #prepare(policy: Policy): Promise<void> {
    this.#navigation.prepare(policy, this.#visit.review.comparison, {
      expanded: this.expanded || 'all',
      key: this.storage === 'none' ? null : this.#key(),
    });
    await this.#speech.translated;
    // The page's text is not to be seen in slots that are not drawn yet; it may come after this one.
    this.#layout = (this.#source?.kind === 'wrapped' && this.#page?.assignSlots(policy)) || null;
    await this.#drawing.prerenderSections(policy, this.#state(), this.#actions);
  }
}
