import type { hostFindings as en } from '../en/host-findings.ts';
import type { Translation } from '../translation.ts';

/** 在通过的内容中发现了什么，以及为何询问。 */
export const hostFindings = {
  requestUnread: '请求未能检查全部内容。',
  requestHidden: '请求中有不显示的文字。',
  requestHiddenTypes: '请求中有不显示的文字（{{types}}）。',
  requestMaybeOrders: '请求中有可能对 AI 下达指令的文字。',
  requestOrders: '请求中有对 AI 下达指令的文字。',
  requestSecret: '请求中有看起来像机密的内容。',
  requestSecretTypes: '请求中有看起来像机密的内容（{{types}}）。',
  requestPersonal: '请求中有个人数据。',
  requestPersonalTypes: '请求中有个人数据（{{types}}）。',
  answerUnread: '回答未能检查全部内容。',
  answerHidden: '回答中有不显示的文字。',
  answerHiddenTypes: '回答中有不显示的文字（{{types}}）。',
  answerMaybeOrders: '回答中有可能对 AI 下达指令的文字。',
  answerOrders: '回答中有对 AI 下达指令的文字。',
  answerSecret: '回答中有看起来像机密的内容。',
  answerSecretTypes: '回答中有看起来像机密的内容（{{types}}）。',
  answerPersonal: '回答中有个人数据。',
  answerPersonalTypes: '回答中有个人数据（{{types}}）。',
  questionUnread: '服务器的提问未能检查全部内容。',
  questionHidden: '服务器的提问中有不显示的文字。',
  questionHiddenTypes: '服务器的提问中有不显示的文字（{{types}}）。',
  questionMaybeOrders: '服务器的提问中有可能对 AI 下达指令的文字。',
  questionOrders: '服务器的提问中有对 AI 下达指令的文字。',
  questionSecret: '服务器的提问中有看起来像机密的内容。',
  questionSecretTypes: '服务器的提问中有看起来像机密的内容（{{types}}）。',
  questionPersonal: '服务器的提问中有个人数据。',
  questionPersonalTypes: '服务器的提问中有个人数据（{{types}}）。',
} as const satisfies Translation<typeof en>;
