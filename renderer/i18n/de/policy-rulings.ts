import type { policyRulingTexts as en } from '../../../shared/texts/policy-rulings.ts';
import type { Translation } from '../translation.ts';

/** Why a call is decided as it is, and what would change it, in German. */
export const policyRulings = {
  'ruling.managed-block': 'Ihre Organisation erlaubt das nicht.',
  'ruling.managed-ask': 'Ihre Organisation will, dass hierbei nachgefragt wird.',
  'ruling.block': 'Sie haben das blockiert.',
  'ruling.ask': 'Sie möchten hierbei gefragt werden.',
  'ruling.allow': 'Sie haben das erlaubt.',
  'ruling.report': 'Es geht durch und wird vermerkt.',
  'ruling.observe': '„Beobachten“ lässt das durchgehen.',
  'ruling.strict': '„Streng“ fragt bei allem nach.',

  'because.read': 'Es liest nur.',
  'because.approved-place': 'Es ändert etwas in einem Ordner, in dem {{server}} Dinge ändern darf.',
  'because.effect-read': 'Es liest.',
  'because.effect-write': 'Es ändert etwas.',
  'because.effect-send': 'Es sendet etwas hinaus. Das lässt sich nicht zurückholen.',
  'because.effect-run': 'Es führt einen Befehl auf diesem Computer aus.',
  'because.effect-destroy': 'Es löscht etwas.',
  'because.effect-spend': 'Es gibt Geld aus.',
  'because.effect-unknown': 'Doorward kann nicht erkennen, was es tut.',
  'because.effect': 'Es tut mehr als lesen.',
  'because.unknown-place': 'Es ändert etwas, und Doorward kann nicht erkennen, wo.',
  'because.new-place': 'Es ändert etwas an einem Ort, der nicht freigegeben ist: „{{place}}“.',
  'because.new-place-unnamed': 'Es ändert etwas an einem Ort, der nicht freigegeben ist.',
  'because.unclear': 'Doorward kann nicht erkennen, wohin „{{place}}“ führt.',
  'because.unclear-unnamed': 'Doorward kann nicht erkennen, wohin ein Ort in den Argumenten führt.',
  'because.outside': '„{{place}}“ liegt außerhalb der Ordner von {{server}}.',
  'because.outside-unnamed': 'Ein Ort in den Argumenten liegt außerhalb der Ordner von {{server}}.',
  'because.own':
    '„{{place}}“ gehört zu Doorward oder zu einer KI-App: Es kann Schlüssel enthalten und bestimmt, was ausgeführt wird.',
  'because.own-unnamed':
    'Ein Ort in den Argumenten gehört zu Doorward oder zu einer KI-App: Er kann Schlüssel enthalten und bestimmt, was ausgeführt wird.',
  'because.sensitive':
    '„{{place}}“ ist ein heikler Ort: Was dort liegt, öffnet Konten oder bestimmt, was ausgeführt wird.',
  'because.sensitive-unnamed':
    'Ein Ort in den Argumenten ist heikel: Was dort liegt, öffnet Konten oder bestimmt, was ausgeführt wird.',
  'because.unreadable': 'Die Argumente lassen sich auf mehr als eine Weise lesen.',
  'because.found': '{{found}}',
  'because.finding': 'Doorward hat in den Argumenten etwas gefunden.',
  'because.ask-everything': '„Bei allem fragen“ ist eingeschaltet.',
  'because.sampling': '{{server}} möchte das Modell von {{app}} verwenden.',
  'because.elicitation': '{{server}} möchte Sie über {{app}} etwas fragen.',
  'because.roots': '{{server}} möchte wissen, in welchen Ordnern {{app}} arbeitet.',

  'other.managed-specific': 'Ein anderes zutreffendes Limit Ihrer Organisation ist strenger oder genauer.',
  'other.managed': 'Ein Limit Ihrer Organisation ist strenger.',
  'other.asks-too': 'Auch diese Regel lässt nachfragen.',
  'other.guard': 'Bei diesem Aufruf wird nachgefragt, was immer Ihre Regeln sagen.',
  'other.you': 'Sie sind strenger als Ihre Organisation.',
  'other.no-stricter': 'Diese Regel ist nicht strenger.',
  'other.specific': 'Eine andere zutreffende Regel ist genauer, oder bei gleicher Genauigkeit strenger.',
  'other.preset': 'Diese Regel entscheidet nicht über diesen Aufruf.',
  'other.loosens': 'Was Ihre Organisation festlegt, verschärft nur; es lässt von sich aus nichts durchgehen.',

  'change.managed':
    'Wenden Sie sich an die Stelle, die Doorward in Ihrer Organisation verwaltet: Nur sie kann das ändern.',
  'change.finding': 'Erlauben Sie genau diese Argumente, wenn Sie gefragt werden.',
  'change.ask-everything': 'Schalten Sie „Bei allem fragen“ aus.',
  'change.unreadable':
    'Nichts lässt das ohne Rückfrage durchgehen. Die KI-App muss Argumente senden, die alles nur einmal nennen.',
  'change.own':
    'Erlauben Sie genau diese Argumente. Keine weitere Berechtigung umfasst, was zu Doorward oder einer KI-App gehört.',
  'change.remove': 'Entfernen Sie diese Regel:',
  'change.ask': 'Lassen Sie nachfragen, bevor {{tool}} auf {{server}} aufgerufen wird.',
  'change.block': 'Blockieren Sie {{tool}} auf {{server}}.',
  'change.allow': 'Erlauben Sie {{tool}} auf {{server}}.',
  'change.allow-app': 'Erlauben Sie {{app}} mit einer genaueren Berechtigung {{tool}} auf {{server}}.',
  'change.like-folder': 'Erlauben Sie {{tool}} auf {{server}} für diesen Ordner.',
  'change.like-recipient': 'Erlauben Sie {{tool}} auf {{server}} für diesen Empfänger.',
  'change.like-host': 'Erlauben Sie {{tool}} auf {{server}} für diesen Host.',
  'change.like-program': 'Erlauben Sie {{tool}} auf {{server}} für Befehle wie diesen.',
  'change.like-container': 'Erlauben Sie {{tool}} auf {{server}} für genau das.',
  'change.like-several': 'Erlauben Sie {{tool}} auf {{server}} für genau diese Orte.',
  'change.guarded': 'Wählen Sie „Geschützt“ statt „Streng“.',

  'label.take-back': 'Zurücknehmen: {{rule}}',
  'label.remove': 'Entfernen: {{rule}}',
  'label.simulate': 'Was anders wäre: {{rule}}',
  'label.allow': 'Das erlauben: {{rule}}',
} as const satisfies Translation<typeof en>;
