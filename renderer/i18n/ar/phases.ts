import type { phases as en } from '../en/phases.ts';
import type { Translation } from '../translation.ts';

/** What the window shows while no host runs, in Arabic. */
export const phases = {
  starting: 'Doorward يبدأ.',
  stopping: 'Doorward يتوقف.',
  stoppingMeans: 'يتم رفض الاستدعاءات الجارية.',
  crashed: 'توقف Doorward',
  failed: {
    'port-taken': 'برنامج آخر يشغل عنوان Doorward',
    'profile-locked': 'Doorward يعمل من قبل',
    settings: 'لا يمكن قراءة الإعدادات',
    other: 'تعذر بدء Doorward',
  },
  replaceMeans:
    'الاستبدال يعطي كل تطبيق ذكاء اصطناعي مفتاحا جديدا، فتفقد المفاتيح القديمة قيمتها. يحتاج كل تطبيق بعد ذلك إلى مفتاحه الجديد: «التطبيقات»، ثم «مفتاح جديد».',
  ways: 'ما يمكنك فعله',
  way: {
    retry: 'إعادة المحاولة',
    'replace-keys': 'استبدال المفاتيح والبدء',
    'open-folder': 'فتح المجلد',
    relaunch: 'بدء من جديد',
    quit: 'إنهاء',
  },
} as const satisfies Translation<typeof en>;
