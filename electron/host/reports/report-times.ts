/** Made when a report is: the first format of a process loads the data of all languages. */
function made(options: Intl.DateTimeFormatOptions): (date: Date) => string {
  let format: Intl.DateTimeFormat | undefined;
  return (date) => (format ??= new Intl.DateTimeFormat('en-GB', options)).format(date);
}
const moment = made({ dateStyle: 'medium', timeStyle: 'short', hourCycle: 'h23' });
const day = made({ weekday: 'short', day: 'numeric', month: 'short' });
const minute = made({ timeStyle: 'short', hourCycle: 'h23' });

/** A time that a date can be made of; a row of the log may hold any number. */
const dateOf = (at: number): Date => {
  const date = new Date(at);
  return Number.isNaN(date.getTime()) ? new Date(0) : date;
};

/** "26 Nov 2026, 22:31", local time. */
export const momentText = (at: number): string => moment(dateOf(at));
/** "Thu 26 Nov". */
export const dayText = (at: number): string => day(dateOf(at)).replace(',', '');
/** "22:31". */
export const minuteText = (at: number): string => minute(dateOf(at));
export const isoOf = (at: number): string => dateOf(at).toISOString();

/** The local day as "2026-11-26". */
export function dayOf(at: number): string {
  const date = dateOf(at);
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
