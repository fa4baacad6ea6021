import type { ToolProfile } from '../../../shared/model/tool-profile.ts';

/**
 * Whether a real path is a folder or lies in it, compared part by part, so that `/work/ab` is not in `/work/a`. Both are
 * real paths already, without `..` and without links; one that has a `.` or `..` all the same is in nothing.
 */
export function isAtOrUnder(path: string, folder: string, platform: NodeJS.Platform): boolean {
  const [inner, outer] = [partsOf(path, platform), partsOf(folder, platform)];
  if (inner === undefined || outer === undefined || outer.length > inner.length) return false;
  return outer.every((part, i) => part === inner[i]);
}

/** The profile whose folder a real path is in; of several the one whose folder lies deepest. */
export function profileAt(
  profiles: readonly ToolProfile[],
  path: string,
  platform: NodeJS.Platform,
): ToolProfile | undefined {
  let best: { readonly profile: ToolProfile; readonly depth: number } | undefined;
  for (const profile of profiles)
    for (const folder of profile.folders) {
      const depth = partsOf(folder, platform)?.length ?? 0;
      if (isAtOrUnder(path, folder, platform) && (best === undefined || depth > best.depth))
        best = { profile, depth };
    }
  return best?.profile;
}

/** The parts of an absolute path, the first being what it starts from; undefined for any other. */
function partsOf(path: string, platform: NodeJS.Platform): string[] | undefined {
  const windows = platform === 'win32';
  const absolute = windows ? /^(?:[a-z]:[\\/]|[\\/]{2}[^\\/])/i.test(path) : path.startsWith('/');
  if (!absolute || path.includes('\0')) return undefined;
  // Windows takes both slashes and does not tell upper from lower case.
  const parts = windows ? path.toLowerCase().split(/[\\/]+/) : path.split('/');
  const named = parts.filter((part) => part !== '');
  return named.some((part) => part === '.' || part === '..') ? undefined : named;
}
