import type { Alternate, Policy } from '../core/model/policy.ts';
import type { ScreenState } from '../view/screen-state.ts';

/** The translation that the visitor chose, until the page is closed. */
export class LanguageChoice {
  /**
   * The policy that was on screen before the visitor chose a translation, or null if there was no
   * choice yet.
   */
  original: Policy | null = null;
  /** The chosen translation, or null for the original. */
  chosen: Alternate | null = null;

  /**
   * Stores the visitor's choice. `shown` is the policy on screen, and `address` the address of the
   * original.
   */
  choose(alternate: Alternate, shown: Policy | null, address: string | null): void {
    if (!this.chosen) this.original = shown;
    const isOriginal = alternate.language === this.original?.language;
    this.chosen = isOriginal || alternate.url === address ? null : alternate;
  }

  /** Resets the choice. Called when the page sets another policy. */
  reset(): void {
    this.original = null;
    this.chosen = null;
  }

  /**
   * Returns both version numbers if the translation on screen is older than the original, or else
   * null.
   */
  olderTranslation(shown: Policy | null): ScreenState['olderTranslation'] {
    const original = this.chosen && this.original?.version;
    // If the translation states no version, use the one that the original states for it, if any.
    const version = shown?.version ?? this.chosen?.version;
    if (!original || !version) return null;
    const order = original.localeCompare(version, 'en', { numeric: true });
    return order > 0 ? { version, original } : null;
  }
}
