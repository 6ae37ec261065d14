/** Imported by every page of the demo: the element, and a copy button for each snippet. */

import '../src/index.ts';
import './copy.ts';
