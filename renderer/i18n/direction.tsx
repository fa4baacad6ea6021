import { DirectionProvider } from '@base-ui/react/direction-provider';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { languageNamed } from './languages.ts';

/** Has menus, tabs and the like follow the direction in which the language of the window is read. */
export function Direction({ children }: { readonly children: ReactNode }) {
  const { language } = useTranslation().i18n;
  return <DirectionProvider direction={languageNamed(language).direction}>{children}</DirectionProvider>;
}
