import { expect, test } from 'vitest';
import { withoutSecrets } from '../../../../electron/catalog/identity/launch-secrets.ts';

test('a local server is looked at without the variables that look like secrets', () => {
  const env = {
    GITHUB_TOKEN: 'abc123',
    API_KEY: 'short',
    DB_PASSWORD: 'x',
    GOOGLE_APPLICATION_CREDENTIALS: '/home/me/key.json',
    DATABASE_URL: 'postgres://me:pw@db.example/x',
    NOTE: 'ghp_0123456789abcdef',
    MAIL_ACCOUNT: '${secret:mail}',
    PATH: '/usr/bin',
    LOG_LEVEL: 'debug',
    USE_AUTH: 'true',
    ALLOWED_DIR: '/home/me/Documents',
  };
  const launch = { transport: 'stdio', command: 'npx', args: ['-y', 'notes'], env } as const;
  const { launch: bare, withheld } = withoutSecrets({ ...launch, args: [...launch.args] });
  expect(bare.transport === 'stdio' && Object.keys(bare.env)).toEqual([
    'PATH',
    'LOG_LEVEL',
    'USE_AUTH',
    'ALLOWED_DIR',
  ]);
  expect(withheld).toEqual([
    'API_KEY',
    'DATABASE_URL',
    'DB_PASSWORD',
    'GITHUB_TOKEN',
    'GOOGLE_APPLICATION_CREDENTIALS',
    'MAIL_ACCOUNT',
    'NOTE',
  ]);
  expect(bare).toMatchObject({ command: 'npx', args: ['-y', 'notes'] });
});

test('a remote server is reached without the headers that look like secrets', () => {
  const headers = {
    Authorization: 'Bearer abcdef',
    'X-Api-Key': '1',
    Cookie: 'a=b',
    'X-Team': 'blue',
    'X-Custom': 'sk-0123456789',
  };
  const { launch, withheld } = withoutSecrets({ transport: 'http', url: 'https://mcp.example/mcp', headers });
  expect(launch).toEqual({
    transport: 'http',
    url: 'https://mcp.example/mcp',
    headers: { 'X-Team': 'blue' },
  });
  expect(withheld).toEqual(['Authorization', 'Cookie', 'X-Api-Key', 'X-Custom']);
});
