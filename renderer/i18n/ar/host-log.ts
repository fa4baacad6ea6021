import type { hostLog as en } from '../en/host-log.ts';
import type { Translation } from '../translation.ts';

/** Sentences about the log of calls, its exports and its sending. */
export const hostLog = {
  whenDoorwardStartedOnThe:
    'عندما بدأ Doorward في {{day}}، لم يكن سجل الاستدعاءات هو الذي تركه: تم تغيير صفوف أو إزالتها، أو كانت نسخة أقدم مكانه.',
  whenDoorwardStartedOnTheB:
    'عندما بدأ Doorward في {{day}}، لم يكن سجل الاستدعاءات هو الذي تركه: تم تغيير صفوف أو إزالتها، أو كانت نسخة أقدم مكانه. ما كان مسجلا حتى ذلك الحين: {{what}}؛ وما كان في السجل الموجود: {{what2}}.',
  whenDoorwardStartedOnTheC:
    'عندما بدأ Doorward في {{day}}، لم يكن سجل الاستدعاءات هو الذي تركه: تم تغيير صفوف أو إزالتها، أو كانت نسخة أقدم مكانه. ما كان مسجلا حتى ذلك الحين: {{what}}؛ وما كان في السجل الموجود: {{what2}}.',
  whatTheKeychainKeepsAbout: 'لا يمكن قراءة ما تحفظه سلسلة المفاتيح عن سجل الاستدعاءات.',
  theCallLogStoppedAnd: 'توقف سجل الاستدعاءات وتتم إعادة تشغيله، لذلك لا يمكن تسجيل الاستدعاءات ويتم رفضها.',
  theDiskDoesNotAnswer:
    'القرص لا يستجيب، لذلك لا يمكن تسجيل الاستدعاءات ويتم رفضها. تحقق من القرص الذي فيه مجلد بيانات Doorward.',
  theCallLogCannotKeep:
    'سجل الاستدعاءات لا يستطيع المواكبة، لذلك تم رفض هذا الاستدعاء. حاول مرة أخرى بعد لحظة.',
  theCallLogIsClosed: 'سجل الاستدعاءات مغلق لأن Doorward يتوقف، لذلك لا يمكن تسجيل الاستدعاءات.',
  theCallLogIsBeing: 'تتم إعادة تشغيل سجل الاستدعاءات. حاول مرة أخرى بعد لحظة.',
  theCallLogCouldNot: 'تعذر بدء سجل الاستدعاءات. شغل Doorward من جديد.',
  theCallLogAnsweredAn: 'رد سجل الاستدعاءات على طلب نظرة عامة بشيء آخر.',
  theCallLogAnsweredA: 'رد سجل الاستدعاءات على طلب جلسة بشيء آخر.',
  theCallLogAnsweredWith: 'رد سجل الاستدعاءات بشيء آخر.',
  theCallLogAnsweredAB: 'رد سجل الاستدعاءات على طلب تقرير بشيء آخر.',
  theCallLogAnsweredAnB: 'رد سجل الاستدعاءات على طلب تصدير بشيء آخر.',
  theCallLogAnsweredAC: 'رد سجل الاستدعاءات على طلب تحقق بشيء آخر.',
  itHoldsNoSignedCheckpoint: 'ليست فيه نقطة تحقق موقعة بهذا المفتاح.',
  itsNewestCheckpointIsNot: 'أحدث نقطة تحقق فيه غير موقعة.',
  itIsSignedByAnother: 'هو موقع بمفتاح آخر: {{key}}.',
  theCallLogIsDamaged: 'سجل الاستدعاءات تالف وتعذر وضعه جانبا. انقل {{file}} إلى مكان آخر وابدأ من جديد.',
  isNotAPlainFile: '{{file}} ليس ملفا عاديا. انقله إلى مكان آخر وابدأ من جديد.',
  isADatabaseOfAnother: '{{file}} قاعدة بيانات لبرنامج آخر. انقله إلى مكان آخر وابدأ من جديد.',
  theCallLogWasWritten:
    'كتب إصدار أحدث من Doorward سجل الاستدعاءات (صيغته {{count}}، وهذا الإصدار يعرف {{count2}}). حدث Doorward؛ لم يتم تغيير أي شيء.',
  theCallLogIsDamagedB: 'سجل الاستدعاءات تالف.',
  theNewestRowsOfThe:
    'أحدث صفوف سجل الاستدعاءات غير متوافقة: تم تغييرها من خارج Doorward. يستمر تسجيل الاستدعاءات الجديدة. نفذ «doorward log verify» لترى أين.',
  rowsToFitEachOther: 'الصفوف من {{from}} إلى {{end}} متوافقة، لكن لم يعد هناك توقيع يضمنها.',
  theCallLogIsNot:
    'سجل الاستدعاءات ليس الذي تركه Doorward: تم تغيير صفوف أو إزالتها، أو وضع شخص ما نسخة أقدم مكانه. يستمر تسجيل الاستدعاءات الجديدة، وهذا مدون في السجل. نفذ «doorward log verify» لترى أين.',
  theCallLogWasSigned:
    'تم توقيع سجل الاستدعاءات بمفتاح غير مفتاح بيانات Doorward هذه: ضاع المفتاح أو تم استبداله من خارج Doorward، أو وضع شخص ما سجلا آخر مكان هذا. يستمر تسجيل الاستدعاءات الجديدة، وهذا مدون في السجل.',
  theCallLogThatWas:
    'سجل الاستدعاءات الذي كان هنا لم يعد موجودا: كان عدد الصفوف المسجلة {{count}}، وتمت إزالته من خارج Doorward. هذا مدون في السجل الجديد.',
  thisExportIsOverOr: 'انتهى هذا التصدير، أو انتظر أطول من اللازم. ابدأه من جديد.',
  theCallLogCouldNotB: 'تعذرت قراءة سجل الاستدعاءات: هو تالف.',
  theCallLogCouldNotC: 'تعذرت قراءة سجل الاستدعاءات: القرص يبلغ عن خطأ.',
  tooManyQuestionsToThe: 'الأسئلة الموجهة إلى سجل الاستدعاءات في وقت واحد كثيرة جدا. اسأل مرة أخرى بعد لحظة.',
  thereIsAFileOf: 'يوجد ملف بهذا الاسم لم يكتبه Doorward. اختر اسما آخر، أو انقله إلى مكان آخر.',
  theFileWasNotWritten: 'لم تتم كتابة الملف: {{why}}.',
  theCollectorWasNotReached: 'لم يتم الوصول إلى المجمع: {{why}}.',
  theCollectorDoesNotTake: 'لا يقبل المجمع هذه القيود (الحالة {{count}}).',
  itLeadsToAnotherAddress: 'يقود إلى عنوان آخر، ولا يتبع Doorward ذلك. أعط العنوان الصحيح.',
  itDoesNotAcceptThe: 'لا يقبل المفتاح. تحقق من الترويسة ومن السر في الخزنة.',
  thereIsNoOtlpAt: 'لا يوجد OTLP على هذا العنوان. أعط العنوان من دون «/v1/traces».',
  itIsTriedAgain: 'ستتم المحاولة مرة أخرى.',
  theCollectorAnsweredWithStatus:
    'رد المجمع بالحالة {{count}}. يقود إلى عنوان آخر، ولا يتبع Doorward ذلك. أعط العنوان الصحيح.',
  theCollectorAnsweredWithStatusB:
    'رد المجمع بالحالة {{count}}. لا يقبل المفتاح. تحقق من الترويسة ومن السر في الخزنة.',
  theCollectorAnsweredWithStatusC:
    'رد المجمع بالحالة {{count}}. لا يوجد OTLP على هذا العنوان. أعط العنوان من دون «/v1/traces».',
  theCollectorAnsweredWithStatusD: 'رد المجمع بالحالة {{count}}. ستتم المحاولة مرة أخرى.',
  theRecordWasNotTaken: 'لم يتم قبول القيد.',
  theTestRecordWasTaken: 'تم قبول القيد التجريبي.',
  thisIsATestOf: 'هذا اختبار من Doorward. لم يتم استدعاء أي شيء.',
  theSyslogServerDidNotB: 'لم يقبل خادم syslog القيود: {{why}}.',
  itWasGivenUp: 'تم التخلي عنه.',
  theSyslogServerWasNot: 'لم يتم الوصول إلى خادم syslog: {{why}}.',
  theDiskIsFullSo: 'القرص ممتلئ، لذلك لا يمكن تسجيل الاستدعاءات ويتم رفضها. أفرغ 200 MB.',
  anotherProgramHoldsTheCall:
    'برنامج آخر يشغل سجل الاستدعاءات، لذلك لا يمكن تسجيل الاستدعاءات ويتم رفضها. أغلق البرامج التي تفتح log.db.',
  theCallLogIsDamagedC:
    'سجل الاستدعاءات تالف، لذلك لا يمكن تسجيل الاستدعاءات ويتم رفضها حتى يوضع جانبا، وهذا يحدث تلقائيا.',
  theCallLogWasMoved:
    'تم نقل سجل الاستدعاءات أو حذفه أثناء عمل Doorward، لذلك لا يمكن تسجيل الاستدعاءات ويتم رفضها حتى يتم إنشاء سجل جديد، وهذا يحدث تلقائيا.',
  doorwardMayNotWriteThe:
    'لا يجوز لـ Doorward كتابة سجل الاستدعاءات، لذلك لا يمكن تسجيل الاستدعاءات ويتم رفضها. امنح حسابك حق الكتابة في log.db وفي مجلده.',
  theDiskReportsAnError:
    'القرص يبلغ عن خطأ، لذلك لا يمكن تسجيل الاستدعاءات ويتم رفضها. تحقق من القرص الذي فيه مجلد بيانات Doorward.',
  somethingFollowsItsLastLine: 'هناك شيء بعد سطره الأخير.',
  itIsNotSigned: 'هو غير موقع.',
  whatDoesNotFitLies: 'ما لا يتوافق موجود بين الصف {{from}} والصف {{from2}}، أو في ما بينهما.',
  itHoldsWhatWasAsked: 'ليس فيه إلا ما تم طلبه؛ ولا يمكن أن يرى منه ما كان هناك غير ذلك.',
  itIsNotSignedSo: 'هو غير موقع، لذلك كان من غيره يستطيع أن يجعله متوافقا من جديد.',
  itIsSignedWithThe: 'هو موقع بالمفتاح {{key}}، وهو مفتاح بيانات Doorward هذه.',
  itIsSignedWithTheB: 'هو موقع بالمفتاح {{key}}، وهو المفتاح الذي تم إعطاؤه.',
  itIsSignedWithTheC:
    'هو موقع بالمفتاح {{key}} الذي يأتي به الملف نفسه: يستطيع أي شخص صنع ملف كهذا بمفتاح له. أعط المفتاح الذي تعرفه بالخيار --key.',
  theLogHadBeenClosed: 'كان السجل مغلقا قبله.',
  itsNewestCheckpointsAreMissing: 'أحدث نقاط تحققه مفقودة.',
  doorwardNoticedThisWhenIt: 'لاحظ Doorward هذا عندما بدأ في {{day}}.',
  doorwardNoticedThisWhenItB: 'لاحظ Doorward هذا عندما بدأ في {{day}}. ما كان مسجلا حتى ذلك الحين: {{what}}.',
  theCallLogIsComplete: 'سجل الاستدعاءات كامل ولم يتغير: {{what}}.',
  rowsBeforeWereRemovedBecause: 'تمت إزالة الصفوف التي قبل {{first}} لأنها قديمة.',
  itWasBegunWhenA: 'بدأ عندما وضع سجل تالف جانبا باسم {{aside}}.',
  itWasBegunAfterAn: 'بدأ بعد إزالة سجل سابق من خارج Doorward. ما كان فيه: {{what}}.',
  onDoorwardNoticedThatIt: 'في {{day}} لاحظ Doorward أنه ليس السجل الذي تركه؛ وقبل شخص ذلك في {{day2}}.',
  itIsSignedUpTo: 'هو موقع حتى الصف {{row}} بالمفتاح {{key}}.',
  whetherThatIsTheKey: 'لا يعرف هنا هل هذا هو مفتاح Doorward لديك؛ أعط المفتاح الذي تعرفه بالخيار --key.',
  rowsWereRecordedWhileThe: 'تم تسجيل الصفوف {{spans}} ولم يكن المفتاح متاحا، لذلك لم يضمنها المفتاح حينئذ.',
  thereIsNoCallLog: 'لا يوجد سجل استدعاءات في {{path}}. أعط مسار ملف log.db.',
  isNotACallLog: '{{path}} ليس سجل استدعاءات من Doorward.',
  thisCallLogWasWritten: 'كتب إصدار أحدث من Doorward سجل الاستدعاءات هذا. حدث Doorward وتحقق منه من جديد.',
  isLockedByAnotherProgram: '{{path}} مقفل من برنامج آخر. أغلقه وتحقق من جديد.',
  isDamagedItCannotBe: '{{path}} تالف: لا يمكن قراءته كقاعدة بيانات.',
  cannotBeReadCheckThat: 'لا يمكن قراءة {{path}}. تحقق من أنه يجوز لحسابك قراءته ومن أن القرص سليم.',
  thisTimeDoesNotExist: 'هذا الوقت غير موجود. أعط تاريخا.',
  theSpanEndsBeforeIt: 'تنتهي المدة قبل أن تبدأ. أعط بداية أبكر أو نهاية لاحقة.',
  thereIsNoCallIn: 'لا يوجد استدعاء «{{call}}» في السجل.',
  whetherAnOlderLogWas: '{{why}} لا تمكن هذه المرة معرفة ما إذا كان سجل أقدم وضع مكان هذا.',
  theCallLogCouldNotD: 'تعذرت قراءة سجل الاستدعاءات.',
  nothingWasNoticedAboutThe: 'لم يلاحظ شيء بشأن سجل الاستدعاءات، لذلك لا شيء يحتاج إلى قبول.',
  thatItWasNoticedAnd: 'يبقى مسجلا في السجل أن هذا لوحظ وأنه تم قبوله، ويستمر السجل.',
  theLogWasKeptAs: 'تم الاحتفاظ بالسجل باسم {{aside}}، وبدأ سجل جديد يذكره.',
  giveFormatOrNext: 'أعط «format» أو «next».',
  thisCannotBeChosenHere: 'لا يمكن اختيار هذا هنا.',
  yourOrganisationWantsEveryCall: 'تريد مؤسستك أن يكون كل استدعاء مسجلا.',
  thisTimeDoesNotExistB: 'هذا الوقت غير موجود.',
  theReportEndsBeforeIt: 'ينتهي التقرير قبل أن يبدأ. أعط «since» أبكر.',
  aReportSpansAYear: 'أقصى مدة للتقرير سنة. أعط «since» لاحقا.',
  giveTheWholePathOf: 'أعط المسار الكامل للملف.',
  thereIsNoFolderMake: 'لا يوجد مجلد {{path}}. أنشئه أولا.',
  theFileCannotLieIn: 'لا يمكن أن يكون الملف في مجلد بيانات Doorward نفسه. اختر مكانا آخر.',
  isNotAPlainFileB: '{{path}} ليس ملفا عاديا. اختر اسما آخر.',
  theCertificateOfTheAuthority: 'لا يمكن قراءة شهادة المرجع المصدق. يجب أن تكون بصيغة PEM.',
  itsHeadersCannotBeFilled: 'لا يمكن ملء ترويساته.',
  theKeychainIsLockedSo:
    'سلسلة المفاتيح مقفلة، لذلك لا يتم إرسال أي شيء. يستمر الإرسال عندما يبدأ Doorward وسلسلة المفاتيح مفتوحة.',
  organisationStandsForWhatAn: 'الاسم «organisation» يدل على ما ضبطته مؤسسة. اختر اسما آخر.',
  yourOrganisationHasSetThis: 'ضبطت مؤسستك هذه الوجهة. لا يستطيع أحد هنا إزالتها.',
  thereIsNoDestination: 'لا توجد وجهة «{{name}}».',
  whereYourLogIsSent:
    'تم من خارج Doorward تغيير أو إزالة ما يحدد إلى أين يتم إرسال سجلك، لذلك لا يتم إرساله إلى أي مكان. أضف الوجهات من جديد في «الإعدادات».',
  whereTheLogIsSent: 'لا يمكن قراءة ما يحدد إلى أين يتم إرسال السجل ما دامت سلسلة المفاتيح مقفلة.',
  thereIsADestinationAlready: 'توجد وجهة «{{name}}» من قبل.',
  thereAreDestinationsAlreadyRemove: 'عدد الوجهات {{count}} من قبل. أزل واحدة أولا.',
  sendingStoppedTryAgain: 'توقف الإرسال. حاول مرة أخرى.',
  aTestIsUnderWay: 'هناك اختبار جار. انتظره.',
  itDidNotAnswerIn: 'لم يرد في الوقت المناسب.',
  collectorTookNotAll: 'لم يقبل المجمع من القيود {{count}} ({{kind}}).',
  callsPassed_zero: 'لم يتم إرسال أي استدعاء ما دامت الكتابة في سجل الاستدعاءات متعذرة.',
  callsPassed_one:
    'تم إرسال استدعاء واحد ما دامت الكتابة في سجل الاستدعاءات متعذرة، لأنك تسمح بمرور الاستدعاءات عندئذ. ما لم تمكن كتابته لاحقا ليس في السجل.',
  callsPassed_two:
    'تم إرسال استدعاءين ما دامت الكتابة في سجل الاستدعاءات متعذرة، لأنك تسمح بمرور الاستدعاءات عندئذ. ما لم تمكن كتابته لاحقا ليس في السجل.',
  callsPassed_few:
    'تم إرسال {{count}} استدعاءات ما دامت الكتابة في سجل الاستدعاءات متعذرة، لأنك تسمح بمرور الاستدعاءات عندئذ. ما لم تمكن كتابته لاحقا ليس في السجل.',
  callsPassed_many:
    'تم إرسال {{count}} استدعاء ما دامت الكتابة في سجل الاستدعاءات متعذرة، لأنك تسمح بمرور الاستدعاءات عندئذ. ما لم تمكن كتابته لاحقا ليس في السجل.',
  callsPassed_other:
    'تم إرسال {{count}} استدعاء ما دامت الكتابة في سجل الاستدعاءات متعذرة، لأنك تسمح بمرور الاستدعاءات عندئذ. ما لم تمكن كتابته لاحقا ليس في السجل.',
  logRowDoesNotFit:
    'تم تغيير سجل الاستدعاءات من خارج Doorward: الصف {{row}} لا يتوافق مع الصفوف التي قبله. الصفوف التي قبله لم تتغير.',
  logRowMissing: 'تم تغيير سجل الاستدعاءات من خارج Doorward: الصف {{row}} مفقود. الصفوف التي قبله لم تتغير.',
  logRowAdded:
    'تم تغيير سجل الاستدعاءات من خارج Doorward: تمت إضافة الصف {{row}}. الصفوف التي قبله لم تتغير.',
  logRowMoved:
    'تم تغيير سجل الاستدعاءات من خارج Doorward: الصف {{row}} في مكان آخر. الصفوف التي قبله لم تتغير.',
  logWrittenAnew:
    'تم تغيير سجل الاستدعاءات من خارج Doorward: تمت كتابته من جديد ابتداء من الصف {{row}} ولا يتوافق مع ما تم توقيعه. الصفوف التي قبله لم تتغير.',
  logIsAnother:
    'سجل الاستدعاءات ليس الذي كان هنا: وضع شخص ما سجلا أقدم أو سجلا آخر مكانه. ابتداء من الصف {{row}} ليس فيه ما تم تسجيله.',
  logEndMissing: 'نهاية سجل الاستدعاءات مفقودة: كان الصف {{row}} وما بعده مسجلا.',
  logPartlyDamaged: 'سجل الاستدعاءات تالف. ما أمكنت قراءته وهو متوافق: {{what}}.',
  logSignedOtherwise: 'ما تم توقيع سجل الاستدعاءات به لا يتوافق.',
  logKeptAside: 'كان سجل الاستدعاءات تالفا وتعذرت قراءته. تم الاحتفاظ به باسم {{aside}} وبدأ سجل جديد.',
  troublePasses: 'القرص ممتلئ، لذلك لا يمكن تسجيل الاستدعاءات، وهي تمر لأنك اخترت ذلك. أفرغ 200 MB.',
  troublePassesHeld:
    'برنامج آخر يشغل سجل الاستدعاءات، لذلك لا يمكن تسجيل الاستدعاءات، وهي تمر لأنك اخترت ذلك. أغلق البرامج التي تفتح log.db.',
  troublePassesDamaged:
    'سجل الاستدعاءات تالف، لذلك لا يمكن تسجيل الاستدعاءات، وهي تمر لأنك اخترت ذلك، حتى يوضع جانبا، وهذا يحدث تلقائيا.',
  troublePassesMoved:
    'تم نقل سجل الاستدعاءات أو حذفه أثناء عمل Doorward، لذلك لا يمكن تسجيل الاستدعاءات، وهي تمر لأنك اخترت ذلك، حتى يتم إنشاء سجل جديد، وهذا يحدث تلقائيا.',
  troublePassesAccess:
    'لا يجوز لـ Doorward كتابة سجل الاستدعاءات، لذلك لا يمكن تسجيل الاستدعاءات، وهي تمر لأنك اخترت ذلك. امنح حسابك حق الكتابة في log.db وفي مجلده.',
  troublePassesError:
    'القرص يبلغ عن خطأ، لذلك لا يمكن تسجيل الاستدعاءات، وهي تمر لأنك اخترت ذلك. تحقق من القرص الذي فيه مجلد بيانات Doorward.',
  troublePassesStopped:
    'توقف سجل الاستدعاءات وتتم إعادة تشغيله، لذلك لا يمكن تسجيل الاستدعاءات، وهي تمر لأنك اخترت ذلك.',
  troublePassesSilent:
    'القرص لا يستجيب، لذلك لا يمكن تسجيل الاستدعاءات، وهي تمر لأنك اخترت ذلك. تحقق من القرص الذي فيه مجلد بيانات Doorward.',
  collectorSays: 'يقول: {{said}}',
} as const satisfies Translation<typeof en>;
