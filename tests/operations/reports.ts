import { sql } from 'kysely'
import { acrossWorkspaces } from '#storage/database.ts'
import { done, take, until } from './client.ts'
import type { On } from './ground.ts'

const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
const span = { from: day(-90), to: day(0) }
const file = { parseAs: 'arrayBuffer' } as const

/** What came of it: on the page, as files, and by mail each week. */
export async function callReports({ api, db }: On) {
  await until('somebody to be counted', async () => {
    const of = { path: { report: 'funnel' }, query: { by: 'tool', ...span } } as const
    const { rows } = await take(api.GET('/api/v1/reports/{report}', { params: of }))
    return rows.length > 0
  })
  await take(
    api.GET('/api/v1/reports/people', { params: { query: { report: 'funnel', by: 'tool', step: 'met', ...span } } }),
  )
  await take(api.GET('/api/v1/reports/hires/people', { params: { query: span } }))
  for (const format of ['pdf', 'xlsx', 'csv'] as const) {
    await done(
      api.GET('/api/v1/reports/{report}/file/{format}', {
        params: { path: { report: 'answers', format }, query: { by: 'tool', ...span } },
        ...file,
      }),
    )
    await done(
      api.GET('/api/v1/reports/sources/file/{format}', {
        params: { path: { format }, query: { by: 'source', ...span } },
        ...file,
      }),
    )
  }
  await take(api.GET('/api/v1/reports/weekly'))
  await take(api.PUT('/api/v1/reports/weekly', { body: { weekday: 1, hour: 8 } }))
  await take(api.GET('/api/v1/reports/weekly/preview'))
  // What only a mail server that says no leaves behind is written as it leaves it.
  await acrossWorkspaces(db, tx =>
    sql`insert into weekly_report_mails (workspace_id, user_id, week, state, at, said)
      select workspace_id, user_id, date_trunc('week', now())::date - 7, 'refused', now(), '550 No such mailbox'
      from users where role = 'owner'`.execute(tx),
  )
  await take(api.POST('/api/v1/reports/weekly/again'))
}
