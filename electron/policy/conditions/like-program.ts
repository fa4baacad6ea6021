import { simpleWords } from './programs.ts';

const set = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Their first word names another program, or they run what they are given: the next call would be anything. */
const OPEN = set(`
  npx pnpx bunx uvx pipx dlx sh bash zsh fish dash ksh csh tcsh cmd powershell pwsh env sudo doas su xargs nohup time timeout nice ionice setsid stdbuf watch exec eval command builtin source .
  python python2 python3 node deno bun ruby perl php lua osascript wscript cscript mshta rundll32 regsvr32 awk gawk mawk sed find fd parallel ssh scp sftp rsync nc ncat netcat socat telnet curl wget ftp
  busybox chroot unshare nsenter script expect screen tmux at batch crontab systemd-run launchctl open xdg-open start make gdb strace vi vim nvim emacs less more man tee dd
  rm rmdir del erase shred mkfs format diskpart fdisk chmod chown chattr kill killall pkill shutdown reboot halt mv cp ln install`);

/** Their second word says what they do, and it may be a third that does. */
const SUBCOMMANDS = set(
  `git gh glab npm pnpm yarn cargo go docker podman kubectl helm terraform pip pip3 uv poetry brew apt dnf systemctl dotnet mvn gradle aws gcloud az heroku composer bundle rails rake`,
);

/** Subcommands that run what they are given. */
const OPEN_SUBCOMMANDS = set(
  `exec x dlx run-script run start create init install i add publish push config plugin alias ssh shell eval filter-branch submodule bisect rebase difftool mergetool hook extension`,
);
/** Programs whose `run` names a script that the person's own files define. */
const RUNS_SCRIPTS = set('npm pnpm yarn composer');

/**
 * The first words that stand for commands like this one: program and subcommand. Undefined where a shell has a say in
 * it, where the program runs what it is given, or where no subcommand narrows it.
 */
export function likeProgram(line: string): readonly string[] | undefined {
  const words = simpleWords(line);
  const [program = '', second, third] = words ?? [];
  if (
    !/^[A-Za-z0-9_.-]+$/.test(program) ||
    OPEN.has(program.toLowerCase().replace(/\.(?:exe|cmd|bat|com)$/, ''))
  )
    return undefined;
  if (/^(?:python|pip|ruby|perl|node|php|lua)[0-9.]+$/i.test(program)) return undefined;
  if (second === undefined) return undefined;
  // Options before a subcommand change what it does (`git -c alias.x=!…`).
  if (second.startsWith('-')) return undefined;
  if (!SUBCOMMANDS.has(program)) return [program, second];
  if (RUNS_SCRIPTS.has(program) && (second === 'run' || second === 'run-script'))
    return third === undefined || third.startsWith('-') ? undefined : [program, second, third];
  return OPEN_SUBCOMMANDS.has(second) ? undefined : [program, second];
}
