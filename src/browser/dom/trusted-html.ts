/** How strings become nodes, also where the page's security policy wants Trusted Types. */

/** The one name to put on a page's list for engines without a safe parser: `trusted-types privacy-policy`. */
const NAME = 'privacy-policy';

/** The browser's own safe parser: it asks nothing of a page's security policy. */
const SAFE_HTML = Document as { parseHTML?(html: string, options: object): Document };

const policy = SAFE_HTML.parseHTML ? undefined : createPolicy();

/**
 * Parses HTML of others into an inert document: nothing of it reaches the page but by the allow-list
 * of elements.
 */
export function parseInert(html: string): Document {
  return SAFE_HTML.parseHTML?.(html, { sanitizer: {} }) ?? parse(html);
}

/** Fills a template of the element's own, in Lit's stead; Lit finds its places by comments. */
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
    // A further copy of the script has nothing to draw, and a policy can be made only once.
    if (customElements.get('privacy-policy')) return undefined;
    return trustedTypes?.createPolicy(NAME, { createHTML: (html: string) => html });
  } catch {
    return undefined;
  }
}
