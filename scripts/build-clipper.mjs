// npm run build:clipper: the browser extension, for Chromium and for Firefox.
import { execFileSync } from 'node:child_process'
import { findNode } from './house.mjs'

const node = findNode()
execFileSync(
  node,
  ['node_modules/vite/bin/vite.js', 'build', '--config', 'vite.clipper.config.ts', '--logLevel', 'warn'],
  {
    stdio: 'inherit',
  },
)
console.log('dist/clipper/chromium: chrome://extensions, developer mode, load unpacked.')
console.log('dist/clipper/firefox: about:debugging, this Firefox, load a temporary add-on (its manifest.json).')
