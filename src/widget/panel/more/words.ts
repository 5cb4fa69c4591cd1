import type en from './locale/en.json'

export type MoreWords = typeof en

const files = import.meta.glob<MoreWords>('./locale/*.json', { import: 'default' })

/** The words of what most visitors never open. */
export async function loadMoreWords(language: string): Promise<MoreWords> {
  const load = files[`./locale/${language}.json`] ?? files['./locale/en.json']
  if (!load) throw new Error(`no more words for ${language}`)
  return load()
}
