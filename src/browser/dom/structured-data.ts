/** Describes the policy on screen to search engines, with the vocabulary of schema.org. */

import type { Policy } from '../../core/model/policy.ts';

/** Describes a policy as a WebPage (https://schema.org/WebPage). */
function webPageOf({ title, updated, version, language }: Policy): Record<string, string> {
  const stated = { name: title, dateModified: updated, version, inLanguage: language };
  const entries = Object.entries(stated).filter((entry): entry is [string, string] => !!entry[1]);
  return { '@context': 'https://schema.org', '@type': 'WebPage', ...Object.fromEntries(entries) };
}

/** Manages the JSON-LD that one element adds to the head of the page. */
export class StructuredData {
  #script: HTMLScriptElement | null = null;
  #shown: Policy | null = null;

  /** Writes the JSON-LD of a policy, or removes it if null. */
  show(policy: Policy | null): void {
    if (policy === this.#shown) return;
    this.#shown = policy;
    this.#script?.remove();
    this.#script = null;
    if (!policy) return;
    const script = document.createElement('script');
    script.type = 'application/ld+json';
    // `</script>` cannot end a text node, but it would mislead tools that process the page's HTML.
    script.append(JSON.stringify(webPageOf(policy)).replaceAll('<', '\\u003c'));
    document.head.append(script);
    this.#script = script;
  }
}
