import type { flow as en } from '../en/flow.ts';
import type { Translation } from '../translation.ts';

/** Where data may flow, in simplified Chinese. */
export const flow = {
  labels: {
    tab: '数据',
    intro:
      'AI 应用若既读过私密数据，又读过陌生人的文字，在它向外发送任何内容之前都会询问您。您在这里的选择从下一次调用起生效。',
    private: {
      label: '它的回答是私密的',
      hint: '邮件、文件、账户：不是人人都可以知道的内容。',
    },
    untrusted: {
      label: '它的回答由陌生人撰写',
      hint: '网页、邮件、议题、评论：在那里写东西的任何人都可能试图向您的 AI 应用下指令。',
    },
    public: {
      label: '交给它的内容可能被陌生人读到',
      hint: '公开的代码仓库、论坛、共享的页面。',
    },
    guessed: 'Doorward 的推测。',
    chosen: '由您选择。',
    guess: '采用 Doorward 的推测',
    guessOf: '采用 Doorward 的推测：{{label}}',
  },
  marks: {
    heading: '它读过的内容',
    none: '自 Doorward 启动或您让它重新开始以来，没有读过私密数据，也没有读过陌生人的文字。',
    one: '只要它仅读过两者之一，它向外发送的内容就按您的权限通过。',
    both: '私密数据和陌生人的文字',
    bothMeans: '任何会把数据发送出去的操作都会询问您，即使权限允许它通过。',
    private: '私密数据',
    untrusted: '陌生人的文字',
    show: '显示',
    showOf: '显示调用：{{server}} 的 {{tool}}',
    leg: '{{server}} 的 {{tool}}',
    reset: '重新开始',
    resetTitle: '重新开始？',
    resetMeans:
      '此 AI 应用到目前为止读过的内容不再计入，您允许它发送的许可也一并失效。请在它的对话结束后再这样做。',
    resetAfter: 'AI 应用自己仍然知道它读过什么。在同一对话中，它可以把这些内容发送出去，而不会有这类询问。',
    resetDone: '{{name}} 已重新开始。',
  },
  canaries: {
    heading: '诱饵',
    label: '绝不能外泄的值',
    hint: '诱饵看起来像密钥，但什么也打不开。把它放在谁都不该读的地方：带有它的调用会被拦下，并会通知您。',
    none: '还没有诱饵。',
    list: '诱饵',
    made: '创建时间',
    seen: '上次出现',
    unseen: '从未出现。',
    add: '添加诱饵…',
    remove: '移除诱饵 {{name}}',
    removeTitle: '移除诱饵“{{name}}”？',
    removeMeans:
      '此后它的值与其他值无异，带有它的调用会通过。请同时把它从您放置的地方取走。此操作无法撤销：该值没有保存在其他任何地方。',
    removeButton: '移除',
    new: '新诱饵',
    name: '名称',
    nameHint: '写明您要把它放在哪里，这样它出现时您就知道什么被读过。',
    taken: '已有同名的诱饵。',
    make: '创建',
    once: '您只能在此时看到它的值。',
    value: '诱饵的值',
    where: '放置它，例如：',
    places: {
      note: '放在您自己的笔记或邮件中，标题例如“密码”',
      file: '放在 AI 应用可以读取的文件夹里，文件名例如“keys-backup.txt”',
      repository: '放在私有代码仓库中一个没有任何用处的文件里',
    },
    close: '我已放好',
  },
} as const satisfies Translation<typeof en>;
