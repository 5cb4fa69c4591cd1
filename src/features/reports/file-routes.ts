import { type App, callerOf, filesBody, refusals, replyFrom } from '#platform/routes.ts'
import type { ReportsDeps } from './actions/deps.ts'
import { fileTypes, type ReportFile, readReportFile, readSourcesFile } from './actions/files.ts'
import { dimensionsOf, localeFor, type ReportLanguage, type Voice, wordsOf } from './model.ts'
import { askedLanguage, REPORT, spanFrom, tags } from './shared.ts'
import { fileParams, readQuery, sourcesFileParams, sourcesFileQuery } from './wire.ts'

export const voiceIn = (language: ReportLanguage): Voice => ({
  words: wordsOf[language],
  locale: localeFor(language),
})

const headersOf = ({ name, type }: ReportFile) => ({
  'content-type': type,
  'content-disposition': `attachment; filename="${name}"`,
  'cache-control': 'no-store',
})

/** Reports to be taken along: figures as CSV and workbook, or a document to hand on. */
export function fileRoutes(app: App, deps: ReportsDeps): void {
  app.get(
    '/api/v1/reports/:report/file/:format',
    {
      schema: {
        params: fileParams,
        querystring: readQuery,
        response: { 200: filesBody(fileTypes), ...refusals },
        summary: 'A report as CSV, workbook (XLSX) or document (PDF)',
        tags,
      },
      config: { access: 'viewer' },
    },
    async (request, reply) => {
      const { report: name, format } = request.params
      const { by = dimensionsOf[name][0], lang, ...asked } = request.query
      const voice = voiceIn(askedLanguage(lang, request.headers['accept-language']))
      const span = spanFrom(deps.clock.now(), asked)
      const made = await readReportFile(deps, callerOf(request), { name, by, span, format, voice })
      return made.ok
        ? reply.headers(headersOf(made.value)).send(made.value.bytes)
        : replyFrom(reply, REPORT, made.refusal)
    },
  )
  app.get(
    '/api/v1/reports/sources/file/:format',
    {
      schema: {
        params: sourcesFileParams,
        querystring: sourcesFileQuery,
        response: { 200: filesBody(fileTypes), ...refusals },
        summary: 'Where people come from, as CSV, workbook (XLSX) or document (PDF)',
        tags,
      },
      config: { access: 'viewer' },
    },
    async (request, reply) => {
      const { view, by, campaign, lang, ...asked } = request.query
      const voice = voiceIn(askedLanguage(lang, request.headers['accept-language']))
      const ask = { view, by, campaign, span: spanFrom(deps.clock.now(), asked), format: request.params.format, voice }
      const made = await readSourcesFile(deps, callerOf(request), ask)
      return reply.headers(headersOf(made)).send(made.bytes)
    },
  )
}
