import { meanings, partsOf, STRANGE } from '#features/etiquette/model/job-talk/meanings.ts'
import { REACH } from '#features/etiquette/model/job-talk/traits.ts'
import type { WordSense } from '#features/etiquette/model/spelling.ts'

/** The traits of a sentence by their names, as they are learnt: what words mean, alone and together, and words as such. */
export function namesOf(words: readonly WordSense[], language: string): Set<string> {
  const names = new Set<string>()
  const said = words.filter(word => word.meanings.length > 0)
  for (const [i, word] of words.entries()) {
    if (word.stem !== '') names.add(`word ${language} ${word.stem}`)
    for (const part of partsOf(word.stem)) names.add(`word ${language} ${part}`)
    const next = words[i + 1]
    if (next && (word.stem !== '' || next.stem !== '')) names.add(`pair ${language} ${word.stem} ${next.stem}`)
    for (const a of word.meanings) {
      names.add(`alone ${meanings[a]}`)
      for (let j = i + 1; j < words.length && j <= i + REACH; j++)
        for (const b of words[j]?.meanings ?? []) names.add(`near ${meanings[a]} ${meanings[b]}`)
    }
  }
  for (let i = 0; i + 1 < said.length; i++)
    for (const a of said[i]?.meanings ?? [])
      for (const b of said[i + 1]?.meanings ?? []) names.add(`beside ${meanings[a]} ${meanings[b]}`)
  const strange = words.filter(word => word.meanings.length === 0).length
  for (const name of STRANGE.slice(0, strange)) names.add(`alone ${name}`)
  return names
}
