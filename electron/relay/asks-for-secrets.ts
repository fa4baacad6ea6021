import { plainLetters } from '../catalog/shadowing/confusables.ts';
import type { ElicitationForm, FormField } from './server-requests.ts';

/** What is a secret by its name alone, as patterns over plain lower-case words with one space between them. */
const SECRETS: readonly string[] = [
  'pass ?(?:words?|phrases?|codes?|wd)',
  'pwd',
  'credentials?',
  // Keys
  '(?:api|access|private|secret|signing|encryption|decryption|ssh|pgp|gpg|rsa|wallet|master|auth|authentication|authorization|recovery|account|deploy|root|admin|storage|openai|anthropic|stripe|aws|azure|google|github) ?keys?',
  'id rsa',
  '(?:client|app|webhook|shared|account) secrets?',
  'secret (?:value|words?|phrase|string|question answer)',
  // Tokens
  '(?:api|access|auth|authentication|authorization|bearer|refresh|session|id|personal access|identity|security|login|bot|deploy|github|gitlab|slack|discord|telegram|oauth|sas|service) ?tokens?',
  'jwt',
  '(?:session|auth|authentication|login|browser) cookies?',
  '(?:cookie|authorization|auth) header',
  // Seeds
  '(?:seed|recovery|backup|mnemonic|wallet) (?:phrases?|words|seeds?)',
  'mnemonics?',
  '(?:12|24|twelve|twenty four) (?:seed |recovery |secret |backup )?words?',
  'keystore',
  // Cards
  'card ?(?:number|numbers|no|nr|num|digits|details|info|information|data|pan)',
  '(?:cvv|cvc|cvn|csc)[23]?',
  'card (?:security|verification|validation) (?:code|value|number)',
  '(?:3|three|4|four) digits? (?:code |number )?(?:on|at|from) the (?:back|front)',
  'pin ?(?:code|number)',
  // One-time codes
  't?otps?',
  '(?:one time|single use|temporary) (?:codes?|pins?)',
  '(?:m?2? ?fa|mfa|(?:2|two|multi) (?:factor|step)(?: auth| authentication| verification)?) (?:codes?|tokens?|secrets?)',
  '(?:verification|authenticator|authentication|auth|confirmation|security|login|sign in|sms|texted|recovery|backup|emergency|access|unlock) codes?',
  '(?:4|5|6|7|8|four|five|six|seven|eight) digit (?:code|number|pin)',
  'codes? (?:we|that we|that was|which was|you|that you|just|from|in) (?:just )?(?:sent|texted|emailed|received|got|get|see|(?:your|the) (?:authenticator|phone|sms|text|email)|sms)',
  // In other languages, without accents
  'passworte?',
  'kennworte?',
  'contrasenas?',
  'mots? de passe',
  'senhas?',
  'wachtwoord',
  'losenord',
  'haslo',
  'heslo',
  'sifre',
  'salasana',
  'adgangskode',
];

/** Words that mean other things as well: secrets only where nothing else stands in a name, or where one is asked for. */
const LOOSE =
  '(?:secrets?|tokens?|cookies?|pin|seed|bearer|mfa|2fa|pat|creds|pw|cc|(?:credit|debit|bank|payment) ?cards?)';
const ALONE = new RegExp(`^(?:my |your |the |user |account |card |atm |bank |sim )?${LOOSE}$`, 'u');
const WANTED = `(?:(?:your|my|atm|sim) |(?:enter|paste|type|provide|insert|give|send)(?: in| us| me| here)? (?:the |a |an )?)(?:${LOOSE}|keys?)`;

/** The same in scripts whose words do not stand apart, or that plain letters would garble. */
const OTHER_SCRIPTS =
  /парол|код из (?:смс|sms)|密码|密碼|口令|验证码|驗證碼|助记词|私钥|パスワード|暗証番号|認証コード|秘密鍵|비밀번호|인증번호|암호|كلمة (?:المرور|السر)|رمز التحقق|סיסמה|סיסמא|पासवर्ड|รหัสผ่าน|κωδικ[όο]ς πρόσβασης|mật khẩu/u;

/** What follows makes it a matter about secrets, not one of them: "password policy", "API key name". */
const ABOUT =
  '(?:polic(?:y|ies)|lengths?|strength|complexity|rules?|requirements?|expiry|expiration|rotation|managers?|generator|guidelines?|names?|labels?|titles?|descriptions?|ids?|identifiers?|types?|kinds?|formats?|counts?|limits?|budgets?|usage|costs?|pric(?:es?|ing)|quotas?|prefix|suffix|symbols?|tickers?|address(?:es)?|lifetimes?|ttl|scopes?|providers?|issuers?|brands?|networks?|owners?|status|stat(?:e|es)|selectors?|columns?|pages?|screens?|forms?|resets?|articles?|documents?|docs|documentation|chapters?|topics?|training|surveys?|reviews?|issues?|tickets?|bugs?|errors?|messages?|notices?|notifications?|reminders?|colou?rs?|designs?|images?|layouts?|themes?|icons?|games?|decks?|paths?|references?|alias(?:es)?|standards?|sections?|santa|gardens?|menus?|sauces?|consent|banners?|preferences?|settings?|per (?:minute|request|day|month)|env(?:ironment)? vars?|variables?)';
const BEFORE_ABOUT =
  '(?:max|maximum|min|minimum|number of|how many|count of|(?:type|kind|name|label|title|id|length|topic|scope)s? (?:of|for)(?: the| your| a| an)?|polic(?:y|ies) (?:on|for|about)|articles? (?:on|about)|without (?:a |an |any |your )?|no|not (?:a |an |your |the )?|random|input|output|completion|total|public|primary|foreign)';
/** Only a plain order not to, right before it: "not" somewhere in the sentence is what an attacker writes. */
const NEVER =
  '(?:never|do not|don t|dont|must not|should not) (?:ever )?(?:enter|type|share|include|paste|send|provide|put|add|write|give|disclose|post|reveal)(?: (?:your|any|a|an|the|or|real|passwords?|tokens?|keys?|secrets?|api|credentials?|pins?)){0,6}';

const FILLER = '(?: (?:value|text|string|input|box|field|min|max|minimum|maximum))?';
const SECRET = new RegExp(`(?<![\\p{L}\\p{N}])(?:${[...SECRETS, WANTED].join('|')})(?![\\p{L}\\p{N}])`, 'gu');
const ABOUT_AFTER = new RegExp(`^${FILLER} ${ABOUT}(?![\\p{L}\\p{N}])`, 'u');
const ABOUT_BEFORE = new RegExp(`(?<![\\p{L}\\p{N}])(?:${BEFORE_ABOUT}|${NEVER}) ?$`, 'u');
const POSTAL = /(?<![\p{L}])(?:postal|postcode|zip|delivery|district|india|area)(?![\p{L}])/u;

/** Fields in which nobody can type a secret. */
function takesText({ type, options, format }: FormField): boolean {
  if (options.length > 0 || type === 'boolean' || type === 'choices') return false;
  return format !== 'date' && format !== 'date-time';
}

/** Nobody reads more than that to know what to type: a longer text has something to hide. */
const MAX_CHARS = 20_000;
/** So far around a secret's name is looked for what it is about. */
const AROUND = 160;

/**
 * The name of the field in which a form asks for a password, key, token, seed phrase, card number or check value, or
 * one-time code (attack 29: elicitation phishing); undefined when none does. Looks at names, titles and descriptions,
 * whatever letters they are written in, and at the message, where a field may be called anything. Errs towards yes:
 * such a form is refused, and a server has other ways to get what it is meant to have (a page of its own).
 */
export function asksForSecrets(form: Pick<ElicitationForm, 'message' | 'fields'>): string | undefined {
  const open = form.fields.filter(takesText);
  for (const field of open) {
    const { name, title, description } = field;
    if (saysSecret(name, true) || saysSecret(title ?? '', true) || saysSecret(description ?? '', false))
      return field.name;
  }
  const [first] = open;
  return first !== undefined && orders(form.message) ? first.name : undefined;
}

function saysSecret(text: string, isName: boolean): boolean {
  if (text === '') return false;
  if (text.length > MAX_CHARS || OTHER_SCRIPTS.test(text.normalize('NFKC').toLowerCase())) return true;
  return formsOf(text).some((words) => (isName && ALONE.test(words)) || hasSecret(words));
}

function hasSecret(words: string): boolean {
  for (const found of words.matchAll(SECRET)) {
    const end = found.index + found[0].length;
    const before = words.slice(Math.max(0, found.index - AROUND), found.index);
    const after = words.slice(end, end + AROUND);
    if (ABOUT_AFTER.test(after) || ABOUT_BEFORE.test(before)) continue;
    if (/^pin ?code/.test(found[0]) && POSTAL.test(words)) continue;
    return true;
  }
  return false;
}

const ORDER =
  /(?<![\p{L}])(?:enter|type|paste|provide|give|supply|submit|confirm|re enter|reenter|input|fill in|tell|send|share|need|needs|require|requires|required|verify|what is|what s|insert|write|reply with|respond with)(?![\p{L}])/u;

/** Whether a message tells somebody to give a secret, rather than speaking of one. */
function orders(message: string): boolean {
  if (OTHER_SCRIPTS.test(message.normalize('NFKC').toLowerCase())) return true;
  return message
    .slice(0, MAX_CHARS)
    .split(/(?<=[.!?;\n])\s+/)
    .some((sentence) => formsOf(sentence).some((words) => ORDER.test(words) && hasSecret(words)));
}

const LEET: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
};

/** A text in plain lower-case words, read in each way that a person may: as it is, with digits for letters, unspaced. */
function formsOf(text: string): string[] {
  // Half of a character is nothing that anybody reads.
  const plain = plainLetters(text.replace(/\p{Cs}/gu, ''))
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .toLowerCase();
  const words = wordsOf(plain);
  const forms = new Set([words]);
  // p.a.s.s.w.o.r.d, p a s s w o r d
  forms.add(
    words.replace(/(?<![\p{L}\p{N}])(?:\p{L} ){3,}\p{L}(?![\p{L}\p{N}])/gu, (run) => run.replaceAll(' ', '')),
  );
  // p4ssw0rd: digits count as letters where they touch one.
  const letters = plain.replace(/(?<=\p{L})[013457@$!]+(?=\p{L})|(?<=\p{L})[@$]+/gu, (run) =>
    Array.from(run, (c) => LEET[c] ?? c).join(''),
  );
  forms.add(wordsOf(letters));
  return [...forms];
}

function wordsOf(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
}
