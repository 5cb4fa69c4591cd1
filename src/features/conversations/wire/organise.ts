import { z } from 'zod'
import { cursor, idOf, instant, typedText } from '#kernel/schema.ts'
import { toolIds } from '#kernel/tools.ts'
import { labelColours, labelLimits, noticeKinds, organiseLimits, snoozeKinds } from '../model.ts'

const labels = z.array(idOf<'Label'>()).max(organiseLimits.labelsPerConversation)

/** Every field that is given changes; `null` ends it. */
const standingChange = {
  done: z.boolean().optional(),
  /** Aside until a time, until they are online, or until they answer; `until` is the latest in each case. */
  snooze: z
    .object({ for: z.enum(snoozeKinds), until: z.iso.datetime() })
    .nullable()
    .optional(),
  /** A colleague who may write; null: nobody. */
  assignee: idOf<'User'>().nullable().optional(),
  unread: z.boolean().optional(),
  /** The whole set. */
  labels: labels.optional(),
  addLabels: labels.optional(),
  removeLabels: labels.optional(),
  /** Comes to the top when nobody answered by then. */
  remindAt: z.iso.datetime().nullable().optional(),
}
export const changeConversationRequest = z.object({
  ...standingChange,
  /** A visitor's chat only: they can't write until they are let in again. */
  blocked: z.boolean().optional(),
})
const changes = z
  .array(
    z.object({
      conversations: z.array(idOf<'Conversation'>()).min(1).max(organiseLimits.perChange),
      change: z.object(standingChange),
    }),
  )
  .max(organiseLimits.perChange)
export const changeConversationsRequest = z.object({ changes })
/** `undo`: the same request again, which takes it back. */
export const changeAnswer = z.object({ changed: z.number().int(), undo: changes })
export type StandingChangeWire = z.input<typeof changeConversationRequest>
export type ChangesWire = z.infer<typeof changes>

const labelName = typedText(labelLimits.nameLength)
const labelColour = z.enum(labelColours)
export const labelView = z.object({
  id: idOf<'Label'>(),
  name: z.string(),
  colour: labelColour,
  /** Conversations with it that are not done, counted to 1,000. */
  open: z.number().int(),
})
export type LabelView = z.infer<typeof labelView>
export const labelList = z.object({ labels: z.array(labelView) })
export const addLabelRequest = z.object({ name: labelName, colour: labelColour.default('plain') })
export const changeLabelRequest = z.object({
  name: labelName.optional(),
  colour: labelColour.optional(),
  /** Off every conversation at once; put back, it is on the same ones again. */
  removed: z.boolean().optional(),
})

export const noticeView = z.object({
  id: idOf<'Notice'>(),
  kind: z.enum(noticeKinds),
  conversation: idOf<'Conversation'>().nullable(),
  /** Whom it is about where it is no conversation. */
  person: idOf<'Person'>().nullable(),
  todo: idOf<'Todo'>().nullable(),
  /** What is to be done, or the note that names you, in their words. */
  words: z.string(),
  title: z.string(),
  by: idOf<'User'>().nullable(),
  byName: z.string().nullable(),
  at: instant(),
  seenAt: instant().nullable(),
})
export type NoticeView = z.infer<typeof noticeView>
export const noticesQuery = z.object({
  show: z.enum(['new', 'all']).default('new').describe('all: also what was looked at already'),
  kind: z.enum(noticeKinds).optional(),
  cursor: cursor(),
})
export const noticeList = z.object({ notices: z.array(noticeView), next: z.string().nullable() })
export const seeNoticesRequest = z.object({
  /** One of the three, or none: all of them. */
  conversation: idOf<'Conversation'>().optional(),
  todo: idOf<'Todo'>().optional(),
  notice: idOf<'Notice'>().optional(),
})

const noteText = typedText(10_000)
export const threadNoteView = z.object({
  id: idOf<'ThreadNote'>(),
  user: idOf<'User'>(),
  text: z.string(),
  mentions: z.array(idOf<'User'>()),
  at: instant(),
})
export type ThreadNoteView = z.infer<typeof threadNoteView>
/** Oldest first. */
export const threadNoteList = z.object({ notes: z.array(threadNoteView) })
export const addThreadNoteRequest = z.object({
  /** Made where it was written: adding it again adds nothing. */
  id: idOf<'ThreadNote'>(),
  text: noteText,
  mentions: z.array(idOf<'User'>()).max(20).default([]),
})
export const changeThreadNoteRequest = z.object({ removed: z.boolean() })

const replyText = typedText(10_000)
const replyName = typedText(80)
const variants = z.partialRecord(z.enum(toolIds), replyText)
export const savedReplyView = z.object({
  id: idOf<'SavedReply'>(),
  name: z.string(),
  text: z.string(),
  variants,
  user: idOf<'User'>(),
  updatedAt: instant(),
})
export type SavedReplyView = z.infer<typeof savedReplyView>
export const savedReplyList = z.object({ replies: z.array(savedReplyView) })
export const addSavedReplyRequest = z.object({ name: replyName, text: replyText, variants: variants.default({}) })
export const changeSavedReplyRequest = z.object({
  name: replyName.optional(),
  text: replyText.optional(),
  variants: variants.optional(),
  removed: z.boolean().optional(),
})
export const fillReplyRequest = z.object({
  conversation: idOf<'Conversation'>(),
  /** What was asked for; it counts before what Kith knows. */
  values: z.record(z.string().max(60), z.string().max(1_000)).default({}),
})
/** While `missing` names a variable, the text is not ready to be sent. */
export const fillReplyAnswer = z.object({ text: z.string(), missing: z.array(z.string()) })

const laterText = z.string().max(100_000)
export const laterView = z.object({
  id: idOf<'Message'>(),
  conversation: idOf<'Conversation'>(),
  user: idOf<'User'>(),
  action: z.enum(['message', 'invite']),
  text: z.string(),
  subject: z.string().nullable(),
  sendAt: instant(),
  /** It did not leave and waits for its writer: why. */
  held: z
    .object({
      code: z.enum(['thread-moved', 'not-yet', 'worth-a-look', 'writer-gone', 'too-late', 'colleague-wrote']),
      reasons: z.array(z.object({ code: z.string(), message: z.string() })),
      at: instant(),
    })
    .nullable(),
})
export type LaterView = z.infer<typeof laterView>
export const laterList = z.object({ messages: z.array(laterView) })
export const sendLaterRequest = z.object({
  /** It keeps this id when it becomes a message. */
  id: idOf<'Message'>(),
  text: laterText,
  action: z.enum(['message', 'invite']).default('message'),
  subject: z.string().max(200).optional(),
  replyTo: idOf<'Message'>().optional(),
  sendAt: z.iso.datetime(),
  /** What a colleague said to this person lately and the writer knows of: the `touch` of GET /people/{id}/contact. */
  knownTouch: idOf<'Touch'>().optional(),
})
export type SendLaterBody = z.input<typeof sendLaterRequest>
export const changeLaterRequest = z.object({ text: laterText.optional(), sendAt: z.iso.datetime().optional() })
