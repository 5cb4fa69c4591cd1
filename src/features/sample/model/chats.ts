import { dayMs, hourMs, minuteMs } from '#kernel/clock.ts'
import { industryOf } from './items.ts'
import { slotsOf } from './people.ts'
import { peopleOf } from './people-words.ts'
import type { SampleChat, SampleMessage, SamplePerson } from './plan.ts'
import { fill, type Random } from './random.ts'
import { requestChats, rooms, visitorChats, visitorPaths } from './talk/others.ts'
import { blocksOf, type Ending } from './talk/scripts.ts'
import { chatsAbroad } from './talk/scripts-abroad.ts'
import { mates } from './voice.ts'

export type Us = { name: string }
export const ourId = 'us@kith.example'

const linesAtMost = 14
const firstName = (name: string) => name.trim().split(/\s+/)[0] ?? name

/** Minutes between two lines: mostly a live exchange, sometimes an evening or a day between. */
function pause(random: Random): number {
  const dice = random.next()
  if (dice < 0.7) return random.between(1, 4) * minuteMs
  if (dice < 0.88) return random.between(20, 180) * minuteMs
  return random.between(14, 30) * hourMs
}

/** Where in the past a chat ended: `fresh` ones in the last two days. */
function endOf(random: Random, now: Date, fresh: boolean): number {
  if (fresh) return now.getTime() - random.between(5, 40 * 60) * minuteMs
  const day = Math.floor(now.getTime() / dayMs) - 2 - Math.floor(random.next() ** 1.5 * 115)
  return day * dayMs + random.between(8 * 60, 19 * 60) * minuteMs
}

/** Nobody in the sample writes at night. */
function byDay(at: number): number {
  const hour = new Date(at).getUTCHours()
  return hour < 6 ? at - (hour + 4) * hourMs : hour > 20 ? at - 3 * hourMs : at
}

type Speaker = { id: string; name: string }
type Line = { own: boolean; text: string; who?: Speaker }

/** Lines get their moments backwards from the end, so that the last one is where the chat stands. */
function timed(
  random: Random,
  lines: readonly Line[],
  end: number,
  from: { id: string; name: string },
  us: Us,
  unreadAfterEnd: boolean,
): SampleMessage[] {
  let at = end
  const messages: SampleMessage[] = []
  let trailing = unreadAfterEnd
  for (const line of lines.toReversed()) {
    if (line.own) trailing = false
    messages.push({
      own: line.own,
      from: line.own ? { id: ourId, name: us.name } : (line.who ?? from),
      text: line.text,
      at: new Date(at),
      unread: trailing,
    })
    at = byDay(at - pause(random))
  }
  return messages.reverse()
}

const read = (script: readonly string[], random: Random, slots: Parameters<typeof fill>[1]): Line[] =>
  script.map(line => {
    const said = random.pick(line.slice(1).split(/\|[<>]?/))
    return { own: line.startsWith('>'), text: fill(said, slots) }
  })

function slotsFor(random: Random, person: SamplePerson, us: Us, topic: string) {
  const industry = industryOf(person.industry)
  const [first, second] = random.some(industry.asks, 2)
  const [mate, friend] = random.some(mates, 2)
  const thing = random.pick(industry.things)
  return {
    ...slotsOf(random, industry, person.place ?? 'town', ''),
    first: () => person.given,
    me: () => firstName(us.name),
    people: () => peopleOf[person.industry] ?? 'people',
    topic: () => topic,
    thing: () => thing,
    ask: () => first?.[0] ?? '',
    answer: () => first?.[1] ?? '',
    ask2: () => second?.[0] ?? '',
    answer2: () => second?.[1] ?? '',
    mate: () => mate ?? '',
    friend: () => friend ?? '',
  }
}

/** `topic`: the title of what we read of theirs. */
export function makeDirectChat(
  random: Random,
  person: SamplePerson,
  index: number,
  ending: Ending,
  topic: string,
  us: Us,
  now: Date,
): SampleChat | undefined {
  const profile = person.profiles.find(one => one.tool === person.chatsOn)
  if (!profile) return undefined
  const slots = slotsFor(random, person, us, topic)
  const dice = random.next()
  const waiting = dice < 0.18 ? 'us' : dice < 0.45 ? 'them' : 'nobody'
  const abroad = (chatsAbroad[person.language] ?? []).filter(one => one.ending === ending)
  const lines =
    abroad.length > 0
      ? read(random.pick(abroad).script, random, slots)
      : blocksOf(ending, waiting).flatMap(block => read(random.pick(block), random, slots))
  const cut = ending === 'connected' && random.chance(0.25) ? lines.slice(0, 4) : lines.slice(0, linesAtMost)
  const fresh = waiting === 'us' ? random.chance(0.7) : random.chance(0.08)
  const last = cut.at(-1)
  const unread = fresh && last !== undefined && !last.own
  const from = { id: profile.key, name: person.name }
  return {
    tool: profile.tool,
    kind: 'direct',
    remoteId: profile.key,
    title: person.name,
    person: index,
    messages: timed(random, cut, endOf(random, now, fresh), from, us, unread),
  }
}

export function makeVisitorChat(random: Random, person: SamplePerson, index: number, us: Us, now: Date): SampleChat {
  const key = person.profiles[0]?.key ?? `visitor-${index}`
  const slots = slotsFor(random, person, us, '')
  const lines = read(random.pick(visitorChats), random, slots)
  const fresh = random.chance(0.25)
  const cut = fresh ? lines.slice(0, lines.findLastIndex(line => !line.own) + 1) : lines
  return {
    tool: 'website-chat',
    kind: 'visitor',
    remoteId: key,
    title: person.name,
    person: index,
    messages: timed(random, cut, endOf(random, now, fresh), { id: key, name: person.name }, us, fresh),
    pageUrl: random.pick(visitorPaths),
  }
}

/** Written to us by somebody whom nobody here knows yet. */
export function makeRequest(random: Random, number: number, us: Us, now: Date): SampleChat {
  const tool = random.pick(['xmpp', 'matrix', 'telegram'] as const)
  const word = `${random.pick(['river', 'north', 'paper', 'quiet', 'copper', 'little', 'early'])}${random.pick(['fox', 'lamp', 'tram', 'bread', 'heron', 'shift'])}${number}`
  const key =
    tool === 'matrix' ? `@${word}:matrix.example` : tool === 'xmpp' ? `${word}@chat.example` : `telegram-${word}`
  const slots = { mate: () => random.pick(mates) }
  return {
    tool,
    kind: 'direct',
    remoteId: key,
    title: word,
    messages: timed(
      random,
      read(random.pick(requestChats), random, slots),
      endOf(random, now, true),
      { id: key, name: word },
      us,
      true,
    ),
  }
}

/** Half of those who speak are people of the workspace, where it knows some on that tool. */
export function makeRoom(
  random: Random,
  number: number,
  people: readonly SamplePerson[],
  us: Us,
  now: Date,
): SampleChat {
  const room = rooms[number % rooms.length]
  if (!room) throw new Error('there are no rooms')
  const known = people.flatMap(({ name, profiles }) =>
    profiles.filter(({ tool }) => tool === room.tool).map(({ key }): Speaker => ({ id: key, name })),
  )
  const strangers = random.some(mates, 2).map((name): Speaker => ({ id: name.toLowerCase(), name }))
  const speakers = [...(known.length > 1 ? random.some(known, 2) : known), ...strangers]
  const lines = room.lines.map(line => ({ own: line.startsWith('>'), text: line.slice(1), who: random.pick(speakers) }))
  const end = now.getTime() - random.between(30, 60 * 30) * minuteMs
  return {
    tool: room.tool,
    kind: 'room',
    remoteId: room.id,
    title: room.title,
    messages: timed(random, lines, end, { id: room.id, name: room.title }, us, false),
  }
}
