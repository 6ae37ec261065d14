/**
 * Returns a short hash of a text. It joins two 32-bit hashes similar to FNV-1a, so that two
 * versions of a policy don't collide by chance. Deliberate collisions are easy to make, so compare
 * the texts themselves if both are available.
 */
export function hashText(text: string): string {
  let first = 0x811c9dc5;
  let second = 0x1b873593;
  for (let i = 0; i < text.length; i++) {
    first = Math.imul(first ^ text.charCodeAt(i), 0x01000193);
    second = Math.imul(second ^ text.charCodeAt(i), 0x85ebca6b);
  }
  return (first >>> 0).toString(36) + (second >>> 0).toString(36);
}
