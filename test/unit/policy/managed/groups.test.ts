import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accountHere, speaksOfGroups } from '../../../../electron/policy/managed/account.ts';
import { mayApprove, type OsAccount, rolesFor } from '../../../../electron/policy/managed/apply.ts';
import { groupsOfId, groupsOfWhoami, NO_GROUPS_KNOWN } from '../../../../electron/policy/managed/groups.ts';
import type { RunProgram } from '../../../../electron/policy/managed/ports.ts';
import { type ManagedPolicy, managedPolicy } from '../../../../shared/model/managed.ts';

const policyOf = (text: Record<string, unknown>): ManagedPolicy =>
  managedPolicy.parse({ version: 1, ...text });
const forGroup = (group: string): ManagedPolicy =>
  policyOf({ roles: [{ id: 'few', name: 'Few', servers: [] }], assignments: [{ role: 'few', group }] });
const approvers = (...groups: string[]): ManagedPolicy =>
  policyOf({ approvals: { whoMayApprove: 'groups', groups } });
const narrowed = (group: string, account: Omit<OsAccount, 'user'>): boolean =>
  rolesFor(forGroup(group), 'Cursor', { user: 'jane', ...account }, 'guarded').length > 0;
const approves = (group: string, account: Omit<OsAccount, 'user'>): boolean =>
  mayApprove(approvers(group), { user: 'jane', ...account }).allowed;

/** What whoami prints in the language of the system, in its code page. */
const csv = (...rows: string[]): Buffer => Buffer.from(`${rows.join('\r\n')}\r\n`, 'latin1');
const ENGLISH = csv(
  String.raw`"Everyone","Well-known group","S-1-1-0","Mandatory group, Enabled by default, Enabled group"`,
  String.raw`"BUILTIN\Administrators","Alias","S-1-5-32-544","Group used for deny only"`,
  String.raw`"BUILTIN\Users","Alias","S-1-5-32-545","Mandatory group, Enabled by default, Enabled group"`,
  String.raw`"NT AUTHORITY\Authenticated Users","Well-known group","S-1-5-11","Mandatory group, Enabled by default, Enabled group"`,
  String.raw`"ACME\Doorward Approvers","Group","S-1-5-21-1004336348-1177238915-682003330-1104","Mandatory group, Enabled by default, Enabled group"`,
  String.raw`"Mandatory Label\Medium Mandatory Level","Label","S-1-16-8192",""`,
);
// 0x84 and 0x81 are the letters "ä" and "ü" of code page 850.
const GERMAN = csv(
  '"Jeder","Bekannte Gruppe","S-1-1-0","Verbindliche Gruppe, Standardm\x84\xe1ig aktiviert, Aktivierte Gruppe"',
  '"VORDEFINIERT\\Benutzer","Alias","S-1-5-32-545","Verbindliche Gruppe, Standardm\x84\xe1ig aktiviert, Aktivierte Gruppe"',
  '"ACME\\Buchf\x81hrung","Gruppe","S-1-5-21-1004336348-1177238915-682003330-1105","Verbindliche Gruppe"',
  '"Verbindliche Beschriftung\\Mittlere Verbindlichkeitsstufe","Bezeichnung","S-1-16-8192",""',
);

describe('groups that whoami prints', () => {
  it('are names with their domain, and SIDs', () => {
    const { groups, unknown } = groupsOfWhoami(ENGLISH);
    expect(unknown).toBeUndefined();
    expect(groups).toContain('ACME\\Doorward Approvers');
    expect(groups).toContain('S-1-5-21-1004336348-1177238915-682003330-1104');
    expect(groups).toHaveLength(12);
  });

  it('have SIDs in every language, and names as far as their letters can be read', () => {
    const german = groupsOfWhoami(GERMAN);
    expect(german.groups).toEqual([
      'Jeder',
      'S-1-1-0',
      'VORDEFINIERT\\Benutzer',
      'S-1-5-32-545',
      'ACME\\Buchf\uFFFDhrung',
      'S-1-5-21-1004336348-1177238915-682003330-1105',
      'Verbindliche Beschriftung\\Mittlere Verbindlichkeitsstufe',
      'S-1-16-8192',
    ]);
    expect(approves('S-1-5-21-1004336348-1177238915-682003330-1105', german)).toBe(true);
    expect(approves('s-1-5-32-545', german)).toBe(true);
    // It may be this one, which narrows, and may be another, which lets nobody approve.
    for (const name of ['Buchführung', 'ACME\\Buchführung', 'Anwälte']) {
      expect(narrowed(name, german), name).toBe(true);
      expect(approves(name, german), name).toBe(false);
    }
    expect(approves('ACME\\Buchf\uFFFDhrung', german)).toBe(false);
    expect(narrowed('Buchhaltung', german)).toBe(false);
  });

  it('approve with their domain only, and narrow without it too', () => {
    const here = groupsOfWhoami(ENGLISH);
    expect(approves('acme\\doorward approvers', here)).toBe(true);
    // Attack: a group of this name in a domain where the person may make groups.
    expect(approves('Doorward Approvers', here)).toBe(false);
    expect(approves('OTHER\\Doorward Approvers', here)).toBe(false);
    expect(narrowed('Doorward Approvers', here)).toBe(true);
    expect(narrowed('OTHER\\Staff', here)).toBe(false);
  });

  it.each([
    ['nothing', csv()],
    ['a table in place of a list', csv('GROUP INFORMATION', '-----------------')],
    ['a sentence', csv('ERROR: Unable to get group membership information.')],
    ['a line that is cut', csv('"Everyone","Well-known group","S-1-1-0","Mand')],
    ['one without a SID', csv('"Everyone","Well-known group","","x"')],
    ['other columns', csv('"S-1-1-0","Everyone","Well-known group","x"')],
    ['a quote that ends early', csv('"A"B","Alias","S-1-5-32-545","x"')],
  ])('are unknown when it prints %s', (_, printed) => {
    expect(groupsOfWhoami(printed)).toEqual(NO_GROUPS_KNOWN);
  });

  it('without a name may be any by name, and are known by SID', () => {
    const entra = groupsOfWhoami(csv('"","Unknown SID type","S-1-12-1-1-2-3-4","x"'));
    expect(entra).toEqual({ groups: ['S-1-12-1-1-2-3-4'], unknown: 'names' });
    expect([narrowed('Staff', entra), narrowed('S-1-12-1-1-2-3-4', entra)]).toEqual([true, true]);
    expect(narrowed('S-1-12-1-9-9-9-9', entra)).toBe(false);
    expect([approves('Staff', entra), approves('S-1-12-1-1-2-3-4', entra)]).toEqual([false, true]);
  });
});

describe('groups that id prints', () => {
  const of = (text: string) => groupsOfId(Buffer.from(text));

  it('are whole names, with spaces and brackets', () => {
    expect(
      of('uid=501(jane) gid=20(staff) groups=20(staff),12(everyone),701(ACME\\domain users (EU))\n'),
    ).toEqual({
      groups: ['staff', 'everyone', 'ACME\\domain users (EU)'],
    });
    expect(of('uid=1000(jane) gid=1000(jane) groups=1000(jane),27(sudo) context=u:r:t-s0:c0.c1023')).toEqual({
      groups: ['jane', 'sudo'],
    });
  });

  it('do not count as another because their name has a space in it', () => {
    const guests = of('uid=1(jane) gid=1(guests admins) groups=1(guests admins)');
    expect(approves('admins', guests)).toBe(false);
    expect(narrowed('guests admins', guests)).toBe(true);
  });

  it('may be any where only their number is known', () => {
    const half = of('uid=1000(jane) gid=1000(jane) groups=1000(jane),5003');
    expect(half).toEqual({ groups: ['jane'], unknown: 'names' });
    expect([narrowed('staff', half), approves('staff', half), approves('jane', half)]).toEqual([
      true,
      false,
      true,
    ]);
  });

  it.each([
    '',
    'uid=1000(jane)',
    'uid=1(a) gid=1(a) Gruppen=1(a)',
    'admins staff',
    'uid=1(a)\ngroups=27(sudo)',
  ])('are unknown when it prints %j', (text) => expect(of(text)).toEqual(NO_GROUPS_KNOWN));
});

it('whatever is printed, what cannot be told never lets anybody approve and always narrows', () => {
  const printed = fc.oneof(
    fc.string(),
    fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes).toString('latin1')),
    fc
      .array(fc.constantFrom('"', ',', 'S-1-1-0', 'groups=', '1(a)', ' ', '\r\n', 'uid=1 ', '\u00fc'))
      .map((parts) => parts.join('')),
  );
  fc.assert(
    fc.property(printed, fc.boolean(), (text, windows) => {
      const found = (windows ? groupsOfWhoami : groupsOfId)(Buffer.from(text, 'latin1'));
      expect(found.groups.length > 0 || found.unknown !== undefined).toBe(true);
      expect(approves('never-printed', found)).toBe(false);
      if (found.unknown !== undefined) expect(narrowed('never-printed', found)).toBe(true);
    }),
  );
});

describe('the account here', () => {
  const printed = (code: number, stdout: Buffer | string) => ({ code, stdout: Buffer.from(stdout) });
  function account(platform: NodeJS.Platform, run: RunProgram, clock = { now: 0 }) {
    const asked: string[] = [];
    const here = accountHere({
      platform,
      run(file, args) {
        asked.push([file, ...args].join(' '));
        return run(file, args);
      },
      user: () => 'jane',
      now: () => clock.now,
    });
    return { here, asked, clock };
  }

  it('knows nothing of its groups, and runs nothing, before it is asked to look', async () => {
    const { here, asked } = account('linux', () =>
      Promise.resolve(printed(0, 'uid=1(a) gid=1(a) groups=1(a)')),
    );
    expect([here.now(), asked]).toEqual([{ user: 'jane', groups: [], unknown: 'all' }, []]);
    expect(await here.look()).toBe(true);
    expect(here.now()).toEqual({ user: 'jane', groups: ['a'] });
    expect(await here.look()).toBe(false);
    expect(asked).toEqual(['/usr/bin/id']);
  });

  it('asks programs by their place and not by PATH', async () => {
    const windows = account('win32', (file) =>
      file.startsWith('\\\\?\\') ? Promise.reject(new Error('ENOENT')) : Promise.resolve(printed(0, ENGLISH)),
    );
    await windows.here.look();
    expect(windows.asked).toEqual([
      '\\\\?\\GLOBALROOT\\SystemRoot\\System32\\whoami.exe /groups /fo csv /nh',
      'C:\\Windows\\System32\\whoami.exe /groups /fo csv /nh',
    ]);
    expect(windows.here.now().groups).toContain('BUILTIN\\Users');
  });

  it.each([
    ['cannot be run', 'linux', () => Promise.reject(new Error('ETIMEDOUT'))],
    ['fails on Windows', 'win32', () => Promise.resolve(printed(1, ENGLISH))],
    ['says nothing', 'darwin', () => Promise.resolve(printed(0, ''))],
  ] as const)(
    'knows nothing when the program %s, and asks again a minute later',
    async (_, platform, run) => {
      const { here, asked, clock } = account(platform, run);
      expect(await here.look()).toBe(false);
      const times = asked.length;
      await here.look();
      expect(asked).toHaveLength(times);
      clock.now = 60_000;
      expect(await here.look()).toBe(false);
      expect(asked).toHaveLength(2 * times);
      expect(here.now().unknown).toBe('all');
      expect(narrowed('anything', here.now())).toBe(true);
      expect(approves('anything', here.now())).toBe(false);
    },
  );

  it('knows the groups that id names when it fails for others', async () => {
    const { here } = account('linux', () => Promise.resolve(printed(1, 'uid=1(a) gid=1(a) groups=1(a)')));
    await here.look();
    expect(here.now()).toEqual({ user: 'jane', groups: ['a'], unknown: 'names' });
  });

  it('has every role for an account when the system does not tell who it is', () => {
    const policy = policyOf({ assignments: [{ role: 'few', user: 'eve' }] });
    expect(rolesFor(policy, 'x', { user: '', groups: [] }, 'guarded')).toHaveLength(1);
    expect(rolesFor(policy, 'x', { user: 'jane', groups: [] }, 'guarded')).toHaveLength(0);
  });

  it('is asked for its groups only where something hangs on them', () => {
    expect(speaksOfGroups(undefined)).toBe(false);
    expect(speaksOfGroups(policyOf({ assignments: [{ role: 'x', user: 'jane' }] }))).toBe(false);
    expect(speaksOfGroups(approvers())).toBe(false);
    expect(speaksOfGroups(approvers('a'))).toBe(true);
    expect(speaksOfGroups(forGroup('a'))).toBe(true);
  });
});
