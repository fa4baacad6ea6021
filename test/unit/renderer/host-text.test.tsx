// @vitest-environment jsdom
import { act, cleanup, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hostSentence } from '../../../renderer/i18n/host-sentence.ts';
import { speak, startI18n } from '../../../renderer/i18n/i18n.ts';
import { CommandNote } from '../../../renderer/ui/command-note.tsx';
import { HostText } from '../../../renderer/ui/hostile-text/host-text.tsx';

beforeEach(() => startI18n());
afterEach(async () => {
  cleanup();
  await act(() => speak('en'));
});

const refused = (message: string) => (
  <CommandNote command={{ busy: false, error: { code: 'x', message }, progress: undefined }} />
);

describe('what the host says', () => {
  it('is shown in the language of the window, and anew when that changes', async () => {
    render(refused('"files" is blocked, so it is not started.'));
    expect(screen.getByRole('alert').textContent).toBe('"files" is blocked, so it is not started.');
    await act(() => speak('de'));
    await waitFor(() =>
      expect(screen.getByRole('alert').textContent).toBe(
        '„files“ ist blockiert und wird deshalb nicht gestartet.',
      ),
    );
    await act(() => speak('en'));
    expect(screen.getByRole('alert').textContent).toBe('"files" is blocked, so it is not started.');
  });

  it('is shown in English where there is no other word for it', async () => {
    await act(() => speak('de'));
    render(refused('Something that nobody has translated.'));
    expect(screen.getByRole('alert').textContent).toBe('Something that nobody has translated.');
  });

  it('is never said in a language that the window does not speak', async () => {
    await act(() => speak('de'));
    await waitFor(() =>
      expect(hostSentence('The vault is not open.', 'de')).toBe('Der Tresor ist nicht offen.'),
    );
    expect(hostSentence('The vault is not open.', 'fr')).toBe('The vault is not open.');
    expect(hostSentence('The vault is not open.', 'en')).toBe('The vault is not open.');
  });

  it('shows what a server put into it as a text with its hidden characters', async () => {
    await act(() => speak('de'));
    render(<HostText text={'"a\u202Eb" is blocked, so it is not started.'} />);
    await waitFor(() => expect(document.body.textContent).toContain('ist blockiert'));
    expect(document.body.textContent).not.toContain('\u202E');
    expect(screen.getByRole('img', { name: /202E/ })).toBeDefined();
  });
});
