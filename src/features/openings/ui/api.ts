import { queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import type { ListedPoolWire } from '#features/pools/wire.ts'
import { ask } from '#web/api/ask.ts'
import type { ClosedReason, PipelineStage } from '../model.ts'
import type {
  BoardFits,
  CandidaciesOfPerson,
  CandidacyView,
  CardView,
  Considered,
  interviewChange,
  MedallistsView,
  newOpening,
  OfferView,
  OpeningDetail,
  OpeningView,
  offerInput,
  openingChange,
  RankedView,
  scorecardInput,
  slotInput,
} from '../wire.ts'

export type { BoardFits, CandidacyView, CardView, OfferView, OpeningDetail, OpeningView, RankedView }
export type OpeningChange = z.input<typeof openingChange>

export const openingsQuery = queryOptions({
  queryKey: ['openings', 'list'],
  queryFn: async () => (await ask<{ openings: OpeningView[] }>('/openings')).openings,
})
export const openingQuery = (id: string) =>
  queryOptions({ queryKey: ['openings', id], queryFn: () => ask<OpeningDetail>(`/openings/${id}`) })

export const addOpening = (given: z.input<typeof newOpening>) => ask<{ id: string }>('/openings', 'POST', given)
export const changeOpening = (id: string, change: OpeningChange) => ask<null>(`/openings/${id}`, 'PATCH', change)
export const setState = (id: string, state: 'open' | 'closed', reason?: ClosedReason) =>
  ask<null>(`/openings/${id}/state`, 'PUT', { state, ...(reason ? { reason } : {}) })

export const keys = {
  all: ['openings'],
  board: (id: string) => ['openings', id, 'board'],
  fits: (id: string) => ['openings', id, 'fits'],
  ranked: (id: string) => ['openings', id, 'ranked'],
  medallists: (id: string) => ['openings', id, 'medallists'],
  candidacy: (id: string) => ['openings', 'candidacy', id],
  ofPerson: (person: string) => ['person', person, 'openings'],
} as const

export const boardQuery = (id: string) =>
  queryOptions({
    queryKey: keys.board(id),
    queryFn: async () => (await ask<{ cards: CardView[] }>(`/openings/${id}/board`)).cards,
  })
export const fitsQuery = (id: string) =>
  queryOptions({ queryKey: keys.fits(id), queryFn: () => ask<BoardFits>(`/openings/${id}/fits`) })
export const rankedQuery = (id: string) =>
  queryOptions({ queryKey: keys.ranked(id), queryFn: () => ask<RankedView>(`/openings/${id}/ranked`) })
export const medallistsQuery = (id: string) =>
  queryOptions({ queryKey: keys.medallists(id), queryFn: () => ask<MedallistsView>(`/openings/${id}/medallists`) })
export const candidacyQuery = (id: string) =>
  queryOptions({ queryKey: keys.candidacy(id), queryFn: () => ask<CandidacyView>(`/candidacies/${id}`) })
export const openingsOfQuery = (person: string) =>
  queryOptions({
    queryKey: keys.ofPerson(person),
    queryFn: async () => (await ask<{ openings: CandidaciesOfPerson }>(`/people/${person}/openings`)).openings,
  })
/** The pools that one may see: where "not now" goes. */
export const poolsQuery = queryOptions({
  queryKey: ['pools', 'list'],
  queryFn: async () => (await ask<{ pools: ListedPoolWire[] }>('/pools')).pools,
})

export const consider = (opening: string, people: readonly string[], source: 'hand' | 'ranked' = 'hand') =>
  ask<Considered>(`/openings/${opening}/people`, 'POST', { people, source })
export type Move = { to: PipelineStage; reason?: string; pool?: string | null; comesBackOn?: string | null }
export const moveCandidacy = (candidacy: string, move: Move) =>
  ask<{ move: string }>(`/candidacies/${candidacy}/stage`, 'PUT', move)
export const undoMove = (candidacy: string, move: string) =>
  ask<{ stage: PipelineStage }>(`/candidacies/${candidacy}/moves/${move}/undo`, 'POST')
export const setConsidered = (candidacy: string, considered: boolean) =>
  ask<null>(`/candidacies/${candidacy}/considered`, 'PUT', { considered })
export const giveScorecard = (candidacy: string, given: z.input<typeof scorecardInput>) =>
  ask<null>(`/candidacies/${candidacy}/scorecard`, 'PUT', given)
export const addNote = (candidacy: string, text: string) =>
  ask<{ id: string }>(`/candidacies/${candidacy}/notes`, 'POST', { text })
export const setNoteRemoved = (candidacy: string, note: string, removed: boolean) =>
  ask<null>(`/candidacies/${candidacy}/notes/${note}`, 'PATCH', { removed })
export const proposeInterview = (candidacy: string, slot: z.input<typeof slotInput>) =>
  ask<{ id: string }>(`/candidacies/${candidacy}/interviews`, 'POST', slot)
export const changeInterview = (interview: string, change: z.input<typeof interviewChange>) =>
  ask<{ cancelled: number }>(`/interviews/${interview}`, 'PATCH', change)
export const offerTimes = (candidacy: string, given: z.input<typeof offerInput>) =>
  ask<OfferView>(`/candidacies/${candidacy}/interviews/offer`, 'POST', given)
export const addToPool = (pool: string, people: readonly string[]) =>
  ask<{ added: string[] }>(`/pools/${pool}/people`, 'POST', { people })
export const takeFromPool = (pool: string, people: readonly string[]) =>
  ask<unknown>(`/pools/${pool}/people/remove`, 'POST', { people })
