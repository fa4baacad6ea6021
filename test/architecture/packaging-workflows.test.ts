import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

const folder = join(import.meta.dirname, '../../.github/workflows');

interface Step {
  readonly name?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly env?: Readonly<Record<string, string>>;
}
interface Job {
  readonly uses?: string;
  readonly environment?: string;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly 'timeout-minutes'?: number;
  readonly needs?: string | readonly string[];
  readonly steps?: readonly Step[];
  readonly strategy?: { readonly matrix: { readonly os: readonly string[] } };
  readonly secrets?: unknown;
}
interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions: Readonly<Record<string, string>>;
  readonly env?: unknown;
  readonly jobs: Readonly<Record<string, Job>>;
}

const files = readdirSync(folder).filter((name) => /\.ya?ml$/.test(name));
const text = (name: string): string => readFileSync(join(folder, name), 'utf8');
const workflow = (name: string): Workflow => parse(text(name)) as Workflow;
const steps = ({ jobs }: Workflow): readonly Step[] => Object.values(jobs).flatMap((job) => job.steps ?? []);

describe.each(files)('the workflow %s', (name) => {
  const flow = workflow(name);

  it('never runs for strangers with our rights', () => {
    // Attack: a pull request from a fork that runs its own code with the secrets of this repository.
    const safe = ['push', 'pull_request', 'workflow_dispatch', 'workflow_call', 'schedule'];
    expect(Object.keys(flow.on).filter((event) => !safe.includes(event))).toEqual([]);
  });

  it('may only read, but for the job that makes the release', () => {
    expect([{}, { contents: 'read' }]).toContainEqual(flow.permissions);
    for (const [id, job] of Object.entries(flow.jobs)) {
      const writes = Object.entries(job.permissions ?? {}).filter(([, right]) => right !== 'read');
      if (name === 'release.yml' && id === 'release')
        expect(writes.map(([what]) => what)).toEqual(['contents', 'id-token', 'attestations']);
      else expect(writes).toEqual([]);
    }
  });

  it('uses the actions of GitHub alone, each by its whole commit and with its version beside it', () => {
    // Attack: a tag that is moved to other code.
    const used = [...text(name).matchAll(/uses:\s*(.+)/g)].map(([, what]) => what?.trim() ?? '');
    for (const what of used)
      expect(what).toMatch(
        /^(actions\/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+|\.\/\.github\/workflows\/[a-z0-9]+\.yml)$/,
      );
  });

  it('leaves no key in the checkout', () => {
    for (const step of steps(flow))
      if (step.uses?.startsWith('actions/checkout@') === true)
        expect(step.with).toMatchObject({ 'persist-credentials': false });
  });

  it('builds no line of a shell from what others may write', () => {
    // Attack: a branch or a title that ends a quotation mark.
    for (const { run } of steps(flow)) expect(run ?? '').not.toContain('${{');
  });

  it('ends by itself', () => {
    for (const job of Object.values(flow.jobs))
      if (job.uses === undefined) expect(job['timeout-minutes']).toBeLessThanOrEqual(90);
  });

  it('has no secret in it, and hands one only to the step that packs', () => {
    expect(text(name)).not.toMatch(/-----BEGIN|gh[pousr]_[A-Za-z0-9]{20}|AKIA[A-Z0-9]{12}/);
    expect(flow.env).toBeUndefined();
    for (const [id, job] of Object.entries(flow.jobs)) {
      expect(job.secrets).toBeUndefined();
      for (const step of job.steps ?? []) {
        if (!JSON.stringify(step).includes('secrets.')) continue;
        expect([name, id, job.environment]).toEqual(['release.yml', 'pack', 'release']);
        expect(step.name).toMatch(/^Pack and sign/);
        expect(step.run).toMatch(/npm run dist\s*$/);
        expect(Object.keys(step).toSorted()).toEqual(['env', 'if', 'name', 'run']);
      }
    }
  });
});

describe('a release', () => {
  const { on, jobs } = workflow('release.yml');
  const needs = (job: Job | undefined): readonly string[] => [job?.needs ?? []].flat();

  it('comes from a tag, after the tests and the real Electron on three systems', () => {
    expect(on).toEqual({ push: { tags: ['v*'] } });
    expect(needs(jobs['pack']).toSorted()).toEqual(['e2e', 'test']);
    expect(needs(jobs['release'])).toEqual(['pack']);
    expect(jobs['e2e']?.uses).toBe('./.github/workflows/e2e.yml');
    const systems = ['ubuntu-24.04', 'macos-15', 'windows-2025'];
    expect(jobs['pack']?.strategy?.matrix.os).toEqual(systems);
    expect(workflow('e2e.yml').jobs['e2e']?.strategy?.matrix.os).toEqual(systems);
  });

  it('takes nothing from a cache that other runs can fill', () => {
    for (const job of [jobs['pack'], jobs['release']])
      for (const step of job?.steps ?? []) expect(step.with ?? {}).not.toHaveProperty('cache');
  });

  it('is signed or fails: nothing in it makes a package without a signature', () => {
    expect(text('release.yml')).not.toMatch(/--unsigned|forceCodeSigning|CSC_IDENTITY_AUTO_DISCOVERY/);
  });

  it('is looked into on each system, and given out with its parts, checksums and proof of origin', () => {
    const looks = jobs['pack']?.steps?.filter((step) => step.name?.startsWith('Look at it') === true) ?? [];
    expect(looks).toHaveLength(3);
    for (const { run } of looks) {
      expect(run).toContain('.ci/fuses.sh');
      expect(run).toContain('--self-test');
    }
    const all = text('release.yml');
    for (const part of ['sbom-$RUNNER_OS.cdx.json', 'THIRD-PARTY-NOTICES-$RUNNER_OS.txt', 'SHA256SUMS'])
      expect(all).toContain(part);
    expect(all).toMatch(/attest-build-provenance@[0-9a-f]{40}[^]*subject-path: given\/\*/);
    // A person reads it before anybody gets it.
    expect(all).toContain('--draft');
  });
});
