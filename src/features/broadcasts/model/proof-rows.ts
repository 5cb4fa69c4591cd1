export type ProofRow = {
  /** Of the file, the line of names not counted. */
  number: number
  email: string
  name: string
  place: string
  consentAt: Date | 'unreadable' | undefined
  wording: string
  where: string
  ip: string
}

const columns: readonly (readonly [keyof Omit<ProofRow, 'number'>, RegExp])[] = [
  ['email', /^(e-?mail( address)?|email_address|mail|e-?mail-?adresse)$/i],
  ['name', /^(name|full ?name|first ?name|vorname)$/i],
  ['place', /^(place|city|ort|stadt)$/i],
  ['consentAt', /^(consent(ed)?[ _]?(at|time|date)|optin_time|confirm_time|opt-?in[ _](date|time)|einwilligung am)$/i],
  ['wording', /^(consent[ _]?(wording|text)|wording|einwilligung( text)?|wortlaut)$/i],
  ['where', /^(consent[ _]?(page|source|url)|source|page|quelle|seite)$/i],
  ['ip', /^(ip|consent[ _]?ip|optin_ip|confirm_ip)$/i],
]

/** A CSV with a line of names; comma, semicolon or tab. Undefined columns are left alone. */
export function readProofRows(csv: string): ProofRow[] | 'no-column' {
  const text = csv.replace(/^\ufeff/, '')
  const head = text.split(/\r?\n/, 1)[0] ?? ''
  const separator = [',', ';', '\t'].toSorted((a, b) => head.split(b).length - head.split(a).length)[0] ?? ','
  const [names = [], ...rows] = readCells(text, separator)
  const places = new Map(
    columns.flatMap(([column, pattern]) => {
      const at = names.findIndex(name => pattern.test(name.trim()))
      return at < 0 ? [] : [[column, at] as const]
    }),
  )
  if (!places.has('email')) return 'no-column'
  return rows.flatMap((cells, index): ProofRow[] => {
    if (cells.every(cell => cell.trim() === '')) return []
    const cell = (column: keyof Omit<ProofRow, 'number'>) =>
      (cells[places.get(column) ?? -1] ?? '').trim().slice(0, 1_000)
    return [
      {
        number: index + 1,
        email: cell('email'),
        name: cell('name').slice(0, 120),
        place: cell('place').slice(0, 120),
        consentAt: readInstant(cell('consentAt')),
        wording: cell('wording'),
        where: cell('where'),
        ip: cell('ip').slice(0, 60),
      },
    ]
  })
}

/** Only dates that can be read in one way. */
function readInstant(text: string): ProofRow['consentAt'] {
  if (text === '') return undefined
  const parts =
    /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*(Z|UTC|[+-]\d{2}:?\d{2})?)?$/.exec(text)
  if (!parts) return 'unreadable'
  const [, year, month, day, hour = '00', minute = '00', second = '00', zone = 'Z'] = parts
  const offset = zone === 'UTC' ? 'Z' : zone.replace(/^([+-]\d{2})(\d{2})$/, '$1:$2')
  const at = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}${offset}`)
  return Number.isNaN(at.getTime()) || (zone === 'Z' && at.getUTCDate() !== Number(day)) ? 'unreadable' : at
}

function readCells(text: string, separator: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let cell = ''
  let quoted = false
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at] ?? ''
    if (quoted) {
      if (character !== '"') cell += character
      else if (text[at + 1] === '"') {
        cell += '"'
        at += 1
      } else quoted = false
    } else if (character === '"' && cell === '') quoted = true
    else if (character === separator) {
      row.push(cell)
      cell = ''
    } else if (character === '\n') {
      rows.push([...row, cell.replace(/\r$/, '')])
      row = []
      cell = ''
    } else cell += character
  }
  if (cell !== '' || row.length > 0) rows.push([...row, cell])
  return rows
}
