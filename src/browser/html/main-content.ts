/** Finds the text of a page among its navigation, banners and footers. */

import { HEADINGS, isMarkedHidden, isNeverText } from './blocks.ts';

/** Where the text is, and what in it is left out. */
export interface MainContent {
  readonly root: Element;
  readonly skips: (element: Element) => boolean;
}

/** Elements and roles that hold a page's furniture. */
const BOILERPLATE =
  'nav,[role=navigation],[role=banner],[role=contentinfo],[role=search],[role=dialog],[role=alertdialog],[role=menu],[role=menubar],[role=toolbar],[role=tablist],[aria-modal=true]';

/** Words in classes and ids by which tools name furniture, camel case taken apart by hyphens. */
const BOILERPLATE_NAME = named(
  'breadcrumbs?|foot|footer|nav|navbar|navigation|menu|mega-?menu|topbar|top-bar|sidebar|side-?nav|pagination|pager|skip-?(?:link|nav|to)|onetrust|ot-sdk|cky|cc-window|cc-banner|cybot|didomi|cmplz|truste|sharedaddy|addtoany|disqus|material-icons|sr-only|visually-hidden|screen-reader-text|edit-?(?:page|link)|print-?(?:button|link)|lang(?:uage)?-?(?:switch|select)\\w*',
);

/** Words that name furniture when it is a short box of controls, and may else name a section's topic. */
const TOPIC_NAME = named(
  'shar(?:e|ing)|socials?|newsletter|subscri(?:be|ption)|signup|comments?|respond|related|adverts?|ads?|banner|cookies?|consent|gdpr|prev-?next|meta|langs?|languages?',
);

/** Share of the text that furniture can hold: what has more is the text itself, however it is named. */
const BOILERPLATE_SHARE = 0.3;

/** Characters that make a `<main>` or `<article>` worth reading, when the page has more text. */
const MIN_MAIN = 600;

/** Characters of prose beside the text that are worth keeping with it. */
const WORTH_KEEPING = 200;

/** Characters of prose in a banner that asks for consent. */
const MAX_BANNER = 600;

/** Characters of prose in a footer or sidebar: more is kept, whatever it is called. */
const MAX_BOILERPLATE = 1000;

interface Measure {
  /** Characters of text. */
  text: number;
  /** Characters of text in links. */
  links: number;
}

const NOTHING: Measure = { text: 0, links: 0 };

/** Finds the element that holds the text of a page. */
export function findMainContent(document: Document): MainContent {
  const body = document.body ?? document.documentElement;
  const measures = new Map<Element, Measure>();
  const whole = measure(body, false);
  const root = narrow(findMain() ?? body);
  const own = (measures.get(root) ?? NOTHING).text;
  return { root, skips: (element) => isNeverText(element) || isFurniture(element, own) };

  function measure(element: Element, inLink: boolean): Measure {
    const sum = { text: 0, links: 0 };
    measures.set(element, sum);
    if (isNeverText(element)) return sum;
    inLink ||= element.localName === 'a';
    for (const node of element.childNodes) {
      if (node.nodeType === 3) {
        const { length } = (node as Text).data.trim();
        sum.text += length;
        if (inLink) sum.links += length;
      } else if (node.nodeType === 1) {
        const { text, links } = measure(node as Element, inLink);
        sum.text += text;
        sum.links += links;
      }
    }
    return sum;
  }

  function prose(element: Element): number {
    // What stands in an element that is never entered was not measured.
    const { text, links } = measures.get(element) ?? NOTHING;
    return text - links;
  }

  function largest(selector: string): Element | null {
    let best: Element | null = null;
    for (const element of body.querySelectorAll(selector)) {
      if (!best || prose(element) > prose(best)) best = element;
    }
    return best;
  }

  function findMain(): Element | null {
    const main = largest('main,[role=main]');
    if (main && (prose(main) > MIN_MAIN || prose(main) * 2 > whole.text)) return main;
    const article = largest('article,[itemprop=articleBody]');
    return article && prose(article) * 2 > whole.text && !hasEquals(article) ? article : null;
  }

  /** Tells one article of several from the one that is the page. */
  function hasEquals(article: Element): boolean {
    const others = [...body.querySelectorAll('article')].filter(
      (other) => !other.contains(article),
    );
    return others.some((other) => !article.contains(other) && prose(other) * 25 > prose(article));
  }

  /** Goes down while one child holds the text and the others nothing that is read with it. */
  function narrow(root: Element): Element {
    for (;;) {
      const children = [...root.children].filter(
        (child) => !isNeverText(child) && !isFurniture(child, whole.text) && prose(child) > 0,
      );
      const [first] = children.sort((a, b) => prose(b) - prose(a));
      if (!first || /^(?:p|table|ul|ol|dl|pre|blockquote|h\d)$/.test(first.localName)) return root;
      const rest = children.slice(1);
      const kept = rest.some(
        (other) => other.querySelector(`${HEADINGS},time`) || isHeadingLike(other),
      );
      const inside = [...root.children].reduce((sum, child) => sum + prose(child), 0);
      const others = rest.reduce((sum, other) => sum + prose(other), prose(root) - inside);
      if (kept || others > WORTH_KEEPING || others * 4 > prose(first)) return root;
      root = first;
    }
  }

  function isFurniture(element: Element, total: number): boolean {
    const size = measures.get(element);
    if (size && size.text > total * BOILERPLATE_SHARE) return false;
    if (element.matches(BOILERPLATE)) return true;
    const name = element.localName;
    if (name === 'button') return !element.closest(`${HEADINGS},summary`);
    if (name === 'form') return !element.querySelector(HEADINGS);
    if (/^h[1-6]$/.test(name)) return false;
    const said = size ? size.text - size.links : 0;
    // What scripts unfold is hidden at first; what is hidden for good is short, or a translation.
    if (isHidden(element)) return said < WORTH_KEEPING || element.hasAttribute('lang');
    if (name === 'footer' || name === 'aside') {
      return !element.closest('main,article') || (size !== undefined && size.links * 2 > size.text);
    }
    const called = `${element.getAttribute('class') ?? ''} ${element.id}`
      .replace(/([a-z])([A-Z])|[^\w\s-]|_/g, '$1-$2')
      .toLowerCase();
    return BOILERPLATE_NAME.test(called)
      ? said < MAX_BOILERPLATE
      : said < MAX_BANNER && TOPIC_NAME.test(called) && isControls(element);
  }
}

/** Tells a box of buttons and links from a short section. */
function isControls(element: Element): boolean {
  const ends = element.querySelectorAll(
    'a,button,input,[role=button],[class*=btn i],[class*=button i]',
  );
  return ends.length > 0 && !element.querySelector('h1,h2') && !element.querySelector('p+p');
}

function named(words: string): RegExp {
  return new RegExp(`(?:^|[\\s-])(?:${words})(?=$|[\\s-])`);
}

function isHeadingLike(element: Element): boolean {
  return /^h[1-6]$/.test(element.localName) || /\b(?:19|20)\d\d\b/.test(element.textContent);
}

function isHidden(element: Element): boolean {
  const style = element.getAttribute('data-style');
  return (
    isMarkedHidden(element) ||
    (!!style && /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(style))
  );
}
