/** Asks, at most once a day and tab, whether a policy differs from what this visitor read. */

import type { ChangeSummary } from '../core/diff/comparison.ts';
import { hashText } from '../core/storage/hash-text.ts';
import { findReading, hasAnyReading, keyOf, parseJson, readStorage } from './stored-reading.ts';
import type { LinkStorage, StoredVisit } from './stored-reading.ts';

/** The outcome of a check, as it is kept for the tab. */
export interface CheckResult {
  /** Day of the check (ISO 8601). */
  readonly day: string;
  /** Key of the reading that was compared with. */
  readonly key: string;
  /** Short name of the text that was fetched. */
  readonly hash: string;
  /** Short name of the text that was compared with. */
  readonly against: string;
  /** Day that the fetched policy states, or null. */
  readonly updated: string | null;
  /** The difference, or null where nothing material changed. */
  readonly summary: ChangeSummary | null;
  /** Whether the texts were compared and nothing material differs. */
  readonly isSame: boolean;
  /** Whether the change was announced to screen readers. */
  readonly isAnnounced?: boolean;
}

/** The longest wait for an idle page, in milliseconds. */
const WAIT = { timeout: 5000 } as IdleRequestOptions & number;

const RESULT_PREFIX = 'privacy-policy-link:';

const checks = new Map<string, PolicyCheck>();

/** Returns the check of a policy; all links of a page to one policy share it. */
export function checkOf(address: URL, kind: LinkStorage, storageKey: string | null): PolicyCheck {
  const key = storageKey ?? keyOf(address);
  const id = `${kind} ${key} ${address.href}`;
  const check = checks.get(id) ?? new PolicyCheck(address, kind, key);
  checks.set(id, check);
  return check;
}

/** A material difference from the visitor's reading. */
export type Change = CheckResult & { readonly summary: ChangeSummary };

/** One policy, compared with this visitor's reading of it. */
export class PolicyCheck extends EventTarget {
  readonly kind: LinkStorage;
  /** Whether the outcome is one of an earlier page of this tab. */
  readonly isRestored: boolean;
  readonly #address: string;
  /** Whether the address is that of a versions file, by its name. */
  readonly #isVersions: boolean;
  readonly #ownKey: string;
  #result: CheckResult | null;
  #started: Promise<void> | undefined;

  constructor(address: URL, kind: LinkStorage, key: string) {
    super();
    this.kind = kind;
    this.#address = address.href;
    this.#isVersions = address.pathname.endsWith('/policy.json');
    this.#ownKey = key;
    this.#result = restoreResult(key);
    this.isRestored = this.#result !== null;
  }

  /** Key under which the reading is stored. */
  get key(): string {
    return this.#result?.key ?? this.#ownKey;
  }

  /** The visitor's reading, or null. */
  get reading(): StoredVisit | null {
    return findReading(this.kind, this.key);
  }

  /** The material difference from the visitor's reading, or null. */
  get change(): Change | null {
    const result = this.#result;
    return result?.summary && this.reading?.hash === result.against ? (result as Change) : null;
  }

  /** Whether a check of today found nothing that is new to this visitor. */
  get isKnown(): boolean {
    const result = this.#result;
    return !!result?.isSame && result.day === today() && this.reading?.hash === result.against;
  }

  /** Calls `listener` whenever the outcome may have changed. Returns how to stop. */
  watch(listener: () => void): () => void {
    const stop = new AbortController();
    this.addEventListener('change', listener, stop);
    // An element on the same page stores a reading right after its event, or after a click.
    for (const type of ['storage', 'pageshow', 'policy-remember', 'click'])
      addEventListener(type, () => queueMicrotask(listener), stop);
    return () => stop.abort();
  }

  /** Checks once the page is idle, if a check is due. All calls share one promise, never rejected. */
  start(): Promise<void> {
    this.#started ??= untilIdle()
      .then(() => (this.#isDue() ? this.#check() : undefined))
      // A footer shows no errors. The next page tries again.
      .catch(() => {});
    return this.#started;
  }

  /** Tells every link of the page that the outcome may have changed. */
  notify(): void {
    this.dispatchEvent(new Event('change'));
  }

  #isDue(): boolean {
    const { connection } = navigator as { connection?: { saveData?: boolean } };
    if (this.kind === 'none' || connection?.saveData || this.#result?.day === today()) return false;
    // Only the versions file itself says under which key its policy is remembered.
    return this.reading !== null || (this.#isVersions && hasAnyReading(this.kind));
  }

  async #check(): Promise<void> {
    let answer = await fetchText(this.#address);
    const text = await answer.clone().text();
    let hash = hashText(text);
    let key = this.#ownKey;
    const versions = this.#isVersions
      ? (await import('./versions-file.ts')).parseVersions(text, answer.url)
      : null;
    if (versions) {
      key = this.reading ? key : keyOf(versions.url);
      hash = versions.hash;
    }
    const reading = findReading(this.kind, key);
    let result: CheckResult = {
      day: today(),
      key,
      hash,
      against: reading?.hash ?? '',
      updated: null,
      summary: null,
      isSame: reading?.hash === hash,
    };
    if (reading && reading.hash !== hash) {
      if (versions) answer = await fetchText(versions.url);
      const { compareWithReading } = await import('./compare-reading.ts');
      const stored = readStorage(this.kind, key);
      const comparison = await compareWithReading(answer, stored, versions?.history);
      if (comparison) result = { ...result, ...comparison, isSame: !comparison.summary };
    }
    this.store(result);
  }

  /** Keeps an outcome for the other pages of this tab. */
  store(result: CheckResult): void {
    this.#result = result;
    try {
      sessionStorage.setItem(RESULT_PREFIX + this.#ownKey, JSON.stringify(result));
    } catch {
      // Without storage the next page checks again.
    }
    this.notify();
  }
}

/** Returns the outcome that an earlier page of this tab stored, or null. */
function restoreResult(key: string): CheckResult | null {
  try {
    return parseJson(sessionStorage.getItem(RESULT_PREFIX + key)) as CheckResult | null;
  } catch {
    return null;
  }
}

async function fetchText(address: string | URL): Promise<Response> {
  // As the element does: an unchanged file costs an answer without a body.
  const response = await fetch(address, { cache: 'no-cache' });
  if (!response.ok) throw response;
  return response;
}

/** Resolves once the page has loaded and has nothing urgent to do. */
function untilIdle(): Promise<unknown> {
  return new Promise((resolve) => {
    // Safari has no idle callbacks, and hidden tabs of other browsers call them late.
    const wait = () => (globalThis.requestIdleCallback ?? setTimeout)(resolve, WAIT);
    if (document.readyState === 'complete') wait();
    else addEventListener('load', wait);
  });
}

/** The visitor's calendar day (ISO 8601), which is how Swedish writes it. */
export function today(): string {
  return new Date().toLocaleDateString('sv');
}
