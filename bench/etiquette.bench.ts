import * as heldOut from '#features/etiquette/evaluation/held-out.ts'
import { assess, type Context } from '#features/etiquette/model.ts'

export const name = 'etiquette'

const SECONDS = 2

/** Whole checks per second on one core, over drafts in six languages on messaging and sourcing tools. */
export async function run(): Promise<{ name: string; figure: number; unit: string }[]> {
  const now = new Date('2026-03-11T14:00:00Z')
  const drafts = [heldOut.jobTalk, heldOut.innocent].flatMap(set =>
    Object.values(set).flatMap(text => text.split('\n')),
  )
  const text = 'On 26 April we lost 40 rows of Riesling. The cold air pooled behind the new wall. '.repeat(12)
  const contexts: Context[] = [
    {
      tool: 'xmpp',
      surface: 'direct',
      stage: 'introduced',
      now,
      history: [{ from: 'them', text: 'hey, how is it going?', at: now }],
    },
    { tool: 'linkedin', surface: 'direct', stage: 'found', now, readings: [{ title: 'Frost', text, readAt: now }] },
  ]
  const start = process.cpuUsage()
  let checks = 0
  while (spent(start) < SECONDS * 1_000) {
    for (const draft of drafts) for (const context of contexts) assess(draft, context)
    checks += drafts.length * contexts.length
  }
  const perSecond = checks / (spent(start) / 1_000)
  return [
    { name: 'etiquette checks', figure: Math.round(perSecond), unit: 'checks/s' },
    {
      name: 'etiquette checks, each draft never seen before',
      figure: Math.round(freshPerSecond(now)),
      unit: 'checks/s',
    },
  ]
}

/** Milliseconds of our own work: what others do on the machine doesn't count. */
function spent(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1_000
}

/** Nothing is remembered between these: each draft differs in each sentence. */
function freshPerSecond(now: Date): number {
  const start = process.cpuUsage()
  let checks = 0
  while (spent(start) < SECONDS * 1_000) {
    checks++
    const draft = `How did shift ${checks} go, and did loader ${checks * 7} behave? My week had ${checks} meetings.`
    assess(draft, { tool: 'xmpp', surface: 'direct', stage: 'introduced', now })
  }
  return checks / (spent(start) / 1_000)
}
