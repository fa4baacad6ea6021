import type { hostChecks as en } from '../en/host-checks.ts';
import type { Translation } from '../translation.ts';

/** Sentences of the checks of Doorward and of its start. */
export const hostChecks = {
  thisClientTokenWasReplaced:
    'Dieser Schlüssel einer KI-App wurde ersetzt oder entfernt. Verbinden Sie sie noch einmal mit dem neuen.',
  portIsUsedByAnother:
    'Port {{count}} wird von einem anderen Programm benutzt. Beenden Sie dieses Programm, oder wählen Sie für Doorward einen anderen Port und verbinden Sie Ihre KI-Apps noch einmal.',
  thisSystemDoesNotLet:
    'Dieses System lässt Doorward den Port {{count}} nicht benutzen. Wählen Sie einen über 1023.',
  doorwardCannotListenOnPort: 'Doorward kann auf Port {{count}} nicht warten: {{why}}.',
  nothingAnswersAt: 'Unter {{url}} antwortet nichts.',
  answersWithTheStatus: '{{url}} antwortet mit dem Status {{status}}.',
  answersARequestWithoutA: '{{url}} antwortet auf eine Anfrage ohne Schlüssel mit dem Status {{status}}.',
  aiAppsReachDoorwardAt: 'KI-Apps erreichen Doorward unter {{url}}, und ohne Schlüssel niemand.',
  quitProgramsThatFilterConnections:
    'Beenden Sie Programme, die auf diesem Computer Verbindungen filtern, und starten Sie Doorward dann neu.',
  runDoorwardAppConnect: 'Führen Sie aus: doorward app connect {{id}}',
  runDoorwardAppImport: 'Führen Sie aus: doorward app import {{id}}',
  comesWithAKeyThat: '{{title}} kommt mit einem Schlüssel, der nicht mehr zählt.',
  runDoorwardAppUndoThen: 'Führen Sie aus: doorward app undo {{id}}, dann: doorward app connect {{id}}',
  isConnected: '{{title}} ist verbunden.',
  isConnectedInItsFile: '{{title}} ist in der Datei verbunden und hat sich noch nicht gemeldet.',
  isConnectedAsSoonAs: '{{title}} ist verbunden, sobald es beendet wurde.',
  quitAndStartItAgain: 'Beenden Sie {{title}}, und starten Sie es wieder.',
  theFileOfDoesNot: 'Die Datei von {{title}} führt nicht mehr zu Doorward.',
  theFileOfCannotBe: 'Die Datei von {{title}} kann nicht verwendet werden.',
  mendTheFileOrOpen:
    'Bringen Sie die Datei in Ordnung, oder öffnen Sie sie in der App und speichern Sie sie.',
  itIsBlockedSoNo: 'Er ist blockiert, deshalb sieht ihn keine KI-App.',
  runDoorwardServerEnable: 'Führen Sie aus: doorward server enable {{id}}',
  nobodyHasApprovedItSo: 'Niemand hat ihn freigegeben, deshalb sieht ihn keine KI-App.',
  runDoorwardServerInspect: 'Führen Sie aus: doorward server inspect {{id}}',
  itIsSwitchedOffSo: 'Er ist ausgeschaltet, deshalb sieht ihn keine KI-App.',
  itWantsSomebodyToSign: 'Er will, dass sich jemand anmeldet. Bis dahin werden seine Aufrufe abgelehnt.',
  runDoorwardServerLogin: 'Führen Sie aus: doorward server login {{id}}',
  nodeIsNewEnough: 'Node {{version}} ist neu genug.',
  nodeIsTooOldFor: 'Node {{version}} ist zu alt für Doorward.',
  installNode24OrNewer: 'Installieren Sie Node 24 oder neuer.',
  thereIsNoProfileAt: 'Unter {{home}} gibt es noch kein Profil; der erste Start legt es an.',
  isNotAFolder: '{{home}} ist kein Ordner.',
  moveItElsewhereOrUse: 'Verschieben Sie es, oder nehmen Sie --home.',
  belongsToAnotherUser: '{{home}} gehört einem anderen Benutzer.',
  useAFolderOfYour: 'Nehmen Sie mit --home einen eigenen Ordner.',
  othersMayReadOrChange: 'Andere dürfen dies lesen oder ändern: {{home}}.',
  isYoursAlone: '{{home}} gehört nur Ihnen.',
  cannotBeLookedAt: '{{home}} kann nicht angesehen werden: {{why}}.',
  useAnotherFolderWithHome: 'Nehmen Sie mit --home einen anderen Ordner.',
  theFilesOfTheProfile: 'Die Dateien des Profils gehören nur Ihnen.',
  startDoorwardWhereAKeychain:
    'Starten Sie Doorward dort, wo es einen Schlüsselbund gibt, oder mit --passphrase-fd.',
  onlyTheWindowOfDoorward: 'Solange die App läuft, kann nur das Fenster von Doorward etwas lockern.',
  theOperatorsKeyWasChanged:
    'Der Betreiberschlüssel wurde außerhalb von Doorward geändert oder kann nicht geprüft werden, solange der Tresor gesperrt ist.',
  unlockTheKeychainAndStart:
    'Entsperren Sie den Schlüsselbund, und starten Sie Doorward noch einmal; wenn der Schlüssel geändert wurde, verschieben Sie state.db und prüfen Sie alles neu.',
  theOperatorsKeyIsSet: 'Der Betreiberschlüssel ist gesetzt.',
  noOperatorsKeyIsSet:
    'Es ist kein Betreiberschlüssel gesetzt; deshalb kann nur das Terminal freigeben, in dem Doorward läuft.',
  lookAtDoorwardServerList:
    'Sehen Sie sich „doorward server list“ und „doorward client list“ an, und prüfen Sie, was Sie kennen.',
  lookingAt: '{{id}} wird angesehen …',
  itCrashed: 'Er ist abgestürzt.',
  runDoorwardServerLog: 'Führen Sie aus: doorward server log {{id}}',
  verifyingTheLog: 'Das Protokoll wird geprüft …',
  keepACopyOfLog: 'Behalten Sie eine Kopie von log.db: Sie zeigt, wo das Protokoll geändert wurde.',
  itIsReachedAt: 'Er wird unter {{url}} erreicht.',
  itsProgramWasFound: 'Sein Programm „{{command}}“ wurde gefunden.',
  mendThatThenRunDoorward: 'Bringen Sie das in Ordnung, und führen Sie dann aus: doorward server test {{id}}',
  doorwardIsAlreadyRunningWith:
    'Doorward läuft mit diesem Profil schon (Prozess {{pid}}). Benutzen Sie es, beenden Sie es zuerst, oder geben Sie mit --home einen anderen Ordner an.',
  doorwardIsAlreadyRunningWithB:
    'Doorward läuft mit diesem Profil schon. Benutzen Sie es, beenden Sie es zuerst, oder geben Sie mit --home einen anderen Ordner an.',
  theProfileCannotBeLocked: 'Das Profil {{path}} kann nicht gesperrt werden: {{why}}.',
  theFolderBelongsToAnother:
    'Der Ordner {{path}} gehört einem anderen Benutzer. Geben Sie mit --home einen eigenen an.',
  theFolderCannotBeUsed:
    'Der Ordner {{path}} kann nicht verwendet werden: {{why}}. Geben Sie mit --home einen anderen an.',
  cannotBeUsedMendIt:
    '{{file}} kann nicht verwendet werden: {{what}}. Bringen Sie die Datei in Ordnung, oder verschieben Sie sie, um mit den Voreinstellungen zu beginnen.',
  cannotBeWrittenNothingWas: '{{file}} kann nicht geschrieben werden: {{why}}. Es wurde nichts geändert.',
  wasWrittenByANewer:
    '{{file}} wurde von einem neueren Doorward geschrieben (sein Format ist {{count}}, dieses kennt {{count2}}). Aktualisieren Sie Doorward; es wurde nichts geändert.',
  cannotBeOpened: '{{file}} kann nicht geöffnet werden: {{why}}.',
  isDamagedOrWasChanged:
    '{{file}} ist beschädigt oder wurde außerhalb von Doorward geändert. Legen Sie eine Sicherung an die Stelle, oder verschieben Sie die Datei: Dann müssen Server noch einmal geprüft und KI-Apps noch einmal hinzugefügt werden.',
  reachesPast_one: '{{title}} erreicht {{count}} Server an Doorward vorbei.',
  reachesPast_other: '{{title}} erreicht {{count}} Server an Doorward vorbei.',
} as const satisfies Translation<typeof en>;
