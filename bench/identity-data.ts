import { seededRandom } from '#features/identity/model/int-hash.ts'

/** A made-up set of records with the true person of each row. No row is of a real person. */
export type MadeSet = { name: string; columns: string[]; rows: string[][]; truth: Int32Array }

type Random = ReturnType<typeof dice>

function dice(seed: number) {
  const next = seededRandom(seed)
  const whole = (limit: number) => Math.floor(next() * limit)
  return {
    next,
    whole,
    chance: (share: number) => next() < share,
    pick: <T>(list: readonly T[]): T => list[whole(list.length)]!,
    /** Early entries far more often than late ones, as names are in life. */
    skewed: <T>(list: readonly T[], power = 2.2): T => list[Math.floor(next() ** power * list.length)]!,
  }
}

const givenMale =
  'john william thomas george james charles henry robert edward joseph richard arthur david frederick alfred samuel peter walter francis alexander benjamin hugh philip andrew albert daniel matthew michael edmund stephen anthony patrick nicholas ernest lawrence herbert christopher leonard gilbert simon ralph timothy jonathan theodore augustus oliver duncan archibald roger godfrey'.split(
    ' ',
  )
const givenFemale =
  'mary elizabeth anne margaret sarah jane catherine alice emma florence helen charlotte frances dorothy harriet edith eleanor louisa caroline amelia susan rebecca agnes isabella martha lucy emily victoria josephine georgina rachel janet beatrice barbara judith penelope adelaide constance matilda winifred'.split(
    ' ',
  )
const shortForms: Record<string, string[]> = {
  john: ['jack', 'johnny', 'jon'],
  william: ['bill', 'will', 'willie', 'wm'],
  thomas: ['tom', 'tommy', 'thos'],
  george: ['georgie', 'geo'],
  james: ['jim', 'jimmy', 'jas'],
  charles: ['charlie', 'chas'],
  henry: ['harry', 'hal'],
  robert: ['bob', 'rob', 'bobby', 'bert'],
  edward: ['ted', 'ned', 'ed', 'eddie'],
  joseph: ['joe', 'jos'],
  richard: ['dick', 'rick', 'richie'],
  david: ['dave', 'davy'],
  frederick: ['fred', 'freddie'],
  samuel: ['sam', 'sammy'],
  francis: ['frank'],
  alexander: ['alex', 'sandy', 'alec'],
  benjamin: ['ben', 'benj'],
  andrew: ['andy', 'drew'],
  albert: ['bert', 'al'],
  daniel: ['dan', 'danny'],
  michael: ['mike', 'mick'],
  elizabeth: ['betty', 'liz', 'beth', 'eliza'],
  margaret: ['maggie', 'peggy', 'meg'],
  mary: ['molly', 'polly', 'may'],
  anne: ['annie', 'nan'],
  sarah: ['sally', 'sadie'],
  catherine: ['kate', 'kitty', 'cathy'],
  dorothy: ['dolly', 'dot'],
  eleanor: ['nell', 'ellie'],
  susan: ['sue', 'susie'],
}
const commonSurnames =
  'smith jones williams brown taylor davies wilson evans thomas johnson roberts walker wright robinson thompson white hughes edwards green hall wood harris martin jackson clarke lewis baker turner hill cooper scott ward moore king watson morris campbell stewart fraser murray grant hamilton'.split(
    ' ',
  )
const starts =
  'ash bar beck bland bourne brad bur cal car chat clay cold cop cran dal den dun ell fair fen fitz gar glen gren had hal har hart haw hol horn hux ken kin lang lan led lin lock mal mar mel mor nor oak pem pen pres rad red ring ros sal sed shel stan stock sut thorn tre tun wad wal war wes whit win wool wy york'.split(
    ' ',
  )
const ends =
  'bert bridge brook bury by combe cott croft dale den don field ford gate grave ham hart hill house hurst land ley ling low man mere mont more ness over pole ridge sell shaw sley stead ster stone ton wall way well wick win wood worth'.split(
    ' ',
  )
const trades =
  'politician writer painter footballer cricketer clergyman military-officer barrister physician engineer actor architect composer botanist poet journalist diplomat priest judge historian singer novelist lawyer banker explorer photographer sculptor mathematician surgeon chemist teacher merchant philosopher peer naval-officer economist astronomer illustrator rower missionary publisher geologist translator trade-unionist suffragette golfer organist rugby-player theologian librarian'
    .split(' ')
    .map(trade => trade.replace('-', ' '))
const letters = 'abcdefghijklmnopqrstuvwxyz'

function makeWords(random: Random, count: number): string[] {
  const found = new Set<string>()
  while (found.size < count) found.add(random.pick(starts) + random.pick(ends))
  return [...found]
}

function slip(random: Random, text: string): string {
  if (text.length < 3) return text
  const at = 1 + random.whole(text.length - 1)
  switch (random.whole(4)) {
    case 0:
      return text.slice(0, at) + text.slice(at + 1)
    case 1:
      return text.slice(0, at) + random.pick([...letters]) + text.slice(at)
    case 2:
      return text.slice(0, at - 1) + text[at] + text[at - 1] + text.slice(at + 1)
    default:
      return text.slice(0, at) + random.pick([...letters]) + text.slice(at + 1)
  }
}

function slipDigit(random: Random, text: string): string {
  const places = [...Array(text.length).keys()].filter(at => /\d/.test(text[at]!))
  const at = random.pick(places)
  return text.slice(0, at) + random.whole(10) + text.slice(at + 1)
}

const two = (value: number) => String(value).padStart(2, '0')
const day = (random: Random) => `${two(1 + random.whole(12))}-${two(1 + random.whole(28))}`

/** Many noisy records per person, about a fifth of the cells missing, families that share names and places. */
export function makeHistorical(rowTarget: number, seed: number, noise = 1): MadeSet {
  const random = dice(seed)
  const surnames = [...commonSurnames, ...makeWords(random, Math.max(400, Math.min(2600, rowTarget >> 3)))]
  const towns = makeWords(random, 420)
  const outward = new Map(towns.map(town => [town, [postArea(), postArea()]]))
  const columns = [
    'unique_id',
    'cluster',
    'full_name',
    'first_and_surname',
    'first_name',
    'surname',
    'dob',
    'birth_place',
    'postcode_fake',
    'gender',
    'occupation',
  ]
  const rows: string[][] = []
  const truth: number[] = []
  let parent: { surname: string; town: string; given: string; year: number } | undefined
  let person = 0
  while (rows.length < rowTarget) {
    const male = random.chance(0.8)
    const family = parent && random.chance(0.25) ? parent : undefined
    const given = family && male && random.chance(0.3) ? family.given : random.skewed(male ? givenMale : givenFemale)
    const surname = family?.surname ?? random.skewed(surnames, 1.8)
    const town = family && random.chance(0.6) ? family.town : random.skewed(towns, 2.5)
    const year = family ? family.year + 18 + random.whole(25) : 1550 + Math.floor(random.next() ** 0.5 * 380)
    const born = `${year}-${random.chance(0.25) ? '01-01' : day(random)}`
    const middle = random.chance(0.45) ? [random.skewed(male ? givenMale : givenFemale)] : []
    if (random.chance(0.15)) middle.push(random.skewed(surnames))
    const style = random.chance(0.15)
      ? `, ${1 + random.whole(6)}${random.pick(['st', 'nd', 'rd', 'th'])} ${random.pick(['baron', 'earl of', 'viscount', 'duke of', 'baronet'])} ${random.pick(towns)}`
      : ''
    const otherGiven = middle[0] ?? given
    const otherSurname = male && !random.chance(0.15) ? surname : random.skewed(surnames)
    const codes = Array.from(
      { length: 3 },
      () =>
        `${random.pick(outward.get(town) ?? ['zz1'])} ${random.whole(10)}${random.pick([...letters])}${random.pick([...letters])}`,
    )
    const jobs = [random.skewed(trades), random.skewed(trades)]
    const gender = male ? 'male' : 'female'
    parent = { surname, town, given, year }
    const records = 1 + Math.floor(random.next() ** 1.1 * 20)
    for (let record = 0; record < records && rows.length < rowTarget; record++) {
      const first = record === 0
      const hit = (share: number) => !first && random.chance(share * noise)
      let ownGiven = hit(0.12) ? random.pick(shortForms[given] ?? [given]) : hit(0.04) ? otherGiven : given
      if (hit(0.1)) ownGiven = slip(random, ownGiven)
      if (hit(0.03)) ownGiven = ownGiven.slice(0, 1)
      let ownSurname = hit(0.06) ? otherSurname : surname
      if (hit(0.14)) ownSurname = slip(random, ownSurname)
      const inner = hit(0.4) ? [] : middle
      const whole = [ownGiven, ...inner, ownSurname].join(' ') + (hit(0.5) ? '' : style)
      let ownBorn = hit(0.12) ? slipDigit(random, born) : born
      if (hit(0.06)) ownBorn = `${year}-01-01`
      if (hit(0.03)) ownBorn = `${year + random.whole(5) - 2}-${day(random)}`
      const place = hit(0.1) ? random.skewed(towns) : hit(0.1) ? slip(random, town) : town
      const code = hit(0.08) ? slip(random, codes[0] ?? '') : hit(0.3) ? random.pick(codes) : codes[0]
      const swap = hit(0.02)
      const cell = (value: string | undefined, gap: number) => (hit(gap) ? '' : (value ?? ''))
      const noGiven = hit(0.04)
      rows.push([
        `p${person}-${record}`,
        `p${person}`,
        whole,
        `${ownGiven} ${ownSurname}`,
        noGiven ? '' : swap ? ownSurname : ownGiven,
        swap ? ownGiven : ownSurname,
        cell(ownBorn, 0.2),
        cell(place, 0.2),
        cell(code, 0.22),
        cell(hit(0.02) ? 'female' : gender, 0.2),
        cell(hit(0.15) ? jobs[1] : jobs[0], 0.25),
      ])
      truth.push(person)
    }
    person++
  }
  return shuffled({ name: `historical ${rowTarget}`, columns, rows, truth: Int32Array.from(truth) }, random)

  function postArea(): string {
    return `${random.pick([...letters])}${random.pick([...letters])}${1 + random.whole(30)}`
  }
}

/** Addresses and numbers with typing errors, up to five copies of one person, as census and health lists have them. */
export function makeRegister(rowTarget: number, seed: number): MadeSet {
  const random = dice(seed)
  const surnames = [...commonSurnames, ...makeWords(random, 2600)]
  const given = [...givenMale, ...givenFemale, ...makeWords(random, 200)]
  const streets = makeWords(random, 1500)
  const suburbs = makeWords(random, 1200)
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
  const rows: string[][] = []
  const truth: number[] = []
  let person = 0
  while (rows.length < rowTarget) {
    const own = [
      random.skewed(given),
      random.skewed(surnames),
      String(1 + random.whole(220)),
      `${random.skewed(streets, 1.5)} ${random.pick(['street', 'place', 'crescent', 'avenue', 'circuit', 'close'])}`,
      random.chance(0.6) ? random.skewed(streets, 1.3) : '',
      random.skewed(suburbs),
      String(2000 + random.whole(5000)),
      random.pick(['nsw', 'vic', 'qld', 'wa', 'sa', 'tas', 'act']),
      `19${two(random.whole(100))}${day(random).replace('-', '')}`,
      String(1_000_000 + random.whole(8_999_999)),
    ]
    const copies = random.chance(0.5) ? 1 : 1 + Math.floor(random.next() ** 2 * 5)
    for (let copy = 0; copy < copies && rows.length < rowTarget; copy++) {
      const cells = [...own]
      const errors = copy === 0 ? 0 : 1 + random.whole(7)
      for (let error = 0; error < errors; error++) {
        const at = random.whole(cells.length)
        const value = cells[at] ?? ''
        if (random.chance(0.25)) cells[at] = ''
        else if (random.chance(0.12))
          cells[at] =
            [random.skewed(given), random.skewed(surnames), String(random.whole(300))][at] ?? random.pick(suburbs)
        else cells[at] = /^\d/.test(value) ? slipDigit(random, value) : slip(random, value)
      }
      if (copy > 0 && random.chance(0.06)) [cells[0], cells[1]] = [cells[1] ?? '', cells[0] ?? '']
      rows.push([copy === 0 ? `rec-${person}-org` : `rec-${person}-dup-${copy - 1}`, ...cells])
      truth.push(person)
    }
    person++
  }
  return shuffled({ name: `register ${rowTarget}`, columns, rows, truth: Int32Array.from(truth) }, random)
}

/** Contacts as recruiters export them: one whole name, mail, phone, company, headline, page; most cells often empty. */
export function makeContacts(rowTarget: number, seed: number): MadeSet {
  const random = dice(seed)
  const surnames = [...commonSurnames, ...makeWords(random, 2500)]
  const firms = makeWords(random, 700).map(
    word => `${word} ${random.pick(['Ltd', 'GmbH', 'Systems', 'Labs', 'Group'])}`,
  )
  const roles = [
    'Software Engineer',
    'Product Manager',
    'Data Scientist',
    'Recruiter',
    'Designer',
    'Engineering Manager',
    'Sales Lead',
    'DevOps Engineer',
    'Analyst',
    'Consultant',
  ]
  const columns = ['Contact', 'E-Mail', 'Mobile', 'Firma', 'Headline', 'LinkedIn', 'City']
  const rows: string[][] = []
  const truth: number[] = []
  let person = 0
  const capital = (word: string) => word.slice(0, 1).toUpperCase() + word.slice(1)
  while (rows.length < rowTarget) {
    const given = random.skewed([...givenMale, ...givenFemale])
    const surname = random.skewed(surnames)
    const mails = [
      `${given}.${surname}${random.whole(90)}@gmail.com`,
      `${given.slice(0, 1)}${surname}@${random.pick(starts)}${random.pick(ends)}.com`,
    ]
    const phone = `+44 7${random.whole(900) + 100} ${100_000 + random.whole(899_999)}`
    const jobs = [random.skewed(firms), random.skewed(firms)]
    const page = `https://www.linkedin.com/in/${given}-${surname}-${random.whole(90_000)}/`
    const role = random.pick(roles)
    const town = random.pick(['London', 'Leeds', 'Bristol', 'Glasgow', 'Dublin', 'Cardiff', 'York', 'Bath'])
    const copies = random.chance(0.55) ? 1 : 2 + random.whole(3)
    for (let copy = 0; copy < copies && rows.length < rowTarget; copy++) {
      const own = random.chance(0.2) ? random.pick(shortForms[given] ?? [given]) : given
      const late = random.chance(0.1) ? slip(random, surname) : surname
      const cell = (value: string, gap: number) => (random.chance(gap) ? '' : value)
      const mail = random.pick(mails)
      rows.push([
        random.chance(0.1) ? `${capital(late)}, ${capital(own)}` : `${capital(own)} ${capital(late)}`,
        cell(random.chance(0.2) ? mail.toUpperCase() : mail, 0.35),
        cell(random.chance(0.3) ? phone.replace('+44 ', '+44').replaceAll(' ', '') : phone, 0.5),
        cell(random.pick(jobs), 0.3),
        cell(random.chance(0.3) ? `Senior ${role}` : role, 0.3),
        cell(random.chance(0.3) ? page.replace('https://www.', 'http://').replace(/\/$/, '') : page, 0.5),
        cell(town, 0.4),
      ])
      truth.push(person)
    }
    person++
  }
  return shuffled({ name: `contacts ${rowTarget}`, columns, rows, truth: Int32Array.from(truth) }, random)
}

function shuffled(set: MadeSet, random: Random): MadeSet {
  for (let at = set.rows.length - 1; at > 0; at--) {
    const other = random.whole(at + 1)
    const row = set.rows[at]!
    set.rows[at] = set.rows[other]!
    set.rows[other] = row
    const person = set.truth[at]!
    set.truth[at] = set.truth[other]!
    set.truth[other] = person
  }
  return set
}
