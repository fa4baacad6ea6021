import type { hostFindings as en } from '../en/host-findings.ts';
import type { Translation } from '../translation.ts';

/** ما عثر عليه فيما يمر، ولماذا يسأل عنه. */
export const hostFindings = {
  requestUnread: 'لم يمكن فحص الطلب كله.',
  requestHidden: 'في الطلب نص لا يعرض.',
  requestHiddenTypes: 'في الطلب نص لا يعرض ({{types}}).',
  requestMaybeOrders: 'في الطلب نص قد يعطي ذكاء اصطناعيا أوامر.',
  requestOrders: 'في الطلب نص يعطي ذكاء اصطناعيا أوامر.',
  requestSecret: 'في الطلب ما يبدو سرا.',
  requestSecretTypes: 'في الطلب ما يبدو سرا ({{types}}).',
  requestPersonal: 'في الطلب بيانات شخصية.',
  requestPersonalTypes: 'في الطلب بيانات شخصية ({{types}}).',
  answerUnread: 'لم يمكن فحص الرد كله.',
  answerHidden: 'في الرد نص لا يعرض.',
  answerHiddenTypes: 'في الرد نص لا يعرض ({{types}}).',
  answerMaybeOrders: 'في الرد نص قد يعطي ذكاء اصطناعيا أوامر.',
  answerOrders: 'في الرد نص يعطي ذكاء اصطناعيا أوامر.',
  answerSecret: 'في الرد ما يبدو سرا.',
  answerSecretTypes: 'في الرد ما يبدو سرا ({{types}}).',
  answerPersonal: 'في الرد بيانات شخصية.',
  answerPersonalTypes: 'في الرد بيانات شخصية ({{types}}).',
  questionUnread: 'لم يمكن فحص سؤال الخادم كله.',
  questionHidden: 'في سؤال الخادم نص لا يعرض.',
  questionHiddenTypes: 'في سؤال الخادم نص لا يعرض ({{types}}).',
  questionMaybeOrders: 'في سؤال الخادم نص قد يعطي ذكاء اصطناعيا أوامر.',
  questionOrders: 'في سؤال الخادم نص يعطي ذكاء اصطناعيا أوامر.',
  questionSecret: 'في سؤال الخادم ما يبدو سرا.',
  questionSecretTypes: 'في سؤال الخادم ما يبدو سرا ({{types}}).',
  questionPersonal: 'في سؤال الخادم بيانات شخصية.',
  questionPersonalTypes: 'في سؤال الخادم بيانات شخصية ({{types}}).',
} as const satisfies Translation<typeof en>;
