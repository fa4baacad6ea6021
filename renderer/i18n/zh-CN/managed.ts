import type { managedTexts as en } from '../../../shared/texts/managed.ts';
import type { Translation } from '../translation.ts';

/** 组织管理的内容。 */
export const managed = {
  'ask.anyone': '请咨询负责这台计算机的人。',
  'ask.name': '请咨询 {{name}}。',
  'ask.at': '请咨询 {{name}}：{{where}}',
  'set.by': '这是 {{name}} 设定的。',
  'set.by-yours': '这是您的组织设定的。',
  unmanaged: '除了您，没有人管理此 Doorward。',
  manages: '{{name}} 管理此 Doorward。',
  'manages.yours': '您的组织管理此 Doorward。',
  'trouble.used': '{{source}} 中的受管设置无法使用：{{what}}。',
  'trouble.read': '无法读取受管设置（{{what}}）。',
  'trouble.kept': '受管设置有效，但未能保存供下次启动使用。',
  'trouble.last': '最后一份可用的设置仍然有效。',
  'trouble.locked': '在修复之前，所有调用都会被拒绝。',
  'trouble.groups':
    'Doorward 无法查明您属于这台计算机的哪些组。在查明之前，授予各组的角色都适用于您，而您不属于任何可以批准的组。',
  'limit.servers': '只能使用它指定的服务器。',
  'limit.forbidden': '有些服务器不能使用。',
  'limit.clients': '它规定哪些 AI 应用可以连接。',
  'limit.rules': '它自己的询问或拒绝规则：{{count}}。',
  'limit.masks': '会被遮盖的文字种类：{{count}}。',
  'limit.inspection': '它规定在通过的内容中有所发现时至少如何处理。',
  'limit.calls': '对 AI 应用调用次数或用量的限额：{{count}}。',
  'limit.observe': '预设至少为“观察”。',
  'limit.guarded': '预设至少为“守护”。',
  'limit.strict': '预设至少为“严格”。',
  'limit.clock_other': '询问会等待 {{count}} 秒。',
  'limit.always': '不能永久允许任何内容。',
  'limit.approvers': '只有它指定的人可以允许调用。',
  'limit.log': '调用日志还会发送到 {{address}}。',
  'limit.vouchers': '它为一些服务器担保，因此这些服务器无需审查。',
} as const satisfies Translation<typeof en>;
