// The manifest of the element, and what editors read, all from the comments in the source.

import { existsSync, mkdirSync, writeFileSync } from 'node:fs';

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

/** Names the files that are published instead of the sources. */
const publishedPaths = {
  name: 'published-paths',
  packageLinkPhase({ customElementsManifest }) {
    const published = (path) => path.replace(/^\/?src\/(.*)\.ts$/, 'dist/$1.js');
    const visit = (node) => {
      for (const [key, value] of Object.entries(node)) {
        if ((key === 'path' || key === 'module') && typeof value === 'string') {
          node[key] = published(value);
        } else if (value && typeof value === 'object') visit(value);
      }
    };
    visit(customElementsManifest);
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

function htmlTag({ tagName, description, summary, attributes = [] }) {
  return {
    name: tagName,
    description: summary ?? description,
    attributes: attributes.map(({ name, description: text, type }) => ({
      name,
      description: text,
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
  writeFileSync(path, `${JSON.stringify(value, null, 2)}\n`);
}

export default {
  globs: ['src/**/*.ts'],
  outdir: 'dist',
  litelement: true,
  packagejson: false,
  plugins: [publicOnly, publishedPaths, editorData],
};
