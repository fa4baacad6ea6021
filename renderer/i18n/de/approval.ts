import type { approvalTexts as en } from '../../../shared/texts/approval.ts';
import type { Translation } from '../translation.ts';

/** Was über einen Aufruf gesagt wird, der auf eine Antwort wartet. */
export const approval = {
  'approval.read': '{{app}} möchte eine Datei außerhalb Ihrer erlaubten Ordner lesen.',
  'approval.read-file': '{{app}} möchte eine Datei lesen.',
  'approval.send': '{{app}} möchte eine E-Mail an {{recipients}} senden.',
  'approval.send-with': '{{app}} möchte mit {{server}} etwas an {{recipients}} senden.',
  'approval.run': '{{app}} möchte einen Befehl auf diesem Computer ausführen.',
  'approval.destroy': '{{app}} möchte {{items}} löschen.',
  'approval.write': '{{app}} möchte {{item}} ändern.',
  'approval.spend': '{{app}} möchte mit {{server}} {{amount}} ausgeben.',
  'approval.unknown': '{{app}} möchte „{{tool}}“ auf {{server}} verwenden.',
  'approval.sampling': '{{server}} möchte, dass das KI-Modell von {{app}} einen Prompt beantwortet.',
  'approval.elicitation': '{{server}} fragt Sie in {{app}} nach etwas.',
  'approval.url': '{{server}} möchte, dass Sie eine Webseite öffnen.',
  'approval.roots': '{{server}} möchte wissen, welche Ordner Sie in {{app}} verwenden.',
  'approval.answer-orders': 'Die Antwort von {{server}} · {{tool}} enthält Anweisungen an {{app}}.',
  'approval.answer-hidden': 'Die Antwort von {{server}} · {{tool}} enthält Text, den Menschen nicht sehen.',
  'approval.answer-secret':
    'Die Antwort von {{server}} · {{tool}} enthält ein Passwort oder einen Schlüssel.',
  'approval.answer-personal': 'Die Antwort von {{server}} · {{tool}} enthält persönliche Daten.',
  'approval.answer-unread': 'Doorward konnte die Antwort von {{server}} · {{tool}} nicht ganz untersuchen.',
  'approval.answer-other':
    'Die Antwort von {{server}} · {{tool}} enthält etwas, bei dem Sie gefragt werden möchten.',

  'second.read': '{{path}} · {{server}} darf {{folders}} lesen.',
  'second.read-none': '{{path}} · {{server}} hat keine erlaubten Ordner.',
  'second.send': 'Das lässt sich nicht zurückholen.',
  'second.run': '{{command}} · Der Befehl kann alles, was Ihr Benutzerkonto kann.',
  'second.run-parts': '{{parts}} · Der Befehl kann alles, was Ihr Benutzerkonto kann.',
  'second.destroy': 'Doorward kann Gelöschtes nicht wiederherstellen.',
  'second.write': '{{server}} darf {{folders}} ändern.',
  'second.write-none': '{{server}} hat keine freigegebenen Orte.',
  'second.unknown': 'Doorward kann nicht erkennen, was das Tool tut.',
  'second.unfit-read':
    'Das ist ein Tool, das liest. Doorward kann aus diesen Argumenten nicht erkennen, was.',
  'second.unfit-write':
    'Das ist ein Tool, das Dinge ändert. Doorward kann aus diesen Argumenten nicht erkennen, welche.',
  'second.unfit-send':
    'Das ist ein Tool, das sendet. Doorward kann aus diesen Argumenten nicht erkennen, an wen.',
  'second.unfit-run': 'Das ist ein Tool, das Befehle ausführt. Es kann alles, was Ihr Benutzerkonto kann.',
  'second.unfit-destroy':
    'Das ist ein Tool, das löscht. Doorward kann aus diesen Argumenten nicht erkennen, was, und kann es nicht wiederherstellen.',
  'second.unfit-spend':
    'Das ist ein Tool, das Geld ausgibt. Doorward kann aus diesen Argumenten nicht erkennen, wie viel.',
  'second.sampling':
    'Das verbraucht etwas von dem, wofür Sie bei {{app}} bezahlen. Lesen Sie zuerst den ganzen Prompt.',
  'second.elicitation': 'Was Sie eingeben, geht an {{server}}. Geben Sie nie Passwörter oder Schlüssel ein.',
  'second.url': '{{url}}',
  'second.answer':
    'Der Aufruf ist schon ausgeführt. {{app}} bekommt die Antwort nur, wenn Sie sie weitergeben.',
  'second.answer-changed':
    'Der Aufruf ist schon ausgeführt. {{app}} bekommt die Antwort nur, wenn Sie sie weitergeben, und zwar mit dem, was Doorward markiert oder herausgenommen hat.',

  'destination.recipients': 'An {{recipients}}',
  'destination.addresses': 'An {{addresses}}',
  'destination.paths': '{{paths}}',

  'like.folder': 'alles in {{folder}}',
  'like.recipient': 'alles an {{recipient}}',
  'like.host': 'alles auf {{host}}',
  'like.program': 'jeder Befehl mit „{{program}}“',
  'like.container': 'alles in {{container}}',
  'like.several': 'alles mit {{places}}',

  'duration.once': 'Nur dieses Mal',
  'duration.5m': 'Für 5 Minuten',
  'duration.1h': 'Für 1 Stunde',
  'duration.quit': 'Bis Doorward beendet wird',
  'duration.always': 'Immer',

  'scope.args': 'Genau diese Argumente',
  'scope.like': 'Ähnliches: {{like}}',
  'scope.tool': 'Alles mit „{{tool}}“',
  'scope.server': 'Alles auf {{server}}',
  'scope.client': 'Alles, was {{app}} tut',
  'clients.this': 'Nur {{app}}',
  'clients.all': 'Alle KI-Apps',

  'button.allow': 'Erlauben',
  'button.send': 'An {{server}} senden',
  'button.open-page': 'Seite öffnen',
  'button.allow-group': 'Diese {{count}} erlauben',
  'button.pass-on': 'Weitergeben',
  'button.keep-back': 'Nicht weitergeben',
  'button.keep-counting': 'Nicht weitergeben ({{left}})',
  'button.deny': 'Ablehnen',
  'button.deny-counting': 'Ablehnen ({{left}})',
  'footer.until': 'Keine Antwort bis {{time}}: abgelehnt.',
  'footer.until-kept': 'Keine Antwort bis {{time}}: nicht weitergegeben.',
  'footer.stopped': 'Die Uhr steht still, solange Sie hinsehen.',
  'footer.app-gone':
    '{{app}} wartet nicht mehr. Ihre Antwort wird aufbewahrt, falls die App dasselbe noch einmal fragt.',
  'queue.position': '{{n}} von {{count}}',

  'missed.unanswered': 'Niemand hat rechtzeitig geantwortet.',
  'missed.away': 'Niemand war am Computer.',
  'missed.app-gone': '{{app}} wartet nicht mehr.',
  'missed.allowed': 'Erlaubt: Bis {{time}} wird der nächste Versuch einmal durchgelassen.',
  'missed.served': '{{app}} hat es noch einmal versucht und wurde durchgelassen.',

  'found.hidden': 'Versteckter Text',
  'found.injection': 'Anweisungen an eine KI-App',
  'found.secret': 'Ein Passwort oder ein Schlüssel',
  'found.personal': 'Persönliche Daten',
  'found.mask': 'Eine Ihrer Masken trifft zu',
  'found.vault': 'Ein Geheimnis aus dem Tresor',
  'found.flow': 'Daten, die abfließen würden',
  'found.at': 'bei {{path}}',
  'found.within': 'geschrieben als {{how}}',
  'found.signals': 'Anzeichen: {{signals}}',

  'flow.private': '{{app}} hat private Daten gelesen: {{server}} · {{tool}}',
  'flow.untrusted': '{{app}} hat gesehen, was Fremde geschrieben haben: {{server}} · {{tool}}',
  'flow.out': 'Dieser Aufruf kann Daten nach außen senden: {{server}} · {{tool}}',

  'field.required': 'Hier ist eine Antwort nötig.',
  'field.text': 'Hier wird ein Text erwartet.',
  'field.boolean': 'Hier wird Ja oder Nein erwartet.',
  'field.choices': 'Hier wird eine Liste von Auswahlmöglichkeiten erwartet.',
  'field.option': 'Das gehört nicht zur Auswahl.',
  'field.number': 'Hier wird eine Zahl erwartet, etwa 12 oder 0.5.',
  'field.integer': 'Hier wird eine ganze Zahl erwartet, etwa 12.',
  'field.minimum': 'Hier wird eine Zahl ab {{limit}} erwartet.',
  'field.maximum': 'Hier wird eine Zahl bis {{limit}} erwartet.',
  'field.min-length': 'Das ist zu kurz. Mindestens {{limit}} Zeichen sind nötig.',
  'field.max-length': 'Das ist zu lang. Höchstens {{limit}} Zeichen sind möglich.',
  'field.min-items': 'Wählen Sie mindestens {{limit}} aus.',
  'field.max-items': 'Wählen Sie höchstens {{limit}} aus.',
  'field.email': 'Das ist keine E-Mail-Adresse wie ann@example.com.',
  'field.uri': 'Das ist keine Webadresse wie https://example.com.',
  'field.date': 'Das ist kein Tag wie 2026-11-23.',
  'field.date-time': 'Das ist kein Zeitpunkt mit Zeitzone wie 2026-11-23T18:30:00Z.',

  'page.international':
    'Der Name dieser Website enthält Buchstaben, die nicht aus dem lateinischen Alphabet sind.',
  'page.mixed-scripts':
    'Der Name dieser Website mischt Alphabete, wie es Namen tun, die eine andere Website nachahmen.',
  'page.lookalike': 'Der Name dieser Website sieht aus wie der einer anderen.',
  'page.other-domain-inside':
    'Im Namen dieser Website steckt der einer anderen. Entscheidend ist das Ende des Namens.',
  'page.address': 'Diese Website hat eine Zahl anstelle eines Namens.',
  'page.private-network': 'Diese Website liegt in Ihrem eigenen Netzwerk.',
  'page.odd-characters': 'Die Adresse enthält ungewöhnliche Zeichen.',
  'page.rewritten': 'Der Server hat die Adresse anders geschrieben; geöffnet würde diese hier.',
  'page.long': 'Die Adresse ist ungewöhnlich lang.',

  'prompt.system': 'Vorgaben',
  'prompt.user': 'Als hätten Sie gesagt',
  'prompt.assistant': 'Als hätte die KI gesagt',
  'prompt.tool': 'Tool, das die KI verwenden darf',
  'prompt.rest': 'Außerdem mitgesendet',
} as const satisfies Translation<typeof en>;
