// What marks say, read by rules of their own: both versions out of one marked tree, and how much of
// it is marked. Used by `fidelity.mjs` and by the property tests.

const INLINE_PARENTS = new Set(['paragraph', 'heading', 'descriptionTerm']);

/** An image's words between controls, a word, or a mark of punctuation. */
const TOKEN =
  /\u0001[^\u0001]*\u0001|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}\p{Script=Myanmar}]|[\p{L}\p{M}\p{N}\p{Cf}]+?(?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[^\p{L}\p{M}\p{N}\p{Cf}]|$)|['"`´‘’‚‛“”„‟′″‴«»‹›]+|[-‐‑‒–—―−]+|…|\.{2,}|\S/gu;

const isWord = (word) => /[\p{L}\p{N}]/u.test(word);

/** A word or mark of punctuation in the form in which spelling does not matter. */
function fold(text) {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\p{Cf}\uFE0F]/gu, '')
    .replace(/['"`´‘’‚‛“”„‟′″‴«»‹›]+/gu, "'")
    .replace(/[-‐‑‒–—―−]+/gu, '-')
    .replace(/…|\.{2,}/gu, '…')
    .replace(/\s+/g, ' ');
}

/** Places within the document are named after headings, and go with them. */
function address(href) {
  return href?.startsWith('#') ? '' : (href ?? '');
}

/** The words of phrasing on one side of the marks, with the address each leads to. */
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
  return Array.from(text.matchAll(TOKEN), ({ 0: found, index }) => {
    const word = fold(found);
    // Controls that nobody sees may stand before a link and in it.
    const { link, removed, src } = places[index + Math.max(0, found.search(/[^\p{Cf}]/u))];
    return {
      word,
      // Punctuation leads nowhere that a reader would follow.
      href: isWord(word) ? address(link?.href) : '',
      src: address(src),
      link,
      removed,
    };
  }).filter(({ word }) => word);
}

/** Whether a block is shown on a side, and what stands there. */
function standing(block, side) {
  const kind = block.change?.kind;
  if (kind === (side === 'after' ? 'removed' : 'added')) return undefined;
  if (side === 'before' && block.change?.previous)
    return { ...block.change.previous, change: undefined };
  return block;
}

/**
 * The words of blocks on one side, each block's with what its notes tell of them. Moved blocks are
 * left out of the older side, and so are those that `moved` has: they are compared by themselves.
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
    const block = standing(given, side);
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

/** The words of blocks on one side, a line for each block with phrasing of its own. */
export function lines(blocks, side) {
  return linesOf(blocks, side).map(({ words }) => words.map(({ word }) => word));
}

/** Why the newer text cannot be read from the marks, or undefined. */
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

/** A tree without marks and removed parts, neighbouring texts joined. */
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
    // Marks divide texts and code, which hold no children.
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

/** The title where no change is told of it: its punctuation may differ. */
function sameTitle({ title: older }, { title: newer }) {
  const [one, other] = [older, newer].map((title) =>
    tokensOf(title ?? '')
      .filter(isWord)
      .join(),
  );
  return one === other ? older : newer;
}

/** Why the older text cannot be read from the marks, or undefined. */
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
  const { moved, fault } = movesIn(comparison);
  if (fault) return fault;
  const read = [
    ...linesOf([paragraph((title ? title.before : sameTitle(before, after)) ?? '')], 'before'),
    ...linesOf(comparison.intro.blocks, 'before'),
    ...parts.flatMap(({ part: { section, kinds, previousHeading, blocks } }) => {
      const gone = kinds.includes('removed') ? 'after' : 'before';
      const heading = kinds.includes('split') ? '' : (previousHeading ?? section.heading);
      return [...linesOf([paragraph(heading)], 'before'), ...linesOf(blocks, gone)];
    }),
  ];
  const meant = [
    ...linesOf([paragraph(before.title ?? '')], 'before'),
    ...linesOf(before.intro, 'before', moved),
    ...before.sections.flatMap(({ heading, blocks }) => [
      ...linesOf([paragraph(heading)], 'before'),
      ...linesOf(blocks, 'before', moved),
    ]),
  ].flatMap(({ words }) => words);
  const flat = read.flatMap(({ words }) => words);
  const [shown, said] = [spoken(flat), spoken(meant)];
  for (let at = 0; at < Math.max(shown.length, said.length); at++) {
    if (shown[at] === said[at]) continue;
    const around = (words) => words.slice(Math.max(0, at - 8), at + 12).join(' ');
    return `older: ${around(said)} ≠ ${around(shown)}`;
  }
  // An image in what was a heading of lower level is told of by its words alone.
  return flat.length === meant.length ? addressFault(read, meant) : undefined;
}

/** The older blocks that moved, and why one of them is not the block that is shown instead. */
function movesIn({ intro, sections }) {
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

/** Words, those of images each by itself. */
function spoken(words) {
  return words.flatMap(({ word }) => (word[0] === '\u0001' ? tokensOf(word.slice(1, -1)) : word));
}

/** Why the older addresses cannot be read from the notes, which tell of them in order. */
function addressFault(read, meant) {
  let at = 0;
  // A link may go on in the next block.
  let told;
  let scope;
  let rest = [];
  for (const { words, notes } of read) {
    const open = notes.filter((note) => !isFurniture(note));
    for (const { word, href, src, link, removed } of words) {
      const was = meant[at++];
      if (src !== was.src) {
        const note = open.shift();
        const right = note?.type === 'image' && address(note.before) === was.src;
        if (!right) return `older image: ${word} ${was.src} ≠ ${src}`;
      }
      if (href === was.href) continue;
      // The words of an image are told as they stand there.
      const parts = spoken([{ word }]);
      if (!(removed && link === scope) && !parts.every((part) => rest.includes(part))) {
        told = open.shift();
        scope = link;
        rest = Array.from((told?.text ?? '').matchAll(TOKEN), ([text]) => fold(text));
      }
      if (!removed) rest = rest.slice(rest.indexOf(parts.at(-1)) + 1);
      const [older, newer] =
        told?.type === 'link-address'
          ? [told.before, told.after]
          : told?.type === 'link-added'
            ? [null, told.address]
            : [told?.address, null];
      if (!told || address(older) !== was.href || address(newer) !== href) {
        return `older address: ${word} ${was.href} ≠ ${href}, told ${JSON.stringify(told)}`;
      }
    }
    if (open.length) return `older address: too much told ${JSON.stringify(open[0])}`;
  }
  return undefined;
}

/** Notes on tables, whose former shape is kept whole, and on places within the document. */
function isFurniture(note) {
  return note.type === 'table-shape' || note.before?.[0] === '#' || note.address?.[0] === '#';
}

/** The words and punctuation of a policy as a reader sees them, spelling folded. */
export function visibleWords(policy) {
  return documentLines(policy).flat();
}

function documentLines({ title, intro, sections }) {
  return [
    ...lines([paragraph(title ?? '')], 'after'),
    ...lines(intro, 'after'),
    ...sections.flatMap(({ heading, blocks }) => [
      ...lines([paragraph(heading)], 'after'),
      ...lines(blocks, 'after'),
    ]),
  ];
}

/** What is told although no word differs: of the whole, or of a section under one id. */
export function alarmsOf(comparison, before, after) {
  const words = (policy) => visibleWords(policy).filter(isWord).join(' ');
  if (words(before) === words(after)) {
    const told = [...wordMarks(comparison)];
    if (told.length) return [`no word differs, marked: ${told.slice(0, 5).join(' / ')}`];
    if (comparison.summary.material) return ['no word differs, called material'];
    return [];
  }
  const olderWords = new Map(before.sections.map(({ id, blocks }) => [id, linesText(blocks)]));
  return comparison.sections.flatMap(({ section, previousId, kinds, blocks }) => {
    const same = olderWords.get(section.id) === linesText(section.blocks);
    const told = same && previousId === section.id && kinds.includes('changed');
    const marks = told ? marksIn(blocks) : [];
    return marks.length ? [`${section.id}: ${marks.slice(0, 5).join(' / ')}`] : [];
  });
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

/** Marked runs and blocks with words in them. */
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
  return Array.from(text.matchAll(TOKEN), ([found]) => fold(found)).filter(Boolean);
}

/** Characters that are marked as added or removed, white space apart. */
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

/** Words that one heading has and the other has not. */
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
