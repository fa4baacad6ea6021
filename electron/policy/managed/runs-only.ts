import { containerRun } from '../../catalog/identity/container-args.ts';
import type { PackageSpec } from '../../catalog/identity/package-spec.ts';
import type { Program } from '../../catalog/identity/program.ts';
import { runnerCall } from '../../catalog/identity/runner-flags.ts';

/** What a runner may be told without running, loading or reading anything else; where it fetches from is judged apart. */
const HARMLESS =
  /^(?:-y|--yes|-q|--quiet|-s|--silent|--no|--no-install|--offline|--prefer-offline|--prefer-online|--isolated|--no-cache|--refresh|--ignore-existing|-A|--allow-(?:all|net|read|write|env|sys)(?:=.*)?|--registry|--index-url|-i|--default-index)$/;

/**
 * Whether a command runs what is in its package and nothing else. `npx -p good evil` fetches one package and runs any
 * program, `npx --call` a line of a shell, `docker --entrypoint` any program of an image: none of these is the package
 * that an organisation has listed. Flags that are not known count as doing such a thing.
 */
export function runsOnlyItsPackage({ name, args, offset }: Program, spec: PackageSpec): boolean {
  if (spec.argIndex < 0 || spec.extras.length > 0) return false;
  if (spec.kind === 'oci') {
    const run = args[0] === 'run' ? containerRun(args) : undefined;
    return run !== undefined && run.flags.every(({ flag }) => flag !== '--entrypoint');
  }
  const call = runnerCall(name, args);
  if (call === undefined) {
    const [subcommand, ...before] = args.slice(0, spec.argIndex - offset);
    return (
      (subcommand === undefined || /^(?:run|x)$/.test(subcommand)) &&
      before.every((arg) => HARMLESS.test(arg))
    );
  }
  const { verb, flags, word, grammar } = call;
  const behindFlag = flags.some(({ flag }) => grammar.packages.includes(flag));
  if (verb !== 'fetch' || (behindFlag && args[word] !== baseName(spec.name))) return false;
  return flags.every(({ flag }) => HARMLESS.test(flag) || grammar.packages.includes(flag));
}

const baseName = (name: string): string => name.split('/').at(-1) ?? name;
