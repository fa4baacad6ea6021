import type { hostFindings as en } from '../en/host-findings.ts';
import type { Translation } from '../translation.ts';

/** Lo que se encontró en algo que pasa, y por qué se pregunta. */
export const hostFindings = {
  requestUnread: 'La petición no se pudo examinar entera.',
  requestHidden: 'La petición contiene texto que no se muestra.',
  requestHiddenTypes: 'La petición contiene texto que no se muestra ({{types}}).',
  requestMaybeOrders: 'La petición contiene texto que quizá da órdenes a una IA.',
  requestOrders: 'La petición contiene texto que da órdenes a una IA.',
  requestSecret: 'La petición contiene lo que parece un secreto.',
  requestSecretTypes: 'La petición contiene lo que parece un secreto ({{types}}).',
  requestPersonal: 'La petición contiene datos personales.',
  requestPersonalTypes: 'La petición contiene datos personales ({{types}}).',
  answerUnread: 'La respuesta no se pudo examinar entera.',
  answerHidden: 'La respuesta contiene texto que no se muestra.',
  answerHiddenTypes: 'La respuesta contiene texto que no se muestra ({{types}}).',
  answerMaybeOrders: 'La respuesta contiene texto que quizá da órdenes a una IA.',
  answerOrders: 'La respuesta contiene texto que da órdenes a una IA.',
  answerSecret: 'La respuesta contiene lo que parece un secreto.',
  answerSecretTypes: 'La respuesta contiene lo que parece un secreto ({{types}}).',
  answerPersonal: 'La respuesta contiene datos personales.',
  answerPersonalTypes: 'La respuesta contiene datos personales ({{types}}).',
  questionUnread: 'La pregunta del servidor no se pudo examinar entera.',
  questionHidden: 'La pregunta del servidor contiene texto que no se muestra.',
  questionHiddenTypes: 'La pregunta del servidor contiene texto que no se muestra ({{types}}).',
  questionMaybeOrders: 'La pregunta del servidor contiene texto que quizá da órdenes a una IA.',
  questionOrders: 'La pregunta del servidor contiene texto que da órdenes a una IA.',
  questionSecret: 'La pregunta del servidor contiene lo que parece un secreto.',
  questionSecretTypes: 'La pregunta del servidor contiene lo que parece un secreto ({{types}}).',
  questionPersonal: 'La pregunta del servidor contiene datos personales.',
  questionPersonalTypes: 'La pregunta del servidor contiene datos personales ({{types}}).',
} as const satisfies Translation<typeof en>;
