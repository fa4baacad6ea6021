import type { NormalisationName } from '../normalise.ts';
import type { Answer } from '../wire/channel.ts';
import type { Launch } from '../wire/stdio.ts';

type Params = Readonly<Record<string, unknown>>;

/** One request of the script that every way to a server has to answer in the same way. */
export interface ScriptedCall {
  /** What the report calls it. */
  readonly label: string;
  readonly method: string;
  /** What is sent, or how it follows from the answer to the call before. */
  readonly params?: Params | ((before: Answer) => Params);
  /** Asks for progress under this token. */
  readonly progressToken?: string;
  /**
   * Only on `/mcp/s/<server>`: on `/mcp` nothing says which server it is for (an unknown name or URI), and
   * Doorward answers it itself.
   */
  readonly single?: boolean;
}

/** A server out of the world, with everything that the comparison needs to know about it. */
export interface RealServer {
  readonly id: string;
  /** Which package and version it is. */
  readonly about: string;
  /** Makes the folder that the server works on; the same each time. */
  readonly prepare: (folder: string) => void;
  readonly launch: (folder: string) => Launch;
  readonly calls: (folder: string) => readonly ScriptedCall[];
  readonly normalise: readonly NormalisationName[];
}

/** A call of a tool. */
export const tool = (
  name: string,
  args: Readonly<Record<string, unknown>> = {},
  more: Partial<ScriptedCall> = {},
): ScriptedCall => ({
  label: name,
  method: 'tools/call',
  params: { name, arguments: args },
  ...more,
});

/** A call of a prompt. */
export const prompt = (
  name: string,
  args: Readonly<Record<string, string>> = {},
  more: Partial<ScriptedCall> = {},
): ScriptedCall => ({
  label: `prompt ${name}`,
  method: 'prompts/get',
  params: { name, arguments: args },
  ...more,
});

/** A resource read. */
export const read = (uri: string, more: Partial<ScriptedCall> = {}): ScriptedCall => ({
  label: `read ${uri}`,
  method: 'resources/read',
  params: { uri },
  ...more,
});
