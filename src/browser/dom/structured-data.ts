/** Tells search engines of the policy on screen, in the vocabulary of schema.org. */

import type { Policy } from '../../core/model/policy.ts';

/** What is said of a policy (https://schema.org/WebPage); what it does not state is left out. */
function webPageOf({ title, updated, version, language }: Policy): Record<string, string> {
  const stated = { name: title, dateModified: updated, version, inLanguage: language };
  const entries = Object.entries(stated).filter((entry): entry is [string, string] => !!entry[1]);
  return { '@context': 'https://schema.org', '@type': 'WebPage', ...Object.fromEntries(entries) };
}

/** The JSON-LD of one element in the head of its page. */
export class StructuredData {
  #script: HTMLScriptElement | null = null;
  #shown: Policy | null = null;

  /** Writes what is known of a policy; null takes it away. */
  show(policy: Policy | null): void {
    if (policy === this.#shown) return;
    this.#shown = policy;
    this.#script?.remove();
    this.#script = null;
    if (!policy) return;
    const script = document.createElement('script');
    script.type = 'application/ld+json';
    // Text can no more end the element than run: it is a node, and the type is no script's.
    script.append(JSON.stringify(webPageOf(policy)));
    document.head.append(script);
    this.#script = script;
  }
}
