import { sql } from 'kysely'
import type { Database } from '#storage/database.ts'

const pagesAtOnce = 1_000
/** The rest of the server's memory is for everything else. */
const share = 0.5

/**
 * Has the server read the rows that searches count and rank into its memory, the latest first, so that the first searches after a start
 * are as quick as later ones: any thousand matches stand on nearly as many pages. At most half of the server's memory is taken. Returns
 * how many pages were read.
 */
export async function warmSearch(db: Database, signal: AbortSignal): Promise<number> {
  const { rows } = await sql<{ pages: number; kept: number }>`
    select (pg_relation_size('person_search') / b.size)::int as pages,
      (pg_size_bytes(current_setting('shared_buffers')) * ${share}::real / b.size)::int as kept
    from (select current_setting('block_size')::int as size) b`.execute(db)
  const { pages = 0, kept = 0 } = rows[0] ?? {}
  const first = Math.max(0, pages - kept)
  let start = pages
  // A walk over the whole table would go through a few pages of memory again and again; by ranges of pages they all stay.
  while (start > first && !signal.aborted) {
    const end = start
    start = Math.max(first, end - pagesAtOnce)
    await sql`select count(*) from person_search where ctid >= ${`(${start},0)`}::tid and ctid < ${`(${end},0)`}::tid`.execute(
      db,
    )
  }
  return pages - start
}
