import { fileURLToPath } from 'node:url'
import { configDefaults, defineConfig } from 'vitest/config'
import { filesNeeding } from './scripts/needs.mjs'
import { readTestSettings } from './src/platform/settings.ts'
import { InLanes, lanes } from './tests/order.ts'

/** Whole servers and browsers. */
const alone = [
  'tests/**/*.test.ts',
  'src/cli/main.test.ts',
  'src/connectors/**/*.test.ts',
  'src/storage/{embedded,restore}.test.ts',
]

/** Puts another module in the place of one, for its own process only. */
const mocking = ['src/features/accounts/sign-in.test.ts']

/** Time matters to what fails only, and a true state may come late on a slow day. */
const patient = { testTimeout: 60_000, hookTimeout: 120_000, expect: { poll: { timeout: 30_000 } } }

const settings = readTestSettings()
const leftOut: string[] = filesNeeding(settings.skip, fileURLToPath(new URL('.', import.meta.url)))

export default defineConfig({
  test: {
    globalSetup: ['tests/servers/global-setup.ts'],
    setupFiles: settings.pending ? ['tests/servers/await-needs.ts'] : [],
    sequence: { sequencer: InLanes },
    maxWorkers: lanes,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 10_000 } },
    css: { include: [/tokens\.css/] },
    projects: [
      {
        extends: true,
        test: {
          name: 'parts',
          include: ['src/**/*.test.{ts,tsx}'],
          exclude: [...configDefaults.exclude, ...alone, ...mocking, ...leftOut],
          // One process for many files: loading the server for each of them costs more than most of their tests.
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'mocking',
          include: mocking,
          exclude: [...configDefaults.exclude, ...leftOut],
        },
      },
      {
        extends: true,
        test: {
          name: 'whole',
          include: alone,
          exclude: [...configDefaults.exclude, ...leftOut],
          // One process for many, as above: the server is loaded and compiled once (decision 98).
          isolate: false,
          // How often a test is tried, by file.
          runner: './scripts/test-runner.mjs',
          ...patient,
        },
      },
    ],
    reporters: ['default'],
  },
})
