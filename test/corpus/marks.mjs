// What marks say, read by rules of their own: both versions out of one marked tree, and how much of
// it is marked. Used by `fidelity.mjs` and by the property tests.

const INLINE_PARENTS = new Set(['paragraph', 'heading', 'descriptionTerm']);

/** A word or mark of punctuation in the form in which spelling does not matter. */
function fold(text) {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\p{Cf}\uFE0F]/gu, '')
    .replace(/['"`´‘’‚‛“”„‟′″‴«»‹›]+/gu, "'")
    .replace(/[-‐‑‒–—―−]+/gu, '-')
    .replace(/…|\.{2,}/gu, '…');
}

function tokens(text) {
  return text.match(/[\p{L}\p{M}\p{N}]+|\S/gu) ?? [];
}

/** The characters of phrasing with the address each leads to, on one side of the marks. */
function characters(children, side, href = null, out = []) {
  for (const node of children) {
    if (node.type === (side === 'after' ? 'removed' : 'added')) continue;
    if (node.type === 'link') characters(node.children, side, node.href, out);
    else if (node.children) characters(node.children, side, href, out);
    else if (node.type === 'break') out.push({ text: ' ', href: null });
    else if (node.type === 'image') {
      if (node.alt.trim())
        out.push({ text: `\u0001${node.alt.trim()}\u0001`, href, src: node.src });
    } else for (const text of node.text) out.push({ text, href });
  }
  return out;
}

/** Undoes what notes tell, in order: they say what the marks cannot. */
function undo(out, notes) {
  let cursor = 0;
  const isSpace = (index) => /^[\s\p{Cf}]$/u.test(out[index]?.text ?? '');
  for (const note of notes) {
    if (note.type === 'table-shape') continue;
    if (note.type === 'image') {
      while (
        cursor < out.length &&
        !(out[cursor].src === note.after && out[cursor].text.includes(note.alt.trim()))
      )
        cursor++;
      if (cursor >= out.length) throw new Error(`no image for the note on ${note.alt}`);
      out[cursor++].src = note.before;
      continue;
    }
    const here =
      note.type === 'link-address' ? note.after : note.type === 'link-added' ? note.address : null;
    const there =
      note.type === 'link-address'
        ? note.before
        : note.type === 'link-removed'
          ? note.address
          : null;
    const wanted = note.text.replace(/[\s\p{Cf}]+/gu, '');
    let found = -1;
    for (let at = cursor; at < out.length && found < 0; at++) {
      if (isSpace(at) || out[at].href !== here) continue;
      let index = at;
      let rest = wanted;
      while (rest && index < out.length) {
        if (isSpace(index)) index++;
        else {
          const text = out[index].src === undefined ? out[index].text : '\uFFFC';
          if (!rest.startsWith(text) || out[index].href !== here) break;
          rest = rest.slice(text.length);
          index++;
        }
      }
      if (rest) continue;
      found = index;
      for (let k = at; k < index; k++) if (!isSpace(k)) out[k].href = there;
    }
    if (found < 0) throw new Error(`no place for the note on “${note.text}”`);
    cursor = found;
  }
  return out;
}

/** Words with their addresses, as strings. */
function wordsOf(out) {
  const text = out.map((character) => character.text).join('');
  const places = [];
  let length = 0;
  for (const character of out) {
    for (let k = 0; k < character.text.length; k++) places.push(character);
    length += character.text.length;
  }
  const words = [];
  for (const match of text.matchAll(
    /\u0001[^\u0001]*\u0001|[\p{L}\p{M}\p{N}\p{Cf}]+|['"`´‘’‚‛“”„‟′″‴«»‹›]+|[-‐‑‒–—―−]+|…|\.{2,}|\S/gu,
  )) {
    const { href, src } = places[match.index];
    const word = fold(match[0]).replace(/\s+/g, ' ');
    if (!word) continue;
    words.push([word, address(href), address(src)].filter(Boolean).join(' → '));
  }
  return words;
}

/** Places within the document are named after headings, and go with them. */
function address(href) {
  return href?.startsWith('#') ? '#' : (href ?? '');
}

/** Whether a block is shown on a side, and what stands there. */
function standing(block, side) {
  const kind = block.change?.kind;
  if (kind === (side === 'after' ? 'removed' : 'added')) return undefined;
  if (side === 'before' && block.change?.previous)
    return { ...block.change.previous, change: undefined };
  return block;
}

/** The words of blocks on one side, a line for each block with phrasing of its own. */
export function lines(blocks, side) {
  const found = [];
  for (const given of blocks) {
    const block = standing(given, side);
    if (!block) continue;
    const own =
      block.type === 'code'
        ? [{ type: 'text', text: block.text }]
        : INLINE_PARENTS.has(block.type)
          ? block.children
          : (block.caption ?? block.summary);
    if (own) {
      const notes = side === 'before' ? (block.change?.notes ?? []) : [];
      found.push(wordsOf(undo(characters(own, side), notes)));
    }
    if (block.children && !INLINE_PARENTS.has(block.type))
      found.push(...lines(block.children, side));
  }
  return found.filter((line) => line.length);
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
  let read;
  try {
    read = [
      ...lines([paragraph((title ? title.before : after.title) ?? '')], 'before'),
      ...lines(comparison.intro.blocks, 'before'),
      ...parts.flatMap(({ part: { section, kinds, previousHeading, blocks } }) => {
        const gone = kinds.includes('removed') ? 'after' : 'before';
        const heading = kinds.includes('split') ? '' : (previousHeading ?? section.heading);
        return [...lines([paragraph(heading)], 'before'), ...lines(blocks, gone)];
      }),
    ].flat();
  } catch (error) {
    return `older: ${error.message}`;
  }
  const meant = [
    ...lines([paragraph(before.title ?? '')], 'before'),
    ...lines(before.intro, 'before'),
    ...before.sections.flatMap(({ heading, blocks }) => [
      ...lines([paragraph(heading)], 'before'),
      ...lines(blocks, 'before'),
    ]),
  ].flat();
  if (read.join(' ') === meant.join(' ')) return undefined;
  let at = 0;
  while (read[at] === meant[at]) at++;
  const around = (words) => words.slice(Math.max(0, at - 8), at + 12).join(' ');
  return `older: ${around(meant)} ≠ ${around(read)}`;
}

/** The words and punctuation of a policy as a reader sees them, spelling folded. */
export function visibleWords(policy) {
  return documentLines(policy).flatMap((line) => line.map((word) => word.split(' → ')[0]));
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

const isWord = (word) => /[\p{L}\p{N}]/u.test(word);

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
  return lines(blocks, 'after')
    .flat()
    .map((word) => word.split(' → ')[0])
    .filter(isWord)
    .join(' ');
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

/** Characters that are marked as added or removed, white space apart. */
export function markedLength({ head, intro, sections, removed }) {
  const length = (text) => tokens(fold(text ?? '')).join('').length;
  const title = head.find(({ field }) => field === 'title');
  let sum = title ? length(title.before) + length(title.after) : 0;
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
  const [one, other] = [before, after].map((text) => tokens(fold(text)));
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
