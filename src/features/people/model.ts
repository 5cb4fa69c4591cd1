export { type ContactCard, contactCsvHeader, printContactCsvRow, printCsvRow, printVCard } from './model/card.ts'
export { type ContactKind, contactKey, contactKinds } from './model/contact.ts'
export {
  type DepthWord,
  depthWord,
  type Education,
  type Position,
  type ProfileFacts,
  profileDepth,
} from './model/depth.ts'
export { type AlignedFact, alignFacts, type ComparedProfile, type UnknownFact, unknownFacts } from './model/facts.ts'
export { refusalOfRecruiters } from './model/no-recruiters.ts'
export { toolsOf } from './model/on-tool.ts'
export { type Evidence, type LawfulBasis, lawfulBases, type RowMark } from './model/person.ts'
export { allOf, type Condition, compileQuery, marks, rankText } from './model/query/compile.ts'
export { type ParsedQuery, parseQuery, type Query, type QueryWords } from './model/query/parse.ts'
export { asName, changeTerms, looserQueries, printQuery, wantedTerms } from './model/query/print.ts'
