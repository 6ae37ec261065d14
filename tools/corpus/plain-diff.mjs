// Computes the shortest word diff of two texts with Myers' algorithm in linear space, as a
// reference for the marks. jsdiff gives the same result, but takes minutes if a text was rewritten.

/** Maximum number of edits that the search tries, which takes about half a second. */
const MAX_EDITS = 6000;

/**
 * Returns the number of characters in the words that were added or removed, or undefined if there
 * are too many edits.
 */
export function plainLength(before, after) {
  const numbers = new Map();
  const number = (word) => {
    if (!numbers.has(word)) numbers.set(word, numbers.size);
    return numbers.get(word);
  };
  const [a, b] = [before, after].map((words) => Int32Array.from(words, number));
  const changed = { before: new Uint8Array(a.length), after: new Uint8Array(b.length) };
  if (!compare(a, 0, a.length, b, 0, b.length, changed)) return undefined;
  const length = (words, marks) =>
    words.reduce((sum, word, index) => sum + (marks[index] ? word.length : 0), 0);
  return length(before, changed.before) + length(after, changed.after);
}

function compare(a, a0, a1, b, b0, b1, changed) {
  for (; a0 < a1 && b0 < b1 && a[a0] === b[b0]; a0++) b0++;
  for (; a0 < a1 && b0 < b1 && a[a1 - 1] === b[b1 - 1]; a1--) b1--;
  if (a0 === a1) changed.after.fill(1, b0, b1);
  else if (b0 === b1) changed.before.fill(1, a0, a1);
  else {
    const middle = findMiddle(a, a0, a1, b, b0, b1);
    if (!middle) return false;
    const [x, y] = middle;
    return compare(a, a0, x, b, b0, y, changed) && compare(a, x, a1, b, y, b1, changed);
  }
  return true;
}

/**
 * Finds a point on a shortest path by searching from both ends at once. Returns undefined if there
 * are too many edits.
 */
function findMiddle(a, a0, a1, b, b0, b1) {
  const [n, m] = [a1 - a0, b1 - b0];
  const delta = n - m;
  const odd = (delta & 1) !== 0;
  const most = Math.min(MAX_EDITS, (n + m + 1) >> 1);
  const offset = most + 1;
  const forward = new Int32Array(2 * most + 3).fill(-1);
  const backward = new Int32Array(2 * most + 3).fill(-1);
  forward[offset + 1] = 0;
  backward[offset + 1] = 0;
  for (let d = 0; d <= most; d++) {
    for (let k = -d; k <= d; k += 2) {
      const down = k === -d || (k !== d && forward[offset + k - 1] < forward[offset + k + 1]);
      let x = down ? forward[offset + k + 1] : forward[offset + k - 1] + 1;
      const start = x;
      while (x < n && x - k < m && a[a0 + x] === b[b0 + x - k]) x++;
      forward[offset + k] = x;
      const other = delta - k;
      if (odd && Math.abs(other) < d && x + backward[offset + other] >= n) {
        return x <= n && x - k <= m ? [a0 + x, b0 + x - k] : [a0 + start, b0 + start - k];
      }
    }
    for (let k = -d; k <= d; k += 2) {
      const down = k === -d || (k !== d && backward[offset + k - 1] < backward[offset + k + 1]);
      let x = down ? backward[offset + k + 1] : backward[offset + k - 1] + 1;
      while (x < n && x - k < m && a[a1 - 1 - x] === b[b1 - 1 - x + k]) x++;
      backward[offset + k] = x;
      const other = delta - k;
      if (!odd && Math.abs(other) <= d && x + forward[offset + other] >= n) {
        return [a1 - x, b1 - x + k];
      }
    }
  }
  return undefined;
}
