/**
 * Saves the policy on screen as a file. This chunk is loaded when a visitor asks to save a copy.
 */

import { savedCopy } from '../core/saved-copy.ts';
import type { Policy } from '../core/model/policy.ts';
import type { Messages } from '../i18n/index.ts';

/**
 * Milliseconds until the object URL of the file is revoked. Browsers need the URL for a much
 * shorter time.
 */
const RELEASE_MS = 60_000;

/** Downloads a policy as a single HTML file. */
export async function saveCopy(
  policy: Policy,
  address: string | null,
  savedOn: string,
  messages: Messages,
): Promise<void> {
  const { updated, effective, version } = policy;
  const dated = (key: 'lastUpdated' | 'inEffectSince', iso: string | null): string | null =>
    iso && messages.t(key, { date: messages.date(iso) });
  const copy = await savedCopy(policy, {
    address,
    savedOn,
    labels: {
      language: messages.language,
      untitled: address ?? messages.t('saveCopy'),
      saved: messages.t('savedOn', { date: messages.date(savedOn) }),
      updated: dated('lastUpdated', updated),
      effective: dated('inEffectSince', effective),
      version: version && messages.t('version', { version }),
      digest: messages.t('digestOfText'),
      noDigest: messages.t('noDigest'),
    },
  });
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([copy], { type: 'text/html;charset=utf-8' }));
  link.download = copyName(policy, savedOn);
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), RELEASE_MS);
}

/** Returns a file name from the title and the day, without characters that file systems refuse. */
export function copyName({ title, updated }: Policy, savedOn: string): string {
  const words = (title ?? '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()
    .slice(0, 80);
  return `${words || 'privacy policy'} ${updated?.slice(0, 10) ?? savedOn}.html`;
}
