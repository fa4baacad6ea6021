import type { phases as en } from '../en/phases.ts';
import type { Translation } from '../translation.ts';

/** What the window shows while no host runs, in simplified Chinese. */
export const phases = {
  starting: 'Doorward 正在启动。',
  stopping: 'Doorward 正在停止。',
  stoppingMeans: '正在拒绝进行中的调用。',
  crashed: 'Doorward 已停止',
  failed: {
    'port-taken': '另一个程序占用了 Doorward 的地址',
    'profile-locked': 'Doorward 已在运行',
    settings: '无法读取设置',
    other: 'Doorward 无法启动',
  },
  replaceMeans:
    '更换会给每个 AI 应用一个新密钥，使旧密钥失效。之后每个应用都需要它的新密钥：“AI 应用”中的“新密钥”。',
  ways: '您可以做什么',
  way: {
    retry: '重试',
    'replace-keys': '更换密钥并启动',
    'open-folder': '打开文件夹',
    relaunch: '重新启动',
    quit: '退出',
  },
} as const satisfies Translation<typeof en>;
