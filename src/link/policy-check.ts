/** Checks, at most once per day and tab, whether a policy differs from what this visitor read. */

import type { ChangeSummary } from '../core/diff/comparison.ts';
import { hashText } from '../core/storage/hash-text.ts';
import { findReading, hasAnyReading, keyOf, parseJson, readStorage } from './stored-reading.ts';
import type { LinkStorage, StoredVisit } from './stored-reading.ts';

/** The result of a check, as stored for the tab. */
export interface CheckResult {
  /** Day of the check (ISO 8601). */
  readonly day: string;
  /** Key of the reading that the policy was compared with. */
  readonly key: string;
  /** Hash of the fetched text. */
  readonly hash: string;
  /** Hash of the text that the policy was compared with. */
  readonly against: string;
  /** Date of the last update that the fetched policy states, or null. */
  readonly updated: string | null;
  /** The difference, or null if nothing material changed. */
  readonly summary: ChangeSummary | null;
  /** Whether the texts are the same, or were compared and do not differ materially. */
  readonly isSame: boolean;
  /** Whether the change was announced to screen readers. */
  readonly isAnnounced?: boolean;
}

/** Maximum duration of a request and of a comparison, in milliseconds. */
export const TIMEOUT_MS = 15_000;

/** Maximum size of a file in bytes, as in `<privacy-policy>`. */
const MAX_BYTES = 4 << 20;

/** Maximum wait for an idle page, in milliseconds. `setTimeout` ignores it, and does not wait. */
const WAIT = { timeout: 5000 } as IdleRequestOptions & number;

/** A file as a server sent it. */
export interface Answer {
  /** Final URL, after redirects. */
  readonly url: string;
  readonly headers: Headers;
  /** The content. Empty if there is more than {@link MAX_BYTES}. */
  readonly body: Blob;
}

const RESULT_PREFIX = 'privacy-policy-link:';

const checks = new Map<string, PolicyCheck>();

/** Returns the check of a policy. All links on a page to the same policy share it. */
export function checkOf(address: URL, kind: LinkStorage, storageKey: string | null): PolicyCheck {
  const key = storageKey ?? keyOf(address);
  const id = `${kind} ${key} ${address.href}`;
  const check = checks.get(id) ?? new PolicyCheck(address, kind, key);
  checks.set(id, check);
  return check;
}

/** A material difference from the visitor's reading. */
export type Change = CheckResult & { readonly summary: ChangeSummary };

/** Compares one policy with the reading that this visitor's browser stores. */
export class PolicyCheck extends EventTarget {
  readonly kind: LinkStorage;
  /** Whether the result is from an earlier page of this tab. */
  readonly isRestored: boolean;
  readonly #address: string;
  /** Whether the address ends with the name of a versions file. */
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

  /** Whether today's check found nothing that is new to this visitor. */
  get isKnown(): boolean {
    const result = this.#result;
    return !!result?.isSame && result.day === today() && this.reading?.hash === result.against;
  }

  /**
   * Calls `listener` whenever the result may have changed. Returns a function that stops watching.
   */
  watch(listener: () => void): () => void {
    // Passed as the options of the listeners, because it has a `signal`.
    const stop = new AbortController();
    this.addEventListener('change', listener, stop);
    // A `<privacy-policy>` on the same page stores a reading right after its `policy-remember`
    // event, or after a click.
    for (const type of ['storage', 'pageshow', 'policy-remember', 'click'])
      addEventListener(type, () => queueMicrotask(listener), stop);
    return () => stop.abort();
  }

  /**
   * Checks the policy once the page is idle, if a check is due. All calls return the same promise,
   * which never rejects.
   */
  start(): Promise<void> {
    this.#started ??= untilIdle()
      .then(() => (this.#isDue() ? this.#check() : undefined))
      // A link shows no errors. The next page tries again.
      .catch(() => {});
    return this.#started;
  }

  /** Notifies all links on the page that the result may have changed. */
  notify(): void {
    this.dispatchEvent(new Event('change'));
  }

  #isDue(): boolean {
    const { connection } = navigator as { connection?: { saveData?: boolean } };
    if (this.kind === 'none' || connection?.saveData || this.#result?.day === today()) return false;
    // The key of a policy with a versions file is known only after that file is loaded. Until then,
    // any stored reading is enough.
    return this.reading !== null || (this.#isVersions && hasAnyReading(this.kind));
  }

  async #check(): Promise<void> {
    let answer = await fetchText(this.#address);
    const text = await answer.body.text();
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

  /** Stores a result for the other pages of this tab. */
  store(result: CheckResult): void {
    this.#result = result;
    try {
      sessionStorage.setItem(RESULT_PREFIX + this.#ownKey, JSON.stringify(result));
    } catch {
      // Storage is blocked or full. The next page checks again.
    }
    this.notify();
  }
}

/** Returns the result that an earlier page of this tab stored, or null. */
function restoreResult(key: string): CheckResult | null {
  try {
    return parseJson(sessionStorage.getItem(RESULT_PREFIX + key)) as CheckResult | null;
  } catch {
    return null;
  }
}

async function fetchText(address: string | URL): Promise<Answer> {
  const { ok, url, headers, body } = await fetch(address, {
    // Revalidates a cached copy, as `<privacy-policy>` does. If the file is unchanged, the server
    // sends no body.
    cache: 'no-cache',
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  if (!ok || !body) throw Error(url);
  const reader = body.getReader();
  const parts: Uint8Array<ArrayBuffer>[] = [];
  for (let size = 0; ;) {
    const { done, value } = await reader.read();
    if (done) return { url, headers, body: new Blob(parts) };
    parts.push(value);
    size += value.length;
    if (size > MAX_BYTES) {
      void reader.cancel();
      return { url, headers, body: new Blob() };
    }
  }
}

/** Resolves once the page has loaded and is idle. */
function untilIdle(): Promise<unknown> {
  return new Promise((resolve) => {
    // Safari has no idle callbacks, and in hidden tabs other browsers call them late.
    const wait = () => (globalThis.requestIdleCallback ?? setTimeout)(resolve, WAIT);
    if (document.readyState === 'complete') wait();
    else addEventListener('load', wait);
  });
}

/**
 * Returns today's date in the visitor's time zone (ISO 8601, which is also the Swedish date
 * format).
 */
export function today(): string {
  return new Date().toLocaleDateString('sv');
}
