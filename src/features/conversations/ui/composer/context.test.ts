import { expect, test } from 'vitest'
import { assess } from '#features/etiquette/model.ts'
import { reviveContext } from './context.ts'

const context = {
  tool: 'xmpp',
  surface: 'direct',
  stage: 'connected',
  now: '2026-11-22T12:00:00.000Z',
  readings: [],
  history: [{ from: 'them', text: 'Hi, saw your page about night clinics.', at: '2026-11-22T11:58:00.000Z' }],
  person: { online: true, doNotContact: false },
}

test('the context that came over the wire judges a draft as the server does', () => {
  const revived = reviveContext(context)
  expect(revived.now).toBeInstanceOf(Date)
  expect(revived.history?.[0]?.at).toEqual(new Date('2026-11-22T11:58:00Z'))
  expect(assess('We have a job opening for a night nurse in Lisbon, apply now!', revived).verdict).toBe('block')
})
