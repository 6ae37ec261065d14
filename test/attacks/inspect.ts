/** Checks a rendered hostile document for anything that must never be there. */

/** Names of the elements that may be rendered. All others are forbidden. */
const ELEMENTS = new Set(
  (
    'a abbr b bdi blockquote br button caption cite code dd del details div dl dt em figcaption figure footer h1 h2 h3 ' +
    'h4 h5 h6 header hr img input ins label li main mark nav ol p pre q section slot small span strong sub summary sup ' +
    'svg path table tbody td th thead time tr ul'
  ).split(' '),
);

const ATTRIBUTES =
  /^(?:aria-[a-z]+|data-[a-z-]+|alt|checked|class|colspan|datetime|decoding|dir|disabled|height|hidden|href|hreflang|id|inert|lang|loading|name|open|part|popover|rel|role|rowspan|scope|slot|src|start|tabindex|title|translate|type|value|viewbox|width|d|fill|focusable|exportparts)$/;

/** Matches the URL schemes that a link may have. */
const FOLLOWED = /^(?:https?|mailto|tel):$/;

/** Returns a line for each forbidden node or attribute below `root`. */
export function forbiddenIn(root: ParentNode, page: Window): string[] {
  const found: string[] = [];
  for (const element of root.querySelectorAll('*')) {
    const name = element.localName;
    if (!ELEMENTS.has(name)) found.push(`<${name}>`);
    if (element.shadowRoot) found.push(`<${name}> with a shadow root`);
    for (const attribute of element.attributes) {
      const said = `<${name} ${attribute.name}="${attribute.value.slice(0, 60)}">`;
      if (!ATTRIBUTES.test(attribute.name) && !isOwnStyle(element, attribute)) found.push(said);
      if (
        /evil|pwn/.test(attribute.value) &&
        !attribute.value.startsWith('policy ') &&
        /^(?:class|part|slot|style|name|is)$/.test(attribute.name)
      )
        found.push(said);
      if (attribute.name === 'href' && !mayBeFollowed(attribute.value, page)) found.push(said);
      if (attribute.name === 'src' && new URL(attribute.value, page.origin).origin !== page.origin)
        found.push(said);
      if (attribute.name === 'id' && isNameOfWindow(element)) found.push(said);
      if (attribute.name === 'tabindex' && Number(attribute.value) > 0) found.push(said);
    }
    if (
      element instanceof (page as Window & typeof globalThis).HTMLAnchorElement &&
      leaves(element, page)
    ) {
      if (element.relList.value !== 'noopener noreferrer') found.push(`rel of ${element.href}`);
    }
  }
  return found;
}

/** Whether an element outside shadow roots has an id that becomes a global variable of the page. */
function isNameOfWindow(element: Element): boolean {
  return element.getRootNode() === element.ownerDocument && /^[\p{L}\p{N}_$]+$/u.test(element.id);
}

/** Whether a style attribute contains only custom properties that the element sets by script. */
function isOwnStyle(element: Element, { name, value }: Attr): boolean {
  return (
    name === 'style' &&
    element.matches('[part~=base],[part~=section]') &&
    /^(?:\s*--_\w+: (?:"[^"]*"|[\d.]+px);)+\s*$/.test(value)
  );
}

function mayBeFollowed(address: string, page: Window): boolean {
  if (address.startsWith('#')) return true;
  if (!URL.canParse(address, page.document.baseURI)) return false;
  const { protocol, username, password } = new URL(address, page.document.baseURI);
  return FOLLOWED.test(protocol) && !username && !password;
}

function leaves(link: HTMLAnchorElement, page: Window): boolean {
  return /^https?:$/.test(link.protocol) && link.origin !== page.origin;
}
