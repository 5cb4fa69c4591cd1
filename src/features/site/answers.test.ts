import { expect, test } from 'vitest'
import type { WorkspaceId } from '#kernel/ids.ts'
import { createAnswers } from './answers.ts'

const ours = 'ours' as WorkspaceId
const page = (workspace: WorkspaceId, body: string) => ({ status: 200, type: 'text/plain', body, workspace })

test('a page that was read before a change and written after it goes out once and is not kept', () => {
  const answers = createAnswers(() => 0)
  const before = answers.turn()
  answers.forget(ours)
  expect(answers.keep('/a', page(ours, 'old'), before).body).toBe('old')
  expect(answers.find('/a')).toBeUndefined()

  answers.keep('/a', page(ours, 'new'), answers.turn())
  expect(answers.find('/a')?.body).toBe('new')
})

test('what changes elsewhere takes nothing away', () => {
  const answers = createAnswers(() => 0)
  const before = answers.turn()
  answers.forget('theirs')
  answers.keep('/a', page(ours, 'a'), before)
  expect(answers.find('/a')?.body).toBe('a')
})
