import { expect, it } from 'vitest';
import { judgeLaunch } from '../../../../../electron/catalog/identity/judge-launch.ts';
import type { Launch } from '../../../../../shared/model/server.ts';

const through = (proxy: string): Launch => ({
  transport: 'stdio',
  command: 'notes-server',
  args: [],
  env: { HTTPS_PROXY: proxy },
});
const codes = (proxy: string, trustedProxies?: string[]) =>
  judgeLaunch(through(proxy), {
    platform: 'linux',
    trustedRegistries: [],
    ...(trustedProxies === undefined ? {} : { trustedProxies }),
  }).reasons.map(({ code }) => code);

it('nobody is warned about a proxy of their organisation, and about every other one they are', () => {
  expect(codes('http://proxy.acme.example:3128')).toEqual(['foreign-proxy']);
  for (const entry of ['proxy.acme.example:3128', 'http://Proxy.Acme.example:3128/'])
    expect(codes('http://proxy.acme.example:3128', [entry])).toEqual([]);
  for (const other of [
    'http://proxy.acme.example.evil.example:3128',
    'http://proxy.acme.example:3129',
    'http://proxy.acme.example:3128@evil.example',
    'http://evil.example/proxy.acme.example:3128',
  ])
    expect(codes(other, ['proxy.acme.example:3128']), other).toContain('foreign-proxy');
});
