// Writes the pages of docs/ that are printed from code.
import { writeFile } from 'node:fs/promises'
import { printSettingsPage } from '../src/platform/settings.ts'

await writeFile(new URL('../docs/operate/settings.md', import.meta.url), printSettingsPage())
