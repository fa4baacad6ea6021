import type { LaunchReason } from '../../../shared/model/review.ts';
import { containerRun } from './container-args.ts';
import { judgeCommand, shorten } from './judge-command.ts';
import { isPlainSecret } from './judge-environment.ts';
import { type Program, unwrap } from './program.ts';

const held = (code: LaunchReason['code'], params: LaunchReason['params']): LaunchReason => ({
  code,
  weight: 'held',
  params,
});

/** Folders whose presence in a container gives it this computer. */
const HOST_FILES =
  /^(?:\/|\/(?:etc|root|home|Users|var|usr|bin|sbin|lib|boot|proc|sys|dev|opt|run)\/?|\/(?:home|Users)\/[^/]+\/?|~\/?|\$HOME\/?|\$\{HOME\}\/?|%USERPROFILE%|[A-Za-z]:[\\/]?|[A-Za-z]:[\\/](?:Windows|Users)(?:[\\/][^\\/]+)?[\\/]?|\/mnt\/[a-z]\/?|\/(?:etc|root|proc|sys|boot)\/.*)$/i;
const PRIVATE_FILES =
  /docker\.sock|containerd\.sock|podman\.sock|\/\.(?:ssh|aws|gnupg|kube|docker|config|netrc|npmrc)(?:\/|$)|\.env$/i;

/** What is wrong with a `docker run` (podman, nerdctl): what it takes away from the wall between container and computer. */
export function judgeContainer(program: Program): LaunchReason[] {
  if (!/^(?:docker|podman|nerdctl)$/.test(program.name)) return [];
  const run = containerRun(program.args);
  if (run === undefined) {
    return program.args.some((arg) => /^(?:exec|compose|start|attach|mcp|ai|model)$/.test(arg))
      ? []
      : [held('system-program', { command: shorten([program.name, ...program.args.slice(0, 2)].join(' ')) })];
  }
  const reasons: LaunchReason[] = [];
  for (const { flag, value } of run.flags) {
    const text = `${flag} ${value}`.trim();
    if (flag === '--privileged' && value !== 'false') reasons.push(held('container-privileges', { text }));
    else if (flag === '--cap-add' || flag === '--device' || flag === '--gpus-all') {
      if (flag !== '--cap-add' || !/^(?:NET_BIND_SERVICE|CHOWN)$/i.test(value))
        reasons.push(held('container-privileges', { text }));
    } else if (flag === '--security-opt' && /unconfined|disable|no-new-privileges[:=]false/.test(value))
      reasons.push(held('container-privileges', { text }));
    else if (/^--(?:pid|ipc|uts|userns|cgroupns)$/.test(flag) && /^(?:host|container:)/.test(value))
      reasons.push(held('container-privileges', { text }));
    else if (/^--(?:net|network)$/.test(flag) && value === 'host')
      reasons.push(held('container-network', { text }));
    else if (flag === '-v' || flag === '--volume' || flag === '--mount') {
      const source =
        flag === '--mount' ? (/(?:^|,)(?:source|src)=([^,]*)/.exec(value)?.[1] ?? '') : hostPart(value);
      if (HOST_FILES.test(source) || PRIVATE_FILES.test(source))
        reasons.push(held('container-host-files', { path: shorten(source) }));
    } else if (flag === '-p' || flag === '--publish') {
      if (/^0\.0\.0\.0:|^\[::\]:/.test(value)) reasons.push(held('container-network', { text }));
    } else if ((flag === '-H' || flag === '--host') && !value.startsWith('unix:'))
      reasons.push(held('container-network', { text }));
    else if (flag === '-e' || flag === '--env') {
      const at = value.indexOf('=');
      if (at > 0 && isPlainSecret(value.slice(0, at), value.slice(at + 1)))
        reasons.push(held('secret-in-plain', { name: value.slice(0, at) }));
      if (/^(?:LD_PRELOAD|NODE_OPTIONS|PYTHONSTARTUP)=/.test(value))
        reasons.push(held('dangerous-variable', { name: value.slice(0, Math.max(at, 0)) }));
    } else if (flag === '--entrypoint' && /(?:^|\/)(?:sh|bash|ash|zsh|python\d?|node|perl)$/.test(value)) {
      reasons.push(held('shell', { command: value }));
    }
  }
  const [command, ...args] = run.rest;
  // What is run inside is judged for code on the command line only: its paths are the container's.
  if (command !== undefined) {
    const inside = judgeCommand(unwrap({ command, args }));
    reasons.push(
      ...inside.filter(
        ({ code, weight }) =>
          weight === 'held' && /^(?:shell|inline-code|downloads-and-runs|encoded-command)$/.test(code),
      ),
    );
  }
  return reasons;
}

function hostPart(volume: string): string {
  const windows = /^([A-Za-z]:[\\/][^:]*):/.exec(volume);
  return windows?.[1] ?? volume.split(':', 1)[0] ?? '';
}
