import { callLine } from './call-line.ts';
import { counting } from './counting.ts';
import type { ShellTexts } from './shell-texts.ts';

const count = counting('de');

/** What the shell says, in German. */
export const de = {
  tray: {
    guarding: (clients, servers) => {
      const apps = count(clients, { one: '# App', other: '# Apps' });
      return `Schützt ${apps}, ${count(servers, { one: '# Server', other: '# Server' })}`;
    },
    starting: 'Startet…',
    stopping: 'Wird beendet…',
    notRunning: 'Läuft nicht: Apps haben keine Tools',
    blocked: 'Alles ist blockiert',
    lockedDown: 'Gesperrt: Die Einstellungen der Organisation können nicht gelesen werden',
    waiting: (calls) => count(calls, { one: '# Aufruf wartet…', other: '# Aufrufe warten…' }),
    tipWaiting: (calls) =>
      count(calls, { one: 'Doorward: # Aufruf wartet auf Sie', other: 'Doorward: # Aufrufe warten auf Sie' }),
    tip: (state) => `Doorward: ${state}`,
    reviews: (servers) => count(servers, { one: '# neuen Server prüfen…', other: '# neue Server prüfen…' }),
    changes: (items) => count(items, { one: '# Änderung prüfen…', other: '# Änderungen prüfen…' }),
    call: callLine({
      ok: ['{app}: „{tool}“', '{app}: „{tool}“ bei {server}'],
      open: ['{app}: „{tool}“ (läuft)', '{app}: „{tool}“ bei {server} (läuft)'],
      refused: ['{app}: „{tool}“ (abgelehnt)', '{app}: „{tool}“ bei {server} (abgelehnt)'],
      failed: ['{app}: „{tool}“ (fehlgeschlagen)', '{app}: „{tool}“ bei {server} (fehlgeschlagen)'],
      cancelled: ['{app}: „{tool}“ (abgebrochen)', '{app}: „{tool}“ bei {server} (abgebrochen)'],
      error: ['{app}: „{tool}“ (Fehler)', '{app}: „{tool}“ bei {server} (Fehler)'],
    }),
    askEverything: 'Bei allem nachfragen',
    blockEverything: 'Alles blockieren',
    profiles: 'Profil',
    profile: (name) => `Profil: „${name}“`,
    profileName: (name) => `„${name}“`,
    noProfile: 'Kein Profil',
    open: 'Öffnen',
    settings: 'Einstellungen',
    quit: 'Beenden',
    quitWithout: (clients) =>
      count(clients, {
        one: 'Beenden (# App hat dann keine Tools)',
        other: 'Beenden (# Apps haben dann keine Tools)',
      }),
  },

  notices: {
    added: (server) => `„${server}“ ist neu und wartet auf Ihre Prüfung. Es wurde nichts gestartet.`,
    alarm: (server) => `„${server}“ hat geändert, was es Ihrer KI sagt. Es wird zurückgehalten.`,
    canary: (server) => `Eine KI-App wollte einen Köder an „${server}“ senden. Der Aufruf wurde angehalten.`,
    waiting: 'In Doorward wartet ein Aufruf.',
    missed: (calls) =>
      count(calls, {
        one: '# Aufruf wurde verpasst, während Sie weg waren.',
        other: '# Aufrufe wurden verpasst, während Sie weg waren.',
      }),
  },

  menu: {
    file: 'Datei',
    edit: 'Bearbeiten',
    view: 'Ansicht',
    window: 'Fenster',
    open: 'Doorward öffnen',
    settings: 'Einstellungen…',
    search: 'Suche und Befehle…',
    close: 'Fenster schließen',
    quit: 'Doorward beenden',
    about: 'Über Doorward',
    hide: 'Doorward ausblenden',
    hideOthers: 'Andere ausblenden',
    unhide: 'Alle einblenden',
    undo: 'Rückgängig',
    redo: 'Wiederholen',
    cut: 'Ausschneiden',
    copy: 'Kopieren',
    paste: 'Einfügen',
    selectAll: 'Alles auswählen',
    resetZoom: 'Originalgröße',
    zoomIn: 'Vergrößern',
    zoomOut: 'Verkleinern',
    fullScreen: 'Vollbild',
    devTools: 'Entwicklerwerkzeuge',
    minimize: 'Minimieren',
  },

  link: {
    title: 'Eine Webseite öffnen',
    question: (host) => `${host} in Ihrem Browser öffnen?`,
    detail: (url) => `${url}\n\nDoorward kennt diese Seite nicht.`,
    open: 'Öffnen',
    cancel: 'Abbrechen',
  },

  update: {
    look: 'Nach einer neuen Version suchen…',
    newest: (current) => `Sie haben die neueste Version von Doorward (${current}).`,
    found: (version) => `Doorward ${version} ist da. Herunterladen?`,
    foundDetail: (current) =>
      `Sie haben ${current}. Es wird nichts installiert, bevor Sie noch einmal zustimmen.`,
    get: 'Herunterladen',
    notNow: 'Nicht jetzt',
    ready: (version) => `Doorward ${version} wurde heruntergeladen und geprüft. Jetzt installieren?`,
    readyDetail: 'Doorward wird beendet und startet neu. Laufende Aufrufe werden abgelehnt.',
    install: 'Installieren und neu starten',
    off: 'Ihre Organisation möchte nicht, dass Doorward sich selbst aktualisiert.',
    unknownRules:
      'Die Einstellungen Ihrer Organisation können nicht gelesen werden; deshalb ist nicht bekannt, ob Doorward sich selbst aktualisieren darf.',
    another: 'Es kam eine andere Version als die, der Sie zugestimmt haben. Es wurde nichts installiert.',
    failed:
      'Es konnte keine neue Version geholt werden. Prüfen Sie das Netzwerk; im Protokoll im Profilordner steht mehr.',
    close: 'Schließen',
  },

  rendererGone: {
    message: 'Das Fenster von Doorward wurde zweimal unerwartet beendet.',
    detail: 'Ihre Apps behalten ihre Tools; betroffen ist nur das Fenster.',
    reload: 'Neu laden',
    quit: 'Beenden',
  },

  failed: {
    unexpected: 'In Doorward selbst gab es einen Fehler. Im Protokoll im Profilordner steht mehr.',
    noFolder: 'Doorward kann den Ordner seines Profils nicht verwenden und startet deshalb nicht.',
  },

  gate: {
    refused: 'Doorward hat diese Anfrage abgelehnt.',
    malformed: 'Doorward hat diese Anfrage nicht verstanden.',
    tooLarge: 'Das ist zu groß für Doorward.',
    busy: 'Doorward hat zu viele Anfragen auf einmal. Versuchen Sie es noch einmal.',
    failed: 'In Doorward selbst gab es einen Fehler. Das Protokoll im Ordner „logs“ des Profils sagt mehr.',
    noHost: 'Doorward läuft nicht, deshalb ist das jetzt nicht möglich.',
    notOffered: 'Dieser Weg wird jetzt nicht angeboten.',
  },
} as const satisfies ShellTexts;
