import { CSPProvider } from '@base-ui/react/csp-provider';
import { AppProvider, usePhase, type AppPorts } from '../store/app-context.tsx';
import { PhaseScreen } from '../features/phases/phase-screen.tsx';
import { Direction } from '../i18n/direction.tsx';
import { ToastArea } from '../ui/toast.tsx';
import { TooltipProvider } from '../ui/tooltip.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { Frame } from './frame.tsx';

function Window() {
  const phase = usePhase((state) => state.phase);
  return phase.kind === 'running' ? <Frame /> : <PhaseScreen phase={phase} />;
}

/** The whole window. */
export function App({ ports }: { ports: AppPorts }) {
  return (
    <CSPProvider disableStyleElements>
      <Direction>
        <AppProvider ports={ports}>
          <TooltipProvider delay={500}>
            <ErrorBoundary>
              <Window />
            </ErrorBoundary>
            <ToastArea />
          </TooltipProvider>
        </AppProvider>
      </Direction>
    </CSPProvider>
  );
}
