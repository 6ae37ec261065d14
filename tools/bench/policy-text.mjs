// Generates policies of any length with realistic contents: headings, paragraphs, lists, links and
// tables.

const SUBJECTS = ['We', 'The service', 'Your browser', 'A provider', 'Our server', 'The operator'];
const VERBS = ['keeps', 'deletes', 'receives', 'stores', 'passes on', 'anonymises', 'reviews'];
const OBJECTS = [
  'your e-mail address',
  'the address of your device',
  'the pages that were visited',
  'messages sent to support',
  'the settings of your account',
  'the date of the last visit',
  'records of payments',
];
const TAILS = [
  'for as long as the account exists',
  'for no longer than ninety days',
  'only where the law asks for it',
  'to keep the service secure',
  'unless you object to it in writing',
  'together with the time of the request',
];
const TOPICS = [
  'What we collect',
  'Why we collect it',
  'How long we keep it',
  'Who receives it',
  'Your rights',
  'Cookies and storage',
  'Security',
  'Children',
  'Transfers abroad',
  'Changes to this policy',
];

/** Returns a policy in Markdown of about this many bytes. Every run gets the same text. */
export function policyText(bytes) {
  const pick = picker(bytes);
  const sentence = () => `${pick(SUBJECTS)} ${pick(VERBS)} ${pick(OBJECTS)} ${pick(TAILS)}.`;
  const paragraph = () =>
    Array.from({ length: 3 + (pick.number() % 4) }, (_, at) => {
      const plain = sentence();
      if (at === 1) return plain.replace(/(keeps|stores|deletes)/, '**$1**');
      if (at === 2)
        return `${plain} See [section ${pick.number() % 40}](https://example.org/more).`;
      return plain;
    }).join(' ');
  const list = () =>
    Array.from({ length: 4 }, () => `- *${pick(OBJECTS)}*, ${pick(TAILS)}`).join('\n');
  const table = () =>
    ['| Data | Kept |', '| --- | --- |']
      .concat(Array.from({ length: 4 }, () => `| ${pick(OBJECTS)} | ${pick(TAILS)} |`))
      .join('\n');

  const parts = ['# Privacy policy', 'Last updated: March 1, 2026', paragraph()];
  let size = parts.join('\n\n').length;
  for (let section = 0; size < bytes; section += 1) {
    const added = [
      `## ${section + 1}. ${TOPICS[section % TOPICS.length]}`,
      paragraph(),
      paragraph(),
      list(),
      paragraph(),
      ...(section % 5 === 4 ? [table()] : []),
    ];
    parts.push(...added);
    size += added.reduce((sum, part) => sum + part.length + 2, 0);
  }
  return `${parts.join('\n\n')}\n`;
}

/**
 * Returns a function that picks pseudo-random items of a list. The seed determines the sequence.
 */
function picker(seed) {
  let state = seed >>> 0;
  const number = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state >>> 8;
  };
  return Object.assign((list) => list[number() % list.length], { number });
}

/**
 * Returns a policy whose text is a single paragraph. This is the worst case for most comparison
 * algorithms.
 */
export function onePartText(bytes) {
  const lines = policyText(bytes).split('\n');
  const prose = lines.filter((line) => /^[A-Z]/.test(line));
  return `# Privacy policy\n\n${prose.join(' ')}\n`;
}

/**
 * Returns a text in which this share of the words was replaced, added or removed. Every run gets
 * the same result.
 */
export function editedText(text, share) {
  const pick = picker(Math.round(share * 1000) + text.length);
  const words = [...SUBJECTS, ...VERBS, ...OBJECTS, ...TAILS].join(' ').toLowerCase().split(' ');
  const edits = [
    () => `${pick(words)}${pick.number() % 90}`,
    () => pick(words),
    (word) => `${word} ${pick(words)}`,
    () => '',
  ];
  return text.replace(/(?<![\p{L}/.-])\p{L}+(?![\p{L}/:-])/gu, (word) =>
    pick.number() % 1000 < share * 1000 ? pick(edits)(word) : word,
  );
}
