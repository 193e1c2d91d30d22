import { defineConfig, devices } from '@playwright/test'

const isRoot = process.getuid?.() === 0

/** `deploy/e2e.sh` starts the server on an empty database. The story fills it; the other files look at what it left. */
export default defineConfig({
  testDir: '../tests/e2e',
  outputDir: '../var/e2e/traces',
  fullyParallel: false,
  workers: 1,
  retries: 0,
  forbidOnly: process.env.CI === 'true',
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: [['list']],
  projects: [
    { name: 'story', testMatch: 'story.spec.ts' },
    { name: 'pages', testIgnore: 'story.spec.ts', dependencies: ['story'] },
  ],
  use: {
    ...devices['Desktop Chrome'],
    baseURL: process.env.JX_BASE_URL ?? 'http://127.0.0.1:8000',
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    trace: 'retain-on-failure',
    actionTimeout: 15_000,
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      args: [
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
        '--disable-quic',
        '--disable-gpu',
        ...(isRoot ? ['--no-sandbox'] : []),
      ],
    },
  },
})
