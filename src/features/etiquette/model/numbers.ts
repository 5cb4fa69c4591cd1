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

/** The number a folded word says, in digits or in one of the six languages. */
export function numberOf(folded: string): string | undefined {
  const first = folded.charCodeAt(0)
  if (first >= 48 && first <= 57)
    return folded
      .replace(/[.,](?=\d{3}(?!\d))/g, '')
      .replace(',', '.')
      .replace(/(?:st|nd|rd|th|x|h|k|km|kg|%|mm|cm|m|s|ms|min)$/, '')
  return NUMBER_WORDS[folded]
}
