import { useKept } from '../../store/use-kept.ts';

export type Part = 'rules' | 'roles' | 'limits';

/** The part of the screen that is shown, and what shows another. */
export const usePermissionsPart = () => useKept<Part>('permissions.part', 'rules');

/** Whether the dialog is open in which a rule is added. */
export const useAddingRule = () => useKept<boolean>('permissions.adding', false);
