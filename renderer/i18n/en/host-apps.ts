/** Sentences about the AI apps of this computer and their files. */
export const hostApps = {
  takesAtMostToolsIts_other:
    '{{title}} takes at most {{count}} tools, its own among them, and refuses to work with more; it is given {{count2}}.',
  takesAtMostToolsAnd_other:
    '{{title}} takes at most {{count}} tools and refuses to work with more; it is given {{count2}}.',
  readsAtMostToolsIt_other:
    '{{title}} reads at most {{count}} tools; it is given {{count2}} and leaves the rest out.',
  takesAtMostToolsItsB_other:
    '{{title}} takes at most {{count}} tools, its own among them; it is given {{count2}} here alone.',
  fromBeforeReadsAtMost_other:
    '{{title}} from before {{before}} reads at most {{count}} tools; it is given {{count2}}.',
  isOnlyBroughtInFrom: '{{title}} is only brought in from. Connect your AI apps themselves.',
  yourOrganisationDoesNotLet: 'Your organisation does not let {{title}} use Doorward.',
  isConnectedInAnotherWay: '{{title}} is connected in another way. Undo that first.',
  takesNoAddressSoIt: '{{title}} takes no address, so it is connected with the bridge.',
  itsFileIsInA:
    'Its file is in a folder that git keeps, so no key is written into it; the bridge needs none.',
  soItWasLeftAs: '"{{path}}" {{known}}, so it was left as it is.',
  changedAfterItWasShown: '{{path}} changed after it was shown. Look at it once more.',
  itWasLeftAsIt: '"{{path}}" {{known}}. It was left as it is.',
  wasNotConnectedByDoorward: '{{title}} was not connected by Doorward, so there is nothing to take back.',
  whatIsNotedOfNames: 'What is noted of {{title}} names a file that is not its own, so it was left as it is.',
  wasLeftAsItIs: '{{title}} was left as it is. {{why}}',
  thereIsNoServerIn: 'There is no server "{{name}}" in this app.',
  hasKeysThatMoveInto:
    '{{names}} has keys that move into the vault, which is not open, so nothing was brought in. {{why}}',
  haveKeysThatMoveInto:
    '{{names}} have keys that move into the vault, which is not open, so nothing was brought in. {{why}}',
  nothingWasBroughtIn: '{{why}} Nothing was brought in.',
  doorwardDoesNotRun: 'Doorward does not run.',
  doorwardKnowsNoAppDoorward: 'Doorward knows no app "{{id}}". "doorward app list" shows all.',
  hasAFileOfIts: '{{title}} has a file of its own. Another one can only be given for an export.',
  itsServersWereBroughtIn: '{{why}} Its servers were brought in.',
  goesThroughDoorwardFromIts: '{{title}} goes through Doorward from its next start on.',
  wasConnectedAlreadyNothingWas: '{{title}} was connected already; nothing was changed.',
  wasNotChangedYetAnd: '{{title}} was not changed yet, and will not be.',
  quitDoorwardThenPutsIts: 'Quit {{title}}; Doorward then puts its file back as it was.',
  theFileOfIsWhat: 'The file of {{title}} is what it was before.',
  theFileOfHadChanged:
    "The file of {{title}} had changed meanwhile, so only Doorward's entries were taken back.",
  theFileOfHadChangedB:
    "The file of {{title}} had changed meanwhile, so only Doorward's entries were taken back. Changed by somebody, and left: {{kept}}.",
  thereIsNoServerInB: 'There is no server "{{key}}" in {{title}} that goes past Doorward.',
  runsAndWouldNotNotice:
    '{{title}} runs, and would not notice the change or would write over it. Quit it; Doorward then connects it.',
  quitDoorwardThenConnectsIt: 'Quit {{title}}; Doorward then connects it.',
  startItIsConnectedAs: 'Start {{title}}; it is connected as soon as it has come.',
  wasConnectedButItsFile: '{{title}} was connected, but its file does not say so any more. Connect it again.',
  theBackupsOfAiApps: "The backups of AI apps' files are sealed with the vault. {{why}}",
  theKeyOfTheBackups: 'The key of the backups is gone from the vault.',
  notedNotWritten: 'What is noted about AI apps cannot be written: {{why}}. Nothing was changed.',
  backupNotWritten: 'The backup cannot be written: {{why}}. Nothing was changed.',
  whatIsNotedAboutAi: 'What is noted about AI apps cannot be read: {{why}}.',
  theNameOfABackup: 'The name of a backup is not valid.',
  theBackupIsDamaged: 'The backup is damaged.',
  theBackupIsSealedWith: 'The backup is sealed with a vault that is not there any more.',
  theBackupCannotBeRead: 'The backup cannot be read: {{why}}.',
  theBackupWasChangedOutside: 'The backup was changed outside Doorward or belongs to another key.',
  itsOwnToolsReadAnd: 'Its own tools read and change files and run commands without Doorward.',
  serversInTheSettingsOf: 'Servers in the settings of a project (a folder you work in) go past Doorward.',
  extensionsThatBringServersOf: 'Extensions that bring servers of their own go past Doorward.',
  connectorsThatYouAddedTo:
    'Connectors that you added to your account on {{where}} run there and go past Doorward.',
  desktopExtensionsMcpbRunInside: 'Desktop extensions (.mcpb) run inside the app and go past Doorward.',
  serversInAProjectsMcp: 'Servers in a project’s .mcp.json and servers of plug-ins go past Doorward.',
  otherAgentsThatRunIn: 'Other agents that run in it (ACP) have settings of their own.',
  itsBuiltInExtensionsSuch: 'Its built-in extensions, such as Developer, work without Doorward.',
  itsPlugInsGoPast: 'Its plug-ins go past Doorward.',
  aiAssistantHasSettingsOf: 'AI Assistant has settings of its own: Tools > AI Assistant > MCP.',
  itsBuiltInGithubServer: 'Its built-in GitHub server goes past Doorward.',
  serversStayReachableThroughMcp: 'Servers stay reachable through MCP Router until you remove them there.',
  whatDoorwardNotedAboutConnected:
    'What Doorward noted about connected AI apps ("apps/apps.json" in its profile) cannot be read, so no app is changed. Put a good copy in its place.',
  itIsReachedDirectlyWithout: 'It is reached directly, without the program that carried its key.',
  itsKeyIsAnArgument:
    'Its key is an argument, which other programs of this computer can read while it runs. If it can take the key as an environment value, change that.',
  itIsSwitchedOffIn: 'It is switched off in the app.',
  itRefersToDoorwardsVault: 'It refers to Doorward’s vault. Add it by hand if you want it so.',
  itTakesFromElsewhereWhich:
    'It takes {{name}} from elsewhere, which Doorward does not know. Add it by hand with the value, then connect again.',
  itTakesValuesFromElsewhere:
    'It takes values from elsewhere ("{{name}}"), which Doorward does not know. Add it by hand with them, then connect again.',
  aKeyIsInIts: 'A key is in its address, where it cannot be hidden. Send it as a header, then bring it in.',
  aKeyIsInAn:
    'A key is in an address among its arguments, where it cannot be hidden. Give it otherwise, then bring it in.',
  soNothingWasReadFrom: '"{{path}}" {{known}}, so nothing was read from it and nothing is written to it.',
  isNoServer: '"{{name}}" is no server.',
  putThisAppsKeyIn: 'Put this app\'s key in place of dw_YOUR-KEY; "New key" makes one when it is lost.',
  theKeyIsShownThis: 'The key is shown this once.',
  ifTheFileHasEntries: 'If the file has entries already, add the one named "doorward" to them.',
  startClaudeCodeAnewAfterwards: 'Start Claude Code anew afterwards.',
  claudeDesktopStartsASmall: 'Claude Desktop starts a small bridge, which needs no key.',
  quitClaudeDesktopAndStart: 'Quit Claude Desktop and start it again afterwards.',
  inVsCodeTheCommand: 'In VS Code the command "MCP: Open User Configuration" opens this file.',
  vsCodeAsksForThe: 'VS Code asks for the key once and keeps it: {{token}}',
  addTheLinesAtThe: 'Add the lines at the end of the file.',
  theAppReadsItsKey:
    'The app reads its key from the environment; set it in a terminal and start the app anew: setx DOORWARD_TOKEN {{token}}',
  theAppReadsItsKeyB:
    'The app reads its key from the environment; set it in a terminal and start the app anew: export DOORWARD_TOKEN={{token}}',
  theFirstLineIsThe:
    'The first line is the address (Streamable HTTP), the second a header that goes with every request.',
  namesMayHave: 'In {{title}}, {{what}} may have {{count}} characters.',
  itLeavesOut: 'It leaves out {{names}}.',
  itRefusesToWork: 'It refuses to work with {{names}}.',
  itShortensNames: 'It shortens the names of {{names}}.',
} as const;
