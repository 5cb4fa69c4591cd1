import { expect, test } from 'vitest'
import { assess, type Context } from '#features/etiquette/model.ts'
import type { ConversationView } from '../api.ts'
import { toChecklist } from './checklist.ts'

const chat = { kind: 'direct' } as ConversationView
const context: Context = {
  tool: 'irc',
  surface: 'direct',
  stage: 'connected',
  now: new Date('2026-11-22T12:00:00Z'),
  history: [
    { from: 'them', text: 'start with fewer people', at: new Date('2026-11-22T11:50:00Z') },
    { from: 'me', text: 'what would you do differently next time?', at: new Date('2026-11-22T11:40:00Z') },
  ],
}
const introduced = (draft: string, given = context) =>
  toChecklist(chat, assess(draft, given).reasons, given, key => key).find(item => item.code === 'introduce')?.done

test('who you are is not ticked while a job comes before they know it', () => {
  const early = 'We have a night lead role open at Harbour General, would you be interested?'
  expect(introduced(early)).toBe(false)
  expect(introduced('how did the fewer people take it?')).toBe(true)
  expect(introduced(early, { ...context, stage: 'introduced' })).toBeUndefined()
})
