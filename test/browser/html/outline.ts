/** Serialises blocks as short lines, so that tests can compare them with one string. */

import type { FlatNode } from '../../../src/core/model/parsed-document.ts';
import type { BlockNode, Inline } from '../../../src/core/model/policy.ts';

const MARKS: Partial<Record<Inline['type'], string>> = {
  emphasis: '_',
  strong: '*',
  deletion: '~',
  insertion: '+',
  subscript: ',',
  superscript: '^',
  highlight: '=',
  small: '-',
  quotation: '"',
};

/** Serialises inline content, with a mark around each type. */
export function inlineOutline(children: readonly Inline[]): string {
  return children
    .map((child) => {
      if (child.type === 'text') return child.text;
      if (child.type === 'inlineCode') return `\`${child.text}\``;
      if (child.type === 'break') return '/';
      if (child.type === 'image') return `![${child.alt}](${child.src})`;
      const inside = inlineOutline(child.children);
      if (child.type === 'link') return `[${inside}](${child.href})`;
      if (child.type === 'span') {
        const { language, direction, expansion } = child;
        return `{${[language, direction, expansion].filter(Boolean).join(' ')}: ${inside}}`;
      }
      const mark = MARKS[child.type] ?? '?';
      return mark + inside + mark;
    })
    .join('');
}

/** Serialises blocks as `kind(content)`, and flat headings with a number sign per level. */
export function outline(content: readonly FlatNode[]): string {
  return content.map(write).join('\n');
}

function write(block: FlatNode | BlockNode): string {
  const id = block.id ? `#${block.id}` : '';
  const scope = [block.language, block.direction].filter(Boolean).map((value) => `@${value}`);
  const name = id + scope.join('');
  switch (block.type) {
    case 'flatHeading': {
      const aliases = (block.aliases ?? []).map((alias) => `#${alias}`).join('');
      return `${'#'.repeat(block.level)}${name}${aliases && `(${aliases})`} ${inlineOutline(block.children)}`;
    }
    case 'paragraph':
      return `p${name}(${inlineOutline(block.children)})`;
    case 'heading':
      return `h${block.depth}${name}(${inlineOutline(block.children)})`;
    case 'descriptionTerm':
      return `dt${name}(${inlineOutline(block.children)})`;
    case 'code':
      return `pre${name}(${block.text})`;
    case 'thematicBreak':
      return 'hr';
    case 'list': {
      const kind = block.ordered ? `ol${block.start ?? ''}${block.numbering ?? ''}` : 'ul';
      return `${kind}${name}${block.tight ? '' : '!'}(${block.children.map(write).join(' ')})`;
    }
    case 'listItem': {
      const box = block.checked === undefined ? '' : block.checked ? '[x]' : '[ ]';
      return `li${name}${box}(${block.children.map(write).join(' ')})`;
    }
    case 'table': {
      const caption = block.caption ? `"${inlineOutline(block.caption)}" ` : '';
      return `table${name}(${caption}${block.children.map(write).join(' ')})`;
    }
    case 'tableRow':
      return `${block.header ? 'TR' : 'tr'}(${block.children.map(write).join(' ')})`;
    case 'tableCell': {
      const span = [block.columns, block.rows].some(Boolean)
        ? `${block.columns ?? 1}x${block.rows ?? 1}`
        : '';
      return `${block.header ? 'th' : 'td'}${span}(${block.children.map(write).join(' ')})`;
    }
    case 'details':
    case 'figure': {
      const words = inlineOutline(block.type === 'details' ? block.summary : block.caption);
      return `${block.type}${name}("${words}" ${block.children.map(write).join(' ')})`;
    }
    case 'descriptionList':
      return `dl(${block.children.map(write).join(' ')})`;
    case 'descriptionDetails':
      return `dd(${block.children.map(write).join(' ')})`;
    default:
      return `${block.type}${name}(${block.children.map(write).join(' ')})`;
  }
}
