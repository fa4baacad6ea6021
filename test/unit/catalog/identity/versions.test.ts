import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { newerVersion, pinnedPackage } from '../../../../electron/catalog/identity/package-newer.ts';
import { packageSpec } from '../../../../electron/catalog/identity/package-spec.ts';
import { withVersion } from '../../../../electron/catalog/identity/pin-launch.ts';
import type { PackageFacts } from '../../../../electron/catalog/identity/registry.ts';
import { isNewer, isSamePackage } from '../../../../electron/catalog/identity/versions.ts';
import type { StdioLaunch } from '../../../../shared/model/server.ts';

const launch = (line: string): StdioLaunch => {
  const [command = '', ...args] = line.split(' ');
  return { transport: 'stdio', command, args, env: {} };
};

describe('which version comes after which', () => {
  test.each([
    ['npm', '1.0.1', '1.0.0', true],
    ['npm', '1.10.0', '1.9.9', true],
    ['npm', '2.0.0', '2.0.0-rc.1', true],
    ['npm', '1.0.0', '1.0.0', false],
    ['npm', '0.9.9', '1.0.0', false],
    ['npm', '2.0.0-beta.1', '1.0.0', false],
    ['npm', '1.0', '0.9.0', false],
    ['npm', '99999999999.0.0', '1.0.0', false],
    ['npm', '1.0.1 --registry https://evil.example', '1.0.0', false],
    ['npm', 'latest', '1.0.0', false],
    ['npm', '', '1.0.0', false],
    ['npm', '1.0.1', 'next', false],
    ['pypi', '1.2.1', '1.2', true],
    ['pypi', '1.2.0', '1.2', false],
    ['pypi', '2026.1.15', '2025.12.30', true],
    ['pypi', '1.0.post1', '1.0', true],
    ['pypi', '1!0.1', '5.0', true],
    ['pypi', '1.0', '1.0rc2', true],
    ['pypi', '1.0', '1.0+local', true],
    ['pypi', '2.0a1', '1.0', false],
    ['pypi', '2.0.dev3', '1.0', false],
    ['pypi', '2.0+evil', '1.0', false],
    ['pypi', '2.0 ; rm -rf ~', '1.0', false],
    ['pypi', '0.9', '1.0', false],
  ] as const)('%s: %s after %s is %s', (kind, next, now, is) => {
    expect(isNewer(kind, next, now)).toBe(is);
  });

  test('is a strict order of releases, and never holds for what is no release', () => {
    const parts = fc.tuple(fc.nat(99), fc.nat(99), fc.nat(99));
    const text = (numbers: readonly number[]): string => numbers.join('.');
    fc.assert(
      fc.property(fc.constantFrom('npm' as const, 'pypi' as const), parts, parts, (kind, a, b) => {
        const order = a[0] - b[0] || a[1] - b[1] || a[2] - b[2];
        expect(isNewer(kind, text(a), text(b))).toBe(order > 0);
        expect(isNewer(kind, `${text(a)}${kind === 'npm' ? '-a.1' : 'a1'}`, text(b))).toBe(false);
      }),
    );
    fc.assert(
      fc.property(fc.string(), fc.string(), (next, now) => {
        for (const kind of ['npm', 'pypi'] as const)
          if (isNewer(kind, next, now)) expect(next).toMatch(/^[\w.!-]+$/);
      }),
    );
  });

  test('PyPI has several spellings of one name, npm has one', () => {
    expect(isSamePackage('pypi', 'Mcp_Server.Fetch', 'mcp-server-fetch')).toBe(true);
    expect(isSamePackage('npm', 'Mcp-Server', 'mcp-server')).toBe(false);
  });
});

describe('a newer version', () => {
  const pinned = { kind: 'npm', name: '@acme/files', version: '1.2.3' } as const;
  const integrity = `sha512-${'a'.repeat(86)}==`;
  const facts: PackageFacts = { name: '@acme/files', version: '1.3.0', integrity, versions: 4 };

  test('is offered with what the registry says of it', () => {
    const said = { ...facts, publishedAt: 5, createdAt: 1, publisher: 'acme' };
    expect(newerVersion(pinned, said)).toEqual({
      name: '@acme/files',
      from: '1.2.3',
      to: '1.3.0',
      publishedAt: 5,
      createdAt: 1,
      publisher: 'acme',
    });
  });

  test.each([
    ['of another package', { name: '@acme/file' }],
    ['that is older', { version: '1.2.2' }],
    ['that is the same', { version: '1.2.3' }],
    ['that is a preview', { version: '2.0.0-rc.1' }],
    ['that is no version', { version: '1.3.0 && curl evil.example' }],
    ['without a digest', { integrity: '' }],
    ['with a weak digest', { integrity: 'sha1:abcdef' }],
    ['that its author warns of', { deprecated: 'do not use' }],
  ])('%s is none', (_what, lie) => {
    expect(newerVersion(pinned, { ...facts, ...lie })).toBeUndefined();
  });

  test.each([
    ['npx -y @acme/files@1.2.3 /data', 'npx -y @acme/files@1.3.0 /data'],
    ['npx --package=files@1.2.3 -- run', 'npx --package=files@1.3.0 -- run'],
    ['npx -y alias@npm:files@1.2.3', 'npx -y alias@npm:files@1.3.0'],
    ['deno run -A npm:files@1.2.3', 'deno run -A npm:files@1.3.0'],
    ['uvx files==1.2.3', 'uvx files==1.3.0'],
    ['uvx files@1.2.3', 'uvx files==1.3.0'],
    ['uvx --from files[cli]==1.2.3 run', 'uvx --from files[cli]==1.3.0 run'],
    ['cmd /c npx -y files@1.2.3', 'cmd /c npx -y files@1.3.0'],
  ])('takes the place of the old one: %s', (line, after) => {
    const changed = withVersion(launch(line), { version: '1.3.0' });
    expect(changed.ok && [changed.value.command, ...changed.value.args].join(' ')).toBe(after);
  });

  test('that would be read as something else is not written', () => {
    for (const version of ['latest', '^1.0.0', '1.3.0/../../x', 'npm:evil@1.0.0', '1.3.0@x', ''])
      expect(withVersion(launch('npx -y files@1.2.3'), { version })).toMatchObject({ ok: false });
  });

  test.each([
    ['npx -y files@1.2.3', { kind: 'npm', name: 'files', version: '1.2.3' }],
    ['uvx files==1.2', { kind: 'pypi', name: 'files', version: '1.2' }],
    ['npx -y files', undefined],
    ['npx -y files@^1.0.0', undefined],
    ['docker run files:1.2', undefined],
    ['node /opt/files.js', undefined],
  ])('is looked for where there is one version of a package: %s', (line, found) => {
    expect(pinnedPackage(packageSpec(launch(line)))).toEqual(found);
  });
});
