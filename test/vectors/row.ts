/** One labelled attack, or its benign twin. `want` says for a machine what must come of it. */
export interface Row {
  readonly id: string;
  readonly class: string;
  /** Headers, names, or a start command: each judge reads its own. */
  readonly input: Readonly<Record<string, string | null>>;
  readonly want: {
    readonly accept?: boolean;
    readonly status?: readonly number[];
    readonly absentHeader?: string;
    readonly verdict?: string;
  };
}

export interface Judgement {
  readonly got: string;
  readonly ok: boolean;
}
