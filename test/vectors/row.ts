/** One labelled attack, or its benign twin. `want` says for a machine what must come of it. */
export interface Row {
  readonly id: string;
  readonly class: string;
  readonly input: Readonly<Record<string, string | null>>;
  readonly want: {
    readonly accept?: boolean;
    readonly status?: readonly number[];
    readonly absentHeader?: string;
  };
}

export interface Judgement {
  readonly got: string;
  readonly ok: boolean;
}
