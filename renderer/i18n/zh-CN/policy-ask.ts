import type { policyAskTexts as en } from '../../../shared/texts/policy-ask.ts';
import type { Translation } from '../translation.ts';

/** What a rule asks about, in simplified Chinese. `…-any`: on every server. */
export const policyAsk = {
  'ask.app.tool': '{{app}} 可以调用 {{server}} 上的“{{tool}}”，但每次都须经您允许。',
  'ask.app.tool-any': '{{app}} 可以调用任何服务器上的“{{tool}}”，但每次都须经您允许。',
  'ask.app.tools': '{{app}} 可以调用 {{server}} 上的任何工具，但每次都须经您允许。',
  'ask.app.tools-any': '{{app}} 可以调用任何服务器上的任何工具，但每次都须经您允许。',
  'ask.app.all': '{{app}} 可以在 {{server}} 上做任何事，但每次都须经您允许。',
  'ask.app.all-any': '{{app}} 可以在任何服务器上做任何事，但每次都须经您允许。',
  'ask.app.prompt': '{{app}} 可以使用 {{server}} 的提示词“{{tool}}”，但每次都须经您允许。',
  'ask.app.prompt-any': '{{app}} 可以使用任何服务器的提示词“{{tool}}”，但每次都须经您允许。',
  'ask.app.prompts': '{{app}} 可以使用 {{server}} 的任何提示词，但每次都须经您允许。',
  'ask.app.prompts-any': '{{app}} 可以使用任何服务器的任何提示词，但每次都须经您允许。',
  'ask.app.resource': '{{app}} 可以读取 {{server}} 的“{{tool}}”，但每次都须经您允许。',
  'ask.app.resource-any': '{{app}} 可以读取任何服务器的“{{tool}}”，但每次都须经您允许。',
  'ask.app.resources': '{{app}} 可以读取 {{server}} 的任何资源，但每次都须经您允许。',
  'ask.app.resources-any': '{{app}} 可以读取任何服务器的任何资源，但每次都须经您允许。',
  'ask.app.completion': '{{app}} 可以让 {{server}} 补全输入的内容，但每次都须经您允许。',
  'ask.app.completion-any': '{{app}} 可以让任何服务器补全输入的内容，但每次都须经您允许。',
  'ask.app.sampling': '{{app}} 可以把自己的 AI 模型提供给 {{server}} 使用，但每次都须经您允许。',
  'ask.app.sampling-any': '{{app}} 可以把自己的 AI 模型提供给任何服务器使用，但每次都须经您允许。',
  'ask.app.elicitation': '{{app}} 可以转达 {{server}} 的问题，但每次都须经您允许。',
  'ask.app.elicitation-any': '{{app}} 可以转达任何服务器的问题，但每次都须经您允许。',
  'ask.app.roots': '{{app}} 可以把自己的工作文件夹告诉 {{server}}，但每次都须经您允许。',
  'ask.app.roots-any': '{{app}} 可以把自己的工作文件夹告诉任何服务器，但每次都须经您允许。',

  'ask.role.tool':
    '每个具有角色“{{role}}”的 AI 应用都可以调用 {{server}} 上的“{{tool}}”，但每次都须经您允许。',
  'ask.role.tool-any':
    '每个具有角色“{{role}}”的 AI 应用都可以调用任何服务器上的“{{tool}}”，但每次都须经您允许。',
  'ask.role.tools':
    '每个具有角色“{{role}}”的 AI 应用都可以调用 {{server}} 上的任何工具，但每次都须经您允许。',
  'ask.role.tools-any':
    '每个具有角色“{{role}}”的 AI 应用都可以调用任何服务器上的任何工具，但每次都须经您允许。',
  'ask.role.all': '每个具有角色“{{role}}”的 AI 应用都可以在 {{server}} 上做任何事，但每次都须经您允许。',
  'ask.role.all-any': '每个具有角色“{{role}}”的 AI 应用都可以在任何服务器上做任何事，但每次都须经您允许。',
  'ask.role.prompt':
    '每个具有角色“{{role}}”的 AI 应用都可以使用 {{server}} 的提示词“{{tool}}”，但每次都须经您允许。',
  'ask.role.prompt-any':
    '每个具有角色“{{role}}”的 AI 应用都可以使用任何服务器的提示词“{{tool}}”，但每次都须经您允许。',
  'ask.role.prompts':
    '每个具有角色“{{role}}”的 AI 应用都可以使用 {{server}} 的任何提示词，但每次都须经您允许。',
  'ask.role.prompts-any':
    '每个具有角色“{{role}}”的 AI 应用都可以使用任何服务器的任何提示词，但每次都须经您允许。',
  'ask.role.resource':
    '每个具有角色“{{role}}”的 AI 应用都可以读取 {{server}} 的“{{tool}}”，但每次都须经您允许。',
  'ask.role.resource-any':
    '每个具有角色“{{role}}”的 AI 应用都可以读取任何服务器的“{{tool}}”，但每次都须经您允许。',
  'ask.role.resources':
    '每个具有角色“{{role}}”的 AI 应用都可以读取 {{server}} 的任何资源，但每次都须经您允许。',
  'ask.role.resources-any':
    '每个具有角色“{{role}}”的 AI 应用都可以读取任何服务器的任何资源，但每次都须经您允许。',
  'ask.role.completion':
    '每个具有角色“{{role}}”的 AI 应用都可以让 {{server}} 补全输入的内容，但每次都须经您允许。',
  'ask.role.completion-any':
    '每个具有角色“{{role}}”的 AI 应用都可以让任何服务器补全输入的内容，但每次都须经您允许。',
  'ask.role.sampling':
    '每个具有角色“{{role}}”的 AI 应用都可以把自己的 AI 模型提供给 {{server}} 使用，但每次都须经您允许。',
  'ask.role.sampling-any':
    '每个具有角色“{{role}}”的 AI 应用都可以把自己的 AI 模型提供给任何服务器使用，但每次都须经您允许。',
  'ask.role.elicitation':
    '每个具有角色“{{role}}”的 AI 应用都可以转达 {{server}} 的问题，但每次都须经您允许。',
  'ask.role.elicitation-any':
    '每个具有角色“{{role}}”的 AI 应用都可以转达任何服务器的问题，但每次都须经您允许。',
  'ask.role.roots':
    '每个具有角色“{{role}}”的 AI 应用都可以把自己的工作文件夹告诉 {{server}}，但每次都须经您允许。',
  'ask.role.roots-any':
    '每个具有角色“{{role}}”的 AI 应用都可以把自己的工作文件夹告诉任何服务器，但每次都须经您允许。',

  'ask.every.tool': '每个 AI 应用都可以调用 {{server}} 上的“{{tool}}”，但每次都须经您允许。',
  'ask.every.tool-any': '每个 AI 应用都可以调用任何服务器上的“{{tool}}”，但每次都须经您允许。',
  'ask.every.tools': '每个 AI 应用都可以调用 {{server}} 上的任何工具，但每次都须经您允许。',
  'ask.every.tools-any': '每个 AI 应用都可以调用任何服务器上的任何工具，但每次都须经您允许。',
  'ask.every.all': '每个 AI 应用都可以在 {{server}} 上做任何事，但每次都须经您允许。',
  'ask.every.all-any': '每个 AI 应用都可以在任何服务器上做任何事，但每次都须经您允许。',
  'ask.every.prompt': '每个 AI 应用都可以使用 {{server}} 的提示词“{{tool}}”，但每次都须经您允许。',
  'ask.every.prompt-any': '每个 AI 应用都可以使用任何服务器的提示词“{{tool}}”，但每次都须经您允许。',
  'ask.every.prompts': '每个 AI 应用都可以使用 {{server}} 的任何提示词，但每次都须经您允许。',
  'ask.every.prompts-any': '每个 AI 应用都可以使用任何服务器的任何提示词，但每次都须经您允许。',
  'ask.every.resource': '每个 AI 应用都可以读取 {{server}} 的“{{tool}}”，但每次都须经您允许。',
  'ask.every.resource-any': '每个 AI 应用都可以读取任何服务器的“{{tool}}”，但每次都须经您允许。',
  'ask.every.resources': '每个 AI 应用都可以读取 {{server}} 的任何资源，但每次都须经您允许。',
  'ask.every.resources-any': '每个 AI 应用都可以读取任何服务器的任何资源，但每次都须经您允许。',
  'ask.every.completion': '每个 AI 应用都可以让 {{server}} 补全输入的内容，但每次都须经您允许。',
  'ask.every.completion-any': '每个 AI 应用都可以让任何服务器补全输入的内容，但每次都须经您允许。',
  'ask.every.sampling': '每个 AI 应用都可以把自己的 AI 模型提供给 {{server}} 使用，但每次都须经您允许。',
  'ask.every.sampling-any': '每个 AI 应用都可以把自己的 AI 模型提供给任何服务器使用，但每次都须经您允许。',
  'ask.every.elicitation': '每个 AI 应用都可以转达 {{server}} 的问题，但每次都须经您允许。',
  'ask.every.elicitation-any': '每个 AI 应用都可以转达任何服务器的问题，但每次都须经您允许。',
  'ask.every.roots': '每个 AI 应用都可以把自己的工作文件夹告诉 {{server}}，但每次都须经您允许。',
  'ask.every.roots-any': '每个 AI 应用都可以把自己的工作文件夹告诉任何服务器，但每次都须经您允许。',
} as const satisfies Translation<typeof en>;
