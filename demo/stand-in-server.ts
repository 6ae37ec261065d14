/** Answers a page's requests below `/stand-in/` in a server's stead, so that failures need none. */

/** How one address answers; a promise that never resolves hangs. */
export type Answer = (signal: AbortSignal | null) => Response | Promise<Response>;

const FOLDER = '/stand-in/';

/** Answers requests for `/stand-in/name` by the answer of that name; all others go their way. */
export function standIn(answers: ReadonlyMap<string, Answer>): void {
  const { fetch } = globalThis;
  globalThis.fetch = (input, init) => {
    const { pathname } = new URL(input instanceof Request ? input.url : input, location.href);
    const answer = pathname.startsWith(FOLDER) && answers.get(pathname.slice(FOLDER.length));
    return answer ? Promise.resolve(answer(init?.signal ?? null)) : fetch(input, init);
  };
}

/** An answer with a text. */
export function text(body: string, type = 'text/markdown', status = 200): Answer {
  return () => new Response(body, { status, headers: { 'content-type': type } });
}

/** Refuses, as a browser does that cannot reach a server. */
export const refuse: Answer = () => Promise.reject(new TypeError('Failed to fetch'));

/** Waits for ever, or until it is given up. */
export const hang: Answer = (signal) =>
  new Promise((_resolve, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
