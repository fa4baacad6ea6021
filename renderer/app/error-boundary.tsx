import { Component, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';

function Failed({ onReload }: { onReload: () => void }) {
  const { t } = useTranslation();
  return (
    <EmptyState icon="refresh" actions={<Button onClick={onReload}>{t('action.reload')}</Button>}>
      {t('screenFailed')}
    </EmptyState>
  );
}

/** Keeps a bug of one screen to that screen: one calm sentence, and a button that draws it anew. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return <Failed onReload={() => this.setState({ failed: false })} />;
  }
}
