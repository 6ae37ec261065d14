import { percentDecode } from '../core/model/links.ts';
import { ownEntry, unnamedVersion, type HistoryEntry, type Policy } from '../core/model/policy.ts';
import { focusFirst } from '../browser/dom/query-parts.ts';
import { scrollSmoothly } from '../browser/dom/scroll.ts';
import { queryAllInDocument } from '../browser/dom/unclobbered.ts';
import { loadHistory } from '../browser/load-history.ts';
import type { LoadedPolicy } from '../browser/load-policy.ts';
import { pageWithoutHash } from '../browser/page.ts';
import { withTimeout } from '../browser/timeout.ts';
import type { ScreenState } from '../view/screen-state.ts';
import { versionBarView, versionSentence, type VersionBarState } from '../view/version-bar.ts';
import type { ActionContext, ActionHost } from './change-actions.ts';

/** A hash in the page's address, and whether an element has the version that the hash names. */
interface Answer {
  readonly hash: string;
  readonly hasVersion: Promise<boolean>;
}

/** The last answer of each element. */
const answers = new WeakMap<Element, Answer>();

/**
 * Opens other versions of the policy inside the element. This chunk is loaded when the visitor
 * first requests another version.
 */
export class VersionActions {
  readonly #host: ActionHost;
  readonly #context: ActionContext;
  #bar: VersionBarState = { shown: null, isCompared: false, notice: null };
  /** The loaded version to show instead of the current one, or null. */
  loaded: LoadedPolicy | null = null;
  /** The current policy, while another version is on screen. */
  #current: Policy | null = null;
  /** The versions listed by `history-src`. */
  #listed: readonly HistoryEntry[] = [];
  /** The version that a hash named and that is on another origin, or null. */
  #foreign: HistoryEntry | null = null;
  /** Whether the version on screen is in the page's hash, so that another hash closes it. */
  #openedByHash = false;
  /** Aborts the load of a version when another one is requested. */
  #abort = new AbortController();

  constructor(host: ActionHost, context: ActionContext) {
    this.#host = host;
    this.#context = context;
  }

  /** Renders the bar above the text. Null if no bar is shown. */
  get view(): ScreenState['versionBar'] {
    const bar = this.#bar;
    const { loader, localization } = this.#context;
    // Until the version is on screen, the text is still the current one.
    const isOnScreen = bar.shown && loader.state.policy !== this.#current;
    if (!isOnScreen && !bar.notice) return null;
    return (upcoming, actions) => versionBarView(bar, upcoming, localization.messages, actions);
  }

  /** Loads the list of versions at `history-src`, and shows it below the policy. Never rejects. */
  async loadHistory(address: string): Promise<void> {
    const { loader } = this.#context;
    try {
      this.#listed = await loadHistory(address, this.#host.baseURI, withTimeout());
    } catch {
      // The history is optional: the policy is shown without it.
    }
    loader.setHistory(this.#listed);
  }

  /** Opens a version in place of the text on screen. */
  async open(entry: HistoryEntry): Promise<void> {
    if (!entry.url) return;
    const { loader, localization, announcer } = this.#context;
    this.#abort.abort();
    const { signal } = (this.#abort = new AbortController());
    const loaded = await loader.loadVersion(entry.url, signal);
    if (signal.aborted) return;
    if (!loaded) return this.#notify({ failed: entry.url });
    this.#current ??= loader.state.policy;
    this.loaded = loaded;
    const { version, updated } = loaded.policy;
    const versions = [entry, ...(this.#current?.history ?? [])];
    const listed = versions.find((each) => each.url === entry.url && nameOf(each));
    // The name of a version that is not listed is in its text only, so no hash can refer to it.
    const shown = listed ?? { ...entry, version, date: updated };
    if (listed) this.#writeHash(`policy-version=${nameOf(listed)}`);
    this.#bar = { shown, isCompared: false, notice: null };
    await this.#host.load();
    if (signal.aborted) return;
    this.#arrive();
    announcer.announce(versionSentence(shown, localization.messages));
  }

  /** Returns to the current version. */
  async showCurrent(): Promise<void> {
    this.#abort.abort();
    if (!this.#bar.shown) return;
    this.#reset();
    this.#writeHash('');
    await this.#host.load();
    focusFirst(this.#host, '[part~="title"], [part~="toggle"]');
  }

  /**
   * Compares the version on screen with the current one. If it is an earlier version, shows the
   * current one instead, and marks what has changed since. If it is a future version, it stays on
   * screen, and marks show what it will change.
   */
  async compareWithCurrent(): Promise<void> {
    const { loader } = this.#context;
    const { shown } = this.#bar;
    const current = this.#current;
    if (!shown || !current) return;
    if (isComing(shown, current)) {
      await loader.compareWithPolicy(current, current.updated);
      this.#bar = { ...this.#bar, isCompared: true };
      this.#host.requestUpdate();
      return;
    }
    this.#reset();
    await this.#host.load();
    await this.#compareSince(shown);
  }

  /**
   * Opens the version that a hash named and that is on another origin. Called when the visitor
   * agrees.
   */
  openForeign(): void {
    if (this.#foreign) void this.open(this.#foreign);
  }

  /** Handles `#policy-version=…` and `#policy-since=…`. */
  async followHash(kind: string, name: string, historySrc: string | null): Promise<void> {
    const { shown } = this.#bar;
    // Opening a version sets the hash, so this is called again once the version's text has loaded.
    if (kind === 'version' && shown && nameOf(shown) === name) return;
    const finding = this.#find(name, historySrc);
    const isOwn = await isAnswering(this.#host, {
      hash: `${kind}=${name}`,
      hasVersion: finding.then(({ entry, isCurrent }) => isCurrent || Boolean(entry?.url)),
    });
    const { entry, isCurrent } = await finding;
    if (!isOwn || isCurrent || !entry?.url) {
      if (this.#bar.shown) await this.showCurrent();
      return !isOwn || isCurrent ? undefined : this.#notify('unknown');
    }
    if (!this.#isTrusted(entry)) {
      this.#foreign = entry;
      return this.#notify({ address: entry.url });
    }
    this.#openedByHash = true;
    if (kind === 'version') return this.open(entry);
    if (this.#bar.shown) {
      this.#reset();
      await this.#host.load();
    }
    await this.#compareSince(entry);
  }

  /** Finds a version by its number or date. Also returns whether it is the current version. */
  async #find(
    name: string,
    historySrc: string | null,
  ): Promise<{ readonly entry: HistoryEntry | undefined; readonly isCurrent: boolean }> {
    if (historySrc && !this.#listed.length) await this.loadHistory(historySrc);
    const policy = this.#current ?? this.#context.loader.state.policy;
    if (!policy) return { entry: undefined, isCurrent: false };
    const entry = versionsOf(policy).find((each) => nameOf(each) === name);
    const isCurrent = entry
      ? entry === ownEntry(policy)
      : policy.version === name || policy.updated === name;
    return { entry, isCurrent };
  }

  /** Returns to the current version when the hash no longer names another one. */
  leaveHash(): void {
    if (this.#bar.shown && this.#openedByHash) void this.showCurrent();
  }

  /**
   * Forgets the list of versions and the opened version. Called when the page sets another policy.
   */
  reset(): void {
    this.#abort.abort();
    this.#listed = [];
    this.#context.loader.setHistory([]);
    this.#reset();
  }

  #reset(): void {
    this.#bar = { shown: null, isCompared: false, notice: null };
    this.loaded = null;
    this.#current = null;
    this.#openedByHash = false;
  }

  async #compareSince(entry: HistoryEntry): Promise<void> {
    await this.#context.loader.compareWithVersion(entry.url!, entry.date);
    this.#writeHash(`policy-since=${nameOf(entry)}`);
    focusFirst(this.#host, '[part~="banner"] button');
  }

  #notify(notice: VersionBarState['notice']): void {
    this.#bar = { ...this.#bar, notice };
    this.#host.requestUpdate();
    void this.#host.updateComplete.then(() => this.#arrive());
  }

  #arrive(): void {
    const header = this.#host.sectionRoot.querySelector('[part~="header"]');
    if (header) scrollSmoothly(header);
    focusFirst(this.#host, '[part~="banner"] :is([tabindex], button)');
  }

  /**
   * Whether a version may be loaded without a click, because a hash names it: it is listed in
   * `history-src`, or on the origin of `src`. The server must not have redirected `src` to another
   * origin, which could then make this page request any of its URLs.
   */
  #isTrusted({ url }: HistoryEntry): boolean {
    if (this.#listed.some((each) => each.url === url)) return true;
    const { address } = this.#host;
    const base = this.#context.loader.text?.options.base;
    const origin = address ? new URL(address).origin : location.origin;
    const isOwnText = !address || !base || new URL(base).origin === origin;
    return isOwnText && new URL(url!).origin === origin;
  }

  #writeHash(hash: string): void {
    const { noHash, ownerDocument } = this.#host;
    const current = location.hash.slice(1);
    if (noHash || percentDecode(current) === hash || ownerDocument !== document) return;
    if (!hash && !current.startsWith('policy-')) return;
    const page = pageWithoutHash();
    this.#openedByHash = true;
    try {
      history.pushState(null, '', hash ? `${page}#${encodeHash(hash)}` : page);
    } catch {
      // A sandboxed frame may not change its address. The version is opened anyway.
    }
  }
}

/**
 * Whether an element handles the version that a hash names. That is the first element in the
 * document that has the version, or else the first one that follows hashes.
 */
async function isAnswering(host: ActionHost, answer: Answer): Promise<boolean> {
  answers.set(host, answer);
  const hasVersion = await answer.hasVersion;
  let isBefore = true;
  let isFirst = true;
  for (const other of queryAllInDocument<ActionHost>(host.localName)) {
    if (other === host) {
      if (hasVersion) return true;
      isBefore = false;
      continue;
    }
    await other.complete;
    // An element follows the hash when its load ends, and sets its answer before the next task.
    await new Promise((resolve) => setTimeout(resolve));
    const { hash, hasVersion: otherHasVersion } = answers.get(other) ?? {};
    if (hash !== answer.hash) continue;
    if (await otherHasVersion) return false;
    if (isBefore) isFirst = false;
  }
  return isFirst;
}

/**
 * Returns all versions of a policy: those in its history, the next version and the previous one.
 */
function versionsOf({ history, next, previousUrl }: Policy): HistoryEntry[] {
  return [
    ...history,
    ...(next ? [unnamedVersion(next.url, next.effective)] : []),
    ...(previousUrl && !history.length ? [unnamedVersion(previousUrl)] : []),
  ];
}

/** Returns the name of a version in a hash: its version number or its date. */
function nameOf({ version, date }: HistoryEntry): string {
  return version ?? date ?? '';
}

/** Whether a version of a policy's history is later than the policy itself. */
function isComing({ date }: HistoryEntry, { updated, next, effective }: Policy): boolean {
  const since = updated ?? effective;
  return date !== null && (next?.effective === date || (since !== null && date > since));
}

/** Encodes a hash, but not the `=` in the element's own commands. */
function encodeHash(hash: string): string {
  const [kind, ...name] = hash.split('=');
  return `${kind}=${encodeURIComponent(name.join('='))}`;
}
