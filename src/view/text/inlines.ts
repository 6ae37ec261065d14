import { html, nothing, type TemplateResult } from 'lit';
import type { Image, Inline, Link, Phrase } from '../../core/model/policy.ts';
import type { Messages } from '../../i18n/index.ts';
import { buttonView } from '../button.ts';
import type { ViewActions, ViewState } from '../view-state.ts';

/** What phrasing needs to know of its surroundings. */
export interface InlineContext {
  readonly messages: Messages;
  readonly page: string;
  readonly origin: string;
  readonly images: ViewState['images'];
  readonly actions: ViewActions;
  /** True inside a button, where nothing else may be clicked. */
  readonly isPlain?: boolean;
}

/** Draws phrasing. */
export function inlinesView(inlines: readonly Inline[], context: InlineContext): unknown {
  const [first] = inlines;
  // One run of text, the commonest case by far, needs no list of parts and their markers.
  if (inlines.length === 1 && first?.type === 'text') return first.text;
  return inlines.map((inline, index) =>
    inline.type === 'text' ? inline.text : inlineView(inline, context, inlines[index + 1]),
  );
}

function inlineView(
  inline: Exclude<Inline, { type: 'text' }>,
  context: InlineContext,
  next?: Inline,
): unknown {
  switch (inline.type) {
    case 'link':
      return linkView(inline, context);
    case 'image':
      return imageView(inline, context);
    case 'inlineCode':
      return html`<code translate="no">${inline.text}</code>`;
    case 'break':
      return html`<br />`;
    case 'added':
      return html`<ins part="added">${inlinesView(inline.children, context)}</ins>`;
    case 'removed':
      return html`<del part="deleted">${inlinesView(inline.children, context)}</del>${
          next?.type === 'added' ? GAP : nothing
        }`;
    case 'span': {
      const content = inlinesView(inline.children, context);
      const language = inline.language ?? nothing;
      const direction = inline.direction ?? nothing;
      return inline.expansion
        ? html`<abbr lang=${language} dir=${direction} title=${inline.expansion}>${content}</abbr>`
        : html`<span lang=${language} dir=${direction}>${content}</span>`;
    }
    default:
      return phraseView(inline.type, inlinesView(inline.children, context));
  }
}

// Without a space between them, "30" and "90" would be found and read aloud as "3090".
const GAP = html`<span class="gap"> </span>`;

function phraseView(type: Phrase['type'], content: unknown): TemplateResult {
  switch (type) {
    case 'emphasis':
      return html`<em>${content}</em>`;
    case 'strong':
      return html`<strong>${content}</strong>`;
    case 'deletion':
      return html`<del>${content}</del>`;
    case 'insertion':
      return html`<ins>${content}</ins>`;
    case 'subscript':
      return html`<sub>${content}</sub>`;
    case 'superscript':
      return html`<sup>${content}</sup>`;
    case 'highlight':
      return html`<mark>${content}</mark>`;
    case 'small':
      return html`<small>${content}</small>`;
    case 'quotation':
      return html`<q>${content}</q>`;
  }
}

function linkView({ href, title, children }: Link, context: InlineContext): unknown {
  const isPlain = context.isPlain || href !== null;
  const content = inlinesView(children, { ...context, isPlain });
  if (!href || context.isPlain) return content;
  if (href.startsWith('#')) {
    const id = href.slice(1);
    return html`<a
      href=${context.page + href}
      title=${title ?? nothing}
      @click=${(event: MouseEvent) => context.actions.follow(event, id)}
      >${content}</a
    >`;
  }
  return html`<a href=${href} rel=${relFor(href, context.origin)} title=${title ?? nothing}
    >${content}</a
  >`;
}

/** Relation of a link by where it leads: a place elsewhere learns nothing of where it was followed. */
export function relFor(href: string, origin: string): string | typeof nothing {
  return /^https?:/i.test(href) && !isFrom(href, origin) ? 'noopener noreferrer' : nothing;
}

function isFrom(address: string, origin: string): boolean {
  return address === origin || address.startsWith(`${origin}/`);
}

function imageView(image: Image, context: InlineContext): unknown {
  const { messages, origin, images, actions, isPlain } = context;
  const { src, alt, title } = image;
  if (src && (images === 'all' || (images !== 'none' && isFrom(src, origin)))) {
    return html`<img
      src=${src}
      alt=${alt}
      title=${title ?? nothing}
      loading="lazy"
      decoding="async"
    />`;
  }
  const label = alt ? messages.t('image', { text: alt }) : messages.t('imageUnnamed');
  if (!src || isPlain) return label;
  // An image from elsewhere would tell that server who reads this policy: it waits to be asked for.
  return html`<span class="image"
    ><span>${label} (<bdi translate="no">${new URL(src).host}</bdi>)</span> ${buttonView(
      messages.t('showImage'),
      ({ currentTarget }) => actions.showImage(currentTarget as Element, image),
      { name: 'link' },
    )}</span
  >`;
}
