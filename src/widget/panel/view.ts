import type { ChatFileView } from '#features/conversations/chat-wire.ts'
import type { Answer } from './api.ts'
import type { ChatState } from './place.ts'

export type Said = {
  /** The id that this browser gave, or the server's for what others wrote. */
  key: string
  mine: boolean
  sender: string | null
  text: string
  at: string
  state: 'waiting' | 'sending' | 'sent' | 'seen' | 'refused'
  /** Where it stands in the server's order; absent until the server has told. */
  place?: string
  files?: readonly ChatFileView[]
  edited?: boolean
  /** Taken back. */
  gone?: boolean
  reactions?: readonly string[]
  /** Which of them are this visitor's. */
  given?: readonly string[]
}

export type View = {
  begun: boolean
  said: readonly Said[]
  who: ChatState
  typing: boolean
  /** The line is lost: what is written waits. */
  lost: boolean
  slow: boolean
  over: 'ended' | 'closed' | undefined
  /** Undefined until the first message was sent. */
  kept: boolean | undefined
  email: string | undefined
  /** As the site around the chat gives it. */
  name: string | undefined
  /** What the visitor should know now. */
  notice: string | undefined
  /** The tools on which this visitor went on. */
  wentOn: readonly string[]
}

/** Files of this visitor's thread. */
export type Files = {
  sayFile(file: File): void
  /** Undefined when it can't be had now. */
  open(said: Said, index: number, preview?: string): Promise<Blob | undefined>
}

/** For the parts that are loaded on demand. */
export type Inside = {
  /** One call as this visitor. */
  call<T>(path: string, body?: object): Promise<Answer<T>>
  tellParent(message: object): void
  adopt(token: string): void
  set(change: Partial<View>): void
  /** What is known may have changed. */
  reload(): Promise<void>
  /** `changed` is called whenever something happened in it; gives the end of the watch. */
  watchRoom(room: string, changed: () => void): () => void
  /** They can be reached at this address: the browser remembers it where it remembers the chat. */
  leftAddress(email: string): void
}
