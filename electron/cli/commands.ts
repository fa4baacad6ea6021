import { appCommands } from './app-commands.ts';
import { approvalCommands } from './approval-commands.ts';
import type { CliCommand } from './command.ts';
import { connectCommand } from './connect.ts';
import { demoCommand } from './demo-command.ts';
import { doctorCommand } from './doctor-command.ts';
import { inspectionCommands } from './inspection-commands.ts';
import { limitCommands } from './limit-commands.ts';
import { listedCommands } from './listed-commands.ts';
import { logCareCommands } from './log-care-commands.ts';
import { logCommands } from './log-commands.ts';
import { operatorCommand } from './operator-command.ts';
import { otherCommands } from './other-commands.ts';
import { policyCommands } from './policy-commands.ts';
import { profileCommands } from './profile-commands.ts';
import { registryCommands } from './registry-commands.ts';
import { ruleCommands } from './rule-commands.ts';
import { sendCommands } from './send-commands.ts';
import { serveCommand } from './serve.ts';
import { signInCommands } from './sign-in-commands.ts';
import { secretCommands } from './secret-commands.ts';
import { serverCommands } from './server-commands.ts';
import { shapingCommands } from './shaping-commands.ts';
import { textCommands } from './text-commands.ts';
import { toolCommands } from './tool-commands.ts';
import { uninstallCommand } from './uninstall-command.ts';

/** Every command of the command line, in the order in which help shows them. */
export const commands: readonly CliCommand[] = [
  serveCommand,
  connectCommand,
  ...otherCommands.filter(({ name }) => name === 'status' || name.startsWith('client ')),
  ...listedCommands,
  ...appCommands,
  ...serverCommands,
  ...registryCommands,
  ...signInCommands,
  ...toolCommands,
  ...secretCommands,
  ...approvalCommands,
  ...ruleCommands,
  ...profileCommands,
  ...inspectionCommands,
  ...limitCommands,
  ...policyCommands,
  ...otherCommands.filter(({ name }) => name.startsWith('guard ')),
  ...logCommands,
  ...logCareCommands,
  ...sendCommands,
  ...textCommands,
  ...shapingCommands,
  operatorCommand,
  doctorCommand,
  demoCommand,
  uninstallCommand,
];
