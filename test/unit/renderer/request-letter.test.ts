// @vitest-environment jsdom
import i18next from 'i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import { type LetterAbout, requestLetter } from '../../../renderer/features/settings/request-letter.ts';
import { speak, startI18n } from '../../../renderer/i18n/i18n.ts';

const HOSTILE = 'x&bcc=evil@x.example\r\nBcc: evil@x.example\u202E{{server}}$t(settings:title)';
const letter = (about: Partial<LetterAbout>) =>
  requestLetter({ server: 'files', to: 'it@example.com', request: '{"a":1}', ...about }, (part, names) =>
    i18next.t(`settings:managed.${part}`, names),
  );

beforeAll(() => startI18n());

describe('the letter to whoever manages Doorward', () => {
  it('is in the language of the window, with the request below it', async () => {
    await speak('de');
    const { text, mailto } = letter({ tool: 'read' });
    expect(text).toMatch(/^Doorward: Bitte um Prüfung des Tools „read“ des Servers „files“\n\nGuten Tag/);
    expect(text).toMatch(/\{"a":1\}$/);
    const url = new URL(mailto ?? '');
    expect(url.pathname).toBe('it@example.com');
    expect(url.searchParams.get('body')).toContain('Bitte prüfen Sie es.\r\n');
    expect(letter({}).text).toContain('den Server „files“');
    await speak('en');
  });

  it('says nothing of a name as anything but a name', () => {
    const { text, mailto } = letter({ tool: HOSTILE });
    const url = new URL(mailto ?? '');
    expect([...url.searchParams.keys()]).toEqual(['subject', 'body']);
    expect(url.searchParams.get('subject')).not.toMatch(/[\r\n\u202E]/);
    expect(url.searchParams.get('body')).not.toContain('\nBcc');
    expect(text).toContain('{{server}}$t(settings:title)');
    expect(text).not.toContain('\u202E');
    expect(letter({ tool: '\uD800' }).mailto).toMatch(/^mailto:/);
  });

  it('has no address where nobody named one', () => {
    expect(letter({ to: undefined }).mailto).toBeUndefined();
  });
});
