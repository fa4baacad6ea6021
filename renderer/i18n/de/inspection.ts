import type { Translation } from '../translation.ts';
import type { inspection as en } from '../en/inspection.ts';

/** Wonach Doorward in allem sucht, was vorbeikommt, und was dann geschieht. */
export const inspection = {
  heading: 'Wonach Doorward sucht',
  acts: {
    label: 'Wenn etwas gefunden wird',
    hint: 'Was zu einer KI-App kommt, ist das, was Server sagen; was zu einem Server geht, ist das, was eine KI-App ihm gibt. Solange Sie nichts wählen, sagt die Voreinstellung „{{preset}}“, was geschieht.',
    table: 'Was geschieht, wenn etwas gefunden wird',
    found: 'Gefunden',
    direction: { 'to-server': 'Zu einem Server', 'to-app': 'Zu einer KI-App' },
    choice: '{{watch}}, {{direction}}',
    preset: '{{act}} (Voreinstellung)',
    never: 'Danach wird nur in dieser Richtung gesucht.',
  },
  watch: {
    hidden: { name: 'Versteckter Text', hint: 'Zeichen, die Menschen nicht sehen und Modelle lesen.' },
    'injection-low': {
      name: 'Eine mögliche Einschleusung',
      hint: 'Ein Text, der dem Modell vielleicht Anweisungen gibt.',
    },
    'injection-high': {
      name: 'Eine eindeutige Einschleusung',
      hint: 'Ein Text, der dem Modell Anweisungen gibt.',
    },
    secret: { name: 'Geheimnisse', hint: 'Schlüssel, Tokens und Passwörter.' },
    personal: { name: 'Persönliche Daten', hint: 'Was unten angekreuzt ist.' },
    flow: {
      name: 'Daten, die abfließen würden',
      hint: 'Eine KI-App hat private Daten gelesen und was Fremde geschrieben haben, und sendet jetzt etwas nach außen.',
    },
  },
  act: {
    pass: 'Durchlassen',
    note: 'Vermerken',
    mask: 'Maskieren',
    ask: 'Mich fragen',
    block: 'Blockieren',
  },
  maskOf: { hidden: 'Entfernen', injection: 'Als Daten markieren' },
  demanded: 'Ihre Organisation verlangt mindestens, was hier zur Wahl steht.',
  exceptions: {
    label: 'Ausnahmen',
    hint: 'Was für einen Server oder für KI-Apps einer Rolle gewählt wurde. Es zählt mehr als die Tabelle.',
    list: 'Ausnahmen',
    none: 'Es gibt keine.',
    add: 'Ausnahme hinzufügen …',
    title: 'Ausnahme hinzufügen',
    keep: 'Hinzufügen',
    way: 'Richtung',
    anyWay: 'Beide Richtungen',
    whose: 'Für',
    act: 'Was geschieht',
    removed: 'Entfernt: {{exception}}',
    one: '{{watch}}, {{where}}: {{act}}',
    both: 'beide Richtungen',
    direction: { 'to-server': 'zu einem Server', 'to-app': 'zu einer KI-App' },
    server: 'Server {{server}}',
    role: 'KI-Apps der Rolle {{role}}',
    serverRole: 'Server {{server}}, für KI-Apps der Rolle {{role}}',
    whole: '{{whose}}: {{what}}',
    remove: 'Diese Ausnahme entfernen: {{exception}}',
  },
  personal: {
    label: 'Persönliche Daten, nach denen gesucht wird',
    types: {
      email: { name: 'E-Mail-Adressen', hint: 'Zum Beispiel ada@example.com.' },
      phone: {
        name: 'Telefonnummern',
        hint: 'Mit Landesvorwahl oder mit einem Wort wie „Telefon“ in der Nähe.',
      },
      iban: { name: 'Bankkonten', hint: 'IBANs, deren Prüfziffern stimmen.' },
      card: { name: 'Zahlungskarten', hint: 'Kartennummern, deren Prüfziffer stimmt.' },
      'national-id': {
        name: 'Ausweis- und Kennnummern',
        hint: 'Steuer-, Sozialversicherungs- und Ausweisnummern von etwa dreißig Staaten.',
      },
      ip: { name: 'IP-Adressen', hint: 'Version 4 und 6.' },
      name: { name: 'Namen', hint: 'Geraten: Wörter hinter einer Anrede wie „Frau“. Oft falsch.' },
      address: { name: 'Postanschriften', hint: 'Geraten: eine Straße mit Hausnummer. Oft falsch.' },
    },
  },
} as const satisfies Translation<typeof en>;
