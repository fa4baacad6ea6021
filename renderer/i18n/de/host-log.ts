import type { hostLog as en } from '../en/host-log.ts';
import type { Translation } from '../translation.ts';

/** Sentences about the log of calls, its exports and its sending. */
export const hostLog = {
  whenDoorwardStartedOnThe:
    'Als Doorward am {{day}} startete, war das Aufrufprotokoll nicht das, das es hinterlassen hatte: Zeilen waren geändert oder entfernt, oder an seiner Stelle lag eine ältere Kopie.',
  whenDoorwardStartedOnTheB:
    'Als Doorward am {{day}} startete, war das Aufrufprotokoll nicht das, das es hinterlassen hatte: Zeilen waren geändert oder entfernt, oder an seiner Stelle lag eine ältere Kopie. Bis dahin aufgezeichnet: {{what}}; in dem, das vorgefunden wurde: {{what2}}.',
  whenDoorwardStartedOnTheC:
    'Als Doorward am {{day}} startete, war das Aufrufprotokoll nicht das, das es hinterlassen hatte: Zeilen waren geändert oder entfernt, oder an seiner Stelle lag eine ältere Kopie. Bis dahin aufgezeichnet: {{what}}; in dem, das vorgefunden wurde: {{what2}}.',
  whatTheKeychainKeepsAbout:
    'Was der Schlüsselbund über das Aufrufprotokoll festhält, kann nicht gelesen werden.',
  theCallLogStoppedAnd:
    'Das Aufrufprotokoll ist stehen geblieben und wird neu gestartet; deshalb können Aufrufe nicht aufgezeichnet werden und werden abgelehnt.',
  theDiskDoesNotAnswer:
    'Die Festplatte antwortet nicht; deshalb können Aufrufe nicht aufgezeichnet werden und werden abgelehnt. Prüfen Sie die Festplatte mit dem Profilordner von Doorward.',
  theCallLogCannotKeep:
    'Das Aufrufprotokoll kommt nicht nach; deshalb wird dieser Aufruf abgelehnt. Versuchen Sie es gleich noch einmal.',
  theCallLogIsClosed:
    'Das Aufrufprotokoll ist geschlossen, weil Doorward beendet wird; deshalb können Aufrufe nicht aufgezeichnet werden.',
  theCallLogIsBeing: 'Das Aufrufprotokoll wird neu gestartet. Versuchen Sie es gleich noch einmal.',
  theCallLogCouldNot: 'Das Aufrufprotokoll konnte nicht gestartet werden. Starten Sie Doorward noch einmal.',
  theCallLogAnsweredAn: 'Das Aufrufprotokoll hat eine Übersicht mit etwas anderem beantwortet.',
  theCallLogAnsweredA: 'Das Aufrufprotokoll hat eine Sitzung mit etwas anderem beantwortet.',
  theCallLogAnsweredWith: 'Das Aufrufprotokoll hat mit etwas anderem geantwortet.',
  theCallLogAnsweredAB: 'Das Aufrufprotokoll hat einen Bericht mit etwas anderem beantwortet.',
  theCallLogAnsweredAnB: 'Das Aufrufprotokoll hat einen Export mit etwas anderem beantwortet.',
  theCallLogAnsweredAC: 'Das Aufrufprotokoll hat eine Prüfung mit etwas anderem beantwortet.',
  itHoldsNoSignedCheckpoint: 'Es enthält keinen unterschriebenen Prüfpunkt dieses Schlüssels.',
  itsNewestCheckpointIsNot: 'Sein neuester Prüfpunkt ist nicht unterschrieben.',
  itIsSignedByAnother: 'Es ist mit einem anderen Schlüssel unterschrieben: {{key}}.',
  theCallLogIsDamaged:
    'Das Aufrufprotokoll ist beschädigt und konnte nicht beiseitegelegt werden. Verschieben Sie {{file}}, und starten Sie noch einmal.',
  isNotAPlainFile: '{{file}} ist keine gewöhnliche Datei. Verschieben Sie sie, und starten Sie noch einmal.',
  isADatabaseOfAnother:
    '{{file}} ist eine Datenbank eines anderen Programms. Verschieben Sie sie, und starten Sie noch einmal.',
  theCallLogWasWritten:
    'Das Aufrufprotokoll wurde von einem neueren Doorward geschrieben (sein Format ist {{count}}, dieses kennt {{count2}}). Aktualisieren Sie Doorward; es wurde nichts geändert.',
  theCallLogIsDamagedB: 'Das Aufrufprotokoll ist beschädigt.',
  theNewestRowsOfThe:
    'Die neuesten Zeilen des Aufrufprotokolls passen nicht zusammen: Sie wurden außerhalb von Doorward geändert. Neue Aufrufe werden weiter aufgezeichnet. Führen Sie „doorward log verify“ aus, um zu sehen, wo.',
  rowsToFitEachOther:
    'Die Zeilen {{from}} bis {{end}} passen zueinander, aber nichts Unterschriebenes bürgt mehr für sie.',
  theCallLogIsNot:
    'Das Aufrufprotokoll ist nicht das, das Doorward hinterlassen hat: Zeilen wurden geändert oder entfernt, oder an seine Stelle wurde eine ältere Kopie gesetzt. Neue Aufrufe werden weiter aufgezeichnet, und dies ist im Protokoll vermerkt. Führen Sie „doorward log verify“ aus, um zu sehen, wo.',
  theCallLogWasSigned:
    'Das Aufrufprotokoll wurde mit einem anderen Schlüssel unterschrieben als dem dieses Profils: Der Schlüssel ging verloren oder wurde außerhalb von Doorward ersetzt, oder an die Stelle dieses Protokolls wurde ein anderes gesetzt. Neue Aufrufe werden weiter aufgezeichnet, und dies ist im Protokoll vermerkt.',
  theCallLogThatWas:
    'Das Aufrufprotokoll, das hier war, ist weg: {{count}} Zeilen waren aufgezeichnet, und es wurde außerhalb von Doorward entfernt. Dies ist im neuen vermerkt.',
  thisExportIsOverOr: 'Dieser Export ist zu Ende oder hat zu lange gewartet. Beginnen Sie ihn noch einmal.',
  theCallLogCouldNotB: 'Das Aufrufprotokoll konnte nicht gelesen werden: Es ist beschädigt.',
  theCallLogCouldNotC: 'Das Aufrufprotokoll konnte nicht gelesen werden: Die Festplatte meldet einen Fehler.',
  tooManyQuestionsToThe: 'Zu viele Fragen auf einmal an das Aufrufprotokoll. Fragen Sie gleich noch einmal.',
  thereIsAFileOf:
    'Es gibt eine Datei dieses Namens, die Doorward nicht geschrieben hat. Wählen Sie einen anderen Namen, oder verschieben Sie sie.',
  theFileWasNotWritten: 'Die Datei wurde nicht geschrieben: {{why}}.',
  theCollectorWasNotReached: 'Der Sammler wurde nicht erreicht: {{why}}.',
  theCollectorDoesNotTake: 'Der Sammler nimmt diese Aufzeichnungen nicht an (Status {{count}}).',
  itLeadsToAnotherAddress:
    'Er führt zu einer anderen Adresse, und dem wird nicht gefolgt. Geben Sie die richtige an.',
  itDoesNotAcceptThe: 'Er nimmt den Schlüssel nicht an. Prüfen Sie den Header und das Geheimnis im Tresor.',
  thereIsNoOtlpAt: 'Unter dieser Adresse gibt es kein OTLP. Geben Sie die Adresse ohne „/v1/traces“ an.',
  itIsTriedAgain: 'Es wird noch einmal versucht.',
  theCollectorAnsweredWithStatus:
    'Der Sammler hat mit dem Status {{count}} geantwortet. Er führt zu einer anderen Adresse, und dem wird nicht gefolgt. Geben Sie die richtige an.',
  theCollectorAnsweredWithStatusB:
    'Der Sammler hat mit dem Status {{count}} geantwortet. Er nimmt den Schlüssel nicht an. Prüfen Sie den Header und das Geheimnis im Tresor.',
  theCollectorAnsweredWithStatusC:
    'Der Sammler hat mit dem Status {{count}} geantwortet. Unter dieser Adresse gibt es kein OTLP. Geben Sie die Adresse ohne „/v1/traces“ an.',
  theCollectorAnsweredWithStatusD:
    'Der Sammler hat mit dem Status {{count}} geantwortet. Es wird noch einmal versucht.',
  theRecordWasNotTaken: 'Die Aufzeichnung wurde nicht angenommen.',
  theTestRecordWasTaken: 'Die Probeaufzeichnung wurde angenommen.',
  thisIsATestOf: 'Dies ist eine Probe von Doorward. Es wurde nichts aufgerufen.',
  theSyslogServerDidNotB: 'Der Syslog-Server hat die Aufzeichnungen nicht angenommen: {{why}}.',
  itWasGivenUp: 'Es wurde aufgegeben.',
  theSyslogServerWasNot: 'Der Syslog-Server wurde nicht erreicht: {{why}}.',
  theDiskIsFullSo:
    'Die Festplatte ist voll; deshalb können Aufrufe nicht aufgezeichnet werden und werden abgelehnt. Machen Sie 200 MB frei.',
  anotherProgramHoldsTheCall:
    'Ein anderes Programm hält das Aufrufprotokoll fest; deshalb können Aufrufe nicht aufgezeichnet werden und werden abgelehnt. Schließen Sie Programme, die log.db geöffnet haben.',
  theCallLogIsDamagedC:
    'Das Aufrufprotokoll ist beschädigt; deshalb können Aufrufe nicht aufgezeichnet werden und werden abgelehnt, bis es beiseitegelegt ist, was von selbst geschieht.',
  theCallLogWasMoved:
    'Das Aufrufprotokoll wurde verschoben oder gelöscht, während Doorward lief; deshalb können Aufrufe nicht aufgezeichnet werden und werden abgelehnt, bis ein neues angelegt ist, was von selbst geschieht.',
  doorwardMayNotWriteThe:
    'Doorward darf das Aufrufprotokoll nicht schreiben; deshalb können Aufrufe nicht aufgezeichnet werden und werden abgelehnt. Geben Sie Ihrem Konto Schreibrechte für log.db und den Ordner.',
  theDiskReportsAnError:
    'Die Festplatte meldet einen Fehler; deshalb können Aufrufe nicht aufgezeichnet werden und werden abgelehnt. Prüfen Sie die Festplatte mit dem Profilordner von Doorward.',
  somethingFollowsItsLastLine: 'Nach der letzten Zeile folgt noch etwas.',
  itIsNotSigned: 'Es ist nicht unterschrieben.',
  whatDoesNotFitLies:
    'Was nicht passt, liegt zwischen Zeile {{from}} und Zeile {{from2}}, oder in dem, was zwischen ihnen steht.',
  itHoldsWhatWasAsked: 'Es enthält nur, was verlangt wurde; was es sonst gab, ist daraus nicht zu sehen.',
  itIsNotSignedSo:
    'Es ist nicht unterschrieben; wer es geändert hat, könnte es also wieder passend gemacht haben.',
  itIsSignedWithThe: 'Es ist mit dem Schlüssel {{key}} unterschrieben, dem dieses Profils.',
  itIsSignedWithTheB: 'Es ist mit dem Schlüssel {{key}} unterschrieben, dem angegebenen.',
  itIsSignedWithTheC:
    'Es ist mit dem Schlüssel {{key}} unterschrieben, den die Datei selbst mitbringt: Jeder kann eine solche Datei mit einem eigenen Schlüssel machen. Geben Sie mit --key den Schlüssel an, den Sie kennen.',
  theLogHadBeenClosed: 'Vorher war das Protokoll geschlossen worden.',
  itsNewestCheckpointsAreMissing: 'Seine neuesten Prüfpunkte fehlen.',
  doorwardNoticedThisWhenIt: 'Doorward hat das bemerkt, als es am {{day}} startete.',
  doorwardNoticedThisWhenItB:
    'Doorward hat das bemerkt, als es am {{day}} startete. Bis dahin aufgezeichnet: {{what}}.',
  theCallLogIsComplete: 'Das Aufrufprotokoll ist vollständig und unverändert: {{what}}.',
  rowsBeforeWereRemovedBecause: 'Zeilen vor {{first}} wurden entfernt, weil sie alt waren.',
  itWasBegunWhenA: 'Es wurde begonnen, als ein beschädigtes als {{aside}} beiseitegelegt wurde.',
  itWasBegunAfterAn:
    'Es wurde begonnen, nachdem ein früheres außerhalb von Doorward entfernt worden war: {{what}}.',
  onDoorwardNoticedThatIt:
    'Am {{day}} bemerkte Doorward, dass es nicht das war, das es hinterlassen hatte; eine Person hat das am {{day2}} akzeptiert.',
  itIsSignedUpTo: 'Es ist bis Zeile {{row}} mit dem Schlüssel {{key}} unterschrieben.',
  whetherThatIsTheKey:
    'Ob das der Schlüssel Ihres Doorward ist, ist hier nicht bekannt; geben Sie mit --key den Schlüssel an, den Sie kennen.',
  rowsWereRecordedWhileThe:
    'Die Zeilen {{spans}} wurden aufgezeichnet, während der Schlüssel nicht zur Hand war; damals bürgte der Schlüssel also nicht für sie.',
  thereIsNoCallLog: 'Unter {{path}} gibt es kein Aufrufprotokoll. Geben Sie den Pfad einer log.db-Datei an.',
  isNotACallLog: '{{path}} ist kein Aufrufprotokoll von Doorward.',
  thisCallLogWasWritten:
    'Dieses Aufrufprotokoll wurde von einem neueren Doorward geschrieben. Aktualisieren Sie Doorward, und prüfen Sie es dann noch einmal.',
  isLockedByAnotherProgram:
    '{{path}} wird von einem anderen Programm gesperrt. Schließen Sie es, und prüfen Sie noch einmal.',
  isDamagedItCannotBe: '{{path}} ist beschädigt: Es kann nicht als Datenbank gelesen werden.',
  cannotBeReadCheckThat:
    '{{path}} kann nicht gelesen werden. Prüfen Sie, ob Ihr Konto es lesen darf und ob die Festplatte in Ordnung ist.',
  thisTimeDoesNotExist: 'Diese Zeit gibt es nicht. Geben Sie ein Datum an.',
  theSpanEndsBeforeIt:
    'Der Zeitraum endet, bevor er beginnt. Geben Sie einen früheren Anfang oder ein späteres Ende an.',
  thereIsNoCallIn: 'Im Protokoll gibt es keinen Aufruf „{{call}}“.',
  whetherAnOlderLogWas:
    '{{why}} Ob an die Stelle dieses Protokolls ein älteres gesetzt wurde, lässt sich diesmal nicht sagen.',
  theCallLogCouldNotD: 'Das Aufrufprotokoll konnte nicht gelesen werden.',
  nothingWasNoticedAboutThe: 'Am Aufrufprotokoll wurde nichts bemerkt, also gibt es nichts zu akzeptieren.',
  thatItWasNoticedAnd:
    'Dass es bemerkt und dass es akzeptiert wurde, bleibt im Protokoll vermerkt, und es geht weiter.',
  theLogWasKeptAs: 'Das Protokoll wurde als {{aside}} behalten, und ein neues wurde begonnen, das es nennt.',
  giveFormatOrNext: 'Geben Sie „format“ oder „next“ an.',
  thisCannotBeChosenHere: 'Das kann hier nicht gewählt werden.',
  yourOrganisationWantsEveryCall: 'Ihre Organisation will jeden Aufruf aufgezeichnet haben.',
  thisTimeDoesNotExistB: 'Diese Zeit gibt es nicht.',
  theReportEndsBeforeIt: 'Der Bericht endet, bevor er beginnt. Geben Sie ein früheres „since“ an.',
  aReportSpansAYear: 'Ein Bericht umfasst höchstens ein Jahr. Geben Sie ein späteres „since“ an.',
  giveTheWholePathOf: 'Geben Sie den ganzen Pfad der Datei an.',
  thereIsNoFolderMake: 'Es gibt keinen Ordner {{path}}. Legen Sie ihn zuerst an.',
  theFileCannotLieIn:
    'Die Datei darf nicht in Doorwards eigenem Profilordner liegen. Wählen Sie einen anderen Ort.',
  isNotAPlainFileB: '{{path}} ist keine gewöhnliche Datei. Wählen Sie einen anderen Namen.',
  theCertificateOfTheAuthority:
    'Das Zertifikat der Zertifizierungsstelle kann nicht gelesen werden. Es muss in der Form PEM sein.',
  itsHeadersCannotBeFilled: 'Seine Header können nicht ausgefüllt werden.',
  theKeychainIsLockedSo:
    'Der Schlüsselbund ist gesperrt, deshalb wird nichts gesendet. Es geht weiter, wenn Doorward mit offenem Schlüsselbund startet.',
  organisationStandsForWhatAn:
    '„organisation“ steht für das, was eine Organisation festgelegt hat. Wählen Sie einen anderen Namen.',
  yourOrganisationHasSetThis: 'Dieses Ziel hat Ihre Organisation festgelegt. Hier kann es niemand entfernen.',
  thereIsNoDestination: 'Es gibt kein Ziel „{{name}}“.',
  whereYourLogIsSent:
    'Wohin Ihr Protokoll gesendet wird, wurde außerhalb von Doorward geändert oder entfernt; deshalb wird es nirgendwohin gesendet. Fügen Sie die Ziele in den Einstellungen noch einmal hinzu.',
  whereTheLogIsSent:
    'Wohin das Protokoll gesendet wird, kann nicht gelesen werden, solange der Schlüsselbund gesperrt ist.',
  thereIsADestinationAlready: 'Ein Ziel „{{name}}“ gibt es schon.',
  thereAreDestinationsAlreadyRemove: 'Es gibt schon {{count}} Ziele. Entfernen Sie zuerst eines.',
  sendingStoppedTryAgain: 'Das Senden ist stehen geblieben. Versuchen Sie es noch einmal.',
  aTestIsUnderWay: 'Eine Probe läuft gerade. Warten Sie darauf.',
  itDidNotAnswerIn: 'Es hat nicht rechtzeitig geantwortet.',
  collectorTookNotAll: 'Der Sammler hat {{count}} der Aufzeichnungen nicht angenommen ({{kind}}).',
  callsPassed_one:
    'Ein Aufruf wurde gesendet, während das Aufrufprotokoll nicht geschrieben werden konnte, weil Sie Aufrufe dann durchlassen. Was auch später nicht geschrieben werden konnte, fehlt im Protokoll.',
  callsPassed_other:
    '{{count}} Aufrufe wurden gesendet, während das Aufrufprotokoll nicht geschrieben werden konnte, weil Sie Aufrufe dann durchlassen. Was auch später nicht geschrieben werden konnte, fehlt im Protokoll.',
  logRowDoesNotFit:
    'Das Aufrufprotokoll wurde außerhalb von Doorward geändert: Zeile {{row}} passt nicht zu den Zeilen davor. Die Zeilen davor sind unverändert.',
  logRowMissing:
    'Das Aufrufprotokoll wurde außerhalb von Doorward geändert: Zeile {{row}} fehlt. Die Zeilen davor sind unverändert.',
  logRowAdded:
    'Das Aufrufprotokoll wurde außerhalb von Doorward geändert: Zeile {{row}} wurde hinzugefügt. Die Zeilen davor sind unverändert.',
  logRowMoved:
    'Das Aufrufprotokoll wurde außerhalb von Doorward geändert: Zeile {{row}} steht an einer anderen Stelle. Die Zeilen davor sind unverändert.',
  logWrittenAnew:
    'Das Aufrufprotokoll wurde außerhalb von Doorward geändert: Ab Zeile {{row}} wurde es neu geschrieben und passt nicht zu dem, was unterschrieben wurde. Die Zeilen davor sind unverändert.',
  logIsAnother:
    'Das Aufrufprotokoll ist nicht das, das hier war: An seine Stelle wurde ein älteres oder ein anderes gesetzt. Ab Zeile {{row}} enthält es nicht, was aufgezeichnet worden war.',
  logEndMissing:
    'Das Ende des Aufrufprotokolls fehlt: Zeile {{row}} und die danach waren aufgezeichnet worden.',
  logPartlyDamaged: 'Das Aufrufprotokoll ist beschädigt: {{what}} ließen sich lesen und passen zusammen.',
  logSignedOtherwise: 'Womit das Aufrufprotokoll unterschrieben wurde, passt nicht.',
  logKeptAside:
    'Das Aufrufprotokoll war beschädigt und konnte nicht gelesen werden. Es wurde als {{aside}} behalten, und ein neues wurde begonnen.',
  troublePasses:
    'Die Festplatte ist voll; deshalb können Aufrufe nicht aufgezeichnet werden und gehen durch, weil Sie das so gewählt haben. Machen Sie 200 MB frei.',
  troublePassesHeld:
    'Ein anderes Programm hält das Aufrufprotokoll fest; deshalb können Aufrufe nicht aufgezeichnet werden und gehen durch, weil Sie das so gewählt haben. Schließen Sie Programme, die log.db geöffnet haben.',
  troublePassesDamaged:
    'Das Aufrufprotokoll ist beschädigt; deshalb können Aufrufe nicht aufgezeichnet werden und gehen durch, weil Sie das so gewählt haben, bis es beiseitegelegt ist, was von selbst geschieht.',
  troublePassesMoved:
    'Das Aufrufprotokoll wurde verschoben oder gelöscht, während Doorward lief; deshalb können Aufrufe nicht aufgezeichnet werden und gehen durch, weil Sie das so gewählt haben, bis ein neues angelegt ist, was von selbst geschieht.',
  troublePassesAccess:
    'Doorward darf das Aufrufprotokoll nicht schreiben; deshalb können Aufrufe nicht aufgezeichnet werden und gehen durch, weil Sie das so gewählt haben. Geben Sie Ihrem Konto Schreibrechte für log.db und den Ordner.',
  troublePassesError:
    'Die Festplatte meldet einen Fehler; deshalb können Aufrufe nicht aufgezeichnet werden und gehen durch, weil Sie das so gewählt haben. Prüfen Sie die Festplatte mit dem Profilordner von Doorward.',
  troublePassesStopped:
    'Das Aufrufprotokoll ist stehen geblieben und wird neu gestartet; deshalb können Aufrufe nicht aufgezeichnet werden und gehen durch, weil Sie das so gewählt haben.',
  troublePassesSilent:
    'Die Festplatte antwortet nicht; deshalb können Aufrufe nicht aufgezeichnet werden und gehen durch, weil Sie das so gewählt haben. Prüfen Sie die Festplatte mit dem Profilordner von Doorward.',
  collectorSays: 'Er sagt: {{said}}',
} as const satisfies Translation<typeof en>;
