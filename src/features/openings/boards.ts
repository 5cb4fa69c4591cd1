import type { Site } from '#features/site/index.ts'
import { escapeXml } from '#kernel/html.ts'
import { jobTextHtml, jobUrl } from './job-posting.ts'
import { type Employment, payText } from './model.ts'
import type { Opening } from './store/openings.ts'
import { jobWords } from './words.ts'

// What job boards collect: lists of jobs as Indeed and LinkedIn describe them. Empty facts are left out.

const cdata = (text: string) => `<![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`
const element = (name: string, text: string | null | undefined) =>
  text === null || text === undefined || text === '' ? '' : `<${name}>${cdata(text)}</${name}>`
const list = (elements: readonly string[]) => elements.filter(Boolean).join('\n    ')

const indeedType: Readonly<Record<Employment, string>> = {
  'full-time': 'fulltime',
  'part-time': 'parttime',
  contract: 'contract',
  temporary: 'temporary',
  internship: 'internship',
  volunteer: 'volunteer',
  'per-diem': 'temporary',
  other: '',
}

const salary = (opening: Opening) =>
  opening.pay ? `${payText(opening.pay, opening.lang)} ${jobWords[opening.lang].period[opening.pay.period]}` : ''

const openedAt = (opening: Opening) => opening.openedAt ?? opening.createdAt
const newest = (openings: readonly Opening[], otherwise: Date) =>
  openings.reduce((latest, { updatedAt }) => (updatedAt > latest ? updatedAt : latest), otherwise)

export function indeedXml(site: Site, openings: readonly Opening[]): string {
  const jobs = openings.map(opening => {
    const url = `${jobUrl(site, opening)}?ref=indeed`
    return `  <job>
    ${list([
      element('title', opening.title),
      element('date', openedAt(opening).toUTCString()),
      element('referencenumber', opening.id),
      element('requisitionid', opening.slug),
      element('url', url),
      element('company', opening.organisation),
      element('sourcename', site.name),
      element('city', opening.town),
      element('state', opening.region),
      element('country', opening.country),
      element('postalcode', opening.postcode),
      element('streetaddress', opening.street),
      element('description', jobTextHtml(opening, jobUrl(site, opening))),
      element('salary', salary(opening)),
      element('jobtype', indeedType[opening.employment]),
      element('expirationdate', opening.applyUntil),
      element(
        'remotetype',
        opening.remote === 'yes' ? 'Fully remote' : opening.remote === 'hybrid' ? 'Hybrid remote' : '',
      ),
    ])}
  </job>`
  })
  return `<?xml version="1.0" encoding="utf-8"?>
<source>
  <publisher>${escapeXml(site.name)}</publisher>
  <publisherurl>${escapeXml(`${site.base}/jobs`)}</publisherurl>
  <lastBuildDate>${newest(openings, site.updatedAt).toUTCString()}</lastBuildDate>
${jobs.join('\n')}
</source>
`
}

const linkedinType: Readonly<Record<Employment, string>> = {
  'full-time': 'FULL_TIME',
  'part-time': 'PART_TIME',
  contract: 'CONTRACT',
  temporary: 'TEMPORARY',
  internship: 'INTERNSHIP',
  volunteer: 'VOLUNTEER',
  'per-diem': 'TEMPORARY',
  other: 'OTHER',
}
const linkedinPeriod = { hour: 'HOURLY', day: 'DAILY', week: 'WEEKLY', month: 'MONTHLY', year: 'YEARLY' } as const

function linkedinSalary({ pay }: Opening): string {
  if (pay === null) return ''
  const end = (name: string, amount: number) =>
    `<${name}><amount>${amount}</amount><currencyCode>${pay.currency}</currencyCode></${name}>`
  return `<salaries><salary>${end('highEnd', pay.max ?? pay.min)}${end('lowEnd', pay.min)}<period>${linkedinPeriod[pay.period]}</period><type>BASE_SALARY</type></salary></salaries>`
}

export function linkedinXml(site: Site, openings: readonly Opening[]): string {
  const jobs = openings.map(opening => {
    const place = [opening.town, opening.region, opening.country].filter(Boolean).join(', ')
    const skills = [...opening.must, ...opening.nice].map(each => element('skill', each)).join('')
    return `  <job>
    ${list([
      element('partnerJobId', opening.id),
      element('company', opening.organisation),
      element('title', opening.title),
      element('description', jobTextHtml(opening, jobUrl(site, opening))),
      element('applyUrl', `${jobUrl(site, opening)}?ref=linkedin`),
      element('location', place || opening.remoteFrom[0]),
      element('city', opening.town),
      element('state', opening.region),
      element('country', opening.country ?? opening.remoteFrom[0]),
      element('postalCode', opening.postcode),
      element('jobtype', linkedinType[opening.employment]),
      element(
        'workplaceTypes',
        opening.remote === 'yes' ? 'Remote' : opening.remote === 'hybrid' ? 'Hybrid' : 'On-site',
      ),
      skills && `<skills>${skills}</skills>`,
      linkedinSalary(opening),
      element('listDate', openedAt(opening).toISOString().slice(0, 10)),
      element('expirationDate', opening.applyUntil),
    ])}
  </job>`
  })
  return `<?xml version="1.0" encoding="utf-8"?>
<source>
  <lastBuildDate>${newest(openings, site.updatedAt).toUTCString()}</lastBuildDate>
  <publisherUrl>${escapeXml(`${site.base}/jobs`)}</publisherUrl>
  <publisher>${escapeXml(site.name)}</publisher>
${jobs.join('\n')}
</source>
`
}
