/** What search knows of the world beside the people in it. Names are as people write them. */
export type Known = {
  /** Stable id of the town that `written` means. */
  findTown(written: string): string | undefined
  /** The cells and single towns of a circle around a town. */
  around(town: string, km: number): { cells: readonly string[]; towns: readonly string[] }
  languageCode(written: string): string | undefined
  /** The one word that stands for a skill, however it is written. */
  skillSlug(written: string): string
  /** The same for a title, when it names an occupation. */
  titleSlug(written: string): string | undefined
  /** What else somebody of this name may be called. */
  otherNames(name: string): readonly string[]
}

const usualKm = 50

/** "Lyon", "Lyon 100 km", "Lyon, 20km". */
export function readNear(text: string): { town: string; km: number } {
  const given = /^(.*?)[\s,]*\b(\d{1,4})\s*(km|mi|miles)$/i.exec(text.trim())
  if (!given?.[1]) return { town: text.trim(), km: usualKm }
  const amount = Number(given[2])
  return { town: given[1], km: given[3]?.toLowerCase() === 'km' ? amount : Math.round(amount * 1.609) }
}
