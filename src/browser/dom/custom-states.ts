/** Exposes the element's state to the page's style sheets as `:state()`. */

const STATUSES = ['loading', 'ready', 'stale', 'empty', 'error'];

/**
 * Turns on the state of the current status and each of `others` that is true. Turns off the rest.
 */
export function setCustomStates(
  { states }: ElementInternals,
  status: string,
  others: Readonly<Record<string, boolean>>,
): void {
  const show = (name: string, isOn: boolean): unknown => states[isOn ? 'add' : 'delete'](name);
  for (const name of STATUSES) show(name, name === status);
  for (const [name, isOn] of Object.entries(others)) show(name, isOn);
}
