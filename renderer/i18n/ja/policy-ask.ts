import type { policyAskTexts as en } from '../../../shared/texts/policy-ask.ts';
import type { Translation } from '../translation.ts';

/** What a rule asks about, in Japanese. `…-any`: on every server. */
export const policyAsk = {
  'ask.app.tool': '{{app}} は、あなたがその都度許可した場合に限り、{{server}} の「{{tool}}」を呼び出せます。',
  'ask.app.tool-any':
    '{{app}} は、あなたがその都度許可した場合に限り、すべてのサーバーの「{{tool}}」を呼び出せます。',
  'ask.app.tools':
    '{{app}} は、あなたがその都度許可した場合に限り、{{server}} のすべてのツールを呼び出せます。',
  'ask.app.tools-any':
    '{{app}} は、あなたがその都度許可した場合に限り、すべてのサーバーのすべてのツールを呼び出せます。',
  'ask.app.all': '{{app}} は、あなたがその都度許可した場合に限り、{{server}} で何でもできます。',
  'ask.app.all-any': '{{app}} は、あなたがその都度許可した場合に限り、すべてのサーバーで何でもできます。',
  'ask.app.prompt':
    '{{app}} は、あなたがその都度許可した場合に限り、{{server}} のプロンプト「{{tool}}」を使えます。',
  'ask.app.prompt-any':
    '{{app}} は、あなたがその都度許可した場合に限り、すべてのサーバーのプロンプト「{{tool}}」を使えます。',
  'ask.app.prompts':
    '{{app}} は、あなたがその都度許可した場合に限り、{{server}} のすべてのプロンプトを使えます。',
  'ask.app.prompts-any':
    '{{app}} は、あなたがその都度許可した場合に限り、すべてのサーバーのすべてのプロンプトを使えます。',
  'ask.app.resource':
    '{{app}} は、あなたがその都度許可した場合に限り、{{server}} の「{{tool}}」を読み取れます。',
  'ask.app.resource-any':
    '{{app}} は、あなたがその都度許可した場合に限り、すべてのサーバーの「{{tool}}」を読み取れます。',
  'ask.app.resources':
    '{{app}} は、あなたがその都度許可した場合に限り、{{server}} のすべてのリソースを読み取れます。',
  'ask.app.resources-any':
    '{{app}} は、あなたがその都度許可した場合に限り、すべてのサーバーのすべてのリソースを読み取れます。',
  'ask.app.completion':
    '{{app}} は、あなたがその都度許可した場合に限り、{{server}} に入力の補完を任せられます。',
  'ask.app.completion-any':
    '{{app}} は、あなたがその都度許可した場合に限り、すべてのサーバーに入力の補完を任せられます。',
  'ask.app.sampling':
    '{{app}} は、あなたがその都度許可した場合に限り、{{server}} に自分の AI モデルを使わせることができます。',
  'ask.app.sampling-any':
    '{{app}} は、あなたがその都度許可した場合に限り、すべてのサーバーに自分の AI モデルを使わせることができます。',
  'ask.app.elicitation': '{{app}} は、あなたがその都度許可した場合に限り、{{server}} の質問を取り次げます。',
  'ask.app.elicitation-any':
    '{{app}} は、あなたがその都度許可した場合に限り、すべてのサーバーの質問を取り次げます。',
  'ask.app.roots':
    '{{app}} は、あなたがその都度許可した場合に限り、{{server}} に自分の作業フォルダーを知らせられます。',
  'ask.app.roots-any':
    '{{app}} は、あなたがその都度許可した場合に限り、すべてのサーバーに自分の作業フォルダーを知らせられます。',

  'ask.role.tool':
    '役割「{{role}}」を持つすべての AI アプリは、あなたがその都度許可した場合に限り、{{server}} の「{{tool}}」を呼び出せます。',
  'ask.role.tool-any':
    '役割「{{role}}」を持つすべての AI アプリは、あなたがその都度許可した場合に限り、すべてのサーバーの「{{tool}}」を呼び出せます。',
  'ask.role.tools':
    '役割「{{role}}」を持つすべての AI アプリは、あなたがその都度許可した場合に限り、{{server}} のすべてのツールを呼び出せます。',
  'ask.role.tools-any':
    '役割「{{role}}」を持つすべての AI アプリは、あなたがその都度許可した場合に限り、すべてのサーバーのすべてのツールを呼び出せます。',
  'ask.role.all':
    '役割「{{role}}」を持つすべての AI アプリは、あなたがその都度許可した場合に限り、{{server}} で何でもできます。',
  'ask.role.all-any':
    '役割「{{role}}」を持つすべての AI アプリは、あなたがその都度許可した場合に限り、すべてのサーバーで何でもできます。',
  'ask.role.prompt':
    '役割「{{role}}」を持つすべての AI アプリは、あなたがその都度許可した場合に限り、{{server}} のプロンプト「{{tool}}」を使えます。',
  'ask.role.prompt-any':
    '役割「{{role}}」を持つすべての AI アプリは、あなたがその都度許可した場合に限り、すべてのサーバーのプロンプト「{{tool}}」を使えます。',
  'ask.role.prompts':
    '役割「{{role}}」を持つすべての AI アプリは、あなたがその都度許可した場合に限り、{{server}} のすべてのプロンプトを使えます。',
  'ask.role.prompts-any':
    '役割「{{role}}」を持つすべての AI アプリは、あなたがその都度許可した場合に限り、すべてのサーバーのすべてのプロンプトを使えます。',
  'ask.role.resource':
    '役割「{{role}}」を持つすべての AI アプリは、あなたがその都度許可した場合に限り、{{server}} の「{{tool}}」を読み取れます。',
  'ask.role.resource-any':
    '役割「{{role}}」を持つすべての AI アプリは、あなたがその都度許可した場合に限り、すべてのサーバーの「{{tool}}」を読み取れます。',
  'ask.role.resources':
    '役割「{{role}}」を持つすべての AI アプリは、あなたがその都度許可した場合に限り、{{server}} のすべてのリソースを読み取れます。',
  'ask.role.resources-any':
    '役割「{{role}}」を持つすべての AI アプリは、あなたがその都度許可した場合に限り、すべてのサーバーのすべてのリソースを読み取れます。',
  'ask.role.completion':
    '役割「{{role}}」を持つすべての AI アプリは、あなたがその都度許可した場合に限り、{{server}} に入力の補完を任せられます。',
  'ask.role.completion-any':
    '役割「{{role}}」を持つすべての AI アプリは、あなたがその都度許可した場合に限り、すべてのサーバーに入力の補完を任せられます。',
  'ask.role.sampling':
    '役割「{{role}}」を持つすべての AI アプリは、あなたがその都度許可した場合に限り、{{server}} に自分の AI モデルを使わせることができます。',
  'ask.role.sampling-any':
    '役割「{{role}}」を持つすべての AI アプリは、あなたがその都度許可した場合に限り、すべてのサーバーに自分の AI モデルを使わせることができます。',
  'ask.role.elicitation':
    '役割「{{role}}」を持つすべての AI アプリは、あなたがその都度許可した場合に限り、{{server}} の質問を取り次げます。',
  'ask.role.elicitation-any':
    '役割「{{role}}」を持つすべての AI アプリは、あなたがその都度許可した場合に限り、すべてのサーバーの質問を取り次げます。',
  'ask.role.roots':
    '役割「{{role}}」を持つすべての AI アプリは、あなたがその都度許可した場合に限り、{{server}} に自分の作業フォルダーを知らせられます。',
  'ask.role.roots-any':
    '役割「{{role}}」を持つすべての AI アプリは、あなたがその都度許可した場合に限り、すべてのサーバーに自分の作業フォルダーを知らせられます。',

  'ask.every.tool':
    'すべての AI アプリは、あなたがその都度許可した場合に限り、{{server}} の「{{tool}}」を呼び出せます。',
  'ask.every.tool-any':
    'すべての AI アプリは、あなたがその都度許可した場合に限り、すべてのサーバーの「{{tool}}」を呼び出せます。',
  'ask.every.tools':
    'すべての AI アプリは、あなたがその都度許可した場合に限り、{{server}} のすべてのツールを呼び出せます。',
  'ask.every.tools-any':
    'すべての AI アプリは、あなたがその都度許可した場合に限り、すべてのサーバーのすべてのツールを呼び出せます。',
  'ask.every.all': 'すべての AI アプリは、あなたがその都度許可した場合に限り、{{server}} で何でもできます。',
  'ask.every.all-any':
    'すべての AI アプリは、あなたがその都度許可した場合に限り、すべてのサーバーで何でもできます。',
  'ask.every.prompt':
    'すべての AI アプリは、あなたがその都度許可した場合に限り、{{server}} のプロンプト「{{tool}}」を使えます。',
  'ask.every.prompt-any':
    'すべての AI アプリは、あなたがその都度許可した場合に限り、すべてのサーバーのプロンプト「{{tool}}」を使えます。',
  'ask.every.prompts':
    'すべての AI アプリは、あなたがその都度許可した場合に限り、{{server}} のすべてのプロンプトを使えます。',
  'ask.every.prompts-any':
    'すべての AI アプリは、あなたがその都度許可した場合に限り、すべてのサーバーのすべてのプロンプトを使えます。',
  'ask.every.resource':
    'すべての AI アプリは、あなたがその都度許可した場合に限り、{{server}} の「{{tool}}」を読み取れます。',
  'ask.every.resource-any':
    'すべての AI アプリは、あなたがその都度許可した場合に限り、すべてのサーバーの「{{tool}}」を読み取れます。',
  'ask.every.resources':
    'すべての AI アプリは、あなたがその都度許可した場合に限り、{{server}} のすべてのリソースを読み取れます。',
  'ask.every.resources-any':
    'すべての AI アプリは、あなたがその都度許可した場合に限り、すべてのサーバーのすべてのリソースを読み取れます。',
  'ask.every.completion':
    'すべての AI アプリは、あなたがその都度許可した場合に限り、{{server}} に入力の補完を任せられます。',
  'ask.every.completion-any':
    'すべての AI アプリは、あなたがその都度許可した場合に限り、すべてのサーバーに入力の補完を任せられます。',
  'ask.every.sampling':
    'すべての AI アプリは、あなたがその都度許可した場合に限り、{{server}} に自分の AI モデルを使わせることができます。',
  'ask.every.sampling-any':
    'すべての AI アプリは、あなたがその都度許可した場合に限り、すべてのサーバーに自分の AI モデルを使わせることができます。',
  'ask.every.elicitation':
    'すべての AI アプリは、あなたがその都度許可した場合に限り、{{server}} の質問を取り次げます。',
  'ask.every.elicitation-any':
    'すべての AI アプリは、あなたがその都度許可した場合に限り、すべてのサーバーの質問を取り次げます。',
  'ask.every.roots':
    'すべての AI アプリは、あなたがその都度許可した場合に限り、{{server}} に自分の作業フォルダーを知らせられます。',
  'ask.every.roots-any':
    'すべての AI アプリは、あなたがその都度許可した場合に限り、すべてのサーバーに自分の作業フォルダーを知らせられます。',
} as const satisfies Translation<typeof en>;
