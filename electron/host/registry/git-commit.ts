import { fail, ok, type Result } from '../../../shared/result.ts';
import { commitOf, readGitRefs } from '../../catalog/identity/git-refs.ts';
import type { GitSource } from '../../catalog/identity/git-source.ts';
import { dropBody, readBody } from './package-fetch.ts';
import { isKnownHost, reasonFor, type RegistryPorts } from './package-registry.ts';

const SERVICE = 'git-upload-pack';
const MAX_BYTES = 8 * 1024 * 1024;

/**
 * The commit that a repository's branch or tag (or its default branch) stands for now: one request of git's smart HTTP
 * protocol, without a git program, which would read settings and run hooks of its own. Fails with a sentence part.
 */
export async function gitCommit(
  { url, ref }: Pick<GitSource, 'url' | 'ref'>,
  { ask, timeoutMs, trustedRegistries }: RegistryPorts,
): Promise<Result<string>> {
  if (url === undefined) return fail('unknown', 'only addresses that begin with https can be asked');
  try {
    const answer = await ask(`${url}/info/refs?service=${SERVICE}`, {
      signal: AbortSignal.timeout(timeoutMs),
      trusted: isKnownHost(url, trustedRegistries),
    });
    if (!answer.ok) {
      await dropBody(answer);
      return fail('unreachable', `its host answered with status ${answer.status}`);
    }
    if (answer.headers.get('content-type') !== `application/x-${SERVICE}-advertisement`) {
      await dropBody(answer);
      return fail('malformed', 'its host does not answer as git does');
    }
    const refs = readGitRefs(await readBody(answer, MAX_BYTES));
    if (!refs.ok) return fail('malformed', 'its host does not answer as git does');
    const commit = commitOf(refs.value, ref);
    return commit === undefined
      ? fail('unknown', 'it names no branch or tag that is there once')
      : ok(commit);
  } catch (error) {
    return fail('unreachable', reasonFor(error));
  }
}
