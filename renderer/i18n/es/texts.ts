import type { texts as en } from '../en/texts.ts';
import type { Translation } from '../translation.ts';

/** What the log keeps of the texts of calls, in Spanish. */
export const texts = {
  heading: 'Qué guarda el registro de las llamadas a este servidor',
  usual: {
    label: 'Qué guarda el registro de los textos',
    hint: 'Argumentos y respuestas de las llamadas, para servidores sin elección propia. Vale para las llamadas desde ahora.',
  },
  server: {
    label: 'Argumentos y respuestas',
    hint: 'Vale para las llamadas desde ahora; lo que está en el registro se queda.',
  },
  keep: {
    full: 'Como son',
    redacted: 'Sin secretos ni datos personales',
    digests: 'Sin textos, solo tamaños y huellas',
  },
  asUsual: 'Lo habitual: {{keep}}',
  explain: {
    full: 'Aun así, los secretos de la bóveda se omiten. Quien pueda leer el registro puede leer lo que pasó.',
    redacted:
      'Se omite lo que parece un secreto o un dato personal. Lo que no tiene una forma propia se queda.',
    digests:
      'En el registro nadie puede leer lo que se dijo. El mismo texto aún se puede reconocer por su huella.',
  },
  bound: 'El registro no guarda más que esto: {{keep}}.',
} as const satisfies Translation<typeof en>;
