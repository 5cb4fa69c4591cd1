import type { z } from 'zod'
import { viewRow } from '#features/people/index.ts'
import type { MemberPage } from './actions/members.ts'
import type { LogEntry } from './store/log.ts'
import type { ListedPool, Pool } from './store/pools.ts'
import type { ListedPoolWire, LogEntryWire, MemberRowWire, PoolView, poolSearch } from './wire.ts'

const searchOf = (search: Pool['search']): z.infer<typeof poolSearch> | null => search as PoolView['search']

export const viewPool = (pool: Pool): PoolView => ({
  id: pool.id,
  kind: pool.kind,
  name: pool.name,
  about: pool.about,
  search: searchOf(pool.search),
  owner: { id: pool.owner, name: pool.ownerName },
  team: pool.team,
  warmWeeks: pool.warmWeeks,
  offer: pool.offer,
  size: pool.size,
})

export const viewListed = (pool: ListedPool): ListedPoolWire => ({
  ...viewPool(pool),
  came: pool.came,
  went: pool.went,
  shares: pool.shares,
})

export const viewMember = ({ member, ...row }: MemberPage['rows'][number]): MemberRowWire => ({
  ...viewRow(row),
  how: member.how,
  addedAt: member.addedAt.toISOString(),
})

export const viewEntry = ({ detail, ...entry }: LogEntry): LogEntryWire => ({
  ...entry,
  at: entry.at.toISOString(),
  matched: [...(detail.matched ?? [])],
  missing: [...(detail.missing ?? [])],
  from: detail.from ?? null,
  to: detail.to ?? null,
  came: detail.came ?? 0,
  went: detail.went ?? 0,
})
