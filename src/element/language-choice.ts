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
   * null. The original is the text before the visitor's choice, or else the legally binding one.
   */
  olderTranslation(shown: Policy | null): ScreenState['olderTranslation'] {
    const original = this.chosen ? this.original?.version : this.binding(shown)?.alternate?.version;
    // If the translation states no version, use the one that the original states for it, if any.
    const version = shown?.version ?? this.chosen?.version;
    if (!original || !version) return null;
    const order = original.localeCompare(version, 'en', { numeric: true });
    return order > 0 ? { version, original } : null;
  }

  /**
   * Returns the language of the legally binding text and its entry among the alternates, or null if
   * the policy on screen is that text or no language is stated.
   */
  binding(shown: Policy | null): ScreenState['binding'] {
    const original = this.chosen && this.original;
    const language = shown?.authoritativeLanguage ?? original?.authoritativeLanguage;
    if (!shown || !language || isSameLanguage(shown.language, language)) return null;
    const alternates = [...shown.alternates, ...(original?.alternates ?? [])];
    const alternate = alternates.find((each) => isSameLanguage(each.language, language));
    return { language, alternate: alternate ?? null };
  }
}

/** Whether two tags are equal, or one of them only adds a region or script to the other. */
function isSameLanguage(one: string | null, other: string): boolean {
  return `${one}-`.startsWith(`${other}-`) || other.startsWith(`${one}-`);
}
