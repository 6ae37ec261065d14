import { expect } from 'chai';
import { escapeHtml } from '../../../src/core/model/escape-html.ts';

describe('Escaping text for HTML', () => {
  it('Escaped text is inert between tags and in double-quoted attributes', () => {
    expect(escapeHtml(`<b title="a">'x' & &amp;</b>`)).to.equal(
      `&lt;b title=&quot;a&quot;&gt;'x' &amp; &amp;amp;&lt;/b&gt;`,
    );
  });
});
