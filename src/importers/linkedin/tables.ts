import { isReportColumn } from '../contract.ts'

/** The files of a LinkedIn export that hold people, talk or the owner's own profile. */
export type TableId =
  | 'connections'
  | 'profile'
  | 'positions'
  | 'education'
  | 'skills'
  | 'languages'
  | 'certifications'
  | 'projects'
  | 'emails'
  | 'phones'
  | 'messages'
  | 'invitations'
  | 'endorsements'
  | 'recommendations'
  | 'comments'
  | 'shares'
  | 'reactions'

type Table = {
  id: TableId
  label: string
  required: readonly string[] /** Further columns that no other file with the required ones has. */
  only?: readonly string[]
}

/** In order of recognition: files with many telling columns first, `Skills` with its single one last. */
const tables: readonly Table[] = [
  { id: 'messages', label: 'Messages', required: ['conversation id', 'from', 'to', 'date', 'content'] },
  { id: 'connections', label: 'Connections', required: ['first name', 'last name', 'connected on'] },
  { id: 'invitations', label: 'Invitations', required: ['from', 'to', 'sent at', 'direction'] },
  { id: 'profile', label: 'Profile', required: ['first name', 'last name', 'headline', 'industry'] },
  {
    id: 'endorsements',
    label: 'Endorsements received',
    required: ['endorsement date', 'skill name', 'endorser first name'],
  },
  { id: 'recommendations', label: 'Recommendations', required: ['first name', 'last name', 'text', 'creation date'] },
  { id: 'positions', label: 'Positions', required: ['company name', 'title', 'started on'] },
  { id: 'education', label: 'Education', required: ['school name', 'start date', 'degree name'] },
  { id: 'certifications', label: 'Certifications', required: ['name', 'authority', 'started on'] },
  { id: 'projects', label: 'Projects', required: ['title', 'description', 'url', 'started on'] },
  { id: 'emails', label: 'E-mail addresses', required: ['email address', 'confirmed', 'primary'] },
  { id: 'phones', label: 'Phone numbers', required: ['extension', 'number', 'type'] },
  { id: 'shares', label: 'Shares', required: ['date', 'sharelink', 'sharecommentary'] },
  { id: 'comments', label: 'Comments', required: ['date', 'link', 'message'] },
  { id: 'reactions', label: 'Reactions', required: ['date', 'type', 'link'] },
  { id: 'languages', label: 'Languages', required: ['name', 'proficiency'], only: ['name', 'proficiency'] },
  { id: 'skills', label: 'Skills', required: ['name'], only: ['name'] },
]

/** The column's value, trimmed; empty when the file has no such column. With a name twice, the first counts. */
export type Cells = (column: string) => string
export type Header = {
  table: TableId
  label: string
  /** The names as the file has them. */
  written: readonly string[]
  has(column: string): boolean
  cellsOf(row: readonly string[]): Cells
}

/** Connections under the names that other languages give their columns. */
const translated = new Map(
  Object.entries({
    'first name': 'vorname|prénom|nombre|nome|voornaam|imię|förnamn|fornavn|fornavn|jméno|ad|имя',
    'last name':
      'nachname|nom|nom de famille|apellidos|apellido|sobrenome|cognome|achternaam|nazwisko|efternamn|etternavn|efternavn|příjmení|soyadı|фамилия',
    'email address':
      'e-mail-adresse|adresse e-mail|dirección de correo electrónico|correo electrónico|endereço de e-mail|indirizzo e-mail|indirizzo email|e-mailadres|adres e-mail|e-postadress|e-postadresse|e-mailadresse|e-mailová adresa|e-posta adresi|адрес эл. почты',
    company:
      'unternehmen|firma|entreprise|empresa|azienda|bedrijf|företag|bedrift|virksomhed|společnost|şirket|компания',
    position: 'position|poste|cargo|posizione|ruolo|functie|stanowisko|befattning|stilling|pozice|pozisyon|должность',
    'connected on':
      'verbunden am|vernetzt am|kontakt seit|connexion le|connecté le|en relation depuis|relation depuis|conectado el|fecha de conexión|conectado em|collegato il|connesso il|verbonden op|połączono|ansluten den|tilkoblet|tilsluttet den|spojeno|bağlantı tarihi|дата установления контакта',
  }).flatMap(([name, names]) => names.split('|').map(one => [one, name] as const)),
)

const simplify = (cell: string): string => cell.trim().toLowerCase().replace(/\s+/g, ' ')

const inOrder = ['first name', 'last name', 'url', 'email address', 'company', 'position', 'connected on'] as const

/**
 * Connections in a language whose words are not known: seven columns, the third called URL in all of them, with addresses of profiles
 * below it and days below the last.
 */
export function connectionsByContent(
  row: readonly string[],
  below: readonly (readonly string[])[],
  isDay: (cell: string) => boolean,
): Header | undefined {
  const data = below.filter(cells => cells.some(cell => cell.trim() !== ''))
  if (row.length !== inOrder.length || row.some(cell => cell.trim() === '') || simplify(row[2] ?? '') !== 'url')
    return undefined
  const pages = data.map(cells => cells[2]?.trim() ?? '').filter(cell => cell !== '')
  const days = data.map(cells => cells[6]?.trim() ?? '')
  const isProfile = (cell: string) => /linkedin\.com\/(?:in|pub)\//i.test(cell)
  if (pages.length === 0 || !pages.every(isProfile) || days.filter(isDay).length < days.length * 0.8) return undefined
  return headerOf('connections', 'Connections', inOrder, row)
}

/** The table whose header this row is. `Skills` needs its name too: a lone `Name` column may be any list. */
export function readHeader(row: readonly string[], fileName: string): Header | undefined {
  const written = row.map(simplify)
  const isTranslated = written.some(name => translated.get(name) === 'connected on')
  const columns = isTranslated ? written.map(name => translated.get(name) ?? name) : written
  while (columns.at(-1) === '') columns.pop()
  const table = tables.find(
    candidate =>
      candidate.required.every(name => columns.includes(name)) &&
      (candidate.only === undefined || columns.every(name => candidate.only?.includes(name) || isReportColumn(name))) &&
      (candidate.id !== 'skills' ||
        /skill|compet|kompet|kenntnis|f[aä]higkeit|habilidad|aptitud|vaardighe|umiej|taid|ferdighe|навык|スキル|技能|beceri/i.test(
          fileName,
        )),
  )
  return table && headerOf(table.id, table.label, columns, row.slice(0, columns.length))
}

function headerOf(table: TableId, label: string, columns: readonly string[], written: readonly string[]): Header {
  const places = new Map<string, number>()
  columns.forEach((name, index) => {
    if (!places.has(name)) places.set(name, index)
  })
  return {
    written,
    table,
    label,
    has: column => places.has(column),
    cellsOf: cells => column => cells[places.get(column) ?? -1]?.trim() ?? '',
  }
}
