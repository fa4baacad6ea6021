import { describe, expect, it } from 'vitest';
import { childEnvironment, launchPath } from '../../../electron/upstream/stdio/child-environment.ts';

describe('childEnvironment', () => {
  it('passes the short list, proxy and certificate settings and the own settings of a server, and nothing else', () => {
    const own = {
      HOME: '/home/p',
      LANG: 'C.UTF-8',
      LC_TIME: 'de_DE',
      XDG_RUNTIME_DIR: '/run/user/1',
      PATH: '/old',
      https_proxy: 'http://a',
      NODE_EXTRA_CA_CERTS: '/ca.pem',
      NODE_USE_SYSTEM_CA: '1',
      AWS_SECRET_ACCESS_KEY: 'secret',
      LD_PRELOAD: '/evil.so',
      NODE_OPTIONS: '--require /evil.js',
      DOORWARD_HOME: '/profile',
      LC_EVIL: '() { :; }; evil',
      EMPTY: undefined,
    };
    expect(childEnvironment(own, { TOKEN: 't', LANG: 'fr_FR', doorward_x: 'y' }, '/new', 'linux')).toEqual({
      HOME: '/home/p',
      LANG: 'fr_FR',
      LC_TIME: 'de_DE',
      XDG_RUNTIME_DIR: '/run/user/1',
      PATH: '/new',
      https_proxy: 'http://a',
      NODE_EXTRA_CA_CERTS: '/ca.pem',
      NODE_USE_SYSTEM_CA: '1',
      TOKEN: 't',
    });
  });

  it('compares names without case on Windows', () => {
    const own = {
      Path: 'C:\\old',
      SystemRoot: 'C:\\Windows',
      Doorward_Key: 'k',
      'ProgramFiles(x86)': 'C:\\P',
      XDG_X: '1',
    };
    expect(childEnvironment(own, { path: 'C:\\mine' }, 'C:\\new', 'win32')).toEqual({
      SystemRoot: 'C:\\Windows',
      'ProgramFiles(x86)': 'C:\\P',
      path: 'C:\\mine',
    });
  });

  it('takes a name such as __proto__ as a name', () => {
    const env = childEnvironment({}, Object.fromEntries([['__proto__', 'x']]), '/p', 'linux');
    expect(Object.entries(env)).toEqual([
      ['PATH', '/p'],
      ['__proto__', 'x'],
    ]);
  });
});

describe('launchPath', () => {
  it('finds the PATH that a server is given', () => {
    expect(launchPath({ Path: 'a' }, 'win32')).toBe('a');
    expect(launchPath({ Path: 'a' }, 'linux')).toBeUndefined();
    expect(launchPath({ PATH: 'a' }, 'linux')).toBe('a');
  });
});
