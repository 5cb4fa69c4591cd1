import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

const server = 'http://127.0.0.1:4280'

/** Chunks load in any order; each style sheet says first which layer outranks which (the same line as in base.css). */
const layerOrder: Plugin = {
  name: 'layer-order',
  generateBundle(_, bundle) {
    for (const file of Object.values(bundle)) {
      if (file.type === 'asset' && file.fileName.endsWith('.css')) {
        file.source = `@layer reset,mantine,base,kit,page;${file.source}`
      }
    }
  },
}

/** The recruiter's application: src/web to dist/web. `--mode kit` adds the gallery at /kit. */
export default defineConfig({
  root: 'src/web',
  publicDir: 'public',
  plugins: [react(), layerOrder],
  server: {
    port: 4281,
    // Not all of /api: the browser's own modules in src/web/api have addresses there, too.
    proxy: {
      '^/api/(v1/|openapi)': { target: server, ws: true },
      '^/(p|preview|chat|widget)/': { target: server },
    },
  },
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    target: ['chrome123', 'firefox121', 'safari17.5'],
    // No data: addresses, so the content policy can stay at 'self'.
    assetsInlineLimit: 0,
    sourcemap: true,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/, priority: 3 },
            {
              name: 'routing',
              test: /node_modules[\\/]@tanstack[\\/](react-router|router-core|history|react-query|query-core|store|react-store)[\\/]/,
              priority: 2,
            },
            { name: 'texts', test: /node_modules[\\/](i18next|react-i18next)[\\/]/, priority: 2 },
            {
              name: 'grid',
              test: /node_modules[\\/]@tanstack[\\/](react-table|table-core|react-virtual|virtual-core)[\\/]|src[\\/]web[\\/]kit[\\/]grid/,
              priority: 2,
            },
          ],
        },
      },
    },
  },
})
