import { baseSubject } from './read/headers.ts'

/** The mail that an answer goes on from. */
export type Tail = {
  messageId: string
  references: readonly string[]
  subject: string
  at: Date
  /** Where they want answers, if not at the address they wrote from. */
  replyTo: string | undefined
}

const maxPeople = 2_000
const maxSubjects = 40

export type Threads = ReturnType<typeof threadBook>

/**
 * The last mail with each person, and the last of each subject, of what was seen since the start. What is not here is looked for in
 * the mailbox.
 */
export function threadBook() {
  const people = new Map<string, { tail: Tail; bySubject: Map<string, { id: string; at: Date }> }>()
  const byId = new Map<string, Tail>()
  const gmail = new Map<string, { id: string; at: Date }>()

  const keepNewest = <Value>(map: Map<string, Value>, key: string, value: Value, max: number) => {
    map.delete(key)
    map.set(key, value)
    if (map.size > max) for (const oldest of map.keys()) return void map.delete(oldest)
  }

  return {
    learn(person: string, tail: Tail, gmailThread?: string): void {
      const known = people.get(person)
      const bySubject = known?.bySubject ?? new Map<string, { id: string; at: Date }>()
      keepNewest(bySubject, baseSubject(tail.subject), { id: tail.messageId, at: tail.at }, maxSubjects)
      keepNewest(people, person, { tail: known && known.tail.at > tail.at ? known.tail : tail, bySubject }, maxPeople)
      keepNewest(byId, tail.messageId, tail, maxPeople)
      if (gmailThread) keepNewest(gmail, gmailThread, { id: tail.messageId, at: tail.at }, maxPeople)
    },
    last: (person: string): Tail | undefined => people.get(person)?.tail,
    mail: (messageId: string): Tail | undefined => byId.get(messageId),
    /** For mail without References: the last earlier one of the same thread at Gmail, or with the same person and subject. */
    before(person: string, subject: string, at: Date, gmailThread: string | undefined): string | undefined {
      const inThread = gmailThread ? gmail.get(gmailThread) : undefined
      if (inThread && inThread.at <= at) return inThread.id
      const same = people.get(person)?.bySubject.get(baseSubject(subject))
      return same && same.at <= at && baseSubject(subject) !== '' ? same.id : undefined
    },
  }
}
