// Serves the documents of the attack suite and pages to show them in, and records requests.
//
//   /__attack/cases          the list of cases, as JSON
//   /__attack/case/N/RUN     the document of a case
//   /__attack/large/N        a document that is costly to parse; without N the list of them
//   /__attack/page?…         a page with the query's `body`, `title` and security policy (`csp`)
//   /__attack/canary/RUN/…   an address that no policy may make a browser request
//   /__attack/seen/RUN       the requests to the canary
//   /__attack/policy/RUN     a policy that all origins may load; records its requests
//   /__attack/said/RUN       the methods and headers of the requests to that policy

import { pathological } from '../faults/pathological.js';
import { cases, hashes, snapshots } from '../attacks/carriers.js';

/** Creates the middleware that serves /__attack/ in the test runner. */
export function attacks() {
  const seen = new Map();
  const said = new Map();

  return function answerAttack(context, next) {
    if (!context.path.startsWith('/__attack/')) return next();
    const [kind, first, second] = context.path.slice('/__attack/'.length).split('/');
    context.set('cache-control', 'no-store');
    // The same server under another host name, so that the canary has another origin.
    const canary = (run, at) =>
      `http://localhost:${context.host.split(':')[1]}/__attack/canary/${run}/${at}`;
    if (kind === 'cases') {
      const shown = cases.map(({ type, text, ...rest }) => rest);
      context.body = { cases: shown, hashes, snapshots };
    } else if (kind === 'case' && cases[Number(first)]) {
      const { type, text } = cases[Number(first)];
      context.type = type;
      context.body = Buffer.from(
        text.replaceAll('CANARY', canary(second, first)).replaceAll('SELF', context.href),
      );
    } else if (kind === 'large') {
      const { type, text } = pathological[Number(first)] ?? {};
      if (type) context.type = type;
      context.body = text
        ? Buffer.from(text)
        : pathological.map(({ name, refused }) => ({ name, refused }));
    } else if (kind === 'page') {
      const { csp, body = '', title = 'Page' } = context.query;
      if (csp) context.set('content-security-policy', csp);
      context.type = 'text/html; charset=utf-8';
      context.body = `<!doctype html><html lang="en"><title>${title}</title>${body}`;
    } else if (kind === 'canary') {
      if (!seen.has(first)) seen.set(first, []);
      seen.get(first).push(second);
      context.set('access-control-allow-origin', '*');
      context.body = '';
    } else if (kind === 'policy') {
      said.set(first, [...(said.get(first) ?? []), { method: context.method, ...context.headers }]);
      context.set('access-control-allow-origin', '*');
      context.type = 'text/markdown';
      context.body = '# Privacy\n\n## A\n\nkept\n';
    } else if (kind === 'said') {
      context.body = said.get(first) ?? [];
    } else if (kind === 'seen') {
      context.body = seen.get(first) ?? [];
    } else context.status = 404;
  };
}
