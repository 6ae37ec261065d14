import { build, type Plugin, type Rolldown } from 'vite';

/** Bundles a module given as text into one file, and returns its code. */
export async function bundleText(
  text: string,
  plugins: Plugin[],
  format: 'es' | 'iife' = 'es',
): Promise<string> {
  const entry: Plugin = {
    name: 'test-entry',
    enforce: 'pre',
    resolveId: (id) => (id.endsWith('virtual:test') ? `${process.cwd()}/src/test-entry.ts` : null),
    load: (id) => (id.endsWith('src/test-entry.ts') ? text : null),
  };
  const [bundle] = (await build({
    configFile: false,
    logLevel: 'error',
    plugins: [entry, ...plugins],
    build: {
      write: false,
      minify: false,
      target: 'es2022',
      lib: { entry: 'virtual:test', formats: [format], name: 'test', fileName: 'test' },
    },
  })) as Rolldown.RolldownOutput[];
  const [chunk] = bundle!.output;
  return chunk.code;
}

/** Evaluates the code of a module, and returns its exports. */
export function evaluateModule<Exports>(code: string): Promise<Exports> {
  return import(`data:text/javascript;base64,${Buffer.from(code).toString('base64')}`);
}
