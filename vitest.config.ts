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
