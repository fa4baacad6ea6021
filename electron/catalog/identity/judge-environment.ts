import type { LaunchReason } from '../../../shared/model/review.ts';
import { shorten } from './judge-command.ts';
import { isTrustedRegistry, type JudgeOptions } from './judge-packages.ts';

/** Variables that change whose code runs (attack 24). */
const CODE = new RegExp(
  `^(?:LD_PRELOAD|LD_LIBRARY_PATH|LD_AUDIT|LD_[A-Z_]+|DYLD_[A-Z_]+|NODE_PATH|NODE_REPL_EXTERNAL_MODULE|PYTHONPATH|PYTHONSTARTUP|
  PYTHONHOME|PYTHONEXECUTABLE|PYTHONUSERBASE|PYTHONBREAKPOINT|PERL5LIB|PERL5OPT|PERLLIB|RUBYOPT|RUBYLIB|GEM_PATH|GEM_HOME|JAVA_TOOL_OPTIONS|
  _JAVA_OPTIONS|JDK_JAVA_OPTIONS|MAVEN_OPTS|CLASSPATH|BASH_ENV|BASH_FUNC_.*|ENV|ZDOTDIR|PROMPT_COMMAND|PS4|IFS|SHELLOPTS|BASHOPTS|
  GIT_SSH|GIT_SSH_COMMAND|GIT_EXEC_PATH|GIT_CONFIG.*|GIT_ASKPASS|SSH_ASKPASS|GIT_PROXY_COMMAND|GIT_EDITOR|GIT_TEMPLATE_DIR|GIT_EXTERNAL_DIFF|
  COMSPEC|PATHEXT|SYSTEMROOT|WINDIR|PSMODULEPATH|ELECTRON_RUN_AS_NODE|COR_PROFILER.*|COR_ENABLE_PROFILING|CORECLR_.*|DOTNET_STARTUP_HOOKS|
  DOTNET_ADDITIONAL_DEPS|LUA_PATH|LUA_CPATH|LUA_INIT|PHPRC|PHP_INI_SCAN_DIR|R_PROFILE.*|R_LIBS.*|GCONV_PATH|GLIBC_TUNABLES|GTK_MODULES|QT_PLUGIN_PATH|
  OPENSSL_CONF|OPENSSL_MODULES|VIMINIT|EDITOR|VISUAL|PAGER|LESSOPEN|MANPAGER|BROWSER|DENO_INSTALL_ROOT|BUN_CONFIG_.*|NPM_CONFIG_(?:SCRIPT_SHELL|NODE_OPTIONS|USERCONFIG|GLOBALCONFIG|PREFIX|GIT|SHELL)|
  PIP_CONFIG_FILE|UV_CONFIG_FILE|DOCKER_CONFIG)$`.replace(/\s+/g, ''),
);
const REGISTRY =
  /^(?:NPM_CONFIG_REGISTRY|NPM_CONFIG_@.*|NPM_REGISTRY|YARN_REGISTRY|YARN_NPM_REGISTRY_SERVER|PNPM_REGISTRY|BUN_CONFIG_REGISTRY|PIP_INDEX_URL|PIP_EXTRA_INDEX_URL|PIP_FIND_LINKS|PIP_TRUSTED_HOST|UV_INDEX_URL|UV_INDEX|UV_DEFAULT_INDEX|UV_EXTRA_INDEX_URL|UV_FIND_LINKS|UV_INSECURE_HOST|UV_[A-Z_]*INDEX[A-Z_]*|GOPROXY|GONOSUMDB|GONOSUMCHECK|GOFLAGS|CARGO_REGISTRIES_.*|GEM_SOURCE|HOMEBREW_.*|DENO_NPM_REGISTRY|JSR_URL|NUGET_SOURCE)$/;
const PROXY = /^(?:HTTPS?_PROXY|ALL_PROXY|FTP_PROXY|NPM_CONFIG_(?:HTTPS?_)?PROXY|PIP_PROXY|SOCKS_PROXY)$/;
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
};
/** What NODE_OPTIONS is honestly used for. */
const HARMLESS_OPTIONS =
  /^(?:--(?:max-old-space-size|max-semi-space-size|no-warnings|no-deprecation|enable-source-maps|dns-result-order|use-system-ca|use-openssl-ca|unhandled-rejections|stack-size|max-http-header-size|disable-warning|experimental-[a-z-]+|no-experimental-[a-z-]+|trace-warnings|throw-deprecation)(?:=[\w.:-]+)?\s*)*$/;

const held = (code: LaunchReason['code'], params: LaunchReason['params']): LaunchReason => ({
  code,
  weight: 'held',
  params,
});

/** What is wrong with the variables that a server is started with. Names count without regard to case. */
export function judgeEnvironment(
  env: Readonly<Record<string, string>>,
  options: JudgeOptions,
): LaunchReason[] {
  const reasons: LaunchReason[] = [];
  for (const [name, value] of Object.entries(env)) {
    const upper = name.toUpperCase();
    if (upper === 'PATH') reasons.push(...judgePath(value, options.platform));
    else if (upper === 'NODE_OPTIONS') {
      if (!HARMLESS_OPTIONS.test(value.trim())) reasons.push(held('dangerous-variable', { name }));
    } else if (REGISTRY.test(upper)) {
      if (!isTrustedRegistry(value, options))
        reasons.push(held('foreign-registry', { address: shorten(value) }));
    } else if (PROXY.test(upper)) {
      if (!isLocal(value) && !isPlaceholder(value) && value !== '')
        reasons.push(held('foreign-proxy', { address: shorten(withoutLogin(value)) }));
    } else if (AUTHORITIES.test(upper)) {
      const movable = /^(?:\/(?:private\/)?(?:tmp|var\/tmp)|\/dev\/shm)\/|[\\/]Temp[\\/]|Downloads|^\./i.test(
        value,
      );
      reasons.push(
        movable
          ? held('weakened-security', { text: name })
          : { code: 'weakened-security', weight: 'note', params: { text: name } },
      );
    } else if (OFF[upper]?.test(value) === true)
      reasons.push(held('weakened-security', { text: `${name}=${shorten(value)}` }));
    else if (upper === 'DOCKER_HOST' && !value.startsWith('unix:'))
      reasons.push(held('foreign-proxy', { address: shorten(value) }));
    else if (CODE.test(upper)) reasons.push(held('dangerous-variable', { name }));
    else if (/\$\(|`|^\(\)\s*\{/.test(value))
      reasons.push(held('shell-syntax', { text: shorten(`${name}=…`) }));
    if (isPlainSecret(name, value)) reasons.push(held('secret-in-plain', { name }));
  }
  return reasons;
}

const SAFE_FOLDER =
  /^(?:\/usr(?:\/local)?\/s?bin|\/s?bin|\/opt\/[^/]+(?:\/[^/]+)*\/s?bin|\/snap\/bin|\/nix\/.*|\/home\/linuxbrew\/.*|(?:~|\$HOME|\/home\/[^/]+|\/Users\/[^/]+|\/root)\/(?:\.(?:nvm|volta|local|cargo|bun|deno|pyenv|asdf|fnm|mise|rbenv|pnpm)|Library)\/.*bin|\/usr\/lib\/[^/]+\/bin|\/Library\/.*bin|[A-Za-z]:\\(?:Windows|Program Files(?: \(x86\))?)(?:\\.*)?|[A-Za-z]:\\Users\\[^\\]+\\AppData\\(?:Roaming\\npm|Local\\Programs\\.*)|\$PATH|\$\{PATH\}|\$\{env:PATH\}|%PATH%)\/?$/i;

function judgePath(value: string, platform: NodeJS.Platform): LaunchReason[] {
  // A configuration may have been written for another system than this one.
  const windows = platform === 'win32' || value.includes(';') || /^[A-Za-z]:\\/.test(value);
  const folders = value.split(windows ? ';' : ':');
  const strange = folders.find((folder) => !SAFE_FOLDER.test(folder) || folder.includes('..'));
  if (strange === undefined)
    return [{ code: 'path-variable', weight: 'note', params: { path: shorten(value) } }];
  return [held('path-variable', { path: shorten(strange === '' ? '(empty)' : strange) })];
}

const SECRET_NAME =
  /(?:^|[_-])(?:TOKENS?|SECRETS?|PASSWORD|PASSWD|PASSPHRASE|PWD|PASS|API_?KEYS?|APIKEY|ACCESS_?KEY(?:_ID)?|PRIVATE_?KEY|SECRET_?KEY|CREDENTIALS?|AUTH|AUTHORIZATION|BEARER|PAT|DSN|CONNECTION_STRING|COOKIE|KEY)$|(?:TOKEN|SECRET|PASSWORD|APIKEY|PASSPHRASE|_KEY)$/i;
const SECRET_VALUE =
  /^(?:gh[pousr]_|github_pat_|glpat-|xox[abprs]-|sk-|sk_live_|rk_live_|pk_live_|AKIA|ASIA|AIza|ya29\.|eyJ[A-Za-z0-9_-]{10,}\.|npm_|pypi-|hf_|lin_api_|secret_|ntn_|SG\.|dop_v1_|shpat_|Bearer\s|Basic\s|-----BEGIN )/;
const NO_SECRET = /^(?:|true|false|yes|no|on|off|none|null|undefined|\d{1,10}|changeme|.{1,5})$/i;

/** True for a value that is, or is named like, a key or password, and that stands there as it is. */
export function isPlainSecret(name: string, value: string): boolean {
  if (isPlaceholder(value)) return false;
  if (SECRET_VALUE.test(value) && value.length >= 8) return true;
  if (/:\/\/[^\s/:@]{1,100}:[^\s/@]{1,200}@/.test(value) && !/:\/\/[^\s/:@]+:(?:\$|%|<)/.test(value))
    return true;
  if (!SECRET_NAME.test(name) || NO_SECRET.test(value)) return false;
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

/** A reference that is filled in when the server starts: `${secret:x}`, `$NAME`, `%NAME%`, `<your key>`. */
export function isPlaceholder(value: string): boolean {
  return /^\s*(?:(?:Bearer|Basic|Token)\s+)?(?:\$\{[^}]+\}|\$[A-Za-z_]\w*|%[A-Za-z_]\w*%|\{\{[^}]+\}\}|<[^<>]*>|YOUR[_-].*|\[[^\]]*\]|x{3,}|\*{3,}|\.{3})\s*$/i.test(
    value,
  );
}

function isLocal(address: string): boolean {
  return /^(?:[a-z0-9]+:\/\/)?(?:[^@/]*@)?(?:localhost|127(?:\.\d{1,3}){3}|\[?::1\]?)(?::\d{1,5})?\/?$/i.test(
    address,
  );
}

function withoutLogin(address: string): string {
  return address.replace(/\/\/[^@/]*@/, '//…@');
}
