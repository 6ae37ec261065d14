// Measures the CPU time that the costly documents of the tests take on the main thread, without
// style and layout.
//
// Each document is opened in a fresh page with the one file, which has run no code before. The
// element shows it, compares it with a variant, and stores it as read. All of this is traced. The
// time of a task is its CPU time without that of the style, layout and paint steps inside it.

import { launchChromium } from '../../test/runner/launch.js';
import { serve } from '../../test/runner/serve.js';
import { pathological } from '../../test/faults/pathological.js';
import { atMost, printTable, untilIdle, watchTasks } from './measure.mjs';

/** Maximum CPU time of a document, in milliseconds. */
const MAX_TOTAL = 2000;

/** Maximum CPU time of one task, in milliseconds. */
const MAX_TASK = 200;

/** Matches a letter of the text that is not part of a tag, an attribute or a word. */
const LETTER = /(?<![</a-z"])a(?![a-z=":])/g;

/** Shows, compares and stores a document. This function runs in the page. */
async function visit(src, previous) {
  const element = document.createElement('privacy-policy');
  element.style.contentVisibility = 'hidden';
  element.setAttribute('src', src);
  element.setAttribute('previous-src', previous);
  document.querySelector('main').append(element);
  const script = document.createElement('script');
  script.src = '/dist/privacy-policy.min.js';
  document.head.append(script);
  await customElements.whenDefined('privacy-policy');
  await element.complete;
  await new Promise((resolve) => setTimeout(resolve, 500));
  const button = [...element.shadowRoot.querySelectorAll('button')].find(
    ({ textContent }) => textContent === 'Show changes',
  );
  button?.click();
  if (element.status === 'ready') await element.markAsRead();
  return element.error?.code ?? element.status;
}

const extension = ({ type }) => `.${/html|json/.exec(type)?.[0] ?? 'md'}`;
const pages = {
  '/page.html':
    '<!doctype html><html lang="en"><meta charset="utf-8"><title>Bench</title><main></main>',
};
for (const [index, document] of pathological.entries()) {
  pages[`/${index}${extension(document)}`] = document.text;
  pages[`/before-${index}${extension(document)}`] = document.text.replace(LETTER, 'e');
}

const server = await serve(pages);
const browser = await launchChromium();
const rows = [];
try {
  console.log(`  ${await browser.version()}`);
  for (const [index, document] of pathological.entries()) {
    const context = await browser.createBrowserContext();
    const tab = await context.newPage();
    await tab.goto(`${server.origin}/page.html`);
    const finish = await watchTasks(tab);
    const name = `${index}${extension(document)}`;
    const end = await tab.evaluate(visit, `/${name}`, `/before-${name}`);
    await untilIdle(tab);
    const tasks = await finish();
    const longest = Math.max(...tasks);
    const total = tasks.reduce((sum, time) => sum + time, 0);
    rows.push({ name: document.name, end, longest, total });
    if (longest > MAX_TASK || total > MAX_TOTAL) process.exitCode = 1;
    await context.close();
  }
  rows.sort((one, other) => other.longest - one.longest);
  printTable(
    ['document', 'result', 'longest task, ms', 'all tasks, ms'],
    rows.map(({ name, end, longest, total }) => [
      name,
      end,
      atMost(longest, MAX_TASK, 0),
      atMost(total, MAX_TOTAL, 0),
    ]),
  );
} finally {
  await browser.close();
  await server.stop();
}
