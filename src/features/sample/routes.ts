import { type App, callerOf, defined, refusals } from '#platform/routes.ts'
import { loadSample, readSample, removeSample } from './actions/sample.ts'
import type { SampleDeps } from './deps.ts'
import { loadSampleRequest, removedView, sampleView } from './wire.ts'

const tags = ['sample']

export function sampleRoutes(app: App, deps: SampleDeps): void {
  app.get(
    '/api/v1/sample',
    {
      schema: { response: { 200: sampleView, ...refusals }, summary: 'Whether there is sample data', tags },
      config: { access: 'viewer' },
    },
    async request => readSample(deps, callerOf(request)),
  )
  app.post(
    '/api/v1/sample',
    {
      schema: {
        body: loadSampleRequest,
        response: { 200: sampleView, ...refusals },
        summary: 'Load sample data in the background; with some there already nothing changes',
        tags,
      },
      config: { access: 'admin' },
    },
    async request => loadSample(deps, callerOf(request), defined(request.body)),
  )
  app.delete(
    '/api/v1/sample',
    {
      schema: {
        response: { 200: removedView, ...refusals },
        summary: 'Remove the sample data and what was added to it',
        tags,
      },
      config: { access: 'admin' },
    },
    async request => removeSample(deps, callerOf(request)),
  )
}
