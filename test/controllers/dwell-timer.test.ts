import { expect } from '@open-wc/testing';
import { DwellTimer } from '../../src/controllers/dwell-timer.ts';
import { FakeEnvironment, waitForIntersections } from './fake-environment.ts';

describe('DwellTimer', () => {
  let time: FakeEnvironment;
  let clock: DwellTimer;
  let policy: HTMLElement;
  let reads: number;
  let hasMarks: boolean;

  beforeEach(() => {
    time = new FakeEnvironment();
    clock = new DwellTimer(time);
    policy = document.body.appendChild(document.createElement('div'));
    reads = 0;
    hasMarks = true;
    scrollTo(0, 0);
  });

  afterEach(() => {
    clock.stop();
    policy.remove();
    scrollTo(0, 0);
  });

  /** Starts the timer on blocks, whose heights are given as multiples of the window's height. */
  async function start(blocks: { height: number; words?: number; changed?: boolean }[]) {
    const elements = blocks.map(({ height, words = 4 }) => {
      const block = policy.appendChild(document.createElement('p'));
      block.textContent = 'word '.repeat(words);
      Object.assign(block.style, {
        height: `${height * innerHeight}px`,
        margin: '0',
        overflow: 'hidden',
      });
      return block;
    });
    clock.start(
      policy,
      elements.filter((_, index) => blocks[index]?.changed),
      () => reads++,
      () => hasMarks,
    );
    await waitForIntersections();
    return elements;
  }

  describe('Without changes', () => {
    it('A reading counts after five seconds, once', async () => {
      await start([{ height: 0.5 }]);
      time.pass(4900);
      expect(reads).to.equal(0);
      time.pass(200);
      expect(reads).to.equal(1);
      time.pass(60_000);
      expect(reads).to.equal(1);
      expect(time.hasTimers).to.equal(false);
    });

    it('Time in a hidden page does not count', async () => {
      await start([{ height: 0.5 }]);
      time.setVisible(false);
      time.pass(100_000);
      time.setVisible(true);
      time.fire('pointermove');
      time.pass(4900);
      expect(reads).to.equal(0);
      time.pass(200);
      expect(reads).to.equal(1);
    });

    it('Time with the policy scrolled out of view does not count', async () => {
      await start([{ height: 0.5 }]);
      policy.style.marginTop = `${innerHeight * 2}px`;
      await waitForIntersections();
      time.pass(30_000);
      expect(reads).to.equal(0);
      policy.style.marginTop = '0';
      await waitForIntersections();
      time.pass(5000);
      expect(reads).to.equal(1);
    });

    it('Time counts for a minute after the last input, and again after the next', async () => {
      await start([{ height: 0.5 }]);
      time.pass(2000);
      time.setVisible(false);
      time.pass(70_000);
      time.setVisible(true);
      time.pass(30_000);
      expect(reads).to.equal(0);
      time.fire('keydown');
      time.pass(3100);
      expect(reads).to.equal(1);
    });

    it('Time in which the computer slept does not count', async () => {
      await start([{ height: 0.5 }]);
      time.sleep(50_000);
      time.pass(250);
      expect(reads).to.equal(0);
    });

    it('An interaction counts as a reading at once', async () => {
      await start([{ height: 0.5 }]);
      clock.noteInteraction();
      expect(reads).to.equal(1);
      clock.noteInteraction();
      expect(reads).to.equal(1);
    });

    it('A quarter of the policy scrolled by the visitor counts as a reading at once', async () => {
      await start([{ height: 6 }]);
      scrollTo(0, innerHeight * 2);
      time.fire('scroll');
      time.pass(500);
      expect(reads).to.equal(0);
      time.fire('wheel');
      time.pass(500);
      expect(reads).to.equal(1);
    });

    it('Counted time is kept while the policy is moved within the page', async () => {
      await start([{ height: 0.5 }]);
      time.pass(3000);
      clock.pause();
      time.pass(30_000);
      expect(time.hasTimers).to.equal(false);
      clock.resume();
      await waitForIntersections();
      time.pass(2100);
      expect(reads).to.equal(1);
    });
  });

  describe('With changes', () => {
    it('A reading counts when every changed block was in view for the time to skim it', async () => {
      await start([
        { height: 0.2, changed: true },
        { height: 0.2, words: 32, changed: true },
      ]);
      time.pass(3900);
      expect(reads).to.equal(0);
      time.pass(200);
      expect(reads).to.equal(1);
    });

    it('A block takes at least one second and at most eight', async () => {
      await start([{ height: 0.2, words: 1, changed: true }]);
      time.pass(900);
      expect(reads).to.equal(0);
      time.pass(200);
      expect(reads).to.equal(1);
      await start([{ height: 0.2, words: 900, changed: true }]);
      time.pass(7900);
      expect(reads).to.equal(1);
      time.pass(200);
      expect(reads).to.equal(2);
    });

    it('Blocks below the window count once they come into view', async () => {
      const elements = await start([
        { height: 0.2, changed: true },
        { height: 2 },
        { height: 0.2, changed: true },
      ]);
      time.pass(30_000);
      expect(reads).to.equal(0);
      elements[2]?.scrollIntoView();
      await waitForIntersections();
      time.fire('scroll');
      time.pass(1100);
      expect(reads).to.equal(1);
    });

    it('A block counts when at least half of it is in view', async () => {
      await start([{ height: 0.7 }, { height: 0.8, changed: true }]);
      time.pass(30_000);
      expect(reads).to.equal(0);
      scrollTo(0, innerHeight * 0.2);
      await waitForIntersections();
      time.fire('scroll');
      time.pass(1100);
      expect(reads).to.equal(1);
    });

    it('A block taller than the window counts when it fills half of the window', async () => {
      await start([{ height: 0.8 }, { height: 6, changed: true }]);
      time.pass(30_000);
      expect(reads).to.equal(0);
      scrollTo(0, innerHeight * 0.5);
      await waitForIntersections();
      time.fire('scroll');
      time.pass(1100);
      expect(reads).to.equal(1);
    });

    it('Time with hidden marks does not count', async () => {
      await start([{ height: 0.2, changed: true }]);
      hasMarks = false;
      time.pass(30_000);
      expect(reads).to.equal(0);
      hasMarks = true;
      time.pass(1100);
      expect(reads).to.equal(1);
    });

    it('Blocks in closed sections do not count', async () => {
      for (const hidden of ['', 'until-found']) {
        const blocks = await start([{ height: 0.2, changed: true }]);
        const panel = policy.appendChild(document.createElement('div'));
        panel.append(...blocks);
        panel.setAttribute('hidden', hidden);
        await waitForIntersections();
        time.fire('keydown');
        time.pass(30_000);
        expect(reads).to.equal(0);
        panel.removeAttribute('hidden');
        await waitForIntersections();
        time.pass(1100);
        expect(reads).to.equal(1);
        reads = 0;
      }
    });

    it('An interaction does not count as having seen the changes', async () => {
      await start([{ height: 0.2, changed: true }]);
      clock.noteInteraction();
      expect(reads).to.equal(0);
    });
  });
});
