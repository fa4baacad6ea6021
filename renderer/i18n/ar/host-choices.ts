import type { hostChoices as en } from '../en/host-choices.ts';
import type { Translation } from '../translation.ts';

/** Sentences about what a person chooses: rules, limits, masks, profiles. */
export const hostChoices = {
  doorwardCannotLookForCanaries: 'لا يستطيع Doorward البحث عن الأفخاخ ما دامت خزنته مقفلة.',
  theCanariesWereKeptBy: 'حفظ إصدار آخر من Doorward الأفخاخ، لذلك لا يستطيع البحث عنها. حدث Doorward.',
  theVaultIsNotOpen: 'الخزنة ليست مفتوحة.',
  thereIsACanaryAlready: 'يوجد فخ «{{name}}» من قبل. أزله أولا، أو اختر اسما آخر.',
  thereAreCanariesAlreadyRemove: 'عدد الأفخاخ {{count}} من قبل. أزل بعضها أولا.',
  thereIsNoCanary: 'لا يوجد فخ «{{name}}».',
  whatHappensOnAFinding:
    'تم من خارج Doorward تغيير أو إزالة ما يحدث عند العثور على شيء. يسأل Doorward عن كل نتيجة فحص حتى تختار من جديد في الإعدادات.',
  yourMasksWereChangedOr:
    'تم تغيير أقنعتك أو إزالتها من خارج Doorward، وقد ضاعت. أضفها من جديد في الإعدادات؛ وحتى ذلك الحين لا يتم إخفاء نصوصها.',
  theLabelsOfServersWere:
    'تم تغيير سمات الخوادم أو إزالتها من خارج Doorward. يعد كل خادم خاصا وغير موثوق وعاما حتى تختار من جديد.',
  theListOfCanariesWas:
    'تم تغيير قائمة الأفخاخ أو إزالتها من خارج Doorward، وقد ضاعت. أنشئ أفخاخا جديدة وضعها مكان القديمة.',
  whatIsKeptAboutInspection: 'لا يمكن قراءة ما هو محفوظ عن الفحص ما دامت سلسلة المفاتيح مقفلة.',
  allMasksTogetherHaveAt: 'أقصى طول للأقنعة مجتمعة: {{count}} من المحارف. اختصر بعضها أولا.',
  thereAreChoicesAtMost: 'أقصى عدد للاختيارات {{count}}. اسحب بعضها أولا.',
  thereAreMasksAlreadyRemove: 'عدد الأقنعة {{count}} من قبل. أزل بعضها أولا.',
  thereIsNoMask: 'لا يوجد قناع «{{name}}».',
  thisDoorwardCannot: 'لا يستطيع Doorward هذا تتبع مسار البيانات.',
  thereIsNoServer: 'لا يوجد خادم «{{server}}».',
  thereIsNoRole: 'لا يوجد دور «{{role}}».',
  thereIsNoAiApp: 'لا يوجد تطبيق ذكاء اصطناعي «{{name}}».',
  yourOrganisationWantsAtLeast:
    'تريد مؤسستك هنا «{{whatLeast}}» على الأقل، لذلك لا يمكن اختيار «{{whatChosen}}».',
  theMaskComesFromYour: 'القناع «{{name}}» من مؤسستك ولا يمكن تغييره هنا.',
  yourLimitsWereChangedOr:
    'تم تغيير حدودك أو إزالتها من خارج Doorward، وقد ضاعت. أضفها من جديد في «الأذونات».',
  yourLimitsCannotBeRead: 'لا يمكن قراءة حدودك ما دامت سلسلة المفاتيح مقفلة.',
  thereAreLimitsAlreadyRemove: 'عدد الحدود {{count}} من قبل. أزل بعضها أولا.',
  thereIsNoLimit: 'لا يوجد حد «{{id}}».',
  limitsOfThisKindCome: 'الحدود من هذا النوع من مؤسستك ولا يمكن تغييرها هنا.',
  thisNameWithPlaceholdersIs: 'هذا الاسم ذو المواضع المتغيرة كبير جدا. اكتب اسما أقصر.',
  changedArgumentsCanOnlyBe:
    'لا يمكن السماح بالوسيطات المغيرة إلا مرة واحدة. اترك المدة على «هذه المرة فقط».',
  nobodyHasSeenWhatOffers: 'لم ير أحد بعد ما يقدمه «{{server}}». افحصه أولا.',
  offersNoTool: '«{{server}}» لا يقدم أداة «{{tool}}».',
  thisRuleComesFromYour: 'هذه القاعدة من مؤسستك ولا يمكن إزالتها هنا.',
  thereIsNoRule: 'لا توجد قاعدة «{{id}}».',
  rulesAreNotAboutThis: 'القواعد لا تخص هذه الرسالة: فهي تسرد أشياء أو تتبع استدعاء آخر.',
  nameACallOrAn: 'حدد استدعاء، أو تطبيق ذكاء اصطناعي مع خادم وأداة.',
  nameTheServerAndThe: 'حدد الخادم والأداة أيضا.',
  hasThisRoleGiveIt: '«{{name}}» له هذا الدور. أعطه دورا آخر أولا.',
  yourOrganisationWantsAtLeastB:
    'تريد مؤسستك «{{whatLeast}}» على الأقل، لذلك لا يمكن اختيار «{{whatChosen}}».',
  thereAreRulesAlreadyRemove: 'عدد القواعد {{count}} من قبل. أزل بعضها أولا.',
  thisRuleWouldHaveEnded: 'تنتهي هذه القاعدة قبل أن تبدأ. أعط وقتا لاحقا.',
  thereAreRolesAlreadyRemove: 'عدد الأدوار {{count}} من قبل. أزل بعضها أولا.',
  theRoleComesWithDoorward: 'الدور «{{name}}» يأتي مع Doorward ويبقى.',
  yourOrganisationDoesNotAnswer: 'لم تعد مؤسستك تضمنه، لذلك يعد غير مراجع.',
  thereIsNoProfileDoorward: 'لا يوجد ملف تعريف «{{name}}». الأمر «doorward profile list» يعرضها كلها.',
  itChangedMeanwhileTryAgain: 'تغير في هذه الأثناء. حاول مرة أخرى.',
  thereIsAProfileAlready: 'يوجد ملف تعريف «{{name}}» من قبل. الأمر «profile tools» يغير أدواته.',
  thereAreProfilesAlreadyRemove: 'عدد ملفات التعريف {{count}} من قبل. أزل واحدا أولا.',
  thereIsNoFolderGive: 'لا يوجد مجلد {{folder}}. أعط المسار الكامل لمجلد موجود.',
  isAFolderOfAlready: '{{path}} مجلد لـ «{{name}}» من قبل.',
  thereIsAProfileAlreadyB: 'يوجد ملف تعريف «{{name}}» من قبل.',
  isInUseUseAnother: '«{{name}}» مستخدم الآن. استخدم أولا ملف تعريف آخر أو لا تستخدم أيا منها.',
  chooseAtLeastOneTool: 'اختر أداة واحدة على الأقل؛ من دونها لا تعرض على تطبيق الذكاء الاصطناعي أي أداة.',
  allToolsAreListedAnyhow: 'كل الأدوات معروضة في كل حال: احذف الأسماء.',
  yourProfilesOfToolsWere:
    'تم تغيير ملفات تعريف أدواتك أو إزالتها من خارج Doorward. ليست لتطبيقات الذكاء الاصطناعي أدوات حتى تختار ملف تعريف، أو تختار عدم استخدام أي منها.',
  yourProfilesCannotBeRead: 'لا يمكن قراءة ملفات تعريفك ما دامت سلسلة المفاتيح مقفلة.',
  whichAnswersAreMadeSmaller:
    'تم من خارج Doorward تغيير أو إزالة ما يحدد أي الردود يتم تصغيرها. لا يتم تصغير أي رد حتى تختار من جديد.',
  whatYouChoseForSmaller: 'لا يمكن قراءة ما اخترته لتصغير الردود ما دامت سلسلة المفاتيح مقفلة.',
  atMostToolsOfA: 'أقصى عدد لأدوات الخادم التي لها اختيار خاص بها: {{count}}.',
  sayOffOrGoodOr: 'اكتب off أو good، أو اكتب أي الخطوات؛ والقيمة «usual» لأداة واحدة.',
  whatTheLogKeepsOf:
    'تم من خارج Doorward تغيير أو إزالة ما يحتفظ به السجل من النصوص. لا يحتفظ بأي منها حتى تختار من جديد في الإعدادات.',
  whatYouChoseForThe: 'لا يمكن قراءة ما اخترته للسجل ما دامت سلسلة المفاتيح مقفلة.',
  yourOrganisationLetsTheLog: 'لا تسمح مؤسستك للسجل بأن يحتفظ هنا بأكثر من «{{whatMost}}».',
  sayFullRedactedOrDigests: 'اكتب full أو redacted أو digests؛ والقيمة «usual» لخادم واحد.',
  aNameHasUpTo: 'في الاسم ما لا يزيد على 64 من الأحرف اللاتينية والأرقام والمسافات والنقاط والواصلات.',
  theListHasNoWords: 'ليست في القائمة كلمات.',
  theListHasMoreThan: 'في القائمة أكثر من {{count}} كلمة.',
  aWordIsLongerThan: 'إحدى الكلمات أطول من {{count}} محرف.',
  thePatternIsLongerThan: 'النمط أطول من {{count}} محرف.',
  thePatternHas: 'في النمط خطأ: {{why}}.',
  requestCannotBeMade: 'لا يمكن كتابة الطلب: {{why}}.',
  keyInCommandOrAddress: 'في أمره أو عنوانه مفتاح. انقله إلى الخزنة أولا.',
} as const satisfies Translation<typeof en>;
