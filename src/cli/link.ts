import { evidenceText, linkTables, pairHelper } from '#features/identity/index.ts'
import {
  counted,
  csvCell,
  csvParts,
  fail,
  jsonParts,
  type ListIo,
  listIo,
  loadTable,
  parseMap,
  report,
  saved,
  undecided,
} from './dedupe.ts'

export type LinkOptions = {
  left: string
  right: string
  /** `column=meaning`, as often as needed; counts for both files. */
  map?: readonly string[]
  out?: string
  json?: boolean
}

/** Finds the rows of two CSV files that are one person. Gives the exit code: 0, or 1 after one sentence on standard error. */
export async function linkCommand(options: LinkOptions, io: ListIo = listIo): Promise<number> {
  const began = performance.now()
  const left = await loadTable(options.left, io)
  if (!left.ok) return fail(left.refusal, io)
  const right = await loadTable(options.right, io)
  if (!right.ok) return fail(right.refusal, io)
  const map = parseMap(options.map ?? [], [left.value, right.value])
  if (!map.ok) return fail(map.refusal, io)
  const { pairs, summary } = linkTables(left.value, right.value, { map: map.value, helper: pairHelper })
  const seconds = (performance.now() - began) / 1000
  const content = options.json
    ? jsonParts('pairs', pairs, { summary, seconds })
    : csvParts('left_row,left_id,right_row,right_id,probability,evidence', pairs, pair =>
        [
          pair.leftRow,
          csvCell(pair.leftId),
          pair.rightRow,
          csvCell(pair.rightId),
          pair.probability.toFixed(4),
          csvCell(evidenceText(pair.evidence)),
        ].join(','),
      )
  if (!(await saved(options.out, content, io))) return 1
  io.stderr(
    `${left.value.rowCount} and ${counted(right.value.rowCount, 'row', 'rows')}: ${counted(pairs.length, 'link', 'links')}. ${undecided(summary)}`,
  )
  report(summary, seconds, io)
  return 0
}
