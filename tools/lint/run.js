// Runs the checks in this folder. `npm run lint` runs them in addition to the linter's own rules.

import { importCircles } from './circles.js';
import { commentHabits } from './comments.js';
import { layerFaults } from './layers.js';
import { slowPatterns } from './patterns.js';

const faults = [
  ...importCircles('src').map(
    (circle) => `These files import each other in a circle:\n  ${circle.join('\n  ')}`,
  ),
  ...layerFaults(),
  ...commentHabits(['src', 'test', 'build', 'tools']),
  ...Array.from(
    slowPatterns('src'),
    (pattern) => `This pattern can take more than linear time:\n  ${pattern}`,
  ),
];
for (const fault of faults) console.log(fault);
process.exitCode = faults.length > 0 ? 1 : 0;
