import type { sending as en } from '../en/sending.ts';
import type { Translation } from '../translation.ts';

/** Where the log is sent, in simplified Chinese. */
export const sending = {
  heading: '发送日志',
  label: '您的日志发往何处',
  hint: '已离开这台电脑的副本，在这里无法更改。发送的就是日志中保存的内容；目的地无法连接时，不会丢失任何内容。',
  none: '您的日志没有发往任何地方。',
  list: '您的日志发往何处',
  add: '添加目的地…',
  failed: 'Doorward 无法得知您的日志发往何处。',
  to: '发往 {{to}}',
  managed: '由您的组织设定。',
  state: {
    done: '已全部送达。',
    sending: '正在发送。',
    waiting: '正在重试。',
    stopped: '没有发送任何内容。',
  },
  sentLast: '上次发送',
  never: '尚未发送任何内容。',
  waiting_other: '有 {{count}} 条记录等待发送。',
  lost_other: '有 {{count}} 条记录在发送之前已从日志中移除。',
  refused_other: '有 {{count}} 条记录对方没有接收。',
  test: '测试 {{name}}',
  remove: '移除目的地 {{name}}',
  removeTitle: '不再将日志发往“{{name}}”？',
  removeMeans:
    '等待中的记录不会发送。已送达的内容会留在那里。此操作无法撤销：Doorward 用来登录的内容不会保留。',
  removeButton: '移除',
  dialog: {
    title: '发送日志',
    name: '名称',
    nameHint: '便于您认出它。',
    kind: '方式',
    kinds: {
      otlp: 'OpenTelemetry 收集器（基于 HTTP 的 OTLP）',
      syslog: 'Syslog 服务器',
      file: '这台电脑上的文件',
    },
    url: '地址',
    urlHint: {
      otlp: '例如 https://collector.example.com:4318',
      syslog: '例如 tls://logs.example.com:6514',
    },
    path: '文件',
    pathHint: '完整路径。文件较大时会分成几个，旧文件会被移除。',
    header: '带密钥的标头',
    headerHint: '如果收集器需要，例如 Authorization。',
    secret: '它在保险库中的值',
    secretHint: '填写 vault:NAME 或“Bearer ${vault:NAME}”。',
    what: '发送什么',
    whats: {
      all: '每条记录',
      notable: '仅限被拒绝、失败或有发现的调用',
    },
    fromStart: '也发送日志中已有的内容',
    add: '将日志发往此处',
  },
} as const satisfies Translation<typeof en>;
