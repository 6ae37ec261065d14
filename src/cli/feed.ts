/** The command `feed`: writes an Atom feed (RFC 4287) of the versions that `history` wrote. */

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Feed } from 'feed';
import { comparePolicies, runSync, type Comparison, type Policy } from '../core/index.ts';
import { escapeHtml } from '../core/model/escape-html.ts';
import type { CommandContext } from './commands.ts';
import { changedParts, headline, markedHtml } from './diff/change-lines.ts';
import { readPolicyFile } from './documents.ts';
import { CommandError, systemCode } from './errors.ts';
import { writeWhole } from './output.ts';
import { INDEX_FILE, type IndexEntry, type PolicyIndex } from './policy-index.ts';

/** Matches characters that are not allowed in XML 1.0. */
const NOT_XML = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g;

/** Runs `feed DIR --url ADDRESS`. */
export async function runFeed({ files, values, output }: CommandContext): Promise<0> {
  const [folder = ''] = files;
  const address = values.text('url');
  if (!address || !/^https?:$/.test(protocolOf(address)))
    throw new CommandError(
      'State the address of the policy: feed DIR --url https://example.org/privacy',
    );
  const self = values.text('self');
  if (self !== undefined && !URL.canParse(self))
    throw new CommandError(`--self must be the address of the feed, not "${self}".`);
  const index = await readIndex(folder);
  const options = { address, self, author: values.text('author') };
  const xml = writeFeed(index, await readVersions(folder, index, address), options);
  const target = values.text('output');
  if (!target) output.write(xml);
  else if (await writeWhole(target, xml)) output.print(`Wrote ${target}.`);
  return 0;
}

function protocolOf(address: string): string {
  return URL.canParse(address) ? new URL(address).protocol : '';
}

async function readIndex(folder: string): Promise<PolicyIndex> {
  const file = join(folder, INDEX_FILE);
  let index: Partial<PolicyIndex> | null;
  try {
    index = JSON.parse(await readFile(file, 'utf8')) as Partial<PolicyIndex> | null;
  } catch (error) {
    if (systemCode(error) === 'ENOENT')
      throw new CommandError(
        `There is no ${file}: run "privacy-policy history FILE --out ${folder}" first.`,
      );
    throw new CommandError(`${file} cannot be read as JSON: run "privacy-policy history" again.`);
  }
  if (!Array.isArray(index?.history) || !index.history.length)
    throw new CommandError(`${file} has no history: run "privacy-policy history" again.`);
  return index as PolicyIndex;
}

/** Reads and parses the policy of each entry, in the order of the index. */
async function readVersions(
  folder: string,
  { history }: PolicyIndex,
  address: string,
): Promise<Policy[]> {
  const policies: Policy[] = [];
  for (const { url } of history) {
    const file = join(folder, decodeURI(url));
    policies.push((await readPolicyFile(file, address)).policy);
  }
  return policies;
}

interface FeedOptions {
  readonly address: string;
  readonly self: string | undefined;
  readonly author: string | undefined;
}

function writeFeed(
  { title, lang, history }: PolicyIndex,
  policies: readonly Policy[],
  { address, self, author }: FeedOptions,
): string {
  const { hostname } = new URL(address);
  const name = clean(title ?? 'Privacy policy');
  const feed = new Feed({
    id: tagUri(hostname, history.at(-1)!.date, INDEX_FILE),
    title: name,
    link: address,
    updated: instantOf(history[0]!.date),
    generator: 'privacy-policy-element',
    author: { name: clean(author ?? hostname) },
    ...(self && { feedLinks: { atom: self } }),
  });
  for (const [at, entry] of history.entries()) {
    const older = policies[at + 1];
    const comparison = older ? runSync(comparePolicies(older, policies[at]!)) : null;
    feed.addItem({
      id: tagUri(hostname, entry.date, entry.url),
      title: escaped(titleOf(name, entry)),
      link: `${address.replace(/#.*/s, '')}#policy-version=${encodeURIComponent(entry.version ?? entry.date)}`,
      date: instantOf(entry.date),
      ...(entry.note && { description: escaped(entry.note) }),
      content: contentOf(comparison, policies[at]!, entry.minor),
    });
  }
  // Remove the milliseconds that the library writes, and add the language, which it cannot set.
  const xml = feed.atom1().replaceAll('T00:00:00.000Z<', 'T00:00:00Z<');
  const isTag = lang !== null && /^[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*$/.test(lang);
  return `${isTag ? xml.replace('<feed ', `<feed xml:lang="${lang}" `) : xml}\n`;
}

/** Returns a tag URI (RFC 4151), which stays the same when the history grows. */
function tagUri(host: string, date: string, file: string): string {
  return `tag:${host},${date}:${file}`;
}

/** Returns the start of a day or month, in UTC. */
function instantOf(date: string): Date {
  return new Date(`${date.padEnd('YYYY-MM-DD'.length, '-01')}T00:00:00Z`);
}

function titleOf(name: string, { version, date, minor }: IndexEntry): string {
  return `${name}, ${version ? `version ${version} of ` : ''}${date}${minor ? ' (minor)' : ''}`;
}

/** Returns the marked changes as HTML, or a list of the headings for the first version. */
function contentOf(comparison: Comparison | null, { sections }: Policy, isMinor: boolean): string {
  if (!comparison)
    return `<p>The first version.</p><ul>${sections.map(({ heading }) => `<li>${escaped(heading)}</li>`).join('')}</ul>`;
  const parts = [`<p>${escaped(headline(comparison, isMinor))}</p>`];
  for (const { heading, lines } of changedParts(comparison)) {
    parts.push(`<h2>${markedHtml(heading, escaped)}</h2>`);
    for (const { segments, notes } of lines) {
      if (segments.length) parts.push(`<p>${markedHtml(segments, escaped)}</p>`);
      for (const note of notes) parts.push(`<p><small>${escaped(note)}</small></p>`);
    }
  }
  return parts.join('');
}

function clean(text: string): string {
  return text.replace(NOT_XML, '');
}

function escaped(text: string): string {
  return escapeHtml(clean(text));
}
