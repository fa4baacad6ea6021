import type { texts as en } from '../en/texts.ts';
import type { Translation } from '../translation.ts';

/** What the log keeps of the texts of calls, in Arabic. */
export const texts = {
  heading: 'ما يحفظه السجل من استدعاءات هذا الخادم',
  usual: {
    label: 'ما يحفظه السجل من النصوص',
    hint: 'وسيطات الاستدعاءات وردودها، للخوادم التي ليس لها اختيار خاص. يسري على الاستدعاءات من الآن.',
  },
  server: {
    label: 'الوسيطات والردود',
    hint: 'يسري على الاستدعاءات من الآن؛ وما في السجل يبقى.',
  },
  keep: {
    full: 'كما هي',
    redacted: 'بلا أسرار ولا بيانات شخصية',
    digests: 'بلا نصوص، الأحجام والبصمات فقط',
  },
  asUsual: 'كالمعتاد: {{keep}}',
  explain: {
    full: 'يتم حذف أسرار الخزنة في كل حال. كل من يستطيع قراءة السجل يستطيع قراءة ما مر.',
    redacted: 'يتم حذف ما يبدو سرا أو بيانات شخصية. وما ليس له شكل خاص يبقى.',
    digests: 'لا يستطيع أحد أن يقرأ في السجل ما قيل. لكن النص نفسه يمكن التعرف عليه ببصمته.',
  },
  bound: 'لا يحفظ السجل أكثر من هذا: {{keep}}.',
} as const satisfies Translation<typeof en>;
