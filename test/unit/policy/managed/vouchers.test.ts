import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  makeRequest,
  type RequestAbout,
  voucherFromRequest,
  withVoucher,
} from '../../../../electron/policy/managed/request.ts';
import {
  portableLaunch,
  vouched,
  vouchersFor,
  vouchersOf,
} from '../../../../electron/policy/managed/vouchers.ts';
import type { ManagedPolicy } from '../../../../shared/model/managed.ts';
import type { Launch } from '../../../../shared/model/server.ts';

const A = 'a'.repeat(64);
const B = 'b'.repeat(64);
const C = 'c'.repeat(64);
const npx: Launch = { transport: 'stdio', command: 'npx', args: ['-y', '@acme/files@1.0.0'], env: {} };
const policy: ManagedPolicy = {
  version: 1,
  organisation: { name: 'Example Ltd', contact: 'it@example.com' },
  vouchers: [
    { server: 'files', launch: npx, identity: A, pins: [C] },
    { server: 'files', launch: npx, identity: B, pins: [A] },
    { server: 'mail', launch: npx, identity: A, pins: [] },
  ],
};

describe('a voucher', () => {
  test('counts for this server as it is, and for this version of what it offers', () => {
    expect(vouched(policy, 'files', A, C)).toBe(true);
    expect(vouched(policy, 'files', B, A)).toBe(true);
    expect(vouchersFor(policy, 'files', B)).toHaveLength(1);
  });
  test.each([
    ['another tool or another version of it', 'files', A, B],
    ['a server that was exchanged', 'files', C, C],
    ['another server of the same kind', 'other', A, C],
    ['a server that offers something new', 'mail', A, C],
    ['the pin of another computer', 'files', B, C],
  ])('is none for %s', (_name, server, identity, pin) =>
    expect(vouched(policy, server, identity, pin)).toBe(false),
  );
  test('is none without a policy', () => expect(vouched(undefined, 'files', A, C)).toBe(false));
});

const KEY = 'ghp_0123456789abcdefghijklmnopqrstuvwxyz';

describe('what leaves this computer', () => {
  test('has no key in it', () => {
    const launch: Launch = {
      transport: 'stdio',
      command: 'npx',
      args: ['-y', '@acme/files'],
      env: {
        GITHUB_TOKEN: KEY,
        DB: KEY,
        LOG_LEVEL: 'info',
        REF: '${secret:github}',
        PASSWORD: 'hunter2hunter2',
      },
    };
    expect(portableLaunch(launch)).toMatchObject({
      value: { env: { GITHUB_TOKEN: '', DB: '', LOG_LEVEL: 'info', REF: '${secret:github}', PASSWORD: '' } },
    });
    const remote: Launch = {
      transport: 'http',
      url: 'https://mcp.example.com',
      headers: { Authorization: `Bearer ${KEY}`, 'X-Team': 'a', 'X-Key': '${secret:key}' },
    };
    expect(portableLaunch(remote)).toMatchObject({
      value: { headers: { Authorization: '', 'X-Team': '', 'X-Key': '${secret:key}' } },
    });
    for (const args of [
      ['x', '--token', KEY],
      ['x', `--api-key=${KEY}`],
      [KEY],
      ['x', `https://a:${KEY}@x.example/`],
    ])
      expect(portableLaunch({ ...npx, args } as Launch)).toMatchObject({ ok: false, code: 'secret' });
    for (const url of [`https://jane:${KEY}@x.example/`, `https://x.example/?token=${KEY}`])
      expect(portableLaunch({ ...remote, url })).toMatchObject({ ok: false });
  });

  test('is left here and named when a key is part of what it is', () => {
    const made = vouchersOf([
      { id: 'files', launch: npx, identity: A, pins: [C, B, C] },
      { id: 'keyed', launch: { ...npx, args: ['x', '--token', KEY] } as Launch, identity: A, pins: [C] },
      { id: 'empty', launch: npx, identity: A, pins: [] },
    ]);
    expect(made.vouchers).toEqual([{ server: 'files', launch: npx, identity: A, pins: [B, C] }]);
    expect(made.left.map(({ server }) => server)).toEqual(['keyed', 'empty']);
    expect(JSON.stringify(made)).not.toContain(KEY);
  });
});

const about: RequestAbout = {
  kind: 'server',
  server: 'files',
  launch: { ...npx, env: { TOKEN: KEY } } as Launch,
  identity: A,
  pins: [C, B, C],
  reason: 'I write reports.',
  at: 1000,
};

describe('a request for IT', () => {
  test('comes back as a voucher', () => {
    const made = makeRequest(about, policy);
    if (!made.ok) throw new Error(made.message);
    expect(made.value.fileName).toMatch(/^doorward-request-files-[0-9a-f]{8}\.json$/);
    expect(made.value.json).not.toContain(KEY);
    const voucher = voucherFromRequest(Buffer.from(made.value.json));
    if (!voucher.ok) throw new Error(voucher.message);
    expect(voucher.value.about).toBe('the server "files" with what it offers (3)');
    const after = withVoucher({ version: 1 }, voucher.value.voucher);
    expect(vouched(after, 'files', A, B)).toBe(true);
    expect(after.vouchers).toEqual([
      { server: 'files', launch: { ...npx, env: { TOKEN: '' } }, identity: A, pins: [B, C] },
    ]);
  });

  test('for one tool adds to what is vouched for already', () => {
    const { pins: _pins, ...rest } = about as Extract<RequestAbout, { kind: 'server' }>;
    const made = makeRequest({ ...rest, kind: 'tool', tool: 'read_file', effect: 'read', pin: B }, policy);
    const voucher = made.ok ? voucherFromRequest(Buffer.from(made.value.json)) : made;
    if (!voucher.ok) throw new Error(voucher.message);
    const after = withVoucher(policy, voucher.value.voucher);
    expect(vouchersFor(after, 'files', A)).toMatchObject([{ pins: [B, C] }]);
    expect(after.vouchers).toHaveLength(3);
  });

  test('is for the address that the organisation names, and for nobody else', () => {
    const to = (contact?: string) => {
      const made = makeRequest(
        about,
        contact === undefined ? undefined : { version: 1, organisation: { name: 'Example', contact } },
      );
      return made.ok ? made.value.to : made.message;
    };
    expect(to(' it@example.com ')).toBe('it@example.com');
    for (const contact of [
      undefined,
      'Desk 4',
      'it@example.com?bcc=evil@x.example',
      'it@example.com,evil@x.example',
      'it@@x',
    ])
      expect(to(contact)).toBeUndefined();
  });

  test('with a key in the command is not made', () => {
    const made = makeRequest({ ...about, launch: { ...npx, args: ['x', '--token', KEY] } as Launch }, policy);
    expect(made).toMatchObject({ ok: false, code: 'secret' });
  });

  test('takes the query of an address out', () => {
    const launch: Launch = { transport: 'http', url: 'https://x.example/mcp?team=1', headers: {} };
    const made = makeRequest({ ...about, launch }, policy);
    expect(made.ok && made.value.json).toContain('"https://x.example/mcp"');
  });

  test('that is spoiled makes no voucher', () => {
    const made = makeRequest(about, policy);
    const json = made.ok ? made.value.json : '';
    for (const text of [
      '',
      '{}',
      json.slice(1),
      json.replace('"version": 1', '"version": 2'),
      json.replace('"server"', '"server": "files", "server"'),
      json.replace(A, 'x'),
      json.replace('"reason"', '"more": 1, "reason"'),
    ])
      expect(voucherFromRequest(Buffer.from(text)), text.slice(0, 40)).toMatchObject({ ok: false });
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(voucherFromRequest(Buffer.from(JSON.stringify(value))).ok).toBe(false);
      }),
    );
  });
});
