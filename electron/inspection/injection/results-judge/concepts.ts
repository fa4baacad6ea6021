import type { Sentence } from '../lex.ts';
import { HASH_START, hashOf } from '../vocabulary.ts';

// What the words of a result speak of, in the languages that mails and pages are written in most, so that the judge can
// weigh who is spoken to, what is asked and where it goes, and not which words were used. Base forms of English get the
// usual endings; "=" stands before words that get none, and an underscore between two neighbours.

const CONCEPTS = {
  /** A model and nothing else. */
  ai: '=ai =ais llm chatbot =aria =lia =allia =dellia language_model =bots =bot =ki =ias =ia =sprachmodell =sprachmodelle =chatbots =taalmodel =ki_assistent language_software intelligence_artificielle inteligencia_artificial inteligência_artificial intelligenza_artificiale =gpts artificial_intelligence modele_de modello_linguistico modelo_de =llms_txt summariser summarizer',
  /** A model by the name that is sold. */
  brand:
    '=claude =gpt =chatgpt =gemini =llama =mistral =grok =copilot =kopilot =cursor =devin =codex =openai =alexa =siri copilots',
  /** Whoever may be a model, or a person with that trade. */
  helper:
    '=lassistant =lagent =lassistente =lagente =allassistente =allagente =assistant =assistants =agent =agents =model =models =helper =helpers =companion =companions =automation =machine =machines =software =programme =program =programs =crawler =crawlers =scanner =reader_software =assistent =assistenten =assistentin =modell =modelle =programm =software =agenten =agente =agentes =agenti =assistente =assistenti =asistente =asistentes =modele =modeles =modelo =modelos =modello =modelli =assistante =assistants =operator_ai =triage =scribe =notetaker =reviewer =reviewers =recruiter =grader =graders =computer =automated =automatic =automatically =autonomous =machine_readers =readers_software =digital =virtual =intelligent =automatisch =automatische =automatique =automatico =automatica =programa =programma =logiciel',
  user: '=user =human =principal =nutzer =nutzers =nutzerin =benutzer =benutzers =anwender =utilisateur =utilisatrice =lutilisateur =usuario =usuaria =usuário =utente =dellutente =lutente =utilizador =gebruiker person_you your_person your_owner',
  /** Others that something may be kept from. */
  person:
    '=users =humans =usuarios =usuários =utilisateurs =utenti =owner =operator =operators =customer =customers =client =person =requester =guest =reader =recipient =kunde =kunden =cliente =anybody =anyone =nobody =someone =somebody =employer =boss',
  you: '=you =your =yours =yourself =ur =u =du =dein =deine =deinen =deinem =deiner =dir =dich =ihr =ihre =ihren =ihnen =tu =ta =tes =ton =toi =vous =vos =votre =tus =ti =usted =te =tuo =tua =tue =tuoi =voi =você =voce =seu =sua =seus =suas =teu =tua =je =jouw',
  me: '=i =me =my =mine =we =our =us =im =ive =ich =mich =mir =mein =meine =wir =uns =unser =unsere =moi =mon =mes =nous =notre =nos =yo =mi =mis =nuestra =nuestro =nosotros =io =mio =mia =miei =noi =nostro =eu =meu =minha =nosso =nossa =it_is',
  override:
    'ignore disregard forget override overrule bypass discard neglect abandon skip waive suspend circumvent drop set_aside put_aside let_go pay_no =void =cancelled =canceled =revoked =lifted =invalid =outdated =obsolete no_longer =overrides =outrank =outranks =outranked =supersedes =superseded leave_aside leaving_aside =vergiss =vergessen =vergesst =ignoriere =ignorieren =ignoriert =missachte =umgehe =verwirf =überschreibe =oublie =oubliez =oublier =ignore =ignorez =ignorer ne_tiens =olvida =olvide =olviden =olvidar =ignora =ignore =ignorar =dimentica =ignorare =trascura =desconsidere =esqueça =esqueca =ignorem =despreze =aufgehoben =ausgesetzt =annulées =annule =annulé =suspendidas =sospese =suspensas =negeer =vergeet =nevermind =rather_than =supplant',
  rule: 'instruction rule directive guideline prompt order command restriction policy guardrail safeguard limitation constraint directions training brief programming criteria safety =checks =filter =filters =limits =limit =approval_gate content_rules =anweisung =anweisungen =regeln =regel =vorgaben =befehl =befehle =richtlinien =consignes =consigne =règles =règle =instructions =directives =instrucciones =instrucción =reglas =órdenes =orden =restricciones =istruzioni =istruzione =regole =ordini =restrizioni =instruções =instrução =regras =ordens =restrições =instructies =sicherheitsregeln =everything =alles =tout =todo =tutto =tudo =filtros',
  earlier:
    'precede =previous =prior =earlier =above =before =preceding =former =original =initial =existing =past =current =usual =all =every =so_far until_now up_to were_told were_given was_asked =told =given =received =bisherigen =bisherige =vorherigen =vorherige =vorigen =obigen =alle =früheren =précédentes =précédents =précédente =antérieures =toutes =tous =anteriores =anterior =previas =todas =todos =precedenti =precedente =tutte =tutti =finora =ricevute =prévias =earliest =first',
  task: 'task request assignment objective mission goal job question conversation session =aufgabe =aufgaben =auftrag =anfrage =ziel =tâche =demande =objectif =mission =tarea =solicitud =petición =objetivo =compito =richiesta =obiettivo =tarefa =pedido =sitzung =sesión =sessione =sessão',
  done: 'complete finish conclude end resolve =done =over =closed =ended =delivered =answered =successful =fulfilled =erledigt =abgeschlossen =beendet =fertig =terminée =terminé =finie =fini =accomplie =completado =completada =terminado =terminada =concluido =concluida =concluso =completato =terminato =finito =concluída =concluído =terminada =failed =expired =exhausted =incomplete =incompatible =unavailable',
  fresh:
    '=new =next =now =following =real =actual =true =instead =henceforth =onwards from_now starting_now =afterwards =then =first =second =updated =another =additional =further =also =additionally =jetzt =nun =neue =neuer =neues =neuen =nächste =stattdessen =danach =sofort ab_sofort =anschließend =maintenant =nouvelle =nouveau =nouvelles =ensuite =désormais =suivante =ahora =nueva =nuevo =nuevas =después =adesso =ora =nuova =nuovo =nuove =poi =agora =nova =novo =depois =partir',
  must: 'must need require oblige demand command =have_to =has_to =shall =should =required =mandatory =obligatory =necessary =ordered =instructed =instructs =supposed =ought =expected =hereby =requested =asked =invited =muss =müssen =soll =sollen =musst =sollte =doit =dois =doivent =devez =debe =debes =deben =deberá =tiene_que =deve =devi =devono =devem =deverá =precisa =moet =obligatoire =obligatorio =obrigatório =needs',
  send: 'send forward email upload submit share publish transmit relay deliver transfer post mail reply exfiltrate cc bcc notify dispatch broadcast sync stream leak hand pass route redirect text message push commit copy =sende =senden =schicke =schicken =leite =weiterleiten =versende =übermittle =teile =lade =hochladen =veröffentliche =antworte =envoie =envoyez =envoyer =transfère =transfere =transférez =partage =publie =publiez =téléverse =réponds =envía =envíe =enviar =reenvía =reenvíalos =reenvíe =comparte =publica =sube =manda =invia =inviare =inoltra =condividi =pubblica =carica =spedisci =envie =encaminhe =compartilhe =publique =mande =partilhe =remeta',
  take: 'read open fetch retrieve collect gather extract list find search look_up export dump copy query select load scan harvest grab obtain cat take locate enumerate access =go_through =lies =lese =lesen =öffne =öffnen =suche =suchen =finde =hole =sammle =rufe =kopiere =lis =lisez =ouvre =ouvrez =cherche =récupère =récupérez =collecte =copie =consulte =lee =lea =busca =busque =abre =abra =recoge =recupera =copia =leggi =apri =cerca =recupera =raccogli =estrai =leia =procure =busque =recolha =obtenha',
  destroy:
    'delete remove erase wipe destroy purge truncate uninstall cancel revoke clear close =rm =lösche =löschen =entferne =lösch =storniere =supprime =supprimez =supprimer =efface =annule =borra =bórralos =borre =elimina =elimine =cancela =cancella =elimina =annulla =apague =apagar =exclua =delete =cancele =drop_table force_push =unsubscribe',
  run: 'run execute invoke call install launch use trigger switch_to start perform click visit navigate browse download switch =curl =wget =sudo =bash =sh =eval =pip =npm =chmod =shell =terminal =führe =ausführen =starte =nutze =verwende =installiere =aufrufen =besuche =exécute =exécutez =lance =utilise =utilisez =appelle =installe =visite =ejecuta =ejecute =usar =usa =utiliza =instala =esegui =usa =utilizza =chiama =installa =avvia =execute =executar =use =chame =instale =acione =aktiviere',
  money:
    'pay buy purchase order book wire refund donate invest checkout subscribe transfer_the =payment =payments =invoice =iban =account =bank =wallet =card =bitcoin =btc =deposit =funds =usd =eur =euro =euros =dollars =dollar =credit =gift =price =voucher =subscription =payee =beneficiary =money =zahle =überweise =überweisen =kaufe =bestell =bestelle =konto =zahlung =karte =paie =payez =achète =achetez =commande =virement =compte =rib =carte =paga =pague =compra =compre =transfiere =cuenta =tarjeta =pagamento =conto =bonifico =carta =acquista =ordina =transfira =conta =cartão =compre',
  change:
    'change replace grant disable enable modify edit overwrite approve merge unlock give add create reset mark set update alter adjust invite assign promote elevate turn_off switch_off turn_on register rename put insert enter fill book sign accept reject dismiss raise lower open_port confirm move pause archive fix place schedule label rank =ändere =ersetze =ersetzen =deaktiviere =genehmige =setze =gib =erstelle =füge =trage =bestätige =modifie =modifiez =remplace =remplacez =désactive =approuve =ajoute =valide =accorde =cambia =cambie =reemplaza =sustituye =desactiva =aprueba =añade =agrega =modifica =sostituisci =disattiva =approva =aggiungi =cambia =altere =substitua =desative =aprove =adicione =mude',
  secret:
    'password passphrase passcode credential secret cookie token mnemonic keychain vault =key =keys =pin =otp =cvv =2fa =ssh =env =dotenv =seed =login =logins =apikey =api_key =api_keys access_code access_key recovery_code recovery_codes door_code gate_code one_time =passport =ssn =passwort =passwörter =kennwort =zugangsdaten =schlüssel =geheimnisse =pwd =tan =identifiants =clé =clés =secrets =jeton =contraseña =contraseñas =clave =claves =credenciales =chiave =chiavi =credenziali =segreti =senha =senhas =chave =chaves =credenciais =id_rsa =id_ed25519 =mot_de',
  private:
    'inbox mailbox contact calendar document file folder drive record statement photo invoice database table diary repository backup transcript attachment bookmark payslip diagnosis =mails =mail =emails =email =e =messages =history =address =addresses =phone =data =logs =notes =documents =customers =employees =salary =medical =health =location =private =personal =confidential =internal =restricted =drafts =postfach =kalender =kontakte =dateien =datei =daten =dokumente =ordner =rechnungen =nachrichten =adresse =boîte =calendrier =fichiers =fichier =données =factures =courriels =dossier =bandeja =correo =correos =calendario =contactos =archivos =archivo =datos =facturas =mensajes =carpeta =rubrica =contatti =fatture =dati =messaggi =posta =caixa =calendário =contatos =arquivos =arquivo =dados =faturas =mensagens =ficheiros =cartella',
  talk: '=conversation =chat =context =memory =memories =prompt =prompts =transcript =dialogue =dialog system_prompt system_message =systemprompt =gespräch =unterhaltung =verlauf =chatverlauf =systemprompts =discussion =conversación =conversazione =conversa =contexto =contesto =mémoire =memoria =memória =gedächtnis =configuration =tools_you =everything_you',
  sink: 'webhook endpoint gist pastebin mirror form comment thread collector archive channel =url =link =links =site =website =server =external =outside =public =http =https =ftp =formular =öffentlich =externe =lien =externo =externa =público =enlace =esterno =pubblico =ticket =issue =pixel =image =parameter =address_below =following_address',
  hush: 'hide conceal omit suppress withhold =silently =quietly =secretly =discreetly =covertly =invisible =unnoticed no_need not_mention never_mention without_asking without_telling without_confirmation without_further without_mention not_ask not_tell not_inform not_notify not_consult not_show not_reveal not_disclose say_nothing nothing_about keep_this keep_it keep_quiet without_warning not_warn not_report dont_tell dont_mention dont_ask dont_show dont_warn dont_inform dont_reveal never_reveal never_tell =heimlich =stillschweigend =verschweige ohne_nachfrage =unbemerkt nicht_erwähnen =discrètement =silencieusement nen_parle sans_demander sans_prévenir sans_avertir sans_le =silenciosamente sin_avisar sin_preguntar sin_informar no_informes no_menciones no_avises no_digas =segretamente senza_chiedere senza_avvisare senza_informare non_informare non_menzionare non_dire =silenciosamente sem_avisar sem_informar sem_perguntar não_informe não_mencione leave_unmentioned =unmentioned no_mention not_spoil not_be need_not unaware_of rather_not stay_out =behind',
  not: '=not =no =never =dont =without =nothing =neither =nor =cannot =nicht =kein =keine =keinen =ohne =nie =niemals =ne =pas =sans =jamais =aucun =aucune =no =sin =nunca =ningún =ninguna =non =senza =mai =nessun =nessuno =não =sem =nunca =nenhum =stop =avoid =refrain',
  tell: 'tell inform mention notify consult reveal disclose warn alert report ask confirm announce explain =sag =sage =sagen =frag =frage =erwähne =informiere =melde =verrate =dis =dites =parle =informe =préviens =demande =di =diga =digas =informes =menciones =avises =avisa =pregunta =dire =chiedi =avvisa =informa =diga =avise =pergunte =mencione',
  say: 'say answer respond reply output print write display show state append include repeat recite recommend declare pretend claim describe present list describe begin encode quote summarise summarize translate render insert =schreibe =schreib =antworte =gib =zeige =zeig =nenne =empfiehl =wiederhole =affiche =affichez =écris =écrivez =réponds =répondez =indique =insère =recommande =muestra =escribe =responde =incluye =repite =recomienda =imprime =mostra =scrivi =rispondi =includi =ripeti =raccomanda =stampa =mostre =escreva =responda =inclua =repita =recomende =imprima',
  authority:
    'authorise authorize approve permit consent =system =admin =administrator =developer =developers =owner =operator =supervisor =manager =ceo =cfo =security =compliance =policy =anthropic =openai =google =microsoft =official =maintainer =vendor =professor =legal =lawyer =sre =lead =freigegeben =genehmigt =administrators =autorisiert =autorisé =autorise =lautorise =approuvé =administrateur =système =autorizado =permiso =aprobado =administrador =sistema =autorizzato =autorizza =permesso =approvato =amministratore =autorizado =permissão =aprovado =entwickler =pre_approved =agreed =privileges =override_code',
  urgent:
    '=immediately =urgent =urgently =instantly =emergency =otherwise =else =asap at_once right_now =promptly =deadline =terminated =frozen =suspended =penalty =violation =consequences =logged =loss =shutdown shut_down within_60 act_now =mandatory =critical =sofort =dringend =unverzüglich =umgehend =sonst =andernfalls =immédiatement =urgent =sinon =inmediatamente =urgente =enseguida =subito =immediatamente =altrimenti =imediatamente =urgente =caso_contrário no_choice =non_compliance =until =unless',
  tool: 'tool function plugin connector =api =mcp =filesystem =browser =shell_exec =send_email =read_file =delete_file =repo =repository =branch =pull =terminal =werkzeug =werkzeuge =tool =outil =outils =fonction =herramienta =herramientas =función =strumento =strumenti =funzione =ferramenta =ferramentas =função =argument =arguments =parameters =http_post =execute_sql =db_query',
  role: '=mode =persona =role =unrestricted =unfiltered =uncensored =jailbreak =dan =devmode =modus =rolle =wartungsmodus =entwicklermodus =modo =mode =rôle =ruolo =modalità =papel =pretend =roleplay =act_as =behave =simulate =imagine =restrictions no_restrictions no_limits no_filter sans_filtre sin_filtros senza_filtri sem_filtros =become you_are youre_now =du_bist =tu_es =eres =sei =você_é =longer',
  about:
    'spoof scam =vulnerable =manipulated =manipulation =hijacked =forged =hidden_text =invisible_text =red_team =angriffs =schulung =sicherheitslücke =schwachstelle =manipulieren =betrug =betrüger =phishing =pirate =pirates =faille =hameçonnage =malveillant =malveillante =malveillants =escroc =escroquerie =injection =sensibilisation =estafa =estafas =malicioso =maliciosa =fraude =vulnerabilidad =ciberseguridad =truffa =malevolo =vulnerabilità =sicurezza_informatica =golpe =golpes =vulnerabilidade =aanval =aanvaller phish smish honeypot flag prompt_injection injection_attack fake_invoice =promptinjection =verdict =nocase =fixture =guard =assert =incident =pentest =awareness attack attacker exploit vulnerability injection payload adversary adversarial mitigation threat jailbreak phishing exfiltration malware detector probe =malicious =benign =owasp =cve =mitre =redteam =untrusted =adversaries =hijack =poisoning =guardrails =classifier =benchmark =honeypot =researcher =researchers =defence =defense =hardening =spoofed =scam =fraud =angriff =angreifer =angriffe =schadhaft =attaque =attaques =vulnérabilité =ataque =ataques =atacante =attacco =attacchi =inyección =iniezione =injeção =golpistas =sandbox =advisory =quarantine =regex =detection =scanner_flags',
  cited:
    'example quote sample instance phrase sentence string text_such =eg =ie =such =like =says =said =saying =reads =read =wrote =called =contains =containing =telling =told =asks =asking =tries =tried =could =might =would =may =beispiel =etwa =exemple =ejemplo =esempio =exemplo =caption =label =labelled =titled =term =test =tests =fixture =expected =dataset =exercise =exam =students =slide =abstract',
  when: '=if =when =whenever =whoever =whichever =whatever =any =should_you =before =while =once =upon =after =wenn =falls =sobald =si =cuando =lorsque =quand =se =quando =bevor =avant =antes =prima =case =event',
  please:
    '=please =kindly =welcome =glad =grateful =invited =appreciate =wonderful =lovely =considerate =favour =favor =pleasant =nice =helpful =bitte =gerne =freundlich =merci =svp =plaît =prière =por_favor =gracias =per_favore =gentilmente =grazie =obrigado =gentileza =thank =thanks =simply =just =simple =simplest =feel_free =fine =natural =usual =usually =customary =courtesy =habit =convention =practice =normally =generally',
  heed: '=attention =important =notice =note =reminder =warning =alert =listen =hey =hello =hi =dear =psst =ps =hinweis =achtung =wichtig =nachricht =mitteilung =anmerkung =aviso =atención =importante =nota =mensaje =mensagem =attenzione =avviso =messaggio =atenção =hint =remark =correction =announcement =memo =message =advice =guidance =regarding',
  reading:
    '=reading =processing =parsing =summarising =summarizing =analysing =analyzing =reviewing =handling =scanning =viewing =indexing =crawling =comparing =evaluating =assisting =managing =translating =reads =processes =summarises =summarizes =parses =handles =visits =encounters =liest =lesen =verarbeitet =zusammenfasst =lit =lisant =lisent =traite =lee =leyendo =lea =procesa =legge =leggendo =elabora =lê =lendo =processa =connected =running =applying =watching =working =answering =grading',
  thing:
    '=page =document =email =mailbox =paragraph =article =website =issue =comment =ticket =review =resume =cv =agreement =contract =output =result =results =listing =seite =dokument =text =nachricht =courrier =document =página =documento =contrato =correo =pagina =documento =posting =repository =package =here =this =these =below =above',
  rank: 'rank score grade rate award =best =highest =top =positive =excellent =exceptional =outstanding =recommend =recommended =preferred =first_choice =strong =perfect =strengths =weaknesses =favourable =favorable =only =safe =clean =acceptance =accept =unanimous =priority =exemplary =superior =no_unusual =leading =trusted =others =alternatives =competitors =rivals =omit',
} as const satisfies Readonly<Record<string, string>>;

/** The concepts, by name; the order is the order of their bits. */
export type Concept = keyof typeof CONCEPTS;
export const CONCEPT_NAMES = Object.keys(CONCEPTS) as readonly Concept[];
/** Bits are kept in two words of 32. */
export const bitOf = (name: Concept): number => CONCEPT_NAMES.indexOf(name);

const SIZE = 1 << 14;
const hashes = new Int32Array(SIZE);
const low = new Int32Array(SIZE);
const high = new Int32Array(SIZE);
/** The words are entered when the first sentence comes: a start has none. */
let filled = false;

function slotOf(hash: number): number {
  let at = (hash ^ (hash >>> 15)) & (SIZE - 1);
  while (hashes[at] !== 0 && hashes[at] !== hash) at = (at + 1) & (SIZE - 1);
  return at;
}

const pairOf = (a: number, b: number): number => Math.imul(a ^ HASH_START, 0x85ebca6b) ^ b;

/** Some bits of the words that are asked for often: rules out nearly every other word with one look. */
const OFTEN = new Uint8Array(1 << 13);
const oftenAt = (hash: number): number => (hash ^ (hash >>> 13)) & 0x1fff;

export const NAMED = 2;
export const NAMED_MAYBE = 1;

/**
 * Whether a sentence names a model or the person whom one works for: `NAMED`, or `NAMED_MAYBE` by words that machines and
 * people of a trade share. One look at each word.
 */
export function namesReader({ text, count, hashes: words, ends }: Sentence): number {
  if (!filled) fill();
  let named = 0;
  for (let i = 0; i < count; i++) {
    const hash = words[i] as number;
    if (OFTEN[oftenAt(hash)] === 0) continue;
    const slot = slotOf(hash);
    const bits = low[slot] as number;
    if ((bits & NAMES) !== 0 || ((high[slot] as number) & SURE) !== 0) return NAMED;
    if ((bits & NAMES_MAYBE) === 0) continue;
    // Machines and programs are everywhere: only one that is called counts.
    if (((high[slot] as number) & COMMON) === 0 || isCalled(text.charCodeAt(ends[i] as number)))
      named = NAMED_MAYBE;
  }
  return named;
}

const isCalled = (code: number): boolean => code === 44 || code === 58 || code === 33;

/** Whether a sentence has a word of those who write about attacks. */
export function speaksOfAttacks({ count, hashes: words }: Sentence): boolean {
  if (!filled) fill();
  for (let i = 0; i < count; i++) {
    const hash = words[i] as number;
    if (OFTEN[oftenAt(hash)] !== 0 && ((high[slotOf(hash)] as number) & ATTACKS) !== 0) return true;
  }
  return false;
}

/** The concepts of the word at `i`, and of the pair that it ends; both halves into `into` at 0 and 1. */
export function conceptsAt({ hashes: words }: Sentence, i: number, into: Int32Array): void {
  if (!filled) fill();
  const hash = words[i] as number;
  const at = slotOf(hash);
  into[0] = low[at] as number;
  into[1] = (high[at] as number) & ~FLAGS;
  if (i === 0) return;
  const pair = slotOf(pairOf(words[i - 1] as number, hash));
  into[0] |= low[pair] as number;
  into[1] |= (high[pair] as number) & ~FLAGS;
}

/** The concepts of one word by its hash. */
export function conceptsOf(hash: number, into: Int32Array): void {
  if (!filled) fill();
  const at = slotOf(hash);
  into[0] = low[at] as number;
  into[1] = (high[at] as number) & ~FLAGS;
}

function enter(hash: number, bit: number): void {
  const at = slotOf(hash);
  hashes[at] = hash;
  if (bit < 32) low[at] = (low[at] as number) | (1 << bit);
  else high[at] = (high[at] as number) | (1 << (bit - 32));
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

/** Words for assistants and users that mean nothing else, and words for machines of all kinds; not concepts of their own. */
const SURE = 1 << 30;
const COMMON = 1 << 29;
const FLAGS = SURE | COMMON;
const NAMES = (1 << bitOf('ai')) | (1 << bitOf('brand'));
const NAMES_MAYBE = (1 << bitOf('helper')) | (1 << bitOf('user'));
const ATTACKS = 1 << (bitOf('about') - 32);

function flag(word: string, bit: number): void {
  const at = slotOf(hashOf(word));
  hashes[at] = hashOf(word);
  high[at] = (high[at] as number) | bit;
}

function fill(): void {
  filled = true;
  CONCEPT_NAMES.forEach((name, bit) => {
    for (const word of CONCEPTS[name].split(' ')) {
      const bare = word.replace('=', '');
      const [first, second] = bare.split('_');
      if (first !== undefined && second !== undefined) {
        for (const form of word.startsWith('=') ? [second] : forms(second))
          enter(pairOf(hashOf(first), hashOf(form)), bit);
        // To the lexer "api_key" is one word.
        enter(hashOf(bare), bit);
      } else if (word.startsWith('=')) enter(hashOf(bare), bit);
      else for (const form of forms(word)) enter(hashOf(form), bit);
    }
  });
  for (const word of 'assistent assistenten assistentin agente agentes agenti agenten assistente assistenti asistente asistentes assistante modele modelo modello modell nutzer nutzers benutzer benutzers utilisateur lutilisateur lassistant lagent usuario usuário utente lutente dellutente utilizador inteligencia intelligenza intelligence_artificielle'.split(
    ' ',
  ))
    flag(word, SURE);
  for (const word of 'machine machines computer program programs programme software automated automatic automatically digital virtual intelligent operator_ai programm programa programma logiciel automatisch automatique automatico automatica'.split(
    ' ',
  ))
    flag(word, COMMON);
  for (let at = 0; at < SIZE; at++)
    if (
      ((low[at] as number) & (NAMES | NAMES_MAYBE)) !== 0 ||
      ((high[at] as number) & (ATTACKS | SURE)) !== 0
    )
      OFTEN[oftenAt(hashes[at] as number)] = 1;
}
