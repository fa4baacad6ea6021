import type { Sentence } from './words.ts';
import { beginnings, type CuedTexts, supporting } from './cues.ts';
import { stems } from './words.ts';

// What no pattern foresaw. Families of words that descriptions seldom bring together and orders nearly always do: who
// is spoken to, that something is demanded, something private, a breach of care or openness, tools in general, and
// carrying something. Each family counts once, by its heaviest word; a sentence is judged by the sum.

interface Family {
  readonly weight: number;
  readonly words: ReadonlySet<string>;
  readonly cues: CuedTexts;
}

function family(weight: number, ...lines: readonly string[]): Family {
  const words = stems(...lines);
  return { weight, words, cues: supporting(beginnings(words)) };
}

const ADDRESSEE = [
  family(1, 'you your yours yourself agent assistant model llm ai claude gpt copilot chatbot caller'),
  family(0.5, 'user users customer client person human anyone anybody everyone nobody people'),
];
const DEMAND = [
  family(
    1,
    'must shall always never kindly refrain demand demands insist ought mandatory mandated essential henceforth onwards obligatory compulsory immediately regardless',
  ),
  family(
    0.5,
    'should need required requires require please first before whenever only every until afterwards beforehand failing warning',
  ),
];
const PRIVATE = [
  family(
    2,
    'secret secrets credential credentials password passwords passphrase transcript keystroke shadow pem keyring keychain wallet cookies etc_passwd env dotenv ssh id_rsa mnemonic bearer mailbox inbox clipboard aws_secret_access_key',
  ),
  family(
    1,
    'token tokens chat conversation dialogue session history private personal memory context permission permissions privileges prompt email emails invoice recipient money account attachment typed environ environment home confidential message reasoning',
  ),
];
const BREACH = [
  family(
    2,
    'invisible hide hidden conceal trace secretly unnoticed disclosure undisclosed bother unrestricted jailbreak override bypass guideline guidelines safety disobey obey exfiltrate rot13 dangerously_skip_permissions root sudo superuser',
  ),
  family(
    1,
    'instruction instructions authorised authorized authorise policy rules admin administrator developer disregard ignore skip quietly encode base64 corrupt penalty valid trust trusted avoid avoided shared share mislead pretend repeatedly telling',
  ),
];
const TOOLS = [family(1, 'tool tools')];
const CARRYING = [
  family(
    1,
    'send append attach include quote paste forward upload post echo repeat copy leak reveal print dump embed prepend modify redirect replace insert transfer transferring fetch visit delete',
  ),
];

const FAMILIES: readonly (readonly Family[])[] = [ADDRESSEE, DEMAND, PRIVATE, BREACH, TOOLS, CARRYING];
/** Files and variables of a system, as a whole word. */
const SYSTEM_PLACES = /\$[a-z_]{3,40}|\*\.[a-z]{2,5}\b|\/etc\/|~\/|\bhome (?:folder|directory)\b/;

/** More than `suspicion` would find in any sentence of a text, after a look at its letters alone. */
export function mostSuspicion(plain: string): number {
  let most = SYSTEM_PLACES.test(plain) ? 1 : 0;
  for (const weights of FAMILIES) most += weights.find((one) => one.cues.could(plain))?.weight ?? 0;
  return most;
}

/** How much a sentence sounds like an order to a model: 0 for most, 4 and above for orders. Less than `least` may be said to be 0. */
export function suspicion(sentence: Sentence, least = 0): number {
  const { plain } = sentence;
  const most = mostSuspicion(plain);
  if (most === 0 || most < least) return 0;
  let sum = SYSTEM_PLACES.test(plain) ? 1 : 0;
  for (const weights of FAMILIES) {
    const hit = weights.find(
      (one) => one.cues.could(plain) && sentence.stems.some((word) => one.words.has(word)),
    );
    sum += hit?.weight ?? 0;
  }
  return sum;
}
