import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { runSync, PolicyError, parsePolicy } from '../../src/core/index.ts';
import type { Policy } from '../../src/core/model/policy.ts';
import { compareInDetail } from '../../src/core/diff/index.ts';
import { createHtmlParser } from '../../src/browser/html/index.ts';
import { assembleStoredPage } from '../../src/browser/wrap/stored-page.ts';
import { afterFault, beforeFault } from '../../tools/corpus/marks.mjs';
import { html, json, brokenMarkup } from './grammar.ts';
import { fuzzSettings, TIMEOUT_MS } from './settings.ts';
import { withoutSpaces, visibleWords } from './visible-words.ts';
import { ENGLISH } from '../../src/core/vocabulary/english.ts';

const base = 'https://example.org/privacy';
const options = { base, format: 'auto' } as const;

function read({ source, type }: { source: string; type: string }): Policy {
  return runSync(parsePolicy(source, { ...options, contentType: type, html: createHtmlParser() }));
}

/** Selects the elements whose text is not part of a policy. */
const UNREAD =
  'script,style,template,title,textarea,select,svg,math,button,noscript,[hidden],' +
  'audio,canvas,datalist,dialog,iframe,map,meter,object,option,progress,video';

describe('Randomly generated HTML', function () {
  this.timeout(TIMEOUT_MS);

  it('HTML in pages and in JSON keeps all its words in order', () => {
    const keepsWords = (written: { source: string; type: string; words: string }): void => {
      expect(visibleWords(read(written))).to.equal(withoutSpaces(written.words));
    };
    fc.assert(fc.property(html, keepsWords), fuzzSettings(100));
    fc.assert(fc.property(json, keepsWords), fuzzSettings(100));
  });

  it('Broken markup keeps the words that a browser finds in it', () => {
    const keepsWords = (source: string): void => {
      const page = new DOMParser().parseFromString(`<h1>A</h1>${source}`, 'text/html');
      for (const unread of page.querySelectorAll(UNREAD)) unread.remove();
      const words = page.body.textContent.match(/word\d+x/g) ?? [];
      let kept = '';
      try {
        kept = visibleWords(
          runSync(assembleStoredPage(`<h1>A</h1>${source}`, { ...options, vocabulary: ENGLISH })),
        );
      } catch (error) {
        if (!(error instanceof PolicyError)) throw error;
        if (error.code !== 'empty') return;
      }
      expect(kept.match(/word\d+x/g) ?? []).to.include.members(words);
    };
    fc.assert(fc.property(brokenMarkup, keepsWords), fuzzSettings(200));
  });

  it('A comparison of two documents loses nothing of either', () => {
    const isLossless = ([one, other]: readonly { source: string; type: string }[]): void => {
      const [before, after] = [read(one!), read(other!)];
      const comparison = runSync(compareInDetail(before, after));
      expect(afterFault(comparison, after)).to.equal(undefined);
      expect(beforeFault(comparison, before, after)).to.equal(undefined);
    };
    fc.assert(fc.property(fc.tuple(html, html), isLossless), fuzzSettings(50));
  });
});
