import { readAttribution } from '#features/attribution/index.ts'
import { done, type Result, refuse } from '#kernel/result.ts'
import type { Caller } from '#kernel/roles.ts'
import { inWorkspace, type Transaction } from '#storage/database.ts'
import { type Counted, type Part, table } from '../model/parts.ts'
import { type Dimension, isDimensionOf, type Report, type ReportName, weeksIn } from '../model/table.ts'
import { readHealth } from '../store/etiquette.ts'
import { listHires } from '../store/hires.ts'
import { type MetRow, readMet, type Span } from '../store/met-report.ts'
import { readTime } from '../store/time.ts'
import type { ReportsDeps } from './deps.ts'
import { refreshForReader } from './refresh.ts'

export type ReadReport = Report & { behind: boolean }
export type ReportRefusal = { code: 'no-such-view' }
type Deps = Pick<ReportsDeps, 'db' | 'clock'>

/** All from sums of weeks and from what is rare: its cost does not grow with the touches. */
export async function readReport(
  deps: Deps,
  caller: Caller,
  { name, by, span }: { name: ReportName; by: Dimension; span: Span },
): Promise<Result<ReadReport, ReportRefusal>> {
  if (!isDimensionOf(name, by)) return refuse({ code: 'no-such-view' })
  const behind = await refreshForReader(deps, caller.workspace)
  const part = await partOf(deps, caller, name, by, span)
  return done({ name, by, ...span, ...part, weeks: weeksIn(span), behind })
}

const counted = ({ key, label, counts }: MetRow): Counted => ({ key, label, counts })

function partOf(deps: Deps, caller: Caller, name: ReportName, by: Dimension, span: Span): Promise<Part> {
  const { workspace } = caller
  const within = <T>(work: (tx: Transaction) => Promise<T>) => inWorkspace(deps.db, workspace, work)
  const met = (view: 'first' | 'asked') => (tx: Transaction) => async (dimension: 'tool' | 'recruiter' | 'week') =>
    (await readMet(tx, workspace, view, dimension, span)).map(counted)
  const byOur = by === 'recruiter' || by === 'week' ? by : 'tool'
  switch (name) {
    case 'funnel':
      if (by === 'group' || by === 'page') return sourced(deps, caller, by, span).then(table.funnel)
      return within(async tx => {
        const read = met('first')(tx)
        const weeks = await read('week')
        return table.funnel({ rows: byOur === 'week' ? weeks : await read(byOur), weeks })
      })
    case 'answers':
      return within(async tx => {
        const read = met('asked')(tx)
        const weeks = await read('week')
        return table.answers({ rows: byOur === 'week' ? weeks : await read(byOur), weeks, by })
      })
    case 'time': {
      const dimension = by === 'group' || by === 'recruiter' ? by : 'tool'
      return within(async tx => {
        const spent = await readTime(tx, workspace, dimension, span)
        if (dimension !== 'group') return { spent, came: await met('first')(tx)(dimension) }
        return { spent, came: undefined }
      }).then(async ({ spent, came }) =>
        table.time({ spent, came: came ?? (await sourced(deps, caller, 'group', span)).rows }),
      )
    }
    case 'hires':
      return within(async tx => table.hires(await listHires(tx, workspace, span), weeksIn(span)))
    case 'etiquette': {
      const dimension = by === 'rule' || by === 'recruiter' ? by : 'week'
      return within(async tx => {
        const read = met('asked')(tx)
        const weeks = await read('week')
        const health = await readHealth(tx, workspace, dimension, span)
        const healthByWeek = dimension === 'week' ? health : await readHealth(tx, workspace, 'week', span)
        const asked = dimension === 'rule' ? [] : dimension === 'week' ? weeks : await read(dimension)
        return table.etiquette({ asked, health, weeks, healthByWeek, by })
      })
    }
    case 'variety':
      return within(async tx => {
        const read = met('first')(tx)
        return table.variety({ rows: await read('tool'), weeks: await read('week') })
      })
  }
}

/** Those who came by a link in a group, or by a page: as attribution counts them, each by what brought them. */
async function sourced(
  deps: Deps,
  caller: Caller,
  by: 'group' | 'page',
  span: Span,
): Promise<{ rows: Counted[]; weeks: Counted[] }> {
  const { rows } = await readAttribution(deps, caller, { view: 'first', by, ...span })
  const asCounted = (row: (typeof rows)[number]): Counted => ({
    key: row.key,
    label: row.label,
    counts: { ...row.people, met: row.people.lead },
  })
  // Its weeks are of all links, not of these: no chart.
  return { rows: rows.filter(row => row.people.lead > 0).map(asCounted), weeks: [] }
}
