import { expect } from 'chai';
import { sampleText } from '../../../src/core/assemble/sample-text.ts';
import { parsedMarkdown } from '../parse-text.ts';

describe('sampleText', () => {
  it('The sample has the headings and prose, each on a line', () => {
    const text = '# Privacy\n\nWe *keep* logs.\n\n- One\n- Two\n';
    expect(sampleText(parsedMarkdown(text))).to.equal('Privacy\nWe keep logs.\nOne\nTwo\n');
  });

  it('Tables, links and code are not in the sample, because they have names of other languages', () => {
    const text = 'See [Google](/g) and `ls`.\n\n```\ncode\n```\n\n| A |\n|---|\n| b |\n';
    expect(sampleText(parsedMarkdown(text)).trim()).to.equal('See  and .');
  });

  it('The sample of a long text ends', () => {
    const text = `${'We keep the logs of our server for thirty days. '.repeat(10)}\n\n`.repeat(40);
    expect(sampleText(parsedMarkdown(text)).length).to.be.within(5000, 6000);
  });
});
