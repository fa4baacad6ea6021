import type { flow as en } from '../en/flow.ts';
import type { Translation } from '../translation.ts';

/** Where data may flow, in Spanish: labels of servers, marks of AI apps, canaries. */
export const flow = {
  labels: {
    tab: 'Datos',
    intro:
      'Cuando una app de IA ha leído datos privados y texto de desconocidos, se pregunta antes de que envíe algo fuera. Lo que diga aquí cuenta desde la próxima llamada.',
    private: {
      label: 'Sus respuestas son privadas',
      hint: 'Correo, archivos, una cuenta: lo que no todo el mundo debe saber.',
    },
    untrusted: {
      label: 'Sus respuestas las escriben desconocidos',
      hint: 'Páginas web, correo, incidencias, reseñas: quien escribe ahí puede intentar dar órdenes a su app de IA.',
    },
    public: {
      label: 'Lo que recibe lo pueden leer desconocidos',
      hint: 'Un repositorio público, un foro, una página compartida.',
    },
    guessed: 'Suposición de Doorward.',
    chosen: 'Lo eligió usted.',
    guess: 'Seguir la suposición de Doorward',
    guessOf: 'Seguir la suposición de Doorward: {{label}}',
  },
  marks: {
    heading: 'Lo que ha leído',
    none: 'Nada privado, y nada de desconocidos, desde que Doorward se inició o desde que usted la hizo empezar de cero.',
    one: 'Mientras haya leído solo una de las dos cosas, lo que envía fuera pasa según digan sus permisos.',
    both: 'Datos privados y texto de desconocidos',
    bothMeans:
      'Se pregunta por todo lo que enviaría datos fuera, también cuando un permiso lo dejaría pasar.',
    private: 'Datos privados',
    untrusted: 'Texto de desconocidos',
    show: 'Ver',
    showOf: 'Ver la llamada: {{tool}} de {{server}}',
    leg: '{{tool}} de {{server}}',
    reset: 'Empezar de cero',
    resetTitle: '¿Empezar de cero?',
    resetMeans:
      'Lo que esta app de IA ha leído hasta ahora deja de contar, y con ello lo que usted le permitió enviar. Hágalo cuando su conversación haya terminado.',
    resetAfter:
      'La propia app de IA sigue sabiendo lo que ha leído. En la misma conversación puede enviarlo fuera sin una pregunta de este tipo.',
    resetDone: '{{name}} empieza de cero.',
  },
  canaries: {
    heading: 'Canarios',
    label: 'Valores que nunca deben salir',
    hint: 'Un canario parece una clave y no abre nada. Colóquelo donde nadie tenga por qué leerlo: una llamada que lo lleve se detiene, y usted recibe un aviso.',
    none: 'No hay canarios.',
    list: 'Canarios',
    made: 'Creado',
    seen: 'Visto por última vez',
    unseen: 'Nunca visto.',
    add: 'Añadir un canario…',
    remove: 'Eliminar el canario {{name}}',
    removeTitle: '¿Eliminar el canario «{{name}}»?',
    removeMeans:
      'Su valor será entonces como cualquier otro, y las llamadas que lo lleven pasarán. Quítelo también de donde lo colocó. No se puede deshacer: el valor no se guarda en ningún otro sitio.',
    removeButton: 'Eliminar',
    new: 'Canario nuevo',
    name: 'Nombre',
    nameHint: 'Dónde lo colocará, para saber qué se leyó cuando aparezca.',
    taken: 'Ya hay un canario con este nombre.',
    make: 'Crearlo',
    once: 'Esta es la única vez que verá su valor.',
    value: 'Valor del canario',
    where: 'Colóquelo, por ejemplo:',
    places: {
      note: 'en una nota o un correo propio con un título como «Contraseñas»',
      file: 'en un archivo como «keys-backup.txt» de una carpeta que sus apps de IA puedan leer',
      repository: 'en un repositorio privado, en un archivo que nada use',
    },
    close: 'Ya lo he colocado',
  },
} as const satisfies Translation<typeof en>;
