/** Parses HTML strings, even on pages that require Trusted Types. */

/**
 * Name of the Trusted Types policy, for browsers without a safe parser. Pages allow it with
 * `trusted-types privacy-policy`.
 */
const NAME = 'privacy-policy';

/** The browser's safe parser, which needs no Trusted Types policy. */
const SAFE_HTML = Document as { parseHTML?(html: string, options: object): Document };

const policy = SAFE_HTML.parseHTML ? undefined : createPolicy();

/**
 * Parses foreign HTML into an inert document. Its content reaches the page only through the
 * allow-list of elements.
 */
export function parseInert(html: string): Document {
  return SAFE_HTML.parseHTML?.(html, { sanitizer: {} }) ?? parse(html);
}

/** Fills one of Lit's templates. Comments are kept, because Lit finds its expressions by them. */
export function fillTemplate(template: HTMLTemplateElement, html: string): HTMLTemplateElement {
  const safe = template as { setHTML?(html: string, options: object): void };
  if (safe.setHTML) safe.setHTML(html, { sanitizer: { comments: true } });
  else {
    const parsed = parse(`<template>${html}</template>`);
    template.content.append(parsed.querySelector('template')!.content);
  }
  return template;
}

function parse(html: string): Document {
  return new DOMParser().parseFromString(policy?.createHTML(html) ?? html, 'text/html');
}

function createPolicy(): { createHTML(html: string): string } | undefined {
  try {
    const { trustedTypes } = globalThis as {
      trustedTypes?: {
        createPolicy(name: string, rules: object): { createHTML(html: string): string };
      };
    };
    // A second copy of the script renders nothing, so it needs no policy. A policy with the same
    // name can be created only once.
    if (customElements.get('privacy-policy')) return undefined;
    return trustedTypes?.createPolicy(NAME, { createHTML: (html: string) => html });
  } catch {
    return undefined;
  }
}
