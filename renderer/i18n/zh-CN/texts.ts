import type { texts as en } from '../en/texts.ts';
import type { Translation } from '../translation.ts';

/** What the log keeps of the texts of calls, in simplified Chinese. */
export const texts = {
  heading: '日志保留此服务器调用的哪些内容',
  usual: {
    label: '日志保留哪些文字',
    hint: '调用的参数和回答，适用于没有单独选择的服务器。对从现在起的调用有效。',
  },
  server: {
    label: '参数和回答',
    hint: '对从现在起的调用有效；日志中已有的内容不变。',
  },
  keep: {
    full: '保持原样',
    redacted: '去掉机密和个人数据',
    digests: '不保留文字，只保留大小和摘要值',
  },
  asUsual: '与通常相同：{{keep}}',
  explain: {
    full: '保险库中的机密仍然会去掉。能读取日志的任何人都能读到往来的内容。',
    redacted: '看起来像机密或个人数据的内容会去掉。没有固定形式的内容会留下。',
    digests: '任何人都无法从日志中读到说过什么。相同的文字仍可凭摘要值辨认出来。',
  },
  bound: '日志保留的内容不会超过：{{keep}}。',
} as const satisfies Translation<typeof en>;
