import type { LaunchReason } from '../../../shared/model/review.ts';

/** A reason for a second look. */
export const held = (code: LaunchReason['code'], params: LaunchReason['params'] = {}): LaunchReason => ({
  code,
  weight: 'held',
  params,
});

/** Something that is said without a warning. */
export const note = (code: LaunchReason['code'], params: LaunchReason['params'] = {}): LaunchReason => ({
  code,
  weight: 'note',
  params,
});

/** At most 160 characters of a text. */
export function shorten(text: string): string {
  return text.length > 160 ? `${text.slice(0, 160)}…` : text;
}
