import { expect } from 'chai';
import { needsExtensions } from '../../../../src/core/parse/markdown/extensions.ts';
import { runSync } from '../../../../src/core/tasks.ts';
import { parsePolicy } from '../../../../src/core/parse-policy.ts';
import { BASE, read } from '../../parse-text.ts';

describe('needsExtras', () => {
  const needs = (text: string, answer: boolean) =>
    it(`says ${answer ? 'yes' : 'no'} to ${JSON.stringify(text)}`, () => {
      expect(needsExtensions(text)).to.equal(answer);
    });
  needs('---\ntitle: A\n---\nText', true);
  needs('\ufeff+++\r\ntitle = "A"\r\n+++\r\n', true);
  needs('{\n  "title": "A"\n}\n\nText', true);
  needs('A <br> B', true);
  needs('</div>\nA', true);
  needs('A <!-- B -->', true);
  needs('{% if a %}', true);
  needs('{{< link >}}', true);
  needs('<%= a %>', true);
  needs('## A {#a}', true);
  needs('Text\n{: .a }', true);
  needs(':::note', true);
  needs('[[toc]]', true);
  needs('A[^1]', true);
  needs('# A\n\n---\n\nB & C < D &amp; E, see <https://example.org/>.', false);

  it('is right that a text reads the same without them', () => {
    const text =
      '# A\n\n## B\n\nOne *two* [three](four), a@example.org.\n\n- 1\n- 2\n\n---\n\n## C\n\n| a |\n|---|\n| b |';
    expect(needsExtensions(text)).to.equal(false);
    expect(runSync(parsePolicy(text, { base: BASE }))).to.deep.equal(read(text));
  });
});
