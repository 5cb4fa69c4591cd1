import { parseId } from '#kernel/ids.ts'
import type { Caller } from '#kernel/roles.ts'
import { inWorkspace } from '#storage/database.ts'
import type { MetStep } from '../model/steps.ts'
import { type Hire, listHires } from '../store/hires.ts'
import { listMet, type MetPerson, type Span } from '../store/met-report.ts'
import type { ReportsDeps } from './deps.ts'

const pageSize = 50

/** Whom a number stands for, fifty at a time. Answers and etiquette count by the week in which we first wrote. */
export async function readPeople(
  deps: ReportsDeps,
  caller: Caller,
  ask: { report: string; by: 'tool' | 'recruiter' | 'week'; key: string | null; step: MetStep; span: Span },
  after: string | undefined,
): Promise<{ people: (MetPerson & { stage: string })[]; next: string | undefined }> {
  const [at = '', id = '', tool = ''] = after?.split(' ') ?? []
  const person = parseId<'Person'>(id)
  const from = person && !Number.isNaN(Date.parse(at)) ? { at, person, tool } : undefined
  const view = ask.report === 'answers' || ask.report === 'etiquette' ? ('asked' as const) : ('first' as const)
  return inWorkspace(deps.db, caller.workspace, async tx => {
    const rows = await listMet(tx, caller.workspace, { ...ask, view }, from, pageSize + 1)
    const shown = rows.slice(0, pageSize)
    const stages = await deps.stagesOf(
      tx,
      caller,
      shown.map(row => row.person),
    )
    const last = rows.length > pageSize ? shown.at(-1) : undefined
    return {
      people: shown.map(row => ({ ...row, stage: stages.get(row.person)?.stage ?? 'found' })),
      next: last && `${last.at.toISOString()} ${last.person} ${last.tool}`,
    }
  })
}

export function readHires(deps: Pick<ReportsDeps, 'db'>, { workspace }: Caller, span: Span): Promise<Hire[]> {
  return inWorkspace(deps.db, workspace, tx => listHires(tx, workspace, span))
}
