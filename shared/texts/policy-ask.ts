/** What a rule asks about, by whom it is about and what is asked for. `…-any`: on every server. */
export const policyAskTexts = {
  'ask.app.tool': '{{app}} may call {{tool}} on {{server}}, if you allow it each time.',
  'ask.app.tool-any': '{{app}} may call {{tool}} on any server, if you allow it each time.',
  'ask.app.tools': '{{app}} may call every tool on {{server}}, if you allow it each time.',
  'ask.app.tools-any': '{{app}} may call every tool on any server, if you allow it each time.',
  'ask.app.all': '{{app}} may do anything on {{server}}, if you allow it each time.',
  'ask.app.all-any': '{{app}} may do anything on any server, if you allow it each time.',
  'ask.app.prompt': '{{app}} may use the prompt {{tool}} of {{server}}, if you allow it each time.',
  'ask.app.prompt-any': '{{app}} may use the prompt {{tool}} of any server, if you allow it each time.',
  'ask.app.prompts': '{{app}} may use every prompt of {{server}}, if you allow it each time.',
  'ask.app.prompts-any': '{{app}} may use every prompt of any server, if you allow it each time.',
  'ask.app.resource': '{{app}} may read {{tool}} from {{server}}, if you allow it each time.',
  'ask.app.resource-any': '{{app}} may read {{tool}} from any server, if you allow it each time.',
  'ask.app.resources': '{{app}} may read every resource of {{server}}, if you allow it each time.',
  'ask.app.resources-any': '{{app}} may read every resource of any server, if you allow it each time.',
  'ask.app.completion': '{{app}} may let {{server}} complete what is typed, if you allow it each time.',
  'ask.app.completion-any': '{{app}} may let any server complete what is typed, if you allow it each time.',
  'ask.app.sampling': '{{app}} may let {{server}} use its model, if you allow it each time.',
  'ask.app.sampling-any': '{{app}} may let any server use its model, if you allow it each time.',
  'ask.app.elicitation': '{{app}} may pass on questions of {{server}}, if you allow it each time.',
  'ask.app.elicitation-any': '{{app}} may pass on questions of any server, if you allow it each time.',
  'ask.app.roots': '{{app}} may tell {{server}} which folders it works in, if you allow it each time.',
  'ask.app.roots-any': '{{app}} may tell any server which folders it works in, if you allow it each time.',

  'ask.role.tool':
    'Every AI app with the role "{{role}}" may call {{tool}} on {{server}}, if you allow it each time.',
  'ask.role.tool-any':
    'Every AI app with the role "{{role}}" may call {{tool}} on any server, if you allow it each time.',
  'ask.role.tools':
    'Every AI app with the role "{{role}}" may call every tool on {{server}}, if you allow it each time.',
  'ask.role.tools-any':
    'Every AI app with the role "{{role}}" may call every tool on any server, if you allow it each time.',
  'ask.role.all':
    'Every AI app with the role "{{role}}" may do anything on {{server}}, if you allow it each time.',
  'ask.role.all-any':
    'Every AI app with the role "{{role}}" may do anything on any server, if you allow it each time.',
  'ask.role.prompt':
    'Every AI app with the role "{{role}}" may use the prompt {{tool}} of {{server}}, if you allow it each time.',
  'ask.role.prompt-any':
    'Every AI app with the role "{{role}}" may use the prompt {{tool}} of any server, if you allow it each time.',
  'ask.role.prompts':
    'Every AI app with the role "{{role}}" may use every prompt of {{server}}, if you allow it each time.',
  'ask.role.prompts-any':
    'Every AI app with the role "{{role}}" may use every prompt of any server, if you allow it each time.',
  'ask.role.resource':
    'Every AI app with the role "{{role}}" may read {{tool}} from {{server}}, if you allow it each time.',
  'ask.role.resource-any':
    'Every AI app with the role "{{role}}" may read {{tool}} from any server, if you allow it each time.',
  'ask.role.resources':
    'Every AI app with the role "{{role}}" may read every resource of {{server}}, if you allow it each time.',
  'ask.role.resources-any':
    'Every AI app with the role "{{role}}" may read every resource of any server, if you allow it each time.',
  'ask.role.completion':
    'Every AI app with the role "{{role}}" may let {{server}} complete what is typed, if you allow it each time.',
  'ask.role.completion-any':
    'Every AI app with the role "{{role}}" may let any server complete what is typed, if you allow it each time.',
  'ask.role.sampling':
    'Every AI app with the role "{{role}}" may let {{server}} use its model, if you allow it each time.',
  'ask.role.sampling-any':
    'Every AI app with the role "{{role}}" may let any server use its model, if you allow it each time.',
  'ask.role.elicitation':
    'Every AI app with the role "{{role}}" may pass on questions of {{server}}, if you allow it each time.',
  'ask.role.elicitation-any':
    'Every AI app with the role "{{role}}" may pass on questions of any server, if you allow it each time.',
  'ask.role.roots':
    'Every AI app with the role "{{role}}" may tell {{server}} which folders it works in, if you allow it each time.',
  'ask.role.roots-any':
    'Every AI app with the role "{{role}}" may tell any server which folders it works in, if you allow it each time.',

  'ask.every.tool': 'Every AI app may call {{tool}} on {{server}}, if you allow it each time.',
  'ask.every.tool-any': 'Every AI app may call {{tool}} on any server, if you allow it each time.',
  'ask.every.tools': 'Every AI app may call every tool on {{server}}, if you allow it each time.',
  'ask.every.tools-any': 'Every AI app may call every tool on any server, if you allow it each time.',
  'ask.every.all': 'Every AI app may do anything on {{server}}, if you allow it each time.',
  'ask.every.all-any': 'Every AI app may do anything on any server, if you allow it each time.',
  'ask.every.prompt': 'Every AI app may use the prompt {{tool}} of {{server}}, if you allow it each time.',
  'ask.every.prompt-any':
    'Every AI app may use the prompt {{tool}} of any server, if you allow it each time.',
  'ask.every.prompts': 'Every AI app may use every prompt of {{server}}, if you allow it each time.',
  'ask.every.prompts-any': 'Every AI app may use every prompt of any server, if you allow it each time.',
  'ask.every.resource': 'Every AI app may read {{tool}} from {{server}}, if you allow it each time.',
  'ask.every.resource-any': 'Every AI app may read {{tool}} from any server, if you allow it each time.',
  'ask.every.resources': 'Every AI app may read every resource of {{server}}, if you allow it each time.',
  'ask.every.resources-any': 'Every AI app may read every resource of any server, if you allow it each time.',
  'ask.every.completion':
    'Every AI app may let {{server}} complete what is typed, if you allow it each time.',
  'ask.every.completion-any':
    'Every AI app may let any server complete what is typed, if you allow it each time.',
  'ask.every.sampling': 'Every AI app may let {{server}} use its model, if you allow it each time.',
  'ask.every.sampling-any': 'Every AI app may let any server use its model, if you allow it each time.',
  'ask.every.elicitation': 'Every AI app may pass on questions of {{server}}, if you allow it each time.',
  'ask.every.elicitation-any': 'Every AI app may pass on questions of any server, if you allow it each time.',
  'ask.every.roots': 'Every AI app may tell {{server}} which folders it works in, if you allow it each time.',
  'ask.every.roots-any':
    'Every AI app may tell any server which folders it works in, if you allow it each time.',
} as const;
