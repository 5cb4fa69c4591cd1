import type { KnipConfig } from 'knip'

const config: KnipConfig = {
  entry: [
    'src/cli/main.ts',
    'src/widget/loader/main.ts',
    'src/widget/panel/main.tsx',
    'scripts/*.mjs',
    'bench/*.ts',
    'tests/**/*.test.ts',
    'src/**/*.test.{ts,tsx}',
  ],
  project: ['src/**/*.{ts,tsx}', 'tests/**/*.ts', 'scripts/**/*.{ts,mjs}', 'bench/**/*.ts'],
  ignoreExportsUsedInFile: true,
  // A type that leaves a feature through its door costs nothing; a value that nobody takes is dead.
  exclude: ['types'],
}

export default config
