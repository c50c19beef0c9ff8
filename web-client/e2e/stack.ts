import { spawn } from 'node:child_process';
import { existsSync, rmSync, statSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';

const { TEST_PARALLEL_INDEX: worker = '0', CRM_E2E_PORT: firstPort = '5390' } = process.env;
const port = Number(firstPort) + 10 * Number(worker);
const data = join(tmpdir(), `karelia-crm-e2e-${userInfo().uid}-${port}`);

/** Where the stack of this worker puts its mail. */
export const mails = join(data, 'mail');

/** The stack as it was built last, in either configuration, over an empty register: one for each worker, so that files need not wait for each other. */
export async function startStack() {
  rmSync(data, { recursive: true, force: true });
  const program = ['Release', 'Debug']
    .map((configuration) => join('..', 'tools', 'Local', 'bin', configuration, 'net10.0', 'Karelia.Crm.Local.dll'))
    .filter(existsSync)
    .sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs)[0];
  if (!program) throw new Error('Build tools/Local first.');
  // Only the walk over every screen wants to see them full.
  const content = process.env.CRM_WALK ? [] : ['--empty'];
  const stack = spawn('dotnet', [program, '--built', '--port', `${port}`, '--data', data, ...content], {
    stdio: ['ignore', 'ignore', 'inherit'],
    // All the journeys of people without an account come from one address.
    env: { ...process.env, WebClient__Root: join(process.cwd(), 'dist'), RateLimits__PublicPerMinute: '1000' },
  });
  const ended = new Promise((resolve) => stack.once('exit', resolve));
  const stop = () => {
    stack.kill('SIGTERM');
    return ended;
  };
  const address = `http://localhost:${port}`;
  while (!(await isReady(address))) {
    if (stack.exitCode !== null) throw new Error(`The stack ended with ${stack.exitCode} before it was ready.`);
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  return { address, stop };
}

const isReady = (address: string) =>
  fetch(`${address}/health/ready`).then(
    (answer) => answer.ok,
    () => false,
  );
