import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findSecrets } from '../../../../electron/inspection/secrets/find-secrets.ts';
import { isMonotonous, isStandIn } from '../../../../electron/inspection/secrets/plausible.ts';
import { work } from '../../../../electron/inspection/secrets/scan-forms.ts';
import { scan } from '../../../../electron/inspection/secrets/scan.ts';
import { anyToken } from './written-forms.ts';

/** Characters in no order, the same each time; nothing in this file was ever valid anywhere. */
function chance(
  length: number,
  letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789',
): string {
  let text = '';
  for (; text.length < length; state = (state * 1_103_515_245 + 12_345) & 0x7fffffff)
    text += letters[Math.floor((state / 0x7fffffff) * letters.length)] ?? 'a';
  return text;
}
let state = 11;
const hex = (length: number): string => chance(length, '0123456789abcdef');
const base64 = (text: string): string => Buffer.from(text).toString('base64');

const found = (text: string): string[] =>
  findSecrets(text).map(({ type, start, end }) => `${type}: ${text.slice(start, end)}`);
const types = (text: string): string[] => findSecrets(text).map(({ type }) => type);

describe('the forms of credentials', () => {
  const plausible = anyToken.filter(
    ({ value }) => !isStandIn(value) && !isMonotonous(value) && /[A-Za-z0-9=]$/.test(value),
  );
  const covers = (text: string, value: string, at: number): boolean =>
    findSecrets(text).some(
      ({ start, end }) => start <= at + value.length * 0.1 && end >= at + value.length * 0.9,
    );

  it('finds each as chance writes it, in a sentence, a setting and an address', () => {
    fc.assert(
      fc.property(
        plausible,
        fc.constantFrom('use ', 'TOKEN=', '"', 'https://a.example/?k=', '\\n'),
        ({ value }, before) => {
          expect(covers(`${before}${value} `, value, before.length)).toBe(true);
        },
      ),
      { numRuns: 400 },
    );
  });

  it('finds each inside JSON inside JSON', () => {
    fc.assert(
      fc.property(plausible, ({ value }) => {
        const text = JSON.stringify({
          content: [{ type: 'text', text: JSON.stringify({ env: { T: value } }) }],
        });
        expect(findSecrets(text).length).toBeGreaterThan(0);
      }),
      { numRuns: 150 },
    );
  });

  it('finds each in base64, hex and percent escapes, at the place of the encoded text', () => {
    fc.assert(
      fc.property(plausible, ({ value }) => {
        for (const encoded of [
          base64(`key ${value} end`),
          Buffer.from(`key ${value}`).toString('hex'),
          Array.from(Buffer.from(`key ${value}`), (byte) => `%${byte.toString(16).padStart(2, '0')}`).join(
            '',
          ),
        ]) {
          const text = `result: ${encoded}`;
          // Digits alone do not read as text.
          if (value.replaceAll(/[^A-Za-z]/g, '').length * 3 < value.length) continue;
          const [first] = findSecrets(text);
          expect(first).toBeDefined();
          expect(first?.start).toBeGreaterThanOrEqual(8);
          expect(first?.within?.length).toBeGreaterThan(0);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('proves what has check digits, and still takes what has not', () => {
    const proved = (text: string): boolean => findSecrets(text)[0]?.signals.includes('checksum') === true;
    // CRC-32 of thirty zeros, in base 62, of which GitHub's blog gives the scheme.
    const body = '0'.repeat(6) + 'aB3dE6gH9jK2mN5pQ8sT1vW4';
    expect(types(`ghp_${body}AAAAAA`)).toEqual(['github-token']);
    expect(proved(`ghp_${body}AAAAAA`)).toBe(false);
    expect(proved(`AKIA${chance(16, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567')}`)).toBe(true);
  });

  it('goes on behind a line end that cuts a value in two', () => {
    const token = `ghp_${chance(36)}`;
    const text = `${token.slice(0, 20)}\n${token.slice(20)} and`;
    expect(found(text)).toEqual([`github-token: ${token.slice(0, 20)}\n${token.slice(20)}`]);
  });

  it('does not take a longer or shorter word, or one inside another', () => {
    for (const text of [
      `AIza${chance(40)}`,
      `AIza${chance(20)}`,
      `xAIza${chance(35)}`,
      `task_live_${chance(24)}`,
    ])
      expect(found(text)).toEqual([]);
  });
});

describe('what is no string of a form', () => {
  it.each([
    [
      'private-key',
      `-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,${hex(32)}\n\n${chance(64)}\n${chance(64)}\n-----END RSA PRIVATE KEY-----`,
    ],
    ['private-key', `"key": "-----BEGIN PRIVATE KEY-----\\n${chance(64)}\\n-----END PRIVATE KEY-----\\n"`],
    ['private-key', `-----BEGIN OPENSSH PRIVATE KEY-----\n${chance(70)}\n${chance(70)}`],
    [
      'jwt',
      `eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.${base64('{"sub":"42","admin":true}').replaceAll('=', '')}.${chance(43)}`,
    ],
    ['password-in-address', 'postgres://app:Xk9mPq2vLw@db.internal:5432/app?sslmode=require'],
    ['password-in-address', 'see https://bob:p%40ssW0rd9@jenkins.corp.example/job now'],
    [
      'azure-connection-string',
      `DefaultEndpointsProtocol=https;AccountName=a;AccountKey=${chance(86)}==;EndpointSuffix=core.windows.net`,
    ],
    ['azure-sas', `https://a.blob.core.windows.net/c?sv=2022-11-02&sp=r&sig=${chance(40)}%3D`],
    ['basic-auth', `Authorization: Basic ${base64('bob:Xk9mPq2vLw')}`],
    ['bearer-token', `Authorization: Bearer ${chance(40)}`],
    ['registry-auth', `{"auths":{"r.example":{"auth":"${base64('bob:Xk9mPq2vLw')}"}}}`],
    ['registry-auth', `//r.example/:_authToken=${hex(8)}-aaaa-bbbb`],
    ['session-cookie', `Cookie: theme=dark; sessionid=${hex(32)}; lang=de`],
    ['curl-password', 'curl -X POST -u bob:Xk9mPq2vLw https://x.example'],
    ['netrc-password', 'machine x.example login bob password Xk9mPq2vLw'],
    ['discord-token', `${base64('198622483471925248').replaceAll('=', '')}.${chance(6)}.${chance(27)}`],
    ['heroku-secret', `HEROKU_API_KEY=${hex(8)}-${hex(4)}-4${hex(3)}-a${hex(3)}-${hex(12)}`],
    ['aws-secret', `aws_secret_access_key = "${chance(20)}/${chance(19)}"`],
    ['named-secret', `{"clientSecret": "${chance(32)}"}`],
    ['password', 'DB_PASSWORD=kd8Fj29!slQ'],
  ])('finds %s', (type, text) => {
    expect(types(text)).toEqual([type]);
  });
});

describe('what is no secret', () => {
  it.each([
    `ghp_${'x'.repeat(36)}`,
    'AKIAIOSFODNN7EXAMPLE',
    'api_key: ${API_KEY}',
    'api_key: <your-api-key-goes-here>',
    'token = os.environ["TOKEN"]',
    'const password = config.database.password;',
    'password: string; token?: string | undefined',
    'mongodb://user:password@localhost:27017/db',
    'https://{{user}}:{{pass}}@config.example.com',
    'postgres://app:${PASSWORD}@db/app',
    'export OP_TOKEN=ops_eyJzaWduSW5BZGRyZXNzIjoiaHR0cHM6...',
    'Authorization: Bearer <token>',
    'Authorization: Basic dXNlcjpwYXNzd29yZA==',
    `commit ${'1f3a5c7e9b2d4f6a8c0e'.repeat(2)}`,
    `"integrity": "sha512-${chance(86)}=="`,
    `"etag": "${hex(32)}", "id": "${hex(8)}-${hex(4)}-4${hex(3)}-a${hex(3)}-${hex(12)}"`,
    `"nextPageToken": "${chance(60)}"`,
    `"csrfToken": "${chance(40)}"`,
    `Mcp-Session-Id: ${hex(8)}-${hex(4)}-4${hex(3)}-a${hex(3)}-${hex(12)}`,
    `"token": "0x${hex(40)}"`,
    `ssh-ed25519 AAAAC3NzaC1lZDI1NTE5${chance(48)} bob@x.example`,
    `data:image/png;base64,iVBORw0KGgo${chance(200)}`,
    '-----BEGIN PRIVATE KEY-----\nanything\n-----END PRIVATE KEY-----',
    '-----BEGIN PUBLIC KEY-----\nMFwwDQYJKoZIhvcNAQEBBQADSwAwSAJBAK\n-----END PUBLIC KEY-----',
    '"max_tokens": 4096, "tokenAddress": "none"',
    'To authenticate, set your API key in the config and send it as a Bearer token.',
  ])('leaves %s', (text) => {
    expect(found(text)).toEqual([]);
  });
});

describe('whatever the text', () => {
  it('gives findings in order, within the text and without overlaps', () => {
    const piece = fc.oneof(
      anyToken.map(({ value }) => value),
      fc.string(),
      fc.constantFrom('password=', '://', ':', '@', '"', '\\', 'eyJhbGciOi'),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join('');
        let at = 0;
        for (const { start, end } of findSecrets(text)) {
          expect(start).toBeGreaterThanOrEqual(at);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          at = end;
        }
      }),
      { numRuns: 300 },
    );
  });

  const steps = (text: string): number => {
    const before = work.steps;
    scan(text);
    return work.steps - before;
  };

  it.each([
    'ghp_',
    'jsrp_EXAMPLE-',
    'ghs_............',
    'ghp_EXAMPLE',
    'sk-',
    'sk-ant-api03-',
    'eyJhbGciOi',
    'eyJhbGciOi.',
    'eyJhbGciOiJIUzI1NiJ9.ey',
    'xoxb-123456-',
    '-----BEGIN PRIVATE KEY-----',
    '-----BEGIN RSA PRIVATE KEY-----\nA: b\n',
    '://a:b',
    '://a:b@',
    'http://',
    'password=',
    'password="',
    'AccountKey=',
    'sig=',
    'Cookie: a=b;',
    'curl -u ',
    'machine a login ',
    'Bearer ',
    'Basic ',
    'auth": "',
    '_authToken=',
    '-us1',
    '.atlasv1.',
    'a.atlasv1.',
    'Q~',
    '123456:A',
    'hooks.slack.com/services/',
    'a1',
    'token=a1b2c3d4e5f6g7h8',
    '.',
    '=',
    'AzSe',
    'bedrock-api-key-YmVkcm9jay5hbWF6b25hd3MuY29t',
  ])('takes twice as long for twice as much of %s', (piece) => {
    const once = steps(piece.repeat(4000));
    const twice = steps(piece.repeat(8000));
    expect(twice).toBeLessThan(once * 2.2 + 5000);
    expect(once).toBeLessThan(piece.length * 4000 * 60);
  });
});
