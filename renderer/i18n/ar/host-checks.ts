import type { hostChecks as en } from '../en/host-checks.ts';
import type { Translation } from '../translation.ts';

/** Sentences of the checks of Doorward and of its start. */
export const hostChecks = {
  thisClientTokenWasReplaced: 'تم استبدال مفتاح هذا التطبيق أو إزالته. وصله من جديد بالمفتاح الجديد.',
  portIsUsedByAnother:
    'يستخدم برنامج آخر المنفذ {{count}}. أنه هذا البرنامج، أو اختر منفذا آخر لـ Doorward ووصل تطبيقات الذكاء الاصطناعي من جديد.',
  thisSystemDoesNotLet:
    'لا يسمح هذا النظام لـ Doorward باستخدام المنفذ {{count}}. اختر منفذا رقمه أكبر من 1023.',
  doorwardCannotListenOnPort: 'لا يستطيع Doorward استقبال الاتصالات على المنفذ {{count}}: {{why}}.',
  nothingAnswersAt: 'لا شيء يرد على {{url}}.',
  answersWithTheStatus: 'يرد {{url}} بالحالة {{status}}.',
  answersARequestWithoutA: 'يرد {{url}} على طلب من دون مفتاح بالحالة {{status}}.',
  aiAppsReachDoorwardAt:
    'تصل تطبيقات الذكاء الاصطناعي إلى Doorward على {{url}}، ولا يصل إليه أحد من دون مفتاح.',
  quitProgramsThatFilterConnections:
    'أنه البرامج التي ترشح الاتصالات على هذا الحاسوب، ثم شغل Doorward من جديد.',
  runDoorwardAppConnect: 'نفذ: doorward app connect {{id}}',
  runDoorwardAppImport: 'نفذ: doorward app import {{id}}',
  comesWithAKeyThat: 'يأتي {{title}} بمفتاح لم يعد معتبرا.',
  runDoorwardAppUndoThen: 'نفذ: doorward app undo {{id}}، ثم: doorward app connect {{id}}',
  isConnected: '{{title}} متصل.',
  isConnectedInItsFile: '{{title}} متصل في ملفه ولم يأت بعد.',
  isConnectedAsSoonAs: 'يتم توصيل {{title}} حالما ينتهي.',
  quitAndStartItAgain: 'أنه {{title}} وشغله من جديد.',
  theFileOfDoesNot: 'لم يعد ملف {{title}} يقود إلى Doorward.',
  theFileOfCannotBe: 'لا يمكن استخدام ملف {{title}}.',
  mendTheFileOrOpen: 'أصلح الملف، أو افتحه في التطبيق واحفظه.',
  itIsBlockedSoNo: 'هو محظور، لذلك لا يراه أي تطبيق ذكاء اصطناعي.',
  runDoorwardServerEnable: 'نفذ: doorward server enable {{id}}',
  nobodyHasApprovedItSo: 'لم يعتمده أحد، لذلك لا يراه أي تطبيق ذكاء اصطناعي.',
  runDoorwardServerInspect: 'نفذ: doorward server inspect {{id}}',
  itIsSwitchedOffSo: 'هو غير مفعل، لذلك لا يراه أي تطبيق ذكاء اصطناعي.',
  itWantsSomebodyToSign: 'يريد أن يسجل شخص ما الدخول. يتم رفض استدعاءاته حتى ذلك الحين.',
  runDoorwardServerLogin: 'نفذ: doorward server login {{id}}',
  nodeIsNewEnough: 'الإصدار {{version}} من Node حديث بما يكفي.',
  nodeIsTooOldFor: 'الإصدار {{version}} من Node أقدم من أن يعمل معه Doorward.',
  installNode24OrNewer: 'ثبت Node 24 أو أحدث.',
  thereIsNoProfileAt: 'لا توجد بيانات Doorward في {{home}} بعد؛ أول بدء ينشئها.',
  isNotAFolder: '{{home}} ليس مجلدا.',
  moveItElsewhereOrUse: 'انقله إلى مكان آخر، أو استخدم --home.',
  belongsToAnotherUser: '{{home}} يخص مستخدما آخر.',
  useAFolderOfYour: 'استخدم مجلدا لك بالخيار --home.',
  othersMayReadOrChange: 'يجوز لغيرك قراءة {{home}} أو تغييره.',
  isYoursAlone: '{{home}} لك وحدك.',
  cannotBeLookedAt: 'لا يمكن فحص {{home}}: {{why}}.',
  useAnotherFolderWithHome: 'استخدم مجلدا آخر بالخيار --home.',
  theFilesOfTheProfile: 'ملفات بيانات Doorward لك وحدك.',
  startDoorwardWhereAKeychain: 'شغل Doorward حيث توجد سلسلة مفاتيح، أو مع --passphrase-fd.',
  onlyTheWindowOfDoorward: 'ما دام التطبيق يعمل، فلا يستطيع تخفيف شيء إلا نافذة Doorward.',
  theOperatorsKeyWasChanged:
    'تم تغيير مفتاح المشغل من خارج Doorward، أو لا يمكن التحقق منه ما دامت الخزنة مقفلة.',
  unlockTheKeychainAndStart:
    'افتح قفل سلسلة المفاتيح وشغل Doorward من جديد؛ إذا تم تغيير المفتاح، فانقل state.db إلى مكان آخر وراجع كل شيء من جديد.',
  theOperatorsKeyIsSet: 'مفتاح المشغل محدد.',
  noOperatorsKeyIsSet: 'مفتاح المشغل غير محدد، لذلك لا يمكن الاعتماد إلا من الطرفية التي يعمل فيها Doorward.',
  lookAtDoorwardServerList: 'انظر إلى «doorward server list» و «doorward client list»، وراجع ما تعرفه.',
  lookingAt: 'جار فحص {{id}}…',
  itCrashed: 'تعطل.',
  runDoorwardServerLog: 'نفذ: doorward server log {{id}}',
  verifyingTheLog: 'جار التحقق من السجل…',
  keepACopyOfLog: 'احتفظ بنسخة من log.db: فهي تبين أين تم تغييره.',
  itIsReachedAt: 'يتم الوصول إليه على {{url}}.',
  itsProgramWasFound: 'تم العثور على برنامجه «{{command}}».',
  mendThatThenRunDoorward: 'أصلح ذلك، ثم نفذ: doorward server test {{id}}',
  doorwardIsAlreadyRunningWith:
    'يعمل Doorward من قبل بهذه البيانات (العملية {{pid}}). استخدمه، أو أوقفه أولا، أو أعط مجلدا آخر بالخيار --home.',
  doorwardIsAlreadyRunningWithB:
    'يعمل Doorward من قبل بهذه البيانات. استخدمه، أو أوقفه أولا، أو أعط مجلدا آخر بالخيار --home.',
  theProfileCannotBeLocked: 'لا يمكن قفل بيانات Doorward في {{path}}: {{why}}.',
  theFolderBelongsToAnother: 'المجلد {{path}} يخص مستخدما آخر. أعط مجلدا لك بالخيار --home.',
  theFolderCannotBeUsed: 'لا يمكن استخدام المجلد {{path}}: {{why}}. أعط مجلدا آخر بالخيار --home.',
  cannotBeUsedMendIt:
    'لا يمكن استخدام {{file}}: {{what}}. أصلحه، أو انقله إلى مكان آخر لتبدأ بالقيم المحددة مسبقا.',
  cannotBeWrittenNothingWas: 'لا يمكن كتابة {{file}}: {{why}}. لم يتم تغيير أي شيء.',
  wasWrittenByANewer:
    'كتب إصدار أحدث من Doorward الملف {{file}} (صيغته {{count}}، وهذا الإصدار يعرف {{count2}}). حدث Doorward؛ لم يتم تغيير أي شيء.',
  cannotBeOpened: 'لا يمكن فتح {{file}}: {{why}}.',
  isDamagedOrWasChanged:
    '{{file}} تالف أو تم تغييره من خارج Doorward. ضع نسخة احتياطية مكانه، أو انقله إلى مكان آخر: عندئذ يجب مراجعة الخوادم وإضافة تطبيقات الذكاء الاصطناعي من جديد.',
  reachesPast_zero: 'لا يصل {{title}} إلى أي خادم متجاوزا Doorward.',
  reachesPast_one: 'يصل {{title}} إلى خادم واحد متجاوزا Doorward.',
  reachesPast_two: 'يصل {{title}} إلى خادمين متجاوزا Doorward.',
  reachesPast_few: 'يصل {{title}} إلى {{count}} خوادم متجاوزا Doorward.',
  reachesPast_many: 'يصل {{title}} إلى {{count}} خادما متجاوزا Doorward.',
  reachesPast_other: 'يصل {{title}} إلى {{count}} خادم متجاوزا Doorward.',
} as const satisfies Translation<typeof en>;
