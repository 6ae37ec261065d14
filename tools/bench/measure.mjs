// Measures the main thread of pages in Chromium, and prints figures next to their goals.

/** Returns the median of an odd number of values. */
export function median(values) {
  return values.toSorted((a, b) => a - b)[values.length >> 1];
}

/** Returns a function that returns the CPU milliseconds of the page's main thread since this call. */
export async function watchCpu(tab) {
  const client = await tab.createCDPSession();
  await client.send('Performance.enable', { timeDomain: 'threadTicks' });
  const spent = async () => {
    const { metrics } = await client.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'TaskDuration').value * 1000;
  };
  const before = await spent();
  return async () => (await spent()) - before;
}

/** Matches the names of tasks. Promise callbacks run in a checkpoint after their task. */
const TASKS = /RunTask$|PerformMicrotaskCheckpoint$/;

/** Returns a function that returns the CPU milliseconds of the longest task since this call. */
export async function watchLongestTask(tab) {
  await tab.tracing.start({ categories: ['toplevel'] });
  return async () => {
    const { traceEvents } = JSON.parse(new TextDecoder().decode(await tab.tracing.stop()));
    const mainThreads = new Set(
      traceEvents
        .filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain')
        .map(({ pid, tid }) => `${pid}/${tid}`),
    );
    return traceEvents
      .filter(({ name, pid, tid }) => TASKS.test(name) && mainThreads.has(`${pid}/${tid}`))
      .reduce((longest, { tdur = 0 }) => Math.max(longest, tdur / 1000), 0);
  };
}

/** Resolves when a page is painted and idle. */
export function untilIdle(tab) {
  return tab.evaluate(async () => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    await frame();
    await frame();
    await new Promise((resolve) => requestIdleCallback(resolve));
  });
}

/** Appends a `<privacy-policy>` and its script. Runs in the page, and resolves with the text on screen. */
export function showPolicy(address, script, awaitsChanges = false) {
  return new Promise((resolve, reject) => {
    const element = document.createElement('privacy-policy');
    element.setAttribute('src', address);
    // Resolves without a value, because the driver would otherwise copy the event with its policy.
    const end = awaitsChanges ? 'policy-changes' : 'policy-load';
    element.addEventListener(end, () => resolve(), { once: true });
    element.addEventListener('policy-error', (event) => reject(event.error), { once: true });
    document.querySelector('main').append(element);
    const tag = document.createElement('script');
    if (script.includes('/browser/')) tag.type = 'module';
    tag.src = script;
    document.head.append(tag);
  });
}

/** Formats a figure with its goal, such as `2.31 of at most 2.1, MISSED`. */
export function atMost(value, goal, digits = 2) {
  return verdict(value, goal, digits, 'at most', value <= goal);
}

/** The same for a goal that is a minimum. */
export function atLeast(value, goal, digits = 1) {
  return verdict(value, goal, digits, 'at least', value >= goal);
}

function verdict(value, goal, digits, relation, isMet) {
  if (goal === undefined) return value.toFixed(digits);
  return `${value.toFixed(digits)} of ${relation} ${Number(goal.toFixed(digits))}${isMet ? '' : ', MISSED'}`;
}

/** Prints a table. */
export function printTable(heads, rows) {
  const lines = [heads, ...rows].map((cells) => cells.map(String));
  const widths = heads.map((_, at) => Math.max(...lines.map((cells) => cells[at].length)));
  for (const cells of lines)
    console.log(`  ${cells.map((cell, at) => cell.padEnd(widths[at] + 2)).join('')}`.trimEnd());
}
