import type { policyAllowTexts as en } from '../../../shared/texts/policy-allow.ts';
import type { Translation } from '../translation.ts';

/** What a rule lets pass, in German. `…-any`: on every server. */
export const policyAllow = {
  'allow.app.tool': '{{app}} darf {{tool}} auf {{server}} aufrufen.',
  'allow.app.tool-any': '{{app}} darf {{tool}} auf jedem Server aufrufen.',
  'allow.app.tools': '{{app}} darf jedes Tool auf {{server}} aufrufen.',
  'allow.app.tools-any': '{{app}} darf jedes Tool auf jedem Server aufrufen.',
  'allow.app.all': '{{app}} darf auf {{server}} alles tun.',
  'allow.app.all-any': '{{app}} darf auf jedem Server alles tun.',
  'allow.app.prompt': '{{app}} darf den Prompt {{tool}} von {{server}} verwenden.',
  'allow.app.prompt-any': '{{app}} darf den Prompt {{tool}} von jedem Server verwenden.',
  'allow.app.prompts': '{{app}} darf jeden Prompt von {{server}} verwenden.',
  'allow.app.prompts-any': '{{app}} darf jeden Prompt von jedem Server verwenden.',
  'allow.app.resource': '{{app}} darf {{tool}} von {{server}} lesen.',
  'allow.app.resource-any': '{{app}} darf {{tool}} von jedem Server lesen.',
  'allow.app.resources': '{{app}} darf jede Ressource von {{server}} lesen.',
  'allow.app.resources-any': '{{app}} darf jede Ressource von jedem Server lesen.',
  'allow.app.completion': '{{app}} darf Eingaben von {{server}} vervollständigen lassen.',
  'allow.app.completion-any': '{{app}} darf Eingaben von jedem Server vervollständigen lassen.',
  'allow.app.sampling': '{{app}} darf {{server}} das eigene KI-Modell verwenden lassen.',
  'allow.app.sampling-any': '{{app}} darf jeden Server das eigene KI-Modell verwenden lassen.',
  'allow.app.elicitation': '{{app}} darf Fragen von {{server}} weitergeben.',
  'allow.app.elicitation-any': '{{app}} darf Fragen von jedem Server weitergeben.',
  'allow.app.roots': '{{app}} darf {{server}} die eigenen Arbeitsordner nennen.',
  'allow.app.roots-any': '{{app}} darf jedem Server die eigenen Arbeitsordner nennen.',

  'allow.role.tool': 'Jede KI-App mit der Rolle „{{role}}“ darf {{tool}} auf {{server}} aufrufen.',
  'allow.role.tool-any': 'Jede KI-App mit der Rolle „{{role}}“ darf {{tool}} auf jedem Server aufrufen.',
  'allow.role.tools': 'Jede KI-App mit der Rolle „{{role}}“ darf jedes Tool auf {{server}} aufrufen.',
  'allow.role.tools-any': 'Jede KI-App mit der Rolle „{{role}}“ darf jedes Tool auf jedem Server aufrufen.',
  'allow.role.all': 'Jede KI-App mit der Rolle „{{role}}“ darf auf {{server}} alles tun.',
  'allow.role.all-any': 'Jede KI-App mit der Rolle „{{role}}“ darf auf jedem Server alles tun.',
  'allow.role.prompt':
    'Jede KI-App mit der Rolle „{{role}}“ darf den Prompt {{tool}} von {{server}} verwenden.',
  'allow.role.prompt-any':
    'Jede KI-App mit der Rolle „{{role}}“ darf den Prompt {{tool}} von jedem Server verwenden.',
  'allow.role.prompts': 'Jede KI-App mit der Rolle „{{role}}“ darf jeden Prompt von {{server}} verwenden.',
  'allow.role.prompts-any':
    'Jede KI-App mit der Rolle „{{role}}“ darf jeden Prompt von jedem Server verwenden.',
  'allow.role.resource': 'Jede KI-App mit der Rolle „{{role}}“ darf {{tool}} von {{server}} lesen.',
  'allow.role.resource-any': 'Jede KI-App mit der Rolle „{{role}}“ darf {{tool}} von jedem Server lesen.',
  'allow.role.resources': 'Jede KI-App mit der Rolle „{{role}}“ darf jede Ressource von {{server}} lesen.',
  'allow.role.resources-any':
    'Jede KI-App mit der Rolle „{{role}}“ darf jede Ressource von jedem Server lesen.',
  'allow.role.completion':
    'Jede KI-App mit der Rolle „{{role}}“ darf Eingaben von {{server}} vervollständigen lassen.',
  'allow.role.completion-any':
    'Jede KI-App mit der Rolle „{{role}}“ darf Eingaben von jedem Server vervollständigen lassen.',
  'allow.role.sampling':
    'Jede KI-App mit der Rolle „{{role}}“ darf {{server}} das eigene KI-Modell verwenden lassen.',
  'allow.role.sampling-any':
    'Jede KI-App mit der Rolle „{{role}}“ darf jeden Server das eigene KI-Modell verwenden lassen.',
  'allow.role.elicitation': 'Jede KI-App mit der Rolle „{{role}}“ darf Fragen von {{server}} weitergeben.',
  'allow.role.elicitation-any':
    'Jede KI-App mit der Rolle „{{role}}“ darf Fragen von jedem Server weitergeben.',
  'allow.role.roots':
    'Jede KI-App mit der Rolle „{{role}}“ darf {{server}} die eigenen Arbeitsordner nennen.',
  'allow.role.roots-any':
    'Jede KI-App mit der Rolle „{{role}}“ darf jedem Server die eigenen Arbeitsordner nennen.',

  'allow.every.tool': 'Jede KI-App darf {{tool}} auf {{server}} aufrufen.',
  'allow.every.tool-any': 'Jede KI-App darf {{tool}} auf jedem Server aufrufen.',
  'allow.every.tools': 'Jede KI-App darf jedes Tool auf {{server}} aufrufen.',
  'allow.every.tools-any': 'Jede KI-App darf jedes Tool auf jedem Server aufrufen.',
  'allow.every.all': 'Jede KI-App darf auf {{server}} alles tun.',
  'allow.every.all-any': 'Jede KI-App darf auf jedem Server alles tun.',
  'allow.every.prompt': 'Jede KI-App darf den Prompt {{tool}} von {{server}} verwenden.',
  'allow.every.prompt-any': 'Jede KI-App darf den Prompt {{tool}} von jedem Server verwenden.',
  'allow.every.prompts': 'Jede KI-App darf jeden Prompt von {{server}} verwenden.',
  'allow.every.prompts-any': 'Jede KI-App darf jeden Prompt von jedem Server verwenden.',
  'allow.every.resource': 'Jede KI-App darf {{tool}} von {{server}} lesen.',
  'allow.every.resource-any': 'Jede KI-App darf {{tool}} von jedem Server lesen.',
  'allow.every.resources': 'Jede KI-App darf jede Ressource von {{server}} lesen.',
  'allow.every.resources-any': 'Jede KI-App darf jede Ressource von jedem Server lesen.',
  'allow.every.completion': 'Jede KI-App darf Eingaben von {{server}} vervollständigen lassen.',
  'allow.every.completion-any': 'Jede KI-App darf Eingaben von jedem Server vervollständigen lassen.',
  'allow.every.sampling': 'Jede KI-App darf {{server}} das eigene KI-Modell verwenden lassen.',
  'allow.every.sampling-any': 'Jede KI-App darf jeden Server das eigene KI-Modell verwenden lassen.',
  'allow.every.elicitation': 'Jede KI-App darf Fragen von {{server}} weitergeben.',
  'allow.every.elicitation-any': 'Jede KI-App darf Fragen von jedem Server weitergeben.',
  'allow.every.roots': 'Jede KI-App darf {{server}} die eigenen Arbeitsordner nennen.',
  'allow.every.roots-any': 'Jede KI-App darf jedem Server die eigenen Arbeitsordner nennen.',
} as const satisfies Translation<typeof en>;
