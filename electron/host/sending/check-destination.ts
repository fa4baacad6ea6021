import { X509Certificate } from 'node:crypto';
import { lstatSync, realpathSync } from 'node:fs';
import { dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import { addressTrouble, type Destination } from '../../../shared/model/sending.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';

/**
 * Whether the log can be sent there as far as can be told without sending. A file may not lie in the profile (attack: a
 * destination that overwrites the settings, the state or the log itself), and is a plain one or none yet.
 */
export function checkDestination(destination: Destination, home: string): Result<void> {
  if (destination.kind === 'file') return checkFile(destination.path, home);
  const trouble = addressTrouble(destination.kind, destination.url, false);
  if (trouble !== undefined) return fail('usage', trouble);
  return destination.ca === undefined ? ok(undefined) : checkCertificates(destination.ca);
}

function checkFile(path: string, home: string): Result<void> {
  if (!isAbsolute(path) || /\p{Cc}/u.test(path)) return fail('usage', 'Give the whole path of the file.');
  let folder: string;
  try {
    folder = realpathSync(dirname(path));
  } catch {
    return fail('usage', `There is no folder ${dirname(path)}. Make it first.`);
  }
  if (isWithin(folder, realpathSync(home)))
    return fail('usage', "The file cannot lie in Doorward's own profile folder. Choose another place.");
  const there = lstatSync(path, { throwIfNoEntry: false });
  if (there !== undefined && !there.isFile())
    return fail('usage', `${path} is not a plain file. Choose another name.`);
  return ok(undefined);
}

function isWithin(folder: string, home: string): boolean {
  const way = relative(home, resolve(folder));
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way));
}

function checkCertificates(pem: string): Result<void> {
  const all = pem.match(/-----BEGIN CERTIFICATE-----[\s\S]*?-----END CERTIFICATE-----/g) ?? [];
  try {
    for (const one of all) new X509Certificate(one);
    if (all.length > 0) return ok(undefined);
  } catch {
    // Said below.
  }
  return fail('usage', 'The certificate of the authority cannot be read. It has to be in PEM form.');
}
