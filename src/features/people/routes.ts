import { z } from 'zod'
import { idOf } from '#kernel/schema.ts'
import { type App, callerOf, refusals, replyRefusal } from '#platform/routes.ts'
import { type AddRefusal, addPerson, addProfile } from './actions/add-person.ts'
import type { PeopleDeps } from './actions/deps.ts'
import { setDoNotContact } from './actions/do-not-contact.ts'
import {
  addContactByHand,
  addNote,
  changeNote,
  changeTags,
  type EditRefusal,
  editPerson,
  editProfile,
  removeContactPoint,
  removeProfile,
} from './actions/edit.ts'
import { erasePerson } from './actions/erase.ts'
import { type MergeRefusal, mergePeople, splitPerson, undoLink, undoMove } from './actions/merge.ts'
import { type ExportPart, exportPerson, findWholePerson } from './actions/read.ts'
import { type SearchDeps, type SearchRefusal, searchPeople } from './actions/search.ts'
import { listPeopleTags } from './actions/tags.ts'
import { viewPage, viewPerson } from './views.ts'
import * as wire from './wire.ts'

type Refusal = AddRefusal | MergeRefusal | EditRefusal | SearchRefusal | { code: 'admin-only' }

const STATUS = {
  'no-such-person': 404,
  'no-such-note': 404,
  'no-such-profile': 404,
  'no-such-contact': 404,
  'no-such-move': 404,
  'no-such-link': 404,
  'which-tool': 422,
  'no-address': 422,
  'no-name': 422,
  'no-tag': 422,
  suppressed: 409,
  'known-elsewhere': 409,
  'same-person': 409,
  'already-merged': 409,
  'undone-already': 409,
  'later-move': 409,
  'all-profiles': 409,
  'broken-query': 422,
  'broken-cursor': 422,
  'no-pools': 422,
  'admin-only': 403,
} as const satisfies Record<Refusal['code'], number>

const WORDS: Record<Exclude<Refusal['code'], 'broken-query'>, string> = {
  'no-such-person': 'There is nobody here by this id. They may have been merged or erased.',
  'no-such-note': 'This person has no such note.',
  'no-such-profile': 'This person has no such profile.',
  'no-such-contact': 'This person has no such address.',
  'no-such-move': 'There is no such merge or split.',
  'no-such-link': 'There is no such link.',
  'which-tool': 'Say which tool this handle is from, or give the address of the page.',
  'no-address': 'This is no address of that kind. Phones need their country code, such as +34.',
  'no-name': 'Give a name.',
  'no-tag': 'Give a tag to add or remove.',
  suppressed: 'This person asked to be erased. Their address is not taken in again.',
  'known-elsewhere': 'This account belongs to a person who is here already. Open them, or merge the two.',
  'same-person': 'These are one and the same. Choose another person to merge.',
  'already-merged': 'This person was merged into another already. Open that one.',
  'undone-already': 'This was undone before.',
  'later-move': 'A later merge stands on this one. Undo that first.',
  'all-profiles': 'Leave at least one profile, or there is nothing to split.',
  'broken-cursor': 'This place in the list is not known. Start from the first page.',
  'no-pools': 'There are no pools to choose from yet.',
  'admin-only': 'Only an admin can allow contact again.',
}

type Reply = Parameters<typeof replyRefusal>[0]

const answer = (reply: Reply, refusal: Refusal) =>
  replyRefusal(
    reply,
    STATUS[refusal.code],
    refusal.code,
    refusal.code === 'broken-query' ? refusal.message : WORDS[refusal.code],
  )

const made = z.object({ id: z.string() })
const nothing = z.null()
const tags = ['people']

/** `marks`, `activeLabels`, `inPool` and `exportParts` are given by the features that know them. */
export type PeopleRouteDeps = PeopleDeps & SearchDeps & { exportParts: readonly ExportPart[] }

export function peopleRoutes(app: App, deps: PeopleRouteDeps): void {
  app.get(
    '/api/v1/people',
    {
      schema: {
        querystring: wire.searchQuery,
        response: { 200: wire.peoplePage, ...refusals },
        summary: 'Search people',
        tags,
      },
      config: { access: 'viewer' },
    },
    async (request, reply) => {
      const found = await searchPeople(deps, callerOf(request), request.query)
      return found.ok ? viewPage(found.value) : answer(reply, found.refusal)
    },
  )
  app.post(
    '/api/v1/people',
    {
      schema: { body: wire.givenPerson, response: { 201: made, ...refusals }, summary: 'Add a person by hand', tags },
      config: { access: 'recruiter' },
    },
    async (request, reply) => {
      const added = await addPerson(deps, callerOf(request), request.body)
      return added.ok ? reply.code(201).send({ id: added.value }) : answer(reply, added.refusal)
    },
  )
  app.get(
    '/api/v1/people/tags',
    {
      schema: {
        response: { 200: z.object({ tags: z.array(z.object({ tag: z.string(), people: z.int() })) }), ...refusals },
        summary: 'Tags in use',
        tags,
      },
      config: { access: 'viewer' },
    },
    async request => ({ tags: await listPeopleTags(deps, callerOf(request)) }),
  )
  app.post(
    '/api/v1/people/tags',
    {
      schema: {
        body: wire.tagsInput,
        response: { 204: nothing, ...refusals },
        summary: 'Add and remove tags of people',
        tags,
      },
      config: { access: 'recruiter' },
    },
    async (request, reply) => {
      const { people, add, remove } = request.body
      const changed = await changeTags(deps, callerOf(request), people, { add: add ?? [], remove: remove ?? [] })
      return changed.ok ? reply.code(204).send(null) : answer(reply, changed.refusal)
    },
  )
  app.get(
    '/api/v1/people/:id',
    {
      schema: {
        params: wire.personParams,
        response: { 200: wire.personPage, ...refusals },
        summary: 'One person, whole',
        tags,
      },
      config: { access: 'viewer' },
    },
    async (request, reply) => {
      const whole = await findWholePerson(deps, callerOf(request), request.params.id)
      return whole ? viewPerson(whole) : answer(reply, { code: 'no-such-person' })
    },
  )
  app.patch(
    '/api/v1/people/:id',
    {
      schema: {
        params: wire.personParams,
        body: wire.personChange,
        response: { 204: nothing, ...refusals },
        summary: 'Change a person',
        tags,
      },
      config: { access: 'recruiter' },
    },
    async (request, reply) => {
      const { name, givenName, familyName, place, timeZone, language, owner } = request.body
      const fields = {
        display_name: name,
        given_name: givenName,
        family_name: familyName,
        place,
        time_zone: timeZone,
        language,
        owner_id: owner,
      }
      const changed = await editPerson(deps, callerOf(request), request.params.id, fields)
      return changed.ok ? reply.code(204).send(null) : answer(reply, changed.refusal)
    },
  )
  app.delete(
    '/api/v1/people/:id',
    {
      schema: {
        params: wire.personParams,
        response: { 204: nothing, ...refusals },
        summary: 'Erase a person for good',
        tags,
      },
      config: { access: 'admin' },
    },
    async (request, reply) => {
      const erased = await erasePerson(deps, callerOf(request), request.params.id)
      return erased.ok ? reply.code(204).send(null) : answer(reply, erased.refusal)
    },
  )
  app.get(
    '/api/v1/people/:id/export',
    {
      schema: {
        params: wire.personParams,
        response: { 200: z.record(z.string(), z.unknown()), ...refusals },
        summary: 'Everything kept about a person',
        tags,
      },
      config: { access: 'recruiter' },
    },
    async (request, reply) => {
      const whole = await exportPerson(deps, callerOf(request), request.params.id)
      if (!whole) return answer(reply, { code: 'no-such-person' })
      return reply.header('content-disposition', `attachment; filename="person-${request.params.id}.json"`).send(whole)
    },
  )
  app.put(
    '/api/v1/people/:id/do-not-contact',
    {
      schema: {
        params: wire.personParams,
        body: wire.doNotContactInput,
        response: { 204: nothing, ...refusals },
        summary: 'Mark or unmark do-not-contact',
        tags,
      },
      config: { access: 'recruiter' },
    },
    async (request, reply) => {
      const set = await setDoNotContact(deps, callerOf(request), request.params.id, request.body)
      return set.ok ? reply.code(204).send(null) : answer(reply, set.refusal)
    },
  )
  profileRoutes(app, deps)
  moveRoutes(app, deps)
}

function profileRoutes(app: App, deps: PeopleRouteDeps): void {
  app.post(
    '/api/v1/people/:id/profiles',
    {
      schema: {
        params: wire.personParams,
        body: wire.givenProfile,
        response: { 201: made, ...refusals },
        summary: 'Add a profile',
        tags,
      },
      config: { access: 'recruiter' },
    },
    async (request, reply) => {
      const added = await addProfile(deps, callerOf(request), request.params.id, request.body)
      return added.ok ? reply.code(201).send({ id: added.value }) : answer(reply, added.refusal)
    },
  )
  app.patch(
    '/api/v1/people/:id/profiles/:profile',
    {
      schema: {
        params: wire.profileParams,
        body: wire.profileChange,
        response: { 204: nothing, ...refusals },
        summary: 'Change a profile',
        tags,
      },
      config: { access: 'recruiter' },
    },
    async (request, reply) => {
      const { id: person, profile } = request.params
      const changed = await editProfile(deps, callerOf(request), { person, profile, ...request.body })
      return changed.ok ? reply.code(204).send(null) : answer(reply, changed.refusal)
    },
  )
  app.delete(
    '/api/v1/people/:id/profiles/:profile',
    {
      schema: {
        params: wire.profileParams,
        response: { 204: nothing, ...refusals },
        summary: 'Remove a profile',
        tags,
      },
      config: { access: 'recruiter' },
    },
    async (request, reply) => {
      const removed = await removeProfile(deps, callerOf(request), request.params.id, request.params.profile)
      return removed.ok ? reply.code(204).send(null) : answer(reply, removed.refusal)
    },
  )
  app.post(
    '/api/v1/people/:id/contacts',
    {
      schema: {
        params: wire.personParams,
        body: wire.contactInput,
        response: { 201: made, ...refusals },
        summary: 'Add an address',
        tags,
      },
      config: { access: 'recruiter' },
    },
    async (request, reply) => {
      const added = await addContactByHand(deps, callerOf(request), request.params.id, request.body)
      return added.ok ? reply.code(201).send({ id: added.value.key }) : answer(reply, added.refusal)
    },
  )
  app.delete(
    '/api/v1/people/:id/contacts',
    {
      schema: {
        params: wire.personParams,
        querystring: wire.contactQuery,
        response: { 204: nothing, ...refusals },
        summary: 'Remove an address',
        tags,
      },
      config: { access: 'recruiter' },
    },
    async (request, reply) => {
      const removed = await removeContactPoint(deps, callerOf(request), request.params.id, request.query)
      return removed.ok ? reply.code(204).send(null) : answer(reply, removed.refusal)
    },
  )
  app.post(
    '/api/v1/people/:id/notes',
    {
      schema: {
        params: wire.personParams,
        body: wire.noteInput,
        response: { 201: made, ...refusals },
        summary: 'Write a note',
        tags,
      },
      config: { access: 'recruiter' },
    },
    async (request, reply) => {
      const added = await addNote(deps, callerOf(request), request.params.id, request.body.text)
      return added.ok ? reply.code(201).send({ id: added.value }) : answer(reply, added.refusal)
    },
  )
  app.patch(
    '/api/v1/people/:id/notes/:note',
    {
      schema: {
        params: wire.noteParams,
        body: wire.noteChange,
        response: { 204: nothing, ...refusals },
        summary: 'Change, delete or bring back a note',
        tags,
      },
      config: { access: 'recruiter' },
    },
    async (request, reply) => {
      const changed = await changeNote(deps, callerOf(request), request.params.id, request.params.note, request.body)
      return changed.ok ? reply.code(204).send(null) : answer(reply, changed.refusal)
    },
  )
}

function moveRoutes(app: App, deps: PeopleRouteDeps): void {
  const undone = z.object({ people: z.array(idOf<'Person'>()) })
  app.post(
    '/api/v1/people/:id/merge',
    {
      schema: {
        params: wire.personParams,
        body: wire.mergeInput,
        response: { 201: made, ...refusals },
        summary: 'Merge another person into this one; the id is that of the move',
        tags,
      },
      config: { access: 'recruiter' },
    },
    async (request, reply) => {
      const { other, reason } = request.body
      const merged = await mergePeople(deps, callerOf(request), { survivor: request.params.id, other, reason })
      return merged.ok ? reply.code(201).send({ id: merged.value }) : answer(reply, merged.refusal)
    },
  )
  app.post(
    '/api/v1/people/:id/split',
    {
      schema: {
        params: wire.personParams,
        body: wire.splitInput,
        response: { 201: z.object({ id: z.string(), person: idOf<'Person'>() }), ...refusals },
        summary: 'Give profiles a person of their own; the id is that of the move',
        tags,
      },
      config: { access: 'recruiter' },
    },
    async (request, reply) => {
      const split = await splitPerson(deps, callerOf(request), { person: request.params.id, ...request.body })
      if (!split.ok) return answer(reply, split.refusal)
      return reply.code(201).send({ id: split.value.move, person: split.value.person })
    },
  )
  app.post(
    '/api/v1/moves/:move/undo',
    {
      schema: {
        params: wire.moveParams,
        response: { 200: undone, ...refusals },
        summary: 'Undo a merge or split',
        tags,
      },
      config: { access: 'recruiter' },
    },
    async (request, reply) => {
      const back = await undoMove(deps, callerOf(request), request.params.move)
      return back.ok ? back.value : answer(reply, back.refusal)
    },
  )
  app.post(
    '/api/v1/links/:id/undo',
    {
      schema: { params: wire.linkParams, response: { 200: undone, ...refusals }, summary: 'Undo a link', tags },
      config: { access: 'recruiter' },
    },
    async (request, reply) => {
      const back = await undoLink(deps, callerOf(request), request.params.id)
      return back.ok ? back.value : answer(reply, back.refusal)
    },
  )
}
