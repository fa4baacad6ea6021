import { callLine } from './call-line.ts';
import { counting } from './counting.ts';
import type { ShellTexts } from './shell-texts.ts';

const count = counting('zh-CN');

/** What the shell says, in simplified Chinese. */
export const zhCN = {
  tray: {
    guarding: (clients, servers) => {
      const apps = count(clients, { other: '# 个应用' });
      return `正在守护 ${apps}、${count(servers, { other: '# 个服务器' })}`;
    },
    starting: '正在启动…',
    stopping: '正在停止…',
    notRunning: '未运行：应用没有工具',
    blocked: '已阻止一切',
    lockedDown: '已锁定：无法读取组织的设置',
    waiting: (calls) => count(calls, { other: '# 个调用正在等待…' }),
    tipWaiting: (calls) => count(calls, { other: 'Doorward：# 个调用正在等您答复' }),
    tip: (state) => `Doorward：${state}`,
    reviews: (servers) => count(servers, { other: '审查 # 个新服务器…' }),
    changes: (items) => count(items, { other: '审查 # 项变更…' }),
    call: callLine({
      ok: ['{app}：“{tool}”', '{app}：{server} 的“{tool}”'],
      open: ['{app}：“{tool}”（进行中）', '{app}：{server} 的“{tool}”（进行中）'],
      refused: ['{app}：“{tool}”（已拒绝）', '{app}：{server} 的“{tool}”（已拒绝）'],
      failed: ['{app}：“{tool}”（失败）', '{app}：{server} 的“{tool}”（失败）'],
      cancelled: ['{app}：“{tool}”（已取消）', '{app}：{server} 的“{tool}”（已取消）'],
      error: ['{app}：“{tool}”（出错）', '{app}：{server} 的“{tool}”（出错）'],
    }),
    askEverything: '一切都询问',
    blockEverything: '阻止一切',
    profiles: '方案',
    profile: (name) => `方案：“${name}”`,
    profileName: (name) => `“${name}”`,
    noProfile: '不用方案',
    open: '打开',
    settings: '设置',
    quit: '退出',
    quitWithout: (clients) => count(clients, { other: '退出（# 个应用将没有工具）' }),
  },

  notices: {
    added: (server) => `“${server}”是新服务器，正在等您审查。没有启动任何程序。`,
    alarm: (server) => `“${server}”更改了它对 AI 说的内容，已搁置。`,
    canary: (server) => `一个 AI 应用试图向“${server}”发送诱饵。该调用已被拦下。`,
    waiting: '有一个调用在 Doorward 中等待。',
    missed: (calls) => count(calls, { other: '您离开期间错过了 # 个调用。' }),
  },

  menu: {
    file: '文件',
    edit: '编辑',
    view: '显示',
    window: '窗口',
    open: '打开 Doorward',
    settings: '设置…',
    search: '搜索与命令…',
    close: '关闭窗口',
    quit: '退出 Doorward',
    about: '关于 Doorward',
    hide: '隐藏 Doorward',
    hideOthers: '隐藏其他',
    unhide: '全部显示',
    undo: '撤销',
    redo: '重做',
    cut: '剪切',
    copy: '复制',
    paste: '粘贴',
    selectAll: '全选',
    resetZoom: '实际大小',
    zoomIn: '放大',
    zoomOut: '缩小',
    fullScreen: '全屏',
    devTools: '开发者工具',
    minimize: '最小化',
  },

  link: {
    title: '打开网页',
    question: (host) => `在浏览器中打开 ${host}？`,
    detail: (url) => `${url}\n\nDoorward 不认识这个网页。`,
    open: '打开',
    cancel: '取消',
  },

  update: {
    look: '查找新版本…',
    newest: (current) => `您的 Doorward 已是最新版本（${current}）。`,
    found: (version) => `Doorward ${version} 已发布。要下载吗？`,
    foundDetail: (current) => `您现在的版本是 ${current}。在您再次同意之前不会安装任何内容。`,
    get: '下载',
    notNow: '以后再说',
    ready: (version) => `Doorward ${version} 已下载并通过检查。现在安装吗？`,
    readyDetail: 'Doorward 会退出并重新启动。进行中的调用会被拒绝。',
    install: '安装并重新启动',
    off: '您的组织不希望 Doorward 自行更新。',
    unknownRules: '无法读取您组织的设置，因此不知道 Doorward 是否可以自行更新。',
    another: '收到的版本与您同意的不同。没有安装任何内容。',
    failed: '无法获取新版本。请检查网络；配置文件夹中的日志有更多说明。',
    close: '关闭',
  },

  rendererGone: {
    message: 'Doorward 的窗口已两次停止运行。',
    detail: '您的应用仍有工具；受影响的只是窗口。',
    reload: '重新加载',
    quit: '退出',
  },

  failed: {
    unexpected: 'Doorward 本身出错了。配置文件夹中的日志有更多说明。',
    noFolder: 'Doorward 无法使用其配置文件夹，因此没有启动。',
  },

  gate: {
    refused: 'Doorward 拒绝了这个请求。',
    malformed: 'Doorward 不理解这个请求。',
    tooLarge: '这对 Doorward 来说太大了。',
    busy: 'Doorward 同时收到的请求太多。请重试。',
    failed: 'Doorward 本身出错了。配置文件夹的“logs”文件夹中的日志有更多说明。',
    noHost: 'Doorward 未运行，所以现在无法这样做。',
    notOffered: '现在不能选择这种方式。',
  },
} as const satisfies ShellTexts;
