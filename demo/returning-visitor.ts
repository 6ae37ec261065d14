import { makePolicy } from './page.ts';

/**
 * Makes this browser one that has read a text before: an element that nobody sees loads it, says
 * that it was read, and goes. It uses nothing that a page could not use.
 *
 * @param attributes Where the text is, and under which `storage-key` and `storage` it is kept.
 * @param policy The text itself, instead of `src`.
 */
export async function rememberReading(
  attributes: Readonly<Record<string, string>>,
  policy: unknown = null,
): Promise<void> {
  const reader = makePolicy({ ...attributes, 'no-hash': '' });
  reader.policy = policy;
  reader.className = 'offstage';
  document.body.append(reader);
  await reader.complete;
  await reader.markAsRead();
  reader.remove();
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
