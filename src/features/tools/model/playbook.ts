import type { PlaybookNumbers, TextNumbers } from './tool.ts'

const chat: TextNumbers = { maxCodePoints: 400, maxSentences: 4, maxEmoji: 3, letter: false, register: 'casual' }
const comment: TextNumbers = { maxCodePoints: 600, maxSentences: 6, maxEmoji: 2, letter: false, register: 'casual' }
const letter: TextNumbers = { maxCodePoints: 1_200, maxSentences: 12, maxEmoji: 1, letter: true, register: 'neutral' }

const inChat: PlaybookNumbers = { direct: chat, room: chat, public: comment, invite: chat }

/** Numbers of a chat, with what differs. */
export function chatNumbers(
  change: Partial<Record<keyof PlaybookNumbers, Partial<TextNumbers>>> = {},
): PlaybookNumbers {
  return {
    direct: { ...inChat.direct, ...change.direct },
    room: { ...inChat.room, ...change.room },
    public: { ...inChat.public, ...change.public },
    invite: { ...inChat.invite, ...change.invite },
  }
}

/** Numbers of a tool where people write longer and may greet and sign. */
export function letterNumbers(
  change: Partial<Record<keyof PlaybookNumbers, Partial<TextNumbers>>> = {},
): PlaybookNumbers {
  const invite = { ...letter, maxCodePoints: 300, maxSentences: 4 }
  return {
    direct: { ...letter, ...change.direct },
    room: { ...letter, ...change.room },
    public: { ...letter, maxCodePoints: 1_000, maxSentences: 10, ...change.public },
    invite: { ...invite, ...change.invite },
  }
}
