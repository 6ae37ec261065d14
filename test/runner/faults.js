// Responds with the faults that a test needs. Every address begins with /__fault/ and the kind of
// fault. The query describes the response:
//
//   body=…  hex=… (a body of bytes)  type=…  status=…  header=Name:value (may repeat)  key=…
//
//   answer            the described response, at once
//   status/404        the described response with this status
//   type/text/plain   the described response with this content type
//   hold/K            the described response, once release/K is requested
//   release/K         sends every response held under K, and no longer holds later ones
//   hang              never answers
//   stall             status, headers and half of the body, then nothing more
//   truncated         announces more bytes than it sends, then closes the connection
//   reset             closes the connection without a response
//   bytes/N           N bytes of `body` repeated (`a` by default), without a length
//   gzip/N            the same N bytes, compressed
//   redirect?to=…     redirects, with `status` (302 by default)
//   pieces            the described response, a quarter at a time
//   turns/K           the described response once, then failures with status 503
//   loop              redirects to itself
//   without/C/file    a file of the module build, or 404 for the chunk C
//   hanging/C/file    a file of the module build, or no answer for the chunk C
//   late/K:C/file     a file of the module build; the chunk C only once release/K is requested
//   failing/K:C/file  a file of the module build, or 503 for the chunk C until release/K is requested
//   seen/K            JSON { requests, aborted }: counts of the requests with key K, or of the
//                     requests for the chunk of late/K or failing/K
//
// A chunk C is given by its name, or by the path of a module that it contains (`core/diff/summary`).
//
// Requests with a `key` are counted. Each test needs its own, because engines share this server.

import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Readable } from 'node:stream';
import { createGzip } from 'node:zlib';

/** Body of a response if the query has no `body`. */
const BODY = '# Privacy policy\n\n## What we collect\n\nNothing.\n';

/** Creates the middleware that serves /__fault/ in the test runner. */
export function faults() {
  const gates = new Map();
  const seen = new Map();

  return async function answerFault(context, next) {
    if (!context.path.startsWith('/__fault/')) return next();
    const [kind, ...rest] = context.path.slice('/__fault/'.length).split('/');
    const argument = decodeURIComponent(rest.join('/'));
    const fault = FAULTS[kind];
    if (!fault) context.throw(404, `no such fault: ${kind}`);
    if (context.query.key) count(entry(seen, context.query.key, newCount), context.req);
    context.set('cache-control', 'no-store');
    await fault(context, argument, {
      gate: (key) => entry(gates, key, newGate),
      count: (key) => entry(seen, key, newCount),
    });
  };
}

const FAULTS = {
  answer: describe,
  status: (context, status) => describe(context, '', undefined, { status: Number(status) }),
  type: (context, type) => describe(context, '', undefined, { type }),
  hold: async (context, key, { gate }) => {
    await gate(key).opened;
    describe(context);
  },
  release: (context, key, { gate }) => {
    gate(key).open();
    context.body = 'released';
  },
  hang: (context) => {
    context.respond = false;
  },
  stall: (context) => {
    const body = raw(context);
    context.res.write(body.subarray(0, body.length / 2));
  },
  truncated: (context) => {
    const body = raw(context, (bytes) => ({ 'content-length': String(2 * bytes.length) }));
    context.res.write(body, () => context.req.socket.destroy());
  },
  reset: (context) => {
    context.respond = false;
    context.req.socket.destroy();
  },
  bytes: (context, bytes) => {
    describe(context);
    context.body = Readable.from(
      repeat(Buffer.from(one(context.query.body) ?? 'a'), Number(bytes)),
    );
  },
  gzip: (context, bytes) => {
    describe(context);
    context.set('content-encoding', 'gzip');
    const body = Buffer.from(one(context.query.body) ?? 'a');
    context.body = Readable.from(repeat(body, Number(bytes))).pipe(createGzip());
  },
  redirect: (context) => {
    context.status = Number(one(context.query.status) ?? 302);
    context.set('location', one(context.query.to) ?? '/__fault/answer');
    context.body = '';
  },
  pieces: (context) => {
    describe(context);
    context.body = Readable.from(pieces(context.body));
  },
  turns: (context, key, { count: counted }) => {
    describe(context, '', undefined, counted(key).requests++ ? { status: 503 } : {});
  },
  loop: (context) => context.redirect(context.url),
  without: (context, argument) => serveBuild(context, argument),
  hanging: (context, argument) => serveBuild(context, argument, true),
  late: async (context, argument, { gate, count: counted }) => {
    const [, key, chunk, file] = /^(.*?):(.*)\/(.*)$/.exec(argument);
    if (belongsTo(chunk, file)) {
      counted(key).requests += 1;
      await gate(key).opened;
    }
    serveFile(context, file);
  },
  failing: (context, argument, { gate, count: counted }) => {
    const [, key, chunk, file] = /^(.*?):(.*)\/(.*)$/.exec(argument);
    if (gate(key).isOpen || !belongsTo(chunk, file)) return serveFile(context, file);
    counted(key).requests += 1;
    context.status = 503;
  },
  seen: (context, key, { count: counted }) => {
    context.body = counted(key);
  },
};

/** Serves a file of the module build. For the named chunk, responds with 404 or not at all. */
function serveBuild(context, argument, hangs = false) {
  const [, chunk, file] = /^(.*)\/(.*)$/.exec(argument);
  if (belongsTo(chunk, file)) {
    context.respond = !hangs;
    context.status = 404;
  } else serveFile(context, file);
}

/** Whether a file is the chunk with this name, or the chunk that contains this module. */
function belongsTo(chunk, file) {
  if (!chunk.includes('/')) return file === `${chunk}.js` || file.startsWith(`${chunk}-`);
  const map = join('dist/browser', `${basename(file)}.map`);
  if (!existsSync(map)) return false;
  const { sources } = JSON.parse(readFileSync(map, 'utf8'));
  return sources.some((source) => source.endsWith(`/src/${chunk}.ts`));
}

function serveFile(context, file) {
  context.type = 'text/javascript';
  context.body = readFileSync(join('dist/browser', basename(file)));
}

/** Builds the response that the query describes. */
function describe(context, _argument, _tools, { status, type } = {}) {
  const { query } = context;
  context.status = status ?? Number(one(query.status) ?? 200);
  context.set('content-type', type ?? one(query.type) ?? 'text/markdown; charset=utf-8');
  for (const [name, value] of headers(query)) context.set(name, value);
  context.body = query.hex
    ? Buffer.from(one(query.hex), 'hex')
    : Buffer.from(one(query.body) ?? BODY);
}

/** Writes status and headers without Koa, and returns the body for the caller to send. */
function raw(context, extraHeaders = () => ({})) {
  describe(context);
  const body = context.body;
  context.respond = false;
  const described = Object.fromEntries(headers(context.query));
  context.res.writeHead(context.status, {
    'content-type': context.response.get('content-type'),
    ...described,
    ...extraHeaders(body),
  });
  return body;
}

function* repeat(unit, bytes) {
  const chunk = Buffer.alloc(Math.max(unit.length, 65_536 - (65_536 % unit.length)), unit);
  for (let sent = 0; sent < bytes; sent += chunk.length) yield chunk.subarray(0, bytes - sent);
}

async function* pieces(body) {
  const size = Math.ceil(body.length / 4);
  for (let at = 0; at < body.length; at += size) {
    yield body.subarray(at, at + size);
    // Pieces that are written in the same turn of the event loop would be sent as one.
    await new Promise((resolve) => setImmediate(resolve));
  }
}

function headers(query) {
  return [query.header ?? []].flat().map((line) => {
    const colon = line.indexOf(':');
    return [line.slice(0, colon), line.slice(colon + 1).trim()];
  });
}

function one(value) {
  return Array.isArray(value) ? value[0] : value;
}

function count(counts, request) {
  counts.requests += 1;
  request.socket.once('close', () => {
    if (!request.res?.writableFinished) counts.aborted += 1;
  });
}

function entry(map, key, create) {
  if (!map.has(key)) map.set(key, create());
  return map.get(key);
}

function newCount() {
  return { requests: 0, aborted: 0 };
}

function newGate() {
  const gate = { isOpen: false };
  gate.opened = new Promise((resolve) => {
    gate.open = () => {
      gate.isOpen = true;
      resolve();
    };
  });
  return gate;
}
