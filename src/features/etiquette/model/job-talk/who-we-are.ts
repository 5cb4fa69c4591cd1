import { screenFor } from '../screen.ts'

const WHO = [
  // “Tess here from quayside staffing in grimsby, there's 2 of us and we place care staff”, “i run a one-woman agency for boat crew”
  /(?<![a-z])(?:here )?(?:from|at|of|with) (?:[\w'&-]+ ){1,3}?(?:staffing|recruitment|crewing|personnel|resourcing)(?: in [\w-]+)?(?![a-z])/g,
  /(?<![a-z])there'?s (?:just |only )?(?:\d|two|three|four) of us(?![a-z])/g,
  /(?<![a-z])(?:i|we) (?:run|have|own) (?:an?|my|our|the) (?:[\w'&-]+ ){0,4}?(?:agency|bureau|outfit)(?: (?:for|in)(?: (?!and |we )[\w'&-]+){1,3})?(?![a-z])/g,
  /(?<![a-z])we (?:mostly |mainly |only |just )?(?:place|recruit|crew) (?!you |him |her |them |it |the |an? |now )(?:[\w'-]+ ){0,2}?[\w'-]{4,}(?= (?:in|for|on|around|round|across) |[.,!?]|$)/g,
  /(?<![a-z])(?:wir|ich) (?:vermitteln|vermittle) (?!dich|sie |euch|ihnen|dir |ihr )(?:[\w-]+ ){0,3}?[\w-]{5,}(?= (?:in|fur|an|im) |[.,!?]|$)/g,
  /(?<![a-z])(?:je|on|nous) (?:place|placons) (?:surtout |que )?des [\w'-]+/g,
  /(?<![a-z])(?:ik|we|wij) (?:run|runnen|heb|hebben) (?:met (?:\w+ ){1,3})?(?:een|mijn|ons|onze) (?:[\w-]+ ){0,2}?\w*bureau\w*(?: voor(?: [\w-]+){1,2})?/g,
  /(?<![a-z])(?:we|wij) (?:bemiddelen|plaatsen) (?!je |jou |u )[\w-]+/g,
  /(?<![a-z])(?:tengo|llevo|tenemos|llevamos) una? (?:\w+ )?agencia\w*(?: (?:de|en) [\w-]+){0,2}/g,
  /(?<![a-z])(?:tenho|temos) uma? (?:\w+ )?agenc\w+(?: (?:de|em) [\w-]+){0,2}/g,
]
const screen = screenFor(WHO)

/** A sentence without what it says of us and our trade: a small agency's hello names whom it places, and offers nothing. */
export function withoutWhoWeAre(folded: string): string {
  let left = folded
  for (const i of screen.look(folded)) {
    const pattern = WHO[i]
    if (pattern) left = left.replace(pattern, found => '_'.repeat(found.length))
  }
  return left
}
