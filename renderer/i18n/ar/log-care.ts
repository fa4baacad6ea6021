import type { logCare as en } from '../en/log-care.ts';
import type { Translation } from '../translation.ts';

/** What happens while the log cannot be written, and what was noticed about it, in Arabic. */
export const logCare = {
  unwritable: {
    label: 'ما دامت الكتابة في السجل متعذرة',
    hint: 'عندما يمتلئ القرص أو يتعطل، لا يستطيع Doorward تسجيل أي شيء.',
    refuse: 'رفض كل استدعاء',
    pass: 'السماح بمرور الاستدعاءات بلا تسجيل',
  },
  passes: 'تمر الاستدعاءات بلا تسجيل ما دام القرص ممتلئا أو معطلا. يتم عدها، ويتم الإعلام بذلك.',
  fixed: 'تريد مؤسستك أن يكون كل استدعاء مسجلا.',
  passed_zero: 'لم يمر أي استدعاء هكذا منذ بدء Doorward.',
  passed_one: 'مر استدعاء واحد هكذا منذ بدء Doorward.',
  passed_two: 'مر استدعاءان هكذا منذ بدء Doorward.',
  passed_few: 'مرت {{count}} استدعاءات هكذا منذ بدء Doorward.',
  passed_many: 'مر {{count}} استدعاء هكذا منذ بدء Doorward.',
  passed_other: 'مر {{count}} استدعاء هكذا منذ بدء Doorward.',
  accept: 'قبول هذا',
  acceptHint: 'يستمر السجل. ويبقى مسجلا أن هذا لوحظ وأنك قبلته.',
} as const satisfies Translation<typeof en>;
