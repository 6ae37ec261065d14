/** What every page of the demo needs: the element, and a button to copy each snippet. */

import '../src/index.ts';
import './copy.ts';
