/** Facts whose degrees of agreement have words in `locale`. */
export const weighed: ReadonlySet<string> = new Set([
  'given-name',
  'surname',
  'middle-name',
  'birth-date',
  'e-mail',
  'phone',
  'url',
  'handle',
  'place',
  'employer',
  'title',
])
