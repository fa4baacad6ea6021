import { ownModule } from '../paths.ts';
import { homeIn, runProgram } from './run-program.ts';
import {
  DOCUMENT,
  ECHO,
  ECHOED,
  expectIn,
  MESSAGE,
  PROMPT,
  PROMPTED,
  RESOURCE,
  type Target,
  type Trial,
} from './target.ts';

const PROGRAM = ownModule('@modelcontextprotocol/inspector/clients/launcher/build/index.js');

async function inspect({ url, token, home }: Target, ...method: string[]): Promise<string> {
  const args = [PROGRAM, '--cli', url, '--transport', 'http', '--header', `Authorization: Bearer ${token}`];
  const { code, stdout, all } = await runProgram(
    process.execPath,
    [...args, '--method', ...method],
    homeIn(home),
    home,
  );
  if (code !== 0) throw new Error(`${method[0]} ended with ${code}: ${all.slice(0, 600)}`);
  return stdout;
}

/** MCP Inspector without its web page. */
export const inspectorTrial: Trial = {
  client: 'MCP Inspector 2.12.0, CLI',
  async run(target) {
    expectIn(await inspect(target, 'tools/list'), ECHO, 'tools');
    const call = ['tools/call', '--tool-name', ECHO, '--tool-arg', `message=${MESSAGE}`];
    expectIn(await inspect(target, ...call), ECHOED, 'call');
    expectIn(await inspect(target, 'resources/read', '--uri', RESOURCE), DOCUMENT, 'resource');
    expectIn(await inspect(target, 'prompts/get', '--prompt-name', PROMPT), PROMPTED, 'prompt');
    return ['tools', 'call', 'resource', 'prompt'];
  },
};
