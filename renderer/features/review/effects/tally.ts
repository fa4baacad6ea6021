import i18next, { type TFunction } from 'i18next';
import { localeOf } from '../../../i18n/format.ts';
import { EFFECTS } from '../../../../shared/model/lists.ts';
import type { Effect } from '../../../../shared/model/review.ts';

/** "3 tools read, 2 change things and 1 sends." Undefined when nothing is known of any tool. */
export function tally(
  t: TFunction<'review'>,
  tools: readonly { readonly effect?: Effect | undefined }[],
): string | undefined {
  const counts = EFFECTS.map((effect) => ({
    effect,
    count: tools.filter((tool) => tool.effect === effect).length,
  })).filter(({ count }) => count > 0);
  if (counts.length === 0) return undefined;
  const parts = counts.map(({ effect, count }, index) =>
    t(`${index === 0 ? 'first' : 'next'}.${effect}`, { count }),
  );
  return t('tally', { list: new Intl.ListFormat(localeOf(i18next.language)).format(parts) });
}
