/** The change views: a chunk of its own, loaded with the comparison. */

import { changes, highlights, lightChanges } from '../../styles/changes.ts';
import type { ChangeRenderer } from '../change-renderer.ts';
import { changesBannerView } from './banner.ts';
import { decorateBlock, exposeMarks, tagElement } from './block-marks.ts';
import { changeControlsView } from './controls.ts';
import { countChanges } from './numbering.ts';
import { removedSectionsView } from './removed-sections.ts';
import { changeLabel, sectionDetails } from './section-notes.ts';

/** Renders changes. */
export const changeRenderer: ChangeRenderer = {
  decorate: decorateBlock,
  sectionDetails,
  banner: changesBannerView,
  controls: changeControlsView,
  removed: removedSectionsView,
  count: countChanges,
  label: changeLabel,
  tag: tagElement,
  exposeMarks,
  styles: { shadow: changes, light: [lightChanges], page: [highlights] },
};
