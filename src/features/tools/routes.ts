import type { Readable } from 'node:stream'
import { z } from 'zod'
import {
  type App,
  callerOf,
  defined,
  fileBody,
  type RefusalTable,
  refusals,
  replyFrom,
  replyRefusal,
} from '#platform/routes.ts'
import { dropOwnPicture, putOwnPicture, readOwnPicture } from './actions/own-pictures.ts'
import { keepOwnProfile, readOwnProfiles } from './actions/own-profiles.ts'
import {
  editPlaybook,
  type PlaybookRefusal,
  quietHint,
  readPlaybookHistory,
  readPlaybookState,
  type ToolsDeps,
  tickItem,
} from './actions/playbooks.ts'
import { ownPictureLimits } from './model/own-profile.ts'
import {
  editAnswer,
  editRequest,
  hintParam,
  hintRequest,
  historyAnswer,
  itemParam,
  itemRequest,
  ownProfileRequest,
  ownProfiles,
  partParam,
  pictureAnswer,
  pictureParam,
  placeParam,
  playbookState,
  toolParam,
} from './wire.ts'

const STATUS = {
  'no-such-part': [400, 'Write a section (for, who, norms, speak, profile, learn) or a term under its own name.'],
  'changed-meanwhile': [409, 'Somebody changed this part meanwhile. Look at it again; what you wrote is still here.'],
} as const satisfies RefusalTable<PlaybookRefusal['code']>

const tags = ['playbooks']
const nothing = z.object({})

export function toolsRoutes(app: App, deps: ToolsDeps): void {
  app.get(
    '/api/v1/playbooks',
    {
      schema: {
        response: { 200: playbookState, ...refusals },
        summary: 'What the workspace wrote into its playbooks, and the caller’s own ticks and hints',
        tags,
      },
      config: { access: 'viewer' },
    },
    async request => readPlaybookState(deps, callerOf(request)),
  )
  app.put(
    '/api/v1/playbooks/:tool/parts/:part',
    {
      schema: {
        params: partParam,
        body: editRequest,
        response: { 200: editAnswer, ...refusals },
        summary: 'Write one section or term; null is the shipped text again',
        tags,
      },
      config: { access: 'admin' },
    },
    async (request, reply) => {
      const { value, before } = request.body
      const given = { ...request.params, value, before }
      const result = await editPlaybook(deps, callerOf(request), given)
      return result.ok ? { edit: result.value } : replyFrom(reply, STATUS, result.refusal)
    },
  )
  app.get(
    '/api/v1/playbooks/:tool/history',
    {
      schema: {
        params: toolParam,
        response: { 200: historyAnswer, ...refusals },
        summary: 'Who wrote what into a playbook, newest first',
        tags,
      },
      config: { access: 'viewer' },
    },
    async request => {
      const edits = await readPlaybookHistory(deps, callerOf(request), request.params.tool)
      return { edits: edits.map(({ edit, part, value, by, at, stands }) => ({ edit, part, value, by, at, stands })) }
    },
  )
  app.put(
    '/api/v1/playbooks/:tool/checklist/:item',
    {
      schema: {
        params: itemParam,
        body: itemRequest,
        response: { 200: nothing, ...refusals },
        summary: 'Tick an item of the caller’s checklist, or take the tick away',
        tags,
      },
      config: { access: 'viewer' },
    },
    async request => {
      await tickItem(deps, callerOf(request), { ...request.params, done: request.body.done })
      return {}
    },
  )
  app.put(
    '/api/v1/playbooks/:tool/hints/:hint',
    {
      schema: {
        params: hintParam,
        body: hintRequest,
        response: { 200: nothing, ...refusals },
        summary: 'Whether the coach keeps a hint to itself on this tool, for the caller',
        tags,
      },
      config: { access: 'viewer' },
    },
    async request => {
      await quietHint(deps, callerOf(request), { ...request.params, quiet: request.body.quiet })
      return {}
    },
  )
  app.get(
    '/api/v1/me/own-profiles',
    {
      schema: { response: { 200: ownProfiles, ...refusals }, summary: 'The caller’s own profile per tool', tags },
      config: { access: 'viewer' },
    },
    async request => {
      const { profiles, picture } = await readOwnProfiles(deps, callerOf(request))
      return { profiles, picture: picture ? { id: picture, url: urlOf(picture) } : null }
    },
  )
  app.put(
    '/api/v1/me/own-profiles/:place',
    {
      schema: {
        params: placeParam,
        body: ownProfileRequest,
        response: { 200: nothing, ...refusals },
        summary: 'Keep fields of the master or of one tool’s profile, or note that it was checked there',
        tags,
      },
      config: { access: 'viewer' },
    },
    async request => {
      const { fields, checked } = request.body
      const given = { place: request.params.place, fields: fields && defined(fields), checked: checked === true }
      await keepOwnProfile(deps, callerOf(request), given)
      return {}
    },
  )
  app.put(
    '/api/v1/me/own-picture',
    {
      schema: {
        response: { 200: pictureAnswer, ...refusals },
        summary:
          'The caller’s one picture for every tool (the bytes as application/octet-stream): drawn anew as a square JPEG, without what the camera wrote into it',
        consumes: ['application/octet-stream'],
        tags,
      },
      config: { access: 'viewer' },
      bodyLimit: ownPictureLimits.uploadBytes,
    },
    async (request, reply) => {
      const parts: Buffer[] = []
      for await (const part of (request.body as Readable | undefined) ?? []) parts.push(part)
      const put = await putOwnPicture(deps, callerOf(request), Buffer.concat(parts))
      if (!put.ok) return replyRefusal(reply, 422, 'no-picture', NO_PICTURE)
      return { id: put.value, url: urlOf(put.value) }
    },
  )
  app.delete(
    '/api/v1/me/own-picture',
    {
      schema: { response: { 200: nothing, ...refusals }, summary: 'Take the caller’s picture away from Kith', tags },
      config: { access: 'viewer' },
    },
    async request => {
      await dropOwnPicture(deps, callerOf(request))
      return {}
    },
  )
  app.get(
    '/api/v1/me/own-pictures/:id',
    {
      schema: {
        params: pictureParam,
        response: { 200: fileBody('image/jpeg'), ...refusals },
        summary: 'The caller’s picture, as a JPEG; each picture has its own address',
        tags,
      },
      config: { access: 'viewer' },
    },
    async (request, reply) => {
      const picture = await readOwnPicture(deps, callerOf(request))
      if (picture?.id !== request.params.id) return replyRefusal(reply, 404, 'no-such-picture', GONE)
      return reply.type('image/jpeg').header('cache-control', 'private, max-age=31536000, immutable').send(picture.jpeg)
    },
  )
}

const NO_PICTURE = 'This is no picture that can be read. Use a JPEG, PNG, WebP, AVIF or GIF.'
const GONE = 'This picture is gone: another one took its place.'
const urlOf = (id: string) => `/api/v1/me/own-pictures/${id}`
