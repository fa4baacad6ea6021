import type { Translation } from '../translation.ts';
import type { flow as en } from '../en/flow.ts';

/** Wohin Daten fließen dürfen: Angaben zu Servern, Gelesenes von KI-Apps, Köder. */
export const flow = {
  labels: {
    tab: 'Daten',
    intro:
      'Hat eine KI-App private Daten und Text von Fremden gelesen, wird nachgefragt, bevor sie etwas nach außen sendet. Was Sie hier angeben, gilt ab dem nächsten Aufruf.',
    private: {
      label: 'Seine Antworten sind privat',
      hint: 'E-Mails, Dateien, ein Konto: was nicht jeder wissen darf.',
    },
    untrusted: {
      label: 'Seine Antworten sind von Fremden geschrieben',
      hint: 'Webseiten, E-Mails, Issues, Bewertungen: Wer dort schreibt, kann versuchen, Ihrer KI-App Anweisungen zu geben.',
    },
    public: {
      label: 'Was er bekommt, können Fremde lesen',
      hint: 'Ein öffentliches Repository, ein Forum, eine geteilte Seite.',
    },
    guessed: 'Eine Vermutung von Doorward.',
    chosen: 'Das haben Sie gewählt.',
    guess: 'Doorwards Vermutung folgen',
    guessOf: 'Doorwards Vermutung folgen: {{label}}',
  },
  marks: {
    heading: 'Was sie gelesen hat',
    none: 'Nichts Privates und nichts von Fremden, seit Doorward gestartet ist oder Sie hier neu angefangen haben.',
    one: 'Solange die App nur eines von beiden gelesen hat, geht durch, was sie nach außen sendet, so wie Ihre Berechtigungen es sagen.',
    both: 'Private Daten und Text von Fremden',
    bothMeans:
      'Bei allem, was Daten nach außen senden würde, wird nachgefragt, auch wo eine Berechtigung es durchlassen würde.',
    private: 'Private Daten',
    untrusted: 'Text von Fremden',
    show: 'Zeigen',
    showOf: 'Aufruf zeigen: {{tool}} von {{server}}',
    leg: '{{tool}} von {{server}}',
    reset: 'Neu anfangen',
    resetTitle: 'Neu anfangen?',
    resetMeans:
      'Was diese KI-App bis jetzt gelesen hat, zählt nicht mehr, und damit entfällt auch, was Sie ihr zu senden erlaubt haben. Tun Sie das, wenn ihr Gespräch zu Ende ist.',
    resetAfter:
      'Die KI-App selbst weiß weiterhin, was sie gelesen hat. Im selben Gespräch kann sie das ohne eine solche Rückfrage nach außen senden.',
    resetDone: '{{name}} fängt neu an.',
  },
  canaries: {
    heading: 'Köder',
    label: 'Werte, die nie nach außen gelangen dürfen',
    hint: 'Ein Köder sieht aus wie ein Schlüssel und öffnet nichts. Legen Sie ihn dort aus, wo niemand etwas zu lesen hat: Ein Aufruf, der ihn enthält, wird gestoppt, und Sie erfahren davon.',
    none: 'Es gibt keine Köder.',
    list: 'Köder',
    made: 'Erzeugt',
    seen: 'Zuletzt gesehen',
    unseen: 'Nie gesehen.',
    add: 'Köder hinzufügen …',
    remove: 'Köder {{name}} entfernen',
    removeTitle: 'Den Köder „{{name}}“ entfernen?',
    removeMeans:
      'Sein Wert ist dann wie jeder andere, und Aufrufe, die ihn enthalten, gehen durch. Nehmen Sie ihn auch dort weg, wo Sie ihn ausgelegt haben. Das lässt sich nicht rückgängig machen: Der Wert ist sonst nirgends aufbewahrt.',
    removeButton: 'Entfernen',
    new: 'Neuer Köder',
    name: 'Name',
    nameHint: 'Wo Sie ihn auslegen, damit Sie wissen, was gelesen wurde, wenn er auftaucht.',
    taken: 'Es gibt schon einen Köder mit diesem Namen.',
    make: 'Erzeugen',
    once: 'Nur dieses eine Mal sehen Sie seinen Wert.',
    value: 'Wert des Köders',
    where: 'Legen Sie ihn aus, zum Beispiel:',
    places: {
      note: 'in einer eigenen Notiz oder E-Mail mit einem Titel wie „Passwörter“',
      file: 'in einer Datei wie „keys-backup.txt“ in einem Ordner, den Ihre KI-Apps lesen dürfen',
      repository: 'in einem privaten Repository, in einer Datei, die nichts verwendet',
    },
    close: 'Ich habe ihn ausgelegt',
  },
} as const satisfies Translation<typeof en>;
