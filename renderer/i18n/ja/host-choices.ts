import type { hostChoices as en } from '../en/host-choices.ts';
import type { Translation } from '../translation.ts';

/** Sentences about what a person chooses: rules, limits, masks, profiles. */
export const hostChoices = {
  doorwardCannotLookForCanaries: '保管庫がロックされている間、Doorward はカナリアを探せません。',
  theCanariesWereKeptBy:
    'カナリアは別のバージョンの Doorward が保存したものなので、探せません。Doorward を更新してください。',
  theVaultIsNotOpen: '保管庫が開いていません。',
  thereIsACanaryAlready: 'カナリア「{{name}}」はすでにあります。先に削除するか、別の名前にしてください。',
  thereAreCanariesAlreadyRemove: 'カナリアがすでに {{count}} 個あります。先にいくつか削除してください。',
  thereIsNoCanary: 'カナリア「{{name}}」はありません。',
  whatHappensOnAFinding:
    '検出時の動作の設定が Doorward の外で変更または削除されました。設定で選び直すまで、Doorward はすべての検出について確認します。',
  yourMasksWereChangedOr:
    'マスクが Doorward の外で変更または削除され、失われました。設定で追加し直してください。それまで、その文字列は隠されません。',
  theLabelsOfServersWere:
    'サーバーのラベルが Doorward の外で変更または削除されました。選び直すまで、どのサーバーも非公開データを持ち、信頼できず、外部に出るものとして扱います。',
  theListOfCanariesWas:
    'カナリアの一覧が Doorward の外で変更または削除され、失われました。新しく作り、古いものの代わりに置いてください。',
  whatIsKeptAboutInspection: 'キーチェーンがロックされている間、検査についての控えを読み取れません。',
  allMasksTogetherHaveAt: 'マスクは全体で {{count}} 文字までです。先にいくつか短くしてください。',
  thereAreChoicesAtMost: '選択は {{count}} 個までです。先にいくつか取り消してください。',
  thereAreMasksAlreadyRemove: 'マスクがすでに {{count}} 個あります。先にいくつか削除してください。',
  thereIsNoMask: 'マスク「{{name}}」はありません。',
  thisDoorwardCannot: 'この Doorward はデータの流れを追えません。',
  thereIsNoServer: 'サーバー「{{server}}」はありません。',
  thereIsNoRole: '役割「{{role}}」はありません。',
  thereIsNoAiApp: 'AI アプリ「{{name}}」はありません。',
  yourOrganisationWantsAtLeast:
    '組織はここで「{{whatLeast}}」以上を求めているため、「{{whatChosen}}」は選べません。',
  theMaskComesFromYour: 'マスク「{{name}}」は組織のもので、ここでは変更できません。',
  yourLimitsWereChangedOr:
    '上限が Doorward の外で変更または削除され、失われました。「許可」で追加し直してください。',
  yourLimitsCannotBeRead: 'キーチェーンがロックされている間、上限を読み取れません。',
  thereAreLimitsAlreadyRemove: '上限がすでに {{count}} 個あります。先にいくつか削除してください。',
  thereIsNoLimit: '上限「{{id}}」はありません。',
  limitsOfThisKindCome: 'この種類の上限は組織のもので、ここでは変更できません。',
  thisNameWithPlaceholdersIs: 'プレースホルダーを含むこの名前は大きすぎます。短くしてください。',
  changedArgumentsCanOnlyBe: '変更した引数は一度だけ許可できます。期間は「一度」のままにしてください。',
  nobodyHasSeenWhatOffers: '「{{server}}」が何を提供するか、まだ誰も見ていません。先に調べてください。',
  offersNoTool: '「{{server}}」はツール「{{tool}}」を提供していません。',
  thisRuleComesFromYour: 'このルールは組織のもので、ここでは削除できません。',
  thereIsNoRule: 'ルール「{{id}}」はありません。',
  rulesAreNotAboutThis:
    'ルールはこのメッセージを対象としません。一覧を求めるものか、別の呼び出しに属するものです。',
  nameACallOrAn: '呼び出しを指定するか、AI アプリとサーバーとツールを指定してください。',
  nameTheServerAndThe: 'サーバーとツールも指定してください。',
  hasThisRoleGiveIt: '「{{name}}」がこの役割を使っています。先に別の役割にしてください。',
  yourOrganisationWantsAtLeastB:
    '組織は「{{whatLeast}}」以上を求めているため、「{{whatChosen}}」は選べません。',
  thereAreRulesAlreadyRemove: 'ルールがすでに {{count}} 個あります。先にいくつか削除してください。',
  thisRuleWouldHaveEnded: 'このルールは始まる前に終わってしまいます。もっと後の時刻を指定してください。',
  thereAreRolesAlreadyRemove: '役割がすでに {{count}} 個あります。先にいくつか削除してください。',
  theRoleComesWithDoorward: '役割「{{name}}」は Doorward に付属し、削除できません。',
  yourOrganisationDoesNotAnswer: '組織がもう責任を持たないため、未レビューとして扱います。',
  thereIsNoProfileDoorward:
    'プロファイル「{{name}}」はありません。「doorward profile list」ですべて表示できます。',
  itChangedMeanwhileTryAgain: 'その間に変わりました。もう一度お試しください。',
  thereIsAProfileAlready:
    'プロファイル「{{name}}」はすでにあります。「profile tools」でツールを変更できます。',
  thereAreProfilesAlreadyRemove: 'プロファイルがすでに {{count}} 個あります。先に一つ削除してください。',
  thereIsNoFolderGive: 'フォルダー {{folder}} はありません。実在するものの完全なパスを指定してください。',
  isAFolderOfAlready: '{{path}} はすでに「{{name}}」のフォルダーです。',
  thereIsAProfileAlreadyB: 'プロファイル「{{name}}」はすでにあります。',
  isInUseUseAnother:
    '「{{name}}」は使用中です。先に別のプロファイルを使うか、プロファイルなしにしてください。',
  chooseAtLeastOneTool: 'ツールを一つ以上選んでください。選ばないと、AI アプリには何も一覧されません。',
  allToolsAreListedAnyhow: 'どのみちすべてのツールが一覧されます。名前は指定しないでください。',
  yourProfilesOfToolsWere:
    'ツールのプロファイルが Doorward の外で変更または削除されました。プロファイルを選ぶか、なしを選ぶまで、AI アプリにはツールがありません。',
  yourProfilesCannotBeRead: 'キーチェーンがロックされている間、プロファイルを読み取れません。',
  whichAnswersAreMadeSmaller:
    'どの応答を小さくするかの設定が Doorward の外で変更または削除されました。選び直すまで、どれも小さくしません。',
  whatYouChoseForSmaller: 'キーチェーンがロックされている間、応答を小さくする設定を読み取れません。',
  atMostToolsOfA: '一つのサーバーで個別に設定できるツールは {{count}} 個までです。',
  sayOffOrGoodOr: 'off か good、または手順を指定してください。「usual」は一つのツール用です。',
  whatTheLogKeepsOf:
    'ログに残すテキストの設定が Doorward の外で変更または削除されました。設定で選び直すまで、何も残しません。',
  whatYouChoseForThe: 'キーチェーンがロックされている間、ログの設定を読み取れません。',
  yourOrganisationLetsTheLog: '組織の設定により、ログに残せるのはここでは「{{whatMost}}」までです。',
  sayFullRedactedOrDigests:
    'full、redacted、digests のいずれかを指定してください。「usual」は一つのサーバー用です。',
  aNameHasUpTo: '名前は 64 文字までで、文字、数字、空白、ピリオド、ハイフンが使えます。',
  theListHasNoWords: '一覧に語がありません。',
  theListHasMoreThan_other: '一覧の語が {{count}} 個を超えています。',
  aWordIsLongerThan_other: '{{count}} 文字を超える語があります。',
  thePatternIsLongerThan_other: 'パターンが {{count}} 文字を超えています。',
  thePatternHas: 'パターンに問題があります：{{why}}。',
  requestCannotBeMade: 'リクエストを作れません：{{why}}。',
  keyInCommandOrAddress: 'コマンドかアドレスにキーが含まれています。先に保管庫に移してください。',
} as const satisfies Translation<typeof en>;
