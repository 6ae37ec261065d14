/** Simulates a first visit or a return visit when a button is clicked. */

import { PrivacyPolicyElement } from '../src/index.ts';
import { find, runOneAtATime } from './page.ts';
import { forgetReading, rememberReading } from './returning-visitor.ts';

const BEFORE = './policies/lantern-2025.md';
const NOW = './policies/lantern-2026.md';
const MEMORY = { 'storage-key': 'demo: changes' };

const policy = find('privacy-policy', PrivacyPolicyElement);
const status = find('.actions output', HTMLElement);

// Someone who opened this page before is already a returning visitor.
await policy.complete;
if (policy.lastSeen !== null) policy.src = NOW;

const visit = runOneAtATime(async (isReturn: boolean) => {
  if (!isReturn) policy.forget();
  policy.src = null;
  await forgetReading(MEMORY);
  if (isReturn) await rememberReading({ ...MEMORY, src: BEFORE }, null, '2025-05-12');
  policy.src = isReturn ? NOW : BEFORE;
  await policy.complete;
  status.textContent = isReturn
    ? 'You read the version of May 2025. This is the one of November 2026.'
    : 'This is your first visit, so nothing is marked.';
});

find('#return', HTMLElement).addEventListener('click', () => void visit(true));
find('#forget', HTMLElement).addEventListener('click', () => void visit(false));
