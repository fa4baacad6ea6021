import { z } from 'zod';
import { type PushOf, screen } from '../../shared/ipc/window.ts';

export const LINK_SCHEME = 'doorward';

/**
 * `doorward://open/<screen>[/<item>]`. Any web page can open such a link, so it can only show a screen: there is no
 * link that adds, approves, starts, or changes anything, and one with more in it than a place means nothing at all.
 */
const link = z.tuple([
  z.literal('open'),
  screen,
  z
    .string()
    .regex(/^[\w.-]{1,80}$/)
    .optional(),
]);

/** The place a link leads to, or undefined when it is not one of ours. */
export function parseLink(text: string): PushOf<'navigate'> | undefined {
  if (text.length > 200 || !URL.canParse(text)) return undefined;
  const url = new URL(text);
  if (url.protocol !== `${LINK_SCHEME}:` || url.search !== '' || url.hash !== '') return undefined;
  if (url.username !== '' || url.password !== '' || url.port !== '') return undefined;
  const words = url.pathname.split('/').slice(1);
  if (words.at(-1) === '') words.pop();
  const parsed = link.safeParse([url.hostname, ...words]);
  if (!parsed.success) return undefined;
  const [, to, item] = parsed.data;
  return { screen: to, ...(item === undefined ? {} : { item }) };
}
