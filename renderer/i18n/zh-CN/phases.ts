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
  means: {
    'port-taken':
      '{{process}} 正在使用 Doorward 的地址，可能会收到您应用的密钥。请退出该程序，然后选择“更换密钥并启动”。',
    'port-taken-by-unknown':
      '另一个程序正在使用 Doorward 的地址，可能会收到您应用的密钥。请退出该程序，然后选择“更换密钥并启动”。',
    'profile-locked': '另一个 Doorward 已在使用这个配置文件夹。请使用那一个，或先将其退出。',
    'profile-locked-by':
      '另一个 Doorward（进程 {{pid}}）已在使用这个配置文件夹。请使用那一个，或先将其退出。',
    'no-node': 'Doorward 缺少一部分。请重新安装 Doorward。',
    'no-node-in-clone':
      'node_modules 中没有 Node 24。请运行“npm ci”，或将 DOORWARD_NODE 设为某个 Node 24 的路径。',
    bug: 'Doorward 本身出错了。配置文件夹中的日志有更多说明。',
    crashed: 'Doorward 本身出错了，因此没有调用能够通过。配置文件夹中的日志有更多说明。',
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
