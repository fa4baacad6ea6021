import type { palette as en } from '../en/palette.ts';
import type { Translation } from '../translation.ts';

/** Die Suche über alles und ihre Befehle. */
export const palette = {
  open: 'Suchen',
  title: 'Suche und Befehle',
  field: 'Server, Tools, Aufrufe, Einstellungen und Befehle suchen',
  keys: 'Pfeiltasten wählen aus, die Eingabetaste öffnet, Escape schließt.',
  list: 'Was gefunden wurde',
  group: {
    recent: 'Zuletzt benutzt',
    command: 'Befehle',
    screen: 'Ansichten',
    server: 'Server',
    tool: 'Tools',
    app: 'KI-Apps',
    rule: 'Berechtigungen und Regeln',
    setting: 'Einstellungen',
    call: 'Aufrufe',
  },
  some: '{{shown, number}} von {{count, number}}',
  said_one: '{{count, number}} Ergebnis.',
  said_other: '{{count, number}} Ergebnisse.',
  none: 'Nichts passt zu „{{text}}“.',
  noneHint:
    'Hier finden Sie Ansichten, Befehle, Server, ihre Tools, KI-Apps, Berechtigungen, Einstellungen nach ihrem Namen und Aufrufe nach Wörtern darin.',
  allCalls: 'Alle Aufrufe mit „{{text}}“',
  live: 'Aufrufe live',
  theme: 'Aussehen: {{choice}}',
  language: 'Sprache: {{name}}',
  lift: 'Nicht mehr alles blockieren …',
  usual: 'Nicht mehr bei allem nachfragen …',
  asking: 'Ab jetzt wird bei jedem Aufruf nachgefragt.',
  notDone: 'Das wurde nicht ausgeführt: {{why}}',
} as const satisfies Translation<typeof en>;
