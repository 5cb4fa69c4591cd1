import { createRequire } from 'node:module'
import PdfDocument from 'pdfkit'
import type { ReportDocument } from './document.ts'
import { drawChart } from './pdf-chart.ts'

const { resolve } = createRequire(import.meta.url)
const fonts = { plain: 'dejavu-fonts-ttf/ttf/DejaVuSans.ttf', bold: 'dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf' }
const ink = { text: '#1d1b16', soft: '#67635c', line: '#d8d4cb' }
const margin = 42
const type = { title: 16, said: 11, body: 9, small: 7.5 }

/**
 * A4 across, its text tagged for screen readers (title, paragraphs, table), long tables with their heading on every page. The letters
 * come with it, so that every name reads everywhere.
 */
export async function pdfOf(report: ReportDocument, madeAt: Date): Promise<Buffer> {
  const { words, locale } = report.voice
  const doc = new PdfDocument({
    size: 'A4',
    layout: 'landscape',
    margin,
    bufferPages: true,
    tagged: true,
    displayTitle: true,
    lang: locale,
    pdfVersion: '1.7',
    info: { Title: `${report.title}, ${report.span}`, Creator: 'Kith', CreationDate: madeAt },
  })
  const chunks: Buffer[] = []
  doc.on('data', (chunk: Buffer) => chunks.push(chunk))
  const ended = new Promise<void>((done, fail) => doc.on('end', done).on('error', fail))
  doc.registerFont('plain', resolve(fonts.plain)).registerFont('bold', resolve(fonts.bold))
  const root = doc.struct('Document')
  doc.addStructure(root)
  const width = doc.page.width - 2 * margin
  const say = (kind: 'H1' | 'P', text: string, font: keyof typeof fonts, size: number, colour = ink.text) => {
    const left = doc.page.height - margin - doc.y
    if (doc.font(font).fontSize(size).heightOfString(text, { width }) > left) doc.addPage()
    root.add(
      doc.struct(kind, {}, () => doc.font(font).fontSize(size).fillColor(colour).text(text, margin, doc.y, { width })),
    )
    doc.y += 3
  }
  say('H1', report.title, 'bold', type.title)
  say('P', report.span, 'plain', type.body, ink.soft)
  doc.y += 4
  for (const sentence of report.said) say('P', sentence, 'plain', type.said)
  if (report.series.length > 0 && report.weeks.length > 1) {
    doc.y += 6
    const alt = report.said[0] ?? report.title
    root.add(doc.struct('Figure', { alt }, () => drawChart(doc, report, { x: margin, y: doc.y, width, height: 130 })))
    doc.y += 138
  }
  doc.y += 6
  drawTable(doc, root, report, width)
  doc.y += 8
  for (const sentence of report.how) say('P', sentence, 'plain', type.small, ink.soft)
  root.end()
  const { count } = doc.bufferedPageRange()
  const made = words.made(new Intl.DateTimeFormat(locale, { dateStyle: 'long' }).format(madeAt))
  for (let at = 0; at < count; at += 1) {
    doc.switchToPage(at)
    doc.page.margins.bottom = 0
    doc.markContent('Artifact', { type: 'Pagination' })
    doc.font('plain').fontSize(type.small).fillColor(ink.soft)
    doc.text(made, margin, doc.page.height - 28, { width: width / 2, lineBreak: false })
    doc.text(words.page(at + 1, count), margin + width / 2, doc.page.height - 28, { width: width / 2, align: 'right' })
    doc.endMarkedContent()
  }
  doc.end()
  await ended
  return Buffer.concat(chunks)
}

type Doc = PDFKit.PDFDocument

function drawTable(doc: Doc, root: PDFKit.PDFStructureElement, report: ReportDocument, width: number): void {
  const first = Math.min(200, Math.max(110, width * 0.24))
  const each = (width - first) / Math.max(1, report.columns.length)
  const left = (at: number) => margin + (at === 0 ? 0 : first + (at - 1) * each)
  const wide = (at: number) => (at === 0 ? first : each) - 8
  const titles = [report.by, ...report.columns.map(column => column.title)]
  const size = report.columns.length > 8 ? type.small - 0.5 : type.small + 0.5
  const table = doc.struct('Table')
  root.add(table)
  const heightOf = (texts: readonly string[], font: keyof typeof fonts) =>
    Math.max(
      ...texts.map((text, at) =>
        doc
          .font(font)
          .fontSize(size)
          .heightOfString(text, { width: wide(at) }),
      ),
    ) + 6
  const row = (texts: readonly string[], kind: 'head' | 'body', height: number) => {
    const y = doc.y
    const line = doc.struct('TR')
    table.add(line)
    for (const [at, text] of texts.entries())
      line.add(
        doc.struct(kind === 'head' || at === 0 ? 'TH' : 'TD', {}, () =>
          doc
            .font(kind === 'head' ? 'bold' : 'plain')
            .fontSize(size)
            .fillColor(ink.text)
            .text(text, left(at), y + 3, { width: wide(at), align: at === 0 ? 'left' : 'right' }),
        ),
      )
    line.end()
    doc.y = y + height
    doc.markContent('Artifact', { type: 'Layout' })
    doc
      .moveTo(margin, doc.y)
      .lineTo(margin + width, doc.y)
      .lineWidth(0.5)
      .strokeColor(ink.line)
      .stroke()
    doc.endMarkedContent()
  }
  const head = () => row(titles, 'head', heightOf(titles, 'bold'))
  head()
  for (const { name, texts } of report.rows) {
    const cells = [name, ...texts]
    const height = heightOf(cells, 'plain')
    if (doc.y + height > doc.page.height - margin) {
      doc.addPage()
      head()
    }
    row(cells, 'body', height)
  }
  table.end()
}
