/** Shows the policy on the front page as a new visitor or a returning one sees it. */

import { find, runOneAtATime, makePolicy } from './page.ts';
import { forgetReading, rememberReading } from './returning-visitor.ts';

const BEFORE = './policies/shop-2025.md';
const NOW = './policies/shop-2026.md';
const MEMORY = { 'storage-key': 'demo: front', storage: 'session', 'no-hash': '', toc: 'none' };

const first = find('#first', HTMLButtonElement);
const again = find('#again', HTMLButtonElement);

const visit = runOneAtATime(async (isReturn: boolean) => {
  for (const [button, isPressed] of [
    [first, !isReturn],
    [again, isReturn],
  ] as const)
    button.setAttribute('aria-pressed', String(isPressed));
  await forgetReading(MEMORY);
  if (isReturn) await rememberReading({ ...MEMORY, src: BEFORE }, null, '2025-05-12');
  const policy = makePolicy({ ...MEMORY, src: isReturn ? NOW : BEFORE });
  find('.stage', HTMLElement).replaceChildren(policy);
});

first.addEventListener('click', () => void visit(false));
again.addEventListener('click', () => void visit(true));
await visit(true);
