import { expect } from 'chai';
import { factsOf, gatherFacts } from '../../../src/core/model/block-facts.ts';
import { runSync } from '../../../src/core/tasks.ts';
import { parsedMarkdown } from '../parse-text.ts';

const factsIn = (text: string) => parsedMarkdown(text).map((block) => factsOf(block));

describe('factsOf', () => {
  it('Each paragraph and item is a line, and a table row is one line with tabs', () => {
    const lines = factsIn('## Data\n\nOne  \ntwo\n\n- *Three*\n\n| A | B |\n| - | - |\n| C | D |')
      .flatMap((facts) => facts.lines)
      .map(({ text, level }) => [level, text]);
    expect(lines).to.deep.equal([
      [2, 'Data'],
      [0, 'One'],
      [0, 'two'],
      [0, 'Three'],
      [0, 'A \tB \t'],
      [0, 'C \tD \t'],
    ]);
  });

  it('A line may have a date if it has a digit or another script', () => {
    const lines = factsIn('“No” date—here\n\nIn 2020\n\n二〇二〇年\n\nNo, again').flatMap(
      ({ lines: [line] }) => line!.mayHaveDate,
    );
    expect(lines).to.deep.equal([false, true, true, false]);
  });

  it('Links keep their places in a line, and references within the document are listed', () => {
    const [facts] = factsIn('See [one](#one) and [two](https://example.org/).');
    expect(facts!.lines[0]!.links).to.deep.equal([
      { start: 4, end: 7, href: '#one' },
      { start: 12, end: 15, href: 'https://example.org/' },
    ]);
    expect(facts!.references.map(({ href }) => href)).to.deep.equal(['#one']);
    expect(facts!.words).to.equal(4);
  });

  it('Only texts with too many combining marks are unclean', () => {
    const [clean, unclean] = factsIn(`e\u0301e\n\n*e${'\u0301'.repeat(30)}*`);
    expect(clean!.unclean).to.deep.equal([]);
    expect(unclean!.unclean).to.have.lengthOf(1);
  });
});

describe('gatherFacts', () => {
  it('Pauses while it walks a long document', () => {
    const content = parsedMarkdown('Text.\n\n'.repeat(1000));
    const steps = gatherFacts(content);
    expect(steps.next().done).to.equal(false);
    runSync(steps);
    expect(factsOf(content[999]!).words).to.equal(1);
  });
});
