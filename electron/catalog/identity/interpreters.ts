/** How an interpreter reads its own arguments, up to the file that it runs. */
export interface Interpreter {
  /** Flags by which it takes its program from the command line. */
  readonly inline: RegExp;
  /** Flags with a value in the next word. */
  readonly values?: RegExp;
  /** Flags by which it loads other code first; the value is behind "=", in the same word or the next one. */
  readonly preload?: RegExp;
  /** Without a file it reads its program from whoever talks to it. */
  readonly readsInput?: boolean;
}

const NODE_PRELOAD = /^(?:-r|--require|--import|--loader|--experimental-loader|--preload)$/;
const NODE_VALUES =
  /^(?:-r|--require|--import|--loader|--experimental-loader|--preload|--env-file|--env-file-if-exists|-C|--conditions|--max-old-space-size|--max-semi-space-size|--stack-trace-limit|--title|--icu-data-dir|--openssl-config|--snapshot-blob|--input-type|--experimental-default-type|--redirect-warnings|--disable-warning|--dns-result-order|--unhandled-rejections|--report-dir(?:ectory)?|--diagnostic-dir|--watch-path|--tsconfig|--cwd|--define|-d|--config|-c|--tls-keylog|--secure-heap|--allow-fs-read|--allow-fs-write|-P|--project|-O|--compiler-options|-T|--trace-event-categories)$/;
const NODE: Interpreter = {
  inline: /^(?:-e|-p|-pe|-ep|-i|--eval|--print|--interactive)$/,
  values: NODE_VALUES,
  preload: NODE_PRELOAD,
};
const PYTHON: Interpreter = {
  inline: /^-[bBdEhIOPqRsSuvVx\d.]*[ci]/,
  values: /^(?:-[WX]|--check-hash-based-pycs)$/,
  readsInput: true,
};
const only = (inline: RegExp): Interpreter => ({ inline });

/** Programs that run the file that they are given. */
export const INTERPRETERS: Readonly<Record<string, Interpreter>> = {
  node: { ...NODE, readsInput: true },
  nodejs: { ...NODE, readsInput: true },
  // Its -i is no prompt: it fetches what is missing.
  bun: { ...NODE, inline: /^(?:-e|-p|--eval|--print)$/ },
  tsx: NODE,
  'ts-node': NODE,
  'ts-node-esm': NODE,
  'babel-node': NODE,
  jiti: NODE,
  esno: NODE,
  nodemon: {
    inline: /^(?!)/,
    values: /^(?:-[ewxid]|--ext|--watch|--exec|--ignore|--delay|--config|--signal|--require|-r)$/,
    preload: /^(?:-r|--require)$/,
  },
  electron: NODE,
  deno: {
    inline: /^(?!)/,
    values:
      /^(?:--config|-c|--import-map|--cert|--location|--seed|--ext|--log-level|-L|--preload|--require|--conditions)$/,
    preload: /^(?:--preload|--import|--require)$/,
  },
  python: PYTHON,
  py: { ...PYTHON, readsInput: false },
  pypy: PYTHON,
  ipython: only(/^(?:-c|-i|--code)/),
  perl: {
    inline: /^-[acFilnpsStTuUvwWX0-9]*[eE]/,
    values: /^-[I]$/,
    preload: /^-[Mm]$/,
    readsInput: true,
  },
  ruby: { inline: /^-[acdlnpsSvwWy0-9]*e/, values: /^-[CEFIrTx]$/, preload: /^-r$/, readsInput: true },
  php: {
    inline: /^(?:-r|-B|-R|-E|--run|--process-begin|--process-code|--process-end)/,
    values: /^-[cdz]$/,
    readsInput: true,
  },
  lua: { inline: /^-e/, values: /^-l$/, preload: /^-l$/, readsInput: true },
  luajit: { inline: /^-e/, values: /^-l$/, preload: /^-l$/, readsInput: true },
  rscript: only(/^-e/),
  r: only(/^-e/),
  julia: {
    inline: /^(?:-e|-E|--eval|--print)/,
    values: /^(?:-[JLtpC]|--sysimage|--load)$/,
    preload: /^(?:-L|--load|-J|--sysimage)$/,
  },
  groovy: only(/^-e/),
  scala: only(/^-e/),
  swift: only(/^-e/),
  ghc: only(/^-e/),
  elixir: only(/^(?:-e|--eval|--rpc-eval)/),
  iex: only(/^(?:-e|--eval)/),
  erl: only(/^(?:-eval|-run|-s)$/),
  swipl: only(/^-g/),
  jshell: only(/^(?:-|-s|-R.*|--startup)$/),
  'nix-shell': only(/^(?:--run|--command|-c|-E|--expr)$/),
};

/** Programs that run a file and have no interpreter's flags to judge. */
const OTHERS = ['java', 'kotlin', 'dotnet', 'mono', 'wine'];

/** Whether a program only runs others' code. */
export const runsFiles = (name: string): boolean =>
  Object.hasOwn(INTERPRETERS, name) || OTHERS.includes(name);

/** The interpreter of this name. */
export const interpreterOf = (name: string): Interpreter | undefined =>
  Object.hasOwn(INTERPRETERS, name) ? INTERPRETERS[name] : undefined;
