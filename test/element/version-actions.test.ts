import { expect } from 'chai';
import type { LoadedPolicy } from '../../src/browser/load-policy.ts';
import type { HistoryEntry, Policy } from '../../src/core/model/policy.ts';
import { unnamedVersion } from '../../src/core/model/policy.ts';
import type { ActionContext, ActionHost } from '../../src/element/change-actions.ts';
import { VersionActions } from '../../src/element/version-actions.ts';
import { policyFrom } from '../core/diff/compare-texts.ts';
import { htmlOf, messages, NO_ACTIONS, textOf } from '../view/render-html.ts';

const OLD = 'https://example.org/old.md';
const OLDER = 'https://example.org/older.md';

const titled = (title: string): Policy => policyFrom(`# ${title}\n\nWords.\n`);
const dated = (url: string, date: string): HistoryEntry => unnamedVersion(url, date);

describe('VersionActions', () => {
  let versions: VersionActions;
  let loader: { state: { policy: Policy }; loadVersion(url: string): Promise<LoadedPolicy | null> };
  let answers: Map<string, (policy: Policy | null) => void>;
  let announced: string[];
  const current = { ...titled('Current'), history: [dated(OLD, '2026-03-04')] };

  /** Renders the bar of the opened version. */
  const bar = (): unknown => versions.view?.(null, NO_ACTIONS);
  const answer = (url: string, policy: Policy | null): void => answers.get(url)!(policy);

  beforeEach(() => {
    // The actions read the page's hash, also where they may not write it.
    Object.assign(globalThis, { location: { hash: '' } });
    answers = new Map();
    announced = [];
    loader = {
      state: { policy: current },
      loadVersion: (url) =>
        new Promise((resolve) => {
          answers.set(url, (policy) => resolve(policy && ({ policy } as LoadedPolicy)));
        }),
    };
    const host = {
      noHash: true,
      sectionRoot: { querySelector: () => null, querySelectorAll: () => [] },
      updateComplete: Promise.resolve(true),
      requestUpdate: () => {},
      load: () => {
        loader.state = { policy: versions.loaded?.policy ?? current };
        return Promise.resolve();
      },
    };
    versions = new VersionActions(
      host as unknown as ActionHost,
      {
        loader,
        localization: { messages },
        announcer: { announce: (text: string) => void announced.push(text) },
      } as unknown as ActionContext,
    );
  });

  afterEach(() => Reflect.deleteProperty(globalThis, 'location'));

  it('Of two requested versions, the second one is shown, however late the first one arrives', async () => {
    const first = versions.open(dated(OLDER, '2024-05-02'));
    const second = versions.open(dated(OLD, '2025-05-02'));
    answer(OLD, titled('Old'));
    await second;
    answer(OLDER, titled('Older'));
    await first;
    expect(versions.loaded!.policy.title).to.equal('Old');
    expect(announced).to.deep.equal(['You are reading the version of 2 May 2025.']);
  });

  it('The bar is shown once the version is on screen, and is gone with it', async () => {
    const opening = versions.open(dated(OLD, '2025-05-02'));
    expect(versions.view).to.equal(null);
    answer(OLD, titled('Old'));
    await opening;
    expect(textOf(bar())).to.include('You are reading the version of 2 May 2025.');
    await versions.showCurrent();
    expect([versions.view, loader.state.policy]).to.deep.equal([null, current]);
  });

  it('A version that cannot be loaded leaves the current one, with a link to its file', async () => {
    const opening = versions.open(dated(OLD, '2025-05-02'));
    answer(OLD, null);
    await opening;
    expect([versions.loaded, loader.state.policy]).to.deep.equal([null, current]);
    expect(htmlOf(bar())).to.include('could not be loaded').and.include(`href="${OLD}"`);
  });

  for (const [from, url, expected] of [
    ['the history', OLD, 'You are reading the version of 4 March 2026.'],
    ['its text', OLDER, 'You are reading version 1, of 2 May 2024.'],
  ] as const) {
    it(`A version without a name takes it from ${from}`, async () => {
      const opening = versions.open(unnamedVersion(url));
      answer(url, { ...titled('Older'), version: '1', updated: '2024-05-02' });
      await opening;
      expect(announced).to.deep.equal([expected]);
    });
  }
});
