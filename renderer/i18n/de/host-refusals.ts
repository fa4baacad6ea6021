import type { hostRefusals as en } from '../en/host-refusals.ts';
import type { Translation } from '../translation.ts';

/** Why calls and questions did not go through, as the log keeps it. */
export const hostRefusals = {
  thePermissionCouldNotBe: 'Die Berechtigung konnte nicht gespeichert werden; deshalb wurde nichts erlaubt.',
  thisCallIsBeingAnswered: 'Dieser Aufruf wird gerade schon beantwortet.',
  theAppHasMadeThis: 'Die App hat diesen Aufruf inzwischen gemacht, und er wurde durchgelassen.',
  aPermissionForAWhole:
    'Eine Berechtigung für einen ganzen Server oder eine ganze App wird auf der Seite „Berechtigungen“ gegeben.',
  noRuleCanNameThis:
    'Keine Regel kann diesen Aufruf genau benennen; deshalb kann er nur einmal erlaubt werden.',
  callsThatSendDeleteRun:
    'Aufrufe, die senden, löschen, ausführen, Geld ausgeben oder etwas Unbekanntes tun, werden hier nicht für immer erlaubt. Wählen Sie eine kürzere Zeit.',
  yourSettingsDoNotLet:
    'Ihre Einstellungen lassen nicht zu, dass ein Aufruf so lange erlaubt wird. Wählen Sie eine kürzere Zeit.',
  doorwardCannotSayWhatIs:
    'Doorward kann nicht sagen, was diesem Aufruf gleicht. Wählen Sie genau diese Argumente oder das ganze Tool.',
  doorwardIsClosingSoThis: 'Doorward wird beendet; deshalb wurde dieser Aufruf abgelehnt.',
  theDecisionCouldNotBe:
    'Die Entscheidung konnte nicht aufgezeichnet werden; deshalb wurde dieser Aufruf abgelehnt. Es wurde nichts gesendet.',
  itMayBeAskedAgain:
    'Er kann später noch einmal gefragt werden: Wenn ihn inzwischen eine Person erlaubt, geht derselbe Aufruf einmal durch.',
  nobodyIsAtTheComputer: 'Niemand ist am Computer. Fragen Sie später.',
  nobodyAnsweredTheLastQuestions:
    'Die letzten Rückfragen dieser App hat niemand beantwortet; deshalb wurde dieser Aufruf ohne Rückfrage abgelehnt. Fragen Sie später.',
  tooManyCallsOfThis:
    'Zu viele Aufrufe dieser App warten schon auf eine Person; deshalb wurde dieser Aufruf abgelehnt. Fragen Sie noch einmal, wenn sie beantwortet sind.',
  aRuleBlocksThisCall: 'Eine Regel blockiert diesen Aufruf jetzt; deshalb wurde er abgelehnt.',
  doorwardCouldNotShowThis: 'Doorward konnte diesen Aufruf niemandem zeigen; deshalb wurde er abgelehnt.',
  theAppStoppedWaitingFor: 'Die App wartet nicht mehr auf die Antwort.',
  noOneAnsweredInTime:
    'Niemand hat rechtzeitig geantwortet; deshalb wurde dieser Aufruf abgelehnt. Er kann später noch einmal gefragt werden: Wenn ihn inzwischen eine Person erlaubt, geht derselbe Aufruf einmal durch.',
  noOneAnsweredInTimeB:
    'Niemand hat rechtzeitig geantwortet; deshalb wurde dieser Aufruf abgelehnt. Er kann später noch einmal gefragt werden.',
  noOneAnsweredWithinS_one:
    'Niemand hat innerhalb von {{count}} s geantwortet; deshalb wurde dieser Aufruf abgelehnt. Er kann später noch einmal gefragt werden: Wenn ihn inzwischen eine Person erlaubt, geht derselbe Aufruf einmal durch.',
  noOneAnsweredWithinS_other:
    'Niemand hat innerhalb von {{count}} s geantwortet; deshalb wurde dieser Aufruf abgelehnt. Er kann später noch einmal gefragt werden: Wenn ihn inzwischen eine Person erlaubt, geht derselbe Aufruf einmal durch.',
  noOneAnsweredWithinSB_one:
    'Niemand hat innerhalb von {{count}} s geantwortet; deshalb wurde dieser Aufruf abgelehnt. Er kann später noch einmal gefragt werden.',
  noOneAnsweredWithinSB_other:
    'Niemand hat innerhalb von {{count}} s geantwortet; deshalb wurde dieser Aufruf abgelehnt. Er kann später noch einmal gefragt werden.',
  nobodyIsAtTheComputerB: 'Niemand ist am Computer, um es sich anzusehen.',
  nobodyAnsweredTheLastQuestionsB:
    'Die letzten Rückfragen dieser App hat niemand beantwortet; deshalb wurde niemand danach gefragt.',
  tooManyQuestionsOfThis:
    'Zu viele Rückfragen dieser App warten schon auf eine Person; deshalb wurde niemand danach gefragt.',
  doorwardIsClosingSoNobody: 'Doorward wird beendet; deshalb kann es sich niemand mehr ansehen.',
  doorwardLetsNothingOfThe: 'Doorward lässt jetzt nichts dergleichen durch.',
  theDecisionOfAPerson: 'Die Entscheidung einer Person darüber konnte nicht aufgezeichnet werden.',
  doorwardCouldNotShowIt: 'Doorward konnte es niemandem zeigen.',
  theAppStoppedWaitingForB: 'Die App wartet nicht mehr darauf.',
  noOneLookedAtIt: 'Niemand hat es sich rechtzeitig angesehen.',
  noOneLookedAtItB_one: 'Niemand hat es sich innerhalb von {{count}} s angesehen.',
  noOneLookedAtItB_other: 'Niemand hat es sich innerhalb von {{count}} s angesehen.',
  thereIsNoValidDecision:
    'Für diesen Aufruf gibt es keine gültige Entscheidung einer Person; deshalb wurde er abgelehnt.',
  theDecisionAboutThisCall:
    'Die Entscheidung über diesen Aufruf wurde schon verwendet; deshalb wurde er abgelehnt.',
  theDecisionAboutThisCallB:
    'Die Entscheidung über diesen Aufruf ist abgelaufen; deshalb wurde er abgelehnt. Er kann noch einmal gefragt werden.',
  thisCallDiffersFromThe:
    'Dieser Aufruf ist ein anderer als der, der erlaubt wurde; deshalb wurde er abgelehnt.',
  theRulesChangedAfterThis:
    'Nachdem dieser Aufruf erlaubt wurde, haben sich die Regeln geändert; deshalb wurde er abgelehnt. Er kann noch einmal gefragt werden.',
  whatAPersonDecidedAbout: 'Was eine Person darüber entschieden hat, gilt nicht mehr.',
  thereIsNoSuchCall: 'Einen solchen Aufruf gibt es nicht. Vielleicht wurde er schon beantwortet.',
  anAnswerOfAServer:
    'Eine Antwort eines Servers wird einmal weitergegeben oder nicht weitergegeben. Daraus wird keine Berechtigung gemacht.',
  nobodyAnsweredThisCallIn:
    'Diesen Aufruf hat niemand rechtzeitig beantwortet. Er kann nur für den nächsten Versuch erlaubt werden.',
  itCountsNoLongerBut:
    'Sie gilt nicht mehr, aber die Festplatte konnte nicht beschrieben werden: Nach einem Neustart gilt sie vielleicht wieder, bis ihre Zeit um ist. Machen Sie Platz frei, und lehnen Sie dann noch einmal ab.',
  doesNotOfferAnyMore: '„{{server}}“ bietet „{{key}}“ nicht mehr an; deshalb wurde es nicht aufgerufen.',
  doorwardCouldNotCheckWhat:
    'Doorward konnte nicht prüfen, was „{{server}}“ jetzt anbietet; deshalb wurde nichts aufgerufen. {{why}}',
  thisServerWasRemovedFrom: 'Dieser Server wurde aus Doorward entfernt. Es wurde nichts gesendet.',
  isBlockedInDoorwardNothing: '„{{id}}“ ist in Doorward blockiert. Es wurde nichts gesendet.',
  isSwitchedOffInDoorward: '„{{id}}“ ist in Doorward ausgeschaltet. Es wurde nichts gesendet.',
  isNotThereForThis:
    '„{{id}}“ ist für diese KI-App jetzt nicht da, wie in Doorward gewählt. Es wurde nichts gesendet.',
  isNotApprovedInDoorward:
    '„{{id}}“ ist in Doorward nicht freigegeben. Geben Sie ihn dort frei, und versuchen Sie es dann noch einmal.',
  thisCallIsAnotherOne: 'Dieser Aufruf ist inzwischen ein anderer.',
  doorwardStoppedBeforeThisCall: 'Doorward wurde beendet, bevor dieser Aufruf zu Ende war.',
  doorwardKeepsTheTextsOf:
    'Doorward behält nur die Texte der neuesten Aufrufe, und nur, solange es läuft; die von diesem sind nicht mehr da, deshalb kann er nicht noch einmal angesehen werden.',
  theArgumentsAreLongOnly:
    'Die Argumente sind lang: Nur ihr Anfang und ihr Ende sind da und werden hier angesehen.',
  theAnswerIsLongOnly: 'Die Antwort ist lang: Nur ihr Anfang und ihr Ende sind da und werden hier angesehen.',
  notAllOfTheArguments: 'Nicht alle Argumente konnten angesehen werden.',
  notAllOfTheAnswer: 'Nicht die ganze Antwort konnte angesehen werden.',
  moreWasFoundInThe: 'In den Argumenten wurde mehr gefunden; dies sind die {{count}} schlimmsten Funde.',
  moreWasFoundInTheB: 'In der Antwort wurde mehr gefunden; dies sind die {{count}} schlimmsten Funde.',
  anEarlierTryOfThis:
    'Ein früherer Versuch dieses Aufrufs ist vielleicht geschehen: Doorward endete, bevor die Antwort kam. Sehen Sie nach, ob er getan wurde, bevor Sie ihn noch einmal tun lassen.',
  theOutcomeIsUnknownDoorward:
    'Der Ausgang ist unbekannt: Doorward endete, bevor die Antwort kam. Der Server kann getan haben, was verlangt wurde.',
  theServerHasDoneWhat:
    'Der Server hat getan, was verlangt wurde, aber Doorward hat seine Antwort nicht weitergegeben: {{why}}. {{why2}} Wiederholen Sie den Aufruf nicht, um sie zu bekommen; sagen Sie der Person, was fehlt.',
  thisQuestionTakesNoAnswers: 'Diese Rückfrage nimmt keine Antworten, nur ja oder nein.',
  theAnswersAreOneJson:
    'Die Antworten sind ein einziges JSON-Objekt mit einem Eintrag für jedes Feld des Formulars.',
  theAnswersAreLongerThan: 'Die Antworten sind länger, als ein Server sie bekommen darf.',
  theAnswersCannotBeSent: 'Die Antworten können nicht gesendet werden: {{why}}.',
  theFormHasNoField: 'Das Formular hat kein Feld „{{field}}“.',
  unknownTool: 'Unbekanntes Tool: {{name}}',
  aRuleOfYourOrganisation: 'Eine Regel Ihrer Organisation lehnt diesen Aufruf ab. Es wurde nichts gesendet.',
  aRuleThatAPerson:
    'Eine Regel, die eine Person in Doorward gemacht hat, lehnt diesen Aufruf ab. Es wurde nichts gesendet.',
  thisCallWasMadeAlready:
    'Dieser Aufruf wurde schon gemacht; deshalb können seine Argumente nicht geändert werden.',
  thisCallDoesNotWait:
    'Dieser Aufruf wartet nicht mehr; deshalb können seine Argumente nicht geändert werden.',
  thisToolHasArgumentsThat:
    'Dieses Tool hat Argumente, die auch als Header mitgehen; deshalb können sie hier nicht geändert werden.',
  cannotShowFormsOfServers: '{{app}} kann Formulare von Servern nicht zeigen; deshalb zeigt Doorward es.',
  cannotOpenPagesForServers: '{{app}} kann Seiten für Server nicht öffnen; deshalb fragt Doorward Sie.',
  aPersonHasBlockedEverything: 'Eine Person hat in Doorward vorerst alles blockiert.',
  theMessagesOfTheServer:
    'Die Nachrichten des Servers anzusehen dauert zu lange; deshalb werden sie vorerst nicht weitergegeben.',
  aMessageOfTheServer:
    'Eine Nachricht des Servers ist zu groß, um angesehen zu werden; deshalb wurde sie nicht weitergegeben.',
  theAnswerToTheServer:
    'Die Antwort an den Server enthält etwas, das maskiert werden müsste, und das ist hier nicht möglich. Es wurde nichts gesendet.',
  thisWasStoppedItCarries:
    'Dies wurde aufgehalten: Es enthält einen Wert, der diesen Computer nicht verlassen darf. Nichts davon wurde gesendet.',
  moreIsEncodedInThis:
    'Hierin ist mehr kodiert, als Doorward ansieht; ein Köder, den Sie ausgelegt haben, könnte also darin sein.',
  triedToSendTheCanary:
    '{{app}} hat versucht, den Köder „{{name}}“ an „{{server}}“ zu senden. Der Aufruf wurde aufgehalten. Die App hat etwas gelesen, das zu lesen niemand Grund hat: Sehen Sie sich unter Aktivität ihre letzten Aufrufe an.',
  hasReadPrivateDataOf:
    '{{app}} hat private Daten von „{{server}}“ ({{name}}) und Text von Fremden von „{{server2}}“ ({{name2}}) gelesen, und dieser Aufruf würde über „{{target}}“ Daten hinaussenden.',
  thisCallWouldSendData:
    'Dieser Aufruf würde Daten hinaussenden, und vorher wurden private Daten und Text von Fremden gelesen. Es wurde nichts gesendet. Eine Person kann in Doorward auf der Seite dieser KI-App neu beginnen.',
  aNumberInItIs:
    'Eine Zahl darin wird von einer Ihrer Masken verborgen, aber eine Zahl kann nicht ersetzt werden.',
  aNumberInTheAnswer:
    'Eine Zahl in der Antwort wird von einer Ihrer Masken verborgen, aber eine Zahl kann nicht ersetzt werden.',
  somethingInTheAnswerIs:
    'Etwas in der Antwort wird von einer Ihrer Masken verborgen, aber das Tool verspricht an dieser Stelle eine feste Form; deshalb wurde es dort nicht ersetzt.',
  thereIsMoreEncodedIn:
    'Darin ist mehr kodiert, als angesehen werden kann; deshalb weiß niemand, ob etwas darin ist, das eine Ihrer Masken verbirgt.',
  itHasSomethingInIt:
    'Es enthält an einer Stelle, die nicht geändert werden kann, etwas, das vor diesem Server verborgen wird. Es wurde nichts gesendet. Rufen Sie noch einmal ohne das auf.',
  whatTheServerAsksHas:
    'Was der Server fragt, enthält etwas, das vor dieser KI-App verborgen wird; deshalb wurde es nicht weitergegeben.',
  theAnswerHasANumber:
    'Die Antwort enthält eine Zahl, die vor diesem Server verborgen wird; deshalb wurde sie nicht weitergegeben.',
  itIsTooLongTo:
    'Es ist zu lang, um nach allem zu suchen, was darin verborgen werden muss; deshalb ging es nicht weiter. Verlangen Sie einen kleineren Teil.',
  itHasASecretOf:
    'Es enthält ein Geheimnis des Tresors, das nicht für diesen Server bestimmt ist. Es wurde nichts gesendet.',
  whatTheServerAsksHasB:
    'Was der Server fragt, enthält ein Geheimnis des Tresors; deshalb wurde es nicht weitergegeben.',
  theAiAppWentAway: 'Die KI-App war weg, bevor sie geantwortet hat.',
  theServerStopped: 'Der Server wurde beendet.',
  theAiAppIsGone: 'Die KI-App ist weg.',
  tooManyQuestionsOfThisB: 'In dieser KI-App warten schon zu viele Fragen dieses Servers.',
  theCallThatThisQuestion: 'Der Aufruf, um den es in dieser Frage geht, ist vorbei.',
  doorwardCannotAnswerWhatA: 'Doorward kann nicht beantworten, was eine Aufgabe fragt.',
  thisProtocolRevisionHasNo: 'Diese Fassung des Protokolls hat keine Anfragen von Servern.',
  itDidNotListAnything: 'Es hat nichts aufgelistet.',
  theServerAskedTooMany: 'Der Server hat für einen einzigen Aufruf zu viele Fragen gestellt.',
  theServerAskedAQuestion: 'Der Server hat etwas gefragt, das Doorward nicht lesen kann.',
  theServerWantsToOpen: 'Der Server will etwas öffnen, das keine Webadresse ist.',
  theServerWantsToOpenB: 'Der Server will eine Adresse öffnen, die zu lang ist, um angesehen zu werden.',
  theServerWantsToOpenC: 'Der Server will eine Adresse mit verborgenen Zeichen öffnen.',
  theServerWantsToOpenD: 'Der Server will etwas öffnen, das keine Webseite ist.',
  theServerWantsToOpenE: 'Der Server will eine Seite über eine unverschlüsselte Verbindung öffnen.',
  theServerWantsToOpenF:
    'Der Server will eine Adresse mit einem Namen vor dem Host öffnen, der verbirgt, wohin sie führt.',
  theServerWantsToOpenG:
    'Der Server will eine Adresse öffnen, deren Host auf zwei Arten gelesen werden kann.',
  tooManyCallsWaitFor: 'Zu viele Aufrufe warten auf Antworten.',
  nobodyAnsweredTheQuestionOf: 'Die Frage des Servers hat niemand rechtzeitig beantwortet.',
  hasCallsRunningForThis:
    '„{{server}}“ führt für diese KI-App schon {{count}} Aufrufe aus, jeden über eine eigene Verbindung. Versuchen Sie es noch einmal, wenn einige fertig sind.',
  doorwardIsStoppingSoIs: 'Doorward wird beendet; deshalb wird „{{server}}“ nicht gestartet.',
  noAnswerCameInTime: 'Es kam nicht rechtzeitig eine Antwort.',
  didNotAnswerWithinSeconds_one:
    '„{{id}}“ hat innerhalb von {{count}} Sekunde nach dem Start nicht geantwortet.',
  didNotAnswerWithinSeconds_other:
    '„{{id}}“ hat innerhalb von {{count}} Sekunden nach dem Start nicht geantwortet.',
  wasStopped: '„{{id}}“ wurde beendet.',
  refusedTheConnection: '„{{id}}“ hat die Verbindung abgelehnt: {{said}}',
  notBeforeTheHandshake: 'Nicht vor dem Handshake.',
  sentABrokenAnswer: '„{{id}}“ hat eine fehlerhafte Antwort gesendet: {{why}}',
  anAnswerToARequest: 'Eine Antwort auf eine Anfrage, die nicht offen ist, wurde verworfen.',
  aQuestionWhoseIdIs: 'Eine Frage, deren Kennung schon in Gebrauch ist, wurde verworfen.',
  tooManyQuestionsAreOpen: 'Zu viele Fragen sind offen.',
  doorwardCannotTellWhichAi: 'Doorward kann nicht sagen, für welche KI-App diese Frage ist.',
  theAiAppGaveThis: 'Die KI-App hat diesen Aufruf aufgegeben. Es wurde nichts gesendet.',
  doorwardKeptTheAnswerBack:
    'Doorward hat die Antwort nicht weitergegeben, weil seine Prüfung „{{name}}“ fehlgeschlagen ist. Der Server hat getan, was verlangt wurde.',
  doorwardRefusedThisCallBecause:
    'Doorward hat diesen Aufruf abgelehnt, weil seine Prüfung „{{name}}“ fehlgeschlagen ist. Es wurde nichts gesendet.',
  theAiAppCannotAnswer: 'Die KI-App kann nicht alles beantworten, was der Server gefragt hat.',
  doorwardHasDealtWithWhat: 'Doorward hat erledigt, was der Server verlangt hat. Rufen Sie noch einmal auf.',
  thisCallAlreadyWaitsFor: 'Dieser Aufruf wartet schon auf eine Antwort.',
  theAiAppCannotAnswerB: 'Die KI-App kann diese Art von Frage nicht beantworten.',
  doorwardCouldNotAnswerThis: 'Doorward konnte diese Frage nicht beantworten.',
  onlyTheArgumentsOfA: 'Nur die Argumente eines Tools oder eines Prompts können geändert werden.',
  theArgumentsAreLargerThan: 'Die Argumente sind größer, als eine Nachricht sein darf.',
  theArgumentsCannotBeSent: 'Die Argumente können nicht gesendet werden: {{why}}.',
  theArgumentsMustBeAn: 'Die Argumente müssen ein Objekt sein.',
  inputresponsesLacksTheAnswerTo: 'In „inputResponses“ fehlt die Antwort auf die Frage.',
  thisRequeststateIsNotKnown:
    'Dieser requestState ist nicht bekannt: Er ist abgelaufen, wurde schon verwendet oder gehört zu einer anderen Anfrage.',
  theAiAppGaveThe: 'Die KI-App hat den Aufruf aufgegeben.',
  theSessionEnded: 'Die Sitzung ist zu Ende.',
  theAiAppDidNot: 'Die KI-App hat die Frage des Servers nicht beantwortet.',
  thisCallNeedsTheAnswer:
    'Dieser Aufruf braucht die Antwort einer Person und hat keine; deshalb wurde er nicht gesendet.',
  aPersonHasBlockedEverythingB:
    'Eine Person hat in Doorward vorerst alles blockiert. Es wurde nichts gesendet.',
  theRulesChangedWhileThis:
    'Die Regeln haben sich geändert, während dieser Aufruf unterwegs war; deshalb wurde er nicht gesendet. Er kann noch einmal versucht werden.',
  thisAiAppWasRemoved:
    'Diese KI-App wurde aus Doorward entfernt. Verbinden Sie sie noch einmal, um ihre Tools zu benutzen.',
  theServerHasDoneWhatB:
    'Der Server hat getan, was verlangt wurde, aber Doorward hat seine Antwort nicht weitergegeben: Eine Person muss sie sich zuerst ansehen, und hier kann niemand gefragt werden. Wiederholen Sie den Aufruf nicht, um sie zu bekommen; sagen Sie der Person, was fehlt.',
  theArgumentsCannotBeSentB: 'Die Argumente können nicht gesendet werden.',
  theToolIsMalformedIt: 'Das Tool „{{name}}“ ist fehlerhaft: {{why}}. Es wurde nicht aufgerufen.',
  theHeaderDoesNotMatch: 'Der Header {{header}} passt nicht zu den Argumenten.',
  thereIsNoSuchServer: 'Einen solchen Server gibt es nicht.',
  theToolNameIsMissing: 'Der Name des Tools fehlt.',
  thePromptNameIsMissing: 'Der Name des Prompts fehlt.',
  theResourceUriIsMissing: 'Die URI der Ressource fehlt.',
  resourceNotFound: 'Ressource nicht gefunden: {{uri}}',
  thereIsNoSuchTask: 'Eine solche Aufgabe gibt es nicht.',
  doorwardCouldNotReadThis:
    'Doorward konnte diese Anfrage nicht auf nur eine Art lesen; deshalb wurde sie abgelehnt. Niemand wurde gefragt.',
  thePromptIsLongerThan:
    'Der Prompt ist länger, als er einer Person gezeigt werden kann; deshalb wurde er abgelehnt. Fragen Sie mit weniger.',
  theFormIsLargerThan:
    'Das Formular ist größer, als es einer Person gezeigt werden kann; deshalb wurde es abgelehnt. Fragen Sie mit weniger.',
  theServerAskedForThe:
    'Der Server wollte mit seinem Prompt auch das Gespräch der KI-App („includeContext“). Das gibt Doorward nie. Fragen Sie ohne das.',
  theServerWantsToOpenH:
    'Der Server will eine Adresse in einem privaten Netz öffnen. Eine solche Seite öffnet Doorward nicht. Niemand wurde gefragt.',
  theFormAsksForA:
    'Das Formular fragt im Feld „{{field}}“ nach einem Geheimnis. Doorward zeigt kein Formular, das nach Passwörtern, Schlüsseln oder Codes fragt. Niemand wurde gefragt.',
  nobodyWasAsked: '{{why}} Niemand wurde gefragt.',
  itMayAskAgainIn_one: 'Er darf in {{count}} Minute wieder fragen.',
  itMayAskAgainIn_other: 'Er darf in {{count}} Minuten wieder fragen.',
  noSignOfLifeSeconds_one:
    '„{{id}}“ gab {{count}} s lang kein Lebenszeichen; deshalb wurde der Aufruf aufgegeben. Vielleicht wurde er trotzdem ausgeführt. Sehen Sie nach, bevor Sie ihn wiederholen.',
  noSignOfLifeSeconds_other:
    '„{{id}}“ gab {{count}} s lang kein Lebenszeichen; deshalb wurde der Aufruf aufgegeben. Vielleicht wurde er trotzdem ausgeführt. Sehen Sie nach, bevor Sie ihn wiederholen.',
  noSignOfLifeMinutes_one:
    '„{{id}}“ gab {{count}} Minute lang kein Lebenszeichen; deshalb wurde der Aufruf aufgegeben. Vielleicht wurde er trotzdem ausgeführt. Sehen Sie nach, bevor Sie ihn wiederholen.',
  noSignOfLifeMinutes_other:
    '„{{id}}“ gab {{count}} Minuten lang kein Lebenszeichen; deshalb wurde der Aufruf aufgegeben. Vielleicht wurde er trotzdem ausgeführt. Sehen Sie nach, bevor Sie ihn wiederholen.',
  readInTwoWays:
    '„{{id}}“ hat mit etwas geantwortet, das auf zwei Arten gelesen werden kann; deshalb wird es nicht weitergegeben.',
  loopNotLetGoOnMinute:
    'Derselbe Aufruf wurde immer wieder gemacht, und die Person hat ihn nicht weitergehen lassen. Es wurde nichts gesendet. Tun Sie etwas anderes; in einer Minute kann dieser Aufruf wieder versucht werden.',
  loopNotLetGoOn_one:
    'Derselbe Aufruf wurde immer wieder gemacht, und die Person hat ihn nicht weitergehen lassen. Es wurde nichts gesendet. Tun Sie etwas anderes; in {{count}} Minute kann dieser Aufruf wieder versucht werden.',
  loopNotLetGoOn_other:
    'Derselbe Aufruf wurde immer wieder gemacht, und die Person hat ihn nicht weitergehen lassen. Es wurde nichts gesendet. Tun Sie etwas anderes; in {{count}} Minuten kann dieser Aufruf wieder versucht werden.',
  loopIsAsked:
    'Derselbe Aufruf wurde immer wieder gemacht, und die Person wird gerade gefragt, ob er weitergehen darf. Es wurde nichts gesendet. Warten Sie auf ihre Antwort.',
  loopFailed:
    'Diese KI-App hat genau diesen Aufruf innerhalb einer Minute {{count}}-mal gemacht, und er ist jedes Mal fehlgeschlagen. Vielleicht steckt sie in einer Schleife.',
  loopSameAnswer:
    'Diese KI-App hat genau diesen Aufruf innerhalb einer Minute {{count}}-mal gemacht, und die Antwort war jedes Mal dieselbe. Vielleicht steckt sie in einer Schleife.',
} as const satisfies Translation<typeof en>;
