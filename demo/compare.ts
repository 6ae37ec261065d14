/** Compares two texts as a visitor would see them who read the first. */

import { find, makePolicy } from './page.ts';
import { forgetReading, rememberReading } from './returning-visitor.ts';

/** In the tab's own storage, and gone before the next comparison. */
const MEMORY = { 'storage-key': 'demo: compare', storage: 'session' };

const before = find('#before', HTMLTextAreaElement);
const after = find('#after', HTMLTextAreaElement);
const said = find('.actions output', HTMLElement);

/** A day that has not come: the element shows none such, and writes "since your last visit". */
const UNKNOWN_DAY = '9999-12-31';

/** JSON where it is JSON, else Markdown: the two that the property takes. */
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
  said.textContent = summary
    ? `${summary.total} ${summary.total === 1 ? 'change' : 'changes'}, ` +
      (summary.material ? 'some of them material.' : 'none of them material.')
    : 'Nothing that a reader would call a change.';
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
