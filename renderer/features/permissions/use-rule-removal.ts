import { useTranslation } from 'react-i18next';
import { RULE_FIELDS } from '../../../shared/model/lists.ts';
import type { RuleBody, RuleView } from '../../../shared/model/policy.ts';
import { useApp } from '../../store/app-context.tsx';
import { useCommand, type CommandHandle } from '../../store/use-command.ts';
import { useUndo } from '../../ui/use-undo.ts';

/** Whether a rule lets something pass: then it is a permission, and is taken back rather than removed. */
export const loosens = ({ action }: RuleBody): boolean => action === 'allow' || action === 'report';

/** What a rule says, without what is known of it beside that. */
export function bodyOf(rule: RuleView): RuleBody {
  const kept = RULE_FIELDS.map((name) => [name, rule[name]] as const).filter(
    ([, value]) => value !== undefined,
  );
  return Object.fromEntries(kept) as unknown as RuleBody;
}

/** Removing a rule at one click, with a way back where there is one: a rule of one run cannot be made anew. */
export function useRuleRemoval(): {
  readonly remove: (rule: RuleView) => Promise<void>;
  readonly command: CommandHandle<'rule.remove'>;
} {
  const { t } = useTranslation('permissions');
  const { bridge } = useApp();
  const offer = useUndo();
  const command = useCommand('rule.remove');
  return {
    command,
    remove: async (rule) => {
      if ((await command.run({ id: rule.id })) === undefined) return;
      offer({
        sentence: t(loosens(rule) ? 'rules.takenBack' : 'rules.removed'),
        ...(rule.run === undefined && { restore: () => bridge.commands['rule.add'](bodyOf(rule)) }),
      });
    },
  };
}
