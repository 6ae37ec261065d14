/** What the element asks of a page whose security policy wants Trusted Types. */

/** The one name to put on a page's list: `trusted-types privacy-policy`. */
const NAME = 'privacy-policy';

/**
 * The policy by which the element's own templates, and documents that a browser has no safe parser
 * for, become HTML; undefined where none is wanted or none is allowed. What is parsed by it is inert:
 * nothing of it reaches the page but by the allow-list of elements.
 */
export const trustedHtml = createPolicy();

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
