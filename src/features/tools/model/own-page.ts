import { type Fields, judgeField, type ToolProfile } from './own-profile.ts'

/** A profile as a network gives and takes it. */
export type OwnPage = {
  name: string
  about: string
  /** Null or absent where the network has no place for one. */
  headline?: string | null
  links: readonly { label: string; value: string }[]
}

const RECRUITS = 'Recruits for'
const hostOf = (url: string) => (URL.canParse(url) ? new URL(url).host : url)

/** What to write there: the tool's own words where there are any, else the master's; nothing that is empty or does not fit. */
export function pageOf(profile: ToolProfile, master: Fields, there: Fields): Partial<OwnPage> {
  const page: { -readonly [Key in keyof OwnPage]?: OwnPage[Key] } = {}
  const links: { label: string; value: string }[] = []
  for (const field of profile.fields) {
    const { state, copy } = judgeField(field, master, there)
    if (state === 'nothing-yet' || state === 'too-long') continue
    if (field.id === 'name' || field.id === 'about' || field.id === 'headline') page[field.id] = copy.trim()
    else if (field.id === 'recruits') links.push({ label: RECRUITS, value: copy.trim() })
    else if (field.id === 'links')
      for (const line of copy.split('\n').map(each => each.trim()))
        if (line !== '') links.push({ label: hostOf(line), value: line })
  }
  return links.length > 0 ? { ...page, links } : page
}

/** The other way: what stands there, by our names, as far as the tool shows it. */
export function fieldsOfPage(profile: ToolProfile, page: OwnPage): Fields {
  const shows = (id: string) => profile.fields.some(field => field.id === id)
  const recruits = page.links.find(link => link.label === RECRUITS)
  const others = page.links.filter(link => link !== recruits)
  return {
    name: page.name,
    ...(shows('about') ? { about: page.about } : {}),
    ...(shows('headline') ? { headline: page.headline ?? '' } : {}),
    ...(shows('recruits') ? { recruits: recruits?.value ?? '' } : {}),
    ...(shows('links') ? { links: others.map(link => link.value).join('\n') } : {}),
  }
}
