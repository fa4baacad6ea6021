import type { policyBlockTexts as en } from '../../../shared/texts/policy-block.ts';
import type { Translation } from '../translation.ts';

/** What a rule refuses, in German. `…-any`: on every server. */
export const policyBlock = {
  'block.app.tool': '{{app}} darf {{tool}} auf {{server}} nicht aufrufen.',
  'block.app.tool-any': '{{app}} darf {{tool}} auf keinem Server aufrufen.',
  'block.app.tools': '{{app}} darf kein Tool auf {{server}} aufrufen.',
  'block.app.tools-any': '{{app}} darf auf keinem Server ein Tool aufrufen.',
  'block.app.all': '{{app}} darf auf {{server}} nichts tun.',
  'block.app.all-any': '{{app}} darf auf keinem Server etwas tun.',
  'block.app.prompt': '{{app}} darf den Prompt {{tool}} von {{server}} nicht verwenden.',
  'block.app.prompt-any': '{{app}} darf den Prompt {{tool}} von keinem Server verwenden.',
  'block.app.prompts': '{{app}} darf keinen Prompt von {{server}} verwenden.',
  'block.app.prompts-any': '{{app}} darf von keinem Server einen Prompt verwenden.',
  'block.app.resource': '{{app}} darf {{tool}} von {{server}} nicht lesen.',
  'block.app.resource-any': '{{app}} darf {{tool}} von keinem Server lesen.',
  'block.app.resources': '{{app}} darf keine Ressource von {{server}} lesen.',
  'block.app.resources-any': '{{app}} darf von keinem Server eine Ressource lesen.',
  'block.app.completion': '{{app}} darf Eingaben nicht von {{server}} vervollständigen lassen.',
  'block.app.completion-any': '{{app}} darf Eingaben von keinem Server vervollständigen lassen.',
  'block.app.sampling': '{{app}} darf {{server}} nicht das eigene KI-Modell verwenden lassen.',
  'block.app.sampling-any': '{{app}} darf keinen Server das eigene KI-Modell verwenden lassen.',
  'block.app.elicitation': '{{app}} darf Fragen von {{server}} nicht weitergeben.',
  'block.app.elicitation-any': '{{app}} darf Fragen von keinem Server weitergeben.',
  'block.app.roots': '{{app}} darf {{server}} nicht die eigenen Arbeitsordner nennen.',
  'block.app.roots-any': '{{app}} darf keinem Server die eigenen Arbeitsordner nennen.',

  'block.role.tool': 'Keine KI-App mit der Rolle „{{role}}“ darf {{tool}} auf {{server}} aufrufen.',
  'block.role.tool-any':
    'Keine KI-App mit der Rolle „{{role}}“ darf {{tool}} auf irgendeinem Server aufrufen.',
  'block.role.tools': 'Keine KI-App mit der Rolle „{{role}}“ darf irgendein Tool auf {{server}} aufrufen.',
  'block.role.tools-any':
    'Keine KI-App mit der Rolle „{{role}}“ darf irgendein Tool auf irgendeinem Server aufrufen.',
  'block.role.all': 'Keine KI-App mit der Rolle „{{role}}“ darf auf {{server}} etwas tun.',
  'block.role.all-any': 'Keine KI-App mit der Rolle „{{role}}“ darf auf irgendeinem Server etwas tun.',
  'block.role.prompt':
    'Keine KI-App mit der Rolle „{{role}}“ darf den Prompt {{tool}} von {{server}} verwenden.',
  'block.role.prompt-any':
    'Keine KI-App mit der Rolle „{{role}}“ darf den Prompt {{tool}} von irgendeinem Server verwenden.',
  'block.role.prompts':
    'Keine KI-App mit der Rolle „{{role}}“ darf irgendeinen Prompt von {{server}} verwenden.',
  'block.role.prompts-any':
    'Keine KI-App mit der Rolle „{{role}}“ darf irgendeinen Prompt von irgendeinem Server verwenden.',
  'block.role.resource': 'Keine KI-App mit der Rolle „{{role}}“ darf {{tool}} von {{server}} lesen.',
  'block.role.resource-any':
    'Keine KI-App mit der Rolle „{{role}}“ darf {{tool}} von irgendeinem Server lesen.',
  'block.role.resources':
    'Keine KI-App mit der Rolle „{{role}}“ darf irgendeine Ressource von {{server}} lesen.',
  'block.role.resources-any':
    'Keine KI-App mit der Rolle „{{role}}“ darf irgendeine Ressource von irgendeinem Server lesen.',
  'block.role.completion':
    'Keine KI-App mit der Rolle „{{role}}“ darf Eingaben von {{server}} vervollständigen lassen.',
  'block.role.completion-any':
    'Keine KI-App mit der Rolle „{{role}}“ darf Eingaben von irgendeinem Server vervollständigen lassen.',
  'block.role.sampling':
    'Keine KI-App mit der Rolle „{{role}}“ darf {{server}} das eigene KI-Modell verwenden lassen.',
  'block.role.sampling-any':
    'Keine KI-App mit der Rolle „{{role}}“ darf irgendeinen Server das eigene KI-Modell verwenden lassen.',
  'block.role.elicitation': 'Keine KI-App mit der Rolle „{{role}}“ darf Fragen von {{server}} weitergeben.',
  'block.role.elicitation-any':
    'Keine KI-App mit der Rolle „{{role}}“ darf Fragen von irgendeinem Server weitergeben.',
  'block.role.roots':
    'Keine KI-App mit der Rolle „{{role}}“ darf {{server}} die eigenen Arbeitsordner nennen.',
  'block.role.roots-any':
    'Keine KI-App mit der Rolle „{{role}}“ darf irgendeinem Server die eigenen Arbeitsordner nennen.',

  'block.every.tool': 'Keine KI-App darf {{tool}} auf {{server}} aufrufen.',
  'block.every.tool-any': 'Keine KI-App darf {{tool}} auf irgendeinem Server aufrufen.',
  'block.every.tools': 'Keine KI-App darf irgendein Tool auf {{server}} aufrufen.',
  'block.every.tools-any': 'Keine KI-App darf irgendein Tool auf irgendeinem Server aufrufen.',
  'block.every.all': 'Keine KI-App darf auf {{server}} etwas tun.',
  'block.every.all-any': 'Keine KI-App darf auf irgendeinem Server etwas tun.',
  'block.every.prompt': 'Keine KI-App darf den Prompt {{tool}} von {{server}} verwenden.',
  'block.every.prompt-any': 'Keine KI-App darf den Prompt {{tool}} von irgendeinem Server verwenden.',
  'block.every.prompts': 'Keine KI-App darf irgendeinen Prompt von {{server}} verwenden.',
  'block.every.prompts-any': 'Keine KI-App darf irgendeinen Prompt von irgendeinem Server verwenden.',
  'block.every.resource': 'Keine KI-App darf {{tool}} von {{server}} lesen.',
  'block.every.resource-any': 'Keine KI-App darf {{tool}} von irgendeinem Server lesen.',
  'block.every.resources': 'Keine KI-App darf irgendeine Ressource von {{server}} lesen.',
  'block.every.resources-any': 'Keine KI-App darf irgendeine Ressource von irgendeinem Server lesen.',
  'block.every.completion': 'Keine KI-App darf Eingaben von {{server}} vervollständigen lassen.',
  'block.every.completion-any': 'Keine KI-App darf Eingaben von irgendeinem Server vervollständigen lassen.',
  'block.every.sampling': 'Keine KI-App darf {{server}} das eigene KI-Modell verwenden lassen.',
  'block.every.sampling-any': 'Keine KI-App darf irgendeinen Server das eigene KI-Modell verwenden lassen.',
  'block.every.elicitation': 'Keine KI-App darf Fragen von {{server}} weitergeben.',
  'block.every.elicitation-any': 'Keine KI-App darf Fragen von irgendeinem Server weitergeben.',
  'block.every.roots': 'Keine KI-App darf {{server}} die eigenen Arbeitsordner nennen.',
  'block.every.roots-any': 'Keine KI-App darf irgendeinem Server die eigenen Arbeitsordner nennen.',
} as const satisfies Translation<typeof en>;
