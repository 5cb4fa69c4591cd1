import { z } from 'zod'
import { idOf, instant } from '#kernel/schema.ts'
import { toolIds } from '#kernel/tools.ts'
import { masterFields, ownProfileLimits } from './model/own-profile.ts'
import { playbookLimits } from './model/playbooks/edits.ts'

const { textChars, termChars, meaningChars, partChars } = playbookLimits

const term = z.object({
  term: z.string().min(1).max(termChars).regex(/\S/),
  also: z.array(z.string().min(1).max(termChars)).max(12).readonly().optional(),
  meaning: z.string().min(1).max(meaningChars).regex(/\S/),
  note: z.string().max(meaningChars).optional(),
})

export const partValue = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), text: z.string().max(textChars) }),
  z.object({ kind: z.literal('term'), term }),
  z.object({ kind: z.literal('hidden') }),
])

export const toolParam = z.object({ tool: z.enum(toolIds) })
export const partParam = toolParam.extend({ part: z.string().min(1).max(partChars) })

/** `edit` is the id of the version that stands. */
const standingEdit = z.object({
  tool: z.enum(toolIds),
  part: z.string(),
  value: partValue.nullable(),
  edit: idOf<'PlaybookEdit'>(),
})
export const playbookState = z.object({
  edits: z.array(standingEdit),
  done: z.array(z.object({ tool: z.enum(toolIds), item: z.string() })),
  quiet: z.array(z.object({ tool: z.enum(toolIds), hint: z.string() })),
})
export type PlaybookStateWire = z.infer<typeof playbookState>

/** `before` is the version that was seen, null for the shipped text: another one meanwhile refuses. */
export const editRequest = z.object({ value: partValue.nullable(), before: idOf<'PlaybookEdit'>().nullable() })
export const editAnswer = z.object({ edit: idOf<'PlaybookEdit'>() })

export const historyAnswer = z.object({
  edits: z.array(
    z.object({
      edit: idOf<'PlaybookEdit'>(),
      part: z.string(),
      value: partValue.nullable(),
      by: z.string(),
      at: instant(),
      /** Whether it is what stands now. */
      stands: z.boolean(),
    }),
  ),
})
export type HistoryWire = z.infer<typeof historyAnswer>

export const itemParam = toolParam.extend({ item: z.string().regex(/^[a-z0-9-]{1,40}$/) })
export const itemRequest = z.object({ done: z.boolean() })
export const hintParam = toolParam.extend({ hint: z.string().regex(/^[a-z0-9-]{1,40}$/) })
export const hintRequest = z.object({ quiet: z.boolean() })

const profilePlaces = ['master', ...toolIds] as const
export type ProfilePlace = (typeof profilePlaces)[number]
const fields = z.partialRecord(z.enum(masterFields), z.string().max(ownProfileLimits.fieldChars))
export const pictureAnswer = z.object({ id: idOf<'OwnPicture'>(), url: z.string() })
export type Picture = z.infer<typeof pictureAnswer>
export const pictureParam = z.object({ id: idOf<'OwnPicture'>() })
export const ownProfiles = z.object({
  /** The one picture for every tool; its id is what a tool's `photo` says when it stands there. */
  picture: pictureAnswer.nullable(),
  profiles: z.array(
    z.object({
      place: z.enum(profilePlaces),
      fields,
      checkedAt: instant().nullable(),
      updatedAt: instant(),
    }),
  ),
})
export type OwnProfilesWire = z.infer<typeof ownProfiles>
export const placeParam = z.object({ place: z.enum(profilePlaces) })
/** Fields that are left out stay; `checked` says that it was found so on the tool just now. */
export const ownProfileRequest = z.object({ fields: fields.optional(), checked: z.literal(true).optional() })
