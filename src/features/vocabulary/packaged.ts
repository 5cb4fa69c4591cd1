import { readFileSync } from 'node:fs'
import { brotliDecompressSync } from 'node:zlib'
import { createGazetteer, type Gazetteer } from './model/gazetteer.ts'
import { createSkills, type Skills } from './model/skills.ts'
import { createTitles, type Titles } from './model/titles.ts'

const read = (name: string) =>
  brotliDecompressSync(readFileSync(new URL(`packaged/${name}`, import.meta.url))).toString()

/** Read when first asked for, and kept: what is packaged never changes while the server runs. */
function once<T>(make: () => T): () => T {
  let made: T | undefined
  return () => {
    made ??= make()
    return made
  }
}

export const places: () => Gazetteer = once(() => createGazetteer(read('places.tsv.br')))
export const titles: () => Titles = once(() => createTitles(read('titles.tsv.br')))
export const skills: () => Skills = once(() => createSkills(read('skills.tsv.br')))
