import type { Because, Decision, Preset, Ruling } from '../../shared/model/policy.ts';
import type { CallContext } from './call-context.ts';
import { type PlaceValue, placeValues } from './place-values.ts';
import type { Folder } from './places/folders.ts';
import { isDelicate } from './places/sensitive.ts';

const MAX_PARAM = 300;

/** What every reason says about the call. */
export function paramsOf(call: CallContext, more: Because['params'] = {}): Because['params'] {
  const { client, server, kind, name } = call.facts;
  return {
    client: client.id,
    server,
    kind,
    name: name.length > MAX_PARAM ? `${name.slice(0, MAX_PARAM)}…` : name,
    effect: call.effect,
    ...more,
  };
}

/**
 * What passes where no rule says anything: the table of defaults, by effect and places (DESIGN §4). Also in Observe a
 * change of what belongs to Doorward or an AI app is asked about (attack 41), and so are a server's own requests
 * (attacks 29 and 30) and acts whose arguments can be read in two ways (attack 34).
 */
export function decideByPreset(call: CallContext, preset: Preset, folders: () => readonly Folder[]): Ruling {
  const rule = (
    decision: Decision,
    code: Because['code'],
    marked: readonly string[] = [],
    more: Because['params'] = {},
  ): Ruling => ({
    decision,
    because: { layer: 'preset', code, marked: [...marked], params: paramsOf(call, { preset, ...more }) },
  });
  const ask = (code: Because['code'], values: readonly PlaceValue[], why?: string): Ruling => {
    const place = values[0]?.text;
    return rule('ask', code, pointersOf(values), {
      ...(place === undefined ? {} : { place: place.slice(0, MAX_PARAM) }),
      ...(why === undefined ? {} : { why }),
    });
  };

  const { kind } = call.facts;
  if (kind === 'roots') return rule(preset === 'strict' ? 'ask' : 'allow', 'server-asks');
  if (kind === 'sampling' || kind === 'elicitation') return rule('ask', 'server-asks');
  const { effect, places } = call;
  if (!call.args.readable && (preset !== 'observe' || effect !== 'read'))
    return rule('ask', 'unreadable-arguments');

  const values = placeValues(call);
  const paths = values.filter((value) => value.read !== undefined);
  const own = paths.filter(({ read }) => read !== undefined && places.isOwn(read));
  if (own.length > 0 && (effect !== 'read' || preset !== 'observe'))
    return ask('sensitive-place', own, 'own');
  if (preset === 'observe') return rule('allow', effect === 'read' ? 'preset-read' : passCode(effect));

  const known = paths.length === 0 ? [] : folders();
  const homeOf = (value: PlaceValue): Folder | undefined =>
    value.read === undefined
      ? undefined
      : known.find((folder) => places.inside(value.read as NonNullable<PlaceValue['read']>, folder, effect));
  const outside = paths.filter((value) => homeOf(value) === undefined);
  const delicate = outside.filter(
    ({ read }) => read !== undefined && isDelicate(places.sensitive(read), effect),
  );
  if (delicate.length > 0 && (effect === 'read' || effect === 'write'))
    return ask('sensitive-place', delicate);

  if (effect === 'read') {
    const strange = outside.filter(({ read }) => read !== undefined && places.isStrange(read));
    if (strange.length > 0) return ask('outside-folders', strange, 'unclear');
    if (known.length > 0 && outside.length > 0) return ask('outside-folders', outside);
    return preset === 'strict'
      ? rule('ask', 'preset-read', pointersOf(values))
      : rule('allow', 'preset-read');
  }
  if (effect === 'write') {
    if (values.length === 0) return rule('ask', 'preset-unknown');
    const strangers = values.filter((value) => value.read === undefined || outside.includes(value));
    if (strangers.length > 0) return ask('preset-new-place', strangers);
    return rule(preset === 'strict' ? 'ask' : 'allow', 'preset-approved-place', pointersOf(values));
  }
  return ask(passCode(effect), delicate.length > 0 ? delicate : values);
}

const pointersOf = (values: readonly PlaceValue[]): string[] => [
  ...new Set(values.map(({ pointer }) => pointer)),
];

const passCode = (effect: CallContext['effect']): Because['code'] =>
  effect === 'unknown' || effect === 'write' ? 'preset-unknown' : 'preset-effect';
