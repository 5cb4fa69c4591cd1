import { remember } from './remember.ts'

const ENDINGS = (
  'ingly edly ation ations ement ements ungen ung iciones aciones acion icion acoes acao mente ment ness ingen ing ings ando endo iendo ' +
  'ado ados ada adas ido idos ida idas ies ied ely ern est eux euse er ers ed es ez aient ait ais en em et ir ar os as is ly e s a o n t y'
).split(' ')

const LETTERS = 26
const letterAt = (word: string, at: number): number => word.charCodeAt(at) - 97

// A tree of the endings from their last letter on: what comes next for each letter, and where an ending is whole, 1.
const next = new Uint8Array(256 * LETTERS)
const whole = new Uint8Array(256)
let nodes = 1
for (const ending of ENDINGS) {
  let node = 0
  for (let at = ending.length - 1; at >= 0; at--) {
    const cell = node * LETTERS + letterAt(ending, at)
    if (next[cell] === 0) next[cell] = nodes++
    node = next[cell] ?? 0
  }
  whole[node] = 1
}

/** How many letters the longest ending has that what stands from `start` to `end` ends in. */
function longestEnding(word: string, start: number, end: number): number {
  let node = 0
  let longest = 0
  for (let at = end - 1; at >= start; at--) {
    const letter = letterAt(word, at)
    node = letter >= 0 && letter < LETTERS ? (next[node * LETTERS + letter] ?? 0) : 0
    if (node === 0) break
    if (whole[node] === 1) longest = end - at
  }
  return longest
}

/** “Geglaubt” is of “glauben”, “gestopt” of “stoppen”: where the stem of what stands from `start` to `end` begins. */
export function beginOfStem(word: string, start: number, end: number): number {
  if (word.charCodeAt(start) !== 103 || word.charCodeAt(start + 1) !== 101) return start
  const t = word.charCodeAt(end - 1) === 116
  const en = word.charCodeAt(end - 1) === 110 && word.charCodeAt(end - 2) === 101
  if (end - start - 2 < (t ? 4 : 5) || !(t || en)) return start
  for (let at = start + 2; at < end; at++) if (word.charCodeAt(at) < 97 || word.charCodeAt(at) > 122) return start
  return start + 2
}

const LONGEST_STEM = 8

/** Where it ends; apostrophes and what they cut off are none of it. */
export function endOfStem(word: string, start: number, whole: number): number {
  const first = word.charCodeAt(start)
  if (first >= 48 && first <= 57) return whole
  let end = whole
  for (let round = 0; round < 2 && end - start > 4; round++) {
    let shorter = end - longestEnding(word, start, end)
    // “slings” and “rings” end in “s”, not in “ings”.
    if (shorter - start < 3)
      shorter = word.charCodeAt(end - 1) === 115 && word.charCodeAt(end - 2) !== 115 ? end - 1 : end
    if (shorter - start < 3 || shorter === end) break
    end = shorter
  }
  if (end - start === 4 && isOneOf(VOWELS, word.charCodeAt(end - 1))) end--
  // Ends in the same consonant twice.
  const last = word.charCodeAt(end - 1)
  if (end - start > 1 && last === word.charCodeAt(end - 2) && isOneOf(DOUBLED, last)) end--
  return Math.min(end, start + LONGEST_STEM)
}

/** A bit for each letter. */
const lettersOf = (letters: string): number =>
  [...letters].reduce((bits, letter) => bits | (1 << letterAt(letter, 0)), 0)
const VOWELS = lettersOf('aeo')
const DOUBLED = lettersOf('bdfglmnprt')
const isOneOf = (letters: number, code: number): boolean =>
  code > 96 && code < 123 && (letters & (1 << (code - 97))) !== 0

/** A light stem for comparing texts of any of the six languages: same word, other ending. Folded words only. */
export const stem: (word: string) => string = remember(cutEnding, 8_000)

function cutEnding(word: string): string {
  const left = word.includes("'")
    ? word.replace(/'(?:s|t|re|ve|ll|d|m)$/, '').replace(/^(?:l|d|j|qu|n|s|c|m|t)'/, '')
    : word
  const begin = beginOfStem(left, 0, left.length)
  return left.slice(begin, endOfStem(left, begin, left.length))
}

const STOP = new Set(
  (
    'a about above after again all almost already also although always am an and another any anyone anything are around as at away back be became because been before being below best better between both but by came can cannot come could day days did do does doing done down each either else end enough even ever every everyone everything few first for found from full further gave get gets getting give given go goes going gone good got great had has have having he hello help her here hers hey hi him his how however i if in into is it its itself just keep kind knew know known last later least less let like little long look looked looking looks lot made make makes many may maybe me mean means might mine more most much must my myself near need never new next nice no not nothing now of off often on once one only onto or other our out over own part people perhaps place please point put quite rather read real really right said same saw say says see seem seen sent several shall she should show shown since so some someone something sometimes soon still such sure take taken team than thank thanks that the their them then there these they thing things think this those though thought three through time times to today together too took toward tried try trying two under until up upon us use used using very via want wanted was way ways we week weeks well went were what when where which while who whole why will with within without wonder word work worked working works would write writing written wrote year years yes yet you your yours ' +
    'post posts article articles blog talk piece thread story love loved loves enjoyed enjoy liked amazing awesome impressive impressed inspiring interesting insightful fascinating excellent fantastic wonderful background profile experience career skills skill expertise recent recently content thoughts insights view chat call connect connection network open opportunity role job position hiring recruiter recruiting company hope happy glad curious came across noticed share shared sharing update question quick name minute minutes moment ' +
    'der die das den dem des ein eine einen einem einer und oder aber ich du sie wir ihr er es mich mir dich dir uns euch ihnen sein seine ihre mein meine dein deine ist sind war waren hat habe haben hatte wird werden wurde kann konnen muss soll will mit von zu zum zur bei auf aus an am im in fur uber unter nach vor wie was wer wo wenn weil dass als nur noch schon sehr auch nicht kein keine mehr viel gut gute guten toll super spannend interessant interessante beitrag artikel post gelesen lesen geschrieben schreiben arbeit zeit jahr jahre tag tage heute gerade mal ja nein hallo danke profil erfahrung stelle job einfach immer wirklich ganz diese dieser dieses hier dort dann so gefallen ' +
    'le la les un une des du de et ou mais je tu il elle nous vous ils elles me te se mon ma mes ton ta tes son sa ses notre votre vos ce cet cette ces qui que quoi dont est sont etait etre avoir ai as a avons avez ont avec sans pour par sur sous dans en au aux chez entre plus moins tres bien bon bonne pas ne si comme quand tout tous toute aussi encore article billet post lu lire ecrit ecrire travail temps an ans annee jour bonjour salut merci profil experience parcours poste interessant interessante super ' +
    'el la los las un una unos unas de del al y o pero yo tu el ella nosotros vosotros ellos me te se le lo nos os mi tus su sus nuestro vuestro que quien cual como cuando donde es son era ser estar esta estoy estas hay ha he han con sin por para sobre entre en mas menos muy bien bueno buena no si todo todos tambien ya articulo entrada post leido leer leo escrito escribir trabajo tiempo ano anos dia hoy hola gracias perfil experiencia puesto interesante gusto gustado encanto ' +
    'o a os as um uma uns umas de do da dos das e ou mas eu voce ele ela nos eles meu minha seu sua teu tua que quem qual como quando onde sao era ser estar esta estou tem tenho ha com sem por para pela pelo sobre entre em no na nos nas mais menos muito bem bom boa nao sim tudo todos tambem ja artigo post texto li lido ler escreveu escrever trabalho tempo ano anos dia hoje ola oi obrigado obrigada perfil experiencia vaga interessante gostei adorei ' +
    'actually absolutely totally simply plainly somewhat otherwise anyway meanwhile whenever wherever whatever nobody somewhere anywhere everywhere till per latest newest previous great brilliant lovely clever neat cool ' +
    'beim gar gern gerne ganze ganzen etwa fast jetzt wohl bereits dazu dabei davon damit dafur darauf daran daruber nun sonst trotzdem deshalb also eben halt bloss blos letzte letzter letzten letztes neuste neueste neuester neuesten neuer neuen neue alle allem allen aller alles jede jeder jedes jeden jemand niemand etwas nichts manche manchmal oft nie ohne gegen seit wahrend zwischen wieder selbst solche vom ins zwar bitte schade ' +
    'beaucoup trop assez peu souvent jamais toujours encore deja alors donc ainsi puis ensuite apres avant pendant depuis jusqu jusque vers contre malgre parce car cela ca ceci celui celle ceux celles leur leurs lui eux y plusieurs chaque aucun aucune autre autres meme memes quel quelle quels quelles quelque rien personne moi toi soi voila voici la-bas dernier derniere derniers dernieres nouveau nouvelle recente recent fait faire fais chose choses aime adore savoir bravo peut peux sans doute vraiment plutot quelqu ' +
    'mucho mucha muchos muchas poco poca demasiado bastante siempre nunca jamas aun todavia entonces luego despues antes durante desde hasta hacia contra porque pues asi aqui ahi alli esto eso aquello ese esa esos esas este estos estas otro otra otros otras mismo misma cada algun alguna ninguno nada alguien nadie algo ultima ultimo ultimos ultimas nueva nuevo reciente hacer hace hecho cosa cosas verdad siendo solo fue fueron tan tanto ' +
    'muito muita muitos muitas pouco demasiado bastante sempre nunca jamais ainda entao depois antes durante desde ate contra porque pois assim aqui ali la isto isso aquilo esse essa esses essas este estes estas outro outra outros outras mesmo mesma cada algum alguma nenhum nada alguem ninguem algo ultimo ultima nova novo recente fazer faz feito coisa coisas verdade so foi foram tao tanto deve parabens ' +
    'veel weinig altijd nooit vaak soms steeds toch dus toen daarna voordat tijdens sinds tot tegen omdat want zo zoals hier daar deze dit die dat ander andere anderen zelf zelfde elke elk iemand niemand iets niets laatste nieuwe nieuw recente recent maken maakt gedaan ding dingen echt alleen ook zonder tussen weer eens even misschien gewoon wel hen haar hem ' +
    'de het een en of maar ik jij je u hij zij ze wij we jullie mij me jou ons hun mijn jouw uw zijn haar onze dat die dit deze wie wat waar hoe wanneer is was waren ben bent heb hebt heeft had met zonder voor van door over onder in op aan bij uit te naar tot meer minder heel erg goed goede mooi mooie leuk leuke niet geen ja nee alles ook nog al wel artikel stuk blog post gelezen lezen geschreven schrijven werk tijd jaar jaren dag vandaag hallo hoi dank bedankt profiel ervaring baan functie interessant'
  ).split(' '),
)

/** Words of grammar, of praise and of recruiting: they never show that something was read. */
export function isEmptyWord(folded: string): boolean {
  if (STOP.has(folded)) return true
  const apostrophe = folded.lastIndexOf("'")
  return apostrophe > 0 && STOP.has(folded.replace(/'\w+$/, ''))
}
