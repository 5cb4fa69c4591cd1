import { countryOf } from './countries.ts'
import { foldName } from './fold.ts'
import { remembered } from './remembered.ts'

/** `id` is stable: the GeoNames id. `people` in thousands. */
export type Place = { id: string; name: string; country: string; lat: number; lon: number; people: number }

export type Gazetteer = {
  /** The likeliest town that a person's place ("Greater Lyon Area, France") means; undefined when it names none. */
  find(written: string): Place | undefined
  /** The same where a town is asked for: Granada is not Grenada, though the Spanish call it so. */
  findTown(written: string): Place | undefined
  byId(id: string): Place | undefined
  /** Towns whose name begins so, largest first, for completing. */
  listBeginning(start: string, limit: number): Place[]
  /** All within `km` of `centre`, as cells that lie inside whole and the single towns of those at the edge. */
  around(centre: Place, km: number): { cells: string[]; places: string[] }
}

/** Degrees that a cell is wide and high. */
const cellSize = 0.2
const rows = Math.round(180 / cellSize)
const columns = Math.round(360 / cellSize)

const rowOf = (lat: number) => Math.min(rows - 1, Math.max(0, Math.floor((lat + 90) / cellSize)))
const columnOf = (lon: number) => ((Math.floor((lon + 180) / cellSize) % columns) + columns) % columns
const cellNumber = (row: number, column: number) => row * columns + column
const cellName = (cell: number) => cell.toString(36)

export const cellOf = ({ lat, lon }: { lat: number; lon: number }): string =>
  cellName(cellNumber(rowOf(lat), columnOf(lon)))

const earthKm = 6_371
const radians = (degrees: number) => (degrees * Math.PI) / 180

export function distanceKm(a: { lat: number; lon: number }, b: { lat: number; lon: number }): number {
  const halfLat = Math.sin(radians(b.lat - a.lat) / 2)
  const halfLon = Math.sin(radians(b.lon - a.lon) / 2)
  const h = halfLat ** 2 + Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * halfLon ** 2
  return 2 * earthKm * Math.asin(Math.min(1, Math.sqrt(h)))
}

/** What people write around the name of their town. */
const aroundIt =
  /\b(?:greater|metropolitan|metropolitana?|metro|area|region|region of|grand|grande|agglomeration|und umgebung|umgebung|grossraum|metropolregion|et peripherie|et environs|y alrededores|alrededores|e dintorni|area metropolitana de|e regiao|regiao de|en omgeving|city of|stadt|ville de|ciudad de|bay area|county|district|province|based in|remote)\b/gu

const usStates: Readonly<Record<string, string>> = Object.fromEntries(
  'alabama AL|alaska AK|arizona AZ|arkansas AR|california CA|colorado CO|connecticut CT|delaware DE|district of columbia DC|florida FL|georgia GA|hawaii HI|idaho ID|illinois IL|indiana IN|iowa IA|kansas KS|kentucky KY|louisiana LA|maine ME|maryland MD|massachusetts MA|michigan MI|minnesota MN|mississippi MS|missouri MO|montana MT|nebraska NE|nevada NV|new hampshire NH|new jersey NJ|new mexico NM|new york NY|north carolina NC|north dakota ND|ohio OH|oklahoma OK|oregon OR|pennsylvania PA|rhode island RI|south carolina SC|south dakota SD|tennessee TN|texas TX|utah UT|vermont VT|virginia VA|washington WA|west virginia WV|wisconsin WI|wyoming WY'
    .split('|')
    .map(each => [each.slice(0, -3), each.slice(-2)]),
)
const stateCodes = new Set(Object.values(usStates))

/** What people write where a town is asked for, though some village is called so. */
const nowhere = new Set(
  'earth world worldwide everywhere anywhere nowhere somewhere here home internet online remote global europe asia africa america moon mars space cloud hybrid homeoffice'
    .split(' ')
    .concat(
      'planet earth',
      'the world',
      'the internet',
      'north america',
      'south america',
      'latin america',
      'the moon',
      'home office',
    ),
)

type Hint = { country: string; state?: string }

/** The names under which a part of a written place may be known, nearest first. */
function keysOf(part: string): Set<string> {
  const folded = foldName(part)
  const bare = folded.replace(aroundIt, ' ').replace(/\s+/g, ' ').trim()
  const town = bare.replace(/^(?:de|du|of|di|do|da|von)\s/u, '')
  const saint = town.replace(/^ste? /, start => (start === 'st ' ? 'saint ' : 'sainte '))
  return new Set([folded, town, saint].filter(key => key.length >= 2 && !nowhere.has(key)))
}

/** What a part of a written place says of where its other parts are: "TX" may be Texas, "DE" Delaware or Germany. */
function hintsOf(part: string): Hint[] {
  const folded = foldName(part)
  const hints: Hint[] = []
  const code = /^[A-Z]{2}$/.test(part.trim()) ? part.trim() : undefined
  const state = usStates[folded] ?? (code && stateCodes.has(code) ? code : undefined)
  if (state) hints.push({ country: 'US', state })
  const country = countryOf(folded) ?? code
  if (country) hints.push({ country })
  return hints
}

/** `text`: lines of places, largest first, a blank line, then sorted lines of folded names with the lines that have them. */
export function createGazetteer(text: string): Gazetteer {
  const cut = text.indexOf('\n\n')
  const places = text.slice(0, cut).split('\n')
  const keys = text.slice(cut + 2).split('\n')
  const fieldsAt = (index: number) => (places[index] ?? '').split('\t')
  const placeAt = (index: number): Place => {
    const [id = '', name = '', country = '', , lat, lon, people] = fieldsAt(index)
    return { id, name, country, lat: Number(lat), lon: Number(lon), people: Number(people) }
  }
  /** The first key that is not below `key`. */
  const firstFrom = (key: string): number => {
    let low = 0
    let high = keys.length
    while (low < high) {
      const middle = (low + high) >>> 1
      const line = keys[middle] ?? ''
      if (line.slice(0, line.indexOf('\t')) < key) low = middle + 1
      else high = middle
    }
    return low
  }
  const indexesIn = (line: string) =>
    line
      .slice(line.indexOf('\t') + 1)
      .split(' ')
      .map(each => Number.parseInt(each, 36))
  const indexesOf = (key: string): number[] => {
    const line = keys[firstFrom(key)]
    return line?.startsWith(`${key}\t`) ? indexesIn(line) : []
  }
  let grid: Map<number, number[]> | undefined
  const inCell = (cell: number): readonly number[] => {
    if (!grid) {
      grid = new Map()
      for (let index = 0; index < places.length; index++) {
        const [, , , , lat, lon] = fieldsAt(index)
        const where = cellNumber(rowOf(Number(lat)), columnOf(Number(lon)))
        const known = grid.get(where)
        if (known) known.push(index)
        else grid.set(where, [index])
      }
    }
    return grid.get(cell) ?? []
  }
  let ids: Map<string, number> | undefined

  const best = (key: string, hints: readonly Hint[]): number | undefined => {
    const candidates = indexesOf(key)
    if (hints.length === 0) return candidates[0]
    const fitting = (some: readonly Hint[]) =>
      candidates.find(index => {
        const [, , country, admin] = fieldsAt(index)
        return some.some(hint => hint.country === country && (hint.state === undefined || hint.state === admin))
      })
    const states = hints.filter(hint => hint.state !== undefined)
    return (states.length > 0 ? fitting(states) : undefined) ?? fitting(hints)
  }
  const look = (written: string, town: boolean): Place | undefined => {
    const parts = written
      .split(/[,;/|·•()\n]|\s[-–—]\s/u)
      .map(part => part.trim())
      .filter(part => part !== '' && part.length <= 80)
      .slice(0, 6)
    const hinted = parts.map(hintsOf)
    for (const [at, part] of parts.entries()) {
      const own = hinted[at] ?? []
      // "Lyon, France" is not in a town called France.
      if (own.length > 0 && at > 0) continue
      const hints = hinted.flatMap((some, index) => (index === at ? [] : some))
      for (const key of keysOf(part)) {
        const index = best(key, hints)
        if (index === undefined) continue
        const place = placeAt(index)
        // Nor is a whole country in a village elsewhere that shares its name; Luxembourg and Singapore are towns as well.
        if (
          !town &&
          hints.length === 0 &&
          own.some(hint => hint.state === undefined) &&
          !own.some(hint => hint.country === place.country)
        )
          continue
        return place
      }
    }
    return undefined
  }
  return {
    find: remembered(written => (written.length > 300 ? undefined : look(written, false))),
    findTown: remembered(written => (written.length > 300 ? undefined : look(written, true))),
    byId(id) {
      ids ??= new Map(places.map((line, index) => [line.slice(0, line.indexOf('\t')), index]))
      const index = ids.get(id)
      return index === undefined ? undefined : placeAt(index)
    },
    listBeginning(start, limit) {
      const key = foldName(start)
      if (key.length < 2) return []
      const found = new Set<number>()
      for (let at = firstFrom(key); at < keys.length && found.size < 2_000; at++) {
        const line = keys[at] ?? ''
        if (!line.startsWith(key)) break
        for (const index of indexesIn(line)) found.add(index)
      }
      return [...found]
        .sort((a, b) => a - b)
        .slice(0, limit)
        .map(placeAt)
    },
    around(centre, km) {
      const cells: string[] = []
      const near: string[] = []
      const high = km / 111.2
      const lowRow = rowOf(centre.lat - high)
      const highRow = rowOf(centre.lat + high)
      for (let row = lowRow; row <= highRow; row++) {
        const south = row * cellSize - 90
        const narrow = Math.cos(radians(Math.min(89, Math.max(Math.abs(south), Math.abs(south + cellSize)))))
        const wide = Math.min(180, km / (111.2 * narrow))
        const steps = Math.min(columns, Math.ceil((2 * wide) / cellSize) + 1)
        for (let step = 0; step < steps; step++) {
          const west = (Math.floor((centre.lon - wide + 180) / cellSize) + step) * cellSize - 180
          const cell = cellNumber(row, columnOf(west + cellSize / 2))
          const corners = [south, south + cellSize].flatMap(lat => [west, west + cellSize].map(lon => ({ lat, lon })))
          if (corners.every(corner => distanceKm(centre, corner) <= km)) cells.push(cellName(cell))
          else
            for (const index of inCell(cell)) {
              const place = placeAt(index)
              if (distanceKm(centre, place) <= km) near.push(place.id)
            }
        }
      }
      return { cells: [...new Set(cells)], places: [...new Set(near)] }
    },
  }
}
