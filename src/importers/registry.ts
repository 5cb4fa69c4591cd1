import { readHead } from './byte-source.ts'
import type { ByteSource, Importer, Recognition } from './contract.ts'
import { csvImporter } from './csv/csv.ts'
import { linkedinImporter } from './linkedin/linkedin.ts'
import { vcardImporter } from './vcard/vcard.ts'

/** Special formats before general ones: on equal certainty the first wins. */
export const importers: readonly Importer[] = [linkedinImporter, vcardImporter, csvImporter]

export type RecognisedFile = { importer: Importer; recognition: Exclude<Recognition, { match: 'no' }> }

/** The importer that is surest of the file, by its content; undefined when none can read it. */
export async function recogniseFile(source: ByteSource): Promise<RecognisedFile | undefined> {
  const head = await readHead(source)
  let best: RecognisedFile | undefined
  for (const importer of importers) {
    const recognition = await importer.recognise(head, source)
    if (recognition.match === 'no') continue
    if (recognition.match === 'yes') return { importer, recognition }
    best ??= { importer, recognition }
  }
  return best
}
