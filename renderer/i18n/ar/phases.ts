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
  means: {
    'port-taken':
      'البرنامج {{process}} يستخدم عنوان Doorward وقد يتلقى مفاتيح تطبيقاتك. أنهه ثم اختر «استبدال المفاتيح والبدء».',
    'port-taken-by-unknown':
      'برنامج آخر يستخدم عنوان Doorward وقد يتلقى مفاتيح تطبيقاتك. أنهه ثم اختر «استبدال المفاتيح والبدء».',
    'profile-locked': 'نسخة أخرى من Doorward تستخدم هذه البيانات من قبل. استخدم تلك النسخة، أو أنهها أولا.',
    'profile-locked-by':
      'نسخة أخرى من Doorward (العملية {{pid}}) تستخدم هذه البيانات من قبل. استخدم تلك النسخة، أو أنهها أولا.',
    'no-node': 'جزء من Doorward مفقود. ثبت Doorward مرة أخرى.',
    'no-node-in-clone': 'لا يوجد Node 24 في node_modules. شغل «npm ci»، أو اجعل DOORWARD_NODE مسار Node 24.',
    bug: 'حدث خطأ في Doorward نفسه. السجل في مجلد البيانات يقول المزيد.',
    crashed: 'حدث خطأ في Doorward نفسه، لذلك لا يمر أي استدعاء. السجل في مجلد البيانات يقول المزيد.',
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
