import type { Position, ProfileFacts } from '#features/people/model.ts'
import { dayMs } from '#kernel/clock.ts'
import type { ToolId } from '#kernel/tools.ts'
import { industries } from './industries.ts'
import type { Industry } from './industry.ts'
import { type Culture, cultures } from './names.ts'
import type { SamplePerson, SampleProfile, Standing } from './plan.ts'
import { fill, type Random } from './random.ts'
import { mates } from './voice.ts'

/** Where people of the sample publish, and how likely; every address ends in .example, so that it leads nowhere. */
const sourcing: readonly (readonly [ToolId, number])[] = [
  ['linkedin', 0.7],
  ['blog', 0.28],
  ['mastodon', 0.14],
  ['facebook', 0.13],
  ['bluesky', 0.12],
  ['forum', 0.12],
  ['twitter', 0.1],
  ['mailing-list', 0.06],
  ['myspace', 0.05],
  ['instagram', 0.05],
]
const messengers: readonly ToolId[] = [
  'xmpp',
  'xmpp',
  'matrix',
  'matrix',
  'irc',
  'telegram',
  'telegram',
  'whatsapp',
  'discord',
  'slack',
  'messenger',
  'sms',
  'email',
]
const areas = [
  '212',
  '303',
  '312',
  '404',
  '415',
  '503',
  '512',
  '602',
  '612',
  '617',
  '702',
  '713',
  '720',
  '801',
  '816',
  '901',
  '904',
  '919',
  '954',
  '972',
]

const plain = (text: string) =>
  text
    .replaceAll('ı', 'i')
    .replaceAll('ø', 'o')
    .replaceAll('ł', 'l')
    .normalize('NFKD')
    .replaceAll(/[^\w-]/g, '')
    .toLowerCase()

/** A number in a range kept for fiction; one per person. */
const phoneOf = (index: number) =>
  `+1${areas[index % areas.length]}5550${100 + (Math.floor(index / areas.length) % 100)}`

const year = (now: Date, yearsAgo: number) =>
  String(new Date(now.getTime() - yearsAgo * 365.25 * dayMs).getUTCFullYear())

function addressOn(tool: ToolId, slug: string, index: number): Pick<SampleProfile, 'key' | 'handle' | 'url'> {
  const page = (host: string, path: string) => ({
    key: `${host}/${path}`,
    handle: slug,
    url: `https://${host}/${path}`,
  })
  switch (tool) {
    case 'blog':
      return { key: `${slug}.example`, handle: `${slug}.example`, url: `https://${slug}.example/` }
    case 'linkedin':
      return page('linkedin.example', `in/${slug}`)
    case 'mastodon':
      return {
        key: `@${slug}@social.example`,
        handle: `@${slug}@social.example`,
        url: `https://social.example/@${slug}`,
      }
    case 'xmpp':
      return { key: `${slug}@chat.example`, handle: `${slug}@chat.example` }
    case 'matrix':
      return { key: `@${slug}:matrix.example`, handle: `@${slug}:matrix.example` }
    case 'irc':
      return { key: slug, handle: slug }
    case 'whatsapp':
    case 'sms':
      return { key: phoneOf(index), handle: phoneOf(index) }
    case 'email':
      return { key: `${slug}@mail.example`, handle: `${slug}@mail.example` }
    case 'website-chat':
      return { key: `visitor-${slug}`, handle: `visitor-${slug}` }
    case 'telegram':
    case 'discord':
    case 'slack':
    case 'messenger':
      return { key: `${tool}-${slug}`, handle: slug }
    default:
      return page(`${tool}.example`, slug)
  }
}

function careerOf(random: Random, industry: Industry, slots: Record<string, () => string>, years: number, now: Date) {
  const steps = Math.min(4, 1 + Math.floor(years / 5))
  const top = Math.min(3, Math.floor(years / 6) + (random.chance(0.25) ? 1 : 0))
  const positions: Position[] = []
  let until = 0
  for (let step = 0; step < steps; step += 1) {
    const length = Math.max(1, Math.round(years / steps))
    positions.push({
      title: industry.roles[Math.max(0, top - step)] ?? industry.roles[0],
      organisation: fill(random.pick(industry.employers), slots),
      description: fill(random.pick(industry.duties), slots),
      startedOn: year(now, until + length),
      ...(step > 0 && { finishedOn: year(now, until) }),
      current: step === 0,
    })
    until += length
  }
  return positions
}

function profileOn(tool: ToolId, person: Draft, deep: boolean, random: Random): SampleProfile {
  const { industry, positions, slots, slug, index } = person
  const base = { tool, ...addressOn(tool, slug, index) }
  if (!deep)
    return { ...base, ...(random.chance(0.5) && { headline: fill(random.pick(industry.headlines), slots) }), facts: {} }
  const facts: ProfileFacts = {
    positions,
    skills: random.some(industry.skills, random.between(3, 6)),
    education: [{ school: fill(random.pick(industry.schools), slots) }],
    languages: person.culture.language === 'en' ? ['English'] : [tongues[person.culture.language], 'English'],
  }
  return {
    ...base,
    headline: fill(random.pick(industry.headlines), slots),
    summary: fill(random.some(random.pick(industry.topics).lines, 2).join(' '), slots),
    facts,
  }
}

const tongues = { en: 'English', de: 'German', fr: 'French', es: 'Spanish', nl: 'Dutch', pt: 'Portuguese' } as const

type Draft = {
  index: number
  slug: string
  culture: Culture
  industry: Industry
  positions: Position[]
  slots: Record<string, () => string>
}

/** What stands in the slots of an industry's texts, for one person. */
export function slotsOf(random: Random, industry: Industry, place: string, role: string) {
  return {
    place: () => place,
    role: () => role,
    n: () => String(random.between(3, 48)),
    thing: () => random.pick(industry.things),
    skill: () => random.pick(industry.skills),
    mate: () => random.pick(mates),
    employer: () => random.pick(industry.employers).replace('{place}', place),
  }
}

export function makePerson(random: Random, index: number, standing: Standing, now: Date): SamplePerson {
  const industry = random.pick(industries)
  const culture = random.pick(cultures)
  const [place, timeZone] = random.pick(culture.places)
  const given = random.pick(culture.given)
  const family = random.pick(culture.family)
  const slug = `${plain(given)}-${plain(family)}-${index.toString(36)}`
  if (standing === 'visitor') return visitor(random, index, given, slug, industry.id)
  const years = random.between(1, 24)
  const slots = slotsOf(random, industry, place, '')
  const positions = careerOf(random, industry, slots, years, now)
  slots.role = () => positions[0]?.title ?? industry.roles[0]
  const draft: Draft = { index, slug, culture, industry, positions, slots }
  const profiles = sourcing
    .filter(([, share]) => random.chance(share))
    .map(([tool]) => profileOn(tool, draft, tool === 'linkedin' || (tool === 'blog' && random.chance(0.4)), random))
  if ((industry.id === 'software' || industry.id === 'laboratory') && random.chance(0.6))
    profiles.push(profileOn('github', draft, false, random))
  if (profiles.length === 0) profiles.push(profileOn('linkedin', draft, true, random))
  const chats = standing !== 'found' && standing !== 'read' && standing !== 'engaged'
  const chatsOn = chats || random.chance(0.35) ? random.pick(messengers) : undefined
  if (chatsOn) profiles.push(profileOn(chatsOn, draft, false, random))
  const mail = chatsOn === 'email' || random.chance(0.4)
  return {
    name: `${given} ${family}`,
    given,
    family,
    place,
    timeZone,
    language: culture.language,
    industry: industry.id,
    standing,
    ...(chatsOn && { chatsOn }),
    profiles,
    ...(mail && { email: `${slug}@mail.example` }),
    ...((chatsOn === 'sms' || chatsOn === 'whatsapp') && { phone: phoneOf(index) }),
    tags: random.chance(0.15) ? [random.pick(tagWords)] : [],
    ...(chats && random.chance(0.25) && { note: fill(random.pick(notes), slots) }),
  }
}

/** Someone who opened the chat on a page: a first name at most. */
function visitor(random: Random, index: number, given: string, slug: string, industry: string): SamplePerson {
  const name = random.chance(0.6) ? given : 'Visitor on “ask about nights”'
  return {
    name,
    given: name,
    language: 'en',
    industry,
    standing: 'visitor',
    chatsOn: 'website-chat',
    profiles: [{ tool: 'website-chat', ...addressOn('website-chat', slug, index), facts: {} }],
    tags: [],
  }
}

const tagWords = ['meet-up', 'writes well', 'days only', 'knows everyone', 'moving soon', 'ask in spring', 'teaches']
const notes = [
  'Answers in the evening, after the children are in bed.',
  'Wants fixed days. Money comes second.',
  'Partner works in {place} too, so it has to fit both.',
  'Would only move for a team with a {thing} that works.',
  'Ask about the {thing} first, it opens every talk.',
  'Knows {mate} from training. Do not mention the old place.',
]

/** A name in a messenger that may belong to someone we know from a full profile. */
export function makeShadow(known: SamplePerson, index: number): SamplePerson {
  const initial = (known.family ?? known.given).slice(0, 1)
  const slug = `${plain(known.given)}${plain(initial)}${index.toString(36)}`
  return {
    name: `${known.given} ${initial}.`,
    given: known.given,
    language: known.language,
    industry: known.industry,
    standing: 'found',
    ...(known.place !== undefined && { place: known.place }),
    profiles: [
      {
        tool: 'xmpp',
        ...addressOn('xmpp', slug, index),
        headline: known.profiles[0]?.facts.positions?.[0]?.organisation ?? known.industry,
        facts: {},
      },
    ],
    tags: [],
  }
}
