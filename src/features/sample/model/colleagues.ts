import type { ToolId } from '#kernel/tools.ts'
import type { Us } from './chats.ts'
import type { SamplePerson } from './plan.ts'
import type { Random } from './random.ts'

/** Whose account a chat tool is, and their share of the people whom nobody talks with yet. */
export type SampleColleague = Us & { email: string; recruitsFor: string; tools: readonly ToolId[]; share: number }

/** Recruiters beside whoever loads the sample. What is nobody's of them is whose sample it is. */
export const colleagues: readonly SampleColleague[] = [
  {
    name: 'Jonas Weber',
    email: 'jonas.weber@sample.example',
    recruitsFor: 'Nurses and carers for clinics by the coast.',
    tools: ['whatsapp', 'sms'],
    share: 0.24,
  },
  {
    name: 'Amina Diallo',
    email: 'amina.diallo@sample.example',
    recruitsFor: 'Welders, fitters and drivers.',
    tools: ['discord', 'slack'],
    share: 0.16,
  },
  {
    name: 'Sofia Marques',
    email: 'sofia.marques@sample.example',
    recruitsFor: 'Kitchens and hotels, two days a week.',
    tools: ['messenger'],
    share: 0.08,
  },
]

export const colleagueOn = (tool: ToolId): number | undefined => {
  const place = colleagues.findIndex(one => one.tools.includes(tool))
  return place < 0 ? undefined : place
}

/** Whoever talks with a person has their account on that tool; the others are dealt by share. Undefined: whose sample it is. */
export function dealColleague(random: Random, person: Pick<SamplePerson, 'chatsOn'>): number | undefined {
  let dice = random.next()
  if (person.chatsOn) return colleagueOn(person.chatsOn)
  const place = colleagues.findIndex(({ share }) => {
    dice -= share
    return dice < 0
  })
  return place < 0 ? undefined : place
}
