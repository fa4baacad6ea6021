import type { LaunchReason } from '../../../shared/model/review.ts';
import { type JudgeOptions, judgeRegistry } from './judge-packages.ts';
import { isTemporary } from './judge-place.ts';
import { held, note, shorten } from './reason.ts';
import { isRegistryVariable } from './registry-flags.ts';
import { areSystemLibraries, BY_VALUE, CODE, HARMLESS_SETTING, RUNNER_SETTING } from './variables.ts';

const PROXY =
  /^(?:HTTPS?_PROXY|ALL_PROXY|FTP_PROXY|P?NPM_CONFIG_(?:HTTPS?_)?PROXY|YARN_HTTPS?_PROXY|PIP_PROXY|SOCKS_PROXY|GLOBAL_AGENT_HTTPS?_PROXY)$/;
const AUTHORITIES =
  /^(?:NODE_EXTRA_CA_CERTS|SSL_CERT_FILE|SSL_CERT_DIR|REQUESTS_CA_BUNDLE|CURL_CA_BUNDLE|NPM_CONFIG_CAFILE|NPM_CONFIG_CA|GIT_SSL_CAINFO|PIP_CERT)$/;
const OFF: Readonly<Record<string, RegExp>> = {
  NODE_TLS_REJECT_UNAUTHORIZED: /^0$/,
  PYTHONHTTPSVERIFY: /^0$/,
  NPM_CONFIG_STRICT_SSL: /^(?:false|0)$/i,
  GIT_SSL_NO_VERIFY: /^(?:1|true)$/i,
  NPM_CONFIG_IGNORE_SCRIPTS: /^false$/i,
  DENO_TLS_CA_STORE: /^none$/i,
  CURL_INSECURE: /./,
  DANGEROUSLY_OMIT_AUTH: /^(?:1|true)$/i,
  GOINSECURE: /./,
  SSLKEYLOGFILE: /./,
  DOCKER_CONTENT_TRUST: /^0$/,
  GOSUMDB: /^off$/i,
  YARN_ENABLE_STRICT_SSL: /^(?:false|0)$/i,
};
/** What NODE_OPTIONS is honestly used for. */
const HARMLESS_OPTIONS =
  /^(?:--(?:max-old-space-size|max-semi-space-size|no-warnings|no-deprecation|enable-source-maps|dns-result-order|use-system-ca|use-openssl-ca|unhandled-rejections|stack-size|max-http-header-size|disable-warning|experimental-(?!loader|policy|network)[a-z-]+|no-experimental-[a-z-]+|trace-warnings|throw-deprecation)(?:=[\w.:-]+)?\s*)*$/;

/** Where a program looks for its own settings, which may name other programs. */
const SETTINGS_FOLDER =
  /^(?:HOME|USERPROFILE|APPDATA|LOCALAPPDATA|XDG_(?:CONFIG|DATA|STATE)_(?:HOME|DIRS)|TSX_CACHE|NPM_CONFIG_CACHE|UV_CACHE_DIR|UV_TOOL_DIR|PIP_CACHE_DIR|UV_PYTHON|PIPX_HOME|JAVA_HOME|CARGO_HOME|GOPATH|DOTNET_ROOT)$/;

/** What a launch runs of its own, so that folders with code can be told from others' (`PYTHONPATH`). */
export interface OwnFiles {
  /** The script that is run, and the folder that it is run in. */
  readonly files: readonly string[];
}

/** What is wrong with the variables that a server is started with. Names count without regard to case. */
export function judgeEnvironment(
  env: Readonly<Record<string, string>>,
  options: JudgeOptions,
  own: OwnFiles = { files: [] },
): LaunchReason[] {
  const reasons: LaunchReason[] = [];
  for (const [name, value] of Object.entries(env)) {
    reasons.push(...judgeVariable(name, value, options, own));
    if (isPlainSecret(name, value)) reasons.push(held('secret-in-plain', { name }));
  }
  return reasons;
}

function judgeVariable(name: string, value: string, options: JudgeOptions, own: OwnFiles): LaunchReason[] {
  // npm takes either sign in its settings.
  const upper = name.trim().toUpperCase().replaceAll('-', '_');
  const dangerous = [held('dangerous-variable', { name })];
  if (upper === 'PATH') return judgePath(value, options.platform);
  if (upper === 'NODE_OPTIONS') return HARMLESS_OPTIONS.test(value.trim()) ? [] : dangerous;
  if (isRegistryVariable(name)) return judgeRegistry(value, options);
  if (PROXY.test(upper))
    return isLocal(value) || isPlaceholder(value) || value === ''
      ? []
      : [held('foreign-proxy', { address: shorten(withoutLogin(value)) })];
  if (AUTHORITIES.test(upper)) {
    const movable = isTemporary(value) || /Downloads|^\./i.test(value);
    return [(movable ? held : note)('weakened-security', { text: name })];
  }
  if (OFF[upper]?.test(value) === true)
    return [held('weakened-security', { text: `${name}=${shorten(value)}` })];
  if (upper === 'DOCKER_HOST')
    return /^(?:unix|npipe):/.test(value) ? [] : [held('foreign-proxy', { address: shorten(value) })];
  if (upper === 'PYTHONPATH' || upper === 'NODE_PATH')
    return value.split(/[:;](?![\\/])/).every((folder) => isOwn(folder, own))
      ? [note('dangerous-variable', { name })]
      : dangerous;
  if (/^(?:LD|DYLD(?:_FALLBACK)?)_LIBRARY_PATH$/.test(upper))
    return areSystemLibraries(value) ? [] : dangerous;
  const harmless = Object.hasOwn(BY_VALUE, upper) ? BY_VALUE[upper] : undefined;
  if (harmless !== undefined) return harmless.test(value) ? [] : dangerous;
  if (CODE.test(upper) || (RUNNER_SETTING.test(upper) && !HARMLESS_SETTING.test(upper))) return dangerous;
  if (SETTINGS_FOLDER.test(upper) && isTemporary(value)) return dangerous;
  return /\$\(|`[^`]*`|^\(\)\s*\{/.test(value) && !/\s`|`\s/.test(value)
    ? [held('shell-syntax', { text: shorten(`${name}=…`) })]
    : [];
}

/** A folder with the server's own script in it is as much the server as the script. */
function isOwn(folder: string, { files }: OwnFiles): boolean {
  const plain = folder.replaceAll('\\', '/').replace(/\/+$/, '');
  return (
    /^(?:\/|[A-Za-z]:\/).*\/./.test(plain) &&
    !isTemporary(folder) &&
    !plain.split('/').includes('..') &&
    files.some((file) => `${file.replaceAll('\\', '/')}/`.startsWith(`${plain}/`))
  );
}

const SAFE_FOLDER =
  /^(?:\/usr(?:\/local)?\/s?bin|\/s?bin|\/opt\/[^/]+(?:\/[^/]+)*\/s?bin|\/snap\/bin|\/nix\/.*|\/home\/linuxbrew\/.*|(?:~|\$HOME|\/home\/[^/]+|\/Users\/[^/]+|\/root)\/(?:\.(?:nvm|volta|local|cargo|bun|deno|pyenv|asdf|fnm|mise|rbenv|pnpm|rvm|sdkman|nodenv|proto|pixi|rye|krew|docker|rd|nix-profile|dotnet)|Library|go|(?:ana|mini)conda3|miniforge3)\/(?:.*\/)?(?:s?bin|shims)|(?:~|\$HOME|\/home\/[^/]+|\/Users\/[^/]+)\/(?:\.local\/share|Library)\/pnpm|\/usr\/lib\/[^/]+\/bin|\/System\/.*\/s?bin|\/Library\/.*bin|[A-Za-z]:\\(?:Windows|Program Files(?: \(x86\))?)(?:\\.*)?|[A-Za-z]:\\Users\\[^\\]+\\(?:AppData\\(?:Roaming\\npm|Local\\Programs\\.*)|\.local\\bin|\.cargo\\bin|\.bun\\bin|scoop\\shims)|\$PATH|\$\{PATH\}|\$\{env:PATH\}|%PATH%)\/?$/i;

function judgePath(value: string, platform: NodeJS.Platform): LaunchReason[] {
  // A configuration may have been written for another system than this one.
  const windows = platform === 'win32' || value.includes(';') || /^[A-Za-z]:\\/.test(value);
  const folders = value.replaceAll(/\$\{env:PATH\}/gi, '$PATH').split(windows ? ';' : ':');
  const strange = folders.find((folder) => !SAFE_FOLDER.test(folder) || folder.includes('..'));
  if (strange === undefined)
    return [{ code: 'path-variable', weight: 'note', params: { path: shorten(value) } }];
  return [held('path-variable', { path: shorten(strange === '' ? '(empty)' : strange) })];
}

const SECRET_NAME =
  /(?:^|[_-])(?:TOKENS?|SECRETS?|PASSWORD|PASSWD|PASSPHRASE|PWD|PASS|API_?KEYS?|APIKEY|ACCESS_?KEY(?:_ID)?|PRIVATE_?KEY|SECRET_?KEY|CREDENTIALS?|AUTH|AUTHORIZATION|BEARER|PAT|DSN|CONNECTION_STRING|COOKIE|KEY)$|(?:TOKEN|SECRET|PASSWORD|APIKEY|PASSPHRASE|_KEY)$/i;
/** Names that also stand for other things: a kind of sign-in, the key of a project or a table. */
const WEAK_NAME =
  /(?:^|[_-])AUTH$|(?:^|[_-])(?!(?:API|ACCESS|SECRET|PRIVATE|ENCRYPTION|SIGNING|MASTER|ACCOUNT|SERVICE|LICENSE|ADMIN|AUTH|CLIENT)[_-])[A-Z]+[_-]KEY$|^KEY$/i;
const SECRET_VALUE =
  /^(?:gh[pousr]_|github_pat_|glpat-|xox[abprs]-|sk-|sk_live_|rk_live_|pk_live_|AKIA|ASIA|AIza|ya29\.|eyJ[A-Za-z0-9_-]{10,}\.|npm_|pypi-|hf_|lin_api_|secret_|ntn_|SG\.|dop_v1_|shpat_|Bearer\s|Basic\s|-----BEGIN )/;
const NO_SECRET = /^(?:|true|false|yes|no|on|off|none|null|undefined|\d{1,10}|changeme|abc-?123|.{1,5})$/i;
const LOGIN = /:\/\/[^\s/:@]{1,100}:([^\s/@]{1,200})@/;
/** What stands in documentation in place of a password. */
const NO_PASSWORD =
  /^(?:\$.*|%.*|<.*|\[.*|\{.*|x{3,}|\*{3,}|\.{3}|pass|passwd|password|pwd|secret|postgres|root|admin|guest|example|change-?me)$/i;

/** A connection says where a database is; the key is a part of it, if there is one. */
const CONNECTION = /(?:^|[_-])(?:DSN|CONNECTION_?STRING)$/i;
const CONNECTION_PASSWORD =
  /(?:password|pwd|accountkey|sharedaccesskey|sharedaccesssignature|secret|token)\s*=\s*([^;&\s]{4,})/i;

/** True for a value that is, or is named like, a key or password, and that stands there as it is. */
export function isPlainSecret(name: string, value: string): boolean {
  if (isPlaceholder(value)) return false;
  if (SECRET_VALUE.test(value) && value.length >= 8) return true;
  const password = LOGIN.exec(value)?.[1];
  if (password !== undefined && !NO_PASSWORD.test(password) && !isPlaceholder(password)) return true;
  if (password !== undefined && SECRET_NAME.test(name)) return false;
  if (!SECRET_NAME.test(name) || NO_SECRET.test(value)) return false;
  if (CONNECTION.test(name)) {
    const part = CONNECTION_PASSWORD.exec(value)?.[1];
    return part !== undefined && !NO_PASSWORD.test(part) && !isPlaceholder(part);
  }
  if (WEAK_NAME.test(name) && /^[A-Za-z]+(?:[_ -][A-Za-z]+)*\d?$/.test(value) && value.length < 24)
    return false;
  // Names of files, addresses and places to look a key up are not the key.
  return !/^(?:[/~.]|[A-Za-z]:[\\/]|https?:\/\/|file:|op:\/\/|vault:|keychain:|arn:)/.test(value);
}

const PLAIN_WORD = /^(?:|true|false|yes|no|on|off|none|null|undefined)$/i;

/**
 * Wider than `isPlainSecret`, for what a server is not given at its first look: also short values, paths of files with
 * keys in them, and references to the vault, which are filled in with a secret.
 */
export function looksSecret(name: string, value: string): boolean {
  if (/\$\{secret:/.test(value) || isPlainSecret(name, value)) return true;
  return SECRET_NAME.test(name) && !PLAIN_WORD.test(value.trim()) && !isPlaceholder(value);
}

const SCHEME = '(?:(?:Bearer|Basic|Token)\\s+)?';
/** A reference that is filled in: `${secret:x}`, `$NAME`, `%NAME%`, `{{name}}`, `<your key>`, `[key]`. */
const REFERENCE = new RegExp(
  `^\\s*${SCHEME}(?:\\$\\{[^}]+\\}|\\$[A-Za-z_]\\w*|%[A-Za-z_]\\w*%|\\{\\{[^}]+\\}\\}|<{1,2}[^<>]*>{1,2}|\\[[^\\]]*\\])\\s*$`,
  'i',
);
/** The beginning of a key and then nothing: `ghp_xxxx`, `sk-...`, `ntn_****`, `xoxb-<token>`. */
const BLANK = new RegExp(
  `^\\s*${SCHEME}(?:AKIA|ASIA|AIza)?(?:[a-z]{1,12}[-_]){0,3}(?:[x*.…#•_-]{3,}|<[^<>]*>)\\s*$`,
  'i',
);
/** Words to whoever reads the documentation. */
const ASKS =
  /(?:^|[^a-z])(?:your|replace[-_ ]?(?:me|with|this)|insert|paste|enter|put|placeholder)(?:[^a-z]|$)|[-_ ](?:goes[-_ ])?here$|^(?:my[-_ ])?(?:(?:api|access|secret|auth|bot|personal|bearer|app)[-_ ])*(?:key|token|secret|password)$/i;
const ASKS_JOINED = /^(?:your|Your|YOUR)[A-Z]/;

/** A value that is filled in when the server starts, or that documentation has in the place of one. */
export function isPlaceholder(value: string): boolean {
  if (REFERENCE.test(value) || BLANK.test(value)) return true;
  // A key made of letters and digits may hold such a word by chance.
  return (
    value.length <= 80 &&
    (ASKS.test(value) || ASKS_JOINED.test(value)) &&
    !/(?=[A-Za-z]*\d)(?=\d*[A-Za-z])[A-Za-z\d]{12,}/.test(value)
  );
}

/** Whether an address is one of this computer; `localhost.evil.example` is none. */
export function isLocal(address: string): boolean {
  return /^(?:[a-z0-9]+:\/\/)?(?:[^@/]*@)?(?:localhost|127(?:\.\d{1,3}){3}|\[?::1\]?)(?::\d{1,5})?\/?$/i.test(
    address,
  );
}

function withoutLogin(address: string): string {
  return address.replace(/\/\/[^@/]*@/, '//…@');
}
