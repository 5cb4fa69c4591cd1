/**
 * One line of a résumé in reading order. Sizes compare within one document; 0 where the file has none. What begins a column belongs
 * to no section of the column before.
 */
export type ResumeLine = { text: string; size: number; isHeading: boolean; startsColumn?: boolean }

export type Section =
  | 'contact'
  | 'summary'
  | 'experience'
  | 'education'
  | 'skills'
  | 'languages'
  | 'certifications'
  | 'other'

const headings: readonly (readonly [Section, string])[] = [
  [
    'contact',
    'contact|contact details|contact information|personal details|personal information|kontakt|kontaktdaten|persönliche daten|zur person|coordonnées|contacto|datos personales|contatti',
  ],
  [
    'summary',
    'summary|professional summary|profile|about|about me|objective|personal statement|zusammenfassung|profil|über mich|kurzprofil|extracto|perfil|resumen|résumé|à propos|profilo',
  ],
  [
    'experience',
    'experience|work experience|professional experience|employment|employment history|work history|career|career history|berufserfahrung|beruflicher werdegang|werdegang|arbeitserfahrung|berufspraxis|expérience|expériences|expérience professionnelle|expériences professionnelles|experiencia|experiencia laboral|experiencia profesional|esperienza|esperienze lavorative',
  ],
  [
    'education',
    'education|academic background|education and training|studies|ausbildung|studium|bildung|bildungsweg|schulbildung|akademische ausbildung|formation|formations|études|educación|formación|formación académica|istruzione|formazione',
  ],
  [
    'skills',
    'skills|top skills|key skills|technical skills|core competencies|technologies|kenntnisse|fähigkeiten|top-kenntnisse|edv-kenntnisse|it-kenntnisse|kompetenzen|compétences|principales compétences|aptitudes|aptitudes principales|habilidades|competencias|competenze',
  ],
  ['languages', 'languages|language skills|sprachen|sprachkenntnisse|langues|idiomas|lingue|languages spoken'],
  [
    'certifications',
    'certifications|certificates|licenses & certifications|licenses and certifications|zertifikate|zertifizierungen|bescheinigungen|certificats|certificaciones|certificazioni',
  ],
  [
    'other',
    'projects|publications|honors-awards|honors & awards|awards|interests|hobbies|volunteering|volunteer experience|references|patents|courses|projekte|publikationen|auszeichnungen|interessen|ehrenamt|referenzen|loisirs|projets|proyectos|intereses',
  ],
]
const sectionByName = new Map(
  headings.flatMap(([section, names]) => names.split('|').map(name => [name, section] as const)),
)

/** The section that a line opens; letters set apart (`S K I L L S`), capitals and a colon are seen through. */
export function sectionOf(text: string): Section | undefined {
  if (text.length > 60) return undefined
  const joined = /^(?:\p{L} ){2,}\p{L}$/u.test(text.trim()) ? text.replaceAll(' ', '') : text
  const name = joined
    .normalize('NFC')
    .replace(/[:•·|]+\s*$/, '')
    .replace(/^[\d.•·|\s]+/, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase()
  return sectionByName.get(name)
}

export const bullet = /^\s*[•·▪▫●○◦‣–—*-]\s+/
