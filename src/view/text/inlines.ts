import { misleadingTarget } from '../../core/model/links.ts';
import type { Image, Inline, Link, Phrase } from '../../core/model/policy.ts';
import { hasWords, inlineText, plainLine } from '../../core/model/text.ts';
import type { Messages } from '../../i18n/index.ts';
import type { ScreenState, ViewActions } from '../screen-state.ts';
import { showImage } from './show-image.ts';
import {
  createElement,
  type TextDocument,
  type TextNode,
  type TextParent,
} from './text-document.ts';

/** Context for rendering inline content. */
export interface InlineContext {
  readonly textDocument: TextDocument;
  readonly messages: Messages;
  readonly page: string;
  readonly origin: string;
  readonly sourceOrigin: string;
  readonly images: ScreenState['images'];
  readonly actions: ViewActions;
  /**
   * Whether marks are shown. While they are hidden, screen readers announce insertions as plain
   * text.
   */
  readonly isMarked: boolean;
  /** Whether the text is inside a link or button, which must not contain other controls. */
  readonly isPlain?: boolean;
  /** Whether blocked images are left out, as in a heading that has words. */
  readonly omitsImages?: boolean;
}

/** Returns the context of a heading's content. */
export function headingContext<Context extends InlineContext>(
  content: readonly Inline[],
  context: Context,
): Context {
  return { ...context, omitsImages: hasWords(content) };
}

/** Tag names of the inline elements. */
const PHRASE_TAGS: Readonly<Record<Phrase['type'], string>> = {
  emphasis: 'em',
  strong: 'strong',
  deletion: 'del',
  insertion: 'ins',
  subscript: 'sub',
  superscript: 'sup',
  highlight: 'mark',
  small: 'small',
  quotation: 'q',
};

/** Appends inline content to a node, and returns the node. */
export function appendInlines<Target extends TextParent>(
  target: Target,
  inlines: readonly Inline[],
  context: InlineContext,
): Target {
  for (const [index, inline] of inlines.entries()) {
    if (inline.type === 'text') target.append(inline.text);
    else appendInline(target, inline, context, inlines[index + 1]);
  }
  return target;
}

function appendInline(
  target: TextParent,
  inline: Exclude<Inline, { type: 'text' }>,
  context: InlineContext,
  next: Inline | undefined,
): void {
  switch (inline.type) {
    case 'link':
      appendLink(target, inline, context);
      break;
    case 'image':
      appendImage(target, inline, context);
      break;
    case 'inlineCode':
      target.append(createElement(context, 'code', { translate: 'no' }, inline.text));
      break;
    case 'break':
      target.append(createElement(context, 'br'));
      break;
    case 'added':
      target.append(appendInlines(markElement('added', context), inline.children, context));
      break;
    case 'removed':
      target.append(appendInlines(markElement('removed', context), inline.children, context));
      // Without a space between them, "30" and "90" would be found and read aloud as "3090".
      if (startsWithAdded(next))
        target.append(createElement(context, 'span', { class: 'gap' }, ' '));
      break;
    case 'span': {
      const { language: lang, direction: dir, expansion: title } = inline;
      const span = createElement(context, title ? 'abbr' : 'span', { lang, dir, title });
      target.append(appendInlines(span, inline.children, context));
      break;
    }
    default: {
      const phrase = createElement(context, PHRASE_TAGS[inline.type]);
      target.append(appendInlines(phrase, inline.children, context));
    }
  }
}

/** Whether content starts with added words, possibly inside a link or a phrase. */
function startsWithAdded(node: Inline | undefined): boolean {
  return (
    node?.type === 'added' || (!!node && 'children' in node && startsWithAdded(node.children[0]))
  );
}

/** Creates the element around an added or removed run. */
export function markElement(
  kind: 'added' | 'removed',
  context: Pick<InlineContext, 'textDocument' | 'isMarked'>,
): TextParent {
  return kind === 'added'
    ? createElement(context, 'ins', { part: 'added', role: context.isMarked ? null : 'none' })
    : createElement(context, 'del', { part: 'deleted' });
}

function appendLink(
  target: TextParent,
  { href, title, children }: Link,
  context: InlineContext,
): void {
  if (!isText(href) || context.isPlain) {
    appendInlines(target, children, context);
    return;
  }
  const isInternal = href.startsWith('#');
  const link = createElement(context, 'a', {
    href: isInternal ? context.page + href : href,
    rel: relFor(href, context.origin),
    title,
  });
  if (isInternal)
    link.addEventListener('click', (event) => context.actions.follow(event, href.slice(1)));
  target.append(appendInlines(link, children, { ...context, isPlain: true }));
  const host = misleadingTarget(inlineText(children), href);
  if (host) target.append(leadsToElement(host, context));
}

/** Creates the note after a link whose text names a different host than the link leads to. */
function leadsToElement(host: string, context: InlineContext): TextNode {
  const note = createElement(context, 'span', { class: 'leads-to' });
  note.append(
    ' (',
    createElement(context, 'bdi', { dir: 'ltr', translate: 'no' }, plainLine(host)),
    ')',
  );
  return note;
}

/** Whether an address is a string with text. A page can set a policy that contains other values. */
function isText(address: unknown): address is string {
  return !!address && typeof address === 'string';
}

/**
 * Returns the `rel` attribute of a link, or null. It keeps links to other origins from revealing
 * this page.
 */
export function relFor(href: string, origin: string): string | null {
  return /^https?:/i.test(href) && !isFrom(href, origin) ? 'noopener noreferrer' : null;
}

function isFrom(address: string, origin: string): boolean {
  return address === origin || address.startsWith(`${origin}/`);
}

function appendImage(target: TextParent, image: Image, context: InlineContext): void {
  const { messages, sourceOrigin, images, isPlain, omitsImages } = context;
  const { src, alt, title } = image;
  if (isText(src) && (images === 'all' || (images !== 'none' && isFrom(src, sourceOrigin)))) {
    target.append(
      createElement(context, 'img', { src, alt, title, loading: 'lazy', decoding: 'async' }),
    );
    return;
  }
  if (omitsImages) return;
  const label = alt ? messages.t('image', { text: alt }) : messages.t('imageUnnamed');
  if (!URL.canParse(src!) || isPlain) {
    target.append(label);
    return;
  }
  // Loading the image would reveal to another server who reads this policy, so it waits for a
  // click.
  const host = createElement(context, 'bdi', { translate: 'no' }, new URL(src!).host);
  target.append(
    createElement(
      context,
      'span',
      { class: 'image' },
      createElement(context, 'span', null, `${label} (`, host, ')'),
      ' ',
      buttonElement(context, messages.t('showImage'), 'link', ({ currentTarget }) =>
        showImage(currentTarget as Element, image),
      ),
    ),
  );
}

/** Creates a button in the policy's text. */
export function buttonElement(
  context: { readonly textDocument: TextDocument },
  text: string,
  name: string,
  action: (event: MouseEvent) => void,
): TextNode {
  const button = createElement(
    context,
    'button',
    { type: 'button', part: 'button', class: name },
    text,
  );
  button.addEventListener('click', action);
  return button;
}
