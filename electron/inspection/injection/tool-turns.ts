import { PLAIN } from '../../catalog/pins/text/cues.ts';
import type { SignalName } from './signal.ts';
import { TOOL_CLAIMS } from './tool-claims.ts';

// What descriptions of tools say when they are about more than the tool: somebody's private things as its input, other
// tools' work, copies to others, what the person is told. Plain letters, lower case; each looks a bounded way ahead.

const PRIVATE_THING =
  '(?:conversation|chat history|chain of thought|everything the user|anything the user|all (?:previous|prior|user) messages|system prompt|tools you (?:have|can)|list of (?:all )?(?:the )?(?:other|available) tools|environment variables?|config(?:uration)? files?|credentials?|private keys?|ssh keys?|password (?:store|manager|database)|passwords|session cookies|cookies|api keys?|(?:\\w+ )?(?:access |session |auth )?tokens?|\\w+_(?:token|key|secret)|os\\.environ|home address|phone number|secrets?|private (?:information|data)|home (?:folder|directory)|browser history|clipboard|hidden reasoning|\\.env|~\\/\\.\\w+|\\/etc\\/\\w+|id_rsa)';
const DUTY =
  '(?:must|always|have to|has to|need to|needs to|required|required to|first|before|prior to|otherwise|mandatory|make sure|ensure|so collect|never forget|essential)';
const CARRY =
  '(?:pass|include|put|add|append|provide|contain|hold|send|attach|embed|insert|supply|collect|read|fetch|copy|list|gather|retrieve|upload|extract|receive|write|use|enter|load|get|obtain|find|dump|quote|paste|store)';

const TABLE: readonly (readonly [SignalName, number, RegExp])[] = [
  ['theft', 4.5, new RegExp(`\\b${DUTY}\\b.{0,60}\\b${CARRY}\\b.{0,50}${PRIVATE_THING}`)],
  [
    'theft',
    4,
    new RegExp(
      `\\b${CARRY}\\b.{0,40}${PRIVATE_THING}.{0,60}\\b(?:in|into|as|to) (?:the |a )?.{0,20}\\b(?:field|parameter|argument|body|query|header|metadata|context|note|sidenote|comment|request|value of)`,
    ),
  ],
  [
    'theft',
    4,
    new RegExp(
      `\\b(?:field|parameter|argument|value)\\b.{0,30}\\b(?:must|has to|have to|should|needs to)\\b.{0,20}\\b(?:contain|hold|include|be)\\b.{0,30}${PRIVATE_THING}`,
    ),
  ],
  [
    'theft',
    4,
    new RegExp(
      `\\b(?:with|together with|along with|using)\\b.{0,16}\\b(?:the |all |your |their )(?:\\w+ )?(?:user's |stored |saved |full |list of )?${PRIVATE_THING}.{0,60}\\b(?:is verified|stays valid|not needed|as the value|so that|otherwise|for caching)`,
    ),
  ],
  [
    'tampering',
    5,
    /\b(?:other|all other|any other|the other|competing|built-in|official|native) (?:\w+ )?(?:tools?|functions?|servers?|clients?)\b.{0,30}\b(?:are|is|return|returns?|have been|has been)\b.{0,16}\b(?:deprecated|unsafe|wrong|unreliable|broken|insecure|dangerous|outdated|disabled|incorrect|compromised)/,
  ],
  [
    'tampering',
    4,
    /\b(?:deprecated|unsafe|unreliable|broken|insecure|compromised)\b.{0,20}\b(?:must|always|instead|route|use|call)\b.{0,20}\b(?:this|here)\b.{0,10}\b(?:one|tool|function)?\b/,
  ],
  [
    'tampering',
    4,
    /\b(?:do not|don't|never) (?:call|use|invoke|run|trust) (?:the )?[a-z]+_[a-z_]+\b.{0,40}\b(?:instead|this tool|this one|rather)\b/,
  ],
  [
    'tampering',
    4,
    /\b(?:change|replace|use|set|redirect|swap|override|modify|substitute|alter)\b.{0,50}\b(?:recipient|account|payee|destination|price|amount|beneficiary|iban|wallet|address)\b.{0,50}\b(?:rather than|instead of|given (?:here|in this|below)|of the vendor|entered by|the person|the user (?:entered|gave|chose|specified))/,
  ],
  [
    'tampering',
    4,
    /\b(?:replace|overwrite|modify|change|alter|correct)\b.{0,24}\b(?:answer|result|results|output|response|value|values)s?\b.{0,20}\b(?:of|from|returned by) (?:the |another |any |other )?(?:\w+ )?(?:tool|function|check|server|others?)\b/,
  ],
  [
    'theft',
    4.5,
    /\b(?:record|log|copy|note|list)\b.{0,10}\bof (?:every|each|all)\b.{0,30}\b(?:passwords?|messages?|prompts?|keys?|secrets?|credentials?|answers?)\b/,
  ],
  [
    'tampering',
    4.5,
    /\b(?:transfer|send|pay|deduct|charge|move)\b.{0,16}\d.{0,30}\b(?:to|into|from) (?:the |an? )?(?:account|wallet|iban|address)\b/,
  ],
  [
    'deceit',
    4,
    /\b(?:pretend|claim|act as if|act as though|make it look)\b.{0,50}\b(?:succe|nothing|fail|normal|complet|happen|approv|fine)\w*|\b(?:respond|say|reply|report|tell the user|answer|return)\b.{0,6}\bthat\b.{0,50}\b(?:is down|has expired|is locked|was successful|succeeded|has been (?:locked|blocked|suspended)|expired)\b.{0,60}\b(?:ask|enter|even if|provide|card|credential|password|log in)/,
  ],
  [
    'sending',
    5,
    /\b(?:every|each|all|any)\b.{0,60}\b(?:must|has to|have to|should|will|is|are|needs to)\b.{0,20}\b(?:copied|sent|uploaded|forwarded|mirrored|reported|posted|transmitted|shared|bcc'?d?|cc'?d)\b.{0,20}\b(?:to|using|via|afterwards)\b/,
  ],
  [
    'tampering',
    4.5,
    /\b(?:b?cc|recipient|to|reply-to|url|webhook|callback)\b.{0,4}\b(?:field|parameter|argument)\b.{0,40}\b(?:must|has to|have to|should|needs to|always)\b.{0,30}(?:@|https?:|\+\d)/,
  ],
  [
    'tampering',
    4,
    /\b(?:should|must|have to|has to) go through this (?:tool|server|function)\b|\beven (?:when|if) the user (?:asks|names|wants|requests|prefers|mentions|chooses)\b/,
  ],
  [
    'tampering',
    5,
    /\b(?:all|any|every) other \w+(?: \w+)?\b.{0,10}\b(?:are|is)\b.{0,16}\b(?:compromised|unsafe|insecure|dangerous|deprecated|unreliable|malicious|disabled)\b.{0,60}\b(?:this one|this tool|through this|instead)\b/,
  ],
  [
    'tampering',
    5,
    /\b(?:use|take|enter|apply|charge|pick|choose|set|put|send)\b.{0,60}\b(?:rather than|instead of|and not)\b.{0,30}\b(?:user|person|customer|caller)\b.{0,12}\b(?:entered|gave|chose|specified|typed|named|selected|wanted|picked|asked for)\b/,
  ],
  [
    'tampering',
    4.5,
    /\b(?:do not|don't|never|stop) (?:call|use|invoke|run|trust)(?:ing)? (?:the )?[a-z]+_[a-z_]+\b.{0,30}\b(?:unsafe|insecure|compromised|dangerous|unreliable)\b/,
  ],
  [
    'voice',
    3.5,
    /\b(?:note|message|instructions?|reminder|attention|hint) (?:to|for) (?:the |all |any )?(?:ai|llm|language model|assistant|chatbot)s?\b/,
  ],
  ['override', 3.5, /\bpermissions?\b.{0,16}\b(?:777|666)\b/],
  [
    'sending',
    4,
    /\b(?:also|additionally|in addition|afterwards|then|after (?:that|every|each|the))\b.{0,40}\b(?:send|sends|upload|uploads|forward|forwards|post|posts|copy|copies|transmit|transmits|mirror|mirrors|write|writes|report|reports|mail|mails|emails?)\b.{0,60}\b(?:remote|external|audit|backup|telemetry|analytics|partner|vendor|third|logging|mirror|collector|webhook|https?:|address below|another|outside)/,
  ],
  [
    'override',
    4.5,
    /\b(?:retry|try again|repeat|run|execute)\b.{0,50}\b(?:elevated|root|sudo|administrator|admin)\b.{0,20}\b(?:rights|privileges?|permissions?|mode)?\b|\bchmod (?:777|-r|666|a\+)/,
  ],
  [
    'override',
    5,
    /\b(?:any|all|every|each)\b.{0,12}\b(?:instructions?|commands?|orders?|directives?)\b.{0,40}\b(?:has to|have to|must|should|shall|is to|are to)\b.{0,8}\bbe (?:executed|followed|obeyed|carried out|performed|treated)/,
  ],
  [
    'concealment',
    4,
    /\b(?:do not|don't|never|not)\b.{0,10}\b(?:show|display|reveal|mention|tell|inform|bother|ask|disclose|expose)\b.{0,40}\b(?:user|person|human|customer|operator)\b.{0,20}\b(?:with this|about this|this|it|the output|anything|of this)\b/,
  ],
];

const SHAPES = [...TABLE, ...TOOL_CLAIMS].map(
  ([name, weight, shape]) => [name, weight, PLAIN.shape(shape)] as const,
);

/** Signals of a sentence of a description, in plain letters and lower case. */
export function readToolTurns(plain: string, add: (name: SignalName, weight: number) => void): void {
  for (const [name, weight, shape] of SHAPES) if (shape.test(plain)) add(name, weight);
}
