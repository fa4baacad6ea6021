import type { hostCommands as en } from '../en/host-commands.ts';
import type { Translation } from '../translation.ts';

/** Refusals and progress of commands about servers, tools and AI apps. */
export const hostCommands = {
  itsRoleSaysWhichLeave: 'どれかは役割で決まります。名前は指定しないでください。',
  thereIsNoRoleDoorward: '役割「{{role}}」はありません。「doorward role list」ですべて表示できます。',
  thereIsNoAiApp: 'AI アプリ「{{client}}」はありません。「doorward client list」ですべて表示できます。',
  thereIsAnAiApp:
    'AI アプリ「{{name}}」はすでにあります。別の名前にするか、そのトークンを取り替えてください。',
  thereAreAiAppsAlready: 'AI アプリがすでに {{count}} 個あります。先に一つ削除してください。',
  onlyTheDoorwardWindowCan: 'アプリの実行中は、Doorward のウィンドウでのみ行えます。',
  thisDoorwardRunsWithoutA: 'この Doorward はウィンドウなしで動いています。',
  theCommandWasNotUnderstood: 'コマンド「{{name}}」を理解できませんでした：{{why}}',
  thereIsNoCommand: 'コマンド「{{name}}」はありません。',
  theCommandFailedInDoorward:
    'コマンド「{{name}}」は Doorward の内部で失敗しました。詳しくはプロファイルの「logs」フォルダーのログをご覧ください。',
  doorwardIsStopping: 'Doorward は停止中です。',
  thereIsNoPortTo: '待ち受けるポートがありません。',
  theOperatorsKeyWasChanged:
    'オペレーターキーが Doorward の外で変更されたか、確認できません。「doorward doctor」を実行してください。',
  theOperatorsKeyWasChangedB: 'オペレーターキーが変更されました。',
  itWasNotGivenWhat:
    'シークレットと見られるものは渡していません：{{names}}。思ったより提供が少ない場合は、シークレットを渡してもう一度調べてください。',
  itMayNeedItsSecrets:
    '{{why}} 今回渡さなかったシークレットが必要かもしれません：{{names}}。渡してよいと信頼できるなら、シークレット付きで起動してください（ターミナルでは --with-secrets）。',
  itsListsCouldNotBe: '一覧を保存できませんでした：{{why}}',
  thereIsNobodyHereWho: 'ここには確認できる人がいません。',
  thereIsNoAnswerTo: 'この呼び出しへの応答はありません。',
  connectingTo: '「{{id}}」に接続しています…',
  readingWhatOffers: '「{{id}}」が提供するものを読み取っています…',
  thereIsNoServerDoorward: 'サーバー「{{id}}」はありません。「doorward server list」ですべて表示できます。',
  isBlockedSoItIs: '「{{id}}」はブロックされているため、起動しません。',
  isUnreviewedSoItIs: '「{{id}}」は未レビューのため、起動しません。先に調べてください。',
  isSwitchedOffEnableIt: '「{{id}}」はオフです。先にオンにしてください。',
  wasRemovedWhileItWas: '「{{id}}」は調べている間に削除されました。もう一度調べてください。',
  anotherVersionOfWasChosen: 'その間に「{{id}}」の別のバージョンが選ばれました。もう一度調べてください。',
  hasNotBeenInspectedStart:
    '「{{id}}」はまだ調べられていません。一度起動して、何を提供するかを先に見てください。',
  wasRemovedMeanwhile: '「{{id}}」はその間に削除されました。',
  lookingForNewerVersions: '新しいバージョンを探しています…',
  isNotApprovedSoIt: '「{{id}}」は承認されていないため、今のバージョンのままです。先に承認してください。',
  noNewerVersionOfIs:
    '「{{id}}」の新しいバージョンは見つかっていません。「doorward server versions」で探せます。',
  theNewerVersionOfIs: '「{{id}}」の新しいバージョンは、今は {{to}} です。もう一度ご覧ください。',
  isNotApprovedSoNothing:
    '「{{id}}」は承認されていないため、その中のものも承認できません。先にサーバーを承認してください。',
  ofIsNotOnHold: '「{{server}}」の{{what}}は保留中ではありません。',
  hasChangedAgainSinceIt: '{{what}}は表示した後にまた変わりました。もう一度ご覧ください。',
  cannotBeApproved: '{{what}}は承認できません。{{why}}',
  itWasListedOnceAnd: '一度一覧に載り、取り下げられました。承認済みのバージョンはそのままです。',
  hasNotBeenInspectedLook: '「{{id}}」はまだ調べられていません。何を提供するかを先に見てください。',
  isNotWhatYouLooked: '「{{id}}」は、調べたものとは違います。{{why}} もう一度調べてください。',
  nothingOfThatNameOf: '「{{id}}」のその名前のもので、保留中のものはありません。',
  offersNo: '「{{id}}」は{{what}}を提供していません。',
  hasNoApprovedTool: '「{{id}}」に承認済みのツール「{{tool}}」はありません。',
  versionOfWasChosenIn:
    '{{name}} は {{from}} に代えてバージョン {{to}} が選ばれました。何を提供するかを見てから承認してください。',
  couldNotBeCheckedBefore: '起動前に「{{id}}」を確認できませんでした：{{why}}',
  wasNotLookedAtSince:
    '「{{id}}」は、Doorward がサーバーの中身を控えるようになってから調べられていないため、起動しません。もう一度調べてください。',
  isNotApprovedInDoorward: '「{{id}}」は Doorward で承認されていないため、起動しません。',
  itIsNotWhatWas: '調べたものとは、もう同じではありません。{{why}}',
  itIsNotWhatWasB: '承認したものとは、もう同じではありません。{{why}}',
  isNotWhatWasLooked:
    '「{{id}}」はもう調べたものと同じではないため、起動しませんでした。利用者に Doorward を開いてレビューするよう伝えてください。',
  isNotWhatWasApproved:
    '「{{id}}」は承認したものとは、もう同じではないため、起動しませんでした。利用者に Doorward を開いてレビューするよう伝えてください。',
  doorwardHasNoTextsOf:
    'この呼び出しのテキストは Doorward にもうありません。新しい呼び出しのテキストだけを実行中に保持し、ログにはダイジェストと大きさだけが残ります。',
  theseTextsAreAsThe: 'これらはログに残っているままのテキストです。冒頭と、残すように選んだ部分です。',
  thereIsNoCall: '呼び出し「{{call}}」はありません。',
  thatIsNotAKey: 'これは Doorward のキーではありません。',
} as const satisfies Translation<typeof en>;
