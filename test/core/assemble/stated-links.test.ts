import { expect } from 'chai';
import type { Inline } from '../../../src/core/model/policy.ts';
import { findStatedLinks } from '../../../src/core/assemble/stated-links.ts';
import { ENGLISH } from '../../../src/core/vocabulary/english.ts';

const FILLER = 'We keep what you write to us.';

/** Finds the stated links in a text. Each line is a paragraph, and `[words](address)` a link. */
function linksOf(...lines: string[]) {
  return findStatedLinks(
    lines.map((line) => ({
      type: 'paragraph',
      children: line.split(/(\[[^\]]*\]\([^)]*\))/).map((part): Inline => {
        const [, words, href] = /^\[(.*)\]\((.*)\)$/.exec(part) ?? [];
        return href
          ? { type: 'link', href, children: [{ type: 'text', text: words! }] }
          : { type: 'text', text: part };
      }),
    })),
    ENGLISH,
  );
}

describe('findStatedLinks', () => {
  it('The licence is found, linked or named', () => {
    const url = 'https://creativecommons.org/licenses/by-sa/4.0/';
    expect(linksOf(`Use it under [this licence](${url}).`).licence).to.deep.equal({
      name: 'CC BY-SA 4.0',
      url,
    });
    expect(linksOf('This document is CC-BY-SA.').licence).to.deep.equal({
      name: 'CC-BY-SA',
      url: null,
    });
  });

  it('The source is found, but no other file', () => {
    const file = 'https://git.example.org/site/blob/main/privacy.md';
    expect(linksOf(`[Edit this page](${file})`).source).to.equal(file);
    expect(linksOf(`See [the list of measures](${file}).`).source).to.equal(undefined);
  });

  it('The previous version or the list of versions is found', () => {
    const before = 'https://example.org/privacy-2025';
    expect(linksOf(`Effective May 1, 2026 ([previous version](${before}))`).previousUrl).to.equal(
      before,
    );
    const all = 'https://example.org/archive';
    expect(linksOf(`See [archived versions](${all}).`)).to.deep.equal({ changeLog: all });
  });

  it('The contact is the only mailbox, or the one for privacy', () => {
    expect(linksOf('Write to [us](mailto:office@example.org?subject=x).').contact).to.equal(
      'mailto:office@example.org',
    );
    const two = 'Sales: [a](mailto:sales@example.org), privacy: [b](mailto:privacy@example.org).';
    expect(linksOf(two).contact).to.equal('mailto:privacy@example.org');
    expect(linksOf('[a](mailto:a@example.org) [b](mailto:b@example.org)').contact).to.equal(
      undefined,
    );
  });

  it('Links are found at the start and at the end only', () => {
    const middle = Array.from({ length: 40 }, () => FILLER);
    const line = 'Photographs there are [CC0](https://creativecommons.org/publicdomain/zero/1.0/).';
    expect(linksOf(...middle, line, ...middle)).to.deep.equal({});
  });
});
