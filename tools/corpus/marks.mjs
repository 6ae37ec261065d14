// Rebuilds both versions from a marked tree, and measures how much is marked. It has its own rules
// for words, so that it is independent of the code under test. Used by `fidelity.mjs` and by the
// property tests.

const INLINE_PARENTS = new Set(['paragraph', 'heading', 'descriptionTerm']);

/** Matches a word, a punctuation mark, or an image's text between control characters. */
const TOKEN =
  /\u0001[^\u0001]*\u0001|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}\p{Script=Myanmar}]|[\p{L}\p{M}\p{N}\p{Cf}]+?(?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[^\p{L}\p{M}\p{N}\p{Cf}]|$)|['"`´‘’‚‛“”„‟′″‴«»‹›]+|[-‐‑‒–—―−]+|…|\.{2,}|\S/gu;

const isWord = (word) => /[\p{L}\p{N}]/u.test(word);

/** Returns the normalized form of a word or punctuation mark. Equal forms count as unchanged. */
function normalize(text) {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\p{Cf}\uFE0F]/gu, '')
    .replace(/['"`´‘’‚‛“”„‟′″‴«»‹›]+/gu, "'")
    .replace(/[-‐‑‒–—―−]+/gu, '-')
    .replace(/…|\.{2,}/gu, '…')
    .replace(/\s+/g, ' ');
}

/**
 * Returns an address for comparisons. All links within the document count as equal, because they
 * contain ids made from headings, which change when a heading does.
 */
function address(href) {
  return href?.startsWith('#') ? '' : (href ?? '');
}

/** Returns the words that inline content has in one version, each with its link address. */
function wordsOf(children, side) {
  let text = '';
  const places = [];
  const put = (added, place) => {
    text += added;
    for (let unit = 0; unit < added.length; unit++) places.push(place);
  };
  const walk = (nodes, link, removed) => {
    for (const node of nodes) {
      if (node.type === (side === 'after' ? 'removed' : 'added')) continue;
      const place = { link, removed, src: node.src };
      if (node.children) {
        walk(node.children, node.type === 'link' ? node : link, removed || node.type === 'removed');
      } else if (node.type !== 'image') put(node.text ?? ' ', place);
      else put(node.alt.trim() ? `\u0001${node.alt.trim()}\u0001` : ' ', place);
    }
  };
  walk(children, null, false);
  let end = -1;
  return Array.from(text.matchAll(TOKEN), ({ 0: found, index }) => {
    const word = normalize(found);
    const isAfterSpace = index !== end;
    end = index + found.length;
    // Use the link of the first visible character, because invisible ones can precede a link.
    const { link, removed, src } = places[index + Math.max(0, found.search(/[^\p{Cf}]/u))];
    return {
      word,
      // Links on punctuation alone don't matter.
      href: isWord(word) ? address(link?.href) : '',
      src: address(src),
      link,
      removed,
      isAfterSpace,
    };
  }).filter(({ word }) => word);
}

/** Returns a block as it is in one version, or undefined if the version does not have it. */
function blockInVersion(block, side) {
  const kind = block.change?.kind;
  if (kind === (side === 'after' ? 'removed' : 'added')) return undefined;
  if (side === 'before' && block.change?.previous)
    return { ...block.change.previous, change: undefined };
  return block;
}

/**
 * Returns the words that blocks have in one version, as one line per block with the notes about its
 * changes. Omits blocks in `moved` and, from the older version, blocks that are marked as moved.
 * Moved blocks are compared separately.
 */
function linesOf(blocks, side, moved = new Set()) {
  const found = [];
  let skipped = 0;
  for (const given of blocks) {
    if (side === 'before' && given.change?.kind === 'moved') {
      skipped = given.change.movedFrom.blocks.length;
    }
    if (skipped > 0 && linesOf([{ ...given, change: undefined }], 'after').length > 0) {
      skipped--;
      continue;
    }
    if (moved.has(given)) continue;
    const block = blockInVersion(given, side);
    if (!block) continue;
    const inline = INLINE_PARENTS.has(block.type);
    const own =
      block.type === 'code'
        ? [{ type: 'text', text: block.text }]
        : inline
          ? block.children
          : (block.caption ?? block.summary);
    if (own) found.push({ words: wordsOf(own, side), notes: block.change?.notes ?? [] });
    if (block.children && !inline) found.push(...linesOf(block.children, side, moved));
  }
  return found.filter(({ words }) => words.length);
}

/** Returns the words that blocks have in one version: one line for each block of text. */
export function lines(blocks, side) {
  return linesOf(blocks, side).map(({ words }) => words.map(({ word }) => word));
}

/** Matches an address, or a number or date with punctuation in it. */
const WHOLE =
  /^(?:\S*:\/\/\S*|\S+@\S+|[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.[a-z]{2,}\S*|\p{N}+(?:[.,:/-]\p{N}+)+)$/u;

/** Returns the words of a policy. Addresses and numbers are single words, as they are in marks. */
export function wholeWords(policy) {
  return policyLines(policy).flatMap(({ words }) => {
    const whole = [];
    for (let first = 0, end; first < words.length; first = end) {
      end = first + 1;
      while (end < words.length && !words[end].isAfterSpace) end++;
      // Punctuation that ends a sentence does not belong to the address before it.
      while (end - first > 1 && !isWord(words[end - 1].word) && words[end - 1].word !== '/') end--;
      const run = words.slice(first, end).map(({ word }) => word);
      if (WHOLE.test(run.join(''))) whole.push(run.join(''));
      else {
        whole.push(run[0]);
        end = first + 1;
      }
    }
    return whole;
  });
}

/** Returns why the newer version cannot be rebuilt from the marks, or undefined if it can. */
export function afterFault(comparison, after) {
  if (comparison.sections.length !== after.sections.length) return 'sections are missing';
  const parts = [
    [comparison.intro.blocks, after.intro],
    ...comparison.sections.map(({ blocks }, index) => [blocks, after.sections[index].blocks]),
  ];
  for (const [marked, blocks] of parts) {
    const fault = differ(plain(blocks), newer(marked));
    if (fault) return `newer: ${fault}`;
  }
  return undefined;
}

function newer(blocks) {
  return plain(blocks.flatMap((block) => (block.change?.kind === 'removed' ? [] : [block])));
}

/** Removes marks and removed parts from a tree, and joins adjacent texts. */
function plain(value) {
  if (!Array.isArray(value)) {
    if (value === null || typeof value !== 'object') return value;
    const { change: _, ...rest } = value;
    return Object.fromEntries(Object.entries(rest).map(([key, inner]) => [key, plain(inner)]));
  }
  const flat = value.flatMap(function open(node) {
    if (node?.type === 'removed' || node?.change?.kind === 'removed') return [];
    return node?.type === 'added' ? node.children.flatMap(open) : [node];
  });
  const joined = [];
  for (const node of flat.map(plain)) {
    const last = joined.at(-1);
    // Marks split texts and inline code, so the pieces have to be joined again.
    const divided = node?.type === 'text' || node?.type === 'inlineCode';
    if (divided && last?.type === node.type) last.text += node.text;
    else joined.push(divided ? { ...node } : node);
  }
  return joined;
}

function differ(one, other) {
  const [first, second] = [JSON.stringify(one), JSON.stringify(other)];
  if (first === second) return undefined;
  let at = 0;
  while (first[at] === second[at]) at++;
  return `${first.slice(Math.max(0, at - 60), at + 80)} ≠ ${second.slice(Math.max(0, at - 60), at + 80)}`;
}

function paragraph(text) {
  return { type: 'paragraph', children: [{ type: 'text', text }] };
}

/**
 * Returns the older title if both titles have the same words, so that different punctuation does
 * not count as a change. Otherwise returns the newer title.
 */
function titleInMarks({ title: older }, { title: newer }) {
  const [one, other] = [older, newer].map((title) =>
    tokensOf(title ?? '')
      .filter(isWord)
      .join(),
  );
  return one === other ? older : newer;
}

/** Returns why the older version cannot be rebuilt from the marks, or undefined if it can. */
export function beforeFault(comparison, before, after) {
  const title = comparison.head.find(({ field }) => field === 'title');
  const order = new Map(before.sections.map(({ id }, index) => [id, index]));
  const place = ({ previousId }) => (previousId === '' ? -1 : order.get(previousId));
  const parts = [...comparison.sections, ...comparison.removed]
    .filter(({ kinds }) => !kinds.includes('added'))
    .map((part, index) => ({ part, index, at: place(part) }));
  const lost = parts.find(({ at }) => at === undefined);
  if (lost) return `older: no section ${lost.part.previousId}`;
  parts.sort((one, other) => one.at - other.at || one.index - other.index);
  const { moved, fault } = movedBlocks(comparison);
  if (fault) return fault;
  const rebuilt = [
    ...linesOf([paragraph((title ? title.before : titleInMarks(before, after)) ?? '')], 'before'),
    ...linesOf(comparison.intro.blocks, 'before'),
    ...parts.flatMap(({ part: { section, kinds, previousHeading, blocks } }) => {
      const gone = kinds.includes('removed') ? 'after' : 'before';
      const heading = kinds.includes('split') ? '' : (previousHeading ?? section.heading);
      return [...linesOf([paragraph(heading)], 'before'), ...linesOf(blocks, gone)];
    }),
  ];
  const expected = [
    ...linesOf([paragraph(before.title ?? '')], 'before'),
    ...linesOf(before.intro, 'before', moved),
    ...before.sections.flatMap(({ heading, blocks }) => [
      ...linesOf([paragraph(heading)], 'before'),
      ...linesOf(blocks, 'before', moved),
    ]),
  ].flatMap(({ words }) => words);
  const words = rebuilt.flatMap((line) => line.words);
  const [found, wanted] = [splitImageWords(words), splitImageWords(expected)];
  for (let at = 0; at < Math.max(found.length, wanted.length); at++) {
    if (found[at] === wanted[at]) continue;
    const around = (list) => list.slice(Math.max(0, at - 8), at + 12).join(' ');
    return `older: ${around(wanted)} ≠ ${around(found)}`;
  }
  // Former headings are reported without their images. If there were any images, the numbers of
  // words differ, and addresses cannot be compared.
  return words.length === expected.length ? addressFault(rebuilt, expected) : undefined;
}

/**
 * Returns the moved blocks as they were in the older version. Also returns a fault if one of them
 * differs from the block that is shown in its place.
 */
function movedBlocks({ intro, sections }) {
  const moved = new Set();
  let fault;
  const text = (blocks) =>
    JSON.stringify(
      linesOf(blocks, 'after').map(({ words }) =>
        words.map(({ word, href, src }) => [word, href, src]),
      ),
    );
  const walk = (blocks) => {
    for (const [index, block] of blocks.entries()) {
      if (block.change?.kind === 'moved') {
        const { blocks: older } = block.change.movedFrom;
        const newer = blocks
          .slice(index)
          .filter((node) => linesOf([{ ...node, change: undefined }], 'after').length > 0)
          .slice(0, older.length);
        older.forEach((node) => moved.add(node));
        if (text(older) !== text(newer.map((node) => ({ ...node, change: undefined })))) {
          fault ??= `moved: ${text(older).slice(0, 200)} ≠ ${text(newer).slice(0, 200)}`;
        }
      }
      if (block.children && !INLINE_PARENTS.has(block.type)) walk(block.children);
    }
  };
  for (const { blocks } of [intro, ...sections]) walk(blocks);
  return { moved, fault };
}

/** Splits the text of each image, which is a single item, into its words. */
function splitImageWords(words) {
  return words.flatMap(({ word }) => (word[0] === '\u0001' ? tokensOf(word.slice(1, -1)) : word));
}

/**
 * Returns why the older addresses cannot be rebuilt from the notes, or undefined if they can. Notes
 * are in the order of the text.
 */
function addressFault(rebuilt, expected) {
  let at = 0;
  // These variables outlive a block, because a link may continue in the next one.
  let reported;
  let scope;
  let rest = [];
  for (const { words, notes } of rebuilt) {
    const open = notes.filter((note) => !isNotRebuilt(note));
    for (const { word, href, src, link, removed } of words) {
      const was = expected[at++];
      if (src !== was.src) {
        const note = open.shift();
        const right = note?.type === 'image' && address(note.before) === was.src;
        if (!right) return `older image: ${word} ${was.src} ≠ ${src}`;
      }
      if (href === was.href) continue;
      // Notes contain the text of an image as separate words.
      const parts = splitImageWords([{ word }]);
      if (!(removed && link === scope) && !parts.every((part) => rest.includes(part))) {
        reported = open.shift();
        scope = link;
        rest = Array.from((reported?.text ?? '').matchAll(TOKEN), ([text]) => normalize(text));
      }
      if (!removed) rest = rest.slice(rest.indexOf(parts.at(-1)) + 1);
      const [older, newer] =
        reported?.type === 'link-address'
          ? [reported.before, reported.after]
          : reported?.type === 'link-added'
            ? [null, reported.address]
            : [reported?.address, null];
      if (!reported || address(older) !== was.href || address(newer) !== href) {
        return `older address: ${word} ${was.href} ≠ ${href}, reported ${JSON.stringify(reported)}`;
      }
    }
    if (open.length) return `older address: reported too much ${JSON.stringify(open[0])}`;
  }
  return undefined;
}

/**
 * Whether a note is not needed to rebuild the older version. This applies to notes about links
 * within the document, and to notes about the shape of a table, because the older table is kept as
 * a whole.
 */
function isNotRebuilt(note) {
  return note.type === 'table-shape' || note.before?.[0] === '#' || note.address?.[0] === '#';
}

/** Returns the normalized words and punctuation marks that visitors see in a policy. */
export function visibleWords(policy) {
  return policyLines(policy).flatMap(({ words }) => words.map(({ word }) => word));
}

function policyLines({ title, intro, sections }) {
  return [
    ...linesOf([paragraph(title ?? '')], 'after'),
    ...linesOf(intro, 'after'),
    ...sections.flatMap(({ heading, blocks }) => [
      ...linesOf([paragraph(heading)], 'after'),
      ...linesOf(blocks, 'after'),
    ]),
  ];
}

/**
 * Returns the changes that are reported although no word differs. Words are compared in the whole
 * policy and in each section that kept its id.
 */
export function falseAlarms(comparison, before, after) {
  const words = (policy) => visibleWords(policy).filter(isWord).join(' ');
  if (words(before) === words(after)) {
    const reported = [...wordMarks(comparison)];
    if (reported.length) return [`no word differs, marked: ${reported.slice(0, 5).join(' / ')}`];
    if (comparison.summary.material) return ['no word differs, but reported as material'];
    return [];
  }
  const olderWords = new Map(before.sections.map(({ id, blocks }) => [id, linesText(blocks)]));
  return comparison.sections.flatMap(({ section, previousId, kinds, blocks }) => {
    const same = olderWords.get(section.id) === linesText(section.blocks);
    const reported = same && previousId === section.id && kinds.includes('changed');
    const marks = reported ? withoutCapitals(marksIn(blocks)) : [];
    return marks.length ? [`${section.id}: ${marks.slice(0, 5).join(' / ')}`] : [];
  });
}

/** Removes pairs of marks that differ only in capital letters, which are marked beside others. */
function withoutCapitals(marks) {
  const wordsOf = (mark) => tokensOf(mark?.replace(/^(?:removed|added) /, '') ?? '').join(' ');
  return marks.filter(
    (mark, at) => wordsOf(mark) !== wordsOf(marks[mark.startsWith('removed') ? at + 1 : at - 1]),
  );
}

function linesText(blocks) {
  return lines(blocks, 'after').flat().filter(isWord).join(' ');
}

function wordMarks({ intro, sections, removed }) {
  return [
    ...marksIn(intro.blocks),
    ...sections.flatMap(({ section, kinds, blocks }) => [
      ...kinds
        .filter((kind) => /added|split|renamed/.test(kind))
        .map((kind) => `${kind} ${section.heading}`),
      ...marksIn(blocks),
    ]),
    ...removed.map(({ section }) => `removed ${section.heading}`),
  ];
}

/** Returns descriptions of the marked runs and blocks that contain words. */
function marksIn(nodes) {
  const found = [];
  const walk = (node) => {
    const kind = node.type === 'added' || node.type === 'removed' ? node.type : node.change?.kind;
    if (kind && kind !== 'edited') {
      const text = textOf(node);
      if (isWord(text)) found.push(`${kind} ${text.slice(0, 60)}`);
    } else for (const inner of [node.children, node.caption, node.summary]) inner?.forEach(walk);
  };
  nodes.forEach(walk);
  return found;
}

function textOf(node) {
  const inner = [node.caption, node.summary, node.children].flatMap((part) => part ?? []);
  return (
    node.text ??
    (node.type === 'image'
      ? node.alt
      : inner.map(textOf).join(INLINE_PARENTS.has(node.type) ? '' : ' '))
  );
}

function tokensOf(text) {
  return Array.from(text.matchAll(TOKEN), ([found]) => normalize(found)).filter(Boolean);
}

/** Returns the number of characters that are marked as added or removed, without white space. */
export function markedLength({ head, intro, sections, removed }) {
  const length = (text) => tokensOf(text ?? '').join('').length;
  const title = head.find(({ field }) => field === 'title');
  let sum = title ? headingLength(title.before ?? '', title.after ?? '') : 0;
  const count = (node) => {
    const kind = node.change?.kind;
    if (node.change?.previous) {
      sum += length(textOf(node.change.previous)) + length(newText(node));
    } else if (
      kind === 'added' ||
      kind === 'removed' ||
      node.type === 'added' ||
      node.type === 'removed'
    ) {
      sum += length(textOf(node));
    } else for (const inner of [node.children, node.caption, node.summary]) inner?.forEach(count);
  };
  intro.blocks.forEach(count);
  for (const { section, kinds, blocks, previousHeading } of [...sections, ...removed]) {
    if (kinds.includes('added') || kinds.includes('removed')) {
      sum += length(section.heading);
      for (const block of blocks) sum += length(textOf(block));
      continue;
    }
    if (kinds.includes('split')) sum += length(section.heading);
    if (previousHeading !== null) sum += headingLength(previousHeading, section.heading);
    blocks.forEach(count);
  }
  return sum;
}

/** Returns the total length of the words that are in only one of two headings. */
function headingLength(before, after) {
  const [one, other] = [before, after].map(tokensOf);
  const only = (words, rest) => words.filter((word) => !rest.includes(word)).join('').length;
  return only(one, other) + only(other, one);
}

function newText(node) {
  if (node.type === 'removed' || node.change?.kind === 'removed') return '';
  const inner = [node.caption, node.summary, node.children].flatMap((part) => part ?? []);
  return (
    node.text ??
    (node.type === 'image'
      ? node.alt
      : inner.map(newText).join(INLINE_PARENTS.has(node.type) ? '' : ' '))
  );
}
