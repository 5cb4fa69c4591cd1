import type { Readable } from 'node:stream'
import { z } from 'zod'
import { type App, callerOf, defined, fileBody, type RefusalTable, refusals, replyFrom } from '#platform/routes.ts'
import {
  type OwnPageRefusal,
  putPictureBack,
  readOwnPage,
  readPictureThere,
  writeOwnPage,
} from '../actions/own-page.ts'
import { ownPage, ownPageRequest } from '../wire.ts'
import { byId, type ConversationsDeps, tags } from './shared.ts'

const PAGE = {
  'no-such-connection': [404, 'This connection is gone.'],
  'viewers-read': [403, 'You can see this; a recruiter can write it.'],
  'no-own-page': [409, 'Kith can’t write a profile on this network. Copy the fields instead.'],
  'not-connected': [409, 'Kith is not connected there now. Try again when it is.'],
  'bad-picture': [422, 'This is no picture that can be put back: a JPEG, PNG, GIF or WebP.'],
  'no-picture': [409, 'There is no picture of yours in Kith yet. Choose one in My profiles, then write it there.'],
  'not-taken': [409, 'The network did not take it.'],
} as const satisfies RefusalTable<OwnPageRefusal['code']>

type Reply = Parameters<typeof replyFrom>[0]

/** What the network said is passed on in its words. */
const refusedWith = (reply: Reply, refusal: OwnPageRefusal) =>
  refusal.code === 'not-taken'
    ? reply.code(409).send({ error: { code: refusal.code, message: refusal.text } })
    : replyFrom(reply, PAGE, refusal)

/** The account's own profile on its network. */
export function ownPageRoutes(app: App, deps: ConversationsDeps): void {
  app.get(
    '/api/v1/connections/:id/profile',
    {
      schema: {
        params: byId<'Connection'>(),
        response: { 200: ownPage, ...refusals },
        tags,
        summary: 'What everybody sees of this account on its network, read there now',
      },
      config: { access: 'viewer' },
    },
    async (request, reply) => {
      const result = await readOwnPage(deps, callerOf(request), request.params.id)
      return result.ok ? viewOf(result.value) : refusedWith(reply, result.refusal)
    },
  )
  app.put(
    '/api/v1/connections/:id/profile',
    {
      schema: {
        params: byId<'Connection'>(),
        body: ownPageRequest,
        response: { 200: ownPage, ...refusals },
        tags,
        summary:
          'Writes name, text, links or the caller’s picture of this account on its network; public at once. What is left out stays.',
      },
      config: { access: 'recruiter' },
    },
    async (request, reply) => {
      const result = await writeOwnPage(deps, callerOf(request), request.params.id, defined(request.body))
      return result.ok ? viewOf(result.value) : refusedWith(reply, result.refusal)
    },
  )
  app.get(
    '/api/v1/connections/:id/profile/picture',
    {
      schema: {
        params: byId<'Connection'>(),
        response: { 200: fileBody('application/octet-stream'), 204: z.null(), ...refusals },
        tags,
        summary: 'The picture that stands there now, as it is, so that it can be put back; nothing where there is none',
      },
      config: { access: 'recruiter' },
    },
    async (request, reply) => {
      const result = await readPictureThere(deps, callerOf(request), request.params.id)
      if (!result.ok) return refusedWith(reply, result.refusal)
      if (!result.value) return reply.code(204).send(null)
      return reply
        .type('application/octet-stream')
        .header('cache-control', 'private, no-store')
        .send(Buffer.from(result.value.bytes))
    },
  )
  app.put(
    '/api/v1/connections/:id/profile/picture',
    {
      schema: {
        params: byId<'Connection'>(),
        response: { 200: ownPage, ...refusals },
        consumes: ['application/octet-stream'],
        tags,
        summary:
          'Puts a picture back that stood there before (its bytes as application/octet-stream); none, where nothing is sent. Public at once.',
      },
      config: { access: 'recruiter' },
      bodyLimit: mostPictureBytes,
    },
    async (request, reply) => {
      const parts: Buffer[] = []
      for await (const part of (request.body as Readable | undefined) ?? []) parts.push(part)
      const bytes = Buffer.concat(parts)
      const given = bytes.length > 0 ? new Uint8Array(bytes) : null
      const result = await putPictureBack(deps, callerOf(request), request.params.id, given)
      return result.ok ? viewOf(result.value) : refusedWith(reply, result.refusal)
    },
  )
}

/** As much as any network takes back. */
const mostPictureBytes = 5_000_000

type Page = {
  name: string
  about: string
  headline?: string
  links?: readonly { label: string; value: string }[]
  url?: string
}

const viewOf = ({ name, about, headline, links, url }: Page) => ({
  name,
  about,
  headline: headline ?? null,
  links: [...(links ?? [])],
  url: url ?? null,
})
