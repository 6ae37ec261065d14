/** Names and banners that all builds share. */

/** Name of the custom element that the builds define. */
export const TAG = 'privacy-policy';

/** Licence comment at the start of each bundle. Minifiers keep comments that begin with `/*!`. */
export const NOTICE =
  '/*! privacy-policy-element (MIT), with lit (BSD-3-Clause) and marked (MIT): see licenses.txt */';

/**
 * Makes Chromium compile all functions of a file off the main thread while it downloads the file,
 * instead of each function at its first call. Most of them are called before the policy is on
 * screen.
 */
export const COMPILE_EAGERLY = '//# allFunctionsCalledOnLoad';
