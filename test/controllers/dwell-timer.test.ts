import { expect } from '@open-wc/testing';
import { DwellTimer } from '../../src/controllers/dwell-timer.ts';
import { PassingTime, placed } from './fake-environment.ts';

describe('the reading clock', () => {
  let time: PassingTime;
  let clock: DwellTimer;
  let policy: HTMLElement;
  let reads: number;
  let hasMarks: boolean;

  beforeEach(() => {
    time = new PassingTime();
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

  /** A policy of one block per height, in windows, each with so many words. */
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
    await placed();
    return elements;
  }

  describe('where nothing changed', () => {
    it('counts five seconds of looking', async () => {
      await start([{ height: 0.5 }]);
      time.pass(4900);
      expect(reads).to.equal(0);
      time.pass(200);
      expect(reads).to.equal(1);
      time.pass(60_000);
      expect(reads).to.equal(1);
      expect(time.isWatched).to.equal(false);
    });

    it('stands still while the page is out of sight', async () => {
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

    it('stands still while the policy is scrolled out of view', async () => {
      await start([{ height: 0.5 }]);
      policy.style.marginTop = `${innerHeight * 2}px`;
      await placed();
      time.pass(30_000);
      expect(reads).to.equal(0);
      policy.style.marginTop = '0';
      await placed();
      time.pass(5000);
      expect(reads).to.equal(1);
    });

    it('stands still a minute after the last input, and goes on with the next', async () => {
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

    it('does not count the time that a computer slept', async () => {
      await start([{ height: 0.5 }]);
      time.sleep(50_000);
      time.pass(250);
      expect(reads).to.equal(0);
    });

    it('counts a deliberate use at once', async () => {
      await start([{ height: 0.5 }]);
      clock.noteInteraction();
      expect(reads).to.equal(1);
      clock.noteInteraction();
      expect(reads).to.equal(1);
    });

    it('counts at once when a quarter was scrolled by, if a hand did it', async () => {
      await start([{ height: 6 }]);
      scrollTo(0, innerHeight * 2);
      time.fire('scroll');
      time.pass(500);
      expect(reads).to.equal(0);
      time.fire('wheel');
      time.pass(500);
      expect(reads).to.equal(1);
    });

    it('goes on where it stood when the policy is moved within the page', async () => {
      await start([{ height: 0.5 }]);
      time.pass(3000);
      clock.pause();
      time.pass(30_000);
      expect(time.isWatched).to.equal(false);
      clock.resume();
      await placed();
      time.pass(2100);
      expect(reads).to.equal(1);
    });
  });

  describe('with changes', () => {
    it('waits until every changed block was in view for the time to skim it', async () => {
      await start([
        { height: 0.2, changed: true },
        { height: 0.2, words: 32, changed: true },
      ]);
      time.pass(3900);
      expect(reads).to.equal(0);
      time.pass(200);
      expect(reads).to.equal(1);
    });

    it('asks at least a second for a short block, and eight at most for a long one', async () => {
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

    it('does not count what is further down until it comes into view', async () => {
      const elements = await start([
        { height: 0.2, changed: true },
        { height: 2 },
        { height: 0.2, changed: true },
      ]);
      time.pass(30_000);
      expect(reads).to.equal(0);
      elements[2]?.scrollIntoView();
      await placed();
      time.fire('scroll');
      time.pass(1100);
      expect(reads).to.equal(1);
    });

    it('does not count a block of which less than half is in view', async () => {
      await start([{ height: 0.7 }, { height: 0.8, changed: true }]);
      time.pass(30_000);
      expect(reads).to.equal(0);
      scrollTo(0, innerHeight * 0.2);
      await placed();
      time.fire('scroll');
      time.pass(1100);
      expect(reads).to.equal(1);
    });

    it('counts a block taller than the window when it fills half of that', async () => {
      await start([{ height: 0.8 }, { height: 6, changed: true }]);
      time.pass(30_000);
      expect(reads).to.equal(0);
      scrollTo(0, innerHeight * 0.5);
      await placed();
      time.fire('scroll');
      time.pass(1100);
      expect(reads).to.equal(1);
    });

    it('does not count while marks are hidden', async () => {
      await start([{ height: 0.2, changed: true }]);
      hasMarks = false;
      time.pass(30_000);
      expect(reads).to.equal(0);
      hasMarks = true;
      time.pass(1100);
      expect(reads).to.equal(1);
    });

    it('does not count blocks of closed sections', async () => {
      for (const hidden of ['', 'until-found']) {
        const blocks = await start([{ height: 0.2, changed: true }]);
        const panel = policy.appendChild(document.createElement('div'));
        panel.append(...blocks);
        panel.setAttribute('hidden', hidden);
        await placed();
        time.fire('keydown');
        time.pass(30_000);
        expect(reads).to.equal(0);
        panel.removeAttribute('hidden');
        await placed();
        time.pass(1100);
        expect(reads).to.equal(1);
        reads = 0;
      }
    });

    it('does not take a deliberate use for having seen them', async () => {
      await start([{ height: 0.2, changed: true }]);
      clock.noteInteraction();
      expect(reads).to.equal(0);
    });
  });
});
