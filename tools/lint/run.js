// The part of `npm run lint` that no linter has a rule for.

import { importCircles } from './circles.js';

let faults = 0;
for (const circle of importCircles('src')) {
  faults += 1;
  console.log(`These files import each other in a circle:\n  ${circle.join('\n  ')}`);
}
process.exitCode = faults > 0 ? 1 : 0;
