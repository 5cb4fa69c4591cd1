import type { ToolId } from '#kernel/tools.ts'

/** What is known of a tool when a week is proposed. Counts of people, groups and words are the caller's own. */
export type ToolFacts = {
  tool: ToolId
  /** People talk there in chats; mail and tools to read on are the others. */
  isChat: boolean
  people: number
  /** Of those who were written to there, how many ever answered, with the interval of that share. */
  asked: number
  answered: number
  low: number
  high: number
  /** Groups on it by what an hour is worth there, and the time that they took in the span. */
  groups: readonly { title: string; score: number; people: number; minutes: number }[]
  /** How often they wrote, answered or published there on each day, Monday first. */
  words: readonly number[]
  /** The checklist of its playbook. */
  learnt: { done: number; of: number }
}

export const weekReasons = [
  'people',
  'answered',
  'few-asked',
  'group',
  'time',
  'days',
  'days-unknown',
  'learnt',
  'to-learn',
] as const
export type WeekReason = {
  code: (typeof weekReasons)[number]
  text: string | null
  count: number | null
  of: number | null
  /** Of a share, in percent. */
  low: number | null
  high: number | null
  /** 1 is Monday. */
  days: number[]
}
export type ProposedLine = { tool: ToolId; people: number; place: string; days: number[]; because: WeekReason[] }

const limits = {
  lines: 4,
  /** Mail, and tools to read on: the rest of a week is for talking. */
  besideChats: 2,
  /** Everybody there hears from the caller about once in a quarter, and a week has room for so many. */
  weeksOfQuarter: 13,
  peopleAWeek: 25,
  mostOnTool: 12,
  leastAsked: 5,
  /** Of fewer words than these, the day on which most came says nothing. */
  leastWords: 8,
  peopleADay: 4,
  mostDays: 3,
} as const

/** Where nothing is known of their days: so that no two tools fall on the same. */
const spread = [
  [2, 4],
  [1, 3],
  [3, 5],
  [1, 4],
] as const

const reason = (code: WeekReason['code'], more: Partial<WeekReason> = {}): WeekReason => ({
  code,
  text: null,
  count: null,
  of: null,
  low: null,
  high: null,
  days: [],
  ...more,
})

/** An even chance before anything is known, times how many are there; with what its groups are worth, and a quarter more once it is learnt. */
function worthOf({ people, asked, answered, groups, learnt }: ToolFacts): number {
  const there = ((answered + 1) / (asked + 2)) * people + groups.reduce((sum, group) => sum + group.score, 0)
  return there * (1 + (learnt.of > 0 ? learnt.done / learnt.of / 4 : 0))
}

/** The days of these on which most of their words came, no more than asked for, in the order of the week. */
function busiestDays(words: readonly number[], most: number): number[] {
  return words
    .map((count, index) => ({ count, day: index + 1 }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count || a.day - b.day)
    .slice(0, most)
    .map(({ day }) => day)
    .sort((a, b) => a - b)
}

function reasonsOf(facts: ToolFacts, days: number[], isKnown: boolean): WeekReason[] {
  const { people, asked, answered, groups, learnt } = facts
  const [first] = groups
  const minutes = groups.reduce((sum, group) => sum + group.minutes, 0)
  const percent = (share: number) => Math.round(share * 100)
  const because = people > 0 ? [reason('people', { count: people })] : []
  if (asked >= limits.leastAsked)
    because.push(reason('answered', { count: answered, of: asked, low: percent(facts.low), high: percent(facts.high) }))
  else if (asked > 0) because.push(reason('few-asked', { count: answered, of: asked }))
  if (first) because.push(reason('group', { text: first.title, count: first.people }))
  if (minutes > 0) because.push(reason('time', { count: Math.round(minutes) }))
  because.push(isKnown ? reason('days', { days }) : reason('days-unknown'))
  if (learnt.of > 0)
    because.push(reason(learnt.done > 0 ? 'learnt' : 'to-learn', { count: learnt.done, of: learnt.of }))
  return because
}

/**
 * A week for somebody who has none: the few tools on which most of their people are likely to answer, or where an hour in a group is worth
 * most, chats before all else; how many people, where and on which days, each line with its reasons. Empty where nobody is known anywhere.
 */
export function proposeWeek(tools: readonly ToolFacts[]): ProposedLine[] {
  const ranked = tools
    .map(facts => ({ ...facts, groups: facts.groups.filter(group => group.score > 0) }))
    .map(facts => ({ facts, worth: worthOf(facts) }))
    .filter(({ worth }) => worth > 0)
    .sort((a, b) => b.worth - a.worth || (a.facts.tool < b.facts.tool ? -1 : 1))
  const [chats, others] = [ranked.filter(({ facts }) => facts.isChat), ranked.filter(({ facts }) => !facts.isChat)]
  const first = chats.slice(0, limits.lines - Math.min(limits.besideChats, others.length))
  const beside = others.slice(0, chats.length > 0 ? limits.besideChats : limits.lines)
  const chosen = [...first, ...beside].slice(0, limits.lines)
  const wanted = chosen.map(({ facts }) =>
    Math.min(limits.mostOnTool, Math.max(facts.people > 1 ? 2 : 1, Math.ceil(facts.people / limits.weeksOfQuarter))),
  )
  const all = wanted.reduce((sum, count) => sum + count, 0)
  return chosen.map(({ facts }, index) => {
    const asked = wanted[index] ?? 1
    const people = all > limits.peopleAWeek ? Math.max(1, Math.floor((asked * limits.peopleAWeek) / all)) : asked
    const most = Math.min(limits.mostDays, Math.max(1, Math.ceil(people / limits.peopleADay)))
    const working = facts.words.slice(0, 5)
    const isKnown = working.reduce((sum, count) => sum + count, 0) >= limits.leastWords
    const days = isKnown ? busiestDays(working, most) : [...(spread[index % spread.length] ?? spread[0])].slice(0, most)
    return {
      tool: facts.tool,
      people,
      place: facts.groups[0]?.title.slice(0, 120) ?? '',
      days,
      because: reasonsOf(facts, days, isKnown),
    }
  })
}
