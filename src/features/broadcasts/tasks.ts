import { handleTask, type TaskHandler } from '#platform/tasks.ts'
import { sendConfirmation } from './actions/ask-to-confirm.ts'
import type { BroadcastsDeps } from './actions/deps.ts'
import { makeDigest } from './actions/digest.ts'
import { sendOwnLink } from './actions/own-mail.ts'
import { sendIssue } from './actions/send.ts'
import { confirmTask, digestTask, ownLinkTask, sendTask } from './task-kinds.ts'

export function broadcastsTasks(deps: BroadcastsDeps): TaskHandler[] {
  return [
    handleTask(confirmTask, (input, signal) => sendConfirmation(deps, input, signal)),
    handleTask(ownLinkTask, (input, signal) => sendOwnLink(deps, input, signal)),
    handleTask(digestTask, async ({ workspace, list }) => void (await makeDigest(deps, workspace, list))),
    handleTask(sendTask, (input, signal) => sendIssue(deps, input, signal)),
  ]
}
