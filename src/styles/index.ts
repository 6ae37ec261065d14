import type { CSSResult } from 'lit';
import { base } from './base.ts';
import { header } from './header.ts';
import { layout } from './layout.ts';
import { print } from './print.ts';
import { prose } from './prose.ts';
import { sections } from './sections.ts';
import { tokens } from './tokens.ts';

/** Styles of the element before a policy is loaded, in cascade order. */
export const styles: CSSResult[] = [tokens, base, header];

/**
 * Styles of a policy, in cascade order. They are also adopted by the boxes of a wrapped page. The
 * views of changes add their own.
 */
export const policyStyles: CSSResult[] = [sections, prose, layout, print];
