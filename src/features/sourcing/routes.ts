import { Readable } from 'node:stream'
import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import { parseId } from '#kernel/ids.ts'
import { type App, callerOf, fileBody, refusals, replyRefusal } from '#platform/routes.ts'
import type { SourcingDeps } from './actions/deps.ts'
import { fetchGithub, type GithubDeps, type GithubRefusal } from './actions/fetch-github.ts'
import { changeImport, type ManageRefusal, startImport } from './actions/manage.ts'
import type { Unreadable } from './actions/preview.ts'
import { findReport, listAllImports, mendedAs, rejectsCsv } from './actions/report.ts'
import { createUpload, listUploadedChunks, previewUpload, putChunk, type UploadRefusal } from './actions/uploads.ts'
import { chunkBytes, chunkCount } from './model.ts'
import { viewImport, viewPreview, viewReport } from './views.ts'
import * as wire from './wire.ts'

type Refusal = UploadRefusal | Unreadable | ManageRefusal | GithubRefusal

const TABLE = {
  'no-such-upload': [404, 'There is no such upload. It may have been forgotten after a week; choose the file again.'],
  'too-big': [413, 'This file is larger than 8 GB. Split it and import the parts.'],
  'empty-file': [422, 'This file is empty. Export it again and choose the new one.'],
  'no-such-chunk': [422, 'The file has no such piece. Begin the upload again.'],
  'wrong-size': [422, 'This piece has the wrong length. Send it again.'],
  incomplete: [409, 'The file is not here as a whole yet. Send the missing pieces, then try again.'],
  unreadable: [422, 'This file could not be read.'],
  'no-such-import': [404, 'There is no such import.'],
  'no-account-name': [422, 'That is no account of GitHub. Write its name, or the address of its page.'],
  'no-such-account': [404, 'GitHub has no such account. Look at how it is written.'],
  'no-members': [422, 'This organisation shows none of its members.'],
  'github-limit': [429, 'GitHub answers no more questions for now. Try again within the hour.'],
  'github-silent': [422, 'GitHub could not be asked. Try again.'],
  'not-now': [409, 'The import is at another step by now. Look at it again.'],
} as const satisfies Record<Refusal['code'], readonly [number, string]>

function moreOf(refusal: Refusal): string {
  if (refusal.code === 'github-silent') return ` ${refusal.why}`
  if (refusal.code !== 'github-limit') return ''
  const until = refusal.until ? ` It will from ${refusal.until.toISOString().slice(11, 16)} UTC on.` : ''
  return `${until} With a token of any account (KITH_GITHUB_TOKEN) it answers eighty times as many.`
}

function reply(to: FastifyReply, refusal: Refusal): FastifyReply {
  const [status, message] = TABLE[refusal.code]
  return replyRefusal(to, status, refusal.code, 'message' in refusal ? refusal.message : `${message}${moreOf(refusal)}`)
}

async function readAll(body: unknown, max: number): Promise<Uint8Array> {
  if (!(body instanceof Readable)) return new Uint8Array()
  const parts: Buffer[] = []
  let size = 0
  for await (const part of body) {
    if (!(part instanceof Uint8Array)) continue
    size += part.length
    if (size > max) break
    parts.push(Buffer.from(part))
  }
  return Buffer.concat(parts)
}

const tags = ['imports']

function uploadRoutes(app: App, deps: SourcingDeps & GithubDeps): void {
  app.post(
    '/api/v1/uploads',
    {
      schema: {
        body: wire.uploadInput,
        response: { 201: wire.uploadWire, ...refusals },
        summary: 'Announce a file; it then comes in pieces',
        tags,
      },
      config: { access: 'recruiter' },
    },
    async (request, answer) => {
      const made = await createUpload(deps, callerOf(request), request.body)
      if (!made.ok) return reply(answer, made.refusal)
      return answer.code(201).send({ id: made.value, chunkBytes, chunks: chunkCount(request.body.size) })
    },
  )
  app.post(
    '/api/v1/uploads/from-github',
    {
      schema: {
        body: wire.githubInput,
        response: { 201: wire.fetchedWire, ...refusals },
        summary: 'What GitHub shows of somebody, or of the members of an organisation, as a file to import',
        tags,
      },
      config: { access: 'recruiter' },
    },
    async (request, answer) => {
      const fetched = await fetchGithub(deps, callerOf(request), request.body.account)
      return fetched.ok ? answer.code(201).send(fetched.value) : reply(answer, fetched.refusal)
    },
  )
  app.put(
    '/api/v1/uploads/:id/chunks/:n',
    {
      schema: {
        params: wire.chunkParams,
        response: { 204: z.null(), ...refusals },
        consumes: ['application/octet-stream'],
        summary: 'One piece of 1 MiB (the last may be shorter) as application/octet-stream; repeatable',
        tags,
      },
      bodyLimit: chunkBytes,
      config: { access: 'recruiter' },
    },
    async (request, answer) => {
      const { id, n } = request.params
      const bytes = await readAll(request.body, chunkBytes)
      const put = await putChunk(deps, callerOf(request), { upload: id, chunk: n, bytes })
      return put.ok ? answer.code(204).send(null) : reply(answer, put.refusal)
    },
  )
  app.get(
    '/api/v1/uploads/:id',
    {
      schema: {
        params: wire.uploadParams,
        response: { 200: wire.uploadedWire, ...refusals },
        summary: 'Pieces that are here, to go on after a cut',
        tags,
      },
      config: { access: 'recruiter' },
    },
    async (request, answer) => {
      const found = await listUploadedChunks(deps, callerOf(request), request.params.id)
      return found.ok ? answer.send({ chunks: found.value }) : reply(answer, found.refusal)
    },
  )
  const preview = {
    params: wire.uploadParams,
    response: { 200: wire.previewWire, ...refusals },
    tags,
  }
  app.get(
    '/api/v1/uploads/:id/preview',
    {
      schema: { ...preview, summary: 'What the file is, and its first rows as they would be understood' },
      config: { access: 'recruiter' },
    },
    async (request, answer) => {
      const found = await previewUpload(deps, callerOf(request), request.params.id, undefined)
      return found.ok ? answer.send(viewPreview(found.value)) : reply(answer, found.refusal)
    },
  )
  app.post(
    '/api/v1/uploads/:id/preview',
    {
      schema: { ...preview, body: wire.previewInput, summary: 'The same with other meanings of the columns' },
      config: { access: 'recruiter' },
    },
    async (request, answer) => {
      const found = await previewUpload(deps, callerOf(request), request.params.id, request.body.mapping)
      return found.ok ? answer.send(viewPreview(found.value)) : reply(answer, found.refusal)
    },
  )
}

function importRoutes(app: App, deps: SourcingDeps): void {
  app.post(
    '/api/v1/imports',
    {
      schema: {
        body: wire.importInput,
        response: { 201: wire.importWire, ...refusals },
        summary: 'Import an uploaded file in the background',
        tags,
      },
      config: { access: 'recruiter' },
    },
    async (request, answer) => {
      const started = await startImport(deps, callerOf(request), request.body)
      return started.ok ? answer.code(201).send(viewImport(started.value)) : reply(answer, started.refusal)
    },
  )
  app.get(
    '/api/v1/imports',
    {
      schema: {
        querystring: wire.importsQuery,
        response: { 200: wire.importsWire, ...refusals },
        summary: 'Imports, latest first',
        tags,
      },
      config: { access: 'viewer' },
    },
    async (request, answer) => {
      const { cursor } = request.query
      const found = await listAllImports(deps, callerOf(request), cursor === undefined ? undefined : parseId(cursor))
      return answer.send({ imports: found.imports.map(viewImport), next: found.next })
    },
  )
  app.get(
    '/api/v1/imports/:id',
    {
      schema: {
        params: wire.importParams,
        response: { 200: wire.reportWire, ...refusals },
        summary: 'What an import did, with new jobs and rows that were not taken in',
        tags,
      },
      config: { access: 'viewer' },
    },
    async (request, answer) => {
      const found = await findReport(deps, callerOf(request), request.params.id)
      return found.ok ? answer.send(viewReport(found.value)) : reply(answer, found.refusal)
    },
  )
  app.get(
    '/api/v1/imports/:id/rejects.csv',
    {
      schema: {
        params: wire.importParams,
        querystring: wire.rejectsQuery,
        response: { 200: fileBody('text/csv'), ...refusals },
        summary: 'Rows that were not taken in, as CSV to mend and import again',
        tags,
      },
      config: { access: 'viewer' },
    },
    async (request, answer) => {
      const caller = callerOf(request)
      const found = await findReport(deps, caller, request.params.id)
      if (!found.ok) return reply(answer, found.refusal)
      const { row, files } = found.value
      const as = mendedAs(row, files, request.query.file)
      return answer
        .type('text/csv; charset=utf-8')
        .header('content-disposition', `attachment; filename="${as?.name ?? 'rows-not-imported.csv'}"`)
        .send(Readable.from(rejectsCsv(deps, caller, row, as)))
    },
  )
  const summaries = {
    pause: 'Pause after the batch in hand',
    resume: 'Go on where it stopped',
    cancel: 'Stop; what is in stays until it is undone',
    undo: 'Take the import back; what was touched since is kept and listed',
  } as const
  for (const step of ['pause', 'resume', 'cancel', 'undo'] as const)
    app.post(
      `/api/v1/imports/:id/${step}`,
      {
        schema: {
          params: wire.importParams,
          response: { 200: wire.importWire, ...refusals },
          summary: summaries[step],
          tags,
        },
        config: { access: 'recruiter' },
      },
      async (request, answer) => {
        const changed = await changeImport(deps, callerOf(request), request.params.id, step)
        return changed.ok ? answer.send(viewImport(changed.value)) : reply(answer, changed.refusal)
      },
    )
}

export function sourcingRoutes(app: App, deps: SourcingDeps & GithubDeps): void {
  uploadRoutes(app, deps)
  importRoutes(app, deps)
}
