import type { PackageSpec } from '../../catalog/identity/package-spec.ts';
import type { Program } from '../../catalog/identity/program.ts';

/** Flags by which a package stands behind a flag and the word after it is what runs. */
const NAMES_PACKAGE = /^(?:-p|--package|--from|--spec)$/;
/** What else a runner may be told without running, loading or reading anything else. */
const HARMLESS =
  /^(?:-y|--yes|-q|--quiet|-s|--silent|--no|--no-install|--offline|--prefer-offline|--prefer-online|--isolated|--no-cache|--refresh|--ignore-existing|-A|--allow-(?:all|net|read|write|env|sys)(?:=.*)?|--registry|--index-url|-i|--default-index|--(?:registry|index-url|default-index)=.*|--)$/;
const WITH_VALUE = /^(?:--registry|--index-url|-i|--default-index)$/;
const SUBCOMMANDS = /^(?:exec|x|dlx|tool|run)$/;

/**
 * Whether a command runs what is in its package and nothing else. `npx -p good evil` fetches one package and runs any
 * program, `npx --call` a line of a shell, `docker --entrypoint` any program of an image: none of these is the package
 * that an organisation has listed. Flags that are not known count as doing such a thing.
 */
export function runsOnlyItsPackage({ args, offset }: Program, spec: PackageSpec): boolean {
  if (spec.argIndex < 0 || spec.extras.length > 0) return false;
  const at = spec.argIndex - offset;
  const before = args.slice(0, at);
  if (spec.kind === 'oci')
    return before[0] === 'run' && !before.some((arg) => /^--entrypoint(?:=|$)/.test(arg));
  const own = args[at] ?? '';
  const behindFlag = own.startsWith('-') || NAMES_PACKAGE.test(before.at(-1) ?? '');
  if (behindFlag && args[at + 1] !== baseName(spec.name)) return false;
  for (let i = 0; i < before.length; i++) {
    const arg = before[i] as string;
    if (WITH_VALUE.test(arg)) i++;
    else if (!HARMLESS.test(arg) && !(i < 2 && SUBCOMMANDS.test(arg)) && !NAMES_PACKAGE.test(arg))
      return false;
  }
  return true;
}

const baseName = (name: string): string => name.split('/').at(-1) ?? name;
