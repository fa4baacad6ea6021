import type { Translation } from '../translation.ts';
import type { phases as en } from '../en/phases.ts';

/** Was das Fenster zeigt, während kein Host läuft. */
export const phases = {
  starting: 'Doorward startet.',
  stopping: 'Doorward wird beendet.',
  stoppingMeans: 'Laufende Aufrufe werden abgelehnt.',
  crashed: 'Doorward wurde unerwartet beendet',
  failed: {
    'port-taken': 'Ein anderes Programm hat die Adresse von Doorward',
    'profile-locked': 'Doorward läuft schon',
    settings: 'Die Einstellungen können nicht gelesen werden',
    other: 'Doorward konnte nicht starten',
  },
  replaceMeans:
    'Beim Ersetzen bekommt jede KI-App einen neuen Schlüssel, und die alten sind wertlos. Danach braucht jede App ihren neuen Schlüssel: KI-Apps, „Neuer Schlüssel“.',
  ways: 'Was Sie tun können',
  way: {
    retry: 'Noch einmal',
    'replace-keys': 'Schlüssel ersetzen und starten',
    'open-folder': 'Ordner öffnen',
    relaunch: 'Neu starten',
    quit: 'Beenden',
  },
} as const satisfies Translation<typeof en>;
