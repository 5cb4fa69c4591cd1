// Learns from the labelled pages what tells a compliment on a subject from something told of a text, and writes it where the rules read it.
// Prints how many drafts are judged rightly by what was learnt from all other pages.
import { writeFile } from 'node:fs/promises'
import { fileOf, learn, lessons, outsideItsPage } from './praise/learn.ts'

const all = lessons()
console.log(outsideItsPage(all))
await writeFile(new URL('../src/features/etiquette/model/praise.generated.ts', import.meta.url), fileOf(learn(all)))
