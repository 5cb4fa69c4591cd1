import type { ToolId } from '#kernel/tools.ts'
import type { NetworkEvent, RemoteConversation, RemoteId, RemotePerson, Signal } from './contract/events.ts'
import type { PictureOutcome, ProfileChange, ProfileOutcome } from './contract/profile.ts'
import type { WebhookAnswer, WebhookRequest } from './contract/webhook.ts'

export type * from './contract/events.ts'
export type * from './contract/profile.ts'
export type * from './contract/webhook.ts'

/** How well a network carries a thing: `fallback` = sent in another form (a file as a link), `dropped` = silently lost. */
export type Level = 'rejected' | 'dropped' | 'fallback' | 'partial' | 'full'

/** Per conversation, with numbers; the composer renders from them. */
export type Capabilities = {
  /** `why`: where nothing can be written, what keeps it from being so, in a sentence for the recruiter. */
  text: { level: Level; max: number; unit: 'code-points' | 'utf-16' | 'bytes' | 'graphemes'; why?: string }
  formatting: Level
  /** No types: all. One file a message where nothing else is said. */
  files: { level: Level; maxBytes: number; mimeTypes: readonly string[]; perMessage?: number }
  edit: { level: Level; maxAgeMs: number }
  retract: { level: Level; maxAgeMs: number }
  reply: Level
  reactions: Level
  typing: { level: Level; refreshMs: number }
  receipts: { delivered: Level; read: Level }
  presence: Level
  invite: Level
  rooms: Level
  history: { level: Level; maxAgeMs: number }
}

/** What the network's owners and its people expect, as data beside the capabilities. */
export type SocialPolicy = {
  link: 'open-protocol' | 'official-api' | 'bridge' | 'hand-off'
  firstContact: 'anyone' | 'same-space' | 'connected-only' | 'recipient-first' | 'opt-in-template'
  /** Free text is allowed this long after their last message; absent = no window. */
  windowMs?: number
  broadcast: 'forbidden' | 'opt-in-only' | 'native'
  /** Whether the tool's terms let its data serve an employment decision. */
  employmentUse: 'allowed' | 'forbidden'
  source: string
  checkedOn: string
}

export type FormField = {
  name: string
  /** An i18n key below `connections.fields`. */
  label: string
  kind: 'text' | 'secret' | 'url' | 'number' | 'switch'
  required: boolean
  /** Shown at once though it may stay empty; others that may stand under “More settings”. */
  upfront?: true
  placeholder?: string
  /** i18n key of the help text. */
  help?: string
}

export type ConnectorManifest = {
  readonly tool: ToolId
  readonly label: string
  readonly fields: readonly FormField[]
  /** Well-known ways in: choosing one fills in these fields and shows what to know. `name`: an i18n key below `connections.presets`. */
  readonly presets?: readonly { name: string; values: Readonly<Record<string, string>> }[]
  /** What to do at the network before the form is filled in, in order. `name`: an i18n key below `connections.steps`. */
  readonly steps?: readonly { name: string; url?: string }[]
  readonly capabilities: Capabilities
  readonly policy: SocialPolicy
  /** Whether a send repeated with the same txn is one message: only then is an unknown outcome re-sent by itself. */
  readonly idempotentSend: boolean
  /**
   * Whether a send may begin before the one before it in its bucket was answered: they arrive in the order in which they were begun,
   * and `later` for one is `later` for all begun after it. Otherwise they go one by one.
   */
  readonly pipelinedSend?: true
}

/** The values of the manifest's form. Secrets arrive decrypted and never leave the connector. */
export type Account = {
  readonly id: string
  readonly values: Readonly<Record<string, string>>
  /** Where the network can reach this account from outside; absent on a machine without a public https address. */
  readonly webhookUrl?: string
  /** What the network says there in its handshake, where it asks for a word; the same as `WebhookRequest.word`. */
  readonly webhookWord?: string
}

/** A file to send; its bytes are read when they are needed, on every try. */
export type OutgoingFile = {
  name: string
  mimeType: string
  /** What it shows, for those who can't see it. */
  description?: string
  bytes(): Promise<Uint8Array>
  /** Under which anybody may fetch it for an hour, for networks that fetch files themselves; absent without a public https address. */
  lentUrl?(): string
}

export type RoomMember = { name: string; id?: RemoteId; role: 'owner' | 'admin' | 'member' | 'guest' }
export type RoomView = {
  id: RemoteId
  title?: string
  subject?: string
  /** Our name there; absent while we are not inside. */
  nick?: string
  members: readonly RoomMember[]
  /** Titles of the groups of rooms that list it (a Matrix space). */
  spaces?: readonly string[]
}

export type ConnectionState =
  | { kind: 'connecting' }
  | { kind: 'catching-up'; since?: Date }
  | { kind: 'connected' }
  /** Retries by itself at `retryAt`. */
  | { kind: 'waiting'; retryAt: Date; code: string; text: string }
  /** Stays down until the recruiter acts: `text` says what to do. */
  | { kind: 'needs-you'; code: 'wrong-credentials' | 'not-found' | 'forbidden' | 'insecure' | 'conflict'; text: string }

/** What Kith gives to a session. */
export type Host = {
  /**
   * One transaction: inserts the events that are not known yet, moves the cursor, writes the change log. Only after it resolves may
   * the connector acknowledge upstream. An absent cursor leaves it where it is.
   */
  commit(events: readonly NetworkEvent[], cursor?: string): Promise<void>
  signal(signals: readonly Signal[]): void
  state(state: ConnectionState): void
  /**
   * Keeps secrets of the form that the network has just replaced (a refresh token that works once), sealed and durable when it
   * resolves. The session goes on with them.
   */
  saveSecrets(secrets: Readonly<Record<string, string>>): Promise<void>
  /**
   * For mailboxes: what came back of mail to lists. `awaited` tells by the addresses that a mail was sent to, and by whether it has the
   * form of a complaint (RFC 5965), whether it may be a report; `take` reads the whole of it and is true when it was one, which then is
   * no message of anybody. The same report twice is no harm.
   */
  readonly reports?: {
    awaited(mail: { recipients: readonly string[]; complaint: boolean }): Promise<boolean>
    take(mail: Uint8Array): Promise<boolean>
  }
  log: { info(fields: object, message: string): void; warn(fields: object, message: string): void }
}

export type SendRequest = {
  /** UUIDv7 made when Send was pressed; the same on every try. */
  txn: string
  to: RemoteConversation
  text: string
  /** The `key` under which the other message was told, or the txn of ours; on a public surface also the web address of a post. */
  replyTo?: string
  /** What that message said and who said it, for networks whose other programs know no replies. */
  quoted?: { text: string; from: RemotePerson }
  /** Only where the capabilities take files; `text` may then be empty. */
  files?: readonly OutgoingFile[]
  /** Begins a thread of its own; without it a mail goes on where the last one stood. */
  subject?: string
  /** Instead of free text, where the network asks for it: `text` is then what the other side reads. */
  template?: { name: string; language: string; values: readonly string[] }
}

/** A text that the network has approved: the only thing that it carries to somebody who has not written lately. */
export type Template = {
  name: string
  language: string
  /** With its slots as `{{1}}` or `{{name}}`. */
  text: string
  slots: readonly string[]
  category: string
}

/** `later` holds back the whole rate bucket, in order. `unknown`: it may have arrived; a person decides. */
export type SendOutcome =
  | { kind: 'accepted'; key: string; at: Date }
  | { kind: 'later'; retryAfterMs: number; code: string; text: string }
  | { kind: 'refused'; code: string; text: string }
  | { kind: 'unknown'; why: string }

export type Session = AsyncDisposable & {
  /**
   * Owns connecting, backoff and catch-up from `cursor` (undefined: first time) until `signal` aborts. Resolves then, or after
   * `needs-you` was reported; throws on faults only.
   */
  run(cursor: string | undefined, signal: AbortSignal): Promise<void>
  send(request: SendRequest, signal: AbortSignal): Promise<SendOutcome>
  /** Sends in one bucket go in order, one by one unless the manifest says `pipelinedSend`. */
  bucket(to: RemoteConversation): string
  capabilities(conversation: RemoteConversation): Capabilities
  /** Everything below is there only where the network can do it. */
  readonly signals?: {
    typing(to: RemoteConversation, on: boolean): Promise<void>
    read(to: RemoteConversation, key: string): Promise<void>
    setPresence(state: 'online' | 'away' | 'off', status?: string): Promise<void>
  }
  /** What was read here up to this key is shown as read in the account's other programs too; nobody else is told. */
  readonly seen?: (to: RemoteConversation, key: string) => Promise<void>
  readonly people?: {
    invite(person: RemoteId, request: { txn: string; text?: string }): Promise<SendOutcome>
    /** Answers somebody who asks to be connected. */
    answer(person: RemoteId, accept: boolean): Promise<SendOutcome>
  }
  readonly history?: {
    before(conversation: RemoteConversation, key: string | undefined, limit: number): Promise<readonly NetworkEvent[]>
    /**
     * What the network keeps of the conversation from one instant to the other, oldest first, for a gap in it. `whole`: all of that
     * time was looked at; false when the archive begins later, or the connection broke. Absent: `before` is walked back instead.
     */
    between?(
      conversation: RemoteConversation,
      from: Date,
      to: Date,
    ): Promise<{ events: readonly NetworkEvent[]; whole: boolean }>
  }
  readonly edits?: {
    edit(to: RemoteConversation, target: string, text: string, txn: string): Promise<SendOutcome>
    retract(to: RemoteConversation, target: string, txn: string): Promise<SendOutcome>
  }
  readonly reactions?: {
    /** All of ours to this message from now on; an empty list takes them back. */
    react(to: RemoteConversation, target: string, emoji: readonly string[], txn: string): Promise<SendOutcome>
  }
  /** Bytes that only this session can reach; `undefined` when the file is gone. Whoever asks for it saves it and never runs it. */
  readonly files?: {
    open(url: string, signal: AbortSignal): Promise<AsyncIterable<Uint8Array> | undefined>
  }
  /** Approved ones only, and only those whose slots are all in the text. */
  readonly templates?: { list(signal: AbortSignal): Promise<readonly Template[]> }
  /** The account's own page on the network. */
  readonly profile?: {
    read(signal: AbortSignal): Promise<ProfileOutcome>
    write(change: ProfileChange, signal: AbortSignal): Promise<ProfileOutcome>
    /** What is read before another is written, so that it can be put back. */
    picture(signal: AbortSignal): Promise<PictureOutcome>
  }
  /** Being removed from a room is told as a `gap` that says why. */
  readonly rooms?: {
    join(room: RemoteId, nick?: string): Promise<SendOutcome>
    leave(room: RemoteId): Promise<SendOutcome>
    /** Those we are in and those the account has bookmarked. */
    list(): readonly RoomView[]
  }
}

/** One thing that was looked at; `text` says how it stands and, when it is not well, what to do. */
export type CheckFinding = { name: string; ok: boolean; text: string }

/**
 * For networks that come to us. Needs no session: a request is taken by whichever node it reaches, also while the session runs on
 * another one or is paused.
 */
export type Webhook = {
  /** The network asks for a word of ours when its address is entered there. */
  readonly word?: true
  /** Whether nothing comes in without a public address; otherwise the session fetches by itself. */
  readonly required: boolean
  /**
   * The network knows one address for several accounts: what comes is shown to all connections of this network in the workspace, and each
   * takes what is its own.
   */
  readonly shared?: true
  /** Verifies signature and age before anything is parsed. Throws on faults only: then the network sends again. */
  receive(account: Account, request: WebhookRequest, signal: AbortSignal): Promise<WebhookAnswer>
}

/** How somebody on a web page begins a conversation with the account in their own program. */
export type Doorway = {
  /** What they write to; undefined when the account can't tell now. */
  address(account: Account, signal: AbortSignal): Promise<string | undefined>
  /**
   * Opens it with `text`, which ends with the code, ready to be sent; where no text can be given along, with the code alone or with
   * nothing. From a page, where nobody has a code yet, `code` and `text` are empty.
   */
  link(address: string, words: { code: string; subject: string; text: string }): string
}

/** The account's owner lets Kith in on the network's own page, in place of looking for a token. */
export type SignIn = {
  /** Names of the form's fields that it fills in. */
  readonly gives: readonly string[]
  /** `url`: the page to open, which ends with a code. `kept`: what `finish` needs; it is secret. The account's values may be incomplete. */
  begin(
    account: Account,
    signal: AbortSignal,
  ): Promise<{ ok: true; url: string; kept: string } | { ok: false; text: string }>
  finish(
    given: { kept: string; code: string },
    signal: AbortSignal,
  ): Promise<{ ok: true; values: Readonly<Record<string, string>> } | { ok: false; text: string }>
}

export type Connector = {
  readonly manifest: ConnectorManifest
  readonly signIn?: SignIn
  readonly webhook?: Webhook
  /** Absent: no link leads there. */
  readonly doorway?: Doorway
  /** Parses the account's values; throws nothing: a wrong account becomes `needs-you` in `run`. */
  open(account: Account, host: Host): Session
  /** Tries the account once, without committing anything: what the Test button says. */
  test(
    account: Account,
    signal: AbortSignal,
  ): Promise<{ ok: true; detail: string } | { ok: false; code: string; text: string }>
  /** What `kith doctor` says of the account: credentials, rights, webhook. Changes and commits nothing. Absent: `test` is enough. */
  check?(account: Account, signal: AbortSignal): Promise<readonly CheckFinding[]>
  /** The remote id for an address typed by a person (`Ana@Example.org` → `ana@example.org`); undefined when it is none. */
  parseAddress(text: string): RemoteId | undefined
}
