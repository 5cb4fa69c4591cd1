import type { Preview } from './actions/preview.ts'
import type { Report } from './actions/report.ts'
import type { Job } from './model/facts.ts'
import type { Import } from './store/imports.ts'
import type { ImportWire, PreviewWire, ReportWire } from './wire.ts'

export const viewImport = (row: Import): ImportWire => ({
  id: row.import_id,
  user: row.user_id,
  name: row.name,
  format: row.format,
  state: row.state,
  error: row.error,
  rowsDone: row.rows_done,
  rowsTotal: row.rows_total,
  rowsExact: row.rows_exact,
  counts: {
    created: row.created_count,
    changed: row.changed_count,
    unchanged: row.unchanged_count,
    empty: row.empty_count,
    rejected: row.rejected_count,
    newJobs: row.new_job_count,
    suppressed: row.suppressed_count,
    conflicts: row.conflict_count,
  },
  removed: row.removed_count,
  kept: row.kept_count,
  also: {
    message: row.also.message ?? 0,
    invitation: row.also.invitation ?? 0,
    connected: row.also.connected ?? 0,
    partial: row.also.partial ?? 0,
    unmatched: row.also.unmatched ?? 0,
    room: row.also.room ?? 0,
    activity: row.also.activity ?? 0,
    own: row.also.own ?? 0,
    taken: row.also.taken ?? 0,
    feed: row.also.feed ?? 0,
    followed: row.also.followed ?? 0,
    owner: row.also.owner ?? null,
  },
  createdAt: row.created_at.toISOString(),
  startedAt: row.started_at?.toISOString() ?? null,
  finishedAt: row.finished_at?.toISOString() ?? null,
  undoneAt: row.undone_at?.toISOString() ?? null,
})

const viewJob = (job: Job | null) => ({ title: job?.title ?? null, organisation: job?.organisation ?? null })

export const viewReport = ({ row, newJobs, rejects, files, kept }: Report): ReportWire => ({
  import: viewImport(row),
  newJobs: newJobs.map(one => ({
    person: one.person_id,
    name: one.name,
    from: viewJob(one.from),
    to: viewJob(one.to),
  })),
  rejects: rejects.map(({ file, row: at, why, raw }) => ({ file, row: at, why, raw })),
  rejectedFiles: files.map(({ file, rows, columns }) => ({
    file,
    rows,
    loads: columns !== null || row.columns !== null,
  })),
  kept: kept.map(one => ({ person: one.person_id, name: one.name, why: one.why })),
})

export const viewPreview = (preview: Preview): PreviewWire => ({
  format: preview.format,
  label: preview.label,
  columns: preview.columns ? preview.columns.map(column => ({ ...column, sample: [...column.sample] })) : null,
  remembered: preview.remembered,
  rows: preview.rows.map(({ row, person, why }) => ({
    row,
    why: why ?? null,
    person: person
      ? {
          name: person.name,
          emails: [...person.emails],
          phones: [...person.phones],
          title: person.title ?? null,
          organisation: person.organisation ?? null,
          headline: person.headline ?? null,
          place: person.place ?? null,
          tools: [...person.tools],
          tags: [...person.tags],
          birthDate: person.birthDate ?? null,
          note: person.note ?? null,
        }
      : null,
  })),
  counts: preview.counts,
  exact: preview.exact,
  rowsTotal: preview.rowsTotal ?? null,
  problem: preview.problem ?? null,
})
