import { makePolicy } from './page.ts';

/**
 * Makes this browser one that has read a text before: an element that nobody sees loads it, says
 * that it was read, and goes.
 *
 * @param attributes Where the text is, and under which `storage-key` and `storage` it is kept.
 * @param policy The text itself, instead of `src`.
 * @param seenOn A day in the past (ISO 8601) on which that is to have been.
 */
export async function rememberReading(
  attributes: Readonly<Record<string, string>>,
  policy: unknown = null,
  seenOn: string | null = null,
): Promise<void> {
  const reader = makePolicy({ ...attributes, 'no-hash': '' });
  reader.policy = policy;
  reader.className = 'offstage';
  document.body.append(reader);
  await reader.complete;
  await reader.markAsRead();
  reader.remove();
  if (!seenOn) return;
  // The one thing that no page can do: what is kept has the day of today.
  const storage = attributes['storage'] === 'session' ? sessionStorage : localStorage;
  const key = `privacy-policy:${attributes['storage-key']}`;
  const kept = JSON.parse(storage.getItem(key) ?? 'null');
  if (kept) storage.setItem(key, JSON.stringify({ ...kept, seenOn }));
}

/** Forgets what was read under a key. */
export async function forgetReading(attributes: Readonly<Record<string, string>>): Promise<void> {
  const reader = makePolicy({ ...attributes, 'no-hash': '' });
  reader.policy = '';
  reader.className = 'offstage';
  document.body.append(reader);
  await reader.complete;
  reader.forget();
  reader.remove();
}
