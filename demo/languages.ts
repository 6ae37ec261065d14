/** Shows policies in several languages, with the element's own texts in any language. */

import { languages } from '../src/i18n/languages.ts';
import { find, makePolicy, tagOf } from './page.ts';

const LANGUAGES = ['en', ...languages.keys()];

const words = find('#words', HTMLSelectElement);
const text = find('#text', HTMLSelectElement);

for (const code of LANGUAGES) {
  const name = new Intl.DisplayNames([code], { type: 'language' }).of(code) ?? code;
  words.append(new Option(name, code));
}

function show(): void {
  const [src = '', previous = ''] = text.value.split(' ');
  const attributes = {
    lang: words.value,
    src: `./policies/${src}`,
    'previous-src': `./policies/${previous}`,
  };
  const policy = makePolicy({ ...attributes, storage: 'none', 'no-hash': '' });
  find('.stage', HTMLElement).replaceChildren(policy);
  find('#tag', HTMLElement).textContent = tagOf(attributes);
}

// Only the element's own texts change. The policy is neither fetched nor rendered again.
words.addEventListener('change', () => {
  find('.stage privacy-policy', HTMLElement).lang = words.value;
  const tag = find('#tag', HTMLElement);
  tag.textContent = tag.textContent.replace(/lang="[^"]*"/, `lang="${words.value}"`);
});
text.addEventListener('change', show);

const [asked = '', index = '0'] = location.hash.slice(1).split('/');
words.value = LANGUAGES.includes(asked) ? asked : 'en';
text.selectedIndex = Number(index) || 0;
show();
