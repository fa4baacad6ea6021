import { pinKind } from '../../shared/model/review.ts';
import type { ItemName } from '../../shared/model/trust.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { type Given, texts } from './command.ts';

/** `--item KIND:NAME`, as often as it is given; instructions and what a server says of itself have no name. */
export function itemsIn(given: Given): Result<ItemName[]> {
  const items: ItemName[] = [];
  for (const text of texts(given, 'item')) {
    const at = text.indexOf(':');
    const kind = pinKind.safeParse(at < 0 ? text : text.slice(0, at));
    if (!kind.success)
      return fail(
        'usage',
        `--item needs KIND:NAME with one of ${pinKind.options.join(', ')}, not "${text}".`,
      );
    items.push({ kind: kind.data, key: at < 0 ? '' : text.slice(at + 1) });
  }
  return ok(items);
}
