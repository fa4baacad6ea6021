import { ok } from '../../shared/result.ts';
import { type CliCommand, EXIT } from './command.ts';

/** The tour; loaded only when asked for, because it brings an MCP client with it. */
export const demoCommand: CliCommand = {
  name: 'demo',
  usage: '',
  does: 'A tour of about a minute on real servers in a throw-away profile.',
  operator: false,
  options: {},
  examples: ['doorward demo'],
  async run({ world }) {
    const { demo } = await import('./demo/demo.ts');
    const say = (line: string): void => void world.stdout.write(`${line}\n`);
    const code = await demo({ say, self: [process.execPath, world.cliFile] });
    return ok(code === 0 ? EXIT.done : EXIT.failed);
  },
};
