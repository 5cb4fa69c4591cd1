export { addContactPoint } from './actions/add-contact.ts'
export { addMessengerProfile } from './actions/add-person.ts'
export type { Audit, PeopleDeps } from './actions/deps.ts'
export { markDoNotContact } from './actions/do-not-contact.ts'
export { type Decision, mergeInto, takeBackMove } from './actions/merge.ts'
export type { ExportPart } from './actions/read.ts'
export { recordEmail } from './actions/record-email.ts'
export { deleteSamplePeople } from './actions/sample.ts'
export { doNotContactChanged, personErasing, personMoved, personMoveUndone } from './events.ts'
export {
  type AddressOwner,
  deleteImportedParts,
  deleteImportedPeople,
  hasSuppressions,
  type ImportedContact,
  type ImportedPerson,
  type ImportedProfile,
  type ImportMark,
  insertImportedContacts,
  insertImportedNotes,
  insertImportedPeople,
  insertImportedProfiles,
  insertImportedTags,
  insertMatchProposals,
  type KnownPerson,
  type KnownProfile,
  listAccountOwners,
  listAddressOwners,
  listKnownPeople,
  listSurvivors,
  type PersonSaying,
  type ProfileSaying,
  updatePeopleSaying,
  updateProfilesSaying,
} from './store/bulk.ts'
export { listContactCards } from './store/cards.ts'
export { findMovedRows, recordMovedRows } from './store/moves.ts'
export { findPeopleForUpdate, findPerson, insertPerson } from './store/people.ts'
export { findProfileByKey, insertLinks, insertProfile, listProfiles } from './store/profiles.ts'
export { listSamplePeople, updateImportedAsSample } from './store/sample.ts'
export { refreshPersonSearch } from './store/search-index.ts'
export { contactAddress, findSuppressed, type SuppressionKey, toolAddress } from './suppression.ts'
