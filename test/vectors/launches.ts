import { z } from 'zod';
import { judgeLaunch } from '../../electron/catalog/identity/judge-launch.ts';
import type { Judgement, Row } from './row.ts';

const input = z.object({
  command: z.string(),
  args: z.array(z.string()),
  env: z.record(z.string(), z.string()),
  cwd: z.string().optional(),
});

/** Holds the judgement of a start command against the row's `want`. */
export function judgeStart(row: Row): Judgement {
  const launch = { transport: 'stdio' as const, ...input.parse(row.input) };
  const { verdict, reasons } = judgeLaunch(launch, { platform: process.platform, trustedRegistries: [] });
  return { got: [verdict, ...reasons.map(({ code }) => code)].join(' '), ok: row.want.verdict === verdict };
}
