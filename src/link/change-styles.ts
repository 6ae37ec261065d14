/** Additional styles of the link while it reports a change. */
export const changeStyles = `
[part=marker] {
  padding: 0 0.4em;
  border: 1px solid;
  border-radius: var(--policy-radius, 0.25em);
  white-space: nowrap;
}
[role=status] {
  position: absolute;
  inline-size: 1px;
  block-size: 1px;
  overflow: hidden;
  clip-path: inset(50%);
  white-space: nowrap;
}
[part=notice] {
  box-sizing: border-box;
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  gap: 0.25em 1em;
  inline-size: 100%;
  padding-block: 0.5em;
  border-block-start: 1px solid var(--policy-border-color, currentcolor);
  color: var(--policy-color, inherit);
}
:host([notice=fixed]) [part=notice] {
  position: fixed;
  inset: auto 0 0;
  z-index: 1;
  padding-inline: 1em;
  background: var(--policy-background, Canvas);
  color: var(--policy-color, CanvasText);
}
[part=button] {
  box-sizing: border-box;
  display: inline-flex;
  align-items: center;
  min-block-size: 24px;
  padding: 0.25em 0.75em;
  border: 1px solid;
  border-radius: var(--policy-radius, 0.25em);
  background: none;
  color: inherit;
  font: inherit;
  text-decoration: none;
  cursor: pointer;
}
[part=button]:focus-visible { outline: 2px solid var(--policy-focus-color, currentcolor); outline-offset: 2px }
@media (pointer: coarse) { [part=button] { min-block-size: 44px } }
@media print { [part=notice] { display: none } }
`;
