import type { Translation } from '../translation.ts';
import type { logCare as en } from '../en/log-care.ts';

/** Was geschieht, während das Protokoll nicht geschrieben werden kann, und was daran aufgefallen ist. */
export const logCare = {
  unwritable: {
    label: 'Solange das Protokoll nicht geschrieben werden kann',
    hint: 'Wenn das Laufwerk voll ist oder versagt, kann Doorward nichts aufzeichnen.',
    refuse: 'Jeden Aufruf ablehnen',
    pass: 'Aufrufe ohne Aufzeichnung durchlassen',
  },
  passes:
    'Aufrufe gehen ohne Aufzeichnung durch, solange das Laufwerk voll ist oder versagt. Solche Aufrufe werden gezählt und gemeldet.',
  fixed: 'Ihre Organisation verlangt, dass jeder Aufruf aufgezeichnet wird.',
  passed_one: 'Seit dem Start von Doorward ist 1 Aufruf so durchgegangen.',
  passed_other: 'Seit dem Start von Doorward sind {{count}} Aufrufe so durchgegangen.',
  accept: 'Das hinnehmen',
  acceptHint:
    'Das Protokoll geht weiter. Dass das aufgefallen ist und dass Sie es hingenommen haben, bleibt aufgezeichnet.',
} as const satisfies Translation<typeof en>;
