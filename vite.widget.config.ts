import { defineConfig } from 'vite'

/** The chat box for landing pages: src/widget to dist/widget, one script that can be put on any page. */
export default defineConfig({
  publicDir: false,
  oxc: { jsx: { importSource: 'preact' } },
  build: {
    outDir: 'dist/widget',
    emptyOutDir: true,
    target: ['chrome100', 'firefox100', 'safari15.4'],
    sourcemap: true,
    lib: {
      entry: 'src/widget/main.tsx',
      formats: ['iife'],
      name: 'Kith',
      fileName: () => 'widget.js',
      cssFileName: 'widget',
    },
  },
})
