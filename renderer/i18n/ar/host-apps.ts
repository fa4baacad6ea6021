import type { hostApps as en } from '../en/host-apps.ts';
import type { Translation } from '../translation.ts';

/** Sentences about the AI apps of this computer and their files. */
export const hostApps = {
  takesAtMostToolsIts_zero:
    'يقبل {{title}} {{count}} أداة على الأكثر، ومنها أدواته هو، ويرفض العمل مع أكثر من ذلك؛ والمعروض عليه {{count2}}.',
  takesAtMostToolsIts_one:
    'يقبل {{title}} أداة واحدة على الأكثر، ومنها أدواته هو، ويرفض العمل مع أكثر من ذلك؛ والمعروض عليه {{count2}}.',
  takesAtMostToolsIts_two:
    'يقبل {{title}} أداتين على الأكثر، ومنها أدواته هو، ويرفض العمل مع أكثر من ذلك؛ والمعروض عليه {{count2}}.',
  takesAtMostToolsIts_few:
    'يقبل {{title}} {{count}} أدوات على الأكثر، ومنها أدواته هو، ويرفض العمل مع أكثر من ذلك؛ والمعروض عليه {{count2}}.',
  takesAtMostToolsIts_many:
    'يقبل {{title}} {{count}} أداة على الأكثر، ومنها أدواته هو، ويرفض العمل مع أكثر من ذلك؛ والمعروض عليه {{count2}}.',
  takesAtMostToolsIts_other:
    'يقبل {{title}} {{count}} أداة على الأكثر، ومنها أدواته هو، ويرفض العمل مع أكثر من ذلك؛ والمعروض عليه {{count2}}.',
  takesAtMostToolsAnd_zero:
    'يقبل {{title}} {{count}} أداة على الأكثر ويرفض العمل مع أكثر من ذلك؛ والمعروض عليه {{count2}}.',
  takesAtMostToolsAnd_one:
    'يقبل {{title}} أداة واحدة على الأكثر ويرفض العمل مع أكثر من ذلك؛ والمعروض عليه {{count2}}.',
  takesAtMostToolsAnd_two:
    'يقبل {{title}} أداتين على الأكثر ويرفض العمل مع أكثر من ذلك؛ والمعروض عليه {{count2}}.',
  takesAtMostToolsAnd_few:
    'يقبل {{title}} {{count}} أدوات على الأكثر ويرفض العمل مع أكثر من ذلك؛ والمعروض عليه {{count2}}.',
  takesAtMostToolsAnd_many:
    'يقبل {{title}} {{count}} أداة على الأكثر ويرفض العمل مع أكثر من ذلك؛ والمعروض عليه {{count2}}.',
  takesAtMostToolsAnd_other:
    'يقبل {{title}} {{count}} أداة على الأكثر ويرفض العمل مع أكثر من ذلك؛ والمعروض عليه {{count2}}.',
  readsAtMostToolsIt_zero:
    'يقرأ {{title}} {{count}} أداة على الأكثر؛ والمعروض عليه {{count2}}، وهو يستبعد الباقي.',
  readsAtMostToolsIt_one:
    'يقرأ {{title}} أداة واحدة على الأكثر؛ والمعروض عليه {{count2}}، وهو يستبعد الباقي.',
  readsAtMostToolsIt_two: 'يقرأ {{title}} أداتين على الأكثر؛ والمعروض عليه {{count2}}، وهو يستبعد الباقي.',
  readsAtMostToolsIt_few:
    'يقرأ {{title}} {{count}} أدوات على الأكثر؛ والمعروض عليه {{count2}}، وهو يستبعد الباقي.',
  readsAtMostToolsIt_many:
    'يقرأ {{title}} {{count}} أداة على الأكثر؛ والمعروض عليه {{count2}}، وهو يستبعد الباقي.',
  readsAtMostToolsIt_other:
    'يقرأ {{title}} {{count}} أداة على الأكثر؛ والمعروض عليه {{count2}}، وهو يستبعد الباقي.',
  takesAtMostToolsItsB_zero:
    'يقبل {{title}} {{count}} أداة على الأكثر، ومنها أدواته هو؛ والمعروض عليه من هنا وحده {{count2}}.',
  takesAtMostToolsItsB_one:
    'يقبل {{title}} أداة واحدة على الأكثر، ومنها أدواته هو؛ والمعروض عليه من هنا وحده {{count2}}.',
  takesAtMostToolsItsB_two:
    'يقبل {{title}} أداتين على الأكثر، ومنها أدواته هو؛ والمعروض عليه من هنا وحده {{count2}}.',
  takesAtMostToolsItsB_few:
    'يقبل {{title}} {{count}} أدوات على الأكثر، ومنها أدواته هو؛ والمعروض عليه من هنا وحده {{count2}}.',
  takesAtMostToolsItsB_many:
    'يقبل {{title}} {{count}} أداة على الأكثر، ومنها أدواته هو؛ والمعروض عليه من هنا وحده {{count2}}.',
  takesAtMostToolsItsB_other:
    'يقبل {{title}} {{count}} أداة على الأكثر، ومنها أدواته هو؛ والمعروض عليه من هنا وحده {{count2}}.',
  fromBeforeReadsAtMost_zero:
    'يقرأ {{title}} من إصدارات ما قبل {{before}} {{count}} أداة على الأكثر؛ والمعروض عليه {{count2}}.',
  fromBeforeReadsAtMost_one:
    'يقرأ {{title}} من إصدارات ما قبل {{before}} أداة واحدة على الأكثر؛ والمعروض عليه {{count2}}.',
  fromBeforeReadsAtMost_two:
    'يقرأ {{title}} من إصدارات ما قبل {{before}} أداتين على الأكثر؛ والمعروض عليه {{count2}}.',
  fromBeforeReadsAtMost_few:
    'يقرأ {{title}} من إصدارات ما قبل {{before}} {{count}} أدوات على الأكثر؛ والمعروض عليه {{count2}}.',
  fromBeforeReadsAtMost_many:
    'يقرأ {{title}} من إصدارات ما قبل {{before}} {{count}} أداة على الأكثر؛ والمعروض عليه {{count2}}.',
  fromBeforeReadsAtMost_other:
    'يقرأ {{title}} من إصدارات ما قبل {{before}} {{count}} أداة على الأكثر؛ والمعروض عليه {{count2}}.',
  isOnlyBroughtInFrom: 'يتم فقط إدخال الخوادم من {{title}}. وصل تطبيقات الذكاء الاصطناعي نفسها.',
  yourOrganisationDoesNotLet: 'لا تسمح مؤسستك لـ {{title}} باستخدام Doorward.',
  isConnectedInAnotherWay: '{{title}} متصل بطريقة أخرى. تراجع عن ذلك أولا.',
  takesNoAddressSoIt: 'لا يقبل {{title}} عنوانا، لذلك يتم توصيله بالجسر.',
  itsFileIsInA: 'ملفه في مجلد يحفظه git، لذلك لا يكتب فيه Doorward أي مفتاح؛ والجسر لا يحتاج إلى مفتاح.',
  soItWasLeftAs: '«{{path}}» {{known}}، لذلك بقي كما هو.',
  changedAfterItWasShown: 'تغير {{path}} بعد عرضه. انظر إليه مرة أخرى.',
  itWasLeftAsIt: '«{{path}}» {{known}}. بقي كما هو.',
  wasNotConnectedByDoorward: 'لم يقم Doorward بتوصيل {{title}}، لذلك لا شيء يمكن سحبه.',
  whatIsNotedOfNames: 'ما هو مدون عن {{title}} يذكر ملفا ليس له، لذلك بقي كما هو.',
  wasLeftAsItIs: 'بقي {{title}} كما هو. {{why}}',
  thereIsNoServerIn: 'لا يوجد خادم «{{name}}» في هذا التطبيق.',
  hasKeysThatMoveInto:
    'في {{names}} مفاتيح تنتقل إلى الخزنة، والخزنة ليست مفتوحة، لذلك لم يتم إدخال أي شيء. {{why}}',
  haveKeysThatMoveInto:
    'في {{names}} مفاتيح تنتقل إلى الخزنة، والخزنة ليست مفتوحة، لذلك لم يتم إدخال أي شيء. {{why}}',
  nothingWasBroughtIn: '{{why}} لم يتم إدخال أي شيء.',
  doorwardDoesNotRun: 'Doorward لا يعمل.',
  doorwardKnowsNoAppDoorward: 'لا يعرف Doorward تطبيقا «{{id}}». الأمر «doorward app list» يعرضها كلها.',
  hasAFileOfIts: 'لـ {{title}} ملفه الخاص. لا يمكن إعطاء ملف آخر إلا عند التصدير.',
  itsServersWereBroughtIn: '{{why}} تم إدخال خوادمه.',
  goesThroughDoorwardFromIts: 'يمر {{title}} عبر Doorward ابتداء من بدئه التالي.',
  wasConnectedAlreadyNothingWas: '{{title}} متصل من قبل؛ لم يتم تغيير أي شيء.',
  wasNotChangedYetAnd: 'لم يتم تغيير {{title}} بعد، ولن يتم تغييره.',
  quitDoorwardThenPutsIts: 'أنه {{title}}؛ يعيد Doorward عندئذ ملفه كما كان.',
  theFileOfIsWhat: 'ملف {{title}} كما كان من قبل.',
  theFileOfHadChanged: 'تغير ملف {{title}} في هذه الأثناء، لذلك تم سحب مداخل Doorward فقط.',
  theFileOfHadChangedB:
    'تغير ملف {{title}} في هذه الأثناء، لذلك تم سحب مداخل Doorward فقط. ما غيره شخص ما وبقي كما هو: {{kept}}.',
  thereIsNoServerInB: 'لا يوجد في {{title}} خادم «{{key}}» يتجاوز Doorward.',
  runsAndWouldNotNotice: '{{title}} يعمل، ولن يلاحظ التغيير أو سيكتب فوقه. أنهه؛ يوصله Doorward عندئذ.',
  quitDoorwardThenConnectsIt: 'أنه {{title}}؛ يوصله Doorward عندئذ.',
  startItIsConnectedAs: 'شغل {{title}}؛ يصبح متصلا حالما يأتي.',
  wasConnectedButItsFile: 'تم توصيل {{title}}، لكن ملفه لم يعد يذكر ذلك. وصله من جديد.',
  theBackupsOfAiApps: 'النسخ الاحتياطية لملفات تطبيقات الذكاء الاصطناعي مختومة بالخزنة. {{why}}',
  theKeyOfTheBackups: 'مفتاح النسخ الاحتياطية لم يعد في الخزنة.',
  notedNotWritten: 'لا يمكن تدوين ما يخص تطبيقات الذكاء الاصطناعي: {{why}}. لم يتم تغيير أي شيء.',
  backupNotWritten: 'لا يمكن كتابة النسخة الاحتياطية: {{why}}. لم يتم تغيير أي شيء.',
  whatIsNotedAboutAi: 'لا يمكن قراءة ما هو مدون عن تطبيقات الذكاء الاصطناعي: {{why}}.',
  theNameOfABackup: 'اسم إحدى النسخ الاحتياطية غير صالح.',
  theBackupIsDamaged: 'النسخة الاحتياطية تالفة.',
  theBackupIsSealedWith: 'النسخة الاحتياطية مختومة بخزنة لم تعد موجودة.',
  theBackupCannotBeRead: 'لا يمكن قراءة النسخة الاحتياطية: {{why}}.',
  theBackupWasChangedOutside: 'تم تغيير النسخة الاحتياطية من خارج Doorward، أو أنها تخص مفتاحا آخر.',
  itsOwnToolsReadAnd: 'أدواته هو تقرأ الملفات وتغيرها وتنفذ الأوامر من دون Doorward.',
  serversInTheSettingsOf: 'الخوادم في إعدادات مشروع (مجلد تعمل فيه) تتجاوز Doorward.',
  extensionsThatBringServersOf: 'الإضافات التي تأتي بخوادم خاصة بها تتجاوز Doorward.',
  connectorsThatYouAddedTo: 'الموصلات التي أضفتها إلى حسابك على {{where}} تعمل هناك وتتجاوز Doorward.',
  desktopExtensionsMcpbRunInside: 'إضافات سطح المكتب (.mcpb) تعمل داخل التطبيق وتتجاوز Doorward.',
  serversInAProjectsMcp: 'الخوادم في ملف .mcp.json لمشروع وخوادم الملحقات تتجاوز Doorward.',
  otherAgentsThatRunIn: 'الوكلاء الآخرون الذين يعملون فيه (ACP) لهم إعداداتهم الخاصة.',
  itsBuiltInExtensionsSuch: 'إضافاته المدمجة، مثل Developer، تعمل من دون Doorward.',
  itsPlugInsGoPast: 'ملحقاته تتجاوز Doorward.',
  aiAssistantHasSettingsOf: 'للملحق AI Assistant إعداداته الخاصة: Tools > AI Assistant > MCP.',
  itsBuiltInGithubServer: 'خادم GitHub المدمج فيه يتجاوز Doorward.',
  serversStayReachableThroughMcp: 'يبقى الوصول إلى الخوادم ممكنا عبر MCP Router حتى تزيلها هناك.',
  whatDoorwardNotedAboutConnected:
    'لا يمكن قراءة ما دونه Doorward عن تطبيقات الذكاء الاصطناعي المتصلة («apps/apps.json» ضمن بياناته)، لذلك لا يتم تغيير أي تطبيق. ضع نسخة سليمة مكانه.',
  itIsReachedDirectlyWithout: 'يتم الوصول إليه مباشرة، من دون البرنامج الذي كان يحمل مفتاحه.',
  itsKeyIsAnArgument:
    'مفتاحه وسيطة تستطيع البرامج الأخرى على هذا الحاسوب قراءتها ما دام يعمل. إذا كان يستطيع أخذ المفتاح من قيمة بيئة، فغير ذلك.',
  itIsSwitchedOffIn: 'هو غير مفعل في التطبيق.',
  itRefersToDoorwardsVault: 'يشير إلى خزنة Doorward. أضفه يدويا إذا كنت تريده كذلك.',
  itTakesFromElsewhereWhich:
    'يأخذ {{name}} من مكان آخر لا يعرفه Doorward. أضفه يدويا مع القيمة، ثم وصل من جديد.',
  itTakesValuesFromElsewhere:
    'يأخذ قيما من مكان آخر («{{name}}») لا يعرفه Doorward. أضفه يدويا معها، ثم وصل من جديد.',
  aKeyIsInIts: 'في عنوانه مفتاح لا يمكن إخفاؤه هناك. أرسله كترويسة، ثم أدخله.',
  aKeyIsInAn: 'في عنوان بين وسيطاته مفتاح لا يمكن إخفاؤه هناك. أعطه المفتاح بطريقة أخرى، ثم أدخله.',
  soNothingWasReadFrom: '«{{path}}» {{known}}، لذلك لم تتم قراءة أي شيء منه ولا تتم كتابة أي شيء فيه.',
  isNoServer: '«{{name}}» ليس خادما.',
  putThisAppsKeyIn: 'ضع مفتاح هذا التطبيق مكان dw_YOUR-KEY؛ إذا ضاع فإن «مفتاح جديد» ينشئ واحدا.',
  theKeyIsShownThis: 'لا يتم عرض المفتاح إلا هذه المرة.',
  ifTheFileHasEntries: 'إذا كانت في الملف مداخل من قبل، فأضف إليها المدخل الذي اسمه «doorward».',
  startClaudeCodeAnewAfterwards: 'شغل Claude Code من جديد بعد ذلك.',
  claudeDesktopStartsASmall: 'يشغل Claude Desktop جسرا صغيرا لا يحتاج إلى مفتاح.',
  quitClaudeDesktopAndStart: 'أنه Claude Desktop وشغله من جديد بعد ذلك.',
  inVsCodeTheCommand: 'في VS Code يفتح الأمر «MCP: Open User Configuration» هذا الملف.',
  vsCodeAsksForThe: 'يطلب VS Code المفتاح مرة واحدة ويحفظه: {{token}}',
  addTheLinesAtThe: 'أضف الأسطر في نهاية الملف.',
  theAppReadsItsKey:
    'يقرأ التطبيق مفتاحه من البيئة؛ عينه في طرفية وشغل التطبيق من جديد: setx DOORWARD_TOKEN {{token}}',
  theAppReadsItsKeyB:
    'يقرأ التطبيق مفتاحه من البيئة؛ عينه في طرفية وشغل التطبيق من جديد: export DOORWARD_TOKEN={{token}}',
  theFirstLineIsThe: 'السطر الأول هو العنوان (Streamable HTTP)، والثاني ترويسة ترافق كل طلب.',
  namesMayHave: 'في {{title}} حد لطول {{what}}: {{count}} من المحارف.',
  itLeavesOut: 'يستبعد {{names}}.',
  itRefusesToWork: 'يرفض العمل مع {{names}}.',
  itShortensNames: 'يختصر أسماء {{names}}.',
} as const satisfies Translation<typeof en>;
