import { byteLength } from './bytes.ts'

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/** Cuts text into lines of at most `maxBytes` of UTF-8: at line ends, else behind a word, else between graphemes, never inside one. */
export function splitText(text: string, maxBytes: number): string[] {
  return text
    .split(/\r\n|\r|\n/)
    .map(line => line.trimEnd())
    .filter(line => line !== '')
    .flatMap(line => splitLine(line, maxBytes))
}

function splitLine(line: string, maxBytes: number): string[] {
  const parts: string[] = []
  let rest = line
  while (byteLength(rest) > maxBytes) {
    let bytes = 0
    let end = 0
    let word = 0
    for (const { segment, index } of graphemes.segment(rest)) {
      const size = byteLength(segment)
      if (bytes + size > maxBytes) break
      bytes += size
      end = index + segment.length
      if (/^\s+$/.test(segment) && index > 0) word = end
    }
    // A grapheme longer than a whole line is nothing that people write: it is cut between code points.
    if (end === 0) end = codePointsWithin(rest, maxBytes)
    const nextIsSpace = /^\s/.test(rest.slice(end))
    const cut = nextIsSpace ? end : word > end / 3 ? word : end
    parts.push(rest.slice(0, cut).trimEnd())
    rest = rest.slice(cut).replace(/^\s+/, '')
  }
  if (rest !== '') parts.push(rest)
  return parts.filter(part => part !== '')
}

function codePointsWithin(text: string, maxBytes: number): number {
  let bytes = 0
  let end = 0
  for (const point of text) {
    bytes += byteLength(point)
    if (bytes > maxBytes && end > 0) break
    end += point.length
  }
  return end
}
