// Writes the custom elements manifest and the data for editors, without white space.

import { writeFileSync } from 'node:fs';
import { cli } from '@custom-elements-manifest/analyzer/cli.js';

const manifest = await cli({ argv: ['analyze', '--quiet'], noWrite: true });
writeFileSync('dist/custom-elements.json', JSON.stringify(manifest));
