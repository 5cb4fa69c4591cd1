import { expect, test } from 'vitest'
import { newId, type PersonId } from '#kernel/ids.ts'
import type { SectionId } from '../model.ts'
import type { TodayPage, TodayStep } from './api.ts'
import { foldDone } from './done-today.ts'

const step = (person: PersonId, id = 'read'): TodayStep => ({
  subject: person,
  person,
  name: 'Ana Ruiz',
  stage: 'found',
  tool: 'blog',
  presence: null,
  text: 'Frost in the vineyard',
  at: null,
  minutes: 4,
  step: { id, tool: 'blog', reason: 'they-wrote', days: null },
  because: [],
  offer: null,
  conversation: null,
  activity: null,
  group: null,
})
const page = (sections: Partial<Record<SectionId, TodayStep[]>>): TodayPage => ({
  steps: 0,
  minutes: 0,
  sections: (['waiting', 'read'] as const).flatMap(id => (sections[id] ? [{ id, steps: sections[id] }] : [])),
  todos: 0,
  heardThisWeek: 0,
  week: [],
  weekday: 1,
})

test('a step that was here and is done folds where it stood, and comes back when there is more to do', () => {
  const [ana, li] = [newId<'Person'>(), newId<'Person'>()]
  const morning = foldDone(new Map(), page({ read: [step(ana), step(li)] }))
  expect(morning.folded).toEqual([])
  const noon = foldDone(morning.seen, page({ read: [step(li)] }))
  expect(noon.folded.map(each => [each.section, each.step.person])).toEqual([['read', ana]])
  expect(foldDone(noon.seen, page({ waiting: [step(ana, 'reply')], read: [step(li)] })).folded).toEqual([])
})

test('somebody who moved to another section is not told as done', () => {
  const ana = newId<'Person'>()
  const first = foldDone(new Map(), page({ read: [step(ana)] }))
  expect(foldDone(first.seen, page({ waiting: [step(ana, 'reply')] })).folded).toEqual([])
})

test('what was put off is not told as done', () => {
  const ana = newId<'Person'>()
  const first = foldDone(new Map(), page({ read: [step(ana)] }))
  expect(foldDone(first.seen, page({}), new Set([ana])).folded).toEqual([])
})
