/** Why calls and questions did not go through, as the log keeps it. */
export const hostRefusals = {
  thePermissionCouldNotBe: 'The permission could not be saved, so nothing was allowed.',
  thisCallIsBeingAnswered: 'This call is being answered already.',
  theAppHasMadeThis: 'The app has made this call in the meantime, and it was let through.',
  aPermissionForAWhole: 'A permission for a whole server or app is made on the Permissions page.',
  noRuleCanNameThis: 'No rule can name this call exactly, so it can be allowed only once.',
  callsThatSendDeleteRun:
    'Calls that send, delete, run, spend, or do something unknown are not allowed for good here. Choose a shorter time.',
  yourSettingsDoNotLet: 'Your settings do not let a call be allowed for so long. Choose a shorter time.',
  doorwardCannotSayWhatIs:
    'Doorward cannot say what is like this call. Choose these arguments, or the whole tool.',
  doorwardIsClosingSoThis: 'Doorward is closing, so this call was refused.',
  theDecisionCouldNotBe: 'The decision could not be recorded, so this call was refused. Nothing was sent.',
  itMayBeAskedAgain:
    'It may be asked again later: when a person allows it in the meantime, the same call passes once.',
  nobodyIsAtTheComputer: 'Nobody is at the computer. Ask later.',
  nobodyAnsweredTheLastQuestions:
    'Nobody answered the last questions of this app, so this call was refused without asking. Ask later.',
  tooManyCallsOfThis:
    'Too many calls of this app wait for a person already, so this call was refused. Ask again when they are answered.',
  aRuleBlocksThisCall: 'A rule blocks this call now, so it was refused.',
  doorwardCouldNotShowThis: 'Doorward could not show this call to a person, so it was refused.',
  theAppStoppedWaitingFor: 'The app stopped waiting for the answer.',
  noOneAnsweredInTime:
    'No one answered in time, so this call was refused. It may be asked again later: when a person allows it in the meantime, the same call passes once.',
  noOneAnsweredInTimeB: 'No one answered in time, so this call was refused. It may be asked again later.',
  noOneAnsweredWithinS_other:
    'No one answered within {{count}} s, so this call was refused. It may be asked again later: when a person allows it in the meantime, the same call passes once.',
  noOneAnsweredWithinSB_other:
    'No one answered within {{count}} s, so this call was refused. It may be asked again later.',
  nobodyIsAtTheComputerB: 'Nobody is at the computer to look at it.',
  nobodyAnsweredTheLastQuestionsB:
    'Nobody answered the last questions of this app, so nobody was asked about it.',
  tooManyQuestionsOfThis:
    'Too many questions of this app wait for a person already, so nobody was asked about it.',
  doorwardIsClosingSoNobody: 'Doorward is closing, so nobody can look at it any more.',
  doorwardLetsNothingOfThe: 'Doorward lets nothing of the kind pass now.',
  theDecisionOfAPerson: 'The decision of a person about it could not be recorded.',
  doorwardCouldNotShowIt: 'Doorward could not show it to a person.',
  theAppStoppedWaitingForB: 'The app stopped waiting for it.',
  noOneLookedAtIt: 'No one looked at it in time.',
  noOneLookedAtItB_other: 'No one looked at it within {{count}} s.',
  thereIsNoValidDecision: 'There is no valid decision of a person for this call, so it was refused.',
  theDecisionAboutThisCall: 'The decision about this call was used already, so it was refused.',
  theDecisionAboutThisCallB:
    'The decision about this call has expired, so it was refused. It may be asked again.',
  thisCallDiffersFromThe: 'This call differs from the one that was allowed, so it was refused.',
  theRulesChangedAfterThis:
    'The rules changed after this call was allowed, so it was refused. It may be asked again.',
  whatAPersonDecidedAbout: 'What a person decided about it does not hold any more.',
  thereIsNoSuchCall: 'There is no such call. It may have been answered already.',
  anAnswerOfAServer: 'An answer of a server is passed on or kept back once. No permission is made of it.',
  nobodyAnsweredThisCallIn: 'Nobody answered this call in time. It can be allowed for its next try only.',
  itCountsNoLongerBut:
    'It counts no longer, but the disk could not be written: after a restart it may count again until its time is over. Free some space, then refuse it again.',
  doesNotOfferAnyMore: '"{{server}}" does not offer \'{{key}}\' any more, so it was not called.',
  doorwardCouldNotCheckWhat:
    'Doorward could not check what "{{server}}" offers now, so nothing was called. {{why}}',
  thisServerWasRemovedFrom: 'This server was removed from Doorward. Nothing was sent.',
  isBlockedInDoorwardNothing: '"{{id}}" is blocked in Doorward. Nothing was sent.',
  isSwitchedOffInDoorward: '"{{id}}" is switched off in Doorward. Nothing was sent.',
  isNotThereForThis: '"{{id}}" is not there for this AI app now, as chosen in Doorward. Nothing was sent.',
  isNotApprovedInDoorward: '"{{id}}" is not approved in Doorward. Approve it there, then try again.',
  thisCallIsAnotherOne: 'This call is another one by now.',
  doorwardStoppedBeforeThisCall: 'Doorward stopped before this call ended.',
  doorwardKeepsTheTextsOf:
    'Doorward keeps the texts of the newest calls only, and only while it runs; this one is kept no more, so it cannot be looked at again.',
  theArgumentsAreLongOnly:
    'The arguments are long: only their beginning and their end are kept, and looked at here.',
  theAnswerIsLongOnly: 'The answer is long: only its beginning and its end are kept, and looked at here.',
  notAllOfTheArguments: 'Not all of the arguments could be looked at.',
  notAllOfTheAnswer: 'Not all of the answer could be looked at.',
  moreWasFoundInThe: 'More was found in the arguments; these are the worst {{count}}.',
  moreWasFoundInTheB: 'More was found in the answer; these are the worst {{count}}.',
  anEarlierTryOfThis:
    'An earlier try of this call may have happened: Doorward ended before its answer came. Look whether it was done before you let it be done again.',
  theOutcomeIsUnknownDoorward:
    'The outcome is unknown: Doorward stopped before the answer came. The server may have done what was asked.',
  theServerHasDoneWhat:
    'The server has done what it was asked, but Doorward kept its answer back: {{why}}. {{why2}} Do not repeat the call to get it; tell the person what is missing.',
  thisQuestionTakesNoAnswers: 'This question takes no answers, only yes or no.',
  theAnswersAreOneJson: 'The answers are one JSON object, with a member for each field of the form.',
  theAnswersAreLongerThan: 'The answers are longer than a server may get.',
  theAnswersCannotBeSent: 'The answers cannot be sent: {{why}}.',
  theFormHasNoField: 'The form has no field "{{field}}".',
  unknownTool: 'Unknown tool: {{name}}',
  aRuleOfYourOrganisation: 'A rule of your organisation refuses this call. Nothing was sent.',
  aRuleThatAPerson: 'A rule that a person made in Doorward refuses this call. Nothing was sent.',
  thisCallWasMadeAlready: 'This call was made already, so its arguments cannot be changed.',
  thisCallDoesNotWait: 'This call does not wait any more, so its arguments cannot be changed.',
  thisToolHasArgumentsThat:
    'This tool has arguments that also travel as headers, so they cannot be changed here.',
  cannotShowFormsOfServers: '{{app}} cannot show forms of servers, so Doorward shows it.',
  cannotOpenPagesForServers: '{{app}} cannot open pages for servers, so Doorward asks you.',
  aPersonHasBlockedEverything: 'A person has blocked everything in Doorward for now.',
  theMessagesOfTheServer:
    'The messages of the server take too long to be looked at, so for now they are not passed on.',
  aMessageOfTheServer: 'A message of the server is too large to be looked at, so it was not passed on.',
  theAnswerToTheServer:
    'The answer to the server has something in it that would have to be masked, which is not possible here. Nothing was sent.',
  thisWasStoppedItCarries:
    'This was stopped: it carries a value that must not leave this computer. Nothing of it was sent.',
  moreIsEncodedInThis:
    'More is encoded in this than Doorward looks into, so a canary that you planted could be in it.',
  triedToSendTheCanary:
    '{{app}} tried to send the canary "{{name}}" to "{{server}}". The call was stopped. It has read something that nobody has business reading: look at its last calls in Activity.',
  hasReadPrivateDataOf:
    '{{app}} has read private data of "{{server}}" ({{name}}) and text of strangers from "{{server2}}" ({{name2}}), and this call would send data out through "{{target}}".',
  thisCallWouldSendData:
    'This call would send data out, and private data and text of strangers were read before it. Nothing was sent. A person can start afresh in Doorward on the page of this AI app.',
  aNumberInItIs: 'A number in it is hidden by one of your masks, but a number cannot be replaced.',
  aNumberInTheAnswer:
    'A number in the answer is hidden by one of your masks, but a number cannot be replaced.',
  somethingInTheAnswerIs:
    'Something in the answer is hidden by one of your masks, but the tool promises a fixed form in that place, so there it was not replaced.',
  thereIsMoreEncodedIn:
    'There is more encoded in it than can be looked at, so nobody knows whether it has something in it that one of your masks hides.',
  itHasSomethingInIt:
    'It has something in it that is hidden from this server, in a place that cannot be changed. Nothing was sent. Call again without it.',
  whatTheServerAsksHas:
    'What the server asks has something in it that is hidden from this AI app, so it was not passed on.',
  theAnswerHasANumber:
    'The answer has a number in it that is hidden from this server, so it was not passed on.',
  itIsTooLongTo:
    'It is too long to look for everything in it that has to be hidden, so it did not go on. Ask for a smaller part.',
  itHasASecretOf: 'It has a secret of the vault in it that is not meant for this server. Nothing was sent.',
  whatTheServerAsksHasB: 'What the server asks has a secret of the vault in it, so it was not passed on.',
  theAiAppWentAway: 'The AI app went away before it answered.',
  theServerStopped: 'The server stopped.',
  theAiAppIsGone: 'The AI app is gone.',
  tooManyQuestionsOfThisB: 'Too many questions of this server are waiting in this AI app already.',
  theCallThatThisQuestion: 'The call that this question is about is over.',
  doorwardCannotAnswerWhatA: 'Doorward cannot answer what a task asks.',
  thisProtocolRevisionHasNo: 'This protocol revision has no server requests.',
  itDidNotListAnything: 'It did not list anything.',
  theServerAskedTooMany: 'The server asked too many questions for one call.',
  theServerAskedAQuestion: 'The server asked a question that Doorward cannot read.',
  theServerWantsToOpen: 'The server wants to open something that is no web address.',
  theServerWantsToOpenB: 'The server wants to open an address that is too long to be looked at.',
  theServerWantsToOpenC: 'The server wants to open an address with hidden characters in it.',
  theServerWantsToOpenD: 'The server wants to open something that is no web page.',
  theServerWantsToOpenE: 'The server wants to open a page over a connection that is not encrypted.',
  theServerWantsToOpenF:
    'The server wants to open an address with a name before the host, which hides where it leads.',
  theServerWantsToOpenG: 'The server wants to open an address whose host can be read in two ways.',
  tooManyCallsWaitFor: 'Too many calls wait for answers.',
  nobodyAnsweredTheQuestionOf: 'Nobody answered the question of the server in time.',
  hasCallsRunningForThis:
    '"{{server}}" has {{count}} calls running for this AI app, each on a connection of its own. Try again when some are done.',
  doorwardIsStoppingSoIs: 'Doorward is stopping, so "{{server}}" is not started.',
  noAnswerCameInTime: 'No answer came in time.',
  didNotAnswerWithinSeconds_other: '"{{id}}" did not answer within {{count}} seconds of its start.',
  wasStopped: '"{{id}}" was stopped.',
  refusedTheConnection: '"{{id}}" refused the connection: {{said}}',
  notBeforeTheHandshake: 'Not before the handshake.',
  sentABrokenAnswer: '"{{id}}" sent a broken answer: {{why}}',
  anAnswerToARequest: 'An answer to a request that is not open was dropped.',
  aQuestionWhoseIdIs: 'A question whose id is in use was dropped.',
  tooManyQuestionsAreOpen: 'Too many questions are open.',
  doorwardCannotTellWhichAi: 'Doorward cannot tell which AI app this question is for.',
  theAiAppGaveThis: 'The AI app gave this call up. Nothing was sent.',
  doorwardKeptTheAnswerBack:
    'Doorward kept the answer back because its check "{{name}}" failed. The server has done what it was asked.',
  doorwardRefusedThisCallBecause:
    'Doorward refused this call because its check "{{name}}" failed. Nothing was sent.',
  theAiAppCannotAnswer: 'The AI app cannot answer all that the server asked.',
  doorwardHasDealtWithWhat: 'Doorward has dealt with what the server asked for. Call again.',
  thisCallAlreadyWaitsFor: 'This call already waits for an answer.',
  theAiAppCannotAnswerB: 'The AI app cannot answer this kind of question.',
  doorwardCouldNotAnswerThis: 'Doorward could not answer this question.',
  onlyTheArgumentsOfA: 'Only the arguments of a tool or a prompt can be changed.',
  theArgumentsAreLargerThan: 'The arguments are larger than a message may be.',
  theArgumentsCannotBeSent: 'The arguments cannot be sent: {{why}}.',
  theArgumentsMustBeAn: 'The arguments must be an object.',
  inputresponsesLacksTheAnswerTo: '"inputResponses" lacks the answer to the question.',
  thisRequeststateIsNotKnown:
    'This requestState is not known: it expired, was used already, or belongs to another request.',
  theAiAppGaveThe: 'The AI app gave the call up.',
  theSessionEnded: 'The session ended.',
  theAiAppDidNot: 'The AI app did not answer the question of the server.',
  thisCallNeedsTheAnswer: 'This call needs the answer of a person and has none, so it was not sent.',
  aPersonHasBlockedEverythingB: 'A person has blocked everything in Doorward for now. Nothing was sent.',
  theRulesChangedWhileThis:
    'The rules changed while this call was on its way, so it was not sent. It may be tried again.',
  thisAiAppWasRemoved: 'This AI app was removed from Doorward. Connect it again to use its tools.',
  theServerHasDoneWhatB:
    'The server has done what it was asked, but Doorward kept its answer back: a person has to look at it first, and nobody can be asked here. Do not repeat the call to get it; tell the person what is missing.',
  theArgumentsCannotBeSentB: 'The arguments cannot be sent.',
  theToolIsMalformedIt: 'The tool "{{name}}" is malformed: {{why}}. It was not called.',
  theHeaderDoesNotMatch: 'The header {{header}} does not match the arguments.',
  thereIsNoSuchServer: 'There is no such server.',
  theToolNameIsMissing: 'The tool name is missing.',
  thePromptNameIsMissing: 'The prompt name is missing.',
  theResourceUriIsMissing: 'The resource URI is missing.',
  resourceNotFound: 'Resource not found: {{uri}}',
  thereIsNoSuchTask: 'There is no such task.',
  doorwardCouldNotReadThis:
    'Doorward could not read this request in one way only, so it was refused. Nobody was asked.',
  thePromptIsLongerThan: 'The prompt is longer than a person can be shown, so it was refused. Ask with less.',
  theFormIsLargerThan: 'The form is larger than a person can be shown, so it was refused. Ask with less.',
  theServerAskedForThe:
    'The server asked for the conversation of the AI app along with its prompt ("includeContext"). Doorward never gives that. Ask without it.',
  theServerWantsToOpenH:
    'The server wants to open an address inside a private network. Doorward opens no such page. Nobody was asked.',
  theFormAsksForA:
    'The form asks for a secret in the field "{{field}}". Doorward shows no form that asks for passwords, keys or codes. Nobody was asked.',
  nobodyWasAsked: '{{why}} Nobody was asked.',
  itMayAskAgainIn_other: 'It may ask again in {{count}} min.',
  noSignOfLifeSeconds_other:
    '"{{id}}" gave no sign of life for {{count}} s, so the call was given up. It may have been carried out all the same. Check before you repeat it.',
  noSignOfLifeMinutes_other:
    '"{{id}}" gave no sign of life for {{count}} minutes, so the call was given up. It may have been carried out all the same. Check before you repeat it.',
  readInTwoWays: '"{{id}}" answered with something that can be read in two ways, so it is not passed on.',
  loopNotLetGoOnMinute:
    'This same call was made again and again, and the person did not let it go on. Nothing was sent. Do something else; this call can be tried again in 1 minute.',
  loopNotLetGoOn_other:
    'This same call was made again and again, and the person did not let it go on. Nothing was sent. Do something else; this call can be tried again in {{count}} minutes.',
  loopIsAsked:
    'This same call was made again and again, and the person is being asked whether it may go on. Nothing was sent. Wait for their answer.',
  loopFailed:
    'This AI app has made this very call {{count}} times within a minute, and it failed each time. It may be stuck in a loop.',
  loopSameAnswer:
    'This AI app has made this very call {{count}} times within a minute, and the answer was the same each time. It may be stuck in a loop.',
} as const;
