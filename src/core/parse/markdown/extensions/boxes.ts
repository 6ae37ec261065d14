/**
 * Boxes of HTML and JSX around Markdown, such as `<div markdown="1">` and `<Accordion title="…">`.
 */

/** Matches the start tag of an HTML element with an attribute that asks for Markdown inside. */
const MARKDOWN_BOX =
  /<[a-z][^<>]{0,300}\smarkdown(?:=["']?(?:1|block|span)["']?)?(?:\s[^<>]{0,200})?>/i;

/** Matches the end of an element that can have Markdown inside, on a line of its own. */
const BOX_END = /^[ \t]*<\/(?:div|section|article|aside|main|details|p|center)>/gim;

/** Matches a line that begins with a tag of a JSX component, or that ends with an end tag. */
const COMPONENT =
  /^([ \t]{0,40})<(\/?)([A-Z][\w.]{0,60})((?:\s(?:[^<>"'`]|"[^"]{0,300}"|'[^']{0,300}'|`[^`]{0,300}`){0,500})?)>(.*)$|^(.*)<\/([A-Z][\w.]{0,60})>[ \t]*$/gm;

/** Maximum number of spaces and tabs that are removed from the start of a line. */
const MAX_INDENT = 40;

/**
 * Matches the names of HTML elements. Some authors write these names with a capital letter, like
 * the names of components.
 */
const HTML =
  /^(?:a|article|aside|b|body|br|center|dd|details|div|dl|dt|em|font|footer|h[1-6r]|head|header|html|i|img|li|main|nav|ol|p|pre|section|span|strong|summary|table|tbody|td|tfoot|th|thead|title|tr|ul)$/i;

/** Matches components that hide their text behind a title. */
const COLLAPSIBLE = /accordion|collaps|disclosure|details|expand|faq|toggle/i;

/** Matches attributes whose text a component shows as its title. */
const TITLE =
  /\s(?:title|label|header|heading|summary|question)=(?:\{?"([^"]*)"|\{?'([^']*)'|\{`([^`]*)`)/;

/**
 * Puts blank lines between Markdown and the HTML boxes around it. Removes the tags of JSX
 * components, but keeps their titles.
 */
export function separateBoxes(text: string): string {
  if (!/\smarkdown|<[A-Z]/.test(text)) return text;
  return openComponents(
    MARKDOWN_BOX.test(text)
      ? text
          .replace(new RegExp(MARKDOWN_BOX, 'gi'), (tag) =>
            // The summary has to stay next to the tag of its `<details>`.
            /^<details/i.test(tag) ? tag : `\n${tag}\n\n`,
          )
          .replace(/<\/summary>/gi, '$&\n\n')
          .replace(BOX_END, '\n\n$&\n')
      : text,
  );
}

/** A component whose end tag was not reached yet. */
interface OpenBox {
  readonly name: string;
  /** Number of spaces and tabs before its start tag. */
  readonly indent: number;
  /** The text that replaces its end tag. */
  readonly end: string;
}

function openComponents(text: string): string {
  const closed = new Set(Array.from(text.matchAll(/<\/([A-Z][\w.]{0,60})>/g), ([, name]) => name));
  const open: OpenBox[] = [];
  let result = '';
  let end = 0;
  for (const match of text.matchAll(COMPONENT)) {
    const [line, blanks = '', slash, tagName, attributes = '', rest = '', words, endName] = match;
    const segment = unindent(text.slice(end, match.index), open[0]);
    let replacement: string | null;
    if (endName) {
      const ended = closeBox(endName, open);
      replacement = ended === null ? null : `${words}\n${ended}`;
    } else if (HTML.test(tagName!)) replacement = null;
    else if (slash) replacement = rest.trim() ? null : (closeBox(tagName!, open) ?? '');
    else {
      const isEmpty = attributes.endsWith('/');
      replacement =
        isEmpty || closed.has(tagName)
          ? openBox(tagName!, attributes, isEmpty, rest, blanks.length, open)
          : null;
    }
    result += segment + (replacement ?? line);
    end = match.index + line.length;
  }
  return result + text.slice(end);
}

/**
 * Returns the replacement for a start tag and the text after it. Returns null if both must be kept.
 */
function openBox(
  name: string,
  attributes: string,
  isEmpty: boolean,
  rest: string,
  indent: number,
  open: OpenBox[],
): string | null {
  const match = TITLE.exec(attributes);
  const title = (match?.[1] ?? match?.[2] ?? match?.[3] ?? '').trim();
  let text = rest.trim();
  // Keep a component with text beside it if it is empty or has no title: it is part of a sentence.
  if (text && (isEmpty || !title)) return null;
  const endTag = `</${name}>`;
  const isClosed = text.includes(endTag);
  if (isClosed) {
    if (text.indexOf(endTag) !== text.length - endTag.length) return null;
    text = text.slice(0, -endTag.length);
  }
  const isCollapsible = !!title && !isEmpty && COLLAPSIBLE.test(name);
  const end = isCollapsible ? '\n</details>\n' : '';
  if (!isEmpty && !isClosed) open.push({ name, indent, end });
  const start = isCollapsible
    ? `\n<details><summary>${title}</summary>\n\n`
    : title
      ? `\n**${title}**\n`
      : '\n';
  return text ? `${start}\n${text}${isClosed ? `\n${end}` : ''}` : start;
}

/** Returns the replacement for an end tag. Returns null if no component of that name is open. */
function closeBox(name: string, open: OpenBox[]): string | null {
  const at = open.findLastIndex((box) => box.name === name);
  if (at < 0) return null;
  const ends = open.splice(at).map(({ end }) => end);
  return `\n${ends.join('')}\n`;
}

/** Removes the indentation of text inside a box, because indented text would become code. */
function unindent(text: string, outermost: OpenBox | undefined): string {
  if (!outermost) return text;
  const own = /^[ \t]*(?=\S)/m.exec(text)?.[0].length ?? 0;
  const surplus = Math.min(own - outermost.indent, MAX_INDENT);
  return surplus > 0 ? text.replace(new RegExp(`^[ \\t]{1,${surplus}}`, 'gm'), '') : text;
}
