/**
 * The English messages about other versions of a policy. They load with the code that opens another
 * version.
 */
export const enVersions = {
  readingVersion: 'You are reading version {version}.',
  readingVersionOf: 'You are reading version {version}, of {date}.',
  readingDated: 'You are reading the version of {date}.',
  readingOther: 'You are reading another version of this policy.',
  backToCurrent: 'Back to the current version',
  compareWithCurrent: 'Compare with the current version',
  versionUnknown: 'The version in the link is not in the history; this is the current text.',
  openVersionFrom: 'Open this version from {address}',
  versionFailed: 'This version could not be loaded.',
} as const;
