import type { policyBlockTexts as en } from '../../../shared/texts/policy-block.ts';
import type { Translation } from '../translation.ts';

/** What a rule refuses, in Japanese. `…-any`: on every server. */
export const policyBlock = {
  'block.app.tool': '{{app}} は、{{server}} の「{{tool}}」を呼び出せません。',
  'block.app.tool-any': '{{app}} は、どのサーバーの「{{tool}}」も呼び出せません。',
  'block.app.tools': '{{app}} は、{{server}} のどのツールも呼び出せません。',
  'block.app.tools-any': '{{app}} は、どのサーバーのどのツールも呼び出せません。',
  'block.app.all': '{{app}} は、{{server}} では何もできません。',
  'block.app.all-any': '{{app}} は、どのサーバーでも何もできません。',
  'block.app.prompt': '{{app}} は、{{server}} のプロンプト「{{tool}}」を使えません。',
  'block.app.prompt-any': '{{app}} は、どのサーバーのプロンプト「{{tool}}」も使えません。',
  'block.app.prompts': '{{app}} は、{{server}} のどのプロンプトも使えません。',
  'block.app.prompts-any': '{{app}} は、どのサーバーのどのプロンプトも使えません。',
  'block.app.resource': '{{app}} は、{{server}} の「{{tool}}」を読み取れません。',
  'block.app.resource-any': '{{app}} は、どのサーバーの「{{tool}}」も読み取れません。',
  'block.app.resources': '{{app}} は、{{server}} のどのリソースも読み取れません。',
  'block.app.resources-any': '{{app}} は、どのサーバーのどのリソースも読み取れません。',
  'block.app.completion': '{{app}} は、{{server}} に入力の補完を任せられません。',
  'block.app.completion-any': '{{app}} は、どのサーバーにも入力の補完を任せられません。',
  'block.app.sampling': '{{app}} は、{{server}} に自分の AI モデルを使わせることができません。',
  'block.app.sampling-any': '{{app}} は、どのサーバーにも自分の AI モデルを使わせることができません。',
  'block.app.elicitation': '{{app}} は、{{server}} の質問を取り次げません。',
  'block.app.elicitation-any': '{{app}} は、どのサーバーの質問も取り次げません。',
  'block.app.roots': '{{app}} は、{{server}} に自分の作業フォルダーを知らせられません。',
  'block.app.roots-any': '{{app}} は、どのサーバーにも自分の作業フォルダーを知らせられません。',

  'block.role.tool': '役割「{{role}}」を持つどの AI アプリも、{{server}} の「{{tool}}」を呼び出せません。',
  'block.role.tool-any':
    '役割「{{role}}」を持つどの AI アプリも、どのサーバーの「{{tool}}」も呼び出せません。',
  'block.role.tools': '役割「{{role}}」を持つどの AI アプリも、{{server}} のどのツールも呼び出せません。',
  'block.role.tools-any':
    '役割「{{role}}」を持つどの AI アプリも、どのサーバーのどのツールも呼び出せません。',
  'block.role.all': '役割「{{role}}」を持つどの AI アプリも、{{server}} では何もできません。',
  'block.role.all-any': '役割「{{role}}」を持つどの AI アプリも、どのサーバーでも何もできません。',
  'block.role.prompt':
    '役割「{{role}}」を持つどの AI アプリも、{{server}} のプロンプト「{{tool}}」を使えません。',
  'block.role.prompt-any':
    '役割「{{role}}」を持つどの AI アプリも、どのサーバーのプロンプト「{{tool}}」も使えません。',
  'block.role.prompts': '役割「{{role}}」を持つどの AI アプリも、{{server}} のどのプロンプトも使えません。',
  'block.role.prompts-any':
    '役割「{{role}}」を持つどの AI アプリも、どのサーバーのどのプロンプトも使えません。',
  'block.role.resource':
    '役割「{{role}}」を持つどの AI アプリも、{{server}} の「{{tool}}」を読み取れません。',
  'block.role.resource-any':
    '役割「{{role}}」を持つどの AI アプリも、どのサーバーの「{{tool}}」も読み取れません。',
  'block.role.resources':
    '役割「{{role}}」を持つどの AI アプリも、{{server}} のどのリソースも読み取れません。',
  'block.role.resources-any':
    '役割「{{role}}」を持つどの AI アプリも、どのサーバーのどのリソースも読み取れません。',
  'block.role.completion':
    '役割「{{role}}」を持つどの AI アプリも、{{server}} に入力の補完を任せられません。',
  'block.role.completion-any':
    '役割「{{role}}」を持つどの AI アプリも、どのサーバーにも入力の補完を任せられません。',
  'block.role.sampling':
    '役割「{{role}}」を持つどの AI アプリも、{{server}} に自分の AI モデルを使わせることができません。',
  'block.role.sampling-any':
    '役割「{{role}}」を持つどの AI アプリも、どのサーバーにも自分の AI モデルを使わせることができません。',
  'block.role.elicitation': '役割「{{role}}」を持つどの AI アプリも、{{server}} の質問を取り次げません。',
  'block.role.elicitation-any':
    '役割「{{role}}」を持つどの AI アプリも、どのサーバーの質問も取り次げません。',
  'block.role.roots':
    '役割「{{role}}」を持つどの AI アプリも、{{server}} に自分の作業フォルダーを知らせられません。',
  'block.role.roots-any':
    '役割「{{role}}」を持つどの AI アプリも、どのサーバーにも自分の作業フォルダーを知らせられません。',

  'block.every.tool': 'どの AI アプリも、{{server}} の「{{tool}}」を呼び出せません。',
  'block.every.tool-any': 'どの AI アプリも、どのサーバーの「{{tool}}」も呼び出せません。',
  'block.every.tools': 'どの AI アプリも、{{server}} のどのツールも呼び出せません。',
  'block.every.tools-any': 'どの AI アプリも、どのサーバーのどのツールも呼び出せません。',
  'block.every.all': 'どの AI アプリも、{{server}} では何もできません。',
  'block.every.all-any': 'どの AI アプリも、どのサーバーでも何もできません。',
  'block.every.prompt': 'どの AI アプリも、{{server}} のプロンプト「{{tool}}」を使えません。',
  'block.every.prompt-any': 'どの AI アプリも、どのサーバーのプロンプト「{{tool}}」も使えません。',
  'block.every.prompts': 'どの AI アプリも、{{server}} のどのプロンプトも使えません。',
  'block.every.prompts-any': 'どの AI アプリも、どのサーバーのどのプロンプトも使えません。',
  'block.every.resource': 'どの AI アプリも、{{server}} の「{{tool}}」を読み取れません。',
  'block.every.resource-any': 'どの AI アプリも、どのサーバーの「{{tool}}」も読み取れません。',
  'block.every.resources': 'どの AI アプリも、{{server}} のどのリソースも読み取れません。',
  'block.every.resources-any': 'どの AI アプリも、どのサーバーのどのリソースも読み取れません。',
  'block.every.completion': 'どの AI アプリも、{{server}} に入力の補完を任せられません。',
  'block.every.completion-any': 'どの AI アプリも、どのサーバーにも入力の補完を任せられません。',
  'block.every.sampling': 'どの AI アプリも、{{server}} に自分の AI モデルを使わせることができません。',
  'block.every.sampling-any':
    'どの AI アプリも、どのサーバーにも自分の AI モデルを使わせることができません。',
  'block.every.elicitation': 'どの AI アプリも、{{server}} の質問を取り次げません。',
  'block.every.elicitation-any': 'どの AI アプリも、どのサーバーの質問も取り次げません。',
  'block.every.roots': 'どの AI アプリも、{{server}} に自分の作業フォルダーを知らせられません。',
  'block.every.roots-any': 'どの AI アプリも、どのサーバーにも自分の作業フォルダーを知らせられません。',
} as const satisfies Translation<typeof en>;
