import type { Translation } from '../translation.ts';
import type { texts as en } from '../en/texts.ts';

/** Was das Protokoll von den Texten der Aufrufe aufbewahrt. */
export const texts = {
  heading: 'Was das Protokoll von den Aufrufen dieses Servers aufbewahrt',
  usual: {
    label: 'Was das Protokoll von Texten aufbewahrt',
    hint: 'Argumente und Antworten von Aufrufen, für Server ohne eigene Wahl. Es gilt für Aufrufe von jetzt an.',
  },
  server: {
    label: 'Argumente und Antworten',
    hint: 'Es gilt für Aufrufe von jetzt an; was im Protokoll steht, bleibt.',
  },
  keep: {
    full: 'Wie sie sind',
    redacted: 'Ohne Geheimnisse und persönliche Daten',
    digests: 'Keine Texte, nur Größen und Prüfsummen',
  },
  asUsual: 'Wie üblich: {{keep}}',
  explain: {
    full: 'Geheimnisse aus dem Tresor werden trotzdem weggelassen. Wer das Protokoll lesen kann, kann alles lesen, was gesendet und geantwortet wurde.',
    redacted:
      'Was wie ein Geheimnis oder wie persönliche Daten aussieht, wird weggelassen. Was keine eigene Form hat, bleibt.',
    digests:
      'Niemand kann im Protokoll lesen, was gesagt wurde. Derselbe Text ist aber an seiner Prüfsumme wiederzuerkennen.',
  },
  bound: 'Das Protokoll bewahrt nicht mehr auf als das: {{keep}}.',
} as const satisfies Translation<typeof en>;
