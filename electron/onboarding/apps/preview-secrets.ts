import { Opaque, type Plain } from '../edit/plain.ts';
import { exposedSecrets, isSecret } from './app-secrets.ts';
import type { AppFile } from './read-app.ts';

const MAX_FOUND = 2000;

/**
 * Everything in an app's file that looks like a key, also beside its servers, so that a preview can hide it. Longest
 * first, for one may be a part of another.
 */
export function secretsInFile(app: AppFile): string[] {
  const found = new Set<string>();
  const stack: (readonly [string, Plain])[] = [['', app.doc.root]];
  while (stack.length > 0 && found.size < MAX_FOUND) {
    const [name, value] = stack.pop() ?? ['', null];
    if (typeof value === 'string') {
      if (value.length <= 8192 && isSecret(name, value)) found.add(value);
    } else if (Array.isArray(value)) for (const one of value as Plain[]) stack.push([name, one]);
    else if (typeof value === 'object' && value !== null && !(value instanceof Opaque))
      for (const [key, one] of Object.entries(value as Record<string, Plain>)) stack.push([key, one]);
  }
  for (const { server } of app.entries)
    if (server.ok) for (const secret of exposedSecrets(server.value.launch)) found.add(secret);
  return [...found].toSorted((a, b) => b.length - a.length);
}
