import type { Caller } from '#kernel/roles.ts'
import { type Database, inWorkspace } from '#storage/database.ts'
import { excerptOf } from './model/excerpt.ts'
import { asksMessages, parseSaid } from './model/query.ts'
import { listRooms, listSaidItems, listSaidMessages } from './store/said.ts'
import type { SaidPage } from './wire.ts'

/** So many of each sort: what is looked for is among the latest, or one more word finds it. */
const perSort = 6

/** What was written to us, by us and in public with these words, and rooms of that name. */
export function findSaid(deps: { db: Database }, caller: Caller, typed: string): Promise<SaidPage> {
  const query = parseSaid(typed)
  if (query.parts.length === 0 && !asksMessages(query))
    return Promise.resolve({ messages: [], activity: [], rooms: [] })
  const terms = query.parts.flatMap(({ text }) => text.match(/[\p{L}\p{N}]+/gu) ?? [])
  return inWorkspace(deps.db, caller.workspace, async tx => {
    const asked = { ...caller, query, limit: perSort }
    const messages = await listSaidMessages(tx, asked)
    const only = asksMessages(query)
    const items = only ? [] : await listSaidItems(tx, asked)
    const rooms = only || query.theirs || query.stage || query.before || query.after ? [] : await listRooms(tx, asked)
    return {
      messages: messages.map(row => ({
        id: row.message_id,
        conversation: row.conversation_id,
        person: row.person_id,
        // A visitor's address is a number that nobody reads.
        name: (row.room ? row.title : (row.name ?? row.title)) ?? (row.tool === 'website-chat' ? null : row.address),
        stage: row.stage,
        tool: row.tool,
        own: row.own,
        at: row.at.toISOString(),
        excerpt: viewExcerpt(row.text, terms),
      })),
      activity: items.map(row => ({
        id: row.activity_id,
        person: row.person_id,
        name: row.name,
        stage: row.stage,
        tool: row.tool,
        title: row.title,
        at: row.at.toISOString(),
        excerpt: viewExcerpt(row.text, terms),
      })),
      rooms: rooms.map(row => ({ conversation: row.conversation_id, name: row.title, tool: row.tool })),
    }
  })
}

function viewExcerpt(text: string, terms: readonly string[]) {
  const { text: line, marks } = excerptOf(text, terms)
  return { text: line, marks: marks.map(([from, to]) => ({ from, to })) }
}
