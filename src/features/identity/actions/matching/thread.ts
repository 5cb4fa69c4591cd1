import { parentPort } from 'node:worker_threads'
import { isRealName, isSharedBox } from '../../model/facts.ts'
import { factColumns, findPairs } from '../../model/find-pairs.ts'
import { tableBuilder } from '../../model/table.ts'
import { fieldSeparator, type Job, rowSeparator } from './messages.ts'
import { pairHelper } from './pair-helper.ts'

/** Boxes that many read and names that are only an address say nothing, here as where a pair is judged. */
const usable = (cell: string, column: number) => {
  const name = factColumns[column]?.[0]
  if (name === 'name') return isRealName(cell) ? cell : ''
  return (name === 'mail' || name === 'other mail') && isSharedBox(cell) ? '' : cell
}

const builder = tableBuilder(factColumns.map(([name]) => name))

parentPort?.on('message', (job: Job) => {
  if (job.kind === 'find') parentPort?.postMessage(findPairs(builder.finish(), pairHelper))
  else
    for (const row of job.rows.split(rowSeparator)) {
      const cells = row.split(fieldSeparator)
      // A fact that holds a separator itself would stand in the wrong column.
      if (cells.length === factColumns.length) builder.add(cells.map(usable))
    }
})
