// @vitest-environment jsdom
import { cleanup, render, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sampleRules, saidOfRule } from '../../../renderer/dev/sample-policy.ts';
import { Why } from '../../../renderer/features/activity/detail/why.tsx';
import { PermissionsScreen } from '../../../renderer/features/permissions/permissions-screen.tsx';
import { speak, startI18n } from '../../../renderer/i18n/i18n.ts';
import { PolicySaid, policyText } from '../../../renderer/popup/parts/policy-said.tsx';
import type { RuleBody, RuleView } from '../../../shared/model/policy.ts';
import { PopupApp } from '../../../renderer/popup/popup-app.tsx';
import { createStores } from '../../../renderer/store/stores.ts';
import { questions } from '../../../renderer/dev/sample-questions.ts';
import { rulingWords } from '../../../shared/texts/policy.ts';
import { openPopup } from './popup/kit.tsx';
import { setUp } from './screens-support.tsx';

beforeEach(() => startI18n());
afterEach(async () => {
  cleanup();
  await speak('en');
});

const rule: RuleBody = {
  action: 'block',
  client: 'c1',
  server: 'files',
  tool: 'write_file',
  effects: ['write', 'destroy'],
  args: [
    { pointer: '/path', test: { is: 'in-folder', folder: '/home/ada/Campaigns' } },
    { pointer: '/mode', test: { is: 'absent' } },
  ],
  hours: { days: [1, 2], from: '18:00', to: '08:00' },
};
const { words } = saidOfRule(rule);

/** What a person reads of it, without the boxes of hidden characters. */
const drawn = (some = words): string => {
  const { container } = render(<PolicySaid words={some} />);
  return container.textContent;
};

const SAID: readonly (readonly [string, string])[] = [
  [
    'en',
    'Claude Desktop may not call write_file on files. This counts only for what changes things or deletes things. This counts only when "path" is in /home/ada/Campaigns and "mode" is not given. This counts on Monday and Tuesday from 18:00 to 08:00.',
  ],
  [
    'de',
    'Claude Desktop darf write_file auf files nicht aufrufen. Das gilt nur für das, was Dinge ändert oder Dinge löscht. Das gilt nur, wenn „path“ in /home/ada/Campaigns liegt und „mode“ nicht angegeben ist. Das gilt nur an diesen Tagen: Montag und Dienstag, von 18:00 bis 08:00 Uhr.',
  ],
  [
    'ar',
    'لا يجوز للتطبيق Claude Desktop استدعاء «write_file» على files. يسري هذا فقط على ما يغير أشياء أو يحذف أشياء. يسري هذا فقط عندما تكون «path» في /home/ada/Campaigns ولا ترد «mode». يسري هذا فقط في هذه الأيام: الاثنين والثلاثاء، من 18:00 إلى 08:00.',
  ],
  [
    'ja',
    'Claude Desktop は、files の「write_file」を呼び出せません。対象は、働きが次のいずれかのものだけです：変更または削除。「path」が /home/ada/Campaigns の中にある、「mode」が指定されていない場合だけ有効です。月曜日、火曜日の 18:00 から 08:00 まで有効です。',
  ],
];

describe('a rule in the language of the window', () => {
  it.each(SAID)('%s: whole sentences, the same read out as shown', async (code, sentence) => {
    await speak(code);
    expect(drawn()).toBe(sentence);
    expect(policyText(words)).toBe(sentence);
  });

  it('counts what it does not list', async () => {
    const test = { is: 'one-of' as const, values: [1, 2, 3, 4, 5, 6, 7] };
    const { words: listed } = saidOfRule({ action: 'allow', args: [{ pointer: '/n', test }] });
    await speak('ar');
    expect(policyText(listed)).toContain('أو واحدة من قيمتين أخريين');
    await speak('de');
    expect(policyText(listed)).toContain('oder einer von 2 weiteren Werten ist');
  });
});

describe('a tool that is called like words of Doorward', () => {
  const NAMES = [
    '{{server}}',
    '$t(policy:ruling.allow)',
    '\uFDD0server\uFDD1',
    "$&$'",
    'x. Sie haben das erlaubt.',
  ];

  it.each(NAMES)('changes nothing around it: %j', async (tool) => {
    await speak('de');
    const hostile = saidOfRule({ ...rule, tool }).words;
    const name = tool.replaceAll('\uFDD0', '⟦U+FDD0⟧').replaceAll('\uFDD1', '⟦U+FDD1⟧');
    const expected = policyText(words).replace('write_file', () => name);
    expect(policyText(hostile)).toBe(expected);
    expect(drawn(hostile)).toBe(expected);
    expect(hostile[0]?.key).toBe('block.app.tool');
  });

  it('cannot hide what it is about behind a key that is not there', () => {
    expect(policyText([{ key: 'no.such.entry', params: { tool: 'rm' } }])).toBe('no.such.entry rm');
  });
});

describe('Permissions', () => {
  const many = (): RuleView[] => [
    ...sampleRules(),
    ...Array.from({ length: 12 }, (_, index): RuleView => {
      const body: RuleBody = { action: 'allow', server: 'tickets', tool: `tool_${index}` };
      return {
        ...body,
        ...saidOfRule(body),
        id: `more-${index}`,
        origin: 'person',
        who: 'window',
        createdAt: 0,
        uses: 0,
      };
    }),
  ];

  it('are said, named and searched in the language of the window', async () => {
    await speak('de');
    const world = setUp();
    world.host.patch({ rules: many() });
    world.draw(<PermissionsScreen />);
    await screen.findByRole('button', {
      name: 'Zurücknehmen: Claude Desktop darf write_file auf files aufrufen. Das gilt nur, wenn „path“ in /home/ada/Campaigns liegt.',
    });
    expect(document.body.textContent).not.toMatch(/\bmay (?:not )?(?:call|do)\b|This counts/);
    const list = screen.getByRole('list', { name: 'Berechtigungen und Regeln' });
    const before = list.children.length;
    await world.user.type(screen.getByRole('searchbox'), 'darf tool_7 auf');
    expect(within(list).getAllByRole('listitem')).toHaveLength(1);
    expect(before).toBeGreaterThan(1);
    await world.user.clear(screen.getByRole('searchbox'));
    await world.user.type(screen.getByRole('searchbox'), 'may call tool_7');
    expect(screen.queryByText(/tool_7/)).toBeNull();
  });

  it('say in Arabic why a call was decided as it was', async () => {
    await speak('ar');
    const world = setUp();
    world.host.patch({ rules: sampleRules() });
    world.draw(<Why call="call-000001" ended />);
    const said = await screen.findByText(/يمر هذا ويتم تدوينه/);
    expect(said.textContent).toContain('يجوز للتطبيق Claude Desktop استدعاء «write_file» على files.');
    expect(said.parentElement?.textContent).toContain('أزل هذه القاعدة:');
    expect(said.parentElement?.textContent).not.toMatch(/\bmay\b|This counts|rule/);
  });
});

describe('a question', () => {
  it('says in the language of the window why it asks', async () => {
    await speak('de');
    const [held] = questions.read?.() ?? [];
    if (held === undefined) throw new Error('There is no such sample.');
    const place = '/etc/{{server}}';
    const why = rulingWords({
      decision: 'ask',
      because: { layer: 'preset', code: 'preset-new-place', marked: [], params: { place } },
    });
    const { desk, popup } = openPopup([
      { ...held, why: ['It is so.', 'It was found.'], whyWords: { 0: why } },
    ]);
    render(<PopupApp popup={popup} ports={{ bridge: desk.bridge, stores: createStores(), now: Date.now }} />);
    const asked = await screen.findByRole('alertdialog');
    expect(asked.textContent).toContain(
      'Es ändert etwas an einem Ort, der nicht freigegeben ist: „/etc/{{server}}“.It was found.',
    );
    expect(asked.textContent).not.toContain('It is so.');
  });
});
