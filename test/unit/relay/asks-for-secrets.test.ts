import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asksForSecrets } from '../../../electron/relay/asks-for-secrets.ts';
import type { FormField } from '../../../electron/relay/server-requests.ts';

const field = (part: Partial<FormField>): FormField => ({
  name: 'value',
  title: undefined,
  description: undefined,
  type: 'string',
  format: undefined,
  required: true,
  options: [],
  preset: undefined,
  limits: {},
  ...part,
});
const asked = (part: Partial<FormField>, message = 'Please fill this in.'): string | undefined =>
  asksForSecrets({ message, fields: [field({ name: 'first', title: 'Your first name' }), field(part)] });

const NAMES = [
  'password',
  'Password',
  'user_password',
  'newPassword',
  'PASSWORD_CONFIRM',
  'passwd',
  'pwd',
  'passphrase',
  'passcode',
  'pass_word',
  'login-credentials',
  'api_key',
  'apiKey',
  'APIKEY',
  'openai_api_key',
  'AWS secret access key',
  'ssh_private_key',
  'id_rsa',
  'client_secret',
  'secret',
  'token',
  'access_token',
  'githubToken',
  'refresh token',
  'bearer',
  'session_cookie',
  'seed_phrase',
  'recoveryPhrase',
  'mnemonic',
  'wallet key',
  'card_number',
  'cardNumber',
  'creditCard',
  'credit card details',
  'cvv',
  'CVC2',
  'pin',
  'PIN code',
  'otp',
  'totp',
  '2fa_code',
  'mfaCode',
  'verification code',
  'one-time code',
  'backup_codes',
  'p a s s w o r d',
  'p.a.s.s.w.o.r.d',
  'p4ssw0rd',
  'pa$$word',
  'passw\u200bord',
  'p\u00adassword',
  'раssword',
  'ρassword',
  'ｐａｓｓｗｏｒｄ',
  '𝗽𝗮𝘀𝘀𝘄𝗼𝗿𝗱',
  'ⓟⓐⓢⓢⓦⓞⓡⓓ',
  'pässwörd',
  'а\u200bpi_kеу',
  'Passwort',
  'contraseña',
  'mot de passe',
  'senha',
  'пароль',
  '密码',
  'パスワード',
  '비밀번호',
  'كلمة المرور',
];

const DESCRIPTIONS = [
  'Your account password, so that we can verify it is you.',
  'Password (we never share it with anybody)',
  'Do not hesitate to enter your password here',
  "Don't forget your password!",
  'Paste the API key from your dashboard',
  'The 6-digit code we sent to your phone',
  'Enter the code we just texted you',
  'The three digits on the back of your card',
  'The long number on the front: your card number',
  'Your 12 recovery words in order',
  'Enter your PIN to continue',
  'Paste your token',
  'The contents of ~/.ssh/id_rsa',
  'Your private key (PEM)',
  'Value of the Authorization header',
  'The code from your authenticator',
  'Your password field',
  'Policy requires your password',
  'Name of the pet; password next to it',
  'Copy the session cookie from your browser',
];

const BENIGN_NAMES = [
  'key result',
  'key_results',
  'keyboard layout',
  'primary_key_column',
  'foreign key name',
  'public_key',
  'public key fingerprint',
  'password_policy_document_title',
  'password policy',
  'password length',
  'password_min_length',
  'maxTokens',
  'token_count',
  'token budget',
  'token symbol',
  'api_key_name',
  'API key label',
  'secret_name',
  'secretary',
  'secret santa budget',
  'passenger name',
  'passport country',
  'compass direction',
  'bypass reason',
  'pin colour',
  'pinned message',
  'pinCode (postal)',
  'zip code',
  'country code',
  'promo code',
  'error_code',
  'code review comment',
  'status code',
  'card title',
  'cardColor',
  'business card design',
  'cvs export path',
  'seed variety',
  'random seed',
  'seed round amount',
  'credential type',
  'access_key_id',
  'session title',
  'cookie recipe',
  'cookie policy url',
  'authorization url',
  'author',
  'signature line',
  'musical key',
  'verification status',
  'one-time donation amount',
  'factory name',
  'tokenizer',
  'password manager',
  'credentials expiry',
  'mnemonist',
  'otpor movement',
  'turkey',
  'monkey species',
  'first name',
  'email',
  'repository',
  'due date',
];

const BENIGN_DESCRIPTIONS = [
  'Never share your password here; only the name of the system.',
  'Do not enter any passwords or API keys.',
  'Title of the article about password managers',
  'How many tokens the answer may have',
  'The maximum number of tokens',
  'Type of the API key, such as read-only',
  'Where the password reset page is',
  'A short name for the access token, to find it again',
  'No password needed, just your nickname',
  'ISO country code',
  'Which key result does this belong to?',
  'The colour of the pin on the map',
  'The id of the card on the board',
  'A summary of the security review',
];

describe('a form that asks for a secret', () => {
  test.each(NAMES)('by name or title: %s', (name) => {
    expect(asked({ name })).toBe(name);
    expect(asked({ name: 'x1', title: name })).toBe('x1');
  });

  test.each(DESCRIPTIONS)('in the description: %s', (description) => {
    expect(asked({ name: 'x1', description })).toBe('x1');
  });

  test('in the message, with a field called anything', () => {
    for (const message of [
      'Your session expired. Please enter your password to continue.',
      'To verify your identity, provide the 6-digit code we sent you.',
      'We need your API key.',
      'Type your P A S S W O R D below',
    ])
      expect(asked({ name: 'answer' }, message), message).toBe('first');
    for (const message of [
      'Which title shall the password policy have?',
      'Please enter the name of the API key that was rotated.',
      'I found 3 tokens in the document. Which one is the verb?',
      'Never enter your password here.',
    ])
      expect(asked({ name: 'answer' }, message), message).toBeUndefined();
  });

  test('as a number too, but not where nothing can be typed', () => {
    expect(asked({ name: 'cvv', type: 'integer' })).toBe('cvv');
    expect(asked({ name: 'password', type: 'boolean' })).toBeUndefined();
    expect(asked({ name: 'password', options: [{ value: 'a', title: 'a' }] })).toBeUndefined();
    expect(asksForSecrets({ message: 'Enter your password.', fields: [] })).toBeUndefined();
  });
});

describe('a form that only speaks of one', () => {
  test.each(BENIGN_NAMES)('by name or title: %s', (name) => {
    expect(asked({ name })).toBeUndefined();
    expect(asked({ name: 'x1', title: name })).toBeUndefined();
  });

  test.each(BENIGN_DESCRIPTIONS)('in the description: %s', (description) => {
    expect(asked({ name: 'x1', description })).toBeUndefined();
  });
});

test('there are enough of both', () => {
  expect(NAMES.length + DESCRIPTIONS.length).toBeGreaterThanOrEqual(80);
  expect(BENIGN_NAMES.length + BENIGN_DESCRIPTIONS.length).toBeGreaterThanOrEqual(75);
});

test('letters in between, of any invisible kind, hide nothing', () => {
  const invisible = fc.constantFrom(
    '\u200b',
    '\u200c',
    '\u200d',
    '\u2060',
    '\ufeff',
    '\u00ad',
    '\u{e0061}',
    '\u202e',
  );
  const at = fc.array(fc.tuple(fc.integer({ min: 1, max: 7 }), invisible), { maxLength: 6 });
  fc.assert(
    fc.property(at, (inserts) => {
      let name = 'password';
      for (const [place, c] of inserts) name = `${name.slice(0, place)}${c}${name.slice(place)}`;
      expect(asked({ name })).toBe(name);
    }),
  );
});

test('any text is judged without an exception', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      asked({ name: text, title: text, description: text }, text);
    }),
  );
});
