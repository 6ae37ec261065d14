/** Shows the snippets for one kind of site at a time, with the path of the reader's own site. */

import { find } from './page.ts';

/** Matches the slash at the start of an address of our files or of the policy. */
const OWN_PATH = /(?<=["'])\/(?=privacy)/g;

const sections = [...document.querySelectorAll('.recipes > section')] as HTMLElement[];
const links = document.querySelectorAll<HTMLAnchorElement>('.choices a');
const path = find('#path', HTMLInputElement);

const lines = new Map(
  sections
    .filter((section) => !section.matches('[data-own-path]'))
    .flatMap((section) => [...section.querySelectorAll('pre')])
    .map((pre) => [pre, pre.textContent]),
);

function showChosen(): void {
  const chosen =
    sections.find((section) => `#${section.querySelector('h2')?.id}` === location.hash) ??
    sections[0];
  for (const section of sections) section.hidden = section !== chosen;
  for (const link of links) {
    if (link.hash === `#${chosen?.querySelector('h2')?.id}`)
      link.setAttribute('aria-current', 'true');
    else link.removeAttribute('aria-current');
  }
}

function writePath(): void {
  const folders = path.value.split('/').filter(Boolean);
  const prefix = ['', ...folders, ''].join('/');
  for (const [pre, text] of lines) pre.textContent = text.replace(OWN_PATH, prefix);
}

addEventListener('hashchange', showChosen);
path.addEventListener('input', writePath);
showChosen();
// On a reload, browsers restore the text in the field without an event, so apply it here.
writePath();
