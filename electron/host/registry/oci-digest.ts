import { createHash } from 'node:crypto';
import { z } from 'zod';
import { fail, ok, type Result } from '../../../shared/result.ts';
import type { OciReference } from '../../catalog/identity/oci-reference.ts';
import { type AskedAnswer, dropBody, readBody } from './package-fetch.ts';
import { isKnownHost, reasonFor, type RegistryPorts } from './package-registry.ts';

/** Indexes first: what a tag stands for is one of them where an image is built for several machines. */
const MANIFESTS = [
  'application/vnd.oci.image.index.v1+json',
  'application/vnd.docker.distribution.manifest.list.v2+json',
  'application/vnd.oci.image.manifest.v1+json',
  'application/vnd.docker.distribution.manifest.v2+json',
].join(', ');
const DIGEST = /^sha256:[0-9a-f]{64}$/;
const MAX_MANIFEST = 4 * 1024 * 1024;
const MAX_TOKEN = 64 * 1024;
const tokenBody = z.object({
  token: z.string().max(32_768).optional(),
  access_token: z.string().max(32_768).optional(),
});

/**
 * The digest that a tag stands for now, from the image's registry (OCI distribution, `HEAD /v2/…/manifests/…`), with an
 * anonymous token where the registry wants one. Only the digest is taken over: what it names is checked by the program
 * that fetches the image. `timeoutMs` is for all questions together. Fails with a sentence part that says why.
 */
export async function imageDigest(image: OciReference, ports: RegistryPorts): Promise<Result<string>> {
  const signal = AbortSignal.timeout(ports.timeoutMs);
  const trusted = (address: string): boolean => isKnownHost(address, ports.trustedRegistries);
  const url = `https://${image.registry}/v2/${image.repository}/manifests/${image.tag}`;
  const manifest = (method: 'HEAD' | 'GET', token?: string): Promise<AskedAnswer> =>
    ports.ask(url, {
      method,
      headers: { accept: MANIFESTS, ...(token === undefined ? {} : { authorization: `Bearer ${token}` }) },
      signal,
      trusted: trusted(url),
    });
  try {
    let answer = await manifest('HEAD');
    let token: string | undefined;
    if (answer.status === 401) {
      await dropBody(answer);
      token = await anonymousToken(answer, image, (address) =>
        ports.ask(address, { signal, trusted: trusted(address) }),
      );
      if (token === undefined) return fail('unauthorized', 'its registry wants a login');
      answer = await manifest('HEAD', token);
    }
    await dropBody(answer);
    if (answer.status === 401 || answer.status === 403 || answer.status === 404)
      return fail('unknown', 'its registry does not know it, or wants a login');
    if (!answer.ok) return fail('unreachable', `its registry answered with status ${answer.status}`);
    const named = answer.headers.get('docker-content-digest');
    if (named !== null)
      return DIGEST.test(named) ? ok(named) : fail('malformed', 'its registry named a digest that is none');
    const whole = await manifest('GET', token);
    if (!whole.ok) return fail('unreachable', `its registry answered with status ${whole.status}`);
    const bytes = await readBody(whole, MAX_MANIFEST);
    return ok(`sha256:${createHash('sha256').update(bytes).digest('hex')}`);
  } catch (error) {
    return fail('unreachable', reasonFor(error));
  }
}

/** A token for reading this one repository, from the place that the registry names. It is asked for nothing more. */
async function anonymousToken(
  { headers }: AskedAnswer,
  { repository }: OciReference,
  ask: (address: string) => Promise<AskedAnswer>,
): Promise<string | undefined> {
  const challenge = (headers.get('www-authenticate') ?? '').slice(0, 4096);
  if (!/^bearer\s/i.test(challenge)) return undefined;
  const parameter = (name: string): string | undefined =>
    new RegExp(`[\\s,]${name}="([^"\\\\]{1,1000})"`, 'i').exec(challenge)?.[1];
  const realm = parameter('realm');
  if (realm === undefined || !URL.canParse(realm)) return undefined;
  const url = new URL(realm);
  const service = parameter('service');
  if (service !== undefined) url.searchParams.set('service', service);
  url.searchParams.set('scope', `repository:${repository}:pull`);
  const answer = await ask(url.href);
  if (!answer.ok) {
    await dropBody(answer);
    return undefined;
  }
  const read = tokenBody.safeParse(JSON.parse((await readBody(answer, MAX_TOKEN)).toString('utf8')));
  const token = read.data?.token ?? read.data?.access_token;
  return token !== undefined && /^[\w.~+/=-]+$/.test(token) ? token : undefined;
}
