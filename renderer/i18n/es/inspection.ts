import type { inspection as en } from '../en/inspection.ts';
import type { Translation } from '../translation.ts';

/** What Doorward looks for in what crosses, and what happens then, in Spanish. */
export const inspection = {
  heading: 'Qué busca Doorward',
  acts: {
    label: 'Cuando se encuentra algo',
    hint: 'Lo que llega a una app de IA es lo que dicen los servidores; lo que va a un servidor es lo que le da una app de IA. Mientras no elija nada, el modo «{{preset}}» decide qué pasa.',
    table: 'Qué pasa cuando se encuentra algo',
    found: 'Encontrado',
    direction: { 'to-server': 'Hacia un servidor', 'to-app': 'Hacia una app de IA' },
    choice: '{{watch}}, {{direction}}',
    preset: '{{act}} (modo)',
    never: 'Solo se busca en esta dirección.',
  },
  watch: {
    hidden: { name: 'Texto oculto', hint: 'Caracteres que las personas no ven y los modelos leen.' },
    'injection-low': {
      name: 'Una posible inyección',
      hint: 'Un texto que quizá da órdenes al modelo.',
    },
    'injection-high': { name: 'Una inyección segura', hint: 'Un texto que da órdenes al modelo.' },
    secret: { name: 'Secretos', hint: 'Claves, tokens y contraseñas.' },
    personal: { name: 'Datos personales', hint: 'Lo que está marcado abajo.' },
    flow: {
      name: 'Datos que saldrían',
      hint: 'Una app de IA ha leído datos privados y lo que escribieron desconocidos, y ahora envía algo fuera.',
    },
  },
  act: {
    pass: 'Dejar pasar',
    note: 'Anotar',
    mask: 'Enmascarar',
    ask: 'Preguntarme',
    block: 'Bloquear',
  },
  maskOf: { hidden: 'Quitar', injection: 'Marcar como datos' },
  demanded: 'Su organización exige al menos lo que se puede elegir aquí.',
  exceptions: {
    label: 'Excepciones',
    hint: 'Lo que se eligió para un servidor o para las apps de IA de un rol. Cuenta más que la tabla.',
    list: 'Excepciones',
    none: 'No hay ninguna.',
    add: 'Añadir una excepción…',
    title: 'Añadir una excepción',
    keep: 'Añadirla',
    way: 'Dirección',
    anyWay: 'Ambas direcciones',
    whose: 'Para',
    act: 'Qué pasa',
    removed: 'Se ha eliminado: {{exception}}',
    one: '{{watch}}, {{where}}: {{act}}',
    both: 'en ambas direcciones',
    direction: { 'to-server': 'hacia un servidor', 'to-app': 'hacia una app de IA' },
    server: 'Servidor {{server}}',
    role: 'Apps de IA con el rol {{role}}',
    serverRole: 'Servidor {{server}}, para las apps de IA con el rol {{role}}',
    whole: '{{whose}}: {{what}}',
    remove: 'Eliminar esta excepción: {{exception}}',
  },
  personal: {
    label: 'Datos personales que se buscan',
    types: {
      email: { name: 'Direcciones de correo', hint: 'Por ejemplo, ada@example.com.' },
      phone: {
        name: 'Números de teléfono',
        hint: 'Con prefijo de país, o con una palabra como «teléfono» cerca.',
      },
      iban: { name: 'Cuentas bancarias', hint: 'IBAN cuyos dígitos de control son correctos.' },
      card: { name: 'Tarjetas de pago', hint: 'Números de tarjeta cuyo dígito de control es correcto.' },
      'national-id': {
        name: 'Números de identidad',
        hint: 'Números fiscales, de seguridad social y de identidad de unos treinta países.',
      },
      ip: { name: 'Direcciones IP', hint: 'Versiones 4 y 6.' },
      name: {
        name: 'Nombres',
        hint: 'Una suposición: palabras tras un tratamiento como «Sra.». A menudo falla.',
      },
      address: {
        name: 'Direcciones postales',
        hint: 'Una suposición: una calle con un número. A menudo falla.',
      },
    },
  },
} as const satisfies Translation<typeof en>;
