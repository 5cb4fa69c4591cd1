import { fileURLToPath } from 'node:url'
import { configDefaults, defineConfig } from 'vitest/config'
import { filesNeeding } from './scripts/needs.mjs'
import { readTestSettings } from './src/platform/settings.ts'

/** Whole servers and browsers: after everything else, two at a time, for they wait more than they work. */
const alone = [
  'tests/**/*.test.ts',
  'src/cli/main.test.ts',
  'src/connectors/**/*.test.ts',
  'src/storage/{embedded,restore}.test.ts',
]

/** Their tests are chapters of one story: a second try of one would not find what the first has left. */
const stories = ['tests/scenarios/{story,ladder}.test.ts']

const leftOut: string[] = filesNeeding(readTestSettings().skip, fileURLToPath(new URL('.', import.meta.url)))

export default defineConfig({
  test: {
    globalSetup: ['tests/servers/global-setup.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    css: { include: [/tokens\.css/] },
    projects: [
      {
        extends: true,
        test: {
          name: 'parts',
          include: ['src/**/*.test.{ts,tsx}'],
          exclude: [...configDefaults.exclude, ...alone, ...leftOut],
          maxWorkers: 2,
          sequence: { groupOrder: 0 },
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
          maxWorkers: 2,
          testTimeout: 60_000,
          hookTimeout: 120_000,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: 'stories',
          include: stories,
          exclude: [...configDefaults.exclude, ...leftOut],
          maxWorkers: 2,
          testTimeout: 60_000,
          hookTimeout: 120_000,
          sequence: { groupOrder: 1 },
        },
      },
    ],
    reporters: ['default'],
  },
})
