import { foldName } from './fold.ts'
import { remembered } from './remembered.ts'

/** `group`: the ISCO unit group, shared by occupations that are near each other. */
export type Occupation = { label: string; group: string }

export type Titles = {
  /** The occupation that a title as people write it means ("Senior Staff Nurse (nights)"); undefined for one that is not known. */
  find(written: string): Occupation | undefined
}

const rank =
  /\b(?:senior|sr|junior|jr|lead|leading|principal|staff|chief|head|deputy|assistant|associate|interim|acting|trainee|graduate|intern|freelance|freelancer|self employed|experienced|certified|registered|qualified|night|nights|part time|full time|remote|i|ii|iii|iv|m w d|w m d|m f d|f m)\b/g
/** In other languages the commonest say it in their own words. */
const elsewhere =
  'developer=software developer|full stack developer=software developer|fullstack developer=software developer|frontend engineer=web developer|front end engineer=web developer|frontend developer=web developer|front end developer=web developer|backend developer=software developer|back end developer=software developer|backend engineer=software developer|softwareentwicklerin=software developer|softwareentwickler=software developer|entwickler=software developer|programmierer=software developer|developpeur=software developer|developpeuse=software developer|desarrollador=software developer|desarrolladora=software developer|sviluppatore=software developer|desenvolvedor=software developer|ontwikkelaar=software developer|software engineer=software developer|web developer=web developer|webentwickler=web developer|krankenschwester=nurse responsible for general care|krankenpflegerin=nurse responsible for general care|krankenpfleger=nurse responsible for general care|pflegefachkraft=nurse responsible for general care|pflegefachfrau=nurse responsible for general care|infirmier=nurse responsible for general care|infirmiere=nurse responsible for general care|enfermera=nurse responsible for general care|enfermero=nurse responsible for general care|enfermeira=nurse responsible for general care|enfermeiro=nurse responsible for general care|infermiere=nurse responsible for general care|infermiera=nurse responsible for general care|verpleegkundige=nurse responsible for general care|nurse=nurse responsible for general care|registered nurse=nurse responsible for general care|staff nurse=nurse responsible for general care|rn=nurse responsible for general care|schweisser=welder|soudeur=welder|soldador=welder|saldatore=welder|lasser=welder|lehrer=secondary school teacher|lehrerin=secondary school teacher|koch=cook|cuisinier=cook|cocinero=cook|cocinera=cook|elektriker=electrician|electricien=electrician|electricista=electrician|elettricista=electrician|arzt=specialised doctor|arztin=specialised doctor|medecin=specialised doctor|medico=specialised doctor|medica=specialised doctor|buchhalter=accountant|buchhalterin=accountant|comptable=accountant|contable=accountant|projektleiter=project manager|chef de projet=project manager|jefe de proyecto=project manager|hebamme=midwife|sage femme=midwife|matrona=midwife|apotheker=pharmacist|pharmacien=pharmacist|farmaceutico=pharmacist'

const singular = (name: string) => name.replace(/ies$/, 'y').replace(/([^s])s$/, '$1')

/** `text`: a line for each occupation: its name, its group, its other names folded. */
export function createTitles(text: string): Titles {
  const occupations: Occupation[] = []
  const byName = new Map<string, Occupation>()
  for (const line of text.split('\n')) {
    const [label = '', group = '', others = ''] = line.split('\t')
    const occupation = { label, group }
    occupations.push(occupation)
    for (const name of others.split('|')) if (name && !byName.has(name)) byName.set(name, occupation)
  }
  for (const occupation of occupations) byName.set(foldName(occupation.label), occupation)
  for (const each of elsewhere.split('|')) {
    const [name = '', label = ''] = each.split('=')
    const occupation = byName.get(foldName(label))
    if (occupation) byName.set(name, occupation)
  }
  const findPart = remembered((part: string): Occupation | undefined => {
    const whole = foldName(part)
    if (whole === '') return undefined
    const known = byName.get(whole) ?? byName.get(singular(whole))
    if (known) return known
    const bare = whole
      .replace(rank, ' ')
      .replace(/\bof\b\s*$/, '')
      .replace(/\s+/g, ' ')
      .trim()
    for (const name of [bare, singular(bare), bare.split(' ').slice(-2).join(' ')]) {
      const found = name.length > 1 ? byName.get(name) : undefined
      if (found) return found
    }
    return undefined
  })
  const look = (written: string): Occupation | undefined => {
    // Where somebody works is no title.
    const [held = ''] = written.split(/\s(?:at|bei|chez|@|presso|bij|na)\s/iu)
    for (const part of held.split(/[|·•,;/()]|\s[-–—]\s|\s(?:en)\s/iu).slice(0, 3)) {
      const found = findPart(part)
      if (found) return found
    }
    return undefined
  }
  return { find: remembered(written => (written.length > 300 ? undefined : look(written))) }
}
