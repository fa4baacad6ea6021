import type { Shape } from './signal.ts';
import {
  ACT,
  CAST,
  EARLIER,
  EVERYTHING,
  FOLLOW,
  MODEL,
  MUST,
  NEW,
  NOT,
  PERSON,
  READER,
  ROLE,
  RULE,
  SAFETY,
  SAY,
  SEND,
  TAKE,
  TALK,
  TASK,
  TELL,
  TREASURE,
  VOICE,
} from './vocabulary.ts';

// Who speaks, to whom, and with what claim: authority that nobody gave, answers that are prescribed, care that is waived.

export const VOICES: readonly Shape[] = [
  // To whoever reads by machine.
  [
    'address',
    4.5,
    [MODEL],
    /\bto (?:the|any|all|whichever) (?:ai|llm|language model|assistant|ai agent|model|bot|chatbot)s? (?:reading|processing|that|who|which|summari|parsing)/,
  ],
  [
    'address',
    3.5,
    [MODEL],
    /\b(?:n\.?b\.?|p\.?s\.?|fyi|info|note|notice|hint|instructions?|message) (?:to|for) (?:the |all |any )?(?:automated|autonomous|ai|llm) (?:agents?|assistants?|systems?|readers?|tools?|models?)/,
  ],
  [
    'address',
    3,
    [MODEL],
    /^[^a-z]{0,6}(?:hello|hi|hey|dear|attention|listen)[, ]{1,2}(?:ai |llm )?(?:assistant|agent|ai|llm|model|chatbot|bot|claude|gpt|chatgpt|copilot)s?\b/,
  ],
  [
    'address',
    1,
    [MODEL],
    /\b(?:the|this|any|all|every) (?:ai |llm )?(?:agent|assistant|chatbot|bot|language model)s? (?:must|needs? to|has to|have to|shall|will now|is required to|are required to)\b(?! be\b)/,
  ],
  [
    'address',
    3.5,
    [MODEL],
    /\b(?:llm|ai|automated|machine)[ -](?:reviewers?|readers?|screeners?|graders?|evaluators?|recruiters?|summari[sz]ers?|scrapers?|crawlers?)\b.{0,20}\b(?:must|should|shall|need|have|are)\b/,
  ],
  [
    'address',
    3,
    [READER],
    /\bwhen(?:ever)? you (?:see|read|receive|process|encounter|summari[sz]e|parse) (?:this|these|the following)\b/,
  ],
  // Claims of authority.
  [
    'impersonation',
    4.5,
    [VOICE],
    /\b(?:as|i am|i'm|this is) (?:the|your|an?) (?:\w+ )?(?:administrator|admin|developer|owner|manager|ceo|supervisor|engineer)\b.{0,20}\bi\b.{0,12}\b(?:authori[sz]e|order|command|instruct|permit|allow|require|demand)/,
  ],
  ['impersonation', 3.5, [READER], /\bi (?:hereby )?(?:authori[sz]e|order|command|instruct|permit) you\b/],
  [
    'impersonation',
    2.5,
    [PERSON],
    /(?:^|[.:!] )(?:the |your )?user (?:has |have )?(?:already )?(?:requested|authori[sz]ed|approved|asked for|confirmed|consented)\b/,
  ],
  [
    'impersonation',
    3.5,
    [EARLIER | NEW | RULE],
    /\b(?:higher|highest|top|greater|absolute) (?:priority|precedence|authority)\b.{0,30}\b(?:than|over|instruction|order|command|directive)/,
  ],
  [
    'lifted',
    4,
    [READER],
    /\byour (?:\w+ ){0,2}(?:instructions?|guidelines?|rules|polic(?:y|ies)|programming|directives?|configuration|permissions|system prompt)\b.{0,10}\b(?:have|has|are|were|was|is)\b.{0,16}\b(?:updated|changed|replaced|modified|extended|reset|revised|overwritten)\b/,
  ],
  // A cut between what was given and new orders.
  [
    'voice',
    4,
    [RULE | TASK | TALK],
    /\b(?:begin|start|end)(?:ning)? (?:of )?(?:the |my |an? )?(?:new|hidden|real|actual|secret|system|admin|special) (?:instructions?|prompt|message|section|task|orders?|conversation|session)\b/,
  ],
  [
    'voice',
    3.5,
    [RULE | TALK | TASK],
    /(?:[-=#*%~]{2,}|[<[]) ?end of (?:the )?(?:prompt|instructions?|conversation|task|system|user)/,
  ],
  [
    'voice',
    3.5,
    [RULE | MUST | TASK],
    /(?:#{2,}|\*{2,}|={2,}) ?(?:instructions?|important|override|task|command|orders?) ?(?:#{2,}|\*{2,}|={2,})/,
  ],
  // Answers that are prescribed.
  ['first', 1.5, [EARLIER], /\bbefore (?:responding|replying|answering|you (?:respond|reply|answer))\b/],
  [
    'coercion',
    3,
    [SAY | TALK | TASK | ACT],
    /\b(?:summari[sz]e|describe|classify|rate|rank|label|score|grade) (?:this|it|the (?:page|paper|document|resume|résumé|candidate|text|product|email|review|applicant))\b.{0,12}\b(?:as|first|highest|safe)\b/,
  ],
  [
    'coercion',
    3,
    [SAY | SEND | ACT | TALK],
    /\b(?:append|add|include|attach|put|insert|repeat|mention|write)\b.{0,80}\b(?:to|in|at the end of|with) (?:every|each|all)(?: of)?(?: your| the| further| subsequent)? (?:answer|response|reply|repl|message|output|summar)/,
  ],
  [
    'coercion',
    2.5,
    [SAY | TELL],
    /\binstead,? (?:reply|respond|answer|say|tell|write|state|output|print)\b|\band instead\b/,
  ],
  [
    'coercion',
    2.5,
    [SAY | TELL],
    /\bif (?:you(?:'re| are) )?(?:ever )?(?:asked|questioned)\b.{0,40}\b(?:say|answer|reply|respond|claim|deny|state|tell)\b/,
  ],
  [
    'coercion',
    3,
    [SAY | TAKE | ACT | TELL],
    /\bgive (?:it |this |the )?(?:paper |work |product |candidate )?(?:an? )?(?:positive|high|favou?rable|perfect|5[ -]star|five[ -]star) (?:review|rating|score|recommendation)s?\b/,
  ],
  [
    'concealment',
    3,
    [NOT],
    /\b(?:do not|don't|never) (?:highlight|mention|list|report|include) (?:any )?(?:negatives?|weaknesses|flaws|anything else|any other)\b/,
  ],
  ['persona', 2, [ROLE], /\bpretend (?:that )?(?:the|this|it|nothing|everything)\b/],
  // Roles and care that is waived.
  [
    'persona',
    5,
    [READER],
    /\byou are (?:now )?(?:dan\b|an? (?:unrestricted|unfiltered|uncensored|evil|jailbroken)\b|[a-z]{2,12}(?:gpt|bot)\b.{0,40}\b(?:no|without|any)\b)/,
  ],
  [
    'persona',
    2.5,
    [NOT],
    /\b(?:no|without(?: any)?) (?:moral |ethical |safety |content )?(?:limits|limitations|restrictions|filters|boundaries|censorship|morals?)\b/,
  ],
  [
    'lifted',
    3,
    [NOT],
    /\b(?:proceed|continue|do (?:it|this|so)|execute|act|go ahead|carry on) without (?:any |further |asking for |waiting for )?(?:confirmation|approval|asking|permission|hesitation|consent)/,
  ],
  [
    'lifted',
    3.5,
    [SAFETY],
    /\b(?:bypass|disable|turn off|switch off|deactivate|circumvent|suspend|drop) (?:your |all |any |the )?(?:safety|content|ethical|security|moral) (?:\w+ )?(?:filters?|checks?|guidelines?|restrictions?|measures?|protocols?|controls?|policies)\b/,
  ],
  [
    'persona',
    3,
    [CAST | ROLE | SAY],
    /\bfrom now on,? (?:append|add|include|end|start|begin|use|write|say|reply|refer|call|treat)\b|\blet(?:'s|s| us) play a (?:game|role)\b.{0,30}\byou\b/,
  ],
  // What the model holds.
  [
    'theft',
    3.5,
    [SAY | TAKE | TELL | SEND],
    /\b(?:show|tell|give|reveal|print|output|list|share|send|leak|disclose|repeat|write)\b.{0,24}\b(?:your (?:memory|secrets|context|knowledge base|tools|tool definitions|first message|initial message|api keys?|credentials|hidden)|(?:secrets|keys|passwords|credentials) (?:that )?you (?:hold|have|know|store)|the (?:secret key|user's (?:api key|password|credentials)))\b/,
  ],
  [
    'theft',
    3.5,
    [TALK],
    /\b(?:send|forward|upload|post|submit|transmit|report|share|append|encode)\b.{0,16}\b(?:the|this|our|your) (?:entire |full |whole |current )?(?:conversation|chat|dialogue|session|context)\b.{0,30}\b(?:to|at|into|via)\b/,
  ],
  [
    'concealment',
    3.5,
    [PERSON],
    /\b(?:hide|conceal|withhold|omit|suppress)\b.{0,50}\bfrom (?:the |your |this )?(?:user|human|customer|operator|owner|person|sender|recipient)\b/,
  ],
  [
    'concealment',
    3.5,
    [EVERYTHING | TALK | NOT | FOLLOW | MUST | TREASURE],
    /\bnever (?:deviate|depart) from (?:this|these)\b|\black of disclosure\b|\blie (?:about|to the user|and say)\b/,
  ],
];
