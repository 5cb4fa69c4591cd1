export { addContactPoint } from './actions/add-contact.ts'
export { addMessengerProfile } from './actions/add-person.ts'
export { catchUpSearch, type Findables, makeSearchable, noteFindable } from './actions/catch-up-search.ts'
export type { Audit, PeopleDeps } from './actions/deps.ts'
export { markDoNotContact } from './actions/do-not-contact.ts'
export { addNote, editPerson } from './actions/edit.ts'
export { erasePerson } from './actions/erase.ts'
export { compileSearch, type StandingSearch } from './actions/matching.ts'
export { type Decision, mergeInto, takeBackMove } from './actions/merge.ts'
export { changeOwner, type OwnerRefusal } from './actions/owner.ts'
export { type ExportPart, exportPerson } from './actions/read.ts'
export { recordEmail } from './actions/record-email.ts'
export { deleteSamplePeople } from './actions/sample.ts'
export { type PersonRow, type SearchDeps, withMarks } from './actions/search.ts'
export { doNotContactChanged, ownerChanged, personErasing, personMoved, personMoveUndone } from './events.ts'
export {
  type ImportedContact,
  type ImportedNote,
  type ImportedPerson,
  type ImportedProfile,
  type ImportedTag,
  type ImportMark,
  insertImportedContacts,
  insertImportedNotes,
  insertImportedPeople,
  insertImportedProfiles,
  insertImportedTags,
} from './store/bulk/insert.ts'
export { type KnownPerson, type KnownProfile, listKnownPeople } from './store/bulk/known.ts'
export {
  type AddressOwner,
  hasSuppressions,
  listAccountOwners,
  listAddressOwners,
  listSurvivors,
} from './store/bulk/owners.ts'
export { insertMatchProposals } from './store/bulk/proposals.ts'
export {
  type PersonSaying,
  type ProfileSaying,
  updatePeopleSaying,
  updateProfilesSaying,
} from './store/bulk/sayings.ts'
export { deleteImportedParts, deleteImportedPeople } from './store/bulk/undo.ts'
export { listContactCards } from './store/cards.ts'
export { listOwnedBy, listSearchesOf, nameHandedOver, updateOwners, updateSearchesOf } from './store/hand-over.ts'
export { prepareSearch } from './store/matching.ts'
export { findMovedRows, recordMovedRows } from './store/moves.ts'
export { findPeopleForUpdate, findPerson, insertPerson } from './store/people.ts'
export { findProfileByKey, insertLinks, insertProfile, listProfiles } from './store/profiles.ts'
export { listSamplePeople, updateImportedAsSample } from './store/sample.ts'
export type { NewlyFindable } from './store/search-index/insert-new.ts'
export { createLexicon, type Lexicon } from './store/search-index/lexicon.ts'
export { refreshPersonSearch, refreshSearchRank } from './store/search-index/refresh.ts'
export { warmSearch } from './store/search-index/warm.ts'
export {
  contactAddress,
  findSuppressed,
  findSuppressedHashes,
  type SuppressionKey,
  suppressionHash,
  toolAddress,
} from './suppression.ts'
export { peopleTasks } from './tasks.ts'
export { viewRow } from './views.ts'
