import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build } from 'vite'
import { z } from 'zod'

export const name = 'widget'

const root = fileURLToPath(new URL('..', import.meta.url))

const manifest = z.record(
  z.string(),
  z.object({
    file: z.string(),
    name: z.string().optional(),
    isEntry: z.boolean().optional(),
    isDynamicEntry: z.boolean().optional(),
    imports: z.array(z.string()).default([]),
    css: z.array(z.string()).default([]),
  }),
)
type Manifest = z.infer<typeof manifest>

/** What the browser fetches before this chunk can run: itself, its imports, their styles. */
function filesOf(chunks: Manifest, key: string, seen = new Set<string>()): Set<string> {
  const chunk = chunks[key]
  if (!chunk || seen.has(chunk.file)) return seen
  seen.add(chunk.file)
  for (const style of chunk.css) seen.add(style)
  for (const needed of chunk.imports) filesOf(chunks, needed, seen)
  return seen
}

/** Bytes over the line, gzipped, of fresh builds: the chat for visitors, and what each page of the application adds. */
export async function run(): Promise<{ name: string; figure: number; unit: string }[]> {
  const folder = await mkdtemp(join(tmpdir(), 'kith-bench-'))
  const weigh = async (...parts: string[]) => gzipSync(await readFile(join(folder, ...parts)), { level: 9 }).byteLength
  const kilobytes = (bytes: number) => bytes / 1_000
  try {
    const [widget, web] = [join(folder, 'widget'), join(folder, 'web')]
    await build({ root, configFile: join(root, 'vite.widget.config.ts'), logLevel: 'error', build: { outDir: widget } })
    await build({
      configFile: join(root, 'vite.config.ts'),
      logLevel: 'error',
      build: { outDir: web, manifest: 'manifest.json' },
    })
    const figures = []
    for (const file of (await readdir(widget))
      .filter(each => /^(chat|panel|panel-en|landing)\.(js|css)$/.test(each))
      .sort())
      figures.push({ name: file, figure: kilobytes(await weigh('widget', file)), unit: 'kB gzip' })
    const chunks = manifest.parse(JSON.parse(await readFile(join(web, 'manifest.json'), 'utf8')))
    const sum = async (files: Iterable<string>) => {
      let bytes = 0
      for (const file of files) bytes += await weigh('web', file)
      return kilobytes(bytes)
    }
    const entry = Object.keys(chunks).find(key => chunks[key]?.isEntry)
    if (entry === undefined) throw new Error('The build has no entry.')
    const first = filesOf(chunks, entry)
    figures.push({ name: 'application, first load', figure: await sum(first), unit: 'kB gzip' })
    for (const [key, chunk] of Object.entries(chunks)) {
      if (!chunk.isDynamicEntry || !/Page\.tsx$/.test(key)) continue
      const more = [...filesOf(chunks, key)].filter(file => !first.has(file))
      figures.push({ name: `+ ${chunk.name ?? key}`, figure: await sum(more), unit: 'kB gzip' })
    }
    return figures
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
