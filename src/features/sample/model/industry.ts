/** One field of work in its own words. Slots: {thing} {n} {place} {employer} {skill} {mate} {role}. */
export type Industry = {
  id: string
  /** From the first year to the one who leads. */
  roles: readonly [string, string, string, string]
  employers: readonly string[]
  schools: readonly string[]
  skills: readonly string[]
  things: readonly string[]
  headlines: readonly string[]
  duties: readonly string[]
  topics: readonly Topic[]
  shorts: readonly string[]
  talks: readonly string[]
  /** What someone asks about such work, and what a recruiter who knows it answers. */
  asks: readonly (readonly [question: string, answer: string])[]
}

/** An item takes some of the lines, in their order. */
export type Topic = { titles: readonly string[]; lines: readonly string[] }
