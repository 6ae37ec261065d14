/** Shows a control for every custom property, and the CSS that results from them. */

import { PrivacyPolicyElement } from '../src/index.ts';
import { find } from './page.ts';
import { themes, type Theme } from './themes.ts';

type Knob = readonly [property: string, kind: 'color' | 'text', initial: string];

/** Every custom property. `initial` is a colour picker's first value or a field's placeholder. */
const KNOBS: readonly Knob[] = [
  ['color', 'color', '#1f2328'],
  ['background', 'color', '#ffffff'],
  ['accent-color', 'color', '#2f7de1'],
  ['link-color', 'color', '#1f2328'],
  ['muted-color', 'color', '#57606a'],
  ['border-color', 'color', '#d0d7de'],
  ['control-color', 'color', '#818b98'],
  ['focus-color', 'color', '#1f2328'],
  ['added-color', 'color', '#2f7de1'],
  ['removed-color', 'color', '#c2570c'],
  ['moved-color', 'color', '#8a63d2'],
  ['tint', 'text', '16%'],
  ['font-family', 'text', 'inherit'],
  ['heading-font-family', 'text', 'inherit'],
  ['font-size', 'text', '1em'],
  ['line-height', 'text', '1.6'],
  ['measure', 'text', '68ch'],
  ['spacing', 'text', '1em'],
  ['radius', 'text', '0.5em'],
  ['toc-width', 'text', '14.5em'],
  ['scroll-offset', 'text', 'measured'],
  ['loading-block-size', 'text', '100svh'],
];

const policy = find('privacy-policy', PrivacyPolicyElement);
const surroundings = find('#surroundings', HTMLElement);
const inputs = new Map<string, HTMLInputElement>();
const set = new Map<string, string>();

function turn(property: string, value: string): void {
  if (value) set.set(property, value);
  else set.delete(property);
  if (value) policy.style.setProperty(`--policy-${property}`, value);
  else policy.style.removeProperty(`--policy-${property}`);
  const lines = [...set].map(([name, text]) => `  --policy-${name}: ${text};`);
  find('#css', HTMLElement).textContent = lines.length
    ? `privacy-policy {\n${lines.join('\n')}\n}`
    : '/* Nothing to write: it takes after the page. */';
}

function dress(theme: Theme | null): void {
  surroundings.removeAttribute('style');
  for (const [name, value] of Object.entries(theme?.page ?? {}))
    surroundings.style.setProperty(name, value);
  for (const [property, kind, initial] of KNOBS) {
    const value = theme?.properties[property] ?? '';
    const input = inputs.get(property)!;
    input.value = value || (kind === 'color' ? initial : '');
    turn(property, value);
  }
  for (const button of document.querySelectorAll('#themes button'))
    button.setAttribute(
      'aria-pressed',
      String(button.textContent === (theme?.name ?? 'This page')),
    );
}

/** Creates an empty group of controls. */
function groupOf(title: string): HTMLElement {
  const group = document.createElement('fieldset');
  const legend = document.createElement('legend');
  legend.textContent = title;
  group.append(legend);
  find('.knobs', HTMLElement).append(group);
  return group;
}

const groups = { colours: groupOf('Colours'), type: groupOf('Type'), space: groupOf('Space') };

function groupFor(property: string, kind: string): HTMLElement {
  if (kind === 'color' || property === 'tint') return groups.colours;
  return /font|line/.test(property) ? groups.type : groups.space;
}

for (const [property, kind, initial] of KNOBS) {
  const label = document.createElement('label');
  const input = document.createElement('input');
  input.type = kind;
  input.placeholder = initial;
  input.spellcheck = false;
  input.addEventListener('input', () => turn(property, input.value));
  inputs.set(property, input);
  const words = property.replaceAll('-', ' ');
  label.append(words.charAt(0).toUpperCase() + words.slice(1), input);
  groupFor(property, kind).append(label);
}

for (const theme of [null, ...themes]) {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = theme?.name ?? 'This page';
  button.addEventListener('click', () => dress(theme));
  find('#themes', HTMLElement).append(button);
}

dress(themes[Number(location.hash.slice(1)) - 1] ?? null);
