/** Whom a recruiter of this industry talks to, in one word. */
export const peopleOf: Readonly<Record<string, string>> = {
  nursing: 'nurses',
  care: 'carers',
  kitchen: 'cooks',
  hospitality: 'hotel people',
  retail: 'shop teams',
  trucking: 'drivers',
  logistics: 'warehouse teams',
  welding: 'welders',
  crafts: 'joiners',
  farming: 'farm people',
  teaching: 'teachers',
  laboratory: 'lab people',
  accounting: 'accountants',
  theatre: 'stage crews',
  software: 'developers',
}
