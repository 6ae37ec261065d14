/** The table of commands, with the arguments, the help and the module of each. */

import type { CommandHelp, Options, OptionValues } from './arguments.ts';
import type { ExitCode } from './errors.ts';
import type { Output } from './output.ts';

/** The input of a command. */
export interface CommandContext {
  /** The arguments that are not options. */
  readonly files: readonly string[];
  readonly values: OptionValues;
  readonly output: Output;
}

/** A command with its help. */
export interface Command extends CommandHelp {
  /** Loads the module of the command and runs it. */
  run(context: CommandContext): Promise<ExitCode>;
}

const JSON_OPTION: Options = { json: { help: 'Print JSON for programs.' } };

const OUTPUT_OPTION: Options = {
  output: { value: 'FILE', short: 'o', help: 'Write to this file instead of stdout.' },
};

/** The commands, in the order in which the help lists them. */
export const commands: readonly Command[] = [
  {
    name: 'check',
    summary: 'List what the element finds in a policy, and faults with their line numbers.',
    usage: 'FILE… [options]',
    details: [
      'Lists the title, dates, language and sections, then faults: no date, dates that disagree, words that changed while the date did not, links that lead nowhere, images that visitors do not see, headings that skip a level or repeat, placeholders of a template, and translations that are older than their original or have other sections.',
      'The date is compared with git: the file with HEAD if they differ, else HEAD with the previous version. Exits with 1 if there are faults.',
    ],
    options: {
      against: { value: 'REV', help: 'Compare with this git revision, such as origin/main.' },
      policy: {
        value: 'ADDRESS',
        help: 'Address of the published policy, for the check of images.',
      },
      art13: {
        help: 'Also list items of GDPR Articles 13 and 14 that were not recognized. This is a help and not legal advice.',
      },
      format: {
        value: 'FORMAT',
        help: '"text", "json", or "github" for annotations of GitHub Actions.',
      },
      ...JSON_OPTION,
    },
    count: [1, Infinity],
    run: async (context) => (await import('./check/index.ts')).runCheck(context),
  },
  {
    name: 'diff',
    summary: 'Show what a returning visitor will see.',
    usage: '[OLD] NEW [options]',
    details: [
      'OLD and NEW are files or git revisions: "HEAD:privacy.md", or only "HEAD~3" for that revision of the other file. With one file, it is compared with its last commit.',
    ],
    options: {
      html: { value: 'FILE', help: 'Write one self-contained page that looks like the element.' },
      markdown: { help: 'Print Markdown for a comment on a pull request.' },
      'exit-code': { help: 'Exit with 1 if visitors will see a difference.' },
      ...JSON_OPTION,
    },
    count: [1, 2],
    run: async (context) => (await import('./diff/index.ts')).runDiff(context),
  },
  {
    name: 'history',
    summary: 'Write the versions in git as files that a site can serve.',
    usage: 'FILE --out DIR [options]',
    details: [
      'Writes each version that changed a visible word as DIR/2026-11-02.md, and DIR/policy.json, which the attribute history-src of the element, the footer link and the command "feed" read.',
      'A commit message can have the lines "Policy-Note: what visitors should know" and "Policy-Minor: yes".',
    ],
    options: {
      out: { value: 'DIR', help: 'The folder to write to.' },
      policy: {
        value: 'ADDRESS',
        help: 'Address of the policy, relative to DIR; by default that of FILE.',
      },
      notes: {
        value: 'SOURCE',
        help: '"trailer" for Policy-Note: only (the default), or "subject" for the subject of commits without one.',
      },
      ...JSON_OPTION,
    },
    count: [1, 1],
    run: async (context) => (await import('./history.ts')).runHistory(context),
  },
  {
    name: 'feed',
    summary: 'Write an Atom feed of the versions that "history" wrote.',
    usage: 'DIR --url ADDRESS [options]',
    details: [
      'DIR is the folder with policy.json. Each version is an entry that shows its changes. Ids stay the same when the history grows.',
    ],
    options: {
      url: { value: 'ADDRESS', help: 'The page of the policy, which entries link to.' },
      self: { value: 'ADDRESS', help: 'The address of the feed itself.' },
      author: { value: 'NAME', help: 'Name of the author; by default the host of the address.' },
      ...OUTPUT_OPTION,
    },
    count: [1, 1],
    run: async (context) => (await import('./feed.ts')).runFeed(context),
  },
  {
    name: 'render',
    summary: 'Prerender the page, so that it can be read without a script.',
    usage: 'FILE [-o page.html] [options]',
    details: [
      'Writes a whole page with the element in it, rendered as declarative shadow DOM. With --element only the HTML of the element is written, and with --template it replaces "<!-- privacy-policy -->" in that page.',
      'On a page that loads the element, name the address of the text with --src: the element then takes over the rendered page and marks what changed.',
    ],
    options: {
      ...OUTPUT_OPTION,
      element: { help: 'Write only the HTML of the element.' },
      template: { value: 'FILE', help: 'A page with "<!-- privacy-policy -->" in it.' },
      src: {
        value: 'ADDRESS',
        help: 'The attribute src: the address from which a script loads the policy.',
      },
      script: { value: 'ADDRESS', help: "The address of the element's script." },
      'heading-level': { value: 'LEVEL', help: 'Level of the title, 1 to 6.' },
    },
    count: [1, 1],
    run: async (context) => (await import('./render.ts')).runRender(context),
  },
  {
    name: 'receipt',
    summary: 'State the digest of a text, or verify that a file has it.',
    usage: 'FILE [options] | receipt --verify RECEIPT [FILE]',
    details: [
      'Prints JSON with the address, the title, the version, the dates, the day, and SHA-256 of the text and of the file. The digest of the text depends on its words only, and not on markup or line endings.',
      'RECEIPT is that JSON, or a copy that the element saved for a reader. Exits with 1 if FILE has another text, or if a copy was altered.',
    ],
    options: {
      url: { value: 'ADDRESS', help: 'Address of the published policy.' },
      verify: { value: 'RECEIPT', help: 'Verify FILE, or a saved copy on its own.' },
      ...OUTPUT_OPTION,
      json: { help: 'Print the result of --verify as JSON.' },
    },
    count: [0, 1],
    run: async (context) => (await import('./receipt.ts')).runReceipt(context),
  },
];
