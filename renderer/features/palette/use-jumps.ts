import { useMemo } from 'react';
import { useUi } from '../../store/app-context.tsx';
import { useActivityPart } from '../activity/use-part.ts';
import { useShownSession } from '../activity/history/use-session.ts';
import { usePermissionsPart, type Part } from '../permissions/use-part.ts';
import { useLeadToServers, useWantedTool } from '../servers/use-led.ts';
import { useTrying } from '../try-text/use-try.ts';
import { jump, placeOf, settingOf } from './jump.ts';

/** Where the detail of a server, a call or an AI app takes the focus. */
const PANE = '[data-pane-title]';
const CALL = '[data-call-detail]';

/** The ways from the palette to things, each with the focus where the person looks next. */
export interface Jumps {
  readonly toSetting: (label: string, part?: Part) => void;
  readonly toServer: (id: string) => void;
  readonly toTool: (server: string, name: string) => void;
  readonly toApp: (item: string) => void;
  readonly toCall: (call: string) => void;
  readonly toPermissions: (part: Part, rule?: string) => void;
  readonly toLive: () => void;
  readonly toReport: () => void;
}

/** Makes the ways. Whatever covers what is led to, such as a review over the list of servers, is put away. */
export function useJumps(): Jumps {
  const navigate = useUi((ui) => ui.navigate);
  const lead = useLeadToServers();
  const [, setTrying] = useTrying();
  const [, setTool] = useWantedTool();
  const [, setActivity] = useActivityPart();
  const [, setSession] = useShownSession();
  const [, setPart] = usePermissionsPart();
  return useMemo(() => {
    const toActivity = (part: 'live' | 'report', call?: string): void => {
      setSession(undefined);
      setActivity(part);
      navigate('activity', call);
    };
    return {
      toSetting: (label, part) => {
        if (part === undefined) setTrying(false);
        else setPart(part);
        navigate(part === undefined ? 'settings' : 'permissions');
        jump((page) => settingOf(page, label));
      },
      toServer: (id) => {
        lead('list');
        navigate('servers', id);
        jump((page) => placeOf(page, PANE));
      },
      toTool: (server, name) => {
        lead('list');
        navigate('servers', server);
        setTool({ server, name });
      },
      toApp: (item) => {
        navigate('apps', item);
        jump((page) => placeOf(page, PANE));
      },
      toCall: (call) => {
        toActivity('live', call);
        jump((page) => placeOf(page, CALL));
      },
      toPermissions: (part, rule) => {
        setPart(part);
        navigate('permissions', rule);
      },
      toLive: () => toActivity('live'),
      toReport: () => toActivity('report'),
    };
  }, [navigate, lead, setTrying, setTool, setActivity, setSession, setPart]);
}
