/** Finds the main text of a page, and distinguishes it from navigation, banners and footers. */

import { headingLevel, isMarkedHidden, isNeverText, isPanel } from './elements.ts';
import { PageMeasure } from './page-measure.ts';

/** The element that contains a page's text. */
export interface MainContent {
  readonly root: Element;
  readonly measure: PageMeasure;
  /** Returns true for an element in `root` that is not part of the text. */
  readonly skips: (element: Element) => boolean;
}

/** Elements and roles of boilerplate: navigation, banners, dialogs. */
const BOILERPLATE =
  'nav,[role=navigation],[role=banner],[role=contentinfo],[role=search],[role=dialog],[role=alertdialog],[role=menu],[role=menubar],[role=toolbar],[role=tablist],[aria-modal=true]';

/** Classes and ids that tools give to boilerplate, with camel case separated by hyphens. */
const BOILERPLATE_NAME = namePattern(
  'breadcrumbs?|foot|footer|nav|navbar|navigation|menu|mega-?menu|topbar|top-bar|sidebar|side-?nav|pagination|pager|skip-?(?:link|nav|to)|onetrust|ot-sdk|cky|cc-window|cc-banner|cybot|didomi|cmplz|truste|sharedaddy|addtoany|disqus|material-icons|sr-only|visually-hidden|screen-reader-text|edit-?(?:page|link)|print-?(?:button|link)|lang(?:uage)?-?(?:switch|select)\\w*',
);

/**
 * Classes and ids that indicate boilerplate only on a short element with controls. On a longer
 * element, they name the topic of its text.
 */
const TOPIC_NAME = namePattern(
  'shar(?:e|ing)|socials?|newsletter|subscri(?:be|ption)|signup|comments?|respond|related|adverts?|ads?|banner|cookies?|consent|gdpr|prev-?next|meta|langs?|languages?',
);

/**
 * Maximum share of the text that boilerplate may contain. An element with more is the text itself.
 */
const BOILERPLATE_SHARE = 0.3;

/**
 * A `<main>` with less than half of the page's text counts only if it has more characters of prose
 * than this.
 */
const MIN_MAIN = 600;

/** Prose next to the main text is kept with it if it has more characters than this. */
const MIN_KEPT_PROSE = 200;

/** Maximum characters of prose in a box such as a banner that asks for consent. */
const MAX_BANNER = 600;

/**
 * Maximum characters of prose in an element with the name of boilerplate, such as `footer`. A
 * longer one is kept, despite its name.
 */
const MAX_BOILERPLATE = 1000;

/** Minimum number of characters of a sentence in a script with spaces. Excludes "Log in!". */
const MIN_SENTENCE = 20;

/** Finds the element that contains the text of a page. */
export function findMainContent(document: Document): MainContent {
  const body = document.body ?? document.documentElement;
  const measure = new PageMeasure(body);
  const root = narrow(findMain(body, measure) ?? body, body, measure);
  const total = measure.get(root)?.text ?? 0;
  const known = new Map<Element, boolean>();
  const skips = (element: Element): boolean => {
    let isSkipped = known.get(element);
    if (isSkipped === undefined) {
      isSkipped = isNeverText(element) || isBoilerplate(element, total, measure);
      known.set(element, isSkipped);
    }
    return isSkipped;
  };
  return { root, measure, skips };
}

/** Returns the page's `<main>`, or the `<article>` that makes up the page, or null. */
function findMain(body: Element, measure: PageMeasure): Element | null {
  const total = measure.get(body)?.text ?? 0;
  const main = longest(body.querySelectorAll('main,[role=main]'), measure);
  if (main && (measure.prose(main) > MIN_MAIN || measure.prose(main) * 2 > total)) return main;
  const article = longest(body.querySelectorAll('article,[itemprop=articleBody]'), measure);
  if (!article || measure.prose(article) * 2 <= total) return null;
  return hasSiblingArticles(article, body, measure) ? null : article;
}

function longest(elements: Iterable<Element>, measure: PageMeasure): Element | null {
  let best: Element | null = null;
  for (const element of elements)
    if (!best || measure.prose(element) > measure.prose(best)) best = element;
  return best;
}

/** Whether an article is one of several, not the whole page. */
function hasSiblingArticles(article: Element, body: Element, measure: PageMeasure): boolean {
  const articles = [...body.querySelectorAll('article')];
  return articles.some(
    (other) =>
      !other.contains(article) &&
      !article.contains(other) &&
      measure.prose(other) * 25 > measure.prose(article),
  );
}

/**
 * Descends from `root` to the innermost element that contains the whole main text, and returns it.
 */
function narrow(root: Element, body: Element, measure: PageMeasure): Element {
  const total = measure.get(body)?.text ?? 0;
  for (;;) {
    const children = [...root.children].filter(
      (child) =>
        !isNeverText(child) && !isBoilerplate(child, total, measure) && measure.prose(child) > 0,
    );
    const [first, ...rest] = children.sort((a, b) => measure.prose(b) - measure.prose(a));
    if (!first || /^(?:p|table|ul|ol|dl|pre|blockquote|h\d)$/.test(first.localName)) return root;
    if (rest.some((other) => isWorthKeeping(other, measure))) return root;
    const inside = [...root.children].reduce((sum, child) => sum + measure.prose(child), 0);
    const others = rest.reduce(
      (sum, other) => sum + measure.prose(other),
      measure.prose(root) - inside,
    );
    if (others > MIN_KEPT_PROSE || others * 4 > measure.prose(first)) return root;
    root = first;
  }
}

/** Whether an element is a paragraph with a sentence, or contains a heading or a date. */
function isWorthKeeping(element: Element, measure: PageMeasure): boolean {
  return (
    measure.hasHeadings(element) ||
    headingLevel(element) > 0 ||
    (element.localName === 'p' && isSentence(element.textContent.trim())) ||
    !!element.querySelector('time') ||
    /\b(?:19|20)\d\d\b/.test(element.textContent)
  );
}

function isSentence(text: string): boolean {
  return text.endsWith('。') || (text.length > MIN_SENTENCE && /[.!?]$/.test(text));
}

/** Whether an element is not part of the main text. */
function isBoilerplate(element: Element, total: number, measure: PageMeasure): boolean {
  const size = measure.get(element);
  if (size && size.text > total * BOILERPLATE_SHARE) return false;
  if (element.matches(BOILERPLATE)) return true;
  const name = element.localName;
  if (headingLevel(element)) return false;
  if (name === 'form') return !measure.hasHeadings(element);
  const prose = measure.prose(element);
  // Accordions hide their text at first. Text that stays hidden is short, or a translation.
  if (isHidden(element)) {
    return (prose < MIN_KEPT_PROSE && !isPanel(element)) || element.hasAttribute('lang');
  }
  if (name === 'footer' || name === 'aside') {
    return !size?.isInMain || size.links * 2 > size.text - size.headings;
  }
  const names = `${element.getAttribute('class') ?? ''} ${element.id}`
    .replace(/([a-z])([A-Z])|[^\w\s-]|_/g, '$1-$2')
    .toLowerCase();
  // The footer of an iubenda policy states the date of its last update.
  if (BOILERPLATE_NAME.test(names) && !names.includes('iub-footer')) return prose < MAX_BOILERPLATE;
  return prose < MAX_BANNER && TOPIC_NAME.test(names) && isControlBox(element, measure);
}

/** Whether an element is a box of buttons and links, not a short section. */
function isControlBox(element: Element, measure: PageMeasure): boolean {
  const size = measure.get(element);
  return (
    !!size &&
    size.controls > 0 &&
    !size.titles &&
    !size.followingParagraphs &&
    !/^(?:p|table|t[rdh]|tbody|thead)$/.test(element.localName) &&
    !element.querySelector('table')
  );
}

function namePattern(words: string): RegExp {
  return new RegExp(`(?:^|[\\s-])(?:${words})(?=$|[\\s-])`);
}

function isHidden(element: Element): boolean {
  const style = element.getAttribute('data-style');
  return (
    isMarkedHidden(element) ||
    (!!style && /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(style))
  );
}
