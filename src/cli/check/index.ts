/** The command `check`: shows how the element understands a policy, and reports problems. */

import { parseDocument } from '../../core/parse-policy.ts';
import { runSync } from '../../core/index.ts';
import type { CommandContext } from '../commands.ts';
import { htmlParserFor, readPolicyFile } from '../documents.ts';
import { CommandError } from '../errors.ts';
import { missingItems } from './article-13.ts';
import { checkDateFollowsWords, checkDates } from './date-rules.ts';
import { checkFields } from './field-rules.ts';
import type { CheckedFile, Finding } from './finding.ts';
import { gitHubReport, jsonReport, textReport, type FileReport } from './reports.ts';
import { SourceLines } from './source-lines.ts';
import { checkHeadings, checkImages, checkLinks, checkPlaceholders } from './text-rules.ts';
import { checkTranslations } from './translation-rules.ts';

const REPORTS = { text: textReport, json: jsonReport, github: gitHubReport } as const;

/** Runs `check FILE…`. */
export async function runCheck({ files, values, output }: CommandContext): Promise<0 | 1> {
  const format = values.has('json') ? 'json' : (values.text('format') ?? 'text');
  if (!Object.hasOwn(REPORTS, format))
    throw new CommandError(`--format takes "text", "json" or "github", not "${format}".`);
  const checked: CheckedFile[] = [];
  for (const path of files) checked.push(await openFile(path));
  const reports: FileReport[] = [];
  for (const file of checked) {
    const findings = await checkFile(file, checked, {
      against: values.text('against'),
      address: values.text('policy'),
    });
    const hints = values.has('art13') ? article13Hints(file) : [];
    reports.push({ file, findings: sortByLine(findings), hints });
  }
  REPORTS[format as keyof typeof REPORTS](reports, output);
  return reports.some(({ findings }) => findings.length) ? 1 : 0;
}

/** Command-line options that the rules use. */
interface CheckOptions {
  /** The git revision to compare with, or undefined for the previous version. */
  readonly against: string | undefined;
  /** Address at which the policy is published, or undefined if it is unknown. */
  readonly address: string | undefined;
}

/** Reads and parses a file for the rules. */
async function openFile(path: string): Promise<CheckedFile> {
  const file = await readPolicyFile(path);
  const html = await htmlParserFor(file, file.format, file.text);
  const base = `https://policy.invalid/${encodeURIComponent(file.file)}`;
  const options = { base, format: file.format, ...(html && { html }) };
  const document = runSync(parseDocument(file.text, options));
  return { ...file, path, document, lines: new SourceLines(file.text) };
}

/** Applies all rules to a file. `checked` contains all files on the command line. */
async function checkFile(
  file: CheckedFile,
  checked: readonly CheckedFile[],
  { against, address }: CheckOptions,
): Promise<Finding[]> {
  const findings: Finding[] = [
    ...checkFields(file),
    ...checkDates(file),
    ...checkHeadings(file),
    ...checkLinks(file),
    ...checkImages(file, address),
    ...checkPlaceholders(file),
  ];
  for await (const finding of checkDateFollowsWords(file, against)) findings.push(finding);
  for await (const finding of checkTranslations(file, checked)) findings.push(finding);
  return findings;
}

function article13Hints(file: CheckedFile): Finding[] {
  const missing = missingItems(file.policy);
  const hint = (message: string): Finding => ({ rule: 'article-13', line: null, message });
  if (!missing)
    return [hint('The items of Articles 13 and 14 are not known in the language of this text.')];
  return missing.map(({ article, name }) => hint(`Article ${article}: not recognized: ${name}.`));
}

function sortByLine(findings: readonly Finding[]): Finding[] {
  return [...findings].sort((one, other) => (one.line ?? 0) - (other.line ?? 0));
}
