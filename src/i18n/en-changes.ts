/**
 * The English messages about changes. They are part of the chunk of comparisons, because most visits
 * show no changes.
 */
export const enChanges = {
  formerFacts: 'Previously: {facts}',
  dateUnchanged: 'The wording has changed since your last visit; the date above has not.',
  dateUnchangedSince: 'The wording has changed since {date}; the date above has not.',
  dateUnchangedPrevious:
    'The wording has changed since the earlier version; the date above has not.',
  onlyDetailsChanged:
    'Since your last visit on {date}, only details such as dates, numbering or links changed.',
  changedSince: 'What changed since {date}',
  changedSinceVisit: 'What changed since your last visit',
  sectionsChangedSince: {
    one: '{count} section changed since {date}',
    other: '{count} sections changed since {date}',
  },
  sectionsChangedSincePrevious: {
    one: '{count} section changed since the previous version',
    other: '{count} sections changed since the previous version',
  },
  sectionsChangedSinceVisit: {
    one: '{count} section changed since your last visit',
    other: '{count} sections changed since your last visit',
  },
  sectionNew: 'new: {heading}',
  sectionRemoved: 'removed: {heading}',
  andMore: 'and {count} more',
  removedHere: 'Removed here: {heading}',
  wasAfter: 'was after “{heading}”',
  wasFirst: 'was the first section',
  onlyIntroductionChanged: 'The introduction changed.',
  changesAnnounced: {
    one: '{title}: {count} change since your last visit on {date}.',
    other: '{title}: {count} changes since your last visit on {date}.',
  },
  changesAnnouncedPrevious: {
    one: '{title}: {count} change since the previous version.',
    other: '{title}: {count} changes since the previous version.',
  },
  noDetail: 'Detailed marks are not available; only changed sections are marked.',
  nextChange: 'Next change',
  nextChangeOf: 'Next change ({position} of {total})',
  previousChange: 'Previous change',
  changeOf: '{position} of {total}',
  lastChange: 'This is the last change.',
  firstChange: 'This is the first change.',
  markAsRead: 'Mark as read',
  markedAsRead: 'Marked as read.',
  undo: 'Undo',
  markedElsewhere: 'Marked as read in another tab.',
  renamedNote: 'Previously titled “{heading}”.',
  splitNote: 'Split from {headings}.',
  mergedNote: 'Merged from {headings}.',
  linkChanged: 'The address of the link “{text}” changed:',
  linkAdded: 'Link added to “{text}”:',
  linkRemoved: 'Link removed from “{text}”:',
  imageChanged: 'The image changed:',
  tableChanged: 'The table changed.',
  previousTable: 'Show previous table',
  removedIntro:
    'These sections were in the version you last saw and are no longer part of the policy.',
  removedIntroPrevious:
    'These sections were in the previous version and are no longer part of the policy.',
} as const;
