import type { managedTexts as en } from '../../../shared/texts/managed.ts';
import type { Translation } from '../translation.ts';

/** Was eine Organisation verwaltet. */
export const managed = {
  'ask.anyone': 'Fragen Sie, wer sich um diesen Computer kümmert.',
  'ask.name': 'Fragen Sie {{name}}.',
  'ask.at': 'Fragen Sie {{name}}: {{where}}',
  'set.by': '{{name}} hat das festgelegt.',
  'set.by-yours': 'Ihre Organisation hat das festgelegt.',
  unmanaged: 'Niemand außer Ihnen verwaltet dieses Doorward.',
  manages: '{{name}} verwaltet dieses Doorward.',
  'manages.yours': 'Ihre Organisation verwaltet dieses Doorward.',
  'trouble.used': 'Die verwalteten Einstellungen in {{source}} können nicht verwendet werden: {{what}}.',
  'trouble.read': 'Die verwalteten Einstellungen können nicht gelesen werden ({{what}}).',
  'trouble.kept':
    'Die verwalteten Einstellungen gelten, konnten aber nicht für den nächsten Start aufbewahrt werden.',
  'trouble.last': 'Die letzten, die verwendet werden konnten, gelten weiter.',
  'trouble.locked': 'Bis das behoben ist, wird jeder Aufruf abgelehnt.',
  'trouble.groups':
    'Doorward konnte nicht herausfinden, in welchen Gruppen dieses Computers Sie sind. Bis es das kann, gelten Rollen, die Gruppen gegeben sind, für Sie, und Sie sind in keiner Gruppe, die freigeben darf.',
  'limit.servers': 'Nur Server, die sie nennt, dürfen verwendet werden.',
  'limit.forbidden': 'Manche Server dürfen nicht verwendet werden.',
  'limit.clients': 'Sie bestimmt, welche KI-Apps sich verbinden dürfen.',
  'limit.rules': 'Eigene Regeln, die nachfragen oder ablehnen: {{count}}.',
  'limit.masks': 'Arten von Text, die maskiert werden: {{count}}.',
  'limit.inspection':
    'Sie bestimmt, was mindestens geschieht, wenn in etwas Durchgehendem etwas gefunden wird.',
  'limit.calls': 'Limits dafür, wie oft oder wie viel KI-Apps aufrufen dürfen: {{count}}.',
  'limit.observe': 'Die Voreinstellung ist mindestens „Beobachten“.',
  'limit.guarded': 'Die Voreinstellung ist mindestens „Geschützt“.',
  'limit.strict': 'Die Voreinstellung ist mindestens „Streng“.',
  'limit.clock_one': 'Rückfragen warten {{count}} Sekunde.',
  'limit.clock_other': 'Rückfragen warten {{count}} Sekunden.',
  'limit.always': 'Nichts kann auf Dauer erlaubt werden.',
  'limit.approvers': 'Nur Personen, die sie nennt, dürfen Aufrufe erlauben.',
  'limit.log': 'Das Protokoll der Aufrufe wird auch an {{address}} gesendet.',
  'limit.vouchers': 'Sie bürgt für manche Server, sodass diese nicht geprüft werden müssen.',
} as const satisfies Translation<typeof en>;
