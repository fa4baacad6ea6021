/** How a program that starts another one reads its own arguments. */
export interface Wrapper {
  /** Words of which one has to stand before the program (`op run`, `mise exec`). */
  readonly subcommands?: readonly string[];
  /** Flags with a value in the next word. */
  readonly values?: readonly string[];
  /** Flags whose value is a line that is run: nothing is taken off then, and the line is judged. */
  readonly code?: readonly string[];
  /** Flags that name a folder to change to, or a file with variables. */
  readonly placed?: readonly string[];
  /** Words that may stand before the program and say nothing. */
  readonly skips?: readonly string[];
  /** Words of its own before the program (the duration of `timeout`). */
  readonly own?: number;
  /** Takes `NAME=value` before the program. */
  readonly assigns?: boolean;
  /** Names tools first; the program stands behind `--`. */
  readonly dashes?: boolean;
}

const LINE = ['-c', '--command'];

/** Programs that start the one that stands among their arguments, and bring no package of their own. */
export const WRAPPERS: Readonly<Record<string, Wrapper>> = {
  // of the system
  env: {
    values: ['-u', '--unset', '-C', '--chdir', '-P', '-L', '-U', '-a', '--argv0'],
    placed: ['-C', '--chdir'],
    code: ['-S', '--split-string'],
    assigns: true,
  },
  nohup: {},
  setsid: {},
  nice: { values: ['-n', '--adjustment'] },
  ionice: { values: ['-c', '-n', '-p', '-P', '-u', '--class', '--classdata'] },
  time: { values: ['-o', '-f', '--output', '--format'] },
  timeout: { values: ['-k', '-s', '--signal', '--kill-after'], own: 1 },
  gtimeout: { values: ['-k', '-s', '--signal', '--kill-after'], own: 1 },
  stdbuf: { values: ['-i', '-o', '-e', '--input', '--output', '--error'] },
  taskset: { own: 1 },
  chrt: { own: 1 },
  numactl: { values: ['-N', '-m', '-C', '-i', '-l'] },
  flock: { values: ['-w', '--timeout', '-E', '--conflict-exit-code'], code: LINE, own: 1 },
  caffeinate: { values: ['-t', '-w'] },
  arch: { values: ['-e', '-d', '-arch', '--arch'] },
  'xvfb-run': {
    values: ['-e', '-f', '-n', '-p', '-s', '-w', '--server-num', '--server-args', '--error-file'],
  },
  wsl: {
    values: ['-d', '--distribution', '--distribution-id', '-u', '--user', '--cd', '--shell-type'],
    placed: ['--cd'],
  },
  winpty: {},
  firejail: { values: [] },
  'sandbox-exec': { values: ['-f', '-n', '-p', '-D'] },
  // of the tools around a language
  corepack: {},
  shx: {},
  mise: { subcommands: ['exec', 'x'], values: ['-C', '--cd', '-E', '--env'], code: LINE, dashes: true },
  rtx: { subcommands: ['exec', 'x'], code: LINE, dashes: true },
  asdf: { subcommands: ['exec'] },
  fnm: { subcommands: ['exec'], values: ['--using', '--fnm-dir', '--node-dist-mirror'] },
  volta: { subcommands: ['run'], values: ['--node', '--npm', '--pnpm', '--yarn', '--env'] },
  nvm: { subcommands: ['exec'], own: 1 },
  poetry: {
    subcommands: ['run'],
    values: ['-C', '--directory', '-P', '--project'],
    placed: ['-C', '--directory', '-P', '--project'],
  },
  pdm: { subcommands: ['run'], values: ['-p', '--project', '--venv', '-c'], placed: ['-p', '--project'] },
  hatch: { subcommands: ['run'], values: ['-e', '--env', '-p', '--project'] },
  rye: { subcommands: ['run'], values: ['--pyproject'], placed: ['--pyproject'] },
  pipenv: { subcommands: ['run'], values: ['--pypi-mirror', '--python'] },
  conda: {
    subcommands: ['run'],
    values: ['-n', '--name', '-p', '--prefix', '--cwd'],
    placed: ['-p', '--prefix', '--cwd'],
  },
  mamba: {
    subcommands: ['run'],
    values: ['-n', '--name', '-p', '--prefix', '--cwd'],
    placed: ['-p', '--prefix'],
  },
  micromamba: {
    subcommands: ['run'],
    values: ['-n', '--name', '-p', '--prefix', '-r', '--root-prefix', '--cwd', '-e', '--env'],
    placed: ['-p', '--prefix', '--cwd'],
  },
  pixi: {
    subcommands: ['run'],
    values: ['-m', '--manifest-path', '-e', '--environment'],
    placed: ['-m', '--manifest-path'],
  },
  bundle: { subcommands: ['exec'], values: ['--gemfile'] },
  'cross-env': { assigns: true },
  'cross-env-shell': { assigns: true },
  'env-cmd': {
    values: ['-f', '--file', '-e', '--environments', '-r', '--rc-file'],
    placed: ['-f', '--file'],
  },
  // that fill in secrets
  op: {
    subcommands: ['run'],
    values: ['--env-file', '--account', '--session', '--config', '--environment'],
    placed: ['--env-file'],
  },
  doppler: {
    subcommands: ['run'],
    values: ['-p', '--project', '-c', '--config', '-t', '--token', '--scope'],
    code: ['--command'],
  },
  infisical: {
    subcommands: ['run'],
    values: ['-e', '--env', '--projectId', '--path', '--token', '-t', '--tags', '--domain'],
    code: ['-c', '--command'],
  },
  dotenvx: {
    subcommands: ['run'],
    values: ['-f', '--env-file', '-e', '--env', '-fk', '--env-keys-file'],
    placed: ['-f', '--env-file'],
  },
  dotenv: {
    values: ['-f', '--file', '-e', '-v', '-c', '-q'],
    skips: ['run'],
    placed: ['-f', '--file', '-e'],
  },
  'dotenv-cli': { values: ['-e', '-v', '-c', '-p'], placed: ['-e'] },
  direnv: { subcommands: ['exec'], own: 1 },
  'aws-vault': {
    subcommands: ['exec'],
    values: ['-d', '--duration', '-r', '--region', '-t', '--mfa-token'],
    own: 1,
  },
  chamber: { subcommands: ['exec'], dashes: true },
  varlock: { subcommands: ['run'] },
  teller: { subcommands: ['run'] },
};
