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
  means: {
    'port-taken':
      '{{process}} verwendet die Adresse von Doorward und bekommt vielleicht die Schlüssel Ihrer Apps. Beenden Sie das Programm und wählen Sie dann „Schlüssel ersetzen und starten“.',
    'port-taken-by-unknown':
      'Ein anderes Programm verwendet die Adresse von Doorward und bekommt vielleicht die Schlüssel Ihrer Apps. Beenden Sie es und wählen Sie dann „Schlüssel ersetzen und starten“.',
    'profile-locked':
      'Ein anderes Doorward verwendet dieses Profil schon. Benutzen Sie jenes, oder beenden Sie es zuerst.',
    'profile-locked-by':
      'Ein anderes Doorward (Prozess {{pid}}) verwendet dieses Profil schon. Benutzen Sie jenes, oder beenden Sie es zuerst.',
    'no-node': 'Ein Teil von Doorward fehlt. Installieren Sie Doorward noch einmal.',
    'no-node-in-clone':
      'In node_modules ist kein Node 24. Führen Sie „npm ci“ aus, oder setzen Sie DOORWARD_NODE auf den Pfad eines Node 24.',
    bug: 'In Doorward selbst gab es einen Fehler. Im Protokoll im Profilordner steht mehr.',
    crashed:
      'In Doorward selbst gab es einen Fehler, deshalb geht kein Aufruf durch. Im Protokoll im Profilordner steht mehr.',
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
