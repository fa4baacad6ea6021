import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import { tail } from '../fixtures/child.ts';

/** One scenario of the official suites about signing in, as Doorward did in it. */
export interface AuthRun {
  readonly suite: string;
  readonly scenario: string;
  readonly passed: number;
  readonly failed: number;
  readonly warned: number;
  /** What did not pass, one line each; empty when all is well. */
  readonly misses: readonly string[];
  /** Why it need not pass; undefined when it has to. */
  readonly exception: string | undefined;
}

interface AuthSuite {
  readonly label: string;
  readonly file: string;
  readonly args: readonly string[];
  readonly scenarios: readonly string[];
}

const SCENARIO_MS = 90_000;
const modules = fileURLToPath(new URL('../../node_modules/', import.meta.url));
const client = fileURLToPath(new URL('auth-client.ts', import.meta.url));
const released = join(modules, '@modelcontextprotocol/conformance/dist/index.js');
const prerelease = join(modules, 'conformance-next/dist/index.js');

const JWT = 'Doorward shows itself with a secret or with none, not with signed assertions (private_key_jwt)';
const ENTERPRISE =
  'an extension that Doorward does not have: enterprise-managed authorization (token exchange)';
const DPOP = 'an extension that Doorward does not have: tokens bound to a key (DPoP)';
/** Extensions, which no revision requires and the suites do not score; and a mistake in the released suite. */
const EXCEPTIONS: Readonly<Record<string, string>> = {
  'auth/client-credentials-jwt': JWT,
  'auth/cross-app-access-complete-flow': ENTERPRISE,
  'auth/enterprise-managed-authorization': ENTERPRISE,
  'auth/dpop': DPOP,
  'auth/dpop-nonce': DPOP,
  'auth/wif-jwt-bearer': JWT,
  // RFC 8414 §3.3; the official SDK refuses it as well, and the later suite has corrected its server.
  '0.1.16 auth/2025-03-26-oauth-metadata-backcompat':
    "the suite's server calls itself another issuer than the one that it is found at",
};

const base = [
  'auth/metadata-default',
  'auth/metadata-var1',
  'auth/metadata-var2',
  'auth/metadata-var3',
  'auth/basic-cimd',
  'auth/scope-from-www-authenticate',
  'auth/scope-from-scopes-supported',
  'auth/scope-omitted-when-undefined',
  'auth/scope-step-up',
  'auth/scope-retry-limit',
  'auth/token-endpoint-auth-basic',
  'auth/token-endpoint-auth-post',
  'auth/token-endpoint-auth-none',
  'auth/pre-registration',
];
const first = ['auth/2025-03-26-oauth-metadata-backcompat', 'auth/2025-03-26-oauth-endpoint-fallback'];
const newer = ['auth/resource-mismatch', 'auth/offline-access-scope', 'auth/offline-access-not-supported'];
const newest = [
  'auth/authorization-server-migration',
  'auth/iss-supported',
  'auth/iss-not-advertised',
  'auth/iss-supported-missing',
  'auth/iss-wrong-issuer',
  'auth/iss-unexpected',
  'auth/iss-normalized',
  'auth/metadata-issuer-mismatch',
];

/** The suites with the scenarios that they have, as `list` names them. */
export function authSuites(): AuthSuite[] {
  return [
    {
      label: '0.1.16',
      file: released,
      args: [],
      scenarios: [
        ...base,
        ...first,
        ...newer,
        'auth/client-credentials-jwt',
        'auth/client-credentials-basic',
        'auth/cross-app-access-complete-flow',
      ],
    },
    { label: 'next 2025-03-26', file: prerelease, args: ['--spec-version', '2025-03-26'], scenarios: first },
    { label: 'next 2025-11-25', file: prerelease, args: ['--spec-version', '2025-11-25'], scenarios: base },
    {
      label: 'next 2026-07-28',
      file: prerelease,
      args: ['--spec-version', '2026-07-28'],
      scenarios: [...base, ...newer, ...newest],
    },
    {
      label: 'next extensions',
      file: prerelease,
      args: [],
      scenarios: [
        'auth/client-credentials-jwt',
        'auth/client-credentials-basic',
        'auth/enterprise-managed-authorization',
        'auth/dpop',
        'auth/dpop-nonce',
        'auth/wif-jwt-bearer',
      ],
    },
  ];
}

const checksSchema = z.array(
  z.object({ id: z.string(), status: z.string(), description: z.string().optional() }),
);

function checksIn(folder: string): z.infer<typeof checksSchema> {
  const file = readdirSync(folder, { recursive: true, encoding: 'utf8' }).find((name) =>
    name.endsWith('checks.json'),
  );
  return file === undefined ? [] : checksSchema.parse(JSON.parse(readFileSync(join(folder, file), 'utf8')));
}

/**
 * Runs one scenario with a Doorward as the client under test (`--command`), and reads the verdicts that the suite
 * writes. A warning counts as a miss: it is a SHOULD of the specification. So does a run of which there is no verdict.
 */
export async function runAuthScenario({ label, file, args }: AuthSuite, scenario: string): Promise<AuthRun> {
  const folder = mkdtempSync(join(tmpdir(), 'doorward-conformance-'));
  try {
    const command = `${process.execPath} ${client}`;
    const child = spawn(
      process.execPath,
      [
        file,
        'client',
        '--command',
        command,
        '--scenario',
        scenario,
        '--timeout',
        '60000',
        '-o',
        folder,
        ...args,
      ],
      { stdio: ['ignore', 'pipe', 'pipe'], timeout: SCENARIO_MS, killSignal: 'SIGKILL' },
    );
    const said = [tail(child.stdout), tail(child.stderr)];
    await once(child, 'close');
    const checks = checksIn(folder);
    const bad = checks.filter(({ status }) => status === 'FAILURE' || status === 'WARNING');
    const misses = bad.map(({ id, description = '' }) => `${id}: ${description}`);
    // Of a scenario that must end with a refusal, the suite itself says that the client may fail.
    if (child.exitCode !== 0 && misses.length === 0)
      misses.push(
        `exit ${child.exitCode}: ${said
          .map((text) => text())
          .join('')
          .slice(-600)}`,
      );
    if (checks.length === 0) misses.push('it gave no verdict');
    return {
      suite: label,
      scenario,
      passed: checks.filter(({ status }) => status === 'SUCCESS').length,
      failed: checks.filter(({ status }) => status === 'FAILURE').length,
      warned: checks.filter(({ status }) => status === 'WARNING').length,
      misses,
      exception: EXCEPTIONS[scenario] ?? EXCEPTIONS[`${label} ${scenario}`],
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Runs all of them, one after the other, and prints a line for each. Answers how many had to pass and did not. */
export async function runAuth(write: (text: string) => void): Promise<number> {
  let missed = 0;
  for (const suite of authSuites())
    for (const scenario of suite.scenarios) {
      const run = await runAuthScenario(suite, scenario);
      const well = run.misses.length === 0;
      if (!well && run.exception === undefined) missed++;
      const verdict = well ? 'passed' : run.exception === undefined ? 'MISSED' : 'exception';
      write(
        `${suite.label.padEnd(16)} ${scenario.padEnd(46)} ${`${run.passed}/${run.failed}/${run.warned}`.padEnd(9)} ${verdict}\n`,
      );
      if (!well && run.exception === undefined) for (const line of run.misses) write(`  ${line}\n`);
      if (!well && run.exception !== undefined) write(`  ${run.exception}\n`);
    }
  return missed;
}
