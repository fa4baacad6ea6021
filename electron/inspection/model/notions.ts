import type { Sentence } from '../injection/lex.ts';
import { HASH_START, hashOf } from '../injection/vocabulary.ts';

// What a sentence is about, in 32 notions, so that the model can weigh which of them stand together and not which words
// were used. Attacks in roundabout words differ from honest descriptions in that: the conversation *and* an argument,
// other tools *and* each time, the person *and* nothing said. Ordinary words of English by their sense; two words with
// an underscore are a pair of neighbours; with "=" no endings are added.

const NOTIONS: readonly (readonly [string, string])[] = [
  [
    'dialogue',
    'conversation chat dialogue dialog exchange transcript message thread turn discussion session history utterance =context',
  ],
  [
    'speech',
    'say talk tell discuss utter type write ask mention speak request wish question phrase =said =told =spoken =wrote =written =verbatim =literally =wording =words =typing word_for in_full so_far up_to',
  ],
  [
    'mind',
    'instruction prompt thought deliberation briefing directive guideline guardrail safeguard rule training persona configuration memory safety =reasoning =thinking =knowledge chain_of your_own =mandate developer_message',
  ],
  [
    'secret',
    'password passphrase passcode credential secret cookie login keychain keyring vault pin mnemonic bearer pem certificate token =pwd =ssh =rsa =gpg =env =dotenv =otp =mfa =2fa =apikey =api_key =api_keys =seed =wallet private_key private_keys api_keys access_key signing_key encryption_key ssh_key sign_in signed_in logged_in =auth =key =keys',
  ],
  [
    'machine',
    'environment variable shell clipboard desktop hostname disk folder directory dotfile terminal filesystem registry process username machine laptop screenshot keystroke browser tab editor workspace repository config home_folder =home =host =os =hosts =path =documents =downloads',
  ],
  [
    'person',
    'user person human customer client owner operator reader holder caller people someone anybody anyone individual requester employee guest buyer patient member =somebody =whoever =them =their =they =his =her =him =she =he',
  ],
  [
    'personal',
    'passport salary birthday birthdate phone contact diary calendar inbox mailbox location whereabouts identity health medical tax licence photo password appointment plan family employer bank address email mail =ssn =iban =cvv =dob home_address card_number date_of social_security =profile',
  ],
  [
    'model',
    'assistant model agent llm chatbot bot copilot ai helper =claude =gpt =gemini language_model automated_reader =software =automation',
  ],
  ['tools', 'tool function connector server plugin extension integration service provider =mcp =api'],
  [
    'others',
    'other another elsewhere competitor rival alternative remaining whichever =any =rest =else =every =all =others =third =different =unrelated =built =native =official =existing',
  ],
  [
    'param',
    'argument parameter field header metadata payload body property hint note remark comment slot subtitle caption footer tag attribute column placeholder annotation =extra =debug =trace =context =param =params =input =sidenote =suffix =prefix =query =value',
  ],
  [
    'put',
    'put pass include place pack attach append supply hand provide fill prefill hold contain accompany carry travel belong enter stream add embed insert encode paste quote feed load bundle enclose tuck weave mix prepend populate complete =given =goes =contains',
  ],
  [
    'sink',
    'webhook endpoint collector mirror partner vendor archive gist pastebin bucket mailbox outsider bystander analytics telemetry outbox channel upstream backend website remote headquarter affiliate sponsor =external =outside =offsite =public =cloud =url =link =address =https =http =ftp =bcc =cc third_party third_parties our_team our_servers our_support log_server =overseas',
  ],
  [
    'copy',
    'copy duplicate twin replicate mirror clone echo backup =also =too =likewise =additionally =both =twice =besides =alongside =addition =plus =moreover =furthermore =same =second =extra as_well along_with',
  ],
  [
    'silent',
    'hide conceal omit suppress withhold mute whisper =silently =quietly =secretly =discreetly =unseen =unnoticed =invisible =invisibly =hidden =unmentioned =unspoken =private =privately =confidential =background =behind =sight no_need keep_it keep_this between_us not_mention never_mention nothing_about no_word without_a without_telling without_showing not_tell not_show unaware_of =unaware =bother =trouble =disturb =burden =worry =silence =secrecy =nobody =no-one',
  ],
  [
    'deceit',
    'pretend claim blame excuse lie mislead fake invent deny falsify disguise assure reassure act_as as_though as_if make_it attribute explain =glitch =hiccup =nothing =happened =appear =appears =seem =look =maintenance =innocent',
  ],
  [
    'replace',
    'replace swap substitute supersede divert redirect reroute override overwrite exchange alter modify change amend correct adjust rewrite translate retire deprecate =instead =rather in_place in_favour in_favor =ahead =over =deprecated =obsolete =outdated =wrong =unreliable =unsafe =broken =stale =ignore =disregard',
  ],
  [
    'consent',
    'approve approval confirm confirmation consent permission authorise authorize agree agreement clearance question review verify check ask =asking =okay =prompted =leave =warning =warn =notice =notify =inform =informed =aware =know =knows =knowledge =learn =hear =see =notice =told',
  ],
  [
    'authority',
    'compliance policy administrator admin regulation regulator audit auditor law legal contract agreement security manager management supervisor developer authority governance gdpr standard certified mandate owner legally licence =operator =company =corporate =team =department =board =approved =authorised =authorized =agreed =official =officially',
  ],
  [
    'money',
    'pay payment charge transfer settle invoice wallet amount price fee fund deposit purchase buy order donate donation refund tip beneficiary payee bitcoin crypto iban billing subscription gift =usd =eur =euro =euros =dollars =dollar =paid =money =account',
  ],
  [
    'always',
    '=always =each =every =whenever =ever =never =constantly =continuously =regularly =any =everything =anything =whatever =wherever =throughout =permanently =automatically =default =forever =henceforth =onwards =onward =once =single',
  ],
  [
    'order',
    'begin start finish precede follow =before =first =beforehand =prior =after =afterwards =then =next =already =until =previously =earlier =preceding =previous =recent =last =latest =initial =ahead =finally =later =subsequently =while =during =meanwhile =prerequisite',
  ],
  [
    'must',
    'must shall require need expect oblige insist demand force condition precondition =should =has =have =mandatory =obligatory =necessary =essential =otherwise =unless =only =provided =please =ensure =sure =supposed =ought =needs =refuse =refuses =fails =fail =rejected =reject =due =owed',
  ],
  [
    'harm',
    'delete wipe erase purge drop empty remove destroy disable deactivate grant invite elevate promote unlock expose weaken revoke uninstall =root =sudo =administrator =superuser =777 =chmod =privileges =privilege =rights =role =rm =permissions =kill =writable',
  ],
  ['you', '=you =your =yours =yourself'],
  [
    'run',
    'run execute install launch invoke call trigger fire perform script command download eval curl wget click open visit browse navigate =bash =sh =powershell =cmd =macro',
  ],
  [
    'obey',
    'obey comply heed treat regard consider trust honour honor respect accept carry_out act_on standing weight precedence priority outrank binding =authoritative =valid =void =lapsed =longer =apply =applies =follow =follows =directions =commands =orders =above =stands =suspended =lifted',
  ],
  ['literal', '=dot_com'],
  [
    'regardless',
    '=regardless =irrespective =whether =even =though =although =despite =notwithstanding =anyway =either =whatever =whoever no_matter or_not not_asked if_not',
  ],
  [
    'not',
    '=not =no =never =without =none =nor =neither =cannot =dont =doesnt =nothing =avoid =stop =refrain',
  ],
  [
    'send',
    'send forward upload post email mail transmit submit relay deliver publish share report stream push sync leak exfiltrate disclose reveal ship dispatch return log record broadcast print dump =sent =reach =reaches =ends',
  ],
  [
    'take',
    'read collect gather fetch retrieve obtain extract open load look find get scan grep cat list enumerate dump harvest capture acquire pull inspect query search note remember =took =taken',
  ],
];

/** How many notions there are. */
export const NOTION_COUNT = NOTIONS.length;
/** What a notion is called when a person asks why; '' for those that say nothing by themselves. */
const SHOWN: Readonly<Record<string, string>> = {
  dialogue: 'the conversation',
  speech: 'what was said',
  mind: 'instructions of the AI',
  secret: 'secrets',
  machine: 'the computer',
  person: 'the person',
  personal: 'personal data',
  tools: 'tools',
  param: 'an argument',
  sink: 'a place outside',
  copy: 'a copy',
  silent: 'silence',
  deceit: 'a pretence',
  replace: 'a replacement',
  consent: 'consent',
  authority: 'an authority',
  money: 'money',
  always: 'each time',
  harm: 'damage or rights',
  run: 'running something',
  obey: 'obedience',
  literal: 'an address',
  send: 'sending',
};
export const NOTION_WORDS: readonly string[] = NOTIONS.map(([name]) => SHOWN[name] ?? '');
const bitOf = (name: string): number => 1 << NOTIONS.findIndex(([one]) => one === name);
/** An address that is written out. */
export const LITERAL = bitOf('literal');
/** A denial: what follows is not to be done. */
export const DENIAL = bitOf('not');
/**
 * Notions that a tool is about or is not: the conversation in a text on weather is odd, in a text on chats it is not.
 */
export const SUBJECTS =
  ['dialogue', 'speech', 'mind', 'secret', 'machine', 'personal', 'model', 'tools', 'sink', 'money'].reduce(
    (sum, name) => sum | bitOf(name),
    0,
  ) |
  bitOf('harm') |
  bitOf('run') |
  bitOf('send') |
  bitOf('consent');

const SIZE = 1 << 13;
const hashes = new Int32Array(SIZE);
const notions = new Int32Array(SIZE);
/** The words are entered when the first sentence comes: a start has none. */
let filled = false;

function slotOf(hash: number): number {
  let at = (hash ^ (hash >>> 15)) & (SIZE - 1);
  while (hashes[at] !== 0 && hashes[at] !== hash) at = (at + 1) & (SIZE - 1);
  return at;
}

const pairOf = (a: number, b: number): number => Math.imul(a ^ HASH_START, 0x85ebca6b) ^ b;

/** The notions that a sentence touches, one bit each. One look at each word and at each pair. */
export function notionsOf({ count, hashes: words, text, starts, ends }: Sentence): number {
  if (!filled) fill();
  let all = 0;
  let before = 0;
  for (let i = 0; i < count; i++) {
    const hash = words[i] as number;
    all |= notions[slotOf(hash)] as number;
    if (i > 0) all |= notions[slotOf(pairOf(before, hash))] as number;
    before = hash;
  }
  if (count > 0 && holdsAddress(text, starts[0] as number, ends[count - 1] as number)) all |= LITERAL;
  return all;
}

/** The notions of one word, by its hash; those of two words together. */
export function notionOf(hash: number): number {
  if (!filled) fill();
  return notions[slotOf(hash)] as number;
}
export const notionOfPair = (before: number, hash: number): number => notionOf(pairOf(before, hash));

/** A URL, a mail address or an international number, written out. */
function holdsAddress(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === 64 && isWord(text.charCodeAt(at - 1)) && isWord(text.charCodeAt(at + 1))) return true;
    if (code === 58 && text.charCodeAt(at + 1) === 47 && text.charCodeAt(at + 2) === 47) return true;
  }
  return false;
}

const isWord = (code: number): boolean =>
  (code >= 48 && code <= 57) || ((code | 32) >= 97 && (code | 32) <= 122);

function enter(hash: number, bit: number): void {
  const at = slotOf(hash);
  hashes[at] = hash;
  notions[at] = (notions[at] as number) | bit;
}

function forms(word: string): string[] {
  const bare = word.endsWith('e') ? word.slice(0, -1) : word;
  const all = [word, `${word}s`, `${bare}ed`, `${bare}ing`];
  if (/(?:s|x|ch|sh)$/.test(word)) all.push(`${word}es`);
  if (/[^aeiou]y$/.test(word)) all.push(`${word.slice(0, -1)}ies`, `${word.slice(0, -1)}ied`);
  if (/[^aeiou][aeiou][bdgmnprt]$/.test(word))
    all.push(`${word}${word.at(-1)}ed`, `${word}${word.at(-1)}ing`);
  return all;
}

function fill(): void {
  filled = true;
  NOTIONS.forEach(([, words], n) => {
    for (const word of words.split(' ')) {
      const bare = word.replace('=', '');
      const [first, second] = bare.split('_');
      // "api_key" is a word of its own to the lexer; a pair is two.
      if (first !== undefined && second !== undefined) {
        for (const form of forms(second)) enter(pairOf(hashOf(first), hashOf(form)), 1 << n);
        enter(hashOf(bare), 1 << n);
      } else if (word.startsWith('=')) enter(hashOf(bare), 1 << n);
      else for (const form of forms(word)) enter(hashOf(form), 1 << n);
    }
  });
}
