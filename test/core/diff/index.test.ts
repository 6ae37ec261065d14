import { expect } from 'chai';
import { compareInDetail, comparePolicies } from '../../../src/core/diff/index.ts';
import { runSync } from '../../../src/core/index.ts';
import { afterFault, beforeFault } from '../../../tools/corpus/marks.mjs';
import type { Table } from '../../../src/core/model/policy.ts';
import { compare, compareBodies, policyFrom, markedLines } from './compare-texts.ts';

const KEPT = 'We keep what you tell us for as long as we need it.';

describe('comparePolicies', () => {
  describe('Unchanged policies', () => {
    const findsNothing = (what: string, before: string, after: string): void => {
      it(`No change is found ${what}`, () => {
        const comparison = compare(before, after);
        expect(comparison.summary.total).to.equal(0);
        expect(comparison.summary.material).to.equal(false);
        expect(comparison.summary.sections).to.deep.equal([]);
        for (const { blocks, section } of comparison.sections)
          expect(blocks).to.equal(section.blocks);
      });
    };
    const body = (text: string) => `# Policy\n\n## Data\n\n${text}\n\n## Contact\n\nWrite to us.\n`;

    findsNothing(
      'in white space and line wrapping',
      body('One two\nthree  four.'),
      body('One two three four.'),
    );
    findsNothing(
      'in quotation marks',
      body(`The “Service” isn’t 'free'.`),
      body(`The "Service" isn't ‘free’.`),
    );
    findsNothing('in dashes', body('Names – and more — stay.'), body('Names - and more - stay.'));
    findsNothing('in emphasis', body('We **never** sell _data_.'), body('We never sell data.'));
    findsNothing('in capitals', body('We use cookies.'), body('We Use Cookies.'));
    findsNothing('in list markers', body('- One\n- Two'), body('* One\n* Two'));
    findsNothing('in kinds of list', body('- One\n- Two'), body('1. One\n2. Two'));
    findsNothing(
      'in heading syntax',
      'Policy\n===\n\nData\n---\n\nText.\n',
      '# Policy\n\n## Data\n\nText.\n',
    );
    findsNothing(
      'in entity spelling',
      body('Terms &amp; conditions &copy; us.'),
      body('Terms & conditions © us.'),
    );
    findsNothing(
      'in table padding',
      body('| A | B |\n|---|---|\n| 1 | 2 |'),
      body('|A|B|\n|:--|:--|\n|1|2|'),
    );
    findsNothing(
      'in names of link references',
      body('See [here][a].\n\n[a]: https://example.com/'),
      body('See [here](https://example.com/).'),
    );
    findsNothing('in decoration', body('One.\n\n***\n\nTwo.'), body('One.\n\nTwo.'));
    findsNothing(
      'in soft hyphens',
      body('In\u00adfor\u00admation is kept.'),
      body('Information is kept.'),
    );
    findsNothing(
      'in how paragraphs are divided',
      body('One is this. Two is that.'),
      body('One is this.\n\nTwo is that.'),
    );
    findsNothing(
      'in bold lines that become headings of a lower level',
      body('**Logs**\n\nWe keep logs.'),
      body('### Logs\n\nWe keep logs.'),
    );
    findsNothing(
      'in the level of all headings',
      '# Policy\n\n## A\n\nOne.\n\n## B\n\nTwo.\n',
      '# Policy\n\n### A\n\nOne.\n\n### B\n\nTwo.\n',
    );
  });

  describe('Changed sections', () => {
    const TWO = `# Policy\n\n## Data\n\n${KEPT}\n\n## Sharing\n\nWe share nothing with anybody at all.\n`;

    it('A section that only the newer version has is added', () => {
      const { sections, summary } = compare(TWO, `${TWO}\n## Children\n\nNot for children.\n`);
      expect(sections[2]).to.deep.include({ kinds: ['added'], previousId: null, count: 1 });
      expect(sections[2]!.blocks).to.equal(sections[2]!.section.blocks);
      expect(summary).to.deep.include({ added: 1, total: 1, material: true });
    });

    it('A section that only the older version has is removed', () => {
      const { removed, summary } = compare(`${TWO}\n## Children\n\nNot for children.\n`, TWO);
      expect(removed.map(({ section, kinds }) => [section.heading, kinds])).to.deep.equal([
        ['Children', ['removed']],
      ]);
      expect(summary).to.deep.include({ removed: 1, total: 1, material: true });
    });

    it('A section in another order is moved', () => {
      const part = (name: string) =>
        `## ${name}\n\n${name} is what this part is about, in short.\n\n`;
      const { sections, summary } = compare(
        `# Policy\n\n${part('One')}${part('Two')}${part('Three')}`,
        `# Policy\n\n${part('Three')}${part('One')}${part('Two')}`,
      );
      expect(sections.map(({ kinds }) => kinds)).to.deep.equal([['moved'], [], []]);
      expect(sections[0]!.movedAfter).to.equal('Two');
      expect(summary).to.deep.include({ moved: 1, total: 1, material: false });
    });

    it('Sections are not moved if another was added before them', () => {
      const { sections } = compare(TWO, TWO.replace('## Data', '## New\n\nSomething.\n\n## Data'));
      expect(sections.map(({ kinds }) => kinds)).to.deep.equal([['added'], [], []]);
    });

    it('A section with another heading is renamed', () => {
      const { sections, summary } = compare(TWO, TWO.replace('## Sharing', '## Third parties'));
      expect(sections[1]).to.deep.include({
        kinds: ['renamed'],
        previousHeading: 'Sharing',
        previousId: 'sharing',
        count: 1,
      });
      expect(summary).to.deep.include({ renamed: 1, total: 1, material: true });
    });

    it('A section with another number is renumbered, which counts as no change', () => {
      const { sections, summary } = compare(
        TWO.replace('## Sharing', '## 3. Sharing'),
        TWO.replace('## Sharing', '## 4. Sharing'),
      );
      expect(sections[1]).to.deep.include({
        kinds: ['renumbered'],
        previousHeading: '3. Sharing',
        count: 0,
      });
      expect(summary).to.deep.include({ total: 0, material: false });
    });

    it('Sections match by an explicit id, even if heading and text changed', () => {
      const { sections, removed } = compare(
        TWO.replace('## Sharing', '## Sharing {#others}'),
        TWO.replace(
          '## Sharing\n\nWe share nothing with anybody at all.',
          '## Partners {#others}\n\nNew words only, entirely.',
        ),
      );
      expect(sections[1]).to.deep.include({ previousId: 'others', previousHeading: 'Sharing' });
      expect(removed).to.deep.equal([]);
    });

    it('A section is split when a new heading divides it', () => {
      const long = 'First we say this about that thing.\n\nThen we say something else about logs.';
      const { sections, summary } = compare(
        TWO.replace(KEPT, long),
        TWO.replace(KEPT, long.replace('\n\nThen', '\n\n## Logs\n\nThen')),
      );
      expect(sections[1]!.kinds).to.deep.equal(['split']);
      expect(summary.changed).to.equal(1);
      expect(sections[1]!.origins).to.include('Data');
      expect(sections[1]!.blocks).to.equal(sections[1]!.section.blocks);
    });

    it('A section is merged when the heading after it was removed', () => {
      const { sections, removed } = compare(TWO, TWO.replace('## Sharing\n\n', ''));
      expect(removed).to.deep.equal([]);
      expect(sections[0]!.kinds).to.include('merged');
      expect(markedLines(sections[0]!.blocks)).to.deep.equal([
        KEPT,
        '<removed> Sharing',
        'We share nothing with anybody at all.',
      ]);
    });

    it('Repeated headings match by their text', () => {
      const same = (text: string) =>
        `## Purposes\n\n${text} is why we do it, and nothing else.\n\n`;
      const { sections } = compare(
        `# Policy\n\n${same('Billing')}${same('Support')}`,
        `# Policy\n\n${same('Research')}${same('Billing')}${same('Support')}`,
      );
      expect(sections.map(({ kinds }) => kinds)).to.deep.equal([['added'], [], []]);
    });
  });

  describe('Marked words', () => {
    const marksOf = (before: string, after: string, lines: string[]): void => {
      expect(markedLines(compareBodies(before, after).blocks)).to.deep.equal(lines);
    };
    const marks = (what: string, before: string, after: string, lines: string[]): void => {
      it(`The comparison marks ${what}`, () => {
        marksOf(before, after, lines);
      });
    };

    marks('a replaced word', 'We keep logs for 30 days.', 'We keep logs for 90 days.', [
      'We keep logs for [-30-]{+90+} days.',
    ]);
    marks('an added word with its space', 'We use cookies here.', 'We use new cookies here.', [
      'We use {+new +}cookies here.',
    ]);
    marks('a removed word with its space', 'We use new cookies here.', 'We use cookies here.', [
      'We use [-new -]cookies here.',
    ]);
    marks('words added at the end', 'We keep your name.', 'We keep your name (if given).', [
      'We keep your name{+ (if given)+}.',
    ]);
    marks(
      'an added sentence as a whole',
      'One is here. Two is here.',
      'One is here. Three is here. Two is here.',
      ['One is here. {+Three is here. +}Two is here.'],
    );
    marks('amounts as a whole', 'It costs €1,500.00 a year.', 'It costs €1,700.00 a year.', [
      'It costs [-€1,500.00-]{+€1,700.00+} a year.',
    ]);
    marks(
      'addresses as a whole',
      'Write to data@example.org today please.',
      'Write to data@example.com today please.',
      ['Write to [-⟨data@example.org⟩-]{+⟨data@example.com⟩+} today please.'],
    );
    it('Words of scripts without spaces are marked', () => {
      const { blocks } = compareBodies('我们保留您的姓名和地址。', '我们保留您的姓名和电话。');
      // Firefox segments “and” (和) and the noun after it as one word.
      expect(markedLines(blocks).join()).to.match(
        /^我们保留您的姓名(和\[-地址-]|\[-和地址-])\{\+和?电话\+}。$/,
      );
    });
    marks(
      'words inside emphasis',
      'We **never sell** data to others.',
      'We **never rent** data to others.',
      ['We never [-sell-]{+rent+} data to others.'],
    );
    marks('a date after a label', 'Date: November 7, 2025', 'Date: April 28, 2026', [
      'Date: [-November 7, 2025-]{+April 28, 2026+}',
    ]);
    marks(
      'a phrase without leaving single words of it unmarked',
      'Alpha beta gamma of delta epsilon zeta stays here for the reader to see again.',
      'Eins zwei drei of vier fünf sechs stays here for the reader to see again.',
      [
        '[-Alpha beta gamma of delta epsilon zeta-]{+Eins zwei drei of vier fünf sechs+} stays here for the reader to see again.',
      ],
    );
    marks('an added item', '- Name\n- Phone', '- Name\n- Address\n- Phone', [
      'Name',
      '<added> Address',
      'Phone',
    ]);
    marks('a removed item in its place', '- Name\n- Address\n- Phone', '- Name\n- Phone', [
      'Name',
      '<removed> Address',
      'Phone',
    ]);
    marks(
      'words of cells',
      '| A | B |\n|--|--|\n| one | two |',
      '| A | B |\n|--|--|\n| one | three |',
      ['A', 'B', 'one', '[-two-]{+three+}'],
    );
    marks(
      'an added row',
      '| A | B |\n|--|--|\n| one | two |',
      '| A | B |\n|--|--|\n| one | two |\n| new | row |',
      ['A', 'B', 'one', 'two', '<added> new', 'row'],
    );
    marks(
      'an added paragraph',
      'First text here.\n\nSecond one.',
      'First text here.\n\nWholly new.\n\nSecond one.',
      ['First text here.', '<added> Wholly new.', 'Second one.'],
    );

    it('A paragraph with few phrases in common is rewritten', () => {
      const before =
        'Whatever you send us is kept for 30 days on servers in our own house and then deleted.';
      const after =
        'Your messages stay 90 days with a provider abroad, not on servers in our own house, whoever asks us to.';
      const [block] = compareBodies(before, after).blocks;
      expect(block!.change).to.deep.include({ kind: 'rewritten', material: true });
      expect(block!.change!.previous).to.have.property('type', 'paragraph');
      expect(markedLines([block!])[0]).to.equal(`<rewritten> ${after.replace('90', '{+90+}')}`);
    });

    it('The numbers of a rewritten paragraph are kept apart', () => {
      const before =
        'On 23 July 2024 we wrote down what follows, which is meant for all who visit our house.';
      const after =
        'Whatever was decided by others since, all who visit our house may read it on 25 August 2025 at the latest.';
      const [block] = compareBodies(before, after).blocks;
      expect(block!.change!.kind).to.equal('rewritten');
      expect(markedLines([block!])[0]).not.to.include('[-');
    });

    it('Paragraphs that share only single words are removed and added', () => {
      const before =
        'You can switch off cookies in the list of your browser, where updates are found.';
      const after =
        'Our list names every company that sets cookies here; updates follow each month.';
      expect(compareBodies(before, after).blocks.map(({ change }) => change!.kind)).to.deep.equal([
        'removed',
        'added',
      ]);
    });

    it('A paragraph that is inserted into another is the only change', () => {
      const first = 'We keep what you tell us for as long as we need it.';
      const last = 'You may ask us at any time to delete all of what we keep.';
      const added = 'This holds for what others tell us about you as well, wherever they are.';
      marksOf(`${first} ${last}`, `${first}\n\n${added}\n\n${last}`, [
        first,
        `<added> ${added}`,
        last,
      ]);
    });

    it('Changed capitals of words are marked next to other changes, but not in headings', () => {
      const body = (verb: string, data: string) =>
        `### To ${verb} ${data}\n\nWe ${verb} your ${data} to nobody else.`;
      marksOf(body('sell', 'Data'), body('give', 'data'), [
        'To [-sell-]{+give+} data',
        'We [-sell-]{+give+} your [-Data-]{+data+} to nobody else.',
      ]);
    });

    it('A changed capital in a link with another address keeps both links', () => {
      const body = (link: string) =>
        policyFrom(`## Data\n\nYou can use ${link} to change what you see.\n`);
      const before = body('[Ads Settings](https://example.org/a)');
      const after = body('[ad settings](https://example.org/b)');
      const comparison = runSync(compareInDetail(before, after));
      expect(beforeFault(comparison, before, after)).to.equal(undefined);
    });

    it('Added text alone is marked, however long it is', () => {
      const first = 'We keep what you tell us for as long as we need it.';
      const added =
        'This holds for what others tell us about you as well, wherever they are, and for all of what we find out by ourselves.';
      marksOf(first, `${first} ${added}`, [`${first}{+ ${added}+}`]);
    });

    const LINES = [
      'We keep your name and your e-mail address.',
      'We keep server lines for a month.',
    ];
    const [NAMES, LOGS] = LINES as [string, string];

    it('A paragraph in another order is moved, which is not material', () => {
      const { blocks, count, material } = compareBodies(
        LINES.join('\n\n'),
        LINES.toReversed().join('\n\n'),
      );
      expect(markedLines(blocks)).to.deep.equal([LOGS, `<moved> ${NAMES}`]);
      expect({ count, material }).to.deep.equal({ count: 1, material: false });
      expect(blocks[1]!.change!.movedFrom!.after).to.equal(null);
    });

    it('A list item in another order is moved', () => {
      marksOf('- Name\n- Phone\n- Address', '- Phone\n- Name\n- Address', [
        'Phone',
        '<moved> Name',
        'Address',
      ]);
    });

    it('A table row in another order is moved', () => {
      const table = (...rows: string[]) => ['| A | B |', '|--|--|', ...rows].join('\n');
      const [one, two] = ['| one | 1 |', '| two | 2 |'] as const;
      marksOf(table(one, two), table(two, one), ['A', 'B', 'two', '2', '<moved> one', '1']);
    });

    it('A sub-section in another order is one move', () => {
      const part = (name: string) => `### ${name}\n\nAbout ${name}.\n\nMore about ${name}.`;
      const { blocks, count } = compareBodies(
        `${part('One')}\n\n${part('Two')}`,
        `${part('Two')}\n\n${part('One')}`,
      );
      expect(markedLines(blocks)).to.deep.equal([
        'Two',
        'About Two.',
        'More about Two.',
        '<moved> One',
        'About One.',
        'More about One.',
      ]);
      expect(count).to.equal(1);
      const { movedFrom, material } = blocks[3]!.change!;
      expect(movedFrom!.blocks).to.have.length(3);
      expect(material).to.equal(false);
    });

    it('A paragraph that moved to another heading is material', () => {
      const body = (one: string, two: string) =>
        `### Ads\n\nBasis: ${one}.\n\n### Logs\n\nBasis: ${two}.`;
      const { material } = compareBodies(body('consent', 'contract'), body('contract', 'consent'));
      expect(material).to.equal(true);
    });

    it('A paragraph that moved to another section is material', () => {
      const moved = 'Our partners see what you write to us and answer it in our name.';
      const policy = (data: string, mail: string) =>
        `# Policy\n\n## Data\n\n${KEPT}\n\n${data}\n\n## Mail\n\nWrite to us at any time.\n\n${mail}\n`;
      const { sections, summary } = compare(policy(moved, ''), policy('', moved));
      expect(sections.map(({ kinds, count }) => [kinds, count])).to.deep.equal([
        [[], 0],
        [['changed'], 1],
      ]);
      expect(sections[0]!.blocks).to.equal(sections[0]!.section.blocks);
      expect(markedLines(sections[1]!.blocks)).to.deep.equal([
        'Write to us at any time.',
        `<moved> ${moved}`,
      ]);
      expect(sections[1]!.blocks[1]!.change!.movedFrom!.after).to.equal(KEPT);
      expect(summary).to.deep.include({ total: 1, material: true });
    });

    it('Cells of a column that was added to a table are marked, and rows are compared without it', () => {
      const [before, after] = [
        '| A | B |\n|--|--|\n| one | two |\n| three | four |\n| gone | too |',
        '| A | New | B |\n|--|--|--|\n| one | x | two |\n| three | y | forty |\n| last | z | row |',
      ].map((body) => policyFrom(`# P\n\n## Data\n\n${body}`));
      const comparison = runSync(compareInDetail(before!, after!));
      expect(afterFault(comparison, after!)).to.equal(undefined);
      expect(beforeFault(comparison, before!, after!)).to.equal(undefined);
      const [table] = comparison.sections[0]!.blocks as [Table];
      expect(table.change).to.deep.equal({ kind: 'edited', material: true });
      const added = JSON.stringify(table).match(
        /"added","children":\[\{"type":"text","text":"(\w+)"/g,
      );
      expect(added?.map((match) => /"(\w+)"$/.exec(match)![1])).to.include.members([
        'New',
        'x',
        'y',
      ]);
      expect(comparison.summary.total).to.be.lessThan(5);
    });

    it('A table with another number of columns has the previous one beside it', () => {
      const [table] = compareBodies(
        '| A | B |\n|--|--|\n| 1 | 2 |',
        '| A | D | C |\n|--|--|--|\n| 1 | 2 | 3 |',
      ).blocks;
      expect(table!.change!.notes).to.deep.equal([{ type: 'table-shape' }]);
      expect(table!.change!.previous).to.have.property('type', 'table');
    });
  });

  describe('Changed addresses', () => {
    const body = (address: string) => `Read [our rules](https://example.com/${address}) first.`;

    it('A new address of a link is noted, and is not material', () => {
      const { blocks, count, material } = compareBodies(body('a'), body('b'));
      expect(blocks[0]!.change!.notes).to.deep.equal([
        {
          type: 'link-address',
          before: 'https://example.com/a',
          after: 'https://example.com/b',
          text: 'our rules',
        },
      ]);
      expect({ count, material }).to.deep.equal({ count: 1, material: false });
    });

    it('Added and removed links are noted', () => {
      const plain = 'Read our rules first.';
      expect(compareBodies(plain, body('a')).blocks[0]!.change!.notes).to.deep.equal([
        { type: 'link-added', address: 'https://example.com/a', text: 'our rules' },
      ]);
      expect(compareBodies(body('a'), plain).blocks[0]!.change!.notes).to.deep.equal([
        { type: 'link-removed', address: 'https://example.com/a', text: 'our rules' },
      ]);
    });

    it('An invisible character before a link is not noted', () => {
      const after = body('a').replace('[', '\u200b[').replace('first', 'now');
      expect(compareBodies(body('a'), after).blocks[0]!.change).to.not.have.property('notes');
    });

    for (const [start, name] of [
      ['\u200b', 'an invisible character'],
      ['![](dot.png) ', 'a picture without words'],
    ] as const)
      it(`A removed link stays whole beside one that begins with ${name}`, () => {
        const after = body('b').replace('our rules', `${start}these terms`);
        const { blocks } = compareBodies(body('a'), after);
        expect(markedLines(blocks)[0]).to.match(/^Read \[-⟨our rules⟩-]\S*⟨/);
      });

    it('A note names a link by the alternative texts of its images', () => {
      const logo = (address: string) =>
        body(address).replace('our rules', '![Our logo](logo.png)![dot](dot.png)');
      const { notes } = compareBodies(logo('a'), logo('b')).blocks[0]!.change!;
      expect(notes).to.have.length(1).and.to.have.nested.property('[0].text', 'Our logo dot');
    });

    it('A link within the document to a renamed section is unchanged', () => {
      const policy = (name: string, id: string) =>
        `# Policy\n\n## Data\n\nSee [below](#${id}) for this and that.\n\n## ${name}\n\n${KEPT}\n`;
      const { sections } = compare(policy('Sharing', 'sharing'), policy('Others', 'others'));
      expect(sections[0]!.kinds).to.deep.equal([]);
    });
  });

  describe('Material changes', () => {
    it('A changed date of the policy is not material', () => {
      const policy = (date: string) => `# Policy\n\nLast updated: ${date}\n\n## Data\n\n${KEPT}\n`;
      const { intro, summary, head } = compare(policy('4 March 2025'), policy('1 May 2026'));
      expect(intro).to.deep.include({ count: 1, material: false });
      expect(summary.material).to.equal(false);
      expect(head).to.deep.equal([{ field: 'updated', before: '2025-03-04', after: '2026-05-01' }]);
    });

    it('The summary says that words changed and the date did not', () => {
      const policy = (text: string) =>
        `# Policy\n\nLast updated: 4 March 2025\n\n## Data\n\n${text}\n`;
      expect(compare(policy('We keep logs.'), policy('We keep no logs.')).dateUnchanged).to.equal(
        true,
      );
    });

    it('A period at the start of a text is material', () => {
      for (const body of ['%', '- %', '| Kept | % |\n|---|---|\n| a | b |'])
        for (const [old, now] of [
          ['30 days', '90 days'],
          ['30 Tage', '90 Tage'],
        ] as const)
          expect(
            compareBodies(body.replace('%', old), body.replace('%', now)).material,
            `${body} ${now}`,
          ).to.equal(true);
    });

    it('A changed copyright year is not material', () => {
      for (const [before, after] of [
        ['© 2024 Example Ltd.', '© 2025 Example Ltd.'],
        ['Copyright (c) 2019-2024 Example Ltd.', 'Copyright (c) 2019-2025 Example Ltd.'],
        ['2024 © Example Ltd.', '2025 © Example Ltd.'],
      ] as const) {
        expect(compareBodies(before, after), after).to.deep.include({ count: 1, material: false });
      }
      expect(compareBodies('We sold data in 2024.', 'We sold data in 2025.').material).to.equal(
        true,
      );
    });

    it('A changed number of a heading inside a section is not material', () => {
      const body = (number: string) => `### ${number} Logs\n\nWe keep logs.`;
      expect(compareBodies(body('3'), body('4'))).to.deep.include({ count: 1, material: false });
    });

    it('A section whose heading states another date of the policy is unchanged', () => {
      const policy = (date: string) =>
        `# Policy\n\n## Last Updated: ${date}\n\n${KEPT}\n\n## Data\n\nNone.\n`;
      const { sections, summary, head } = compare(policy('May 5, 2024'), policy('June 7, 2024'));
      expect(sections[0]).to.deep.include({ kinds: [], count: 0, material: false });
      expect(summary).to.deep.include({ total: 0, material: false, sections: [] });
      expect(head.map(({ field }) => field)).to.deep.equal(['updated']);
    });

    it('A hyphen removed from a title or heading is a change', () => {
      const policy = (word: string) =>
        `# Notice to all who ${word}\n\n## If you ${word}\n\n${KEPT}\n`;
      const { sections, head, summary } = compare(policy('re-sign'), policy('resign'));
      expect(head.map(({ field }) => field)).to.deep.equal(['title']);
      expect(sections[0]!.kinds).to.deep.equal(['renamed']);
      expect(summary.material).to.equal(true);
    });

    it('A hyphen between two words of a heading renames no section', () => {
      const policy = (name: string) => `# Policy\n\n## ${name}\n\n${KEPT} Yes.\n`;
      expect(
        compare(policy('Third-party cookies'), policy('Third party cookies')).sections[0]!.kinds,
      ).to.deep.equal([]);
    });

    it('A changed number of a clause is not material', () => {
      const { count, material } = compareBodies(
        '(a) We keep your name and address.',
        '(b) We keep your name and address.',
      );
      expect({ count, material }).to.deep.equal({ count: 1, material: false });
    });

    it('A version that its publisher calls minor is not material', () => {
      const before = { ...policyFrom(`## Data\n\nOne.\n\n## More\n\nTwo.\n`), version: '1' };
      const entry = { version: '2', date: null, note: null, minor: true, url: null };
      const after = { ...policyFrom(`## Data\n\nOne.\n\n## More\n\nThree.\n`), version: '2' };
      expect(runSync(comparePolicies(before, after)).summary.material).to.equal(true);
      const told = { ...after, history: [entry, { ...entry, version: '1', minor: false }] };
      expect(runSync(comparePolicies(before, told)).summary.material).to.equal(false);
    });

    const parts = (word: string) =>
      Array.from(
        { length: 30 },
        (_, part) =>
          `## Part ${String.fromCharCode(65 + part)}x\n\n${Array.from({ length: 8 }, (_, line) => `Line number ${line} of this part says ${word} and more.`).join('\n\n')}\n`,
      );

    it('With more than two hundred changes only the changed sections are listed', () => {
      const policies = ['yes', 'no'].map((word) => policyFrom(parts(word).join('\n')));
      const { detail, sections, summary } = runSync(comparePolicies(policies[0]!, policies[1]!));
      expect(detail).to.equal('sections');
      expect(sections[0]!.blocks).to.equal(sections[0]!.section.blocks);
      expect(summary).to.deep.include({ changed: 30, total: 30, material: true });
    });

    it('The same changed sections are found with and without marks', () => {
      const end = (rest: string) => `\n## Same\n\nAlways. Ever.\n\n## Rest\n\n${rest}\n`;
      const before = policyFrom(parts('yes').join('\n') + end('See [it](https://example.org/a).'));
      const after = policyFrom(
        parts('no').join('\n').replace('Part Zx', 'Another name') +
          end('See [it](https://example.org/b).').replace('Always. Ever.', 'Always.\n\nEver.'),
      );
      const { sections, summary } = runSync(compareInDetail(before, after));
      const told = runSync(comparePolicies(before, after));
      expect(told.detail).to.equal('sections');
      expect(told.summary.sections).to.deep.equal(summary.sections);
      expect(told.sections.map(({ kinds }) => kinds)).to.deep.equal(
        sections.map(({ kinds }) => kinds),
      );
      expect(told.sections.slice(-2).map(({ count }) => count)).to.deep.equal([0, 1]);
    });
  });
});
