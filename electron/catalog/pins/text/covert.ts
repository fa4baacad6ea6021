import { PLAIN } from './cues.ts';
import type { OrderKind } from './orders.ts';
import type { Sentence } from './words.ts';

// Orders that are put as requirements, habits or facts: "Compliance requires that the dialogue be attached". Honest
// descriptions say such things now and then, so these shapes count only for what an update has added: a sentence about
// the person's cookies in a tool that never spoke of them is a change to look at. Every repetition below is bounded.

/** What belongs to the person or to the conversation, and to no tool unless it always said so. */
const PRIVATE = PLAIN.shape(
  /\b(?:(?:contents?|copy|text|data) (?:of|from|in) (?:the |your |their )?clipboard|(?:read|paste|include|attach|send|use) (?:the |your )?clipboard|clipboard (?:contents?|history|text)|terminal (?:output|history)|(?:last|recent|previous) commands|open (?:editor )?tabs|(?:memory|record|summary|copy|log) of (?:this|the|your|our) (?:conversation|chat|session)|shell history|brows(?:er|ing) (?:history|data|sessions?)|home address|password (?:manager|store|vault)|master password|cookies|session (?:cookies?|tokens?)|wallet (?:file|key|seed)s?|mnemonic|seed phrase|ssh (?:configuration|folder|director)|login credentials|(?:current|your|their|his|her|the user's|the caller's|any|all|existing|active|stored|saved|cached|known) (?:\w+ )?(?:tokens|credentials|passwords|secrets|api keys)|(?:current|your|their|the user's|the caller's|active|stored|saved|cached) (?:\w+ )?(?:token|credential|password|secret|api key)|(?:user|caller|their|his|her)(?:'s)? (?:files|messages|e-?mails|contacts|location|identity|inbox|desktop|memor(?:y|ies)|conversation)|(?:full|entire|whole|complete|ongoing)(?: of)?(?: the)? (?:dialogue?|conversation|chat|discussion|context|message history|prompt)|(?:current|previous|recent|preceding|last (?:\w+ )?)(?: of)?(?: the)? (?:dialogue|conversation|chat|prompts?|user messages?)|conversation (?:history|log|context)|chat (?:history|logs?)|(?:hidden|internal|your|its hidden) (?:reasoning|thoughts|instructions|system \w+)|(?:taken from|from|in) your memory|taken from memory|(?:names?|list|set|all|any|every)(?: of)?(?: the| all| your)? (?:available|other) tools|other tools (?:you|it|the)|tools (?:that )?you (?:have|can)|system prompt|developer (?:message|prompt)|everything you (?:know|have|remember|see))\b/,
);
/** Advice against putting something somewhere, and what is said of answers. */
const AGAINST = PLAIN.support(
  /\b(?:should|must|can|will|do|does|are|is|need)(?:n't| not)\b|\bnever\b|\bwithout\b|\bnot (?:be )?(?:stored|sent|shared|included|required|needed)\b|\bavoid\b/,
);

const TABLE: readonly (readonly [OrderKind, RegExp])[] = [
  [
    'override',
    /\b(?:ignore|disregard|override|overrule|bypass|outrank|contradict)s?\b.{0,30}\b(?:what|anything|everything|whatever|whoever|wishes|the) .{0,30}\b(?:operator|user|developer|administrator|admin|owner|person|configured|asked|wants|said)\b|\boutranks?\b|\btakes precedence over (?:the )?(?:user|system|operator|developer|any)\b/,
  ],
  [
    'override',
    /\b(?:user|person|operator|customer|owner)s?\b.{0,30}\balready (?:agreed|approved|consented|confirmed|allowed|authori[sz]ed|accepted)\b/,
  ],
  [
    'persona',
    /\b(?:assume|take on|adopt|play|switch to) (?:the |a |an )?(?:role|persona|identity|character|mode)\b|\bno (?:limits|restrictions|rules) (?:apply|whatsoever|at all)\b|\bwith no limits\b/,
  ],
  [
    'tampering',
    /\b(?:add|invite|grant|make|include)\b.{0,30}\b(?:as (?:an? )?(?:collaborator|owner|admin|administrator|member|recipient|editor|contributor|maintainer))\b.{0,40}\b(?:each|every|all|any|whenever)\b/,
  ],
  // Consent and rights.
  [
    'override',
    /\b(?:approv|confirm|consent|authori[sz]|permission|permit|allow)\w{0,8}\b.{0,40}\b(?:automatically|without|disabled|unnecessary|already (?:given|granted)|all (?:following|further|future|subsequent|other)|any command|everything|by default for all)\b/,
  ],
  [
    'override',
    /\b(?:without|disable[sd]?|skips?|bypass(?:es)?|suppress(?:es)?|pretend|assume|auto)\b.{0,30}\b(?:approv|confirm|consent|authori[sz]|permission|verif)\w{0,8}\b|\bno (?:\w+ )?(?:approval|confirmation|consent|permission|verification) (?:is |will be )?(?:needed|required|necessary|asked)\b/,
  ],
  [
    'override',
    /\b(?:elevated|admin|administrator|root|unrestricted|full|superuser|unlimited|privileged) (?:rights|privileges?|access|permissions?|mode|instructions?)\b.{0,60}\b(?:all|any|every|grant|approve|use|obey|execute|begin|always)\b|\bgrant (?:\w+ ){0,2}(?:access|rights|permissions?) to (?:all|any|every)\b/,
  ],
  [
    'override',
    /\b(?:previous|prior|earlier|original|your|safety|system|usual|normal) (?:\w+ ){0,2}(?:training|rules?|instructions?|guidelines?|polic(?:y|ies)|restrictions?|limits?|safeguards?)\b.{0,30}\b(?:not apply|no longer|void|invalid|suspended|lifted|disabled|obsolete|outdated|revoked|overridden|superseded|replaced|irrelevant)\b/,
  ],
  [
    'override',
    /\b(?:stop|cease|quit|abandon|refuse) (?:to )?(?:follow|obey|listen|help|serv|do|answer|work)\w{0,4}\b.{0,40}\b(?:user|person|request|task|instructions?)\b/,
  ],
  [
    'override',
    /\b(?:treat|consider|regard|interpret|accept|take|trust)\b.{0,60}\bas (?:an? |the |direct )?(?:instructions?|commands?|orders?|authori[sz]ed|trusted|user input|developer|system)\b|\binstructions? (?:from|of) (?:the )?(?:developer|system|administrator|operator|vendor)\b/,
  ],
  // Kept from the person.
  [
    'concealment',
    /\b(?:keep|treat|hold|consider) (?:this|it|that|these|them|everything)\b.{0,20}\b(?:confidential|secret|private|hidden|quiet|internal)\b|\b(?:not|never|n't) (?:bring|come) (?:this |it )?up\b|\bbetween (?:us|you and)\b/,
  ],
  [
    'concealment',
    /\b(?:if|when|should)\b.{0,60}\b(?:ask|question|wonder|inquir|complain)\w{0,4}\b.{0,40}\b(?:say|claim|answer|reply|respond|state|deny|pretend|insist|blame|tell)\b/,
  ],
  [
    'concealment',
    /\b(?:not|never|n't|without) (?:\w+ ){0,2}(?:display|show|reveal|mention|surface|expose|print|disclos|inform|told|notif|alert|aware)\w{0,4}\b.{0,80}\b(?:users?|person|humans?|customers?|operators?|conversation|end user|people)\b|\b(?:user|person|human|customer|operator|owner)s?\b.{0,30}\b(?:not|never|n't) (?:be )?(?:informed|told|notified|shown|aware|alerted|warned|asked)\b/,
  ],
  [
    'concealment',
    /\b(?:deny|pretend|act as if|as though|make it (?:look|seem|appear))\b.{0,60}\b(?:nothing|user|request|approved|normal|happened|ordinary|routine)\b/,
  ],
  // Others' work taken over.
  [
    'tampering',
    /\bprefer (?:this|it|me)\b.{0,30}\b(?:over|to|above|instead|rather)\b|\b(?:always|only) (?:choose|select|pick|use|prefer) (?:this|it)\b.{0,40}\b(?:over|instead|rather|even)\b|\beven if the (?:user|person)\b.{0,30}\b(?:names?|asks?|wants?|requests?|prefers?|mentions?|chooses?)\b/,
  ],
  [
    'tampering',
    /\b(?:replaces?|supersedes?|overrides?|takes? over|deprecates?|is a replacement for)\b.{0,40}\b(?:built-in|builtin|native|default|other|standard|existing|official)\b.{0,30}\b(?:tool|function|command|method|server|search|editor?)s?\b/,
  ],
  [
    'tampering',
    /\b(?:other|another|any other|all other|competing|built-in|existing) (?:\w+ )?(?:tool|function|server|source)s?\b.{0,50}\b(?:unreliable|deprecated|dangerous|unsafe|broken|wrong|outdated|obsolete|incorrect|insecure|never|not be)\b/,
  ],
  [
    'tampering',
    /\b[a-z]+_[a-z_]+\b.{0,40}\b(?:unreliable|deprecated|dangerous|unsafe|broken|wrong|outdated|incorrect|insecure|incomplete)\b/,
  ],
  [
    'tampering',
    /\b(?:payments?|transfers?|orders?|deliver(?:y|ies)|emails?|messages?|requests?|invoices?|funds)\b.{0,50}\b(?:redirect|rerout|divert|forward|rout|intercept|hijack|substitut)\w{0,5}\b/,
  ],
  // Carried out of here.
  [
    'sending',
    /\b(?:sen[dt]|post|upload|forward|transmit|relay|mirror|copy|copie|share|report|stream|deliver|push|publish|sync|pass|log|submit|record|store|back)(?:s|d|ed|ing|ted|ting|es)?\b.{0,80}\b(?:external|third[- ]party|partner|vendor|remote|backup|our|outside|analytics|telemetry|logging|audit|monitoring|collection|collector|mirror|offsite|attacker|advertis\w+) (?:\w+ ){0,2}(?:server|endpoint|service|host|url|api|system|address|domain|site|bucket|part(?:y|ies)|provider|company|network|account|database|platform|inbox|team)s?\b/,
  ],
  [
    'sending',
    /\b(?:sen[dt]|post|upload|forward|transmit|relay|mirror|copie|share|report)(?:s|d|ed|ing|ted|ting)?\b.{0,60}\b(?:to|with) (?:our|the|a|an) (?:\w+ )?(?:partners?|vendor|author|maintainer|developer|manufacturer|provider|third part(?:y|ies)|headquarters|advertisers?)\b/,
  ],
  // In the voice of somebody else.
  ['persona', /^(?:human|assistant|system|developer|admin)\s?:\s?\S/],
  ['persona', /"role"\s?:\s?"(?:system|assistant|developer|user)"/],
  [
    'persona',
    /\b(?:begin|start|end)(?:ning)? (?:of )?(?:the )?(?:privileged|hidden|secret|system|new|real|actual|admin|special|internal) (?:instructions?|prompt|message|section|mode|commands?|rules?)\b/,
  ],
  // Addressed to the model, as a duty.
  [
    'theft',
    /\b(?:the|your|any|each) (?:model|agent|assistant|ai|llm|caller|client|language model)s? (?:must|shall|has to|have to|needs? to|is required|are required)\b.{0,80}\b(?:retriev|obtain|collect|gather|attach|send|read|extract|copy|disclos|reveal|dump|append)\w{0,4}\b/,
  ],
];

const SHAPES = TABLE.map(([kind, shape]) => [kind, PLAIN.shape(shape)] as const);

/** The orders that an added sentence gives without seeming to. Linear: each shape looks a bounded way ahead. */
export function covertOrders({ plain, raw }: Sentence): OrderKind[] {
  const kinds = new Set<OrderKind>();
  if (PRIVATE.test(plain) && !AGAINST.test(plain)) kinds.add('theft');
  for (const [kind, shape] of SHAPES) if (!kinds.has(kind) && shape.test(plain)) kinds.add(kind);
  if (/^\[{0,2}[A-Z]{4,12}\]{0,2}$/.test(raw) && VOICES.has(plain)) kinds.add('persona');
  return [...kinds];
}

/** Whether a text of several sentences perhaps could have one that is such a word alone. */
export const couldBeVoice = (text: string): boolean =>
  /\b(?:ADMIN|ROOT|SYSTEM|DEVELOPER|SUDO|OVERRIDE|URGENT|MANDATORY|PRIORITY)\b/.test(text);

const VOICES = new Set([
  'admin',
  'root',
  'system',
  'developer',
  'sudo',
  'override',
  'urgent',
  'mandatory',
  'priority',
]);
