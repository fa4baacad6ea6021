import { describe, expect, it } from 'vitest';
import { parseLink } from '../../../electron/shell/deep-links.ts';
import {
  readArguments,
  readHandover,
  toHandover,
  wordsForRelaunch,
} from '../../../electron/shell/launch-arguments.ts';

describe('the command line of the app', () => {
  it('reads its own words among those of Chromium', () => {
    expect(
      readArguments([
        '.',
        '--remote-debugging-port=0',
        '--home',
        '/p',
        '--hidden',
        '--port=0',
        '--no-sandbox',
      ]),
    ).toEqual({ home: '/p', port: 0, hidden: true, selfTest: false, link: undefined, bundles: [] });
  });

  it('takes the last of two homes, and passes over a port that is none', () => {
    const read = readArguments(['--home=/a', '--home=/b', '--port', '70000', '--self-test']);
    expect(read).toMatchObject({ home: '/b', port: undefined, selfTest: true });
  });

  it('finds a link', () => {
    expect(readArguments(['--hidden', 'doorward://open/apps'])).toMatchObject({
      hidden: true,
      link: 'doorward://open/apps',
    });
  });

  it('starts again in sight, and without the link', () => {
    expect(wordsForRelaunch(['.', '--home', '/p', '--hidden', 'doorward://open/apps', '--x'])).toEqual([
      '.',
      '--home',
      '/p',
    ]);
  });

  it('hands a second start over to the first', () => {
    const handed: unknown = structuredClone(toHandover(readArguments(['doorward://open/apps'])));
    expect(readHandover(handed)).toEqual({ hidden: false, link: 'doorward://open/apps' });
  });

  it.each([undefined, null, 7, 'x', { hidden: 'yes' }, { hidden: true, run: 'x' }])(
    'takes %j for a plain second start',
    (data) => {
      expect(readHandover(data)).toEqual({ hidden: false });
    },
  );
});

describe('links to screens', () => {
  it.each([
    ['doorward://open/needs-you', { screen: 'needs-you' }],
    ['doorward://open/servers/', { screen: 'servers' }],
    ['doorward://open/servers/my-files', { screen: 'servers', item: 'my-files' }],
    ['DOORWARD://open/activity/c_1.2', { screen: 'activity', item: 'c_1.2' }],
  ])('%s', (url, place) => {
    expect(parseLink(url)).toEqual(place);
  });
});
