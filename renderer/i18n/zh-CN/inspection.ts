import type { inspection as en } from '../en/inspection.ts';
import type { Translation } from '../translation.ts';

/** What Doorward looks for and what happens then, in simplified Chinese. */
export const inspection = {
  heading: 'Doorward 检查的内容',
  acts: {
    label: '发现内容时',
    hint: '到达 AI 应用的，是服务器所说的内容；到达服务器的，是 AI 应用交给它的内容。只要您不作选择，就由预设“{{preset}}”决定怎么做。',
    table: '发现内容时怎么做',
    found: '发现的内容',
    direction: { 'to-server': '发往服务器', 'to-app': '发往 AI 应用' },
    choice: '{{watch}}，{{direction}}',
    preset: '{{act}}（预设）',
    never: '只在这个方向上检查。',
  },
  watch: {
    hidden: { name: '隐藏文字', hint: '人看不见而模型会读到的字符。' },
    'injection-low': {
      name: '可能的注入',
      hint: '可能在向模型下指令的文字。',
    },
    'injection-high': { name: '确定的注入', hint: '在向模型下指令的文字。' },
    secret: { name: '机密', hint: '密钥、令牌和密码。' },
    personal: { name: '个人数据', hint: '下方勾选的内容。' },
    flow: {
      name: '可能外泄的数据',
      hint: 'AI 应用读过私密数据和陌生人写的内容，现在要向外发送内容。',
    },
  },
  act: {
    pass: '放行',
    note: '记录',
    mask: '遮盖',
    ask: '询问我',
    block: '阻止',
  },
  maskOf: { hidden: '移除', injection: '标为数据' },
  demanded: '您的组织要求至少达到这里可选的程度。',
  exceptions: {
    label: '例外',
    hint: '为某个服务器或某个角色的 AI 应用所作的选择，优先于上表。',
    list: '例外',
    none: '没有例外。',
    add: '添加例外…',
    title: '添加例外',
    keep: '添加',
    way: '方向',
    anyWay: '双向',
    whose: '适用于',
    act: '怎么做',
    removed: '已移除：{{exception}}',
    one: '{{watch}}，{{where}}：{{act}}',
    both: '双向',
    direction: { 'to-server': '发往服务器', 'to-app': '发往 AI 应用' },
    server: '服务器 {{server}}',
    role: '角色为 {{role}} 的 AI 应用',
    serverRole: '服务器 {{server}}，角色为 {{role}} 的 AI 应用',
    whole: '{{whose}}：{{what}}',
    remove: '移除此例外：{{exception}}',
  },
  personal: {
    label: '检查的个人数据',
    types: {
      email: { name: '电子邮件地址', hint: '例如 ada@example.com。' },
      phone: { name: '电话号码', hint: '带国家代码，或附近有“phone”等词。' },
      iban: { name: '银行账户', hint: '校验位正确的 IBAN。' },
      card: { name: '支付卡', hint: '校验位正确的卡号。' },
      'national-id': {
        name: '身份号码',
        hint: '约三十个国家的税号、社会保障号和身份证号。',
      },
      ip: { name: 'IP 地址', hint: '第 4 版和第 6 版。' },
      name: { name: '姓名', hint: '仅为推测：跟在“Mrs”等称谓后面的词。常常出错。' },
      address: { name: '邮寄地址', hint: '仅为推测：带门牌号的街道。常常出错。' },
    },
  },
} as const satisfies Translation<typeof en>;
