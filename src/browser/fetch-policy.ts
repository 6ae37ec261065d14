/** Fetches the text of a policy. Elements that request the same URL share one request. */

import { PolicyError } from '../core/model/errors.ts';
import { isPage } from '../core/parse/detect-format.ts';
import { languageTag } from '../core/model/language-tag.ts';
import { readStream } from '../core/storage/read-stream.ts';
import { untilAborted } from './timeout.ts';
import { decodeText, isBinary } from './decode-text.ts';

/** Text sent by a server, with its metadata. */
export interface FetchedText {
  readonly text: string;
  /** Final URL, after redirects. */
  readonly url: string;
  /** MIME type in lower case, without parameters. Empty if none was sent. */
  readonly contentType: string;
  /**
   * BCP 47 tag from the `Content-Language` header, or null if the header is missing or lists
   * several languages.
   */
  readonly language: string | null;
}

/** Options of {@link fetchPolicy}. */
export interface FetchOptions {
  /** Absolute URL that relative addresses are resolved against. */
  readonly base: string;
  /** Aborts this request. Other requests for the same URL continue. */
  readonly signal: AbortSignal;
  /** Format set by the page. With `html`, a web page is a valid response. */
  readonly format?: string;
}

/**
 * Maximum size of a policy in bytes, after decompression: about ten times the longest real policy,
 * including its markup.
 */
const MAX_BYTES = 4 * 1024 * 1024;

/** Matches MIME types of files that are never policies. */
const NOT_TEXT =
  /^(?:image|audio|video|font|model)\/|^application\/(?:pdf|zip|gzip|wasm|vnd\.(?!.*(?:json|raw)))|^text\/css|javascript/;

/** Matches extensions of files that are never web pages. */
const PLAIN_FILE = /\.(?:md|markdown|mdown|mkd|txt|json)$/i;

/** A request that is in progress. */
interface Load {
  readonly result: Promise<FetchedText>;
  /** Aborts the request. */
  readonly controller: AbortController;
  /** Number of callers that wait for the result. */
  waiting: number;
}

/** The requests in progress, by URL. */
const loads = new Map<string, Load>();

/**
 * Fetches the text at an address.
 *
 * @throws PolicyError with code `address`, `network`, `http`, `type`, `empty` or `too-large`, or
 *   the reason of `signal` once it is aborted.
 */
export async function fetchPolicy(address: string, options: FetchOptions): Promise<FetchedText> {
  const { signal, format } = options;
  signal.throwIfAborted();
  const url = checkAddress(address, options.base);
  const load = loads.get(url) ?? startLoad(url);
  load.waiting++;
  try {
    const fetched = await untilAborted(load.result, signal);
    if (format !== 'html' && isPageInsteadOfFile(fetched, url)) {
      throw new PolicyError('type', 'The server sent a web page instead of the policy.', { url });
    }
    return fetched;
  } finally {
    if (--load.waiting === 0) {
      // Remove the load before aborting it, so that the next request does not join it.
      if (loads.get(url) === load) loads.delete(url);
      load.controller.abort();
    }
  }
}

/** Resolves an address. Returns null if the URL must not be fetched or linked to. */
export function fetchableAddress(address: string, base: string): URL | null {
  if (!URL.canParse(address, base)) return null;
  const url = new URL(address, base);
  const isWeb = /^https?:$/.test(url.protocol) || url.protocol + location.protocol === 'file:file:';
  // Credentials before the host can disguise one site as another.
  return isWeb && !url.username && !url.password ? url : null;
}

function checkAddress(address: string, base: string): string {
  const url = fetchableAddress(address, base);
  if (!url) throw new PolicyError('address', 'The address of the policy is not valid.');
  url.hash = '';
  if (url.href === location.href.split('#', 1)[0]) {
    throw new PolicyError('address', 'The address of the policy is not valid.', {
      url: url.href,
    });
  }
  return url.href;
}

/** Whether a server responded with the page of a web application instead of a file. */
function isPageInsteadOfFile({ text, contentType, url }: FetchedText, requested: string): boolean {
  const extensions = [requested, url].map((address) =>
    PLAIN_FILE.exec(new URL(address).pathname)?.[0].toLowerCase(),
  );
  // Some sites keep HTML in Markdown files, so HTML that is sent as Markdown or plain text is
  // accepted. Web applications send their page as `text/html`.
  const isMarkdown = !extensions.includes('.json') && /markdown|^text\/plain$/.test(contentType);
  return extensions.some(Boolean) && !isMarkdown && isPage(text);
}

function startLoad(url: string): Load {
  const controller = new AbortController();
  const load = { controller, waiting: 0, result: download(url, controller) };
  loads.set(url, load);
  return load;
}

async function download(url: string, controller: AbortController): Promise<FetchedText> {
  try {
    const response = await fetch(url, {
      signal: controller.signal,
      credentials: 'same-origin',
      referrerPolicy: 'strict-origin-when-cross-origin',
      // If the server states no lifetime, browsers reuse a cached file for a tenth of its age. When
      // a policy changes after a year, returning visitors would see the change a month late.
      cache: 'no-cache',
    });
    return await readResponse(response, url);
  } catch (error) {
    if (error instanceof PolicyError) throw error;
    throw new PolicyError('network', 'The policy could not be fetched.', { url });
  } finally {
    // Stops the transfer of the rest of a rejected body.
    controller.abort();
  }
}

async function readResponse(response: Response, url: string): Promise<FetchedText> {
  const { status, headers } = response;
  if (!response.ok || status === 206) {
    throw new PolicyError('http', 'The server answered with an error.', { status, url });
  }
  const [contentType = '', charset] = splitType(headers.get('content-type'));
  if (NOT_TEXT.test(contentType)) throw unsupportedContent(url);
  const bytes = await readBytes(response, url);
  if (isBinary(bytes)) throw unsupportedContent(url);
  const text = decodeText(bytes, charset);
  if (isBinary(text)) throw unsupportedContent(url);
  if (!/\S/.test(text)) throw new PolicyError('empty', 'The policy has no text.', { url });
  return {
    text,
    url: response.url || url,
    contentType,
    language: languageTag(headers.get('content-language')) ?? null,
  };
}

async function readBytes(response: Response, url: string): Promise<Uint8Array<ArrayBuffer>> {
  const stated = Number(response.headers.get('content-length'));
  const tooLarge = () => new PolicyError('too-large', 'The policy is too large.', { url });
  if (stated > MAX_BYTES) throw tooLarge();
  const bytes = response.body ? await readStream(response.body, MAX_BYTES) : new Uint8Array();
  if (!bytes) throw tooLarge();
  // `Content-Length` is the compressed size, so it is compared only if the body is known to be
  // uncompressed. Responses of other origins hide their encoding.
  const exact = response.type === 'basic' && !response.headers.has('content-encoding');
  if (exact && bytes.length < stated) {
    throw new PolicyError('network', 'The policy could not be fetched.', { url });
  }
  return bytes;
}

function unsupportedContent(url: string): PolicyError {
  return new PolicyError('type', 'The server did not send a text.', { url });
}

function splitType(header: string | null): (string | undefined)[] {
  const [type = '', ...parameters] = (header ?? '').toLowerCase().split(';');
  const charset = parameters.find((parameter) => /^\s*charset\s*=/.test(parameter));
  return [type.trim(), charset?.replace(/^[^=]*=|["'\s]/g, '')];
}
