import type { hostCommands as en } from '../en/host-commands.ts';
import type { Translation } from '../translation.ts';

/** Refusals and progress of commands about servers, tools and AI apps. */
export const hostCommands = {
  itsRoleSaysWhichLeave: 'Ihre Rolle legt fest, welche: Lassen Sie die Namen weg.',
  thereIsNoRoleDoorward: 'Es gibt keine Rolle „{{role}}“. „doorward role list“ zeigt alle.',
  thereIsNoAiApp: 'Es gibt keine KI-App „{{client}}“. „doorward client list“ zeigt alle.',
  thereIsAnAiApp:
    'Eine KI-App „{{name}}“ gibt es schon. Wählen Sie einen anderen Namen, oder erneuern Sie ihren Schlüssel.',
  thereAreAiAppsAlready: 'Es gibt schon {{count}} KI-Apps. Entfernen Sie zuerst eine.',
  onlyTheDoorwardWindowCan: 'Das kann nur das Fenster von Doorward, solange die App läuft.',
  thisDoorwardRunsWithoutA: 'Dieses Doorward läuft ohne Fenster.',
  theCommandWasNotUnderstood: 'Der Befehl „{{name}}“ wurde nicht verstanden: {{why}}',
  thereIsNoCommand: 'Einen Befehl „{{name}}“ gibt es nicht.',
  theCommandFailedInDoorward:
    'Der Befehl „{{name}}“ ist in Doorward selbst fehlgeschlagen. Mehr steht im Ordner „logs“ des Profils.',
  doorwardIsStopping: 'Doorward wird gerade beendet.',
  thereIsNoPortTo: 'Es gibt keinen Port, auf dem gewartet werden könnte.',
  theOperatorsKeyWasChanged:
    'Der Betreiberschlüssel wurde außerhalb von Doorward geändert oder kann nicht geprüft werden. Führen Sie „doorward doctor“ aus.',
  theOperatorsKeyWasChangedB: 'Der Betreiberschlüssel wurde geändert.',
  itWasNotGivenWhat:
    'Was nach Geheimnissen aussieht, hat er nicht bekommen: {{names}}. Bietet er weniger an als erwartet, sehen Sie ihn sich mit seinen Geheimnissen noch einmal an.',
  itMayNeedItsSecrets:
    '{{why}} Vielleicht braucht er seine Geheimnisse, die er bei dieser Prüfung nicht bekommen hat: {{names}}. Wenn Sie sie ihm anvertrauen, starten Sie ihn mit seinen Geheimnissen (im Terminal: --with-secrets).',
  itsListsCouldNotBe: 'Seine Listen konnten nicht aufbewahrt werden: {{why}}',
  thereIsNobodyHereWho: 'Hier ist niemand, der gefragt werden könnte.',
  thereIsNoAnswerTo: 'Auf diesen Aufruf gibt es keine Antwort.',
  connectingTo: 'Verbindung mit „{{id}}“ …',
  readingWhatOffers: 'Es wird gelesen, was „{{id}}“ anbietet …',
  thereIsNoServerDoorward: 'Es gibt keinen Server „{{id}}“. „doorward server list“ zeigt alle.',
  isBlockedSoItIs: '„{{id}}“ ist blockiert und wird deshalb nicht gestartet.',
  isUnreviewedSoItIs: '„{{id}}“ ist nicht geprüft und wird deshalb nicht gestartet. Prüfen Sie ihn zuerst.',
  isSwitchedOffEnableIt: '„{{id}}“ ist ausgeschaltet. Schalten Sie ihn zuerst ein.',
  wasRemovedWhileItWas: '„{{id}}“ wurde entfernt, während er geprüft wurde. Prüfen Sie ihn noch einmal.',
  anotherVersionOfWasChosen:
    'Inzwischen wurde eine andere Version von „{{id}}“ gewählt. Prüfen Sie ihn noch einmal.',
  hasNotBeenInspectedStart:
    '„{{id}}“ wurde noch nicht geprüft. Starten Sie ihn einmal, und sehen Sie sich zuerst an, was er anbietet.',
  wasRemovedMeanwhile: '„{{id}}“ wurde inzwischen entfernt.',
  lookingForNewerVersions: 'Neuere Versionen werden gesucht …',
  isNotApprovedSoIt:
    '„{{id}}“ ist nicht freigegeben und behält deshalb seine Version. Geben Sie ihn zuerst frei.',
  noNewerVersionOfIs:
    'Von „{{id}}“ ist keine neuere Version bekannt. „doorward server versions“ sucht danach.',
  theNewerVersionOfIs:
    'Die neuere Version von „{{id}}“ ist inzwischen {{to}}. Sehen Sie sie sich noch einmal an.',
  isNotApprovedSoNothing:
    '„{{id}}“ ist nicht freigegeben, also kann auch nichts von ihm freigegeben werden. Geben Sie zuerst den Server frei.',
  ofIsNotOnHold: 'Von „{{server}}“ ist dies nicht zurückgehalten: {{what}}.',
  hasChangedAgainSinceIt: 'Seit dem Anzeigen wieder geändert: {{what}}. Sehen Sie es sich noch einmal an.',
  cannotBeApproved: 'Kann nicht freigegeben werden: {{what}}. {{why}}',
  itWasListedOnceAnd:
    'Es wurde einmal angeboten und zurückgenommen. Die freigegebene Version wurde behalten.',
  hasNotBeenInspectedLook: '„{{id}}“ wurde noch nicht geprüft. Sehen Sie sich zuerst an, was er anbietet.',
  isNotWhatYouLooked:
    '„{{id}}“ ist nicht das, was Sie sich angesehen haben. {{why}} Prüfen Sie ihn noch einmal.',
  nothingOfThatNameOf: 'Von „{{id}}“ ist nichts dieses Namens zurückgehalten.',
  offersNo: '„{{id}}“ bietet dies nicht an: {{what}}.',
  hasNoApprovedTool: '„{{id}}“ hat kein freigegebenes Tool „{{tool}}“.',
  versionOfWasChosenIn:
    'Version {{to}} von {{name}} wurde anstelle von {{from}} gewählt. Sehen Sie sich an, was sie anbietet, und geben Sie sie dann frei.',
  couldNotBeCheckedBefore: '„{{id}}“ konnte vor dem Start nicht geprüft werden: {{why}}',
  wasNotLookedAtSince:
    '„{{id}}“ wurde nicht mehr angesehen, seit Doorward festhält, was Server sind, und wird deshalb nicht gestartet. Prüfen Sie ihn noch einmal.',
  isNotApprovedInDoorward: '„{{id}}“ ist in Doorward nicht freigegeben und wird deshalb nicht gestartet.',
  itIsNotWhatWas: 'Er ist nicht mehr das, was angesehen wurde. {{why}}',
  itIsNotWhatWasB: 'Er ist nicht mehr das, was freigegeben wurde. {{why}}',
  isNotWhatWasLooked:
    '„{{id}}“ ist nicht mehr das, was angesehen wurde, und wurde deshalb nicht gestartet. Bitten Sie die Person, Doorward zu öffnen und ihn zu prüfen.',
  isNotWhatWasApproved:
    '„{{id}}“ ist nicht mehr das, was freigegeben wurde, und wurde deshalb nicht gestartet. Bitten Sie die Person, Doorward zu öffnen und ihn zu prüfen.',
  doorwardHasNoTextsOf:
    'Doorward hat von diesem Aufruf keine Texte mehr: Von den neuesten Aufrufen behält es sie, solange es läuft, und das Protokoll hat nur Prüfsummen und Größen behalten.',
  theseTextsAreAsThe:
    'Diese Texte sind so, wie das Protokoll sie behalten hat: der Anfang, und davon das, was Sie behalten wollten.',
  thereIsNoCall: 'Es gibt keinen Aufruf „{{call}}“.',
  thatIsNotAKey: 'Das ist kein Schlüssel von Doorward.',
} as const satisfies Translation<typeof en>;
