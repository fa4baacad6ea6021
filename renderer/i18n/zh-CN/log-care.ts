import type { logCare as en } from '../en/log-care.ts';
import type { Translation } from '../translation.ts';

/** What happens while the log cannot be written, in simplified Chinese. */
export const logCare = {
  unwritable: {
    label: '无法写入日志时',
    hint: '磁盘已满或出故障时，Doorward 无法记录任何内容。',
    refuse: '拒绝每次调用',
    pass: '让调用不经记录通过',
  },
  passes: '磁盘已满或出故障时，调用会不经记录通过。它们会被计数，并会告知您。',
  fixed: '您的组织要求每次调用都有记录。',
  passed_other: '自 Doorward 启动以来，已有 {{count}} 次调用这样通过。',
  accept: '接受现状',
  acceptHint: '日志将继续。发现过此事，以及您接受了它，都会留在记录中。',
} as const satisfies Translation<typeof en>;
