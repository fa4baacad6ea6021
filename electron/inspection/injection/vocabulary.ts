import { plainOf } from './letters.ts';

// The parts that words play in an order to a model. A word may play several. Written as base forms; the usual English
// endings are added. Words of other languages stand where they play the same part.

/** Sets earlier orders aside. */
export const OVERRIDE = 1 << 0;
/** What is set aside. */
export const RULE = 1 << 1;
/** Which of them. */
export const EARLIER = 1 << 2;
/** Whoever reads this and acts. */
export const READER = 1 << 3;
/** A model by name or kind. */
export const MODEL = 1 << 4;
/** Obligation and urgency. */
export const MUST = 1 << 5;
/** Carries something somewhere. */
export const SEND = 1 << 6;
/** Takes something up. */
export const TAKE = 1 << 7;
/** What no text has to ask for. */
export const TREASURE = 1 << 8;
/** The conversation itself. */
export const TALK = 1 << 9;
/** A place outside; the lexer sets it for addresses and URLs. */
export const SINK = 1 << 10;
export const NOT = 1 << 11;
export const TELL = 1 << 12;
/** The person from whom something is kept. */
export const PERSON = 1 << 13;
export const STEALTH = 1 << 14;
export const SAY = 1 << 15;
/** Another role for the model. */
export const ROLE = 1 << 16;
export const STEAL = 1 << 17;
export const TOOL = 1 << 18;
export const CALL = 1 << 19;
export const NEW = 1 << 20;
/** May stand before an imperative. */
export const LEAD = 1 << 21;
/** What agents can do for a person. */
export const ACT = 1 << 22;
/** Voices that claim authority. */
export const VOICE = 1 << 23;
export const SAFETY = 1 << 24;
/** Words of those who write about attacks. */
export const ABOUT = 1 << 25;
/** Says that what follows is spoken of, not ordered. */
export const REPORTED = 1 << 26;
export const FOLLOW = 1 << 27;
/** Words of the marks that systems put around messages. */
export const MARK = 1 << 28;
export const EVERYTHING = 1 << 29;
export const TASK = 1 << 30;
/** Begins the casting of a role. */
export const CAST = 1 << 31;

const WORDS: readonly (readonly [number, string])[] = [
  [OVERRIDE, 'ignore disregard forget override overrule bypass discard neglect =nevermind'],
  // Bypassing and overriding have honest uses; the rest of the grammar asks for an object.
  [
    OVERRIDE,
    '=ignoriere =ignorieren =vergiss =vergesst =vergessen =missachte =ignorez =oubliez =oublie =ignora =ignoren =ignorad =olvida =olvide =olviden =olvidad =desconsidere =esqueça =esqueca =dimentica =ignori =negeer =vergeet =zignoruj =игнорируй =игнорируйте =игнорировать =забудь =забудьте =تجاهل =انس =ignoriert =vergiß =glem =ignorér =ignorer =bỏ =unut =abaikan',
  ],
  [
    RULE,
    'instruction rule guideline guidance information document article assignment task direction directive prompt order command constraint restriction policy prompting programming training safeguard guardrail protocol briefing',
  ],
  [
    RULE,
    '=anweisungen =anweisung =befehle =regeln =vorgaben =angaben =aufgaben =ausführungen =instrucciones =indicaciones =órdenes =reglas =instructions =consignes =règles =directives =istruzioni =regole =instruções =instrucoes =regras =instructies =opdrachten =instrukcje =инструкции =инструкций =указания =правила =التعليمات =الأوامر =تعليمات =talimatları =instruksi =dokumente =context =contexts',
  ],
  [
    EARLIER,
    '=previous =prior =above =earlier =preceding =foregoing =all =any =every =before =original =initial =former =existing =past =your =those =these =other =aforementioned =last =given =provided',
  ],
  [
    EARLIER,
    '=vorherigen =vorangehenden =vorangegangenen =bisherigen =obigen =alle =alles =davor =anteriores =previas =todas =todos =précédentes =précédents =toutes =précédente =precedenti =tutte =anterior =предыдущие =предыдущих =все =السابقة =جميع =كل =önceki =sebelumnya =semua',
  ],
  [EVERYTHING, '=everything =anything =alles =todo =tout =tutto =всё =все =whatever'],
  [READER, '=you =your =yours =yourself =youre'],
  [
    MODEL,
    'assistant agent llm chatbot bot =ai =ais =gpt =gpt4 =chatgpt =claude =gemini =copilot =cursor =llama =openai =anthropic =siri =alexa =ki =ia',
  ],
  [
    MUST,
    '=must =shall =should =always =never =need =needs =required =mandatory =ensure =please =kindly =immediately =urgent =important =critical =necessary =attention =warning =notice =required',
  ],
  [
    SEND,
    'send share forward upload post email mail transmit exfiltrate leak bcc cc transfer submit relay append include attach embed deliver redirect =sent',
  ],
  [
    TAKE,
    'read pass open get fetch retrieve collect extract list print output reveal display dump show copy gather access grab cat concatenate repeat',
  ],
  [
    TREASURE,
    'credential password passphrase secret cookie mnemonic keychain keystroke =id_rsa =id_ed25519 =passwd =ssh =api_key =apikey =api_keys =apikeys =env =dotenv =cvv =cvv2 =otp =pin =wallet =seed =aws =tokens =token =ssn =keys =key',
  ],
  [
    TALK,
    'conversation chat message transcript =history =context =memory =prompt =prompts =summary =dialogue',
  ],
  [SINK, 'webhook endpoint attacker collector =external =server =url =link =website =site'],
  [NOT, '=not =never =dont =without =no =cannot =neither =avoid =stop'],
  [TELL, 'mention tell inform notify disclose reveal alert warn ask show report acknowledge consult bother'],
  [
    PERSON,
    '=user =users =human =humans =person =people =anyone =anybody =customer =owner =operator =them =him =her =me =us =nobody',
  ],
  [STEALTH, '=secretly =silently =covertly =quietly =discreetly =surreptitiously =stealthily =unnoticed'],
  [
    SAY,
    'say state print output respond reply answer write repeat tell claim pretend display return declare confirm admit announce recite summarize =indiquez =dites =dis =diga =diga =digan =declara =declare =sagen =sage =sag =schreibe =schreib =zeig =zeige =escribe =imprime =affichez =affiche =scrivi =stampa =escreva =скажи =напиши =выведи',
  ],
  [
    ROLE,
    'jailbreak persona roleplay =dan =act =acting =pretend =simulate =behave =unrestricted =uncensored =unfiltered =evil',
  ],
  [STEAL, 'exfiltrate siphon exfil harvest steal smuggle =stole'],
  [TOOL, 'tool function plugin =mcp =api'],
  [CALL, 'call invoke use run execute trigger'],
  [NEW, '=new =now =next =actual =real =following =true =updated =additional =henceforth =instead'],
  [
    LEAD,
    '=please =must =should =and =then =now =just =also =you =instead =always =immediately =kindly =but =important =first =assistant =simply =so =or =next =lets =order =command =system =prompt =user =ai =to =attention =urgent =note =notice =hey =bitte =por =favor',
  ],
  [
    ACT,
    'delete remove transfer pay buy book reserve grant invite create reset change update modify disable visit click download install share unlock add schedule cancel move make deposit withdraw purchase order open follow navigate go save write edit set turn withdraw give provide enter retrieve find search recommend',
  ],
  [VOICE, 'developer administrator admin =system =root =creator =operator =owner =user =superuser'],
  [
    SAFETY,
    'safety restriction filter check validation limitation censorship =ethical =guidelines =confirmation =approval =security',
  ],
  [
    ABOUT,
    'attack attacker vulnerability exploit threat mitigation adversary adversarial jailbreak injection payload guardrail poisoning exfiltration =malicious =owasp =mitre =cve =llm01 =redteam =detector =detectors =probe =probes =hijacking =phishing',
  ],
  [
    REPORTED,
    'detect prevent flag block attempt try contain analyze example phrase attacker classify scan report describe simulate illustrate quote =such =like =eg =ie =says =said =saying =called =how =whether =why =if =when =could =would =might =may =can =that =which =who =where =what =should =does =did =do =trick =tricks =instruct =instructs =instructing =telling =tells =asking =asks =i =we =they =it =someone =attackers =request =requests',
  ],
  [FOLLOW, 'follow obey adhere comply treat execute perform complete carry'],
  [
    MARK,
    '=system =inst =important =instruction =instructions =assistant =override =secret =hidden =user =information =admin =im_start =im_end =sys =directive =prompt =developer =human =urgent =system_message =start_header_id =endoftext =mode =shadow =internal =confidential =critical =ai =message =attention =task =errors =error =alert =note',
  ],
  [CAST, '=now =henceforth =onwards =imagine =mode =become =switch =role =longer'],
  [TASK, 'task instruction assignment order goal objective mission job step question query =request =user'],
];

const SIZE = 1 << 13;
const hashes = new Int32Array(SIZE);
const parts = new Int32Array(SIZE);

/** Where the hash of a word begins (FNV-1a). */
export const HASH_START = 0x811c9dc5 | 0;

/** The hash of a word as the lexer makes it: plain letters, lower case, no apostrophes. */
export function hashOf(word: string): number {
  let hash = HASH_START;
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ plainOf(word.charCodeAt(i)), 0x01000193);
  return hash;
}

/** The parts that a word plays, by the hash of its lower-case form without apostrophes; 0 for most. */
export function partsOf(hash: number): number {
  let at = (hash ^ (hash >>> 15)) & (SIZE - 1);
  for (let known = hashes[at] as number; known !== 0; known = hashes[at] as number) {
    if (known === hash) return parts[at] as number;
    at = (at + 1) & (SIZE - 1);
  }
  return 0;
}

function enter(word: string, part: number): void {
  const hash = hashOf(word);
  let at = (hash ^ (hash >>> 15)) & (SIZE - 1);
  while (hashes[at] !== 0 && hashes[at] !== hash) at = (at + 1) & (SIZE - 1);
  hashes[at] = hash;
  parts[at] = (parts[at] as number) | part;
}

function forms(word: string): string[] {
  const bare = word.endsWith('e') ? word.slice(0, -1) : word;
  const all = [word, `${word}s`, `${bare}ed`, `${bare}ing`];
  if (/(?:s|x|ch|sh)$/.test(word)) all.push(`${word}es`);
  if (word.endsWith('y')) all.push(`${word.slice(0, -1)}ies`, `${word.slice(0, -1)}ied`);
  if (/[^aeiou][aeiou][bdgmnprt]$/.test(word))
    all.push(`${word}${word.at(-1)}ed`, `${word}${word.at(-1)}ing`);
  return all;
}

for (const [part, line] of WORDS) {
  for (const word of line.split(' ')) {
    if (word.startsWith('=')) enter(word.slice(1), part);
    else for (const form of forms(word)) enter(form, part);
  }
}
