import type { policyBlockTexts as en } from '../../../shared/texts/policy-block.ts';
import type { Translation } from '../translation.ts';

/** What a rule refuses, in Spanish. `…-any`: on every server. */
export const policyBlock = {
  'block.app.tool': '{{app}} no puede llamar a {{tool}} en {{server}}.',
  'block.app.tool-any': '{{app}} no puede llamar a {{tool}} en ningún servidor.',
  'block.app.tools': '{{app}} no puede llamar a ninguna herramienta en {{server}}.',
  'block.app.tools-any': '{{app}} no puede llamar a ninguna herramienta en ningún servidor.',
  'block.app.all': '{{app}} no puede hacer nada en {{server}}.',
  'block.app.all-any': '{{app}} no puede hacer nada en ningún servidor.',
  'block.app.prompt': '{{app}} no puede usar el prompt {{tool}} de {{server}}.',
  'block.app.prompt-any': '{{app}} no puede usar el prompt {{tool}} de ningún servidor.',
  'block.app.prompts': '{{app}} no puede usar ningún prompt de {{server}}.',
  'block.app.prompts-any': '{{app}} no puede usar ningún prompt de ningún servidor.',
  'block.app.resource': '{{app}} no puede leer {{tool}} de {{server}}.',
  'block.app.resource-any': '{{app}} no puede leer {{tool}} de ningún servidor.',
  'block.app.resources': '{{app}} no puede leer ningún recurso de {{server}}.',
  'block.app.resources-any': '{{app}} no puede leer ningún recurso de ningún servidor.',
  'block.app.completion': '{{app}} no puede dejar que {{server}} complete lo que se escribe.',
  'block.app.completion-any': '{{app}} no puede dejar que ningún servidor complete lo que se escribe.',
  'block.app.sampling': '{{app}} no puede poner su propio modelo de IA a disposición de {{server}}.',
  'block.app.sampling-any': '{{app}} no puede poner su propio modelo de IA a disposición de ningún servidor.',
  'block.app.elicitation': '{{app}} no puede transmitir preguntas de {{server}}.',
  'block.app.elicitation-any': '{{app}} no puede transmitir preguntas de ningún servidor.',
  'block.app.roots': '{{app}} no puede indicar sus carpetas de trabajo a {{server}}.',
  'block.app.roots-any': '{{app}} no puede indicar sus carpetas de trabajo a ningún servidor.',

  'block.role.tool': 'Ninguna app de IA con el rol «{{role}}» puede llamar a {{tool}} en {{server}}.',
  'block.role.tool-any':
    'Ninguna app de IA con el rol «{{role}}» puede llamar a {{tool}} en ningún servidor.',
  'block.role.tools':
    'Ninguna app de IA con el rol «{{role}}» puede llamar a ninguna herramienta en {{server}}.',
  'block.role.tools-any':
    'Ninguna app de IA con el rol «{{role}}» puede llamar a ninguna herramienta en ningún servidor.',
  'block.role.all': 'Ninguna app de IA con el rol «{{role}}» puede hacer nada en {{server}}.',
  'block.role.all-any': 'Ninguna app de IA con el rol «{{role}}» puede hacer nada en ningún servidor.',
  'block.role.prompt': 'Ninguna app de IA con el rol «{{role}}» puede usar el prompt {{tool}} de {{server}}.',
  'block.role.prompt-any':
    'Ninguna app de IA con el rol «{{role}}» puede usar el prompt {{tool}} de ningún servidor.',
  'block.role.prompts': 'Ninguna app de IA con el rol «{{role}}» puede usar ningún prompt de {{server}}.',
  'block.role.prompts-any':
    'Ninguna app de IA con el rol «{{role}}» puede usar ningún prompt de ningún servidor.',
  'block.role.resource': 'Ninguna app de IA con el rol «{{role}}» puede leer {{tool}} de {{server}}.',
  'block.role.resource-any':
    'Ninguna app de IA con el rol «{{role}}» puede leer {{tool}} de ningún servidor.',
  'block.role.resources': 'Ninguna app de IA con el rol «{{role}}» puede leer ningún recurso de {{server}}.',
  'block.role.resources-any':
    'Ninguna app de IA con el rol «{{role}}» puede leer ningún recurso de ningún servidor.',
  'block.role.completion':
    'Ninguna app de IA con el rol «{{role}}» puede dejar que {{server}} complete lo que se escribe.',
  'block.role.completion-any':
    'Ninguna app de IA con el rol «{{role}}» puede dejar que ningún servidor complete lo que se escribe.',
  'block.role.sampling':
    'Ninguna app de IA con el rol «{{role}}» puede poner su propio modelo de IA a disposición de {{server}}.',
  'block.role.sampling-any':
    'Ninguna app de IA con el rol «{{role}}» puede poner su propio modelo de IA a disposición de ningún servidor.',
  'block.role.elicitation':
    'Ninguna app de IA con el rol «{{role}}» puede transmitir preguntas de {{server}}.',
  'block.role.elicitation-any':
    'Ninguna app de IA con el rol «{{role}}» puede transmitir preguntas de ningún servidor.',
  'block.role.roots':
    'Ninguna app de IA con el rol «{{role}}» puede indicar sus carpetas de trabajo a {{server}}.',
  'block.role.roots-any':
    'Ninguna app de IA con el rol «{{role}}» puede indicar sus carpetas de trabajo a ningún servidor.',

  'block.every.tool': 'Ninguna app de IA puede llamar a {{tool}} en {{server}}.',
  'block.every.tool-any': 'Ninguna app de IA puede llamar a {{tool}} en ningún servidor.',
  'block.every.tools': 'Ninguna app de IA puede llamar a ninguna herramienta en {{server}}.',
  'block.every.tools-any': 'Ninguna app de IA puede llamar a ninguna herramienta en ningún servidor.',
  'block.every.all': 'Ninguna app de IA puede hacer nada en {{server}}.',
  'block.every.all-any': 'Ninguna app de IA puede hacer nada en ningún servidor.',
  'block.every.prompt': 'Ninguna app de IA puede usar el prompt {{tool}} de {{server}}.',
  'block.every.prompt-any': 'Ninguna app de IA puede usar el prompt {{tool}} de ningún servidor.',
  'block.every.prompts': 'Ninguna app de IA puede usar ningún prompt de {{server}}.',
  'block.every.prompts-any': 'Ninguna app de IA puede usar ningún prompt de ningún servidor.',
  'block.every.resource': 'Ninguna app de IA puede leer {{tool}} de {{server}}.',
  'block.every.resource-any': 'Ninguna app de IA puede leer {{tool}} de ningún servidor.',
  'block.every.resources': 'Ninguna app de IA puede leer ningún recurso de {{server}}.',
  'block.every.resources-any': 'Ninguna app de IA puede leer ningún recurso de ningún servidor.',
  'block.every.completion': 'Ninguna app de IA puede dejar que {{server}} complete lo que se escribe.',
  'block.every.completion-any':
    'Ninguna app de IA puede dejar que ningún servidor complete lo que se escribe.',
  'block.every.sampling': 'Ninguna app de IA puede poner su propio modelo de IA a disposición de {{server}}.',
  'block.every.sampling-any':
    'Ninguna app de IA puede poner su propio modelo de IA a disposición de ningún servidor.',
  'block.every.elicitation': 'Ninguna app de IA puede transmitir preguntas de {{server}}.',
  'block.every.elicitation-any': 'Ninguna app de IA puede transmitir preguntas de ningún servidor.',
  'block.every.roots': 'Ninguna app de IA puede indicar sus carpetas de trabajo a {{server}}.',
  'block.every.roots-any': 'Ninguna app de IA puede indicar sus carpetas de trabajo a ningún servidor.',
} as const satisfies Translation<typeof en>;
