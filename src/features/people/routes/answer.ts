import { z } from 'zod'
import { replyRefusal } from '#platform/routes.ts'
import type { AddRefusal } from '../actions/add-person.ts'
import type { EditRefusal } from '../actions/edit.ts'
import type { MergeRefusal } from '../actions/merge.ts'
import type { SavedRefusal } from '../actions/saved-searches.ts'
import type { SearchRefusal } from '../actions/search.ts'

type Refusal = AddRefusal | MergeRefusal | EditRefusal | SearchRefusal | SavedRefusal | { code: 'admin-only' }

const STATUS = {
  'no-such-person': 404,
  'no-such-note': 404,
  'no-such-profile': 404,
  'no-such-contact': 404,
  'no-such-move': 404,
  'no-such-link': 404,
  'which-tool': 422,
  'no-address': 422,
  'no-name': 422,
  'no-tag': 422,
  suppressed: 409,
  'known-elsewhere': 409,
  'same-person': 409,
  'already-merged': 409,
  'undone-already': 409,
  'later-move': 409,
  'all-profiles': 409,
  'broken-query': 422,
  'broken-cursor': 422,
  'no-pools': 422,
  'no-such-search': 404,
  'name-taken': 409,
  'too-broad': 422,
  'admin-only': 403,
  'no-such-colleague': 409,
  'a-colleagues-contact': 409,
} as const satisfies Record<Refusal['code'], number>

const WORDS: Record<Exclude<Refusal['code'], 'broken-query'>, string> = {
  'no-such-person': 'There is nobody here by this id. They may have been merged or erased.',
  'no-such-note': 'This person has no such note.',
  'no-such-profile': 'This person has no such profile.',
  'no-such-contact': 'This person has no such address.',
  'no-such-move': 'There is no such merge or split.',
  'no-such-link': 'There is no such link.',
  'which-tool': 'Say which tool this handle is from, or give the address of the page.',
  'no-address': 'This is no address of that kind. Phones need their country code, such as +34.',
  'no-name': 'Give a name.',
  'no-tag': 'Give a tag to add or remove.',
  suppressed: 'This person asked to be erased. Their address is not taken in again.',
  'known-elsewhere': 'This account belongs to a person who is here already. Open them, or merge the two.',
  'same-person': 'These are one and the same. Choose another person to merge.',
  'already-merged': 'This person was merged into another already. Open that one.',
  'undone-already': 'This was undone before.',
  'later-move': 'A later merge stands on this one. Undo that first.',
  'all-profiles': 'Leave at least one profile, or there is nothing to split.',
  'broken-cursor': 'This place in the list is not known. Start from the first page.',
  'no-pools': 'There are no pools to choose from yet.',
  'no-such-search': 'You have no such saved search. It may have been forgotten meanwhile.',
  'name-taken': 'You have a saved search of this name already. Choose another name.',
  'too-broad': 'More than 10,000 people fit. Narrow the search, and it can tell you who is new.',
  'no-such-colleague': 'Give them to a colleague who is here and may work with people.',
  'a-colleagues-contact':
    'They are a colleague’s contact. Ask to take them over; the colleague, or an admin, gives them.',
  'admin-only': 'Only an admin can allow contact again.',
}

type Reply = Parameters<typeof replyRefusal>[0]

export const answer = (reply: Reply, refusal: Refusal) =>
  replyRefusal(
    reply,
    STATUS[refusal.code],
    refusal.code,
    refusal.code === 'broken-query' ? refusal.message : WORDS[refusal.code],
    refusal.code === 'broken-query' ? refusal.at : undefined,
  )

/** What most routes of this feature answer with, and the name they stand under in the API's description. */
export const made = z.object({ id: z.string() })
export const nothing = z.null()
export const tags = ['people']
