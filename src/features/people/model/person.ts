/** GDPR art. 6, in the words of the forms. */
export const lawfulBases = [
  'legitimate-interest',
  'consent',
  'contract',
  'public-by-the-person',
  'legal-obligation',
] as const
export type LawfulBasis = (typeof lawfulBases)[number]

/** One fact that speaks for or against two records being one person. `weight` is in bits; negative speaks against. */
export type Evidence = { fact: string; left?: string; right?: string; weight: number; says: string }

/** What stands by a name in a list, told by the features that know it. */
export type RowMark = {
  stage: string
  lastTouchAt: Date | null
  /** Since when they are a contact on a sourcing tool, when nothing else has happened. */
  contactSince: Date | null
  nextStep: { id: string; tool: string | null; reason: string; days: number | null } | null
}
