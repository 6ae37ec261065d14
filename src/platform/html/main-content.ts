/** Finds the text of a page among its navigation, banners and footers. */

import { HEADINGS, isNeverText } from './elements.ts';

/** Where the text is, and what in it is left out. */
export interface MainContent {
  readonly root: Element;
  readonly skips: (element: Element) => boolean;
}

/** Elements and roles that hold a page's furniture. */
const FURNITURE =
  'nav,[role=navigation],[role=banner],[role=contentinfo],[role=search],[role=dialog],[role=alertdialog],[role=menu],[role=menubar],[role=toolbar],[role=tablist],[aria-modal=true]';

/** Words in classes and ids by which tools name their furniture. */
const FURNITURE_NAME =
  /(?:^|[\s_-])(?:(?:cookie|consent|gdpr|ccpa)s?[_-]?(?:banner|bar|notice|popup|pop-up|modal|overlay|alert|message|law|dialog|box|info|widget|bot)|onetrust|ot-sdk|cky|cc-window|cc-banner|cybot\w*|didomi|cmplz|truste|breadcrumbs?|share|sharing|share-\w+|social|socials?-?\w*|sharedaddy|addtoany|skip-?(?:link|nav|to-\w+)|newsletter|subscribe|signup|comments?|respond|disqus|sidebar|side-?nav|site-?(?:header|footer|nav\w*)|page-?footer|footer|foot|navbar|navigation|nav|menu|mega-?menu|topbar|top-bar|pagination|pager|post-navigation|prev-?next|related(?:-\w+)?|print-?(?:button|link)|edit-?(?:page|link)|page-?meta|language-?(?:switch\w*|select\w*)|lang-?switch\w*|banner-ad|advert\w*|material-icons[\w-]*|sr-only|visually-hidden|screen-reader-text)(?=$|[\s_-])/i;

/** Share of the text that furniture can hold: what has more is the text itself, however it is named. */
const FURNITURE_SHARE = 0.3;

/** Characters that make a `<main>` or `<article>` worth reading, when the page has more text. */
const MIN_MAIN = 600;

/** Characters of prose beside the text that are worth keeping with it. */
const WORTH_KEEPING = 200;

interface Measure {
  /** Characters of text. */
  text: number;
  /** Characters of text in links. */
  links: number;
}

/** Finds the element that holds the text of a page. */
export function findMainContent(document: Document): MainContent {
  const body = document.body ?? document.documentElement;
  const measures = new Map<Element, Measure>();
  const whole = measure(body, false);
  const root = narrow(findMain() ?? body);
  const own = measures.get(root)!.text;
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
    const { text, links } = measures.get(element)!;
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
    return article && prose(article) * 2 > whole.text ? article : null;
  }

  /** Goes down while one child holds the text and the others nothing that is read with it. */
  function narrow(root: Element): Element {
    for (;;) {
      const children = [...root.children].filter(
        (child) => !isNeverText(child) && !isFurniture(child, whole.text) && prose(child) > 0,
      );
      const [first] = children.sort((a, b) => prose(b) - prose(a));
      if (!first || /^(?:p|table|ul|ol|dl|pre|blockquote|h\d)$/.test(first.localName)) return root;
      const others = children.slice(1);
      const kept = others.some(
        (other) => other.querySelector(`${HEADINGS},time`) || isHeadingLike(other),
      );
      const beside = prose(root) - prose(first);
      const beyond = others.reduce((sum, other) => sum + prose(other), 0);
      if (kept || Math.min(beside, beyond) > WORTH_KEEPING) return root;
      root = first;
    }
  }

  function isFurniture(element: Element, total: number): boolean {
    const size = measures.get(element);
    if (size && size.text > total * FURNITURE_SHARE) return false;
    if (element.matches(FURNITURE)) return true;
    const name = element.localName;
    if (name === 'button') return !element.closest(`${HEADINGS},summary`);
    if (name === 'form') return !element.querySelector(HEADINGS);
    if (/^h[1-6]$/.test(name)) return false;
    if (isHidden(element)) return true;
    if (name === 'footer' || name === 'aside') {
      return !element.closest('main,article') || (size !== undefined && size.links * 2 > size.text);
    }
    return FURNITURE_NAME.test(`${element.getAttribute('class') ?? ''} ${element.id}`);
  }
}

function isHeadingLike(element: Element): boolean {
  return /^h[1-6]$/.test(element.localName) || /\b(?:19|20)\d\d\b/.test(element.textContent);
}

function isHidden(element: Element): boolean {
  const style = element.getAttribute('data-style');
  return !!style && /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(style);
}
