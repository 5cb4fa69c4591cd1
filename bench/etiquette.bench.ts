import { isHeldOut, judge, type Outcome, readBlindCases, readCases } from '#features/etiquette/evaluation/cases.ts'
import { readLabelled } from '#features/etiquette/evaluation/labelled.ts'
import { assess, codes, findJobTalk } from '#features/etiquette/model.ts'
import { type Case, makeCases } from './etiquette-drafts.ts'

export const name = 'etiquette'

const now = new Date('2026-03-11T14:00:00Z')

/** Whole checks per second of processor time on one core, over six languages and 20 to 1,500 characters. */
export async function run(): Promise<{ name: string; figure: number; unit: string }[]> {
  for (const each of makeCases(2_000, 1, now)) assess(each.draft, each.context)
  const cases = makeCases(8_000, 2, now)
  const characters = cases.reduce((sum, { draft }) => sum + draft.length, 0) / cases.length
  const longer = makeCases(3_000, 3, now).filter(({ draft }) => draft.length > 700)
  const typed = makeCases(3, 4, now).flatMap(keys)
  return [
    { name: 'checks, no draft, message or reading seen before', figure: perSecond(cases), unit: 'checks/s' },
    { name: 'characters of a draft, mean', figure: Math.round(characters), unit: 'characters' },
    { name: 'checks, 700 to 1,500 characters, none seen before', figure: perSecond(longer), unit: 'checks/s' },
    { name: 'checks, keystrokes of a draft being written', figure: perSecond(typed), unit: 'checks/s' },
    {
      name: 'checks, no draft seen before, in contexts that were',
      figure: perSecond(inSeenContexts()),
      unit: 'checks/s',
    },
    { name: 'slowest check of those never seen', figure: slowest(makeCases(1_000, 5, now)), unit: 'ms' },
    ...accuracy(),
    ...pages(),
    ...['blind-first', 'blind-second', 'blind-third', 'lantern-second', 'lantern-third'].flatMap(talkOn),
  ]
}

/** A composer's: the person's messages and what was read of them are known since it opened, only the draft is another. */
function inSeenContexts(): Case[] {
  const cases = makeCases(4_000, 6, now)
  for (const { context } of cases) assess('ok', context)
  return cases
}

const percent = (part: number, whole: number) => Math.round((1_000 * part) / Math.max(1, whole)) / 10

/** Of the labelled cases that were kept: verdicts, and for each code how many of the cases that expect it have it. */
function accuracy(): { name: string; figure: number; unit: string }[] {
  const kept: Outcome[] = readCases().flatMap(({ set, cases }) =>
    cases.filter(({ id }) => isHeldOut(id)).map(one => judge(set, one)),
  )
  const innocent = kept.filter(({ expected }) => expected.verdict === 'allow')
  return [
    {
      name: 'verdicts right, kept cases',
      figure: percent(kept.filter(one => one.verdictRight).length, kept.length),
      unit: '%',
    },
    {
      name: 'innocent blocked, kept cases',
      figure: percent(innocent.filter(({ given }) => given.verdict === 'block').length, innocent.length),
      unit: '%',
    },
    ...codes.flatMap(code => {
      const wanted = kept.filter(({ expected }) => expected.codes.includes(code))
      const found = wanted.filter(({ given }) => given.codes.includes(code))
      const name = `${code}, ${found.length} of ${wanted.length}`
      return wanted.length === 0 ? [] : [{ name, figure: percent(found.length, wanted.length), unit: '%' }]
    }),
  ]
}

/** Of each page of whole cases that was written before the engine was asked. */
const pages = (): { name: string; figure: number; unit: string }[] =>
  readBlindCases().flatMap(({ set, cases }) => {
    const judged = cases.map(one => judge(set, one))
    const innocent = judged.filter(({ expected }) => expected.verdict === 'allow')
    const blocked = innocent.filter(({ given }) => given.verdict === 'block')
    return [
      {
        name: `verdicts right, ${set}`,
        figure: percent(judged.filter(one => one.verdictRight).length, judged.length),
        unit: '%',
      },
      { name: `innocent blocked, ${set}`, figure: percent(blocked.length, innocent.length), unit: '%' },
    ]
  })

/** Job talk told from other talk on a page that was never learnt from. */
function talkOn(page: string): { name: string; figure: number; unit: string }[] {
  const messages = readLabelled(page)
  const wrong = messages.filter(({ text, jobTalk }) => findJobTalk(text).length > 0 !== jobTalk)
  const innocent = messages.filter(({ jobTalk }) => !jobTalk)
  return [
    { name: `job talk told, ${page}`, figure: 100 - percent(wrong.length, messages.length), unit: '%' },
    {
      name: `innocent taken for it, ${page}`,
      figure: percent(wrong.filter(({ jobTalk }) => !jobTalk).length, innocent.length),
      unit: '%',
    },
  ]
}

function perSecond(cases: readonly Case[]): number {
  const start = process.cpuUsage()
  for (const { draft, context } of cases) assess(draft, context)
  return Math.round(cases.length / (spent(start) / 1_000))
}

/** Milliseconds of our own work: what others do on the machine doesn't count. */
function spent(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1_000
}

/** What the composer asks: the draft as it grows, one letter a time, the same context. */
const keys = ({ draft, context }: Case): Case[] =>
  Array.from(draft, (_, i) => ({ draft: draft.slice(0, i + 1), context }))

function slowest(cases: readonly Case[]): number {
  let most = 0
  for (const { draft, context } of cases) {
    const start = process.cpuUsage()
    assess(draft, context)
    most = Math.max(most, spent(start))
  }
  return Math.round(most * 10) / 10
}
