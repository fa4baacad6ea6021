import type { HeldCall } from '../../../shared/model/approval.ts';
import { FormView } from './form-view.tsx';
import { PageView } from './page-view.tsx';
import { PromptView } from './prompt-view.tsx';

/** Whether a server's question is shown as such, in place of its JSON. */
export const isAsked = ({ form, url, prompt }: HeldCall): boolean =>
  form !== undefined || url !== undefined || prompt !== undefined;

/** What a server asks, to read. `id` names the address of a page for who is told about it by a screen reader. */
export function AskedContent({ call, id }: { call: HeldCall; id?: string | undefined }) {
  const { form, url, prompt, clientName } = call;
  if (prompt !== undefined) return <PromptView prompt={prompt} />;
  if (url !== undefined) return <PageView page={url} id={id} />;
  return form === undefined ? null : <FormView form={form} app={clientName} />;
}
