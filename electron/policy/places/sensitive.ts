import type { Effect } from '../../../shared/model/review.ts';
import type { Folder } from './folders.ts';
import { decodedOnce, folded } from './lookalikes.ts';
import type { PathReading } from './read-path.ts';

/**
 * Why a place is sensitive. `secret`: what lies there opens doors, so that even reading it is asked about. `steering`:
 * who writes there decides what runs later.
 */
export type Sensitive = 'secret' | 'steering';

const words = (text: string): string => text.trim().split(/\s+/).join('|');

/** Folders in which everything is secret, wherever they lie. */
const SECRET_FOLDERS = words(String.raw`
  \.ssh \.aws \.azure \.gnupg \.gpg \.kube \.docker \.pki \.password-store \.gcloud \.oci \.chef \.vault \.1password
  \.secrets keyrings kwalletd? keychains \.electrum \.bitcoin \.ethereum \.monero
  \.config/(?:gcloud|gh|hub|op|rclone|sops|age|doctl|heroku|stripe|hcloud|1password|keepassxc|containers|gopass)
  \.mozilla \.thunderbird mozilla/firefox firefox/profiles \.librewolf
  (?:google|\.config)/(?:google-)?chrome(?:-beta|-unstable|\x20beta|\x20canary)? \.?config/chromium chromium/user\x20data
  bravesoftware microsoft/edge(?:\x20beta|\x20dev)? \.config/microsoft-edge[^/]* \.config/(?:vivaldi|opera) vivaldi/user\x20data opera\x20software
  library/(?:safari|cookies|keychains|application\x20support/(?:google/chrome|arc|firefox|chromium|vivaldi|com\.operasoftware[^/]*|com\.apple\.tcc|1password[^/]*))
  library/group\x20containers/[^/]*1password[^/]*
  microsoft/(?:credentials|protect|vault|crypto|systemcertificates) windows/system32/config
  \.git/hooks git~1/hooks`);

/** Files that are secret, wherever they lie. */
const SECRET_FILES = words(String.raw`
  \.netrc _netrc \.git-credentials \.pgpass \.my\.cnf \.mylogin\.cnf \.npmrc \.yarnrc(?:\.yml)? \.pypirc \.dockercfg \.dockerconfigjson \.s3cfg \.boto \.htpasswd \.vault-token
  \.envrc \.env(?:\.(?!example$|sample$|template$|dist$|defaults?$|schema$)[^/]*)? [\w-]+\.env(?:\.local)?
  id_(?:rsa|dsa|ecdsa|ed25519|xmss)(?:_sk)? (?:ssh_host_)[\w]+_key [^/]*\.(?:p12|pfx|kdbx?|ppk|jks|keystore|keychain|keychain-db|ovpn|agekey)
  [^/]*(?:private|priv|server|secret|client)[^/]*\.(?:pem|key) privkey[^/]*
  wallet\.dat key[34]\.db logins\.json cookies\.sqlite(?:-wal)? login\x20data(?:\x20for\x20account)? web\x20data
  \.cargo/credentials(?:\.toml)? \.gem/credentials \.terraform\.d/credentials[^/]* \.m2/settings(?:-security)?\.xml \.gradle/gradle\.properties \.composer/auth\.json \.nuget/nuget\.config \.subversion/auth
  credentials(?:\.(?:json|csv|ya?ml|toml|ini|db))? client_secrets?[^/]*\.json service[-_]account[^/]*\.json application_default_credentials\.json secrets?\.(?:json|ya?ml|toml|ini|env)
  \.(?:bash|zsh|sh|python|node_repl|psql|mysql|sqlite|irb|lua|fish|ash|rediscli)_?history fish_history consolehost_history\.txt
  \.bashrc \.bash_(?:profile|login|logout|aliases) \.profile \.zshrc \.zshenv \.zprofile \.zlogin \.zlogout \.kshrc \.mkshrc \.cshrc \.tcshrc \.login \.xprofile \.xinitrc \.xsession(?:rc)? \.pam_environment
  \.config/fish/.* (?:microsoft\.)?(?:powershell|vscode)_profile\.ps1 (?:windows)?powershell/profile\.ps1
  (?:\.git|git~1)(?:/modules/.+)?/config(?:\.worktree)? (?:\.git|git~1)/modules/.+/hooks/.* \.gitconfig \.config/git/(?:config|credentials)
  \.mcp\.json mcp\.json mcp_(?:config|settings)\.json cline_mcp_settings\.json claude_desktop_config\.json \.claude\.json \.claude/settings(?:\.local)?\.json \.claude/\.credentials\.json \.codex/(?:config\.toml|auth\.json) \.gemini/(?:settings|oauth_creds)\.json
  ntuser\.dat[^/]* ntds\.dit unattend\.xml sysprep\.xml docker\.sock containerd\.sock podman\.sock`);

/** Places of the system, from its root. A drive may stand before them. */
const SYSTEM = words(String.raw`
  /etc/(?:shadow-?|gshadow-?|passwd-?|sudoers|master\.passwd|krb5\.keytab|security/opasswd) /etc/sudoers\.d/.* /etc/ssh(?:/.*)? /etc/ssl/private(?:/.*)? /etc/kubernetes(?:/.*)? /etc/networkmanager/system-connections(?:/.*)? /etc/wireguard(?:/.*)? /etc/doorward(?:/.*)?
  /var/db/dslocal(?:/.*)? /root(?:/.*)? /var/root(?:/.*)? /proc(?:/.*)? /run/secrets(?:/.*)? /var/run/secrets(?:/.*)? /var/spool/cron(?:/.*)? /boot(?:/.*)?`);

const STEERING = words(String.raw`
  \.git/(?:info/attributes|hooks) \.gitattributes \.gitmodules \.vscode/(?:settings|tasks|launch|mcp)\.json \.idea/workspace\.xml \.cursor/.* \.cursorrules \.windsurf/.* \.codeium/.* \.kiro/.* \.zed/.* \.claude/.* \.codex/.* \.gemini/.* \.continue/.* \.cline/.* \.roo/.* \.husky/.* \.devcontainer/.* \.devcontainer\.json
  claude\.md agents\.md gemini\.md \.inputrc \.vimrc \.config/nvim/.* \.emacs(?:\.d/.*)? \.tmux\.conf \.direnv/.* \.config/(?:autostart|systemd|environment\.d)/.* library/(?:launchagents|launchdaemons|startupitems)/.* start\x20menu/programs/startup/.* \.local/bin/.* \.local/share/applications/.* authorized_keys`);
const STEERING_SYSTEM = words(
  String.raw`/etc/.* /private/etc/.* /usr/(?:local/)?(?:s?bin|lib(?:exec|64)?|etc)/.* /s?bin/.* /lib(?:64)?/.* /system/.* /library/.* /windows/.* /program\x20files(?:\x20\(x86\))?/.*`,
);

const SECRET = new RegExp(
  `/(?:${SECRET_FOLDERS})(?:/|$)|/(?:${SECRET_FILES})$|^(?:[a-z]:|/private)?(?:${SYSTEM})$`,
);
const STEERS = new RegExp(`/(?:${STEERING})$|^(?:[a-z]:)?(?:${STEERING_SYSTEM})$`);

/** In one spelling: separators, case, and what Windows drops at the end of a name. */
function spelt(path: string): string {
  const text = `/${path.replaceAll('\\', '/').toLowerCase()}`;
  if (!/[ .](?:\/|$)|\/\//.test(text)) return text;
  return text
    .replace(/[ .]+(?=\/|$)/g, (end, at: number) => (text[at - 1] === '/' ? end : ''))
    .replace(/\/(?:\.?\/)+/g, '/');
}

/** Whether one text names a sensitive place. */
export function sensitiveText(path: string): Sensitive | undefined {
  const text = spelt(path);
  if (SECRET.test(text)) return 'secret';
  return STEERS.test(text) ? 'steering' : undefined;
}

/**
 * Whether a path, in any of its readings, leads to a sensitive place; told from its words where nobody can tell more.
 * `within`: a folder that somebody named; what makes the folder itself sensitive does not count in it.
 */
export function sensitiveIn(read: PathReading, within?: Folder): Sensitive | undefined {
  const cut =
    within?.real !== undefined && sensitiveText(within.real) !== undefined ? within.real : undefined;
  let worst: Sensitive | undefined;
  for (const text of textsOf(read)) {
    const found = sensitiveText(cut !== undefined && text.startsWith(cut) ? text.slice(cut.length) : text);
    if (found === 'secret') return found;
    worst ??= found;
  }
  return worst;
}

/** Whether that has to be asked about: reading what steers does no harm. */
export const isDelicate = (sensitive: Sensitive | undefined, effect: Effect): boolean =>
  sensitive === 'secret' || (sensitive === 'steering' && effect !== 'read');

function textsOf(read: PathReading): readonly string[] {
  if (read.fault === undefined)
    return read.readings.flatMap(({ path, real }) => (path === real ? path : [path, real]));
  return read.texts.slice(0, 4).flatMap((text) => spellings(text.slice(0, 8192)));
}

function spellings(text: string): string[] {
  const decoded = decodedOnce(text) ?? text;
  return [text, decoded, folded(decoded), decodedOnce(decoded) ?? decoded].map((one) =>
    one.replaceAll('\0', '/'),
  );
}
