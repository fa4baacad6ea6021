import type { hostRefusals as en } from '../en/host-refusals.ts';
import type { Translation } from '../translation.ts';

/** Why calls and questions did not go through, as the log keeps it. */
export const hostRefusals = {
  thePermissionCouldNotBe: '許可を保存できなかったため、何も許可していません。',
  thisCallIsBeingAnswered: 'この呼び出しはすでに回答の処理中です。',
  theAppHasMadeThis: 'その間にアプリがこの呼び出しを行い、通されました。',
  aPermissionForAWhole: 'サーバー全体やアプリ全体の許可は「許可」のページで作ります。',
  noRuleCanNameThis: 'この呼び出しを正確に指すルールが作れないため、一度だけ許可できます。',
  callsThatSendDeleteRun:
    '送信、削除、実行、支払い、または働きが不明な呼び出しは、ここでは無期限に許可できません。短い期間を選んでください。',
  yourSettingsDoNotLet:
    '設定により、呼び出しをそれほど長く許可することはできません。短い期間を選んでください。',
  doorwardCannotSayWhatIs:
    'この呼び出しに似たものが何か、Doorward には判断できません。この引数か、ツール全体を選んでください。',
  doorwardIsClosingSoThis: 'Doorward が終了中のため、この呼び出しは拒否されました。',
  theDecisionCouldNotBe: '決定を記録できなかったため、この呼び出しは拒否されました。何も送っていません。',
  itMayBeAskedAgain: '後でもう一度求められます。その間に人が許可すれば、同じ呼び出しが一度だけ通ります。',
  nobodyIsAtTheComputer: 'コンピューターの前に誰もいません。後で求めてください。',
  nobodyAnsweredTheLastQuestions:
    'このアプリの最近の確認に誰も回答しなかったため、この呼び出しは確認せずに拒否されました。後で求めてください。',
  tooManyCallsOfThis:
    'このアプリの呼び出しがすでに多く人の回答を待っているため、この呼び出しは拒否されました。それらに回答があってから求めてください。',
  aRuleBlocksThisCall: '今はルールがこの呼び出しをブロックしているため、拒否されました。',
  doorwardCouldNotShowThis: 'Doorward がこの呼び出しを人に表示できなかったため、拒否されました。',
  theAppStoppedWaitingFor: 'アプリが回答を待つのをやめました。',
  noOneAnsweredInTime:
    '時間内に誰も回答しなかったため、この呼び出しは拒否されました。後でもう一度求められます。その間に人が許可すれば、同じ呼び出しが一度だけ通ります。',
  noOneAnsweredInTimeB:
    '時間内に誰も回答しなかったため、この呼び出しは拒否されました。後でもう一度求められます。',
  noOneAnsweredWithinS_other:
    '{{count}} 秒以内に誰も回答しなかったため、この呼び出しは拒否されました。後でもう一度求められます。その間に人が許可すれば、同じ呼び出しが一度だけ通ります。',
  noOneAnsweredWithinSB_other:
    '{{count}} 秒以内に誰も回答しなかったため、この呼び出しは拒否されました。後でもう一度求められます。',
  nobodyIsAtTheComputerB: 'コンピューターの前に、これを見る人がいません。',
  nobodyAnsweredTheLastQuestionsB:
    'このアプリの最近の確認に誰も回答しなかったため、これについては誰にも確認していません。',
  tooManyQuestionsOfThis:
    'このアプリの確認がすでに多く人の回答を待っているため、これについては誰にも確認していません。',
  doorwardIsClosingSoNobody: 'Doorward が終了中のため、もう誰もこれを見られません。',
  doorwardLetsNothingOfThe: 'Doorward は今、この種のものを何も通しません。',
  theDecisionOfAPerson: 'これについての人の決定を記録できませんでした。',
  doorwardCouldNotShowIt: 'Doorward がこれを人に表示できませんでした。',
  theAppStoppedWaitingForB: 'アプリがこれを待つのをやめました。',
  noOneLookedAtIt: '時間内に誰もこれを見ませんでした。',
  noOneLookedAtItB_other: '{{count}} 秒以内に誰もこれを見ませんでした。',
  thereIsNoValidDecision: 'この呼び出しには人の有効な決定がないため、拒否されました。',
  theDecisionAboutThisCall: 'この呼び出しについての決定はすでに使われたため、拒否されました。',
  theDecisionAboutThisCallB:
    'この呼び出しについての決定は期限が切れたため、拒否されました。もう一度求められます。',
  thisCallDiffersFromThe: 'この呼び出しは許可されたものと違うため、拒否されました。',
  theRulesChangedAfterThis:
    'この呼び出しが許可された後にルールが変わったため、拒否されました。もう一度求められます。',
  whatAPersonDecidedAbout: 'これについて人が決めたことは、もう有効ではありません。',
  thereIsNoSuchCall: 'そのような呼び出しはありません。すでに回答されたのかもしれません。',
  anAnswerOfAServer: 'サーバーの応答は、渡すか差し止めるかを一度だけ決めます。そこから許可は作られません。',
  nobodyAnsweredThisCallIn: '時間内に誰もこの呼び出しに回答しませんでした。許可できるのは次の試みだけです。',
  itCountsNoLongerBut:
    'もう有効ではありませんが、ディスクに書き込めませんでした。起動し直すと、期限までまた有効になることがあります。空きを作ってから、もう一度拒否してください。',
  doesNotOfferAnyMore: '「{{server}}」は「{{key}}」をもう提供していないため、呼び出しませんでした。',
  doorwardCouldNotCheckWhat:
    '「{{server}}」が今何を提供するか Doorward が確認できなかったため、何も呼び出していません。{{why}}',
  thisServerWasRemovedFrom: 'このサーバーは Doorward から削除されました。何も送っていません。',
  isBlockedInDoorwardNothing: '「{{id}}」は Doorward でブロックされています。何も送っていません。',
  isSwitchedOffInDoorward: '「{{id}}」は Doorward でオフになっています。何も送っていません。',
  isNotThereForThis:
    '「{{id}}」は、Doorward での選択により、今この AI アプリには提供されません。何も送っていません。',
  isNotApprovedInDoorward:
    '「{{id}}」は Doorward で承認されていません。そこで承認してから、もう一度お試しください。',
  thisCallIsAnotherOne: 'この呼び出しは、もう別のものになっています。',
  doorwardStoppedBeforeThisCall: 'この呼び出しが終わる前に Doorward が停止しました。',
  doorwardKeepsTheTextsOf:
    'Doorward が呼び出しのテキストを持つのは、新しいものについて実行中だけです。この呼び出しのものはもうないため、見直せません。',
  theArgumentsAreLongOnly: '引数が長いため、初めと終わりだけを残し、ここで調べています。',
  theAnswerIsLongOnly: '応答が長いため、初めと終わりだけを残し、ここで調べています。',
  notAllOfTheArguments: '引数のすべては調べられませんでした。',
  notAllOfTheAnswer: '応答のすべては調べられませんでした。',
  moreWasFoundInThe: '引数にはほかにも見つかりました。これは最も重い {{count}} 件です。',
  moreWasFoundInTheB: '応答にはほかにも見つかりました。これは最も重い {{count}} 件です。',
  anEarlierTryOfThis:
    'この呼び出しの以前の試みが実行されたかもしれません。応答が来る前に Doorward が終了しました。もう一度行わせる前に、済んでいないか確かめてください。',
  theOutcomeIsUnknownDoorward:
    '結果は不明です。応答が来る前に Doorward が停止しました。サーバーは求められたことを行ったかもしれません。',
  theServerHasDoneWhat:
    'サーバーは求められたことを行いましたが、Doorward が応答を差し止めました：{{why}}。{{why2}} 応答を得るために呼び出しを繰り返さず、足りないものを利用者に伝えてください。',
  thisQuestionTakesNoAnswers: 'この質問に記入はできません。はいかいいえだけです。',
  theAnswersAreOneJson: '回答は一つの JSON オブジェクトで、フォームの項目ごとに一つのメンバーを持ちます。',
  theAnswersAreLongerThan: '回答が、サーバーに渡せる長さを超えています。',
  theAnswersCannotBeSent: '回答を送れません：{{why}}。',
  theFormHasNoField: 'フォームに項目「{{field}}」はありません。',
  unknownTool: '知らないツール：{{name}}',
  aRuleOfYourOrganisation: '組織のルールがこの呼び出しを拒否します。何も送っていません。',
  aRuleThatAPerson: 'Doorward で人が作ったルールがこの呼び出しを拒否します。何も送っていません。',
  thisCallWasMadeAlready: 'この呼び出しはすでに行われたため、引数は変更できません。',
  thisCallDoesNotWait: 'この呼び出しはもう待っていないため、引数は変更できません。',
  thisToolHasArgumentsThat: 'このツールにはヘッダーとしても送られる引数があるため、ここでは変更できません。',
  cannotShowFormsOfServers: '{{app}} はサーバーのフォームを表示できないため、Doorward が表示します。',
  cannotOpenPagesForServers:
    '{{app}} はサーバーのためにページを開けないため、Doorward があなたに確認します。',
  aPersonHasBlockedEverything: 'Doorward で人が当面すべてをブロックしました。',
  theMessagesOfTheServer: 'サーバーのメッセージを調べるのに時間がかかりすぎるため、当面は渡しません。',
  aMessageOfTheServer: 'サーバーのメッセージが大きすぎて調べられないため、渡しませんでした。',
  theAnswerToTheServer:
    'サーバーへの回答にマスクすべきものがありますが、ここではできません。何も送っていません。',
  thisWasStoppedItCarries:
    '止めました。このコンピューターから出してはならない値が含まれています。何も送っていません。',
  moreIsEncodedInThis:
    'Doorward が調べる以上の符号化が含まれるため、仕掛けたカナリアが入っているおそれがあります。',
  triedToSendTheCanary:
    '{{app}} がカナリア「{{name}}」を「{{server}}」に送ろうとしました。呼び出しは止めました。誰も読むはずのないものを読んでいます。「アクティビティ」で最近の呼び出しをご覧ください。',
  hasReadPrivateDataOf:
    '{{app}} は「{{server}}」の非公開のデータ（{{name}}）と、「{{server2}}」から来た第三者のテキスト（{{name2}}）を読んでいて、この呼び出しは「{{target}}」を通じてデータを外に送ります。',
  thisCallWouldSendData:
    'この呼び出しはデータを外に送るものですが、その前に非公開のデータと第三者のテキストが読まれています。何も送っていません。Doorward のこの AI アプリのページで、人が新しく始められます。',
  aNumberInItIs: '含まれる数値がマスクの対象ですが、数値は置き換えられません。',
  aNumberInTheAnswer: '応答の数値がマスクの対象ですが、数値は置き換えられません。',
  somethingInTheAnswerIs:
    '応答にマスクの対象がありますが、ツールがそこに決まった形を約束しているため、置き換えませんでした。',
  thereIsMoreEncodedIn: '調べられる以上の符号化が含まれるため、マスクの対象があるかどうかわかりません。',
  itHasSomethingInIt:
    'このサーバーに隠すものが、変更できない場所に含まれています。何も送っていません。それを除いて呼び出し直してください。',
  whatTheServerAsksHas: 'サーバーの質問に、この AI アプリに隠すものが含まれているため、渡しませんでした。',
  theAnswerHasANumber: '回答に、このサーバーに隠す数値が含まれているため、渡しませんでした。',
  itIsTooLongTo:
    '長すぎて、隠すべきものをすべて探せないため、先に進めませんでした。もっと小さい範囲を求めてください。',
  itHasASecretOf: 'このサーバー用ではない保管庫のシークレットが含まれています。何も送っていません。',
  whatTheServerAsksHasB: 'サーバーの質問に保管庫のシークレットが含まれているため、渡しませんでした。',
  theAiAppWentAway: 'AI アプリが回答する前にいなくなりました。',
  theServerStopped: 'サーバーが停止しました。',
  theAiAppIsGone: 'AI アプリがいなくなりました。',
  tooManyQuestionsOfThisB: 'このサーバーの質問が、この AI アプリですでに多く待っています。',
  theCallThatThisQuestion: 'この質問のもとになった呼び出しは終わっています。',
  doorwardCannotAnswerWhatA: 'タスクからの質問に Doorward は回答できません。',
  thisProtocolRevisionHasNo: 'このプロトコルの版にサーバーからのリクエストはありません。',
  itDidNotListAnything: '何も一覧しませんでした。',
  theServerAskedTooMany: 'サーバーが一つの呼び出しで質問しすぎました。',
  theServerAskedAQuestion: 'サーバーの質問を Doorward が読み取れません。',
  theServerWantsToOpen: 'サーバーが開こうとしているのはウェブアドレスではありません。',
  theServerWantsToOpenB: 'サーバーが開こうとしているアドレスは長すぎて調べられません。',
  theServerWantsToOpenC: 'サーバーが開こうとしているアドレスに隠し文字が含まれています。',
  theServerWantsToOpenD: 'サーバーが開こうとしているのはウェブページではありません。',
  theServerWantsToOpenE: 'サーバーが暗号化されない接続でページを開こうとしています。',
  theServerWantsToOpenF: 'サーバーが開こうとしているアドレスはホストの前に名前があり、行き先を隠しています。',
  theServerWantsToOpenG: 'サーバーが開こうとしているアドレスは、ホストが二通りに読めます。',
  tooManyCallsWaitFor: '応答を待つ呼び出しが多すぎます。',
  nobodyAnsweredTheQuestionOf: 'サーバーの質問に、時間内に誰も回答しませんでした。',
  hasCallsRunningForThis:
    '「{{server}}」ではこの AI アプリの呼び出しが {{count}} 件、それぞれ別の接続で動いています。いくつか終わってからお試しください。',
  doorwardIsStoppingSoIs: 'Doorward が停止中のため、「{{server}}」は起動しません。',
  noAnswerCameInTime: '時間内に応答がありませんでした。',
  didNotAnswerWithinSeconds_other: '「{{id}}」は起動から {{count}} 秒以内に応答しませんでした。',
  wasStopped: '「{{id}}」は停止されました。',
  refusedTheConnection: '「{{id}}」が接続を拒否しました：{{said}}',
  notBeforeTheHandshake: 'ハンドシェイクの前にはできません。',
  sentABrokenAnswer: '「{{id}}」の応答が壊れていました：{{why}}',
  anAnswerToARequest: '開いていないリクエストへの応答を破棄しました。',
  aQuestionWhoseIdIs: '使用中の ID を持つ質問を破棄しました。',
  tooManyQuestionsAreOpen: '開いている質問が多すぎます。',
  doorwardCannotTellWhichAi: 'この質問がどの AI アプリ宛てか、Doorward にはわかりません。',
  theAiAppGaveThis: 'AI アプリがこの呼び出しをやめました。何も送っていません。',
  doorwardKeptTheAnswerBack:
    'Doorward の検査「{{name}}」が失敗したため、応答を差し止めました。サーバーは求められたことを行っています。',
  doorwardRefusedThisCallBecause:
    'Doorward の検査「{{name}}」が失敗したため、この呼び出しを拒否しました。何も送っていません。',
  theAiAppCannotAnswer: 'AI アプリは、サーバーの質問すべてには回答できません。',
  doorwardHasDealtWithWhat: 'サーバーが求めたことは Doorward が処理しました。もう一度呼び出してください。',
  thisCallAlreadyWaitsFor: 'この呼び出しはすでに回答を待っています。',
  theAiAppCannotAnswerB: 'AI アプリは、この種類の質問に回答できません。',
  doorwardCouldNotAnswerThis: 'Doorward はこの質問に回答できませんでした。',
  onlyTheArgumentsOfA: '変更できるのはツールかプロンプトの引数だけです。',
  theArgumentsAreLargerThan: '引数が一つのメッセージの大きさを超えています。',
  theArgumentsCannotBeSent: '引数を送れません：{{why}}。',
  theArgumentsMustBeAn: '引数はオブジェクトでなければなりません。',
  inputresponsesLacksTheAnswerTo: '「inputResponses」に質問への回答がありません。',
  thisRequeststateIsNotKnown:
    'この requestState は知らないものです。期限切れか、使用済みか、別のリクエストのものです。',
  theAiAppGaveThe: 'AI アプリが呼び出しをやめました。',
  theSessionEnded: 'セッションが終わりました。',
  theAiAppDidNot: 'AI アプリがサーバーの質問に回答しませんでした。',
  thisCallNeedsTheAnswer: 'この呼び出しには人の回答が必要ですが、ないため送りませんでした。',
  aPersonHasBlockedEverythingB: 'Doorward で人が当面すべてをブロックしました。何も送っていません。',
  theRulesChangedWhileThis: 'この呼び出しの途中でルールが変わったため、送りませんでした。もう一度試せます。',
  thisAiAppWasRemoved:
    'この AI アプリは Doorward から削除されました。ツールを使うには、接続し直してください。',
  theServerHasDoneWhatB:
    'サーバーは求められたことを行いましたが、Doorward が応答を差し止めました。先に人が見る必要がありますが、ここには確認できる人がいません。応答を得るために呼び出しを繰り返さず、足りないものを利用者に伝えてください。',
  theArgumentsCannotBeSentB: '引数を送れません。',
  theToolIsMalformedIt: 'ツール「{{name}}」の形が正しくありません：{{why}}。呼び出しませんでした。',
  theHeaderDoesNotMatch: 'ヘッダー {{header}} が引数と一致しません。',
  thereIsNoSuchServer: 'そのようなサーバーはありません。',
  theToolNameIsMissing: 'ツールの名前がありません。',
  thePromptNameIsMissing: 'プロンプトの名前がありません。',
  theResourceUriIsMissing: 'リソースの URI がありません。',
  resourceNotFound: 'リソースが見つかりません：{{uri}}',
  thereIsNoSuchTask: 'そのようなタスクはありません。',
  doorwardCouldNotReadThis:
    'Doorward はこのリクエストを一通りに読めなかったため、拒否しました。誰にも確認していません。',
  thePromptIsLongerThan:
    'プロンプトが人に表示できる長さを超えているため、拒否されました。減らして求めてください。',
  theFormIsLargerThan:
    'フォームが人に表示できる大きさを超えているため、拒否されました。減らして求めてください。',
  theServerAskedForThe:
    'サーバーがプロンプトとともに AI アプリの会話を求めました（「includeContext」）。Doorward がそれを渡すことはありません。それなしで求めてください。',
  theServerWantsToOpenH:
    'サーバーがプライベートネットワーク内のアドレスを開こうとしています。Doorward はそのようなページを開きません。誰にも確認していません。',
  theFormAsksForA:
    'フォームが項目「{{field}}」でシークレットを求めています。Doorward は、パスワードやキーやコードを求めるフォームを表示しません。誰にも確認していません。',
  nobodyWasAsked: '{{why}} 誰にも確認していません。',
  itMayAskAgainIn_other: '{{count}} 分後にもう一度求められます。',
  noSignOfLifeSeconds_other:
    '「{{id}}」から {{count}} 秒間何の反応もなかったため、呼び出しを打ち切りました。それでも実行されたおそれがあります。繰り返す前に確かめてください。',
  noSignOfLifeMinutes_other:
    '「{{id}}」から {{count}} 分間何の反応もなかったため、呼び出しを打ち切りました。それでも実行されたおそれがあります。繰り返す前に確かめてください。',
  readInTwoWays: '「{{id}}」の応答は二通りに読めるため、渡しません。',
  loopNotLetGoOnMinute:
    '同じ呼び出しが何度も繰り返され、利用者は続けることを認めませんでした。何も送っていません。別のことをしてください。この呼び出しは 1 分後にもう一度試せます。',
  loopNotLetGoOn_other:
    '同じ呼び出しが何度も繰り返され、利用者は続けることを認めませんでした。何も送っていません。別のことをしてください。この呼び出しは {{count}} 分後にもう一度試せます。',
  loopIsAsked:
    '同じ呼び出しが何度も繰り返されたため、続けてよいか利用者に確認しています。何も送っていません。回答を待ってください。',
  loopFailed:
    'この AI アプリは 1 分以内にまったく同じ呼び出しを {{count}} 回行い、毎回失敗しました。ループに陥っているおそれがあります。',
  loopSameAnswer:
    'この AI アプリは 1 分以内にまったく同じ呼び出しを {{count}} 回行い、毎回同じ応答でした。ループに陥っているおそれがあります。',
} as const satisfies Translation<typeof en>;
