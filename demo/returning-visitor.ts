import { makePolicy } from './page.ts';

/**
 * Stores a text as if a visitor had read it in this browser. Loads it in an invisible element,
 * marks it as read, and removes the element.
 *
 * @param attributes The `src` of the text, and the `storage-key` and `storage` to store it in.
 * @param policy The text itself, instead of `src`.
 * @param seenOn Day of the reading (ISO 8601), or null for today.
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
  // The element always stores today's date, so an earlier day has to be written to storage.
  const storage = attributes['storage'] === 'session' ? sessionStorage : localStorage;
  const key = `privacy-policy:${attributes['storage-key']}`;
  const kept = JSON.parse(storage.getItem(key) ?? 'null');
  if (kept) storage.setItem(key, JSON.stringify({ ...kept, seenOn }));
}

/** Deletes the text that is stored under the `storage-key` in these attributes. */
export async function forgetReading(attributes: Readonly<Record<string, string>>): Promise<void> {
  const reader = makePolicy({ ...attributes, 'no-hash': '' });
  reader.policy = '';
  reader.className = 'offstage';
  document.body.append(reader);
  await reader.complete;
  reader.forget();
  reader.remove();
}
