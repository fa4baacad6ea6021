import type { HostOutput } from '../commands.ts';
import type { HostInput } from '../commands.ts';
import type { CanaryView, FlowMarks, ServerLabel } from '../../../shared/model/inspection.ts';
import type { Result } from '../../../shared/result.ts';

/** Tries a text as if it crossed; keeps nothing. */
export type TryText = (
  input: HostInput<'inspection.try'>,
) => Result<HostOutput<'inspection.try'>> | Promise<Result<HostOutput<'inspection.try'>>>;

/** The marks of data flow, by AI app. */
export interface FlowPort {
  marks(): readonly FlowMarks[];
  /** Takes the marks of the AI app with this id away. */
  reset(clientId: string): void;
}

/** The canaries: their values are kept where nobody but Doorward reads them. */
export interface CanariesPort {
  /** Makes a value; the only time that it is told. */
  add(name: string): Result<{ readonly name: string; readonly value: string }>;
  list(): readonly CanaryView[];
  /** Fails with `unknown` when there is none of this name. */
  remove(name: string): Result<void>;
}

/** What else of inspection the commands need, as far as it is there; what is missing is said to whoever asks for it. */
export interface InspectionPorts {
  readonly tryText?: TryText | undefined;
  readonly flow?: FlowPort | undefined;
  readonly canaries?: CanariesPort | undefined;
  /** What Doorward takes a server for. */
  readonly guess: (server: string) => ReadonlyMap<ServerLabel, boolean>;
}
