import { defineConfig, type Plugin } from 'vite'
import { tokens } from './vite.tokens.ts'

/** The loader is a classic script on foreign pages: nothing of it may leak into their names. The style sheets need no script. */
const alone: Plugin = {
  name: 'alone',
  generateBundle(_, bundle) {
    for (const [name, file] of Object.entries(bundle)) {
      if (file.type !== 'chunk') continue
      if (file.fileName === 'chat.js') file.code = `(()=>{${file.code.trim()}\n})()\n`
      if (file.facadeModuleId?.endsWith('.css')) delete bundle[name]
    }
  },
}

/** Vite's loader of styles and preloads before a chunk: no chunk of ours has any, and it would be a twentieth of the panel. */
const plainImports: Plugin = {
  name: 'plain-imports',
  enforce: 'pre',
  load: id => (id === '\0vite/preload-helper.js' ? 'export const __vitePreload = load => load()' : undefined),
}

/** The website chat's outside: src/widget to dist/web/widget, after the application, with names that never change. */
export default defineConfig({
  publicDir: false,
  base: '/widget/',
  plugins: [tokens, plainImports, alone],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: 'dist/web/widget',
    emptyOutDir: true,
    target: ['chrome109', 'firefox115', 'safari16.4'],
    assetsInlineLimit: 0,
    modulePreload: false,
    cssCodeSplit: true,
    reportCompressedSize: false,
    rolldownOptions: {
      input: {
        chat: 'src/widget/loader/main.ts',
        panel: 'src/widget/panel/main.tsx',
        landing: 'src/widget/landing.css',
        site: 'src/widget/site.css',
      },
      output: {
        entryFileNames: '[name].js',
        // Two files have the name of each language: the words that all need, and those that few do.
        chunkFileNames: chunk =>
          chunk.facadeModuleId?.includes('/more/')
            ? `panel-more${chunk.name === 'more' ? '' : '-[name]'}.js`
            : 'panel-[name].js',
        assetFileNames: '[name][extname]',
      },
    },
  },
})
