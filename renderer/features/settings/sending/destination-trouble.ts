import type { BridgeInput } from '../../../../shared/ipc/window.ts';
import {
  DESTINATION_NAME,
  HEADER_NAME,
  HEADER_VALUE,
  nameTrouble,
  OWN_HEADERS,
} from '../../../../shared/model/names.ts';
import { addressTrouble } from '../../../../shared/model/sending-address.ts';

export type WantedDestination = BridgeInput<'send.add'>['destination'];
export interface DestinationTrouble {
  readonly field: 'name' | 'path' | 'url' | 'headers';
  readonly sentence: string;
}

function headerTrouble([name, value]: readonly [name: string, value: string]): string | undefined {
  if (OWN_HEADERS.pattern.test(name)) return OWN_HEADERS.sentence;
  return nameTrouble(HEADER_NAME, name) ?? nameTrouble(HEADER_VALUE, value);
}

/** The first thing for which the host would refuse this destination, and the field that it stands in. */
export function destinationTrouble(wanted: WantedDestination): DestinationTrouble | undefined {
  const name = nameTrouble(DESTINATION_NAME, wanted.name);
  if (name !== undefined) return { field: 'name', sentence: name };
  if (wanted.kind === 'file')
    return wanted.path.length < 2
      ? { field: 'path', sentence: 'Give the whole path of the file.' }
      : undefined;
  const address = addressTrouble(wanted.kind, wanted.url, false);
  if (address !== undefined) return { field: 'url', sentence: address };
  if (wanted.kind === 'syslog') return undefined;
  for (const header of Object.entries(wanted.headers ?? {})) {
    const sentence = headerTrouble(header);
    if (sentence !== undefined) return { field: 'headers', sentence };
  }
  return undefined;
}
