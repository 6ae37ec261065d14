import type { CSSResult } from 'lit';
import { base } from './base.ts';
import { header } from './header.ts';
import { layout } from './layout.ts';
import { print } from './print.ts';
import { prose } from './prose.ts';
import { sections } from './sections.ts';
import { tokens } from './tokens.ts';

/** The element's style sheets, in the order of the cascade. */
export const styles: CSSResult[] = [tokens, base, header, layout, sections, prose, print];
