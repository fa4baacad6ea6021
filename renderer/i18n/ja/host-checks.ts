import type { hostChecks as en } from '../en/host-checks.ts';
import type { Translation } from '../translation.ts';

/** Sentences of the checks of Doorward and of its start. */
export const hostChecks = {
  thisClientTokenWasReplaced:
    'このクライアントのトークンは取り替えられたか削除されました。新しいもので接続し直してください。',
  portIsUsedByAnother:
    'ポート {{count}} は別のプログラムが使っています。そのプログラムを終了するか、Doorward のポートを変えて AI アプリを接続し直してください。',
  thisSystemDoesNotLet:
    'このシステムでは Doorward がポート {{count}} を使えません。1023 より大きいものを選んでください。',
  doorwardCannotListenOnPort: 'Doorward はポート {{count}} で待ち受けできません：{{why}}。',
  nothingAnswersAt: '{{url}} に応答がありません。',
  answersWithTheStatus: '{{url}} はステータス {{status}} で応答します。',
  answersARequestWithoutA: '{{url}} はキーのないリクエストにステータス {{status}} で応答します。',
  aiAppsReachDoorwardAt: 'AI アプリは {{url}} で Doorward に届き、キーなしでは誰も届きません。',
  quitProgramsThatFilterConnections:
    'このコンピューターで接続を制限するプログラムを終了し、Doorward を起動し直してください。',
  runDoorwardAppConnect: '実行してください：doorward app connect {{id}}',
  runDoorwardAppImport: '実行してください：doorward app import {{id}}',
  comesWithAKeyThat: '{{title}} のキーはもう有効ではありません。',
  runDoorwardAppUndoThen: '実行してください：doorward app undo {{id}}、続けて：doorward app connect {{id}}',
  isConnected: '{{title}} は接続されています。',
  isConnectedInItsFile: '{{title}} はファイルの上では接続済みですが、まだ来ていません。',
  isConnectedAsSoonAs: '{{title}} は、終了し次第、接続されます。',
  quitAndStartItAgain: '{{title}} を終了して起動し直してください。',
  theFileOfDoesNot: '{{title}} のファイルはもう Doorward につながっていません。',
  theFileOfCannotBe: '{{title}} のファイルは使えません。',
  mendTheFileOrOpen: 'ファイルを直すか、アプリで開いて保存してください。',
  itIsBlockedSoNo: 'ブロックされているため、どの AI アプリにも見えません。',
  runDoorwardServerEnable: '実行してください：doorward server enable {{id}}',
  nobodyHasApprovedItSo: '誰も承認していないため、どの AI アプリにも見えません。',
  runDoorwardServerInspect: '実行してください：doorward server inspect {{id}}',
  itIsSwitchedOffSo: 'オフになっているため、どの AI アプリにも見えません。',
  itWantsSomebodyToSign: 'サインインが必要です。それまで呼び出しは拒否されます。',
  runDoorwardServerLogin: '実行してください：doorward server login {{id}}',
  nodeIsNewEnough: 'Node {{version}} は十分に新しいものです。',
  nodeIsTooOldFor: 'Node {{version}} は Doorward には古すぎます。',
  installNode24OrNewer: 'Node 24 以降をインストールしてください。',
  thereIsNoProfileAt: '{{home}} にはまだプロファイルがありません。最初の起動で作られます。',
  isNotAFolder: '{{home}} はフォルダーではありません。',
  moveItElsewhereOrUse: '別の所に移すか、--home を使ってください。',
  belongsToAnotherUser: '{{home}} は別のユーザーのものです。',
  useAFolderOfYour: '--home で自分のフォルダーを指定してください。',
  othersMayReadOrChange: '{{home}} は他の人が読んだり変更したりできます。',
  isYoursAlone: '{{home}} はあなただけのものです。',
  cannotBeLookedAt: '{{home}} を調べられません：{{why}}。',
  useAnotherFolderWithHome: '--home で別のフォルダーを指定してください。',
  theFilesOfTheProfile: 'プロファイルのファイルはあなただけのものです。',
  startDoorwardWhereAKeychain:
    'キーチェーンのある所で Doorward を起動するか、--passphrase-fd を付けてください。',
  onlyTheWindowOfDoorward: 'アプリの実行中に何かを緩められるのは Doorward のウィンドウだけです。',
  theOperatorsKeyWasChanged:
    'オペレーターキーが Doorward の外で変更されたか、保管庫のロック中で確認できません。',
  unlockTheKeychainAndStart:
    'キーチェーンのロックを解除して Doorward を起動し直してください。キーが変更されていた場合は、state.db を移してすべてをレビューし直してください。',
  theOperatorsKeyIsSet: 'オペレーターキーは設定されています。',
  noOperatorsKeyIsSet:
    'オペレーターキーが設定されていないため、承認できるのは Doorward を動かしているターミナルだけです。',
  lookAtDoorwardServerList:
    '「doorward server list」と「doorward client list」を見て、わかるものをレビューしてください。',
  lookingAt: '{{id}} を調べています…',
  itCrashed: 'クラッシュしました。',
  runDoorwardServerLog: '実行してください：doorward server log {{id}}',
  verifyingTheLog: 'ログを検証しています…',
  keepACopyOfLog: 'log.db のコピーを残してください。どこが変更されたかがわかります。',
  itIsReachedAt: '{{url}} で届きます。',
  itsProgramWasFound: 'プログラム「{{command}}」が見つかりました。',
  mendThatThenRunDoorward: 'それを直してから実行してください：doorward server test {{id}}',
  doorwardIsAlreadyRunningWith:
    'Doorward はこのプロファイルですでに動いています（プロセス {{pid}}）。それを使うか、先に停止するか、--home で別のフォルダーを指定してください。',
  doorwardIsAlreadyRunningWithB:
    'Doorward はこのプロファイルですでに動いています。それを使うか、先に停止するか、--home で別のフォルダーを指定してください。',
  theProfileCannotBeLocked: 'プロファイル {{path}} をロックできません：{{why}}。',
  theFolderBelongsToAnother:
    'フォルダー {{path}} は別のユーザーのものです。--home で自分のものを指定してください。',
  theFolderCannotBeUsed: 'フォルダー {{path}} を使えません：{{why}}。--home で別のものを指定してください。',
  cannotBeUsedMendIt: '{{file}} を使えません：{{what}}。直すか、別の所に移してプリセットから始めてください。',
  cannotBeWrittenNothingWas: '{{file}} に書き込めません：{{why}}。何も変更していません。',
  wasWrittenByANewer:
    '{{file}} は新しい Doorward が書いたものです（形式は {{count}}、こちらが扱えるのは {{count2}}）。Doorward を更新してください。何も変更していません。',
  cannotBeOpened: '{{file}} を開けません：{{why}}。',
  isDamagedOrWasChanged:
    '{{file}} が壊れているか、Doorward の外で変更されています。バックアップに置き換えるか、別の所に移してください。移した場合は、サーバーのレビューと AI アプリの追加をやり直す必要があります。',
  reachesPast_other: '{{title}} は {{count}} 個のサーバーに Doorward を通らずにつながります。',
} as const satisfies Translation<typeof en>;
