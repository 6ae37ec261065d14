import type { CSSResult } from 'lit';
import { base } from './base.ts';
import { header } from './header.ts';
import { tokens } from './tokens.ts';

/**
 * What the element is styled by before a policy is there; more comes with what draws policies and
 * changes. In the order of the cascade.
 */
export const styles: CSSResult[] = [tokens, base, header];
