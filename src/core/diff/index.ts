/** Comparing, as the element asks for it. */

export { compareFingerprints } from '../fingerprint.ts';
export { comparePolicies } from './compare.ts';
