import type { policyAskTexts as en } from '../../../shared/texts/policy-ask.ts';
import type { Translation } from '../translation.ts';

/** What a rule asks about, in Spanish. `…-any`: on every server. */
export const policyAsk = {
  'ask.app.tool': '{{app}} puede llamar a {{tool}} en {{server}}, si usted lo permite cada vez.',
  'ask.app.tool-any': '{{app}} puede llamar a {{tool}} en cualquier servidor, si usted lo permite cada vez.',
  'ask.app.tools':
    '{{app}} puede llamar a cualquier herramienta en {{server}}, si usted lo permite cada vez.',
  'ask.app.tools-any':
    '{{app}} puede llamar a cualquier herramienta en cualquier servidor, si usted lo permite cada vez.',
  'ask.app.all': '{{app}} puede hacer cualquier cosa en {{server}}, si usted lo permite cada vez.',
  'ask.app.all-any':
    '{{app}} puede hacer cualquier cosa en cualquier servidor, si usted lo permite cada vez.',
  'ask.app.prompt': '{{app}} puede usar el prompt {{tool}} de {{server}}, si usted lo permite cada vez.',
  'ask.app.prompt-any':
    '{{app}} puede usar el prompt {{tool}} de cualquier servidor, si usted lo permite cada vez.',
  'ask.app.prompts': '{{app}} puede usar cualquier prompt de {{server}}, si usted lo permite cada vez.',
  'ask.app.prompts-any':
    '{{app}} puede usar cualquier prompt de cualquier servidor, si usted lo permite cada vez.',
  'ask.app.resource': '{{app}} puede leer {{tool}} de {{server}}, si usted lo permite cada vez.',
  'ask.app.resource-any': '{{app}} puede leer {{tool}} de cualquier servidor, si usted lo permite cada vez.',
  'ask.app.resources': '{{app}} puede leer cualquier recurso de {{server}}, si usted lo permite cada vez.',
  'ask.app.resources-any':
    '{{app}} puede leer cualquier recurso de cualquier servidor, si usted lo permite cada vez.',
  'ask.app.completion':
    '{{app}} puede dejar que {{server}} complete lo que se escribe, si usted lo permite cada vez.',
  'ask.app.completion-any':
    '{{app}} puede dejar que cualquier servidor complete lo que se escribe, si usted lo permite cada vez.',
  'ask.app.sampling':
    '{{app}} puede poner su propio modelo de IA a disposición de {{server}}, si usted lo permite cada vez.',
  'ask.app.sampling-any':
    '{{app}} puede poner su propio modelo de IA a disposición de cualquier servidor, si usted lo permite cada vez.',
  'ask.app.elicitation': '{{app}} puede transmitir preguntas de {{server}}, si usted lo permite cada vez.',
  'ask.app.elicitation-any':
    '{{app}} puede transmitir preguntas de cualquier servidor, si usted lo permite cada vez.',
  'ask.app.roots':
    '{{app}} puede indicar sus carpetas de trabajo a {{server}}, si usted lo permite cada vez.',
  'ask.app.roots-any':
    '{{app}} puede indicar sus carpetas de trabajo a cualquier servidor, si usted lo permite cada vez.',

  'ask.role.tool':
    'Toda app de IA con el rol «{{role}}» puede llamar a {{tool}} en {{server}}, si usted lo permite cada vez.',
  'ask.role.tool-any':
    'Toda app de IA con el rol «{{role}}» puede llamar a {{tool}} en cualquier servidor, si usted lo permite cada vez.',
  'ask.role.tools':
    'Toda app de IA con el rol «{{role}}» puede llamar a cualquier herramienta en {{server}}, si usted lo permite cada vez.',
  'ask.role.tools-any':
    'Toda app de IA con el rol «{{role}}» puede llamar a cualquier herramienta en cualquier servidor, si usted lo permite cada vez.',
  'ask.role.all':
    'Toda app de IA con el rol «{{role}}» puede hacer cualquier cosa en {{server}}, si usted lo permite cada vez.',
  'ask.role.all-any':
    'Toda app de IA con el rol «{{role}}» puede hacer cualquier cosa en cualquier servidor, si usted lo permite cada vez.',
  'ask.role.prompt':
    'Toda app de IA con el rol «{{role}}» puede usar el prompt {{tool}} de {{server}}, si usted lo permite cada vez.',
  'ask.role.prompt-any':
    'Toda app de IA con el rol «{{role}}» puede usar el prompt {{tool}} de cualquier servidor, si usted lo permite cada vez.',
  'ask.role.prompts':
    'Toda app de IA con el rol «{{role}}» puede usar cualquier prompt de {{server}}, si usted lo permite cada vez.',
  'ask.role.prompts-any':
    'Toda app de IA con el rol «{{role}}» puede usar cualquier prompt de cualquier servidor, si usted lo permite cada vez.',
  'ask.role.resource':
    'Toda app de IA con el rol «{{role}}» puede leer {{tool}} de {{server}}, si usted lo permite cada vez.',
  'ask.role.resource-any':
    'Toda app de IA con el rol «{{role}}» puede leer {{tool}} de cualquier servidor, si usted lo permite cada vez.',
  'ask.role.resources':
    'Toda app de IA con el rol «{{role}}» puede leer cualquier recurso de {{server}}, si usted lo permite cada vez.',
  'ask.role.resources-any':
    'Toda app de IA con el rol «{{role}}» puede leer cualquier recurso de cualquier servidor, si usted lo permite cada vez.',
  'ask.role.completion':
    'Toda app de IA con el rol «{{role}}» puede dejar que {{server}} complete lo que se escribe, si usted lo permite cada vez.',
  'ask.role.completion-any':
    'Toda app de IA con el rol «{{role}}» puede dejar que cualquier servidor complete lo que se escribe, si usted lo permite cada vez.',
  'ask.role.sampling':
    'Toda app de IA con el rol «{{role}}» puede poner su propio modelo de IA a disposición de {{server}}, si usted lo permite cada vez.',
  'ask.role.sampling-any':
    'Toda app de IA con el rol «{{role}}» puede poner su propio modelo de IA a disposición de cualquier servidor, si usted lo permite cada vez.',
  'ask.role.elicitation':
    'Toda app de IA con el rol «{{role}}» puede transmitir preguntas de {{server}}, si usted lo permite cada vez.',
  'ask.role.elicitation-any':
    'Toda app de IA con el rol «{{role}}» puede transmitir preguntas de cualquier servidor, si usted lo permite cada vez.',
  'ask.role.roots':
    'Toda app de IA con el rol «{{role}}» puede indicar sus carpetas de trabajo a {{server}}, si usted lo permite cada vez.',
  'ask.role.roots-any':
    'Toda app de IA con el rol «{{role}}» puede indicar sus carpetas de trabajo a cualquier servidor, si usted lo permite cada vez.',

  'ask.every.tool': 'Toda app de IA puede llamar a {{tool}} en {{server}}, si usted lo permite cada vez.',
  'ask.every.tool-any':
    'Toda app de IA puede llamar a {{tool}} en cualquier servidor, si usted lo permite cada vez.',
  'ask.every.tools':
    'Toda app de IA puede llamar a cualquier herramienta en {{server}}, si usted lo permite cada vez.',
  'ask.every.tools-any':
    'Toda app de IA puede llamar a cualquier herramienta en cualquier servidor, si usted lo permite cada vez.',
  'ask.every.all': 'Toda app de IA puede hacer cualquier cosa en {{server}}, si usted lo permite cada vez.',
  'ask.every.all-any':
    'Toda app de IA puede hacer cualquier cosa en cualquier servidor, si usted lo permite cada vez.',
  'ask.every.prompt':
    'Toda app de IA puede usar el prompt {{tool}} de {{server}}, si usted lo permite cada vez.',
  'ask.every.prompt-any':
    'Toda app de IA puede usar el prompt {{tool}} de cualquier servidor, si usted lo permite cada vez.',
  'ask.every.prompts':
    'Toda app de IA puede usar cualquier prompt de {{server}}, si usted lo permite cada vez.',
  'ask.every.prompts-any':
    'Toda app de IA puede usar cualquier prompt de cualquier servidor, si usted lo permite cada vez.',
  'ask.every.resource': 'Toda app de IA puede leer {{tool}} de {{server}}, si usted lo permite cada vez.',
  'ask.every.resource-any':
    'Toda app de IA puede leer {{tool}} de cualquier servidor, si usted lo permite cada vez.',
  'ask.every.resources':
    'Toda app de IA puede leer cualquier recurso de {{server}}, si usted lo permite cada vez.',
  'ask.every.resources-any':
    'Toda app de IA puede leer cualquier recurso de cualquier servidor, si usted lo permite cada vez.',
  'ask.every.completion':
    'Toda app de IA puede dejar que {{server}} complete lo que se escribe, si usted lo permite cada vez.',
  'ask.every.completion-any':
    'Toda app de IA puede dejar que cualquier servidor complete lo que se escribe, si usted lo permite cada vez.',
  'ask.every.sampling':
    'Toda app de IA puede poner su propio modelo de IA a disposición de {{server}}, si usted lo permite cada vez.',
  'ask.every.sampling-any':
    'Toda app de IA puede poner su propio modelo de IA a disposición de cualquier servidor, si usted lo permite cada vez.',
  'ask.every.elicitation':
    'Toda app de IA puede transmitir preguntas de {{server}}, si usted lo permite cada vez.',
  'ask.every.elicitation-any':
    'Toda app de IA puede transmitir preguntas de cualquier servidor, si usted lo permite cada vez.',
  'ask.every.roots':
    'Toda app de IA puede indicar sus carpetas de trabajo a {{server}}, si usted lo permite cada vez.',
  'ask.every.roots-any':
    'Toda app de IA puede indicar sus carpetas de trabajo a cualquier servidor, si usted lo permite cada vez.',
} as const satisfies Translation<typeof en>;
