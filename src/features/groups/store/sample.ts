import { sql } from 'kysely'
import { dayMs, hourMs } from '#kernel/clock.ts'
import { newId, type UserId, type WorkspaceId } from '#kernel/ids.ts'
import type { Transaction } from '#storage/database.ts'
import { findGroupAt, type GroupId, insertGroups, listNewRooms } from './groups.ts'
import { type GroupItem, upsertGroupItems } from './items.ts'
import { addTime, insertVisit } from './ledger.ts'

const places = [
  {
    tool: 'forum',
    address: 'forum.example.org/night-shift',
    title: 'Night shift forum',
    rules:
      'Be kind. English only, please. Job posts only on Fridays, in one post with pay and shift. No links to your own pages.',
    items: [
      [
        'How do you sleep after the third night?',
        'Rosa',
        'Blackout curtains did more for me than anything from the pharmacy.',
      ],
      [
        'Handover in ten minutes: what do you leave out?',
        'Jonas',
        'Our ward tried a fixed order for two weeks. Two things stayed.',
      ],
      ['Which shoes survive twelve hours?', 'Ines', 'Third pair this year. What are you wearing?'],
    ],
  },
  {
    tool: 'mailing-list',
    address: 'welders@lists.example.org',
    title: 'Welders’ list',
    rules: null,
    items: [],
  },
] as const

/** Two places with something new, and a few weeks in the ledger of the rooms that are there. */
export async function insertSampleGroups(
  tx: Transaction,
  workspace: WorkspaceId,
  user: UserId,
  now: Date,
): Promise<void> {
  const ago = (ms: number) => new Date(now.getTime() - ms)
  const rooms = (await listNewRooms(tx, workspace)).map(room => ({
    id: newId<'Group'>(now.getTime()),
    kind: 'room' as const,
    ...room,
    title: null,
    url: null,
    rules: null,
  }))
  await insertGroups(tx, workspace, rooms, now)
  const made = await listSampleRooms(tx, workspace)
  for (const { items, ...place } of places) {
    const id = newId<'Group'>(now.getTime())
    const url = place.tool === 'forum' ? `https://${place.address}` : `mailto:${place.address}`
    await insertGroups(tx, workspace, [{ id, kind: 'place', ...place, url }], now)
    const group = await findGroupAt(tx, workspace, place.tool, place.address)
    if (group !== id) continue
    made.push(id)
    const rows = items.map(
      ([title, author, text], index): GroupItem => ({
        id: newId<'GroupItem'>(now.getTime()),
        key: `sample-${index}`,
        title,
        url: `https://${place.address}/${index}`,
        author,
        authorUrl: null,
        text,
        publishedAt: ago((index + 1) * 30 * hourMs),
      }),
    )
    await upsertGroupItems(tx, workspace, id, rows, now)
    const none = { posts: 0, promotion: 0, answers: 0, thanks: 0, answeredUs: 0 }
    const visit = {
      ...none,
      id: newId<'Visit'>(now.getTime()),
      user,
      at: ago(9 * dayMs),
      readMinutes: 20,
      talkMinutes: 10,
    }
    await insertVisit(
      tx,
      workspace,
      id,
      { ...visit, answers: 2, thanks: 1, posts: 2, note: 'Answered on pay scales.' },
      now,
    )
  }
  for (const [index, group] of made.entries())
    for (const day of [1, 3, 8])
      await addTime(tx, workspace, {
        group,
        user,
        readMs: (8 + ((index * 7 + day) % 15)) * 60_000,
        talkMs: ((index * 3 + day) % 9) * 60_000,
        now: ago(day * dayMs),
      })
  await sql`update groups set sample = true where workspace_id = ${workspace} and group_id = any(${made}::uuid[])`.execute(
    tx,
  )
}

/** A room that a real account is in, too, gets no made-up time. */
async function listSampleRooms(tx: Transaction, workspace: WorkspaceId): Promise<GroupId[]> {
  const { rows } = await sql<{ id: GroupId }>`select g.group_id as id from groups g
    join conversations c on c.workspace_id = g.workspace_id and c.tool = g.tool and c.remote_id = g.address and c.kind = 'room'
    join connections k on k.workspace_id = c.workspace_id and k.connection_id = c.connection_id
    where g.workspace_id = ${workspace} and g.kind = 'room'
    group by g.group_id having bool_and(k.config->>'sample' is not distinct from 'yes') order by g.group_id`.execute(tx)
  return rows.map(row => row.id)
}

/** Also rooms whose last conversation went with the sample data. */
export async function deleteSampleGroups(tx: Transaction, workspace: WorkspaceId): Promise<void> {
  await sql`delete from groups g where g.workspace_id = ${workspace} and g.sample
    and (g.kind = 'place' or not exists (select from conversations c
      where c.workspace_id = g.workspace_id and c.tool = g.tool and c.remote_id = g.address and c.kind = 'room'))`.execute(
    tx,
  )
}
