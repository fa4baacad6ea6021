import fc from 'fast-check';
import {
  type ActChoice,
  crossingDirection,
  inspectionAct,
  type MaskShape,
  maskShape,
  watched,
} from '../../../../shared/model/inspection.ts';

const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: undefined });
const without = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined)) as T;

export const SERVERS = ['crm', 'files', 'mail'];
export const ROLES = ['coding', 'default', 'research'];

/** Choices about few servers and roles, so that they meet. */
export const arbitraryChoice: fc.Arbitrary<ActChoice> = fc
  .record({
    watch: fc.constantFrom(...watched.options.slice(2, 5)),
    direction: maybe(fc.constantFrom(...crossingDirection.options)),
    server: maybe(fc.constantFrom(...SERVERS)),
    role: maybe(fc.constantFrom(...ROLES)),
    act: fc.constantFrom(...inspectionAct.options),
  })
  .map((one) => without(one) as ActChoice);

export const arbitraryChoices = fc.array(arbitraryChoice, { maxLength: 8 });

const few = (values: readonly string[]) => fc.subarray([...values]);

/** Masks over few words. */
export const arbitraryMask: fc.Arbitrary<MaskShape> = fc
  .record({
    name: fc.constant('Mask'),
    find: fc.oneof(
      fc.subarray(['Miller', 'Smith', 'Jones'], { minLength: 1 }).map((words) => ({ words })),
      fc.constantFrom('A-[0-9]{3}', 'B[^x]').map((pattern) => ({ pattern })),
    ),
    ignoreCase: maybe(fc.boolean()),
    way: fc.constantFrom(...maskShape.shape.way.options),
    replacement: maybe(fc.constantFrom('***', '...')),
    direction: fc.constantFrom(...maskShape.shape.direction.options),
    scope: maybe(
      fc
        .record({
          servers: maybe(few(SERVERS)),
          clients: maybe(few(['a', 'b'])),
          tools: maybe(few(['read'])),
        })
        .map(without),
    ),
    restoreFor: maybe(few(SERVERS)),
  })
  .map((one) => without(one) as MaskShape);
