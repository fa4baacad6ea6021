import { isDeepStrictEqual } from 'node:util';
import {
  type ActChoice,
  crossingDirection,
  type CrossingDirection,
  type InspectionAct,
  isLaxer,
  type MaskShape,
  presetAct,
  type Watched,
  watched,
} from '../../../shared/model/inspection.ts';
import { preset } from '../../../shared/model/policy.ts';
import { detectText } from '../../inspection/detect-text.ts';
import { COUNTS } from '../../inspection/verdict.ts';

/** The choices about one kind of finding in one direction, by where they hold. */
interface Chosen {
  readonly everywhere: InspectionAct | undefined;
  readonly servers: ReadonlyMap<string, InspectionAct>;
  readonly roles: ReadonlyMap<string, InspectionAct>;
  readonly both: ReadonlyMap<string, ReadonlyMap<string, InspectionAct>>;
}

/**
 * Whether anything at all would be treated more laxly under other choices: any kind of finding, in any direction, of
 * any server, with any role, under any preset, near or remote. What an organisation demands is left out on purpose: it
 * may be taken away, and then the choices count. Time is bounded by servers times roles that are named.
 */
export function loosens(before: readonly ActChoice[], after: readonly ActChoice[]): boolean {
  const all = [...before, ...after];
  return watched.options.some((watch) =>
    crossingDirection.options.some((direction) => {
      const about = all.filter((one) => one.watch === watch);
      // What is named nowhere stands for all the others.
      const servers = new Set([...about.map(({ server }) => server), undefined]);
      const roles = new Set([...about.map(({ role }) => role), undefined]);
      const [was, is] = [chosen(before, watch, direction), chosen(after, watch, direction)];
      for (const role of roles)
        for (const server of servers)
          if (laxer(actOf(was, server, role), actOf(is, server, role), watch, direction)) return true;
      return false;
    }),
  );
}

function chosen(acts: readonly ActChoice[], watch: Watched, direction: CrossingDirection): Chosen {
  let everywhere: InspectionAct | undefined;
  const servers = new Map<string, InspectionAct>();
  const roles = new Map<string, InspectionAct>();
  const both = new Map<string, Map<string, InspectionAct>>();
  // Those for this direction come last: they count for more.
  for (const wanted of [undefined, direction])
    for (const { watch: one, direction: way, server, role, act } of acts) {
      if (one !== watch || way !== wanted) continue;
      if (role !== undefined && server !== undefined) {
        const ofRole = both.get(role) ?? new Map<string, InspectionAct>();
        both.set(role, ofRole.set(server, act));
      } else if (role !== undefined) roles.set(role, act);
      else if (server !== undefined) servers.set(server, act);
      else everywhere = act;
    }
  return { everywhere, servers, roles, both };
}

function actOf(
  { everywhere, servers, roles, both }: Chosen,
  server: string | undefined,
  role: string | undefined,
): InspectionAct | undefined {
  const ofRole =
    role === undefined
      ? undefined
      : ((server === undefined ? undefined : both.get(role)?.get(server)) ?? roles.get(role));
  return ofRole ?? (server === undefined ? undefined : servers.get(server)) ?? everywhere;
}

/** Undefined: what the preset says, whichever that is. */
function laxer(
  was: InspectionAct | undefined,
  is: InspectionAct | undefined,
  watch: Watched,
  direction: CrossingDirection,
): boolean {
  if (was === is) return false;
  return preset.options.some((from) =>
    [true, false].some((remote) => {
      const usual = presetAct(from, watch, direction, remote);
      return isLaxer(is ?? usual, was ?? usual);
    }),
  );
}

/**
 * Whether a mask lets more pass in place of another one, or of none. A new mask only hides, unless it brings a text of
 * its own or gives values back. Attack: a program that cannot loosen anything adds a mask that writes another account
 * number in place of a word, or one over an older mask, with a server that gets the value back, or one whose name,
 * which models read, gives them orders.
 */
export function maskLoosens(before: MaskShape | undefined, after: MaskShape): boolean {
  const given = after.restoreFor ?? [];
  if (before === undefined)
    return after.replacement !== undefined || given.length > 0 || readsAsOrder(after.name);
  const narrower = (was: readonly string[] | undefined, is: readonly string[] | undefined): boolean =>
    is !== undefined && (was === undefined || !was.every((one) => is.includes(one)));
  const finds =
    isDeepStrictEqual(before.find, after.find) ||
    ('words' in before.find && 'words' in after.find && !narrower(before.find.words, after.find.words));
  // In a pattern, what must not stand somewhere becomes more with the case ignored, and matches fewer.
  const cases =
    (before.ignoreCase ?? false) === (after.ignoreCase ?? false) ||
    (after.ignoreCase === true && 'words' in after.find);
  return (
    !finds ||
    !cases ||
    (after.way !== before.way && after.way !== 'remove') ||
    (after.replacement !== undefined && after.replacement !== before.replacement) ||
    (after.direction !== 'both' && after.direction !== before.direction) ||
    narrower(before.scope?.servers, after.scope?.servers) ||
    narrower(before.scope?.clients, after.scope?.clients) ||
    narrower(before.scope?.tools, after.scope?.tools) ||
    !given.every((id) => before.restoreFor?.includes(id) === true)
  );
}

const readsAsOrder = (name: string): boolean =>
  detectText(name, { kind: 'result' }).findings.some(
    ({ detector, score }) => detector === 'injection' && score >= COUNTS,
  );
