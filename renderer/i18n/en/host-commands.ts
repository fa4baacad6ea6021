/** Refusals and progress of commands about servers, tools and AI apps. */
export const hostCommands = {
  itsRoleSaysWhichLeave: 'Its role says which: leave the names out.',
  thereIsNoRoleDoorward: 'There is no role "{{role}}". "doorward role list" shows all.',
  thereIsNoAiApp: 'There is no AI app "{{client}}". "doorward client list" shows all.',
  thereIsAnAiApp: 'There is an AI app "{{name}}" already. Choose another name, or rotate its token.',
  thereAreAiAppsAlready: 'There are {{count}} AI apps already. Remove one first.',
  onlyTheDoorwardWindowCan: 'Only the Doorward window can do this while the app runs.',
  thisDoorwardRunsWithoutA: 'This Doorward runs without a window.',
  theCommandWasNotUnderstood: 'The command "{{name}}" was not understood: {{why}}',
  thereIsNoCommand: 'There is no command "{{name}}".',
  theCommandFailedInDoorward:
    'The command "{{name}}" failed in Doorward itself. The log in the profile\'s "logs" folder says more.',
  doorwardIsStopping: 'Doorward is stopping.',
  thereIsNoPortTo: 'There is no port to listen on.',
  theOperatorsKeyWasChanged:
    'The operator\'s key was changed outside Doorward or cannot be checked. Run "doorward doctor".',
  theOperatorsKeyWasChangedB: "The operator's key was changed.",
  itWasNotGivenWhat:
    'It was not given what looks like secrets: {{names}}. Does it offer less than you expect, look again with its secrets.',
  itMayNeedItsSecrets:
    '{{why}} It may need its secrets, which it was not given at this look: {{names}}. If you trust it with them, start it with its secrets (in a terminal: --with-secrets).',
  itsListsCouldNotBe: 'Its lists could not be kept: {{why}}',
  thereIsNobodyHereWho: 'There is nobody here who could be asked.',
  thereIsNoAnswerTo: 'There is no answer to this call.',
  connectingTo: 'Connecting to "{{id}}"…',
  readingWhatOffers: 'Reading what "{{id}}" offers…',
  thereIsNoServerDoorward: 'There is no server "{{id}}". "doorward server list" shows all.',
  isBlockedSoItIs: '"{{id}}" is blocked, so it is not started.',
  isUnreviewedSoItIs: '"{{id}}" is unreviewed, so it is not started. Inspect it first.',
  isSwitchedOffEnableIt: '"{{id}}" is switched off. Enable it first.',
  wasRemovedWhileItWas: '"{{id}}" was removed while it was being inspected. Inspect it again.',
  anotherVersionOfWasChosen: 'Another version of "{{id}}" was chosen meanwhile. Inspect it again.',
  hasNotBeenInspectedStart:
    '"{{id}}" has not been inspected. Start it once and look at what it offers first.',
  wasRemovedMeanwhile: '"{{id}}" was removed meanwhile.',
  lookingForNewerVersions: 'Looking for newer versions…',
  isNotApprovedSoIt: '"{{id}}" is not approved, so it keeps its version. Approve it first.',
  noNewerVersionOfIs: 'No newer version of "{{id}}" is known. "doorward server versions" looks.',
  theNewerVersionOfIs: 'The newer version of "{{id}}" is {{to}} by now. Look at it once more.',
  isNotApprovedSoNothing: '"{{id}}" is not approved, so nothing of it can be. Approve the server first.',
  ofIsNotOnHold: 'Of "{{server}}", {{what}} is not on hold.',
  hasChangedAgainSinceIt: '{{what}} has changed again since it was shown. Look at it once more.',
  cannotBeApproved: '{{what}} cannot be approved. {{why}}',
  itWasListedOnceAnd: 'It was listed once and taken back. The approved version was kept.',
  hasNotBeenInspectedLook: '"{{id}}" has not been inspected. Look at what it offers first.',
  isNotWhatYouLooked: '"{{id}}" is not what you looked at. {{why}} Inspect it again.',
  nothingOfThatNameOf: 'Nothing of that name of "{{id}}" is on hold.',
  offersNo: '"{{id}}" offers no {{what}}.',
  hasNoApprovedTool: '"{{id}}" has no approved tool "{{tool}}".',
  versionOfWasChosenIn:
    'Version {{to}} of {{name}} was chosen in place of {{from}}. Look at what it offers, then approve it.',
  couldNotBeCheckedBefore: '"{{id}}" could not be checked before its start: {{why}}',
  wasNotLookedAtSince:
    '"{{id}}" was not looked at since Doorward keeps what servers are, so it is not started. Inspect it again.',
  isNotApprovedInDoorward: '"{{id}}" is not approved in Doorward, so it is not started.',
  itIsNotWhatWas: 'It is not what was looked at any more. {{why}}',
  itIsNotWhatWasB: 'It is not what was approved any more. {{why}}',
  isNotWhatWasLooked:
    '"{{id}}" is not what was looked at any more, so it was not started. Ask the person to open Doorward and review it.',
  isNotWhatWasApproved:
    '"{{id}}" is not what was approved any more, so it was not started. Ask the person to open Doorward and review it.',
  doorwardHasNoTextsOf:
    'Doorward has no texts of this call any more: of the newest calls it keeps them while it runs, and the log kept their digests and sizes only.',
  theseTextsAreAsThe:
    'These texts are as the log kept them: the beginning, and what you chose to keep of it.',
  thereIsNoCall: 'There is no call "{{call}}".',
  thatIsNotAKey: 'That is not a key of Doorward.',
} as const;
