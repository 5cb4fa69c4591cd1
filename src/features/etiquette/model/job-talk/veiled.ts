import type { KnownLanguage } from '../language.ts'
import type { Frame } from './frame.ts'
import { de } from './veiled/de.ts'
import { en } from './veiled/en.ts'
import { es } from './veiled/es.ts'
import { fr } from './veiled/fr.ts'
import { nl } from './veiled/nl.ts'
import { pt } from './veiled/pt.ts'

/** Job talk that names no vacancy: a client who wants to meet, a next step, a wage to wish for, a question whether they still like it there. */
export const veiledFrames: Readonly<Record<KnownLanguage, readonly Frame[]>> = { en, de, fr, es, pt, nl }
