import { z } from 'zod'
import { kindOf } from '#features/tools/model.ts'
import { parseId, type TouchId } from '#kernel/ids.ts'
import { type App, callerOf, refusals, replyRefusal } from '#platform/routes.ts'
import {
  byHand,
  listPersonTouches,
  logTouch,
  type RelationshipDeps,
  readContact,
  readRelationship,
  type StageRefusal,
  setStage,
  undoStageMove,
  type WholeRelationship,
} from './actions/stage.ts'
import { gatesFor } from './model/gates.ts'
import { stages } from './model/stages.ts'
import type { Contact } from './store/contact.ts'
import type { TouchRow } from './store/relationships.ts'
import * as wire from './wire.ts'

const STATUS = {
  'no-such-person': 404,
  'no-such-move': 404,
  'do-not-contact': 409,
  'moved-since': 409,
  'not-by-hand': 422,
} as const satisfies Record<StageRefusal['code'], number>

const WORDS: Record<StageRefusal['code'], string> = {
  'no-such-person': 'There is nobody here by this id. They may have been merged or erased.',
  'no-such-move': 'There is no such move to undo.',
  'do-not-contact': 'They want no contact. An admin can allow contact again on their page.',
  'moved-since': 'The relationship has moved since. Undo the latest move first, or set the stage by hand.',
  'not-by-hand': `This can't be logged by hand. Choose from ${byHand.join(', ')}.`,
}

const answer = (reply: Parameters<typeof replyRefusal>[0], { code }: StageRefusal) =>
  replyRefusal(reply, STATUS[code], code, WORDS[code])

type View = z.infer<typeof wire.relationshipView>

const viewRelationship = (whole: WholeRelationship, gates: View['gates']): View => ({
  stage: whole.stage,
  since: whole.relationship?.stage_since.toISOString() ?? null,
  sideReason: whole.relationship?.side_reason ?? null,
  lastTouchAt: whole.relationship?.last_touch_at?.toISOString() ?? null,
  lastInAt: whole.relationship?.last_in_at?.toISOString() ?? null,
  lastOutAt: whole.relationship?.last_out_at?.toISOString() ?? null,
  rungs: whole.rungs.map(rung => ({ ...rung, reachedAt: rung.reachedAt?.toISOString() ?? null })),
  gates,
  nextStep: whole.step ?? null,
  moves: whole.moves.map(move => ({
    id: move.move_id,
    from: move.from_side ?? move.from_stage,
    to: move.to_side ?? move.to_stage,
    cause: move.cause,
    tool: move.tool,
    reason: move.reason,
    at: move.at.toISOString(),
    undoneAt: move.undone_at?.toISOString() ?? null,
  })),
  undo: whole.undo,
})

const viewTouch = (touch: TouchRow): z.infer<typeof wire.touchView> => ({
  id: touch.touch_id,
  kind: touch.kind,
  tool: touch.tool,
  surface: touch.surface,
  user: touch.user_id,
  at: touch.at.toISOString(),
  conversation: touch.conversation_id,
  message: touch.message_id,
  activity: touch.activity_id,
  note: typeof touch.detail.note === 'string' ? touch.detail.note : null,
})

const viewContact = ({ owner, colleague, mineAt }: Contact): wire.ContactView => ({
  owner,
  colleague: colleague && {
    touch: colleague.touch,
    user: colleague.user,
    name: colleague.name,
    kind: colleague.kind,
    tool: colleague.tool,
    conversation: colleague.conversation,
    at: colleague.at.toISOString(),
  },
  mineAt: mineAt?.toISOString() ?? null,
})

function readCursor(text: string | undefined): { at: string; touch: TouchId } | undefined {
  const [at = '', id = ''] = text?.split('_') ?? []
  const touch = parseId<'Touch'>(id)
  return touch && !Number.isNaN(Date.parse(at)) ? { at, touch } : undefined
}

const tags = ['relationships']

export function relationshipsRoutes(app: App, deps: RelationshipDeps): void {
  app.get(
    '/api/v1/people/:id/relationship',
    {
      schema: {
        params: wire.personParams,
        querystring: wire.relationshipQuery,
        response: { 200: wire.relationshipView, ...refusals },
        summary: 'The ladder with this person: rungs, causes, gates, next step',
        tags,
      },
      config: { access: 'viewer' },
    },
    async (request, reply) => {
      const whole = await readRelationship(deps, callerOf(request), request.params.id)
      if (!whole) return answer(reply, { code: 'no-such-person' })
      const { tool } = request.query
      return viewRelationship(whole, tool ? gatesFor(kindOf(tool), whole.stage) : gatesFor('mixed', whole.stage))
    },
  )
  app.put(
    '/api/v1/people/:id/relationship/stage',
    {
      schema: {
        params: wire.personParams,
        body: wire.stageInput,
        response: { 200: z.object({ move: z.string().nullable() }), ...refusals },
        summary: 'Set the stage by hand, with a reason',
        tags,
      },
      config: { access: 'recruiter' },
    },
    async (request, reply) => {
      const set = await setStage(deps, callerOf(request), request.params.id, request.body)
      return set.ok ? set.value : answer(reply, set.refusal)
    },
  )
  app.post(
    '/api/v1/people/:id/relationship/moves/:move/undo',
    {
      schema: {
        params: wire.moveParams,
        response: { 200: z.object({ stage: z.enum(stages) }), ...refusals },
        summary: 'Undo the latest move',
        tags,
      },
      config: { access: 'recruiter' },
    },
    async (request, reply) => {
      const undone = await undoStageMove(deps, callerOf(request), request.params.id, request.params.move)
      return undone.ok ? undone.value : answer(reply, undone.refusal)
    },
  )
  app.get(
    '/api/v1/people/:id/contact',
    {
      schema: {
        params: wire.personParams,
        response: { 200: wire.contactView, ...refusals },
        summary: 'Whose contact they are, and which colleague spoke to them lately, on whatever tool',
        tags,
      },
      config: { access: 'viewer' },
    },
    async (request, reply) => {
      const contact = await readContact(deps, callerOf(request), request.params.id)
      return contact ? viewContact(contact) : answer(reply, { code: 'no-such-person' })
    },
  )
  app.get(
    '/api/v1/people/:id/touches',
    {
      schema: {
        params: wire.personParams,
        querystring: wire.touchesQuery,
        response: { 200: z.object({ touches: z.array(wire.touchView), next: z.string().nullable() }), ...refusals },
        summary: 'Everything that happened with this person, latest first',
        tags,
      },
      config: { access: 'viewer' },
    },
    async request => {
      const limit = request.query.limit ?? 50
      const rows = await listPersonTouches(
        deps,
        callerOf(request),
        request.params.id,
        readCursor(request.query.cursor),
        limit + 1,
      )
      const page = rows.slice(0, limit)
      const last = page.at(-1)
      const next = rows.length > limit && last ? `${last.at.toISOString()}_${last.touch_id}` : null
      return { touches: page.map(viewTouch), next }
    },
  )
  app.post(
    '/api/v1/people/:id/touches',
    {
      schema: {
        params: wire.personParams,
        body: wire.touchInput,
        response: { 201: z.object({ moved: z.int() }), ...refusals },
        summary: 'Log what happened outside Kith',
        tags,
      },
      config: { access: 'recruiter' },
    },
    async (request, reply) => {
      const kind = byHand.find(known => known === request.body.kind)
      if (!kind) return answer(reply, { code: 'not-by-hand' })
      const logged = await logTouch(deps, callerOf(request), request.params.id, { ...request.body, kind })
      return logged.ok ? reply.code(201).send(logged.value) : answer(reply, logged.refusal)
    },
  )
}
