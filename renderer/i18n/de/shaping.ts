import type { Translation } from '../translation.ts';
import type { shaping as en } from '../en/shaping.ts';

/** Wie die Antworten eines Servers verkleinert werden. */
export const shaping = {
  heading: 'Kleinere Antworten',
  switch: {
    label: 'Antworten verkleinern',
    hint: 'Jedes Wort einer Antwort kostet Tokens. Was nichts aussagt, fällt weg, bevor die KI-App es liest und nachdem alles geprüft wurde.',
  },
  more: 'Was getan wird',
  step: {
    nulls: { label: 'Leere Werte weglassen', hint: 'JSON-Felder, die null oder leer sind.' },
    tables: { label: 'Listen als Tabellen', hint: 'Die Namen der Felder einmal, dann die Zeilen.' },
    markdown: {
      label: 'Seiten als einfacher Text',
      hint: 'Aus HTML wird Markdown; was eine Seite nicht zeigt, fällt weg.',
    },
    links: { label: 'Links ohne Tracking', hint: 'Ohne Parameter, die nur Menschen verfolgen.' },
    base64: {
      label: 'Kodierte Daten benennen',
      hint: 'Langes Base64 wird zu einem Wort, das sagt, was dort stand.',
    },
    repeats: {
      label: 'Schon Gegebenes benennen',
      hint: 'Derselbe Text noch einmal in einer Sitzung. Wird er erneut verlangt, kommt er ganz.',
    },
  },
  cut: {
    label: 'Lange Antworten kürzen',
    hint: 'Die KI-App liest mit „read_more“ weiter, wenn sie den Rest braucht. Nicht auf der Adresse dieses Servers allein.',
  },
  budget: {
    label: 'Höchstens so viele Tokens je Antwort',
    error: 'Eine ganze Zahl von 200 bis 1.000.000.',
  },
  tools: {
    heading: 'Tools, die abweichen',
    none: 'Kein Tool weicht ab. Wählen Sie unten eines, dessen Antworten anders behandelt werden sollen.',
    add: 'Tool hinzufügen',
    pick: 'Tool wählen …',
    of: 'Antworten von {{tool}}',
    remove: '{{tool}} entfernen',
    off: 'Wie sie sind',
    good: 'Kleiner',
    own: 'Ausgewählte Schritte',
  },
} as const satisfies Translation<typeof en>;
