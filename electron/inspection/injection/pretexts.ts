import type { Shape } from './signal.ts';
import {
  ACT,
  CALL,
  EARLIER,
  FOLLOW,
  MODEL,
  NOT,
  PERSON,
  READER,
  RULE,
  SAFETY,
  SAY,
  SEND,
  STEALTH,
  TAKE,
  TASK,
  TELL,
  TOOL,
  TREASURE,
} from './vocabulary.ts';

// Pretexts under which a text has something done: errors that only secrets repair, tools that took another's place,
// consent that somebody is said to have given, news that are to be told to the person.

export const PRETEXTS: readonly Shape[] = [
  // A tool for secrets called for its output.
  [
    'theft',
    4.5,
    [CALL],
    /\b(?:call|run|use|invoke|execute)\b.{0,12}\b\w{2,20}_(?:secrets?|credentials?|passwords?|private_keys?|api_keys?|tokens?)\b.{0,60}\b(?:give|pass|hand|provide|supply|feed|send|forward|submit|post|include|paste|attach)/,
  ],
  [
    'steering',
    3,
    [TOOL | CALL],
    /\b(?:tool|function|endpoint|command) is (?:out of date|retired|disabled|down|broken|outdated|deprecated)\b.{0,24}\buse [`'"]?[a-z]+_\w+/,
  ],
  [
    'theft',
    3,
    [CALL, SEND | TAKE | ACT],
    /\b(?:use|call|run|invoke) [`'"]?[a-z]+_\w+\b.{0,12}\band (?:pass|give|send|provide|hand|supply)\b.{0,30}\b(?:card|passwords?|credentials?|tokens?|keys?|secrets?|payment|account)\b/,
  ],
  // Whoever reads by machine, and what is kept quiet.
  [
    'address',
    3,
    [MODEL],
    /\bto (?:the|any|all|whichever|every) (?:ai|llm|language model|assistant|ai agent|model|bot|chatbot)s? (?:process(?:es)?|reads?|summari[sz]es?|handles?|sees?|parses?|opens?)\b/,
  ],
  [
    'address',
    3,
    [MODEL],
    /(?:^|[.!?:>"'(\n-] {0,2})(?:ai|llm|machine|automated) (?:readers?|reviewers?|agents?|summari[sz]ers?)\s?: (?!"|\d)/,
  ],
  [
    'address',
    2.5,
    [READER],
    /\b(?:while|as soon as|once) you (?:are )?(?:see|seeing|read|reading|receive|process|processing|parse|summari[sz]e) (?:this|these)\b/,
  ],
  [
    'concealment',
    3.5,
    [STEALTH],
    /\b(?:quietly|silently|secretly|covertly|discreetly)\b.{0,12}\b(?:call|invoke|send|forward|copy|post|upload|attach|add|delete|create|transfer|export|grant|invite)\b/,
  ],
  [
    'concealment',
    2.5,
    [SAY | TELL],
    /\b(?:say|tell|mention) (?:nothing|nobody|no ?one)\b.{0,16}\b(?:about|of|to)\b|\bmention (?:it|this|that|them) to (?:nobody|no ?one)\b|\b(?:as if|as though|pretend(?:ing)?(?: that)?) nothing (?:had |has |ever )?happened\b/,
  ],
  // Consent that somebody else is said to have given.
  [
    'impersonation',
    3.5,
    [READER],
    /\b(?:user|owner|boss|customer|administrator|admin) (?:has )?(?:told|asked|said to|informed|assured)\b.{0,12}\b(?:me|us)\b.{0,12}\b(?:that )?you (?:may|can|should|must|will|are (?:allowed|permitted|supposed))\b/,
  ],
  [
    'theft',
    2.5,
    [READER, TREASURE],
    /\byou (?:may|can|should|must|are to|have to) (?:\w+ )?(?:share|send|give|disclose|reveal|post|hand over)\b.{0,24}\b(?:api keys?|passwords?|credentials?|secrets?|tokens?|private keys?)\b/,
  ],
  // News for the person, made up.
  [
    'deceit',
    4.5,
    [TELL | SAY, PERSON],
    /\b(?:tell|inform|warn|notify) the (?:user|customer|person) that (?:their|his|her|the)\b.{0,40}\b(?:locked|suspended|expired|compromised|blocked|hacked|at risk|limited)\b.{0,60}\b(?:has to|have to|must|needs? to|should|call|enter|visit|click|pay)\b/,
  ],
  [
    'concealment',
    2,
    [SAY | TELL | ACT | MODEL],
    /\b(?:leave out|omit|skip|hide|downplay) (?:any |all |the |its |their |his |her )?(?:weaknesses|flaws|negatives?|problems|gaps|drawbacks|concerns|criticism)\b/,
  ],
  [
    'coercion',
    3,
    [MODEL | READER],
    /\b(?:rate|rank|score|grade|describe|present) (?:the|this) (?:candidate|applicant|paper|product|proposal|review|résumé|resume|company)\b.{0,12}\bas\b.{0,12}\b(?:best|top|strong|excellent|outstanding|ideal|perfect|highest)/,
  ],
  [
    'lifted',
    5,
    [READER],
    /\b(?:whatever|what|everything|anything|all) (?:that )?you (?:were|have been|had been|are) (?:\w+ )?(?:told|asked|instructed|given|taught)\b.{0,24}\b(?:no longer|does not|is void|is wrong|is over|is obsolete|is cancelled)\b/,
  ],
  [
    'lifted',
    3,
    [RULE | SAFETY | READER],
    /\b(?:set aside|put aside|leave aside|do away with|no longer bound by)\b.{0,16}\b(?:rules?|polic(?:y|ies)|guidelines?|instructions?|limits|restrictions|training|constraints|programming)\b/,
  ],
  [
    'lifted',
    2.5,
    [ACT | SEND | TAKE | CALL | FOLLOW],
    /\b(?:use|pay|send|apply|take|accept|follow|enter|approve|merge|confirm)\b.{0,16}\bwithout (?:\w+ )?(?:checking|asking|confirm\w*|verif\w*|question\w*|review\w*)\b/,
  ],
  [
    'lifted',
    2,
    [ACT | SAFETY | NOT],
    /\b(?:disable|turn off|switch off|deactivate|stop) (?:the |all |any )?(?:logging|monitoring|audit(?:ing)?|alerts?|alarms?|supervision|oversight)\b/,
  ],
  [
    'address',
    4.5,
    [MODEL],
    /\b(?:p\.?s\.?|n\.?b\.?|note|notice|message|memo|hint|word|info|reminder)\b.{0,4}\b(?:to|for) (?:the |all |any |every )?(?:ai|llm|assistant|agent|bot|chatbot)s?\s?:/,
  ],
  [
    'address',
    4.5,
    [MODEL],
    /\b(?:agents?|assistants?|bots?|llms?|ais?|chatbots?) (?:that |who |which )?(?:reading|reads?|seeing|sees?|process(?:es|ing)?|parsing|handling) (?:this|these)\b.{0,16}\b(?:should|must|shall|needs?|have to|has to|are to|is to)\b/,
  ],
  [
    'deceit',
    4.5,
    [SAY | SAFETY | NOT | TELL | ACT],
    /\b(?:so that|so|in order that)\b.{0,16}\b(?:filters?|moderation|moderators?|scanners?|guards?|guardrails?|detectors?|censors?|safety systems?)\b.{0,12}\b(?:not|cannot|can't|won't|never|miss(?:es)?|fails?)\b/,
  ],
  [
    'task-over',
    3,
    [TASK | SAY | SEND | ACT | RULE],
    /\b(?:rather than|instead of) (?:answering|completing|doing|following|summari[sz]ing|helping|processing|translating|executing)\b.{0,30}\b(?:question|task|request|user|instructions?|page|document|order|email|text)\b/,
  ],
  [
    'first',
    2,
    [ACT | SEND | CALL],
    /\bbut first,? (?:please )?(?:delete|send|forward|open|call|run|upload|create|transfer|read|share|post|grant|invite|change|export|visit|download)\b/,
  ],
  // One task for another.
  [
    'task-over',
    2.5,
    [NOT],
    /\bdo not (?:summari[sz]e|translate|analy[sz]e|classify|review|answer) (?:this|the) (?:document|page|text|email|message|file|question|paper|contract|website|conversation)\b/,
  ],
  [
    'coercion',
    2.5,
    [SAY],
    /\b(?:write|say|state|answer|reply|report|respond|output|print)(?: only)? instead\b/,
  ],
  [
    'lifted',
    5,
    [EARLIER | RULE | READER],
    /\byour (?:earlier|previous|prior|old|original|former|initial) (?:\w+ )?(?:configuration|instructions?|rules|guidelines|directives?|training|orders|prompt|programming)\b.{0,24}\b(?:is|are|was|were|has been|have been)\b.{0,16}\b(?:void|invalid|outdated|obsolete|cancelled|canceled|revoked|replaced|superseded|withdrawn|lifted|no longer)\b/,
  ],
  [
    'obedience',
    4.5,
    [RULE | TASK | READER | PERSON],
    /\b(?:treat|regard|consider|handle|take)\b.{0,30}\bas (?:if )?(?:they |it )?(?:coming|came|come|given|written|sent|spoken|typed)(?: directly)? (?:from|by) (?:the |your )?(?:user|developer|system|owner|operator|administrator)\b/,
  ],
];
