// @vitest-environment jsdom
import { act, cleanup, render } from '@testing-library/react';
import fc from 'fast-check';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { heldCall } from '../../../../renderer/dev/sample-questions.ts';
import { startI18n } from '../../../../renderer/i18n/i18n.ts';
import { PopupProvider } from '../../../../renderer/popup/popup-context.tsx';
import { Question } from '../../../../renderer/popup/parts/question.tsx';
import { saidText } from '../../../../renderer/popup/parts/words.tsx';
import { Popup } from '../../../../renderer/popup/state/popup.ts';
import { fakeDesk } from '../../../../renderer/dev/fake-popup.ts';
import { AppProvider } from '../../../../renderer/store/app-context.tsx';
import { createStores } from '../../../../renderer/store/stores.ts';
import { TooltipProvider } from '../../../../renderer/ui/tooltip.tsx';
import { visible } from '../../../../renderer/ui/hostile-text/segments.ts';
import { openPage, testClock } from './kit.tsx';

beforeAll(() => startI18n());
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const evil = fc.oneof(
  fc.constantFrom(
    '<img src=x onerror=alert(1)>',
    '<script>alert(1)</script>',
    '"><svg/onload=alert(1)>',
    '{{app}}',
    '$t(button.allow)',
    '\uFDD0app\uFDD1',
    '{{- app}}',
    'javascript:alert(1)',
    '\u202Etxt.exe',
    '\u2066\u2069',
    '\u200B\u200D',
    '\u001B[31m',
    '\u{E0041}\u{E0042}',
    `Z${'\u0301'.repeat(30)}`,
    'p\u0430ypal',
    '\n\n',
    '\r',
    '\u0000',
    '\uD800',
  ),
  fc.string({ unit: 'binary', maxLength: 6 }),
  fc.string({ unit: 'grapheme', maxLength: 6 }),
);
// Shorter than what the page cuts off, so that all of it must be there.
const text = fc.array(evil, { minLength: 1, maxLength: 8 }).map((pieces) => pieces.join('').slice(0, 70));

const desk = fakeDesk();
const popup = new Popup({
  bridge: desk.bridge,
  now: () => 0,
  later: () => () => undefined,
  focused: () => false,
});
const ports = { bridge: desk.bridge, stores: createStores(), now: () => 0 };

function draw(call: ReturnType<typeof heldCall>): HTMLElement {
  return render(
    <AppProvider ports={ports}>
      <PopupProvider popup={popup} clock={testClock}>
        <TooltipProvider>
          <Question call={call} id="q" />
        </TooltipProvider>
      </PopupProvider>
    </AppProvider>,
  ).container;
}

/** Everything that the page itself is made of. */
const OURS = new Set([
  'DIV',
  'SPAN',
  'H1',
  'H2',
  'P',
  'DL',
  'DT',
  'DD',
  'BDI',
  'SECTION',
  'BUTTON',
  'svg',
  'path',
]);
const ATTRIBUTES =
  /^(?:class|style|id|role|title|type|dir|tabindex|data-|aria-|width|height|viewBox|fill|stroke|focusable|d$)/;

/** What of a drawing is not of the page's own making. */
function foreign(root: HTMLElement): string[] {
  return [...root.querySelectorAll('*')].flatMap((element) => [
    ...(OURS.has(element.tagName) ? [] : [element.tagName]),
    ...element.getAttributeNames().filter((name) => !ATTRIBUTES.test(name)),
  ]);
}

describe('what a server or an app sends', () => {
  it('is shown as it is with everything hidden made visible, and makes no element', () => {
    fc.assert(
      fc.property(
        text,
        text,
        text,
        text,
        fc.array(text, { minLength: 1, maxLength: 4 }),
        (app, tool, name, value, folders) => {
          const key = `${name}k`;
          const call = heldCall({
            clientName: app,
            serverSays: name,
            tool,
            effect: 'unknown',
            sentence: { key: 'approval.unknown', params: { app, tool, server: 'files' } },
            second: { key: 'second.read', params: { path: value, server: 'files', folders } },
            why: [name],
            args: { [key]: value },
          });
          const root = draw(call);
          expect(root.querySelector('h1')?.textContent).toBe(
            `${visible(app)} wants to use "${visible(tool)}" on files.`,
          );
          expect(saidText(call.sentence)).toBe(`${visible(app)} wants to use "${visible(tool)}" on files.`);
          const second = root.querySelector('#q-second')?.textContent ?? '';
          expect(second.startsWith(`${visible(value)} · files may read `)).toBe(true);
          for (const folder of folders) expect(second).toContain(visible(folder));
          expect(root.textContent).toContain(`calls itself “${visible(name)}”`);
          // Of a value the line breaks are kept.
          const given = JSON.parse(JSON.stringify(value)) as string;
          const shown = root.querySelector('section dd')?.textContent ?? '';
          expect(shown === 'empty' ? '' : shown).toBe(visible(given, { multiline: true }));
          expect(root.querySelector('section dt')?.textContent).toContain(visible(key));
          expect(foreign(root)).toEqual([]);
          cleanup();
        },
      ),
      { numRuns: 120 },
    );
  });

  it('is shown whole in time also where it is the name of an argument', () => {
    const name = `to${' '.repeat(200)}\u202Ehidden${'x'.repeat(400)}end`;
    const root = draw(heldCall({ args: { [name]: 'v', short: 'w' } }));
    const said = (): string => root.querySelector('section dt')?.textContent ?? '';
    expect(said()).toContain('…');
    while (true) {
      const more = root.querySelector<HTMLElement>('section dt button');
      if (more === null) break;
      act(() => more.click());
    }
    expect(said()).toBe(visible(name));
  });

  it('cannot flood the page, however large it is', async () => {
    vi.useFakeTimers({
      toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date', 'performance'],
    });
    const mega = 'A'.repeat(1_000_000);
    const pile = `Z${'\u0301'.repeat(10_000)}`;
    const boxes = '\u202Ex'.repeat(100_000);
    const { container, popup: open } = await openPage([
      heldCall({
        clientName: mega,
        serverSays: boxes,
        tool: pile,
        sentence: { key: 'approval.unknown', params: { app: mega, tool: pile, server: boxes } },
        second: {
          key: 'second.read',
          params: { path: boxes, server: mega, folders: Array(5000).fill(mega) as string[] },
        },
        why: [boxes, mega],
        like: { key: 'like.folder', params: { folder: boxes } },
        because: { layer: 'preset', code: 'rule', rule: 'r', marked: ['/boxes', '/many/4000'], params: {} },
        args: { mega, pile, boxes, many: Array.from({ length: 5000 }, (_, index) => index), [mega]: 1 },
      }),
    ]);
    expect(container.querySelectorAll('*').length).toBeLessThan(5000);
    expect(container.textContent?.length).toBeLessThan(30_000);
    expect(open.store.getState().shown).toBeDefined();
    expect(/\p{M}{6}/u.test(container.textContent ?? '')).toBe(false);
  });
});
