// Puts each payload into every place that can contain it, in documents of every format.

import { readdirSync, readFileSync } from 'node:fs';

const folder = new URL('./', import.meta.url);
const payloads = Object.fromEntries(
  readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => [name.slice(0, -5), JSON.parse(readFileSync(new URL(name, folder), 'utf8'))]),
);

const HTML = 'text/html; charset=utf-8';
const MARKDOWN = 'text/markdown; charset=utf-8';
const JSON_TYPE = 'application/json';

const json = (value) => ({ type: JSON_TYPE, text: JSON.stringify(value) });

/**
 * Functions that put a payload into a document, by kind of payload and by place. The element must
 * still show the word `kept`, unless `mayLose` is set or the document ends in an expected error.
 */
const CARRIERS = {
  markup: {
    page: (markup) => ({
      type: HTML,
      text: `<!doctype html><title>Privacy</title><main><h1>Privacy policy</h1><p>kept before</p>${markup}<h2>After</h2><p>after</p></main>`,
    }),
    'first in a page': (markup) => ({
      type: HTML,
      text: `${markup}<h1>Privacy policy</h1><p>kept before</p>`,
      mayLose: true,
      codes: ['empty', 'type'],
    }),
    heading: (markup) => ({
      type: HTML,
      text: `<h1>Privacy policy</h1><p>kept before</p><h2>kept ${markup}</h2><p>after</p>`,
    }),
    'JSON of a server': (markup) =>
      json({
        updated_at: '2026-03-04T00:00:00Z',
        content: `<h1>Privacy</h1><p>kept before</p>${markup}<h1>After</h1><p>after</p>`,
      }),
    'native JSON': (markup) =>
      json({
        title: 'Privacy policy',
        sections: [
          { id: 'a', heading: 'A', markdown: 'kept before' },
          { id: 'b', heading: markup, html: markup, summary: markup },
        ],
      }),
    'Markdown block': (markup) => ({
      type: MARKDOWN,
      text: `# Privacy policy\n\nkept before\n\n${markup}\n\n## After\n\nafter\n`,
    }),
    'an earlier version': (markup) => ({
      type: HTML,
      text: `<h1>Privacy policy</h1><p>gone ${markup}</p><h2>${markup}</h2>${markup}<p>gone</p>`,
      isEarlier: true,
    }),
    'Markdown line': (markup) => ({
      type: MARKDOWN,
      text: `# Privacy policy\n\nkept before\n\nwords ${markup} words\n\n## A ${markup}\n\n- a ${markup}\n`,
    }),
  },
  markdown: {
    Markdown: (text) => ({
      type: MARKDOWN,
      text: `# Privacy policy\n\nkept before\n\n${text}\n\n## After\n\nafter\n`,
    }),
    'an earlier version': (text) => ({
      type: MARKDOWN,
      text: `# Privacy policy\n\ngone\n\n${text}\n\n## Before\n\n${text}\n`,
      isEarlier: true,
    }),
    'a script in the element': (text) => ({
      type: MARKDOWN,
      text: `# Privacy policy\n\nkept before\n\n${text}\n`,
      isInside: true,
    }),
    quotation: (text) => ({
      type: MARKDOWN,
      text: `# Privacy policy\n\nkept before\n\n${text.replace(/^/gm, '> ')}\n`,
    }),
    'native JSON': (text) =>
      json({
        title: text,
        summary: text,
        sections: [{ heading: text, markdown: `kept before\n\n${text}` }],
      }),
  },
  addresses: {
    Markdown: (address) => ({
      type: MARKDOWN,
      text: `# Privacy policy\n\nkept before\n\n[a](<${address}>) [b](${address}) ![c](<${address}>) <${address}> [d]\n\n[d]: ${address}\n`,
    }),
    'front matter': (address) => ({
      type: MARKDOWN,
      text: `---\ntitle: Privacy policy\ncanonical: ${JSON.stringify(address)}\nurl: ${JSON.stringify(address)}\nsource: ${JSON.stringify(address)}\nchangelog: ${JSON.stringify(address)}\n---\n\n## A\n\nkept before\n`,
    }),
    HTML: (address) => ({
      type: HTML,
      text: `<!doctype html><head><link rel=canonical href="${quoted(address)}"><link rel=alternate hreflang=de href="${quoted(address)}"><base href="${quoted(address)}"></head><body><h1>Privacy</h1><p>kept before <a href="${quoted(address)}">a</a><img src="${quoted(address)}" alt=b><a rel=license href="${quoted(address)}">c</a></p>`,
    }),
    'native JSON': (address) =>
      json({
        title: 'Privacy policy',
        url: address,
        source: address,
        changelog: address,
        contact: address,
        licence: { name: 'x', url: address },
        license: { name: 'x', url: address },
        alternates: [{ lang: 'de', url: address, version: '1' }],
        history: [{ version: '1', date: '2020-01-01', note: 'x', url: address }],
        next: { effective: '2999-01-01', url: address },
        previous: address,
        sections: [{ heading: 'A', markdown: `kept before [a](<${address}>)` }],
      }),
    'a setting of the owner': (address) => ({ type: MARKDOWN, text: '', attribute: address }),
  },
  words: {
    'native JSON': (words) =>
      json({
        title: words,
        lang: words,
        version: words,
        updated: words,
        effective: words,
        summary: words,
        authoritativeLang: words,
        alternates: [{ lang: words, url: '/x', version: words }],
        history: [{ version: words, date: words, note: words, url: '/x' }],
        licence: { name: words, url: null },
        contact: words,
        sections: [
          { id: 'a', heading: 'A', markdown: 'kept before' },
          {
            id: words,
            aliases: [words],
            heading: words,
            summary: words,
            updated: words,
            markdown: 'x',
          },
          { id: words, heading: words, markdown: words },
        ],
      }),
    'front matter': (words) => ({
      type: MARKDOWN,
      text: `---\ntitle: ${JSON.stringify(words)}\nversion: ${JSON.stringify(words)}\nlang: ${JSON.stringify(words)}\nupdated: ${JSON.stringify(words)}\ndescription: ${JSON.stringify(words)}\n---\n\n## A\n\nkept before\n\n## B\n\n${words.replaceAll('<', '\\<')}\n`,
    }),
    HTML: (words) => ({
      type: HTML,
      // Payloads with control characters make the text count as binary, and binary files are rejected.
      codes: ['type'],
      text: `<!doctype html><html lang="${quoted(words)}" dir="${quoted(words)}"><title>${escaped(words)}</title><body><h1 id="${quoted(words)}">${escaped(words)}</h1><p>kept before</p><h2 id="${quoted(words)}">${escaped(words)}</h2><p><abbr title="${quoted(words)}">x</abbr></p>`,
    }),
  },
  documents: {
    document: ({ type, text, codes }) => ({ type, text, codes }),
  },
};

/** All cases, each `{ name, type, text, codes?, attribute?, mayLose?, isEarlier?, isInside? }`. */
export const cases = Object.entries(CARRIERS).flatMap(([kind, carriers]) =>
  payloads[kind].flatMap((payload) =>
    Object.entries(carriers).map(([carrier, make]) => ({
      name: `${kind}, ${carrier}: ${typeof payload === 'string' ? payload : payload.text}`,
      ...make(payload),
      // A short page with a password field is refused as a login page.
      ...(/type=password/.test(payload) && { codes: ['type'] }),
    })),
  ),
);

export const { hashes, snapshots } = payloads;

function escaped(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

function quoted(text) {
  return escaped(text).replaceAll('"', '&quot;');
}
