// Measures the main thread of a page in Chromium, and prints the results with their goals.

/** Returns the median of an odd number of values. */
export function median(values) {
  return values.toSorted((a, b) => a - b)[values.length >> 1];
}

/**
 * Starts to measure the page's main thread. Returns a function that returns the CPU time since
 * then, in milliseconds.
 */
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

/**
 * Matches trace events of tasks. Promise callbacks have their own event after the task.
 */
const TASKS = /RunTask$|PerformMicrotaskCheckpoint$/;

/** Matches trace events of the steps that browsers render a page with. */
const RENDERING =
  /^(?:UpdateLayoutTree|Layout|PrePaint|Paint|Layerize|Commit|UpdateLayer|HitTest|CompositeLayers)$/;

/**
 * Starts to trace the page's main thread. Returns a function that returns the CPU time of each task
 * since then, in milliseconds, without the rendering inside it.
 */
export async function watchTasks(tab) {
  const finish = await trace(tab, ['toplevel', 'devtools.timeline']);
  return async () => {
    const events = (await finish()).toSorted((one, other) => one.ts - other.ts);
    const tasks = [];
    let taskEnd = 0;
    let renderingEnd = 0;
    for (const { name, ts, dur = 0, tdur = 0 } of events) {
      if (TASKS.test(name) && ts >= taskEnd) {
        tasks.push(tdur / 1000);
        taskEnd = ts + dur;
      } else if (RENDERING.test(name) && ts < taskEnd && ts >= renderingEnd) {
        tasks[tasks.length - 1] -= tdur / 1000;
        renderingEnd = ts + dur;
      }
    }
    return tasks;
  };
}

/**
 * Starts to trace the page's main thread. Returns a function that returns the CPU time of the
 * longest task since then, in milliseconds.
 */
export async function watchLongestTask(tab) {
  const finish = await trace(tab, ['toplevel']);
  return async () =>
    (await finish())
      .filter(({ name }) => TASKS.test(name))
      .reduce((longest, { tdur = 0 }) => Math.max(longest, tdur / 1000), 0);
}

/** Starts a trace. Returns a function that returns the events of main threads. */
async function trace(tab, categories) {
  await tab.tracing.start({ categories });
  return async () => {
    const { traceEvents } = JSON.parse(new TextDecoder().decode(await tab.tracing.stop()));
    const mainThreads = new Set(
      traceEvents
        .filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain')
        .map(({ pid, tid }) => `${pid}/${tid}`),
    );
    return traceEvents.filter(({ pid, tid }) => mainThreads.has(`${pid}/${tid}`));
  };
}

/** Resolves when the page has been painted and is idle. */
export function untilIdle(tab) {
  return tab.evaluate(async () => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    await frame();
    await frame();
    await new Promise((resolve) => requestIdleCallback(resolve));
  });
}

/**
 * Appends a `<privacy-policy>` and its script. This function runs in the page. It resolves when the
 * policy is on screen, or its changes if `awaitsChanges` is set.
 */
export function showPolicy(address, script, awaitsChanges = false) {
  return new Promise((resolve, reject) => {
    const element = document.createElement('privacy-policy');
    element.setAttribute('src', address);
    // Resolve without a value, because the driver would otherwise copy the event and its policy.
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

/** Formats a value with its maximum, such as `2.31 of at most 2.1, MISSED`. */
export function atMost(value, goal, digits = 2) {
  return verdict(value, goal, digits, 'at most', value <= goal);
}

/** Formats a value with its minimum. */
export function atLeast(value, goal, digits = 1) {
  return verdict(value, goal, digits, 'at least', value >= goal);
}

function verdict(value, goal, digits, relation, isMet) {
  if (goal === undefined) return value.toFixed(digits);
  return `${value.toFixed(digits)} of ${relation} ${Number(goal.toFixed(digits))}${isMet ? '' : ', MISSED'}`;
}

/** Prints a table with aligned columns. */
export function printTable(heads, rows) {
  const lines = [heads, ...rows].map((cells) => cells.map(String));
  const widths = heads.map((_, at) => Math.max(...lines.map((cells) => cells[at].length)));
  for (const cells of lines)
    console.log(`  ${cells.map((cell, at) => cell.padEnd(widths[at] + 2)).join('')}`.trimEnd());
}
