import type { inspection as en } from '../en/inspection.ts';
import type { Translation } from '../translation.ts';

/** What Doorward looks for in what crosses, and what happens then, in Arabic. */
export const inspection = {
  heading: 'ما يبحث عنه Doorward',
  acts: {
    label: 'عند العثور على شيء',
    hint: 'ما يأتي إلى تطبيق ذكاء اصطناعي هو ما تقوله الخوادم؛ وما يذهب إلى خادم هو ما يعطيه إياه تطبيق ذكاء اصطناعي. ما دمت لم تختر شيئا، فإن الوضع «{{preset}}» هو ما يحدد ما يحدث.',
    table: 'ما يحدث عند العثور على شيء',
    found: 'المكتشف',
    direction: { 'to-server': 'إلى خادم', 'to-app': 'إلى تطبيق ذكاء اصطناعي' },
    choice: '{{watch}}، {{direction}}',
    preset: '{{act}} (الوضع)',
    never: 'يتم البحث عنه في هذا الاتجاه فقط.',
  },
  watch: {
    hidden: { name: 'نص مخفي', hint: 'أحرف لا يراها الناس وتقرؤها النماذج.' },
    'injection-low': {
      name: 'حقن محتمل',
      hint: 'نص قد يعطي النموذج أوامر.',
    },
    'injection-high': { name: 'حقن مؤكد', hint: 'نص يعطي النموذج أوامر.' },
    secret: { name: 'الأسرار', hint: 'المفاتيح ورموز الوصول وكلمات المرور.' },
    personal: { name: 'البيانات الشخصية', hint: 'ما هو محدد أدناه.' },
    flow: {
      name: 'بيانات في طريقها إلى الخارج',
      hint: 'قرأ تطبيق ذكاء اصطناعي بيانات خاصة وما كتبه غرباء، وهو الآن يرسل شيئا إلى الخارج.',
    },
  },
  act: {
    pass: 'تمرير',
    note: 'تدوين',
    mask: 'إخفاء',
    ask: 'اسألني',
    block: 'حظر',
  },
  maskOf: { hidden: 'إزالة', injection: 'وسم كبيانات' },
  demanded: 'تريد مؤسستك على الأقل ما يمكن اختياره هنا.',
  exceptions: {
    label: 'الاستثناءات',
    hint: 'ما تم اختياره لخادم واحد أو لتطبيقات الذكاء الاصطناعي من دور واحد. وهو مقدم على الجدول.',
    list: 'الاستثناءات',
    none: 'لا استثناءات.',
    add: 'إضافة استثناء…',
    title: 'إضافة استثناء',
    keep: 'إضافة',
    way: 'الاتجاه',
    anyWay: 'كلا الاتجاهين',
    whose: 'لمن',
    act: 'ما يحدث',
    removed: 'تمت الإزالة: {{exception}}',
    one: '{{watch}}، {{where}}: {{act}}',
    both: 'في الاتجاهين',
    direction: { 'to-server': 'إلى خادم', 'to-app': 'إلى تطبيق ذكاء اصطناعي' },
    server: 'الخادم {{server}}',
    role: 'تطبيقات الذكاء الاصطناعي من الدور {{role}}',
    serverRole: 'الخادم {{server}}، لتطبيقات الذكاء الاصطناعي من الدور {{role}}',
    whole: '{{whose}}: {{what}}',
    remove: 'إزالة هذا الاستثناء: {{exception}}',
  },
  personal: {
    label: 'البيانات الشخصية التي يتم البحث عنها',
    types: {
      email: { name: 'عناوين البريد الإلكتروني', hint: 'مثل ada@example.com.' },
      phone: { name: 'أرقام الهاتف', hint: 'مع رمز البلد، أو مع كلمة قريبة مثل «هاتف».' },
      iban: { name: 'الحسابات المصرفية', hint: 'أرقام IBAN التي أرقام تحققها صحيحة.' },
      card: { name: 'بطاقات الدفع', hint: 'أرقام بطاقات رقم تحققها صحيح.' },
      'national-id': {
        name: 'أرقام الهوية',
        hint: 'أرقام الضرائب والضمان الاجتماعي والهوية في نحو ثلاثين دولة.',
      },
      ip: { name: 'عناوين IP', hint: 'الإصداران 4 و 6.' },
      name: { name: 'الأسماء', hint: 'تخمين: كلمات بعد لقب مثل «السيدة». كثيرا ما يخطئ.' },
      address: { name: 'العناوين البريدية', hint: 'تخمين: شارع مع رقم. كثيرا ما يخطئ.' },
    },
  },
} as const satisfies Translation<typeof en>;
