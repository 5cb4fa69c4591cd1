import { defineFeature } from '#web/manifest.ts'

export const manifest = defineFeature({
  feature: 'sample',
  pages: [],
  live: { 'sample.changed': payload => (isOver(payload) ? [[]] : [['sample']]) },
  top: async () => (await import('./SampleStrip.tsx')).SampleStrip,
})

/** When it has come or gone, whatever is on the screen is stale. */
function isOver(payload: unknown): boolean {
  return typeof payload === 'object' && payload !== null && 'state' in payload && payload.state !== 'loading'
}
