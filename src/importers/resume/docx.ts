import { type ByteSource, type Importer, UnreadableFile } from '../contract.ts'
import { readWhole } from '../json/file.ts'
import { decodeText } from '../text/decode.ts'
import { mustUnderstand } from '../understood.ts'
import { isXmlElement } from '../xml/query.ts'
import { parseXml, type XmlElement } from '../xml/tree.ts'
import { isZip, zipSources } from '../zip/zip.ts'
import type { ResumeLine } from './lines.ts'
import { resumeRecords } from './records.ts'

const maxMegabytes = 32
const body = /^word\/document\d*\.xml$/i
const header = /^word\/header\d*\.xml$/i

const local = (element: XmlElement): string => element.name.toLowerCase()
const attribute = (element: XmlElement, name: string): string =>
  element.attributes.find(one => one.name.toLowerCase() === name)?.value ?? ''

function* below(element: XmlElement, name: string): Generator<XmlElement> {
  const stack = [element]
  for (let at = stack.pop(); at; at = stack.pop()) {
    if (local(at) === name) {
      yield at
      if (name === 'p') continue
    }
    for (const child of at.children.filter(isXmlElement).reverse()) stack.push(child)
  }
}

/** The text of a paragraph; a break starts another line, a tab stays one. Deleted words of tracked changes are left out. */
function paragraphText(paragraph: XmlElement): string {
  const parts: string[] = []
  const stack: XmlElement[] = [paragraph]
  for (let at = stack.pop(); at; at = stack.pop()) {
    const name = local(at)
    if (name === 't') parts.push(at.children.filter(child => typeof child === 'string').join(''))
    else if (name === 'tab') parts.push('\t')
    else if (name === 'br' || name === 'cr') parts.push('\n')
    if (name === 'del' || name === 'ppr' || name === 'instrtext' || name === 'fallback') continue
    for (const child of at.children.filter(isXmlElement).reverse()) stack.push(child)
  }
  return parts.join('')
}

function linesOf(document: XmlElement): ResumeLine[] {
  const lines: ResumeLine[] = []
  for (const paragraph of below(document, 'p')) {
    const style = [...below(paragraph, 'pstyle')].map(one => attribute(one, 'val'))[0] ?? ''
    const sizes = [...below(paragraph, 'sz')].map(one => Number(attribute(one, 'val')) / 2).filter(Number.isFinite)
    const isTitle = /^(?:title|titel|titre|título)$/i.test(style)
    const isHeading = isTitle || /^(?:heading|berschrift|überschrift|titre|título)/i.test(style)
    const size = isTitle ? 28 : Math.max(0, ...sizes)
    for (const text of paragraphText(paragraph).split('\n')) {
      const clean = text.replace(/[ \u00a0]+/g, ' ').trim()
      if (clean !== '')
        lines.push({ text: clean.replaceAll('\t', '   '), size: isTitle ? size : isHeading ? 0 : size, isHeading })
    }
  }
  return lines
}

async function parsePart(source: ByteSource): Promise<XmlElement> {
  return parseXml(decodeText(await readWhole(source, maxMegabytes)).text)
}

async function linksOf(members: readonly ByteSource[]): Promise<string[]> {
  const found: string[] = []
  for (const member of members.filter(({ name }) => /^word\/_rels\/(?:document|header)\d*\.xml\.rels$/i.test(name)))
    for (const relation of below(await parsePart(member), 'relationship'))
      if (/\/hyperlink$/.test(attribute(relation, 'type'))) found.push(attribute(relation, 'target'))
  return found.filter(link => /^(?:https?:|mailto:)/i.test(link))
}

/** A résumé as a Word document. */
export const docxImporter: Importer = {
  format: 'resume-docx',
  label: 'Résumé (Word)',
  async recognise(head, source) {
    if (!isZip(head)) return { match: 'no' }
    const isDocument = (await zipSources(source)).some(({ name }) => body.test(name))
    return isDocument ? { match: 'maybe', format: 'resume-docx', label: 'Résumé (Word)' } : { match: 'no' }
  },
  read: source =>
    mustUnderstand(
      (async function* () {
        const members = await zipSources(source)
        const main = members.find(({ name }) => body.test(name))
        if (!main)
          throw new UnreadableFile('not-recognised', 'This is no Word document. Save it as .docx and import it again.')
        const lines: ResumeLine[] = []
        for (const part of [...members.filter(({ name }) => header.test(name)), main])
          lines.push(...linesOf(await parsePart(part)))
        yield* resumeRecords(lines, await linksOf(members), source.name)
      })(),
      'A résumé must name the person it is about.',
    ),
}
