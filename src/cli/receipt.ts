/** The command `receipt`: records the digest of a policy, and verifies a text against it. */

import { createHash } from 'node:crypto';
import { DIGEST_METHOD, digestText } from '../core/index.ts';
import { localDay } from '../core/dates/calendar.ts';
import type { CommandContext } from './commands.ts';
import { parseSourceFile, readPolicyFile, readSource, type Source } from './documents.ts';
import { CommandError } from './errors.ts';
import { writeWhole } from './output.ts';
import { parseSavedCopy } from './saved-copy.ts';

/** The JSON format of a receipt. */
export interface Receipt {
  readonly address: string | null;
  readonly title: string | null;
  readonly version: string | null;
  /** Date that the policy states (ISO 8601), or null. */
  readonly updated: string | null;
  readonly effective: string | null;
  /** Day on which the receipt was made (ISO 8601). */
  readonly day: string;
  /** Number of the method that derives the text for `textSha256`. See `core/digest.ts`. */
  readonly method: number;
  /** SHA-256 of the policy's text. Does not depend on markup or line endings. */
  readonly textSha256: string;
  /** SHA-256 of the bytes of the file. */
  readonly fileSha256: string;
}

/** The digests and the day that a receipt or a saved copy states. */
interface Claim {
  readonly textSha256: string;
  /** Null for a saved copy, which states only the digest of the text. */
  readonly fileSha256: string | null;
  readonly day: string | null;
}

/** Runs `receipt FILE` and `receipt --verify RECEIPT [FILE]`. */
export async function runReceipt({ files, values, output }: CommandContext): Promise<0 | 1> {
  const [file] = files;
  const claimed = values.text('verify');
  if (claimed !== undefined) return verify(claimed, file, output, values.has('json'));
  if (file === undefined) throw new CommandError('Name the policy: receipt FILE');
  const json = `${JSON.stringify(await makeReceipt(file, values.text('url')), null, 2)}\n`;
  const target = values.text('output');
  if (!target) output.write(json);
  else if (await writeWhole(target, json)) output.print(`Wrote ${target}.`);
  return 0;
}

async function makeReceipt(file: string, address: string | undefined): Promise<Receipt> {
  const { policy, bytes } = await readPolicyFile(file, address);
  const { title, version, updated, effective, links } = policy;
  return {
    address: address ?? links.canonical,
    title,
    version,
    updated,
    effective,
    day: localDay(new Date()),
    method: DIGEST_METHOD,
    textSha256: sha256(digestText(policy)),
    fileSha256: sha256(bytes),
  };
}

async function verify(
  claimed: string,
  file: string | undefined,
  output: CommandContext['output'],
  isJson: boolean,
): Promise<0 | 1> {
  const result = await compareWithClaim(await readSource(claimed), file);
  if (isJson) output.print(JSON.stringify(result, null, 2));
  else output.print(result.message);
  return result.verified ? 0 : 1;
}

async function compareWithClaim(
  source: Source,
  file: string | undefined,
): Promise<{ readonly verified: boolean; readonly message: string }> {
  const text = source.bytes.toString('utf8');
  const copy = parseSavedCopy(text);
  if (copy && sha256(copy.text) !== copy.textSha256)
    return {
      verified: false,
      message: `${source.name} was altered: its text does not match its own digest.`,
    };
  const claim = copy ?? parseReceipt(text, source.name);
  const since = claim.day ? ` of ${claim.day}` : '';
  if (file === undefined) {
    if (copy) return { verified: true, message: `${source.name} is unaltered${since}.` };
    throw new CommandError(`Name the file to verify: receipt --verify ${source.name} FILE`);
  }
  const digests = await digestsOf(await readSource(file));
  const isSameText = digests.text === claim.textSha256;
  const isSameFile = digests.file === claim.fileSha256;
  return isSameText || isSameFile
    ? {
        verified: true,
        message: `${file} has the text of the receipt${since}${isSameFile ? ', byte by byte' : ''}.`,
      }
    : { verified: false, message: `${file} does not have the text of the receipt${since}.` };
}

/** Returns the digests of a policy's text and of its file. The file can also be a saved copy. */
async function digestsOf(
  source: Source,
): Promise<{ readonly text: string; readonly file: string }> {
  const file = sha256(source.bytes);
  const copy = parseSavedCopy(source.bytes.toString('utf8'));
  if (copy) return { text: sha256(copy.text), file };
  return { text: sha256(digestText((await parseSourceFile(source)).policy)), file };
}

function parseReceipt(text: string, name: string): Claim {
  let value: Partial<Record<keyof Receipt, unknown>>;
  try {
    value = Object(JSON.parse(text)) as typeof value;
  } catch {
    throw new CommandError(`${name} is neither a receipt nor a copy saved by the element.`);
  }
  const { method, textSha256, fileSha256, day } = value;
  if (typeof textSha256 !== 'string' || typeof fileSha256 !== 'string')
    throw new CommandError(`${name} is not a receipt: it states no digests.`);
  if (method !== DIGEST_METHOD)
    throw new CommandError(
      `${name} uses method ${String(method)}, which this version does not know: update the package.`,
    );
  return { textSha256, fileSha256, day: typeof day === 'string' ? day : null };
}

function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
