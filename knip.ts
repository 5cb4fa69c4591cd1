import type { KnipConfig } from 'knip'

const config: KnipConfig = {
  // The doors of a feature are there for others, taken or not yet; what stands behind them and is used by none is dead.
  entry: [
    'src/cli/main.ts',
    'src/features/*/{index,model,wire}.ts',
    'src/features/*/ui/manifest.ts',
    // Begun as a thread of its own.
    'src/features/network/draw-thread.ts',
    // Set up before test files only while servers are being installed.
    'tests/servers/await-needs.ts',
    'src/widget/loader/main.ts',
    'src/widget/panel/main.tsx',
    'src/clipper/popup.ts',
    'scripts/*.mjs',
    'bench/*.bench.ts',
    'tests/**/*.test.ts',
    'src/**/*.test.{ts,tsx}',
  ],
  project: ['src/**/*.{ts,tsx}', 'tests/**/*.ts', 'scripts/**/*.{ts,mjs}', 'bench/**/*.ts'],
  ignoreExportsUsedInFile: true,
  // Read or run as files, not imported: the generator of the table types, the accessibility rules put into a page, the compiler, the
  // letters of a PDF.
  ignoreDependencies: ['kysely-codegen', 'axe-core', 'typescript-7', 'dejavu-fonts-ttf'],
  ignoreBinaries: ['openssl', 'snac', 'spamassassin'],
  // A type that leaves a feature through its door costs nothing; a value that nobody takes is dead.
  exclude: ['types'],
}

export default config
