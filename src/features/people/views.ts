import type { z } from 'zod'
import type { WholePerson } from './actions/read.ts'
import type { PersonRow, SearchPage } from './actions/search.ts'
import { depthWord } from './model/depth.ts'
import type { PersonPageWire, PersonRowWire, peoplePage } from './wire.ts'

const stageOf = (doNotContact: boolean, mark: PersonRow['mark']) =>
  doNotContact ? 'do-not-contact' : (mark?.stage ?? 'found')

export const viewRow = (row: PersonRow): PersonRowWire => ({
  id: row.person_id,
  name: row.display_name,
  headline: row.headline,
  place: row.place,
  stage: stageOf(row.do_not_contact, row.mark),
  tools: row.tools,
  tags: row.tags,
  depth: depthWord(row.depth),
  active: row.active ?? null,
  lastActiveAt: row.last_active_at?.toISOString() ?? null,
  lastTouchAt: row.mark?.lastTouchAt?.toISOString() ?? null,
  contactSince: row.mark?.contactSince?.toISOString() ?? null,
  nextStep: row.do_not_contact ? null : (row.mark?.nextStep ?? null),
  presence: null,
})

export const viewPage = (page: SearchPage): z.infer<typeof peoplePage> => ({
  people: page.people.map(viewRow),
  next: page.next ?? null,
  count: page.count ?? null,
  nearNames: page.nearNames,
  spelling: page.spelling ?? null,
  looser: page.looser ?? null,
})

type Decided = {
  probability: number
  evidence: WholePerson['links'][number]['evidence']
  decided_by: 'import' | 'rule' | 'recruiter'
  user_id: WholePerson['links'][number]['user_id']
  decided_at: Date
  undone_at: Date | null
}

const viewDecided = (row: Decided) => ({
  probability: row.probability,
  evidence: row.evidence,
  decidedBy: row.decided_by,
  user: row.user_id,
  at: row.decided_at.toISOString(),
  undoneAt: row.undone_at?.toISOString() ?? null,
})

export function viewPerson(whole: WholePerson): PersonPageWire {
  const { person, mark } = whole
  return {
    id: person.person_id,
    name: person.display_name,
    givenName: person.given_name,
    familyName: person.family_name,
    place: person.place,
    timeZone: person.time_zone,
    language: person.language,
    birthDate: person.birth_date,
    owner: person.owner_id,
    mergedInto: person.merged_into,
    createdAt: person.created_at.toISOString(),
    stage: stageOf(person.do_not_contact_at !== null, mark),
    lastTouchAt: mark?.lastTouchAt?.toISOString() ?? null,
    nextStep: person.do_not_contact_at ? null : (mark?.nextStep ?? null),
    active: whole.active ?? null,
    doNotContact: person.do_not_contact_at
      ? {
          reason: person.do_not_contact_reason ?? '',
          quote: person.do_not_contact_quote,
          by: person.do_not_contact_by,
          at: person.do_not_contact_at.toISOString(),
        }
      : null,
    profiles: whole.profiles.map(profile => ({
      id: profile.profile_id,
      tool: profile.tool,
      handle: profile.handle,
      url: profile.url,
      displayName: profile.display_name,
      headline: profile.headline,
      summary: profile.summary,
      place: profile.place,
      facts: viewFacts(profile.facts),
      depth: profile.depth,
      depthWord: depthWord(profile.depth),
      source: profile.source,
      lawfulBasis: profile.lawful_basis,
      collectedAt: profile.collected_at.toISOString(),
      updatedAt: profile.updated_at.toISOString(),
    })),
    facts: whole.facts,
    unknown: whole.unknown,
    contacts: whole.contacts.map(contact => ({
      kind: contact.kind,
      key: contact.contact_key,
      value: contact.value,
      profile: contact.profile_id,
      source: contact.source,
      provenAt: contact.proven_at?.toISOString() ?? null,
    })),
    links: whole.links.map(link => ({
      id: link.link_id,
      profile: link.profile_id,
      person: link.person_id,
      previous: link.previous_person_id,
      move: link.move_id,
      ...viewDecided(link),
    })),
    moves: whole.moves.map(move => ({
      id: move.move_id,
      kind: move.kind,
      from: move.from_id,
      to: move.to_id,
      reason: move.reason,
      ...viewDecided(move),
    })),
    notes: whole.notes.map(note => ({
      id: note.note_id,
      user: note.user_id,
      text: note.text,
      createdAt: note.created_at.toISOString(),
      editedAt: note.edited_at?.toISOString() ?? null,
    })),
    tags: whole.tags,
  }
}

const viewFacts = (facts: WholePerson['profiles'][number]['facts']): PersonPageWire['profiles'][number]['facts'] => ({
  ...(facts.positions ? { positions: [...facts.positions] } : {}),
  ...(facts.education ? { education: [...facts.education] } : {}),
  ...(facts.skills ? { skills: [...facts.skills] } : {}),
  ...(facts.languages ? { languages: [...facts.languages] } : {}),
})
