/** Compares two texts, and shows the changes as a visitor who read the first text sees them. */

import { find, makePolicy } from './page.ts';
import { forgetReading, rememberReading } from './returning-visitor.ts';

/** The first text is stored for this tab only, and deleted before each comparison. */
const MEMORY = { 'storage-key': 'demo: compare', storage: 'session' };

const before = find('#before', HTMLTextAreaElement);
const after = find('#after', HTMLTextAreaElement);
const status = find('.actions output', HTMLElement);

/**
 * A day in the future. The element does not show such a day, and writes "since your last visit"
 * instead.
 */
const UNKNOWN_DAY = '9999-12-31';

/** Returns a parsed JSON object, or the text as Markdown. The property `policy` accepts both. */
function policyIn({ value }: HTMLTextAreaElement): unknown {
  try {
    const parsed: unknown = JSON.parse(value);
    return typeof parsed === 'object' && parsed !== null ? parsed : value;
  } catch {
    return value;
  }
}

async function compare(): Promise<void> {
  await forgetReading(MEMORY);
  await rememberReading(MEMORY, policyIn(before), UNKNOWN_DAY);
  const policy = makePolicy({ ...MEMORY, 'no-hash': '' });
  policy.policy = policyIn(after);
  find('.stage', HTMLElement).replaceChildren(policy);
  await policy.complete;
  const summary = policy.changeSummary;
  status.textContent = summary
    ? `${summary.total} ${summary.total === 1 ? 'change' : 'changes'}, ` +
      (summary.material ? 'some of them material.' : 'none of them material.')
    : 'No changes.';
}

find('#compare', HTMLElement).addEventListener('click', () => void compare());
find('#swap', HTMLElement).addEventListener('click', () => {
  [before.value, after.value] = [after.value, before.value];
  void compare();
});
for (const field of document.querySelectorAll<HTMLInputElement>('.pair input')) {
  field.addEventListener('change', async () => {
    const [file] = field.files ?? [];
    const box = field.closest('div')?.querySelector('textarea');
    if (!file || !box) return;
    box.value = await file.text();
    await compare();
  });
}

const [first, second] = await Promise.all(
  ['./policies/lantern-2025.md', './policies/lantern-2026.md'].map(async (address) =>
    (await fetch(address)).text(),
  ),
);
before.value = first!;
after.value = second!;
await compare();
