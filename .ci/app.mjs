// Opens the app from a clone: on Electron, or for a look at it on the stand-in.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const DOWNLOAD_MS = 5 * 60_000;

const say = (sentence) => process.stderr.write(`${sentence}\n`);

/** Why a window cannot be shown here, in half a sentence; undefined when it can. */
function noWindow() {
  if (process.platform !== 'linux') return undefined;
  if (!process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) return 'There is no display here';
  // Chromium refuses to run without its sandbox, and has none for root.
  if (process.getuid?.() === 0) return 'The window does not run as root';
  return undefined;
}

/** Path of the Electron binary: `ELECTRON_BIN`, or the one that its package keeps after one download. */
function electronBinary(root) {
  if (process.env.ELECTRON_BIN) return process.env.ELECTRON_BIN;
  const folder = join(root, 'node_modules/electron');
  const installed = () => {
    const name = join(folder, 'path.txt');
    const path = existsSync(name) ? join(folder, 'dist', readFileSync(name, 'utf8')) : undefined;
    return path !== undefined && existsSync(path) ? path : undefined;
  };
  if (installed() === undefined) {
    say('Fetching Electron (once)…');
    spawnSync(process.execPath, [join(folder, 'install.js')], { stdio: 'ignore', timeout: DOWNLOAD_MS });
  }
  return installed();
}

/** `npm start`: the app with its window, or in one sentence why not and the host without it. */
export function startApp({ root, node, env, rest, headless }) {
  const reason = noWindow();
  const binary = reason === undefined ? electronBinary(root) : undefined;
  if (binary === undefined) {
    say(
      `${reason ?? 'Electron could not be fetched'}, so Doorward runs in this terminal, without its window.`,
    );
    return headless();
  }
  const { ELECTRON_RUN_AS_NODE: _, ...clean } = env;
  const child = spawnSync(binary, [root, ...rest], {
    stdio: 'inherit',
    env: { ...clean, DOORWARD_NODE: node },
  });
  process.exit(child.status ?? 1);
}

/** Path of a Chromium for the stand-in; `DOORWARD_CHROMIUM` names another. */
function chromium() {
  const names = [process.env.DOORWARD_CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser'];
  return names.find((path) => path && existsSync(path));
}

/** `npm run preview`: the built app on the stand-in, in a visible Chromium, with a profile that is thrown away. */
export function previewApp({ root, node, env, rest }) {
  if (!process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) {
    say('There is no display here. "xvfb-run npm run preview" makes one that nobody sees.');
    process.exit(1);
  }
  if (chromium() === undefined) {
    say('The preview needs Chromium (Debian: apt-get install chromium), or its path in DOORWARD_CHROMIUM.');
    process.exit(1);
  }
  const home = mkdtempSync(join(tmpdir(), 'doorward-preview-'));
  say('This is a preview with a profile of its own, which is thrown away at the end.');
  try {
    const child = spawnSync(join(root, 'test/electron-stand-in/electron'), [root, ...rest], {
      stdio: 'inherit',
      env: {
        ...env,
        DOORWARD_HOME: home,
        DOORWARD_NODE: node,
        DOORWARD_STANDIN_HEADED: '1',
        DOORWARD_CHROMIUM: chromium(),
        STANDIN_NODE: node,
      },
    });
    process.exitCode = child.status ?? 1;
  } finally {
    rmSync(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}
