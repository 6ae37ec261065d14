import type { CSSResult } from 'lit';
import { changes } from './changes.ts';
import { layout } from './layout.ts';
import { print } from './print.ts';
import { prose } from './prose.ts';
import { tokens } from './tokens.ts';

/** The element's style sheets, in the order of the cascade. */
export const styles: CSSResult[] = [tokens, layout, prose, changes, print];
