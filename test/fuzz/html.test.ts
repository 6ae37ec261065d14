import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { runSync, PolicyError, parsePolicy } from '../../src/core/index.ts';
import type { Policy } from '../../src/core/model/policy.ts';
import { compareInDetail } from '../../src/core/diff/index.ts';
import { createHtmlParser } from '../../src/browser/html/index.ts';
import { assembleStoredPage } from '../../src/browser/wrap/parse-elements.ts';
import { afterFault, beforeFault } from '../../tools/corpus/marks.mjs';
import { html, json, tornMarkup } from './grammar.ts';
import { tried, UNTIL_DONE } from './settings.ts';
import { solid, spoken } from './spoken.ts';
import { ENGLISH } from '../../src/core/vocabulary/english.ts';

const base = 'https://example.org/privacy';
const hints = { base, format: 'auto', html: createHtmlParser() } as const;

function read({ source, type }: { source: string; type: string }): Policy {
  return runSync(parsePolicy(source, { ...hints, contentType: type }));
}

/** Elements whose text nobody reads on a page either. */
const UNREAD =
  'script,style,template,title,textarea,select,svg,math,button,noscript,[hidden],' +
  'audio,canvas,datalist,dialog,iframe,map,meter,object,option,progress,video';

describe('HTML made up by chance', function () {
  this.timeout(UNTIL_DONE);

  it('keeps all its words in order, in pages and in JSON', () => {
    const keepsWords = (written: { source: string; type: string; words: string }): void => {
      expect(spoken(read(written))).to.equal(solid(written.words));
    };
    fc.assert(fc.property(html, keepsWords), tried(100));
    fc.assert(fc.property(json, keepsWords), tried(100));
  });

  it('keeps the words that a browser finds in torn markup', () => {
    const keepsWords = (source: string): void => {
      const page = new DOMParser().parseFromString(`<h1>A</h1>${source}`, 'text/html');
      for (const unread of page.querySelectorAll(UNREAD)) unread.remove();
      const words = page.body.textContent.match(/word\d+x/g) ?? [];
      let kept = '';
      try {
        kept = spoken(
          runSync(assembleStoredPage(`<h1>A</h1>${source}`, { ...hints, vocabulary: ENGLISH })),
        );
      } catch (error) {
        if (!(error instanceof PolicyError)) throw error;
        if (error.code !== 'empty') return;
      }
      expect(kept.match(/word\d+x/g) ?? []).to.include.members(words);
    };
    fc.assert(fc.property(tornMarkup, keepsWords), tried(200));
  });

  it('loses nothing of either version when two are compared', () => {
    const isLossless = ([one, other]: readonly { source: string; type: string }[]): void => {
      const [before, after] = [read(one!), read(other!)];
      const comparison = runSync(compareInDetail(before, after));
      expect(afterFault(comparison, after)).to.equal(undefined);
      expect(beforeFault(comparison, before, after)).to.equal(undefined);
    };
    fc.assert(fc.property(fc.tuple(html, html), isLossless), tried(50));
  });
});
