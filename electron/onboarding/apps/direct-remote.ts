import type { Launch } from '../../../shared/model/server.ts';
import { isSecret } from './app-secrets.ts';

/**
 * The address behind a `mcp-remote URL --header "Authorization: Bearer …"`: the program only carries a key to a remote
 * server, as an argument that everybody can read. Doorward reaches such a server itself, with the key in the vault.
 * Undefined for everything that is not exactly this.
 */
export function asAddress(launch: Launch): Launch | undefined {
  if (launch.transport !== 'stdio' || Object.keys(launch.env).length > 0 || launch.cwd !== undefined)
    return undefined;
  if (!/(?:^|[\\/])(?:npx|npx\.cmd|bunx)$/.test(launch.command)) return undefined;
  const words = launch.args.filter((arg) => arg !== '-y' && arg !== '--yes');
  const [program = '', url = '', ...rest] = words;
  if (!/^mcp-remote(?:@[\w.-]+)?$/.test(program) || !/^https:\/\//i.test(url) || !URL.canParse(url))
    return undefined;
  const headers: [string, string][] = [];
  for (let i = 0; i < rest.length; i += 2) {
    const [option, value] = rest.slice(i, i + 2);
    if (option === '--transport' && value !== undefined) continue;
    const [, name, text] =
      /^([A-Za-z0-9-]+)\s*:\s*(\S.*)$/.exec(option === '--header' ? (value ?? '') : '') ?? [];
    if (name === undefined || text === undefined) return undefined;
    headers.push([name, text]);
  }
  return headers.some(([name, value]) => isSecret(name, value))
    ? { transport: 'http', url, headers: Object.fromEntries(headers) }
    : undefined;
}
