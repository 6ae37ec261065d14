/** Script of the small site. Requests for its policy load the version that the demo publishes. */

import { publishedVersion } from '../published-version.ts';

const { fetch } = globalThis;
globalThis.fetch = (input, init) => {
  const url = new URL(input instanceof Request ? input.url : input, location.href);
  if (!url.pathname.endsWith('/site/privacy.md')) return fetch(input, init);
  return fetch(new URL(`../policies/${publishedVersion()}.md`, location.href), init).then(
    async (response) =>
      new Response(await response.text(), { headers: { 'content-type': 'text/markdown' } }),
  );
};

await Promise.all([import('../../src/index.ts'), import('../../src/link.ts')]);
