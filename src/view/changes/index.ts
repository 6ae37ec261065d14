/** What a comparison adds to the views. It is brought in with the comparison, and not before. */

import { changes, highlights, lightChanges } from '../../styles/changes.ts';
import { changeControlsView } from './controls.ts';
import { changeAround, exposeMarks, tagView } from './block-marks.ts';
import { changesBannerView } from './banner.ts';
import { removedView } from './removed-sections.ts';
import { changeLabel, sectionNotes } from './section-notes.ts';
import { countChanges } from './numbering.ts';

/** Draws changes; the other views are handed these and import none of them. */
export const changeViews = {
  around: changeAround,
  banner: changesBannerView,
  controls: changeControlsView,
  count: countChanges,
  expose: exposeMarks,
  label: changeLabel,
  removed: removedView,
  section: sectionNotes,
  tag: tagView,
  /** Sheets for the shadow root, for text that is mounted in the page, and for the page's own. */
  styles: { shadow: changes, light: [lightChanges], page: [highlights] },
};

/** See {@link changeViews}. */
export type ChangeViews = typeof changeViews;
