import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { finished } from 'node:stream/promises'
import { seededRandom } from '#features/identity/model/int-hash.ts'

const onsets = 'b br c ch d dr f fl g gr h j k kl l m n p pr qu r s sch sh st t tr v w y z'.split(' ')
const vowels = 'a e i o u ai ea ie oo ou'.split(' ')
const codas = 'n r l s t m ck ld nd rt st ng  '.split(' ')
const domains = 'gmail.com outlook.com yahoo.com gmx.de web.de orange.fr icloud.com proton.me'.split(' ')
const cities = Array.from({ length: 900 }, (_, index) => `Town ${index}`)
const roles =
  'Software Engineer,Data Analyst,Nurse,Product Manager,Welder,Accountant,Designer,Site Manager,Chemist,Teacher,Recruiter,Electrician,Architect,Sales Manager,Consultant,DevOps Engineer'.split(
    ',',
  )
const grades = ['', 'Senior ', 'Junior ', 'Lead ', 'Head of ', 'Principal ']

/** A table of leads, about three in ten of them copies of another with slips, gaps and changed jobs. Same file for same seed. */
export async function writeLeads(path: string, rows: number, seed: number): Promise<Int32Array> {
  const random = seededRandom(seed)
  const whole = (below: number) => Math.floor(random() * below)
  const pick = <T>(list: readonly T[]): T => list[whole(list.length)]!
  const often = <T>(list: readonly T[], power: number): T => list[Math.floor(random() ** power * list.length)]!
  const syllable = () => pick(onsets) + pick(vowels) + pick(codas)
  const wordsOf = (count: number, parts: () => number) => {
    const made = new Set<string>()
    while (made.size < count) {
      const word = Array.from({ length: parts() }, syllable).join('')
      made.add(word.charAt(0).toUpperCase() + word.slice(1))
    }
    return [...made]
  }
  const given = wordsOf(2_500, () => 1 + whole(2))
  const surnames = wordsOf(60_000, () => 2 + whole(2))
  const firms = wordsOf(40_000, () => 2).map(
    word => `${word} ${pick(['Ltd', 'GmbH', 'Group', 'Labs', 'Systems', 'Inc'])}`,
  )
  const slip = (text: string) => {
    if (text.length < 3) return text
    const at = 1 + whole(text.length - 1)
    const kind = whole(3)
    if (kind === 0) return text.slice(0, at) + text.slice(at + 1)
    if (kind === 1) return text.slice(0, at) + String.fromCharCode(97 + whole(26)) + text.slice(at + 1)
    return text.slice(0, at - 1) + text.charAt(at) + text.charAt(at - 1) + text.slice(at + 1)
  }
  const file = createWriteStream(path)
  file.write('lead_id,first_name,last_name,email,phone,company,title,city,linkedin_url\n')
  const truth = new Int32Array(rows)
  const people: string[][] = []
  let lines = ''
  for (let row = 0; row < rows; row++) {
    let cells: string[]
    if (row > 0 && random() < 0.3) {
      const person = whole(people.length)
      truth[row] = person
      cells = [...people[person]!]
      if (random() < 0.15) cells[0] = slip(cells[0]!)
      else if (random() < 0.06) cells[0] = cells[0]!.slice(0, 1)
      if (random() < 0.15) cells[1] = slip(cells[1]!)
      if (random() < 0.02) [cells[0], cells[1]] = [cells[1]!, cells[0]!]
      if (random() < 0.2) cells[2] = `${cells[0]}${whole(99)}@${pick(domains)}`.toLowerCase()
      if (random() < 0.15) cells[3] = phone()
      if (random() < 0.2) cells[4] = often(firms, 1.6)
      if (random() < 0.3) cells[5] = pick(grades) + pick(roles)
      if (random() < 0.1) cells[6] = often(cities, 2)
    } else {
      truth[row] = people.length
      const first = often(given, 2.4)
      const last = often(surnames, 1.8)
      const mail =
        random() < 0.5
          ? `${first}.${last}${whole(100)}@${pick(domains)}`
          : `${first.charAt(0)}${last}${whole(1000)}@${pick(domains)}`
      cells = [
        first,
        last,
        mail.toLowerCase(),
        phone(),
        often(firms, 1.6),
        pick(grades) + pick(roles),
        often(cities, 2),
        `https://www.linkedin.com/in/${first}-${last}-${whole(1_000_000)}`.toLowerCase(),
      ]
      people.push(cells)
    }
    const shown = cells.map((cell, column) => (random() < gaps[column]! ? '' : cell))
    lines += `L${row + 1},${shown.join(',')}\n`
    if (lines.length > 1 << 20) {
      if (!file.write(lines)) await once(file, 'drain')
      lines = ''
    }
  }
  file.end(lines)
  await finished(file)
  return truth

  function phone(): string {
    return `+44 7${100 + whole(900)} ${100_000 + whole(900_000)}`
  }
}

/** Share of empty cells by column. */
const gaps = [0.01, 0.01, 0.35, 0.45, 0.15, 0.15, 0.2, 0.5]
