/** Generates random policies: well-formed ones with their expected words, and broken ones. */

import fc from 'fast-check';

/** A piece of source text, and its visible words. White space between words does not matter. */
export interface Piece {
  readonly source: string;
  readonly words: string;
}

/** A whole document with its content type. */
export interface Written extends Piece {
  readonly type: string;
}

const MARKDOWN = 'text/markdown';
const HTML = 'text/html';
const JSON_TYPE = 'application/json';

const WORDS =
  'we keep your data the name and for logs cookies days 30 1,500 €20 2025-03-04 don’t “so” Ünïcode 我们 データ שלום حذف e-mail a_b x.y and/or'.split(
    ' ',
  );

const word = fc.constantFrom(...WORDS);

/** Plain words. The first is always “so”, so that no format mistakes the line for markup. */
const plain = fc.array(word, { maxLength: 6 }).map((words) => ['so', ...words].join(' '));

const address = fc.constantFrom(
  'https://example.org/a',
  '/b?c=d',
  '#part',
  'mailto:x@example.org',
  'javascript:pwn()',
  'CANARY',
);

function piece(source: string, words: string): Piece {
  return { source, words };
}

function surround(start: string, end = start): (inner: Piece) => Piece {
  return ({ source, words }) => piece(start + source + end, words);
}

function joinPieces(pieces: readonly Piece[], separator: string): Piece {
  return piece(
    pieces.map(({ source }) => source).join(separator),
    pieces.map(({ words }) => words).join(' '),
  );
}

const text = plain.map((words) => piece(words, words));

// Phrases begin and end with a letter and have spaces around them, so that emphasis is unambiguous.
const { markdownPhrase } = fc.letrec<{ markdownPhrase: Piece; part: Piece }>((tie) => ({
  markdownPhrase: fc
    .array(tie('part'), { minLength: 1, maxLength: 3 })
    .map((parts) => joinPieces([piece('so', 'so'), ...parts, piece('it', 'it')], ' ')),
  part: fc.oneof(
    { maxDepth: 2, depthSize: 'small' },
    { weight: 4, arbitrary: text },
    tie('markdownPhrase').map(surround('**')),
    tie('markdownPhrase').map(surround('_')),
    tie('markdownPhrase').map(surround('~~')),
    tie('markdownPhrase').map(surround('<b>', '</b>')),
    tie('markdownPhrase').map(surround('<span onclick="pwn()">', '</span>')),
    plain.map((words) => piece(`\`${words}\``, words)),
    fc
      .tuple(text, address)
      .map(([{ source, words }, to]) => piece(`[${source}](${to} "hidden")`, words)),
    fc.tuple(text, address).map(([{ source, words }, to]) => piece(`![${source}](${to})`, words)),
    fc.constantFrom(
      piece('<https://example.org/x>', 'https://example.org/x'),
      piece('x@example.org', 'x@example.org'),
      piece('&amp;', '&'),
      piece('&lt;script&gt;', '<script>'),
      piece('\\*', '*'),
      piece('<!-- hidden -->', ''),
      piece('a<br>b', 'a b'),
      piece('5 < 6', '5 < 6'),
    ),
  ),
}));

function indentPiece({ source, words }: Piece, first: string, rest: string): Piece {
  return piece(first + source.replaceAll('\n', `\n${rest}`), words);
}

const { markdownBlock } = fc.letrec<{ markdownBlock: Piece; blocks: Piece }>((tie) => ({
  blocks: fc
    .array(tie('markdownBlock'), { minLength: 1, maxLength: 3 })
    .map((blocks) => joinPieces(blocks, '\n\n')),
  markdownBlock: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    { weight: 6, arbitrary: markdownPhrase },
    fc.array(tie('blocks'), { minLength: 1, maxLength: 3 }).map((items) =>
      joinPieces(
        items.map((item) => indentPiece(item, '- ', '  ')),
        '\n',
      ),
    ),
    fc.array(tie('blocks'), { minLength: 1, maxLength: 3 }).map((items) =>
      joinPieces(
        items.map((item, index) => indentPiece(item, `${index + 1}. `, '   ')),
        '\n',
      ),
    ),
    tie('blocks').map((inner) => indentPiece(inner, '> ', '> ')),
    plain.map((words) => piece(`\`\`\`\n${words}\n\`\`\``, words)),
    fc
      .array(fc.array(text, { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 3 })
      .map((rows) => {
        const lines = rows.map((cells) => surround('| ', ' |')(joinPieces(cells, ' | ')));
        return joinPieces([lines[0]!, piece('| - | - |', ''), ...lines.slice(1)], '\n');
      }),
    tie('blocks').map((inner) => surround('<div class="x">\n\n', '\n\n</div>')(inner)),
    fc.constantFrom(
      piece('<script>pwn()</script>', ''),
      piece('<style>p { color: red }</style>', ''),
    ),
  ),
}));

const markdownParts = fc
  .array(fc.tuple(plain, fc.array(markdownBlock, { minLength: 1, maxLength: 4 })), {
    minLength: 1,
    maxLength: 4,
  })
  .map((sections) =>
    sections.map(([heading, blocks], index) =>
      joinPieces(
        [piece(`## Part ${index} ${heading}`, `Part ${index} ${heading}`), ...blocks],
        '\n\n',
      ),
    ),
  );

function markdownOf(parts: readonly Piece[]): Written {
  return {
    ...joinPieces([piece('# Privacy policy', 'Privacy policy'), ...parts], '\n\n'),
    type: MARKDOWN,
  };
}

/** Well-formed Markdown. */
export const markdown = markdownParts.map(markdownOf);

const { htmlPhrase } = fc.letrec<{ htmlPhrase: Piece; part: Piece }>((tie) => ({
  htmlPhrase: fc
    .array(tie('part'), { minLength: 1, maxLength: 3 })
    .map((parts) => joinPieces([piece('so', 'so'), ...parts, piece('it', 'it')], ' ')),
  part: fc.oneof(
    { maxDepth: 2, depthSize: 'small' },
    { weight: 4, arbitrary: text },
    fc
      .tuple(
        tie('htmlPhrase'),
        fc.constantFrom(
          'b',
          'em',
          'span onclick=pwn()',
          'font color=red',
          'code',
          'q',
          'u',
          'x-y',
          'small style="position: fixed"',
        ),
      )
      .map(([inner, tag]) => surround(`<${tag}>`, `</${tag.split(' ')[0]}>`)(inner)),
    fc
      .tuple(tie('htmlPhrase'), address)
      .map(([inner, to]) => surround(`<a href="${to}" target=_top>`, '</a>')(inner)),
    fc
      .tuple(plain, address)
      .map(([words, to]) => piece(`<img src='${to}' alt='${words}' onerror=pwn()>`, words)),
    fc.constantFrom(
      piece('&amp;', '&'),
      piece('&lt;script>', '<script>'),
      piece('a<br>b', 'a b'),
      piece('5 < 6', '5 < 6'),
      piece('<!-- hidden -->', ''),
      piece('<script>pwn("<p>")</script>', ''),
      piece('<svg onload=pwn()><title>hidden</title></svg>', ''),
    ),
  ),
}));

const { htmlBlock } = fc.letrec<{ htmlBlock: Piece; blocks: Piece }>((tie) => ({
  blocks: fc
    .array(tie('htmlBlock'), { minLength: 1, maxLength: 3 })
    .map((blocks) => joinPieces(blocks, '\n')),
  htmlBlock: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    { weight: 4, arbitrary: htmlPhrase.map(surround('<p>', '</p>')) },
    htmlPhrase.map(surround('<p>', '')),
    htmlPhrase,
    fc
      .tuple(
        tie('blocks'),
        fc.constantFrom(
          'div',
          'section',
          'blockquote',
          'center',
          'article',
          'details open',
          'figure',
          'ul><li',
          'ol><li',
          'dl><dd',
          'table><tr><td>a<td',
        ),
      )
      .map(([inner, tag]) => {
        const names = tag.split('>').map((part) => part.split(' ')[0]!);
        const end = names.toReversed().map((name) => `</${name.replace(/^td$/, 'td')}>`);
        const lead = tag.startsWith('table') ? 'a' : '';
        return piece(`<${tag}>${inner.source}${end.join('')}`, `${lead} ${inner.words}`);
      }),
    fc
      .tuple(plain, fc.integer({ min: 2, max: 6 }))
      .map(([words, level]) => piece(`<h${level}>${words}</h${level}>`, words)),
    plain.map((words) => piece(`<pre>${words}</pre>`, words)),
    plain.map((words) => piece(`<p hidden>${words}</p>`, '')),
    fc.constantFrom(
      piece('<style>p { color: red }</style>', ''),
      piece('<iframe srcdoc="<p>x</p>">x</iframe>', ''),
      piece('<hr>', ''),
    ),
  ),
}));

/** A paragraph long enough to make its element the main content of a page. */
const LONG = 'so we keep your data for the days that the law names, and no day longer. '.repeat(9);

const htmlBody = fc
  .array(htmlBlock, { minLength: 1, maxLength: 6 })
  .map((blocks) =>
    joinPieces(
      [piece(`<h1>Privacy policy</h1><p>${LONG}`, `Privacy policy ${LONG}`), ...blocks],
      '\n',
    ),
  );

/** Well-formed HTML. */
export const html = htmlBody.map((body): Written => ({
  ...surround('<!doctype html><title>Privacy policy</title><main>', '</main>')(body),
  type: HTML,
}));

/** JSON in the native format or in the format of a server. Its texts are Markdown and HTML. */
export const json = fc.oneof(
  fc
    .array(
      fc.tuple(
        plain,
        fc.oneof(
          fc.tuple(fc.constantFrom('markdown', 'content', 'text'), markdownBlock),
          fc.tuple(fc.constant('html'), htmlBlock),
        ),
        fc.option(fc.jsonValue({ maxDepth: 2 })),
      ),
      { minLength: 1, maxLength: 4 },
    )
    .map((sections): Written => {
      const value = {
        title: 'Privacy policy',
        sections: sections.map(([heading, [name, body], odd], index) => ({
          id: odd ?? undefined,
          heading: `Part ${index} ${heading}`,
          [name]: body.source,
        })),
      };
      const words = sections.map(
        ([heading, [, body]], index) => `Part ${index} ${heading} ${body.words}`,
      );
      return {
        source: JSON.stringify(value),
        words: ['Privacy policy', ...words].join(' '),
        type: JSON_TYPE,
      };
    }),
  htmlBody.map(({ source, words }): Written => ({
    source: JSON.stringify({ updated_at: '2026-03-04T00:00:00Z', content: source }),
    words,
    type: JSON_TYPE,
  })),
);

/** Two versions of one policy in Markdown. */
export const versions = fc
  .tuple(
    markdownParts,
    markdownParts,
    fc.array(fc.tuple(fc.constantFrom('drop', 'add', 'swap', 'word'), fc.nat(9), fc.nat(9)), {
      maxLength: 4,
    }),
  )
  .map(([parts, others, edits]): [Written, Written] => {
    let newer = [...parts];
    for (const [kind, from, to] of edits) {
      const at = from % (newer.length || 1);
      const part = newer[at];
      if (kind === 'add') newer = newer.toSpliced(at, 0, others[to % others.length]!);
      else if (!part) continue;
      else if (kind === 'drop') newer = newer.toSpliced(at, 1);
      else if (kind === 'swap') newer = newer.toSpliced(at, 1).toSpliced(to, 0, part);
      else {
        const source = part.source.replace('your', 'all').replace(/ so (?=\S)/, ' then ');
        newer = newer.with(at, { ...part, source });
      }
    }
    return [markdownOf(parts), markdownOf(newer)];
  });

const SHARED =
  'word data 30 . , ! ( ) [ ] < > & ; : / \\ " \' = - + * _ ~ ` | # @ ^ $ { } \n \n\n \n\n\n \t \u00a0 \u0000 \u202e \u2066 \u200b \ufeff \u0301 é 我们 שלום \ud800 https://example.org javascript:pwn() CANARY mailto:x@example.org www.example.org'.split(
    ' ',
  );

const MARKDOWN_MARKS = [
  ' ',
  '  ',
  '    ',
  '**',
  '***',
  '__',
  '~~',
  '``',
  '```\n',
  '\n```\n',
  '](',
  '](<',
  '![',
  '][',
  '[a]: ',
  '\n[a]: CANARY\n',
  '[^1]',
  '\n[^1]: ',
  '\n# ',
  '\n## ',
  '\n===\n',
  '\n---\n',
  '\n- ',
  '\n  - ',
  '\n1. ',
  '\n> ',
  '\n| a | b |\n|---|:-:|\n',
  '\n- [x] ',
  '{#id}',
  '{{ x }}',
  '{% if %}',
  '\n:::note\n',
  '\n[TOC]\n',
  '&amp;',
  '&lt;',
  '&#x202e;',
  '&#0;',
  '&notit;',
  '<!--',
  '-->',
  '<b>',
  '</b>',
  '<div>\n\n',
  '\n</div>\n',
  '<a href="javascript:pwn()">',
  '<img src=CANARY onerror=pwn()>',
  '<script>',
  '</script>',
  '<details>\n<summary>',
  '</summary>\n',
  '<table><tr><td>',
  '$$',
];

/** Fragments of markup, complete and broken. */
const MARKUP = [
  ' ',
  ...'a b br code div em font h1 h2 h6 i img input li ol p pre q span strong table td tr ul dl dt dd details summary figure figcaption blockquote button form label nav header footer main section x-y html body head'
    .split(' ')
    .flatMap((name) => [`<${name}>`, `</${name}>`]),
  '<a href=javascript:pwn() target=_top>',
  '<a href="CANARY" ping=CANARY>',
  '<p onclick=pwn() style="position:fixed" class=evil id=evil>',
  '<img src=CANARY onerror=pwn() alt=word>',
  '<p title="',
  "<p title='",
  '">',
  "'>",
  '/>',
  '<!--',
  '-->',
  '--!>',
  '<!',
  '<?',
  '</',
  '<',
  '>',
  '<!doctype html>',
  '&amp;',
  '&lt;script&gt;',
  '&#x3c;img src=x onerror=pwn()&#x3e;',
  '<ol start=3 type=a reversed>',
  '<td colspan=9999 rowspan=9999>',
  '<p hidden>',
  '<p dir=rtl lang=ar>',
  '<input type=checkbox checked>',
  '<base href=CANARY>',
  '<slot name=title>',
];

/** Elements whose text is not parsed, or is parsed by special rules. */
const STRANGE = [
  'svg',
  'math',
  'script',
  'style',
  'template',
  'title',
  'textarea',
  'noscript',
  'select',
  'option',
  'iframe',
  'object',
  'xmp',
  'plaintext',
  'noembed',
  'frameset',
  'video',
  'foreignObject',
  'mtext',
  'annotation-xml encoding=text/html',
  'privacy-policy src=CANARY',
  'template shadowrootmode=open',
].flatMap((name) => [`<${name}>`, `</${name.split(' ')[0]}>`]);

function brokenText(...marks: readonly (readonly string[])[]): fc.Arbitrary<string> {
  const token = fc.oneof(
    { weight: 2, arbitrary: fc.nat(999).map((number) => `word${number}x`) },
    ...[SHARED, ...marks].map((list) => ({ weight: 3, arbitrary: fc.constantFrom(...list) })),
  );
  return fc.array(token, { maxLength: 60, size: 'max' }).map((tokens) => tokens.join(''));
}

/** Broken Markdown without extensions or markup. */
export const brokenMarkdown = brokenText(
  MARKDOWN_MARKS.filter((mark) => !/[<{$]|:::|\[\^|\[TOC/.test(mark)),
).map((source) => source.replace(/[<{$^:@]|www\./g, ''));

/** Broken HTML that contains only elements whose text is parsed by the usual rules. */
export const brokenMarkup = brokenText(MARKUP);

/** Hostile or broken documents in every format. */
export const hostile: fc.Arbitrary<{ readonly source: string; readonly type: string }> = fc.oneof(
  brokenText(MARKDOWN_MARKS, MARKUP).map((source) => ({
    source: `# A\n\n${source}`,
    type: MARKDOWN,
  })),
  brokenText(MARKDOWN_MARKS).map((source) => ({ source: `---\n${source}`, type: MARKDOWN })),
  brokenText(MARKUP, STRANGE).map((source) => ({ source: `<h1>A</h1>${source}`, type: HTML })),
  brokenText(MARKUP, STRANGE).map((source) => ({
    source: JSON.stringify({ updated_at: source, content: source }),
    type: JSON_TYPE,
  })),
  hostileJson().map((source) => ({ source, type: JSON_TYPE })),
);

/** JSON with values of every type, in fields with known and with dangerous names. */
function hostileJson(): fc.Arbitrary<string> {
  const names = fc.constantFrom(
    ...'title heading content markdown html text sections lang dir updated effective version summary history alternates url source contact licence next previous id aliases body rendered protected data name __proto__ constructor toString then length _$litType$ strings values policies privacy_policy'.split(
      ' ',
    ),
  );
  const { value } = fc.letrec<{ value: string }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 5, depthSize: 'medium' },
      brokenText(MARKDOWN_MARKS, MARKUP).map((text) => JSON.stringify(text)),
      fc.constantFrom('null', 'true', '0', '-1', '1e999', '4294967295', '""', '"2026-02-30"', '[]'),
      fc.array(tie('value'), { maxLength: 4 }).map((items) => `[${items.join()}]`),
      {
        weight: 3,
        arbitrary: fc
          .array(fc.tuple(names, tie('value')), { maxLength: 6 })
          .map((entries) => `{${entries.map(([name, of]) => `"${name}":${of}`).join()}}`),
      },
    ),
  }));
  return fc.oneof(
    value,
    fc.tuple(value, value).map(([a, b]) => `{"title":"kept","sections":[{"heading":${a}},${b}]}`),
    fc.tuple(value, fc.nat(99)).map(([text, end]) => text.slice(0, end)),
  );
}
