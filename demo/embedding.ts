/** Shows the lines for one kind of site at a time, with the path of the reader's site in them. */

import { find } from './page.ts';

/** Where a line names one of our files or the page by its path. */
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
// Browsers restore the fields of a page that is loaded again.
writePath();
