import { newId, type PersonId } from '#kernel/ids.ts'
import { judgeMatch, proposalsFor } from '../../model/match.ts'
import type { HistoryRow } from '../../store/history.ts'
import { addKey, candidatesOf, type Index, reasonsOf, recordFacts, type Suppressed } from '../match-batch.ts'
import type { PreparedPerson } from '../prepare.ts'
import { createPerson } from './create.ts'
import { type Plan, partsOf, type Writing } from './plan.ts'
import { updatePerson } from './update.ts'

function connectedOf(record: PreparedPerson, person: PersonId): HistoryRow[] {
  const { connectedAt } = record.person
  const [account] = record.profiles
  if (!connectedAt || !account || Number.isNaN(Date.parse(connectedAt))) return []
  return [
    {
      record_key: `connected ${account.tool} ${account.key ?? record.key}`,
      kind: 'connected',
      direction: 'both',
      tool: account.tool,
      person_id: person,
      at: connectedAt,
    },
  ]
}

export function planRecord(
  plan: Plan,
  index: Index,
  record: PreparedPerson,
  suppressed: Suppressed | undefined,
  writing: Writing,
): void {
  const { counts } = plan
  const keyRow = index.keys.get(record.key)
  if (keyRow?.digests.includes(record.digest)) {
    counts.unchanged++
    return
  }
  const reasons = suppressed ? reasonsOf(record, suppressed) : []
  if (reasons.includes('erased')) {
    counts.suppressed++
    plan.rejects.push({
      file: record.file,
      row: record.row,
      why: 'This person was erased here at their wish, so nothing of the row was kept.',
      raw: '',
      columns: null,
    })
    return
  }
  const candidates = candidatesOf(index, record)
  const known = keyRow && index.known.get(keyRow.person_id)
  const others = known ? candidates.filter(one => one.person !== known.person.person_id) : candidates
  const match = known
    ? { kind: 'same' as const, person: known.person.person_id }
    : judgeMatch(() => recordFacts(record), candidates, index.model)
  let person: PersonId
  if (match.kind === 'same') {
    person = match.person
    const one = index.known.get(person)
    if (!one) throw new Error('a matched person was not read')
    const { changed, newJob } = updatePerson(plan, index, one, record, writing)
    if (changed) counts.changed++
    else counts.unchanged++
    if (newJob) counts.newJobs++
    if (changed && !plan.people.has(person)) plan.touched.add(person)
  } else {
    person = createPerson(plan, index, record, writing)
    counts.created++
  }
  // Kept apart, or known by this record and yet with an address of somebody else: a recruiter decides.
  const proposals =
    match.kind === 'conflict'
      ? match.proposals
      : known && others.length > 0
        ? proposalsFor(recordFacts(record), others, index.model)
        : []
  if (proposals.length > 0) counts.conflicts++
  for (const { person: other, ...why } of proposals) plan.proposals.push({ one: person, other, ...why })
  const digests = keyRow && keyRow.import_id === writing.importId ? [...keyRow.digests, record.digest] : [record.digest]
  if (keyRow && keyRow.import_id !== writing.importId)
    plan.changes.push({
      change: newId(),
      entity: 'key',
      id: person,
      kind: 'changed',
      before: { format: writing.format, key: record.key, digests: keyRow.digests, importId: keyRow.import_id },
      after: {},
    })
  const { keys } = index.held.has(record.key) ? plan.added : partsOf(plan, person)
  keys.set(record.key, { key: record.key, person, digests })
  addKey(index, { record_key: record.key, person_id: person, digests, import_id: writing.importId })
  plan.history.push(...connectedOf(record, person))
  if (record.quote !== undefined)
    plan.refused.push({ person, reason: 'Their profile asks recruiters to stay away.', quote: record.quote })
  else if (reasons.length > 0) plan.refused.push({ person, reason: 'They asked not to be contacted.' })
}
