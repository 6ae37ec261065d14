import { expect } from 'chai';
import {
  detectFormat,
  inspectSource,
  jsonNeedsMarkdownExtensions,
  needsMarkdownExtensions,
} from '../../../src/core/parse/detect-format.ts';
import { parseMarkdown } from '../../../src/core/parse/markdown/index.ts';
import { runSync } from '../../../src/core/tasks.ts';
import { BASE, parsedMarkdown } from '../parse-text.ts';

type Options = Partial<Parameters<typeof detectFormat>[1]>;

const detects = (format: string, text: string, options: Options = {}) =>
  it(`The format of ${JSON.stringify(text.slice(0, 40))} with ${JSON.stringify(options)} is ${format}`, () => {
    expect(detectFormat(text, { base: 'https://example.org/privacy', ...options })).to.equal(
      format,
    );
  });

describe('detectFormat', () => {
  detects('markdown', '# Privacy');
  detects('json', '{"title": "Privacy"}');
  detects('json', ' [{"id": 3}]');
  detects('json', '{"title": "broken');
  detects('html', '<!DOCTYPE html><html>');
  detects('html', '<!-- saved -->\n<html lang="en">');
  detects('html', '<h2>Privacy</h2>\n<p>We keep nothing.</p>');
  detects('markdown', '<p align="center">logo</p>\n\n# Privacy\n\nText');
  detects('markdown', '[Start](/) [Features](/features)\n\n# Privacy');
  detects('markdown', '[1]: https://example.org\n\nText [1].');
  detects('markdown', '{\n  "title": "Privacy"\n}\n\nWe keep nothing.');
  detects('markdown', '{{ title }}');
  detects('html', '# Privacy', { format: 'html' });
  detects('markdown', '{"a": 1}', { format: 'markdown' });
  detects('json', '# Privacy', { contentType: 'application/json' });
  detects('json', '{}', { contentType: 'application/ld+json' });
  detects('markdown', '{"a": 1}', { contentType: 'text/markdown' });
  detects('html', '<!doctype html><p>x', { contentType: 'text/markdown' });
  detects('markdown', 'Privacy', { contentType: 'text/html' });
  detects('json', '{"title": "Privacy"}', { contentType: 'text/html' });
  detects('html', 'Privacy', { base: 'https://example.org/privacy.html?x#y' });
  detects('json', '"Privacy"', { base: 'https://example.org/privacy.json' });
});

describe('inspectSource', () => {
  it('A byte order mark is taken off before the format is detected', () => {
    expect(inspectSource('\ufeff{"title": "A"}', { base: BASE })).to.deep.equal({
      source: '{"title": "A"}',
      format: 'json',
    });
  });

  for (const [code, text] of [
    ['empty', ' \n\t'],
    ['too-large', 'a'.repeat(2_000_001)],
  ] as const) {
    it(`A text that is ${code} is refused before it is parsed`, () => {
      expect(() => inspectSource(text, { base: BASE }))
        .to.throw()
        .with.property('code', code);
    });
  }
});

describe('needsMarkdownExtensions', () => {
  const needs = (text: string, answer: boolean) =>
    it(`${JSON.stringify(text)} ${answer ? 'needs' : 'does not need'} the extensions`, () => {
      expect(needsMarkdownExtensions(text)).to.equal(answer);
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
  needs('A\n: b', true);
  needs('=== "A"\n\n    b', true);
  needs('*[A]: b', true);
  needs('A %%b%%', true);
  needs('A ^b', true);
  needs('[A](b){ .c }', true);
  needs('A\n===\n\nb: c', false);
  needs('# A\n\n---\n\nB & C < D &amp; E, see <https://example.org/>.', false);

  const inJson = (json: string, answer: boolean) =>
    it(`JSON like ${json} ${answer ? 'needs' : 'does not need'} the extensions`, () => {
      expect(jsonNeedsMarkdownExtensions(json)).to.equal(answer);
    });
  const field = (text: string): string => JSON.stringify({ title: 'A', sections: [{ text }] });
  inJson(field('A <br> B'), true);
  inJson(field('A').replace('A', '\\u003Cbr>'), true);
  inJson(field('&lt;p>A&lt;/p>'), true);
  inJson(field('A\n\n:::note'), true);
  inJson(field('A\n: b'), true);
  inJson(field('---\ntitle: A\n---\nText'), true);
  inJson(JSON.stringify('---\ntitle: A\n---\nText'), true);
  inJson(JSON.stringify({ content: 'QQ==', encoding: 'base64' }), true);
  inJson(field('# A\n\nB **c** [d](/e), "f" & g.\n\n- 1'), false);
  inJson(JSON.stringify({ title: 'A', sections: [{ text: 'B' }] }, null, 2), false);

  it('A text that does not need the extensions parses the same without them', () => {
    const text =
      '# A\n\n## B\n\nOne *two* [three](four), a@example.org.\n\n- 1\n- 2\n\n---\n\n## C\n\n| a |\n|---|\n| b |';
    expect(needsMarkdownExtensions(text)).to.equal(false);
    expect(runSync(parseMarkdown(text, BASE))).to.deep.include({ content: parsedMarkdown(text) });
  });
});
