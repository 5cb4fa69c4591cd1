import { dayMs } from '#kernel/clock.ts'
import type { ToolId } from '#kernel/tools.ts'

/** What the one master profile holds; every tool's fields are filled from it. */
export const masterFields = ['name', 'photo', 'headline', 'about', 'recruits', 'place', 'links', 'languages'] as const
export type MasterField = (typeof masterFields)[number]

export type ProfileField = {
  id: MasterField
  /** The tool's own word for it. */
  label: string
  maxCodePoints?: number
}

export const ownProfileLimits = { fieldChars: 3_000, staleMs: 180 * dayMs }

/** Of the one picture: what may be sent, and what is kept of it. More pixels than these are an attack, not a photo. */
export const ownPictureLimits = { uploadBytes: 15_000_000, mostPixels: 60_000_000, side: 800 }

const name = (label = 'Name', max = 50): ProfileField => ({ id: 'name', label, maxCodePoints: max })
const photo = (label = 'Photo'): ProfileField => ({ id: 'photo', label })
const links = (label = 'Website'): ProfileField => ({ id: 'links', label })
const field = (id: MasterField, label: string, max?: number): ProfileField => ({
  id,
  label,
  ...(max === undefined ? {} : { maxCodePoints: max }),
})

/** Fields that a tool shows, in its own words, and where its own page to edit them is. */
export type ToolProfile = {
  fields: readonly ProfileField[]
  editPage?: string
  /** Kith itself reads and writes it there, over the network's API. */
  byKith?: true
}

const TOOL_PROFILES: Partial<Readonly<Record<ToolId, ToolProfile>>> = {
  'website-chat': { fields: [name('First name'), photo(), field('recruits', 'What you recruit for', 200)] },
  xmpp: { byKith: true, fields: [name('Nickname'), photo('Avatar'), field('about', 'Description'), links('URL')] },
  irc: { fields: [name('Nick', 30), field('headline', 'Real name', 50)] },
  matrix: { byKith: true, fields: [name('Display name', 100), photo('Avatar')] },
  telegram: {
    byKith: true,
    fields: [
      name('Bot name', 64),
      photo(),
      field('headline', 'Short description', 120),
      field('about', 'Description', 512),
    ],
    editPage: 'https://t.me/BotFather',
  },
  discord: {
    byKith: true,
    fields: [name('Bot name', 32), photo('Avatar'), field('about', 'About me', 400)],
    editPage: 'https://discord.com/developers/applications',
  },
  slack: { fields: [name('Full name', 80), photo(), field('headline', 'Title', 100)] },
  whatsapp: {
    fields: [name('Business name', 128), photo(), field('about', 'Description', 512), links('Websites')],
    editPage: 'https://business.facebook.com/',
  },
  messenger: { fields: [name('Page name', 75), photo(), field('recruits', 'Greeting', 160)] },
  instagram: {
    fields: [name('Name', 30), photo(), field('headline', 'Bio', 150), links('Link')],
    editPage: 'https://www.instagram.com/accounts/edit/',
  },
  twitter: {
    fields: [name(), photo(), field('headline', 'Bio', 160), field('place', 'Location', 30), links()],
    editPage: 'https://x.com/settings/profile',
  },
  email: { fields: [name('Sender name', 70), field('about', 'Signature', 300)] },
  facebook: {
    fields: [name(), photo(), field('headline', 'Intro', 101), field('place', 'Current city'), links()],
    editPage: 'https://www.facebook.com/me/about',
  },
  myspace: {
    fields: [name(), photo(), field('headline', 'Headline'), field('about', 'Bio'), links()],
    editPage: 'https://myspace.com/settings/profile',
  },
  mastodon: {
    byKith: true,
    fields: [
      name('Display name', 30),
      photo('Picture'),
      field('about', 'Bio', 500),
      field('recruits', 'Field: recruits for', 255),
      links('Field: page'),
    ],
  },
  bluesky: {
    byKith: true,
    fields: [name('Display name', 64), photo('Avatar'), field('about', 'Description', 256)],
    editPage: 'https://bsky.app/settings/account',
  },
  linkedin: {
    fields: [
      name('Name', 60),
      photo(),
      field('headline', 'Headline', 220),
      field('about', 'About', 2_600),
      field('place', 'Location'),
      links('Websites'),
      field('languages', 'Languages'),
    ],
    editPage: 'https://www.linkedin.com/in/me/',
  },
  blog: { fields: [name('Author'), photo(), field('about', 'About page'), links('Links')] },
  github: {
    fields: [name('Name', 255), photo(), field('headline', 'Bio', 160), field('place', 'Location'), links('URL')],
    editPage: 'https://github.com/settings/profile',
  },
  forum: {
    fields: [name('Member name'), photo('Avatar'), field('headline', 'Signature', 200), field('place', 'Place')],
  },
  'mailing-list': { fields: [name('From name'), field('headline', 'Signature', 160)] },
}

/** Feeds and boards have no profile of a person. */
export const toolProfileOf = (tool: ToolId): ToolProfile | undefined => TOOL_PROFILES[tool]
export const profiledTools = Object.keys(TOOL_PROFILES) as readonly ToolId[]

export type Fields = Readonly<Partial<Record<MasterField, string>>>
export type OwnProfile = { fields: Fields; checkedAt: Date | null; updatedAt: Date }

/** `differs`: says something else than the master. `missing`: the master has it and the tool not. */
export type FieldState = 'same' | 'differs' | 'missing' | 'too-long' | 'nothing-yet'

const plain = (text: string | undefined) => (text ?? '').trim().replace(/\s+/g, ' ').toLowerCase().replace(/\/$/, '')

/** What to copy there: its own words where there are any, else the master's. */
export function judgeField(field: ProfileField, master: Fields, there: Fields): { state: FieldState; copy: string } {
  const ours = master[field.id] ?? ''
  const own = there[field.id] ?? ''
  const copy = own.trim() === '' || field.id === 'photo' ? ours : own
  if (copy.trim() === '') return { state: 'nothing-yet', copy: '' }
  if (field.maxCodePoints !== undefined && [...copy].length > field.maxCodePoints) return { state: 'too-long', copy }
  if (own.trim() === '') return { state: 'missing', copy }
  if (ours.trim() === '' || plain(own) === plain(ours)) return { state: 'same', copy }
  // A short form on a tool with little room is no contradiction.
  if (field.maxCodePoints !== undefined && plain(ours).startsWith(plain(own).replace(/[.…]+$/, '')))
    return { state: 'same', copy }
  return { state: 'differs', copy }
}

export type Standing = {
  complete: number
  of: number
  differs: number
  stale: 'never-checked' | 'old' | 'master-newer' | null
}

export function standingOf(
  tool: ToolProfile,
  master: OwnProfile | undefined,
  there: OwnProfile | undefined,
  now: Date,
): Standing {
  const states = tool.fields.map(each => judgeField(each, master?.fields ?? {}, there?.fields ?? {}).state)
  const checked = there?.checkedAt
  const stale = !checked
    ? 'never-checked'
    : now.getTime() - checked.getTime() > ownProfileLimits.staleMs
      ? 'old'
      : master && master.updatedAt > checked
        ? 'master-newer'
        : null
  return {
    complete: states.filter(state => state === 'same' || state === 'differs').length,
    of: states.length,
    differs: states.filter(state => state === 'differs').length,
    stale,
  }
}
