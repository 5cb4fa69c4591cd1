import type { Site } from '#features/site/index.ts'
import { dayOf } from '../actions/manage.ts'
import type { OpeningWhole } from '../actions/read.ts'
import { jobUrl } from '../job-posting.ts'
import { findMissing } from '../model.ts'
import type { Application } from '../store/applications.ts'
import type { Opening } from '../store/openings.ts'
import type { ApplicationView, OpeningDetail, OpeningView } from '../wire.ts'

export const viewOpening = (site: Site, opening: Opening & { applications: number }, now: Date): OpeningView => ({
  id: opening.id,
  slug: opening.slug,
  url: jobUrl(site, opening),
  title: opening.title,
  description: opening.description,
  must: [...opening.must],
  nice: [...opening.nice],
  pay: opening.pay,
  place: opening.place,
  town: opening.town !== null && opening.country !== null ? { name: opening.town, country: opening.country } : null,
  street: opening.street,
  postcode: opening.postcode,
  region: opening.region,
  remote: opening.remote,
  remoteFrom: [...opening.remoteFrom],
  employment: opening.employment,
  organisation: opening.organisation,
  organisationUrl: opening.organisationUrl,
  startsOn: opening.startsOn,
  applyUntil: opening.applyUntil,
  form: opening.form,
  lang: opening.lang,
  state: opening.state,
  closedReason: opening.closedReason,
  owner: { id: opening.owner, name: opening.ownerName },
  openedAt: opening.openedAt?.toISOString() ?? null,
  closedAt: opening.closedAt?.toISOString() ?? null,
  updatedAt: opening.updatedAt.toISOString(),
  missing: findMissing(opening, dayOf(now)),
  applications: opening.applications,
})

export const viewApplication = (one: Application): ApplicationView => ({
  id: one.id,
  person: one.person,
  name: one.name,
  message: one.message,
  referral: one.referral,
  resume:
    one.resumeName !== null && one.resumeBytes !== null && one.resumeState !== null
      ? { name: one.resumeName, bytes: one.resumeBytes, state: one.resumeState }
      : null,
  at: one.at.toISOString(),
})

export const viewWhole = (site: Site, whole: OpeningWhole, now: Date): OpeningDetail => ({
  opening: viewOpening(site, { ...whole.opening, applications: whole.applications.length }, now),
  team: whole.team.map(({ user, name, part }) => ({ id: user, name, part })),
  colleagues: whole.colleagues,
  log: whole.log.map(entry => ({ ...entry, at: entry.at.toISOString() })),
  applications: whole.applications.map(viewApplication),
  referrals: whole.referrals,
})
