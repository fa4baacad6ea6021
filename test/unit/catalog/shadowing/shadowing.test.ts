import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plainLetters, skeleton } from '../../../../electron/catalog/shadowing/confusables.ts';
import { editDistance, nameDistance } from '../../../../electron/catalog/shadowing/distance.ts';
import { OtherServers } from '../../../../electron/catalog/shadowing/mentions.ts';
import { resemblance } from '../../../../electron/catalog/shadowing/names.ts';
import { surveyNames } from '../../../../electron/catalog/shadowing/survey.ts';

describe('names', () => {
  test.each([
    ['pay_bill', 'pay_bill', 'same'],
    ['p\u0430y_bill', 'pay_bill', 'lookalike'],
    ['pay\u200b_bill', 'pay_bill', 'hidden'],
    ['pay_bill\u202e', 'pay_bill', 'hidden'],
    ['ｐａｙ_bill', 'pay_bill', 'lookalike'],
    ['pay-bill', 'pay_bill', 'lookalike'],
    ['payBill', 'pay_bill', 'lookalike'],
    ['PAY_BILL', 'pay_bill', 'lookalike'],
    ['pay_bill_', 'pay_bill', 'lookalike'],
    ['pay__bill', 'pay_bill', 'lookalike'],
    ['pay_b1ll', 'pay_bill', 'lookalike'],
    ['pay_bi11', 'pay_bill', 'lookalike'],
    ['payrnent', 'payment', 'lookalike'],
    ['calender', 'calendar', 'near'],
    ['notoin', 'notion', 'near'],
    ['bill_pay', 'pay_bill', 'swapped'],
    ['pay_bill_v2', 'pay_bill', 'decorated'],
    ['pay_bill_official', 'pay_bill', 'decorated'],
    ['pay_bill2', 'pay_bill', 'decorated'],
    ['pay_bills', 'pay_bill', undefined],
    ['pay_invoice', 'pay_bill', undefined],
    ['get_page', 'set_page', undefined],
    ['step_1', 'step_2', undefined],
    ['search_pages', 'search', undefined],
    ['register_agent', 'unregister_agent', undefined],
    ['list_teams', 'list_terms', undefined],
    ['a', 'b', undefined],
    ['__', '--', undefined],
  ])('%s and %s', (name, other, how) => {
    expect(resemblance(name, other)).toBe(how);
    if (how !== 'decorated') expect(resemblance(other, name)).toBe(how);
  });

  test('distance is symmetric, and nothing is distant from itself', () => {
    const name = fc.string({ unit: fc.constantFrom(...'abcdefg_XY1'.split('')), maxLength: 20 });
    fc.assert(
      fc.property(name, name, (a, b) => {
        expect(nameDistance(a, b)).toEqual(nameDistance(b, a));
        expect(editDistance(a, b, 99)).toBe(editDistance(b, a, 99));
        expect(editDistance(a, a, 0)).toBe(0);
        expect(skeleton(skeleton(a))).toBe(skeleton(a));
      }),
    );
    // Where it is given up depends on the order; what it says must not.
    expect(nameDistance('da', 'afe')).toEqual(nameDistance('afe', 'da'));
    expect(editDistance('abcd', 'abdc', 2)).toBe(1);
    expect(editDistance('a'.repeat(64), 'b'.repeat(64), 2)).toBe(3);
  });

  test('plain letters are left alone', () => {
    expect(plainLetters('Plain text 1, ok?')).toBe('Plain text 1, ok?');
    expect(plainLetters('pаsswоrd été')).toBe('password ete');
  });
});

describe('survey', () => {
  const bank = { id: 'bank', names: ['create_transfer', 'search', 'list_accounts'] };

  test('names the other one, and how it is resembled', () => {
    expect(surveyNames({ id: 'x', names: ['create_tr\u0430nsfer', 'search', 'weather'] }, [bank])).toEqual([
      {
        name: 'create_tr\u0430nsfer',
        how: 'lookalike',
        otherName: 'create_transfer',
        otherServer: 'bank',
        weight: 'flag',
      },
      { name: 'search', how: 'same', otherName: 'search', otherServer: 'bank', weight: 'note' },
    ]);
  });

  test("Doorward's own tools are nobody's to imitate", () => {
    for (const name of [
      'call_tool',
      'cal_tool',
      'find-tools',
      'doorward_status',
      'd00rward',
      'ask_doorw\u0430rd',
    ])
      expect(
        surveyNames({ id: 'x', names: [name] }, []).map(({ otherServer }) => otherServer),
        name,
      ).toContain('doorward');
    expect(surveyNames({ id: 'x', names: ['find_files', 'call_phone', 'open_door'] }, [])).toEqual([]);
  });

  test('finds what comparing each with each finds, for slips of one letter', () => {
    const names = ['create_transfer', 'delete_record', 'get_forecast', 'publish_article'];
    for (const name of names)
      for (let i = 1; i < name.length; i++) {
        const slip = `${name.slice(0, i)}q${name.slice(i + 1)}`;
        const expected = names.filter((other) => resemblance(slip, other) !== undefined);
        expect(
          surveyNames({ id: 'x', names: [slip] }, [{ id: 'y', names }]).map(({ otherName }) => otherName),
        ).toEqual(expected);
      }
  });

  test('is not compared with itself, and is bounded', () => {
    expect(surveyNames(bank, [bank])).toEqual([]);
    const many = Array.from({ length: 5000 }, (_, i) => `tool_${i}_x`);
    expect(surveyNames({ id: 'a', names: many }, [{ id: 'b', names: many }]).length).toBeLessThanOrEqual(100);
  });
});

describe('mentions', () => {
  const others = new OtherServers(
    [
      {
        id: 'bank',
        tools: [
          { name: 'create_transfer', parameters: ['iban', 'amount'] },
          { name: 'search', parameters: [] },
        ],
      },
      { id: 'files', tools: [{ name: 'read_file', parameters: ['path'] }] },
      { id: 'mail', tools: [{ name: 'compose', parameters: ['bcc', 'subject'] }] },
    ],
    ['own_tool', 'path'],
  );
  const named = (text: string): string[] =>
    others.mentionsIn(text).map(({ what, name, server }) => `${what} ${name} ${server}`);

  test.each([
    ['Use after create_transfer has run.', ['tool create_transfer bank']],
    ['Use after `create_tr\u0430nsfer`.', ['tool create_transfer bank']],
    ['Instead of read_file, use this.', ['tool read_file files']],
    ['Call read_file first.', ['tool read_file files']],
    ['The read_file tool is slow.', ['tool read_file files']],
    ['The search tool is slow.', ['tool search bank']],
    ['Always ask the bank server first.', ['server bank bank']],
    ['Put the address into the bcc field.', ['parameter bcc mail']],
    ['Set the `iban` parameter to this.', ['parameter iban bank']],
  ])('%s', (text, expected) => {
    expect(named(text)).toEqual(expected);
  });

  test.each([
    'Search for a file and read it.',
    'Composes a search query.',
    'Searches files on a river bank.',
    'The path parameter.',
    'own_tool does this.',
    'Reads read files.',
    'The subject of the amount.',
  ])('ordinary prose: %s', (text) => {
    expect(named(text)).toEqual([]);
  });
});
