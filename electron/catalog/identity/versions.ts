/** Registries whose versions can be put in order. */
export type VersionedKind = 'npm' | 'pypi';

/**
 * Whether `next` is a release that comes after `now`. False for whatever is not beyond doubt: a preview (alpha, beta,
 * release candidate, development), a local build, and texts that are no version at all. Attack: a registry, or whoever
 * took over a package, that names an older version with a known hole, or a text that means something to a shell.
 */
export function isNewer(kind: VersionedKind, next: string, now: string): boolean {
  const read = kind === 'npm' ? semver : pep440;
  const [after, before] = [read(next), read(now)];
  if (after === undefined || before === undefined || after.preview) return false;
  const order = compare(after.numbers, before.numbers);
  // A release comes after its own previews.
  return order > 0 || (order === 0 && before.preview);
}

interface Version {
  /** Most significant first; what is missing at the end counts as 0. */
  readonly numbers: readonly number[];
  readonly preview: boolean;
}

const SEMVER = /^v?(\d{1,9})\.(\d{1,9})\.(\d{1,9})(-[0-9A-Za-z.-]{1,100})?(?:\+[0-9A-Za-z.-]{1,100})?$/;
/** Semantic Versioning 2.0.0. */
function semver(text: string): Version | undefined {
  const parts = SEMVER.exec(text);
  return parts === null
    ? undefined
    : { numbers: parts.slice(1, 4).map(Number), preview: parts[4] !== undefined };
}

const PEP440 =
  /^v?(?:(\d{1,9})!)?(\d{1,9}(?:\.\d{1,9}){0,7})(?:[-_.]?(a|b|c|rc|alpha|beta|pre|preview)[-_.]?\d{0,9})?(?:[-_.]?(?:post|rev|r)[-_.]?(\d{0,9})|-(\d{1,9}))?([-_.]?dev[-_.]?\d{0,9})?(\+[a-z0-9.]{1,100})?$/i;
const MOST_PARTS = 8;
/** PEP 440. A local build (`+…`) counts as a preview: nothing is offered in its place but a release beyond it. */
function pep440(text: string): Version | undefined {
  const parts = PEP440.exec(text);
  if (parts === null) return undefined;
  const [, epoch = '0', release = '', pre, post, shortPost, dev, local] = parts;
  const numbers = release.split('.').map(Number);
  while (numbers.length < MOST_PARTS) numbers.push(0);
  const after = post ?? shortPost;
  return {
    numbers: [Number(epoch), ...numbers, after === undefined ? 0 : Number(after) + 1],
    preview: pre !== undefined || dev !== undefined || local !== undefined,
  };
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < Math.max(a.length, b.length); i++) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Whether two names are the same package: PyPI reads `A_b` and `a-b` as one, npm does not. */
export function isSamePackage(kind: VersionedKind, a: string, b: string): boolean {
  if (kind === 'npm') return a === b;
  const plain = (name: string): string => name.toLowerCase().replaceAll(/[-_.]+/g, '-');
  return plain(a) === plain(b);
}
