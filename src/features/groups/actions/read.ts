import { readRoomContext } from '#features/conversations/index.ts'
import { findPolicy } from '#features/etiquette/index.ts'
import { dayMs } from '#kernel/clock.ts'
import type { PersonId } from '#kernel/ids.ts'
import { done, type Result, refuse } from '#kernel/result.ts'
import type { Caller } from '#kernel/roles.ts'
import { isToolId } from '#kernel/tools.ts'
import { inWorkspace, type Transaction } from '#storage/database.ts'
import { type Act, openQuestions, type RoomLine } from '../model/acts.ts'
import type { GroupId } from '../store/groups.ts'
import { listGroupItems } from '../store/items.ts'
import { listVisits } from '../store/ledger.ts'
import { listLastLines, listSpeakers, type Speaker } from '../store/talk.ts'
import type { GroupListWire, GroupPageWire, MemberWire } from '../wire.ts'
import type { ReadDeps } from './deps.ts'
import { type Gathered, gatherGroups } from './gather.ts'

const most = { members: 40, acts: 30, items: 40, lines: 200, questionDays: 3 } as const

export function readGroups(deps: ReadDeps, caller: Caller, days: number): Promise<GroupListWire> {
  return inWorkspace(deps.db, caller.workspace, async tx => ({
    groups: (await gatherGroups(tx, deps, caller, days)).map(each => each.row),
  }))
}

export function readGroup(
  deps: ReadDeps,
  caller: Caller,
  id: GroupId,
  days: number,
): Promise<Result<GroupPageWire, { code: 'no-such-group' }>> {
  return inWorkspace(deps.db, caller.workspace, async tx => {
    const { workspace, user } = caller
    const [found] = await gatherGroups(tx, deps, caller, days, id)
    if (!found) return refuse({ code: 'no-such-group' })
    const { group, row } = found
    const now = deps.clock.now()
    const since = new Date(now.getTime() - days * dayMs)
    const items = group.kind === 'place' ? await listGroupItems(tx, workspace, id, most.items) : []
    const speakers = await listSpeakers(tx, workspace, group.conversations.slice(0, 1), since, most.members)
    const people = [...speakers, ...items].flatMap(each => each.person ?? [])
    const marks = people.length > 0 ? await deps.marks(tx, caller, [...new Set(people)]) : new Map()
    const stageOf = (person: PersonId | null) => (person && marks.get(person)?.stage) ?? 'found'
    const recent = new Date(now.getTime() - most.questionDays * dayMs)
    const asked = openQuestions(await listLastLines(tx, workspace, group.conversations.slice(0, 1), recent, most.lines))
    const { promoShare, promoLimit } = await shareOf(tx, caller, found, now)
    const visitedAt = row.visitedAt === null ? null : new Date(row.visitedAt)
    return done({
      group: row,
      topic: group.topic,
      rules: group.rules,
      normsBy: group.normsBy,
      normsAt: group.normsAt?.toISOString() ?? null,
      settled: settledOf(group.settled),
      promoShare,
      promoLimit,
      members: speakers.map(speaker => memberOf(speaker, found, asked, marks)),
      acts: actsOf(found),
      visits: (await listVisits(tx, workspace, id)).map(({ user: by, at, ...visit }) => ({
        ...visit,
        at: at.toISOString(),
        mine: by === user,
      })),
      feed: group.feedUrl
        ? {
            url: group.feedUrl,
            title: group.feedTitle,
            state: group.feedState ?? 'active',
            error: group.feedError,
            polledAt: group.feedPolledAt?.toISOString() ?? null,
          }
        : null,
      items: items.map(({ id: item, title, url, author, person, personName, text, publishedAt }) => ({
        id: item,
        title,
        url,
        author,
        person: person && { id: person, name: personName ?? '', stage: stageOf(person) },
        text: text.slice(0, 4_000),
        at: publishedAt.toISOString(),
        fresh: visitedAt === null || publishedAt > visitedAt,
      })),
    })
  })
}

const settledOf = ({ jobs, promotion, language }: Gathered['group']['settled']): GroupPageWire['settled'] => ({
  ...(jobs === undefined ? {} : { jobs: typeof jobs === 'string' ? jobs : { days: [...jobs.days] } }),
  ...(promotion === undefined ? {} : { promotion }),
  ...(language === undefined ? {} : { language }),
})

/** Of a room as the composer has it; of a place from what was told by hand. */
async function shareOf(tx: Transaction, caller: Caller, { group, row }: Gathered, now: Date) {
  const policy = await findPolicy(tx, caller.workspace)
  const promoLimit = policy.limits['promo-share'] / 100
  if (group.conversation) {
    const { promoShare } = await readRoomContext(tx, caller.workspace, group.conversation, now)
    return { promoShare: promoShare ?? null, promoLimit }
  }
  const { posts, promotion } = row.ledger
  return { promoShare: posts >= 5 ? promotion / posts : null, promoLimit }
}

/** Somebody who asked is answered there, before everybody; with anybody else the next step is that of their relationship. */
function memberOf(
  speaker: Speaker,
  { acts }: Gathered,
  asked: readonly RoomLine[],
  marks: Awaited<ReturnType<ReadDeps['marks']>>,
): MemberWire {
  const mark = speaker.person ? marks.get(speaker.person) : undefined
  const by = (kind: 'answered-us' | 'thanks') =>
    acts.filter(act => act.kind === kind && act.sender === speaker.sender).length
  const leaveAlone = mark?.stage === 'do-not-contact'
  const question = leaveAlone ? undefined : asked.findLast(line => line.sender === speaker.sender)
  const next = mark?.nextStep
  return {
    sender: speaker.sender,
    name: speaker.name,
    person: speaker.person && {
      id: speaker.person,
      name: speaker.personName ?? speaker.name,
      stage: mark?.stage ?? 'found',
    },
    messages: speaker.messages,
    lastAt: speaker.lastAt.toISOString(),
    answeredUs: by('answered-us'),
    thanked: by('thanks'),
    asks: question ? { text: question.text.slice(0, 300), at: new Date(question.atMs).toISOString() } : null,
    step: next ? { ...next, tool: next.tool !== null && isToolId(next.tool) ? next.tool : null } : null,
  }
}

function actsOf({ acts, lines }: Gathered): GroupPageWire['acts'] {
  const byId = new Map(lines.map(line => [line.id, line]))
  const shown = acts.filter((act): act is Exclude<Act, { kind: 'post' }> => act.kind !== 'post')
  return shown
    .sort((a, b) => b.atMs - a.atMs)
    .slice(0, most.acts)
    .map(act => {
      const line = byId.get(act.message)
      const other = act.kind === 'answer' ? byId.get(act.of) : line
      return {
        kind: act.kind,
        because: act.kind === 'promotion' ? null : act.because,
        name: act.kind === 'promotion' ? '' : (other?.name ?? ''),
        text: (line?.text ?? '').slice(0, 300),
        at: new Date(act.atMs).toISOString(),
      }
    })
}
