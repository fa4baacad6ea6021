import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPlaces } from '../../../electron/policy/places/places.ts';

type Verdict = 'inside' | 'refused';

function verdict(
  platform: NodeJS.Platform,
  root: string,
  path: string,
  effect: 'read' | 'write' = 'write',
): Verdict {
  const places = createPlaces({ platform, realPath: (one) => one, ownFiles: () => [] });
  return places.inside(places.read(path, root), places.folder(root), effect) ? 'inside' : 'refused';
}

const ROOT = '/srv/work/site';

/** Each attack on a Unix system beside an honest path of the same shape. */
const UNIX: readonly [what: string, attack: string, twin: string][] = [
  ['climbs out', '../other', 'sub/other'],
  ['climbs out far', '../../../../etc/hosts', 'a/../b/../c'],
  ['climbs out of a deep path', `${ROOT}/a/b/../../../x`, `${ROOT}/a/b/../../x`],
  ['climbs at the end', `${ROOT}/..`, `${ROOT}/.`],
  ['climbs at the end with a slash', `${ROOT}/../`, `${ROOT}/./`],
  ['climbs and comes back elsewhere', `${ROOT}/../site2/x`, `${ROOT}/../site/x`],
  ['has the root as the beginning of its name', `${ROOT}-old/x`, `${ROOT}/-old/x`],
  ['has the root as the beginning of its name, dotted', `${ROOT}.bak`, `${ROOT}/.bak`],
  ['is the folder above', '/srv/work', `${ROOT}`],
  ['is elsewhere', '/srv/elsewhere/x', `${ROOT}/elsewhere/x`],
  ['is the root of the system', '/', `${ROOT}/`],
  ['is a root with many slashes', `///etc/hosts`, `${ROOT}///etc/hosts`],
  ['differs in case', '/SRV/work/site/x', `${ROOT}/X`],
  ['climbs, percent-encoded', `${ROOT}/%2e%2e/x`, `${ROOT}/%2e/x`],
  ['climbs, half encoded', `${ROOT}/.%2e/x`, `${ROOT}/.%2ex/x`],
  ['climbs, encoded in capitals', `${ROOT}/%2E%2E/x`, `${ROOT}/%2Ex/x`],
  ['climbs by an encoded slash', `${ROOT}/..%2Fx`, `${ROOT}/x%2Fy`],
  ['climbs by an encoded backslash', `${ROOT}/..%5cx`, `${ROOT}/a%5cx`],
  ['is encoded twice', `${ROOT}/%252e%252e%252fx`, `${ROOT}/100%25`],
  ['is encoded three times', `${ROOT}/%25252e%25252e/x`, `${ROOT}/a%20b`],
  ['is encoded twice without need', `${ROOT}/a%2541`, `${ROOT}/a%41`],
  ['uses overlong UTF-8', `${ROOT}/%c0%ae%c0%ae/x`, `${ROOT}/%c3%a9/x`],
  ['uses overlong UTF-8 for a slash', `${ROOT}/..%c0%afx`, `${ROOT}/caf%C3%A9`],
  ['uses overlong UTF-8 of three bytes', `${ROOT}/%e0%80%ae%e0%80%ae/x`, `${ROOT}/%e2%82%ac/x`],
  ['uses the codes of an old server', `${ROOT}/%u002e%u002e/x`, `${ROOT}/%u-turn/x`],
  ['ends early at a NUL', `${ROOT}/a.png\0../../x`, `${ROOT}/a.png`],
  ['ends early at an encoded NUL', `${ROOT}/a%00.png`, `${ROOT}/a%2c.png`],
  ['has a line break', `${ROOT}/a\nb`, `${ROOT}/a b`],
  ['has an encoded line break', `${ROOT}/a%0ab`, `${ROOT}/a%2bb`],
  ['has a carriage return', `${ROOT}/a\rb`, `${ROOT}/a,b`],
  ['has an escape character', `${ROOT}/a\x1b[2Jb`, `${ROOT}/a[2]b`],
  ['has a delete character', `${ROOT}/a\x7fb`, `${ROOT}/a~b`],
  ['has a tab', `${ROOT}/a\tb`, `${ROOT}/a_b`],
  ['has a control of the second block', `${ROOT}/a\u0085b`, `${ROOT}/a\u00e9b`],
  ['has half a character', `${ROOT}/a\ud800`, `${ROOT}/a\u{1f600}`],
  ['climbs by backslashes', '..\\..\\etc\\hosts', 'a\\b\\c'],
  ['climbs by mixed separators', '..\\../x', 'a\\b/x'],
  ['climbs in the middle by backslashes', `${ROOT}/a\\..\\..\\x`, `${ROOT}/a\\b\\..\\x`],
  ['climbs with two dots in one character', `${ROOT}/\u2025/x`, `${ROOT}/a\u2025b/x`],
  ['climbs in full width', `${ROOT}/\uff0e\uff0e/x`, `${ROOT}/\uff21\uff22/x`],
  ['stands still in full width', `${ROOT}/\uff0e/x`, `${ROOT}/no\uff0e1/x`],
  ['climbs by a leader of one dot', `${ROOT}/\u2024\u2024/x`, `${ROOT}/a\u2024b/x`],
  ['climbs by small dots', `${ROOT}/\ufe52\ufe52/x`, `${ROOT}/a\ufe52b`],
  ['climbs by ideographic stops', `${ROOT}/\uff61\uff61/x`, `${ROOT}/\u304b\u3002txt`],
  ['climbs with something unseen between', `${ROOT}/.\u200b./x`, `${ROOT}/a\u200bb/x`],
  ['climbs with a joiner between', `${ROOT}/.\u200d./x`, `${ROOT}/\u{1f469}\u200d\u{1f52c}.png`],
  ['climbs with a hyphen nobody sees', `${ROOT}/.\u00ad./x`, `${ROOT}/a\u00adb`],
  ['climbs with a byte order mark', `${ROOT}/.\ufeff./x`, `${ROOT}/\ufeffa`],
  ['climbs turned round', `${ROOT}/\u202e../x`, `${ROOT}/\u05d0\u05d1/x`],
  ['climbs by tags', `${ROOT}/.\u{e0041}./x`, `${ROOT}/\u00fcber/x`],
  ['uses a full-width slash', `${ROOT}/a\uff0fb`, `${ROOT}/a-b`],
  ['climbs by full-width slashes', `${ROOT}\uff0f..\uff0f..\uff0fx`, `${ROOT}/--/x`],
  ['uses a division slash', `${ROOT}/..\u2215x`, `${ROOT}/\u00f7x`],
  ['uses a fraction slash', `${ROOT}/..\u2044x`, `${ROOT}/\u00bd x`],
  ['uses a big solidus', `${ROOT}/..\u29f8x`, `${ROOT}/\u00b7x`],
  ['uses a mathematical slash', `${ROOT}/..\u27cbx`, `${ROOT}/\u00d7x`],
  ['uses a drawn diagonal', `${ROOT}/..\u2571x`, `${ROOT}/\u2500x`],
  ['uses a full-width backslash', `${ROOT}/..\uff3cx`, `${ROOT}/\u3042x`],
  ['uses a set minus', `${ROOT}/..\u2216x`, `${ROOT}/\u2212x`],
  ['uses a small backslash', `${ROOT}/..\ufe68x`, `${ROOT}/\ufe50x`],
  ['encodes a false slash', `${ROOT}/..%ef%bc%8fx`, `${ROOT}/%e3%81%82x`],
  ['encodes with a full-width percent', `${ROOT}/\uff052e\uff052e/x`, `${ROOT}/50\uff05/x`],
  ['climbs after an account sign', `${ROOT}/..\u2100x/../../../x`, `${ROOT}/\u2100x`],
  ['is the home folder', '~', 'home'],
  ['is in the home folder', '~/x', './~x'],
  ['is in somebody\u2019s home folder', '~root/x', 'root/x'],
  ['has the home folder in the middle', `${ROOT}/~/x`, `${ROOT}/~x/x`],
  ['encodes the home folder', '%7e/x', 'a%7e/x'],
  ['has the home folder in full width', '\uff5e/x', 'a\uff5e/x'],
  ['is in the home folder of a variable', '$HOME/x', 'HOME/x'],
  ['has a variable in braces', '${HOME}/x', '{HOME}/x'],
  ['has a variable in the middle', `${ROOT}/$TMPDIR/x`, `${ROOT}/routes/$id.tsx`],
  ['has a variable of Windows', '%USERPROFILE%/x', '50%/x'],
  ['has a variable of Windows in the middle', `${ROOT}/%APPDATA%/x`, `${ROOT}/100% sure/x`],
  ['has a variable of PowerShell', '$env:TEMP/x', 'env:TEMP/x'.replace(':', '-')],
  ['runs a command', '$(id)/x', '(id)/x'],
  ['runs a command in back-ticks', '`id`/x', "'id'/x"],
  ['is on another computer', '//server/share/x', 'server/share/x'],
  ['is on another computer, backslashes', '\\\\server\\share\\x', 'server\\share\\x'],
  ['is a device path', '\\\\.\\pipe\\x', '.\\pipe\\x'],
  ['is a long device path', '\\\\?\\C:\\x', 'C\\x'],
  ['is an encoded share', '%2f%2fserver/share', 'a%2f%2fserver/share'],
  ['names a drive', 'C:\\Windows\\x', 'C/Windows/x'],
  ['names a drive with slashes', 'C:/Windows/x', 'c/windows/x'],
  ['names a drive in the middle', `${ROOT}/D:/x`, `${ROOT}/D/x`],
  ['is relative to a drive', 'c:x', 'c-x'],
  ['is a device', 'CON', 'CONTENTS'],
  ['is a device in lower case', 'nul', 'null.txt'],
  ['is a device in the root', `${ROOT}/aux`, `${ROOT}/auxiliary`],
  ['is a device with an ending', `${ROOT}/nul.txt`, `${ROOT}/nullable.txt`],
  ['is a serial port', `${ROOT}/COM1`, `${ROOT}/COMPONENT1`],
  ['is a printer', `${ROOT}/lpt9.log`, `${ROOT}/lpt.log`],
  ['is a port with a raised digit', `${ROOT}/com\u00b9`, `${ROOT}/common\u00b9`],
  ['is a folder of a device', `${ROOT}/prn/x`, `${ROOT}/prints/x`],
  ['is a device and a space', `${ROOT}/con .txt`, `${ROOT}/con man.txt`],
  ['is a console', `${ROOT}/conin$`, `${ROOT}/coning$`],
  ['is a stream', `${ROOT}/a.txt:hidden`, `${ROOT}/10:30:00.log`],
  ['is the data stream', `${ROOT}/a.txt::$DATA`, `${ROOT}/a: b.txt`],
  ['is an index stream', `${ROOT}/dir:$I30:$INDEX_ALLOCATION/x`, `${ROOT}/dir-I30/x`],
  ['is a resource fork', `${ROOT}/a/..namedfork/rsrc`, `${ROOT}/a/..named/rsrc`],
  ['is only dots', `${ROOT}/.../x`, `${ROOT}/..data/x`],
  ['is dots and a space', `${ROOT}/.. /x`, `${ROOT}/..x/..`],
  ['is dots with spaces between', `${ROOT}/. ./x`, `${ROOT}/.a.b/x`],
  ['ends in a space', `${ROOT}/a.txt `, `${ROOT}/a b.txt`],
  ['has a folder that ends in a space', `${ROOT}/a /b`, `${ROOT}/a b/c`],
  ['ends in a dot', `${ROOT}/a.txt.`, `${ROOT}/Acme Inc./a.txt`],
  ['is in proc', '/proc/self/environ', `${ROOT}/proc/self/environ`],
  ['is in proc by way of itself', '/proc/self/root/srv/work/site/x', `${ROOT}/process/x`],
  ['is a file of devices', '/dev/sda', `${ROOT}/dev/sda`],
  ['is an open file', '/dev/fd/3', `${ROOT}/dev/fd/3`],
  ['is in sys', '/sys/kernel/x', `${ROOT}/sys/kernel/x`],
  ['is a file address elsewhere', 'file:///etc/hosts', `file://${ROOT}/etc/hosts`],
  ['is a file address on another computer', `file://server${ROOT}/x`, `file://localhost${ROOT}/x`],
  ['is a file address that climbs', `file://${ROOT}/%2e%2e/x`, `file://${ROOT}/a%20b/x`],
  ['is a file address with a query', `file://${ROOT}/x?y`, `file:${ROOT}/x`],
  ['is an address of the web', 'https://example.com/x', 'https/example.com/x'],
  ['is another address', 'smb://server/x', 'smb/server/x'],
  ['is a packed address', `jar:file://${ROOT}/a.jar`, `${ROOT}/jar/a.jar`],
  ['is an encoded address', 'file%3a///etc/hosts', 'files%3a-etc/hosts'],
  ['is nothing', '', '.'],
  ['is too long', `${ROOT}/${'a/'.repeat(3000)}`, `${ROOT}/${'a/'.repeat(300)}`],
];

/** Sensitive although inside, and honest names like them. */
const SENSITIVE: readonly [attack: string, twin: string][] = [
  ['.ssh/id_rsa', 'ssh/readme.md'],
  ['.ssh', '.sshrc-notes'],
  ['a/.SSH/config', 'a/ssh_config.md'],
  ['.ssh./x', 'x.ssh/x'],
  ['.s\u200csh/x', '.s\u200cshh/x'],
  ['.\uff53\uff53\uff48/x', '.\uff53\uff53/x'],
  ['%2essh/x', '%2eshh/x'],
  ['.aws/credentials', 'aws/readme.md'],
  ['.gnupg/secring.gpg', 'gnupg.md'],
  ['.kube/config', 'kube/deploy.yaml'],
  ['.docker/config.json', 'docker/config.json'],
  ['.config/gcloud/x', '.config/app/x'],
  ['.config/gh/hosts.yml', '.config/ghostty/config'],
  ['.password-store/x.gpg', 'password-policy.md'],
  ['.netrc', 'netrc.md'],
  ['.git-credentials', 'git-credentials.md'],
  ['.npmrc', 'npmrc.md'],
  ['.pypirc', 'pypi.md'],
  ['.pgpass', 'pgpass.md'],
  ['.env', '.env.example'],
  ['.ENV', '.environment.md'],
  ['.env.local', '.env.sample'],
  ['.env.production', '.env.template'],
  ['config/prod.env', 'config/prod.environment'],
  ['.envrc', 'envrc.md'],
  ['id_ed25519', 'id_ed25519.pub'],
  ['keys/id_rsa', 'keys/id_rsa.pub'],
  ['server.key', 'talk.key'],
  ['private-key.pem', 'chain.pem'],
  ['store.p12', 'store.p1'],
  ['passwords.kdbx', 'passwords.md'],
  ['.git/config', '.gitconfigs'],
  ['.git/hooks/pre-commit', 'hooks/pre-commit'],
  ['sub/.git/hooks/post-checkout', 'sub/git/hooks/post-checkout'],
  ['.git/modules/a/config', 'modules/a/config'],
  ['.git/modules/a/hooks/x', '.github/workflows/x.yml'],
  ['GIT~1/config', 'GIT~/config'],
  ['.gitconfig', '.gitignore'],
  ['.bashrc', 'bashrc.md'],
  ['.zshrc', 'zsh.md'],
  ['.zshenv', 'zshenv.txt'],
  ['.profile', 'profile.json'],
  ['.bash_profile', 'bash_profile.md'],
  ['.bash_history', 'history.md'],
  ['.config/fish/config.fish', 'fish/config.md'],
  ['Microsoft.PowerShell_profile.ps1', 'deploy.ps1'],
  ['Library/Keychains/login.keychain-db', 'library/keys.md'],
  ['.local/share/keyrings/login.keyring', '.local/share/app/x'],
  ['.mozilla/firefox/x/logins.json', 'firefox/readme.md'],
  ['.config/google-chrome/Default/Cookies', 'chrome/readme.md'],
  ['AppData/Local/Google/Chrome/User Data/Default/Login Data', 'Google/docs.md'],
  ['AppData/Local/BraveSoftware/x', 'brave.md'],
  ['Library/Application Support/Firefox/Profiles/x/key4.db', 'profiles/x.db'],
  ['.mcp.json', 'package.json'],
  ['.cursor/mcp.json', 'cursor.md'],
  ['claude_desktop_config.json', 'desktop_config.json'],
  ['.vscode/tasks.json', '.vscode/extensions.json'],
  ['.claude/settings.json', 'claude/notes.json'],
  ['credentials.json', 'credentials.md'],
  ['client_secret_1.json', 'client.json'],
  ['service-account-prod.json', 'service-accounts.md'],
  ['.htpasswd', '.htaccess'],
  ['wallet.dat', 'wallet.md'],
  ['.terraform.d/credentials.tfrc.json', 'terraform/main.tf'],
  ['docker.sock', 'docker-compose.yml'],
];

describe('paths on a Unix system', () => {
  it.each(UNIX)('one that %s is not inside: %j; %j is', (_what, attack, twin) => {
    expect(verdict('linux', ROOT, attack)).toBe('refused');
    expect(verdict('linux', ROOT, twin)).toBe('inside');
  });

  it.each(SENSITIVE)('%s is sensitive, %s is not', (attack, twin) => {
    for (const way of [attack, `${ROOT}/${attack}`, `${ROOT}/x/../${attack}`])
      expect(verdict('linux', ROOT, way)).toBe('refused');
    for (const way of [twin, `${ROOT}/${twin}`]) expect(verdict('linux', ROOT, way)).toBe('inside');
  });

  it('what steers may be read where it may not be changed without a question', () => {
    expect(verdict('linux', ROOT, '.vscode/settings.json', 'read')).toBe('inside');
    expect(verdict('linux', ROOT, '.vscode/settings.json', 'write')).toBe('refused');
    expect(verdict('linux', ROOT, 'AGENTS.md', 'read')).toBe('inside');
    expect(verdict('linux', ROOT, '.env', 'read')).toBe('refused');
  });

  it('a folder that is itself sensitive was meant by whoever named it, what is sensitive in it was not', () => {
    expect(verdict('linux', '/home/u/.config/gh', '/home/u/.config/gh/x')).toBe('inside');
    expect(verdict('linux', '/home/u/.config/gh', '/home/u/.config/gh/.ssh/x')).toBe('refused');
  });

  it.each([
    '/etc/shadow',
    '/etc/passwd',
    '/etc/sudoers.d/x',
    '/etc/ssh/ssh_host_rsa_key',
    '/root/x',
    '/var/run/docker.sock',
  ])('%s is sensitive wherever a server works', (path) =>
    expect(verdict('linux', '/', path, 'read')).toBe('refused'),
  );

  it('a relative path is in no folder when nobody knows where it starts', () => {
    const places = createPlaces({ platform: 'linux', realPath: (one) => one, ownFiles: () => [] });
    expect(places.read('a.txt', undefined)).toMatchObject({ fault: 'relative' });
    expect(places.inside(places.read('a.txt', undefined), places.folder(ROOT), 'read')).toBe(false);
  });
});

describe('paths on Windows', () => {
  const root = 'C:\\Users\\u\\site';
  it.each([
    ['climbs', 'C:\\Users\\u\\site\\..\\x', 'C:\\Users\\u\\site\\a\\..\\x'],
    ['climbs by slashes', 'C:/Users/u/site/../x', 'C:/Users/u/site/x'],
    ['is on another drive', 'D:\\Users\\u\\site\\x', 'c:\\users\\U\\SITE\\x'],
    ['has the root as the beginning of its name', 'C:\\Users\\u\\site2', 'C:\\Users\\u\\site\\2'],
    ['is relative to a drive', 'C:x', 'x'],
    ['is on another computer', '\\\\server\\c$\\x', 'server\\x'],
    ['is a device path', '\\\\?\\C:\\Users\\u\\site\\x', '.\\x'],
    ['is the root of the drive', '\\x', 'a\\x'],
    ['is a stream', 'C:\\Users\\u\\site\\a.txt:x', 'C:\\Users\\u\\site\\a.txt'],
    ['is a stream without an ending', 'C:\\Users\\u\\site\\a:x', 'C:\\Users\\u\\site\\a-x'],
    ['ends in a dot', 'C:\\Users\\u\\site\\a.', 'C:\\Users\\u\\site\\.a'],
    ['has a folder that ends in a dot', 'C:\\Users\\u\\site\\a.\\b', 'C:\\Users\\u\\site\\a.b\\c'],
    ['ends in a space', 'C:\\Users\\u\\site\\a ', 'C:\\Users\\u\\site\\a b'],
    ['is a short name', 'C:\\Users\\u\\site\\PROGRA~1\\x', 'C:\\Users\\u\\site\\program~x'],
    ['is a device', 'C:\\Users\\u\\site\\NUL', 'C:\\Users\\u\\site\\NULLS'],
    ['has a wildcard', 'C:\\Users\\u\\site\\*', 'C:\\Users\\u\\site\\+'],
    ['is sensitive', 'C:\\Users\\u\\site\\.ssh\\id_rsa', 'C:\\Users\\u\\site\\ssh\\id'],
    ['is a file address elsewhere', 'file:///C:/Windows/x', 'file:///C:/Users/u/site/x'],
    ['climbs in full width', 'C:\\Users\\u\\site\\\uff0e\uff0e\\x', 'C:\\Users\\u\\site\\\uff21\\x'],
    ['is a Kelvin sign for a k', 'C:\\Users\\u\\\u212aite', 'C:\\Users\\u\\site\\\u212a'],
  ])('one that %s is not inside: %j; %j is', (_what, attack, twin) => {
    expect(verdict('win32', root, attack)).toBe('refused');
    expect(verdict('win32', root, twin)).toBe('inside');
  });
});

describe('paths on a Mac', () => {
  it('are compared without regard to case and normal form', () => {
    const root = '/Users/u/Caf\u00e9';
    expect(verdict('darwin', root, '/users/U/CAFE\u0301/x')).toBe('inside');
    expect(verdict('darwin', root, '/Users/u/Cafe/x')).toBe('refused');
    expect(verdict('darwin', root, '/Users/u/Caf\u00e9s/x')).toBe('refused');
  });
});

describe('folders of the same name in another case', () => {
  const system = (platform: NodeJS.Platform) =>
    createPlaces({ platform, realPath: (one) => one, ownFiles: () => [] });
  it('a Kelvin sign is no k where the folder is', () => {
    const places = system('win32');
    expect(places.inside(places.read('C:\\w\\\u212a\\x', undefined), places.folder('C:\\w\\k'), 'read')).toBe(
      false,
    );
    expect(places.inside(places.read('C:\\w\\K\\x', undefined), places.folder('C:\\w\\k'), 'read')).toBe(
      true,
    );
  });
});

describe('any path', () => {
  const part = fc.oneof(
    fc.constantFrom(
      '..',
      '.',
      '',
      'a',
      'site',
      '%2e%2e',
      '..%2f',
      '\\..\\',
      '\u2025',
      '\uff0e\uff0e',
      '~',
      'CON',
      'a:b',
      '%',
      '%25',
      '.ssh',
      '\u200b.',
      'é',
    ),
    fc.string({ maxLength: 4 }),
  );
  it('is read without a throw, and what is inside begins with the root and climbs nowhere', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(`${ROOT}/`, '', '/', '//'),
        fc.array(part, { maxLength: 6 }),
        fc.constantFrom<NodeJS.Platform>('linux', 'darwin', 'win32'),
        (start, parts, platform) => {
          const root = platform === 'win32' ? 'C:\\srv\\site' : ROOT;
          const path = start + parts.join('/');
          const places = createPlaces({ platform, realPath: (one) => one, ownFiles: () => [] });
          const read = places.read(path, root);
          if (!places.inside(read, places.folder(root), 'write')) return;
          expect(read.fault).toBeUndefined();
          if (read.fault !== undefined) return;
          for (const reading of read.readings) {
            expect(`${reading.real}${platform === 'win32' ? '\\' : '/'}`.startsWith(root)).toBe(true);
            expect(reading.real.split(platform === 'win32' ? '\\' : '/')).not.toContain('..');
          }
        },
      ),
      { numRuns: 3000 },
    );
  });
});
