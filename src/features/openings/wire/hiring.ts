import { z } from 'zod'
import { fitAnswer } from '#features/fit/wire.ts'
import { personRow } from '#features/people/wire.ts'
import { idOf, instant, typedText } from '#kernel/schema.ts'
import { toolIds } from '#kernel/tools.ts'
import { pipeline, sources } from '../model/pipeline.ts'
import { openingLimits, openingStates, teamParts } from '../model.ts'
import { applicationView } from './opening.ts'

const person = idOf<'Person'>()
const stage = z.enum(pipeline)
const openingId = idOf<'Opening'>()

export const candidacyParams = z.object({ candidacy: idOf<'Candidacy'>() })
export const candidacyMoveParams = candidacyParams.extend({ move: idOf<'CandidacyMove'>() })
export const candidacyNoteParams = candidacyParams.extend({ note: idOf<'CandidacyNote'>() })
export const interviewParams = z.object({ interview: idOf<'Interview'>() })

export const considerInput = z.object({
  people: z.array(person).min(1).max(200),
  source: z.enum(['hand', 'ranked']).default('hand'),
})
export const considered = z.object({
  added: z.array(person),
  leftOut: z.array(z.object({ person, name: z.string(), code: z.enum(['do-not-contact', 'gone', 'already-in']) })),
})
export type Considered = z.infer<typeof considered>

export const cardView = z.object({
  candidacy: idOf<'Candidacy'>(),
  person: personRow,
  stage,
  since: instant(),
  source: z.enum(sources),
  /** Why they stand there, as it was said. */
  reason: z.string(),
  comesBackOn: z.iso.date().nullable(),
  pool: z.string().nullable(),
  scorecards: z.object({ given: z.int(), own: z.boolean() }),
  interview: z.object({ at: instant(), state: z.enum(['proposed', 'agreed', 'cancelled']) }).nullable(),
})
export type CardView = z.infer<typeof cardView>
export const boardView = z.object({ cards: z.array(cardView) })

const wantedView = z.object({
  title: z.string().nullable(),
  must: z.array(z.string()),
  nice: z.array(z.string()),
  place: z.string().nullable(),
  km: z.int(),
  languages: z.array(z.string()),
})
export const boardFits = z.object({
  wanted: wantedView,
  fits: z.array(z.object({ person, fit: fitAnswer })),
})
export type BoardFits = z.infer<typeof boardFits>
export const rankedQuery = z.object({ limit: z.int().min(1).max(60).default(25) })
export const rankedView = z.object({
  wanted: wantedView,
  /** So many have words of the opening and were judged. */
  looked: z.int(),
  people: z.array(z.object({ person: personRow, fit: fitAnswer })),
})
export type RankedView = z.infer<typeof rankedView>

export const moveInput = z.object({
  to: stage,
  reason: z.string().max(1_000).default(''),
  /** Both for "not now". */
  pool: idOf<'Pool'>().nullable().default(null),
  comesBackOn: z.iso.date().nullable().default(null),
})
export const moved = z.object({ move: idOf<'CandidacyMove'>() })
export const undone = z.object({ stage })
export const consideredInput = z.object({ considered: z.boolean() })

export const medallists = z.object({
  people: z.array(
    z.object({ candidacy: idOf<'Candidacy'>(), person: personRow, reached: z.enum(['interview', 'offer']), stage }),
  ),
})
export type MedallistsView = z.infer<typeof medallists>

const markNumber = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)])
export const scorecardInput = z.object({
  marks: z
    .array(
      z.object({
        criterion: z.string().max(300),
        mark: markNumber.nullable(),
        words: z.string().max(1_000).default(''),
      }),
    )
    .max(2 * openingLimits.lines),
  words: z.string().max(4_000).default(''),
})
export const noteInput = z.object({ text: typedText(4_000) })
export const noteMade = z.object({ id: idOf<'CandidacyNote'>() })
export const noteChange = z.object({ removed: z.boolean() })

const zone = z.string().max(60)
const minutes = z.int().min(5).max(600)
const interviewers = z.array(idOf<'User'>()).max(openingLimits.teamSize)
export const slotInput = z.object({
  startsAt: instant(),
  minutes: minutes.default(45),
  timezone: zone,
  place: z.string().max(300).default(''),
  interviewers: interviewers.default([]),
})
export const slotMade = z.object({ id: idOf<'Interview'>() })
export const interviewChange = z.object({
  startsAt: instant().optional(),
  minutes: minutes.optional(),
  place: z.string().max(300).optional(),
  interviewers: interviewers.optional(),
  state: z.enum(['proposed', 'agreed', 'cancelled']).optional(),
})
export const interviewChanged = z.object({ cancelled: z.int() })

export const offerInput = z.object({
  timezone: zone,
  text: typedText(4_000).optional(),
  /** Puts the words into the field of the conversation; without it they are judged only. */
  keep: z.boolean().default(false),
})
export const offerView = z.object({
  text: z.string(),
  timezone: z.string(),
  tool: z.enum(toolIds).nullable(),
  conversation: idOf<'Conversation'>().nullable(),
  verdict: z.enum(['allow', 'warn', 'block']),
  reasons: z.array(z.object({ code: z.string(), message: z.string(), verdict: z.enum(['warn', 'block']) })),
})
export type OfferView = z.infer<typeof offerView>

export const candidacyView = z.object({
  opening: z.object({ id: openingId, title: z.string(), state: z.enum(openingStates) }),
  candidacy: idOf<'Candidacy'>(),
  person: personRow,
  stage,
  since: instant(),
  source: z.enum(sources),
  /** What they wrote by the form of the job page. */
  applications: z.array(applicationView),
  moves: z.array(
    z.object({
      id: idOf<'CandidacyMove'>(),
      from: stage.nullable(),
      to: stage,
      reason: z.string(),
      pool: z.string().nullable(),
      comesBackOn: z.iso.date().nullable(),
      by: z.string().nullable(),
      at: instant(),
      undone: z.boolean(),
    }),
  ),
  notes: z.array(
    z.object({
      id: idOf<'CandidacyNote'>(),
      text: z.string(),
      by: z.string().nullable(),
      own: z.boolean(),
      at: instant(),
    }),
  ),
  criteria: z.array(z.object({ criterion: z.string(), kind: z.enum(['must', 'nice']) })),
  scorecards: z.array(
    z.object({
      by: z.string(),
      own: z.boolean(),
      /** Until the caller has given their own. */
      hidden: z.boolean(),
      marks: z.array(
        z.object({
          criterion: z.string(),
          kind: z.enum(['must', 'nice']),
          mark: markNumber.nullable(),
          words: z.string(),
        }),
      ),
      words: z.string(),
      at: instant(),
      /** Changed after the others' were open to them. */
      changedAt: instant().nullable(),
    }),
  ),
  interviews: z.array(
    z.object({
      id: idOf<'Interview'>(),
      startsAt: instant(),
      minutes: z.int(),
      timezone: z.string(),
      place: z.string(),
      state: z.enum(['proposed', 'agreed', 'cancelled']),
      interviewers: z.array(z.string()),
    }),
  ),
  others: z.array(
    z.object({ opening: openingId, title: z.string(), candidacy: idOf<'Candidacy'>(), stage, since: instant() }),
  ),
  fit: fitAnswer.nullable(),
  team: z.array(z.object({ id: idOf<'User'>(), name: z.string(), part: z.enum(teamParts) })),
})
export type CandidacyView = z.infer<typeof candidacyView>

export const candidaciesOfPerson = z.object({
  openings: z.array(
    z.object({ opening: openingId, title: z.string(), candidacy: idOf<'Candidacy'>(), stage, since: instant() }),
  ),
})
export type CandidaciesOfPerson = z.infer<typeof candidaciesOfPerson>['openings']
export const calendarLink = z.object({ url: z.string() })
