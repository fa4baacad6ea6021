import type { policyTermTexts as en } from '../../../shared/texts/policy-terms.ts';
import type { Translation } from '../translation.ts';

/** What a rule says beside its first sentence, in German. */
export const policyTerms = {
  'counts.role': 'Das gilt nur, solange {{app}} die Rolle „{{role}}“ hat.',
  'counts.name': 'Das gilt nur für das, was {{tool}} heißt.',
  'counts.effects': 'Das gilt nur für das, was {{effects}}.',
  'counts.digest': 'Das gilt nur für genau die Argumente, die gezeigt wurden.',
  'counts.when': 'Das gilt nur, wenn {{tests}}.',
  'counts.daily': 'Das gilt täglich von {{from}} bis {{to}} Uhr.',
  'counts.days': 'Das gilt nur an diesen Tagen: {{days}}, von {{from}} bis {{to}} Uhr.',
  'counts.until': 'Das gilt bis {{time}}.',
  'counts.quit': 'Das gilt, bis Doorward beendet wird.',
  'counts.report': 'Im Protokoll steht, was sonst geschehen wäre.',

  'does.read': 'liest',
  'does.write': 'Dinge ändert',
  'does.send': 'etwas sendet',
  'does.run': 'Befehle ausführt',
  'does.destroy': 'Dinge löscht',
  'does.spend': 'Geld ausgibt',
  'does.unknown': 'etwas tut, das Doorward nicht erkennen kann',

  'test.equals': '„{{argument}}“ genau „{{value}}“ ist',
  'test.one-of': '„{{argument}}“ {{values}} ist',
  'test.one-of-more_one': '„{{argument}}“ {{values}} oder {{count}} weiterer Wert ist',
  'test.one-of-more_other': '„{{argument}}“ {{values}} oder einer von {{count}} weiteren Werten ist',
  'test.glob': '„{{argument}}“ dem Muster „{{pattern}}“ entspricht',
  'test.regex': '„{{argument}}“ dem regulären Ausdruck „{{pattern}}“ entspricht',
  'test.range': '„{{argument}}“ mindestens {{min}} und höchstens {{max}} ist',
  'test.range-min': '„{{argument}}“ mindestens {{min}} ist',
  'test.range-max': '„{{argument}}“ höchstens {{max}} ist',
  'test.range-any': '„{{argument}}“ eine Zahl ist',
  'test.in-folder': '„{{argument}}“ in {{folder}} liegt',
  'test.host': '„{{argument}}“ auf {{host}} liegt',
  'test.host-below': '„{{argument}}“ auf einem Computer unterhalb von {{host}} liegt',
  'test.recipient': '„{{argument}}“ {{recipient}} ist',
  'test.recipient-domain': '„{{argument}}“ jemand bei {{domain}} ist',
  'test.program': '„{{argument}}“ den Befehl „{{command}}“ ausführt',
  'test.absent': '„{{argument}}“ nicht angegeben ist',
  'test.whole-equals': 'die Argumente insgesamt „{{value}}“ sind',
  'test.whole': 'die Argumente insgesamt „{{test}}“ entsprechen',
} as const satisfies Translation<typeof en>;
