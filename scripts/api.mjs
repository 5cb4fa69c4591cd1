// npm run api: writes the browser's API types.
import { writeFile } from 'node:fs/promises'
import { printApiTypes } from './api/print-api.ts'

const target = new URL('../src/web/api.generated.ts', import.meta.url)
await writeFile(target, await printApiTypes())
