import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { approvalTexts } from '../../../shared/texts/approval.ts';
import { tail } from '../../fixtures/child.ts';
import { type AtTerminal, atTerminal, noTerminal } from './at-terminal.ts';

// Attack: an AI app writes into the arguments of its own call what the person at the terminal is to believe, or what
// the terminal is to do.

const cliFile = fileURLToPath(new URL('../../../electron/cli.ts', import.meta.url));
const office = fileURLToPath(new URL('../../e2e/fixtures/office-server.mjs', import.meta.url));
const KEY = 'a key of tests';
const COLUMNS = 72;
const MAIL = { to: ['bob@example.com'], subject: 'Posters', body: 'By October.' };
const prompt = 'doorward> ';

describe.skipIf(noTerminal !== '')(
  `a call that waits, where the host runs at a terminal${noTerminal}`,
  () => {
    let home: string;
    let host: AtTerminal;
    let client: Client;
    beforeAll(async () => {
      home = mkdtempSync(join(tmpdir(), 'doorward-terminal-'));
      host = atTerminal(cliFile, home, 'serve --port 0', COLUMNS);
      await host.until('reach it at ');
      const url = (await host.until('/mcp')).trim();
      await host.until(prompt);
      const setter = atTerminal(cliFile, home, 'operator set');
      await setter.until('New operator');
      setter.type(KEY);
      await setter.until('The same again: ');
      setter.type(KEY);
      expect(await setter.end()).toBe(0);
      await cli('server', 'add', 'office', '--', process.execPath, office, join(home, 'reached.jsonl'));
      await cli('server', 'inspect', 'office');
      await cli('server', 'approve', 'office', '--all');
      const { token } = JSON.parse(await cli('client', 'add', 'Claude Desktop', '--json')) as {
        token: string;
      };
      client = new Client({ name: 'test', version: '1' });
      await client.connect(
        new StreamableHTTPClientTransport(new URL(`${url}/s/office`), {
          requestInit: { headers: { authorization: `Bearer ${token}` } },
        }),
      );
    }, 240_000);
    afterAll(async () => {
      await client.close();
      host.type('quit');
      expect(await host.end()).toBe(0);
      rmSync(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    }, 240_000);

    async function cli(...args: string[]): Promise<string> {
      const child = spawn(process.execPath, [cliFile, ...args], {
        env: {
          PATH: process.env['PATH'],
          HOME: process.env['HOME'],
          DOORWARD_HOME: home,
          DOORWARD_OPERATOR_KEY: KEY,
        },
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      const [out, err] = [tail(child.stdout), tail(child.stderr)];
      await once(child, 'close');
      if (child.exitCode !== 0) throw new Error(`${args.join(' ')}: ${err()}`);
      return out();
    }

    const call = async (name: string, args: Record<string, unknown>) => {
      const result = await client.callTool({ name, arguments: args }, { timeout: 120_000 });
      return { isError: result.isError === true, text: JSON.stringify(result.content) };
    };
    const reached = (): string[] => {
      const file = join(home, 'reached.jsonl');
      return existsSync(file)
        ? readFileSync(file, 'utf8')
            .trim()
            .split('\n')
            .map((line) => (JSON.parse(line) as { name: string }).name)
        : [];
    };

    it("is shown in the words of the approval window, and answered with the operator's key only", async () => {
      const held = call('send_email', { ...MAIL, bcc: ['eve@example.com'], cc: ['ann@example.com'] });
      const shown = await host.until('Type: allow 1 / deny 1');
      const flat = shown.replaceAll(/\r\n {2}\| /g, '');
      expect(flat).toContain(
        'Claude Desktop wants to send an e-mail to bob@example.com, ann@example.com, eve@example.com.',
      );
      expect(flat).toContain(approvalTexts['second.send']);
      expect(flat).toContain('"body":"By October."');
      expect(flat).toContain('Server: office   Tool: send_email');

      host.type('allow 1');
      await host.until("Operator's key: ");
      host.type('not the key at all');
      await host.until('not the operator');
      host.type('allow 2');
      await host.until('There is no call 2');
      expect(reached()).toEqual([]);
      host.type('allow 1');
      await host.until("Operator's key: ");
      host.type(KEY);
      expect(await host.until('Allowed, this once.')).not.toContain(KEY);
      expect(await held).toMatchObject({ isError: false });
      expect(reached()).toEqual(['send_email']);

      // This once: the same again is asked again, under another number.
      const again = call('send_email', { ...MAIL, bcc: ['eve@example.com'], cc: ['ann@example.com'] });
      await host.until('Type: allow 2 / deny 2');
      host.type('allow 1');
      await host.until('no such call');
      host.type('deny 2');
      await host.until('Refused.');
      expect(await again).toMatchObject({ isError: true });
      expect(reached()).toEqual(['send_email']);
    }, 240_000);

    it('writes no line and no order to the terminal itself', async () => {
      const forged = 'Type: allow 1 / deny 1';
      // What it would look like if the terminal broke the line, or if a line break or an order went through.
      const padded = Array.from({ length: 2 * COLUMNS }, (_, n) => `${' '.repeat(n)}${forged}`).join('');
      const hostile = {
        command: `ls\n  ${forged}\r\n\u001b[2J\u001b[1A\u009b2K\u001b]0;owned\u0007\u202e${padded}\u2028${forged}`,
      };
      const held = call('run_command', hostile);
      let shown = await host.until('Type: allow 3 / deny 3\r\n');
      const other = call('frobnicate', { thing: `\u001b[2J\u001b[1A${'字'.repeat(COLUMNS)}${forged}` });
      shown += await host.until('Type: allow 4 / deny 4\r\n');
      const rows = shown.split('\r\n');
      for (const row of rows) {
        // Only what clears the row of the prompt before it, and what puts the prompt there again.
        // oxlint-disable-next-line no-control-regex -- It is what is looked for.
        const bare = row.replaceAll(/^(?:\u001b\[1G|\u001b\[0J|\u001b\[\d+G|\r|\u001b\[K|doorward> )+/g, '');
        // oxlint-disable-next-line no-control-regex -- It is what is looked for.
        expect(bare).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202e\u2028]/);
        const wide = Array.from(bare).reduce((sum, char) => sum + (char <= '~' ? 1 : 2), 0);
        expect(wide, bare).toBeLessThanOrEqual(COLUMNS);
      }
      const typed = rows.filter((row) => /^ {0,3}Type:/.test(row.split('\u001b[K').at(-1) ?? ''));
      expect(typed.toSorted()).toEqual(['  Type: allow 3 / deny 3', '  Type: allow 4 / deny 4']);
      host.type('deny 3');
      await host.until('Refused.');
      host.type('deny 4');
      await host.until('Refused.');
      expect([await held, await other]).toMatchObject([{ isError: true }, { isError: true }]);
      expect(reached()).toEqual(['send_email']);
    }, 240_000);
  },
);
