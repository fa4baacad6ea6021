import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CONTENT_SECURITY_POLICY, SECURITY_HEADERS } from '../../electron/shell/app-protocol.ts';
import { pagePreferences } from '../../electron/shell/main-window.ts';

const root = join(import.meta.dirname, '../..');
const directives = (policy: string): Map<string, string> =>
  new Map(
    policy.split(';').map((text) => {
      const [name = '', ...values] = text.trim().split(/\s+/);
      return [name, values.join(' ')];
    }),
  );

describe('the policy of the page', () => {
  it('is exactly this', () => {
    expect(CONTENT_SECURITY_POLICY).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-src 'none'; frame-ancestors 'none'; object-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
    );
  });

  it('allows nothing unsafe, no other host and no wildcard', () => {
    for (const [name, value] of directives(CONTENT_SECURITY_POLICY)) {
      expect(value, name).not.toMatch(
        /unsafe-|\*|https?:|blob:|filesystem:|wasm-|strict-dynamic|nonce-|sha\d/,
      );
      if (name !== 'img-src') expect(value, name).not.toContain('data:');
    }
  });

  it('goes with the other headers', () => {
    expect(SECURITY_HEADERS).toEqual({
      'Content-Security-Policy': CONTENT_SECURITY_POLICY,
      'X-Content-Type-Options': 'nosniff',
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cross-Origin-Resource-Policy': 'same-origin',
      'Referrer-Policy': 'no-referrer',
    });
  });

  it.each(['renderer/index.html', 'dist/renderer/index.html'])('stands in %s as well', (file) => {
    if (!existsSync(join(root, file))) return;
    const html = readFileSync(join(root, file), 'utf8');
    const written = /http-equiv="Content-Security-Policy"\s+content="([^"]+)"/.exec(html)?.[1] ?? '';
    const inPage = directives(written);
    // What a page cannot say of itself is said by the header alone.
    for (const [name, value] of directives(CONTENT_SECURITY_POLICY))
      if (name !== 'frame-ancestors' && !(name === 'frame-src' && !inPage.has(name)))
        expect(inPage.get(name), name).toBe(value);
    expect(html).not.toMatch(/<script(?![^>]*\bsrc=)/);
    expect(html).not.toMatch(/\son\w+=|style=/);
  });
});

describe('the process of the page', () => {
  it.each([true, false])('is closed off in every respect (tools for developers: %s)', (devTools) => {
    expect(pagePreferences('/preload.cjs', devTools)).toEqual({
      preload: '/preload.cjs',
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      navigateOnDragDrop: false,
      safeDialogs: true,
      spellcheck: false,
      devTools,
    });
  });

  it('is sandboxed before the app is ready, in the prescribed order', () => {
    const main = readFileSync(join(root, 'electron/main.ts'), 'utf8');
    const steps = [
      "app.setPath('userData'",
      'app.setName(',
      'app.setAppUserModelId(',
      'app.requestSingleInstanceLock(',
      'app.exit(0)',
      'protocol.registerSchemesAsPrivileged(',
      'app.enableSandbox()',
      'app.commandLine.appendSwitch(',
      'earlyEvents(app)',
      '.whenReady()',
    ].map((step) => main.indexOf(step));
    expect(steps).not.toContain(-1);
    expect(steps).toEqual(steps.toSorted((a, b) => a - b));
    for (const never of ['bypassCSP', 'corsEnabled', 'allowServiceWorkers', 'no-sandbox', 'await '])
      expect(main.replaceAll(/\/\*[\s\S]*?\*\//g, '')).not.toContain(never);
  });
});
