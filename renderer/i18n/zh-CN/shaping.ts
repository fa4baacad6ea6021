import type { shaping as en } from '../en/shaping.ts';
import type { Translation } from '../translation.ts';

/** How the answers of a server are made smaller, in simplified Chinese. */
export const shaping = {
  heading: '缩小回答',
  switch: {
    label: '缩小回答',
    hint: '回答中的每个词都消耗词元。没有意义的部分会去掉；这发生在全部检查之后、AI 应用读取之前。',
  },
  more: '做了什么',
  step: {
    nulls: { label: '省略空值', hint: 'JSON 中为 null 或为空的成员。' },
    tables: { label: '列表变为表格', hint: '成员名称只写一次，然后逐行列出。' },
    markdown: {
      label: '网页变为纯文本',
      hint: 'HTML 变为 Markdown；网页不显示的内容会去掉。',
    },
    links: { label: '去掉链接中的跟踪', hint: '只用于跟踪人的参数。' },
    base64: { label: '标明编码数据', hint: '很长的 base64 变为一个说明原内容的词。' },
    repeats: {
      label: '标明之前给过的内容',
      hint: '同一会话中重复的文字。再次请求时会完整给出。',
    },
  },
  cut: {
    label: '截短过长的回答',
    hint: 'AI 应用需要其余部分时，用“read_more”继续读取。在此服务器单独的地址上不会截短。',
  },
  budget: {
    label: '一次回答的最多词元数',
    error: '200 到 1,000,000 的整数。',
  },
  tools: {
    heading: '不同的工具',
    none: '没有不同的工具。可以在下方选择一个，以另外的方式处理它的回答。',
    add: '添加工具',
    pick: '选择工具…',
    of: '{{tool}} 的回答',
    remove: '移除 {{tool}}',
    off: '保持原样',
    good: '缩小',
    own: '自选步骤',
  },
} as const satisfies Translation<typeof en>;
