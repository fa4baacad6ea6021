import type { hostHealth as en } from '../en/host-health.ts';
import type { Translation } from '../translation.ts';

/** Sentences about how servers are started, reached and doing. */
export const hostHealth = {
  itIsReachedInAnother: 'يتم الوصول إليه بطريقة غير التي كانت.',
  itsAddressWasAndIs: 'كان عنوانه {{url}} وهو الآن {{url2}}.',
  otherHeadersAreSentTo: 'يتم إرسال ترويسات إليه غير التي كانت.',
  theProgramWasAndIs: 'كان البرنامج {{command}} وهو الآن {{command2}}.',
  itIsStartedWithOther: 'يتم تشغيله بوسيطات غير التي كانت.',
  itIsGivenOtherSettings: 'يعطى إعدادات غير التي كانت.',
  itIsStartedInAnother: 'يتم تشغيله في مجلد غير الذي كان.',
  itComesFromAnotherPackage: 'يأتي من حزمة غير التي كانت.',
  itsVersionWasAndIs: 'كان إصداره {{was}} وهو الآن {{now}}.',
  itsVersionWasAndIsB: 'كان إصداره {{was}} وهو الآن غير معروف.',
  itsVersionWasUnknownAnd: 'كان إصداره غير معروف وهو الآن {{now}}.',
  itsVersionWasUnknownAndB: 'كان إصداره غير معروف وهو الآن غير معروف.',
  thePackageHasTheSame: 'للحزمة الإصدار نفسه لكن محتواها غير الذي كان.',
  aFileOfItHas: 'تغير ملف منه منذ اعتماده.',
  theToolIsLeftOut: 'الأداة «{{key}}» مستبعدة: {{why}}.',
  repeatsItsPagesTheRest: 'يكرر {{list}} صفحاته؛ تم استبعاد الباقي.',
  hasMoreThanPagesThe_zero: 'في {{list}} أكثر من {{count}} صفحة؛ تم استبعاد الباقي.',
  hasMoreThanPagesThe_one: 'في {{list}} أكثر من صفحة واحدة؛ تم استبعاد الباقي.',
  hasMoreThanPagesThe_two: 'في {{list}} أكثر من صفحتين؛ تم استبعاد الباقي.',
  hasMoreThanPagesThe_few: 'في {{list}} أكثر من {{count}} صفحات؛ تم استبعاد الباقي.',
  hasMoreThanPagesThe_many: 'في {{list}} أكثر من {{count}} صفحة؛ تم استبعاد الباقي.',
  hasMoreThanPagesThe_other: 'في {{list}} أكثر من {{count}} صفحة؛ تم استبعاد الباقي.',
  noAnswer: 'لا رد.',
  didNotAnswerWithinSeconds_zero: 'لم يرد «{{id}}» على {{method}} خلال {{count}} ثانية.',
  didNotAnswerWithinSeconds_one: 'لم يرد «{{id}}» على {{method}} خلال ثانية واحدة.',
  didNotAnswerWithinSeconds_two: 'لم يرد «{{id}}» على {{method}} خلال ثانيتين.',
  didNotAnswerWithinSeconds_few: 'لم يرد «{{id}}» على {{method}} خلال {{count}} ثوان.',
  didNotAnswerWithinSeconds_many: 'لم يرد «{{id}}» على {{method}} خلال {{count}} ثانية.',
  didNotAnswerWithinSeconds_other: 'لم يرد «{{id}}» على {{method}} خلال {{count}} ثانية.',
  anEntryOfIsNested: 'مستويات التداخل في أحد مداخل {{list}} أكثر من {{count}}.',
  anEntryOfIsNo: 'أحد مداخل {{list}} ليس كائنا، أو يكرر مفتاحا.',
  anEntryOfHasNo: 'أحد مداخل {{list}} ليس فيه «{{list2}}».',
  theToolHasNoInputschema: 'ليس للأداة «{{key}}» مخطط inputSchema.',
  isLargerThanMibThe: 'حجم {{list}} أكبر من {{count}} MiB؛ تم استبعاد الباقي.',
  isOfferedTwiceTheFirst: '«{{key}}» معروض مرتين؛ المعتمد هو الأول.',
  hasMoreThanEntriesThe_zero: 'في {{list}} أكثر من {{count}} مدخل؛ تم استبعاد الباقي.',
  hasMoreThanEntriesThe_one: 'في {{list}} أكثر من مدخل واحد؛ تم استبعاد الباقي.',
  hasMoreThanEntriesThe_two: 'في {{list}} أكثر من مدخلين؛ تم استبعاد الباقي.',
  hasMoreThanEntriesThe_few: 'في {{list}} أكثر من {{count}} مداخل؛ تم استبعاد الباقي.',
  hasMoreThanEntriesThe_many: 'في {{list}} أكثر من {{count}} مدخلا؛ تم استبعاد الباقي.',
  hasMoreThanEntriesThe_other: 'في {{list}} أكثر من {{count}} مدخل؛ تم استبعاد الباقي.',
  itDidNotAnswer: 'لم يرد.',
  isNotARemoteServer: '«{{id}}» ليس خادما بعيدا.',
  theAddressOfIsNot: 'عنوان «{{id}}» ليس عنوان http أو https. صححه.',
  theAddressOfContainsA: 'في عنوان «{{id}}» اسم مستخدم أو كلمة مرور. أزلهما وأرسلهما كترويسة.',
  aHeaderOfHasA: 'لإحدى ترويسات «{{id}}» اسم أو قيمة لا يمكن إرسالها: «{{header}}».',
  doesNotTakeMessagesAnd: 'لا يستقبل «{{id}}» رسائل، والرسائل التي تنتظره كثيرة جدا. حاول مرة أخرى لاحقا.',
  theMethodNameOrParameters: 'الأسلوب أو الاسم أو المعاملات في رسالة إلى «{{id}}» لا تتسع لها ترويساتها.',
  gaveASessionIdThat: 'أعطى «{{id}}» معرف جلسة لا يمكن إرساله إليه. يحتاج إلى تحديث.',
  cannotBeReachedAt: 'لا يمكن الوصول إلى «{{id}}» على {{host}}: {{why}}',
  whatAnswersAtDoesNot:
    'ما يرد على {{host}} لا يستخدم HTTP كما هو متوقع، لذلك لا يمكن استخدام «{{id}}». تحقق من العنوان.',
  didNotAnswerInTime: 'لم يرد «{{id}}» في الوقت المناسب. حاول مرة أخرى لاحقا.',
  aMessageToCannotBe: 'رسالة إلى «{{id}}» لا يمكن إرسالها كطلب HTTP.',
  theConnectionToWasClosed: 'تم إغلاق الاتصال بـ «{{id}}».',
  theConnectionToBrokeBefore: 'انقطع الاتصال بـ «{{id}}» قبل أن يكتمل رده. حاول مرة أخرى.',
  sentMoreThanTheBytes_zero:
    'أرسل «{{id}}» أكثر من {{count}} بايت، وهو الحد لرد واحد، لذلك تم إسقاط الرد. اطلب منه أقل في كل مرة.',
  sentMoreThanTheBytes_one:
    'أرسل «{{id}}» أكثر من بايت واحد، وهو الحد لرد واحد، لذلك تم إسقاط الرد. اطلب منه أقل في كل مرة.',
  sentMoreThanTheBytes_two:
    'أرسل «{{id}}» أكثر من بايتين، وهو الحد لرد واحد، لذلك تم إسقاط الرد. اطلب منه أقل في كل مرة.',
  sentMoreThanTheBytes_few:
    'أرسل «{{id}}» أكثر من {{count}} بايتات، وهو الحد لرد واحد، لذلك تم إسقاط الرد. اطلب منه أقل في كل مرة.',
  sentMoreThanTheBytes_many:
    'أرسل «{{id}}» أكثر من {{count}} بايتا، وهو الحد لرد واحد، لذلك تم إسقاط الرد. اطلب منه أقل في كل مرة.',
  sentMoreThanTheBytes_other:
    'أرسل «{{id}}» أكثر من {{count}} بايت، وهو الحد لرد واحد، لذلك تم إسقاط الرد. اطلب منه أقل في كل مرة.',
  asksForSignInSign: 'يطلب «{{id}}» تسجيل الدخول. سجل الدخول إليه، أو تحقق من رمز الوصول في إعداداته.',
  refusesAccessWithThePresent:
    'يرفض «{{id}}» الوصول بتسجيل الدخول الحالي. تحقق من أذونات الحساب أو رمز الوصول.',
  hasEndedTheSessionA: 'أنهى «{{id}}» الجلسة. يتم فتح جلسة جديدة مع الاستدعاء التالي.',
  wasNotAskedItHas_zero:
    'لم يتم سؤال «{{id}}»: رد بحالة HTTP {{count2}} ويريد ألا يسأل لمدة {{count}} ثانية. حاول مرة أخرى بعد ذلك.',
  wasNotAskedItHas_one:
    'لم يتم سؤال «{{id}}»: رد بحالة HTTP {{count2}} ويريد ألا يسأل لمدة ثانية واحدة. حاول مرة أخرى بعد ذلك.',
  wasNotAskedItHas_two:
    'لم يتم سؤال «{{id}}»: رد بحالة HTTP {{count2}} ويريد ألا يسأل لمدة ثانيتين. حاول مرة أخرى بعد ذلك.',
  wasNotAskedItHas_few:
    'لم يتم سؤال «{{id}}»: رد بحالة HTTP {{count2}} ويريد ألا يسأل لمدة {{count}} ثوان. حاول مرة أخرى بعد ذلك.',
  wasNotAskedItHas_many:
    'لم يتم سؤال «{{id}}»: رد بحالة HTTP {{count2}} ويريد ألا يسأل لمدة {{count}} ثانية. حاول مرة أخرى بعد ذلك.',
  wasNotAskedItHas_other:
    'لم يتم سؤال «{{id}}»: رد بحالة HTTP {{count2}} ويريد ألا يسأل لمدة {{count}} ثانية. حاول مرة أخرى بعد ذلك.',
  wasNotAskedItHasB_zero:
    'لم يتم سؤال «{{id}}»: رد بحالة HTTP {{count2}} ويريد ألا يسأل لمدة {{count}} دقيقة. حاول مرة أخرى بعد ذلك.',
  wasNotAskedItHasB_one:
    'لم يتم سؤال «{{id}}»: رد بحالة HTTP {{count2}} ويريد ألا يسأل لمدة دقيقة واحدة. حاول مرة أخرى بعد ذلك.',
  wasNotAskedItHasB_two:
    'لم يتم سؤال «{{id}}»: رد بحالة HTTP {{count2}} ويريد ألا يسأل لمدة دقيقتين. حاول مرة أخرى بعد ذلك.',
  wasNotAskedItHasB_few:
    'لم يتم سؤال «{{id}}»: رد بحالة HTTP {{count2}} ويريد ألا يسأل لمدة {{count}} دقائق. حاول مرة أخرى بعد ذلك.',
  wasNotAskedItHasB_many:
    'لم يتم سؤال «{{id}}»: رد بحالة HTTP {{count2}} ويريد ألا يسأل لمدة {{count}} دقيقة. حاول مرة أخرى بعد ذلك.',
  wasNotAskedItHasB_other:
    'لم يتم سؤال «{{id}}»: رد بحالة HTTP {{count2}} ويريد ألا يسأل لمدة {{count}} دقيقة. حاول مرة أخرى بعد ذلك.',
  redirectsToWhichIsNot: 'يحيل «{{id}}» إلى {{to}}، ولا يتبع Doorward ذلك. إذا كان هذا صحيحا، فغير عنوانه.',
  redirectsElsewhereWhichIsNot:
    'يحيل «{{id}}» إلى مكان آخر، ولا يتبع Doorward ذلك. إذا كان هذا صحيحا، فغير عنوانه.',
  answeredWithInsteadOfAn: 'رد «{{id}}» بشيء ليس رسالة MCP: {{what}}. تحقق من عنوانه.',
  endedItsStreamBeforeIt: 'أنهى «{{id}}» دفقه قبل أن يرد. حاول مرة أخرى.',
  theConnectionToIsClosed: 'الاتصال بـ «{{id}}» مغلق.',
  didNotAnswerInTimeB: 'لم يرد «{{server}}» في الوقت المناسب. تحقق من عنوانه، وحاول مرة أخرى لاحقا.',
  hasClosedItsStreamTry: 'أغلق «{{id}}» دفقه. حاول مرة أخرى.',
  wantsItsMessagesSentTo: 'يريد «{{id}}» إرسال رسائله إلى مكان غير عنوانه. تم رفض ذلك.',
  didNotSayInTime: 'لم يقل «{{id}}» في الوقت المناسب إلى أين تذهب رسائله. حاول مرة أخرى لاحقا.',
  theProgramWasNotFound: 'لم يتم العثور على البرنامج «{{command}}».',
  thereWasNoFolderTo: 'لم يكن هناك مجلد للبحث فيه، لأن PATH فارغ.',
  itWasLookedForIn: 'تم البحث عنه في {{named}} وفي مجلدات أخرى من PATH عددها {{count}}.',
  itWasLookedForInB: 'تم البحث عنه في {{named}}.',
  itComesWithInstallIt: 'يأتي مع {{product}}: ثبته من {{where}}، ثم شغل الخادم من جديد.',
  theNameContainsSpacesGive: 'في الاسم مسافات: أعط البرنامج وحده كأمر، وما يليه كوسيطات.',
  installItOrGiveThe: 'ثبته، أو أعط المسار الكامل للبرنامج كأمر، ثم شغل الخادم من جديد.',
  theServerSoItDoes:
    'الخادم «{{id}}» {{what}}، لذلك لا يبدو خادم MCP يتكلم عبر مخرجه القياسي. تحقق من أمره؛ ما كتبه موجود في سجله.',
  couldNotBeStarted: 'تعذر تشغيل «{{file}}»: {{why}}.',
  theCommandIsEmptyOr: 'الأمر فارغ أو فيه محرف NUL، لذلك لا يمكن تشغيله.',
  theCommandBeginsWithWhich: 'يبدأ الأمر «{{command}}» بـ «~»، ولا يفهم ذلك إلا الصدفة. أعط المسار الكامل.',
  theCommandIsARelative:
    'الأمر «{{command}}» مسار نسبي، وليس للخادم مجلد خاص يبدأ منه. أعط المسار الكامل، أو حدد المجلد.',
  thereIsNoFileCheck: 'لا يوجد ملف «{{path}}». تحقق من مسار الأمر، ثم شغل الخادم من جديد.',
  isThereButMayNot:
    '«{{path}}» موجود لكن لا يجوز تشغيله كبرنامج. اسمح بذلك (chmod +x)، أو شغله بمفسره، مثل node أو python3.',
  whatItWroteIsIn: 'ما كتبه موجود في سجله.',
  couldNotBeStartedB: 'تعذر تشغيل الخادم «{{name}}»: {{why}}.',
  wasStoppedByDoorwardIt: 'أوقف Doorward الخادم «{{name}}». يتم تشغيله من جديد عند الحاجة إليه.',
  cannotStartBecauseItsFolder: 'لا يمكن بدء الخادم «{{name}}»، لأن مجلده «{{cwd}}» غير موجود.',
  cannotStart: 'لا يمكن بدء الخادم «{{name}}». {{why}}',
  closedItsInputSoIt: 'أغلق الخادم «{{name}}» مدخله، لذلك لا يمكن سؤاله عن شيء بعد الآن.',
  closedItsOutputSoIt: 'أغلق الخادم «{{name}}» مخرجه، لذلك لا يستطيع الرد بشيء بعد الآن.',
  closedItsOutputInThe_zero:
    'أغلق الخادم «{{name}}» مخرجه في وسط رسالة (بعد {{count}} بايت منها)، لذلك لا يستطيع الرد بشيء بعد الآن.',
  closedItsOutputInThe_one:
    'أغلق الخادم «{{name}}» مخرجه في وسط رسالة (بعد بايت واحد منها)، لذلك لا يستطيع الرد بشيء بعد الآن.',
  closedItsOutputInThe_two:
    'أغلق الخادم «{{name}}» مخرجه في وسط رسالة (بعد بايتين منها)، لذلك لا يستطيع الرد بشيء بعد الآن.',
  closedItsOutputInThe_few:
    'أغلق الخادم «{{name}}» مخرجه في وسط رسالة (بعد {{count}} بايتات منها)، لذلك لا يستطيع الرد بشيء بعد الآن.',
  closedItsOutputInThe_many:
    'أغلق الخادم «{{name}}» مخرجه في وسط رسالة (بعد {{count}} بايتا منها)، لذلك لا يستطيع الرد بشيء بعد الآن.',
  closedItsOutputInThe_other:
    'أغلق الخادم «{{name}}» مخرجه في وسط رسالة (بعد {{count}} بايت منها)، لذلك لا يستطيع الرد بشيء بعد الآن.',
  whatItWroteIsInB: '{{why}} ما كتبه موجود في سجله.',
  endedWithExitCodeWhat: 'انتهى الخادم «{{name}}» برمز الخروج {{code}}. ما كتبه موجود في سجله.',
  endedWithExitCodeIn_zero:
    'انتهى الخادم «{{name}}» برمز الخروج {{code}} في وسط رسالة (بعد {{count}} بايت منها). ما كتبه موجود في سجله.',
  endedWithExitCodeIn_one:
    'انتهى الخادم «{{name}}» برمز الخروج {{code}} في وسط رسالة (بعد بايت واحد منها). ما كتبه موجود في سجله.',
  endedWithExitCodeIn_two:
    'انتهى الخادم «{{name}}» برمز الخروج {{code}} في وسط رسالة (بعد بايتين منها). ما كتبه موجود في سجله.',
  endedWithExitCodeIn_few:
    'انتهى الخادم «{{name}}» برمز الخروج {{code}} في وسط رسالة (بعد {{count}} بايتات منها). ما كتبه موجود في سجله.',
  endedWithExitCodeIn_many:
    'انتهى الخادم «{{name}}» برمز الخروج {{code}} في وسط رسالة (بعد {{count}} بايتا منها). ما كتبه موجود في سجله.',
  endedWithExitCodeIn_other:
    'انتهى الخادم «{{name}}» برمز الخروج {{code}} في وسط رسالة (بعد {{count}} بايت منها). ما كتبه موجود في سجله.',
  wasEndedByTheSignal: 'أنهت الإشارة {{signal}} الخادم «{{name}}». ما كتبه موجود في سجله.',
  wasEndedByTheSignalB_zero:
    'أنهت الإشارة {{signal}} الخادم «{{name}}» في وسط رسالة (بعد {{count}} بايت منها). ما كتبه موجود في سجله.',
  wasEndedByTheSignalB_one:
    'أنهت الإشارة {{signal}} الخادم «{{name}}» في وسط رسالة (بعد بايت واحد منها). ما كتبه موجود في سجله.',
  wasEndedByTheSignalB_two:
    'أنهت الإشارة {{signal}} الخادم «{{name}}» في وسط رسالة (بعد بايتين منها). ما كتبه موجود في سجله.',
  wasEndedByTheSignalB_few:
    'أنهت الإشارة {{signal}} الخادم «{{name}}» في وسط رسالة (بعد {{count}} بايتات منها). ما كتبه موجود في سجله.',
  wasEndedByTheSignalB_many:
    'أنهت الإشارة {{signal}} الخادم «{{name}}» في وسط رسالة (بعد {{count}} بايتا منها). ما كتبه موجود في سجله.',
  wasEndedByTheSignalB_other:
    'أنهت الإشارة {{signal}} الخادم «{{name}}» في وسط رسالة (بعد {{count}} بايت منها). ما كتبه موجود في سجله.',
  sentAMessageOfMore_zero:
    'أرسل الخادم «{{name}}» رسالة أكبر من {{count}} بايت، فتم إيقافه. اطلب منه أقل في كل مرة.',
  sentAMessageOfMore_one:
    'أرسل الخادم «{{name}}» رسالة أكبر من بايت واحد، فتم إيقافه. اطلب منه أقل في كل مرة.',
  sentAMessageOfMore_two: 'أرسل الخادم «{{name}}» رسالة أكبر من بايتين، فتم إيقافه. اطلب منه أقل في كل مرة.',
  sentAMessageOfMore_few:
    'أرسل الخادم «{{name}}» رسالة أكبر من {{count}} بايتات، فتم إيقافه. اطلب منه أقل في كل مرة.',
  sentAMessageOfMore_many:
    'أرسل الخادم «{{name}}» رسالة أكبر من {{count}} بايتا، فتم إيقافه. اطلب منه أقل في كل مرة.',
  sentAMessageOfMore_other:
    'أرسل الخادم «{{name}}» رسالة أكبر من {{count}} بايت، فتم إيقافه. اطلب منه أقل في كل مرة.',
  doesNotReadWhatIt_zero:
    'لا يقرأ الخادم «{{name}}» ما يتم إرساله إليه: {{count}} بايت تنتظر من قبل. أعد تشغيله إذا استمر ذلك.',
  doesNotReadWhatIt_one:
    'لا يقرأ الخادم «{{name}}» ما يتم إرساله إليه: بايت واحد ينتظر من قبل. أعد تشغيله إذا استمر ذلك.',
  doesNotReadWhatIt_two:
    'لا يقرأ الخادم «{{name}}» ما يتم إرساله إليه: بايتان ينتظران من قبل. أعد تشغيله إذا استمر ذلك.',
  doesNotReadWhatIt_few:
    'لا يقرأ الخادم «{{name}}» ما يتم إرساله إليه: {{count}} بايتات تنتظر من قبل. أعد تشغيله إذا استمر ذلك.',
  doesNotReadWhatIt_many:
    'لا يقرأ الخادم «{{name}}» ما يتم إرساله إليه: {{count}} بايتا تنتظر من قبل. أعد تشغيله إذا استمر ذلك.',
  doesNotReadWhatIt_other:
    'لا يقرأ الخادم «{{name}}» ما يتم إرساله إليه: {{count}} بايت تنتظر من قبل. أعد تشغيله إذا استمر ذلك.',
  theServerIsStoppedAfter_zero:
    'الخادم «{{id}}» موقف بعد أن تعطل مرارا (عدد المرات {{count2}} خلال {{count}} دقيقة). انظر إلى سجله، ثم أعد تفعيله.',
  theServerIsStoppedAfter_one:
    'الخادم «{{id}}» موقف بعد أن تعطل مرارا (عدد المرات {{count2}} خلال دقيقة واحدة). انظر إلى سجله، ثم أعد تفعيله.',
  theServerIsStoppedAfter_two:
    'الخادم «{{id}}» موقف بعد أن تعطل مرارا (عدد المرات {{count2}} خلال دقيقتين). انظر إلى سجله، ثم أعد تفعيله.',
  theServerIsStoppedAfter_few:
    'الخادم «{{id}}» موقف بعد أن تعطل مرارا (عدد المرات {{count2}} خلال {{count}} دقائق). انظر إلى سجله، ثم أعد تفعيله.',
  theServerIsStoppedAfter_many:
    'الخادم «{{id}}» موقف بعد أن تعطل مرارا (عدد المرات {{count2}} خلال {{count}} دقيقة). انظر إلى سجله، ثم أعد تفعيله.',
  theServerIsStoppedAfter_other:
    'الخادم «{{id}}» موقف بعد أن تعطل مرارا (عدد المرات {{count2}} خلال {{count}} دقيقة). انظر إلى سجله، ثم أعد تفعيله.',
  theServerHasCrashedAnd_zero:
    'تعطل الخادم «{{id}}» ويتم تشغيله من جديد بعد {{count}} ثانية. حاول مرة أخرى عندئذ.',
  theServerHasCrashedAnd_one:
    'تعطل الخادم «{{id}}» ويتم تشغيله من جديد بعد ثانية واحدة. حاول مرة أخرى عندئذ.',
  theServerHasCrashedAnd_two: 'تعطل الخادم «{{id}}» ويتم تشغيله من جديد بعد ثانيتين. حاول مرة أخرى عندئذ.',
  theServerHasCrashedAnd_few:
    'تعطل الخادم «{{id}}» ويتم تشغيله من جديد بعد {{count}} ثوان. حاول مرة أخرى عندئذ.',
  theServerHasCrashedAnd_many:
    'تعطل الخادم «{{id}}» ويتم تشغيله من جديد بعد {{count}} ثانية. حاول مرة أخرى عندئذ.',
  theServerHasCrashedAnd_other:
    'تعطل الخادم «{{id}}» ويتم تشغيله من جديد بعد {{count}} ثانية. حاول مرة أخرى عندئذ.',
  doorwardIsEndingSoNo: 'Doorward ينتهي الآن، لذلك لا يتم تشغيل أي خادم.',
  doorwardCouldNotStartThe:
    'لم يستطع Doorward تشغيل العملية الصغيرة التي تنهي الخوادم معه، لذلك لا يتم تشغيل أي خادم. أعد تشغيل Doorward.',
  theWatchdogEnded: 'انتهت عملية المراقبة.',
  thePathOfTheProgram: 'في مسار البرنامج علامة اقتباس أو نهاية سطر.',
  argumentHasALineBreak:
    'في الوسيطة {{count}} نهاية سطر، ولا يمكن إعطاؤها لملف دفعي. استخدم بدلا منه البرنامج الذي يشغله «{{script}}».',
  theArgumentsAreLongerThan_zero: 'الوسيطات أطول من {{count}} محرف، وهو ما يقبله Windows لملف دفعي.',
  theArgumentsAreLongerThan_one: 'الوسيطات أطول من محرف واحد، وهو ما يقبله Windows لملف دفعي.',
  theArgumentsAreLongerThan_two: 'الوسيطات أطول من محرفين، وهو ما يقبله Windows لملف دفعي.',
  theArgumentsAreLongerThan_few: 'الوسيطات أطول من {{count}} محارف، وهو ما يقبله Windows لملف دفعي.',
  theArgumentsAreLongerThan_many: 'الوسيطات أطول من {{count}} محرفا، وهو ما يقبله Windows لملف دفعي.',
  theArgumentsAreLongerThan_other: 'الوسيطات أطول من {{count}} محرف، وهو ما يقبله Windows لملف دفعي.',
  answeredWithStatus: 'رد «{{id}}» بحالة HTTP {{count}}',
  answeredWithStatusAndSaid: 'رد «{{id}}» بحالة HTTP {{count}} وقال: {{said}}',
  busyTryLater: 'رد «{{id}}» بحالة HTTP {{count}} ({{why}}). حاول مرة أخرى لاحقا.',
  busyForSeconds_zero:
    'رد «{{id}}» بحالة HTTP {{count2}} ({{why}}) ويريد ألا يسأل لمدة {{count}} ثانية. حاول مرة أخرى بعد ذلك.',
  busyForSeconds_one:
    'رد «{{id}}» بحالة HTTP {{count2}} ({{why}}) ويريد ألا يسأل لمدة ثانية واحدة. حاول مرة أخرى بعد ذلك.',
  busyForSeconds_two:
    'رد «{{id}}» بحالة HTTP {{count2}} ({{why}}) ويريد ألا يسأل لمدة ثانيتين. حاول مرة أخرى بعد ذلك.',
  busyForSeconds_few:
    'رد «{{id}}» بحالة HTTP {{count2}} ({{why}}) ويريد ألا يسأل لمدة {{count}} ثوان. حاول مرة أخرى بعد ذلك.',
  busyForSeconds_many:
    'رد «{{id}}» بحالة HTTP {{count2}} ({{why}}) ويريد ألا يسأل لمدة {{count}} ثانية. حاول مرة أخرى بعد ذلك.',
  busyForSeconds_other:
    'رد «{{id}}» بحالة HTTP {{count2}} ({{why}}) ويريد ألا يسأل لمدة {{count}} ثانية. حاول مرة أخرى بعد ذلك.',
  busyForMinutes_zero:
    'رد «{{id}}» بحالة HTTP {{count2}} ({{why}}) ويريد ألا يسأل لمدة {{count}} دقيقة. حاول مرة أخرى بعد ذلك.',
  busyForMinutes_one:
    'رد «{{id}}» بحالة HTTP {{count2}} ({{why}}) ويريد ألا يسأل لمدة دقيقة واحدة. حاول مرة أخرى بعد ذلك.',
  busyForMinutes_two:
    'رد «{{id}}» بحالة HTTP {{count2}} ({{why}}) ويريد ألا يسأل لمدة دقيقتين. حاول مرة أخرى بعد ذلك.',
  busyForMinutes_few:
    'رد «{{id}}» بحالة HTTP {{count2}} ({{why}}) ويريد ألا يسأل لمدة {{count}} دقائق. حاول مرة أخرى بعد ذلك.',
  busyForMinutes_many:
    'رد «{{id}}» بحالة HTTP {{count2}} ({{why}}) ويريد ألا يسأل لمدة {{count}} دقيقة. حاول مرة أخرى بعد ذلك.',
  busyForMinutes_other:
    'رد «{{id}}» بحالة HTTP {{count2}} ({{why}}) ويريد ألا يسأل لمدة {{count}} دقيقة. حاول مرة أخرى بعد ذلك.',
  itSaid: 'قال: {{said}}',
} as const satisfies Translation<typeof en>;
