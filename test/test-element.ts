/** What browser tests share: waiting for events, and commands to the browser. */

import { executeServerCommand } from '@web/test-runner-commands';

/** Waits for the next event of this type. */
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

/** Sets the size of the page; false where the browser cannot (WebKit below 447 px). */
export async function setViewport(width: number, height: number): Promise<boolean> {
  return (await command<Answer>('kit:viewport', { width, height })).ok;
}

/** Chooses medium and preferences, such as `{ 'prefers-color-scheme': 'dark' }`; Chromium only. */
export async function setMedia(
  media: '' | 'print' | 'screen',
  features: Record<string, string> = {},
): Promise<boolean> {
  return (await command<Answer>('kit:media', { media, features })).ok;
}

/** Prints the page and gives the size of the PDF, or undefined where the browser cannot. */
export async function printedBytes(path?: string): Promise<number | undefined> {
  return (await command<Answer & { bytes?: number }>('kit:pdf', { path })).bytes;
}

/** Presses a key as a person does, or several at once, such as `Shift+Tab`. */
export async function press(key: string): Promise<boolean> {
  return (await command<Answer>('kit:press', { key })).ok;
}

/** Takes a picture of the page into a file, relative to the project. */
export async function takeScreenshot(path: string, fullPage = false): Promise<boolean> {
  return (await command<Answer>('kit:shot', { path, fullPage })).ok;
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
