import type { shaping as en } from '../en/shaping.ts';
import type { Translation } from '../translation.ts';

/** How the answers of a server are made smaller, in Arabic. */
export const shaping = {
  heading: 'ردود أصغر',
  switch: {
    label: 'تصغير الردود',
    hint: 'كل كلمة في الرد تكلف رموزا. ما لا يقول شيئا تتم إزالته، قبل أن يقرأ تطبيق الذكاء الاصطناعي الرد وبعد فحص كل شيء.',
  },
  more: 'ما يتم فعله',
  step: {
    nulls: { label: 'حذف القيم الفارغة', hint: 'عناصر JSON التي قيمتها null أو فارغة.' },
    tables: { label: 'القوائم كجداول', hint: 'أسماء العناصر مرة واحدة، ثم الصفوف.' },
    markdown: {
      label: 'الصفحات كنص بسيط',
      hint: 'يصبح HTML بصيغة Markdown؛ وما لا تعرضه الصفحة تتم إزالته.',
    },
    links: { label: 'روابط بلا تتبع', hint: 'المعاملات التي لا غرض لها إلا تتبع الناس.' },
    base64: { label: 'تسمية البيانات المرمزة', hint: 'يصبح نص base64 الطويل كلمة واحدة تقول ما كان هناك.' },
    repeats: {
      label: 'تسمية ما سبق إعطاؤه',
      hint: 'النص نفسه مرة أخرى في جلسة واحدة. إذا طلب مرة أخرى، يتم إعطاؤه كاملا.',
    },
  },
  cut: {
    label: 'قص الردود الطويلة',
    hint: 'يواصل تطبيق الذكاء الاصطناعي القراءة بالأداة «read_more» عندما يحتاج إلى الباقي. لا يسري هذا على العنوان الخاص بهذا الخادم وحده.',
  },
  budget: {
    label: 'أقصى عدد رموز للرد',
    error: 'عدد صحيح من 200 إلى 1,000,000.',
  },
  tools: {
    heading: 'أدوات تختلف',
    none: 'لا أداة تختلف. اختر أداة أدناه لتعامل إجاباتها بطريقة أخرى.',
    add: 'إضافة أداة',
    pick: 'اختر أداة…',
    of: 'ردود {{tool}}',
    remove: 'إزالة {{tool}}',
    off: 'كما هي',
    good: 'أصغر',
    own: 'خطوات مختارة',
  },
} as const satisfies Translation<typeof en>;
