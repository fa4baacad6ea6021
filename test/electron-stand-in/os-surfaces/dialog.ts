import { guard } from '../core/guard.ts';
import { records, type ShownDialog } from './records.ts';

type Kind = ShownDialog['kind'];

/** Takes the next answer, or fails: a dialog that nobody answers would hang for ever. */
function ask(
  kind: Kind,
  given: { title?: string; message?: string; detail?: string; buttons?: string[] },
): unknown {
  const about = { kind, title: given.title ?? '', message: given.message ?? '', detail: given.detail ?? '' };
  const buttons = given.buttons ?? (kind === 'message' ? ['OK'] : []);
  const answered = records.answers.length > 0;
  const answer = records.answers.shift();
  records.dialogs.push({ ...about, buttons, answer: answered ? answer : undefined });
  if (answered) return answer;
  const sentence = `A dialog opened that no test answers: ${[about.title, about.message, about.detail].filter(Boolean).join(' / ')}`;
  console.error(sentence);
  throw new Error(sentence);
}

/** Dialogs take an optional parent window first. */
function optionsOf<T>(args: readonly unknown[]): T {
  return (args.length > 1 ? args[1] : args[0]) as T;
}

function messageBox(args: readonly unknown[]): Electron.MessageBoxReturnValue {
  const given = optionsOf<Electron.MessageBoxOptions>(args);
  const answer = ask('message', given);
  const response = typeof answer === 'string' ? (given.buttons ?? ['OK']).indexOf(answer) : Number(answer);
  if (response < 0) throw new Error(`The dialog has no button "${String(answer)}".`);
  return { response, checkboxChecked: given.checkboxChecked ?? false };
}

function openDialog(args: readonly unknown[]): Electron.OpenDialogReturnValue {
  const answer = ask('open', optionsOf(args)) as string[] | undefined;
  return { canceled: !Array.isArray(answer), filePaths: Array.isArray(answer) ? answer : [] };
}

function saveDialog(args: readonly unknown[]): Electron.SaveDialogReturnValue {
  const answer = ask('save', optionsOf(args));
  return typeof answer === 'string'
    ? { canceled: false, filePath: answer }
    : { canceled: true, filePath: '' };
}

/** `dialog`: each dialog takes an answer from the queue. */
export const dialog = guard('dialog', {
  showMessageBox: async (...args: unknown[]) => messageBox(args),
  showMessageBoxSync: (...args: unknown[]) => messageBox(args).response,
  showOpenDialog: async (...args: unknown[]) => openDialog(args),
  showSaveDialog: async (...args: unknown[]) => saveDialog(args),
  showErrorBox(title: string, content: string): void {
    records.dialogs.push({ kind: 'error', title, message: content, detail: '', buttons: ['OK'], answer: 0 });
    console.error(`${title}\n${content}`);
  },
});
