/** Publishes versions on the small site, and simulates a reader who returns to it. */

import { find, runOneAtATime } from './page.ts';
import { publish } from './published-version.ts';
import { forgetReading, rememberReading } from './returning-visitor.ts';

const address = new URL('./site/privacy.md', location.href);
const MEMORY = { 'storage-key': address.origin + address.pathname };

const frame = find('iframe', HTMLIFrameElement);
const output = find('.actions output', HTMLElement);

/** Opens a page of the site as if in a new tab, without the data that the footer link stored. */
function open(page: string): void {
  for (const key of Object.keys(sessionStorage))
    if (key.startsWith('privacy-policy-link:')) sessionStorage.removeItem(key);
  frame.contentWindow?.location.assign(new URL(`./site/${page}.html`, location.href).href);
}

const read = runOneAtATime(async () => {
  publish(false);
  await rememberReading({ ...MEMORY, src: './policies/lantern-2025.md' }, null, '2025-05-12');
  open('index');
  output.textContent = 'You read the version of May 2025.';
});

const startOver = runOneAtATime(async () => {
  publish(false);
  await forgetReading(MEMORY);
  open('index');
  output.textContent = 'This is your first visit, so the footer link has no note.';
});

find('#read', HTMLElement).addEventListener('click', () => void read());
find('#publish', HTMLElement).addEventListener('click', () => {
  publish(true);
  open('about');
  output.textContent = 'The version of November 2026 is published. Look at the footer.';
});
find('#forget', HTMLElement).addEventListener('click', () => void startOver());
