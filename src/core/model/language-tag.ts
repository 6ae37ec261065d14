/**
 * Returns the canonical form of a BCP 47 language tag, or undefined if it is missing or malformed.
 */
export function languageTag(tag: string | null | undefined): string | undefined {
  try {
    return tag ? Intl.getCanonicalLocales(tag.trim().replaceAll('_', '-'))[0] : undefined;
  } catch {
    return undefined;
  }
}
