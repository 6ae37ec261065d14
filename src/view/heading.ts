import { html, nothing, type TemplateResult } from 'lit';

/** What a heading is made of. */
export interface HeadingParts {
  readonly part?: string;
  readonly id?: string | undefined;
  readonly language?: string | null | undefined;
  readonly direction?: string | null | undefined;
  /** True where the focus may be put after something else went away. */
  readonly isTarget?: boolean;
  /** Bound in the tag, such as `attributes()`. */
  readonly mark?: unknown;
}

/** Draws a heading; levels past the last become the last. */
export function headingView(
  level: number,
  content: unknown,
  parts: HeadingParts = {},
): TemplateResult {
  const part = parts.part ?? nothing;
  const id = parts.id ?? nothing;
  const language = parts.language ?? nothing;
  const direction = parts.direction ?? nothing;
  const index = parts.isTarget ? -1 : nothing;
  const mark = parts.mark ?? nothing;
  switch (level) {
    case 1:
      return html`<h1
        part=${part}
        id=${id}
        lang=${language}
        dir=${direction}
        tabindex=${index}
        ${mark}
      >
        ${content}
      </h1>`;
    case 2:
      return html`<h2
        part=${part}
        id=${id}
        lang=${language}
        dir=${direction}
        tabindex=${index}
        ${mark}
      >
        ${content}
      </h2>`;
    case 3:
      return html`<h3
        part=${part}
        id=${id}
        lang=${language}
        dir=${direction}
        tabindex=${index}
        ${mark}
      >
        ${content}
      </h3>`;
    case 4:
      return html`<h4
        part=${part}
        id=${id}
        lang=${language}
        dir=${direction}
        tabindex=${index}
        ${mark}
      >
        ${content}
      </h4>`;
    case 5:
      return html`<h5
        part=${part}
        id=${id}
        lang=${language}
        dir=${direction}
        tabindex=${index}
        ${mark}
      >
        ${content}
      </h5>`;
    default:
      return html`<h6
        part=${part}
        id=${id}
        lang=${language}
        dir=${direction}
        tabindex=${index}
        ${mark}
      >
        ${content}
      </h6>`;
  }
}
