// node scripts/vocabulary.mjs FOLDER: the packaged names of places, titles and skills, from the open data they come from.
// FOLDER holds cities500.txt (GeoNames), occupations_en.csv and digitalSkillsCollection_en.csv (ESCO), "Alternate Titles.xlsx" and
// "Technology Skills.xlsx" (O*NET). See src/features/vocabulary/packaged/NOTICE.md for where they are and what they ask of us.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'
import yauzl from 'yauzl'
import { foldName } from '../src/features/vocabulary/model/fold.ts'

const folder = process.argv[2]
if (!folder) {
  console.error('Name the folder that holds the open data: node scripts/vocabulary.mjs FOLDER')
  process.exit(2)
}
const target = new URL('../src/features/vocabulary/packaged/', import.meta.url)
const write = (name, lines) => {
  const text = lines.join('\n')
  const packed = brotliCompressSync(Buffer.from(text), {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 11,
      [constants.BROTLI_PARAM_LGWIN]: 24,
      [constants.BROTLI_PARAM_SIZE_HINT]: text.length,
    },
  })
  writeFileSync(new URL(name, target), packed)
  console.error(
    `${name}: ${lines.length} lines, ${(text.length / 1e6).toFixed(1)} MB, packed ${(packed.length / 1e6).toFixed(2)} MB`,
  )
}

// ── places ──
const leastPeople = 1_000
const leastPeopleForAllNames = 50_000
const latin = /^[\p{Script=Latin}\p{M}\s'’.()/-]+$/u
const notPlaces = new Set(['PPLX', 'PPLH', 'PPLQ', 'PPLW', 'PPLCH'])

function readPlaces() {
  const places = readFileSync(join(folder, 'cities500.txt'), 'utf8')
    .split('\n')
    .map(line => line.split('\t'))
    .filter(row => row.length >= 15 && !notPlaces.has(row[7]) && Number(row[14]) >= leastPeople)
    .sort((a, b) => Number(b[14]) - Number(a[14]) || Number(a[0]) - Number(b[0]))
  const keys = new Map()
  const lines = places.map((row, at) => {
    const [id, name, ascii, others, lat, lon, , , country, , admin] = row
    const people = Number(row[14])
    const alternatives = others
      .split(',')
      .filter(other => (people >= leastPeopleForAllNames ? /\p{L}{2}/u.test(other) : latin.test(other)))
      .filter(other => !/^[A-Z]{3}$/.test(other))
    const kept = people >= leastPeopleForAllNames ? alternatives : alternatives.slice(0, 3)
    for (const each of [name, ascii, ...kept]) {
      const key = foldName(each)
      if (key.length < 2 || (key.length < 3 && /^[a-z]+$/.test(key))) continue
      const known = keys.get(key)
      if (!known) keys.set(key, [at])
      else if (known.at(-1) !== at && known.length < 12) known.push(at)
    }
    const short = /^[A-Z]{2}$/.test(admin) ? admin : ''
    return [
      Number(id).toString(36),
      name,
      country,
      short,
      Number(lat).toFixed(3),
      Number(lon).toFixed(3),
      Math.round(people / 1_000),
    ].join('\t')
  })
  const sorted = [...keys]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, at]) => `${key}\t${at.map(n => n.toString(36)).join(' ')}`)
  write('places.tsv.br', [...lines, '', ...sorted])
}

// ── titles and skills ──
function readCsv(name) {
  const text = readFileSync(join(folder, name), 'utf8').replace(/^\uFEFF/, '')
  const rows = []
  let row = []
  let cell = ''
  let quoted = false
  for (let at = 0; at < text.length; at++) {
    const letter = text[at]
    if (quoted) {
      if (letter !== '"') cell += letter
      else if (text[at + 1] === '"') cell += text[++at]
      else quoted = false
    } else if (letter === '"') quoted = true
    else if (letter === ',' || letter === '\n') {
      row.push(cell.replace(/\r$/, ''))
      cell = ''
      if (letter === '\n') {
        rows.push(row)
        row = []
      }
    } else cell += letter
  }
  if (cell || row.length > 0) rows.push([...row, cell])
  const [head = [], ...body] = rows
  return body
    .filter(each => each.length === head.length)
    .map(each => Object.fromEntries(head.map((key, at) => [key, each[at]])))
}

const entities = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
const plain = text => text.replace(/&(amp|lt|gt|quot|apos);/g, (_, name) => entities[name])

async function readSheet(name) {
  const parts = {}
  const zip = await new Promise((resolve, reject) =>
    yauzl.open(join(folder, name), { lazyEntries: false, autoClose: true }, (error, file) =>
      error ? reject(error) : resolve(file),
    ),
  )
  await new Promise((resolve, reject) => {
    let open = 0
    let ended = false
    const settle = () => ended && open === 0 && resolve(undefined)
    zip.on('entry', entry => {
      if (!/sharedStrings|sheet1/.test(entry.fileName)) return
      open++
      zip.openReadStream(entry, (error, stream) => {
        if (error) return reject(error)
        const pieces = []
        stream.on('data', piece => pieces.push(piece))
        stream.on('end', () => {
          parts[entry.fileName.split('/').at(-1)] = Buffer.concat(pieces).toString()
          open--
          settle()
        })
      })
    })
    zip.on('end', () => {
      ended = true
      settle()
    })
    zip.on('error', reject)
  })
  const strings = [...parts['sharedStrings.xml'].matchAll(/<si>(.*?)<\/si>/gs)].map(([, inner]) =>
    plain([...inner.matchAll(/<t[^>]*>(.*?)<\/t>/gs)].map(([, text]) => text).join('')),
  )
  return [...parts['sheet1.xml'].matchAll(/<row [^>]*>(.*?)<\/row>/gs)].slice(1).map(([, row]) => {
    const cells = {}
    for (const [, column, shared, value] of row.matchAll(/<c r="([A-Z]+)\d+"[^>]*?( t="s")?><v>(.*?)<\/v>/g))
      cells[column] = shared ? strings[Number(value)] : value
    return cells
  })
}

/** "CEO (Chief Executive Officer)" is two names. */
const namesIn = title => {
  const both = /^(.+?)\s*\(([^)]+)\)$/.exec(title)
  return both ? [both[1], both[2]] : [title]
}

async function readTitles() {
  const occupations = readCsv('occupations_en.csv').map(row => ({
    label: row.preferredLabel.trim(),
    group: row.iscoGroup,
    names: [row.preferredLabel, ...`${row.altLabels}\n${row.hiddenLabels}`.split('\n')]
      .map(name => name.trim())
      .filter(Boolean),
  }))
  const owner = new Map()
  // A name that is preferred somewhere belongs there; else whoever names it first.
  for (const [at, { label }] of occupations.entries()) if (!owner.has(foldName(label))) owner.set(foldName(label), at)
  for (const [at, { names }] of occupations.entries())
    for (const name of names) if (!owner.has(foldName(name))) owner.set(foldName(name), at)
  const singular = name => name.replace(/ies$/, 'y').replace(/([^s])s$/, '$1')
  const groups = new Map()
  for (const row of await readSheet('Alternate Titles.xlsx')) {
    const group = groups.get(row.A) ?? { title: row.B, names: new Set([row.B, singular(row.B)]) }
    for (const name of [...namesIn(row.C ?? ''), row.D ?? '']) if (name && name !== 'n/a') group.names.add(name)
    groups.set(row.A, group)
  }
  // What stands in many groups ("Analyst", "Developer") says nothing.
  const shared = new Map()
  for (const { names } of groups.values())
    for (const key of new Set([...names].map(foldName))) shared.set(key, (shared.get(key) ?? 0) + 1)
  // First what a group is called, then by its other names: the ESCO occupation that most of them know.
  const vague = key => (shared.get(key) ?? 0) > (key.includes(' ') ? 3 : 1)
  let added = 0
  for (const { title, names } of groups.values()) {
    const votes = new Map()
    const vote = (key, weight) => {
      const at = owner.get(key)
      if (at !== undefined && (shared.get(key) ?? 0) < 3) votes.set(at, (votes.get(at) ?? 0) + weight)
    }
    for (const part of title.split(/,? and |, /)) vote(foldName(singular(part)), 4)
    for (const name of names) vote(foldName(name), 1)
    const [best] = [...votes].sort(([, a], [, b]) => b - a)
    if (!best || best[1] < 2) continue
    for (const name of names) {
      const key = foldName(name)
      if (key.length < 3 || key.split(' ').length > 6 || owner.has(key) || vague(key)) continue
      owner.set(key, best[0])
      added++
    }
  }
  console.error(`titles of O*NET that ESCO lacks: ${added}`)
  const byOccupation = occupations.map(() => [])
  for (const [key, at] of owner) byOccupation[at].push(key)
  write(
    'titles.tsv.br',
    occupations.map(({ label, group }, at) =>
      [label, group, byOccupation[at].filter(key => key !== foldName(label)).join('|')].join('\t'),
    ),
  )
}

async function readSkills() {
  const skills = new Map()
  const add = (label, names) => {
    const key = foldName(label)
    const known = skills.get(key) ?? { label, names: new Set() }
    for (const name of names) if (name.trim() !== '' && foldName(name) !== key) known.names.add(foldName(name))
    skills.set(key, known)
  }
  for (const row of readCsv('digitalSkillsCollection_en.csv')) {
    const [label, inside] = namesIn(row.preferredLabel)
    const plainLabel =
      inside && /programming|software|computer|framework|tool/i.test(inside) ? label : row.preferredLabel
    add(plainLabel, [row.preferredLabel, ...row.altLabels.split('|')])
  }
  for (const row of await readSheet('Technology Skills.xlsx')) {
    const name = row.C ?? ''
    const [label, inside] = namesIn(name)
    const short = label.replace(/ (software|programming language|system)$/i, '')
    // "Structured query language SQL" is SQL; "Adobe Systems Adobe Photoshop" is Adobe Photoshop.
    const last = /^[a-z][a-z +-]+ ([A-Z][A-Z0-9+#/]{1,7})$/i.exec(short)
    const twice = /^(\w+) Systems (\1 .+)$/.exec(short)
    const own = twice?.[2] ?? (last?.[1] && last[1] === last[1].toUpperCase() ? last[1] : short)
    if (own.length < 2 || own.split(' ').length > 5) continue
    add(own, [name, short, ...(inside ? [inside] : [])])
  }
  write(
    'skills.tsv.br',
    [...skills.values()].map(({ label, names }) => [label, [...names].join('|')].join('\t')),
  )
}

readPlaces()
await readTitles()
await readSkills()
