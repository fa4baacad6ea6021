/** Sentences about how servers are started, reached and doing. */
export const hostHealth = {
  itIsReachedInAnother: 'It is reached in another way than before.',
  itsAddressWasAndIs: 'Its address was {{url}} and is now {{url2}}.',
  otherHeadersAreSentTo: 'Other headers are sent to it than before.',
  theProgramWasAndIs: 'The program was {{command}} and is now {{command2}}.',
  itIsStartedWithOther: 'It is started with other arguments than before.',
  itIsGivenOtherSettings: 'It is given other settings than before.',
  itIsStartedInAnother: 'It is started in another folder than before.',
  itComesFromAnotherPackage: 'It comes from another package than before.',
  itsVersionWasAndIs: 'Its version was {{was}} and is now {{now}}.',
  itsVersionWasAndIsB: 'Its version was {{was}} and is now unknown.',
  itsVersionWasUnknownAnd: 'Its version was unknown and is now {{now}}.',
  itsVersionWasUnknownAndB: 'Its version was unknown and is now unknown.',
  thePackageHasTheSame: 'The package has the same version and other contents than before.',
  aFileOfItHas: 'A file of it has changed since it was approved.',
  theToolIsLeftOut: 'The tool "{{key}}" is left out: {{why}}.',
  repeatsItsPagesTheRest: '{{list}} repeats its pages; the rest is left out.',
  hasMoreThanPagesThe_other: '{{list}} has more than {{count}} pages; the rest is left out.',
  noAnswer: 'No answer.',
  didNotAnswerWithinSeconds_other: '"{{id}}" did not answer {{method}} within {{count}} seconds.',
  anEntryOfIsNested: 'An entry of {{list}} is nested more than {{count}} deep.',
  anEntryOfIsNo: 'An entry of {{list}} is no object, or repeats a key.',
  anEntryOfHasNo: 'An entry of {{list}} has no "{{list2}}".',
  theToolHasNoInputschema: 'The tool "{{key}}" has no inputSchema.',
  isLargerThanMibThe: '{{list}} is larger than {{count}} MiB; the rest is left out.',
  isOfferedTwiceTheFirst: '"{{key}}" is offered twice; the first one counts.',
  hasMoreThanEntriesThe_other: '{{list}} has more than {{count}} entries; the rest is left out.',
  itDidNotAnswer: 'It did not answer.',
  isNotARemoteServer: '"{{id}}" is not a remote server.',
  theAddressOfIsNot: 'The address of "{{id}}" is not an http or https address. Correct it.',
  theAddressOfContainsA:
    'The address of "{{id}}" contains a user name or password. Remove them and send them as a header instead.',
  aHeaderOfHasA: 'A header of "{{id}}" has a name or value that cannot be sent: "{{header}}".',
  doesNotTakeMessagesAnd: '"{{id}}" does not take messages, and too many wait for it. Try again later.',
  theMethodNameOrParameters:
    'The method, name or parameters of a message to "{{id}}" do not fit into its headers.',
  gaveASessionIdThat: '"{{id}}" gave a session id that cannot be sent back. It needs an update.',
  cannotBeReachedAt: '"{{id}}" cannot be reached at {{host}}: {{why}}',
  whatAnswersAtDoesNot:
    'What answers at {{host}} does not speak HTTP as expected, so "{{id}}" cannot be used. Check the address.',
  didNotAnswerInTime: '"{{id}}" did not answer in time. Try again later.',
  aMessageToCannotBe: 'A message to "{{id}}" cannot be sent as an HTTP request.',
  theConnectionToWasClosed: 'The connection to "{{id}}" was closed.',
  theConnectionToBrokeBefore: 'The connection to "{{id}}" broke before its answer was complete. Try again.',
  sentMoreThanTheBytes_other:
    '"{{id}}" sent more than the {{count}} bytes that one answer may have, so the answer was dropped. Ask it for less at a time.',
  asksForSignInSign: '"{{id}}" asks for sign-in. Sign in to it, or check the token in its settings.',
  refusesAccessWithThePresent:
    '"{{id}}" refuses access with the present sign-in. Check the permissions of the account or token.',
  hasEndedTheSessionA: '"{{id}}" has ended the session. A new one is opened with the next call.',
  wasNotAskedItHas_other:
    '"{{id}}" was not asked: it has answered with HTTP status {{count2}} and wants to be left alone for {{count}} s. Try again then.',
  wasNotAskedItHasB_other:
    '"{{id}}" was not asked: it has answered with HTTP status {{count2}} and wants to be left alone for {{count}} minutes. Try again then.',
  redirectsToWhichIsNot:
    '"{{id}}" redirects to {{to}}, which is not followed. If that is right, change its address.',
  redirectsElsewhereWhichIsNot:
    '"{{id}}" redirects elsewhere, which is not followed. If that is right, change its address.',
  answeredWithInsteadOfAn: '"{{id}}" answered with {{what}} instead of an MCP message. Check its address.',
  endedItsStreamBeforeIt: '"{{id}}" ended its stream before it answered. Try again.',
  theConnectionToIsClosed: 'The connection to "{{id}}" is closed.',
  didNotAnswerInTimeB: '"{{server}}" did not answer in time. Check its address, and try again later.',
  hasClosedItsStreamTry: '"{{id}}" has closed its stream. Try again.',
  wantsItsMessagesSentTo:
    '"{{id}}" wants its messages sent to another place than its own address. That is refused.',
  didNotSayInTime: '"{{id}}" did not say in time where its messages go. Try again later.',
  theProgramWasNotFound: 'The program "{{command}}" was not found.',
  thereWasNoFolderTo: 'There was no folder to look in, because PATH is empty.',
  itWasLookedForIn: 'It was looked for in {{named}} and {{count}} more folders of PATH.',
  itWasLookedForInB: 'It was looked for in {{named}}.',
  itComesWithInstallIt: 'It comes with {{product}}: install it from {{where}}, then start the server again.',
  theNameContainsSpacesGive:
    'The name contains spaces: give the program alone as the command, and what follows it as arguments.',
  installItOrGiveThe:
    'Install it, or give the whole path of the program as the command, then start the server again.',
  theServerSoItDoes:
    'The server "{{id}}" {{what}}, so it does not seem to be an MCP server that speaks on its standard output. Check its command; what it wrote is in its log.',
  couldNotBeStarted: '"{{file}}" could not be started: {{why}}.',
  theCommandIsEmptyOr: 'The command is empty or has a NUL character in it, so it cannot be started.',
  theCommandBeginsWithWhich:
    'The command "{{command}}" begins with "~", which only a shell understands. Give the whole path.',
  theCommandIsARelative:
    'The command "{{command}}" is a relative path, and the server has no folder of its own to start from. Give the whole path, or set the folder.',
  thereIsNoFileCheck:
    'There is no file "{{path}}". Check the path of the command, then start the server again.',
  isThereButMayNot:
    '"{{path}}" is there but may not be run as a program. Allow that (chmod +x), or start it with its interpreter, such as node or python3.',
  whatItWroteIsIn: 'What it wrote is in its log.',
  couldNotBeStartedB: 'The server "{{name}}" could not be started: {{why}}.',
  wasStoppedByDoorwardIt:
    'The server "{{name}}" was stopped by Doorward. It is started again when it is needed.',
  cannotStartBecauseItsFolder:
    'The server "{{name}}" cannot start, because its folder "{{cwd}}" is not there.',
  cannotStart: 'The server "{{name}}" cannot start. {{why}}',
  closedItsInputSoIt: 'The server "{{name}}" closed its input, so it cannot be asked anything more.',
  closedItsOutputSoIt: 'The server "{{name}}" closed its output, so it can answer nothing more.',
  closedItsOutputInThe_other:
    'The server "{{name}}" closed its output in the middle of a message (after {{count}} bytes of it), so it can answer nothing more.',
  whatItWroteIsInB: '{{why}} What it wrote is in its log.',
  endedWithExitCodeWhat: 'The server "{{name}}" ended with exit code {{code}}. What it wrote is in its log.',
  endedWithExitCodeIn_other:
    'The server "{{name}}" ended with exit code {{code}} in the middle of a message (after {{count}} bytes of it). What it wrote is in its log.',
  wasEndedByTheSignal:
    'The server "{{name}}" was ended by the signal {{signal}}. What it wrote is in its log.',
  wasEndedByTheSignalB_other:
    'The server "{{name}}" was ended by the signal {{signal}} in the middle of a message (after {{count}} bytes of it). What it wrote is in its log.',
  sentAMessageOfMore_other:
    'The server "{{name}}" sent a message of more than {{count}} bytes and was stopped. Ask it for less at a time.',
  doesNotReadWhatIt_other:
    'The server "{{name}}" does not read what it is sent: {{count}} bytes are waiting already. Restart it if this goes on.',
  theServerIsStoppedAfter_other:
    'The server "{{id}}" is stopped after repeated crashes ({{count2}} within {{count}} minutes). Look at its log, then switch it on again.',
  theServerHasCrashedAnd_other:
    'The server "{{id}}" has crashed and is started again in {{count}} s. Try again then.',
  doorwardIsEndingSoNo: 'Doorward is ending, so no server is started any more.',
  doorwardCouldNotStartThe:
    'Doorward could not start the small process that ends servers with it, so no server is started. Restart Doorward.',
  theWatchdogEnded: 'The watchdog ended.',
  thePathOfTheProgram: 'The path of the program has a quote or a line break in it.',
  argumentHasALineBreak:
    'Argument {{count}} has a line break in it, which a batch file cannot be given. Use the program that "{{script}}" starts instead.',
  theArgumentsAreLongerThan_other:
    'The arguments are longer than the {{count}} characters that Windows takes for a batch file.',
  answeredWithStatus: '"{{id}}" answered with HTTP status {{count}}',
  answeredWithStatusAndSaid: '"{{id}}" answered with HTTP status {{count}} and said: {{said}}',
  busyTryLater: '"{{id}}" answered with HTTP status {{count}} ({{why}}). Try again later.',
  busyForSeconds_other:
    '"{{id}}" answered with HTTP status {{count2}} ({{why}}) and wants to be left alone for {{count}} s. Try again then.',
  busyForMinutes_other:
    '"{{id}}" answered with HTTP status {{count2}} ({{why}}) and wants to be left alone for {{count}} minutes. Try again then.',
  itSaid: 'It said: {{said}}',
} as const;
