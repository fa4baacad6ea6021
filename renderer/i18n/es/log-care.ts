import type { logCare as en } from '../en/log-care.ts';
import type { Translation } from '../translation.ts';

/** What happens while the log cannot be written, and what was noticed about it, in Spanish. */
export const logCare = {
  unwritable: {
    label: 'Mientras no se pueda escribir el registro',
    hint: 'Cuando el disco está lleno o falla, Doorward no puede anotar nada.',
    refuse: 'Rechazar todas las llamadas',
    pass: 'Dejar pasar llamadas sin anotarlas',
  },
  passes:
    'Las llamadas pasan sin anotarse mientras el disco está lleno o falla. Se cuentan, y se avisa de ello.',
  fixed: 'Su organización exige que toda llamada quede registrada.',
  passed_one: 'Desde que se inició Doorward, 1 llamada pasó así.',
  passed_many: 'Desde que se inició Doorward, {{count}} de llamadas pasaron así.',
  passed_other: 'Desde que se inició Doorward, {{count}} llamadas pasaron así.',
  accept: 'Aceptar esto',
  acceptHint: 'El registro continúa. Queda registrado que se notó y que usted lo aceptó.',
} as const satisfies Translation<typeof en>;
