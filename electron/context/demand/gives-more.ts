import type { ToolChoice } from '../../../shared/model/client.ts';
import { isWithin, toolSet } from '../profiles/tool-set.ts';

/** Whether an app can call tools by the choice after that it could not by the one before; undefined: all. */
export function choiceGivesMore(before: ToolChoice | undefined, after: ToolChoice | undefined): boolean {
  if (before?.mode !== 'chosen') return false;
  return after?.mode !== 'chosen' || !isWithin(toolSet(after.tools), toolSet(before.tools));
}
