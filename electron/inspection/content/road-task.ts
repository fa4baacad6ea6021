import type { InspectionAct, PersonalKind } from '../../../shared/model/inspection.ts';
import type { TextKind } from '../finding.ts';
import type { OutputSchema } from '../structured/fixed-form.ts';
import type { ContentWatch } from '../verdict.ts';
import type { Form, Task } from './task.ts';

/** What a look on the road is about. */
export interface RoadTaskFacts {
  readonly form: Form;
  readonly kind: TextKind;
  readonly method: string;
  readonly server: string;
  readonly output: OutputSchema | undefined;
  readonly personal: readonly PersonalKind[];
}

/** Asked only when something was found: most messages have nothing in them that a choice is about. */
class Acts implements Record<ContentWatch, InspectionAct> {
  readonly #act: (watch: ContentWatch) => InspectionAct;

  constructor(act: (watch: ContentWatch) => InspectionAct) {
    this.#act = act;
  }
  get hidden(): InspectionAct {
    return this.#act('hidden');
  }
  get 'injection-low'(): InspectionAct {
    return this.#act('injection-low');
  }
  get 'injection-high'(): InspectionAct {
    return this.#act('injection-high');
  }
  get secret(): InspectionAct {
    return this.#act('secret');
  }
  get personal(): InspectionAct {
    return this.#act('personal');
  }
}

/**
 * The task of one look at one message; there are two of them in every call, so it is a class: accessors of an object
 * literal are made anew each time, which costs more than the look at a short text.
 */
export class RoadTask implements Task {
  readonly form: Form;
  readonly kind: TextKind;
  readonly method: string;
  readonly server: string;
  readonly output: OutputSchema | undefined;
  readonly personal: readonly PersonalKind[];
  readonly skipBytes: boolean;
  readonly acts: Readonly<Record<ContentWatch, InspectionAct>>;
  readonly #mark: () => string;
  #nonce: string | undefined;

  /** `act` says what happens on a finding; `mark` makes what a notice to a model is marked with. */
  constructor(facts: RoadTaskFacts, act: (watch: ContentWatch) => InspectionAct, mark: () => string) {
    this.form = facts.form;
    this.kind = facts.kind;
    this.method = facts.method;
    this.server = facts.server;
    this.output = facts.output;
    this.personal = facts.personal;
    this.skipBytes = facts.kind !== 'argument';
    this.acts = new Acts(act);
    this.#mark = mark;
  }

  get nonce(): string {
    return (this.#nonce ??= this.#mark());
  }
}

/** The same task with everything asked already: one that can cross to a worker. */
export function settled(task: Task): Task {
  const { acts } = task;
  return {
    ...task,
    nonce: task.nonce,
    acts: {
      hidden: acts.hidden,
      'injection-low': acts['injection-low'],
      'injection-high': acts['injection-high'],
      secret: acts.secret,
      personal: acts.personal,
    },
  };
}
