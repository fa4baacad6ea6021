import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';

/** Why nothing can be run at a pseudo-terminal here, as the end of a test's name; empty when it can. */
export const noTerminal =
  spawnSync('script', ['--version']).status === 0
    ? ''
    : ' (skipped: "script" of util-linux is not installed)';

/** A program at a pseudo-terminal of its own. */
export interface AtTerminal {
  /** Waits until `sign` was printed, and answers everything up to there; only what comes later is kept. */
  until(sign: string): Promise<string>;
  /** Types a line and presses Enter. */
  type(line: string): void;
  /** Waits for its end and answers its exit code. */
  end(): Promise<number | null>;
}

/** Runs a command of the command line in `cliFile` at a pseudo-terminal of so many columns. */
export function atTerminal(cliFile: string, home: string, command: string, columns?: number): AtTerminal {
  const size = columns === undefined ? '' : `stty cols ${columns} rows 50; `;
  const child = spawn(
    'script',
    ['-qec', `${size}"${process.execPath}" "${cliFile}" ${command}`, '/dev/null'],
    {
      env: {
        PATH: process.env['PATH'],
        HOME: process.env['HOME'],
        TERM: 'xterm',
        DOORWARD_HOME: home,
        // The keychain of the person who runs the tests is none of their business.
        DBUS_SESSION_BUS_ADDRESS: 'disabled:',
      },
      stdio: ['pipe', 'pipe', 'inherit'],
    },
  );
  let text = '';
  child.stdout.setEncoding('utf8');
  child.stdout.on('data', (chunk: string) => {
    text += chunk;
  });
  const closed = once(child, 'close');
  return {
    async until(sign) {
      while (!text.includes(sign)) {
        if (child.exitCode !== null) throw new Error(`ended before "${sign}": ${text}`);
        await new Promise((next) => setTimeout(next, 20));
      }
      const end = text.indexOf(sign) + sign.length;
      const seen = text.slice(0, end);
      text = text.slice(end);
      return seen;
    },
    type: (line) => void child.stdin.write(`${line}\r`),
    async end() {
      await closed;
      return child.exitCode;
    },
  };
}
