/** An environment as Node gives it. */
export type Environment = Readonly<Record<string, string | undefined>>;

const POSIX = words('HOME LANG LANGUAGE LOGNAME SHELL TERM TMPDIR TZ USER');
const POSIX_FAMILIES = ['LC_', 'XDG_'];

const WINDOWS = words(
  'ALLUSERSPROFILE APPDATA COMMONPROGRAMFILES COMMONPROGRAMFILES(X86) COMMONPROGRAMW6432 COMPUTERNAME COMSPEC',
  'HOMEDRIVE HOMEPATH LOCALAPPDATA NUMBER_OF_PROCESSORS OS PATHEXT PROCESSOR_ARCHITECTURE PROGRAMDATA',
  'PROGRAMFILES PROGRAMFILES(X86) PROGRAMW6432 PUBLIC SYSTEMDRIVE SYSTEMROOT TEMP TMP TZ USERDOMAIN',
  'USERNAME USERPROFILE WINDIR',
);

/** Without these a server behind a company's proxy or with its own certificate authority reaches nothing. */
const NETWORK = words(
  'HTTP_PROXY HTTPS_PROXY NO_PROXY ALL_PROXY http_proxy https_proxy no_proxy all_proxy',
  'NODE_EXTRA_CA_CERTS NODE_USE_SYSTEM_CA SSL_CERT_FILE SSL_CERT_DIR REQUESTS_CA_BUNDLE CURL_CA_BUNDLE',
);

/** Ours alone: keys and settings of the gateway, whoever names them. */
const OWN_PREFIX = 'DOORWARD_';

/**
 * The whole environment of a server's process: a short list of what programs need to run, the proxy and certificate
 * settings of this machine, the given PATH, and what the person set for this server. Everything else of the
 * gateway's own environment stays here: API keys in it are not the server's, and variables such as NODE_OPTIONS or
 * LD_PRELOAD would change its code. Nothing that begins with `DOORWARD_` is ever passed on. Names are compared
 * without regard to case on Windows.
 */
export function childEnvironment(
  own: Environment,
  launch: Readonly<Record<string, string>>,
  path: string,
  platform: NodeJS.Platform,
): Record<string, string> {
  const windows = platform === 'win32';
  const fold = (name: string) => (windows ? name.toUpperCase() : name);
  const wanted = new Set([...(windows ? WINDOWS : POSIX), ...NETWORK].map(fold));
  // Keyed by the folded name, so that `Path` and `PATH` are one variable on Windows.
  const result = new Map<string, readonly [string, string]>();
  for (const [name, value] of Object.entries(own)) {
    if (value === undefined || fold(name).startsWith(OWN_PREFIX)) continue;
    const listed =
      wanted.has(fold(name)) || (!windows && POSIX_FAMILIES.some((family) => name.startsWith(family)));
    // A value that begins like this is a shell function, which old shells would run.
    if (listed && !value.startsWith('()')) result.set(fold(name), [name, value]);
  }
  result.set('PATH', ['PATH', path]);
  for (const [name, value] of Object.entries(launch)) {
    if (!name.toUpperCase().startsWith(OWN_PREFIX)) result.set(fold(name), [name, value]);
  }
  return Object.fromEntries(result.values());
}

/** The PATH that the server's own settings give it, if they do. */
export function launchPath(
  launch: Readonly<Record<string, string>>,
  platform: NodeJS.Platform,
): string | undefined {
  const windows = platform === 'win32';
  return Object.entries(launch).findLast(([name]) => (windows ? name.toUpperCase() : name) === 'PATH')?.[1];
}

function words(...lines: readonly string[]): readonly string[] {
  return lines.join(' ').split(' ');
}
