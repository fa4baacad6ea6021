/** Sentences about the log of calls, its exports and its sending. */
export const hostLog = {
  whenDoorwardStartedOnThe:
    'When Doorward started on {{day}}, the call log was not the one that it had left: rows were changed or removed, or an older copy was in its place.',
  whenDoorwardStartedOnTheB:
    'When Doorward started on {{day}}, the call log was not the one that it had left: rows were changed or removed, or an older copy was in its place. Until then {{what}} had been recorded; in the one that was found there was {{what2}}.',
  whenDoorwardStartedOnTheC:
    'When Doorward started on {{day}}, the call log was not the one that it had left: rows were changed or removed, or an older copy was in its place. Until then {{what}} had been recorded; in the one that was found there were {{what2}}.',
  whatTheKeychainKeepsAbout: 'What the keychain keeps about the call log cannot be read.',
  theCallLogStoppedAnd:
    "The call log stopped and is being restarted, so calls can't be recorded and are refused.",
  theDiskDoesNotAnswer:
    "The disk does not answer, so calls can't be recorded and are refused. Check the disk that holds Doorward's profile folder.",
  theCallLogCannotKeep: 'The call log cannot keep up, so this call is refused. Try again in a moment.',
  theCallLogIsClosed: "The call log is closed because Doorward is stopping, so calls can't be recorded.",
  theCallLogIsBeing: 'The call log is being restarted. Try again in a moment.',
  theCallLogCouldNot: 'The call log could not be started. Start Doorward again.',
  theCallLogAnsweredAn: 'The call log answered an overview with something else.',
  theCallLogAnsweredA: 'The call log answered a session with something else.',
  theCallLogAnsweredWith: 'The call log answered with something else.',
  theCallLogAnsweredAB: 'The call log answered a report with something else.',
  theCallLogAnsweredAnB: 'The call log answered an export with something else.',
  theCallLogAnsweredAC: 'The call log answered a check with something else.',
  itHoldsNoSignedCheckpoint: 'It holds no signed checkpoint of this key.',
  itsNewestCheckpointIsNot: 'Its newest checkpoint is not signed.',
  itIsSignedByAnother: 'It is signed by another key: {{key}}.',
  theCallLogIsDamaged:
    'The call log is damaged and could not be set aside. Move {{file}} elsewhere and start again.',
  isNotAPlainFile: '{{file}} is not a plain file. Move it elsewhere and start again.',
  isADatabaseOfAnother: '{{file}} is a database of another program. Move it elsewhere and start again.',
  theCallLogWasWritten:
    'The call log was written by a newer Doorward (its format is {{count}}, this one knows {{count2}}). Update Doorward; nothing was changed.',
  theCallLogIsDamagedB: 'The call log is damaged.',
  theNewestRowsOfThe:
    'The newest rows of the call log do not fit together: they were changed outside Doorward. New calls are still recorded. Run "doorward log verify" to see where.',
  rowsToFitEachOther:
    'Rows {{from}} to {{end}} fit each other, but nothing signed vouches for them any more.',
  theCallLogIsNot:
    'The call log is not the one that Doorward left: rows were changed or removed, or an older copy was put in its place. New calls are still recorded, and this is noted in the log. Run "doorward log verify" to see where.',
  theCallLogWasSigned:
    'The call log was signed with another key than the one of this profile: the key was lost or replaced outside Doorward, or another log was put in place of this one. New calls are still recorded, and this is noted in the log.',
  theCallLogThatWas:
    'The call log that was here is gone: {{count}} rows had been recorded, and it was removed outside Doorward. This is noted in the new one.',
  thisExportIsOverOr: 'This export is over, or waited too long. Begin it again.',
  theCallLogCouldNotB: 'The call log could not be read: it is damaged.',
  theCallLogCouldNotC: 'The call log could not be read: the disk reports an error.',
  tooManyQuestionsToThe: 'Too many questions to the call log at once. Ask again in a moment.',
  thereIsAFileOf:
    'There is a file of this name that Doorward did not write. Choose another name, or move it away.',
  theFileWasNotWritten: 'The file was not written: {{why}}.',
  theCollectorWasNotReached: 'The collector was not reached: {{why}}.',
  theCollectorDoesNotTake: 'The collector does not take these records (status {{count}}).',
  itLeadsToAnotherAddress: 'It leads to another address, which is not followed. Give the right one.',
  itDoesNotAcceptThe: 'It does not accept the key. Check the header and the secret in the vault.',
  thereIsNoOtlpAt: 'There is no OTLP at this address. Give the address without "/v1/traces".',
  itIsTriedAgain: 'It is tried again.',
  theCollectorAnsweredWithStatus:
    'The collector answered with status {{count}}. It leads to another address, which is not followed. Give the right one.',
  theCollectorAnsweredWithStatusB:
    'The collector answered with status {{count}}. It does not accept the key. Check the header and the secret in the vault.',
  theCollectorAnsweredWithStatusC:
    'The collector answered with status {{count}}. There is no OTLP at this address. Give the address without "/v1/traces".',
  theCollectorAnsweredWithStatusD: 'The collector answered with status {{count}}. It is tried again.',
  theRecordWasNotTaken: 'The record was not taken.',
  theTestRecordWasTaken: 'The test record was taken.',
  thisIsATestOf: 'This is a test of Doorward. Nothing was called.',
  theSyslogServerDidNotB: 'The syslog server did not take the records: {{why}}.',
  itWasGivenUp: 'It was given up.',
  theSyslogServerWasNot: 'The syslog server was not reached: {{why}}.',
  theDiskIsFullSo: "The disk is full, so calls can't be recorded and are refused. Free 200 MB.",
  anotherProgramHoldsTheCall:
    "Another program holds the call log, so calls can't be recorded and are refused. Close programs that have log.db open.",
  theCallLogIsDamagedC:
    "The call log is damaged, so calls can't be recorded and are refused until it is set aside, which happens by itself.",
  theCallLogWasMoved:
    "The call log was moved or deleted while Doorward was running, so calls can't be recorded and are refused until a new one is made, which happens by itself.",
  doorwardMayNotWriteThe:
    "Doorward may not write the call log, so calls can't be recorded and are refused. Give your account write access to log.db and its folder.",
  theDiskReportsAnError:
    "The disk reports an error, so calls can't be recorded and are refused. Check the disk that holds Doorward's profile folder.",
  somethingFollowsItsLastLine: 'Something follows its last line.',
  itIsNotSigned: 'It is not signed.',
  whatDoesNotFitLies:
    'What does not fit lies between row {{from}} and row {{from2}}, or in what stands between them.',
  itHoldsWhatWasAsked: 'It holds what was asked for only; what else there was cannot be seen from it.',
  itIsNotSignedSo: 'It is not signed, so whoever changed it could have made it fit again.',
  itIsSignedWithThe: 'It is signed with the key {{key}}, that of this profile.',
  itIsSignedWithTheB: 'It is signed with the key {{key}}, the one that was given.',
  itIsSignedWithTheC:
    'It is signed with the key {{key}}, which the file itself brings: anybody can make such a file with a key of their own. Give the key that you know with --key.',
  theLogHadBeenClosed: 'The log had been closed before it.',
  itsNewestCheckpointsAreMissing: 'Its newest checkpoints are missing.',
  doorwardNoticedThisWhenIt: 'Doorward noticed this when it started on {{day}}.',
  doorwardNoticedThisWhenItB:
    'Doorward noticed this when it started on {{day}}. Until then, {{what}} had been recorded.',
  theCallLogIsComplete: 'The call log is complete and unchanged: {{what}}.',
  rowsBeforeWereRemovedBecause: 'Rows before {{first}} were removed because they were old.',
  itWasBegunWhenA: 'It was begun when a damaged one was set aside as {{aside}}.',
  itWasBegunAfterAn: 'It was begun after an earlier one of {{what}} had been removed outside Doorward.',
  onDoorwardNoticedThatIt:
    'On {{day}} Doorward noticed that it was not the one it had left; a person accepted that on {{day2}}.',
  itIsSignedUpTo: 'It is signed up to row {{row}} with the key {{key}}.',
  whetherThatIsTheKey:
    'Whether that is the key of your Doorward is not known here; give the key you know with --key.',
  rowsWereRecordedWhileThe:
    'Rows {{spans}} were recorded while the key was not at hand, so the key did not vouch for them then.',
  thereIsNoCallLog: 'There is no call log at {{path}}. Give the path of a log.db file.',
  isNotACallLog: '{{path}} is not a call log of Doorward.',
  thisCallLogWasWritten:
    'This call log was written by a newer Doorward. Update Doorward and verify it again.',
  isLockedByAnotherProgram: '{{path}} is locked by another program. Close it and verify again.',
  isDamagedItCannotBe: '{{path}} is damaged: it cannot be read as a database.',
  cannotBeReadCheckThat:
    '{{path}} cannot be read. Check that your account may read it and that the disk is well.',
  thisTimeDoesNotExist: 'This time does not exist. Give a date.',
  theSpanEndsBeforeIt: 'The span ends before it begins. Give an earlier beginning or a later end.',
  thereIsNoCallIn: 'There is no call "{{call}}" in the log.',
  whetherAnOlderLogWas: '{{why}} Whether an older log was put in place of this one cannot be told this time.',
  theCallLogCouldNotD: 'The call log could not be read.',
  nothingWasNoticedAboutThe: 'Nothing was noticed about the call log, so there is nothing to accept.',
  thatItWasNoticedAnd:
    'That it was noticed, and that it was accepted, stays on record in the log, which goes on.',
  theLogWasKeptAs: 'The log was kept as {{aside}}, and a new one was begun that names it.',
  giveFormatOrNext: 'Give "format" or "next".',
  thisCannotBeChosenHere: 'This cannot be chosen here.',
  yourOrganisationWantsEveryCall: 'Your organisation wants every call on record.',
  thisTimeDoesNotExistB: 'This time does not exist.',
  theReportEndsBeforeIt: 'The report ends before it begins. Give an earlier "since".',
  aReportSpansAYear: 'A report spans a year at most. Give a later "since".',
  giveTheWholePathOf: 'Give the whole path of the file.',
  thereIsNoFolderMake: 'There is no folder {{path}}. Make it first.',
  theFileCannotLieIn: "The file cannot lie in Doorward's own profile folder. Choose another place.",
  isNotAPlainFileB: '{{path}} is not a plain file. Choose another name.',
  theCertificateOfTheAuthority: 'The certificate of the authority cannot be read. It has to be in PEM form.',
  itsHeadersCannotBeFilled: 'Its headers cannot be filled in.',
  theKeychainIsLockedSo:
    'The keychain is locked, so nothing is sent. It goes on when Doorward starts with the keychain open.',
  organisationStandsForWhatAn: '"organisation" stands for what an organisation has set. Choose another name.',
  yourOrganisationHasSetThis: 'Your organisation has set this destination. Nobody here can remove it.',
  thereIsNoDestination: 'There is no destination "{{name}}".',
  whereYourLogIsSent:
    'Where your log is sent was changed or removed outside Doorward, so it is sent nowhere. Add the destinations again in Settings.',
  whereTheLogIsSent: 'Where the log is sent cannot be read while the keychain is locked.',
  thereIsADestinationAlready: 'There is a destination "{{name}}" already.',
  thereAreDestinationsAlreadyRemove: 'There are {{count}} destinations already. Remove one first.',
  sendingStoppedTryAgain: 'Sending stopped. Try again.',
  aTestIsUnderWay: 'A test is under way. Wait for it.',
  itDidNotAnswerIn: 'It did not answer in time.',
  collectorTookNotAll: 'The collector did not take {{count}} of the records ({{kind}}).',
  callsPassed_one:
    '1 call was sent while the call log could not be written, because you let calls pass then. Those that could not be written later are missing from the log.',
  callsPassed_other:
    '{{count}} calls were sent while the call log could not be written, because you let calls pass then. Those that could not be written later are missing from the log.',
  logRowDoesNotFit:
    'The call log was changed outside Doorward: row {{row}} does not fit the rows before it. Rows before it are unchanged.',
  logRowMissing:
    'The call log was changed outside Doorward: row {{row}} is missing. Rows before it are unchanged.',
  logRowAdded:
    'The call log was changed outside Doorward: row {{row}} was added. Rows before it are unchanged.',
  logRowMoved:
    'The call log was changed outside Doorward: row {{row}} stands at another place. Rows before it are unchanged.',
  logWrittenAnew:
    'The call log was changed outside Doorward: from row {{row}} on it was written anew and does not fit what was signed. Rows before it are unchanged.',
  logIsAnother:
    'The call log is not the one that was here: an older or another one was put in its place. From row {{row}} on it does not hold what had been recorded.',
  logEndMissing: 'The end of the call log is missing: row {{row}} and those after it had been recorded.',
  logPartlyDamaged: 'The call log is damaged: {{what}} could be read and fit together.',
  logSignedOtherwise: 'What the call log was signed with does not fit.',
  logKeptAside:
    'The call log was damaged and could not be read. It was kept as {{aside}} and a new log was begun.',
  troublePasses:
    "The disk is full, so calls can't be recorded, and pass because you chose that. Free 200 MB.",
  troublePassesHeld:
    "Another program holds the call log, so calls can't be recorded, and pass because you chose that. Close programs that have log.db open.",
  troublePassesDamaged:
    "The call log is damaged, so calls can't be recorded, and pass because you chose that until it is set aside, which happens by itself.",
  troublePassesMoved:
    "The call log was moved or deleted while Doorward was running, so calls can't be recorded, and pass because you chose that until a new one is made, which happens by itself.",
  troublePassesAccess:
    "Doorward may not write the call log, so calls can't be recorded, and pass because you chose that. Give your account write access to log.db and its folder.",
  troublePassesError:
    "The disk reports an error, so calls can't be recorded, and pass because you chose that. Check the disk that holds Doorward's profile folder.",
  troublePassesStopped:
    "The call log stopped and is being restarted, so calls can't be recorded, and pass because you chose that.",
  troublePassesSilent:
    "The disk does not answer, so calls can't be recorded, and pass because you chose that. Check the disk that holds Doorward's profile folder.",
  collectorSays: 'It says: {{said}}',
} as const;
