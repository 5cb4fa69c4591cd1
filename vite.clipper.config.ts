import { readFileSync } from 'node:fs'
import { cp, mkdir, rm, writeFile } from 'node:fs/promises'
import { defineConfig, type Plugin } from 'vite'
import { tokens } from './vite.tokens.ts'

const built = 'dist/clipper'
const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }
const words = (language: string) =>
  JSON.parse(readFileSync(`src/clipper/locale/${language}.json`, 'utf8')) as { name: string; about: string }

const manifest = {
  manifest_version: 3,
  name: '__MSG_name__',
  description: '__MSG_about__',
  version,
  default_locale: 'en',
  action: { default_popup: 'popup.html', default_title: '__MSG_name__' },
  // The page in view, when the button is pressed; the one server, once the recruiter allows it. No page else, at no time.
  permissions: ['activeTab', 'scripting', 'storage'],
  optional_host_permissions: ['https://*/*', 'http://*/*'],
  content_security_policy: { extension_pages: "default-src 'self'; connect-src https: http:; object-src 'none'" },
}
// What leaves the browser, for the recruiter's own Kith alone; Firefox asks for it when the extension is installed (from 140 on).
const sends = ['browsingActivity', 'personalCommunications', 'personallyIdentifyingInfo', 'websiteContent']
const firefox = {
  browser_specific_settings: {
    gecko: {
      id: 'clipper@kith.example',
      strict_min_version: '140.0',
      data_collection_permissions: { required: sends },
    },
    gecko_android: { strict_min_version: '142.0' },
  },
}

/** The same files twice, each with the manifest that its browser takes. */
const twoBrowsers: Plugin = {
  name: 'two-browsers',
  async closeBundle() {
    for (const language of ['en', 'de']) {
      const { name, about } = words(language)
      await mkdir(`${built}/chromium/_locales/${language}`, { recursive: true })
      await writeFile(
        `${built}/chromium/_locales/${language}/messages.json`,
        JSON.stringify({ name: { message: name }, about: { message: about } }, null, 2),
      )
    }
    await rm(`${built}/firefox`, { recursive: true, force: true })
    await cp(`${built}/chromium`, `${built}/firefox`, { recursive: true })
    await writeFile(`${built}/chromium/manifest.json`, JSON.stringify(manifest, null, 2))
    await writeFile(`${built}/firefox/manifest.json`, JSON.stringify({ ...manifest, ...firefox }, null, 2))
  },
}

/** The browser extension: src/clipper to dist/clipper/chromium and dist/clipper/firefox. */
export default defineConfig({
  root: 'src/clipper',
  base: './',
  publicDir: false,
  plugins: [tokens, twoBrowsers],
  build: {
    outDir: '../../dist/clipper/chromium',
    emptyOutDir: true,
    target: ['chrome123', 'firefox140'],
    modulePreload: false,
    reportCompressedSize: false,
    rolldownOptions: { input: 'src/clipper/popup.html' },
  },
})
