import type { Side } from '../spelling.ts'

/**
 * One line, two sides that can't both hold of a thing, in six languages; a star stands for any ending. Words that mean several things
 * (“hard water”, “falls”, “plus”) are left out: a false reading is only said where it is sure.
 */
const SIDES = `
rose risen rises rising increas* grew grown climbed soared tripled gestiegen stieg steigt zugenommen gewachsen augment* grimp* aument* subido subio subiu subiram crecio crecido cresceu crescido gestegen steeg stijgt toegenomen gegroeid went-up gone-up goes-up trebled quadrupled skyrocketed verdreifacht hochgegangen triple* triplic* verdrievoudigd omhoog | fell fallen dropped drops dropping decreas* declin* shrank shrunk sank halved gesunken abgenommen geschrumpft zuruckgegangen baisse baissee baissait diminu* recule chute bajo bajado bajaron disminu* reduj* caido cayo cayeron baixou baixaram caiu cairam desceu gedaald daalde daalt afgenomen gekrompen went-down gone-down goes-down came-down come-down plummeted slumped runtergegangen omlaag
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
further farther more oftener mehr weiter ofter haufiger davantage mas mais meer vaker verder plus times-as twice-as mal-so dreimal-so zweimal-so viermal-so doppelt-so keer-zo maal-zo | less fewer weniger seltener moins menos minder half halb halbe moitie mitad metade helft
added adds hinzugefugt hinzugegeben ajoute* anadio anadimos anadieron adicionou acrescentou toegevoegd | removed removes shaved abgenommen entfernt abgeschliffen enleve* quito quitamos quitaron retiro tirou retirou verwijderd weggehaald
adelanta adelantaba avance vorgeht adianta | atrasa atrasaba retarde nachgeht
keep keeping kept continue* stayed stick sticking carry-on behalten beibehalten weitergefuhrt weiter fortgefuhrt garde gardez gardons continu* maintien* segui* sigue* sigo mantiene* mantene* mantuv* mantem mantiveram continua* behouden aangehouden houden doorgaan | stop stopped stopping quit ended cancelled abandoned gave-up scrapped aufgehort aufgegeben gestoppt eingestellt abgeschafft beendet arrete arretez arretons arreter abandonne* supprime* paramos paro pararon parado dejamos dejaron dejado abandon* parou pararam parei deixou deixaram deixamos gestopt gestaakt afgeschaft opgegeven
introduced introduces launched started set-up eingefuhrt gestartet begonnen introduit introduite lance lancee instaure instauree demarre introdujo introdujeron lanzo lanzaron empezamos empezaron introduziu introduziram lancou lancaram comecou ingevoerd gestart begonnen | dropped drops scrapped abolished stopped ended removed abgeschafft eingestellt gestrichen beendet supprime supprimee arrete arretee abandonne elimino eliminaron suprimio quitaron dejamos eliminou eliminaram acabou acabaram afgeschaft gestopt geschrapt
added adding supported hinzugefugt ajoute anadido anadimos adicionado adicionou toegevoegd | dropped dropping removed deprecated entfernt gestrichen retire supprime eliminado eliminamos removido removeu verwijderd geschrapt
hired hires recruited eingestellt engage embauche contrato contrataron contratou contrataram aangenomen | fired sacked dismissed laid-off gefeuert entlassen licencie vire despidio despidieron despediu despediram ontslagen
arrived came gekommen angekommen arrive arrivee llego llegaron chegou chegaram aangekomen gekomen | left gone departed gegangen weggegangen parti partie partis fue-se partio partiu vertrokken
noon midday mittags midi mediodia meio-dia | midnight mitternacht minuit medianoche meia-noite middernacht
saved rescued spared survives restored repaired rettete gerettet rettet restauriert repariert sauve* restaur* repar* salv* rescat* resgat* recuperad* gered bewaard hersteld gerepareerd | scrapped demolished destroyed wrecked verschrottet abgerissen zerstort demoli* detruit* destruid* derribad* demolid* desguazad* gesloopt verwoest vernield
held holds withstood stood-firm hielt hielten gehalten standgehalten tenu tient tenait aguanto resistio resisti* aguent* hield standgehouden | burst broke broken breached collapsed gave-way caved gebrochen brach durchgebrochen eingesturzt gerissen cede* rompu rompio rompeu cedio cedeu hundi* desab* doorgebroken brak bezweken ingestort
allowed allows permitted let lets durfte durften erlaubt zugelassen permis autoris* laisse dejo dejaron permit* deixou deixaram mocht mochten toegestaan liet | banned bans forbade forbidden banning barred prohibited verboten verbot untersagt interdit* defend* prohib* proib* verboden verbood
use uses using used still-use benutzen benutzt verwenden utilis* usan usamos usam gebruiken gebruikt | banned banning abolished abgeschafft verboten interdit* prohib* proib* verboden
ordered orders wanted commande* bestellt bestellte encarg* encomend* besteld bestelde asked-for requested | refused refuses rejected turned-down cancelled declined storniert abbestellt abgelehnt annule* decommande* rechaz* cancel* anul* recus* geweigerd geannuleerd afgezegd
stayed stays remain remained remains still-there blieb bleiben geblieben bleibt reste* restent rest* queda quedaron quedan ficou ficaram fica bleef bleven gebleven blijft | put-back brought-back came-back returned reinstalled reintroduced wieder-eingefuhrt zuruckgeholt remis remettre volvio volvieron volvimos volver voltou voltaram voltamos teruggeplaatst terug
gone removed took-away taken-away took-down took-off without weg entfernt abgebaut enleve* retire* quitamos quitado tirou tiramos retir* verwijderd weggehaald | put-back brought-back came-back reinstalled reintroduced restored-them wieder zuruck remis remettre volvimos voltamos voltaram teruggeplaatst terug
hired employed kept-on promoted befordert behalten promu ascend* promov* bevorderd | fired sacked dismissed thrown-out kicked-out gefeuert entlassen rausgeworfen rausgeschmissen hinausgeworfen licencie* vire despid* despach* demit* ontslagen
accepted welcomed accueilli* akzeptiert angenommen begrust begrustes accept* acept* aceit* aangenomen verwelkomd welkom | thrown-out kicked-out a-porte rausgeworfen porte turned-away sent-away weggeschickt echaron expuls* weggestuurd
welcomed applauded cheered supported praised thanked approved pleased delighted happy glad gelobt gelobten begrust gefreut zufrieden glucklich applaudi* felicit* content* ravi* heureu* aplaud* alab* elogi* feliz felices felizes satisfech* satisfeit* contento contentos contenta gejuicht blij tevreden geprezen enthousiast | protested protests protest complained complains complaining complaints grumbled grumble grumbles moaned angry furious objected annoyed schimpf* geschimpft protestiert protestierten beschwert beschwerten argerlich wutend sauer protest* rale* plaign* furieu* fach* quej* enfad* furios* reclam* queix* zangad* protestaram klaagden klaagt mopper* boos woedend geklaagd
calm relaxed serene unafraid ruhig gelassen entspannt calme serein* tranquil* calmo calma serena kalm rustig ontspannen | terrified scared afraid nervous anxious frightened panicked aufgeregt nervos angst verangstigt panik terrifi* effraye* nerveu* peur angoiss* aterrad* asustad* nervios* miedo apavorad* nervos* medo doodsbang bang zenuwachtig nerveus
quiet quieter quietest silent silence silently calm leise leiser still ruhig ruhiger silencieu* silence calme silencios* callad* silencio tranquil* stil stiller rustig rustiger | loud louder loudest noisy noisier noise laut lauter larm bruyant* bruit ruidos* ruido barulhent* barulho luid luider lawaai lawaaiig herrie
laugh laughed laughing laughs smiled gelacht lachte lachten lacht ri rire riait riaient rires rio rieron reia riu riram ria gelachen lachte | cried cry cries crying wept weep tears geweint weinte weinten weint pleur* larmes llor* lagrim* chor* huilde huilden gehuild tranen
alone single-handed lone solo by-herself by-himself by-myself allein alleine seul* solita solito sozinh* alleen | together helped team with-help gemeinsam zusammen mithilfe ensemble juntos juntas juntos ajud* samen
hand handmade manually by-hand handarbeit handverlesen main mano manual* mao handmatig hand | machine machines automatic automatically automated robot robots maschine maschinen automatisch machinal* automatique* automatic* automati* maquina maquinas maquina automatisch
pass passed passes passing bestanden bestand reussi* aprob* aprov* geslaagd gehaald slaagde | failed fails flunked durchgefallen echou* rate suspend* reprov* chumb* gezakt zakte
first-time first-attempt first-go first-try right-away immediately straightaway at-once instantly sofort auf-anhieb gleich direkt immediatement tout-de aussitot enseguida inmediat* imediat* logo meteen direct onmiddellijk | twice second-time third-time third-attempt eventually finally in-the after-three zweimal dreimal endlich schliesslich schlieslich deuxieme troisieme enfin finalement tercera segunda finalmente tweemaal derde uiteindelijk
ahead ahead-of early sooner earlier vorzeitig vorfristig fruher avance anticip* adelant* adiantad* vroeger eerder voorsprong | late later delayed overdue behind spater verspatet verzogert retard retarde* tarde retras* atras* later vertraagd vertraging
cheaper less-expensive saved-money billiger gunstiger moins-cher mas-barat* mais-barat* goedkoper | dearer pricier expensive teurer plus-cher mas-caro mas-cara mais-caro mais-cara duurder
clean cleaner spotless sauber saubere sauberer propre propres limpi* limp* schoon schone schoner | dirty dirtier filthy muddy schmutzig dreckig verschmutzt sale sales sali suci* suj* vies vieze vuil vuile smerig
strong stronger strongest stark starker starke fort forte forts fuert* forte fortes sterk sterker sterke | weak weaker weakest schwach schwacher schwache faible* debil* frac* zwak zwakker zwakke
thick thicker dick dicker dicke epais* gruesa grueso gross* dik dikke dikker | thin thinner dunn dunner dunne mince* fin* delgad* fin* dun dunne dunner
deep deeper tief tiefer tiefe profond* profund* fund* diep dieper diepe | shallow shallower flach flacher seicht peu-profond* superfici* ondiep ondieper
sweet sweeter suss susser suse susse suser sucre* doux douce dulce* doce doces zoet zoete zoeter | sour sourer bitter salty sauer saurer bitter salzig acide* amer amere sale* acid* amarg* salad* azed* zuur zure bitter zout
fresh freshly frisch frische frais fraiche fresc* vers verse | stale old altbacken rassis* dur dure dur* oudbakken
inside indoors drinnen innen dedans interieur dentro interior binnen | outside outdoors draussen drausen aussen ausen dehors exterieur fuera afuera exterior fora buiten
top above upstairs oben obere haut dessus arriba encima cima alto boven bovenaan | bottom below downstairs underneath unten untere bas dessous abajo debajo baixo fundo onder beneden onderaan
front vorn vorne avant devant delante frente voor voorin voorste | back behind rear hinten arriere derriere detras atras tras achter achterin achterste
day daytime tagsuber tag jour journee dia diurn* dag overdag | night nights nighttime overnight nachts nacht nuit nuits noche noches nocturn* noite noites nacht nachts
morning mornings dawn sunrise morgen morgens vormittag matin matins matinee aube manana mananas madrugada manha manhas ochtend ochtends morgens | evening evenings dusk sunset night abend abends soir soirs soiree crepuscule noche tarde tardes anochecer noite tardinha avond avonds
wide wider breit breiter breite large larges anch* larg* breed brede breder | narrow narrower eng enger enge schmal etroit* estrech* estreit* smal smalle smaller nauw
agreed agrees agree approved voted-for zugestimmt stimmte einverstanden einig accord approuve* acuerdo aprob* aprov* concord* akkoord eens ingestemd | disagreed disagrees objected opposed voted-against vetoed widersprach widersprochen dagegen uneinig desaccord contre desacuerdo contra discord* oneens tegen bezwaar
wants wanted want would-like for-it dafur mochte mochten will wollte pour veut voulait quiere queria quer queria wil wilde willen vindt wenst | against opposed rejects refuses dagegen lehnt contre contra tegen weigert
should must ought needs soll sollte muss mussen doit devrait debe deberia deve deveria moet moeten | against opposed dagegen contre contra tegen
built builds constructed gebaut baute bauten errichtet construi* construy* ergu* gebouwd bouwde | demolished pulled-down tore-down torn-down dismantled abgerissen abgebaut demont* demoli* derrib* desmont* gesloopt afgebroken
filled fills refilled gefullt fullte aufgefullt rempli* llen* encheu* encheram gevuld vulde | emptied empties drained geleert leerte ausgeleert vide vides vaci* esvazi* geleegd leegde
freezes froze frozen gefroren fror eingefroren gel* congel* gela* bevroren vroor | melted melts thawed melt geschmolzen schmolz getaut aufgetaut fond fondu* derret* derreti* gesmolten smolt ontdooid
float floats floated schwimmt schwamm flotte* flott* flota* flotab* flutu* boi* drijft dreef | sank sinks sunk gesunken untergegangen sank coule* hundi* hundid* afund* naufrag* zonk gezonken
lend lends lent verliehen verleiht lieh preter prete prest* empresta* leende uitgeleend | borrow borrows borrowed ausgeliehen geliehen emprunt* pide-prestad* pedir-emprestad* geleend
taught teaches teach lehrte unterrichtete gelehrt enseign* ensen* ensin* leerde-aan onderwees | learnt learned learns lernte gelernt appri* apren* leerde geleerd
trusted trusts believed believes believe vertraut glaubte geglaubt glaubt confi* cru croyait cree* creia confi* acredit* vertrouwde geloofde gelooft | doubted doubts distrusted doubt bezweifelt misstraut zweifelte misstraute dout* desconf* dud* duvid* twijfelde wantrouwde
starts started began begins begun begonnen begann angefangen fing-an commence* debut* empez* comenz* comec* inici* begon begonnen gestart startte | ended ends finished stopped finish over beendet endete aufgehort fini* termin* acab* termin* eindigde geeindigd gestopt klaar
improved improves improving better recovered verbessert besser erholt amelior* mieux remis mejor* melhor* recuper* verbeterd beter hersteld | worsened worsens deteriorated worse deteriorating verschlechtert schlechter schlimmer empir* aggrav* pire empeor* peor pior* verslechterd slechter erger
plenty lots abundant many abundance viel viele reichlich beaucoup abond* muchos muchas abund* muitos muitas veel volop genoeg | few scarce little shortage too-few wenig wenige knapp mangel peu rare* penurie pocos pocas escas* poucos poucas weinig schaars tekort gebrek
alive living lebt lebend lebendig vivant* vivo viva vivos vivas levend leeft | dead died killed poisoned dies tot gestorben getotet vergiftet mort* tue* empoisonn* muert* mat* envenen* mort* matou mataram dood gestorven vergiftigd gedood
local regional nearby hiesig* regional* local* regional* cercan* lokal* plaatselijk* streek | imported foreign abroad importiert auslandisch etranger* import* extranj* estrangeir* geimporteerd buitenlands
volunteer volunteers unpaid ehrenamtlich freiwillig freiwillige benevol* volontaire* volunt* vrijwillig* | paid salaried wages bezahlt angestellt paye* salari* remunera* pagad* asalariad* betaald
same unchanged identical gleich gleiche unverandert meme identique* mismo misma igual iguales mesmo mesma iguais zelfde hetzelfde onveranderd | different changed other anders verandert anderer autre* change* different* distint* cambi* diferent* mud* anders veranderd ander
won-back returned heimgekehrt revenu revient vuelve vuelto regres* volta voltou terug teruggekomen | left leaves quit resigned walked-out weggegangen gegangen gekundigt parti* quitte* demission* march* fue dimiti* renunci* saiu sairam vertrok vertrokken opgestapt
praised praises praise lobt lobte gelobt loue* felicit* elogi* alab* prees geprezen | criticised criticized scolded blamed criticises mocked scorned kritisiert geschimpft getadelt critiqu* gronde* critic* rega* ralh* bekritiseerd berispt uitgelachen
likes like liked loves enjoys pleased mag mogen liebt gefallt aime* plait plaisait gusta gustaba gustan gosta gostam houdt vinden-leuk blij | dislikes dislike hates unhappy annoyed hasst mag-nicht deteste* deplait odia* detesta* haat hekel
worth worthwhile paid-off gelohnt lohnt lohnte valait vaut valio vale valeu vale loonde waard | pointless waste useless umsonst vergeblich sinnlos inutile* inutil* vain desperdic* zinloos nutteloos verspilling
wind windy gale storm stormy sturm sturmisch vent tempete viento ventoso vendaval vento ventania storm stormachtig | calm windless windstill calme calma calmaria windstil
sunshine sunny sun sonnig sonne soleil ensoleille* sol solead* soleil zon zonnig | rain rainy rained raining regen geregnet regnete pluie pleuvait plu pluvieu* lluvia llov* lluvios* chuva chov* chuvos* regen regende geregend
dry-weather drought durre trockenheit secheresse sequia seca droogte | flood flooded floods hochwasser uberschwemm* inond* inund* ench* overstrom*
shorter shortened cut-short gekurzt verkurzt kurzer raccourci* plus-court* acort* mas-corto* encurt* mais-curt* korter ingekort | longer lengthened extended verlangert langer rallong* prolong* plus-long* alarg* mas-larg* along* mais-long* langer verlengd
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
const heads = new Set([...begins.keys()].map(begin => begin.slice(0, SHORTEST_BEGIN)))

/** On which sides of which pairs a folded word stands by itself. */
export const sidesOf = (word: string): readonly Side[] | undefined => exact.get(word)

/** The same for the forms of a word that have no place of their own. */
export function sidesBegunBy(word: string): readonly Side[] {
  if (!heads.has(word.slice(0, SHORTEST_BEGIN))) return NONE
  for (let length = word.length; length >= SHORTEST_BEGIN; length--) {
    const begun = begins.get(word.slice(0, length))
    if (begun) return begun
  }
  return NONE
}

const seconds = new Set([...exact.keys()].filter(key => key.includes(' ')).map(key => key.slice(key.indexOf(' ') + 1)))

/** Whether it may stand on a side together with the word before it. */
export const isSecond = (word: string): boolean => seconds.has(word)
