/** Names and banners that all builds share. */

/** The tag that the builds define. */
export const TAG = 'privacy-policy';

export const NOTICE =
  '/*! privacy-policy-element (MIT), with lit (BSD-3-Clause) and marked (MIT): see licenses.txt */';

/**
 * Makes Chromium compile all functions of a file while it is downloaded, off the main thread,
 * instead of each at its first call. Most are called before the policy is on screen.
 */
export const COMPILE_EAGERLY = '//# allFunctionsCalledOnLoad';
