import { noChange, nothing } from 'lit';
import { Directive, directive, type ChildPart } from 'lit/directive.js';
import type { Section } from '../core/policy.ts';
import { element } from './plain.ts';
import type { ViewActions, ViewState } from './view-state.ts';

class PlainContents extends Directive {
  #sections: readonly Section[] | null = null;
  #page = '';
  #links = new Map<string, HTMLElement>();
  #current: string | null = null;

  render(_sections: readonly Section[], _state: ViewState, _actions: ViewActions): unknown {
    return nothing;
  }

  override update(
    _part: ChildPart,
    [sections, { page, current }, actions]: [readonly Section[], ViewState, ViewActions],
  ): unknown {
    const isNew = sections !== this.#sections || page !== this.#page;
    const items = isNew ? this.#draw(sections, page, actions) : noChange;
    if (isNew || current !== this.#current) {
      this.#links.get(this.#current ?? '')?.removeAttribute('aria-current');
      this.#links.get(current ?? '')?.setAttribute('aria-current', 'location');
      this.#current = current;
    }
    return items;
  }

  #draw(sections: readonly Section[], page: string, actions: ViewActions): Node {
    const items = document.createDocumentFragment();
    this.#sections = sections;
    this.#page = page;
    this.#links.clear();
    for (const { id, heading } of sections) {
      const link = element(
        'a',
        { part: 'toc-link', href: `${page}#${encodeURIComponent(id)}` },
        element('span', null, heading),
      );
      link.addEventListener('click', (event) => actions.follow(event, id, 'contents'));
      this.#links.set(id, link);
      items.append(element('li', null, link));
    }
    return items;
  }
}

/** Draws the links of contents without templates, and from then on only marks the current one. */
export const plainContents = directive(PlainContents);
