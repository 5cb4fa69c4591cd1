import type { Caller } from '#kernel/roles.ts'
import { type Database, inWorkspace } from '#storage/database.ts'
import { csvLineOf } from '../model/overrides.ts'
import {
  listOverrideMonths,
  listReportedOverrides,
  type OverridesFilter,
  type OverridesMonth,
  type ReportedOverride,
} from '../store/overrides-report.ts'

type Deps = { db: Database }
type Place = { at: Date; id: string }

export function readOverrides(
  deps: Deps,
  caller: Caller,
  filter: OverridesFilter,
  before: Place | undefined,
  most: number,
): Promise<ReportedOverride[]> {
  return inWorkspace(deps.db, caller.workspace, tx => listReportedOverrides(tx, caller.workspace, filter, before, most))
}

export function readOverrideMonths(deps: Deps, caller: Caller, filter: OverridesFilter): Promise<OverridesMonth[]> {
  return inWorkspace(deps.db, caller.workspace, tx => listOverrideMonths(tx, caller.workspace, filter))
}

const csvPage = 500
const csvHead = [
  'At',
  'Recruiter',
  'Outcome',
  'Sent',
  'Action',
  'Rules',
  'What they said',
  'Answered by',
  'Answered at',
  'Reason',
]

/** Every line of the report. The drafts stay here: a spreadsheet travels. */
export async function* overridesCsv(deps: Deps, caller: Caller, filter: OverridesFilter): AsyncGenerator<string> {
  yield `\uFEFF${csvLineOf(csvHead)}`
  let before: Place | undefined
  for (;;) {
    const page = await readOverrides(deps, caller, filter, before, csvPage)
    for (const row of page)
      yield csvLineOf([
        row.at.toISOString(),
        row.recruiterName ?? '',
        row.outcome,
        row.sent ? 'yes' : 'no',
        row.action,
        row.codes.join(' '),
        row.because.join(' '),
        row.answeredByName ?? '',
        row.answeredAt?.toISOString() ?? '',
        row.reason,
      ])
    before = page.at(-1)
    if (!before || page.length < csvPage) return
  }
}
