// Serves sites whose pages a test publishes, for tests that navigate between pages.
//
//   PUT /__site/NAME/path      stores the body under this path, with the request's content type
//   GET /__site/NAME/path      answers with that body and an ETag, and records the request
//   GET /__site/NAME?requests  JSON: the paths requested since the last PUT to `?requests`
//   PUT /__site/NAME?requests  forgets the requests so far
//
// Each test needs a name of its own, because engines share this server.

import { createHash } from 'node:crypto';

/** Creates the middleware that serves /__site/ in the test runner. */
export function sites() {
  const known = new Map();

  return async function answerSite(context, next) {
    const [, name, path = ''] = /^\/__site\/([^/]+)(\/.*)?$/.exec(context.path) ?? [];
    if (!name) return next();
    if (!known.has(name)) known.set(name, { files: new Map(), requests: [] });
    const site = known.get(name);
    if ('requests' in context.query) {
      if (context.method === 'PUT') site.requests = [];
      context.body = site.requests;
      return undefined;
    }
    if (context.method === 'PUT') {
      const chunks = [];
      for await (const chunk of context.req) chunks.push(chunk);
      const body = Buffer.concat(chunks);
      site.files.set(path, { body, type: context.get('content-type') });
      context.status = 204;
      return undefined;
    }
    site.requests.push(path);
    const file = site.files.get(path);
    if (!file) return undefined;
    context.status = 200;
    context.type = file.type;
    context.set('cache-control', 'no-cache');
    context.etag = createHash('sha256').update(file.body).digest('base64');
    if (context.fresh) context.status = 304;
    else context.body = file.body;
    return undefined;
  };
}
