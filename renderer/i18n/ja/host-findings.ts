import type { hostFindings as en } from '../en/host-findings.ts';
import type { Translation } from '../translation.ts';

/** 通過するものの中で何が検出され、なぜ確認するのか。 */
export const hostFindings = {
  requestUnread: '要求は、全体を調べることができませんでした。',
  requestHidden: '要求に、表示されないテキストが含まれています。',
  requestHiddenTypes: '要求に、表示されないテキストが含まれています（{{types}}）。',
  requestMaybeOrders: '要求に、AI に命令している可能性があるテキストが含まれています。',
  requestOrders: '要求に、AI に命令しているテキストが含まれています。',
  requestSecret: '要求に、シークレットと思われるものが含まれています。',
  requestSecretTypes: '要求に、シークレットと思われるものが含まれています（{{types}}）。',
  requestPersonal: '要求に、個人データが含まれています。',
  requestPersonalTypes: '要求に、個人データが含まれています（{{types}}）。',
  answerUnread: '応答は、全体を調べることができませんでした。',
  answerHidden: '応答に、表示されないテキストが含まれています。',
  answerHiddenTypes: '応答に、表示されないテキストが含まれています（{{types}}）。',
  answerMaybeOrders: '応答に、AI に命令している可能性があるテキストが含まれています。',
  answerOrders: '応答に、AI に命令しているテキストが含まれています。',
  answerSecret: '応答に、シークレットと思われるものが含まれています。',
  answerSecretTypes: '応答に、シークレットと思われるものが含まれています（{{types}}）。',
  answerPersonal: '応答に、個人データが含まれています。',
  answerPersonalTypes: '応答に、個人データが含まれています（{{types}}）。',
  questionUnread: 'サーバーの質問は、全体を調べることができませんでした。',
  questionHidden: 'サーバーの質問に、表示されないテキストが含まれています。',
  questionHiddenTypes: 'サーバーの質問に、表示されないテキストが含まれています（{{types}}）。',
  questionMaybeOrders: 'サーバーの質問に、AI に命令している可能性があるテキストが含まれています。',
  questionOrders: 'サーバーの質問に、AI に命令しているテキストが含まれています。',
  questionSecret: 'サーバーの質問に、シークレットと思われるものが含まれています。',
  questionSecretTypes: 'サーバーの質問に、シークレットと思われるものが含まれています（{{types}}）。',
  questionPersonal: 'サーバーの質問に、個人データが含まれています。',
  questionPersonalTypes: 'サーバーの質問に、個人データが含まれています（{{types}}）。',
} as const satisfies Translation<typeof en>;
