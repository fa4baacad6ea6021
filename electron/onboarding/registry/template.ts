import type { InstallInput } from '../../../shared/model/registry.ts';

/** A text with gaps: literal parts, and the inputs whose values stand between them. */
export type Template = readonly (string | { readonly input: string })[];

/**
 * Words that belong together: `--mode` and its value. Left out as a whole when an input in them has no value; said once
 * for each value when one of their inputs has several.
 */
export interface ArgumentTemplate {
  readonly words: readonly Template[];
  /** Only where this yes-or-no input is yes. */
  readonly when?: string;
}

/** How a server is started or reached, with gaps. What is made of it is a program and its arguments, never a line. */
export type LaunchTemplate =
  | {
      readonly transport: 'stdio';
      readonly command: Template;
      readonly args: readonly ArgumentTemplate[];
      readonly env: readonly (readonly [name: string, value: Template])[];
      readonly cwd?: string;
    }
  | {
      readonly transport: 'http';
      readonly url: Template;
      readonly headers: readonly (readonly [name: string, value: Template])[];
    };

/** A launch with gaps, and what a person says to fill them. */
export interface InstallForm {
  readonly launch: LaunchTemplate;
  readonly inputs: readonly InstallInput[];
}

/** The inputs that stand in a text. */
export const inputsIn = (template: Template): string[] =>
  template.flatMap((part) => (typeof part === 'string' ? [] : [part.input]));

/** Where a value ends up: in what a program is started with, in its variables or headers, or in an address. */
export function placesOf(launch: LaunchTemplate): {
  readonly shown: ReadonlySet<string>;
  readonly kept: ReadonlySet<string>;
} {
  const [shown, kept] =
    launch.transport === 'stdio'
      ? [[launch.command, ...launch.args.flatMap(({ words }) => words)], launch.env.map(([, value]) => value)]
      : [[launch.url], launch.headers.map(([, value]) => value)];
  return { shown: new Set(shown.flatMap(inputsIn)), kept: new Set(kept.flatMap(inputsIn)) };
}
