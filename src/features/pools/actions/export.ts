import { audit } from '#features/accounts/index.ts'
import { listContactCards, type PersonRow, withMarks } from '#features/people/index.ts'
import { printCsvRow, printVCard } from '#features/people/model.ts'
import { getTool } from '#features/tools/model.ts'
import type { PoolId } from '#kernel/ids.ts'
import { done, type Result, refuse } from '#kernel/result.ts'
import type { Caller } from '#kernel/roles.ts'
import { inWorkspace } from '#storage/database.ts'
import type { PoolDeps } from '../deps.ts'
import { listMembers, type Member, type MemberPlace } from '../store/members.ts'
import { findPool } from '../store/pools.ts'

const rowsAtOnce = 500

const header = printCsvRow([
  'Id',
  'Name',
  'Stage',
  'Headline',
  'Place',
  'Tools',
  'Tags',
  'In pool since',
  'Came by',
  'Last touch',
])

const dayOf = (at: Date | null | undefined) => at?.toISOString().slice(0, 10) ?? ''

const lineOf = (row: PersonRow, member: Member) =>
  printCsvRow([
    row.person_id,
    row.display_name,
    row.do_not_contact ? 'do-not-contact' : (row.mark?.stage ?? 'found'),
    row.headline ?? '',
    row.place ?? '',
    row.tools.map(tool => getTool(tool).label).join(', '),
    row.tags.join(', '),
    dayOf(member.addedAt),
    member.how === 'hand' ? 'by hand' : 'by its search',
    dayOf(row.mark?.lastTouchAt),
  ])

/** Everybody in it as CSV or vCard, a part at a time; that it left is in the audit log. */
export async function exportPool(
  deps: PoolDeps,
  caller: Caller,
  id: PoolId,
  format: 'csv' | 'vcard',
): Promise<Result<{ name: string; lines: AsyncGenerator<string> }, { code: 'no-such-pool' }>> {
  const pool = await inWorkspace(deps.db, caller.workspace, async tx => {
    const found = await findPool(tx, caller.workspace, caller.user, id)
    if (!found || found.removedAt) return undefined
    await audit(tx, {
      caller,
      at: deps.clock.now(),
      action: 'pool.exported',
      subjectKind: 'pool',
      subject: id,
      detail: { name: found.name, people: found.size, format },
    })
    return found
  })
  if (!pool) return refuse({ code: 'no-such-pool' })
  return done({ name: pool.name, lines: linesOf(deps, caller, id, format) })
}

async function* linesOf(deps: PoolDeps, caller: Caller, pool: PoolId, format: 'csv' | 'vcard'): AsyncGenerator<string> {
  // A spreadsheet knows by this mark that it is UTF-8.
  if (format === 'csv') yield `\uFEFF${header}`
  let after: MemberPlace | undefined
  for (;;) {
    const place = after
    const { text, next } = await inWorkspace(deps.db, caller.workspace, async tx => {
      const members = await listMembers(tx, caller.workspace, caller.user, {
        pool,
        sort: 'added',
        after: place,
        limit: rowsAtOnce,
      })
      const known = new Map(members.map(member => [member.person, member]))
      const last = members.length === rowsAtOnce ? members.at(-1) : undefined
      const next = last && { at: last.addedAt.toISOString(), person: last.person }
      if (format === 'vcard') {
        const cards = await listContactCards(tx, caller.workspace, undefined, rowsAtOnce, [...known.keys()])
        return { text: cards.map(printVCard).join(''), next }
      }
      const rows = await withMarks(tx, deps, caller, [...known.keys()])
      return {
        text: rows
          .flatMap(row => {
            const member = known.get(row.person_id)
            return member ? [lineOf(row, member)] : []
          })
          .join(''),
        next,
      }
    })
    if (text !== '') yield text
    if (!next) return
    after = next
  }
}
