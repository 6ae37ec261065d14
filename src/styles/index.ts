import type { CSSResult } from 'lit';
import { base } from './base.ts';
import { header } from './header.ts';
import { tokens } from './tokens.ts';

/**
 * Styles of the element before a policy is loaded, in cascade order. The policy views and the
 * change views add their own style sheets.
 */
export const styles: CSSResult[] = [tokens, base, header];
