import { expect, test } from 'vitest'
import { assess } from './assess.ts'
import { isPromotion } from './promotion.ts'
import { jobDaysOf, normsOf } from './room.ts'
import type { Context, Room } from './types.ts'

const advert = "We're hiring two welders for the night shift, apply at https://jobs.example.org/welders"
const friday = new Date('2026-03-13T12:00:00Z')
const thursday = new Date('2026-03-12T12:00:00Z')

const judged = (room: Room, now: Date, draft = advert) => {
  const context: Context = { tool: 'irc', surface: 'room', stage: 'found', now, room }
  const { verdict, reasons } = assess(draft, context)
  return { verdict, codes: reasons.map(reason => reason.code), said: reasons.map(reason => reason.message).join(' ') }
}

test('a room that takes job posts on Fridays is asked for that day, and on that day it is open', () => {
  const norms = 'Welding and cutting. Job posts only on Fridays.'
  expect(jobDaysOf({ norms })).toEqual([5])
  expect(judged({ norms }, thursday)).toMatchObject({ verdict: 'block' })
  expect(judged({ norms }, thursday).said).toContain('Friday')
  expect(judged({ norms }, friday).codes).not.toContain('promotes-in-room')
  expect(judged({ norms }, friday).codes).not.toContain('broadcast-on-messaging')
})

test('a room says in many ways that job posts are not wanted, or that they are', () => {
  for (const norms of [
    'Tuning talk only. Recruiters, take your job ads elsewhere please.',
    'Please keep vacancies off this forum; moderators will delete them.',
    'Leave recruitment at the door.',
    'Für Jobs gibt es den anderen Raum.',
    'Merci de garder vos offres pour vous.',
    'Ofertas de empleo, en otro sitio.',
    'Vagas só no outro grupo.',
    'Houd je vacatures voor je.',
  ])
    expect(normsOf({ norms }, 1).jobs, norms).toBe('forbidden')
  for (const norms of ['Vacancies: yes, with salary.', 'Stellen gern, mit Gehalt.', 'Se admiten ofertas de empleo.'])
    expect(normsOf({ norms }, 1).jobs, norms).toBe('allowed')
})

test('what a recruiter settled goes before what the topic is read as, both ways', () => {
  const norms = 'No job posts please.'
  expect(normsOf({ norms, settled: { jobs: 'allowed' } }, 1)).toEqual({ jobs: 'allowed', promotion: 'silent' })
  expect(normsOf({ norms: 'Job posts welcome', settled: { jobs: 'forbidden' } }, 1).jobs).toBe('forbidden')
  expect(judged({ norms, settled: { jobs: { days: [4] } } }, thursday).codes).not.toContain('promotes-in-room')
  expect(judged({ norms, settled: { jobs: { days: [1, 2] } } }, thursday).said).toContain('Monday and Tuesday')
})

test('where the room says nothing the share of promotion decides, and the reason says the share and the limit', () => {
  expect(judged({ promoShare: 0.1 }, thursday).verdict).toBe('allow')
  const over = judged({ promoShare: 0.4 }, thursday)
  expect(over).toMatchObject({ verdict: 'warn', codes: ['promotes-in-room'] })
  expect(over.said).toContain('40 %')
  expect(over.said).toContain('20 %')
  expect(judged({ promoShare: 0.9 }, thursday, 'A rutile rod runs hotter there, try 90 amps.').verdict).toBe('allow')
})

test('job talk and our own links are promotion, help is not', () => {
  expect(isPromotion(advert)).toBe(true)
  expect(isPromotion('We wrote about it on our blog: https://kith.example.org/blog/rods')).toBe(true)
  expect(isPromotion('The manual has it: https://example.org/manual.pdf, page 12.')).toBe(false)
  expect(isPromotion('Good job on that seam, Tom.')).toBe(false)
})

test("links to what is one's own are promotion, whatever the room calls them; other links are not", () => {
  for (const norms of [
    'Links naar je eigen site of dienst zijn niet toegestaan.',
    'No links to your shop, please.',
    'Keine Links auf eure Seiten.',
    'Pas de liens vers votre boutique.',
    'Sin enlaces a tu tienda.',
    'Links para o seu site são proibidos.',
  ])
    expect(normsOf({ norms }, 1).promotion, norms).toBe('forbidden')
  for (const norms of ['Links zu Fotos sind willkommen.', 'Share links to good articles.'])
    expect(normsOf({ norms }, 1).promotion, norms).toBe('silent')
})
