import type { shaping as en } from '../en/shaping.ts';
import type { Translation } from '../translation.ts';

/** How the answers of a server are made smaller, in Spanish. */
export const shaping = {
  heading: 'Respuestas más pequeñas',
  switch: {
    label: 'Reducir las respuestas',
    hint: 'Cada palabra de una respuesta cuesta tokens. Lo que no dice nada se quita, antes de que la app de IA la lea y después de que todo se haya comprobado.',
  },
  more: 'Qué se hace',
  step: {
    nulls: { label: 'Omitir valores vacíos', hint: 'Campos de JSON que son null o están vacíos.' },
    tables: { label: 'Listas como tablas', hint: 'Los nombres de los campos una vez, después las filas.' },
    markdown: {
      label: 'Páginas como texto sencillo',
      hint: 'El HTML se convierte en Markdown; lo que una página no muestra se quita.',
    },
    links: { label: 'Enlaces sin rastreo', hint: 'Parámetros que solo siguen a las personas.' },
    base64: {
      label: 'Nombrar datos codificados',
      hint: 'Un base64 largo se convierte en una palabra que dice qué había.',
    },
    repeats: {
      label: 'Nombrar lo que ya se dio',
      hint: 'El mismo texto otra vez en una sesión. Si se vuelve a pedir, se da entero.',
    },
  },
  cut: {
    label: 'Cortar respuestas largas',
    hint: 'La app de IA sigue leyendo con «read_more» cuando necesita el resto. No vale en la dirección que es solo de este servidor.',
  },
  budget: {
    label: 'Máximo de tokens de una respuesta',
    error: 'Un número entero de 200 a 1.000.000.',
  },
  tools: {
    heading: 'Herramientas que difieren',
    none: 'Ninguna herramienta difiere. Elija una abajo para tratar sus respuestas de otro modo.',
    add: 'Añadir una herramienta',
    pick: 'Elegir una herramienta…',
    of: 'Respuestas de {{tool}}',
    remove: 'Quitar {{tool}}',
    off: 'Como son',
    good: 'Más pequeñas',
    own: 'Pasos elegidos',
  },
} as const satisfies Translation<typeof en>;
