import { expect } from '@open-wc/testing';
import { marked } from 'marked';
import { runSync, parsePolicy } from '../../src/core/index.ts';
import { createHtmlParser } from '../../src/browser/html/index.ts';
import { corpusText } from '../corpus.ts';

/** Returns the parts of a policy that must not depend on its format. */
function comparableParts(text: string) {
  const base = 'https://example.org/privacy';
  const policy = runSync(parsePolicy(text, { base, html: createHtmlParser() }));
  return {
    sections: policy.sections.map(({ id, heading }) => `${id}: ${heading}`),
    dates: policy.dates
      .filter(({ from }) => from === 'text' || from === 'change-log')
      .map(({ kind, iso, text: words }) => `${kind} ${iso} ${words}`),
    words: policy.words,
  };
}

describe('One policy in several formats', () => {
  for (const name of ['chatsecure', 'mastodon', 'selfprivacy', 'snikket']) {
    it(`Markdown, HTML and JSON have the same sections, dates and words: ${name}`, async function () {
      const markdown = await corpusText(`seeds/${name}.md`);
      if (markdown === undefined) this.skip();
      const body = marked.parse(markdown.replace(/^---\n[^]*?\n---\n/, ''), { async: false });
      const page = `<!doctype html><html lang="en"><head><title>Privacy Policy</title></head>
        <body><nav><a href="/">Start</a></nav><main>${body}</main></body></html>`;
      const answer = JSON.stringify({ updated_at: '2022-10-07T00:00:00Z', content: body });
      const expected = comparableParts(markdown);
      expect(comparableParts(page)).to.deep.equal(expected);
      expect(comparableParts(answer)).to.deep.equal(expected);
    });
  }
});
