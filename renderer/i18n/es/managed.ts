import type { managedTexts as en } from '../../../shared/texts/managed.ts';
import type { Translation } from '../translation.ts';

/** Lo que administra una organización. */
export const managed = {
  'ask.anyone': 'Pregunte a quien se ocupa de este equipo.',
  'ask.name': 'Pregunte a {{name}}.',
  'ask.at': 'Pregunte a {{name}}: {{where}}',
  'set.by': '{{name}} ha fijado esto.',
  'set.by-yours': 'Su organización ha fijado esto.',
  unmanaged: 'Nadie más que usted administra este Doorward.',
  manages: '{{name}} administra este Doorward.',
  'manages.yours': 'Su organización administra este Doorward.',
  'trouble.used': 'Los ajustes administrados de {{source}} no se pueden usar: {{what}}.',
  'trouble.read': 'Los ajustes administrados no se pueden leer ({{what}}).',
  'trouble.kept':
    'Los ajustes administrados están en vigor, pero no se pudieron guardar para el próximo inicio.',
  'trouble.last': 'Siguen en vigor los últimos que se pudieron usar.',
  'trouble.locked': 'Hasta que se arregle, se rechazan todas las llamadas.',
  'trouble.groups':
    'Doorward no pudo averiguar en qué grupos de este equipo está usted. Mientras no pueda, los roles dados a grupos valen para usted, y usted no está en ningún grupo que pueda aprobar.',
  'limit.servers': 'Solo se pueden usar los servidores que ella nombra.',
  'limit.forbidden': 'Algunos servidores no se pueden usar.',
  'limit.clients': 'Establece qué apps de IA pueden conectarse.',
  'limit.rules': 'Reglas propias que preguntan o rechazan: {{count}}.',
  'limit.masks': 'Tipos de texto que se enmascaran: {{count}}.',
  'limit.inspection': 'Establece qué ocurre como mínimo cuando se encuentra algo en lo que pasa.',
  'limit.calls': 'Límites de cuántas veces o cuánto pueden llamar las apps de IA: {{count}}.',
  'limit.observe': 'El modo es como mínimo «Observar».',
  'limit.guarded': 'El modo es como mínimo «Protegido».',
  'limit.strict': 'El modo es como mínimo «Estricto».',
  'limit.clock_one': 'Las preguntas esperan {{count}} segundo.',
  'limit.clock_many': 'Las preguntas esperan {{count}} segundos.',
  'limit.clock_other': 'Las preguntas esperan {{count}} segundos.',
  'limit.always': 'Nada se puede permitir para siempre.',
  'limit.approvers': 'Solo las personas que ella nombra pueden permitir llamadas.',
  'limit.log': 'El registro de llamadas se envía también a {{address}}.',
  'limit.vouchers': 'Responde de algunos servidores, que por eso no necesitan revisión.',
} as const satisfies Translation<typeof en>;
