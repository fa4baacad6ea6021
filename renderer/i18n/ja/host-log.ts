import type { hostLog as en } from '../en/host-log.ts';
import type { Translation } from '../translation.ts';

/** Sentences about the log of calls, its exports and its sending. */
export const hostLog = {
  whenDoorwardStartedOnThe:
    '{{day}} に Doorward が起動したとき、呼び出しログは残しておいたものと違っていました。行が変更または削除されたか、古いコピーに置き換えられています。',
  whenDoorwardStartedOnTheB:
    '{{day}} に Doorward が起動したとき、呼び出しログは残しておいたものと違っていました。行が変更または削除されたか、古いコピーに置き換えられています。それまでに {{what}}が記録されていましたが、見つかったものにあったのは {{what2}}でした。',
  whenDoorwardStartedOnTheC:
    '{{day}} に Doorward が起動したとき、呼び出しログは残しておいたものと違っていました。行が変更または削除されたか、古いコピーに置き換えられています。それまでに {{what}}が記録されていましたが、見つかったものにあったのは {{what2}}でした。',
  whatTheKeychainKeepsAbout: 'キーチェーンにある呼び出しログの控えを読み取れません。',
  theCallLogStoppedAnd: '呼び出しログが止まり、起動し直しています。呼び出しを記録できないため、拒否します。',
  theDiskDoesNotAnswer:
    'ディスクが応答しません。呼び出しを記録できないため、拒否します。Doorward のプロファイルフォルダーがあるディスクを確認してください。',
  theCallLogCannotKeep:
    '呼び出しログが追いつかないため、この呼び出しは拒否されます。少し待ってからお試しください。',
  theCallLogIsClosed: 'Doorward が停止中で呼び出しログは閉じられているため、呼び出しを記録できません。',
  theCallLogIsBeing: '呼び出しログを起動し直しています。少し待ってからお試しください。',
  theCallLogCouldNot: '呼び出しログを開始できませんでした。Doorward を起動し直してください。',
  theCallLogAnsweredAn: '概要の求めに、呼び出しログが別のものを返しました。',
  theCallLogAnsweredA: 'セッションの求めに、呼び出しログが別のものを返しました。',
  theCallLogAnsweredWith: '呼び出しログが別のものを返しました。',
  theCallLogAnsweredAB: 'レポートの求めに、呼び出しログが別のものを返しました。',
  theCallLogAnsweredAnB: '書き出しの求めに、呼び出しログが別のものを返しました。',
  theCallLogAnsweredAC: '検証の求めに、呼び出しログが別のものを返しました。',
  itHoldsNoSignedCheckpoint: 'このキーで署名されたチェックポイントがありません。',
  itsNewestCheckpointIsNot: '最新のチェックポイントに署名がありません。',
  itIsSignedByAnother: '別のキーで署名されています：{{key}}。',
  theCallLogIsDamaged:
    '呼び出しログが壊れていて、脇に移すこともできませんでした。{{file}} を別の所に移して起動し直してください。',
  isNotAPlainFile: '{{file}} は普通のファイルではありません。別の所に移して起動し直してください。',
  isADatabaseOfAnother: '{{file}} は別のプログラムのデータベースです。別の所に移して起動し直してください。',
  theCallLogWasWritten:
    '呼び出しログは新しい Doorward が書いたものです（形式は {{count}}、こちらが扱えるのは {{count2}}）。Doorward を更新してください。何も変更していません。',
  theCallLogIsDamagedB: '呼び出しログが壊れています。',
  theNewestRowsOfThe:
    '呼び出しログの最新の行が互いに合いません。Doorward の外で変更されています。新しい呼び出しは引き続き記録されます。どこかを見るには「doorward log verify」を実行してください。',
  rowsToFitEachOther:
    '{{from}} 行目から {{end}} 行目は互いに合いますが、それを保証する署名はもうありません。',
  theCallLogIsNot:
    '呼び出しログは Doorward が残したものではありません。行が変更または削除されたか、古いコピーに置き換えられています。新しい呼び出しは引き続き記録され、このこともログに記されます。どこかを見るには「doorward log verify」を実行してください。',
  theCallLogWasSigned:
    '呼び出しログは、このプロファイルとは別のキーで署名されています。キーが Doorward の外で失われたか取り替えられたか、別のログに置き換えられています。新しい呼び出しは引き続き記録され、このこともログに記されます。',
  theCallLogThatWas:
    'ここにあった呼び出しログがなくなっています。{{count}} 行が記録されていましたが、Doorward の外で削除されました。新しいログにこのことを記します。',
  thisExportIsOverOr: 'この書き出しは終わったか、待ち時間が長すぎました。やり直してください。',
  theCallLogCouldNotB: '呼び出しログを読み取れませんでした：壊れています。',
  theCallLogCouldNotC: '呼び出しログを読み取れませんでした：ディスクがエラーを報告しています。',
  tooManyQuestionsToThe: '呼び出しログへの問い合わせが一度に多すぎます。少し待ってからお試しください。',
  thereIsAFileOf:
    'Doorward が書いたものではない同じ名前のファイルがあります。別の名前にするか、移してください。',
  theFileWasNotWritten: 'ファイルは書き込まれませんでした：{{why}}。',
  theCollectorWasNotReached: 'コレクターに届きませんでした：{{why}}。',
  theCollectorDoesNotTake: 'コレクターがこれらの記録を受け取りません（ステータス {{count}}）。',
  itLeadsToAnotherAddress: '別のアドレスに導いていますが、従いません。正しいものを指定してください。',
  itDoesNotAcceptThe: 'キーを受け入れません。ヘッダーと保管庫のシークレットを確認してください。',
  thereIsNoOtlpAt: 'このアドレスに OTLP はありません。「/v1/traces」のないアドレスを指定してください。',
  itIsTriedAgain: 'もう一度試します。',
  theCollectorAnsweredWithStatus:
    'コレクターはステータス {{count}} で応答しました。別のアドレスに導いていますが、従いません。正しいものを指定してください。',
  theCollectorAnsweredWithStatusB:
    'コレクターはステータス {{count}} で応答しました。キーを受け入れません。ヘッダーと保管庫のシークレットを確認してください。',
  theCollectorAnsweredWithStatusC:
    'コレクターはステータス {{count}} で応答しました。このアドレスに OTLP はありません。「/v1/traces」のないアドレスを指定してください。',
  theCollectorAnsweredWithStatusD: 'コレクターはステータス {{count}} で応答しました。もう一度試します。',
  theRecordWasNotTaken: '記録は受け取られませんでした。',
  theTestRecordWasTaken: 'テストの記録は受け取られました。',
  thisIsATestOf: 'これは Doorward のテストです。何も呼び出していません。',
  theSyslogServerDidNotB: 'syslog サーバーが記録を受け取りませんでした：{{why}}。',
  itWasGivenUp: 'あきらめました。',
  theSyslogServerWasNot: 'syslog サーバーに届きませんでした：{{why}}。',
  theDiskIsFullSo: 'ディスクがいっぱいです。呼び出しを記録できないため、拒否します。200 MB 空けてください。',
  anotherProgramHoldsTheCall:
    '別のプログラムが呼び出しログを使っています。呼び出しを記録できないため、拒否します。log.db を開いているプログラムを閉じてください。',
  theCallLogIsDamagedC:
    '呼び出しログが壊れています。自動で脇に移されるまで呼び出しを記録できないため、拒否します。',
  theCallLogWasMoved:
    'Doorward の実行中に呼び出しログが移動または削除されました。自動で新しいものが作られるまで呼び出しを記録できないため、拒否します。',
  doorwardMayNotWriteThe:
    'Doorward に呼び出しログへの書き込みが許されていません。呼び出しを記録できないため、拒否します。log.db とそのフォルダーへの書き込みをこのアカウントに許可してください。',
  theDiskReportsAnError:
    'ディスクがエラーを報告しています。呼び出しを記録できないため、拒否します。Doorward のプロファイルフォルダーがあるディスクを確認してください。',
  somethingFollowsItsLastLine: '最後の行の後に何か続いています。',
  itIsNotSigned: '署名がありません。',
  whatDoesNotFitLies: '合わないところは、{{from}} 行目と {{from2}} 行目の間か、その間にあるものの中です。',
  itHoldsWhatWasAsked: '求められたものだけを含みます。ほかに何があったかはわかりません。',
  itIsNotSignedSo: '署名がないため、変更した人が合うように作り直せたおそれがあります。',
  itIsSignedWithThe: 'キー {{key}}、つまりこのプロファイルのキーで署名されています。',
  itIsSignedWithTheB: 'キー {{key}}、つまり指定されたキーで署名されています。',
  itIsSignedWithTheC:
    'ファイル自身が示すキー {{key}} で署名されています。自分のキーでこのようなファイルを作ることは誰にでもできます。知っているキーを --key で指定してください。',
  theLogHadBeenClosed: 'その前にログは閉じられていました。',
  itsNewestCheckpointsAreMissing: '最新のチェックポイントが欠けています。',
  doorwardNoticedThisWhenIt: 'Doorward は {{day}} の起動時にこれに気づきました。',
  doorwardNoticedThisWhenItB:
    'Doorward は {{day}} の起動時にこれに気づきました。それまでに {{what}}が記録されていました。',
  theCallLogIsComplete: '呼び出しログは完全で、変更されていません：{{what}}。',
  rowsBeforeWereRemovedBecause: '{{first}} 行目より前の行は、古いため削除されました。',
  itWasBegunWhenA: '壊れたログを {{aside}} として脇に移したときに始まりました。',
  itWasBegunAfterAn: '以前のログ（{{what}}）が Doorward の外で削除された後に始まりました。',
  onDoorwardNoticedThatIt:
    '{{day}} に Doorward は、残しておいたログと違うことに気づきました。{{day2}} に人がそれを受け入れました。',
  itIsSignedUpTo: '{{row}} 行目までキー {{key}} で署名されています。',
  whetherThatIsTheKey:
    'それがあなたの Doorward のキーかどうかは、ここではわかりません。知っているキーを --key で指定してください。',
  rowsWereRecordedWhileThe:
    '{{spans}} 行目はキーが手元にない間に記録されたため、そのときはキーによる保証がありませんでした。',
  thereIsNoCallLog: '{{path}} に呼び出しログはありません。log.db ファイルのパスを指定してください。',
  isNotACallLog: '{{path}} は Doorward の呼び出しログではありません。',
  thisCallLogWasWritten:
    'この呼び出しログは新しい Doorward が書いたものです。Doorward を更新してから検証し直してください。',
  isLockedByAnotherProgram:
    '{{path}} は別のプログラムにロックされています。それを閉じてから検証し直してください。',
  isDamagedItCannotBe: '{{path}} は壊れていて、データベースとして読み取れません。',
  cannotBeReadCheckThat:
    '{{path}} を読み取れません。アカウントに読み取りが許されているか、ディスクに問題がないか確認してください。',
  thisTimeDoesNotExist: 'この時刻は存在しません。日付を指定してください。',
  theSpanEndsBeforeIt:
    '期間が始まる前に終わっています。もっと前の始まりか、もっと後の終わりを指定してください。',
  thereIsNoCallIn: 'ログに呼び出し「{{call}}」はありません。',
  whetherAnOlderLogWas: '{{why}} 古いログに置き換えられたかどうかは、今回はわかりません。',
  theCallLogCouldNotD: '呼び出しログを読み取れませんでした。',
  nothingWasNoticedAboutThe: '呼び出しログに気づいた点はないため、受け入れるものはありません。',
  thatItWasNoticedAnd: '気づいたことと受け入れたことはログに残り、ログは続きます。',
  theLogWasKeptAs: 'ログは {{aside}} として保存され、その名前を記した新しいログが始まりました。',
  giveFormatOrNext: '「format」か「next」を指定してください。',
  thisCannotBeChosenHere: 'これはここでは選べません。',
  yourOrganisationWantsEveryCall: '組織はすべての呼び出しの記録を求めています。',
  thisTimeDoesNotExistB: 'この時刻は存在しません。',
  theReportEndsBeforeIt: 'レポートが始まる前に終わっています。もっと前の「since」を指定してください。',
  aReportSpansAYear: 'レポートの期間は 1 年までです。もっと後の「since」を指定してください。',
  giveTheWholePathOf: 'ファイルの完全なパスを指定してください。',
  thereIsNoFolderMake: 'フォルダー {{path}} はありません。先に作ってください。',
  theFileCannotLieIn:
    'ファイルを Doorward 自身のプロファイルフォルダーには置けません。別の場所を選んでください。',
  isNotAPlainFileB: '{{path}} は普通のファイルではありません。別の名前にしてください。',
  theCertificateOfTheAuthority: '認証局の証明書を読み取れません。PEM 形式でなければなりません。',
  itsHeadersCannotBeFilled: 'ヘッダーを埋められません。',
  theKeychainIsLockedSo:
    'キーチェーンがロックされているため、何も送りません。キーチェーンが開いた状態で Doorward が起動すると再開します。',
  organisationStandsForWhatAn: '「organisation」は組織が設定したものを指します。別の名前にしてください。',
  yourOrganisationHasSetThis: 'この送り先は組織が設定しました。ここでは誰も削除できません。',
  thereIsNoDestination: '送り先「{{name}}」はありません。',
  whereYourLogIsSent:
    'ログの送り先が Doorward の外で変更または削除されたため、どこにも送りません。設定で送り先を追加し直してください。',
  whereTheLogIsSent: 'キーチェーンがロックされている間、ログの送り先を読み取れません。',
  thereIsADestinationAlready: '送り先「{{name}}」はすでにあります。',
  thereAreDestinationsAlreadyRemove: '送り先がすでに {{count}} 個あります。先に一つ削除してください。',
  sendingStoppedTryAgain: '送信が止まりました。もう一度お試しください。',
  aTestIsUnderWay: 'テスト中です。お待ちください。',
  itDidNotAnswerIn: '時間内に応答しませんでした。',
  collectorTookNotAll: 'コレクターは記録のうち {{count}} 件を受け取りませんでした（{{kind}}）。',
  callsPassed_other:
    '呼び出しログに書き込めない間に {{count}} 件の呼び出しが送られました。そのとき呼び出しを通す設定だったためです。後から書き込めなかったものはログに残っていません。',
  logRowDoesNotFit:
    '呼び出しログが Doorward の外で変更されました。{{row}} 行目がその前の行と合いません。それより前の行は変わっていません。',
  logRowMissing:
    '呼び出しログが Doorward の外で変更されました。{{row}} 行目がありません。それより前の行は変わっていません。',
  logRowAdded:
    '呼び出しログが Doorward の外で変更されました。{{row}} 行目が加えられています。それより前の行は変わっていません。',
  logRowMoved:
    '呼び出しログが Doorward の外で変更されました。{{row}} 行目が別の位置にあります。それより前の行は変わっていません。',
  logWrittenAnew:
    '呼び出しログが Doorward の外で変更されました。{{row}} 行目から書き直され、署名されたものと合いません。それより前の行は変わっていません。',
  logIsAnother:
    '呼び出しログは以前のものではありません。古いものか別のものに置き換えられています。{{row}} 行目以降に、記録されていたものがありません。',
  logEndMissing: '呼び出しログの末尾がありません。{{row}} 行目とその後の行は記録されていました。',
  logPartlyDamaged: '呼び出しログが壊れています。{{what}}は読み取れて、互いに合います。',
  logSignedOtherwise: '呼び出しログの署名が合いません。',
  logKeptAside:
    '呼び出しログが壊れていて読み取れませんでした。{{aside}} として保存し、新しいログを始めました。',
  troublePasses:
    'ディスクがいっぱいで呼び出しを記録できませんが、設定どおり通します。200 MB 空けてください。',
  troublePassesHeld:
    '別のプログラムが呼び出しログを使っていて呼び出しを記録できませんが、設定どおり通します。log.db を開いているプログラムを閉じてください。',
  troublePassesDamaged:
    '呼び出しログが壊れていて、自動で脇に移されるまで呼び出しを記録できませんが、設定どおり通します。',
  troublePassesMoved:
    'Doorward の実行中に呼び出しログが移動または削除され、自動で新しいものが作られるまで呼び出しを記録できませんが、設定どおり通します。',
  troublePassesAccess:
    'Doorward に呼び出しログへの書き込みが許されておらず、呼び出しを記録できませんが、設定どおり通します。log.db とそのフォルダーへの書き込みをこのアカウントに許可してください。',
  troublePassesError:
    'ディスクがエラーを報告していて呼び出しを記録できませんが、設定どおり通します。Doorward のプロファイルフォルダーがあるディスクを確認してください。',
  troublePassesStopped:
    '呼び出しログが止まり、起動し直しています。呼び出しを記録できませんが、設定どおり通します。',
  troublePassesSilent:
    'ディスクが応答せず呼び出しを記録できませんが、設定どおり通します。Doorward のプロファイルフォルダーがあるディスクを確認してください。',
  collectorSays: '次のように伝えています：{{said}}',
} as const satisfies Translation<typeof en>;
