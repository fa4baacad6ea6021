import type { hostFindings as en } from '../en/host-findings.ts';
import type { Translation } from '../translation.ts';

/** Was in etwas Durchgehendem gefunden wurde und warum deshalb gefragt wird. */
export const hostFindings = {
  requestUnread: 'Die Anfrage konnte nicht ganz untersucht werden.',
  requestHidden: 'Die Anfrage enthält Text, der nicht angezeigt wird.',
  requestHiddenTypes: 'Die Anfrage enthält Text, der nicht angezeigt wird ({{types}}).',
  requestMaybeOrders: 'Die Anfrage enthält Text, der einer KI Anweisungen geben könnte.',
  requestOrders: 'Die Anfrage enthält Text, der einer KI Anweisungen gibt.',
  requestSecret: 'Die Anfrage enthält etwas, was wie ein Geheimnis aussieht.',
  requestSecretTypes: 'Die Anfrage enthält etwas, was wie ein Geheimnis aussieht ({{types}}).',
  requestPersonal: 'Die Anfrage enthält persönliche Daten.',
  requestPersonalTypes: 'Die Anfrage enthält persönliche Daten ({{types}}).',
  answerUnread: 'Die Antwort konnte nicht ganz untersucht werden.',
  answerHidden: 'Die Antwort enthält Text, der nicht angezeigt wird.',
  answerHiddenTypes: 'Die Antwort enthält Text, der nicht angezeigt wird ({{types}}).',
  answerMaybeOrders: 'Die Antwort enthält Text, der einer KI Anweisungen geben könnte.',
  answerOrders: 'Die Antwort enthält Text, der einer KI Anweisungen gibt.',
  answerSecret: 'Die Antwort enthält etwas, was wie ein Geheimnis aussieht.',
  answerSecretTypes: 'Die Antwort enthält etwas, was wie ein Geheimnis aussieht ({{types}}).',
  answerPersonal: 'Die Antwort enthält persönliche Daten.',
  answerPersonalTypes: 'Die Antwort enthält persönliche Daten ({{types}}).',
  questionUnread: 'Die Frage des Servers konnte nicht ganz untersucht werden.',
  questionHidden: 'Die Frage des Servers enthält Text, der nicht angezeigt wird.',
  questionHiddenTypes: 'Die Frage des Servers enthält Text, der nicht angezeigt wird ({{types}}).',
  questionMaybeOrders: 'Die Frage des Servers enthält Text, der einer KI Anweisungen geben könnte.',
  questionOrders: 'Die Frage des Servers enthält Text, der einer KI Anweisungen gibt.',
  questionSecret: 'Die Frage des Servers enthält etwas, was wie ein Geheimnis aussieht.',
  questionSecretTypes: 'Die Frage des Servers enthält etwas, was wie ein Geheimnis aussieht ({{types}}).',
  questionPersonal: 'Die Frage des Servers enthält persönliche Daten.',
  questionPersonalTypes: 'Die Frage des Servers enthält persönliche Daten ({{types}}).',
} as const satisfies Translation<typeof en>;
