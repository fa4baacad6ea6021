import type { Sentence } from './lex.ts';
import { isBase, isQuoted, isReported, leads } from './position.ts';
import type { Reading } from './signal.ts';
import {
  ABOUT,
  ACT,
  CALL,
  CAST,
  EARLIER,
  FOLLOW,
  MODEL,
  RULE,
  MUST,
  NOT,
  PERSON,
  READER,
  REPORTED,
  ROLE,
  SAY,
  SEND,
  SINK,
  STEAL,
  STEALTH,
  TAKE,
  TALK,
  TELL,
  TOOL,
  TREASURE,
  VOICE,
  TASK,
  MARK,
} from './vocabulary.ts';
import type { Cued } from './cues/cues.ts';
import { LOW } from './cues/low.ts';

// What an order to a model says besides setting earlier ones aside. Every shape looks a bounded way ahead.

const PERSONA_STRONG = LOW.shape(
  /\byou(?:'re| are)? now\b.{0,24}\b(?:dan|unrestricted|unfiltered|jailbr|free from|evil|developer mode|diagnostic|root|god mode|in (?:\w+ ){0,2}mode|hacker)|\b(?:enter(?:ing)?|activat\w+|enabl\w+|switch(?:ing)? to|now in)\b.{0,24}\b(?:developer|god|debug|dan|jailbreak|maintenance|admin|root|override|unrestricted|diagnostic|security override|system)[ _-]mode\b|\bsystem mode activated|\bact(?:ing)? as (?:an? |the |my )?(?:unrestricted|unfiltered|evil|root|dan|jailbroken)/,
);
const PERSONA = LOW.shape(
  /\byou(?:'re| are) now (?:an? |the |my |acting|operating|going to (?:act|be))(?! (?:member|part|subscri|registered))|\bfrom now on,? (?:you|respond|answer|act|always|all|every|only|ignore|speak)|\b(?:dan|god|jailbreak|override|unrestricted) mode\b|\bpretend (?:to be|that you|you(?:'re| are))|\bact as (?:if|though) you|\byour (?:new )?(?:role|persona|identity) is\b|\bsimulate (?:elevated|being)|\bact as:/,
);
const ADDRESS = LOW.shape(
  /\b(?:attention|dear|hey|hello|hi|note|notice|message|instructions?|reminder|important|warning)\b[,:!]{0,3} ?(?:to|for)? ?(?:the |all |any )?(?:ai|llm|assistant|ai agent|language model|chatbot|ai model|claude|chatgpt|gpt-?\d?)s?\b(?! (?:config|settings|api))|\bif you(?:'re| are) (?:an? |the )?(?:ai\b|llm|assistant|language model|large language|chatbot|automated (?:agent|system)|bot\b)|\bas an? (?:ai|language model|assistant|llm)(?: \w+)?,? you (?:must|should|need|have|are)|\bto you,? (?:claude|gpt|chatgpt|gemini|llama|the (?:ai|assistant|model|agent|llm))/,
);
const AI_DUTY = LOW.shape(
  /\b(?:ai|llm|language|automated)[ -](?:assistants?|agents?|models?|systems?|bots?)\b.{0,40}\b(?:must|should|shall|are required|are instructed|need to)\b/,
);
const IMPERSONATION = LOW.shape(
  /\b(?:message|instructions?|note|request) from (?:me\b|your|the (?:user|developer|system|admin|owner|operator)|openai|anthropic)|\bmessage from .{1,60}\bto you\b|\b(?:i am|i'm) (?:the|your) (?:actual |real |original )?(?:user|developer|administrator|admin|owner|creator|supervisor|boss|system)\b(?! (?:guide|manual|interface|group|account))|\bthis is (?:the|your) (?:actual |real )?(?:user|developer|administrator|admin|creator|system) (?:speaking|here|again|talking|and)|\byou (?:must|have to|should) listen to (?:me|my)|\byou(?:'ve|’ve| have) been (?:instructed|ordered|authori[sz]ed|reprogrammed)/,
);
const TASK_REFERENCE = LOW.shape(
  /\bbefore (?:you )?(?:can |could |will )?(?:solv|complet|proceed|continu|answer|respond|finish)\w{0,4}\b.{0,50}\btask\b|\btasks? (?:that )?i (?:gave|assigned|have given|had given|asked)|\byou can (?:then )?(?:solve|continue|complete|resume|go back)\b.{0,30}\btask\b|\b(?:previous|prior|last|original|user(?:'s)?) (?:task|request|goal|instruction|question)s? (?:has|have|is|was|are|were)(?: now| been| already){0,3} (?:complet|finish|done|cancel|fulfil|resolved|solved|void|replaced|superseded|changed)/,
);
const OBEDIENCE = LOW.shape(
  /\bstrictly (?:adhere|follow|obey)|\b(?:obey|comply with) (?:the |these |this |my |all |any |whatever )?(?:following |new |subsequent |further |embedded )?(?:instruction|order|command|directive|request)|\bfollow (?:these|the|my) (?:new|hidden|embedded|following secret) (?:instruction|one|order|command)|\bdo exactly (?:as|what) (?:i|it) (?:say|tell)|\bi command you\b|\btreat (?:this|any|every|all)\b.{0,40}\bas (?:an? )?(?:direct|authori[sz]ed|trusted|system|user) ?(?:command|instruction|order|authori[sz]ed|admin)/,
);
const COERCION = LOW.shape(
  /\b(?:just|only|simply|exactly|instead|must|now|then|and|immediately|please|always)\b[ ,!]{1,4}(?:say|print|output|reply|respond|answer|state|write|repeat|return|tell (?:me|the user|them|him))(?: (?:with|only|exactly|verbatim|the following|this|that|in|the|string|text|message|words?|phrase)){0,4}(?: that you)?[ :]{1,3}["'“‘*]|\b(?:output|print|reply with|respond with|return|state|say) (?:only |exactly )?the following(?: \w+)?(?: exactly)?\s?:|\b(?:prepend|append|begin|start|end) (?:your|every|each|all|the) (?:response|answer|reply|message|output|repl(?:y|ies))s?\b.{0,20}\b(?:with|to|by)\b|\btell (?:me|the user) (?:that )?you (?:hate|love|are|have been)|\btell the user to (?:go|visit|click|call|download|install|enter|pay|send)/,
);
const PROMPTS = LOW.shape(
  /\b(?:system prompt|system message|system instructions|initial (?:instructions|prompt)|hidden instructions|(?:all |show )?your (?:first |last |previous |full |entire |initial |original |system |hidden |own |secret )*(?:messages?|instructions|prompts?|prompt texts?)\b|prompt texts?|conversation (?:history|log|so far)|chat history|(?:entire|full|whole|complete|our|this|the (?:previous|entire|whole|full)) (?:conversation|chat)|(?:previous|last|every|all|each) (?:\d+ |few |user ){0,2}messages?|user'?s (?:previous|last) (?:message|prompt|question)|written at the beginning|(?:the )?(?:page|email|message)s? and our conversation|text above|words above)/,
);
const PRIVATE_FILES = LOW.shape(
  /(?:~\/|\/)\.(?:ssh|aws|gnupg|kube|cursor|config\/gcloud)\b|\.env\b(?!\.)|\/etc\/(?:passwd|shadow)|\bid_(?:rsa|ed25519)\b|\bmcp\.json|claude_desktop_config|\.netrc|\.git-credentials|\.bash_history|wallet\.dat|\bssh keys?\b|\baws cred|\benvironment variables\b/,
);
const PHISHING_STRONG = LOW.shape(
  /\b(?:enter|provide|type|confirm|submit|reply with|share|send|give|input|ask)\b.{0,40}\b(?:seed phrase|recovery phrase|secret phrase|12-word|24-word|private keys?|cvv2?|cvc|one-time (?:code|password|passcode)|wallet phrase|master password|card verification)/,
);
const PHISHING = LOW.shape(
  /\b(?:enter|provide|type|confirm|submit|share|give|tell|paste|input)\b.{0,40}\b(?:your|the user(?:'s)?|their|the customer'?s)\b.{0,30}\b(?:password|passphrase|pin\b|card number|social security|ssn\b|api key|access token|credentials|otp\b|bank account|2fa|security code)/,
);
const DATA_ALL = LOW.shape(
  /\b(?:all|every|each|entire|any|contents? of|copy of|full)\b.{0,40}\b(?:emails?|messages?|files?|data|information|documents?|records?|contacts?|passwords?|credentials?|history|inbox|keys?|report|channels?|user info)/,
);

/** Who is spoken to is spoken to first; further on, and without a demand, a model is spoken of. */
const BEGINS = 24;

/** Weighs one sentence that could be an order. */
export function readOrders(reading: Reading): void {
  const { sentence, low, add } = reading;
  const { all } = sentence;
  if ((all & ROLE) !== 0 || ((all & CAST) !== 0 && (all & (READER | VOICE | EARLIER)) !== 0)) {
    // "A jailbreak tells the model that it is now in developer mode" speaks of it.
    const spoken = (all & ABOUT) !== 0 && (all & REPORTED) !== 0 && (all & READER) === 0;
    if (PERSONA_STRONG.test(low)) add('persona', spoken || cited(sentence, low, PERSONA_STRONG) ? 1 : 5);
    else if (PERSONA.test(low)) add('persona', 2);
  }
  // "A language model" is none of the words that stand for models alone.
  const addressed = ADDRESS.search(low);
  if (addressed !== -1) add('address', (all & MUST) !== 0 || addressed < BEGINS ? 3.5 : 1.5);
  else if ((all & MODEL) !== 0 && AI_DUTY.test(low)) add('address', 1.5);
  if ((all & (VOICE | PERSON | READER)) !== 0 && IMPERSONATION.test(low)) add('impersonation', 3);
  if ((all & TASK) !== 0 && TASK_REFERENCE.test(low)) add('new-task', 4);
  if ((all & (FOLLOW | RULE)) !== 0 && OBEDIENCE.test(low)) add('obedience', 3);
  if ((all & SAY) !== 0 && COERCION.test(low)) add('coercion', 2.5);
  readConcealment(reading);
  readTheft(reading);
  if ((all & (TREASURE | TALK)) !== 0 && (all & (TAKE | SEND | SAY | ACT)) !== 0) {
    if (PHISHING_STRONG.test(low)) add('phishing', 5);
    else if (PHISHING.test(low)) add('phishing', 1.5);
  }
  if ((all & TOOL) !== 0 && (all & CALL) !== 0 && STEERING.test(low)) add('steering', 2);
}

const STEERING = LOW.shape(
  /\b(?:must|need to|have to|should|first|please|immediately|always|now|then|instead)\b.{0,20}\b(?:call|use|invoke|run|execute)\b.{0,30}(?:\b[a-z]+_[a-z_]+\b|\btool\b)|\b(?:call|use|invoke) (?:the )?[a-z]+_[a-z_]+ (?:tool|function)\b/,
);

function cited(sentence: Sentence, low: string, shape: Cued): boolean {
  const first = sentence.starts[0] as number;
  return isQuoted(sentence, first + Math.max(0, shape.search(low)));
}

/** Kept from the person: "do not mention this to the user", "without telling anyone", "silently forward". */
function readConcealment({ sentence, low, add }: Reading): void {
  const { all, parts, count } = sentence;
  if ((all & NOT) !== 0 && (all & TELL) !== 0) {
    for (let i = 0; i < count; i++) {
      if (((parts[i] as number) & NOT) === 0) continue;
      for (let k = i + 1; k < count && k <= i + 3; k++) {
        if (((parts[k] as number) & TELL) === 0) continue;
        for (let p = k + 1; p < count && p <= k + 7; p++) {
          if (((parts[p] as number) & PERSON) === 0) continue;
          if (isQuoted(sentence, sentence.starts[i] as number)) return;
          add('concealment', p - k <= 4 && isReported(sentence, i) ? 2 : 3.5);
          return;
        }
      }
    }
  }
  if ((all & STEALTH) !== 0 && (all & (SEND | STEAL | TAKE)) !== 0) add('concealment', 2);
  if ((all & (NOT | TREASURE | PERSON)) !== 0 && HUSH.test(low)) add('concealment', 3);
}

const HUSH = LOW.shape(
  /\b(?:keep (?:this|it) (?:a )?(?:secret|hidden|quiet|between us)|this is (?:a )?secret (?:operation|task|instruction)|(?:user|they|he|she) (?:must|should|need)(?: not|n't) (?:know|be (?:told|aware|informed|notified))|without (?:the )?(?:user|their|his|her)(?:'s)? (?:knowledge|consent|knowing|approval)|no need to (?:mention|tell|inform|ask))\b/,
);

/** Something private taken up and carried somewhere. */
function readTheft({ sentence, low, add }: Reading): void {
  const { all } = sentence;
  const verb = GERUND.test(low) ? 0 : imperative(sentence, SEND | TAKE | STEAL | SAY);
  if (verb === -1) {
    if ((all & STEAL) !== 0 && (all & SINK) !== 0 && (all & TREASURE) !== 0) add('theft', 2);
    return;
  }
  if (isQuoted(sentence, sentence.starts[verb] as number)) return;
  const weak = isReported(sentence, verb) ? 0.4 : 1;
  const out = (all & SINK) !== 0;
  const parts = sentence.parts[verb] as number;
  if ((all & (TALK | SAY | MARK)) !== 0 && PROMPTS.test(low))
    add('theft', (out || (parts & (SEND | STEAL)) !== 0 ? 4 : 3.5) * weak);
  if ((all & (TREASURE | TAKE)) !== 0 && PRIVATE_FILES.test(low)) {
    const steal = (parts & STEAL) !== 0 || ((all & SEND) !== 0 && out);
    add('theft', (steal ? 5 : (all & (MUST | READER | SEND)) !== 0 ? 3 : 1.5) * weak);
  } else if (out && imperative(sentence, SEND | STEAL) !== -1) {
    if ((all & TREASURE) !== 0 || DATA_ALL.test(low)) add('sending', ((all & STEAL) !== 0 ? 4 : 2.5) * weak);
    else add('sending', 1.5 * weak);
  }
  if ((parts & STEAL) !== 0 && weak === 1) add('theft', 3.5);
}

/** "Verify yourself by sending …". */
const GERUND = LOW.shape(/\bby (?:sending|reading|posting|uploading|forwarding|copying|passing|providing)\b/);

/** The first verb of these parts that stands as an order, or -1. */
function imperative(sentence: Sentence, wanted: number): number {
  if ((sentence.all & wanted) === 0) return -1;
  for (let i = 0; i < sentence.count; i++) {
    if (((sentence.parts[i] as number) & wanted) === 0 || !isBase(sentence, i) || !leads(sentence, i))
      continue;
    // "Email: …" and "read: false" are labels.
    if (sentence.text.charCodeAt(sentence.ends[i] as number) !== 58) return i;
  }
  return -1;
}
