export { type Excerpt, excerptOf } from './model/excerpt.ts'
export { chips, parseSaid, peopleQueryOf, type SaidPart, type SaidQuery } from './model/query.ts'
