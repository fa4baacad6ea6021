import type { hostSignIn as en } from '../en/host-sign-in.ts';
import type { Translation } from '../translation.ts';

/** Sentences about signing in to servers. */
export const hostSignIn = {
  isBlockedSoNobodySigns: '「{{id}}」はブロックされているため、誰もサインインしません。',
  signingInWithoutAPerson: '人が操作しないサインインには、そのために登録されたクライアントの ID が必要です。',
  theSignInToWas:
    '「{{server}}」へのサインインは別のバージョンの Doorward が保存したものです。Doorward を更新してください。',
  theSignInCouldNot: 'サインインを更新できませんでした：{{why}}',
  doesNotLetProgramsRegister:
    '{{host}} ではプログラムが自分で登録できません。アドレス {{address}} で Doorward を手動で登録し、得られたクライアント ID でサインインしてください（ターミナルでは --client-id ID）。',
  didNotRegisterDoorwardHttp:
    '{{host}} は Doorward を登録しませんでした（HTTP ステータス {{count}}）。アドレス {{address}} で手動で登録し、得られたクライアント ID でサインインしてください（ターミナルでは --client-id ID）。',
  theServerSaysThatIts:
    'サーバーは、サインインが {{resource}} のためのものだとしています。自身のアドレスとは違うため、拒否しました。',
  doesNotSayHowOne: '{{issuer}} がサインインの方法を示していません。後でもう一度お試しください。',
  theServerNamesSomethingThat: 'サーバーがサインイン用に示したものはアドレスではありません：{{named}}。',
  theServerNamesSomethingThatB:
    'サーバーがサインイン先として示したものはアドレスではありません：{{issuer}}。',
  callsItselfSoItMay:
    '{{issuer}} は {{issuer2}} と名乗っていて、本来の相手ではないおそれがあります。サインインは拒否されました。',
  doesNotProtectItsSign: '{{issuer}} はコードの盗用を防いでいない（PKCE がない）ため、拒否しました。',
  offersNoSignInThat: '{{issuer}} には、Doorward のようなプログラムが使えるサインインがありません。',
  namesSomethingThatIsNo: '{{issuer}} が示したものはアドレスではありません。',
  doesNotSayHowOneB: '{{issuer}} がサインインの方法を示していません。',
  answeredTheSignInWith:
    '{{host}} はサインインに HTTP ステータス {{count}} で応答しました。後でもう一度お試しください。',
  whatSaysAboutItsSign: '{{host}} のサインインに関する記載が決まりどおりではないため、拒否しました。',
  thereIsNothingHere: 'ここには何もありません。',
  doorwardHasTheAnswerYou: 'Doorward に回答が届きました。このページを閉じて Doorward に戻ってかまいません。',
  doorwardDoesNotWaitFor: 'Doorward はこの回答を待っていません。Doorward でサインインをやり直してください。',
  nobodySignedInWithinThe: '時間内に誰もサインインしませんでした。やり直してください。',
  theSignInHasEnded: 'サインインは終わりました。',
  askingHowOneSignsIn: '「{{id}}」にサインインの方法を問い合わせています…',
  noPersonCanSignIn: '{{issuer}} には人がサインインできません。',
  signedInThereFetchingThe: 'サインインしました。そのキーを取得しています…',
  theSignInWasNot: 'サインインは受け入れられませんでした。やり直してください。',
  theSignInWasRefused: '{{why}} サインインは拒否されました。',
  signInAtWithinMinutes_other:
    '{{count}} 分以内に {{host}} でサインインしてください。アドレスが普通と違って見えます。正しいものか確かめてください。ページ：{{href}}',
  signInAtWithinMinutesB_other: '{{count}} 分以内に {{host}} でサインインしてください。ページ：{{href}}',
  theAnswerToTheSign: 'サインインの回答が、開始した {{issuer}} からのものではありません。拒否しました。',
  theSignInWasDeclined: 'サインインは先方で断られました。',
  refusedTheSignIn: '{{host}} がサインインを拒否しました（{{code}}）。',
  refusedTheSignInB: '{{host}} がサインインを拒否しました。',
  theAnswerToTheSignB: 'サインインの回答にコードがありません。やり直してください。',
  thereIsNothingToRenew: 'サインインを更新するためのものがありません。',
  hasAnAuthorizationHeaderOf:
    '「{{id}}」には独自の Authorization ヘッダーがあるため、サインインはありません。先にそのヘッダーなしで追加してください。',
  runsOnThisComputerSo: '「{{id}}」はこのコンピューターで動くため、サインインは不要です。',
  anotherSignInToThe: '同じサーバーへの別のサインインが始まりました。',
  youSignedOutMeanwhile: 'その間にサインアウトしました。',
  theServerWasRemovedMeanwhile: 'その間にサーバーが削除されました。',
  answeredTheSignInWithB: '{{host}} のサインインへの応答はトークンではありませんでした。',
  gaveATokenOfA: '{{host}} のトークンは Doorward では使えない種類です。',
  gaveATokenThatCannot: '{{host}} のトークンは送れないものです。',
  doesNotAcceptTheSign: '{{host}} はこのサインインをもう受け入れません。',
  doesNotKnowDoorwardAny:
    '{{host}} は Doorward をもう認識しません（{{code}}）。もう一度サインインしてください。',
  doesNotKnowDoorwardAnyB: '{{host}} は Doorward をもう認識しません。もう一度サインインしてください。',
  couldNotAnswerTheSign:
    '{{host}} はサインインに応答できませんでした（HTTP ステータス {{count}}）。後でもう一度お試しください。',
  refusedTheSignInWith: '{{host}} は HTTP ステータス {{count}} でサインインを拒否しました。',
  theSignInLeadsTo: 'サインインの行き先がウェブアドレスではないため、拒否しました。',
  theSignInLeadsToB: 'サインインの行き先がホストの前に名前の付いたアドレス（{{name}}）のため、拒否しました。',
  theSignInLeadsToC: 'サインインが暗号化されない接続で {{name}} に向かうため、拒否しました。',
  theSignInLeadsToD:
    'サインインの行き先 {{host}} はプライベートネットワークのアドレスのため、拒否しました。正しいとわかっている場合は、次を付けてサインインしてください：--private-host {{host2}}',
  theSignInLeadsToE:
    'サインインの行き先 {{host}}（{{address}}）はプライベートネットワークのアドレスのため、拒否しました。正しいとわかっている場合は、次を付けてサインインしてください：--private-host {{host2}}',
  theSignInLeadsToF:
    'サインインの行き先 {{host}} はこのコンピューターかその周辺のアドレスのため、拒否しました。',
  theSignInLeadsToG:
    'サインインの行き先 {{host}}（{{address}}）はこのコンピューターかその周辺のアドレスのため、拒否しました。',
  redirectsTheSignInWhich: '{{host}} がサインインを転送しますが、従いません。',
  redirectsTheSignInTo: '{{host}} がサインインを {{origin}} に転送しますが、従いません。',
  answeredTheSignInWithC_other:
    '{{host}} のサインインへの応答が {{count}} バイトを超えたため、拒否しました。',
  didNotAnswerTheSign: '{{host}} は時間内にサインインに応答しませんでした。後でもう一度お試しください。',
  needsYouToSignIn:
    '「{{id}}」にはサインインが必要です。それまで呼び出しは拒否されます（ターミナルでは doorward server login {{id}}）。',
  signedYouOutItsCalls:
    '「{{id}}」からサインアウトされました。サインインするまで呼び出しは拒否されます（ターミナルでは doorward server login {{id}}）。',
  doesNotAcceptThePresent:
    '「{{id}}」は今のサインインを受け入れません。もう一度サインインしてください（ターミナルでは doorward server login {{id}}）。',
  asksForMoreRightsThe:
    '「{{id}}」がさらに権限を求めています：{{scopes}}。呼び出しは拒否されました。与える場合は、もう一度サインインしてください（ターミナルでは doorward server login {{id}}）。',
  refusesTheCallForWant:
    '「{{id}}」は権限不足として呼び出しを拒否しましたが、その権限はサインインにすでにあります。サインインし直しても変わりません。運営者に問い合わせてください。',
  hasAskedForMoreRights: '「{{id}}」が何度も権限を求めたため、当面は確認しません。呼び出しは拒否されました。',
  needsItsSignInWhich: '「{{id}}」には保管庫にあるサインインが必要です。{{why}}',
  theSignInToWasB:
    '「{{id}}」へのサインインは更新されましたが保存できなかったため、まだ使われません。{{why}}',
  theSignInToCould: '「{{id}}」へのサインインを更新できませんでした。{{why}}',
  youAreSignedInAt: '{{host}} にサインインしています。',
  doorwardIsSignedInAt: 'Doorward が自ら {{host}} にサインインしています。',
} as const satisfies Translation<typeof en>;
