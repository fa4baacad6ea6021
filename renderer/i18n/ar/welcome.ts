import type { welcome as en } from '../en/welcome.ts';
import type { Translation } from '../translation.ts';

/** The first page, in Arabic. */
export const welcome = {
  title: 'تطبيقات الذكاء الاصطناعي لديك',
  lead: 'يقف Doorward بين تطبيقات الذكاء الاصطناعي لديك والخوادم التي تعطيها الأدوات. يعرض لك كل استدعاء، ويسألك قبل الخطر منها، ويحفظ مفاتيحها.',
  list: 'تطبيقات الذكاء الاصطناعي على هذا الحاسوب',
  servers_zero: 'لا يصل إلى خوادم متجاوزا Doorward:',
  servers_one: 'يصل إلى خادم واحد متجاوزا Doorward:',
  servers_two: 'يصل إلى خادمين متجاوزا Doorward:',
  servers_few: 'يصل إلى {{count}} خوادم متجاوزا Doorward:',
  servers_many: 'يصل إلى {{count}} خادما متجاوزا Doorward:',
  servers_other: 'يصل إلى {{count}} خادم متجاوزا Doorward:',
  noServers: 'ليست له خوادم بعد.',
  show: 'عرض ما يتغير',
  hide: 'إخفاء ما يتغير',
  looking: 'جار النظر…',
  promise:
    'يتم نسخ ملف كل تطبيق قبل تغييره، ويمكن إعادته كما كان في أي وقت. لا يتم تشغيل أي خادم قبل أن تنظر فيه.',
  connect_zero: 'لا تطبيقات لتوصيلها',
  connect_one: 'توصيل تطبيق واحد',
  connect_two: 'توصيل تطبيقين',
  connect_few: 'توصيل {{count}} تطبيقات',
  connect_many: 'توصيل {{count}} تطبيقا',
  connect_other: 'توصيل {{count}} تطبيق',
  later: 'ليس الآن',
  under: 'جار توصيل {{app}}…',
  review_zero: 'لا خوادم للاطلاع',
  review_one: 'اطلاع على خادم واحد',
  review_two: 'اطلاع على خادمين',
  review_few: 'اطلاع على {{count}} خوادم',
  review_many: 'اطلاع على {{count}} خادما',
  review_other: 'اطلاع على {{count}} خادم',
  done: 'تم',
} as const satisfies Translation<typeof en>;
