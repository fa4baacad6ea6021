import { hostAdding } from './host-adding.ts';
import { hostApps } from './host-apps.ts';
import { hostChecks } from './host-checks.ts';
import { hostChoices } from './host-choices.ts';
import { hostCommands } from './host-commands.ts';
import { hostFindings } from './host-findings.ts';
import { hostForms } from './host-forms.ts';
import { hostHealth } from './host-health.ts';
import { hostLimits } from './host-limits.ts';
import { hostLog } from './host-log.ts';
import { hostPieces } from './host-pieces.ts';
import { hostRefusals } from './host-refusals.ts';
import { hostSignIn } from './host-sign-in.ts';
import { hostVault } from './host-vault.ts';
import type { hostSentences as en } from '../en/host-sentences.ts';
import type { Translation } from '../translation.ts';

/** The sentences of the host in this language, by area. */
export const hostSentences = {
  commands: hostCommands,
  apps: hostApps,
  adding: hostAdding,
  health: hostHealth,
  signIn: hostSignIn,
  vault: hostVault,
  log: hostLog,
  checks: hostChecks,
  choices: hostChoices,
  refusals: hostRefusals,
  findings: hostFindings,
  limits: hostLimits,
  forms: hostForms,
  pieces: hostPieces,
} as const satisfies Translation<typeof en>;
