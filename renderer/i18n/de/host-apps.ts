import type { hostApps as en } from '../en/host-apps.ts';
import type { Translation } from '../translation.ts';

/** Sentences about the AI apps of this computer and their files. */
export const hostApps = {
  takesAtMostToolsIts_one:
    '{{title}} nimmt höchstens {{count}} Tool, die eigenen eingeschlossen, und arbeitet mit mehr nicht; es bekommt {{count2}}.',
  takesAtMostToolsIts_other:
    '{{title}} nimmt höchstens {{count}} Tools, die eigenen eingeschlossen, und arbeitet mit mehr nicht; es bekommt {{count2}}.',
  takesAtMostToolsAnd_one:
    '{{title}} nimmt höchstens {{count}} Tool und arbeitet mit mehr nicht; es bekommt {{count2}}.',
  takesAtMostToolsAnd_other:
    '{{title}} nimmt höchstens {{count}} Tools und arbeitet mit mehr nicht; es bekommt {{count2}}.',
  readsAtMostToolsIt_one:
    '{{title}} liest höchstens {{count}} Tool; es bekommt {{count2}} und lässt die übrigen weg.',
  readsAtMostToolsIt_other:
    '{{title}} liest höchstens {{count}} Tools; es bekommt {{count2}} und lässt die übrigen weg.',
  takesAtMostToolsItsB_one:
    '{{title}} nimmt höchstens {{count}} Tool, die eigenen eingeschlossen; allein von hier bekommt es {{count2}}.',
  takesAtMostToolsItsB_other:
    '{{title}} nimmt höchstens {{count}} Tools, die eigenen eingeschlossen; allein von hier bekommt es {{count2}}.',
  fromBeforeReadsAtMost_one:
    '{{title}} vor Version {{before}} liest höchstens {{count}} Tool; es bekommt {{count2}}.',
  fromBeforeReadsAtMost_other:
    '{{title}} vor Version {{before}} liest höchstens {{count}} Tools; es bekommt {{count2}}.',
  isOnlyBroughtInFrom: 'Aus {{title}} werden Server nur übernommen. Verbinden Sie Ihre KI-Apps selbst.',
  yourOrganisationDoesNotLet: 'Ihre Organisation lässt {{title}} Doorward nicht benutzen.',
  isConnectedInAnotherWay: '{{title}} ist auf andere Weise verbunden. Machen Sie das zuerst rückgängig.',
  takesNoAddressSoIt: '{{title}} nimmt keine Adresse und wird deshalb mit der Brücke verbunden.',
  itsFileIsInA:
    'Die Datei liegt in einem Ordner, den git aufbewahrt; deshalb wird kein Schlüssel hineingeschrieben. Die Brücke braucht keinen.',
  soItWasLeftAs: '„{{path}}“: {{known}}. Die Datei wurde gelassen, wie sie ist.',
  changedAfterItWasShown: '{{path}} wurde nach dem Anzeigen geändert. Sehen Sie es sich noch einmal an.',
  itWasLeftAsIt: '„{{path}}“: {{known}}. Die Datei wurde gelassen, wie sie ist.',
  wasNotConnectedByDoorward:
    '{{title}} wurde nicht von Doorward verbunden, also gibt es nichts zurückzunehmen.',
  whatIsNotedOfNames:
    'Was über {{title}} vermerkt ist, nennt eine Datei, die nicht dazu gehört; deshalb wurde sie gelassen, wie sie ist.',
  wasLeftAsItIs: '{{title}} wurde gelassen, wie es ist. {{why}}',
  thereIsNoServerIn: 'In dieser App gibt es keinen Server „{{name}}“.',
  hasKeysThatMoveInto:
    '{{names}} hat Schlüssel, die in den Tresor kommen, und der ist nicht offen; deshalb wurde nichts übernommen. {{why}}',
  haveKeysThatMoveInto:
    '{{names}} haben Schlüssel, die in den Tresor kommen, und der ist nicht offen; deshalb wurde nichts übernommen. {{why}}',
  nothingWasBroughtIn: '{{why}} Es wurde nichts übernommen.',
  doorwardDoesNotRun: 'Doorward läuft nicht.',
  doorwardKnowsNoAppDoorward: 'Doorward kennt keine App „{{id}}“. „doorward app list“ zeigt alle.',
  hasAFileOfIts: '{{title}} hat eine eigene Datei. Eine andere kann nur für einen Export angegeben werden.',
  itsServersWereBroughtIn: '{{why}} Die Server wurden übernommen.',
  goesThroughDoorwardFromIts: '{{title}} läuft ab dem nächsten Start über Doorward.',
  wasConnectedAlreadyNothingWas: '{{title}} war schon verbunden; es wurde nichts geändert.',
  wasNotChangedYetAnd: '{{title}} wurde noch nicht geändert und bleibt, wie es ist.',
  quitDoorwardThenPutsIts: 'Beenden Sie {{title}}; Doorward stellt dann die Datei wieder her.',
  theFileOfIsWhat: 'Die Datei von {{title}} ist wieder wie vorher.',
  theFileOfHadChanged:
    'Die Datei von {{title}} hatte sich inzwischen geändert; deshalb wurden nur die Einträge von Doorward zurückgenommen.',
  theFileOfHadChangedB:
    'Die Datei von {{title}} hatte sich inzwischen geändert; deshalb wurden nur die Einträge von Doorward zurückgenommen. Von jemandem geändert und deshalb geblieben: {{kept}}.',
  thereIsNoServerInB: 'In {{title}} gibt es keinen Server „{{key}}“, der an Doorward vorbei läuft.',
  runsAndWouldNotNotice:
    '{{title}} läuft und würde die Änderung nicht bemerken oder überschreiben. Beenden Sie es; Doorward verbindet es dann.',
  quitDoorwardThenConnectsIt: 'Beenden Sie {{title}}; Doorward verbindet es dann.',
  startItIsConnectedAs: 'Starten Sie {{title}}; es ist verbunden, sobald es sich gemeldet hat.',
  wasConnectedButItsFile:
    '{{title}} war verbunden, aber in der Datei steht das nicht mehr. Verbinden Sie es noch einmal.',
  theBackupsOfAiApps: 'Die Sicherungen der Dateien von KI-Apps sind mit dem Tresor versiegelt. {{why}}',
  theKeyOfTheBackups: 'Der Schlüssel der Sicherungen ist nicht mehr im Tresor.',
  notedNotWritten:
    'Was über KI-Apps vermerkt ist, kann nicht geschrieben werden: {{why}}. Es wurde nichts geändert.',
  backupNotWritten: 'Die Sicherung kann nicht geschrieben werden: {{why}}. Es wurde nichts geändert.',
  whatIsNotedAboutAi: 'Was über KI-Apps vermerkt ist, kann nicht gelesen werden: {{why}}.',
  theNameOfABackup: 'Der Name einer Sicherung ist nicht gültig.',
  theBackupIsDamaged: 'Die Sicherung ist beschädigt.',
  theBackupIsSealedWith: 'Die Sicherung ist mit einem Tresor versiegelt, den es nicht mehr gibt.',
  theBackupCannotBeRead: 'Die Sicherung kann nicht gelesen werden: {{why}}.',
  theBackupWasChangedOutside:
    'Die Sicherung wurde außerhalb von Doorward geändert oder gehört zu einem anderen Schlüssel.',
  itsOwnToolsReadAnd: 'Die eigenen Tools lesen und ändern Dateien und führen Befehle ohne Doorward aus.',
  serversInTheSettingsOf:
    'Server in den Einstellungen eines Projekts (eines Ordners, in dem Sie arbeiten) laufen an Doorward vorbei.',
  extensionsThatBringServersOf: 'Erweiterungen, die eigene Server mitbringen, laufen an Doorward vorbei.',
  connectorsThatYouAddedTo:
    'Konnektoren, die Sie Ihrem Konto bei {{where}} hinzugefügt haben, laufen dort und damit an Doorward vorbei.',
  desktopExtensionsMcpbRunInside:
    'Desktop-Erweiterungen (.mcpb) laufen in der App und damit an Doorward vorbei.',
  serversInAProjectsMcp:
    'Server in der .mcp.json eines Projekts und Server von Plug-ins laufen an Doorward vorbei.',
  otherAgentsThatRunIn: 'Andere Agenten, die darin laufen (ACP), haben eigene Einstellungen.',
  itsBuiltInExtensionsSuch: 'Die eingebauten Erweiterungen, etwa Developer, arbeiten ohne Doorward.',
  itsPlugInsGoPast: 'Die Plug-ins laufen an Doorward vorbei.',
  aiAssistantHasSettingsOf: 'AI Assistant hat eigene Einstellungen: Tools > AI Assistant > MCP.',
  itsBuiltInGithubServer: 'Der eingebaute GitHub-Server läuft an Doorward vorbei.',
  serversStayReachableThroughMcp: 'Server bleiben über MCP Router erreichbar, bis Sie sie dort entfernen.',
  whatDoorwardNotedAboutConnected:
    'Was Doorward über verbundene KI-Apps vermerkt hat („apps/apps.json“ im Profil), kann nicht gelesen werden; deshalb wird keine App geändert. Legen Sie eine gute Kopie an die Stelle.',
  itIsReachedDirectlyWithout: 'Er wird direkt erreicht, ohne das Programm, das seinen Schlüssel trug.',
  itsKeyIsAnArgument:
    'Sein Schlüssel ist ein Argument, das andere Programme dieses Computers lesen können, solange er läuft. Wenn er den Schlüssel auch als Umgebungsvariable nimmt, ändern Sie das.',
  itIsSwitchedOffIn: 'Er ist in der App ausgeschaltet.',
  itRefersToDoorwardsVault:
    'Er verweist auf den Tresor von Doorward. Fügen Sie ihn von Hand hinzu, wenn Sie das so wollen.',
  itTakesFromElsewhereWhich:
    'Er nimmt {{name}} von anderswo, und das kennt Doorward nicht. Fügen Sie ihn von Hand mit dem Wert hinzu, und verbinden Sie dann noch einmal.',
  itTakesValuesFromElsewhere:
    'Er nimmt Werte von anderswo („{{name}}“), die Doorward nicht kennt. Fügen Sie ihn von Hand mit ihnen hinzu, und verbinden Sie dann noch einmal.',
  aKeyIsInIts:
    'In seiner Adresse steht ein Schlüssel, der dort nicht verborgen werden kann. Senden Sie ihn als Header, und übernehmen Sie den Server dann.',
  aKeyIsInAn:
    'In einer Adresse unter seinen Argumenten steht ein Schlüssel, der dort nicht verborgen werden kann. Geben Sie ihn anders an, und übernehmen Sie den Server dann.',
  soNothingWasReadFrom:
    '„{{path}}“: {{known}}. Deshalb wurde nichts daraus gelesen, und es wird nichts hineingeschrieben.',
  isNoServer: '„{{name}}“ ist kein Server.',
  putThisAppsKeyIn:
    'Setzen Sie den Schlüssel dieser App anstelle von dw_YOUR-KEY ein; „Neuer Schlüssel“ macht einen, wenn er verloren ist.',
  theKeyIsShownThis: 'Der Schlüssel wird nur dieses eine Mal gezeigt.',
  ifTheFileHasEntries: 'Wenn die Datei schon Einträge hat, fügen Sie ihnen den namens „doorward“ hinzu.',
  startClaudeCodeAnewAfterwards: 'Starten Sie Claude Code danach neu.',
  claudeDesktopStartsASmall: 'Claude Desktop startet eine kleine Brücke, die keinen Schlüssel braucht.',
  quitClaudeDesktopAndStart: 'Beenden Sie danach Claude Desktop, und starten Sie es neu.',
  inVsCodeTheCommand: 'In VS Code öffnet der Befehl „MCP: Open User Configuration“ diese Datei.',
  vsCodeAsksForThe: 'VS Code fragt einmal nach dem Schlüssel und behält ihn: {{token}}',
  addTheLinesAtThe: 'Fügen Sie die Zeilen am Ende der Datei hinzu.',
  theAppReadsItsKey:
    'Die App liest ihren Schlüssel aus der Umgebung; setzen Sie ihn in einem Terminal, und starten Sie die App neu: setx DOORWARD_TOKEN {{token}}',
  theAppReadsItsKeyB:
    'Die App liest ihren Schlüssel aus der Umgebung; setzen Sie ihn in einem Terminal, und starten Sie die App neu: export DOORWARD_TOKEN={{token}}',
  theFirstLineIsThe:
    'Die erste Zeile ist die Adresse (Streamable HTTP), die zweite ein Header, der mit jeder Anfrage gesendet wird.',
  namesMayHave: 'In {{title}} gilt eine Höchstlänge von {{count}} Zeichen für dies: {{what}}.',
  itLeavesOut: 'Es lässt weg: {{names}}.',
  itRefusesToWork: 'Mit diesen arbeitet es nicht: {{names}}.',
  itShortensNames: 'Es kürzt die Namen von {{names}}.',
} as const satisfies Translation<typeof en>;
