import type { policyAllowTexts as en } from '../../../shared/texts/policy-allow.ts';
import type { Translation } from '../translation.ts';

/** What a rule lets pass, in Spanish. `…-any`: on every server. */
export const policyAllow = {
  'allow.app.tool': '{{app}} puede llamar a {{tool}} en {{server}}.',
  'allow.app.tool-any': '{{app}} puede llamar a {{tool}} en cualquier servidor.',
  'allow.app.tools': '{{app}} puede llamar a cualquier herramienta en {{server}}.',
  'allow.app.tools-any': '{{app}} puede llamar a cualquier herramienta en cualquier servidor.',
  'allow.app.all': '{{app}} puede hacer cualquier cosa en {{server}}.',
  'allow.app.all-any': '{{app}} puede hacer cualquier cosa en cualquier servidor.',
  'allow.app.prompt': '{{app}} puede usar el prompt {{tool}} de {{server}}.',
  'allow.app.prompt-any': '{{app}} puede usar el prompt {{tool}} de cualquier servidor.',
  'allow.app.prompts': '{{app}} puede usar cualquier prompt de {{server}}.',
  'allow.app.prompts-any': '{{app}} puede usar cualquier prompt de cualquier servidor.',
  'allow.app.resource': '{{app}} puede leer {{tool}} de {{server}}.',
  'allow.app.resource-any': '{{app}} puede leer {{tool}} de cualquier servidor.',
  'allow.app.resources': '{{app}} puede leer cualquier recurso de {{server}}.',
  'allow.app.resources-any': '{{app}} puede leer cualquier recurso de cualquier servidor.',
  'allow.app.completion': '{{app}} puede dejar que {{server}} complete lo que se escribe.',
  'allow.app.completion-any': '{{app}} puede dejar que cualquier servidor complete lo que se escribe.',
  'allow.app.sampling': '{{app}} puede poner su propio modelo de IA a disposición de {{server}}.',
  'allow.app.sampling-any': '{{app}} puede poner su propio modelo de IA a disposición de cualquier servidor.',
  'allow.app.elicitation': '{{app}} puede transmitir preguntas de {{server}}.',
  'allow.app.elicitation-any': '{{app}} puede transmitir preguntas de cualquier servidor.',
  'allow.app.roots': '{{app}} puede indicar sus carpetas de trabajo a {{server}}.',
  'allow.app.roots-any': '{{app}} puede indicar sus carpetas de trabajo a cualquier servidor.',

  'allow.role.tool': 'Toda app de IA con el rol «{{role}}» puede llamar a {{tool}} en {{server}}.',
  'allow.role.tool-any':
    'Toda app de IA con el rol «{{role}}» puede llamar a {{tool}} en cualquier servidor.',
  'allow.role.tools':
    'Toda app de IA con el rol «{{role}}» puede llamar a cualquier herramienta en {{server}}.',
  'allow.role.tools-any':
    'Toda app de IA con el rol «{{role}}» puede llamar a cualquier herramienta en cualquier servidor.',
  'allow.role.all': 'Toda app de IA con el rol «{{role}}» puede hacer cualquier cosa en {{server}}.',
  'allow.role.all-any':
    'Toda app de IA con el rol «{{role}}» puede hacer cualquier cosa en cualquier servidor.',
  'allow.role.prompt': 'Toda app de IA con el rol «{{role}}» puede usar el prompt {{tool}} de {{server}}.',
  'allow.role.prompt-any':
    'Toda app de IA con el rol «{{role}}» puede usar el prompt {{tool}} de cualquier servidor.',
  'allow.role.prompts': 'Toda app de IA con el rol «{{role}}» puede usar cualquier prompt de {{server}}.',
  'allow.role.prompts-any':
    'Toda app de IA con el rol «{{role}}» puede usar cualquier prompt de cualquier servidor.',
  'allow.role.resource': 'Toda app de IA con el rol «{{role}}» puede leer {{tool}} de {{server}}.',
  'allow.role.resource-any':
    'Toda app de IA con el rol «{{role}}» puede leer {{tool}} de cualquier servidor.',
  'allow.role.resources': 'Toda app de IA con el rol «{{role}}» puede leer cualquier recurso de {{server}}.',
  'allow.role.resources-any':
    'Toda app de IA con el rol «{{role}}» puede leer cualquier recurso de cualquier servidor.',
  'allow.role.completion':
    'Toda app de IA con el rol «{{role}}» puede dejar que {{server}} complete lo que se escribe.',
  'allow.role.completion-any':
    'Toda app de IA con el rol «{{role}}» puede dejar que cualquier servidor complete lo que se escribe.',
  'allow.role.sampling':
    'Toda app de IA con el rol «{{role}}» puede poner su propio modelo de IA a disposición de {{server}}.',
  'allow.role.sampling-any':
    'Toda app de IA con el rol «{{role}}» puede poner su propio modelo de IA a disposición de cualquier servidor.',
  'allow.role.elicitation': 'Toda app de IA con el rol «{{role}}» puede transmitir preguntas de {{server}}.',
  'allow.role.elicitation-any':
    'Toda app de IA con el rol «{{role}}» puede transmitir preguntas de cualquier servidor.',
  'allow.role.roots':
    'Toda app de IA con el rol «{{role}}» puede indicar sus carpetas de trabajo a {{server}}.',
  'allow.role.roots-any':
    'Toda app de IA con el rol «{{role}}» puede indicar sus carpetas de trabajo a cualquier servidor.',

  'allow.every.tool': 'Toda app de IA puede llamar a {{tool}} en {{server}}.',
  'allow.every.tool-any': 'Toda app de IA puede llamar a {{tool}} en cualquier servidor.',
  'allow.every.tools': 'Toda app de IA puede llamar a cualquier herramienta en {{server}}.',
  'allow.every.tools-any': 'Toda app de IA puede llamar a cualquier herramienta en cualquier servidor.',
  'allow.every.all': 'Toda app de IA puede hacer cualquier cosa en {{server}}.',
  'allow.every.all-any': 'Toda app de IA puede hacer cualquier cosa en cualquier servidor.',
  'allow.every.prompt': 'Toda app de IA puede usar el prompt {{tool}} de {{server}}.',
  'allow.every.prompt-any': 'Toda app de IA puede usar el prompt {{tool}} de cualquier servidor.',
  'allow.every.prompts': 'Toda app de IA puede usar cualquier prompt de {{server}}.',
  'allow.every.prompts-any': 'Toda app de IA puede usar cualquier prompt de cualquier servidor.',
  'allow.every.resource': 'Toda app de IA puede leer {{tool}} de {{server}}.',
  'allow.every.resource-any': 'Toda app de IA puede leer {{tool}} de cualquier servidor.',
  'allow.every.resources': 'Toda app de IA puede leer cualquier recurso de {{server}}.',
  'allow.every.resources-any': 'Toda app de IA puede leer cualquier recurso de cualquier servidor.',
  'allow.every.completion': 'Toda app de IA puede dejar que {{server}} complete lo que se escribe.',
  'allow.every.completion-any':
    'Toda app de IA puede dejar que cualquier servidor complete lo que se escribe.',
  'allow.every.sampling': 'Toda app de IA puede poner su propio modelo de IA a disposición de {{server}}.',
  'allow.every.sampling-any':
    'Toda app de IA puede poner su propio modelo de IA a disposición de cualquier servidor.',
  'allow.every.elicitation': 'Toda app de IA puede transmitir preguntas de {{server}}.',
  'allow.every.elicitation-any': 'Toda app de IA puede transmitir preguntas de cualquier servidor.',
  'allow.every.roots': 'Toda app de IA puede indicar sus carpetas de trabajo a {{server}}.',
  'allow.every.roots-any': 'Toda app de IA puede indicar sus carpetas de trabajo a cualquier servidor.',
} as const satisfies Translation<typeof en>;
