import type { ImportRecord } from '#importers/contract.ts'
import { rejected } from '../people.ts'
import type { ResumeLine } from './lines.ts'
import { readResumeLines } from './resume.ts'

/** The one person of a résumé, or why there is none. */
export function* resumeRecords(
  lines: readonly ResumeLine[],
  links: readonly string[],
  file: string,
): Generator<ImportRecord> {
  const read = readResumeLines(lines, links)
  if (read) yield { kind: 'person', file, row: 1, key: read.key, person: read.person }
  else
    yield rejected(
      file,
      1,
      'No name, e-mail address or profile was found in this résumé.',
      lines.map(line => line.text).join('\n'),
    )
}
