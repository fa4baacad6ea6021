import type { policyTermTexts as en } from '../../../shared/texts/policy-terms.ts';
import type { Translation } from '../translation.ts';

/** What a rule says beside its first sentence, in simplified Chinese. */
export const policyTerms = {
  'counts.role': '仅在 {{app}} 具有角色“{{role}}”时有效。',
  'counts.name': '仅对名为“{{tool}}”的内容有效。',
  'counts.effects': '仅对作用如下的内容有效：{{effects}}。',
  'counts.digest': '仅对与所显示的完全相同的参数有效。',
  'counts.when': '仅在以下情况有效：{{tests}}。',
  'counts.daily': '每天 {{from}} 至 {{to}} 有效。',
  'counts.days': '{{days}}的 {{from}} 至 {{to}} 有效。',
  'counts.until': '有效期至 {{time}}。',
  'counts.quit': '在 Doorward 退出之前有效。',
  'counts.report': '日志会写明没有这条规则时会怎样。',

  'does.read': '读取',
  'does.write': '更改内容',
  'does.send': '发送内容',
  'does.run': '运行命令',
  'does.destroy': '删除内容',
  'does.spend': '花钱',
  'does.unknown': 'Doorward 无法判断的作用',

  'test.equals': '“{{argument}}”是“{{value}}”',
  'test.one-of': '“{{argument}}”是 {{values}}',
  'test.one-of-more_other': '“{{argument}}”是 {{values}}，或另外 {{count}} 个值之一',
  'test.glob': '“{{argument}}”符合模式“{{pattern}}”',
  'test.regex': '“{{argument}}”符合正则表达式“{{pattern}}”',
  'test.range': '“{{argument}}”不小于 {{min}} 且不大于 {{max}}',
  'test.range-min': '“{{argument}}”不小于 {{min}}',
  'test.range-max': '“{{argument}}”不大于 {{max}}',
  'test.range-any': '“{{argument}}”是数字',
  'test.in-folder': '“{{argument}}”位于 {{folder}} 中',
  'test.host': '“{{argument}}”位于 {{host}}',
  'test.host-below': '“{{argument}}”位于 {{host}} 之下的计算机',
  'test.recipient': '“{{argument}}”是 {{recipient}}',
  'test.recipient-domain': '“{{argument}}”是 {{domain}} 的任何人',
  'test.program': '“{{argument}}”运行“{{command}}”',
  'test.absent': '没有给出“{{argument}}”',
  'test.whole-equals': '参数整体是“{{value}}”',
  'test.whole': '参数整体符合“{{test}}”',
} as const satisfies Translation<typeof en>;
