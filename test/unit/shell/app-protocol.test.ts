import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { answerFrom, loadBundle, SECURITY_HEADERS } from '../../../electron/shell/app-protocol.ts';

const folder = mkdtempSync(join(tmpdir(), 'doorward-bundle-'));
mkdirSync(join(folder, 'assets'));
writeFileSync(join(folder, 'index.html'), '<!doctype html>');
writeFileSync(join(folder, 'assets/main-1a2b.js'), 'export {};');
writeFileSync(join(folder, 'assets/main-1a2b.js.map'), '{}');
symlinkSync('/etc/passwd', join(folder, 'passwd.json'));
const bundle = loadBundle(folder);
afterAll(() => rmSync(folder, { recursive: true }));

const get = (url: string) => answerFrom(bundle, { method: 'GET', url });

describe('the page as it is served', () => {
  it('holds the files of the page, without maps and without links to elsewhere', () => {
    expect([...bundle.keys()].toSorted()).toEqual(['/assets/main-1a2b.js', '/index.html']);
  });

  it('serves a file with its type', async () => {
    const response = get('app://bundle/assets/main-1a2b.js');
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(await response.text()).toBe('export {};');
  });

  it('serves the start page for the bare origin', async () => {
    expect(await get('app://bundle/').text()).toBe('<!doctype html>');
  });

  it.each(['app://bundle/index.html', 'app://bundle/nothing', 'app://elsewhere/'])(
    'sends every security header, for %s',
    (url) => {
      const { headers } = get(url);
      for (const [name, value] of Object.entries(SECURITY_HEADERS)) expect(headers.get(name)).toBe(value);
    },
  );
});
