import { defineConfig } from 'vitest/config'

/** Whole servers, browsers and timings: one file after the other, after everything else, so that they don't starve each other. */
const alone = [
  'tests/**/*.test.ts',
  'src/cli/main.test.ts',
  'src/connectors/**/*.test.ts',
  'src/storage/{embedded,restore}.test.ts',
]

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
          exclude: alone,
          maxWorkers: 2,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: 'whole',
          include: alone,
          fileParallelism: false,
          maxWorkers: 1,
          testTimeout: 60_000,
          hookTimeout: 120_000,
          sequence: { groupOrder: 1 },
        },
      },
    ],
    reporters: ['default'],
  },
})
