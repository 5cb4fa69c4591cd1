import type { Account, Connector, RemoteConversation } from '../contract.ts'

/** A second person on the network, through a client that has no code in common with the connector. */
export type Stranger = AsyncDisposable & {
  readonly address: string
  connect(): Promise<void>
  disconnect(): Promise<void>
  say(text: string): Promise<void>
  /** Resolves when the server has handled everything said so far. */
  settled(): Promise<void>
  typing(on: boolean): Promise<void>
  /** How often the text has arrived. */
  heard(text: string): number
  waitToHear(text: string): Promise<void>
  /** Confirms to the sender that it was read. */
  confirmRead(text: string): Promise<void>
  invite(): Promise<void>
  waitToBeInvited(): Promise<void>
  accept(): Promise<void>
  presence(state: 'online' | 'away', status?: string): Promise<void>
}

export type Network = AsyncDisposable & {
  readonly account: Account
  readonly stranger: Stranger
  /** Where the stranger's messages appear and where ours to them go. */
  readonly conversation: RemoteConversation
  kill(): Promise<void>
  restart(): Promise<void>
  /** The server holds still with its connections open. */
  freeze(): void
}

export const promises = [
  'first-message',
  'own-echo',
  'receipts',
  'catch-up',
  'killed-before-commit',
  'failed-commit',
  'stable-keys',
  'wrong-credentials',
  'server-gone',
  'unknown-outcome',
  'invite-them',
  'they-ask-us',
  'presence',
  'typing',
  'order',
  'rate-limit',
  'gap',
  'reordered-echo',
] as const

export type ConnectorPromise = (typeof promises)[number]

export type ConformanceHarness = {
  readonly connector: Connector
  /** A real server with an account for us and one for the stranger, both fresh. */
  start(): Promise<Network>
  /** The same network where more than a few messages at once meet its limits. Absent: give a reason in `notApplicable`. */
  startLimited?(): Promise<Network>
  /** The same, where the network can be made to forget what it kept for us. Absent: give a reason in `notApplicable`. */
  startForgetful?(): Promise<Network & { forget(): Promise<void> }>
  wrongCredentials(account: Account): Account
  /** Why an echo is found by the key that the send was answered with, and never by our txn: the network has no place for it. */
  readonly echoHasNoTxn?: string
  readonly addresses: { readonly typed: string; readonly parsed: string; readonly wrong: string }
  /** What does not apply to this network, with the reason that the test report prints. */
  readonly notApplicable: Partial<Record<ConnectorPromise, string>>
}
