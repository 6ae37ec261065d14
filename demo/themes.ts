/** Example themes: custom properties that make the element look native on common kinds of pages. */

/** A theme for the element, and the style of a page that it fits. */
export interface Theme {
  readonly name: string;
  /** CSS declarations for the page. */
  readonly page: Readonly<Record<string, string>>;
  /** Values of the element's custom properties, by name without the prefix `--policy-`. */
  readonly properties: Readonly<Record<string, string>>;
}

export const themes: readonly Theme[] = [
  {
    name: 'Plain document',
    page: {
      background: '#fff',
      color: '#1a1a1a',
      'color-scheme': 'light',
      'font-family': "Georgia, 'Times New Roman', serif",
    },
    properties: {
      'link-color': '#1a0dab',
      'accent-color': '#1a0dab',
      radius: '0px',
      measure: '62ch',
    },
  },
  {
    name: 'Dark developer site',
    page: {
      background: '#0d1117',
      color: '#e6edf3',
      'color-scheme': 'dark',
      'font-family': "system-ui, 'Segoe UI', sans-serif",
    },
    properties: {
      'heading-font-family': "ui-monospace, Menlo, Consolas, 'DejaVu Sans Mono', monospace",
      'link-color': '#58a6ff',
      'accent-color': '#58a6ff',
      'muted-color': '#9aa4af',
      'border-color': '#30363d',
      'control-color': '#6e7681',
      'focus-color': '#58a6ff',
      'added-color': '#58a6ff',
      'removed-color': '#db6d28',
      'moved-color': '#bc8cff',
      tint: '20%',
      'font-size': '0.9375em',
      radius: '6px',
    },
  },
  {
    name: 'Warm magazine',
    page: {
      background: '#fbf3e4',
      color: '#3b3024',
      'color-scheme': 'light',
      'font-family': "'Iowan Old Style', 'Palatino Linotype', Palatino, Georgia, serif",
    },
    properties: {
      'heading-font-family': "'Avenir Next', Futura, 'Trebuchet MS', 'DejaVu Sans', sans-serif",
      'link-color': '#8c3a12',
      'accent-color': '#7d5a16',
      'muted-color': '#665844',
      'border-color': '#e0d0b3',
      'control-color': '#8d7a5c',
      'focus-color': '#8c3a12',
      'added-color': '#2f6f8f',
      'removed-color': '#b0501b',
      'moved-color': '#8a5a9e',
      'font-size': '1.125em',
      'line-height': '1.75',
      measure: '60ch',
      radius: '2px',
    },
  },
  {
    name: 'Dense corporate',
    page: {
      background: '#fff',
      color: '#22303c',
      'color-scheme': 'light',
      'font-family': "'Helvetica Neue', Arial, 'Liberation Sans', sans-serif",
    },
    properties: {
      'link-color': '#00589c',
      'accent-color': '#00589c',
      'muted-color': '#51606d',
      'border-color': '#cfd8e0',
      'control-color': '#71808d',
      'focus-color': '#00589c',
      'added-color': '#00589c',
      'removed-color': '#b3361e',
      'moved-color': '#6a4aa5',
      tint: '12%',
      'font-size': '0.875em',
      'line-height': '1.45',
      measure: '84ch',
      spacing: '0.8em',
      radius: '3px',
      'toc-width': '13em',
    },
  },
];
