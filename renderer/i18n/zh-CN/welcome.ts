import type { welcome as en } from '../en/welcome.ts';
import type { Translation } from '../translation.ts';

/** The first page in simplified Chinese. */
export const welcome = {
  title: '您的 AI 应用',
  lead: 'Doorward 位于您的 AI 应用和为它们提供工具的服务器之间。它向您显示每次调用，在有风险的调用之前询问您，并保管它们的密钥。',
  list: '这台电脑上的 AI 应用',
  servers_other: '绕过 Doorward 访问 {{count}} 个服务器：',
  noServers: '它还没有服务器。',
  show: '显示更改',
  hide: '隐藏更改',
  looking: '正在查看…',
  promise: '更改每个应用的文件之前都会先复制，随时可以还原。在您查看之前，不会启动任何服务器。',
  connect_other: '连接 {{count}} 个应用',
  later: '以后再说',
  under: '正在连接 {{app}}…',
  review_other: '查看 {{count}} 个服务器',
  done: '完成',
} as const satisfies Translation<typeof en>;
