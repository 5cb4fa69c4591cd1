import { isStage } from '#features/relationships/model.ts'
import { type App, callerOf, refusals, replyFrom } from '#platform/routes.ts'
import type { ReportsDeps } from './actions/deps.ts'
import { readHires, readPeople } from './actions/people.ts'
import { type ReadReport, readReport } from './actions/read.ts'
import type { WeeklyDeps } from './actions/weekly.ts'
import { fileRoutes, voiceIn } from './file-routes.ts'
import { dimensionsOf, isoDay, type ReportLanguage, runningWeek, sayFinding } from './model.ts'
import { askedLanguage, REPORT, spanFrom, tags } from './shared.ts'
import { weeklyRoutes } from './weekly-routes.ts'
import { hiresAnswer, hiresQuery, peopleAnswer, peopleQuery, readQuery, reportAnswer, reportParams } from './wire.ts'

export function reportsRoutes(app: App, deps: ReportsDeps & WeeklyDeps): void {
  fileRoutes(app, deps)
  weeklyRoutes(app, deps)
  const today = () => isoDay(deps.clock.now().getTime())
  app.get(
    '/api/v1/reports/:report',
    {
      schema: {
        params: reportParams,
        querystring: readQuery,
        response: { 200: reportAnswer, ...refusals },
        summary: 'A report: funnel, answers, time, hires, etiquette or variety of ways',
        tags,
      },
      config: { access: 'viewer' },
    },
    async (request, reply) => {
      const { report: name } = request.params
      const { by = dimensionsOf[name][0], lang, ...asked } = request.query
      const span = spanFrom(deps.clock.now(), asked)
      const found = await readReport(deps, callerOf(request), { name, by, span })
      if (!found.ok) return replyFrom(reply, REPORT, found.refusal)
      return viewReport(found.value, askedLanguage(lang, request.headers['accept-language']), today())
    },
  )
  app.get(
    '/api/v1/reports/people',
    {
      schema: {
        querystring: peopleQuery,
        response: { 200: peopleAnswer, ...refusals },
        summary: 'Whom a number of a report stands for',
        tags,
      },
      config: { access: 'viewer' },
    },
    async request => {
      const { report, by, key, step, after, ...asked } = request.query
      const span = spanFrom(deps.clock.now(), asked)
      const { people, next } = await readPeople(
        deps,
        callerOf(request),
        { report, by, key: key ?? null, step, span },
        after,
      )
      return {
        people: people.map(({ person, name, stage, tool, at }) => ({
          person,
          name,
          stage: isStage(stage) ? stage : ('found' as const),
          tool,
          at,
        })),
        ...(next === undefined ? {} : { next }),
      }
    },
  )
  app.get(
    '/api/v1/reports/hires/people',
    {
      schema: {
        querystring: hiresQuery,
        response: { 200: hiresAnswer, ...refusals },
        summary: 'Who was hired, and what came first of each',
        tags,
      },
      config: { access: 'viewer' },
    },
    async request => ({ hires: await readHires(deps, callerOf(request), spanFrom(deps.clock.now(), request.query)) }),
  )
}

function viewReport(report: ReadReport, language: ReportLanguage, today: string) {
  const voice = voiceIn(language)
  const { name, by, from, to, columns, rows, weeks, series, findings, behind } = report
  return {
    name,
    by,
    from,
    to,
    columns: [...columns],
    rows: rows.map(row => ({ ...row, cells: [...row.cells] })),
    weeks: [...weeks],
    series: series.map(one => ({ key: one.key, values: [...one.values] })),
    findings: findings.map(finding => ({ ...finding })),
    said: findings.map(finding => sayFinding(finding, by, voice)),
    running: runningWeek(to, today) ?? null,
    behind,
  }
}
