import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgeLaunch } from '../../../electron/catalog/identity/judge-launch.ts';
import { firstLook } from '../../../electron/host/servers/first-look.ts';
import {
  hasReference,
  isOnlyReferences,
  misplaced,
  referencesIn,
  referencesOf,
  resolveLaunch,
  shownReferences,
} from '../../../electron/vault/references.ts';
import type { Launch } from '../../../shared/model/server.ts';
import { fail, ok } from '../../../shared/result.ts';

const stdio = (env: Record<string, string>, args: string[] = []): Launch => ({
  transport: 'stdio',
  command: 'node',
  args,
  env,
});
const http = (headers: Record<string, string>, url = 'https://h.example/mcp'): Launch => ({
  transport: 'http',
  url,
  headers,
});
const find = (name: string) =>
  name === 'key' ? ok('s3cret') : fail('unknown', `There is no secret "${name}".`);

describe('references to the vault', () => {
  it('are whole values and parts of values', () => {
    expect(referencesIn('vault:key')).toEqual(['key']);
    expect(referencesIn('Bearer ${vault:a}.${vault:b-2}')).toEqual(['a', 'b-2']);
    for (const none of [
      '',
      'vault:',
      'vault:a b',
      'vault://x',
      ' vault:key',
      'vault:secret/data/x',
      '$vault:x',
    ])
      expect([none, referencesIn(none), hasReference(none)]).toEqual([none, [], false]);
    expect(referencesOf(stdio({ A: 'vault:key', B: '${vault:key}x', C: 'y' }))).toEqual(new Set(['key']));
  });

  it('are filled in once: what is filled in is not read again, nor as a pattern', () => {
    const tricky = '${vault:key} $& $1 vault:key';
    const filled = resolveLaunch('s', stdio({ A: 'x${vault:t}y', B: 'vault:t', C: '$&' }), () => ok(tricky));
    expect(filled).toEqual(ok(stdio({ A: `x${tricky}y`, B: tricky, C: '$&' })));
    expect(resolveLaunch('s', http({ Authorization: 'Bearer ${vault:key}' }), find)).toEqual(
      ok(http({ Authorization: 'Bearer s3cret' })),
    );
  });

  it('leave a launch without any as it is, whatever is in it', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.string()), (env) => {
        fc.pre(!Object.values(env).some(hasReference));
        const launch = stdio(env, ['vault:key']);
        const same = resolveLaunch('s', launch, () => fail('unknown', 'never asked'));
        expect(same.ok && same.value).toBe(launch);
      }),
    );
  });

  it('fail the start when the secret is not there, and name what lacks it', () => {
    const failed = resolveLaunch('files', stdio({ API_KEY: 'vault:gone', B: 'vault:key' }), find);
    expect(failed).toMatchObject({ ok: false, code: 'unknown' });
    expect(failed.ok ? '' : failed.message).toBe(
      '"files" lacks its "API_KEY", so it was not started. There is no secret "gone".',
    );
    expect(resolveLaunch('s', stdio({ A: 'x ${vault:a b}' }), find)).toMatchObject({
      ok: false,
      code: 'vault',
    });
  });

  it('are refused where everybody could read them or where they decide what runs', () => {
    const wrong = [
      stdio({}, ['--token=${vault:key}']),
      { ...stdio({}), command: '${vault:key}' } as Launch,
      stdio({ Path: 'vault:key' }),
      http({}, 'https://h.example/?k=${vault:key}'),
    ];
    for (const launch of wrong) {
      expect(misplaced('s', launch)).toContain('refers to the vault');
      expect(resolveLaunch('s', launch, find)).toMatchObject({ ok: false, code: 'vault' });
    }
    expect(misplaced('s', stdio({ A: 'vault:key' }, ['vault:key']))).toBeUndefined();
  });

  it('are shown, and nothing that stands beside them but the word before a key', () => {
    expect(shownReferences('vault:key', '[hidden]')).toBe('vault:key');
    expect(shownReferences('Bearer ${vault:key}', '[hidden]')).toBe('Bearer ${vault:key}');
    expect(shownReferences('hunter2-${vault:key}', '[hidden]')).toBe('[hidden] ${vault:key}');
    expect(shownReferences('hunter2', '[hidden]')).toBe('[hidden]');
    expect(shownReferences('hunter2 ${vault:', '[hidden]')).toBe('[hidden]');
    expect(isOnlyReferences('vault:key')).toBe(true);
    expect(isOnlyReferences('vault:')).toBe(false);
  });
});

describe('the first look at a server', () => {
  it('gives it nothing of the vault, however harmless the name of the variable is', () => {
    const launch = stdio({
      COLOR: 'vault:key',
      API_KEY: '${vault:key}',
      X: 'a ${vault:key} b',
      MODE: 'plain',
    });
    expect(firstLook(launch)).toEqual({
      launch: stdio({ MODE: 'plain' }),
      withheld: ['API_KEY', 'COLOR', 'X'],
    });
    expect(firstLook(http({ 'X-Colour': 'vault:key', Accept: 'a' }))).toEqual({
      launch: http({ Accept: 'a' }),
      withheld: ['X-Colour'],
    });
  });
});

describe('references in arguments', () => {
  const insisted = (args: string[]): Launch => ({
    transport: 'stdio',
    command: 'node',
    args,
    env: {},
    secretArguments: true,
  });

  it('are refused unless a person insists, and never stand in the command', () => {
    expect(misplaced('s', stdio({}, ['--key', '${vault:key}']))).toContain('every program of this computer');
    expect(misplaced('s', insisted(['--key', '${vault:key}']))).toBeUndefined();
    expect(misplaced('s', { ...insisted([]), command: '${vault:key}' } as Launch)).toContain('its command');
  });

  it('are filled in and counted as used, and the record keeps the reference', () => {
    const launch = insisted(['--key=${vault:key}', 'vault:key', 'plain']);
    expect(resolveLaunch('s', launch, find)).toEqual({
      ok: true,
      value: { ...launch, args: ['--key=s3cret', 's3cret', 'plain'] },
    });
    expect([...referencesOf(launch)]).toEqual(['key']);
    expect(resolveLaunch('s', insisted(['${vault:other}']), find)).toMatchObject({ ok: false });
  });

  it('are withheld at the first look, by whatever name', () => {
    expect(firstLook(insisted(['--key', '${vault:key}', 'plain']))).toMatchObject({
      launch: { args: ['--key', 'withheld', 'plain'] },
      withheld: ['argument ${vault:key}'],
    });
  });

  it('are a reason for a second look', () => {
    expect(
      judgeLaunch(insisted(['${vault:key}']), { platform: 'linux', trustedRegistries: [] }).reasons,
    ).toContainEqual({ code: 'secret-in-arguments', weight: 'held', params: {} });
  });
});
