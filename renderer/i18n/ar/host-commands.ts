import type { hostCommands as en } from '../en/host-commands.ts';
import type { Translation } from '../translation.ts';

/** Refusals and progress of commands about servers, tools and AI apps. */
export const hostCommands = {
  itsRoleSaysWhichLeave: 'دوره هو ما يحدد أيها: احذف الأسماء.',
  thereIsNoRoleDoorward: 'لا يوجد دور «{{role}}». الأمر «doorward role list» يعرضها كلها.',
  thereIsNoAiApp: 'لا يوجد تطبيق ذكاء اصطناعي «{{client}}». الأمر «doorward client list» يعرضها كلها.',
  thereIsAnAiApp: 'يوجد تطبيق ذكاء اصطناعي «{{name}}» من قبل. اختر اسما آخر، أو جدد مفتاحه.',
  thereAreAiAppsAlready: 'عدد تطبيقات الذكاء الاصطناعي {{count}} من قبل. أزل واحدا أولا.',
  onlyTheDoorwardWindowCan: 'ما دام التطبيق يعمل، فلا يستطيع ذلك إلا نافذة Doorward.',
  thisDoorwardRunsWithoutA: 'يعمل Doorward هذا من دون نافذة.',
  theCommandWasNotUnderstood: 'لم يتم فهم الأمر «{{name}}»: {{why}}',
  thereIsNoCommand: 'لا يوجد أمر «{{name}}».',
  theCommandFailedInDoorward:
    'فشل الأمر «{{name}}» في Doorward نفسه. السجل في المجلد «logs» ضمن بيانات Doorward يقول المزيد.',
  doorwardIsStopping: 'Doorward يتوقف الآن.',
  thereIsNoPortTo: 'لا يوجد منفذ لاستقبال الاتصالات.',
  theOperatorsKeyWasChanged:
    'تم تغيير مفتاح المشغل من خارج Doorward، أو لا يمكن التحقق منه. نفذ «doorward doctor».',
  theOperatorsKeyWasChangedB: 'تم تغيير مفتاح المشغل.',
  itWasNotGivenWhat:
    'لم يعطه Doorward ما يبدو أسرارا: {{names}}. إذا كان يقدم أقل مما تتوقع، فافحصه من جديد مع أسراره.',
  itMayNeedItsSecrets:
    '{{why}} قد يحتاج إلى أسراره التي لم يعطه إياها Doorward في هذا الفحص: {{names}}. إذا كنت تأتمنه عليها، فشغله معها (في طرفية: --with-secrets).',
  itsListsCouldNotBe: 'تعذر حفظ قوائمه: {{why}}',
  thereIsNobodyHereWho: 'لا يوجد هنا أحد يمكن سؤاله.',
  thereIsNoAnswerTo: 'لا يوجد رد على هذا الاستدعاء.',
  connectingTo: 'جار الاتصال بـ «{{id}}»…',
  readingWhatOffers: 'جارية قراءة ما يقدمه «{{id}}»…',
  thereIsNoServerDoorward: 'لا يوجد خادم «{{id}}». الأمر «doorward server list» يعرضها كلها.',
  isBlockedSoItIs: '«{{id}}» محظور، لذلك لا يتم تشغيله.',
  isUnreviewedSoItIs: 'لم تتم مراجعة «{{id}}»، لذلك لا يتم تشغيله. افحصه أولا.',
  isSwitchedOffEnableIt: '«{{id}}» غير مفعل. فعله أولا.',
  wasRemovedWhileItWas: 'تمت إزالة «{{id}}» أثناء فحصه. افحصه من جديد.',
  anotherVersionOfWasChosen: 'تم في هذه الأثناء اختيار إصدار آخر من «{{id}}». افحصه من جديد.',
  hasNotBeenInspectedStart: 'لم يتم فحص «{{id}}». شغله مرة وانظر إلى ما يقدمه أولا.',
  wasRemovedMeanwhile: 'تمت إزالة «{{id}}» في هذه الأثناء.',
  lookingForNewerVersions: 'جار البحث عن إصدارات أحدث…',
  isNotApprovedSoIt: '«{{id}}» غير معتمد، لذلك يبقى على إصداره. اعتمده أولا.',
  noNewerVersionOfIs: 'لا يعرف Doorward إصدارا أحدث من «{{id}}». الأمر «doorward server versions» يبحث عنه.',
  theNewerVersionOfIs: 'أصبح الإصدار الأحدث من «{{id}}» الآن {{to}}. انظر إليه مرة أخرى.',
  isNotApprovedSoNothing: '«{{id}}» غير معتمد، لذلك لا يمكن اعتماد أي شيء منه. اعتمد الخادم أولا.',
  ofIsNotOnHold: 'هذا ليس معلقا في «{{server}}»: {{what}}.',
  hasChangedAgainSinceIt: 'تغير هذا مجددا منذ عرضه: {{what}}. انظر إليه مرة أخرى.',
  cannotBeApproved: 'لا يمكن اعتماد هذا: {{what}}. {{why}}',
  itWasListedOnceAnd: 'تم عرضه مرة ثم سحبه. تم الاحتفاظ بالنسخة المعتمدة.',
  hasNotBeenInspectedLook: 'لم يتم فحص «{{id}}». انظر إلى ما يقدمه أولا.',
  isNotWhatYouLooked: '«{{id}}» ليس ما فحصته. {{why}} افحصه من جديد.',
  nothingOfThatNameOf: 'لا شيء معلقا بهذا الاسم في «{{id}}».',
  offersNo: '«{{id}}» لا يقدم هذا: {{what}}.',
  hasNoApprovedTool: 'ليست في «{{id}}» أداة معتمدة باسم «{{tool}}».',
  versionOfWasChosenIn:
    'تم اختيار الإصدار {{to}} من {{name}} بدلا من {{from}}. انظر إلى ما يقدمه، ثم اعتمده.',
  couldNotBeCheckedBefore: 'تعذر التحقق من «{{id}}» قبل بدئه: {{why}}',
  wasNotLookedAtSince:
    'لم يتم فحص «{{id}}» منذ أن صار Doorward يحفظ ما هي الخوادم، لذلك لا يتم تشغيله. افحصه من جديد.',
  isNotApprovedInDoorward: '«{{id}}» غير معتمد في Doorward، لذلك لا يتم تشغيله.',
  itIsNotWhatWas: 'لم يعد هو ما تم فحصه. {{why}}',
  itIsNotWhatWasB: 'لم يعد هو ما تم اعتماده. {{why}}',
  isNotWhatWasLooked:
    '«{{id}}» لم يعد هو ما تم فحصه، لذلك لم يتم تشغيله. اطلب من الشخص أن يفتح Doorward ويراجعه.',
  isNotWhatWasApproved:
    '«{{id}}» لم يعد هو ما تم اعتماده، لذلك لم يتم تشغيله. اطلب من الشخص أن يفتح Doorward ويراجعه.',
  doorwardHasNoTextsOf:
    'لم تعد لدى Doorward نصوص هذا الاستدعاء: يحتفظ بنصوص أحدث الاستدعاءات ما دام يعمل، ولم يحتفظ السجل إلا ببصماتها وأحجامها.',
  theseTextsAreAsThe: 'هذه النصوص كما احتفظ بها السجل: بدايتها، وما اخترت الاحتفاظ به منها.',
  thereIsNoCall: 'لا يوجد استدعاء «{{call}}».',
  thatIsNotAKey: 'هذا ليس مفتاحا من مفاتيح Doorward.',
} as const satisfies Translation<typeof en>;
