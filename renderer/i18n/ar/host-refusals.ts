import type { hostRefusals as en } from '../en/host-refusals.ts';
import type { Translation } from '../translation.ts';

/** Why calls and questions did not go through, as the log keeps it. */
export const hostRefusals = {
  thePermissionCouldNotBe: 'تعذر حفظ الإذن، لذلك لم يتم السماح بأي شيء.',
  thisCallIsBeingAnswered: 'تجري الإجابة عن هذا الاستدعاء من قبل.',
  theAppHasMadeThis: 'أجرى التطبيق هذا الاستدعاء في هذه الأثناء، وتم السماح له بالمرور.',
  aPermissionForAWhole: 'الإذن لخادم كامل أو تطبيق كامل يتم منحه في صفحة «الأذونات».',
  noRuleCanNameThis: 'لا تستطيع أي قاعدة تحديد هذا الاستدعاء بدقة، لذلك لا يمكن السماح به إلا مرة واحدة.',
  callsThatSendDeleteRun:
    'الاستدعاءات التي ترسل أو تحذف أو تنفذ أو تنفق أو تفعل شيئا غير معروف لا يسمح بها هنا دائما. اختر مدة أقصر.',
  yourSettingsDoNotLet: 'لا تسمح إعداداتك بالسماح باستدعاء لهذه المدة الطويلة. اختر مدة أقصر.',
  doorwardCannotSayWhatIs:
    'لا يستطيع Doorward أن يحدد ما يشبه هذا الاستدعاء. اختر هذه الوسيطات، أو الأداة كلها.',
  doorwardIsClosingSoThis: 'Doorward ينتهي الآن، لذلك تم رفض هذا الاستدعاء.',
  theDecisionCouldNotBe: 'تعذر تسجيل القرار، لذلك تم رفض هذا الاستدعاء. لم يتم إرسال أي شيء.',
  itMayBeAskedAgain:
    'يجوز طلبه مرة أخرى لاحقا: عندما يسمح به شخص في هذه الأثناء، يمر الاستدعاء نفسه مرة واحدة.',
  nobodyIsAtTheComputer: 'لا أحد أمام الحاسوب. اطلب لاحقا.',
  nobodyAnsweredTheLastQuestions:
    'لم يجب أحد عن الأسئلة الأخيرة لهذا التطبيق، لذلك تم رفض هذا الاستدعاء من دون سؤال. اطلب لاحقا.',
  tooManyCallsOfThis:
    'استدعاءات كثيرة جدا من هذا التطبيق تنتظر شخصا من قبل، لذلك تم رفض هذا الاستدعاء. اطلب مرة أخرى بعد أن تتم الإجابة عنها.',
  aRuleBlocksThisCall: 'تحظر قاعدة هذا الاستدعاء الآن، لذلك تم رفضه.',
  doorwardCouldNotShowThis: 'لم يستطع Doorward عرض هذا الاستدعاء على شخص، لذلك تم رفضه.',
  theAppStoppedWaitingFor: 'توقف التطبيق عن انتظار الرد.',
  noOneAnsweredInTime:
    'لم يجب أحد في الوقت المحدد، لذلك تم رفض هذا الاستدعاء. يجوز طلبه مرة أخرى لاحقا: عندما يسمح به شخص في هذه الأثناء، يمر الاستدعاء نفسه مرة واحدة.',
  noOneAnsweredInTimeB: 'لم يجب أحد في الوقت المحدد، لذلك تم رفض هذا الاستدعاء. يجوز طلبه مرة أخرى لاحقا.',
  noOneAnsweredWithinS_zero:
    'لم يجب أحد خلال {{count}} ثانية، لذلك تم رفض هذا الاستدعاء. يجوز طلبه مرة أخرى لاحقا: عندما يسمح به شخص في هذه الأثناء، يمر الاستدعاء نفسه مرة واحدة.',
  noOneAnsweredWithinS_one:
    'لم يجب أحد خلال ثانية واحدة، لذلك تم رفض هذا الاستدعاء. يجوز طلبه مرة أخرى لاحقا: عندما يسمح به شخص في هذه الأثناء، يمر الاستدعاء نفسه مرة واحدة.',
  noOneAnsweredWithinS_two:
    'لم يجب أحد خلال ثانيتين، لذلك تم رفض هذا الاستدعاء. يجوز طلبه مرة أخرى لاحقا: عندما يسمح به شخص في هذه الأثناء، يمر الاستدعاء نفسه مرة واحدة.',
  noOneAnsweredWithinS_few:
    'لم يجب أحد خلال {{count}} ثوان، لذلك تم رفض هذا الاستدعاء. يجوز طلبه مرة أخرى لاحقا: عندما يسمح به شخص في هذه الأثناء، يمر الاستدعاء نفسه مرة واحدة.',
  noOneAnsweredWithinS_many:
    'لم يجب أحد خلال {{count}} ثانية، لذلك تم رفض هذا الاستدعاء. يجوز طلبه مرة أخرى لاحقا: عندما يسمح به شخص في هذه الأثناء، يمر الاستدعاء نفسه مرة واحدة.',
  noOneAnsweredWithinS_other:
    'لم يجب أحد خلال {{count}} ثانية، لذلك تم رفض هذا الاستدعاء. يجوز طلبه مرة أخرى لاحقا: عندما يسمح به شخص في هذه الأثناء، يمر الاستدعاء نفسه مرة واحدة.',
  noOneAnsweredWithinSB_zero:
    'لم يجب أحد خلال {{count}} ثانية، لذلك تم رفض هذا الاستدعاء. يجوز طلبه مرة أخرى لاحقا.',
  noOneAnsweredWithinSB_one:
    'لم يجب أحد خلال ثانية واحدة، لذلك تم رفض هذا الاستدعاء. يجوز طلبه مرة أخرى لاحقا.',
  noOneAnsweredWithinSB_two: 'لم يجب أحد خلال ثانيتين، لذلك تم رفض هذا الاستدعاء. يجوز طلبه مرة أخرى لاحقا.',
  noOneAnsweredWithinSB_few:
    'لم يجب أحد خلال {{count}} ثوان، لذلك تم رفض هذا الاستدعاء. يجوز طلبه مرة أخرى لاحقا.',
  noOneAnsweredWithinSB_many:
    'لم يجب أحد خلال {{count}} ثانية، لذلك تم رفض هذا الاستدعاء. يجوز طلبه مرة أخرى لاحقا.',
  noOneAnsweredWithinSB_other:
    'لم يجب أحد خلال {{count}} ثانية، لذلك تم رفض هذا الاستدعاء. يجوز طلبه مرة أخرى لاحقا.',
  nobodyIsAtTheComputerB: 'لا أحد أمام الحاسوب لينظر إليه.',
  nobodyAnsweredTheLastQuestionsB: 'لم يجب أحد عن الأسئلة الأخيرة لهذا التطبيق، لذلك لم يتم سؤال أحد عنه.',
  tooManyQuestionsOfThis: 'أسئلة كثيرة جدا من هذا التطبيق تنتظر شخصا من قبل، لذلك لم يتم سؤال أحد عنه.',
  doorwardIsClosingSoNobody: 'Doorward ينتهي الآن، لذلك لم يعد أحد يستطيع النظر إليه.',
  doorwardLetsNothingOfThe: 'لا يسمح Doorward الآن بمرور شيء من هذا النوع.',
  theDecisionOfAPerson: 'تعذر تسجيل قرار شخص بشأنه.',
  doorwardCouldNotShowIt: 'لم يستطع Doorward عرضه على شخص.',
  theAppStoppedWaitingForB: 'توقف التطبيق عن انتظاره.',
  noOneLookedAtIt: 'لم ينظر إليه أحد في الوقت المحدد.',
  noOneLookedAtItB_zero: 'لم ينظر إليه أحد خلال {{count}} ثانية.',
  noOneLookedAtItB_one: 'لم ينظر إليه أحد خلال ثانية واحدة.',
  noOneLookedAtItB_two: 'لم ينظر إليه أحد خلال ثانيتين.',
  noOneLookedAtItB_few: 'لم ينظر إليه أحد خلال {{count}} ثوان.',
  noOneLookedAtItB_many: 'لم ينظر إليه أحد خلال {{count}} ثانية.',
  noOneLookedAtItB_other: 'لم ينظر إليه أحد خلال {{count}} ثانية.',
  thereIsNoValidDecision: 'لا يوجد قرار صالح من شخص بشأن هذا الاستدعاء، لذلك تم رفضه.',
  theDecisionAboutThisCall: 'تم استخدام القرار بشأن هذا الاستدعاء من قبل، لذلك تم رفضه.',
  theDecisionAboutThisCallB: 'انتهت صلاحية القرار بشأن هذا الاستدعاء، لذلك تم رفضه. يجوز طلبه مرة أخرى.',
  thisCallDiffersFromThe: 'هذا الاستدعاء يختلف عن الذي تم السماح به، لذلك تم رفضه.',
  theRulesChangedAfterThis: 'تغيرت القواعد بعد السماح بهذا الاستدعاء، لذلك تم رفضه. يجوز طلبه مرة أخرى.',
  whatAPersonDecidedAbout: 'ما قرره شخص بشأنه لم يعد ساريا.',
  thereIsNoSuchCall: 'لا يوجد استدعاء كهذا. ربما تمت الإجابة عنه من قبل.',
  anAnswerOfAServer: 'رد الخادم يتم تمريره أو عدم تمريره مرة واحدة. لا ينشأ إذن من ذلك.',
  nobodyAnsweredThisCallIn:
    'لم يجب أحد عن هذا الاستدعاء في الوقت المحدد. لا يمكن السماح به إلا لمحاولته التالية.',
  itCountsNoLongerBut:
    'لم يعد ساريا، لكن تعذرت الكتابة على القرص: بعد إعادة التشغيل قد يسري من جديد حتى تنتهي مدته. أفرغ بعض المساحة، ثم ارفضه مرة أخرى.',
  doesNotOfferAnyMore: 'لم يعد «{{server}}» يقدم «{{key}}»، لذلك لم يتم استدعاؤها.',
  doorwardCouldNotCheckWhat:
    'لم يستطع Doorward التحقق مما يقدمه «{{server}}» الآن، لذلك لم يتم استدعاء أي شيء. {{why}}',
  thisServerWasRemovedFrom: 'تمت إزالة هذا الخادم من Doorward. لم يتم إرسال أي شيء.',
  isBlockedInDoorwardNothing: '«{{id}}» محظور في Doorward. لم يتم إرسال أي شيء.',
  isSwitchedOffInDoorward: '«{{id}}» غير مفعل في Doorward. لم يتم إرسال أي شيء.',
  isNotThereForThis: '«{{id}}» غير متاح لهذا التطبيق الآن، كما هو مختار في Doorward. لم يتم إرسال أي شيء.',
  isNotApprovedInDoorward: '«{{id}}» غير معتمد في Doorward. اعتمده هناك، ثم حاول مرة أخرى.',
  thisCallIsAnotherOne: 'أصبح هذا الاستدعاء استدعاء آخر الآن.',
  doorwardStoppedBeforeThisCall: 'توقف Doorward قبل أن ينتهي هذا الاستدعاء.',
  doorwardKeepsTheTextsOf:
    'لا يحتفظ Doorward إلا بنصوص أحدث الاستدعاءات، وما دام يعمل فقط؛ نصوص هذا الاستدعاء لم تعد محفوظة، لذلك لا يمكن النظر إليها مرة أخرى.',
  theArgumentsAreLongOnly: 'الوسيطات طويلة: لا يتم حفظ إلا بدايتها ونهايتها، وهما ما تم فحصه هنا.',
  theAnswerIsLongOnly: 'الرد طويل: لا يتم حفظ إلا بدايته ونهايته، وهما ما تم فحصه هنا.',
  notAllOfTheArguments: 'تعذر فحص كل الوسيطات.',
  notAllOfTheAnswer: 'تعذر فحص كل الرد.',
  moreWasFoundInThe: 'تم العثور على المزيد في الوسيطات؛ هذه أسوأ ما فيها، وعددها {{count}}.',
  moreWasFoundInTheB: 'تم العثور على المزيد في الرد؛ هذه أسوأ ما فيه، وعددها {{count}}.',
  anEarlierTryOfThis:
    'ربما تم تنفيذ محاولة سابقة لهذا الاستدعاء: انتهى Doorward قبل وصول ردها. تحقق مما إذا كان الأمر قد تم قبل أن تدعه يتم مرة أخرى.',
  theOutcomeIsUnknownDoorward: 'النتيجة غير معروفة: توقف Doorward قبل وصول الرد. ربما فعل الخادم ما طلب منه.',
  theServerHasDoneWhat:
    'فعل الخادم ما طلب منه، لكن Doorward لم يمرر رده: {{why}}. {{why2}} لا تكرر الاستدعاء للحصول عليه؛ أخبر الشخص بما ينقص.',
  thisQuestionTakesNoAnswers: 'هذا السؤال لا يقبل إجابات مكتوبة، بل نعم أو لا فقط.',
  theAnswersAreOneJson: 'الإجابات كائن JSON واحد، فيه عنصر لكل حقل من الاستمارة.',
  theAnswersAreLongerThan: 'الإجابات أطول مما يجوز أن يتلقاه خادم.',
  theAnswersCannotBeSent: 'لا يمكن إرسال الإجابات: {{why}}.',
  theFormHasNoField: 'ليس في الاستمارة حقل «{{field}}».',
  unknownTool: 'أداة غير معروفة: {{name}}',
  aRuleOfYourOrganisation: 'ترفض قاعدة من مؤسستك هذا الاستدعاء. لم يتم إرسال أي شيء.',
  aRuleThatAPerson: 'ترفض قاعدة وضعها شخص في Doorward هذا الاستدعاء. لم يتم إرسال أي شيء.',
  thisCallWasMadeAlready: 'تم إجراء هذا الاستدعاء من قبل، لذلك لا يمكن تغيير وسيطاته.',
  thisCallDoesNotWait: 'لم يعد هذا الاستدعاء ينتظر، لذلك لا يمكن تغيير وسيطاته.',
  thisToolHasArgumentsThat: 'لهذه الأداة وسيطات تنتقل أيضا كترويسات، لذلك لا يمكن تغييرها هنا.',
  cannotShowFormsOfServers: 'لا يستطيع {{app}} عرض استمارات الخوادم، لذلك يعرضها Doorward.',
  cannotOpenPagesForServers: 'لا يستطيع {{app}} فتح صفحات للخوادم، لذلك يسألك Doorward.',
  aPersonHasBlockedEverything: 'حظر شخص كل شيء في Doorward في الوقت الحالي.',
  theMessagesOfTheServer: 'يستغرق فحص رسائل الخادم وقتا أطول من اللازم، لذلك لا يتم تمريرها في الوقت الحالي.',
  aMessageOfTheServer: 'إحدى رسائل الخادم أكبر من أن يمكن فحصها، لذلك لم يتم تمريرها.',
  theAnswerToTheServer: 'في الرد إلى الخادم شيء ينبغي إخفاؤه، وهذا غير ممكن هنا. لم يتم إرسال أي شيء.',
  thisWasStoppedItCarries: 'تم إيقاف هذا: فيه قيمة يجب ألا تغادر هذا الحاسوب. لم يتم إرسال أي شيء منه.',
  moreIsEncodedInThis: 'المرمز في هذا أكثر مما ينظر فيه Doorward، لذلك قد يكون فيه فخ وضعته أنت.',
  triedToSendTheCanary:
    'حاول {{app}} إرسال الفخ «{{name}}» إلى «{{server}}». تم إيقاف الاستدعاء. لقد قرأ شيئا ليس لأحد شأن بقراءته: انظر إلى استدعاءاته الأخيرة في «النشاط».',
  hasReadPrivateDataOf:
    'قرأ {{app}} بيانات خاصة من «{{server}}» ({{name}}) ونصوصا كتبها غرباء من «{{server2}}» ({{name2}})، وهذا الاستدعاء سيرسل بيانات إلى الخارج عبر «{{target}}».',
  thisCallWouldSendData:
    'هذا الاستدعاء سيرسل بيانات إلى الخارج، وقد تمت قبله قراءة بيانات خاصة ونصوص كتبها غرباء. لم يتم إرسال أي شيء. يستطيع شخص أن يبدأ من جديد في Doorward في صفحة تطبيق الذكاء الاصطناعي هذا.',
  aNumberInItIs: 'فيه عدد يخفيه أحد أقنعتك، لكن العدد لا يمكن استبداله.',
  aNumberInTheAnswer: 'في الرد عدد يخفيه أحد أقنعتك، لكن العدد لا يمكن استبداله.',
  somethingInTheAnswerIs:
    'في الرد شيء يخفيه أحد أقنعتك، لكن الأداة تعد بشكل ثابت في هذا الموضع، لذلك لم يتم استبداله هناك.',
  thereIsMoreEncodedIn: 'المرمز فيه أكثر مما يمكن فحصه، لذلك لا يعرف أحد هل فيه شيء يخفيه أحد أقنعتك.',
  itHasSomethingInIt:
    'فيه شيء مخفي عن هذا الخادم، في موضع لا يمكن تغييره. لم يتم إرسال أي شيء. استدع مرة أخرى من دونه.',
  whatTheServerAsksHas: 'في ما يسأل عنه الخادم شيء مخفي عن تطبيق الذكاء الاصطناعي هذا، لذلك لم يتم تمريره.',
  theAnswerHasANumber: 'في الرد عدد مخفي عن هذا الخادم، لذلك لم يتم تمريره.',
  itIsTooLongTo: 'هو أطول من أن يمكن البحث فيه عن كل ما يجب إخفاؤه، لذلك لم يتابع طريقه. اطلب جزءا أصغر.',
  itHasASecretOf: 'فيه سر من الخزنة ليس لهذا الخادم. لم يتم إرسال أي شيء.',
  whatTheServerAsksHasB: 'في ما يسأل عنه الخادم سر من الخزنة، لذلك لم يتم تمريره.',
  theAiAppWentAway: 'ذهب تطبيق الذكاء الاصطناعي قبل أن يجيب.',
  theServerStopped: 'توقف الخادم.',
  theAiAppIsGone: 'لم يعد تطبيق الذكاء الاصطناعي موجودا.',
  tooManyQuestionsOfThisB: 'أسئلة كثيرة جدا من هذا الخادم تنتظر في تطبيق الذكاء الاصطناعي هذا من قبل.',
  theCallThatThisQuestion: 'انتهى الاستدعاء الذي يخصه هذا السؤال.',
  doorwardCannotAnswerWhatA: 'لا يستطيع Doorward الإجابة عما تسأل عنه مهمة.',
  thisProtocolRevisionHasNo: 'ليست في هذه المراجعة من البروتوكول طلبات من الخوادم.',
  itDidNotListAnything: 'لم يعرض أي قائمة.',
  theServerAskedTooMany: 'طرح الخادم أسئلة كثيرة جدا لاستدعاء واحد.',
  theServerAskedAQuestion: 'طرح الخادم سؤالا لا يستطيع Doorward قراءته.',
  theServerWantsToOpen: 'يريد الخادم فتح شيء ليس عنوان ويب.',
  theServerWantsToOpenB: 'يريد الخادم فتح عنوان أطول من أن يمكن فحصه.',
  theServerWantsToOpenC: 'يريد الخادم فتح عنوان فيه محارف مخفية.',
  theServerWantsToOpenD: 'يريد الخادم فتح شيء ليس صفحة ويب.',
  theServerWantsToOpenE: 'يريد الخادم فتح صفحة عبر اتصال غير مشفر.',
  theServerWantsToOpenF: 'يريد الخادم فتح عنوان فيه اسم قبل المضيف، وهذا يخفي إلى أين يقود.',
  theServerWantsToOpenG: 'يريد الخادم فتح عنوان يمكن قراءة مضيفه بطريقتين.',
  tooManyCallsWaitFor: 'استدعاءات كثيرة جدا تنتظر ردودا.',
  nobodyAnsweredTheQuestionOf: 'لم يجب أحد عن سؤال الخادم في الوقت المحدد.',
  hasCallsRunningForThis:
    'لـ «{{server}}» استدعاءات جارية من تطبيق الذكاء الاصطناعي هذا عددها {{count}}، كل منها على اتصال خاص به. حاول مرة أخرى عندما ينتهي بعضها.',
  doorwardIsStoppingSoIs: 'Doorward يتوقف الآن، لذلك لا يتم تشغيل «{{server}}».',
  noAnswerCameInTime: 'لم يصل أي رد في الوقت المناسب.',
  didNotAnswerWithinSeconds_zero: 'لم يرد «{{id}}» خلال {{count}} ثانية من بدئه.',
  didNotAnswerWithinSeconds_one: 'لم يرد «{{id}}» خلال ثانية واحدة من بدئه.',
  didNotAnswerWithinSeconds_two: 'لم يرد «{{id}}» خلال ثانيتين من بدئه.',
  didNotAnswerWithinSeconds_few: 'لم يرد «{{id}}» خلال {{count}} ثوان من بدئه.',
  didNotAnswerWithinSeconds_many: 'لم يرد «{{id}}» خلال {{count}} ثانية من بدئه.',
  didNotAnswerWithinSeconds_other: 'لم يرد «{{id}}» خلال {{count}} ثانية من بدئه.',
  wasStopped: 'تم إيقاف «{{id}}».',
  refusedTheConnection: 'رفض «{{id}}» الاتصال: {{said}}',
  notBeforeTheHandshake: 'ليس قبل المصافحة.',
  sentABrokenAnswer: 'أرسل «{{id}}» ردا غير سليم: {{why}}',
  anAnswerToARequest: 'تم إسقاط رد على طلب ليس مفتوحا.',
  aQuestionWhoseIdIs: 'تم إسقاط سؤال معرفه مستخدم.',
  tooManyQuestionsAreOpen: 'الأسئلة المفتوحة كثيرة جدا.',
  doorwardCannotTellWhichAi: 'لا يستطيع Doorward معرفة تطبيق الذكاء الاصطناعي الذي يوجه إليه هذا السؤال.',
  theAiAppGaveThis: 'تخلى تطبيق الذكاء الاصطناعي عن هذا الاستدعاء. لم يتم إرسال أي شيء.',
  doorwardKeptTheAnswerBack: 'لم يمرر Doorward الرد لأن فحصه «{{name}}» فشل. فعل الخادم ما طلب منه.',
  doorwardRefusedThisCallBecause: 'رفض Doorward هذا الاستدعاء لأن فحصه «{{name}}» فشل. لم يتم إرسال أي شيء.',
  theAiAppCannotAnswer: 'لا يستطيع تطبيق الذكاء الاصطناعي الإجابة عن كل ما سأل عنه الخادم.',
  doorwardHasDealtWithWhat: 'عالج Doorward ما طلبه الخادم. استدع مرة أخرى.',
  thisCallAlreadyWaitsFor: 'هذا الاستدعاء ينتظر إجابة من قبل.',
  theAiAppCannotAnswerB: 'لا يستطيع تطبيق الذكاء الاصطناعي الإجابة عن أسئلة من هذا النوع.',
  doorwardCouldNotAnswerThis: 'لم يستطع Doorward الإجابة عن هذا السؤال.',
  onlyTheArgumentsOfA: 'لا يمكن تغيير وسيطات إلا لأداة أو مطالبة.',
  theArgumentsAreLargerThan: 'الوسيطات أكبر مما يجوز أن تكون رسالة.',
  theArgumentsCannotBeSent: 'لا يمكن إرسال الوسيطات: {{why}}.',
  theArgumentsMustBeAn: 'يجب أن تكون الوسيطات كائنا.',
  inputresponsesLacksTheAnswerTo: 'تنقص «inputResponses» الإجابة عن السؤال.',
  thisRequeststateIsNotKnown:
    'قيمة requestState هذه غير معروفة: انتهت صلاحيتها، أو تم استخدامها من قبل، أو تخص طلبا آخر.',
  theAiAppGaveThe: 'تخلى تطبيق الذكاء الاصطناعي عن الاستدعاء.',
  theSessionEnded: 'انتهت الجلسة.',
  theAiAppDidNot: 'لم يجب تطبيق الذكاء الاصطناعي عن سؤال الخادم.',
  thisCallNeedsTheAnswer: 'يحتاج هذا الاستدعاء إلى إجابة شخص وليست له إجابة، لذلك لم يتم إرساله.',
  aPersonHasBlockedEverythingB: 'حظر شخص كل شيء في Doorward في الوقت الحالي. لم يتم إرسال أي شيء.',
  theRulesChangedWhileThis:
    'تغيرت القواعد وهذا الاستدعاء في طريقه، لذلك لم يتم إرساله. تجوز محاولته مرة أخرى.',
  thisAiAppWasRemoved: 'تمت إزالة تطبيق الذكاء الاصطناعي هذا من Doorward. وصله من جديد لاستخدام أدواته.',
  theServerHasDoneWhatB:
    'فعل الخادم ما طلب منه، لكن Doorward لم يمرر رده: يجب أن ينظر إليه شخص أولا، ولا يمكن سؤال أحد هنا. لا تكرر الاستدعاء للحصول عليه؛ أخبر الشخص بما ينقص.',
  theArgumentsCannotBeSentB: 'لا يمكن إرسال الوسيطات.',
  theToolIsMalformedIt: 'الأداة «{{name}}» غير سليمة: {{why}}. لم يتم استدعاؤها.',
  theHeaderDoesNotMatch: 'الترويسة {{header}} لا تطابق الوسيطات.',
  thereIsNoSuchServer: 'لا يوجد خادم كهذا.',
  theToolNameIsMissing: 'اسم الأداة مفقود.',
  thePromptNameIsMissing: 'اسم المطالبة مفقود.',
  theResourceUriIsMissing: 'عنوان URI للمورد مفقود.',
  resourceNotFound: 'لم يتم العثور على المورد: {{uri}}',
  thereIsNoSuchTask: 'لا توجد مهمة كهذه.',
  doorwardCouldNotReadThis:
    'لم يستطع Doorward قراءة هذا الطلب بطريقة واحدة فقط، لذلك تم رفضه. لم يتم سؤال أحد.',
  thePromptIsLongerThan: 'المطالبة أطول مما يمكن عرضه على شخص، لذلك تم رفضها. اسأل بنص أقصر.',
  theFormIsLargerThan: 'الاستمارة أكبر مما يمكن عرضه على شخص، لذلك تم رفضها. اسأل عن أقل.',
  theServerAskedForThe:
    'طلب الخادم مع مطالبته محادثة تطبيق الذكاء الاصطناعي («includeContext»). لا يعطيها Doorward أبدا. اسأل من دونها.',
  theServerWantsToOpenH: 'يريد الخادم فتح عنوان داخل شبكة خاصة. لا يفتح Doorward صفحة كهذه. لم يتم سؤال أحد.',
  theFormAsksForA:
    'تطلب الاستمارة سرا في الحقل «{{field}}». لا يعرض Doorward أي استمارة تطلب كلمات مرور أو مفاتيح أو رموزا. لم يتم سؤال أحد.',
  nobodyWasAsked: '{{why}} لم يتم سؤال أحد.',
  itMayAskAgainIn_zero: 'يجوز له أن يسأل مرة أخرى بعد {{count}} دقيقة.',
  itMayAskAgainIn_one: 'يجوز له أن يسأل مرة أخرى بعد دقيقة واحدة.',
  itMayAskAgainIn_two: 'يجوز له أن يسأل مرة أخرى بعد دقيقتين.',
  itMayAskAgainIn_few: 'يجوز له أن يسأل مرة أخرى بعد {{count}} دقائق.',
  itMayAskAgainIn_many: 'يجوز له أن يسأل مرة أخرى بعد {{count}} دقيقة.',
  itMayAskAgainIn_other: 'يجوز له أن يسأل مرة أخرى بعد {{count}} دقيقة.',
  noSignOfLifeSeconds_zero:
    'لم تصدر عن «{{id}}» أي علامة نشاط لمدة {{count}} ثانية، لذلك تم التخلي عن الاستدعاء. ربما تم تنفيذه مع ذلك. تحقق قبل أن تكرره.',
  noSignOfLifeSeconds_one:
    'لم تصدر عن «{{id}}» أي علامة نشاط لمدة ثانية واحدة، لذلك تم التخلي عن الاستدعاء. ربما تم تنفيذه مع ذلك. تحقق قبل أن تكرره.',
  noSignOfLifeSeconds_two:
    'لم تصدر عن «{{id}}» أي علامة نشاط لمدة ثانيتين، لذلك تم التخلي عن الاستدعاء. ربما تم تنفيذه مع ذلك. تحقق قبل أن تكرره.',
  noSignOfLifeSeconds_few:
    'لم تصدر عن «{{id}}» أي علامة نشاط لمدة {{count}} ثوان، لذلك تم التخلي عن الاستدعاء. ربما تم تنفيذه مع ذلك. تحقق قبل أن تكرره.',
  noSignOfLifeSeconds_many:
    'لم تصدر عن «{{id}}» أي علامة نشاط لمدة {{count}} ثانية، لذلك تم التخلي عن الاستدعاء. ربما تم تنفيذه مع ذلك. تحقق قبل أن تكرره.',
  noSignOfLifeSeconds_other:
    'لم تصدر عن «{{id}}» أي علامة نشاط لمدة {{count}} ثانية، لذلك تم التخلي عن الاستدعاء. ربما تم تنفيذه مع ذلك. تحقق قبل أن تكرره.',
  noSignOfLifeMinutes_zero:
    'لم تصدر عن «{{id}}» أي علامة نشاط لمدة {{count}} دقيقة، لذلك تم التخلي عن الاستدعاء. ربما تم تنفيذه مع ذلك. تحقق قبل أن تكرره.',
  noSignOfLifeMinutes_one:
    'لم تصدر عن «{{id}}» أي علامة نشاط لمدة دقيقة واحدة، لذلك تم التخلي عن الاستدعاء. ربما تم تنفيذه مع ذلك. تحقق قبل أن تكرره.',
  noSignOfLifeMinutes_two:
    'لم تصدر عن «{{id}}» أي علامة نشاط لمدة دقيقتين، لذلك تم التخلي عن الاستدعاء. ربما تم تنفيذه مع ذلك. تحقق قبل أن تكرره.',
  noSignOfLifeMinutes_few:
    'لم تصدر عن «{{id}}» أي علامة نشاط لمدة {{count}} دقائق، لذلك تم التخلي عن الاستدعاء. ربما تم تنفيذه مع ذلك. تحقق قبل أن تكرره.',
  noSignOfLifeMinutes_many:
    'لم تصدر عن «{{id}}» أي علامة نشاط لمدة {{count}} دقيقة، لذلك تم التخلي عن الاستدعاء. ربما تم تنفيذه مع ذلك. تحقق قبل أن تكرره.',
  noSignOfLifeMinutes_other:
    'لم تصدر عن «{{id}}» أي علامة نشاط لمدة {{count}} دقيقة، لذلك تم التخلي عن الاستدعاء. ربما تم تنفيذه مع ذلك. تحقق قبل أن تكرره.',
  readInTwoWays: 'رد «{{id}}» بشيء يمكن قراءته بطريقتين، لذلك لا يتم تمريره.',
  loopNotLetGoOnMinute:
    'تكرر هذا الاستدعاء نفسه مرة بعد مرة، ولم يسمح الشخص باستمراره. لم يتم إرسال أي شيء. افعل شيئا آخر؛ تمكن محاولة هذا الاستدعاء مرة أخرى بعد دقيقة واحدة.',
  loopNotLetGoOn_zero:
    'تكرر هذا الاستدعاء نفسه مرة بعد مرة، ولم يسمح الشخص باستمراره. لم يتم إرسال أي شيء. افعل شيئا آخر؛ تمكن محاولة هذا الاستدعاء مرة أخرى بعد {{count}} دقيقة.',
  loopNotLetGoOn_one:
    'تكرر هذا الاستدعاء نفسه مرة بعد مرة، ولم يسمح الشخص باستمراره. لم يتم إرسال أي شيء. افعل شيئا آخر؛ تمكن محاولة هذا الاستدعاء مرة أخرى بعد دقيقة واحدة.',
  loopNotLetGoOn_two:
    'تكرر هذا الاستدعاء نفسه مرة بعد مرة، ولم يسمح الشخص باستمراره. لم يتم إرسال أي شيء. افعل شيئا آخر؛ تمكن محاولة هذا الاستدعاء مرة أخرى بعد دقيقتين.',
  loopNotLetGoOn_few:
    'تكرر هذا الاستدعاء نفسه مرة بعد مرة، ولم يسمح الشخص باستمراره. لم يتم إرسال أي شيء. افعل شيئا آخر؛ تمكن محاولة هذا الاستدعاء مرة أخرى بعد {{count}} دقائق.',
  loopNotLetGoOn_many:
    'تكرر هذا الاستدعاء نفسه مرة بعد مرة، ولم يسمح الشخص باستمراره. لم يتم إرسال أي شيء. افعل شيئا آخر؛ تمكن محاولة هذا الاستدعاء مرة أخرى بعد {{count}} دقيقة.',
  loopNotLetGoOn_other:
    'تكرر هذا الاستدعاء نفسه مرة بعد مرة، ولم يسمح الشخص باستمراره. لم يتم إرسال أي شيء. افعل شيئا آخر؛ تمكن محاولة هذا الاستدعاء مرة أخرى بعد {{count}} دقيقة.',
  loopIsAsked:
    'تكرر هذا الاستدعاء نفسه مرة بعد مرة، ويتم الآن سؤال الشخص هل يجوز أن يستمر. لم يتم إرسال أي شيء. انتظر إجابته.',
  loopFailed:
    'أجرى تطبيق الذكاء الاصطناعي هذا الاستدعاء نفسه خلال دقيقة، وعدد المرات {{count}}، وفشل في كل مرة. ربما علق في حلقة.',
  loopSameAnswer:
    'أجرى تطبيق الذكاء الاصطناعي هذا الاستدعاء نفسه خلال دقيقة، وعدد المرات {{count}}، وكان الرد نفسه في كل مرة. ربما علق في حلقة.',
} as const satisfies Translation<typeof en>;
