import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');

interface Plan {
  readonly ok: true;
  readonly system: string;
  readonly arch: string;
  readonly archs: readonly string[];
  readonly targets: readonly string[];
  readonly unsigned: boolean;
  readonly passed: readonly string[];
}
type Refusal = { readonly ok: false; readonly sentence: string };
interface Machine {
  readonly platform: string;
  readonly arch: string;
}

/** The program is plain JavaScript: this says what it exports. */
const plans = (await import(join(root, '.ci/dist-plan.mjs'))) as {
  readPlan(words: readonly string[], machine: Machine): Plan | Refusal;
  lacksCertificate(plan: Plan, env: Record<string, string>, identities: () => string): string | undefined;
  lacksForLinux(
    plan: Plan,
    about: object,
    usual: readonly string[],
    has: (program: string) => boolean,
  ): string | undefined;
  builderWords(plan: Plan, more: { updatesUrl?: string | undefined }): string[];
};

const LINUX = { platform: 'linux', arch: 'x64' };
const MAC = { platform: 'darwin', arch: 'arm64' };
const WINDOWS = { platform: 'win32', arch: 'x64' };
const plan = (words: readonly string[], machine: Machine): Plan => {
  const read = plans.readPlan(words, machine);
  if (!read.ok) throw new Error(read.sentence);
  return read;
};
const refusal = (words: readonly string[], machine: Machine): string => {
  const read = plans.readPlan(words, machine);
  return read.ok ? '' : read.sentence;
};

describe('what is asked for', () => {
  it('is everything for this machine, when nothing is said', () => {
    expect(plan([], LINUX)).toMatchObject({ system: 'linux', arch: 'x64', targets: [], unsigned: false });
    // An app for both processors is made of two.
    expect(plan([], MAC)).toMatchObject({ system: 'mac', arch: 'universal', archs: ['x64', 'arm64'] });
    expect(plan([], WINDOWS)).toMatchObject({ system: 'win', arch: 'x64', archs: ['x64'] });
  });

  it('may name kinds of packages, a folder only, and options of electron-builder', () => {
    expect(plan(['--linux', 'deb', 'rpm', '-c.compression=store'], LINUX)).toMatchObject({
      targets: ['deb', 'rpm'],
      passed: ['-c.compression=store'],
    });
    expect(plan(['--dir', '--unsigned'], MAC)).toMatchObject({ unsigned: true, passed: ['--dir'] });
    expect(plan(['--mac', 'dmg:arm64'], MAC)).toMatchObject({ targets: ['dmg'], arch: 'arm64' });
  });

  it('is refused in a sentence where this machine cannot make it', () => {
    expect(refusal(['--mac'], LINUX)).toMatch(/^A package for macOS is made on macOS.*this is Linux\.$/);
    expect(refusal(['--win', 'msi'], MAC)).toMatch(/^A package for Windows is made on Windows/);
    expect(refusal(['--linux', '--arm64'], LINUX)).toMatch(/made on a machine with that processor/);
    expect(refusal(['--win', '--arm64'], WINDOWS)).toMatch(/no Doorward for Windows on arm64/);
    expect(refusal(['--linux', '--mac'], LINUX)).toMatch(/one system at a time/);
    expect(refusal([], { platform: 'freebsd', arch: 'x64' })).toMatch(/not packed on "freebsd"/);
  });

  it('never publishes, and never packs another folder', () => {
    for (const word of ['--publish', '--publish=always', '-p', '--projectDir=/tmp', '--prepackaged'])
      expect(refusal([word], LINUX)).toMatch(/is not for this command/);
    expect(plans.builderWords(plan([], LINUX), {}).slice(-2)).toEqual(['--publish', 'never']);
  });

  it('is passed on or understood, whatever it is: no word is lost', () => {
    const word = fc.oneof(
      fc.constantFrom('--linux', '--dir', '--unsigned', '--x64', 'deb', 'AppImage', '-c.a=b'),
      fc.string({ maxLength: 8 }),
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 6 }), (words) => {
        const read = plans.readPlan(words, LINUX);
        if (!read.ok) return;
        const known = ['--linux', '-l', '--unsigned', '--x64'];
        for (const one of words.filter((each) => !known.includes(each)))
          expect([...read.passed, ...read.targets].some((kept) => one.startsWith(kept))).toBe(true);
      }),
    );
  });
});

describe('a package without a signature', () => {
  const none = (): string => '0 valid identities found';

  it('is refused on macOS and Windows, with what to set', () => {
    expect(plans.lacksCertificate(plan([], WINDOWS), {}, none)).toMatch(/WIN_CSC_LINK.*--unsigned/);
    expect(plans.lacksCertificate(plan([], MAC), {}, none)).toMatch(/CSC_LINK.*--unsigned/);
    expect(plans.lacksCertificate(plan([], MAC), { CSC_LINK: 'x' }, none)).toMatch(
      /notarised.*APPLE_API_KEY/,
    );
    // One of three is not enough.
    expect(plans.lacksCertificate(plan([], MAC), { CSC_LINK: 'x', APPLE_API_KEY: 'k' }, none)).toMatch(
      /APPLE_API_KEY_ID/,
    );
  });

  it('is made when a certificate is there, and when somebody says so', () => {
    const notary = { APPLE_API_KEY: 'k', APPLE_API_KEY_ID: 'i', APPLE_API_ISSUER: 's' };
    const keychain = (): string => '1) 0A "Developer ID Application: Somebody (TEAM)"';
    expect(plans.lacksCertificate(plan([], MAC), notary, keychain)).toBeUndefined();
    expect(plans.lacksCertificate(plan([], WINDOWS), { WIN_CSC_LINK: 'x' }, none)).toBeUndefined();
    expect(
      plans.lacksCertificate(plan(['-c.win.azureSignOptions.endpoint=https://a.example'], WINDOWS), {}, none),
    ).toBeUndefined();
    expect(plans.lacksCertificate(plan(['--unsigned'], MAC), {}, none)).toBeUndefined();
    expect(plans.lacksCertificate(plan([], LINUX), {}, none)).toBeUndefined();
  });

  it('cannot come about behind its back: signing is forced unless it was named', () => {
    for (const machine of [MAC, WINDOWS]) {
      expect(plans.builderWords(plan([], machine), {})).toContain('-c.forceCodeSigning=true');
      const unsigned = plans.builderWords(plan(['--unsigned'], machine), {});
      expect(unsigned).not.toContain('-c.forceCodeSigning=true');
      expect(unsigned).not.toContain('--unsigned');
    }
  });
});

describe('packages of Linux distributions', () => {
  const yes = (): boolean => true;
  const about = {
    author: { name: 'Somebody', email: 'somebody@example.org' },
    homepage: 'https://example.org',
  };
  const usual = ['AppImage', 'deb', 'rpm'];

  it('name a maintainer and a homepage, which are asked for and never made up', () => {
    expect(plans.lacksForLinux(plan([], LINUX), {}, usual, yes)).toMatch(/deb and rpm.*"author".*"homepage"/);
    expect(
      plans.lacksForLinux(plan(['--linux', 'deb'], LINUX), { ...about, author: 'S' }, usual, yes),
    ).toMatch(/"author"/);
    expect(plans.lacksForLinux(plan([], LINUX), about, usual, yes)).toBeUndefined();
    expect(plans.lacksForLinux(plan(['--linux', 'AppImage'], LINUX), {}, usual, yes)).toBeUndefined();
    expect(plans.lacksForLinux(plan(['--dir'], LINUX), {}, usual, yes)).toBeUndefined();
  });

  it('of the kind rpm need a program that is named', () => {
    expect(plans.lacksForLinux(plan([], LINUX), about, usual, () => false)).toMatch(/rpmbuild/);
  });
});
