import { existsSync, rmSync, statSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { defineConfig, devices } from '@playwright/test';

const port = Number(process.env.CRM_E2E_PORT ?? 5390);
const address = `http://localhost:${port}`;

// The stack as it was built last, in either configuration; an empty register at each run.
const stack = ['Release', 'Debug']
  .map((configuration) => join('..', 'tools', 'Local', 'bin', configuration, 'net10.0', 'Karelia.Crm.Local.dll'))
  .filter(existsSync)
  .sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs)[0];
const data = join(tmpdir(), `karelia-crm-e2e-${userInfo().uid}`);
if (process.env.TEST_WORKER_INDEX === undefined) rmSync(data, { recursive: true, force: true });

const chromium = process.env.CHROMIUM || (existsSync('/usr/bin/chromium') ? '/usr/bin/chromium' : undefined);

export default defineConfig({
  testDir: 'e2e',
  timeout: 120_000,
  expect: { timeout: 15_000 },
  workers: 1,
  fullyParallel: false,
  retries: 0,
  reporter: 'list',
  use: {
    ...devices['Desktop Chrome'],
    baseURL: address,
    viewport: { width: 1440, height: 900 },
    locale: 'fi-FI',
    timezoneId: 'Europe/Helsinki',
    screenshot: 'only-on-failure',
    // A trace of every step takes as long as the steps: CRM_TRACE=1 when one looks for a fault.
    trace: process.env.CRM_TRACE ? 'retain-on-failure' : 'off',
    launchOptions: {
      executablePath: chromium,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--disable-dev-shm-usage',
      ],
    },
  },
  webServer: {
    command: `dotnet ${stack ?? '(build tools/Local first)'} --built --port ${port} --data ${data} --empty`,
    url: `${address}/health/ready`,
    timeout: 180_000,
    reuseExistingServer: false,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 20_000 },
    stdout: 'ignore',
    stderr: 'pipe',
    // All the journeys of people without an account come from one address.
    env: { WebClient__Root: join(process.cwd(), 'dist'), RateLimits__PublicPerMinute: '1000' },
  },
});
