import type { palette as en } from '../en/palette.ts';
import type { Translation } from '../translation.ts';

/** 对所有内容的搜索及其中的命令。 */
export const palette = {
  open: '搜索',
  title: '搜索与命令',
  field: '搜索服务器、工具、调用、设置和命令',
  keys: '方向键移动，回车键打开，Esc 键关闭。',
  list: '找到的内容',
  group: {
    recent: '最近使用',
    command: '命令',
    screen: '页面',
    server: '服务器',
    tool: '工具',
    app: 'AI 应用',
    rule: '权限和规则',
    setting: '设置',
    call: '调用',
  },
  some: '共 {{count, number}} 项，显示 {{shown, number}} 项',
  said_other: '找到 {{count, number}} 项。',
  none: '没有与“{{text}}”相符的内容。',
  noneHint: '在这里可以按名称找到页面、命令、服务器及其工具、AI 应用、权限和设置，也可以按其中的词找到调用。',
  allCalls: '包含“{{text}}”的所有调用',
  live: '实时调用',
  theme: '外观：{{choice}}',
  language: '语言：{{name}}',
  lift: '不再阻止一切…',
  usual: '不再一切都询问…',
  asking: '从现在起，每次调用都会询问您。',
  notDone: '未能执行：{{why}}',
} as const satisfies Translation<typeof en>;
