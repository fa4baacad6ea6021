import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileFunction } from 'node:vm';
import { electronVersion } from '../core/runtime.ts';

const read = (name: string): string =>
  readFileSync(join(import.meta.dirname, name), 'utf8').replaceAll(/^export /gm, '');
const codec = read('clone-codec.js');
const bridge = read('bridge.js');
const isolatedWorld = read('isolated-world.js');
const mainWorld = read('main-world.js');

/** The parameters that Electron gives a sandboxed preload script. */
const parameters = [
  'require',
  'process',
  'exports',
  'module',
  'Buffer',
  'global',
  'setImmediate',
  'clearImmediate',
];

/** The name of the world in which Electron runs preload scripts. */
export const worldName = 'Electron Isolated Context';

/** What one page needs injected, and what went wrong with its preload script before it could run. */
export interface PageScripts {
  readonly main: string;
  readonly isolated: string;
  readonly error: Error | undefined;
}

function load(preload: string | undefined): { source: string; error: Error | undefined } {
  if (preload === undefined) return { source: '', error: undefined };
  try {
    const source = readFileSync(preload, 'utf8');
    // Only to find a syntax error here: in the page it would take the rest of the injected text with it.
    compileFunction(source, parameters, { filename: preload });
    return { source, error: undefined };
  } catch (error) {
    return { source: '', error: error as Error };
  }
}

/** Makes the texts that run in the two worlds of every document of a page. */
export function pageScripts(
  preload: string | undefined,
  token: string,
  binding: string,
  chrome: string,
): PageScripts {
  const { source, error } = load(preload);
  const versions = {
    chrome,
    electron: electronVersion,
    node: process.versions.node,
    v8: process.versions.v8,
  };
  const { platform, arch } = process;
  const exposed = { platform, arch, versions, env: {}, argv: [], execPath: process.execPath, pid: 0 };
  const settings = JSON.stringify({ token, preload, process: exposed });
  const name = JSON.stringify(preload ?? 'no preload script');
  return {
    main: `(() => {\nconst settings = ${settings};\n${bridge}\n${mainWorld}\n})();`,
    isolated:
      `((runPreload, post) => {\nconst settings = ${settings};\n${codec}\n${bridge}\n${isolatedWorld}\n})` +
      `(function (${parameters.join(', ')}) {\n${source}\n}, globalThis[${JSON.stringify(binding)}]);` +
      `\n//# sourceURL=${name}`,
    error,
  };
}
