/** Opens pages in frames and collects their reports. */

/** The report that `watch.js` sends from a page. */
export interface PageReport {
  readonly problems: readonly string[];
  /** Visible text of each element's children. */
  readonly fallbacks: readonly string[];
  readonly shown: readonly {
    readonly status: string;
    readonly code: string | null;
    readonly text: string;
    readonly isStyled: boolean;
  }[];
}

/** The tags that load the two builds. */
export const SCRIPT = '<script src="/dist/privacy-policy.min.js"></script>';
export const MODULE = '<script type="module" src="/dist/browser/privacy-policy.js"></script>';

/** Returns the URL of a page with `watch.js`, this body and this Content-Security-Policy. */
export function pageAddress(body: string, csp = ''): string {
  const watched = `<script src="/test/attacks/watch.js"></script>${body}`;
  return `/__attack/page?${new URLSearchParams({ body: watched, ...(csp && { csp }) })}`;
}

/** Returns the URL of a response with this text, content type and header. */
export function textAddress(body: string, type: string, header = ''): string {
  return `/__fault/answer?${new URLSearchParams({ body, type, ...(header && { header }) })}`;
}

/** Opens a page in a frame, and returns its report. */
export async function reportOf(address: string, sandbox?: string): Promise<PageReport> {
  const frame = document.createElement('iframe');
  if (sandbox !== undefined) frame.setAttribute('sandbox', sandbox);
  frame.src = address;
  const report = new Promise<PageReport>((resolve) => {
    addEventListener('message', function onMessage({ source, data }: MessageEvent<PageReport>) {
      if (source !== frame.contentWindow) return;
      removeEventListener('message', onMessage);
      resolve(data);
    });
  });
  document.body.append(frame);
  const said = await report;
  frame.remove();
  return said;
}
