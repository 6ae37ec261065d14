/** Tells the page's style sheets of the element, by `:state()`. */

const STATUSES = ['loading', 'ready', 'stale', 'empty', 'error'];

/** Turns on the state that is named like the status, and the others given that hold. */
export function showStates(
  { states }: ElementInternals,
  status: string,
  others: Readonly<Record<string, boolean>>,
): void {
  const shown = new Set([status, ...Object.keys(others).filter((name) => others[name])]);
  for (const name of [...STATUSES, ...Object.keys(others)])
    if (shown.has(name)) states.add(name);
    else states.delete(name);
}
