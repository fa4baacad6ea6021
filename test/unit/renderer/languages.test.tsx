// @vitest-environment jsdom
import { cleanup, render, screen, waitFor } from '@testing-library/react';
import i18next from 'i18next';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { questions } from '../../../renderer/dev/sample-questions.ts';
import { SettingsScreen } from '../../../renderer/features/settings/settings-screen.tsx';
import { followLanguage } from '../../../renderer/i18n/follow-language.ts';
import { createFormat } from '../../../renderer/i18n/format.ts';
import { speak, startI18n } from '../../../renderer/i18n/i18n.ts';
import { languageNamed, languages, loadLanguage } from '../../../renderer/i18n/languages.ts';
import { PopupApp } from '../../../renderer/popup/popup-app.tsx';
import { createStores } from '../../../renderer/store/stores.ts';
import type { Bridge } from '../../../shared/ipc/window.ts';
import { openPopup } from './popup/kit.tsx';
import { setUp } from './screens-support.tsx';

beforeEach(async () => {
  startI18n();
  await speak('en');
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

const answering = (answer: () => Promise<unknown>): Bridge =>
  ({ commands: { 'app.language': answer } }) as unknown as Bridge;
const told = (language: string) => answering(() => Promise.resolve({ ok: true, value: { language } }));
const looks = () => [document.documentElement.lang, document.documentElement.dir, i18next.language];

/** Has the texts of a language be there only once they are let go. */
function hold(code: string) {
  const { promise, resolve, reject } = Promise.withResolvers<undefined>();
  const language = languageNamed(code);
  const { load } = language;
  vi.spyOn(language, 'load').mockImplementation(() => promise.then(load));
  return { letGo: () => resolve(undefined), lose: () => reject(new Error('gone')) };
}

describe('a window', () => {
  it('speaks the language that the app names, and says so to the document', async () => {
    await followLanguage(told('ar'));
    expect(looks()).toEqual(['ar', 'rtl', 'ar']);
    expect(i18next.t('common:nav.settings')).not.toBe('Settings');
    await followLanguage(told('de'));
    expect(looks()).toEqual(['de', 'ltr', 'de']);
  });

  it('speaks English when the texts cannot be had, and takes none for a language that is unknown', async () => {
    await speak('ja');
    const texts = hold('de');
    const asked = followLanguage(told('de'));
    texts.lose();
    await asked;
    expect(looks()).toEqual(['en', 'ltr', 'en']);
    expect(await loadLanguage('../../../etc/passwd')).toBe(await loadLanguage('en'));
  });

  it('goes on as it is when the app does not answer', async () => {
    await speak('ar');
    await followLanguage(answering(() => Promise.reject(new Error('gone'))));
    await followLanguage(answering(() => Promise.resolve({ ok: false, code: 'refused', message: '' })));
    expect(looks()).toEqual(['ar', 'rtl', 'ar']);
  });

  it('speaks the language wished for last, however late the texts of the others come', async () => {
    const slow = hold('ar');
    const first = speak('ar');
    await speak('fr');
    slow.letGo();
    await first;
    expect(looks()).toEqual(['fr', 'ltr', 'fr']);
  });
});

describe('Settings', () => {
  async function open() {
    const world = setUp();
    world.draw(<SettingsScreen />);
    return { ...world, field: await screen.findByRole('combobox', { name: 'Language' }) };
  }

  it('offer each language by its own name, and English to begin with', async () => {
    const { user, field } = await open();
    expect(field.textContent).toBe('English');
    await user.click(field);
    const names = (await screen.findAllByRole('option')).map(({ textContent }) => textContent);
    expect(names).toEqual(['Like the computer', ...languages.map(({ name }) => name)]);
    expect(screen.getByText(/not been read by native speakers yet/)).toBeDefined();
  });

  it('change the window at once', async () => {
    const { user, field, given } = await open();
    await user.click(field);
    await user.click(await screen.findByRole('option', { name: 'العربية' }));
    await waitFor(() => expect(looks()).toEqual(['ar', 'rtl', 'ar']));
    expect(given('settings.change')).toEqual([{ language: 'ar' }]);
    await waitFor(() => expect(screen.queryByText('Language')).toBeNull());
  });
});

describe('the formatters', () => {
  it('are those of the language, with the same digits everywhere', () => {
    const at = new Date(2026, 10, 26, 14, 3, 27).getTime();
    const now = () => at + 130_000;
    const of = (code: string) => createFormat(code, now);
    expect(of('de').tenth(0.7)).toBe('0,7');
    expect(of('de').number(12_345)).toBe('12.345');
    expect(of('fr').all(['a', 'b', 'c'])).toBe('a, b et c');
    expect(of('es').either(['a', 'b'])).toBe('a o b');
    expect(of('ja').ago(at)).toBe('2 分前');
    expect(of('zh-CN').date(at)).toContain('14:03');
    for (const { code } of languages) {
      const format = of(code);
      for (const text of [
        format.date(at),
        format.number(1234),
        format.clock(at),
        format.ago(at),
        format.bytes(4200),
      ])
        expect(text).not.toMatch(/[\u0660-\u0669\u06F0-\u06F9]/);
      expect(format.clock(at)).toContain('14:03:27');
      expect(format.ago(at)).not.toMatch(/\.$/);
    }
    expect(createFormat('en-XA', now).date(at)).toBe(createFormat('en', now).date(at));
  });

  it('write numbers inside sentences in the same way', async () => {
    await speak('ar');
    expect(i18next.t('activity:count', { count: 1234 })).not.toMatch(/[\u0660-\u0669]/);
    await speak('de');
    expect(i18next.t('activity:count', { count: 1234 })).toContain('1.234');
  });
});

describe('a question in a window that is read from the right', () => {
  it.each(['hostile', 'forged', 'disguised', 'send', 'run'])(
    'keeps every text of others in a direction of its own: %s',
    async (name) => {
      await speak('ar');
      const { desk, popup } = openPopup(questions[name]?.() ?? []);
      render(
        <PopupApp popup={popup} ports={{ bridge: desk.bridge, stores: createStores(), now: Date.now }} />,
      );
      await screen.findByRole('alertdialog');
      const loose: string[] = [];
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const text = node.textContent ?? '';
        // What only a screen reader has is not laid out; a box of a hidden character has its own direction.
        const apart = node.parentElement?.closest('bdi, code, pre, [role=img], [aria-live], [role=status]');
        if (
          (apart === null || apart === undefined) &&
          /[A-Za-z]/.test(text.replaceAll(/Doorward|[\d.,]+ [kM]?B/g, ''))
        )
          loose.push(text);
        expect(text).not.toMatch(/[\u202A-\u202E\u2066-\u2069]/);
      }
      expect(loose).toEqual([]);
      for (const text of document.querySelectorAll('bdi bdi')) expect(text.parentElement?.dir).toBe('auto');
    },
  );
});
