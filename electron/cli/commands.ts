import { approvalCommands } from './approval-commands.ts';
import type { CliCommand } from './command.ts';
import { connectCommand } from './connect.ts';
import { demoCommand } from './demo-command.ts';
import { doctorCommand } from './doctor-command.ts';
import { operatorCommand } from './operator-command.ts';
import { otherCommands } from './other-commands.ts';
import { policyCommands } from './policy-commands.ts';
import { ruleCommands } from './rule-commands.ts';
import { serveCommand } from './serve.ts';
import { secretCommands } from './secret-commands.ts';
import { serverCommands } from './server-commands.ts';
import { toolCommands } from './tool-commands.ts';

/** Every command of the command line, in the order in which help shows them. */
export const commands: readonly CliCommand[] = [
  serveCommand,
  connectCommand,
  ...otherCommands.filter(({ name }) => name === 'status' || name.startsWith('client ')),
  ...serverCommands,
  ...toolCommands,
  ...secretCommands,
  ...approvalCommands,
  ...ruleCommands,
  ...policyCommands,
  ...otherCommands.filter(({ name }) => name.startsWith('guard ')),
  ...otherCommands.filter(({ name }) => name.startsWith('log ')),
  operatorCommand,
  doctorCommand,
  demoCommand,
];
