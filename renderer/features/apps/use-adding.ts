import { useKept } from '../../store/use-kept.ts';

/** Whether the dialog is open in which an AI app is added. */
export const useAddingApp = () => useKept<boolean>('apps.adding', false);
