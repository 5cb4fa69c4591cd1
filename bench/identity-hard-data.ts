import { seededRandom } from '#features/identity/model/int-hash.ts'
import type { MadeSet } from './identity-data.ts'

/*
 * Noise of other kinds than the engine's comparisons assume: letters misread by machines, sounds misheard, names cut,
 * turned around, abbreviated or written in another spelling, facts in the neighbour's column, several facts in one cell.
 */

type Dice = ReturnType<typeof dice>

function dice(seed: number) {
  const next = seededRandom(seed)
  const whole = (below: number) => Math.floor(next() * below)
  return {
    next,
    whole,
    chance: (share: number) => next() < share,
    pick: <T>(list: readonly T[]): T => list[whole(list.length)]!,
    often: <T>(list: readonly T[], power: number): T => list[Math.floor(next() ** power * list.length)]!,
  }
}

const misread: readonly [string, string][] = [
  ['rn', 'm'],
  ['m', 'rn'],
  ['cl', 'd'],
  ['d', 'cl'],
  ['li', 'h'],
  ['e', 'c'],
  ['c', 'e'],
  ['o', '0'],
  ['l', '1'],
  ['i', 'l'],
  ['s', '5'],
  ['u', 'n'],
  ['n', 'u'],
  ['h', 'b'],
  ['vv', 'w'],
  ['f', 't'],
]
const misheard: readonly [RegExp, string][] = [
  [/ph/, 'f'],
  [/f/, 'ph'],
  [/ck/, 'k'],
  [/k/, 'c'],
  [/c(?=[aou])/, 'k'],
  [/ie|ei|ey/, 'y'],
  [/y/, 'ie'],
  [/ee/, 'ea'],
  [/tt/, 't'],
  [/ll/, 'l'],
  [/gh/, ''],
  [/s$/, 'z'],
  [/e$/, ''],
  [/wh/, 'w'],
  [/th/, 't'],
  [/ou/, 'u'],
  [/a(?=[rn])/, 'e'],
]
const neighbours: Record<string, string> = {
  a: 'sqz',
  b: 'vgn',
  c: 'xdv',
  d: 'sfe',
  e: 'wrd',
  f: 'dgr',
  g: 'fht',
  h: 'gjy',
  i: 'uok',
  j: 'hku',
  k: 'jli',
  l: 'ko',
  m: 'nj',
  n: 'bm',
  o: 'ipl',
  p: 'o',
  q: 'wa',
  r: 'etf',
  s: 'adw',
  t: 'ryg',
  u: 'yij',
  v: 'cbf',
  w: 'qes',
  x: 'zcs',
  y: 'tuh',
  z: 'xa',
  '0': '9',
  '1': '2',
  '2': '13',
  '3': '24',
  '4': '35',
  '5': '46',
  '6': '57',
  '7': '68',
  '8': '79',
  '9': '80',
}

/** One slip of the kind that scanners, ears or fingers make. */
function spoil(random: Dice, text: string): string {
  if (text.length < 3) return text
  const kind = random.next()
  if (kind < 0.3) {
    const fitting = misread.filter(([from]) => text.includes(from))
    const [from, to] = fitting[random.whole(fitting.length)] ?? ['', '']
    return from === '' ? text : text.replace(from, to)
  }
  if (kind < 0.55) {
    const fitting = misheard.filter(([from]) => from.test(text))
    const [from, to] = fitting[random.whole(fitting.length)] ?? [/$/, '']
    return text.replace(from, to)
  }
  const at = random.whole(text.length)
  const near = neighbours[text.charAt(at)]
  if (kind < 0.75) return near ? text.slice(0, at) + random.pick([...near]) + text.slice(at + 1) : text
  if (kind < 0.83) return text.slice(0, at) + text.charAt(at) + text.slice(at)
  if (kind < 0.93) return text.slice(0, at) + text.slice(at + 1)
  const word = random.whole(3)
  return word === 0 ? text.slice(0, -1) : word === 1 ? text.replace(' ', '') : `${text.slice(0, at)} ${text.slice(at)}`
}

const times = (random: Dice, share: number) => (random.chance(share) ? (random.chance(share) ? 2 : 1) : 0)
function spoilt(random: Dice, text: string, share: number): string {
  let result = text
  for (let left = times(random, share); left > 0; left--) result = spoil(random, result)
  return result
}

const onsets = 'b bl br c cl cr d dr f fl g gr h j k kn l m n p pr r s sc sh sl st t th tr v w wh y'.split(' ')
const vowels = 'a e i o u ai ea ee ie oa ou y'.split(' ')
const codas = 'n r l s t m ck ld nd rt st ng th ll tt gh d p'.split(' ')
const endings = 'son ton ley ford ham wood field by er man well worth ett ard ell'.split(' ')

function makeNames(random: Dice, count: number, isSurname: boolean): string[] {
  const made = new Set<string>()
  while (made.size < count) {
    const body = random.pick(onsets) + random.pick(vowels) + random.pick(codas)
    if (isSurname) made.add(body + (random.chance(0.75) ? random.pick(endings) : random.pick(vowels)))
    else
      made.add(body + random.pick(['a', 'e', 'i', 'o', 'ie', 'ard', 'us', 'in', 'ine', 'ert', 'en', '', 'iam', 'ys']))
  }
  return [...made]
}

const commonGiven =
  'john william thomas george james charles henry robert edward joseph richard arthur david frederick alfred samuel mary elizabeth anne margaret sarah jane catherine alice emma'.split(
    ' ',
  )
const shorter: Record<string, string[]> = {
  john: ['jack', 'jno'],
  william: ['bill', 'wm', 'will'],
  thomas: ['tom', 'thos'],
  george: ['geo'],
  james: ['jas', 'jim'],
  charles: ['chas', 'charlie'],
  henry: ['harry', 'hy'],
  robert: ['bob', 'robt', 'rob'],
  edward: ['ted', 'edw', 'ned'],
  joseph: ['jos', 'joe'],
  richard: ['dick', 'richd'],
  frederick: ['fred', 'fredk'],
  samuel: ['sam', 'saml'],
  elizabeth: ['eliza', 'betty', 'eliz'],
  margaret: ['peggy', 'margt', 'maggie'],
  mary: ['polly'],
  sarah: ['sally'],
  catherine: ['kate', 'cath'],
}
const abroad: readonly [RegExp, string][] = [
  [/^john$/, 'johann'],
  [/^john$/, 'ivan'],
  [/^william$/, 'wilhelm'],
  [/^george$/, 'georg'],
  [/^charles$/, 'karl'],
  [/^henry$/, 'henri'],
  [/^joseph$/, 'giuseppe'],
  [/^james$/, 'jacques'],
  [/^mary$/, 'marie'],
  [/w/, 'v'],
  [/sh/, 'sch'],
  [/y$/, 'i'],
  [/ck/, 'k'],
]
const peerage = ['baron', 'earl', 'viscount', 'duke', 'marquess', 'baronet']
const callings =
  'politician,writer,painter,association football player,cricketer,priest,military officer,barrister,physician,engineer,stage actor,architect,composer,botanist,poet,journalist,diplomat,judge,historian,singer,novelist,lawyer,banker,explorer,photographer,sculptor,mathematician,surgeon,chemist,university teacher,merchant,philosopher,naval officer,economist,astronomer,rower,theologian,librarian'.split(
    ',',
  )
const two = (value: number) => String(value).padStart(2, '0')

/** People of an encyclopaedia under all the names they go by: peers named by their seats, initials, scans, half-known dates. */
export function makeWorthies(rowTarget: number, seed: number): MadeSet {
  const random = dice(seed)
  const given = [...commonGiven, ...makeNames(random, 500, false)]
  const surnames = makeNames(random, Math.max(500, rowTarget >> 4), true)
  const towns = makeNames(random, 700, true)
  const shires = makeNames(random, 45, true).map(name => `${name}shire`)
  const shireOf = new Map(towns.map(town => [town, random.often(shires, 1.5)]))
  const codeOf = new Map(
    towns.map(town => [
      town,
      `${random.pick([...'abcdeghklmnprst'])}${random.pick([...'abdehlnrstwx'])}${1 + random.whole(30)}`,
    ]),
  )
  const rows: string[][] = []
  const truth: number[] = []
  let person = 0
  let kin: { surname: string; town: string; given: string; year: number } | undefined
  while (rows.length < rowTarget) {
    const family = kin && random.chance(0.35) ? kin : undefined
    const first = family && random.chance(0.35) ? family.given : random.often(given, 3)
    const surname = family?.surname ?? random.often(surnames, 1.6)
    const town = family && random.chance(0.5) ? family.town : random.often(towns, 2.2)
    const year = family ? family.year + random.whole(34) : 1600 + Math.floor(random.next() ** 0.6 * 340)
    kin = { surname, town, given: first, year }
    const middles = Array.from({ length: random.whole(3) }, () => random.often(given, 2.5))
    const seat = random.chance(0.2) ? random.pick(towns) : ''
    const rank = `${1 + random.whole(8)}${random.pick(['st', 'nd', 'rd', 'th'])} ${random.pick(peerage)}`
    const maiden = random.chance(0.12) ? random.often(surnames, 1.6) : ''
    const month = 1 + random.whole(12)
    const day = 1 + random.whole(28)
    const known = random.next()
    const born = known < 0.2 ? `${year}-01-01` : `${year}-${two(month)}-${two(day)}`
    const jobs = Array.from({ length: 1 + random.whole(4) }, () => random.often(callings, 1.7))
    const code = `${codeOf.get(town)} ${random.whole(10)}${random.pick([...'abdefghjl'])}${random.pick([...'abdefghjl'])}`
    const gender =
      commonGiven.indexOf(first) > 15 || (commonGiven.indexOf(first) < 0 && random.chance(0.2)) ? 'female' : 'male'
    // Some are written of once, some forty times.
    const records = 1 + Math.floor(-Math.log(1 - random.next()) * 7)
    for (let record = 0; record < records && rows.length < rowTarget; record++) {
      const way = random.next()
      let shownFirst = first
      if (way < 0.08) shownFirst = random.pick(shorter[first] ?? [first])
      else if (way < 0.12) shownFirst = first.slice(0, 1)
      else if (way < 0.16) shownFirst = middles[0] ?? first
      else if (way < 0.19)
        for (const [from, to] of abroad)
          if (from.test(shownFirst) && random.chance(0.5)) {
            shownFirst = shownFirst.replace(from, to)
            break
          }
      let shownLast = maiden && random.chance(0.4) ? maiden : surname
      if (seat && random.chance(0.3)) shownLast = seat
      shownFirst = spoilt(random, shownFirst, 0.09)
      shownLast = spoilt(random, shownLast, 0.12)
      const inner = random.chance(0.45) ? [] : middles.map(name => (random.chance(0.3) ? name.slice(0, 1) : name))
      let full = [
        shownFirst,
        ...inner,
        seat && shownLast === seat && random.chance(0.6) ? surname : '',
        seat && shownLast === seat ? `${rank} of` : '',
        shownLast,
      ]
        .filter(Boolean)
        .join(' ')
      if (seat && shownLast !== seat && random.chance(0.5)) full += `, ${rank} ${seat}`
      if (random.chance(0.05)) full = `${shownLast}, ${[shownFirst, ...inner].join(' ')}`
      if (random.chance(0.05)) full = `${random.pick(['sir', 'dr', 'rev.', 'lady', 'captain'])} ${full}`
      let shownBorn = born
      const date = random.next()
      if (date < 0.16) shownBorn = ''
      else if (date < 0.22) shownBorn = `${year}`
      else if (date < 0.28) shownBorn = `${year}-01-01`
      else if (date < 0.31) shownBorn = `${year}-${two(Math.min(12, day))}-${two(month)}`
      else if (date < 0.34) shownBorn = `${year + random.pick([-1, 1, 10, -10])}-${two(month)}-${two(day)}`
      else if (date < 0.37) shownBorn = `${year}-${two(1 + random.whole(12))}-${two(1 + random.whole(28))}`
      const place = random.next()
      const shownPlace =
        place < 0.18
          ? ''
          : place < 0.3
            ? (shireOf.get(town) ?? '')
            : place < 0.38
              ? `${town}, ${shireOf.get(town)}`
              : place < 0.44
                ? random.often(towns, 2.2)
                : spoilt(random, town, 0.1)
      const shownCode = random.chance(0.25)
        ? ''
        : random.chance(0.15)
          ? `${code.slice(0, -2)}${random.pick([...'abdefghjl'])}${random.pick([...'abdefghjl'])}`
          : spoilt(random, code, 0.05)
      const shownJob = random.chance(0.25) ? '' : random.chance(0.1) ? jobs.join(', ') : random.often(jobs, 1.6)
      const cells = [
        `Q${person}-${record}`,
        full,
        shownFirst,
        shownLast,
        shownBorn,
        shownPlace,
        shownCode,
        random.chance(0.2) ? '' : random.chance(0.02) ? 'male' : gender,
        shownJob,
      ]
      if (random.chance(0.02)) [cells[2], cells[3]] = [cells[3]!, cells[2]!]
      if (random.chance(0.04)) cells[2] = ''
      rows.push(cells)
      truth.push(person)
    }
    person++
  }
  const columns = [
    'unique_id',
    'full_name',
    'first_name',
    'surname',
    'dob',
    'birth_place',
    'postcode',
    'gender',
    'occupation',
  ]
  return shuffled({ name: `worthies ${rowTarget}`, columns, rows, truth: Int32Array.from(truth) }, random)
}

/** A census typed three times: up to nine copies, several faults in one cell, facts in the wrong column. */
export function makeCensus(rowTarget: number, seed: number): MadeSet {
  const random = dice(seed)
  const given = [...commonGiven, ...makeNames(random, 600, false)]
  const surnames = makeNames(random, 3500, true)
  const streets = makeNames(random, 1800, true)
  const suburbs = makeNames(random, 900, true)
  const rows: string[][] = []
  const truth: number[] = []
  let person = 0
  while (rows.length < rowTarget) {
    const own = [
      random.often(given, 2),
      random.often(surnames, 1.5),
      String(1 + random.whole(300)),
      `${random.pick(streets)} ${random.pick(['street', 'place', 'crescent', 'avenue', 'circuit', 'close'])}`,
      random.chance(0.5) ? random.pick(streets) : '',
      random.often(suburbs, 1.6),
      String(2000 + random.whole(6000)),
      random.pick(['nsw', 'vic', 'qld', 'wa', 'sa', 'tas', 'act', 'nt']),
      `19${two(random.whole(100))}${two(1 + random.whole(12))}${two(1 + random.whole(28))}`,
      String(1_000_000 + random.whole(8_999_999)),
    ]
    for (let at = 0; at < own.length; at++) if (random.chance(0.03)) own[at] = ''
    const copies = random.chance(0.4) ? 0 : Math.floor(-Math.log(1 - random.next()) * 2.2)
    rows.push([`r${rows.length}`, ...own])
    truth.push(person)
    for (let copy = 0; copy < Math.min(9, copies) && rows.length < rowTarget; copy++) {
      const cells = [...own]
      let faults = 1 + random.whole(10)
      while (faults > 0) {
        const at = random.whole(cells.length)
        const here = Math.min(faults, 1 + random.whole(3))
        faults -= here
        const kind = random.next()
        if (kind < 0.15) cells[at] = ''
        else if (kind < 0.22 && at < 9) [cells[at], cells[at + 1]] = [cells[at + 1]!, cells[at]!]
        else if (kind < 0.27) cells[at] = rows[random.whole(rows.length)]![at + 1]!
        else for (let left = here; left > 0; left--) cells[at] = spoil(random, cells[at]!)
      }
      rows.push([`r${rows.length}`, ...cells])
      truth.push(person)
    }
    person++
  }
  const columns = [
    'rec_id',
    'given_name',
    'surname',
    'street_number',
    'address_1',
    'address_2',
    'suburb',
    'postcode',
    'state',
    'date_of_birth',
    'soc_sec_id',
  ]
  return shuffled({ name: `census ${rowTarget}`, columns, rows, truth: Int32Array.from(truth) }, random)
}

/** Firms with legal forms, branches, initials and trade names: nothing here is a person. */
export function makeFirms(rowTarget: number, seed: number): MadeSet {
  const random = dice(seed)
  const words = makeNames(random, 2200, true)
  const trades =
    'Logistics,Foods,Engineering,Textiles,Energy,Software,Consulting,Motors,Pharma,Holdings,Media,Design,Plastics,Shipping'.split(
      ',',
    )
  const forms: Record<string, string[]> = {
    GmbH: ['GmbH', 'G.m.b.H.', 'Gesellschaft mbH', ''],
    Ltd: ['Ltd', 'Ltd.', 'Limited', ''],
    Inc: ['Inc', 'Inc.', 'Incorporated', ''],
  }
  const towns = makeNames(random, 300, true)
  const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)
  const rows: string[][] = []
  const truth: number[] = []
  let firm = 0
  while (rows.length < rowTarget) {
    const [one, other] = [capital(random.pick(words)), capital(random.pick(words))]
    const trade = random.pick(trades)
    const form = random.pick(Object.keys(forms))
    const joined = random.chance(0.3)
    const name = joined ? `${one} & ${other} ${trade}` : `${one} ${trade}`
    const site = `${one}${joined ? other : trade}.com`.toLowerCase()
    const street = `${capital(random.pick(words))} Road ${1 + random.whole(200)}`
    const town = capital(random.often(towns, 2))
    const line = `0${20 + random.whole(700)} ${1_000_000 + random.whole(8_999_999)}`
    const tax = `DE${100_000_000 + random.whole(899_999_999)}`
    const copies = random.chance(0.5) ? 1 : 2 + random.whole(3)
    for (let copy = 0; copy < copies && rows.length < rowTarget; copy++) {
      const cell = (value: string, gap: number) => (random.chance(gap) ? '' : value)
      const called = random.chance(0.15)
        ? name.replace(trade, '').trim()
        : random.chance(0.1)
          ? name.replace('&', 'and')
          : name
      const whole = `${spoilt(random, called, 0.1)} ${random.pick(forms[form] ?? [''])}`.trim()
      rows.push([
        random.chance(0.2) ? whole.toUpperCase() : whole,
        cell(random.chance(0.15) ? `https://${site}/en` : random.chance(0.3) ? `www.${site}` : site, 0.4),
        cell(random.chance(0.2) ? street.replace('Road', 'Rd.') : spoilt(random, street, 0.1), 0.3),
        cell(town, 0.2),
        cell(random.chance(0.3) ? line.replace(' ', '-') : line, 0.4),
        cell(tax, 0.6),
      ])
      truth.push(firm)
    }
    firm++
  }
  return shuffled(
    {
      name: `firms ${rowTarget}`,
      columns: ['Company Name', 'Website', 'Street', 'City', 'Phone', 'VAT'],
      rows,
      truth: Int32Array.from(truth),
    },
    random,
  )
}

/** The same facts under headers that say nothing: only the content tells what a column is. */
export function withoutHeaders(set: MadeSet): MadeSet {
  return { ...set, name: `${set.name} without headers`, columns: set.columns.map((_, index) => `field_${index}`) }
}

export function firstRows(set: MadeSet, count: number): MadeSet {
  const rows = [...set.rows.keys()].sort((a, b) => set.truth[a]! - set.truth[b]! || a - b).slice(0, count)
  return {
    name: `${set.name}, its first ${count}`,
    columns: set.columns,
    rows: rows.map(row => set.rows[row]!),
    truth: Int32Array.from(rows, row => set.truth[row]!),
  }
}

function shuffled(set: MadeSet, random: Dice): MadeSet {
  const order = [...set.rows.keys()]
  for (let at = order.length - 1; at > 0; at--) {
    const other = random.whole(at + 1)
    ;[order[at], order[other]] = [order[other]!, order[at]!]
  }
  return { ...set, rows: order.map(row => set.rows[row]!), truth: Int32Array.from(order, row => set.truth[row]!) }
}
