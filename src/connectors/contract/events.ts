import type { ToolId } from '#kernel/tools.ts'

/** An address on the network, opaque outside its connector (a bare JID, a room, a visitor's session). */
export type RemoteId = string

/**
 * `public`: what one person and we say to each other before everybody, in posts and replies; `with` is that person. `tool`: the network
 * that a bridge carries here, with its own ways; absent, it is the connection's own.
 */
export type RemoteConversation =
  | { id: RemoteId; kind: 'direct' | 'room'; title?: string; tool?: ToolId }
  | { id: RemoteId; kind: 'public'; with: RemoteId; title?: string; tool?: ToolId }
export type RemotePerson = { id: RemoteId; name?: string }

/** A file that somebody sent, where its network keeps it; what is no http address is fetched through the session's `files`. */
export type RemoteFile = { url: string; name: string; mimeType?: string; bytes?: number; description?: string }

/**
 * What happened on the network. `key` is the same live and in history and unique per account; `otherKeys` are further ids of the
 * same message (XEP-0359 origin-id, our txn), so an echo finds the row that we wrote.
 */
export type NetworkEvent =
  | {
      kind: 'message'
      key: string
      otherKeys: readonly string[]
      conversation: RemoteConversation
      from: RemotePerson
      /** True for the account's own messages, from here or from another client. */
      own: boolean
      text: string
      sentAt: Date
      /** From the archive: never notifies. */
      history: boolean
      replyTo?: string
      files?: readonly RemoteFile[]
      /** Of a mail; networks without subjects leave it out. */
      subject?: string
      /** What its writer put before the words, so that nobody reads them unasked; `text` is what it hides. */
      warning?: string
      /** Quoted history and signature: kept and shown on demand, but no part of what they say now. */
      folded?: string
      /** Written by a program or to a list: shown, and never taken for their answer. */
      automatic?: 'reply' | 'list' | 'notice'
      /** What brought them, as a link of ours says it: `page:` and its id, or a word that somebody chose. */
      campaign?: string
    }
  | {
      kind: 'edit'
      key: string
      target: string
      conversation: RemoteConversation
      from: RemotePerson
      /** By the account itself, from another program; nobody else may change what the account said. */
      own?: boolean
      text: string
      at: Date
    }
  | {
      kind: 'retract'
      key: string
      target: string
      conversation: RemoteConversation
      from: RemotePerson
      own?: boolean
      /** The network itself says that it is gone, whoever took it away: its author, or who keeps order there. */
      byNetwork?: boolean
      at: Date
    }
  | {
      kind: 'reaction'
      key: string
      target: string
      conversation: RemoteConversation
      from: RemotePerson
      /** By the account itself, from another program or from here. */
      own?: boolean
      emoji: readonly string[]
      at: Date
    }
  /** `target`: any key of the message. A later state never moves a message back. */
  | {
      kind: 'receipt'
      key: string
      target: string
      conversation: RemoteConversation
      state: 'delivered' | 'read'
      at: Date
    }
  /** Everything of ours that they were sent until then is read: for networks that name no message. */
  | { kind: 'read-up-to'; key: string; conversation: RemoteConversation; upTo: Date; at: Date }
  /** The account itself has read up to this message of theirs, in another program: before it nothing is unread. */
  | { kind: 'seen'; key: string; target: string; at: Date }
  | { kind: 'failed'; key: string; target: string; code: string; text: string; at: Date }
  /**
   * Somebody asks to be connected, accepted our invitation, or went. `stopped`: by the network's own word for it they want nothing
   * more at this address, whoever writes, until they have `resumed`.
   */
  | {
      kind: 'contact'
      key: string
      person: RemotePerson
      /** As of a conversation. */
      tool?: ToolId
      state: 'asks-us' | 'asked' | 'connected' | 'refused' | 'gone' | 'stopped' | 'resumed'
      at: Date
    }
  /** The room has another title now; nothing of it stands in the timeline. */
  | { kind: 'room'; key: string; conversation: RemoteConversation; at: Date }
  /** Messages in [from, to] may be missing; shown in the timeline. An absent conversation means all of them. */
  | { kind: 'gap'; key: string; conversation?: RemoteConversation; from: Date; to: Date; why: string }

/** Passing states: never stored as history, lost without harm. */
export type Signal =
  | { kind: 'presence'; person: RemotePerson; state: 'online' | 'away' | 'off'; status?: string; since?: Date }
  | { kind: 'typing'; conversation: RemoteConversation; person: RemotePerson; on: boolean }
