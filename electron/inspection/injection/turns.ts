import { isQuoted } from './position.ts';
import type { Reading, Shape } from './signal.ts';
import { LOW } from './cues/low.ts';
import { PRETEXTS } from './pretexts.ts';
import { VOICES } from './voices.ts';
import {
  ACT,
  CALL,
  CAST,
  EARLIER,
  EVERYTHING,
  FOLLOW,
  MODEL,
  NEW,
  NOT,
  OVERRIDE,
  PERSON,
  READER,
  ROLE,
  RULE,
  SAFETY,
  SAY,
  SEND,
  SINK,
  TAKE,
  TALK,
  TASK,
  TELL,
  TOOL,
  TREASURE,
} from './vocabulary.ts';

// Turns of phrase by which a text takes over a conversation: the task is over or another one, rules are lifted, whoever
// reads is told what to do first. Each shape looks a bounded way ahead; alone most of them are not enough.

const TURNS: readonly Shape[] = [
  // What was asked is over, or something else.
  [
    'task-over',
    3.5,
    [TASK],
    /\b(?:the|your|this|our) (?:\w+ )?(?:task|objective|goal|request|mission|assignment)\b.{0,20}\b(?:has|have|is|was)\b.{0,14}\b(?:changed|replaced|cancelled|canceled|void|superseded|over\b)/,
  ],
  [
    'new-task',
    4,
    [READER, TASK],
    /\byour (?:next|real|actual|true|new|only|main|primary|sole) (?:task|objective|goal|mission|job|instruction|order)s?\b/,
  ],
  [
    'task-over',
    3,
    [NOT, NEW | TASK],
    /\b(?:do not|don't|no need to|never) (?:summari[sz]e|answer|process|complete|analy[sz]e|continue with|respond to|perform)\b.{0,40}\b(?:this|the|that|user|request|task|question|document|page|above)\b.{0,40}\binstead\b/,
  ],
  [
    'task-over',
    3,
    [NOT],
    /\bstop (?:the current|your current|this|all other) (?:work|task|activity|job|analysis|process)/,
  ],
  ['task-over', 2, [ACT], /\b(?:i|we) (?:have )?changed (?:my|our) mind/],
  [
    'task-over',
    3.5,
    [TASK],
    /\b(?:proceed|continue|move on|go on) (?:with|to) the (?:next|following|real|actual|new)\b.{0,20}\b(?:request|task|instruction|step|command|order)/,
  ],
  // Rules are lifted.
  [
    'lifted',
    3.5,
    [RULE | SAFETY],
    /\b(?:your|all|any|previous|prior|above|earlier|these|safety|security|usual) (?:\w+ ){0,3}(?:rules|instructions|guidelines|restrictions|directions|polic(?:y|ies)|limits|checks|filters|safeguards|configurations?|constraints)\b.{0,24}\b(?:are|is|were|was|have been|has been)\b.{0,16}\b(?:void|cancel|lifted|suspended|switched off|turned off|revoked|superseded|obsolete|outdated|no longer (?:valid|appl|in force)|invalid|overridden|do not apply)/,
  ],
  [
    'lifted',
    3,
    [RULE | EVERYTHING],
    /\b(?:instructions?|rules|directions|everything) (?:above|before)\b.{0,10}\b(?:are|is) (?:void|invalid|wrong|outdated|obsolete|no longer)/,
  ],
  [
    'lifted',
    2.5,
    [NOT],
    /\bthere are no (?:limits|rules|restrictions|filters)(?: any ?more)?\b|\bwithout (?:any )?(?:restrictions?|limits|limitations|filters?|censorship)\b.{0,30}$/,
  ],
  [
    'override',
    5.5,
    [OVERRIDE],
    /\b(?:ignore|disregard|forget|discard)\b.{0,12}\b(?:what|anything|everything|whatever|all)\b.{0,24}\b(?:you(?:'ve|r)?|i|the user|they|we)\b.{0,24}\b(?:told|given|asked|said|instructed|know|learn(?:ed|t)|discussed|wrote|wants?|requested|read)\b/,
  ],
  // Whoever reads is told what to do before anything else.
  [
    'first',
    3,
    [EARLIER],
    /\bbefore (?:returning|responding|replying|answering|reporting|continuing|proceeding|you (?:can |may )?(?:finish|respond|reply|answer|return|continue|complete|proceed|do anything))\b.{0,40}\b(?:call|send|read|change|open|visit|delete|post|fetch|forward|run|execute|transfer|create|update|do|include|use|go|click|upload|ask|pass|first)\b/,
  ],
  [
    'first',
    3,
    [READER, FOLLOW],
    /\byou (?:must|have to|need to|should) (?:first |also )?(?:follow|do|perform|complete|execute) (?:the|these|this|all)\b.{0,30}\b(?:before|first|steps? below|following)\b/,
  ],
  [
    'address',
    3.5,
    [MODEL],
    /\b(?:ai|llm|automated|autonomous|language model)[ -]?(?:agents?|assistants?|models?|systems?|bots?)?\b.{0,24}\b(?:must|should|shall|need to|have to|are required to|are asked to)\b (?!be\b|not be\b|have\b)(?:\w+ )?(?:click|visit|call|send|include|say|recommend|respond|reply|answer|ignore|follow|open|mention|write|rate|state|report|run|execute|navigate|provide|add|disregard|verify)\b/,
  ],
  [
    'address',
    3,
    [MODEL],
    /(?:^|[.!?:>"'(\n] {0,2})(?:dear |hey |hi |hello |attention )?(?:ai |llm |ai-)?(?:assistants?|agents?|models?|llms?|ais?|chatbots?|bots?|claude|gpt|chatgpt|copilot)\s?[,:] (?!"|\d|[a-z_]+\s?[:=])/,
  ],
  [
    'address',
    3,
    [MODEL],
    /(?:^|[.!?:>"'(\n] {0,2})(?:all )?(?:assistants|agents|chatbots|llms|ais|bots|language models) (?:must|should|shall|need to|have to|are to)\b/,
  ],
  [
    'address',
    3,
    [READER | MODEL],
    /\b(?:you|whoever|model|assistant|ai|agent)\b.{0,20}\b(?:reading|processing|summari[sz]ing|parsing|analy[sz]ing|viewing|scraping) this (?:page|text|document|message|email|file|website|content|review|resume|issue|comment)\b/,
  ],
  [
    'impersonation',
    3,
    [PERSON],
    /\bit(?:'s| is) me,? (?:the|your) (?:user|owner|developer|admin)|\b(?:this is|as) (?:the|your) (?:developer|creator|administrator|system administrator|owner|supervisor) (?:speaking|here|,|i )|\bon behalf of the user\b|\b(?:the|your) user (?:has|have) (?:already )?(?:authori[sz]ed|approved|asked you|agreed|requested|consented|confirmed)\b/,
  ],
  [
    'steering',
    3,
    [CALL],
    /\b(?:agent|assistant|model|you|ai)\b.{0,12}\b(?:must|should|needs? to|have to|has to|shall)\b.{0,16}\b(?:call|invoke|use|run|execute)\b.{0,8}\b[a-z]+_[a-z_]+\b|\b(?:call|use|invoke|run) (?:the )?(?:tool|function|command) [`'"]?[a-z]\w*[_a-z]\w*/,
  ],
  [
    'coercion',
    2.5,
    [SAY | SEND | TELL],
    /\b(?:include|insert|add|mention|use|write|output|print|say)\b.{0,12}\b(?:the|this|following)\b.{0,10}\b(?:phrase|sentence|word|string|line|message|text)s?\b.{0,4}["'“‘:]|\b(?:respond|reply|answer)\b.{0,16}\bwith\b.{0,12}\b(?:the|this) (?:exact |following |single )?(?:sentence|word|phrase|message|text|string)|\b(?:reply|respond|answer) only\b|\bonly (?:reply|respond|answer|output|say)\b/,
  ],
  [
    'persona',
    3,
    [CAST | ROLE | SAY],
    /\b(?:from (?:now|this (?:point|moment|time)) (?:on|onwards?)|henceforth|starting now)\b.{0,10}\byou\b|\b(?:answer|respond|act|behave|speak|operate) as (?:an? |the |if you were )(?:\w+ )?(?:administrator|admin|root|pirate|hacker|developer|evil|human|unrestricted|superuser|character)/,
  ],
  [
    'theft',
    3.5,
    [SAY | TAKE],
    /\b(?:reveal|print|show|repeat|output|display|tell me|write down|disclose)\b.{0,16}\b(?:text|words|content|messages?|everything)\b.{0,24}\b(?:placed|written|given|above|before|preceding|began|at the (?:beginning|start))\b.{0,24}\b(?:conversation|chat|prompt|message|text|this|began|start)/,
  ],
  [
    'exfiltration',
    4,
    [SINK | TALK | TREASURE],
    /\b(?:image|link|url|address|markdown|pixel|picture)\b.{0,60}\b(?:ends? with|containing|contains|includ(?:e|es|ing)|append(?:ed|ing)?|parameter|query|followed by|with)\b.{0,40}\b(?:summary of|conversation|(?:the|this|our) chat\b|chat history|secrets|passwords|api keys?|previous message|user(?:'s)? (?:data|email|message))\b/,
  ],
  [
    'command',
    3,
    [CALL | FOLLOW],
    /\b(?:execute|run|type|paste)\b.{0,40}\b(?:on|in) (?:the|your) (?:machine|computer|terminal|shell|system) of the user|\b(?:execute|run)\b.{0,40}\bon the user(?:'s)? (?:machine|computer|system|terminal)|\b(?:execute|run) (?:the following|this|these)\b.{0,60}\bcurl\b.{0,80}\|/,
  ],
  [
    'coercion',
    3,
    [SAY | TALK],
    /\b(?:all|every|each) (?:of your )?(?:subsequent|future|further|following|your|next) (?:responses?|answers?|repl(?:y|ies)|outputs?|messages?)\b.{0,20}\b(?:must|should|will|shall|has to|have to|with)\b/,
  ],
  [
    'steering',
    3,
    [TOOL | CALL],
    /\bthis tool is (?:outdated|deprecated|broken|unavailable|no longer)\b.{0,60}\buse\b|\buse (?:the )?(?:tool |function )[`'"]?[a-z]\w+[`'"]? instead\b|\buse (?:the )?[`'"]?[a-z]+_\w+[`'"]? (?:tool|function) instead\b/,
  ],
  [
    'persona',
    2.5,
    [READER, CAST | MODEL | NOT],
    /\byou are (?:an? |the )?(?:\w+ ){1,3}now\b|\byou are no longer\b|\byou(?:'re| are) (?:not|no longer) (?:an? |the )?(?:ai|assistant|language model|chatbot)\b/,
  ],
  [
    'first',
    3,
    [SEND | TAKE | ACT | CALL | FOLLOW],
    /\b(?:verify|confirm|prove|authenticate|continue|proceed|fix this|resolve this|unlock)\b.{0,40}\bby (?:sending|reading|posting|uploading|forwarding|copying|passing|providing|calling|visiting|running|entering|executing)\b/,
  ],
  [
    'concealment',
    3,
    [NOT | TALK | TREASURE | PERSON],
    /\b(?:hide|conceal|omit|leave out|keep) (?:this|these|it|that|them)\b.{0,30}\b(?:from (?:the |your )?(?:user|human|answer|summary|response|owner|person|reply)|to yourself|secret|out of)\b|\bnever mention this\b|\bdo not (?:mention|include|repeat|quote|reference) this (?:paragraph|section|message|instruction|text|note|step)\b|\bkeep the existence of\b/,
  ],
];

const SHAPES = [...TURNS, ...VOICES, ...PRETEXTS].map(([name, weight, needs, shape]) => ({
  name,
  weight,
  needs,
  shape: LOW.shape(shape),
}));

export function readTurns({ sentence, low, add }: Reading): void {
  const { all } = sentence;
  for (const { name, weight, needs, shape } of SHAPES) {
    if (!needs.every((parts) => (all & parts) !== 0)) continue;
    const at = shape.search(low);
    if (at === -1) continue;
    add(
      name,
      isQuoted(sentence, sentence.start + at + (sentence.starts[0] as number) - sentence.start + 1)
        ? 1
        : weight,
    );
  }
}
