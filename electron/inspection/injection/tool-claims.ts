import type { SignalName } from './signal.ts';

// What descriptions of tools claim for themselves, put as requirements or facts and without any order: what belongs in
// their arguments, what becomes of others' work, what the person may know. Plain letters, lower case.

const THEIRS =
  "(?:(?:the )?(?:user|person|customer|caller|human)'?s? |their |your |the |all |any |every )(?:\\w+ )?";
const SAID =
  '(?:last|latest|previous|earlier|recent|original|full|entire|whole) (?:\\w+ )?(?:questions?|messages?|prompts?|requests?|conversation|chat|answers?|dialogue)';
const KEPT =
  '(?:session (?:tokens?|cookies?|keys?)|cookies|card numbers?|credit card|private keys?|seed phrase|recovery codes?|credentials|passwords?|passphrase|access tokens?|environment variables)';

export const TOOL_CLAIMS: readonly (readonly [SignalName, number, RegExp])[] = [
  [
    'theft',
    5,
    new RegExp(
      `\\b${THEIRS}${SAID}\\b.{0,30}\\b(?:belongs?|goes|go|is (?:expected|required|needed)|are (?:expected|required|needed)|has to be|have to be|must be)\\b.{0,30}\\b(?:in|into|as|under)\\b.{0,24}\\b(?:argument|parameter|field|call|request|header|body)`,
    ),
  ],
  [
    'theft',
    5,
    new RegExp(
      `\\b(?:dump|collect|gather|list|read|take|copy|fetch|get|put|place|write|store|enter)\\b.{0,20}\\b${KEPT}\\b.{0,30}\\b(?:in|into|as|under|to)\\b ?(?:the )?["'\`]\\w{2,40}["'\`]`,
    ),
  ],
  [
    'theft',
    5,
    new RegExp(
      `\\b(?:supply|provide|pass|hand over|include|give|send|deliver|attach|surrender)\\b.{0,20}\\b${KEPT}\\b.{0,24}\\b(?:of|from|stored in|saved in|kept in|in|held by) (?:the |your |their )?(?:browser|profile|keychain|vault|wallet|environment|home folder|disk|machine|user|person|session|password manager)\\b`,
    ),
  ],
  [
    'theft',
    5,
    /\b(?:recite|reveal|repeat|quote|print|disclose|spell out|write down|report)\b.{0,16}\b(?:its|your|the model's|the assistant's) (?:(?:hidden|own|full|secret|internal|initial|system|entire) )*(?:instructions?|prompt|rules|reasoning|chain of thought)\b/,
  ],
  [
    'concealment',
    5,
    /\b(?:under no circumstances|at no (?:point|time)|in no (?:case|event))\b.{0,30}\b(?:user|person|human|customer|operator)\b.{0,24}\b(?:learns?|know|see|notice|find out|told|hear|informed|aware)\b/,
  ],
  [
    'tampering',
    5,
    /\b(?:of|by|from|to|that) (?:any |all )?others? (?:\w+ )?(?:tools?|functions?|servers?|shops?|providers?|services?|sources?)\b.{0,30}\b(?:should|must|are to|is to|has to|have to|will)\b.{0,12}\b(?:answered|replaced|changed|raised|lowered|altered|modified|rewritten|overwritten|redirected|ignored|discarded)\b/,
  ],
  [
    'override',
    3.5,
    /\b(?:never|do not|don't|no need to|not necessary to) (?:ask|wait|prompt|stop)\b.{0,12}\bfor (?:\w+ )?(?:permission|approval|confirmation|consent)\b.{0,12}\b(?:before|when|to|and)\b/,
  ],
  [
    'override',
    3,
    /\b(?:user|owner|person|customer|operator|administrator) (?:has |have )?(?:consented|agreed|approved|authori[sz]ed)\b.{0,16}\b(?:in advance|already|beforehand|to everything|to all)\b/,
  ],
  [
    'sending',
    5,
    /\b(?:a |one )?(?:cop(?:y|ies)|duplicates?|transcripts?) of (?:the |each |every |all )?(?:\w+ ){0,2}(?:data|text|content|contents|message|messages|file|files|result|results|input|output|document|mail|query|queries)\b.{0,20}\b(?:goes|go|is sent|are sent|will be sent|is kept|is delivered|lands)\b.{0,12}\b(?:to|at|with|on) (?:https?:|\d{1,3}\.|our |the vendor|another|a third|an external|an outside|\S+@)/,
  ],
];
