import { expect } from 'chai';
import { detectFormat } from '../../../src/core/parse/detect-format.ts';

const is = (form: string, text: string, hints: Partial<Parameters<typeof detectFormat>[1]> = {}) =>
  it(`takes ${JSON.stringify(text.slice(0, 40))} ${JSON.stringify(hints)} for ${form}`, () => {
    expect(detectFormat(text, { base: 'https://example.org/privacy', ...hints })).to.equal(form);
  });

describe('formOf', () => {
  is('markdown', '# Privacy');
  is('json', '{"title": "Privacy"}');
  is('json', ' [{"id": 3}]');
  is('json', '{"title": "broken');
  is('html', '<!DOCTYPE html><html>');
  is('html', '<!-- saved -->\n<html lang="en">');
  is('html', '<h2>Privacy</h2>\n<p>We keep nothing.</p>');
  is('markdown', '<p align="center">logo</p>\n\n# Privacy\n\nText');
  is('markdown', '[Start](/) [Features](/features)\n\n# Privacy');
  is('markdown', '[1]: https://example.org\n\nText [1].');
  is('markdown', '{\n  "title": "Privacy"\n}\n\nWe keep nothing.');
  is('markdown', '{{ title }}');
  is('html', '# Privacy', { format: 'html' });
  is('markdown', '{"a": 1}', { format: 'markdown' });
  is('json', '# Privacy', { contentType: 'application/json' });
  is('json', '{}', { contentType: 'application/ld+json' });
  is('markdown', '{"a": 1}', { contentType: 'text/markdown' });
  is('html', '<!doctype html><p>x', { contentType: 'text/markdown' });
  is('markdown', 'Privacy', { contentType: 'text/html' });
  is('json', '{"title": "Privacy"}', { contentType: 'text/html' });
  is('html', 'Privacy', { base: 'https://example.org/privacy.html?x#y' });
  is('json', '"Privacy"', { base: 'https://example.org/privacy.json' });
});
