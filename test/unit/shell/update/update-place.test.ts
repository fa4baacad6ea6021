import { describe, expect, it } from 'vitest';
import {
  type InstalledApp,
  resolverRules,
  updateHost,
} from '../../../../electron/shell/update/update-place.ts';

const ours = 'provider: generic\nurl: https://updates.example.org/doorward\nupdaterCacheDirName: doorward\n';
const signed = `${ours}publisherName:\n  - Somebody GmbH\n`;

function installed(platform: NodeJS.Platform, text: string | undefined, more: Partial<InstalledApp> = {}) {
  return updateHost({
    packaged: true,
    platform,
    resources: '/app/resources',
    executable: '/app/Doorward.exe',
    read: (file) => (file === '/app/resources/app-update.yml' ? text : undefined),
    exists: (file) => file === '/app/Uninstall Doorward.exe',
    ...more,
  });
}

describe('where updates come from', () => {
  it('is what was packed with the app', () => {
    expect(installed('darwin', ours)).toBe('updates.example.org');
    expect(installed('win32', signed)).toBe('updates.example.org');
  });

  it('is nowhere for a clone, and for a copy that was packed without an address', () => {
    expect(installed('darwin', ours, { packaged: false })).toBeUndefined();
    for (const text of [undefined, '', '{', 'provider: github\nowner: x\nrepo: y\n', '- 1'])
      expect(installed('darwin', text)).toBeUndefined();
  });

  it('is nowhere where a signature cannot be checked', () => {
    expect(installed('linux', signed)).toBeUndefined();
    // Without the name of a signer, the updater takes any file on Windows.
    expect(installed('win32', ours)).toBeUndefined();
    expect(installed('win32', `${ours}publisherName: ['', ' ']\n`)).toBeUndefined();
    expect(installed('win32', `${ours}publisherName: []\n`)).toBeUndefined();
  });

  it('is nowhere without encryption', () => {
    expect(installed('darwin', ours.replace('https:', 'http:'))).toBeUndefined();
    expect(installed('darwin', ours.replace('https://', 'file:///'))).toBeUndefined();
  });

  it('is nowhere for what IT installed with an MSI', () => {
    expect(installed('win32', signed, { exists: () => false })).toBeUndefined();
  });
});

describe('the names that Chromium may look up', () => {
  it('are none but that of the updates', () => {
    expect(resolverRules(undefined)).toBe('MAP * ~NOTFOUND');
    expect(resolverRules('updates.example.org')).toBe('MAP * ~NOTFOUND, EXCLUDE updates.example.org');
  });

  it('never grow by a rule inside the name', () => {
    for (const host of ['*', 'a, EXCLUDE *', '*.example.org', 'a b', '[::1]', '', '.', '-a', 'x'.repeat(300)])
      expect(resolverRules(host)).toBe('MAP * ~NOTFOUND');
  });
});
