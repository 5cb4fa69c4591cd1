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

/** Their tests are chapters of one story: a second try of one would not find what the first has left. */
const stories = ['tests/scenarios/{story,ladder}.test.ts']

const leftOut: string[] = filesNeeding(readTestSettings().skip, fileURLToPath(new URL('.', import.meta.url)))

export default defineConfig({
  test: {
    globalSetup: ['tests/servers/global-setup.ts'],
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
          exclude: [...configDefaults.exclude, ...stories, ...leftOut],
          // Other people's servers on a busy machine: scripts/test.mjs names what needed it.
          retry: 1,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'stories',
          include: stories,
          exclude: [...configDefaults.exclude, ...leftOut],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
    reporters: ['default'],
  },
})
