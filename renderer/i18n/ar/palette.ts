import type { palette as en } from '../en/palette.ts';
import type { Translation } from '../translation.ts';

/** البحث في كل شيء وأوامره. */
export const palette = {
  open: 'بحث',
  title: 'البحث والأوامر',
  field: 'ابحث عن خوادم وأدوات واستدعاءات وإعدادات وأوامر',
  keys: 'مفاتيح الأسهم للتنقل، وEnter للفتح، وEscape للإغلاق.',
  list: 'ما تم العثور عليه',
  group: {
    recent: 'المستخدم مؤخرا',
    command: 'الأوامر',
    screen: 'الشاشات',
    server: 'الخوادم',
    tool: 'الأدوات',
    app: 'تطبيقات الذكاء الاصطناعي',
    rule: 'الأذونات والقواعد',
    setting: 'الإعدادات',
    call: 'الاستدعاءات',
  },
  some: '{{shown, number}} من {{count, number}}',
  said_zero: 'لا نتائج.',
  said_one: 'نتيجة واحدة.',
  said_two: 'نتيجتان.',
  said_few: '{{count, number}} نتائج.',
  said_many: '{{count, number}} نتيجة.',
  said_other: '{{count, number}} نتيجة.',
  none: 'لا شيء يطابق «{{text}}».',
  noneHint:
    'تجد هنا الشاشات والأوامر والخوادم وأدواتها وتطبيقات الذكاء الاصطناعي والأذونات والإعدادات بأسمائها، والاستدعاءات بكلمات منها.',
  allCalls: 'كل الاستدعاءات التي فيها «{{text}}»',
  live: 'الاستدعاءات المباشرة',
  theme: 'المظهر: {{choice}}',
  language: 'اللغة: {{name}}',
  lift: 'إيقاف حظر كل شيء…',
  usual: 'إيقاف السؤال عن كل شيء…',
  asking: 'من الآن يسألك Doorward عن كل استدعاء.',
  notDone: 'لم يتم تنفيذ ذلك: {{why}}',
} as const satisfies Translation<typeof en>;
