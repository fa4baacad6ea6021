import type { hostHealth as en } from '../en/host-health.ts';
import type { Translation } from '../translation.ts';

/** Sentences about how servers are started, reached and doing. */
export const hostHealth = {
  itIsReachedInAnother: 'つなぎ方が以前と違います。',
  itsAddressWasAndIs: 'アドレスは {{url}} でしたが、今は {{url2}} です。',
  otherHeadersAreSentTo: '送るヘッダーが以前と違います。',
  theProgramWasAndIs: 'プログラムは {{command}} でしたが、今は {{command2}} です。',
  itIsStartedWithOther: '起動時の引数が以前と違います。',
  itIsGivenOtherSettings: '渡す設定が以前と違います。',
  itIsStartedInAnother: '起動するフォルダーが以前と違います。',
  itComesFromAnotherPackage: '入手元のパッケージが以前と違います。',
  itsVersionWasAndIs: 'バージョンは {{was}} でしたが、今は {{now}} です。',
  itsVersionWasAndIsB: 'バージョンは {{was}} でしたが、今は不明です。',
  itsVersionWasUnknownAnd: 'バージョンは不明でしたが、今は {{now}} です。',
  itsVersionWasUnknownAndB: 'バージョンは不明でしたが、今も不明です。',
  thePackageHasTheSame: 'パッケージのバージョンは同じですが、中身が以前と違います。',
  aFileOfItHas: '承認の後にファイルの一つが変わりました。',
  theToolIsLeftOut: 'ツール「{{key}}」は省かれます：{{why}}。',
  repeatsItsPagesTheRest: '{{list}} は同じページを繰り返しています。残りは省かれます。',
  hasMoreThanPagesThe_other: '{{list}} は {{count}} ページを超えています。残りは省かれます。',
  noAnswer: '応答がありません。',
  didNotAnswerWithinSeconds_other: '「{{id}}」は {{count}} 秒以内に {{method}} に応答しませんでした。',
  anEntryOfIsNested: '{{list}} に、入れ子が {{count}} 段を超える項目があります。',
  anEntryOfIsNo: '{{list}} に、オブジェクトではないか、キーが重複する項目があります。',
  anEntryOfHasNo: '{{list}} に「{{list2}}」のない項目があります。',
  theToolHasNoInputschema: 'ツール「{{key}}」に inputSchema がありません。',
  isLargerThanMibThe: '{{list}} は {{count}} MiB を超えています。残りは省かれます。',
  isOfferedTwiceTheFirst: '「{{key}}」が二度提供されています。最初のものを使います。',
  hasMoreThanEntriesThe_other: '{{list}} の項目は {{count}} 個を超えています。残りは省かれます。',
  itDidNotAnswer: '応答しませんでした。',
  isNotARemoteServer: '「{{id}}」はリモートサーバーではありません。',
  theAddressOfIsNot: '「{{id}}」のアドレスは http や https のものではありません。修正してください。',
  theAddressOfContainsA:
    '「{{id}}」のアドレスにユーザー名かパスワードが含まれています。取り除いて、ヘッダーで送ってください。',
  aHeaderOfHasA: '「{{id}}」に、送れない名前か値のヘッダーがあります：「{{header}}」。',
  doesNotTakeMessagesAnd:
    '「{{id}}」がメッセージを受け取らず、待ちが多すぎます。後でもう一度お試しください。',
  theMethodNameOrParameters:
    '「{{id}}」へのメッセージのメソッド、名前、またはパラメーターがヘッダーに収まりません。',
  gaveASessionIdThat: '「{{id}}」の示したセッション ID を送り返せません。サーバーの更新が必要です。',
  cannotBeReachedAt: '{{host}} の「{{id}}」に届きません：{{why}}',
  whatAnswersAtDoesNot:
    '{{host}} で応答するものが想定どおりの HTTP ではないため、「{{id}}」を使えません。アドレスを確認してください。',
  didNotAnswerInTime: '「{{id}}」は時間内に応答しませんでした。後でもう一度お試しください。',
  aMessageToCannotBe: '「{{id}}」へのメッセージを HTTP リクエストとして送れません。',
  theConnectionToWasClosed: '「{{id}}」との接続が閉じられました。',
  theConnectionToBrokeBefore: '「{{id}}」との接続が、応答が揃う前に切れました。もう一度お試しください。',
  sentMoreThanTheBytes_other:
    '「{{id}}」が一つの応答の上限 {{count}} バイトを超えて送ったため、応答を破棄しました。一度に求める量を減らしてください。',
  asksForSignInSign:
    '「{{id}}」がサインインを求めています。サインインするか、設定のトークンを確認してください。',
  refusesAccessWithThePresent:
    '「{{id}}」は今のサインインでのアクセスを拒否しています。アカウントかトークンの権限を確認してください。',
  hasEndedTheSessionA: '「{{id}}」がセッションを終了しました。次の呼び出しで新しく開かれます。',
  wasNotAskedItHas_other:
    '「{{id}}」には問い合わせていません。HTTP ステータス {{count2}} で応答し、{{count}} 秒間の停止を求めています。その後でもう一度お試しください。',
  wasNotAskedItHasB_other:
    '「{{id}}」には問い合わせていません。HTTP ステータス {{count2}} で応答し、{{count}} 分間の停止を求めています。その後でもう一度お試しください。',
  redirectsToWhichIsNot:
    '「{{id}}」は {{to}} に転送しますが、従いません。それが正しければ、アドレスを変更してください。',
  redirectsElsewhereWhichIsNot:
    '「{{id}}」は別の所に転送しますが、従いません。それが正しければ、アドレスを変更してください。',
  answeredWithInsteadOfAn:
    '「{{id}}」の応答は MCP メッセージではなく{{what}}でした。アドレスを確認してください。',
  endedItsStreamBeforeIt: '「{{id}}」は応答する前にストリームを終えました。もう一度お試しください。',
  theConnectionToIsClosed: '「{{id}}」との接続は閉じています。',
  didNotAnswerInTimeB:
    '「{{server}}」は時間内に応答しませんでした。アドレスを確認し、後でもう一度お試しください。',
  hasClosedItsStreamTry: '「{{id}}」がストリームを閉じました。もう一度お試しください。',
  wantsItsMessagesSentTo:
    '「{{id}}」は自身のアドレス以外にメッセージを送るよう求めています。それは拒否されます。',
  didNotSayInTime: '「{{id}}」は、メッセージの送り先を時間内に示しませんでした。後でもう一度お試しください。',
  theProgramWasNotFound: 'プログラム「{{command}}」が見つかりませんでした。',
  thereWasNoFolderTo: 'PATH が空のため、探すフォルダーがありませんでした。',
  itWasLookedForIn: '{{named}} と、PATH のほかの {{count}} 個のフォルダーを探しました。',
  itWasLookedForInB: '{{named}} を探しました。',
  itComesWithInstallIt:
    '{{product}} に付属します。{{where}} からインストールし、サーバーを起動し直してください。',
  theNameContainsSpacesGive:
    '名前に空白が含まれています。コマンドにはプログラムだけを、続きは引数として指定してください。',
  installItOrGiveThe:
    'インストールするか、コマンドにプログラムの完全なパスを指定して、サーバーを起動し直してください。',
  theServerSoItDoes:
    'サーバー「{{id}}」：{{what}}。標準出力で話す MCP サーバーではないようです。コマンドを確認してください。出力はログにあります。',
  couldNotBeStarted: '「{{file}}」を起動できませんでした：{{why}}。',
  theCommandIsEmptyOr: 'コマンドが空か、NUL 文字を含むため、起動できません。',
  theCommandBeginsWithWhich:
    'コマンド「{{command}}」は「~」で始まっていて、シェルにしか理解できません。完全なパスを指定してください。',
  theCommandIsARelative:
    'コマンド「{{command}}」は相対パスで、サーバーには起点となるフォルダーがありません。完全なパスを指定するか、フォルダーを設定してください。',
  thereIsNoFileCheck:
    'ファイル「{{path}}」がありません。コマンドのパスを確認し、サーバーを起動し直してください。',
  isThereButMayNot:
    '「{{path}}」はありますが、プログラムとして実行できません。実行を許可する（chmod +x）か、node や python3 などのインタープリターで起動してください。',
  whatItWroteIsIn: '出力はログにあります。',
  couldNotBeStartedB: 'サーバー「{{name}}」を起動できませんでした：{{why}}。',
  wasStoppedByDoorwardIt: 'サーバー「{{name}}」は Doorward が停止しました。必要なときにまた起動します。',
  cannotStartBecauseItsFolder: 'フォルダー「{{cwd}}」がないため、サーバー「{{name}}」を起動できません。',
  cannotStart: 'サーバー「{{name}}」を起動できません。{{why}}',
  closedItsInputSoIt: 'サーバー「{{name}}」が入力を閉じたため、もう何も頼めません。',
  closedItsOutputSoIt: 'サーバー「{{name}}」が出力を閉じたため、もう何も応答できません。',
  closedItsOutputInThe_other:
    'サーバー「{{name}}」がメッセージの途中（{{count}} バイトの後）で出力を閉じたため、もう何も応答できません。',
  whatItWroteIsInB: '{{why}} 出力はログにあります。',
  endedWithExitCodeWhat: 'サーバー「{{name}}」は終了コード {{code}} で終わりました。出力はログにあります。',
  endedWithExitCodeIn_other:
    'サーバー「{{name}}」はメッセージの途中（{{count}} バイトの後）に終了コード {{code}} で終わりました。出力はログにあります。',
  wasEndedByTheSignal: 'サーバー「{{name}}」はシグナル {{signal}} で終了しました。出力はログにあります。',
  wasEndedByTheSignalB_other:
    'サーバー「{{name}}」はメッセージの途中（{{count}} バイトの後）にシグナル {{signal}} で終了しました。出力はログにあります。',
  sentAMessageOfMore_other:
    'サーバー「{{name}}」が {{count}} バイトを超えるメッセージを送ったため、停止しました。一度に求める量を減らしてください。',
  doesNotReadWhatIt_other:
    'サーバー「{{name}}」が送られたものを読みません。すでに {{count}} バイトが待っています。続くようなら起動し直してください。',
  theServerIsStoppedAfter_other:
    'サーバー「{{id}}」はクラッシュを繰り返した（{{count}} 分以内に {{count2}} 回）ため停止しています。ログを見てから、もう一度オンにしてください。',
  theServerHasCrashedAnd_other:
    'サーバー「{{id}}」はクラッシュし、{{count}} 秒後に起動し直します。その後でもう一度お試しください。',
  doorwardIsEndingSoNo: 'Doorward は終了中のため、もうサーバーを起動しません。',
  doorwardCouldNotStartThe:
    'サーバーを一緒に終了させる小さなプロセスを起動できなかったため、サーバーは起動しません。Doorward を起動し直してください。',
  theWatchdogEnded: '監視プロセスが終了しました。',
  thePathOfTheProgram: 'プログラムのパスに引用符か改行が含まれています。',
  argumentHasALineBreak:
    '引数 {{count}} に改行があり、バッチファイルには渡せません。「{{script}}」が起動するプログラムを直接使ってください。',
  theArgumentsAreLongerThan_other: '引数が、Windows がバッチファイルに渡せる {{count}} 文字を超えています。',
  answeredWithStatus: '「{{id}}」は HTTP ステータス {{count}} で応答しました',
  answeredWithStatusAndSaid:
    '「{{id}}」は HTTP ステータス {{count}} で応答し、次のように伝えました：{{said}}',
  busyTryLater:
    '「{{id}}」は HTTP ステータス {{count}}（{{why}}）で応答しました。後でもう一度お試しください。',
  busyForSeconds_other:
    '「{{id}}」は HTTP ステータス {{count2}}（{{why}}）で応答し、{{count}} 秒間の停止を求めています。その後でもう一度お試しください。',
  busyForMinutes_other:
    '「{{id}}」は HTTP ステータス {{count2}}（{{why}}）で応答し、{{count}} 分間の停止を求めています。その後でもう一度お試しください。',
  itSaid: '次のように伝えました：{{said}}',
} as const satisfies Translation<typeof en>;
