import type { RemoteId } from '../contract.ts'
import { personId, readPerson } from './address.ts'

export type Known = {
  nick: string
  user: string | undefined
  host: string | undefined
  /** Services account; null = certainly none, undefined = not known. */
  account: string | null | undefined
  away: boolean
}

type Deps = {
  fold(name: string): string
  network(): string
  /** The server tells accounts with each message, so a missing one means: nobody vouches for this nick. */
  accounts(): boolean
  /** Their leaving and their changes of nick would be told to us. */
  tracked(nick: string): boolean
}

/** Who is behind a nick now. A person keeps their id through nick changes that we see, and through all of them with an account. */
export function peopleBook({ fold, network, accounts, tracked }: Deps) {
  const known = new Map<string, Known>()
  /** Nicks whose owner was first met under another one. */
  const aliases = new Map<string, RemoteId>()
  const note = (nick: string, news: Partial<Omit<Known, 'nick'>> = {}): Known => {
    const key = fold(nick)
    const before = known.get(key) ?? { nick, user: undefined, host: undefined, account: undefined, away: false }
    const now = { ...before, nick, ...news }
    // The latest stands last: with two nicks for one account it is the one to write to.
    known.delete(key)
    known.set(key, now)
    return now
  }
  const plainId = (nick: string) => personId({ name: fold(nick), network: network(), guest: accounts() })
  return {
    note,
    find: (nick: string): Known | undefined => known.get(fold(nick)),
    /** `account`: what the line itself says; undefined where it says nothing. */
    idOf(nick: string, account?: string | null): RemoteId {
      const sure = account === undefined ? known.get(fold(nick))?.account : account
      if (sure) return personId({ name: fold(sure), network: network(), guest: false })
      return aliases.get(fold(nick)) ?? plainId(nick)
    },
    /** The nick under which the person can be reached; `sure` = we know that it is theirs. */
    nickOf(id: RemoteId): { nick: string; sure: boolean } | undefined {
      const person = readPerson(id)
      if (!person || person.network !== network()) return undefined
      for (const [nick, alias] of aliases) if (alias === id) return { nick: known.get(nick)?.nick ?? nick, sure: true }
      if (person.guest || !accounts()) return { nick: known.get(person.name)?.nick ?? person.name, sure: true }
      for (const each of [...known.values()].reverse())
        if (each.account && fold(each.account) === person.name) return { nick: each.nick, sure: tracked(each.nick) }
      return { nick: person.name, sure: false }
    },
    renamed(from: string, to: string): void {
      const before = known.get(fold(from))
      const id = aliases.get(fold(from)) ?? plainId(from)
      known.delete(fold(from))
      aliases.delete(fold(from))
      note(to, before ?? {})
      if (id === plainId(to)) aliases.delete(fold(to))
      else aliases.set(fold(to), id)
    },
    /** In a netsplit people come back as they were, so what we know of them stays. */
    left(nick: string, split: boolean): void {
      if (split) return
      known.delete(fold(nick))
      aliases.delete(fold(nick))
    },
  }
}

export type PeopleBook = ReturnType<typeof peopleBook>

/** A server's QUIT reason names the two servers that lost each other, and nothing else. */
export const isNetsplit = (reason: string): boolean =>
  /^(?:[\w-]+\.)+[\w-]+ (?:[\w-]+\.)+[\w-]+$|^\*\.net \*\.split$/.test(reason)
