// The manifest of the element, and what editors read, all from the comments in the source.

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';

/** Tells our events from those that the analyzer guesses from the arguments of `new`. */
const isOurs = ({ name }) => name?.startsWith('policy-');

/** The modules that a page imports, or meets the classes of. */
const PUBLIC =
  /^src\/(index|privacy-policy|properties|events|link|link\/privacy-policy-link|core\/model\/errors)\.ts$/;

/** Leaves out what nobody outside may use: other modules, private members, events without a name. */
const publicOnly = {
  name: 'public-only',
  packageLinkPhase({ customElementsManifest }) {
    customElementsManifest.modules = customElementsManifest.modules.filter(({ path }) =>
      PUBLIC.test(path),
    );
    for (const declaration of declarations(customElementsManifest)) {
      const isPublic = ({ name, privacy = 'public' }) =>
        privacy === 'public' && !name?.startsWith('#');
      if (declaration.members) declaration.members = declaration.members.filter(isPublic);
      if (declaration.events) declaration.events = declaration.events.filter(isOurs);
    }
  },
};

/** The published file that exports what a module of the sources declares. */
const PUBLISHED = {
  'src/properties.ts': 'dist/privacy-policy.js',
  'src/events.ts': 'dist/index.js',
  'src/core/model/errors.ts': 'dist/index.js',
  'src/link/privacy-policy-link.ts': 'dist/link.js',
};

/** Names the files that are published instead of the sources, and joins what is in one file. */
const publishedPaths = {
  name: 'published-paths',
  packageLinkPhase({ customElementsManifest }) {
    const published = (path) => {
      const source = path.replace(/^\//, '');
      return PUBLISHED[source] ?? source.replace(/^src\/(.*)\.ts$/, 'dist/$1.js');
    };
    const visit = (node) => {
      for (const [key, value] of Object.entries(node)) {
        if ((key === 'path' || key === 'module') && typeof value === 'string') {
          node[key] = published(value);
        } else if (value && typeof value === 'object') visit(value);
      }
    };
    visit(customElementsManifest);
    const modules = new Map();
    for (const module of customElementsManifest.modules) {
      const joined = modules.get(module.path);
      if (!joined) modules.set(module.path, module);
      else {
        joined.declarations = [...(joined.declarations ?? []), ...(module.declarations ?? [])];
        joined.exports = [...(joined.exports ?? []), ...(module.exports ?? [])];
      }
    }
    customElementsManifest.modules = [...modules.values()];
  },
};

/** Whether a declaration is an element's base class. The element's own declaration has all its members. */
const isBaseClass = ({ customElement, tagName }) => customElement && !tagName;

const baseClasses = {
  name: 'base-classes',
  packageLinkPhase({ customElementsManifest }) {
    for (const module of customElementsManifest.modules)
      module.declarations = module.declarations?.filter((each) => !isBaseClass(each));
  },
};

/** Writes the completions that VS Code reads for the tag and for its custom properties. */
const editorData = {
  name: 'editor-data',
  packageLinkPhase({ customElementsManifest }) {
    const elements = declarations(customElementsManifest).filter(({ tagName }) => tagName);
    if (!existsSync('dist')) mkdirSync('dist');
    writeJson('dist/vscode.html-custom-data.json', {
      version: 1.1,
      tags: elements.map(htmlTag),
    });
    writeJson('dist/vscode.css-custom-data.json', {
      version: 1.1,
      properties: elements.flatMap(({ cssProperties = [] }) =>
        cssProperties.map(({ name, description }) => ({ name, description })),
      ),
      pseudoElements: elements.flatMap(({ tagName, cssParts = [] }) =>
        cssParts.map(({ name, description }) => ({
          name: `::part(${name})`,
          description: `${description ?? name} (of <${tagName}>)`,
        })),
      ),
      pseudoClasses: elements.flatMap(({ tagName, cssStates = [] }) =>
        cssStates.map(({ name, description }) => ({
          name: `:state(${name})`,
          description: `${description ?? name} (of <${tagName}>)`,
        })),
      ),
    });
  },
};

/** Where an editor's hint leads to. */
const { homepage } = JSON.parse(readFileSync('package.json', 'utf8'));
const REFERENCES = [{ name: 'Reference', url: `${homepage}/blob/main/docs/reference.md` }];

function htmlTag({ tagName, description, summary, attributes = [] }) {
  return {
    name: tagName,
    description: summary ?? description,
    references: REFERENCES,
    attributes: attributes.map(({ name, description: text, type }) => ({
      name,
      description: text,
      references: REFERENCES,
      ...choices(type?.text),
    })),
  };
}

/** The values of an attribute whose type is a union of strings. */
function choices(type = '') {
  if (type === 'boolean') return { valueSet: 'v' };
  const values = [...type.matchAll(/'([^']*)'/g)].map(([, name]) => ({ name }));
  return values.length > 0 ? { values } : {};
}

function declarations(manifest) {
  return manifest.modules.flatMap((module) => module.declarations ?? []);
}

function writeJson(path, value) {
  writeFileSync(path, JSON.stringify(value));
}

export default {
  globs: ['src/**/*.ts'],
  outdir: 'dist',
  litelement: true,
  packagejson: false,
  plugins: [publicOnly, publishedPaths, baseClasses, editorData],
};
