import { UnreadableFile } from '#importers/contract.ts'
import { type ResumeLine, sectionOf } from './lines.ts'

const limits = { maxPages: 60, maxItems: 200_000, withinMs: 20_000 }

type Item = { text: string; x: number; y: number; width: number; size: number; page: number }
type Line = Item & { end: number }

/** Words on one height, set together as long as no wide gap is between them. */
function linesOf(items: readonly Item[]): Line[] {
  const sorted = [...items].sort((a, b) => a.page - b.page || b.y - a.y || a.x - b.x)
  const rows: Item[][] = []
  for (const item of sorted) {
    const row = rows.at(-1)
    const first = row?.[0]
    if (row && first && first.page === item.page && Math.abs(first.y - item.y) < Math.max(2, first.size * 0.35))
      row.push(item)
    else rows.push([item])
  }
  return rows.map(row => {
    const ordered = row.sort((a, b) => a.x - b.x)
    const [first] = ordered
    let text = ''
    let end = first?.x ?? 0
    let size = 0
    for (const item of ordered) {
      const gap = item.x - end
      const isApart = text !== '' && !text.endsWith(' ') && !item.text.startsWith(' ') && gap > item.size * 0.15
      text += (gap > item.size * 2.5 && text !== '' ? '   ' : isApart ? ' ' : '') + item.text
      end = item.x + item.width
      size = Math.max(size, item.size)
    }
    return {
      text: text.replace(/\u00a0/g, ' ').trimEnd(),
      x: first?.x ?? 0,
      y: first?.y ?? 0,
      width: 0,
      size,
      page: first?.page ?? 0,
      end,
    }
  })
}

/** Where the right column begins, when headings stand at two clearly different places; undefined for one column. */
function findColumn(items: readonly Item[]): number | undefined {
  const headings = items.filter(item => sectionOf(item.text.trim()) !== undefined).map(item => item.x)
  if (headings.length < 2) return undefined
  const left = Math.min(...headings)
  const right = headings.filter(x => x - left > 90)
  if (right.length === 0 || right.length === headings.length) return undefined
  const column = Math.min(...right)
  // Text that runs across is no sign of two columns.
  const across = items.filter(item => item.x < column - 8 && item.x + item.width > column + 4).length
  return across > items.length * 0.1 ? undefined : column - 4
}

/** Lines of a PDF's text layer in reading order: the left column of all pages, then the right one. */
export function orderLines(items: readonly Item[]): ResumeLine[] {
  const column = findColumn(items)
  const parts =
    column === undefined ? [items] : [items.filter(item => item.x < column), items.filter(item => item.x >= column)]
  return parts
    .flatMap((part, column) =>
      linesOf(part)
        .filter(line => line.text.trim() !== '')
        .map((line, index) => ({ ...line, startsColumn: column > 0 && index === 0 })),
    )
    .map(line => ({
      startsColumn: line.startsColumn,
      text: line.text.trim(),
      size: Math.round(line.size * 10) / 10,
      isHeading: sectionOf(line.text.trim()) !== undefined,
    }))
}

const wordOf = (error: unknown) => (error instanceof Error ? `${error.name} ${error.message}` : '')

/** The text layer of a PDF and the addresses of its links. Nothing in it is run or fetched. */
export async function readPdf(bytes: Uint8Array): Promise<{ lines: ResumeLine[]; links: string[] }> {
  const { getDocumentProxy } = await import('unpdf')
  const until = performance.now() + limits.withinMs
  let document: Awaited<ReturnType<typeof getDocumentProxy>>
  try {
    document = await getDocumentProxy(Uint8Array.from(bytes), {
      disableFontFace: true,
      verbosity: 0,
    })
  } catch (error) {
    if (/password/i.test(wordOf(error)))
      throw new UnreadableFile(
        'unsafe',
        'This PDF is protected by a password. Save it without one and import it again.',
        { cause: error },
      )
    throw new UnreadableFile('broken', 'This PDF is damaged or incomplete. Download it again and retry.', {
      cause: error,
    })
  }
  const items: Item[] = []
  const links: string[] = []
  try {
    for (let number = 1; number <= Math.min(document.numPages, limits.maxPages); number++) {
      const page = await document.getPage(number)
      const content = await page.getTextContent()
      for (const item of content.items) {
        if (!('str' in item) || item.str === '') continue
        const [a = 0, b = 0, , , x = 0, y = 0] = item.transform.map(Number)
        items.push({
          text: item.str.normalize('NFKC'),
          x,
          y,
          width: item.width,
          size: Math.hypot(a, b) || item.height,
          page: number,
        })
        if (items.length > limits.maxItems || performance.now() > until)
          throw new UnreadableFile('too-big', 'This PDF holds more text than any résumé. Import single files.')
      }
      for (const annotation of await page.getAnnotations()) {
        const url: unknown = annotation.url
        if (typeof url === 'string') links.push(url)
      }
    }
  } catch (error) {
    if (error instanceof UnreadableFile) throw error
    throw new UnreadableFile('broken', 'A page of this PDF is damaged. Save it again and retry.', { cause: error })
  } finally {
    await document.loadingTask.destroy().catch(() => undefined)
  }
  return { lines: orderLines(items), links: links.filter(link => /^(?:https?:|mailto:)/i.test(link)) }
}
