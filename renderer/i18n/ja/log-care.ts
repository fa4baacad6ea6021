import type { logCare as en } from '../en/log-care.ts';
import type { Translation } from '../translation.ts';

/** Japanese: what happens while the log cannot be written. */
export const logCare = {
  unwritable: {
    label: 'ログに書き込めない間',
    hint: 'ディスクがいっぱいか故障しているとき、Doorward は何も記録できません。',
    refuse: 'すべての呼び出しを拒否',
    pass: '記録なしで呼び出しを通す',
  },
  passes:
    'ディスクがいっぱいか故障している間、呼び出しは記録なしで通ります。その数を数え、そのことを知らせます。',
  fixed: '組織の指定により、すべての呼び出しを記録します。',
  passed_other: 'Doorward の起動以降、{{count}} 件の呼び出しが記録なしで通りました。',
  accept: 'これを承知',
  acceptHint: 'ログは続きます。異常に気づいたことと、あなたが承知したことは記録に残ります。',
} as const satisfies Translation<typeof en>;
