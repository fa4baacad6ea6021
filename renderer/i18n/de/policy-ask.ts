import type { policyAskTexts as en } from '../../../shared/texts/policy-ask.ts';
import type { Translation } from '../translation.ts';

/** What a rule asks about, in German. `…-any`: on every server. */
export const policyAsk = {
  'ask.app.tool': '{{app}} darf {{tool}} auf {{server}} aufrufen, wenn Sie es jedes Mal erlauben.',
  'ask.app.tool-any': '{{app}} darf {{tool}} auf jedem Server aufrufen, wenn Sie es jedes Mal erlauben.',
  'ask.app.tools': '{{app}} darf jedes Tool auf {{server}} aufrufen, wenn Sie es jedes Mal erlauben.',
  'ask.app.tools-any': '{{app}} darf jedes Tool auf jedem Server aufrufen, wenn Sie es jedes Mal erlauben.',
  'ask.app.all': '{{app}} darf auf {{server}} alles tun, wenn Sie es jedes Mal erlauben.',
  'ask.app.all-any': '{{app}} darf auf jedem Server alles tun, wenn Sie es jedes Mal erlauben.',
  'ask.app.prompt':
    '{{app}} darf den Prompt {{tool}} von {{server}} verwenden, wenn Sie es jedes Mal erlauben.',
  'ask.app.prompt-any':
    '{{app}} darf den Prompt {{tool}} von jedem Server verwenden, wenn Sie es jedes Mal erlauben.',
  'ask.app.prompts': '{{app}} darf jeden Prompt von {{server}} verwenden, wenn Sie es jedes Mal erlauben.',
  'ask.app.prompts-any':
    '{{app}} darf jeden Prompt von jedem Server verwenden, wenn Sie es jedes Mal erlauben.',
  'ask.app.resource': '{{app}} darf {{tool}} von {{server}} lesen, wenn Sie es jedes Mal erlauben.',
  'ask.app.resource-any': '{{app}} darf {{tool}} von jedem Server lesen, wenn Sie es jedes Mal erlauben.',
  'ask.app.resources': '{{app}} darf jede Ressource von {{server}} lesen, wenn Sie es jedes Mal erlauben.',
  'ask.app.resources-any':
    '{{app}} darf jede Ressource von jedem Server lesen, wenn Sie es jedes Mal erlauben.',
  'ask.app.completion':
    '{{app}} darf Eingaben von {{server}} vervollständigen lassen, wenn Sie es jedes Mal erlauben.',
  'ask.app.completion-any':
    '{{app}} darf Eingaben von jedem Server vervollständigen lassen, wenn Sie es jedes Mal erlauben.',
  'ask.app.sampling':
    '{{app}} darf {{server}} das eigene KI-Modell verwenden lassen, wenn Sie es jedes Mal erlauben.',
  'ask.app.sampling-any':
    '{{app}} darf jeden Server das eigene KI-Modell verwenden lassen, wenn Sie es jedes Mal erlauben.',
  'ask.app.elicitation': '{{app}} darf Fragen von {{server}} weitergeben, wenn Sie es jedes Mal erlauben.',
  'ask.app.elicitation-any':
    '{{app}} darf Fragen von jedem Server weitergeben, wenn Sie es jedes Mal erlauben.',
  'ask.app.roots':
    '{{app}} darf {{server}} die eigenen Arbeitsordner nennen, wenn Sie es jedes Mal erlauben.',
  'ask.app.roots-any':
    '{{app}} darf jedem Server die eigenen Arbeitsordner nennen, wenn Sie es jedes Mal erlauben.',

  'ask.role.tool':
    'Jede KI-App mit der Rolle „{{role}}“ darf {{tool}} auf {{server}} aufrufen, wenn Sie es jedes Mal erlauben.',
  'ask.role.tool-any':
    'Jede KI-App mit der Rolle „{{role}}“ darf {{tool}} auf jedem Server aufrufen, wenn Sie es jedes Mal erlauben.',
  'ask.role.tools':
    'Jede KI-App mit der Rolle „{{role}}“ darf jedes Tool auf {{server}} aufrufen, wenn Sie es jedes Mal erlauben.',
  'ask.role.tools-any':
    'Jede KI-App mit der Rolle „{{role}}“ darf jedes Tool auf jedem Server aufrufen, wenn Sie es jedes Mal erlauben.',
  'ask.role.all':
    'Jede KI-App mit der Rolle „{{role}}“ darf auf {{server}} alles tun, wenn Sie es jedes Mal erlauben.',
  'ask.role.all-any':
    'Jede KI-App mit der Rolle „{{role}}“ darf auf jedem Server alles tun, wenn Sie es jedes Mal erlauben.',
  'ask.role.prompt':
    'Jede KI-App mit der Rolle „{{role}}“ darf den Prompt {{tool}} von {{server}} verwenden, wenn Sie es jedes Mal erlauben.',
  'ask.role.prompt-any':
    'Jede KI-App mit der Rolle „{{role}}“ darf den Prompt {{tool}} von jedem Server verwenden, wenn Sie es jedes Mal erlauben.',
  'ask.role.prompts':
    'Jede KI-App mit der Rolle „{{role}}“ darf jeden Prompt von {{server}} verwenden, wenn Sie es jedes Mal erlauben.',
  'ask.role.prompts-any':
    'Jede KI-App mit der Rolle „{{role}}“ darf jeden Prompt von jedem Server verwenden, wenn Sie es jedes Mal erlauben.',
  'ask.role.resource':
    'Jede KI-App mit der Rolle „{{role}}“ darf {{tool}} von {{server}} lesen, wenn Sie es jedes Mal erlauben.',
  'ask.role.resource-any':
    'Jede KI-App mit der Rolle „{{role}}“ darf {{tool}} von jedem Server lesen, wenn Sie es jedes Mal erlauben.',
  'ask.role.resources':
    'Jede KI-App mit der Rolle „{{role}}“ darf jede Ressource von {{server}} lesen, wenn Sie es jedes Mal erlauben.',
  'ask.role.resources-any':
    'Jede KI-App mit der Rolle „{{role}}“ darf jede Ressource von jedem Server lesen, wenn Sie es jedes Mal erlauben.',
  'ask.role.completion':
    'Jede KI-App mit der Rolle „{{role}}“ darf Eingaben von {{server}} vervollständigen lassen, wenn Sie es jedes Mal erlauben.',
  'ask.role.completion-any':
    'Jede KI-App mit der Rolle „{{role}}“ darf Eingaben von jedem Server vervollständigen lassen, wenn Sie es jedes Mal erlauben.',
  'ask.role.sampling':
    'Jede KI-App mit der Rolle „{{role}}“ darf {{server}} das eigene KI-Modell verwenden lassen, wenn Sie es jedes Mal erlauben.',
  'ask.role.sampling-any':
    'Jede KI-App mit der Rolle „{{role}}“ darf jeden Server das eigene KI-Modell verwenden lassen, wenn Sie es jedes Mal erlauben.',
  'ask.role.elicitation':
    'Jede KI-App mit der Rolle „{{role}}“ darf Fragen von {{server}} weitergeben, wenn Sie es jedes Mal erlauben.',
  'ask.role.elicitation-any':
    'Jede KI-App mit der Rolle „{{role}}“ darf Fragen von jedem Server weitergeben, wenn Sie es jedes Mal erlauben.',
  'ask.role.roots':
    'Jede KI-App mit der Rolle „{{role}}“ darf {{server}} die eigenen Arbeitsordner nennen, wenn Sie es jedes Mal erlauben.',
  'ask.role.roots-any':
    'Jede KI-App mit der Rolle „{{role}}“ darf jedem Server die eigenen Arbeitsordner nennen, wenn Sie es jedes Mal erlauben.',

  'ask.every.tool': 'Jede KI-App darf {{tool}} auf {{server}} aufrufen, wenn Sie es jedes Mal erlauben.',
  'ask.every.tool-any':
    'Jede KI-App darf {{tool}} auf jedem Server aufrufen, wenn Sie es jedes Mal erlauben.',
  'ask.every.tools': 'Jede KI-App darf jedes Tool auf {{server}} aufrufen, wenn Sie es jedes Mal erlauben.',
  'ask.every.tools-any':
    'Jede KI-App darf jedes Tool auf jedem Server aufrufen, wenn Sie es jedes Mal erlauben.',
  'ask.every.all': 'Jede KI-App darf auf {{server}} alles tun, wenn Sie es jedes Mal erlauben.',
  'ask.every.all-any': 'Jede KI-App darf auf jedem Server alles tun, wenn Sie es jedes Mal erlauben.',
  'ask.every.prompt':
    'Jede KI-App darf den Prompt {{tool}} von {{server}} verwenden, wenn Sie es jedes Mal erlauben.',
  'ask.every.prompt-any':
    'Jede KI-App darf den Prompt {{tool}} von jedem Server verwenden, wenn Sie es jedes Mal erlauben.',
  'ask.every.prompts':
    'Jede KI-App darf jeden Prompt von {{server}} verwenden, wenn Sie es jedes Mal erlauben.',
  'ask.every.prompts-any':
    'Jede KI-App darf jeden Prompt von jedem Server verwenden, wenn Sie es jedes Mal erlauben.',
  'ask.every.resource': 'Jede KI-App darf {{tool}} von {{server}} lesen, wenn Sie es jedes Mal erlauben.',
  'ask.every.resource-any':
    'Jede KI-App darf {{tool}} von jedem Server lesen, wenn Sie es jedes Mal erlauben.',
  'ask.every.resources':
    'Jede KI-App darf jede Ressource von {{server}} lesen, wenn Sie es jedes Mal erlauben.',
  'ask.every.resources-any':
    'Jede KI-App darf jede Ressource von jedem Server lesen, wenn Sie es jedes Mal erlauben.',
  'ask.every.completion':
    'Jede KI-App darf Eingaben von {{server}} vervollständigen lassen, wenn Sie es jedes Mal erlauben.',
  'ask.every.completion-any':
    'Jede KI-App darf Eingaben von jedem Server vervollständigen lassen, wenn Sie es jedes Mal erlauben.',
  'ask.every.sampling':
    'Jede KI-App darf {{server}} das eigene KI-Modell verwenden lassen, wenn Sie es jedes Mal erlauben.',
  'ask.every.sampling-any':
    'Jede KI-App darf jeden Server das eigene KI-Modell verwenden lassen, wenn Sie es jedes Mal erlauben.',
  'ask.every.elicitation':
    'Jede KI-App darf Fragen von {{server}} weitergeben, wenn Sie es jedes Mal erlauben.',
  'ask.every.elicitation-any':
    'Jede KI-App darf Fragen von jedem Server weitergeben, wenn Sie es jedes Mal erlauben.',
  'ask.every.roots':
    'Jede KI-App darf {{server}} die eigenen Arbeitsordner nennen, wenn Sie es jedes Mal erlauben.',
  'ask.every.roots-any':
    'Jede KI-App darf jedem Server die eigenen Arbeitsordner nennen, wenn Sie es jedes Mal erlauben.',
} as const satisfies Translation<typeof en>;
