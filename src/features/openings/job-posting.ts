import type { JobPosting, WithContext } from 'schema-dts'
import { markdownHtml, type Site, withWholeAddresses } from '#features/site/index.ts'
import { escapeHtml } from '#kernel/html.ts'
import type { Employment, PayPeriod } from './model.ts'
import type { Opening } from './store/openings.ts'
import { jobWords } from './words.ts'

const employmentOf = {
  'full-time': 'FULL_TIME',
  'part-time': 'PART_TIME',
  contract: 'CONTRACTOR',
  temporary: 'TEMPORARY',
  internship: 'INTERN',
  volunteer: 'VOLUNTEER',
  'per-diem': 'PER_DIEM',
  other: 'OTHER',
} as const satisfies Record<Employment, string>

const unitOf = {
  hour: 'HOUR',
  day: 'DAY',
  week: 'WEEK',
  month: 'MONTH',
  year: 'YEAR',
} as const satisfies Record<PayPeriod, string>

export const jobUrl = (site: Site, opening: Pick<Opening, 'slug'>): string => `${site.base}/jobs/${opening.slug}`

/** The whole text of a job: what is written, what is asked for and what would be nice. `page`: for readers elsewhere. */
export function jobTextHtml(opening: Opening, page?: string): string {
  const words = jobWords[opening.lang]
  const list = (title: string, lines: readonly string[]) =>
    lines.length === 0
      ? ''
      : `<h2>${escapeHtml(title)}</h2>\n<ul>${lines.map(line => `<li>${escapeHtml(line)}</li>`).join('')}</ul>`
  const written = markdownHtml(opening.description)
  return [
    page === undefined ? written : withWholeAddresses(written, page),
    list(words.must, opening.must),
    list(words.nice, opening.nice),
  ]
    .filter(Boolean)
    .join('\n')
}

/**
 * What a search engine is told, in schema.org's words: all that Google's job search requires and recommends
 * (developers.google.com/search/docs/appearance/structured-data/job-posting), as far as the opening says it.
 */
export function jobPosting(site: Site, opening: Opening): WithContext<JobPosting> {
  const { pay } = opening
  const hasPlace = opening.town !== null && opening.country !== null
  const from = opening.remoteFrom.length > 0 ? opening.remoteFrom : opening.country === null ? [] : [opening.country]
  return {
    '@context': 'https://schema.org',
    '@type': 'JobPosting',
    title: opening.title,
    description: jobTextHtml(opening, jobUrl(site, opening)),
    datePosted: (opening.openedAt ?? opening.createdAt).toISOString().slice(0, 10),
    ...(opening.applyUntil === null ? {} : { validThrough: `${opening.applyUntil}T23:59:59Z` }),
    employmentType: employmentOf[opening.employment],
    hiringOrganization: {
      '@type': 'Organization',
      name: opening.organisation,
      ...(opening.organisationUrl === null ? {} : { sameAs: opening.organisationUrl }),
    },
    identifier: { '@type': 'PropertyValue', name: opening.organisation, value: opening.id },
    url: jobUrl(site, opening),
    directApply: opening.form,
    ...(opening.startsOn === null ? {} : { jobStartDate: opening.startsOn }),
    ...(opening.must.length === 0 ? {} : { qualifications: opening.must.join('\n') }),
    ...(opening.nice.length === 0 ? {} : { skills: opening.nice.join('\n') }),
    ...(hasPlace
      ? {
          jobLocation: {
            '@type': 'Place' as const,
            address: {
              '@type': 'PostalAddress' as const,
              addressLocality: opening.town ?? '',
              addressCountry: opening.country ?? '',
              ...(opening.street === '' ? {} : { streetAddress: opening.street }),
              ...(opening.postcode === '' ? {} : { postalCode: opening.postcode }),
              ...(opening.region === '' ? {} : { addressRegion: opening.region }),
            },
          },
        }
      : {}),
    ...(opening.remote === 'yes'
      ? {
          jobLocationType: 'TELECOMMUTE',
          applicantLocationRequirements: from.map(code => ({ '@type': 'Country' as const, name: code })),
        }
      : {}),
    ...(pay === null
      ? {}
      : {
          baseSalary: {
            '@type': 'MonetaryAmount' as const,
            currency: pay.currency,
            value: {
              '@type': 'QuantitativeValue' as const,
              unitText: unitOf[pay.period],
              ...(pay.max === null || pay.max === pay.min
                ? { value: pay.min }
                : { minValue: pay.min, maxValue: pay.max }),
            },
          },
        }),
  }
}
