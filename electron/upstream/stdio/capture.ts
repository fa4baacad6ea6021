import type { Capture } from './login-shell-path.ts';
import { within } from './ports.ts';
import type { TreePorts } from './process-tree.ts';

/**
 * Runs a short program of the person's own (the login shell) and collects what it prints. It has a session of its
 * own, so it cannot ask anything at a terminal, and no input. Its process group is ended when it takes too long or
 * prints too much. What it leaves behind on purpose, such as an ssh-agent from a start-up file, is left alone, which
 * is why it does not carry the mark of a server.
 */
export function systemCapture(ports: TreePorts): Capture {
  return async (file, args, env, limits) => {
    if (ports.platform === 'win32' || !(await ports.watchdog.ready()).ok) return undefined;
    const { tag } = ports.watchdog.mark();
    const child = ports.spawn(file, args, {
      cwd: '/',
      env: { ...env },
      stdio: ['ignore', 'pipe', 'ignore'],
      detached: true,
    });
    const { pid, stdout } = child;
    if (pid !== undefined) ports.watchdog.register(tag, pid);
    const endGroup = () => {
      try {
        if (pid !== undefined) process.kill(-pid, 'SIGKILL');
      } catch {
        // It is gone already.
      }
    };
    const chunks: Buffer[] = [];
    let size = 0;
    stdout?.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > limits.maxBytes) endGroup();
      else chunks.push(chunk);
    });
    const exited = new Promise<boolean>((resolve) => {
      child.once('exit', (code) => resolve(code !== null));
      child.once('error', () => resolve(false));
    });
    // What it left behind may hold its output open, so the exit is waited for and the end of output only briefly.
    const inTime = await within(exited, limits.timeoutMs, ports.clock);
    if (inTime) await within(new Promise((resolve) => stdout?.once('end', resolve)), 200, ports.clock);
    else endGroup();
    const usable = inTime && (await exited) && size <= limits.maxBytes;
    ports.watchdog.release(tag);
    stdout?.destroy();
    return usable ? Buffer.concat(chunks).toString('utf8') : undefined;
  };
}
