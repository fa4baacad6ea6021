import { createHash } from 'node:crypto';

const MAX_NAME = 48;
const PLAIN = /^[A-Za-z0-9_-]+$/;
/** What our own shortened names end in; a server's name that ends so is shortened too, so that it cannot pose as one. */
const HASHED = /_h[0-9a-f]{10}$/;

/**
 * The name under which clients of `/mcp` see a tool or prompt: `<server>__<name>`, at most 48 of A-Za-z0-9_-.
 * Longer or unusual names are shortened with a hash of the whole name, so that two names never meet
 * (attack 7: collision by truncation or joining). Server ids have no "_", so the first "__" is the boundary.
 */
export function exposedName(server: string, name: string): string {
  const joined = `${server}__${name}`;
  if (joined.length <= MAX_NAME && PLAIN.test(name) && !HASHED.test(name)) return joined;
  const digest = createHash('sha256').update(name).digest('hex').slice(0, 10);
  const room = MAX_NAME - server.length - '__'.length - '_h'.length - digest.length;
  const readable = name.replace(/[^A-Za-z0-9_-]/g, '_').slice(0, Math.max(0, room));
  return `${server}__${readable}_h${digest}`;
}
