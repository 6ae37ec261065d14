/** Tells the page's style sheets of the element, by `:state()`. */

const STATUSES = ['loading', 'ready', 'stale', 'empty', 'error'];

/** Turns on the state that is named like the status, and the others given that hold. */
export function setCustomStates(
  { states }: ElementInternals,
  status: string,
  others: Readonly<Record<string, boolean>>,
): void {
  const show = (name: string, isOn: boolean): unknown => states[isOn ? 'add' : 'delete'](name);
  for (const name of STATUSES) show(name, name === status);
  for (const [name, isOn] of Object.entries(others)) show(name, isOn);
}
