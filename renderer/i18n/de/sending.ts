import type { Translation } from '../translation.ts';
import type { sending as en } from '../en/sending.ts';

/** Wohin das Protokoll gesendet wird. */
export const sending = {
  heading: 'Protokoll senden',
  label: 'Wohin Ihr Protokoll gesendet wird',
  hint: 'Eine Kopie, die diesen Computer verlassen hat, kann hier nicht mehr geändert werden. Gesendet wird, was im Protokoll steht; nichts geht verloren, solange ein Ziel nicht erreichbar ist.',
  none: 'Ihr Protokoll wird nirgendwohin gesendet.',
  list: 'Wohin Ihr Protokoll gesendet wird',
  add: 'Ziel hinzufügen …',
  failed: 'Doorward konnte nicht sagen, wohin Ihr Protokoll gesendet wird.',
  to: 'an {{to}}',
  managed: 'Von Ihrer Organisation festgelegt.',
  state: {
    done: 'Alles ist dort.',
    sending: 'Wird gesendet.',
    waiting: 'Es wird noch einmal versucht.',
    stopped: 'Nichts wird gesendet.',
  },
  sentLast: 'Zuletzt gesendet',
  never: 'Noch wurde nichts gesendet.',
  waiting_one: '{{count}} Aufzeichnung wartet.',
  waiting_other: '{{count}} Aufzeichnungen warten.',
  lost_one: '{{count}} Aufzeichnung wurde aus dem Protokoll entfernt, bevor sie gesendet werden konnte.',
  lost_other:
    '{{count}} Aufzeichnungen wurden aus dem Protokoll entfernt, bevor sie gesendet werden konnten.',
  refused_one: 'Das Ziel hat {{count}} Aufzeichnung nicht angenommen.',
  refused_other: 'Das Ziel hat {{count}} Aufzeichnungen nicht angenommen.',
  test: '{{name}} testen',
  remove: 'Das Ziel {{name}} entfernen',
  removeTitle: 'Das Protokoll nicht mehr an „{{name}}“ senden?',
  removeMeans:
    'Wartende Aufzeichnungen werden nicht gesendet. Was schon dort ist, bleibt dort. Das lässt sich nicht rückgängig machen: Womit Doorward sich dort anmeldet, wird nicht aufbewahrt.',
  removeButton: 'Entfernen',
  dialog: {
    title: 'Protokoll senden',
    name: 'Name',
    nameHint: 'Daran erkennen Sie es wieder.',
    kind: 'Wie',
    kinds: {
      otlp: 'OpenTelemetry-Collector (OTLP über HTTP)',
      syslog: 'Syslog-Server',
      file: 'Datei auf diesem Computer',
    },
    url: 'Adresse',
    urlHint: {
      otlp: 'Zum Beispiel https://collector.example.com:4318',
      syslog: 'Zum Beispiel tls://logs.example.com:6514',
    },
    path: 'Datei',
    pathHint: 'Der ganze Pfad. Wird die Datei groß, wird sie auf mehrere verteilt, und alte werden entfernt.',
    header: 'Header mit einem Schlüssel',
    headerHint: 'Falls der Collector einen braucht, etwa Authorization.',
    secret: 'Sein Wert im Tresor',
    secretHint: 'Schreiben Sie vault:NAME oder "Bearer ${vault:NAME}".',
    what: 'Was gesendet wird',
    whats: {
      all: 'Jede Aufzeichnung',
      notable: 'Nur Aufrufe, die abgelehnt wurden, gescheitert sind oder einen Fund hatten',
    },
    fromStart: 'Auch was schon im Protokoll steht',
    add: 'Protokoll dorthin senden',
  },
} as const satisfies Translation<typeof en>;
