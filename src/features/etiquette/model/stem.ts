import { remember } from './remember.ts'

// By their last letter, longest first.
const ENDINGS = new Map<string, readonly string[]>()
for (const ending of (
  'ingly edly ation ations ement ements ungen ung iciones aciones acion icion acoes acao mente ment ness ingen ing ings ando endo iendo ' +
  'ado ados ada adas ido idos ida idas ies ied ely ern est eux euse er ers ed es ez aient ait ais en em et ir ar os as is ly e s a o n t y'
)
  .split(' ')
  .sort((a, b) => b.length - a.length)) {
  const last = ending.slice(-1)
  ENDINGS.set(last, [...(ENDINGS.get(last) ?? []), ending])
}

/** Without the longest ending that it has. */
function withoutEnding(word: string): string {
  for (const ending of ENDINGS.get(word.slice(-1)) ?? [])
    if (word.endsWith(ending)) return word.slice(0, word.length - ending.length)
  return word
}

// “Geglaubt” is of “glauben”, “gestopt” of “stoppen”.
const PARTICIPLE = /^ge(?=[a-z]{3,}(?:t|en)$)/

/** A light stem for comparing texts of any of the six languages: same word, other ending. Folded words only. */
export const stem: (word: string) => string = remember(cutEnding, 8_000)

function cutEnding(word: string): string {
  let left = word.includes("'")
    ? word.replace(/'(?:s|t|re|ve|ll|d|m)$/, '').replace(/^(?:l|d|j|qu|n|s|c|m|t)'/, '')
    : word
  const first = left.charCodeAt(0)
  if (first >= 48 && first <= 57) return left
  if (left.startsWith('ge')) left = left.replace(PARTICIPLE, '')
  for (let round = 0; round < 2 && left.length > 4; round++) {
    const cut = withoutEnding(left)
    // “slings” and “rings” end in “s”, not in “ings”.
    const shorter = cut.length < 3 ? withoutS(left) : cut
    if (shorter.length < 3 || shorter === left) break
    left = shorter
  }
  if (left.length === 4 && 'aeo'.includes(left.charAt(3))) left = left.slice(0, 3)
  if (isDoubled(left)) left = left.slice(0, -1)
  return left.length > 8 ? left.slice(0, 8) : left
}

const withoutS = (word: string): string => (word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word)

/** Ends in the same consonant twice. */
function isDoubled(word: string): boolean {
  const last = word.charCodeAt(word.length - 1)
  return last === word.charCodeAt(word.length - 2) && 'bdfglmnprt'.includes(word.charAt(word.length - 1))
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
