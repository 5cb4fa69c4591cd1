// npm run docs: writes the pages of docs/ that are printed from code.
import { writeFile } from 'node:fs/promises'
import { printedPages } from './docs/pages.ts'

for (const [path, print] of Object.entries(printedPages))
  await writeFile(new URL(`../${path}`, import.meta.url), await print())
