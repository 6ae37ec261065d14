/**
 * Compares a fetched policy with the stored reading. This chunk is loaded only if the texts differ.
 */

import { decodeText, isBinary } from '../browser/decode-text.ts';
import { parseInert } from '../browser/dom/trusted-html.ts';
import {
  loadPolicy,
  parseSource,
  parseText,
  WRAPPED_TYPE,
  type LoadedPolicy,
  type SourceText,
} from '../browser/load-policy.ts';
import { runInSlices } from '../browser/scheduler.ts';
import type { ChangeSummary } from '../core/diff/comparison.ts';
import { comparePolicies } from '../core/diff/index.ts';
import { PolicyRedirect } from '../core/model/errors.ts';
import { languageTag } from '../core/model/language-tag.ts';
import { parseHistoryList } from '../core/parse/history-list.ts';
import { hashText } from '../core/storage/hash-text.ts';
import { decodeSnapshot, openStored } from '../core/storage/snapshot.ts';
import { TIMEOUT_MS, today, type Answer } from './policy-check.ts';

const CHARSET = /;\s*charset\s*=\s*"?/;

/** A comparison with the visitor's reading. */
export interface ReadingComparison {
  /** Hash of the fetched text, as `<privacy-policy>` would store it. */
  readonly hash: string;
  /** Date of the last update that the fetched policy states (ISO 8601), or null. */
  readonly updated: string | null;
  /** The difference, or null if nothing material changed. */
  readonly summary: ChangeSummary | null;
}

/**
 * Compares a fetched policy with a stored reading.
 *
 * @param stored The value that `<privacy-policy>` stored.
 * @param history Entries of the versions file that led to the policy, if any.
 * @returns The comparison, or null if the texts are the same or cannot be compared. Never rejects.
 */
export function compareWithReading(
  answer: Answer,
  stored: string | null,
  history: readonly unknown[] | undefined,
): Promise<ReadingComparison | null> {
  return compare(answer, stored, history).catch(() => null);
}

async function compare(
  answer: Answer,
  stored: string | null,
  history: readonly unknown[] | undefined,
): Promise<ReadingComparison | null> {
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  const snapshot = decodeSnapshot(stored);
  if (!snapshot || snapshot === 'newer') return null;
  const baseline = await openStored(snapshot, today());
  if (!baseline) return null;
  const text = await textOf(answer, snapshot.contentType === WRAPPED_TYPE);
  if (!text) return null;
  const after = await parseFetched(text, signal);
  const hash = hashText(after.source.text);
  if (hash === baseline.hash) return null;
  const before = await parseSource(baseline, signal);
  const policy = history
    ? { ...after.policy, history: parseHistoryList(history, () => null) }
    : after.policy;
  const { summary } = await runInSlices(comparePolicies(before, policy), signal);
  return {
    hash,
    updated: after.policy.updated,
    summary: summary.material ? { since: baseline.seenOn, baseline: 'visit', ...summary } : null,
  };
}

async function parseFetched(source: SourceText, signal: AbortSignal): Promise<LoadedPolicy> {
  try {
    return await parseText(source, signal);
  } catch (error) {
    if (!(error instanceof PolicyRedirect)) throw error;
    const { base } = source.options;
    // `<privacy-policy>` asks the visitor before it loads from another origin. A link cannot ask.
    if (new URL(error.location, base).origin !== new URL(base).origin) throw error;
    return loadPolicy({ kind: 'address', address: error.location }, { base }, signal);
  }
}

/** Returns the text to compare: the file, or the part of a page that `<privacy-policy>` wraps. */
async function textOf(answer: Answer, isWrapped: boolean): Promise<SourceText | null> {
  const { url, headers, body } = answer;
  const [type = '', charset] = (headers.get('content-type') ?? '').toLowerCase().split(CHARSET);
  const bytes = new Uint8Array(await body.arrayBuffer());
  const text = decodeText(bytes, charset?.replace(/[";\s].*/, ''));
  if (isBinary(text)) return null;
  if (!isWrapped)
    return { text, options: { base: url, contentType: type.split(';', 1)[0]!.trim() } };
  const page = parseInert(text);
  const wrapper = page.querySelector('privacy-policy, [data-privacy-policy]');
  const language = languageTag(wrapper?.closest('[lang]')?.getAttribute('lang'));
  return (
    wrapper && {
      text: wrapper.getHTML(),
      options: {
        base: url,
        contentType: WRAPPED_TYPE,
        format: 'html',
        ...(language && { language }),
      },
    }
  );
}
