import { handleTask, type TaskHandler } from '#platform/tasks.ts'
import type { LaterDeps } from './actions/later.ts'
import { runLater } from './actions/later.ts'
import { type AnswerDeps, runAnswer } from './actions/reach/answer.ts'
import { runForward } from './actions/reach/forward.ts'
import { wake } from './actions/wake.ts'
import { answerTask, forwardTask, sendLaterTask, wakeTask } from './task-kinds.ts'

export function conversationsTasks(deps: LaterDeps & AnswerDeps): TaskHandler[] {
  return [
    handleTask(wakeTask, input => wake(deps, input)),
    handleTask(sendLaterTask, input => runLater(deps, input)),
    handleTask(forwardTask, input => runForward(deps, input)),
    handleTask(answerTask, input => runAnswer(deps, input)),
  ]
}
