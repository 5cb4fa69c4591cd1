import { ask } from '#web/api/ask.ts'

/** Whether the server tells this browser of conversations, so that the open page need not. */
let active = false
export const isPushed = (): boolean => active

const possible = () => 'serviceWorker' in navigator && 'PushManager' in window

/** Called by a press; a browser without a push service goes on being told by the open page alone. */
export async function startPush(): Promise<void> {
  if (!possible()) return
  try {
    const worker = await navigator.serviceWorker.register('/push-worker.js')
    const { key } = await ask<{ key: string }>('/push/key')
    const subscription =
      (await worker.pushManager.getSubscription()) ??
      (await worker.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key }))
    const { endpoint, keys } = subscription.toJSON()
    const timezone = Intl.DateTimeFormat().resolvedOptions().timeZone
    await ask('/push/subscriptions', 'POST', { endpoint, keys, timezone })
    active = true
  } catch {
    active = false
  }
}

export async function stopPush(): Promise<void> {
  active = false
  if (!possible()) return
  const worker = await navigator.serviceWorker.getRegistration('/push-worker.js')
  const subscription = await worker?.pushManager.getSubscription()
  if (!subscription) return
  await ask('/push/unsubscribe', 'POST', { endpoint: subscription.endpoint }).catch(() => undefined)
  await subscription.unsubscribe()
}

/** A press on a notification leads to its conversation in the window that is open. */
export function hearPresses(open: (to: string) => void): () => void {
  if (!('serviceWorker' in navigator)) return () => undefined
  const hear = (event: MessageEvent) => {
    const { kind, to } = { kind: '', to: '', ...(typeof event.data === 'object' ? event.data : {}) }
    if (kind === 'open' && typeof to === 'string' && to.startsWith('/')) open(to)
  }
  navigator.serviceWorker.addEventListener('message', hear)
  return () => navigator.serviceWorker.removeEventListener('message', hear)
}
