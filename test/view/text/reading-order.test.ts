import { expect } from '@open-wc/testing';
import { changesBetween, clear, policyFrom, renderPolicy, stateOf } from '../render-view.ts';

/** Returns the words of a rendered policy with their positions, except removed words and notes. */
function currentWords(root: ParentNode): { word: string; left: number; top: number }[] {
  const words: { word: string; left: number; top: number }[] = [];
  for (const block of root.querySelectorAll('.prose')) {
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode as Text;
      if (node.parentElement!.closest('del, .note, .tag, .gap, .removed')) continue;
      for (const match of node.data.matchAll(/[\p{L}\p{N}]+/gu)) {
        const range = document.createRange();
        range.setStart(node, match.index);
        range.setEnd(node, match.index + match[0].length);
        const { left, top } = range.getClientRects()[0]!;
        words.push({ word: match[0], left, top });
      }
    }
  }
  return words;
}

/** Returns the words of each line from left to right. */
function fromLeftToRight(root: ParentNode): string[] {
  const lines = new Map<number, { word: string; left: number }[]>();
  for (const { word, left, top } of currentWords(root)) {
    // The tops of words on one line can differ by some pixels, because their fonts differ.
    const line = [...lines.keys()].find((each) => Math.abs(each - top) < 8) ?? top;
    lines.set(line, [...(lines.get(line) ?? []), { word, left }]);
  }
  return [...lines.values()].map((line) =>
    line
      .toSorted((a, b) => a.left - b.left)
      .map(({ word }) => word)
      .join(' '),
  );
}

const CASES: Record<string, readonly [before: string, after: string, language: string]> = {
  'an English sentence in an Arabic policy': [
    'Last updated on 23 July 2024.',
    'Last updated on 25 July 2025.',
    'ar',
  ],
  'an Arabic sentence in an English policy': [
    'نحتفظ بالسجلات 30 يوما.',
    'نحتفظ بالسجلات 90 يوما.',
    'en',
  ],
  'English names in an Arabic sentence': [
    'نستخدم Google Analytics لمدة 30 يوما.',
    'نستخدم Matomo Cloud لمدة 90 يوما.',
    'ar',
  ],
  'numbers after a removed English word': [
    'الأرقام 10 Google 20 30 هنا',
    'الأرقام 10 20 30 هنا',
    'ar',
  ],
  'a Hebrew word in an English sentence': [
    'We call it סעיף here and keep it 30 days.',
    'We call it פרק here and keep it 90 days.',
    'en',
  ],
  'a list of both scripts': [
    '- Kept for 30 days\n- نحتفظ بها 30 يوما\n- Logs فقط 30',
    '- Kept for 90 days\n- نحتفظ بها 90 يوما\n- Logs فقط 90',
    'fa',
  ],
  'a table of both scripts': [
    '| Data | البيانات |\n|---|---|\n| Logs 30 days | سجلات 30 يوما |',
    '| Data | البيانات |\n|---|---|\n| Logs 90 days | سجلات 90 يوما |',
    'he',
  ],
};

describe('The current words of a marked block', () => {
  afterEach(clear);

  for (const [name, [before, after, language]] of Object.entries(CASES)) {
    it(`Current words have the same order with marks as without: ${name}`, () => {
      const wrap = (body: string) => policyFrom(`# P\n\n## A\n\n${body}\n`, { language });
      const policy = wrap(after);
      const clean = renderPolicy(stateOf({ policy })).root;
      const changes = changesBetween(wrap(before), policy);
      const marked = renderPolicy(stateOf({ policy, changes })).root;
      expect(marked.querySelector('ins, del')).not.to.equal(null);
      expect(fromLeftToRight(marked)).to.deep.equal(fromLeftToRight(clean));
    });
  }

  it('A block has the direction of its own text', () => {
    const policy = policyFrom('# سياسة\n\n## أ\n\nEnglish words.\n\nكلمات\n', { language: 'ar' });
    const { root } = renderPolicy(stateOf({ policy }));
    const [english, arabic] = root.querySelectorAll('.prose p');
    expect([english!.getAttribute('dir'), arabic!.getAttribute('dir')]).to.deep.equal([
      'ltr',
      null,
    ]);
  });

  it('A paragraph keeps the direction of the policy if only its first words have the other one', () => {
    const policy = policyFrom('# سياسة\n\n## أ\n\nOpen Maps يحترم خصوصيتك ولا يجمع بياناتك\n', {
      language: 'ar',
    });
    const { root } = renderPolicy(stateOf({ policy }));
    expect(root.querySelector('.prose p')!.getAttribute('dir')).to.equal(null);
  });
});
