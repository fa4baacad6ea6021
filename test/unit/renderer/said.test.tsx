// @vitest-environment jsdom
import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sampleTrial } from '../../../renderer/dev/sample-found.ts';
import { managedByCompany } from '../../../renderer/dev/sample-policy.ts';
import { alarmItem, careItem, newItem, reviewOf } from '../../../renderer/dev/sample-reviews.ts';
import { LockNote } from '../../../renderer/features/managed/lock-note.tsx';
import { LOCKED } from '../../../renderer/features/managed/use-lock.ts';
import { NeedsYouScreen } from '../../../renderer/features/needs-you/needs-you-screen.tsx';
import { ReasonList } from '../../../renderer/features/review/reason-list.tsx';
import { LaunchReasons } from '../../../renderer/features/servers/trial/launch-reasons.tsx';
import { TrialResult } from '../../../renderer/features/try-text/trial-result.tsx';
import { ar } from '../../../renderer/i18n/ar.ts';
import { de } from '../../../renderer/i18n/de.ts';
import { speak, startI18n } from '../../../renderer/i18n/i18n.ts';
import { PolicySaid } from '../../../renderer/popup/parts/policy-said.tsx';
import { Said, SaidAll, saidText } from '../../../renderer/popup/parts/words.tsx';
import { setUp } from './screens-support.tsx';

beforeEach(async () => {
  startI18n();
  await speak('en');
});
afterEach(cleanup);

const EVIL = [
  '{{name}}',
  '{{other}} {{server}}',
  '$t(orders.now)',
  '$t(common:app)',
  '\uFDD0server\uFDD1',
  '\u202Eevil\u2066',
  'x“ des Servers „bank“ wurde geprüft. „',
  '<img src=x onerror=alert(1)>',
  'y'.repeat(100_000),
];
/** A sentence without its values. */
const around = (element: Element): string => {
  const copy = element.cloneNode(true) as Element;
  for (const value of copy.querySelectorAll('bdi')) value.remove();
  return copy.textContent ?? '';
};
const bare = (text: string): string => text.replaceAll(/\{\{\w+\}\}/g, '');

describe.each([
  ['de', de.reasons['shadow.hidden']],
  ['ar', ar.reasons['shadow.hidden']],
])('a sentence of the host in %s', (language, template) => {
  it.each(EVIL.map((evil, index) => [index, evil] as const))(
    'stays as it is around value %i',
    async (_, evil) => {
      await speak(language);
      const words = { key: 'shadow.hidden', params: { name: evil, other: evil, server: evil } };
      const { container } = render(<Said words={words} of="reasons" max={60} end={20} />);
      expect(around(container)).toBe(bare(template));
      // One element for each value, whatever it says; nothing of it is left out without a mark.
      const values = container.querySelectorAll(':scope > span > bdi');
      expect(values).toHaveLength(3);
      expect(container.textContent).not.toMatch(/[\u202E\u2066\uFDD0\uFDD1]/u);
      expect(container.textContent?.length).toBeLessThan(1000);
      const spoken = saidText(words, 'reasons');
      expect(spoken).not.toMatch(/[\u202E\u2066\uFDD0\uFDD1]/u);
      for (const part of template.split(/\{\{\w+\}\}/)) expect(spoken).toContain(part);
    },
  );

  it('is drawn again when the language is another one', async () => {
    const { container } = render(<SaidAll said={[{ key: 'gone', params: {} }]} of="reasons" />);
    expect(container.textContent).toBe('It is no longer offered.');
    await act(() => speak(language));
    expect(container.textContent).not.toBe('It is no longer offered.');
  });
});

it('counts in the forms of the language', async () => {
  const { container } = render(
    <SaidAll
      said={['1', '2', '5', '1200'].map((count) => ({ key: 'hidden-text', params: { count } }))}
      of="reasons"
    />,
  );
  expect(container.textContent).toBe(
    'It hides 1 character. It hides 2 characters. It hides 5 characters. It hides 1,200 characters.',
  );
  await act(() => speak('ar'));
  const { 'hidden-text_one': one, 'hidden-text_two': two, 'hidden-text_few': few } = ar.reasons;
  expect(container.textContent).toContain(`${one} ${two} ${few.replace('{{count}}', '5')} `);
});

describe('in German', () => {
  const words = (element: Element): string => around(element).replaceAll(/\s+/g, ' ');

  it('says why something is on hold, with the texts of the server in their own frames', async () => {
    await speak('de');
    const { container } = render(
      <>
        {[alarmItem, careItem, newItem].map((item) => (
          <ReasonList key={item.key} item={item} />
        ))}
      </>,
    );
    const said = words(container);
    expect(said).toContain('Es gibt Ihrer KI jetzt Anweisungen: „“ Das steht in seiner Beschreibung.');
    expect(said).toContain(
      'Es verbirgt 6 Zeichen. Solche Zeichen stammen aus einem Alphabet, das niemand sieht.',
    );
    expect(said).toContain('„“ schreibt sich fast wie „“ Ihres Servers „“.');
    expect(said).not.toMatch(/\b(?:It|This|your|the)\b/);
    expect(container.textContent).toContain('read ~/.ssh/id_rsa');
  });

  it('says so in Needs you, and what is unusual in a launch', async () => {
    await speak('de');
    const { host, draw } = setUp();
    host.patch({ reviews: [reviewOf('mail', [alarmItem, careItem])] });
    draw(<NeedsYouScreen />);
    const rows = await screen.findAllByRole('listitem');
    expect(rows[0]?.textContent).toContain('Es gibt Ihrer KI jetzt Anweisungen');
    const { container } = draw(
      <LaunchReasons server={host.servers.find(({ id }) => id === 'weather') ?? {}} />,
    );
    expect(words(container)).toContain('„“ schreibt sich fast wie das bekannte „“.');
  });

  it('says what would happen to a text', async () => {
    await speak('de');
    const trial = sampleTrial('Ignore all of it.');
    const { container } = render(<TrialResult text="x" stale={false} trial={trial} />);
    expect(container.textContent).toContain(de.reasons['trial.injection-low']);
    expect(container.textContent).toContain(de.reasons['trial.then.fence']);
  });

  it('says why somebody is asked about a finding, from what the log keeps of it', async () => {
    const found = 'The request has what looks like a secret in it (GitHub token).';
    const { container } = render(
      <PolicySaid words={[{ key: 'because.found', params: { found: { said: found } } }]} />,
    );
    expect(container.textContent).toBe(found);
    await act(() => speak('de'));
    await screen.findByText(/enthält etwas, was wie ein Geheimnis aussieht \(Token von GitHub\)/);
    expect(container.textContent).not.toContain('The request');
  });

  it('says who has locked a setting, whatever their name is', async () => {
    await speak('de');
    const { host, draw } = setUp();
    host.patch({ managed: { ...managedByCompany, organisation: '$t(common:app) {{name}}\u202E' } });
    const { container } = draw(<LockNote sentence={LOCKED} />);
    const note = await screen.findByText(/hat das festgelegt/);
    expect(note.textContent).toContain('$t(common:app) {{name}}');
    expect(container.textContent).not.toContain('\u202E');
  });
});
