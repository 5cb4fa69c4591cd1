import { type Importer, UnreadableFile } from '../contract.ts'
import { readWhole } from '../json/file.ts'
import { mustUnderstand } from '../understood.ts'
import { readPdf } from './pdf-lines.ts'
import { resumeRecords } from './records.ts'

const maxMegabytes = 24

const isPdf = (head: Uint8Array): boolean => new TextDecoder('latin1').decode(head.subarray(0, 1_024)).includes('%PDF-')

/** LinkedIn's profile PDF, and résumés with a text layer. */
export const pdfImporter: Importer = {
  format: 'resume-pdf',
  label: 'LinkedIn profile or résumé (PDF)',
  async recognise(head) {
    return isPdf(head)
      ? { match: 'yes', format: 'resume-pdf', label: 'LinkedIn profile or résumé (PDF)' }
      : { match: 'no' }
  },
  read: source =>
    mustUnderstand(
      (async function* () {
        const { lines, links } = await readPdf(await readWhole(source, maxMegabytes))
        if (lines.length === 0)
          throw new UnreadableFile(
            'nothing-understood',
            'This PDF has no text, only pictures of it. Ask for the résumé as it was written, or type it in.',
          )
        yield* resumeRecords(lines, links, source.name)
      })(),
      'A résumé must name the person it is about.',
    ),
}
