import type { Side } from '../spelling.ts'

/**
 * One line, two sides that can't both hold of a thing, in six languages; a star stands for any ending. Words that mean several things
 * (“hard water”, “falls”, “plus”) are left out: a false reading is only said where it is sure.
 */
const SIDES = `
rose risen rises rising increas* grew grown climbed soared tripled gestiegen stieg steigt zugenommen gewachsen augment* grimp* aument* subido subio subiu subiram crecio crecido cresceu crescido gestegen steeg stijgt toegenomen gegroeid | fell fallen dropped drops dropping decreas* declin* shrank shrunk sank halved gesunken sank abgenommen geschrumpft zuruckgegangen baisse baissee baissait diminu* recule chute bajo bajado bajaron disminu* reduj* caido cayo cayeron baixou baixaram caiu cairam desceu gedaald daalde daalt afgenomen gekrompen
doubled doubles doubling twofold doppelt* verdoppel* double doublee doubla doble duplic* dobro dobrou duplo dubbel* verdubbel* | halved halves halving half halb halbe halben halber halbes halbier* moitie mitad metade helft gehalveerd halveren
hotter warmer warmed heisser warmer chaude* calient* mais-quente quente quentes heter | cooler colder kuhler kalter plus-froid froide* fria frio mas-frio frias kouder koeler
loved loves adored adores enjoyed welcomed liebt liebte liebten geliebt mochte begeistert adore adorait adoraient adorent encanta encanto encantaba encantan adora adorou adoraram adoravam gostou gostaram geliefd dol | hated hates loathed resented disliked detested hasst hasste hassten gehasst argerte genervt deteste detestait detestent odia odiaba odiaban odiaron detesta detestou odiou odiaram detestaram haatte haatten gehaat hekel
faster quicker fastest schneller schnellste plus-vite mas-rapido mais-rapido sneller | slower slowest slowed langsamer langsamste plus-lent mas-lento mais-lento langzamer trager
early earlier fruh fruher fruhzeitig punctual punctually punktlich ponctuel* puntual* pontua* temprano cedo vroeg stipt | late spat verspatet tardif tarde tardivement demasiado-tarde laat
easiest easier easy einfachste einfacher leichteste leichter leicht plus-facile mas-facil mais-facil mas-facil facile facil makkelijk makkelijkste | hardest harder difficult schwierigste schwieriger plus-difficile mas-dificil mais-dificil moeilijker schwerste schwierig difficile dificil moeilijk moeilijkste
caught reached erwischt erreicht attrape atteint cogio alcanzo apanhou alcancou gehaald bereikt | missed verpasst verfehlt manque rate-de falto perdio falhou gemist miste
best bester bestes beste besten meilleur* mejor mejores melhor melhores | worst schlimmst* schlechtest* pire pires peor peores pior piores slechtste ergste
better besser mieux beter | worse schlechter slechter
opened opens eroffnet geoffnet ouvert* ouvre abrio abrimos abrieron abierto abierta abriu abriram aberto aberta geopend | closed closes shut geschlossen schliesst ferme* cerro cerramos cerraron cerrado cerrada fechou fecharam fechado fechada gesloten
bought kauft kaufte gekauft achete* compro compramos compraron comprado comprou compraram gekocht | sold verkauft verkaufte vendu* vendio vendimos vendieron vendido vendeu venderam verkocht
won gewonnen gewann gagne gagnait gagnent gano ganamos ganaron ganado ganhou ganharam gewonnen won | lost verloren verlor perdu perdait perdio perdimos perdieron perdido perdeu perderam verloor verloren
kept keeps keeping behalten behielt behielten garde gardait conserve mantuvo mantienen conservo guardo manteve mantem behouden behield | lost loses losing lose verloren verlor verliert perdu perd perdent perdait perdio pierde perdieron perdeu perde perderam verloor verliest
accepted accepts agreed promised akzeptiert angenommen zugestimmt versprochen accepte promis acepto aceptaron prometio prometieron aceitou aceitaram prometeu prometeram geaccepteerd beloofd beloofde | refused refuses declined rejected abgelehnt lehnte geweigert weigerte refuse refusa rechazo rechazaron nego negaron recusou recusaram negou geweigerd weigerde afgewezen
supports supported backs backed unterstutzt unterstutzen soutient soutiennent apoya apoyan apoyaron apoia apoiam apoiaram steunt steunen | opposes opposed oppose ablehnen bekampft s'oppose s'opposent opone oponen opusieron opoe opoem opuseram verzet verzetten
often frequently haufig* oft ofter souvent a-menudo muchas-veces muitas-vezes vaak vaker | rarely seldom selten rarement raramente quase-nunca zelden
bigger larger grosser plus-grand* mas-grande* maior maiores groter | smaller kleiner plus-petit* mas-pequen* menor menores
longer langer plus-long* mas-largo mas-larga mais-longo | shorter kurzer plus-court* mas-corto mas-corta mais-curto korter
expensive pricey dearer teuer teurer caro caros duur duurder | cheap cheaper cheapest billig* gunstig* bon-marche moins-cher barat* goedkoop goedkope goedkoper
succeeded success worked sold-out gelungen ausverkauft agotado agotada esgotado esgotada uitverkocht geklappt gelang reussi* logro lograron logrado conseguiu conseguiram gelukt | failed fails failing failure gescheitert scheiterte misslungen echoue* fracaso fracasaron fracasado falhou falharam mislukt mislukte
survived survives uberlebt uberlebte survecu sobrevivio sobrevivieron sobreviveu sobreviveram overleefd overleefde | died dies dead gestorben starb mort morte morts murio murieron muerto morreu morreram morto gestorven stierf
full voll voller plein* lleno llena cheio cheia | empty leeren leere vide vides vacio vacia vazio vazia leeg lege
wet nass nasse mouille* mojado mojada molhado molhada | dry trocken* seche* seca droog droge
safe safer sicher surs securite seguro segura veilig veiliger | dangerous unsafe gefahrlich* dangereu* peligros* perigos* gevaarlijk*
heavier plus-lourd mas-pesado mais-pesado zwaarder | lighter plus-leger mas-ligero mais-leve lichter
older alteste plus-age mais-velho oudste | younger junger jungere jungste plus-jeune menor mais-novo jonger jongste
gained zugelegt zugenommen pris-du-poids engordo engordou aangekomen | slimmed abgenommen maigri adelgazo emagreceu afgevallen
remembered erinnert rappele recordo lembrou herinnerde | forgot forgotten vergessen vergass oublie* olvido olvidado olvidaron esqueceu esquecido vergeten vergat
further farther more oftener mehr weiter ofter haufiger davantage mas mais meer vaker verder plus | less fewer weniger seltener moins menos minder half halb halbe moitie mitad metade helft
added adds hinzugefugt hinzugegeben ajoute* anadio anadimos anadieron adicionou acrescentou toegevoegd | removed removes shaved abgenommen entfernt abgeschliffen enleve* quito quitamos quitaron retiro tirou retirou verwijderd weggehaald
adelanta adelantaba avance vorgeht adianta | atrasa atrasaba retarde nachgeht
keep keeping kept continue* stayed stick sticking carry-on behalten beibehalten weitergefuhrt weiter fortgefuhrt garde gardez gardons continu* maintien* segui* sigue* sigo mantiene* mantene* mantuv* mantem mantiveram continua* behouden aangehouden houden doorgaan | stop stopped stopping quit ended cancelled abandoned gave-up scrapped aufgehort aufgegeben gestoppt eingestellt abgeschafft beendet arrete arretez arretons arreter abandonne* supprime* paramos paro pararon parado dejamos dejaron dejado abandon* parou pararam parei deixou deixaram deixamos gestopt gestaakt afgeschaft opgegeven
introduced introduces launched started set-up eingefuhrt gestartet begonnen introduit introduite lance lancee instaure instauree demarre introdujo introdujeron lanzo lanzaron empezamos empezaron introduziu introduziram lancou lancaram comecou ingevoerd gestart begonnen | dropped drops scrapped abolished stopped ended removed abgeschafft eingestellt gestrichen beendet supprime supprimee arrete arretee abandonne elimino eliminaron suprimio quitaron dejamos eliminou eliminaram acabou acabaram afgeschaft gestopt geschrapt
added adding supported hinzugefugt ajoute anadido anadimos adicionado adicionou toegevoegd | dropped dropping removed deprecated entfernt gestrichen retire supprime eliminado eliminamos removido removeu verwijderd geschrapt
hired hires recruited eingestellt engage embauche contrato contrataron contratou contrataram aangenomen | fired sacked dismissed laid-off gefeuert entlassen licencie vire despidio despidieron despediu despediram ontslagen
arrived came gekommen angekommen arrive arrivee llego llegaron chegou chegaram aangekomen gekomen | left gone departed gegangen weggegangen parti partie partis fue-se partio partiu vertrokken
noon midday mittags midi mediodia meio-dia | midnight mitternacht minuit medianoche meia-noite middernacht
`

/** Not a side of anything, but harm is harm by whichever word. */
const ALIKE = `
harm harmed damage damaged destroy* ruin* spoil* schade* zerstor* beschadig* ruinier* detrui* abim* nuit nuire destru* destro* estrag* danar* dano danos vernield vernielen beschadigd schade
complain* beschwer* plaign* plain* quej* queix* klaagde klagen geklaagd
`

const exact = new Map<string, Side[]>()
const begins = new Map<string, Side[]>()

function put(word: string, side: Side): void {
  const [into, key] = word.endsWith('*') ? [begins, word.slice(0, -1)] : [exact, word.replaceAll('-', ' ')]
  const known = into.get(key)
  if (known) known.push(side)
  else into.set(key, [side])
}

let pairs = 0
for (const line of SIDES.trim().split('\n')) {
  const [first = '', second = ''] = line.split(' | ')
  for (const word of first.split(' ')) put(word, { pair: pairs, side: 1 })
  for (const word of second.split(' ')) put(word, { pair: pairs, side: 2 })
  pairs++
}
for (const line of ALIKE.trim().split('\n')) {
  for (const word of line.split(' ')) put(word, { pair: pairs, side: 0 })
  pairs++
}

const NONE: readonly Side[] = []
const SHORTEST_BEGIN = 4

/** On which sides of which pairs a folded word stands by itself. */
export const sidesOf = (word: string): readonly Side[] | undefined => exact.get(word)

/** The same for the forms of a word that have no place of their own. */
export function sidesBegunBy(word: string): readonly Side[] {
  for (let length = word.length; length >= SHORTEST_BEGIN; length--) {
    const begun = begins.get(word.slice(0, length))
    if (begun) return begun
  }
  return NONE
}

const seconds = new Set([...exact.keys()].filter(key => key.includes(' ')).map(key => key.slice(key.indexOf(' ') + 1)))

/** Whether it may stand on a side together with the word before it. */
export const isSecond = (word: string): boolean => seconds.has(word)
