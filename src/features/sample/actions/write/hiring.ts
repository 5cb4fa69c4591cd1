import {
  consider,
  giveScorecard,
  type HiringDeps,
  moveCandidacy,
  proposeInterview,
  readBoard,
  setState,
} from '#features/openings/index.ts'
import type { PipelineStage } from '#features/openings/model.ts'
import { addReferrer, noteApplied, readReferrer, recommend } from '#features/referrals/index.ts'
import { dayMs, hourMs } from '#kernel/clock.ts'
import type { OpeningId, PersonId } from '#kernel/ids.ts'
import type { Caller } from '#kernel/roles.ts'
import { inWorkspace } from '#storage/database.ts'
import type { SampleDeps } from '../../deps.ts'
import type { SamplePlan } from '../../model.ts'
import { keeperOf, personAt, type Scope } from './scope.ts'

/** Those of the same work first, candidates before those who asked about it. */
const standings: readonly string[] = ['interested', 'candidate']

type Way = readonly { to: PipelineStage; reason: string; daysAgo: number }[]

const ways: readonly Way[] = [
  [
    { to: 'screen', reason: 'Asked about the shifts.', daysAgo: 20 },
    { to: 'interview', reason: 'Knows the work, tells it plainly.', daysAgo: 12 },
    { to: 'offer', reason: 'The whole team wants to work with them.', daysAgo: 3 },
  ],
  [
    { to: 'screen', reason: 'Wrote first.', daysAgo: 15 },
    { to: 'interview', reason: 'Good questions.', daysAgo: 6 },
  ],
  [
    { to: 'screen', reason: 'A friend of the house spoke of them.', daysAgo: 9 },
    { to: 'interview', reason: 'Two years of the same work.', daysAgo: 4 },
  ],
  [{ to: 'screen', reason: 'Wants to know more.', daysAgo: 2 }],
  [],
  [],
]
const filled: readonly Way[] = [
  [
    { to: 'screen', reason: 'Wrote first.', daysAgo: 60 },
    { to: 'interview', reason: 'Ran a shift alone before.', daysAgo: 50 },
    { to: 'offer', reason: 'Calm, and liked by all.', daysAgo: 45 },
    { to: 'hired', reason: 'Begins on the first.', daysAgo: 40 },
  ],
  [
    { to: 'screen', reason: 'Found by fit.', daysAgo: 58 },
    { to: 'interview', reason: 'Close second.', daysAgo: 49 },
  ],
]

/** Of the openings on the sample's site: who is on the way in them, since when, and whether somebody began. */
const pipelines = [
  { slug: 'night-nurse-stroke-unit', industry: 'nursing', considered: 22, ways },
  { slug: 'warehouse-shift-lead', industry: 'logistics', considered: 62, ways: filled },
] as const

/** People on their way in two of the openings, scorecards and a time to meet; two referrers and whom they named. */
export async function writeHiring(
  deps: SampleDeps,
  scope: Scope,
  plan: SamplePlan,
  openings: ReadonlyMap<string, OpeningId>,
): Promise<void> {
  const caller: Caller = { workspace: scope.workspace, user: scope.user, role: 'owner' }
  const at = (daysAgo: number): HiringDeps & SampleDeps['pages'] & SampleDeps => ({
    ...deps,
    ...deps.pages,
    clock: { now: () => new Date(scope.now.getTime() - daysAgo * dayMs) },
    marks: async () => new Map(),
    activeLabels: async () => new Map(),
  })
  const isOwn = (place: number) => keeperOf(scope, plan, place) === scope.user
  const usable = plan.people
    .flatMap(({ standing, industry }, place) =>
      standings.includes(standing) && isOwn(place) ? [{ person: personAt(scope, place), industry, standing }] : [],
    )
    .toSorted((a, b) => standings.indexOf(b.standing) - standings.indexOf(a.standing))
  const taken = new Set<PersonId>()
  const pick = (industry: string, count: number) => {
    const people = usable
      .filter(one => !taken.has(one.person))
      .toSorted((a, b) => Number(b.industry === industry) - Number(a.industry === industry))
      .slice(0, count)
      .map(one => one.person)
    for (const person of people) taken.add(person)
    return people
  }
  const friends = plan.people.flatMap(({ standing }, place) =>
    standing === 'referrer' && isOwn(place) ? [personAt(scope, place)] : [],
  )
  const [code] = await writeReferrers(at(70), caller, friends.slice(0, 2))
  for (const { slug, industry, considered, ways: all } of pipelines) {
    const opening = openings.get(slug)
    if (!opening) continue
    const people = pick(industry, all.length)
    await consider(at(considered), caller, opening, people, 'ranked')
    const [first] = people
    if (first && code)
      await inWorkspace(deps.db, scope.workspace, tx =>
        noteApplied(tx, at(considered), {
          workspace: scope.workspace,
          opening,
          person: first,
          referral: code,
          at: at(considered).clock.now(),
        }),
      )
    await walk(at, caller, opening, people, all)
    if (all === filled) await setState(at(38), caller, opening, { state: 'closed', reason: 'filled' })
  }
}

async function walk(
  at: (daysAgo: number) => HiringDeps,
  caller: Caller,
  opening: OpeningId,
  people: readonly PersonId[],
  all: readonly Way[],
): Promise<void> {
  const board = await readBoard(at(0), caller, opening)
  if (!board.ok) return
  for (const [place, person] of people.entries()) {
    const candidacy = board.value.find(card => card.candidacy.person === person)?.candidacy.id
    if (!candidacy) continue
    for (const { to, reason, daysAgo } of all[place] ?? []) {
      await moveCandidacy(at(daysAgo), caller, candidacy, { to, reason, pool: null, comesBackOn: null })
      if (to === 'interview' && place !== 1)
        await giveScorecard(at(daysAgo - 1), caller, candidacy, {
          marks: [],
          words: 'Answers with what they did, not with what one should do. Asked who they would work with.',
        })
    }
    const last = all[place]?.at(-1)
    if (last?.to === 'interview' && all === ways)
      await proposeInterview(at(0), caller, candidacy, {
        startsAt: new Date(Math.floor(at(0).clock.now().getTime() / dayMs + 2 + place) * dayMs + 9 * hourMs),
        minutes: 45,
        timezone: 'Europe/Oslo',
        place: 'By video',
        interviewers: [caller.user],
      })
  }
}

/** Gives the codes of those who have one. */
async function writeReferrers(deps: HiringDeps, caller: Caller, people: readonly PersonId[]): Promise<string[]> {
  const codes: string[] = []
  for (const [place, person] of people.entries()) {
    const made = await addReferrer(deps, caller, { person, kind: place === 0 ? 'alumnus' : 'contact' })
    if (!made.ok) continue
    const referrer = await readReferrer(deps, caller, made.value)
    if (!referrer) continue
    codes.push(referrer.code)
    await recommend(deps, referrer, {
      name: place === 0 ? 'Jo Sommer' : 'Kit Larsen',
      email: place === 0 ? 'jo.sommer@sample.example' : 'kit.larsen@sample.example',
      words: 'We worked nights together; I would again.',
      opening: null,
    })
  }
  return codes
}
