import type { policyRulingTexts as en } from '../../../shared/texts/policy-rulings.ts';
import type { Translation } from '../translation.ts';

/** Why a call is decided as it is, and what would change it, in Spanish. */
export const policyRulings = {
  'ruling.managed-block': 'Su organización no permite esto.',
  'ruling.managed-ask': 'Su organización quiere que se pregunte por esto.',
  'ruling.block': 'Usted bloqueó esto.',
  'ruling.ask': 'Usted quiere que se le pregunte por esto.',
  'ruling.allow': 'Usted permitió esto.',
  'ruling.report': 'Pasa y se anota.',
  'ruling.observe': '«Observar» lo deja pasar.',
  'ruling.strict': '«Estricto» pregunta por todo.',

  'because.read': 'Solo lee.',
  'because.approved-place': 'Cambia algo en una carpeta en la que {{server}} puede cambiar cosas.',
  'because.effect-read': 'Lee.',
  'because.effect-write': 'Cambia algo.',
  'because.effect-send': 'Envía algo fuera. No se puede deshacer el envío.',
  'because.effect-run': 'Ejecuta un comando en este equipo.',
  'because.effect-destroy': 'Borra algo.',
  'because.effect-spend': 'Gasta dinero.',
  'because.effect-unknown': 'Doorward no puede saber qué hace.',
  'because.effect': 'Hace más que leer.',
  'because.unknown-place': 'Cambia algo, y Doorward no puede saber dónde.',
  'because.new-place': 'Cambia algo en un lugar que no está aprobado: «{{place}}».',
  'because.new-place-unnamed': 'Cambia algo en un lugar que no está aprobado.',
  'because.unclear': 'Doorward no puede saber adónde lleva «{{place}}».',
  'because.unclear-unnamed': 'Doorward no puede saber adónde lleva un lugar de los argumentos.',
  'because.outside': '«{{place}}» está fuera de las carpetas de {{server}}.',
  'because.outside-unnamed': 'Un lugar de los argumentos está fuera de las carpetas de {{server}}.',
  'because.own':
    '«{{place}}» pertenece a Doorward o a una app de IA: puede contener claves, y decide qué se ejecuta.',
  'because.own-unnamed':
    'Un lugar de los argumentos pertenece a Doorward o a una app de IA: puede contener claves, y decide qué se ejecuta.',
  'because.sensitive':
    '«{{place}}» es un lugar delicado: lo que hay allí abre cuentas o decide qué se ejecuta.',
  'because.sensitive-unnamed':
    'Un lugar de los argumentos es delicado: lo que hay allí abre cuentas o decide qué se ejecuta.',
  'because.unreadable': 'Los argumentos se pueden leer de más de una manera.',
  'because.found': '{{found}}',
  'because.finding': 'Doorward encontró algo en los argumentos.',
  'because.ask-everything': '«Preguntar por todo» está activado.',
  'because.sampling': '{{server}} quiere usar el modelo de {{app}}.',
  'because.elicitation': '{{server}} quiere preguntarle algo a través de {{app}}.',
  'because.roots': '{{server}} quiere saber en qué carpetas trabaja {{app}}.',

  'other.managed-specific': 'Otro límite aplicable de su organización es más estricto o más preciso.',
  'other.managed': 'Un límite de su organización es más estricto.',
  'other.asks-too': 'También pregunta.',
  'other.guard': 'Por esta llamada se pregunta digan lo que digan sus reglas.',
  'other.you': 'Usted es más estricto que su organización.',
  'other.no-stricter': 'No es más estricta.',
  'other.specific': 'Otra regla aplicable es más precisa, o más estricta a igual precisión.',
  'other.preset': 'No decide sobre esta llamada.',
  'other.loosens': 'Lo que fija su organización solo restringe; por sí solo no deja pasar nada.',

  'change.managed':
    'Consulte a quien administra Doorward en su organización: solo esa persona puede cambiar esto.',
  'change.finding': 'Permita exactamente estos argumentos cuando se le pregunte.',
  'change.ask-everything': 'Desactive «Preguntar por todo».',
  'change.unreadable':
    'Nada hace que pase sin una pregunta. La app de IA tiene que enviar argumentos que nombren cada cosa una sola vez.',
  'change.own':
    'Permita exactamente estos argumentos. Ningún permiso más amplio abarca lo que pertenece a Doorward o a una app de IA.',
  'change.remove': 'Elimine esta regla:',
  'change.ask': 'Haga que se pregunte antes de llamar a {{tool}} en {{server}}.',
  'change.block': 'Bloquee {{tool}} en {{server}}.',
  'change.allow': 'Permita {{tool}} en {{server}}.',
  'change.allow-app': 'Permita {{tool}} en {{server}} a {{app}} con un permiso más preciso.',
  'change.like-folder': 'Permita {{tool}} en {{server}} para esta carpeta.',
  'change.like-recipient': 'Permita {{tool}} en {{server}} para este destinatario.',
  'change.like-host': 'Permita {{tool}} en {{server}} para este equipo de red.',
  'change.like-program': 'Permita {{tool}} en {{server}} para comandos como este.',
  'change.like-container': 'Permita {{tool}} en {{server}} para exactamente esto.',
  'change.like-several': 'Permita {{tool}} en {{server}} para exactamente estos lugares.',
  'change.guarded': 'Elija «Protegido» en lugar de «Estricto».',

  'label.take-back': 'Retirar: {{rule}}',
  'label.remove': 'Eliminar: {{rule}}',
  'label.simulate': 'Qué cambiaría: {{rule}}',
  'label.allow': 'Permitir esto: {{rule}}',
} as const satisfies Translation<typeof en>;
