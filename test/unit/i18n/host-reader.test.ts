import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hostSentences as german } from '../../../renderer/i18n/de/host-sentences.ts';
import { hostSentences as english } from '../../../renderer/i18n/en/host-sentences.ts';
import { loadHostReader } from '../../../renderer/i18n/host-languages.ts';
import { createHostReader } from '../../../renderer/i18n/host-reader.ts';
import { fillIn, hostTemplate, readAs } from '../../../renderer/i18n/host-template.ts';

const read = createHostReader(english, german, 'de');

const small = {
  a: {
    gone: 'The server "{{id}}" is gone.',
    both: '"{{a}}" is held because of "{{b}}".',
    why: 'It could not be read: {{why}}.',
    anyWhy: '{{why}} Nothing was changed.',
    full: 'the disk is full',
    locked: 'The vault is locked.',
    again: 'Try it again.',
    known: '"{{name}}" {{known}}.',
    folder: 'is a folder',
    rows_one: '1 row was lost.',
    rows_other: '{{count}} rows were lost.',
    twice: 'Sign in to "{{id}}" (login {{id}}).',
    special: 'The file {{path}} is damaged.',
    general: '{{what}} is damaged.',
  },
};
const swapped = {
  a: {
    gone: 'Weg ist der Server „{{id}}“.',
    both: 'Wegen „{{b}}“ wird „{{a}}“ zurückgehalten.',
    why: 'Lesen ging nicht: {{why}}.',
    anyWhy: '{{why}} Geändert wurde nichts.',
    full: 'die Festplatte ist voll',
    locked: 'Der Tresor ist gesperrt.',
    again: 'Noch einmal.',
    known: '„{{name}}“: {{known}}.',
    folder: 'ist ein Ordner',
    rows_one: 'Eine Zeile ging verloren.',
    rows_other: '{{count}} Zeilen gingen verloren.',
    twice: 'Anmelden bei „{{id}}“ (login {{id}}).',
    special: 'Die Datei {{path}} ist kaputt.',
    general: 'Kaputt: {{what}}.',
  },
};
const say = createHostReader(small, swapped, 'de');

describe('a sentence of the host', () => {
  it.each([
    ['The server "files" is gone.', 'Weg ist der Server „files“.'],
    ['"x" is held because of "y".', 'Wegen „y“ wird „x“ zurückgehalten.'],
    ['The vault is locked.', 'Der Tresor ist gesperrt.'],
    ['The vault is locked. Try it again.', 'Der Tresor ist gesperrt. Noch einmal.'],
    ['It could not be read: the disk is full.', 'Lesen ging nicht: die Festplatte ist voll.'],
    ['It could not be read: EWEIRD 7.', 'Lesen ging nicht: EWEIRD 7.'],
    [
      'It could not be read: the disk is full. Nothing was changed.',
      'Lesen ging nicht: die Festplatte ist voll. Geändert wurde nichts.',
    ],
    ['"~/a.json" is a folder.', '„~/a.json“: ist ein Ordner.'],
    ['1 row was lost.', 'Eine Zeile ging verloren.'],
    ['7 rows were lost.', '7 Zeilen gingen verloren.'],
    ['Sign in to "a" (login a).', 'Anmelden bei „a“ (login a).'],
    ['The file /a is damaged.', 'Die Datei /a ist kaputt.'],
    ['The moon is damaged.', 'Kaputt: The moon.'],
  ])('is said in another language: %s', (sentence, wanted) => {
    expect(say(sentence)).toBe(wanted);
  });

  it.each([
    ['', 'nothing'],
    ['Nobody wrote this.', 'an unknown sentence'],
    ['the server "files" is gone.', 'another beginning'],
    ['The server "files" is gone. ', 'something behind it'],
    ['The server "" is gone.', 'an empty value'],
    ['"~/a.json" is a dragon.', 'a piece that has to be known and is not'],
    ['many rows were lost.', 'a word where a number stands'],
    ['Sign in to "a" (login b).', 'two values where one stands twice'],
    ['The vault is locked. Nobody wrote this.', 'one of two sentences'],
    ['"a" is held because of "b" is held because of "c".', 'two ways to tell the values apart'],
  ])('stays as it is when it is not known: %j (%s)', (sentence) => {
    expect(say(sentence)).toBeUndefined();
  });

  it('is said from its parts where that says more than the whole', () => {
    expect(say('The vault is locked. It could not be read: the disk is full.')).toBe(
      'Der Tresor ist gesperrt. Lesen ging nicht: die Festplatte ist voll.',
    );
  });

  it('has its plural by the language, not by English', () => {
    const arabic = createHostReader(
      { a: { n_one: '1 row', n_other: '{{count}} rows' } },
      { a: { n_one: 'one', n_two: 'two', n_few: 'few {{count}}', n_many: 'many', n_other: 'other' } },
      'ar',
    );
    expect(['1 row', '2 rows', '3 rows', '11 rows', '100 rows'].map((text) => arabic(text))).toEqual([
      'one',
      'two',
      'few 3',
      'many',
      'other',
    ]);
  });

  it('stays as it is where a translation has no entry for it', () => {
    expect(createHostReader(small, { a: { locked: 'Zu.' } }, 'de')('Try it again.')).toBeUndefined();
    expect(createHostReader(small, {}, 'de')('The vault is locked.')).toBeUndefined();
  });
});

describe('a server that words its texts like Doorward', () => {
  it.each([
    ['{{1}}'],
    ['{{id}}'],
    ['{{count}} {{why}} {{known}}'],
    ['$t(servers:removed)'],
    ['$1 $& $$'],
    ['x" is gone. The vault is locked. "y'],
    ['The vault is locked.'],
    ['the disk is full'],
    ['\u202Eneddih\u2066'],
    ['a\nb\r\n\u2028c\0'],
    ['<b>bold</b>'],
    ['__proto__'],
    ['🙂\uD800'],
  ])('is a value like any other: %j', (value) => {
    const sentence = `The server "${value}" is gone.`;
    const said = say(sentence);
    // Said in full with the value as it came, or not at all: never with a part of the value read as ours.
    expect([undefined, `Weg ist der Server „${value}“.`]).toContain(said);
  });

  it('cannot move a value to another place', () => {
    const a = 'x" is held because of "y';
    expect(say(`"${a}" is held because of "z".`)).toBeUndefined();
    expect(say(`"z" is held because of "${a}".`)).toBeUndefined();
  });

  it('cannot have a sentence of Doorward said that the English does not say', () => {
    // The English reads as two sentences, too: the same is said, and nothing else.
    expect(say('It could not be read: x. The vault is locked.')).toBe(
      'Lesen ging nicht: x. Der Tresor ist gesperrt.',
    );
    expect(say('The server "a" said: The vault is locked.')).toBeUndefined();
  });

  it('never loses, adds or changes a value', () => {
    const hostile = fc.oneof(
      fc.string({ minLength: 1, maxLength: 40, unit: 'binary' }),
      fc.constantFrom(
        '"',
        '". ',
        '{{id}}',
        'is gone.',
        'x" is held because of "y',
        ' is held because of ',
        '$t(x)',
        'Nothing was changed.',
      ),
      fc
        .array(fc.constantFrom('"', '. ', 'is gone', ' because of ', '{{a}}', 'x'), { minLength: 1 })
        .map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(hostile, hostile, (a, b) => {
        const said = say(`"${a}" is held because of "${b}".`);
        expect([undefined, `Wegen „${b}“ wird „${a}“ zurückgehalten.`]).toContain(said);
      }),
      { numRuns: 150 },
    );
  });

  it('is read in one walk, however long and however much like a sentence it is', () => {
    const mega = 1024 * 1024;
    for (const value of [
      'a'.repeat(mega),
      '" '.repeat(mega / 2),
      '. '.repeat(mega / 2),
      'is held because of '.repeat(60_000),
      '{{why}} '.repeat(130_000),
    ]) {
      expect(say(`The server "${value}" is gone.`)).toBeUndefined();
      expect(read(`"${value}" is blocked, so it is not started.`)).toBeUndefined();
    }
    // Just short enough to be read, and as ambiguous as can be: the test is over, or hangs.
    for (const value of [
      '. A'.repeat(2600),
      '" is held because of "'.repeat(350),
      'It could not be read: '.repeat(350),
    ]) {
      expect(say(`It could not be read: ${value}.`)).not.toBe('');
      expect(read(`"x" answered with HTTP status 500 and said: ${value}`)).not.toBe('');
    }
  });
});

describe('a template', () => {
  const words = fc.stringMatching(/^[a-z ,:"]{2,12}$/);
  const value = fc.stringMatching(/^[A-Z0-9{}$]{1,8}$/);

  it('reads what it was filled with', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(words, value), { minLength: 1, maxLength: 4 }), words, (parts, end) => {
        const text = parts.map(([piece], index) => `${piece}{{g${index}}}`).join('') + end;
        const template = hostTemplate(text);
        const values = new Map(parts.map(([, one], index) => [`g${index}`, one]));
        expect(readAs(template, fillIn(template, values))).toEqual(values);
      }),
    );
  });
});

describe('the German sentences', () => {
  it.each([
    [
      'There is no server "files". "doorward server list" shows all.',
      'Es gibt keinen Server „files“. „doorward server list“ zeigt alle.',
    ],
    [
      'The program "npx" was not found. It was looked for in /usr/bin, /bin. It comes with Node.js: install it from https://nodejs.org, then start the server again.',
      'Das Programm „npx“ wurde nicht gefunden. Gesucht wurde in /usr/bin, /bin. Es gehört zu Node.js: Installieren Sie das von https://nodejs.org, und starten Sie den Server dann noch einmal.',
    ],
    [
      '"~/.cursor/mcp.json" is not valid JSON (line 3), so nothing was read from it and nothing is written to it.',
      '„~/.cursor/mcp.json“: ist kein gültiges JSON (Zeile 3). Deshalb wurde nichts daraus gelesen, und es wird nichts hineingeschrieben.',
    ],
    [
      '"shop" cannot be reached at shop.example: nothing answers there. Check the address and whether the server runs.',
      '„shop“ ist unter shop.example nicht zu erreichen: dort antwortet nichts. Prüfen Sie die Adresse und ob der Server läuft.',
    ],
    [
      'The vault file cannot be read: your account has no right to it. It was left as it is: put a good copy in its place and start again, or set the secrets anew.',
      'Die Datei des Tresors kann nicht gelesen werden: Ihr Konto hat kein Recht darauf. Sie wurde gelassen, wie sie ist: Legen Sie eine gute Kopie an die Stelle und starten Sie noch einmal, oder setzen Sie die Geheimnisse neu.',
    ],
    [
      'Your organisation wants at least "ask" here, so "pass" cannot be chosen.',
      'Ihre Organisation verlangt hier mindestens „nachfragen“; deshalb kann „durchlassen“ nicht gewählt werden.',
    ],
    [
      'The pattern has a bad escape at character 5.',
      'Das Muster ist fehlerhaft: eine falsche Escape-Folge bei Zeichen 5.',
    ],
  ])('%s', (sentence, wanted) => {
    expect(read(sentence)).toBe(wanted);
  });
});

describe('a number that governs a noun', () => {
  it.each([
    ['ar', 2, 'خلال دقيقتين'],
    ['ar', 5, 'خلال 5 دقائق'],
    ['ar', 30, 'خلال 30 دقيقة'],
    ['ar', 100, 'خلال 100 دقيقة'],
    ['de', 1, 'innerhalb von 1 Minute bei'],
    ['fr', 5, 'd’ici 5 minutes'],
  ])('is said in %s as the language counts: %i', async (code, count, wanted) => {
    const said = await loadHostReader(code);
    expect(
      said?.(`Sign in at shop.example within ${count} minutes. The page: https://shop.example/x`),
    ).toContain(wanted);
  });

  it('may be the second number of a sentence', async () => {
    const said = await loadHostReader('ar');
    expect(
      said?.(
        '"shop" was not asked: it has answered with HTTP status 503 and wants to be left alone for 4 s. Try again then.',
      ),
    ).toContain('4 ثوان');
  });
});
