import type { Result } from '../../../shared/result.ts';
import type { SettingsDoc, SettingsFormat } from './change.ts';
import { readJsonDoc } from './json-doc.ts';

/** Reads the text of settings in one format. */
export type ReadDoc = (text: string) => Result<SettingsDoc>;

/** Their parsers take megabytes of memory, and most computers have no app that keeps its settings in them. */
const LATER: Readonly<Partial<Record<SettingsFormat, () => Promise<ReadDoc>>>> = {
  toml: async () => (await import('./toml-doc.ts')).readTomlDoc,
  yaml: async () => (await import('./yaml-doc.ts')).readYamlDoc,
};

const ready = new Map<SettingsFormat, ReadDoc>([
  ['json', (text) => readJsonDoc(text, 'jsonc')],
  ['jsonc', (text) => readJsonDoc(text, 'jsonc')],
  ['json5', (text) => readJsonDoc(text, 'json5')],
]);

/** Whether settings of this format can be read at once. */
export const isReady = (format: SettingsFormat): boolean => ready.has(format);

/** Gets the parsers of these formats; resolves when their settings can be read at once. */
export async function prepareReaders(formats: Iterable<SettingsFormat>): Promise<void> {
  for (const format of new Set(formats)) {
    const load = LATER[format];
    if (load !== undefined && !ready.has(format)) ready.set(format, await load());
  }
}

/** The reader of a format. Throws where nobody has prepared it. */
export function readerOf(format: SettingsFormat): ReadDoc {
  const read = ready.get(format);
  if (read === undefined) throw new Error(`not prepared: ${format}`);
  return read;
}
