/** The change views. They are a separate chunk, which is loaded with the comparison. */

import { enChanges } from '../../i18n/en-changes.ts';
import { addEnglishMessages } from '../../i18n/index.ts';
import { changes, highlights, lightChanges } from '../../styles/changes.ts';
import type { ChangeRenderer } from '../change-renderer.ts';
import { changesBannerView } from './banner.ts';
import { decorateBlock, exposeMarks, tagElement } from './block-marks.ts';
import { countChanges } from './numbering.ts';
import { removedHereView, removedSectionsView } from './removed-sections.ts';
import { changeLabel, sectionDetails } from './section-notes.ts';
import { changesSentence } from './sentences.ts';
import { changeToolbarView } from './change-toolbar.ts';

addEnglishMessages(enChanges);

/** The change views, as the other views use them. */
export const changeRenderer: ChangeRenderer = {
  decorate: decorateBlock,
  sectionDetails,
  sentence: changesSentence,
  banner: changesBannerView,
  toolbar: changeToolbarView,
  removed: removedSectionsView,
  removedHere: removedHereView,
  count: countChanges,
  label: changeLabel,
  tag: tagElement,
  exposeMarks,
  styles: { shadow: changes, light: [lightChanges], page: [highlights] },
};
