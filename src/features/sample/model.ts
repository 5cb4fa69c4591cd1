import { makeDirectChat, makeRequest, makeRoom, makeVisitorChat, type Us } from './model/chats.ts'
import { colleagues, dealColleague } from './model/colleagues.ts'
import { makeHistory } from './model/history.ts'
import { dealItems, makeItems } from './model/items.ts'
import { makePerson, makeShadow } from './model/people.ts'
import type { SampleChat, SampleItem, SamplePair, SamplePerson, SamplePlan } from './model/plan.ts'
import { createRandom, type Random } from './model/random.ts'
import { dealStandings, itemCount, pairCount, requestCount, roomCount } from './model/shares.ts'
import type { Ending } from './model/talk/scripts.ts'

export { colleagueOn, colleagues } from './model/colleagues.ts'
export type { SampleChat, SampleItem, SamplePerson, SamplePlan, SampleProfile, SampleTouch } from './model/plan.ts'

export const sampleSizes = { people: 2_000, mostPeople: 20_000, fewestPeople: 50 } as const

const seed = 20_061_122
/** Of its own: who keeps whom changes nothing of the people. */
const keepersSeed = 20_061_123

/** A whole workspace of invented people: the same for the same day, size and name, however often it is made. */
export function planSample(input: { people: number; us: Us; now: Date }): SamplePlan {
  const { us, now } = input
  const random = createRandom(seed)
  const people = makePeople(random, input.people, now)
  const deal = createRandom(keepersSeed)
  const keepers = people.map(person => dealColleague(deal, person))
  const items: SampleItem[] = []
  const itemsOf: (SampleItem & { index: number })[][] = []
  dealItems(random, people, itemCount(input.people)).forEach((count, index) => {
    const person = people[index]
    const made = person ? makeItems(random, person, index, count, now) : []
    itemsOf.push(made.map((item, number) => ({ ...item, index: items.length + number })))
    items.push(...made)
  })
  const chats: SampleChat[] = []
  const plan: SamplePlan = {
    people,
    keepers,
    items,
    chats,
    readings: [],
    touches: [],
    after: [],
    pairs: makePairs(random, people),
  }
  people.forEach((person, index) => {
    const theirs = itemsOf[index] ?? []
    const chat = chatWith(random, person, index, theirs, colleagues[keepers[index] ?? -1] ?? us, now)
    if (chat) chats.push(chat)
    const history = makeHistory(random, person, index, theirs, chat, now)
    plan.readings.push(...history.readings)
    plan.touches.push(...history.touches)
    plan.after.push(...history.after)
  })
  for (let number = 0; number < requestCount(input.people); number += 1)
    chats.push(makeRequest(random, number, us, now))
  for (let number = 0; number < roomCount(input.people); number += 1)
    chats.push(makeRoom(random, number, people, us, now))
  plan.touches.sort((a, b) => a.at.getTime() - b.at.getTime())
  return plan
}

function makePeople(random: Random, count: number, now: Date): SamplePerson[] {
  const shadows = pairCount(count)
  const people = dealStandings(count, count - shadows, random).map((standing, index) =>
    makePerson(random, index, standing, now),
  )
  for (let number = 0; number < shadows; number += 1) {
    const known = people.find(
      (person, index) => index >= number * 31 && person.standing === 'found' && person.profiles[0]?.facts.positions,
    )
    if (known) people.push(makeShadow(known, people.length))
  }
  while (people.length < count) people.push(makePerson(random, people.length, 'found', now))
  return people
}

function makePairs(random: Random, people: readonly SamplePerson[]): SamplePair[] {
  return people.flatMap((person, one) => {
    const isShadow = person.family === undefined && person.standing === 'found'
    if (!isShadow) return []
    const initial = person.name.split(' ').at(-1)?.slice(0, 1)
    const other = people.findIndex(
      known =>
        known !== person &&
        known.given === person.given &&
        known.family?.startsWith(initial ?? '') &&
        known.place === person.place,
    )
    return other < 0 ? [] : [{ one, other, probability: random.between(62, 94) / 100 }]
  })
}

const endings: readonly string[] = [
  'connected',
  'introduced',
  'interested',
  'candidate',
  'declined',
  'referrer',
  'opted-out',
] satisfies Ending[]
const isEnding = (standing: string): standing is Ending => endings.includes(standing)

function chatWith(
  random: Random,
  person: SamplePerson,
  index: number,
  items: readonly SampleItem[],
  us: Us,
  now: Date,
): SampleChat | undefined {
  if (person.standing === 'visitor') return makeVisitorChat(random, person, index, us, now)
  if (!isEnding(person.standing)) return undefined
  const topic = items.findLast(item => item.title !== undefined)?.title ?? 'that post'
  return makeDirectChat(random, person, index, person.standing, topic, us, now)
}
