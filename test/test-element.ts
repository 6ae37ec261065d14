/** Helpers for browser tests. They wait for events and frames, and send commands to the browser. */

import { executeServerCommand } from '@web/test-runner-commands';

/** Resolves with the next event of this type. */
export function next<Type extends keyof HTMLElementEventMap>(
  target: EventTarget,
  type: Type,
): Promise<HTMLElementEventMap[Type]> {
  return new Promise((resolve) => {
    target.addEventListener(type, (event) => resolve(event as HTMLElementEventMap[Type]), {
      once: true,
    });
  });
}

interface Answer {
  ok: boolean;
  reason?: string;
}

/** Returns the text of an element with collapsed white space. */
export function textOf(element: Element | null | undefined): string {
  return (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
}

/** Returns the visible text of an element with collapsed white space. */
export function visibleText(element: HTMLElement): string {
  return element.innerText.replace(/\s+/g, ' ').trim();
}

/** Waits for some frames, so that pending renders are on screen. */
export async function waitForFrames(frames = 2): Promise<void> {
  for (let frame = 0; frame < frames; frame++)
    await new Promise((resolve) => requestAnimationFrame(resolve));
  // Waits for the paint, which comes after the callbacks of a frame.
  await new Promise((resolve) => setTimeout(resolve));
}

/** Checks a condition in every frame until it is true. If it never is, the test times out. */
export async function until(isDone: () => unknown): Promise<void> {
  while (!isDone()) await waitForFrames(1);
}

/** Sets the size of the page. Returns false if the browser cannot (WebKit below 447 px). */
export async function setViewport(width: number, height: number): Promise<boolean> {
  return (await command<Answer>('kit:viewport', { width, height })).ok;
}

/**
 * Emulates a medium and preferences, such as `{ 'prefers-color-scheme': 'dark' }`. Returns false if
 * the browser is not Chromium.
 */
export async function setMedia(
  media: '' | 'print' | 'screen',
  features: Record<string, string> = {},
): Promise<boolean> {
  return (await command<Answer>('kit:media', { media, features })).ok;
}

/** Prints the page and returns the size of the PDF, or undefined if the browser cannot. */
export async function printedBytes(): Promise<number | undefined> {
  return (await command<Answer & { bytes?: number }>('kit:pdf', {})).bytes;
}

/** Presses a key, or several at once, such as `Shift+Tab`. Returns whether the browser could. */
export async function press(key: string): Promise<boolean> {
  return (await command<Answer>('kit:press', { key })).ok;
}

/** The engine that runs this test. */
export function engine(): 'chromium' | 'firefox' | 'webkit' {
  const agent = navigator.userAgent;
  if (agent.includes('Firefox/')) return 'firefox';
  return agent.includes('Chrome/') ? 'chromium' : 'webkit';
}

async function command<Result>(name: string, payload: unknown): Promise<Result> {
  return (await executeServerCommand(name, payload as never)) as Result;
}
