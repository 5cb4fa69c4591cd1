import type { ReportDocument } from './document.ts'

/** Told apart by dash as well as by colour, so that grey print still says which is which. */
const looks: readonly { colour: string; dash: [number, number] | undefined }[] = [
  { colour: '#016965', dash: undefined },
  { colour: '#3464a0', dash: [5, 3] },
  { colour: '#7e4f04', dash: [1.5, 2.5] },
  { colour: '#61206f', dash: [8, 2] },
]
const ink = { line: '#d8d4cb', soft: '#67635c', paper: '#ffffff' }

/** A rounded top of the scale: 1, 2 or 5 times a power of ten. */
export function topOf(values: readonly number[]): number {
  const most = Math.max(1, ...values)
  const power = 10 ** Math.floor(Math.log10(most))
  return [1, 2, 5, 10].map(step => step * power).find(top => top >= most) ?? most
}

type Box = { x: number; y: number; width: number; height: number }

/** Lines by week; a week that still runs is led to by dots and ends in a ring. */
export function drawChart(doc: PDFKit.PDFDocument, report: ReportDocument, box: Box): void {
  const { weeks, series, running, voice } = report
  const number = new Intl.NumberFormat(voice.locale)
  const top = topOf(series.flatMap(one => one.values))
  const axis = 34
  const plot = { x: box.x + axis, y: box.y + 16, width: box.width - axis - 12, height: box.height - 34 }
  const last = weeks.length - 1
  const at = (week: number, value: number): [number, number] => [
    plot.x + (plot.width * week) / Math.max(1, last),
    plot.y + plot.height * (1 - value / top),
  ]
  doc.font('plain').fontSize(7)
  let key = box.x
  for (const [index, one] of series.entries()) {
    const look = looks[index % looks.length]
    dashed(doc, look)
    doc
      .moveTo(key, box.y + 4)
      .lineTo(key + 22, box.y + 4)
      .lineWidth(1.5)
      .stroke()
      .undash()
    doc.fillColor(ink.soft).text(one.label, key + 27, box.y, { lineBreak: false })
    key += 27 + doc.widthOfString(one.label) + 16
  }
  for (const share of [0, 0.5, 1]) {
    const y = plot.y + plot.height * (1 - share)
    doc
      .moveTo(plot.x, y)
      .lineTo(plot.x + plot.width, y)
      .lineWidth(0.5)
      .strokeColor(ink.line)
      .stroke()
    if (top * share === Math.round(top * share))
      doc
        .fillColor(ink.soft)
        .text(number.format(top * share), box.x, y - 4, { width: axis - 6, align: 'right', lineBreak: false })
  }
  const every = Math.max(1, Math.ceil(weeks.length / 12))
  for (const [week, label] of weeks.entries())
    if ((last - week) % every === 0)
      doc.fillColor(ink.soft).text(label, at(week, 0)[0] - 40, plot.y + plot.height + 5, {
        width: week === last ? 52 : 80,
        align: week === last ? 'right' : 'center',
        lineBreak: false,
      })
  for (const [index, { values }] of series.entries()) {
    const look = looks[index % looks.length]
    const points = weeks.map((_, week) => at(week, values[week] ?? 0))
    const whole = running ? points.slice(0, -1) : points
    dashed(doc, look)
    for (const [n, point] of whole.entries()) n === 0 ? doc.moveTo(...point) : doc.lineTo(...point)
    doc.lineWidth(1.5).stroke().undash()
    const [before, end] = [points.at(-2), points.at(-1)]
    if (!running || !before || !end) continue
    doc
      .moveTo(...before)
      .lineTo(...end)
      .dash(1, { space: 3 })
      .lineWidth(1.2)
      .stroke(look?.colour)
      .undash()
    doc
      .circle(...end, 2.5)
      .lineWidth(1.2)
      .fillAndStroke(ink.paper, look?.colour)
  }
}

function dashed(doc: PDFKit.PDFDocument, look: (typeof looks)[number] | undefined): void {
  doc.strokeColor(look?.colour ?? ink.soft)
  if (look?.dash) doc.dash(look.dash[0], { space: look.dash[1] })
}
