import { mayServeEmployment } from '#features/tools/model.ts'
import type { ToolId } from '#kernel/tools.ts'
import type { PersonFacts } from './live.ts'

/** A person as the database, or an import before it writes, knows them. */
export type KnownFacts = {
  display_name: string
  given_name?: string | null | undefined
  family_name?: string | null | undefined
  birth_date?: string | null | undefined
  place?: string | null | undefined
  contacts: readonly { kind: string; key: string }[]
  profiles: readonly {
    tool: ToolId
    key: string | null
    headline?: string | null | undefined
    positions?: readonly { title?: string | null | undefined; organisation?: string | null | undefined }[] | undefined
  }[]
}

/** Tools whose handles are chosen by their owner; elsewhere the handle is an address or a number. */
export const chosenHandles: readonly ToolId[] = [
  'github',
  'twitter',
  'mastodon',
  'bluesky',
  'telegram',
  'myspace',
  'facebook',
  'instagram',
  'irc',
  'xmpp',
  'matrix',
  'slack',
]

/** Boxes that many people read: sharing one says nothing. */
const sharedBox =
  /^(?:info|office|contact|kontakt|contacto|hello|hallo|hi|hr|jobs?|career|careers|karriere|bewerbung|recruiting|recruitment|talent|sales|support|help|service|admin|administration|mail|post|team|welcome|enquiries|inquiries|reception|booking|billing|accounts?|press|media|marketing|no-?reply)@/

export const isSharedBox = (address: string): boolean => sharedBox.test(address)

/** A name that is only an address or a handle is no name: it speaks for and against nobody. */
export const isRealName = (name: string): boolean => !/[@\d]/.test(name)

const some = (values: readonly (string | null | undefined)[]) => [
  ...new Set(values.flatMap(value => (value ? [value] : []))),
]

/** What of a person is compared. Nothing of tools whose terms forbid it. */
export function factsOf(known: KnownFacts): PersonFacts {
  const profiles = known.profiles.filter(({ tool }) => mayServeEmployment(tool))
  const ofKind = (kind: string) => known.contacts.filter(contact => contact.kind === kind).map(contact => contact.key)
  const accounts = profiles.flatMap(({ tool, key }) => (key === null ? [] : [{ tool, key }]))
  const ofTool = (tool: ToolId) => accounts.filter(account => account.tool === tool).map(account => account.key)
  return {
    name: isRealName(known.display_name) ? known.display_name : '',
    given: known.given_name ?? '',
    family: known.family_name ?? '',
    born: known.birth_date ?? '',
    place: known.place ?? '',
    mails: some([...ofKind('email'), ...ofTool('email')]).filter(address => !isSharedBox(address)),
    // A number without its country is no proof of who somebody is.
    phones: some([...ofKind('phone'), ...ofTool('sms')]).filter(number => number.startsWith('+')),
    pages: some(ofKind('url')),
    handles: some(
      accounts.flatMap(({ tool, key }) => (chosenHandles.includes(tool) ? [key.slice(key.lastIndexOf('/') + 1)] : [])),
    ),
    employers: some(profiles.map(({ positions }) => positions?.[0]?.organisation)),
    titles: some(profiles.map(({ positions, headline }) => positions?.[0]?.title ?? headline)),
    accounts: accounts.filter(({ tool }) => tool !== 'email' && tool !== 'sms'),
  }
}
