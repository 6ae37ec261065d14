/** Boxes of HTML and JSX around Markdown: `<div markdown="1">`, `<Note>`, `<Accordion title="…">`. */

/** Matches an HTML element whose content is Markdown. */
const MARKDOWN_BOX =
  /<[a-z][^<>]{0,300}\smarkdown(?:=["']?(?:1|block|span)["']?)?(?:\s[^<>]{0,200})?>/i;

/** Matches the end of an element that can have Markdown inside, on a line of its own. */
const BOX_END = /^[ \t]*<\/(?:div|section|article|aside|main|details|p|center)>/gim;

/** Matches a line that is a tag of a JSX component. Its name begins with a capital letter. */
const COMPONENT = /^[ \t]*<(\/?)([A-Z][\w.]{0,60})((?:\s[^<>]{0,500})?)>[ \t]*$/gm;

/** HTML elements that some authors write with a capital letter. */
const HTML =
  /^(?:a|article|aside|b|body|br|center|dd|details|div|dl|dt|em|font|footer|h[1-6r]|head|header|html|i|img|li|main|nav|ol|p|pre|section|span|strong|summary|table|tbody|td|tfoot|th|thead|title|tr|ul)$/i;

/** Matches components that hide their text behind a title. */
const COLLAPSIBLE = /accordion|collaps|disclosure|details|expand|faq|toggle/i;

/** Matches attributes whose text a component shows as its title. */
const TITLE = /\s(?:title|label|header|heading|summary|question)=(?:\{?"([^"]*)"|\{?'([^']*)')/;

/**
 * Separates Markdown from the boxes around it by blank lines. Removes the boxes, but keeps their
 * titles.
 */
export function openBoxes(text: string): string {
  if (!/\smarkdown|<[A-Z]/.test(text)) return text;
  return openComponents(
    MARKDOWN_BOX.test(text)
      ? text
          .replace(new RegExp(MARKDOWN_BOX, 'gi'), (tag) =>
            // The summary has to stay next to its tag.
            /^<details/i.test(tag) ? tag : `\n${tag}\n\n`,
          )
          .replace(/<\/summary>/gi, '$&\n\n')
          .replace(BOX_END, '\n\n$&\n')
      : text,
  );
}

function openComponents(text: string): string {
  const closed = new Set(Array.from(text.matchAll(/<\/([A-Z][\w.]{0,60})>/g), ([, name]) => name));
  const open: { name: string; end: string }[] = [];
  return text.replace(COMPONENT, (line, slash: string, name: string, attributes: string) => {
    if (HTML.test(name)) return line;
    if (slash) {
      const at = open.findLastIndex((box) => box.name === name);
      return at < 0
        ? ''
        : `\n${open
            .splice(at)
            .map(({ end }) => end)
            .join('')}\n`;
    }
    const isEmpty = attributes.endsWith('/');
    if (!isEmpty && !closed.has(name)) return line;
    const title = TITLE.exec(attributes);
    const words = (title?.[1] ?? title?.[2] ?? '').trim();
    const isCollapsible = !!words && !isEmpty && COLLAPSIBLE.test(name);
    if (!isEmpty) open.push({ name, end: isCollapsible ? '\n</details>\n' : '' });
    if (isCollapsible) return `\n<details><summary>${words}</summary>\n\n`;
    return words ? `\n**${words}**\n` : '\n';
  });
}
