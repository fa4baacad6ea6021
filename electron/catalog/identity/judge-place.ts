import type { LaunchReason } from '../../../shared/model/review.ts';
import { held, shorten } from './reason.ts';

const TEMPORARY =
  /^(?:\/(?:private\/)?(?:tmp|var\/tmp)|\/dev\/shm|\/var\/folders|\/run\/user\/\d+|\/Users\/Shared)(?:\/|$)|[\\/](?:Temp|tmp|Downloads)[\\/]|^%(?:TEMP|TMP|PUBLIC)%|^[A-Za-z]:[\\/]Users[\\/]Public[\\/]|^\$(?:\{?TMPDIR\}?|\{?TEMP\}?)|^~?\/?Downloads\//i;
const CLIMBING = /(?:^|[\\/])\.\.(?:[\\/]|$)/;
const REMOTE_FILE = /^(?:\\\\[^\\]|\/\/[^/]|smb:|file:\/\/[^/])/;

/** Whether any program can put files there. */
export const isTemporary = (path: string): boolean => TEMPORARY.test(path);

/** What is wrong with where a program or a file of its own lies. `isCommand`: it is what is started first. */
export function judgePlace(path: string, isCommand: boolean): LaunchReason[] {
  const reasons: LaunchReason[] = [];
  if (TEMPORARY.test(path)) reasons.push(held('temporary-path', { path: shorten(path) }));
  if (CLIMBING.test(path)) reasons.push(held('climbing-path', { path: shorten(path) }));
  if (REMOTE_FILE.test(path)) reasons.push(held('downloads-and-runs', { text: shorten(path) }));
  if (isCommand && /[\\/]/.test(path) && !/^(?:[\\/]|~[\\/]|[A-Za-z]:[\\/]|\$\{|%)/.test(path))
    reasons.push(held('relative-program', { path: shorten(path) }));
  if (isCommand && /^(?:https?|data|javascript|vbscript|file|ms-[a-z]+):/i.test(path))
    reasons.push(held('downloads-and-runs', { text: shorten(path) }));
  return reasons;
}
