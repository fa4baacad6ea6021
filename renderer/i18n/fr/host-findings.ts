import type { hostFindings as en } from '../en/host-findings.ts';
import type { Translation } from '../translation.ts';

/** Ce qui a été trouvé dans ce qui passe, et pourquoi quelqu’un est interrogé. */
export const hostFindings = {
  requestUnread: 'La demande n’a pas pu être examinée en entier.',
  requestHidden: 'La demande contient du texte qui ne s’affiche pas.',
  requestHiddenTypes: 'La demande contient du texte qui ne s’affiche pas ({{types}}).',
  requestMaybeOrders: 'La demande contient du texte qui donne peut-être des ordres à une IA.',
  requestOrders: 'La demande contient du texte qui donne des ordres à une IA.',
  requestSecret: 'La demande contient ce qui ressemble à un secret.',
  requestSecretTypes: 'La demande contient ce qui ressemble à un secret ({{types}}).',
  requestPersonal: 'La demande contient des données personnelles.',
  requestPersonalTypes: 'La demande contient des données personnelles ({{types}}).',
  answerUnread: 'La réponse n’a pas pu être examinée en entier.',
  answerHidden: 'La réponse contient du texte qui ne s’affiche pas.',
  answerHiddenTypes: 'La réponse contient du texte qui ne s’affiche pas ({{types}}).',
  answerMaybeOrders: 'La réponse contient du texte qui donne peut-être des ordres à une IA.',
  answerOrders: 'La réponse contient du texte qui donne des ordres à une IA.',
  answerSecret: 'La réponse contient ce qui ressemble à un secret.',
  answerSecretTypes: 'La réponse contient ce qui ressemble à un secret ({{types}}).',
  answerPersonal: 'La réponse contient des données personnelles.',
  answerPersonalTypes: 'La réponse contient des données personnelles ({{types}}).',
  questionUnread: 'La question du serveur n’a pas pu être examinée en entier.',
  questionHidden: 'La question du serveur contient du texte qui ne s’affiche pas.',
  questionHiddenTypes: 'La question du serveur contient du texte qui ne s’affiche pas ({{types}}).',
  questionMaybeOrders: 'La question du serveur contient du texte qui donne peut-être des ordres à une IA.',
  questionOrders: 'La question du serveur contient du texte qui donne des ordres à une IA.',
  questionSecret: 'La question du serveur contient ce qui ressemble à un secret.',
  questionSecretTypes: 'La question du serveur contient ce qui ressemble à un secret ({{types}}).',
  questionPersonal: 'La question du serveur contient des données personnelles.',
  questionPersonalTypes: 'La question du serveur contient des données personnelles ({{types}}).',
} as const satisfies Translation<typeof en>;
