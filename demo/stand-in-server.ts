/** Simulates a server for requests below `/stand-in/`, so that failures need no real server. */

/** Returns the response for one address, or a promise that never resolves if the server hangs. */
export type Answer = (signal: AbortSignal | null) => Response | Promise<Response>;

const FOLDER = '/stand-in/';

/**
 * Responds to requests for `/stand-in/NAME` with the answer of that name. All other requests go to
 * the real server.
 */
export function standIn(answers: ReadonlyMap<string, Answer>): void {
  const { fetch } = globalThis;
  globalThis.fetch = (input, init) => {
    const { pathname } = new URL(input instanceof Request ? input.url : input, location.href);
    const answer = pathname.startsWith(FOLDER) && answers.get(pathname.slice(FOLDER.length));
    return answer ? Promise.resolve(answer(init?.signal ?? null)) : fetch(input, init);
  };
}

/** Returns an answer that responds with a text. */
export function text(body: string, type = 'text/markdown', status = 200): Answer {
  return () => new Response(body, { status, headers: { 'content-type': type } });
}

/** Rejects as `fetch` does if the browser cannot reach the server. */
export const refuse: Answer = () => Promise.reject(new TypeError('Failed to fetch'));

/** Never responds. Rejects when the request is aborted. */
export const hang: Answer = (signal) =>
  new Promise((_resolve, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
