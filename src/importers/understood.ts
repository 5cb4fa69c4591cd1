import { type ImportRecord, UnreadableFile } from './contract.ts'

/** Passes records through; a file of which nothing at all was understood is an error, not a success of zero rows. */
export async function* mustUnderstand(
  records: AsyncIterable<ImportRecord>,
  advice: string,
): AsyncGenerator<ImportRecord> {
  let understood = false
  let rejected = 0
  let firstWhy = ''
  for await (const record of records) {
    if (record.kind !== 'rejected') understood = true
    else if (rejected++ === 0) firstWhy = ` First row: ${record.why}`
    yield record
  }
  if (!understood)
    throw new UnreadableFile(
      'nothing-understood',
      `${rejected === 0 ? 'This file has no data rows.' : `None of the ${rejected} rows was understood.`} ${advice}${firstWhy}`,
    )
}
