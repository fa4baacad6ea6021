import type { hostHealth as en } from '../en/host-health.ts';
import type { Translation } from '../translation.ts';

/** Sentences about how servers are started, reached and doing. */
export const hostHealth = {
  itIsReachedInAnother: 'Er wird auf anderem Weg erreicht als vorher.',
  itsAddressWasAndIs: 'Seine Adresse war {{url}} und ist jetzt {{url2}}.',
  otherHeadersAreSentTo: 'Es werden andere Header an ihn gesendet als vorher.',
  theProgramWasAndIs: 'Das Programm war {{command}} und ist jetzt {{command2}}.',
  itIsStartedWithOther: 'Er wird mit anderen Argumenten gestartet als vorher.',
  itIsGivenOtherSettings: 'Er bekommt andere Einstellungen als vorher.',
  itIsStartedInAnother: 'Er wird in einem anderen Ordner gestartet als vorher.',
  itComesFromAnotherPackage: 'Er kommt aus einem anderen Paket als vorher.',
  itsVersionWasAndIs: 'Seine Version war {{was}} und ist jetzt {{now}}.',
  itsVersionWasAndIsB: 'Seine Version war {{was}} und ist jetzt unbekannt.',
  itsVersionWasUnknownAnd: 'Seine Version war unbekannt und ist jetzt {{now}}.',
  itsVersionWasUnknownAndB: 'Seine Version war unbekannt und ist jetzt unbekannt.',
  thePackageHasTheSame: 'Das Paket hat dieselbe Version und einen anderen Inhalt als vorher.',
  aFileOfItHas: 'Eine seiner Dateien wurde seit der Freigabe geändert.',
  theToolIsLeftOut: 'Das Tool „{{key}}“ wird weggelassen: {{why}}.',
  repeatsItsPagesTheRest: '{{list}} wiederholt seine Seiten; der Rest wird weggelassen.',
  hasMoreThanPagesThe_one: '{{list}} hat mehr als {{count}} Seite; der Rest wird weggelassen.',
  hasMoreThanPagesThe_other: '{{list}} hat mehr als {{count}} Seiten; der Rest wird weggelassen.',
  noAnswer: 'Keine Antwort.',
  didNotAnswerWithinSeconds_one: '„{{id}}“ hat {{method}} nicht innerhalb von {{count}} Sekunde beantwortet.',
  didNotAnswerWithinSeconds_other:
    '„{{id}}“ hat {{method}} nicht innerhalb von {{count}} Sekunden beantwortet.',
  anEntryOfIsNested: 'Ein Eintrag von {{list}} ist mehr als {{count}} Ebenen tief verschachtelt.',
  anEntryOfIsNo: 'Ein Eintrag von {{list}} ist kein Objekt oder wiederholt einen Schlüssel.',
  anEntryOfHasNo: 'Ein Eintrag von {{list}} hat kein „{{list2}}“.',
  theToolHasNoInputschema: 'Das Tool „{{key}}“ hat kein inputSchema.',
  isLargerThanMibThe: '{{list}} ist größer als {{count}} MiB; der Rest wird weggelassen.',
  isOfferedTwiceTheFirst: '„{{key}}“ wird zweimal angeboten; das erste zählt.',
  hasMoreThanEntriesThe_one: '{{list}} hat mehr als {{count}} Eintrag; der Rest wird weggelassen.',
  hasMoreThanEntriesThe_other: '{{list}} hat mehr als {{count}} Einträge; der Rest wird weggelassen.',
  itDidNotAnswer: 'Er hat nicht geantwortet.',
  isNotARemoteServer: '„{{id}}“ ist kein entfernter Server.',
  theAddressOfIsNot: 'Die Adresse von „{{id}}“ ist keine http- oder https-Adresse. Berichtigen Sie sie.',
  theAddressOfContainsA:
    'Die Adresse von „{{id}}“ enthält einen Benutzernamen oder ein Passwort. Entfernen Sie beides, und senden Sie es stattdessen als Header.',
  aHeaderOfHasA:
    'Ein Header von „{{id}}“ hat einen Namen oder Wert, der nicht gesendet werden kann: „{{header}}“.',
  doesNotTakeMessagesAnd:
    '„{{id}}“ nimmt keine Nachrichten an, und zu viele warten darauf. Versuchen Sie es später noch einmal.',
  theMethodNameOrParameters:
    'Methode, Name oder Parameter einer Nachricht an „{{id}}“ passen nicht in deren Header.',
  gaveASessionIdThat:
    '„{{id}}“ hat eine Sitzungskennung gegeben, die nicht zurückgesendet werden kann. Er braucht ein Update.',
  cannotBeReachedAt: '„{{id}}“ ist unter {{host}} nicht zu erreichen: {{why}}',
  whatAnswersAtDoesNot:
    'Was unter {{host}} antwortet, spricht HTTP nicht wie erwartet; deshalb kann „{{id}}“ nicht verwendet werden. Prüfen Sie die Adresse.',
  didNotAnswerInTime: '„{{id}}“ hat nicht rechtzeitig geantwortet. Versuchen Sie es später noch einmal.',
  aMessageToCannotBe: 'Eine Nachricht an „{{id}}“ kann nicht als HTTP-Anfrage gesendet werden.',
  theConnectionToWasClosed: 'Die Verbindung zu „{{id}}“ wurde geschlossen.',
  theConnectionToBrokeBefore:
    'Die Verbindung zu „{{id}}“ brach ab, bevor die Antwort vollständig war. Versuchen Sie es noch einmal.',
  sentMoreThanTheBytes_one:
    '„{{id}}“ hat mehr gesendet als die {{count}} Bytes, die eine Antwort haben darf; deshalb wurde die Antwort verworfen. Verlangen Sie weniger auf einmal.',
  sentMoreThanTheBytes_other:
    '„{{id}}“ hat mehr gesendet als die {{count}} Bytes, die eine Antwort haben darf; deshalb wurde die Antwort verworfen. Verlangen Sie weniger auf einmal.',
  asksForSignInSign:
    '„{{id}}“ verlangt eine Anmeldung. Melden Sie sich dort an, oder prüfen Sie das Token in den Einstellungen des Servers.',
  refusesAccessWithThePresent:
    '„{{id}}“ verweigert den Zugriff mit der jetzigen Anmeldung. Prüfen Sie die Rechte des Kontos oder Tokens.',
  hasEndedTheSessionA: '„{{id}}“ hat die Sitzung beendet. Mit dem nächsten Aufruf wird eine neue geöffnet.',
  wasNotAskedItHas_one:
    '„{{id}}“ wurde nicht gefragt: Er hat mit dem HTTP-Status {{count2}} geantwortet und möchte {{count}} s in Ruhe gelassen werden. Versuchen Sie es danach noch einmal.',
  wasNotAskedItHas_other:
    '„{{id}}“ wurde nicht gefragt: Er hat mit dem HTTP-Status {{count2}} geantwortet und möchte {{count}} s in Ruhe gelassen werden. Versuchen Sie es danach noch einmal.',
  wasNotAskedItHasB_one:
    '„{{id}}“ wurde nicht gefragt: Er hat mit dem HTTP-Status {{count2}} geantwortet und möchte {{count}} Minute in Ruhe gelassen werden. Versuchen Sie es danach noch einmal.',
  wasNotAskedItHasB_other:
    '„{{id}}“ wurde nicht gefragt: Er hat mit dem HTTP-Status {{count2}} geantwortet und möchte {{count}} Minuten in Ruhe gelassen werden. Versuchen Sie es danach noch einmal.',
  redirectsToWhichIsNot:
    '„{{id}}“ leitet nach {{to}} um, und dem wird nicht gefolgt. Wenn das richtig ist, ändern Sie die Adresse.',
  redirectsElsewhereWhichIsNot:
    '„{{id}}“ leitet anderswohin um, und dem wird nicht gefolgt. Wenn das richtig ist, ändern Sie die Adresse.',
  answeredWithInsteadOfAn:
    '„{{id}}“ hat statt mit einer MCP-Nachricht mit etwas anderem geantwortet: {{what}}. Prüfen Sie die Adresse.',
  endedItsStreamBeforeIt:
    '„{{id}}“ hat seinen Datenstrom vor der Antwort beendet. Versuchen Sie es noch einmal.',
  theConnectionToIsClosed: 'Die Verbindung zu „{{id}}“ ist geschlossen.',
  didNotAnswerInTimeB:
    '„{{server}}“ hat nicht rechtzeitig geantwortet. Prüfen Sie die Adresse, und versuchen Sie es später noch einmal.',
  hasClosedItsStreamTry: '„{{id}}“ hat seinen Datenstrom geschlossen. Versuchen Sie es noch einmal.',
  wantsItsMessagesSentTo:
    '„{{id}}“ will seine Nachrichten an einen anderen Ort als die eigene Adresse bekommen. Das wird verweigert.',
  didNotSayInTime:
    '„{{id}}“ hat nicht rechtzeitig gesagt, wohin seine Nachrichten gehen. Versuchen Sie es später noch einmal.',
  theProgramWasNotFound: 'Das Programm „{{command}}“ wurde nicht gefunden.',
  thereWasNoFolderTo: 'Es gab keinen Ordner, in dem gesucht werden konnte, denn PATH ist leer.',
  itWasLookedForIn: 'Gesucht wurde in {{named}} und in {{count}} weiteren Ordnern von PATH.',
  itWasLookedForInB: 'Gesucht wurde in {{named}}.',
  itComesWithInstallIt:
    'Es gehört zu {{product}}: Installieren Sie das von {{where}}, und starten Sie den Server dann noch einmal.',
  theNameContainsSpacesGive:
    'Der Name enthält Leerzeichen: Geben Sie als Befehl nur das Programm an, und was danach kommt, als Argumente.',
  installItOrGiveThe:
    'Installieren Sie es, oder geben Sie als Befehl den ganzen Pfad des Programms an, und starten Sie den Server dann noch einmal.',
  theServerSoItDoes:
    'Der Server „{{id}}“ scheint kein MCP-Server zu sein, der auf seiner Standardausgabe spricht: {{what}}. Prüfen Sie seinen Befehl; was er geschrieben hat, steht in seinem Protokoll.',
  couldNotBeStarted: '„{{file}}“ konnte nicht gestartet werden: {{why}}.',
  theCommandIsEmptyOr:
    'Der Befehl ist leer oder enthält ein NUL-Zeichen und kann deshalb nicht gestartet werden.',
  theCommandBeginsWithWhich:
    'Der Befehl „{{command}}“ beginnt mit „~“, und das versteht nur eine Shell. Geben Sie den ganzen Pfad an.',
  theCommandIsARelative:
    'Der Befehl „{{command}}“ ist ein relativer Pfad, und der Server hat keinen eigenen Ordner, von dem er ausgehen könnte. Geben Sie den ganzen Pfad an, oder legen Sie den Ordner fest.',
  thereIsNoFileCheck:
    'Es gibt keine Datei „{{path}}“. Prüfen Sie den Pfad des Befehls, und starten Sie den Server dann noch einmal.',
  isThereButMayNot:
    '„{{path}}“ ist da, darf aber nicht als Programm ausgeführt werden. Erlauben Sie das (chmod +x), oder starten Sie es mit seinem Interpreter, etwa node oder python3.',
  whatItWroteIsIn: 'Was er geschrieben hat, steht in seinem Protokoll.',
  couldNotBeStartedB: 'Der Server „{{name}}“ konnte nicht gestartet werden: {{why}}.',
  wasStoppedByDoorwardIt:
    'Der Server „{{name}}“ wurde von Doorward beendet. Er wird wieder gestartet, wenn er gebraucht wird.',
  cannotStartBecauseItsFolder:
    'Der Server „{{name}}“ kann nicht starten, weil sein Ordner „{{cwd}}“ nicht da ist.',
  cannotStart: 'Der Server „{{name}}“ kann nicht starten. {{why}}',
  closedItsInputSoIt:
    'Der Server „{{name}}“ hat seine Eingabe geschlossen und kann deshalb nichts mehr gefragt werden.',
  closedItsOutputSoIt:
    'Der Server „{{name}}“ hat seine Ausgabe geschlossen und kann deshalb nichts mehr beantworten.',
  closedItsOutputInThe_one:
    'Der Server „{{name}}“ hat seine Ausgabe mitten in einer Nachricht geschlossen (nach {{count}} Byte davon) und kann deshalb nichts mehr beantworten.',
  closedItsOutputInThe_other:
    'Der Server „{{name}}“ hat seine Ausgabe mitten in einer Nachricht geschlossen (nach {{count}} Bytes davon) und kann deshalb nichts mehr beantworten.',
  whatItWroteIsInB: '{{why}} Was er geschrieben hat, steht in seinem Protokoll.',
  endedWithExitCodeWhat:
    'Der Server „{{name}}“ endete mit dem Exit-Code {{code}}. Was er geschrieben hat, steht in seinem Protokoll.',
  endedWithExitCodeIn_one:
    'Der Server „{{name}}“ endete mitten in einer Nachricht (nach {{count}} Byte davon) mit dem Exit-Code {{code}}. Was er geschrieben hat, steht in seinem Protokoll.',
  endedWithExitCodeIn_other:
    'Der Server „{{name}}“ endete mitten in einer Nachricht (nach {{count}} Bytes davon) mit dem Exit-Code {{code}}. Was er geschrieben hat, steht in seinem Protokoll.',
  wasEndedByTheSignal:
    'Der Server „{{name}}“ wurde durch das Signal {{signal}} beendet. Was er geschrieben hat, steht in seinem Protokoll.',
  wasEndedByTheSignalB_one:
    'Der Server „{{name}}“ wurde mitten in einer Nachricht (nach {{count}} Byte davon) durch das Signal {{signal}} beendet. Was er geschrieben hat, steht in seinem Protokoll.',
  wasEndedByTheSignalB_other:
    'Der Server „{{name}}“ wurde mitten in einer Nachricht (nach {{count}} Bytes davon) durch das Signal {{signal}} beendet. Was er geschrieben hat, steht in seinem Protokoll.',
  sentAMessageOfMore_one:
    'Der Server „{{name}}“ hat eine Nachricht von mehr als {{count}} Byte gesendet und wurde beendet. Verlangen Sie weniger auf einmal.',
  sentAMessageOfMore_other:
    'Der Server „{{name}}“ hat eine Nachricht von mehr als {{count}} Bytes gesendet und wurde beendet. Verlangen Sie weniger auf einmal.',
  doesNotReadWhatIt_one:
    'Der Server „{{name}}“ liest nicht, was ihm gesendet wird: {{count}} Byte wartet schon. Starten Sie ihn neu, wenn das so bleibt.',
  doesNotReadWhatIt_other:
    'Der Server „{{name}}“ liest nicht, was ihm gesendet wird: {{count}} Bytes warten schon. Starten Sie ihn neu, wenn das so bleibt.',
  theServerIsStoppedAfter_one:
    'Der Server „{{id}}“ bleibt nach wiederholten Abstürzen gestoppt ({{count2}} innerhalb von {{count}} Minute). Sehen Sie sein Protokoll an, und schalten Sie ihn dann wieder ein.',
  theServerIsStoppedAfter_other:
    'Der Server „{{id}}“ bleibt nach wiederholten Abstürzen gestoppt ({{count2}} innerhalb von {{count}} Minuten). Sehen Sie sein Protokoll an, und schalten Sie ihn dann wieder ein.',
  theServerHasCrashedAnd_one:
    'Der Server „{{id}}“ ist abgestürzt und wird in {{count}} s wieder gestartet. Versuchen Sie es dann noch einmal.',
  theServerHasCrashedAnd_other:
    'Der Server „{{id}}“ ist abgestürzt und wird in {{count}} s wieder gestartet. Versuchen Sie es dann noch einmal.',
  doorwardIsEndingSoNo: 'Doorward wird beendet, deshalb wird kein Server mehr gestartet.',
  doorwardCouldNotStartThe:
    'Doorward konnte den kleinen Prozess nicht starten, der Server mit ihm beendet; deshalb wird kein Server gestartet. Starten Sie Doorward neu.',
  theWatchdogEnded: 'Der Wachprozess ist zu Ende.',
  thePathOfTheProgram: 'Der Pfad des Programms enthält ein Anführungszeichen oder einen Zeilenumbruch.',
  argumentHasALineBreak:
    'Argument {{count}} enthält einen Zeilenumbruch, den eine Batchdatei nicht bekommen kann. Nehmen Sie stattdessen das Programm, das „{{script}}“ startet.',
  theArgumentsAreLongerThan_one:
    'Die Argumente sind länger als die {{count}} Zeichen, die Windows für eine Batchdatei nimmt.',
  theArgumentsAreLongerThan_other:
    'Die Argumente sind länger als die {{count}} Zeichen, die Windows für eine Batchdatei nimmt.',
  answeredWithStatus: '„{{id}}“ hat mit dem HTTP-Status {{count}} geantwortet',
  answeredWithStatusAndSaid: '„{{id}}“ hat mit dem HTTP-Status {{count}} geantwortet und gesagt: {{said}}',
  busyTryLater:
    '„{{id}}“ hat mit dem HTTP-Status {{count}} geantwortet ({{why}}). Versuchen Sie es später noch einmal.',
  busyForSeconds_one:
    '„{{id}}“ hat mit dem HTTP-Status {{count2}} geantwortet ({{why}}) und möchte {{count}} s in Ruhe gelassen werden. Versuchen Sie es danach noch einmal.',
  busyForSeconds_other:
    '„{{id}}“ hat mit dem HTTP-Status {{count2}} geantwortet ({{why}}) und möchte {{count}} s in Ruhe gelassen werden. Versuchen Sie es danach noch einmal.',
  busyForMinutes_one:
    '„{{id}}“ hat mit dem HTTP-Status {{count2}} geantwortet ({{why}}) und möchte {{count}} Minute in Ruhe gelassen werden. Versuchen Sie es danach noch einmal.',
  busyForMinutes_other:
    '„{{id}}“ hat mit dem HTTP-Status {{count2}} geantwortet ({{why}}) und möchte {{count}} Minuten in Ruhe gelassen werden. Versuchen Sie es danach noch einmal.',
  itSaid: 'Er sagte: {{said}}',
} as const satisfies Translation<typeof en>;
