import type { policyAllowTexts as en } from '../../../shared/texts/policy-allow.ts';
import type { Translation } from '../translation.ts';

/** What a rule lets pass, in Japanese. `…-any`: on every server. */
export const policyAllow = {
  'allow.app.tool': '{{app}} は、{{server}} の「{{tool}}」を呼び出せます。',
  'allow.app.tool-any': '{{app}} は、すべてのサーバーの「{{tool}}」を呼び出せます。',
  'allow.app.tools': '{{app}} は、{{server}} のすべてのツールを呼び出せます。',
  'allow.app.tools-any': '{{app}} は、すべてのサーバーのすべてのツールを呼び出せます。',
  'allow.app.all': '{{app}} は、{{server}} で何でもできます。',
  'allow.app.all-any': '{{app}} は、すべてのサーバーで何でもできます。',
  'allow.app.prompt': '{{app}} は、{{server}} のプロンプト「{{tool}}」を使えます。',
  'allow.app.prompt-any': '{{app}} は、すべてのサーバーのプロンプト「{{tool}}」を使えます。',
  'allow.app.prompts': '{{app}} は、{{server}} のすべてのプロンプトを使えます。',
  'allow.app.prompts-any': '{{app}} は、すべてのサーバーのすべてのプロンプトを使えます。',
  'allow.app.resource': '{{app}} は、{{server}} の「{{tool}}」を読み取れます。',
  'allow.app.resource-any': '{{app}} は、すべてのサーバーの「{{tool}}」を読み取れます。',
  'allow.app.resources': '{{app}} は、{{server}} のすべてのリソースを読み取れます。',
  'allow.app.resources-any': '{{app}} は、すべてのサーバーのすべてのリソースを読み取れます。',
  'allow.app.completion': '{{app}} は、{{server}} に入力の補完を任せられます。',
  'allow.app.completion-any': '{{app}} は、すべてのサーバーに入力の補完を任せられます。',
  'allow.app.sampling': '{{app}} は、{{server}} に自分の AI モデルを使わせることができます。',
  'allow.app.sampling-any': '{{app}} は、すべてのサーバーに自分の AI モデルを使わせることができます。',
  'allow.app.elicitation': '{{app}} は、{{server}} の質問を取り次げます。',
  'allow.app.elicitation-any': '{{app}} は、すべてのサーバーの質問を取り次げます。',
  'allow.app.roots': '{{app}} は、{{server}} に自分の作業フォルダーを知らせられます。',
  'allow.app.roots-any': '{{app}} は、すべてのサーバーに自分の作業フォルダーを知らせられます。',

  'allow.role.tool': '役割「{{role}}」を持つすべての AI アプリは、{{server}} の「{{tool}}」を呼び出せます。',
  'allow.role.tool-any':
    '役割「{{role}}」を持つすべての AI アプリは、すべてのサーバーの「{{tool}}」を呼び出せます。',
  'allow.role.tools':
    '役割「{{role}}」を持つすべての AI アプリは、{{server}} のすべてのツールを呼び出せます。',
  'allow.role.tools-any':
    '役割「{{role}}」を持つすべての AI アプリは、すべてのサーバーのすべてのツールを呼び出せます。',
  'allow.role.all': '役割「{{role}}」を持つすべての AI アプリは、{{server}} で何でもできます。',
  'allow.role.all-any': '役割「{{role}}」を持つすべての AI アプリは、すべてのサーバーで何でもできます。',
  'allow.role.prompt':
    '役割「{{role}}」を持つすべての AI アプリは、{{server}} のプロンプト「{{tool}}」を使えます。',
  'allow.role.prompt-any':
    '役割「{{role}}」を持つすべての AI アプリは、すべてのサーバーのプロンプト「{{tool}}」を使えます。',
  'allow.role.prompts':
    '役割「{{role}}」を持つすべての AI アプリは、{{server}} のすべてのプロンプトを使えます。',
  'allow.role.prompts-any':
    '役割「{{role}}」を持つすべての AI アプリは、すべてのサーバーのすべてのプロンプトを使えます。',
  'allow.role.resource':
    '役割「{{role}}」を持つすべての AI アプリは、{{server}} の「{{tool}}」を読み取れます。',
  'allow.role.resource-any':
    '役割「{{role}}」を持つすべての AI アプリは、すべてのサーバーの「{{tool}}」を読み取れます。',
  'allow.role.resources':
    '役割「{{role}}」を持つすべての AI アプリは、{{server}} のすべてのリソースを読み取れます。',
  'allow.role.resources-any':
    '役割「{{role}}」を持つすべての AI アプリは、すべてのサーバーのすべてのリソースを読み取れます。',
  'allow.role.completion':
    '役割「{{role}}」を持つすべての AI アプリは、{{server}} に入力の補完を任せられます。',
  'allow.role.completion-any':
    '役割「{{role}}」を持つすべての AI アプリは、すべてのサーバーに入力の補完を任せられます。',
  'allow.role.sampling':
    '役割「{{role}}」を持つすべての AI アプリは、{{server}} に自分の AI モデルを使わせることができます。',
  'allow.role.sampling-any':
    '役割「{{role}}」を持つすべての AI アプリは、すべてのサーバーに自分の AI モデルを使わせることができます。',
  'allow.role.elicitation': '役割「{{role}}」を持つすべての AI アプリは、{{server}} の質問を取り次げます。',
  'allow.role.elicitation-any':
    '役割「{{role}}」を持つすべての AI アプリは、すべてのサーバーの質問を取り次げます。',
  'allow.role.roots':
    '役割「{{role}}」を持つすべての AI アプリは、{{server}} に自分の作業フォルダーを知らせられます。',
  'allow.role.roots-any':
    '役割「{{role}}」を持つすべての AI アプリは、すべてのサーバーに自分の作業フォルダーを知らせられます。',

  'allow.every.tool': 'すべての AI アプリは、{{server}} の「{{tool}}」を呼び出せます。',
  'allow.every.tool-any': 'すべての AI アプリは、すべてのサーバーの「{{tool}}」を呼び出せます。',
  'allow.every.tools': 'すべての AI アプリは、{{server}} のすべてのツールを呼び出せます。',
  'allow.every.tools-any': 'すべての AI アプリは、すべてのサーバーのすべてのツールを呼び出せます。',
  'allow.every.all': 'すべての AI アプリは、{{server}} で何でもできます。',
  'allow.every.all-any': 'すべての AI アプリは、すべてのサーバーで何でもできます。',
  'allow.every.prompt': 'すべての AI アプリは、{{server}} のプロンプト「{{tool}}」を使えます。',
  'allow.every.prompt-any': 'すべての AI アプリは、すべてのサーバーのプロンプト「{{tool}}」を使えます。',
  'allow.every.prompts': 'すべての AI アプリは、{{server}} のすべてのプロンプトを使えます。',
  'allow.every.prompts-any': 'すべての AI アプリは、すべてのサーバーのすべてのプロンプトを使えます。',
  'allow.every.resource': 'すべての AI アプリは、{{server}} の「{{tool}}」を読み取れます。',
  'allow.every.resource-any': 'すべての AI アプリは、すべてのサーバーの「{{tool}}」を読み取れます。',
  'allow.every.resources': 'すべての AI アプリは、{{server}} のすべてのリソースを読み取れます。',
  'allow.every.resources-any': 'すべての AI アプリは、すべてのサーバーのすべてのリソースを読み取れます。',
  'allow.every.completion': 'すべての AI アプリは、{{server}} に入力の補完を任せられます。',
  'allow.every.completion-any': 'すべての AI アプリは、すべてのサーバーに入力の補完を任せられます。',
  'allow.every.sampling': 'すべての AI アプリは、{{server}} に自分の AI モデルを使わせることができます。',
  'allow.every.sampling-any':
    'すべての AI アプリは、すべてのサーバーに自分の AI モデルを使わせることができます。',
  'allow.every.elicitation': 'すべての AI アプリは、{{server}} の質問を取り次げます。',
  'allow.every.elicitation-any': 'すべての AI アプリは、すべてのサーバーの質問を取り次げます。',
  'allow.every.roots': 'すべての AI アプリは、{{server}} に自分の作業フォルダーを知らせられます。',
  'allow.every.roots-any': 'すべての AI アプリは、すべてのサーバーに自分の作業フォルダーを知らせられます。',
} as const satisfies Translation<typeof en>;
