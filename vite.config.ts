import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import MagicString from 'magic-string';
import { Lexer } from 'marked';
import { minify } from 'terser';
import { languages } from './src/i18n/languages.ts';
import { defineConfig, type Plugin, type Rolldown, type UserConfig } from 'vite';

/** The tag that every build defines. */
const TAG = 'privacy-policy';

const TRUSTED_HTML = fileURLToPath(new URL('src/browser/dom/trusted-html.ts', import.meta.url));

type Edit = [file: string, what: RegExp, into: string | ((...match: string[]) => string)];

const LIT = 'lit-html/lit-html.js';
const LIT_ELEMENT = 'lit-element/lit-element.js';
const REACTIVE = 'reactive-element/reactive-element.js';
const CSS_TAG = 'reactive-element/css-tag.js';
const MARKED = 'marked/lib/marked.esm.js';

/** marked's rules for GitHub's dialect, as it puts them together when it is loaded. */
const { block, inline, ...rules } = new Lexer().options.tokenizer!.rules;
const other = rules.other as object as Readonly<Record<string, RegExp>>;

/** Those that are no part of others, and stand alone where they are used. */
const PLAIN_RULES = Object.keys(other).slice(0, Object.keys(other).indexOf('listItemRegex'));

/** Those that `tokenizer.ts` has itself, or that the lexer never asks for. */
const UNUSED_RULES = new Set(['text', 'url', 'del', '_backpedal']);

/** What the built files do without, taken out of the published files of Lit and marked. */
const EDITS: readonly Edit[] = [
  // Lit asks for a Trusted Types policy as soon as it is evaluated, by a name that another copy of
  // Lit may have taken, and throws where the page's list lacks it: we fill its templates instead.
  [LIT, /(\w+)\?\1\.createPolicy\("lit-html",.*?\):void 0/, 'void 0'],
  [LIT, /(\w+)\.innerHTML=(\w+),\1(?=\})/, 'fillTemplate($1,$2)'],
  [LIT, /^(.)/s, `import{fillTemplate}from"${TRUSTED_HTML}";$1`],
  // Its lists of versions, and its doors for polyfills and server rendering.
  [LIT, /,\w+=\w+\.litHtmlPoly[^;]*;[^;]*/, ''],
  [LIT_ELEMENT, /,\w\.litElementHydrate[^;]*;const \w=[^;]*;[^;]*/, ''],
  [LIT_ELEMENT, /\(\w+\.litElementVersions\?\?=\[\]\)\.push\("[\d.]+"\)/, '0'],
  [REACTIVE, /,\w+\?\.\(\{Reactive[^;]*/, ''],
  [REACTIVE, /,\w=\w\.trustedTypes.*?PolyfillSupport/, ''],
  // What it has for SVG, for decorators of the standard and the types that they name.
  [LIT, /(?<==)2===\w\?"<svg>".*?""/, '""'],
  [LIT, /\+\(2===\w\?"<\/svg>".*?""\)/, ''],
  [LIT, /,2===\w\|\|3===\w\)\{.*?\}for/, ');for'],
  [REACTIVE, /static addInitializer.*?(?=static)/, ''],
  [REACTIVE, /void 0!==\w\.l&&\(.*?\),/, ''],
  [REACTIVE, /,this\.constructor\.l\?\..*?\)\)/, ''],
  [REACTIVE, /Symbol\.metadata\?\?=.*?WeakMap;/, ''],
  [REACTIVE, /const \w=this\[Symbol\.metadata\];.*?\}(?=this)/, ''],
  [REACTIVE, /\{toAttribute\(.*?return \w\}\}/, '{toAttribute:_=>_,fromAttribute:_=>_}'],
  // What it has for bindings in scripts and the like, for templates compiled beforehand, for its own
  // packages, and for directives that are told when their part goes: we have none of these.
  [LIT, /if\(\w\.test\(\w\.tagName\)\)\{.*?\}\}(?=\}else)/, ''],
  [LIT, /"number"==typeof \w\?(this\._\$AC\(\w\)).*?\),\w\)/, '$1'],
  [LIT, /(?<=const \w=)\{M:.*?(I:\w),.*?\}/, '{$1}'],
  [LIT, /get _\$AU\(\)\{.*?\}/g, ''],
  [LIT, /setConnected\(\w\)\{.*?\}|,this\._\$Cv=.*?!0/g, ''],
  [LIT, /this\._\$AP\?\.\(!1,!0,\w\)|\w\?\._\$AO\?\.\(!1\),|this\._\$AN=void 0,/g, ''],
  [LIT_ELEMENT, /this\.hasUpdated\|\|\(.*?\),/, ''],
  [LIT_ELEMENT, /connectedCallback\(\)\{.*?(?=render\(\))/, ''],
  // All browsers that know the states of elements adopt style sheets: what Lit has for others goes
  // out, and so do its words for authors who misuse its styles.
  [CSS_TAG, /\w+\.ShadowRoot&&[^]*?CSSStyleSheet\.prototype/, '!0'],
  [CSS_TAG, /throw Error\((?:"[^"]*"|\+|\w+)+\)/g, 'throw Error()'],
  // We use marked's lexer alone. Its shared instance and shortcuts stand at the end of the module
  // and hold on to its parser and renderer, 3.2 kB gzip: without them the bundler drops the rest.
  [
    MARKED,
    /var (\w+)=new \w+;function \w+\(\w+,\w+\)\{return \1\.parse\([^]*?export\{([^}]*)\}/,
    (_match, _instance, exports = '') =>
      `export{${exports
        .split(',')
        .filter((name) => /as (Lexer|Tokenizer)$/.test(name))
        .join()}}`,
  ],
  // `lexer.ts` always asks for GitHub's rules and `tokenizer.ts` has its own `url` and
  // `inlineText`: what is only for others goes out, 1 kB gzip.
  [MARKED, /this\.options\.(?:pedantic|breaks|silent)\b/g, '!1'],
  [MARKED, /this\.options\.gfm\b/g, '!0'],
  [
    MARKED,
    /this\.options\.(?:hooks\?|extensions\?\.(?:startBlock|startInline|inline)\b)/g,
    (found) => (found.endsWith('?') ? 'null?' : 'null'),
  ],
  [MARKED, /(?<=\},)\w+=\/\^\(\?:\[ \\t\]\*[^]*?(?=var \w+=\{"&":)/, readyRules],
  [MARKED, /codeRemoveIndent:[^]*?(?=listItemRegex:)/, ''],
  [
    MARKED,
    new RegExp(`(?:\\b\\w+\\.)+(${PLAIN_RULES.join('|')})\\b`, 'g'),
    (_, name = '') => String(other[name]),
  ],
  [MARKED, /pedanticHeadingBeginRegex:.*?\)\),/, ''],
  [MARKED, /static get rules[^]*?=\[\],this\.tokens\}/, ''],
  [MARKED, /\(\(\w+=""\)=>\{try.*?\}\)\(\)/, '!0'],
  [MARKED, /function (\w+)\(\)\{return\{async:.*?var \w+=\1\(\);/, ''],
  [MARKED, /(?<=this\.options=\w+)\|\|\w+/, ''],
  [MARKED, /(?<=\})url\(\w+\)\{[^]*?(?=\};var \w+=class \w+\{tokens;)/, ''],
];

/** The rules ready-made, in place of their parts and of those for other dialects. */
function readyRules(parts: string): string {
  const [, tags] = /(\w+="address\|[^"]*")/.exec(parts) ?? [];
  const [, blocks, inlines] = /(\w+)=\{normal:[^}]*\},(\w+)=\{normal:[^}]*\};$/.exec(parts) ?? [];
  const literal = (rules: object, unused = new Set<string>()): string =>
    Object.entries(rules)
      .filter(([name]) => !unused.has(name))
      .map(([name, rule]) => `${name}:${rule}`)
      .join();
  const ready = `${blocks}={gfm:{${literal(block)}}},${inlines}={gfm:{${literal(inline, UNUSED_RULES)}}}`;
  return `${tags},${ready};`;
}

function trimDependencies(): Plugin {
  const pending = new Set(EDITS);
  return {
    name: 'trim-dependencies',
    apply: 'build',
    transform(code, id) {
      const edits = EDITS.filter(([file]) => id.endsWith(file));
      if (edits.length === 0) return undefined;
      const text = new MagicString(code);
      for (const edit of edits) {
        const [, what, into] = edit;
        if (code.search(what) >= 0) pending.delete(edit);
        text.replace(what, into as string);
      }
      return { code: text.toString(), map: text.generateMap({ hires: true }) };
    },
    buildEnd(error) {
      if (error || pending.size === 0) return;
      const files = [...pending].map(([file]) => file);
      this.error(`No longer as published when this was written: ${files.join(', ')}`);
    },
  };
}

/**
 * Puts functions and values that are used once where they are used, which the bundler's own minifier
 * does not, and leaves the rest to that: 1.3 kB gzip.
 */
function inlineSingleUses(): Plugin {
  return {
    name: 'inline-single-uses',
    apply: 'build',
    async renderChunk(code) {
      // No getter of ours, Lit's or marked's does anything, and nobody asks how many arguments we take.
      const compress = { pure_getters: true, keep_fargs: false };
      const options = { compress, toplevel: true, mangle: false, sourceMap: true };
      const { code: inlined, map } = await minify(code, options);
      return { code: inlined!, map: map as string };
    },
  };
}

/** Takes comments and indentation out of the styles, and line breaks out of the templates. */
function squeezeTemplates(): Plugin {
  return {
    name: 'squeeze-templates',
    apply: 'build',
    transform(code, id) {
      if (!id.includes('/src/') || !/\b(css|html|svg)`/.test(code)) return undefined;
      const text = new MagicString(code);
      for (const { tag, from, to } of templateTexts(this.parse(code))) {
        const before = code.slice(from, to);
        const after = tag === 'css' ? squeezeCss(before) : squeezeHtml(before);
        if (after !== before) text.update(from, to, after);
      }
      return { code: text.toString(), map: text.generateMap({ hires: true }) };
    },
  };
}

interface TemplateText {
  tag: string;
  from: number;
  to: number;
}

/** The stretches of text, without expressions, of all tagged templates below a node. */
function* templateTexts(node: unknown): Generator<TemplateText> {
  if (typeof node !== 'object' || node === null) return;
  const { type, tag, quasi } = node as {
    type?: string;
    tag?: { name?: string };
    quasi?: { quasis: { start: number; end: number }[] };
  };
  if (type === 'TaggedTemplateExpression' && tag?.name && quasi) {
    for (const { start, end } of quasi.quasis) yield { tag: tag.name, from: start, to: end };
  }
  for (const child of Object.values(node)) yield* templateTexts(child);
}

function squeezeCss(css: string): string {
  return css
    .replace(/\/\*[^]*?\*\//g, '')
    .replace(/("[^"]*"|'[^']*')|\s+/g, (_, string?: string) => string ?? ' ')
    .replace(/(\[[\w-]+\W?=)'([a-z][\w-]*)'\]/g, '$1$2]')
    .replace(
      /("[^"]*"|'[^']*')|;? ?(\}) ?| ?([{;,<>/!]) ?|(:) |(?<![\w.])0(?=\.\d)/g,
      (_, ...kept: (string | undefined)[]) => kept.slice(0, 4).find((part) => part) ?? '',
    );
}

function squeezeHtml(html: string): string {
  return html
    .replace(/\s*\n\s*/g, ' ')
    .replace(/ (?=>)/g, '')
    .replace(/(?<==)"([\w-]+)"(?=[ >])/g, '$1');
}

/**
 * The script build: nothing but the definition, and nothing at all, not even Lit, where the tag is
 * already taken by another copy or version.
 */
const SCRIPT_ENTRY = 'virtual:script';
const SCRIPT_GUARD = `customElements.get("${TAG}")||`;

/** The sources as they compress best, like beside like: 1 kB gzip less than as they are needed. */
function inOrder(): string[] {
  const folders = [
    'styles',
    'browser/html',
    'core/dates',
    'core/parse/markdown',
    'core/diff',
    'core',
    'browser',
    'controllers',
  ];
  const files = folders.flatMap((folder) =>
    readdirSync(`src/${folder}`, { encoding: 'utf8', recursive: true })
      .filter((file) => file.endsWith('.ts'))
      .map((file) => `src/${folder}/${file.replaceAll('\\', '/')}`)
      .sort(),
  );
  return [...files, 'src/index.ts'];
}

function scriptEntry(): Plugin {
  return {
    name: 'script-entry',
    enforce: 'pre',
    // The library mode has by then made a path of the name.
    resolveId: (id) => (id.endsWith(SCRIPT_ENTRY) ? SCRIPT_ENTRY : undefined),
    load: (id) =>
      id === SCRIPT_ENTRY
        ? inOrder()
            .map((file) => `import '/${file}';`)
            .join('')
        : undefined,
  };
}

/** What a module of ours exports, by its text. */
const EXPORTS = /^export (?:async )?(?:(?:function\*?|class|const) (\w+)|\{([^}]*)\})/gm;

/**
 * Imports at once what the source imports when it is needed: in one file it is there anyway, and the
 * bundler would put every module in a function of its own to run it later: 3 kB gzip. Of each only
 * what is named in the importing file, so that the bundler can drop the rest.
 */
function importAtOnce(): Plugin {
  return {
    name: 'import-at-once',
    transform(code, id) {
      if (!id.includes('/src/')) return undefined;
      const text = new MagicString(code);
      const calls = [...code.matchAll(/\bimport\(\s*["']([^"']+)["']\s*\)/g)];
      for (const [at, { 0: call, 1: path = '', index }] of calls.entries()) {
        const names = [...readFileSync(join(dirname(id), path), 'utf8').matchAll(EXPORTS)]
          .flatMap(([, name, list = '']) => name ?? list.split(',').map((each) => each.trim()))
          .filter((name) => new RegExp(`\\b${name}\\b`).test(code));
        if (!names.length) this.error(`Nothing of ${path} is named here.`);
        const local = (separator: string): string =>
          names.map((name) => `${name}${separator}${name}${at}`).join();
        text.prepend(`import { ${local(' as ')} } from '${path}';\n`);
        text.update(index, index + call.length, `Promise.resolve({ ${local(': ')} })`);
      }
      return calls.length
        ? { code: text.toString(), map: text.generateMap({ hires: true }) }
        : undefined;
    },
  };
}

/**
 * The script build is one file that asks for no other, and most pages need one language: it knows
 * English. Each further one is a script of its own that a page names after it.
 */
function languagesApart(): Plugin {
  return {
    name: 'languages-apart',
    load: (id) =>
      id.endsWith('/i18n/languages.ts') ? 'export const languages = new Map();' : undefined,
    async generateBundle() {
      for (const load of languages.values()) {
        const translation = await load();
        // A plain script is read in the encoding of its page, whatever that is.
        const words = JSON.stringify(translation).replace(
          /[^ -~]/g,
          (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
        );
        this.emitFile({
          type: 'asset',
          fileName: `translations/${translation.$code}.js`,
          source: `customElements.whenDefined("${TAG}").then(e=>e.registerTranslation?.(${words}));\n`,
        });
      }
    },
  };
}

const NOTICE =
  '/*! privacy-policy-element (MIT), with lit (BSD-3-Clause) and marked (MIT): see licenses.txt */';

/**
 * Has Chromium compile all functions of a file off the main thread, while it arrives, and not each
 * when it is first called: most are called before the policy is there.
 */
const COMPILE_AT_ONCE = '//# allFunctionsCalledOnLoad';

/** Lays beside the bundle what is published as it is. */
function looseFiles(): Plugin {
  const licence = (name: string) =>
    `${name}\n\n${readFileSync(`node_modules/${name}/LICENSE`, 'utf8')}`;
  return {
    name: 'loose-files',
    generateBundle() {
      this.emitFile({
        type: 'asset',
        fileName: 'licenses.txt',
        source: ['lit', 'marked'].map(licence).join('\n\n'),
      });
      const copy = (path: string, fileName: string) =>
        this.emitFile({ type: 'asset', fileName, source: readFileSync(path) });
      copy('src/core/parse/json/policy.schema.json', 'policy.schema.json');
      for (const name of readdirSync('src/types')) copy(`src/types/${name}`, `types/${name}`);
    },
  };
}

/** What both bundles for pages without a bundler have in common. */
function bundle(
  entry: string,
  outDir: string,
  output: Rolldown.OutputOptions & { format: 'es' | 'iife' },
  plugins: Plugin[] = [],
): UserConfig {
  return {
    plugins: [trimDependencies(), squeezeTemplates(), ...plugins],
    // The built files do not go on from a server's drawing by Lit's own means: they draw anew.
    define: { 'globalThis.litElementHydrateSupport': 'undefined' },
    build: {
      outDir,
      emptyOutDir: false,
      copyPublicDir: false,
      target: 'es2022',
      sourcemap: true,
      lib: { entry: { [TAG]: entry }, formats: [output.format], name: 'none' },
      rolldownOptions: { output: { minify: true, ...output } },
    },
  };
}

/**
 * The chunks of the module build, by the modules that begin them; what several need goes with the
 * first. Without them the bundler makes one for each set of chunks that share something.
 */
const CHUNKS: readonly Rolldown.CodeSplittingGroup[] = [
  // The entry's name says nothing of its content: all that it holds is in a chunk beside it.
  { name: 'element', test: /src\/index\.ts$/ },
  {
    name: 'drawing',
    test: /src\/(core\/assemble\/(index|overrides)|controllers\/read-tracker|view\/policy)\.ts$/,
  },
  { name: 'reading', test: /src\/core\/parse\/markdown\/index\.ts$/ },
  { name: 'extras', test: /src\/core\/parse\/markdown\/extensions\/index\.ts$/ },
  { name: 'html', test: /src\/browser\/html\/index\.ts$/ },
  { name: 'json', test: /src\/core\/parse\/json\/index\.ts$/ },
  {
    name: 'comparison',
    test: /src\/(core\/diff\/index|view\/changes\/index)\.ts$/,
  },
];

/** Makes of getters what an import gives; the bundler's own is in a file that every page asks for. */
const NAMESPACE =
  'all=>Object.defineProperties({},Object.fromEntries(Object.entries(all).map(([name,get])=>[name,{get}])))';

/** Puts the bundler's own few lines where they are needed: a request costs more than they do. */
function ownRuntime(): Plugin {
  return {
    name: 'own-runtime',
    renderChunk(code) {
      const text = new MagicString(code);
      text.replace(
        /^import \{ \w+ as (\w+) \} from "\.\/rolldown-runtime.*$/m,
        (_, name) => `const ${name}=${NAMESPACE};`,
      );
      return { code: text.toString(), map: text.generateMap({ hires: true }) };
    },
    generateBundle(_options, files) {
      const chunks = Object.values(files).filter((file) => file.type === 'chunk');
      const runtime = chunks.find(({ name }) => name === 'rolldown-runtime');
      if (!runtime) return;
      if (chunks.some(({ code }) => code.includes(runtime.fileName)))
        this.error('The bundler asks for its runtime in another way than when this was written.');
      delete files[runtime.fileName];
    },
  };
}

/** Leads from the server's root to the demo, and prints the demo's address. */
function demoFirst(): Plugin {
  return {
    name: 'demo-first',
    configureServer(server) {
      server.printUrls = () => {
        for (const url of server.resolvedUrls?.local ?? []) {
          server.config.logger.info(`  Demo: ${new URL('demo/', url).href}`);
        }
      };
      server.middlewares.use((request, response, next) => {
        if (request.url !== '/' && request.url !== '/demo') return next();
        response.writeHead(302, { location: '/demo/' }).end();
      });
    },
  };
}

function demoPages(): string[] {
  return readdirSync('demo')
    .filter((name) => name.endsWith('.html'))
    .map((name) => `demo/${name}`);
}

/** Lays beside the built demo what its pages ask for by address. */
function demoFiles(): Plugin {
  return {
    name: 'demo-files',
    generateBundle() {
      const policies = readdirSync('demo/policies').map((name) => `demo/policies/${name}`);
      for (const fileName of [...policies, 'dist/privacy-policy.min.js'])
        this.emitFile({ type: 'asset', fileName, source: readFileSync(fileName) });
    },
  };
}

export default defineConfig(({ mode }): UserConfig => {
  switch (mode) {
    case 'module':
      return bundle(
        'src/index.ts',
        'dist/browser',
        {
          format: 'es',
          entryFileNames: '[name].js',
          postBanner: (chunk) => (chunk.isEntry ? NOTICE : COMPILE_AT_ONCE),
          // A page's cache may hold yesterday's entry: its chunks are told apart by their content.
          chunkFileNames: '[name]-[hash].js',
          codeSplitting: { groups: [...CHUNKS] },
        },
        [ownRuntime()],
      );
    case 'script':
      return bundle(
        SCRIPT_ENTRY,
        'dist',
        {
          format: 'iife',
          codeSplitting: false,
          entryFileNames: '[name].min.js',
          postBanner: `${NOTICE}\n${COMPILE_AT_ONCE}\n${SCRIPT_GUARD}`,
        },
        [scriptEntry(), languagesApart(), importAtOnce(), inlineSingleUses(), looseFiles()],
      );
    case 'demo':
      return {
        base: './',
        plugins: [demoFiles()],
        build: { outDir: 'dist-demo', rolldownOptions: { input: demoPages() } },
      };
    default:
      return { server: { host: '127.0.0.1' }, plugins: [demoFirst()] };
  }
});
