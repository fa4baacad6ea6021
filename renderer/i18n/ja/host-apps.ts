import type { hostApps as en } from '../en/host-apps.ts';
import type { Translation } from '../translation.ts';

/** Sentences about the AI apps of this computer and their files. */
export const hostApps = {
  takesAtMostToolsIts_other:
    '{{title}} が受け付けるツールは自身のものを含めて {{count}} 個までで、それ以上では動きません。今は {{count2}} 個渡しています。',
  takesAtMostToolsAnd_other:
    '{{title}} が受け付けるツールは {{count}} 個までで、それ以上では動きません。今は {{count2}} 個渡しています。',
  readsAtMostToolsIt_other:
    '{{title}} が読むツールは {{count}} 個までです。今は {{count2}} 個渡していて、残りは無視されます。',
  takesAtMostToolsItsB_other:
    '{{title}} が受け付けるツールは自身のものを含めて {{count}} 個までです。ここだけで {{count2}} 個渡しています。',
  fromBeforeReadsAtMost_other:
    '{{before}} より前の {{title}} が読むツールは {{count}} 個までです。今は {{count2}} 個渡しています。',
  isOnlyBroughtInFrom: '{{title}} からは取り込むだけです。AI アプリそのものを接続してください。',
  yourOrganisationDoesNotLet: '組織の設定により、{{title}} は Doorward を使えません。',
  isConnectedInAnotherWay: '{{title}} は別の方法で接続されています。先にそれを元に戻してください。',
  takesNoAddressSoIt: '{{title}} はアドレスを受け付けないため、ブリッジで接続します。',
  itsFileIsInA:
    'そのファイルは git が管理するフォルダーにあるため、キーは書き込みません。ブリッジにはキーが要りません。',
  soItWasLeftAs: '「{{path}}」：{{known}}。そのままにしました。',
  changedAfterItWasShown: '{{path}} は表示した後に変更されました。もう一度ご覧ください。',
  itWasLeftAsIt: '「{{path}}」：{{known}}。そのままにしてあります。',
  wasNotConnectedByDoorward: '{{title}} は Doorward が接続したものではないため、元に戻すものはありません。',
  whatIsNotedOfNames: '{{title}} の控えが自身のものではないファイルを指しているため、そのままにしました。',
  wasLeftAsItIs: '{{title}} はそのままにしました。{{why}}',
  thereIsNoServerIn: 'このアプリにサーバー「{{name}}」はありません。',
  hasKeysThatMoveInto:
    '{{names}} には保管庫に移すキーがありますが、保管庫が開いていないため、何も取り込みませんでした。{{why}}',
  haveKeysThatMoveInto:
    '{{names}} には保管庫に移すキーがありますが、保管庫が開いていないため、何も取り込みませんでした。{{why}}',
  nothingWasBroughtIn: '{{why}} 何も取り込みませんでした。',
  doorwardDoesNotRun: 'Doorward は動いていません。',
  doorwardKnowsNoAppDoorward:
    'Doorward はアプリ「{{id}}」を知りません。「doorward app list」ですべて表示できます。',
  hasAFileOfIts:
    '{{title}} には自身のファイルがあります。別のファイルを指定できるのは書き出しのときだけです。',
  itsServersWereBroughtIn: '{{why}} サーバーは取り込みました。',
  goesThroughDoorwardFromIts: '{{title}} は次に起動したときから Doorward を通ります。',
  wasConnectedAlreadyNothingWas: '{{title}} はすでに接続されていました。何も変更していません。',
  wasNotChangedYetAnd: '{{title}} はまだ変更されておらず、今後も変更されません。',
  quitDoorwardThenPutsIts: '{{title}} を終了してください。その後 Doorward がファイルを元に戻します。',
  theFileOfIsWhat: '{{title}} のファイルは元どおりです。',
  theFileOfHadChanged:
    '{{title}} のファイルはその間に変更されていたため、Doorward の項目だけを取り消しました。',
  theFileOfHadChangedB:
    '{{title}} のファイルはその間に変更されていたため、Doorward の項目だけを取り消しました。誰かが変更していたので残したもの：{{kept}}。',
  thereIsNoServerInB: '{{title}} に、Doorward を通らないサーバー「{{key}}」はありません。',
  runsAndWouldNotNotice:
    '{{title}} は実行中で、変更に気づかないか、上書きしてしまいます。終了してください。その後 Doorward が接続します。',
  quitDoorwardThenConnectsIt: '{{title}} を終了してください。その後 Doorward が接続します。',
  startItIsConnectedAs: '{{title}} を起動してください。つながり次第、接続済みになります。',
  wasConnectedButItsFile:
    '{{title}} は接続されていましたが、ファイルにはもうその記載がありません。もう一度接続してください。',
  theBackupsOfAiApps: 'AI アプリのファイルのバックアップは保管庫で封印されています。{{why}}',
  theKeyOfTheBackups: 'バックアップのキーが保管庫にありません。',
  notedNotWritten: 'AI アプリの控えを書き込めません：{{why}}。何も変更していません。',
  backupNotWritten: 'バックアップを書き込めません：{{why}}。何も変更していません。',
  whatIsNotedAboutAi: 'AI アプリの控えを読み取れません：{{why}}。',
  theNameOfABackup: 'バックアップの名前が正しくありません。',
  theBackupIsDamaged: 'バックアップが壊れています。',
  theBackupIsSealedWith: 'バックアップは、もう存在しない保管庫で封印されています。',
  theBackupCannotBeRead: 'バックアップを読み取れません：{{why}}。',
  theBackupWasChangedOutside: 'バックアップは Doorward の外で変更されたか、別のキーのものです。',
  itsOwnToolsReadAnd:
    '自身のツールは、Doorward を通らずにファイルの読み取りや変更、コマンドの実行を行います。',
  serversInTheSettingsOf: 'プロジェクト（作業フォルダー）の設定にあるサーバーは Doorward を通りません。',
  extensionsThatBringServersOf: '独自のサーバーを持つ拡張機能は Doorward を通りません。',
  connectorsThatYouAddedTo: '{{where}} のアカウントに追加したコネクターはそこで動き、Doorward を通りません。',
  desktopExtensionsMcpbRunInside: 'デスクトップ拡張（.mcpb）はアプリの中で動き、Doorward を通りません。',
  serversInAProjectsMcp:
    'プロジェクトの .mcp.json にあるサーバーとプラグインのサーバーは Doorward を通りません。',
  otherAgentsThatRunIn: 'その中で動く別のエージェント（ACP）には独自の設定があります。',
  itsBuiltInExtensionsSuch: 'Developer などの組み込み拡張は Doorward なしで動きます。',
  itsPlugInsGoPast: 'プラグインは Doorward を通りません。',
  aiAssistantHasSettingsOf: 'AI Assistant には独自の設定があります：Tools > AI Assistant > MCP。',
  itsBuiltInGithubServer: '組み込みの GitHub サーバーは Doorward を通りません。',
  serversStayReachableThroughMcp: 'MCP Router から削除するまで、サーバーにはそこからも届きます。',
  whatDoorwardNotedAboutConnected:
    '接続した AI アプリの控え（プロファイルの「apps/apps.json」）を読み取れないため、どのアプリも変更しません。正しいコピーに置き換えてください。',
  itIsReachedDirectlyWithout: 'キーを運んでいたプログラムを使わず、直接つなぎます。',
  itsKeyIsAnArgument:
    'キーが引数になっていて、実行中はこのコンピューターの他のプログラムから読めます。環境変数で渡せるなら、そうしてください。',
  itIsSwitchedOffIn: 'アプリでオフになっています。',
  itRefersToDoorwardsVault: 'Doorward の保管庫を参照しています。そうしたい場合は手動で追加してください。',
  itTakesFromElsewhereWhich:
    '{{name}} を Doorward の知らない所から取っています。値を入れて手動で追加し、もう一度接続してください。',
  itTakesValuesFromElsewhere:
    'Doorward の知らない所から値を取っています（「{{name}}」）。値を入れて手動で追加し、もう一度接続してください。',
  aKeyIsInIts: 'キーがアドレスの中にあり、隠せません。ヘッダーで送るようにしてから取り込んでください。',
  aKeyIsInAn: 'キーが引数の中のアドレスにあり、隠せません。別の方法で渡すようにしてから取り込んでください。',
  soNothingWasReadFrom: '「{{path}}」：{{known}}。何も読み取らず、書き込みもしません。',
  isNoServer: '「{{name}}」はサーバーではありません。',
  putThisAppsKeyIn:
    'dw_YOUR-KEY をこのアプリのキーに置き換えてください。失くした場合は「新しいキー」で作れます。',
  theKeyIsShownThis: 'キーが表示されるのは今回だけです。',
  ifTheFileHasEntries: 'ファイルにすでに項目がある場合は、「doorward」という項目をそこに加えてください。',
  startClaudeCodeAnewAfterwards: 'その後、Claude Code を起動し直してください。',
  claudeDesktopStartsASmall: 'Claude Desktop は、キーの要らない小さなブリッジを起動します。',
  quitClaudeDesktopAndStart: 'その後、Claude Desktop を終了して起動し直してください。',
  inVsCodeTheCommand: 'VS Code では、コマンド「MCP: Open User Configuration」でこのファイルが開きます。',
  vsCodeAsksForThe: 'VS Code はキーを一度だけ尋ねて保存します：{{token}}',
  addTheLinesAtThe: 'ファイルの末尾にこれらの行を加えてください。',
  theAppReadsItsKey:
    'このアプリはキーを環境変数から読みます。ターミナルで設定してから起動し直してください：setx DOORWARD_TOKEN {{token}}',
  theAppReadsItsKeyB:
    'このアプリはキーを環境変数から読みます。ターミナルで設定してから起動し直してください：export DOORWARD_TOKEN={{token}}',
  theFirstLineIsThe: '1 行目はアドレス（Streamable HTTP）、2 行目はすべてのリクエストに付くヘッダーです。',
  namesMayHave: '{{title}} では、{{what}}は {{count}} 文字までです。',
  itLeavesOut: '無視されるもの：{{names}}。',
  itRefusesToWork: '次のものがあると動きません：{{names}}。',
  itShortensNames: '名前が短くされるもの：{{names}}。',
} as const satisfies Translation<typeof en>;
