import type { Alternate, Policy } from '../core/model/policy.ts';

/** Which of a policy's languages the reader chose, for as long as the page is open. */
export class LanguageChoice {
  /** The policy that the page itself names; null before anything was chosen. */
  original: Policy | null = null;
  /** The chosen translation of it; null for the original. */
  chosen: Alternate | null = null;

  /** Takes the reader's choice on. `address` is the original's own. */
  choose(alternate: Alternate, shown: Policy | null, address: string | null): void {
    if (!this.chosen) this.original = shown;
    const isOriginal = alternate.language === this.original?.language;
    this.chosen = isOriginal || alternate.url === address ? null : alternate;
  }

  /** Forgets the choice, as the page names another policy. */
  reset(): void {
    this.original = null;
    this.chosen = null;
  }

  /** The original's version where the translation on screen states an older one; else null. */
  newerOriginal(shown: Policy | null): string | null {
    const version = this.chosen ? (this.original?.version ?? null) : null;
    const ours = shown?.version ?? this.chosen?.version;
    if (!version || !ours) return null;
    const order = version.localeCompare(ours, 'en', { numeric: true });
    return order > 0 ? version : null;
  }
}
