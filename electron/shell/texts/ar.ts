import { callLine } from './call-line.ts';
import { counting } from './counting.ts';
import type { ShellTexts } from './shell-texts.ts';

const count = counting('ar');

/**
 * A name or a number of a version, kept to itself: letters read from the left would otherwise pull the signs around
 * them, and half of the sentence, to their side.
 */
const apart = (name: string): string => `\u2068${name}\u2069`;

const line = callLine({
  ok: ['من {app}: «{tool}»', 'من {app}: «{tool}» على {server}'],
  open: ['من {app}: «{tool}» (جار)', 'من {app}: «{tool}» على {server} (جار)'],
  refused: ['من {app}: «{tool}» (مرفوض)', 'من {app}: «{tool}» على {server} (مرفوض)'],
  failed: ['من {app}: «{tool}» (فشل)', 'من {app}: «{tool}» على {server} (فشل)'],
  cancelled: ['من {app}: «{tool}» (ملغى)', 'من {app}: «{tool}» على {server} (ملغى)'],
  error: ['من {app}: «{tool}» (خطأ)', 'من {app}: «{tool}» على {server} (خطأ)'],
});

/**
 * What the shell says, in Arabic. Menus and notifications are drawn by the operating system, which may take the
 * direction of a text from its first letter; so no text begins with a Latin one or with a name.
 */
export const ar = {
  tray: {
    guarding: (clients, servers) => {
      const apps = count(clients, {
        zero: 'لا تطبيقات',
        one: 'تطبيق واحد',
        two: 'تطبيقان',
        few: '# تطبيقات',
        many: '# تطبيقا',
        other: '# تطبيق',
      });
      const guarded = count(servers, {
        zero: 'لا خوادم',
        one: 'خادم واحد',
        two: 'خادمان',
        few: '# خوادم',
        many: '# خادما',
        other: '# خادم',
      });
      return `تحت الحراسة: ${apps}، ${guarded}`;
    },
    starting: 'جار البدء…',
    stopping: 'جار الإيقاف…',
    notRunning: 'متوقف: ليست لدى التطبيقات أدوات',
    blocked: 'كل شيء محظور',
    lockedDown: 'مقفل: لا يمكن قراءة إعدادات المؤسسة',
    waiting: (calls) =>
      count(calls, {
        zero: 'لا استدعاءات تنتظر…',
        one: 'استدعاء واحد ينتظر…',
        two: 'استدعاءان ينتظران…',
        few: '# استدعاءات تنتظر…',
        many: '# استدعاء ينتظر…',
        other: '# استدعاء ينتظر…',
      }),
    tipWaiting: (calls) =>
      count(calls, {
        zero: 'لا استدعاءات تنتظرك في Doorward',
        one: 'استدعاء واحد ينتظرك في Doorward',
        two: 'استدعاءان ينتظرانك في Doorward',
        few: '# استدعاءات تنتظرك في Doorward',
        many: '# استدعاء ينتظرك في Doorward',
        other: '# استدعاء ينتظرك في Doorward',
      }),
    tip: (state) => `${state} – Doorward`,
    reviews: (servers) =>
      count(servers, {
        zero: 'لا خوادم جديدة للمراجعة…',
        one: 'خادم جديد واحد للمراجعة…',
        two: 'خادمان جديدان للمراجعة…',
        few: '# خوادم جديدة للمراجعة…',
        many: '# خادما جديدا للمراجعة…',
        other: '# خادم جديد للمراجعة…',
      }),
    changes: (items) =>
      count(items, {
        zero: 'لا تغييرات للمراجعة…',
        one: 'تغيير واحد للمراجعة…',
        two: 'تغييران للمراجعة…',
        few: '# تغييرات للمراجعة…',
        many: '# تغييرا للمراجعة…',
        other: '# تغيير للمراجعة…',
      }),
    call: (names, outcome) =>
      line(
        {
          app: apart(names.app),
          tool: apart(names.tool),
          server: names.server === '' ? '' : apart(names.server),
        },
        outcome,
      ),
    askEverything: 'السؤال عن كل شيء',
    blockEverything: 'حظر كل شيء',
    profiles: 'ملف التعريف',
    profile: (name) => `ملف التعريف: «${apart(name)}»`,
    profileName: (name) => `«${apart(name)}»`,
    noProfile: 'بلا ملف تعريف',
    open: 'فتح',
    settings: 'الإعدادات',
    quit: 'إنهاء',
    quitWithout: (clients) =>
      count(clients, {
        zero: 'إنهاء (لن يبقى أي تطبيق بلا أدوات)',
        one: 'إنهاء (سيبقى تطبيق واحد بلا أدوات)',
        two: 'إنهاء (سيبقى تطبيقان بلا أدوات)',
        few: 'إنهاء (ستبقى # تطبيقات بلا أدوات)',
        many: 'إنهاء (سيبقى # تطبيقا بلا أدوات)',
        other: 'إنهاء (سيبقى # تطبيق بلا أدوات)',
      }),
  },

  notices: {
    added: (server) => `الخادم «${apart(server)}» جديد وينتظر مراجعتك. لم يتم تشغيل أي شيء.`,
    alarm: (server) => `الخادم «${apart(server)}» غير ما يقوله لذكائك الاصطناعي. وهو الآن معلق.`,
    canary: (server) => `حاول تطبيق ذكاء اصطناعي إرسال فخ إلى «${apart(server)}». تم إيقاف الاستدعاء.`,
    waiting: 'استدعاء ينتظر في Doorward.',
    missed: (calls) =>
      count(calls, {
        zero: 'لم يفتك أي استدعاء أثناء غيابك.',
        one: 'فاتك استدعاء واحد أثناء غيابك.',
        two: 'فاتك استدعاءان أثناء غيابك.',
        few: 'فاتتك # استدعاءات أثناء غيابك.',
        many: 'فاتك # استدعاء أثناء غيابك.',
        other: 'فاتك # استدعاء أثناء غيابك.',
      }),
  },

  menu: {
    file: 'ملف',
    edit: 'تحرير',
    view: 'عرض',
    window: 'نافذة',
    open: 'فتح Doorward',
    settings: 'الإعدادات…',
    search: 'البحث والأوامر…',
    close: 'إغلاق النافذة',
    quit: 'إنهاء Doorward',
    about: 'حول Doorward',
    hide: 'إخفاء Doorward',
    hideOthers: 'إخفاء التطبيقات الأخرى',
    unhide: 'إظهار الكل',
    undo: 'تراجع',
    redo: 'إعادة',
    cut: 'قص',
    copy: 'نسخ',
    paste: 'لصق',
    selectAll: 'تحديد الكل',
    resetZoom: 'الحجم الأصلي',
    zoomIn: 'تكبير',
    zoomOut: 'تصغير',
    fullScreen: 'ملء الشاشة',
    devTools: 'أدوات المطورين',
    minimize: 'تصغير النافذة',
  },

  link: {
    title: 'فتح صفحة ويب',
    question: (host) => `هل تريد فتح ${apart(host)} في متصفحك؟`,
    detail: (url) => `${url}\n\nصفحة لا يعرفها Doorward.`,
    open: 'فتح',
    cancel: 'إلغاء',
  },

  update: {
    look: 'البحث عن إصدار جديد…',
    newest: (current) => `لديك أحدث إصدار من Doorward (${apart(current)}).`,
    found: (version) => `الإصدار ${apart(version)} من Doorward متاح. هل تريد تنزيله؟`,
    foundDetail: (current) => `لديك الإصدار ${apart(current)}. لن يتم تثبيت أي شيء قبل أن توافق مرة أخرى.`,
    get: 'تنزيل',
    notNow: 'ليس الآن',
    ready: (version) => `تم تنزيل الإصدار ${apart(version)} من Doorward وفحصه. هل تريد تثبيته الآن؟`,
    readyDetail: 'يتوقف Doorward ثم يبدأ من جديد. الاستدعاءات الجارية يتم رفضها.',
    install: 'تثبيت وبدء من جديد',
    off: 'لا تريد مؤسستك أن يحدث Doorward نفسه.',
    unknownRules: 'لا يمكن قراءة إعدادات مؤسستك، لذلك لا يعرف إن كان يجوز أن يحدث Doorward نفسه.',
    another: 'وصل إصدار غير الذي وافقت عليه. لم يتم تثبيت أي شيء.',
    failed: 'تعذر الحصول على إصدار جديد. تحقق من الشبكة؛ السجل في مجلد البيانات يقول المزيد.',
    close: 'إغلاق',
  },

  rendererGone: {
    message: 'توقفت نافذة Doorward عن العمل مرتين.',
    detail: 'تحتفظ تطبيقاتك بأدواتها؛ المتأثر هو النافذة فقط.',
    reload: 'إعادة التحميل',
    quit: 'إنهاء',
  },

  failed: {
    unexpected: 'حدث خطأ في Doorward نفسه. السجل في مجلد البيانات يقول المزيد.',
    noFolder: 'لا يستطيع Doorward استخدام مجلد بياناته، لذلك لا يبدأ.',
  },

  gate: {
    refused: 'رفض Doorward هذا الطلب.',
    malformed: 'لم يفهم Doorward هذا الطلب.',
    tooLarge: 'هذا كبير جدا على Doorward.',
    busy: 'لدى Doorward طلبات كثيرة في وقت واحد. أعد المحاولة.',
    failed: 'حدث خطأ في Doorward نفسه. السجل في مجلد البيانات «logs» يقول المزيد.',
    noHost: 'لا يمكن ذلك الآن لأن Doorward لا يعمل.',
    notOffered: 'هذا الخيار غير متاح الآن.',
  },
} as const satisfies ShellTexts;
