const NUMBER_WORDS: Readonly<Record<string, string>> = Object.fromEntries(
  [
    'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen',
    'eins zwei drei vier funf sechs sieben acht neun zehn elf zwolf dreizehn vierzehn funfzehn sechzehn siebzehn achtzehn neunzehn',
    'un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf',
    'uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciseis diecisiete dieciocho diecinueve',
    'um dois tres quatro cinco seis sete oito nove dez onze doze treze catorze quinze dezesseis dezessete dezoito dezenove',
    'een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien achttien negentien',
  ]
    .flatMap(list => list.split(' ').map((word, i) => [word, String(i + 1)] as const))
    .concat(
      (
        [
          ['twenty', 20],
          ['thirty', 30],
          ['forty', 40],
          ['fifty', 50],
          ['sixty', 60],
          ['seventy', 70],
          ['eighty', 80],
          ['ninety', 90],
          ['hundred', 100],
          ['thousand', 1000],
          ['dozen', 12],
          ['half', 50],
          ['zwanzig', 20],
          ['dreisig', 30],
          ['vierzig', 40],
          ['funfzig', 50],
          ['hundert', 100],
          ['tausend', 1000],
          ['vingt', 20],
          ['trente', 30],
          ['quarante', 40],
          ['cinquante', 50],
          ['cent', 100],
          ['mille', 1000],
          ['veinte', 20],
          ['treinta', 30],
          ['cuarenta', 40],
          ['cincuenta', 50],
          ['cien', 100],
          ['mil', 1000],
          ['vinte', 20],
          ['trinta', 30],
          ['quarenta', 40],
          ['cinquenta', 50],
          ['cem', 100],
          ['twintig', 20],
          ['dertig', 30],
          ['veertig', 40],
          ['vijftig', 50],
          ['honderd', 100],
          ['duizend', 1000],
        ] as const
      ).map(([word, value]) => [word, String(value)] as const),
    ),
)

const TENS: Readonly<Record<string, number>> = {
  zwanzig: 20,
  dreisig: 30,
  dreissig: 30,
  vierzig: 40,
  funfzig: 50,
  sechzig: 60,
  siebzig: 70,
  achtzig: 80,
  neunzig: 90,
  twintig: 20,
  dertig: 30,
  veertig: 40,
  vijftig: 50,
  zestig: 60,
  zeventig: 70,
  tachtig: 80,
  negentig: 90,
  vingt: 20,
  trente: 30,
  quarante: 40,
  cinquante: 50,
  soixante: 60,
  septante: 70,
  huitante: 80,
  nonante: 90,
  veinte: 20,
  treinta: 30,
  cuarenta: 40,
  cincuenta: 50,
  sesenta: 60,
  setenta: 70,
  ochenta: 80,
  noventa: 90,
  vinte: 20,
  trinta: 30,
  quarenta: 40,
  cinquenta: 50,
  sessenta: 60,
  oitenta: 80,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
}

const HUNDREDS: Readonly<Record<string, number>> = Object.fromEntries(
  [
    'doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos novecientos',
    'doscientas trescientas cuatrocientas quinientas seiscientas setecientas ochocientas novecientas',
    'duzentos trezentos quatrocentos quinhentos seiscentos setecentos oitocentos novecentos',
    'duzentas trezentas quatrocentas quinhentas seiscentas setecentas oitocentas novecentas',
  ].flatMap(list => list.split(' ').map((word, i) => [word, (i + 2) * 100] as const)),
)

const PLURALS: Readonly<Record<string, number>> = {
  cents: 100,
  hundreds: 100,
  hunderte: 100,
  ciento: 100,
  cento: 100,
  thousands: 1000,
  ein: 1,
  eine: 1,
}

// The first letter of the last part, or what stands between the parts: nearly every word has neither.
const MAY_BE_LONG =
  /hundert|honderd|tausend|duizend|(?:und|en)\w{2,}(?:zig|sig|sis|ssig|tig)$|^veinti|^(?:vingt|trente|quarante|cinquante|soixante|quatre|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)s?-/

/** Hundreds and thousands have “nd” in all languages that write them in one word, tens end in one of two letters. */
function mayEndLong(word: string): boolean {
  const last = word.charCodeAt(word.length - 1)
  return last === 103 || last === 115 || word.includes('nd') || word.includes('-') || word.startsWith('veinti')
}

const PLAIN: ReadonlyMap<string, number> = new Map([
  ...Object.entries(NUMBER_WORDS).map(([word, value]) => [word, Number(value)] as const),
  ...[TENS, HUNDREDS, PLURALS].flatMap(part => Object.entries(part)),
])

/** “Dreiundsechzig”, “honderdtachtig”, “vingt-deux”, “veintidós”: several numbers in one word. */
function longNumber(word: string): number | undefined {
  const plain = PLAIN.get(word)
  if (plain !== undefined) return plain
  if (word.length < 7 || !mayEndLong(word) || !MAY_BE_LONG.test(word)) return undefined
  if (word.startsWith('quatre-vingt')) {
    const rest = word.replace(/^quatre-vingts?-?/, '')
    const more = rest === '' ? 0 : longNumber(rest)
    return more === undefined ? undefined : 80 + more
  }
  for (const [name, value] of [
    ['tausend', 1000],
    ['duizend', 1000],
    ['hundert', 100],
    ['honderd', 100],
  ] as const) {
    const at = word.indexOf(name)
    if (at < 0) continue
    const head = word.slice(0, at)
    const tail = word.slice(at + name.length).replace(/^(?:und|en)/, '')
    const times = head === '' ? 1 : longNumber(head)
    const more = tail === '' ? 0 : longNumber(tail)
    return times === undefined || more === undefined ? undefined : times * value + more
  }
  const parts = /^(\w{2,8}?)(?:und|en)(\w{5,})$/.exec(word)
  const ones = parts?.[1] === undefined ? undefined : longNumber(parts[1])
  const tens = parts?.[2] === undefined ? undefined : TENS[parts[2]]
  if (ones !== undefined && ones < 10 && tens !== undefined) return ones + tens
  if (word.startsWith('veinti')) {
    const one = NUMBER_WORDS[word.slice(6)]
    return one === undefined ? undefined : 20 + Number(one)
  }
  if (word.includes('-')) {
    let sum = 0
    for (const part of word.split('-')) {
      if (part === 'et') continue
      const value = longNumber(part)
      if (value === undefined) return undefined
      sum += value
    }
    return sum
  }
  return undefined
}

/** The number a folded word says, in digits or in one of the six languages. */
export function numberOf(folded: string): string | undefined {
  const first = folded.charCodeAt(0)
  if (first >= 48 && first <= 57)
    return folded
      .replace(/[.,](?=\d{3}(?!\d))/g, '')
      .replace(',', '.')
      .replace(/(?:st|nd|rd|th|x|h|k|km|kg|%|mm|cm|m|s|ms|min)$/, '')
  const long = longNumber(folded)
  return long === undefined ? undefined : String(long)
}
