import type { Alternate, Policy } from '../core/model/policy.ts';

/** The translation of a policy that its reader chose, for as long as the page is open. */
export class LanguageChoice {
  /** The policy that the page names; null before anything was chosen. */
  original: Policy | null = null;
  /** The chosen translation; null for the original. */
  chosen: Alternate | null = null;

  /** Sets the reader's choice. `shown` is on screen, `address` is the original's own. */
  choose(alternate: Alternate, shown: Policy | null, address: string | null): void {
    if (!this.chosen) this.original = shown;
    const isOriginal = alternate.language === this.original?.language;
    this.chosen = isOriginal || alternate.url === address ? null : alternate;
  }

  /** Forgets the choice, because the page names another policy. */
  reset(): void {
    this.original = null;
    this.chosen = null;
  }

  /** Returns the version of the original if the translation on screen is of an older one. */
  newerOriginal(shown: Policy | null): string | null {
    const version = this.chosen ? (this.original?.version ?? null) : null;
    const translated = shown?.version ?? this.chosen?.version;
    if (!version || !translated) return null;
    const order = version.localeCompare(translated, 'en', { numeric: true });
    return order > 0 ? version : null;
  }
}
