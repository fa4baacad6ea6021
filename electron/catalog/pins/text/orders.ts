import * as lexicon from './lexicon.ts';
import { beginnings, type CuedTexts, PLAIN, supporting, telling, written } from './cues.ts';
import { type Sentence, stems as stemSet } from './words.ts';

/**
 * What an order to the model is about. `override`: earlier instructions or safety set aside. `concealment`: kept from
 * the person. `theft`: something private taken or sent. `sending`: something carried to a place outside. `command`: a
 * line for a shell. `tampering`: what another tool does or says changed. `persona`: the model given another role.
 * `veiled`: it sounds like an order without being one of these. `steering`: when and in what order to use tools (harmless as a rule; honest descriptions do it too).
 */
export type OrderKind =
  | 'override'
  | 'concealment'
  | 'theft'
  | 'sending'
  | 'command'
  | 'tampering'
  | 'persona'
  | 'veiled'
  | 'steering';

export interface Order {
  readonly kind: OrderKind;
  /** The sentence that gives it, at most 200 characters. */
  readonly quote: string;
}

const QUOTE = 200;
/** So many words before and after belong together. */
const NEAR = 9;

/** The orders that one sentence gives. Looks at each word a constant number of times. */
export function ordersIn(sentence: Sentence): Order[] {
  const kinds = new Set<OrderKind>();
  if (overrides(sentence)) kinds.add('override');
  if (conceals(sentence)) kinds.add('concealment');
  if (takes(sentence)) kinds.add('theft');
  if (carriesOut(sentence)) kinds.add('sending');
  if (SHELL.could(sentence.plain) && lexicon.SHELL.some((part) => sentence.plain.includes(part)))
    kinds.add('command');
  if (tampers(sentence)) kinds.add('tampering');
  if (casts(sentence)) kinds.add('persona');
  if (kinds.size === 0 && steers(sentence)) kinds.add('steering');
  const quote = sentence.raw.slice(0, QUOTE);
  return [...kinds].map((kind) => ({ kind, quote }));
}

function near(stems: readonly string[], at: number, set: ReadonlySet<string>, ahead = NEAR): boolean {
  for (let i = at + 1; i < stems.length && i <= at + ahead; i++) if (set.has(stems[i] as string)) return true;
  return false;
}

const SETS = new Map<ReadonlySet<string>, CuedTexts>([
  ...[lexicon.OVERRIDES, lexicon.STEALTH, lexicon.QUIET, lexicon.STEALING].map(
    (set) => [set, telling(beginnings(set))] as const,
  ),
  ...[lexicon.SENDING, lexicon.CARRYING, lexicon.TAKING, lexicon.OBLIGATION].map(
    (set) => [set, supporting(beginnings(set))] as const,
  ),
]);
const LISTS = new Map(
  [lexicon.TREASURES, lexicon.VALUABLES, lexicon.PERSONAL].map((list) => [list, telling(written(list))]),
);
const TAMPERS = telling(beginnings(lexicon.TAMPERING), beginnings(lexicon.TAMPERED));
const SHELL = telling(written(lexicon.SHELL));

/** Whether a text in plain letters, of several sentences perhaps, could give an order at all; after one look at it. */
export function couldGiveOrders(text: string): boolean {
  if (PLAIN.tells(text)) return true;
  return CARRIES.could(text) && (text.includes('@') || CARRIES_OUT.could(text) || NUMERIC_HOST.test(text));
}

const CARRIES = supporting(beginnings(lexicon.CARRYING));
const CARRIES_OUT = telling(beginnings(lexicon.CARRYING), written(lexicon.OUTSIDE));

/** A look at the letters, before the words are made: false where no word of the sentence is in the set. */
const couldHave = ({ plain }: Sentence, set: ReadonlySet<string>): boolean =>
  SETS.get(set)?.could(plain) ?? true;

function has(sentence: Sentence, set: ReadonlySet<string>): boolean {
  return couldHave(sentence, set) && sentence.stems.some((word) => set.has(word));
}

function mentions({ plain }: Sentence, parts: readonly string[]): boolean {
  if (LISTS.get(parts)?.could(plain) === false) return false;
  const padded = `${plain} `;
  return parts.some((part) => padded.includes(part));
}

const ALL = stemSet('everything');
const EARLIER = stemSet('previous prior above earlier preceding before');

/** "Ignore the table and say": what stands there set aside for what is said next. */
const INSTEAD = PLAIN.shape(
  /^(?:please )?(?:ignore|disregard|forget|skip) .{2,60}? and (?:just |instead )?(?:say|state|output|print|answer|respond|reply|return|tell|admit|do|claim|report|write|delete|remove|send)\b/,
);
/** The same in other languages. Chinese, Japanese and Korean need both halves: "ignore case" is honest. */
const ELSEWHERE =
  /ignor(?:ez|ieren sie|iere|a|ad|e as|are|eren|uj)\b.{0,40}(?:instru|anweisung|istruzion|instrucci|consign|directive|regel|polece)|(?:vorherigen|bisherigen) anweisungen|instructions pr[eé]c[eé]dentes|(?:instrucciones|instruções|instrucoes) anteriores|istruzioni precedenti|(?:忽略|无视|無視|忘记|忽视).{0,16}(?:指令|指示|提示|说明|规则|要求|命令)|(?:指令|指示|命令).{0,8}(?:無視|忽略|无视)|(?:이전|위의).{0,10}(?:지시|명령).{0,10}무시|игнорир.{0,20}(?:инструкц|указани)|предыдущие инструкции|تجاهل.{0,20}(?:التعليمات|الأوامر)/i;

/** What one of them begins with in plain letters; all others have letters that are not. */
const ELSEWHERE_BEGUN = telling(['ignor', 'anweisungen', 'instruc', 'istruzioni']);
const NOT_PLAIN = /[^\0-\x7f]/;
const WAIVERS = [
  'do not follow',
  'no confirmation',
  'without confirmation',
  'without validation',
  'without asking',
  'new instructions',
  'elevated privilege',
  'escalate',
];
const WAIVED = telling([...WAIVERS, 'comply with', 'trust all']);

function overrides(sentence: Sentence): boolean {
  const { plain, raw } = sentence;
  if (INSTEAD.test(plain)) return true;
  if ((ELSEWHERE_BEGUN.could(plain) || NOT_PLAIN.test(raw)) && ELSEWHERE.test(raw)) return true;
  if (couldHave(sentence, lexicon.OVERRIDES) && setsAside(sentence)) return true;
  if (!WAIVED.could(plain)) return false;
  return (
    WAIVERS.some((phrase) => plain.includes(phrase)) ||
    (plain.includes('comply with') && /\b(?:all|any|every|request)/.test(plain)) ||
    (plain.includes('trust all') && has(sentence, USERLIKE))
  );
}

function setsAside({ stems, words }: Sentence): boolean {
  for (let i = 0; i < stems.length; i++) {
    if (!lexicon.OVERRIDES.has(stems[i] as string)) continue;
    // "ignore all previous", "forget everything above": nothing need follow.
    const sweeping = near(stems, i, EARLIER, 4) || near(stems, i, ALL, 2);
    if (sweeping && (words[i] === 'ignore' || words[i] === 'disregard' || words[i] === 'forget')) return true;
    for (let k = i + 1; k < stems.length && k <= i + 6; k++) {
      if (lexicon.RULE_OWNERS.has(stems[k] as string) && near(stems, k, lexicon.RULES, 4)) return true;
    }
  }
  return false;
}

const USERLIKE: ReadonlySet<string> = new Set(['user', 'admin', 'input', 'command', 'query', 'root']);
const NEGATIONS = new Set([
  'not',
  'never',
  "don't",
  'dont',
  'without',
  'no',
  'avoid',
  "mustn't",
  "shouldn't",
  'nobody',
]);

const HUSHING = telling(beginnings(lexicon.TELLING), written([...NEGATIONS].map((word) => ` ${word} `)));

function conceals(sentence: Sentence): boolean {
  const { plain } = sentence;
  if (has(sentence, lexicon.STEALTH)) return true;
  if (keepsQuiet(sentence)) return true;
  return (
    (SECRECY_CUES.could(plain) && SECRECY.some((phrase) => plain.includes(phrase))) ||
    (plain.includes('user') && UNAWARE.test(plain))
  );
}

const SECRECY = [
  'secret operation',
  'hidden directive',
  'hidden instruction',
  'hidden from',
  'behind the scenes',
  'keep this secret',
  'keep it secret',
  'user unaware',
];
const SECRECY_CUES = telling(written(SECRECY));
const UNAWARE = PLAIN.shape(
  /\b(?:must|should|need|may|can|will)(?: not|n't|never) (?:to )?(?:be aware|be told|be informed|be shown|know|notice|see)\b|\bwithout (?:the )?(?:user|their|his|her)(?:'s)? (?:knowledge|consent|knowing|approval)|\bnever (?:be aware|be told|be informed|be shown|learn|know|find out)\b/,
);

function keepsQuiet(sentence: Sentence): boolean {
  if (!HUSHING.could(sentence.plain) && !couldHave(sentence, lexicon.QUIET)) return false;
  const { words, stems } = sentence;
  for (let i = 0; i < words.length; i++) {
    if (NEGATIONS.has(words[i] as string)) {
      for (let k = i + 1; k < words.length && k <= i + 3; k++) {
        if (!lexicon.TELLING.has(stems[k] as string)) continue;
        if (near(stems, k, lexicon.PEOPLE, 8)) return true;
        if (near(stems, k, HUSHED, 4) && words[i] !== 'no') return true;
      }
    }
    if (
      lexicon.QUIET.has(stems[i] as string) &&
      words[i] !== 'automatically' &&
      words[i] !== 'transparently'
    ) {
      if (
        near(stems, i, lexicon.SENDING, 5) ||
        (i > 0 && lexicon.SENDING.has(stems[i - 1] as string)) ||
        (i === words.length - 1 && has(sentence, lexicon.CARRYING))
      )
        return true;
    }
  }
  return false;
}

const HUSHED: ReadonlySet<string> = new Set([
  'this',
  'these',
  'step',
  'instruction',
  'it',
  'that',
  'operation',
  'note',
]);

const FOREIGN_OWNER = PLAIN.support(
  /\b(?:user|caller|model|assistant|agent|victim|system|you|your|their|available)\b/,
);

function takes(sentence: Sentence): boolean {
  const { plain } = sentence;
  if (has(sentence, lexicon.STEALING)) return true;
  const wanted =
    mentions(sentence, lexicon.VALUABLES) ||
    mentions(sentence, lexicon.TREASURES) ||
    mentions(sentence, lexicon.PERSONAL);
  if (wanted && ASKED.test(plain)) return true;
  if (mentions(sentence, lexicon.TREASURES))
    return has(sentence, lexicon.TAKING) || has(sentence, lexicon.SENDING);
  if (!mentions(sentence, lexicon.VALUABLES)) return false;
  if (has(sentence, lexicon.CARRYING) && (outside(sentence) || FOREIGN_OWNER.test(plain))) return true;
  // "include the user's API keys in the 'context' field": taken into the answer or an argument.
  return has(sentence, lexicon.SENDING) && FOREIGN_OWNER.test(plain) && INTO.test(plain);
}

const ASKED = PLAIN.support(
  /\b(?:enter|type|ask|prompt|request|confirm|provide|submit)\b.{0,60}\b(?:your|their|his|her|the user(?:'s)?|the customer(?:'s)?)\b/,
);
const INTO = PLAIN.support(
  /\b(?:into|in|as|via|inside|within|to)\b.{0,40}\b(?:field|argument|parameter|param|response|body|output|notes?|comment|query|url|caller|request)\b/,
);

/** A mail address, or a host that looks like one on the network. */
const ADDRESS = /[a-z0-9][\w.+-]{0,63}@[a-z0-9-]{1,63}\.[a-z]/;
const NUMERIC_HOST = /\b\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}\b/;

/** Whether the sentence speaks of a place outside. */
export function outside(sentence: Sentence): boolean {
  return (
    mentions(sentence, lexicon.OUTSIDE) ||
    (sentence.plain.includes('@') && ADDRESS.test(sentence.plain)) ||
    NUMERIC_HOST.test(sentence.plain)
  );
}

const DATA = PLAIN.support(
  /\b(?:cop(?:y|ies)|contents?|data|messages?|results?|outputs?|requests?|everything|details|files?|inputs?|text|history|arguments?|parameters?|emails?|quer(?:y|ies)|logs?)\b/,
);

function carriesOut(sentence: Sentence): boolean {
  const { plain } = sentence;
  if (!couldHave(sentence, lexicon.CARRYING) || !outside(sentence)) return false;
  const sender = sentence.stems.some((word) => lexicon.CARRYING.has(word) && word !== 'call');
  return sender && (DATA.test(plain) || ADDRESS.test(plain));
}

function tampers(sentence: Sentence): boolean {
  const { plain } = sentence;
  if (TAMPERS.could(plain)) {
    const { stems } = sentence;
    for (let i = 0; i < stems.length; i++) {
      if (!lexicon.TAMPERING.has(stems[i] as string)) continue;
      if (
        near(stems, i, lexicon.TAMPERED, 6) &&
        (has(sentence, lexicon.OBLIGATION) || /\btools?\b/.test(plain))
      )
        return true;
    }
  }
  if (OVER_OTHERS.test(plain)) return true;
  if (!COPIED_IN.could(plain)) return false;
  if (
    plain.includes('before deliver') ||
    plain.includes('before it is delivered') ||
    plain.includes('will otherwise fail')
  )
    return true;
  // Someone copied in on what is sent.
  return (
    sentence.words.some((word) => word === 'bcc' || word === 'cc' || word === "bcc'd") &&
    (ADDRESS.test(plain) || has(sentence, lexicon.OBLIGATION))
  );
}

const OVER_OTHERS = PLAIN.shape(
  /\bsupersede|\btakes? precedence over|\binstead of (?:using|calling|invoking)\b.{0,60}(?:_|tool)|\brather than (?:the )?others?\b/,
);
const COPIED_IN = telling([' bcc', ' cc', 'before deliver', 'before it is delivered', 'will otherwise fail']);

const ROLES = PLAIN.shape(
  /\b(?:you are now|act as|pretend (?:to be|you)|from now on|developer mode|debug mode|diagnostic mode|god mode|dan mode|jailbreak|unrestricted|root privileges|admin privileges|full trust|new persona|simulate elevated|roleplay as)\b/,
);

function casts({ plain }: Sentence): boolean {
  return ROLES.test(plain);
}

const STEERING = PLAIN.support(
  /\b(?:before|prior to|after|while|when|whenever|instead of|rather than|every time|each time|once) (?:you )?(?:us|call|invok|run|execut|respond|answer|reply)|\b(?:you (?:must|should|need to|have to|are required)|always (?:call|use|run|include|add|set|pass|read|invoke)|must (?:first|always|be called|call)|first call|make sure to|(?:call|use|run|invoke) \S{2,40} (?:first|instead)|do not use|never use|never call|(?:use|call) this (?:tool|function) (?:first|instead|rather|before|for (?:every|all|each)|every|always|no matter)|is mandatory)\b/,
);

function steers({ plain }: Sentence): boolean {
  return STEERING.test(plain);
}

const TAG =
  /<\s{0,3}\/?\s{0,3}(?:important|system|secret|hidden|instructions?|assistant|admin|critical|override|prompt|sys|internal|confidential|directive|user|human|developer|urgent|mandatory|private)\b[^<>]{0,60}>/gi;
const BRACKET =
  /\[\s{0,3}\/?\s{0,3}(?:inst|important|hidden|shadow|secret|urgent|(?:[a-z]{1,20} ){0,3}(?:system|assistant|directive|override|instructions?|prompt)|system|assistant)\b[^\][]{0,60}\]/gi;
const TOKENS =
  /<\|[a-z_]{2,24}\|>|<<\/?sys>>|\{\{\s{0,3}(?:system|override|prompt)|#{2,6}\s{0,3}\(?(?:new )?(?:system|system_message|instructions?|assistant|override|human|user)\b|\b(?:BEGIN|END) (?:SYSTEM|HIDDEN|SECRET|INSTRUCTIONS?)\b/gi;
const SPEAKER =
  /(?:^|[\s"'([>])(?:SYSTEM(?: [A-Z]+){0,3}|ASSISTANT(?: [A-Z]+){0,2}|(?:[A-Z]+ ){0,2}(?:DIRECTIVE|OVERRIDE|INSTRUCTIONS?|BYPASS PROTOCOL))\s?:|\b(?:note|message|instructions?|reminder|attention) (?:to|for) (?:the )?(?:assistant|ai|model|llm|agent|language model|claude|gpt|chatgpt|copilot)\b/gm;
const SPEAKER_ANY =
  /\b(?:note|message|instructions?|reminder|attention) (?:to|for) (?:the )?(?:assistant|ai|model|llm|agent|language model|claude|gpt|chatgpt|copilot)\b|\b(?:assistant|ai|llm|model|agent) (?:instructions?|directive)\s?:/gi;

/** Marks that speak to a model in the voice of its system: tags, chat tokens, headings. Lower case, in order. */
export function systemMarks(text: string): string[] {
  const found: string[] = [];
  for (const shape of [TAG, BRACKET, TOKENS, SPEAKER, SPEAKER_ANY])
    for (const match of text.matchAll(shape)) found.push(match[0].trim().toLowerCase());
  return found;
}
