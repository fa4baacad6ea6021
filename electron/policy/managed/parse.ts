import { MAX_POLICY_BYTES } from './places.ts';
import type { z } from 'zod';
import { type ManagedPolicy, managedPolicy } from '../../../shared/model/managed.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import { finding } from '../../../shared/texts/managed.ts';
import { canonicalDigest, canonicalForm } from '../../catalog/pins/canonical.ts';
import { limitFaults } from './call-limits.ts';
import { maskFaults } from './inspection.ts';

/**
 * Reads one JSON value in the one way in which it can be read: no member twice, no nesting beyond 64, valid UTF-8,
 * no member that objects inherit from. The message is the end of a sentence.
 */
export function readJson(bytes: Buffer, maxBytes = MAX_POLICY_BYTES): Result<unknown, 'malformed'> {
  if (bytes.length > maxBytes) return fail('malformed', `it is larger than ${maxBytes / 1024} KiB`);
  const form = canonicalForm(bytes);
  if (!form.ok) {
    // The message begins with what canonical forms are about; what was found comes behind the colon.
    const found = form.message.replace(/^.*?: /, '').replace(/\.$/, '');
    return fail(
      'malformed',
      form.code === 'duplicate-key' ? 'it names a member twice' : `it is not valid JSON (${found})`,
    );
  }
  const text = form.value.toString('utf8');
  if (/[{,]"__proto__":/.test(text)) return fail('malformed', '"__proto__" is not a member of anything');
  return ok(JSON.parse(bytes.toString('utf8')));
}

/** A policy from what a source held. The message is the end of a sentence and names the first thing that is wrong. */
export function asPolicy(value: unknown): Result<ManagedPolicy, 'malformed'> {
  const parsed = managedPolicy.safeParse(value);
  if (!parsed.success) return fail('malformed', firstFinding(parsed.error));
  const [fault] = maskFaults(parsed.data);
  if (fault !== undefined) return fail('malformed', finding(['masks', fault.index], fault.sentence));
  const [limit] = limitFaults(parsed.data);
  return limit === undefined
    ? ok(parsed.data)
    : fail('malformed', finding(['limits', limit.index], limit.sentence));
}

/** A policy from JSON. */
export function policyFromJson(bytes: Buffer): Result<ManagedPolicy, 'malformed'> {
  const read = readJson(bytes);
  return read.ok ? asPolicy(read.value) : read;
}

/** The first thing that the schema found, with where it is. */
function firstFinding(error: z.ZodError): string {
  const issue = error.issues[0];
  return issue === undefined ? 'it is not valid' : finding(issue.path, issue.message);
}

/** SHA-256, in hex, of what a policy says, however it was written; a group without anything in it says nothing. */
export function policyDigest(policy: ManagedPolicy): string {
  const said = Object.entries(policy).filter(([, value]) => !isEmptyGroup(value));
  const digest = canonicalDigest(Buffer.from(JSON.stringify(Object.fromEntries(said))), 'managed\n');
  if (!digest.ok) throw new Error(`a policy has no canonical form: ${digest.message}`);
  return digest.value;
}

function isEmptyGroup(value: unknown): boolean {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.values(value).every((one) => one === undefined)
  );
}
