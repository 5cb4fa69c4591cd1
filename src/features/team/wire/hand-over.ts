import { z } from 'zod'
import { idOf, instant } from '#kernel/schema.ts'
import { handOverLimits, handOverParts } from '../model.ts'

const named = z.object({ id: idOf<'User'>(), name: z.string() })
const part = z.enum(handOverParts)

export const handOverView = z.object({
  id: idOf<'HandOver'>(),
  part,
  /** Null: nobody. */
  to: named.nullable(),
  count: z.int(),
  by: z.string(),
  at: instant(),
  undoneAt: instant().nullable(),
})
export type HandOverView = z.infer<typeof handOverView>

export const handOverPage = z.object({
  user: named.extend({ disabledAt: instant().nullable() }),
  /** What is theirs now. */
  parts: z.array(z.object({ part, count: z.int() })),
  /** What nobody else can have: it ends with their access. */
  stays: z.object({
    /** Accounts that they write from by hand, in their own browser. */
    byHand: z.int(),
    /** Programs that act in their name. */
    tokens: z.int(),
    /** Their own phone or account, where Kith tells them. */
    reach: z.int(),
  }),
  /** What was handed over before, the latest first. */
  done: z.array(handOverView),
})
export type HandOverPage = z.infer<typeof handOverPage>

export const handOverRequest = z.object({
  parts: z
    .array(
      z.object({
        part,
        /** Several: it is dealt evenly among them. None: it is nobody's, where that can be. */
        to: z.array(idOf<'User'>()).max(handOverLimits.colleagues),
      }),
    )
    .min(1)
    .max(handOverParts.length),
})
export const handedOver = z.object({ moved: z.int(), handOvers: z.array(idOf<'HandOver'>()) })
/** `kept`: given on since, so it stays where it is. */
export const handOverUndone = z.object({ returned: z.int(), kept: z.int() })
export const memberParams = z.object({ user: idOf<'User'>() })
export const handOverParams = z.object({ handOver: idOf<'HandOver'>() })

export const takeOverView = z.object({
  id: idOf<'TakeOver'>(),
  person: idOf<'Person'>(),
  askedBy: named,
  owner: named,
  askedAt: instant(),
})
export type TakeOverView = z.infer<typeof takeOverView>
export const takeOverList = z.object({ asked: z.array(takeOverView) })
export const takeOverState = z.object({ state: z.enum(['granted', 'declined', 'withdrawn']) })
export const takeOverParams = z.object({ takeOver: idOf<'TakeOver'>() })
export const personParams = z.object({ id: idOf<'Person'>() })
