import type { managedTexts as en } from '../../../shared/texts/managed.ts';
import type { Translation } from '../translation.ts';

/** 組織が管理していること。 */
export const managed = {
  'ask.anyone': 'このコンピューターの管理担当者にお問い合わせください。',
  'ask.name': '{{name}} にお問い合わせください。',
  'ask.at': '{{name}} にお問い合わせください：{{where}}',
  'set.by': '{{name}} が設定しました。',
  'set.by-yours': 'あなたの組織が設定しました。',
  unmanaged: 'この Doorward を管理しているのは、あなただけです。',
  manages: '{{name}} がこの Doorward を管理しています。',
  'manages.yours': 'あなたの組織がこの Doorward を管理しています。',
  'trouble.used': '{{source}} の管理設定は使用できません：{{what}}。',
  'trouble.read': '管理設定を読み取れません（{{what}}）。',
  'trouble.kept': '管理設定は有効ですが、次回の起動のために保存することができませんでした。',
  'trouble.last': '最後に使用できた設定が引き続き有効です。',
  'trouble.locked': '修正されるまで、すべての呼び出しが拒否されます。',
  'trouble.groups':
    'Doorward は、あなたがこのコンピューターのどのグループに属しているかを確認できませんでした。確認できるまで、グループに与えられた役割はあなたに適用され、承認できるグループにはどれにも属していないものとして扱われます。',
  'limit.servers': '組織が指定したサーバーだけを使用できます。',
  'limit.forbidden': '一部のサーバーは使用できません。',
  'limit.clients': 'どの AI アプリが接続できるかを組織が決めています。',
  'limit.rules': '確認または拒否する組織のルール：{{count}}。',
  'limit.masks': 'マスクされるテキストの種類：{{count}}。',
  'limit.inspection': '通過するものの中で何かが検出されたときに最低限行うことを、組織が決めています。',
  'limit.calls': 'AI アプリの呼び出しの回数や量の上限：{{count}}。',
  'limit.observe': 'プリセットは「観察」以上です。',
  'limit.guarded': 'プリセットは「保護」以上です。',
  'limit.strict': 'プリセットは「厳格」以上です。',
  'limit.clock_other': '確認は {{count}} 秒間待ちます。',
  'limit.always': '無期限に許可できるものはありません。',
  'limit.approvers': '組織が指定した人だけが呼び出しを許可できます。',
  'limit.log': '呼び出しのログは {{address}} にも送信されます。',
  'limit.vouchers': '一部のサーバーは組織が保証しているため、レビューは不要です。',
} as const satisfies Translation<typeof en>;
