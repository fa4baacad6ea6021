/** A container image by the name that its registry knows it by. */
export interface OciReference {
  /** Host, and port if there is one, of the registry's HTTPS address. */
  readonly registry: string;
  readonly repository: string;
  readonly tag: string;
}

const HOST = /^(?=.{1,253}(?::|$))[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?::\d{1,5})?$/i;
const PART = /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*$/;
const TAG = /^\w[\w.-]{0,127}$/;
const HUB = 'registry-1.docker.io';

/**
 * Reads an image name as Docker does: without a host it is Docker's own registry, and a single word there belongs to
 * `library`. Undefined for what is no image name, and for images of this machine (`localhost/…`).
 */
export function ociReference(name: string, tag = 'latest'): OciReference | undefined {
  if (name.length > 500 || !TAG.test(tag)) return undefined;
  const parts = name.split('/');
  const [first = ''] = parts;
  const hosted = parts.length > 1 && /[.:]|^localhost$/.test(first);
  const host = hosted ? first.toLowerCase() : 'docker.io';
  const path = hosted ? parts.slice(1) : parts;
  if (!HOST.test(host) || /^localhost(?::|$)/.test(host)) return undefined;
  if (!path.every((part) => PART.test(part))) return undefined;
  const hub = host === 'docker.io' || host === 'index.docker.io';
  return {
    registry: hub ? HUB : host,
    repository: hub && path.length === 1 ? `library/${path.join('/')}` : path.join('/'),
    tag,
  };
}
