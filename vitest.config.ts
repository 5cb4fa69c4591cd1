import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'tests/**/*.test.ts'],
    globalSetup: ['tests/servers/global-setup.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    css: { include: [/tokens\.css/] },
    reporters: ['default'],
  },
})
