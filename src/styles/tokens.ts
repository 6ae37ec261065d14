import { css } from 'lit';

/**
 * Reads each public custom property once, and gives it a default. The properties are described in
 * `properties.ts`. A page may set them on `:root`, on an ancestor or on the element. The private
 * names are for this folder only.
 */
export const tokens = css`
  :host {
    display: block;
    inline-size: 100%;
    min-inline-size: 0;
  }
  :host([hidden]) {
    display: none;
  }
  [part='base'] {
    --_color: var(--policy-color, inherit);
    --_background: var(--policy-background, transparent);
    --_accent: var(--policy-accent-color, #2f7de1);
    --_link: var(--policy-link-color, inherit);
    --_muted: var(--policy-muted-color, inherit);
    --_border: var(--policy-border-color, color-mix(in srgb, currentcolor 20%, transparent));
    --_control: var(--policy-control-color, color-mix(in srgb, currentcolor 70%, transparent));
    --_focus: var(--policy-focus-color, currentcolor);
    --_added: var(--policy-added-color, #2f7de1);
    --_removed: var(--policy-removed-color, #c2570c);
    --_moved: var(--policy-moved-color, #8a63d2);
    --_sunken: color-mix(in srgb, currentcolor 6%, transparent);
    --_tint: var(--policy-tint, 16%);
    --_space: var(--policy-spacing, 1em);
    --_radius: var(--policy-radius, 0.5em);
    --_offset: var(--policy-scroll-offset, var(--_top, 0px));
    --_measure: var(--policy-measure, 68ch);
    /* Indent of the text, which leaves room for the buttons that open and close sections. */
    --_indent: 0em;
    color: var(--_color);
    background: var(--_background);
    font-family: var(--policy-font-family, inherit);
    font-size: var(--policy-font-size, 1em);
  }
  :host(:is([theme='auto'], [theme='light'], [theme='dark'])) [part='base'] {
    --_color: var(--policy-color, light-dark(#1f2328, #e6e9ee));
    --_background: var(--policy-background, light-dark(#fff, #14171c));
    --_accent: var(--policy-accent-color, light-dark(#0b5cad, #8ab8ff));
    --_link: var(--policy-link-color, light-dark(#0b5cad, #8ab8ff));
    --_muted: var(--policy-muted-color, light-dark(#57606a, #a7b0bb));
    --_border: var(--policy-border-color, light-dark(#d0d7de, #343b45));
    --_control: var(--policy-control-color, light-dark(#818b98, #6f7a87));
    --_focus: var(--policy-focus-color, light-dark(#0b5cad, #8ab8ff));
    --_added: var(--policy-added-color, light-dark(#1f6fd0, #6ea8f7));
    --_removed: var(--policy-removed-color, light-dark(#b5480a, #f0975a));
    --_moved: var(--policy-moved-color, light-dark(#7a4fc4, #b79cf0));
    --_sunken: light-dark(#f0f2f5, #222831);
    color-scheme: light dark;
    padding: var(--_space) min(1.5 * var(--_space), 5vi);
    border-radius: var(--_radius);
  }
  :host([theme='light']) [part='base'] {
    color-scheme: light;
  }
  :host([theme='dark']) [part='base'] {
    color-scheme: dark;
  }
  /* This selector is as specific as those of the themes and follows them, so it wins. */
  @media (prefers-contrast: more) {
    :host(:is(*, [theme])) [part='base'] {
      --_tint: 0%;
      --_border: currentcolor;
      --_control: currentcolor;
      --_muted: inherit;
    }
  }
`;
