/** Prints the findings of `check` in three formats: text, JSON, and commands for GitHub Actions. */

import type { PolicyDate } from '../../core/index.ts';
import { ownDate } from '../versions.ts';
import { paint, type Output } from '../output.ts';
import { lineOf } from './date-rules.ts';
import type { CheckedFile, Finding } from './finding.ts';

/** The findings about one file. */
export interface FileReport {
  readonly file: CheckedFile;
  readonly findings: readonly Finding[];
  /** Hints about items that may be missing. They do not count as errors. */
  readonly hints: readonly Finding[];
}

/** A section with the number of the line that contains its heading. */
interface SectionLine {
  readonly heading: string;
  readonly id: string;
  readonly line: number | null;
}

function sectionLines({ policy, lines }: CheckedFile): SectionLine[] {
  let last = 0;
  return policy.sections.map(({ heading, id }) => {
    const line = lines.findWhole(heading, last);
    last = Math.max(last, line ?? 0);
    return { heading, id, line };
  });
}

/**
 * Returns all dates found, whether the element shows them or not. Omits the dates of a change log.
 */
function statedDates({ policy }: CheckedFile): readonly PolicyDate[] {
  return policy.dates.filter(({ kind }) => kind !== 'change-log');
}

/** Prints a report for people to read. */
export function textReport(reports: readonly FileReport[], output: Output): void {
  const dim = (text: string) => paint(output, 'dim', text);
  let faults = 0;
  for (const { file, findings, hints } of reports) {
    const { policy, lines, path } = file;
    const row = (name: string, value: string, line: number | null = null) =>
      output.print(`  ${name.padEnd(10)}${value}${line ? dim(` (line ${line})`) : ''}`);
    output.print(paint(output, 'bold', path));
    row('Title', policy.title ?? 'none', policy.title ? lines.findWhole(policy.title) : null);
    row('Language', policy.language ?? 'not recognized');
    if (policy.version) row('Version', policy.version);
    for (const date of statedDates(file)) {
      const name = date.kind === 'file' ? 'File date' : capitalized(date.kind);
      row(name, `${date.iso ?? 'unclear'}, "${date.text}", ${date.from}`, lineOf(file, date));
    }
    if (!ownDate(policy)) row('Date', 'none');
    row('Sections', `${policy.sections.length}`);
    for (const { heading, line } of sectionLines(file))
      output.print(`  ${dim(`${line ?? ''}`.padStart(6))}    ${heading}`);
    for (const finding of findings)
      output.print(
        `${location(path, finding)} ${paint(output, 'red', finding.rule)} ${finding.message}`,
      );
    for (const { message } of hints)
      output.print(`${path} ${paint(output, 'yellow', 'help')} ${message}`);
    if (hints.length) output.print(dim('This list is a hint, not legal advice.'));
    faults += findings.length;
  }
  const count = faults === 1 ? '1 fault' : `${faults || 'No'} faults`;
  output.print(paint(output, faults ? ['bold', 'red'] : ['bold', 'green'], `${count}.`));
}

function location(path: string, { line }: Finding): string {
  return line ? `${path}:${line}` : path;
}

function capitalized(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** Prints a JSON array with an object for each file. */
export function jsonReport(reports: readonly FileReport[], output: Output): void {
  const value = reports.map(({ file, findings, hints }) => {
    const { policy, lines, path } = file;
    return {
      file: path,
      title: policy.title,
      titleLine: policy.title ? lines.findWhole(policy.title) : null,
      language: policy.language,
      version: policy.version,
      updated: policy.updated,
      effective: policy.effective,
      dates: policy.dates.map((date) => ({ ...date, line: lineOf(file, date) })),
      sections: sectionLines(file),
      findings,
      hints,
    };
  });
  output.print(JSON.stringify(value, null, 2));
}

/** Prints workflow commands, which GitHub shows next to the lines of a pull request. */
export function gitHubReport(reports: readonly FileReport[], output: Output): void {
  for (const { file, findings, hints } of reports) {
    for (const finding of findings) output.print(annotation('error', file.path, finding));
    for (const hint of hints) output.print(annotation('notice', file.path, hint));
  }
}

function annotation(level: 'error' | 'notice', path: string, finding: Finding): string {
  const { line, rule, message } = finding;
  const file = escapeProperty(path.replaceAll('\\', '/'));
  return `::${level} file=${file}${line ? `,line=${line}` : ''},title=${escapeProperty(rule)}::${escapeData(message)}`;
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
