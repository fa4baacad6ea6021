import type { hostSignIn as en } from '../en/host-sign-in.ts';
import type { Translation } from '../translation.ts';

/** Sentences about signing in to servers. */
export const hostSignIn = {
  isBlockedSoNobodySigns: '«{{id}}» محظور، لذلك لا يسجل أحد الدخول إليه.',
  signingInWithoutAPerson: 'تسجيل الدخول من دون شخص يحتاج إلى معرف عميل مسجل لذلك.',
  theSignInToWas: 'حفظ إصدار آخر من Doorward تسجيل الدخول إلى «{{server}}». حدث Doorward.',
  theSignInCouldNot: 'تعذر تجديد تسجيل الدخول: {{why}}',
  doesNotLetProgramsRegister:
    'لا يسمح {{host}} للبرامج بأن تسجل نفسها. سجل Doorward هناك يدويا بالعنوان {{address}}، وسجل الدخول بمعرف العميل الذي تحصل عليه (في طرفية: --client-id ID).',
  didNotRegisterDoorwardHttp:
    'لم يسجل {{host}} Doorward (حالة HTTP {{count}}). سجله هناك يدويا بالعنوان {{address}}، وسجل الدخول بمعرف العميل الذي تحصل عليه (في طرفية: --client-id ID).',
  theServerSaysThatIts: 'يقول الخادم إن تسجيل دخوله مخصص لـ {{resource}}، وهو عنوان غير عنوانه. تم رفض ذلك.',
  doesNotSayHowOne: 'لا يبين {{issuer}} كيف يتم تسجيل الدخول هناك. حاول مرة أخرى لاحقا.',
  theServerNamesSomethingThat: 'يذكر الخادم لتسجيل دخوله شيئا ليس عنوانا: {{named}}.',
  theServerNamesSomethingThatB: 'يذكر الخادم مكانا لتسجيل الدخول ليس عنوانا: {{issuer}}.',
  callsItselfSoItMay: 'يسمي {{issuer}} نفسه {{issuer2}}، فقد لا يكون هو المقصود. تم رفض تسجيل الدخول.',
  doesNotProtectItsSign: 'لا يحمي {{issuer}} تسجيل دخوله من الرموز المسروقة (PKCE)، لذلك تم رفضه.',
  offersNoSignInThat: 'لا يقدم {{issuer}} تسجيل دخول يستطيع برنامج مثل Doorward استخدامه.',
  namesSomethingThatIsNo: 'يذكر {{issuer}} شيئا ليس عنوانا.',
  doesNotSayHowOneB: 'لا يبين {{issuer}} كيف يتم تسجيل الدخول هناك.',
  answeredTheSignInWith: 'رد {{host}} على تسجيل الدخول بحالة HTTP {{count}}. حاول مرة أخرى لاحقا.',
  whatSaysAboutItsSign: 'ما يقوله {{host}} عن تسجيل دخوله ليس كما يجب، لذلك تم رفضه.',
  thereIsNothingHere: 'لا شيء هنا.',
  doorwardHasTheAnswerYou: 'تلقى Doorward الإجابة. يمكنك إغلاق هذه الصفحة والعودة إلى Doorward.',
  doorwardDoesNotWaitFor: 'لا ينتظر Doorward هذه الإجابة. ابدأ تسجيل الدخول من جديد في Doorward.',
  nobodySignedInWithinThe: 'لم يسجل أحد الدخول في الوقت المحدد. ابدأ من جديد.',
  theSignInHasEnded: 'انتهى تسجيل الدخول.',
  askingHowOneSignsIn: 'جار سؤال «{{id}}» كيف يتم تسجيل الدخول…',
  noPersonCanSignIn: 'لا يستطيع أي شخص تسجيل الدخول في {{issuer}}.',
  signedInThereFetchingThe: 'تم تسجيل الدخول هناك. جار جلب المفتاح…',
  theSignInWasNot: 'لم يتم قبول تسجيل الدخول. ابدأ من جديد.',
  theSignInWasRefused: '{{why}} تم رفض تسجيل الدخول.',
  signInAtWithinMinutes_zero:
    'سجل الدخول في {{host}} خلال {{count}} دقيقة. يبدو عنوانه غير معتاد: تأكد من أنه هو الصحيح. الصفحة: {{href}}',
  signInAtWithinMinutes_one:
    'سجل الدخول في {{host}} خلال دقيقة واحدة. يبدو عنوانه غير معتاد: تأكد من أنه هو الصحيح. الصفحة: {{href}}',
  signInAtWithinMinutes_two:
    'سجل الدخول في {{host}} خلال دقيقتين. يبدو عنوانه غير معتاد: تأكد من أنه هو الصحيح. الصفحة: {{href}}',
  signInAtWithinMinutes_few:
    'سجل الدخول في {{host}} خلال {{count}} دقائق. يبدو عنوانه غير معتاد: تأكد من أنه هو الصحيح. الصفحة: {{href}}',
  signInAtWithinMinutes_many:
    'سجل الدخول في {{host}} خلال {{count}} دقيقة. يبدو عنوانه غير معتاد: تأكد من أنه هو الصحيح. الصفحة: {{href}}',
  signInAtWithinMinutes_other:
    'سجل الدخول في {{host}} خلال {{count}} دقيقة. يبدو عنوانه غير معتاد: تأكد من أنه هو الصحيح. الصفحة: {{href}}',
  signInAtWithinMinutesB_zero: 'سجل الدخول في {{host}} خلال {{count}} دقيقة. الصفحة: {{href}}',
  signInAtWithinMinutesB_one: 'سجل الدخول في {{host}} خلال دقيقة واحدة. الصفحة: {{href}}',
  signInAtWithinMinutesB_two: 'سجل الدخول في {{host}} خلال دقيقتين. الصفحة: {{href}}',
  signInAtWithinMinutesB_few: 'سجل الدخول في {{host}} خلال {{count}} دقائق. الصفحة: {{href}}',
  signInAtWithinMinutesB_many: 'سجل الدخول في {{host}} خلال {{count}} دقيقة. الصفحة: {{href}}',
  signInAtWithinMinutesB_other: 'سجل الدخول في {{host}} خلال {{count}} دقيقة. الصفحة: {{href}}',
  theAnswerToTheSign: 'لا تأتي الإجابة عن تسجيل الدخول من {{issuer}}، حيث بدأ. تم رفضها.',
  theSignInWasDeclined: 'تم رفض تسجيل الدخول هناك.',
  refusedTheSignIn: 'رفض {{host}} تسجيل الدخول ({{code}}).',
  refusedTheSignInB: 'رفض {{host}} تسجيل الدخول.',
  theAnswerToTheSignB: 'ليس في الإجابة عن تسجيل الدخول رمز. ابدأ من جديد.',
  thereIsNothingToRenew: 'لا شيء يمكن به تجديد تسجيل الدخول.',
  hasAnAuthorizationHeaderOf:
    'لـ «{{id}}» ترويسة Authorization خاصة به، لذلك لا يوجد تسجيل دخول. أضفه أولا من دون هذه الترويسة.',
  runsOnThisComputerSo: 'يعمل «{{id}}» على هذا الحاسوب، لذلك لا شيء يحتاج إلى تسجيل دخول.',
  anotherSignInToThe: 'بدأ تسجيل دخول آخر إلى الخادم نفسه.',
  youSignedOutMeanwhile: 'سجلت الخروج في هذه الأثناء.',
  theServerWasRemovedMeanwhile: 'تمت إزالة الخادم في هذه الأثناء.',
  answeredTheSignInWithB: 'رد {{host}} على تسجيل الدخول بشيء ليس رمز وصول.',
  gaveATokenOfA: 'أعطى {{host}} رمز وصول من نوع لا يستطيع Doorward استخدامه.',
  gaveATokenThatCannot: 'أعطى {{host}} رمز وصول لا يمكن إرساله.',
  doesNotAcceptTheSign: 'لم يعد {{host}} يقبل تسجيل الدخول.',
  doesNotKnowDoorwardAny: 'لم يعد {{host}} يعرف Doorward ({{code}}). سجل الدخول من جديد.',
  doesNotKnowDoorwardAnyB: 'لم يعد {{host}} يعرف Doorward. سجل الدخول من جديد.',
  couldNotAnswerTheSign:
    'لم يستطع {{host}} الرد على تسجيل الدخول (حالة HTTP {{count}}). حاول مرة أخرى لاحقا.',
  refusedTheSignInWith: 'رفض {{host}} تسجيل الدخول بحالة HTTP {{count}}.',
  theSignInLeadsTo: 'يقود تسجيل الدخول إلى شيء ليس عنوان ويب، لذلك تم رفضه.',
  theSignInLeadsToB: 'يقود تسجيل الدخول إلى عنوان فيه اسم قبل مضيفه ({{name}})، لذلك تم رفضه.',
  theSignInLeadsToC: 'يقود تسجيل الدخول إلى {{name}} عبر اتصال غير مشفر، لذلك تم رفضه.',
  theSignInLeadsToD:
    'يقود تسجيل الدخول إلى {{host}}، وهو عنوان في شبكة خاصة، لذلك تم رفضه. إذا كنت تعرف أن هذا صحيح، فسجل الدخول مع: --private-host {{host2}}',
  theSignInLeadsToE:
    'يقود تسجيل الدخول إلى {{host}} ({{address}})، وهو عنوان في شبكة خاصة، لذلك تم رفضه. إذا كنت تعرف أن هذا صحيح، فسجل الدخول مع: --private-host {{host2}}',
  theSignInLeadsToF: 'يقود تسجيل الدخول إلى {{host}}، وهو عنوان لهذا الحاسوب أو لمحيطه، لذلك تم رفضه.',
  theSignInLeadsToG:
    'يقود تسجيل الدخول إلى {{host}} ({{address}})، وهو عنوان لهذا الحاسوب أو لمحيطه، لذلك تم رفضه.',
  redirectsTheSignInWhich: 'يحيل {{host}} تسجيل الدخول إلى مكان آخر، ولا يتبع Doorward ذلك.',
  redirectsTheSignInTo: 'يحيل {{host}} تسجيل الدخول إلى {{origin}}، ولا يتبع Doorward ذلك.',
  answeredTheSignInWithC_zero: 'رد {{host}} على تسجيل الدخول بأكثر من {{count}} بايت، لذلك تم رفضه.',
  answeredTheSignInWithC_one: 'رد {{host}} على تسجيل الدخول بأكثر من بايت واحد، لذلك تم رفضه.',
  answeredTheSignInWithC_two: 'رد {{host}} على تسجيل الدخول بأكثر من بايتين، لذلك تم رفضه.',
  answeredTheSignInWithC_few: 'رد {{host}} على تسجيل الدخول بأكثر من {{count}} بايتات، لذلك تم رفضه.',
  answeredTheSignInWithC_many: 'رد {{host}} على تسجيل الدخول بأكثر من {{count}} بايتا، لذلك تم رفضه.',
  answeredTheSignInWithC_other: 'رد {{host}} على تسجيل الدخول بأكثر من {{count}} بايت، لذلك تم رفضه.',
  didNotAnswerTheSign: 'لم يرد {{host}} على تسجيل الدخول في الوقت المناسب. حاول مرة أخرى لاحقا.',
  needsYouToSignIn:
    'يحتاج «{{id}}» إلى أن تسجل الدخول. يتم رفض استدعاءاته حتى تفعل (في طرفية: doorward server login {{id}}).',
  signedYouOutItsCalls:
    'سجل «{{id}}» خروجك. يتم رفض استدعاءاته حتى تسجل الدخول (في طرفية: doorward server login {{id}}).',
  doesNotAcceptThePresent:
    'لا يقبل «{{id}}» تسجيل الدخول الحالي. سجل الدخول من جديد (في طرفية: doorward server login {{id}}).',
  asksForMoreRightsThe:
    'يطلب «{{id}}» صلاحيات إضافية: {{scopes}}. تم رفض الاستدعاء. إذا أردت منحها، فسجل الدخول من جديد (في طرفية: doorward server login {{id}}).',
  refusesTheCallForWant:
    'يرفض «{{id}}» الاستدعاء لنقص صلاحيات موجودة من قبل في تسجيل الدخول. لن ينفع تسجيل الدخول من جديد؛ اسأل من يديره.',
  hasAskedForMoreRights:
    'طلب «{{id}}» صلاحيات إضافية مرة بعد مرة، لذلك لن يتم السؤال عنه في الوقت الحالي. تم رفض الاستدعاء.',
  needsItsSignInWhich: 'يحتاج «{{id}}» إلى تسجيل دخوله الموجود في الخزنة. {{why}}',
  theSignInToWasB: 'تم تجديد تسجيل الدخول إلى «{{id}}» وتعذر حفظه، لذلك لا يتم استخدامه بعد. {{why}}',
  theSignInToCould: 'تعذر تجديد تسجيل الدخول إلى «{{id}}». {{why}}',
  youAreSignedInAt: 'سجلت الدخول في {{host}}.',
  doorwardIsSignedInAt: 'سجل Doorward الدخول في {{host}} بنفسه.',
} as const satisfies Translation<typeof en>;
