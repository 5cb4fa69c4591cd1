/** What people do and feel, how things are, amounts, times and directions. */
export const deeds = `
climb climbed climbing climber klettern kletterte geklettert erklimmen grimper grimpé escalader escalade trepar escalar escalada subida klimmen klom geklommen beklimmen
crawl crawled creep crept kriechen kroch gekrochen krabbeln krabbelte ramper rampant gatear arrastrarse rastejar engatinhar kruipen kroop gekropen
follow followed follower folgen folgte gefolgt verfolgen suivre suivi suivent seguir siguió siguen seguiu seguido volgen volgde gevolgd
chase chased pursue pursued pursuit jagen jagte nachjagen poursuivre poursuite pourchasser perseguir persecución perseguição achtervolgen achtervolging
cross crossed crossing überqueren überquerte überquert überquerung traverser traversé traversée cruzar cruzó atravesar atravessar travessia oversteken overgestoken oversteek
fall fell fallen fallend fiel gefallen herunterfallen tomber tombé chute caer cayó caída cair caiu queda vallen viel gevallen
slip slipped slid slide slippery rutschen rutschte ausrutschen glitschig glisser glissant glissade resbalar resbaló resbaladizo escorregar escorregou escorregadio uitglijden glibberig
stumble stumbled tripped stolpern stolperte gestolpert trébucher trébuché tropezar tropezó tropiezo tropeçar tropeçou struikelen struikelde gestruikeld
spin spun rotate rotated rotation drehen drehte gedreht drehung tourner tourné tournoyer girar giró giro girou draaien draaide gedraaid
carry carried carrier tragen trug getragen porter portait llevar llevó llevaba cargar carregar carregou dragen droeg gedragen
drag dragged schleppen schleppte geschleppt schleifen traîner traîné arrastrar arrastró arrastre arrastou slepen sleepte gesleept sleuren
pull pulled pulling ziehen zog gezogen tirer tiré tirant jalar halar puxar puxou puxão trekken trok getrokken
push pushed shove shoved schieben schob geschoben schubsen pousser poussé poussée empujar empujó empujón empurrar empurrou duwen duwde geduwd
lift lifted raise raised heben hob gehoben anheben hochheben soulever soulevé levantar levantó alzar erguer ergueu tillen tilde optillen
throw threw thrown toss tossed hurl werfen warf geworfen jeter jeté lancer lancé lanzar lanzó arrojar atirar atirou gooien gooide werpen
drop dropped dropping fallenlassen fallengelassen lâcher lâché soltar soltó soltou vallenlaten
catch caught fangen fing gefangen auffangen attraper attrapé atrapar atrapó agarrar apanhar apanhou vangen ving opvangen
jump jumped leap leapt springen sprang gesprungen hüpfen sauter sauté saut bondir saltar saltó salto pular pulou gesprongen
run ran running runner rennen rannte gerannt laufen courir couru coureur course correr corrió corredor correu hardlopen rende
walk walked walker spazieren spaziergang wandern marcher promenade promener caminar caminó paseo caminhar caminhada passeio wandelen wandelde wandeling
stroll hike hiking hiker wanderung wanderer randonnée randonneur senderismo excursionista caminhante wandelaar wandeltocht
swim swam swum swimmer schwimmen schwamm geschwommen schwimmer nager nagé nageur nadar nadó nadador nadou zwemmen zwom gezwommen zwemmer
dive dived diver tauchen tauchte getaucht taucher plonger plongé plongeur bucear buzo zambullirse mergulhar mergulho mergulhador duiken dook gedoken duiker
float floated drift drifted schwimmend treiben trieb getrieben flotter flotté dériver flotar flotó deriva flutuar boiar drijven dreef gedreven
sink sank sunk sinken gesunken versinken couler coulé sombrer naufrage hundir hundió hundirse afundar afundou naufrágio zinken zonk gezonken
drown drowned drowning ertrinken ertrank ertrunken noyer noyé noyade ahogar ahogarse ahogó afogar afogado afogou verdrinken verdronk verdronken
fly flew flown flight fliegen flog geflogen flug voler volé vol volar voló vuelo voar voou voo vliegen vloog gevlogen vlucht
sail sailed sailing sailor segeln segelte gesegelt naviguer voile voilier marin navegar navegó vela velero velejar zeilen zeilde zeilboot
row rowed rowing oar rudern ruderte gerudert ruder ramer rame aviron remar remo remó roeien roeide geroeid roeispaan
ride rode ridden rider reiten ritt geritten reiter chevaucher cavalier équitation cabalgar jinete cavalgar cavaleiro rijden paardrijden ruiter
drive drove driven driver fahren fuhr gefahren conduire conduit conducteur conducir condujo conductor dirigir dirigiu motorista autorijden bestuurder
bicycle bike cyclist cycling fahrrad radfahren radfahrer vélo cycliste bicicleta ciclista fiets fietsen fietste fietser
return returned zurückkehren rückkehr zurückgekehrt heimkehr retourner revenir retour regresar regresó volver volvió regreso voltar regressar terugkeren terugkomst terugkeer
arrive arrived arrival ankommen ankunft angekommen arriver arrivé arrivée llegar llegó llegada chegar chegou chegada aankomen aankomst aangekomen
leave depart departed departure abreisen abfahrt abreise aufbrechen partir parti départ marcharse partida salida vertrekken vertrok vertrek
flee fled escape escaped fliehen floh geflohen flüchten flucht entkommen fuir fuite échapper huir huyó huida escapar fugir fugiu fuga vluchten ontsnappen ontsnapt
approach approached nähern näherte annähern approcher approché rapprocher acercar acercarse acercó aproximar aproximou naderen naderde genaderd
enter entered entrance eintreten eintrat eingang betreten entrer entré entrée entrar entró entrada entrou binnenkomen binnengaan ingang
stand stood standing stehen gestanden aufstehen debout levé erguido staan stond gestaan opstaan
sit sat seated seat sitzen saß gesessen sitzplatz asseoir assis siège sentar sentarse sentado asiento assento zitten zat gezeten zitplaats
kneel knelt kneeling knien kniete gekniet agenouiller agenouillé genoux arrodillarse arrodilló ajoelhar ajoelhou knielen knielde geknield
bend bent bow bowed beugen bog gebogen bücken plier courber courbé doblar dobló encorvar curvar curvou dobrar buigen boog bukken
lean leaned leant lehnen lehnte gelehnt appuyer appuyé adosser apoyar apoyarse apoyó encostar encostou apoiar leunen leunde geleund
hang hung hanging hängen hing gehängt aufhängen accrocher accroché suspendre pendre colgar colgó colgado pendurar pendurou hangen ophangen opgehangen
shake shook shaken schütteln schüttelte geschüttelt secouer secoué sacudir sacudió agitar chacoalhar sacudiu schudden schudde geschud
tremble trembled shiver shivered zittern zitterte gezittert trembler tremblement grelotter temblar tembló temblor tremer tremeu tremor beven beefde rillen
swing swung sway schaukeln schaukelte schaukel schwingen balancer balançoire balancear columpio columpiar balançar balanço schommel schommelen schommelde
roll rolled rolling rollen rollte gerollt wälzen rouler roulé rodar rodó rolar rolou rolde gerold
knock knocked knocking klopfen klopfte geklopft anklopfen frapper frappé toquer golpear golpeó bater bateu kloppen klopte geklopt
hit struck strike beat schlagen schlug geschlagen schlag cogner coup pegar pegó golpe golpear pancada slaan sloeg geslagen
kick kicked kicking treten trat getreten fußtritt patear pateó patada chutar chutou pontapé schoppen schopte geschopt
bite bit bitten beißen biss gebissen mordre mordu morsure morder mordió mordisco mordida mordeu bijten beet gebeten
chew chewed kauen kaute gekaut mâcher mâché masticar masticó mascar mastigar mastigou kauwen kauwde gekauwd
swallow swallowed schlucken schluckte geschluckt verschlucken avaler avalé tragar tragó engolir engoliu slikken slikte doorslikken
blow blew blown blasen blies geblasen pusten souffler soufflé soplar sopló soplido soprar soprou sopro blazen geblazen
breathe breathed breath atmen atmete atem respirer respiré souffle respirar respiró respiración respiração ademen ademde adem
tie tied knot knotted binden band gebunden knoten nouer nœud attacher atar ató anudar nudo amarrar amarrou nó knopen knoop vastbinden
untie loosen loosened lösen losbinden lockern dénouer desserrer détacher desatar desató aflojar desamarrar afrouxar losmaken losknopen losser
cut cutting snip schneiden schnitt geschnitten couper coupé coupure cortar cortó corte cortou snijden sneed gesneden knippen
chop chopped hack hacken hackte gehackt hacher haché picar picado cortarla talhar hakken hakte gehakt
saw sawing sawed säge sägen sägte gesägt scie scier scié sierra aserrar serrar serrote serra zaag zagen zaagde gezaagd
carve carved carving schnitzen schnitzte geschnitzt tailler sculpter sculpté tallar talló tallado entalhar esculpir entalhe houtsnijden uitsnijden gebeeldhouwd
peel peeled peeling schälen schälte geschält schale éplucher épluché peler épluchure pelar peló cáscara descascar descascou casca schillen schilde geschild
sew sewed sewn stitch stitched nähen nähte genäht coudre cousu couture coser cosió costura costurar costurou naaien naaide genaaid
knit knitted knitting stricken strickte gestrickt strickzeug tricoter tricot tricoté tejer tejió punto tricotar tricô breien breide gebreid breiwerk
crochet crocheted häkeln häkelte gehäkelt crocheter ganchillo croché crochetar haakwerk gehaakt
weave wove woven weaver weben webte gewebt weber webstuhl loom tisser tissé tisserand telar tejedor tecer teceu tecelão weven geweven weefgetouw
embroider embroidered embroidery sticken stickte gestickt stickerei broder brodé broderie bordar bordó bordado borduren borduurde geborduurd borduurwerk
nail nailed hammer hammered nagel nageln hämmern clou clouer marteau clavo clavar martillo prego pregar martelo spijker spijkeren timmeren
screw screwed screwdriver schraube schrauben schraubenzieher vis visser tournevis tornillo atornillar destornillador parafuso aparafusar schroef schroeven schroevendraaier
drill drilled drilling bohren bohrte gebohrt bohrer percer percé perceuse taladrar taladro perforar furar furadeira boren boorde geboord
polish polished polishing polieren polierte poliert polir poli cirer pulir pulió lustrar polimento poetsen poetste polijsten
scrape scraped scraping schaben schabte kratzen kratzte racler raclé gratter raspar raspó rascar raspou schrapen schraapte geschraapt krabben
grind sharpen sharpened schleifen schärfen mahlen aiguiser moudre affûter afilar afiló moler amolar afiar moer slijpen geslepen malen
sand sanded sandpaper abschleifen schmirgelpapier poncer ponçage lijar lija lixar lixa schuren schuurde schuurpapier
pour poured pouring gießen goss gegossen einschenken verser versé verter vertió despejar despejou derramar schenken gieten goot gegoten
spill spilled spilt verschütten verschüttete renverser renversé déverser derramar derramó entornar derramou morsen morste gemorst
fill filled filling füllen füllte gefüllt auffüllen remplir rempli llenar llenó lleno encher encheu preencher vullen vulde gevuld
empty emptied leer leeren leerte geleert vide vider vidé vacío vaciar vació vazio esvaziar leeg legen leegte
mix mixed mixture blend mischen mischte gemischt mischung mélanger mélangé mélange mezclar mezcló mezcla misturar misturou mistura mengen mengde gemengd
stir stirred stirring rühren rührte gerührt umrühren remuer remué touiller remover revolver removió mexer mexeu roeren roerde geroerd
measure measured measurement messen maß gemessen messung mesurer mesuré mesure medir midió medida mediu medição meten gemeten meting
weigh weighed weight wiegen wog gewogen gewicht peser pesé poids pesar pesó peso pesou wegen woog
count counted counting zählen zählte gezählt compter compté compte contar contó recuento contagem contou tellen telde geteld
calculate calculated calculation reckon rechnen rechnete berechnen calculer calcul calcular calculó cálculo calculou rekenen berekenen berekend
sort sorted sorting sortieren sortierte sortiert trier trié tri clasificar clasificó ordenar classificar ordenou sorteren sorteerde gesorteerd
tidy tidied tidying aufräumen aufgeräumt ordentlich ranger rangé rangement recoger ordenado arrumar arrumou opruimen opgeruimd netjes
pack packed packing packen packte gepackt einpacken emballer emballé emballage empacar empaquetar embalar embalou empacotar inpakken ingepakt verpakking
unpack unpacked unwrap auspacken ausgepackt déballer déballé desempacar desempaquetar desembrulhar desempacotar uitpakken uitgepakt
wrap wrapped wrapper einwickeln wickeln wickelte envelopper enveloppé envolver envolvió envoltorio embrulhar embrulho embrulhou wikkelen inwikkelen
hide hid hidden verstecken versteckte versteckt verbergen cacher caché cachette esconder escondió escondite escondido ocultar verstoppen verstopte verborgen
bury buried burial funeral vergraben begraben begrub begräbnis enterrer enterré enterrement enterrar enterró entierro enterro begraven begrafenis
dig dug digging graben grub gegraben schaufel creuser creusé pelle cavar cavó excavar escavar cavou graven groef gegraven
stack stacked pile heap stapeln stapelte gestapelt haufen empiler tas apilar apiló montón empilhar empilhou pilha stapelen stapel gestapeld
fold folded folding falten faltete gefaltet zusammenlegen pliage plié plegar plegado pliegue dobradura opvouwen vouwen vouwde gevouwen
squeeze squeezed press pressed drücken drückte quetschen presser pressé serrer apretar apretó exprimir apertar apertou espremer knijpen kneep persen
scratch scratched kratzer schramme égratignure égratigner rayure arañar arañazo rasguño arranhar arranhão krassen kras schram
rub rubbed rubbing reiben rieb gerieben frotter frotté frotar frotó esfregar esfregou wrijven wreef gewreven
wipe wiped wischen wischte gewischt abwischen essuyer essuyé chiffon trapo enxugar vegen veegde afvegen
sweep swept broom fegen fegte gefegt besen kehren balayer balai balayé barrer barrió escoba varrer varreu vassoura bezem aanvegen
wash washed washing laundry waschen wusch gewaschen wäsche laver lavé lessive lavar lavó colada lavou lavagem wassen waste gewassen
rinse rinsed spülen spülte ausspülen abwasch rincer rincé vaisselle enjuagar enjuagó enxaguar enxaguou spoelen spoelde afwas afwassen
iron ironed ironing bügeln bügelte gebügelt bügeleisen repasser repassage planchar planchó plancha engomar strijken strijkijzer gestreken
soak soaked soaking einweichen eingeweicht durchnässt tremper trempé remojar remojo empapado encharcar encharcado weken doorweekt
hold held grip gripped halten hielt gehalten festhalten tenir tenu agarrar agarró sostener sostuvo segurar segurou vasthouden hield vastgehouden
pick plucked pluck picking pflücken pflückte gepflückt cueillir cueilli cueillette cosechar colher colheu colheita plukken plukte geplukt
gather gathered collect collected collection sammeln sammelte gesammelt sammlung collectionner ramasser rassembler coleccionar colección coletar coleção juntar verzamelen verzamelde verzameling
spread smear smeared streichen bestreichen schmieren étaler tartiner étalé untar untó esparcir espalhar espalhou besmeren smeren smeerde
stretch stretched dehnen dehnte gedehnt strecken étirer étiré étirement estirar estiró estiramiento esticar esticou rekken rekte uitrekken
crack cracked riss rissig sprung fissure fissuré fêlé craqueler grieta agrietado agrietar rachadura rachar rachado barst gebarsten
break broke broken zerbrechen zerbrach zerbrochen kaputt casser cassé briser brisé romper rompió roto quebrar quebrou quebrado breken brak gebroken
shatter shattered splinter smashed zerschmettern scherben splitter fracasser éclat fracassé añicos estilhaçar estilhaço cacos versplinteren scherven
tear tore torn ripped zerreißen zerriss zerrissen déchirer déchiré déchirure rasgar rasgó desgarrar rasgou rasgado scheuren scheurde gescheurd
leak leaked leaking leaky leck lecken undicht gotear gotera vazar vazamento goteira lekken lekte lekkage
drip dripped dripping tropfen tropfte getropft goutte goutter gota goteo pingar pingo pingou druppelen druppel druppelde
burst bursting explode exploded explosion platzen platzte geplatzt explodieren éclater éclaté exploser reventar reventó explotar estourar estourou explodir ontploffen ontploft
rust rusted rusty rost rosten rostig verrostet rouille rouillé rouiller óxido oxidado oxidarse herrumbre ferrugem enferrujado enferrujar roest roesten verroest roestig
rot rotted rotten rotting faulen verfault verfaulen faulig morsch pourrir pourri pourriture pudrir podrido pudrirse apodrecer podre verrotten verrot rotte
mould mold mouldy moldy schimmel schimmeln schimmelig verschimmelt moisi moisissure moisir moho mohoso mofo bolor mofado beschimmeld schimmelen
burn burned burnt brennen brannte gebrannt verbrennen verbrannt brûler brûlé brûlure quemar quemó quemadura queimar queimou queimadura verbranden verbrandde verbrand
fire blaze flames feuer flamme flammen brand incendie feu fuego incendio llama fogo incêndio chama vuur vlam vlammen
ignite kindle kindled anzünden angezündet entzünden allumer allumé allumage encender encendió encendido acender acendeu aceso aansteken aangestoken ontsteken
extinguish extinguished löschen löschte gelöscht éteindre éteint extinction apagar apagó extinguir apagou blussen bluste geblust doven
smoke smoky smoked rauch rauchen rauchte geraucht fumée fumer humo fumar humeante fumaça fumo rook roken rookte gerookt
ash ashes cinders asche cendre cendres ceniza cenizas cinza cinzas sintels
melt melted melting schmelzen schmolz geschmolzen fondre fondu fonte derretir derritió derretido derreteu derretimento smelten smolt gesmolten
freeze froze frozen frieren fror gefroren einfrieren geler gelé congeler congelar congeló helado congelado congelou bevriezen bevroor bevroren
thaw thawed tauen tauwetter auftauen aufgetaut dégel dégeler décongeler deshielo deshelar descongelar degelo dooien ontdooien ontdooid
boil boiled boiling kochen kochend sieden bouillir bouilli bouillant hervir hervido hirviendo ferver fervente ferveu koken gekookt kokend
bend crooked warped krumm verbogen schief tordu courbe torcido torcer torto entortar krom scheef kromgetrokken
glue glued adhesive kleben klebte geklebt kleber leim colle coller collé pegamento cola colar colado lijm lijmen lijmde gelijmd plakken
patch patched flicken flickte geflickt rapiécer rapiécé rustine parche remendar remiendo remendo remendou remendado lappen oplappen gelapt
repair repaired mend mended fix fixed reparieren repariert reparatur réparer réparé réparation reparar reparó arreglar consertar conserto consertou repareren reparatie herstellen
replace replaced replacement ersetzen ersetzte ersetzt ersatz remplacer remplacé remplacement reemplazar reemplazo sustituir substituir substituiu vervangen verving vervanging
rebuild rebuilt reconstruct wiederaufbauen wiederaufbau aufgebaut reconstruire reconstruit reconstruction reconstruir reconstruyó reconstrucción reconstruiu reconstrução herbouwen herbouwd wederopbouw
restore restored restoration restorer restaurieren restauriert restaurierung restaurer restauré restauration restaurar restauró restaurador restauración restaurou restauro restaureren restauratie gerestaureerd
build built builder bauen baute gebaut bau construire construit construction bâtir construir construyó construcción construiu construção bouwen bouwde gebouwd
demolish demolished abreißen abriss abgerissen démolir démoli démolition demoler derribar derribo demolición demolir demoliu demolição slopen sloopte gesloopt sloop
destroy destroyed destruction zerstören zerstörte zerstört zerstörung détruire détruit destruir destruyó destrucción destruiu destruição vernietigen vernietigd verwoesten verwoest
collapse collapsed einstürzen eingestürzt einsturz effondrement effondré derrumbarse derrumbe derrumbó desabar desabou desabamento instorten instorting ingestort
damage damaged schaden beschädigt beschädigen schäden dégât dégâts endommager abîmer abîmé daño dañar dañado estragar estragado dano beschadigen beschadigd schade
paint painted painter painting malen malte gemalt maler anstreichen peindre peint peintre peinture pintar pintó pintor pintura pintou schilderen schilderde schilder verf
draw drew drawn drawing zeichnen zeichnete gezeichnet zeichnung dessiner dessiné dessin dibujar dibujó dibujo desenhar desenhou desenho tekenen tekende getekend tekening
begin began begun beginning start started anfangen anfing angefangen anfang beginnen begann commencer commencé début empezar empezó comenzar comienzo começar começou começo begon
end ended ending finish finished enden endete ende beenden beendet finir fini terminer fin terminar terminó acabar acabó terminou acabou einde eindigen beëindigen
stop stopped cease ceased aufhören aufgehört anhalten arrêter arrêté cesser arrêt parar paró detener detuvo cesar parou parada stoppen stopte gestopt ophouden
continue continued continuing weitermachen fortsetzen fortgesetzt fortsetzung continuer continué continuar continuó seguimiento continuou prosseguir doorgaan voortzetten voortgezet
wait waited waiting warten wartete gewartet attendre attendu attente esperar esperó espera esperou aguardar wachten wachtte gewacht wachttijd
last lasted lasting duration dauern dauerte gedauert dauer durer duré durée durar duró duración durou duração duren duurde geduurd
delay delayed late lateness verspätung verspätet verzögern verzögerung verzögert retard retardé tard retraso retrasar atraso atrasado atrasar vertraging vertraagd laat
postpone postponed verschieben verschoben aufschieben vertagen reporté ajourner aplazar aplazó aplazamiento posponer adiar adiou adiamento adiado uitstellen uitstel uitgesteld
hurry hurried rush rushed haste beeilen beeilte eile hetzen eilig dépêcher hâte pressé précipiter apurarse prisa apresurar pressa apressar haast haasten haastte gehaast
slow slowly slowness langsam langsamkeit lent lenteur lentement lento despacio lentitud devagar lentidão langzaam traag traagheid
fast quick quickly rapid schnell rasch geschwindigkeit rapide vite rapidité rápido deprisa rapidez velocidad depressa velocidade snel snelheid vlug
early premature früh frühzeitig verfrüht tôt précoce temprano pronto precoz cedo precoce vroeg vroegtijdig
suddenly sudden abrupt plötzlich jäh soudain soudainement subit repente súbito repentino subitamente repentinamente plotseling plots opeens
interrupt interrupted interruption unterbrechen unterbrach unterbrochen unterbrechung interrompre interrompu interrumpir interrumpió interrupción interromper interrompeu onderbreken onderbroken onderbreking
cancel cancelled canceled cancellation absagen abgesagt absage stornieren annuler annulé annulation cancelar canceló cancelación anular cancelou cancelamento annuleren geannuleerd afgelasten
open opened opening öffnen öffnete geöffnet offen eröffnung ouvrir ouvert ouverture abrir abrió abierto apertura abriu aberto openen opende geopend
close closed closing shut schließen schloss geschlossen schließung fermer fermé fermeture cerrar cerró cerrado cierre fechar fechou fechado sluiten sloot gesloten dicht
lock locked unlock abschließen abgeschlossen türschloss verriegelt verrouiller serrure verrouillé cerradura candado cerrojo trancar fechadura cadeado trancado slot vergrendelen
key keys schlüssel schlüsselbund clé clef clés llave llaves llavero chave chaves chaveiro sleutel sleutels sleutelbos
lose lost losing loss verlieren verlor verloren verlust perdre perdu perte perder perdió pérdida perdido perdeu perda verliezen verloor kwijt
find found finding finden fand gefunden trouver trouvé retrouver trouvaille encontrar encontró hallar hallazgo encontrou achou achado vinden vond gevonden
search searched searching suchen suchte gesucht suche chercher cherché recherche buscar buscó búsqueda procurar procurou busca zoeken zocht gezocht zoektocht
discover discovered discovery entdecken entdeckte entdeckt entdeckung découvrir découvert découverte descubrir descubrió descubrimiento descobrir descobriu descoberta ontdekken ontdekte ontdekking
keep kept keeping aufbewahren aufbewahrt behalten behielt bewahren garder gardé conserver conservé conservar guardar guardó conservó guardou bewaren bewaarde behouden
discard discarded scrap wegwerfen weggeworfen entsorgen wegschmeißen débarrasser rebut desechar descartar descartou weggooien weggegooid afdanken
rubbish garbage trash waste litter müll abfall mülleimer déchets ordures poubelle basura desechos residuos lixo lixeira afval vuilnis prullenbak
give gave given gift present geben gab gegeben schenken geschenk donner donné cadeau offrir dar regalar regalo presentear oferecer geven gaf gegeven geschonken
donate donated donation spenden spendete spende gespendet stiften don donateur donar donó donación donativo doar doou doação doneren donatie gedoneerd
lend lent loan borrow borrowed leihen lieh geliehen ausleihen verleihen prêter prêt emprunter emprunt prestar préstamo prestado emprestar emprestou empréstimo lenen leende geleend
pay paid payment zahlen bezahlen bezahlte bezahlt zahlung payer payé paiement pagar pagó pago pagou pagamento betalen betaalde betaald betaling
owe owed debt debts schulden schuldete verschuldet dette dettes endetté deuda deudas adeudar endeudado dívida dívidas endividado schuld
steal stole stolen theft thief stehlen stahl gestohlen dieb diebstahl voleur dérober robar robó robo ladrón roubar roubou roubo ladrão stelen stal gestolen diefstal dief
share shared sharing teilen teilte geteilt partager partagé partage compartir compartió reparto compartilhar partilhar partilha dividiu delen deelde gedeeld
buy bought purchase purchased kaufen kaufte gekauft kauf einkauf acheter acheté achat comprar compró compra comprou kopen kocht gekocht aankoop
sell sold sale seller verkaufen verkaufte verkauft verkauf vendre vendu vente vendeur vender vendió venta vendedor vendeu venda verkopen verkocht verkoop
rent rented rental tenant mieten mietete miete mieter vermieter louer loyer locataire alquilar alquiler inquilino alugar aluguel arrendar huren huurde huurder huur
landlord landlady vermieterin hauswirt propriétaire bailleur casero arrendador senhorio locador huisbaas verhuurder
exchange exchanged swap swapped tauschen tauschte getauscht tausch umtausch échanger échange troquer intercambiar intercambio trueque trocar trocou troca ruilen ruilde geruild ruil
deliver delivered delivery liefern lieferte geliefert lieferung livrer livré livraison entregar entregó entrega entregou leveren leverde bezorgen bezorgd levering
send sent sending schicken schickte geschickt senden gesandt envoyer envoyé envoi enviar envió envío mandar mandó enviou sturen stuurde gestuurd verzonden
receive received receipt erhalten erhielt empfangen empfang bekommen recevoir reçu réception recibir recibió recibo receber recebeu recebido ontvangen ontving ontvangst
ask asked question questions fragen fragte gefragt frage demander demandé preguntar preguntó pregunta perguntar perguntou pergunta vragen gevraagd vraag
answer answered reply replied response antworten antwortete antwort beantworten répondre répondu réponse contestar contestó responder respondió respuesta respondeu resposta antwoorden antwoordde antwoord
request requested beg begged bitten bat gebeten betteln supplier mendier requête pedir pidió petición suplicar pediu pedido suplicou smeken verzoek verzoeken
refuse refused refusal declined reject verweigern verweigerte weigern weigerte ablehnen abgelehnt refuser refus negarse rehusar rechazar rechazo recusar recusa weigeren geweigerd afwijzen
accept accepted acceptance annehmen angenommen akzeptieren annahme accepter accepté acceptation aceptar aceptó aceptación aceitar aceitou aceitação accepteren aanvaarden aanvaard
allow allowed permit permission permitted erlauben erlaubte erlaubt erlaubnis permettre permis permitir permitió permiso permitiu permissão toestaan toegestaan toestemming mogen
forbid forbade forbidden banned prohibited verbieten verbot verboten interdire interdit interdiction prohibir prohibió prohibido proibir proibiu proibido verbieden verbood
promise promised vow versprechen versprach versprochen promettre promis promesse prometer prometió promesa prometeu promessa beloven beloofde beloofd belofte
forget forgot forgotten forgetful vergessen vergaß vergesslich oublier oublié oubli olvidar olvidó olvido olvidado esquecer esqueceu esquecido esquecimento vergeten vergat vergeetachtig
remember remembered memory memories recall erinnern erinnerte erinnerung gedächtnis souvenir souvenirs mémoire rappeler recordar recuerdo memoria lembrar lembrança lembrou recordação herinneren herinnering geheugen
teach taught teacher lesson lehren lehrte lehrer lehrerin unterricht enseigner enseigné professeur instituteur enseñar enseñó maestra maestro professor ensinar ensinou professora onderwijzen leraar lerares
learn learned learnt learning lernen lernte gelernt apprendre appris apprentissage aprender aprendió aprendizaje aprendeu aprendizagem leren leerde geleerd
pupil student students schüler schülerin studentin élève étudiant étudiante alumno alumna estudiante aluno aluna estudante leerling scholier studente
school classroom schule klassenzimmer école lycée escuela colegio aula escola schooltje klaslokaal
exam exams examination prüfung klausur bestanden durchgefallen examen concours épreuve suspender aprobar exame prova reprovado toets geslaagd gezakt
apprentice apprenticeship trainee lehrling lehre azubi auszubildende apprenti apprentie aprendiz aprendiza estagiário leerjongen stagiair gezel
explain explained explanation erklären erklärte erklärt erklärung expliquer expliqué explication explicar explicó explicación explicou explicação uitleggen uitgelegd uitleg verklaren
understand understood understanding verstehen verstand verstanden begreifen comprendre compris compréhension entender entendió comprender comprensión entendeu compreender compreensão begrijpen begreep begrepen
guess guessed guessing riddle raten erraten geraten rätsel deviner deviné devinette énigme adivinar adivinó adivinanza acertijo adivinhar adivinhou enigma raden raadsel geraden
believe believed belief faith glauben glaubte geglaubt glaube croire cru croyance foi creer creyó creencia fe acreditar acreditou crença geloven geloofde geloof
doubt doubted doubtful hesitate hesitated zweifeln zweifel zweifelte zögern douter doute hésiter dudar duda dudó dúvida duvidar hesitar hesitou twijfel twijfelen aarzelen
decide decided decision entscheiden entschied entschieden entscheidung décider décidé décision decidir decidió decisión decidiu decisão besluiten besloot besluit beslissing
choose chose chosen choice auswählen ausgewählt auswahl choisir choisi choix elegir eligió elección escoger escolher escolheu escolha kiezen koos gekozen keuze
agree agreed agreement zustimmen zustimmung einigung vereinbarung accord convenir acuerdo acordar acordó concordar concordou acordo akkoord overeenkomst instemmen
contract contracts vertrag verträge contrat contrats contrato contratos contracten kontrakt
sign signed signature unterschreiben unterschrieb unterschrift unterzeichnen signer signé firmar firmó firma assinar assinou assinatura ondertekenen handtekening ondertekend
quarrel quarrelled argue argued argument streiten stritt gestritten streit dispute disputer querelle pelear discutir discusión pelea brigar brigou briga discussão ruzie ruziën geruzied
reconcile reconciled reconciliation versöhnen versöhnte versöhnung réconcilier réconciliation réconcilié reconciliar reconciliación reconciliarse reconciliou reconciliação verzoenen verzoening verzoend bijleggen
forgive forgave forgiven forgiveness pardon verzeihen verzieh verziehen vergeben vergebung pardonner pardonné perdonar perdonó perdón perdoar perdoou perdão vergeven vergeving vergaf
apologise apologised apologize apologized apology sorry entschuldigen entschuldigung excuser excuses désolé disculpa disculparse desculpa desculpar desculpas excuus verontschuldigen verontschuldiging
help helped helper helpful helfen geholfen hilfe aider aidé aide ayudar ayudó ayuda ajudar ajudou ajuda helpen hielp geholpen hulp
rescue rescued saved rescuer retten rettete gerettet rettung sauver sauvé sauvetage secourir rescatar rescate salvar salvó resgatar resgate salvou redden redde gered redding
thank thanked thanks grateful gratitude danken dankte dank dankbar remercier merci agradecer gracias agradecido agradeceu gratidão obrigado bedanken dankbaarheid bedankt
complain complained complaint grumble beschweren beschwerte beschwerde klagen plaindre plainte râler quejarse queja quejó reclamar queixa queixar reclamou klacht mopperen geklaagd
praise praised compliment loben lobte gelobt lob kompliment éloge elogiar elogio alabar alabanza elogiou louvar lof geprezen
blame blamed accuse accused guilt guilty beschuldigen vorwurf anklagen schuldig accuser accusé coupable reproche culpar culpa culpable acusar culpado acusou beschuldigd verwijt
punish punished punishment strafe bestrafen bestraft punir puni punition castigar castigo castigó punição puniu straf straffen gestraft
laugh laughed laughing laughter giggle lachen lachte gelacht gelächter rire ri riait rires reír rió risa carcajada rir riu riso risada gelach giechelen
smile smiled smiling lächeln lächelte gelächelt sourire souriait souri sonreír sonrisa sonrió sorrir sorriso sorriu glimlach glimlachen glimlachte
cry cried weep wept tears weinen weinte geweint tränen heulen pleurer pleuré larmes pleurs llorar lloró lágrimas llanto chorar chorou choro huilen huilde tranen
shout shouted yell scream screamed schreien schrie geschrien rufen rief crier crié cri hurler gritar gritó grito gritou berrar schreeuwen schreeuwde roepen
whisper whispered whispering flüstern flüsterte geflüstert chuchoter chuchotement murmurer susurrar susurro susurró sussurrar sussurro sussurrou cochichar fluisteren fluisterde gefluisterd
sing sang sung singer song choir singen gesungen lied chor chanter chanté chanson chœur cantar cantó canción coro cantou canção zingen zong gezongen koor
hum hummed whistle whistled summen summte pfeifen pfiff gepfiffen fredonner siffler sifflet tararear silbar silbido silbó cantarolar assobiar assobio neuriën fluiten floot gefloten
silence silent mute stille schweigen schwieg geschwiegen stumm taire silencieux silencio callar callado callarse silêncio calado calou stilte zwijgen zweeg gezwegen
talk talked speak spoke spoken conversation reden redete sprechen sprach gesprochen gespräch parler parlé hablar habló conversación falar falou conversa praten sprak gesproken gesprek
listen listened listening zuhören zuhörte zugehört horchen écouter écouté écoute escuchar escuchó escucha escutar escutou luisteren luisterde geluisterd
hear heard hearing hören hörte gehört gehör entendre entendu ouïe oír oyó oído ouvir ouviu audição horen hoorde gehoord
look looked watch watched schauen schaute geschaut anschauen regarder regardé regard mirar miró mirada olhar olhou olhada kijken keek gekeken bekijken
stare stared gaze gazed starren starrte anstarren dévisager contempler contemplar fitar encarar encarou staren staarde turen
see seen sight sehen sah gesehen sehkraft voir vu vue visto vio vi enxergar enxergou zien zag gezien zicht
notice noticed bemerken bemerkte bemerkt aufgefallen remarquer remarqué apercevoir notar notó percatarse reparou perceber percebeu merken opmerken opgemerkt
observe observed observation observer beobachten beobachtete beobachtung observé observar observó observación observou observação observeren waarnemen waarneming
touch touched touching berühren berührte berührt berührung anfassen toucher touché tocar tocó tacto tocou toque aanraken raakte aangeraakt aanraking
smell smelled odour scent stink riechen roch gerochen geruch duft gestank odeur puer parfum oler olor olía cheiro cheirar fedor ruiken geur stinken
taste tasted tasting flavour flavor schmecken schmeckte geschmeckt geschmack goût goûter goûté saveur saborear sabor provar gosto proeven proefde smaak
fear feared afraid scared fright angst fürchten furcht ängstlich peur craindre crainte effrayé miedo temer temor asustado medo assustado receio bang vrees vrezen
horror terror terrified horrify entsetzen grauen schrecken horreur terreur épouvante espanto aterrado pavor afgrijzen ontzetting verschrikking doodsbang
proud pride proudly stolz fier fière fierté orgullo orgulloso orgullosa orgulho orgulhoso orgulhosa trots trotse
shame ashamed embarrassed embarrassment schämen scham peinlich verlegen honte honteux gêné gêne vergüenza avergonzado vergonha envergonhado constrangido schaamte schamen beschaamd gênant
envy envious jealous jealousy neid neidisch eifersucht eifersüchtig envie envieux jaloux jalousie envidia envidioso celos celoso inveja invejoso ciúme ciumento jaloers jaloezie afgunst
bored boredom boring langweilig langeweile gelangweilt ennui ennuyeux ennuyer aburrido aburrimiento aburrirse tédio entediado chato verveling vervelend verveeld saai
patience patient patiently impatient geduld geduldig ungeduldig impatience paciencia paciente impaciente paciência ongeduldig ongeduld
courage courageous brave bravery mut mutig tapfer courageux valor valiente coraje coragem corajoso valente moed moedig dapper
coward cowardly cowardice feige feigling feigheit lâche lâcheté cobarde cobardía covarde covardia laf lafaard lafheid
calm calmed calmly soothe beruhigen gelassen gelassenheit calme calmer apaiser calmé tranquilo calma calmar sereno acalmar kalm kalmeren bedaard geruststellen
anger angry furious rage wut wütend zorn zornig ärger colère fâché furieux enfado enojado furioso ira rabia raiva zangado boos woede woedend
joy joyful happy happiness glad freude fröhlich glücklich joie joyeux heureux bonheur alegría alegre feliz felicidad felicidade alegria contente blij vreugde gelukkig
sad sadness grief mourning sorrow traurig trauer trauern kummer triste tristesse deuil chagrin tristeza duelo luto tristonho verdriet verdrietig rouw droevig treurig
console consoled comfort consolation trösten tröstete trost consoler consolé réconfort consolar consuelo consoló consolo consolou conforto troosten troostte troost getroost
longing yearning homesick homesickness sehnsucht heimweh sehnen nostalgie languir añoranza nostalgia añorar saudade saudades verlangen heimwee weemoed
missed vermissen vermisste vermisst extrañar extrañó missen gemist
hope hoped hopeful hoffen hoffte hoffnung espoir espérer espérance esperanza esperança hoop hopen hoopte
despair desperate hopeless verzweifeln verzweiflung verzweifelt hoffnungslos désespoir désespéré desesperación desesperado desesperar desespero wanhoop wanhopig hopeloos
surprise surprised astonished amazement überraschen überrascht überraschung staunen surprendre surpris étonné étonnement sorprender sorpresa sorprendido asombro surpresa surpreso verrassing verrast verbaasd
love loved beloved lieben liebte geliebt liebe aimer aimé amour amar amó amor querido amou amado liefde geliefde
hate hated hatred hassen hasste gehasst hass haïr haine détester odiar odio odió ódio odiou detestar haten haatte haat gehaat
worry worried anxious sorge sorgen besorgt inquiet inquiéter inquiétude souci preocupar preocupado preocupación preocupação preocupou ongerust ongerustheid
regret regretted remorse bereuen bereute reue regretter remords arrepentirse arrepentimiento remordimiento arrepender arrependimento remorso spijt berouw betreuren
disappointed disappointment disappoint enttäuscht enttäuschung enttäuschen déçu déception décevoir decepcionado decepción desilusión decepção desapontado decepcionar teleurgesteld teleurstelling teleurstellen
lonely loneliness alone einsam einsamkeit allein seul solitude solitaire soledad solitario sozinho solidão solitário eenzaam eenzaamheid alleen
trust trusted trustworthy vertrauen vertraute misstrauen confiance confier méfiance confianza confiar confió desconfianza confiança confiou desconfiar vertrouwen vertrouwde wantrouwen
pity compassion mercy mitleid erbarmen pitié miséricorde piedad lástima compasión piedade compaixão medelijden mededogen genade
deaf deafness taub gehörlos schwerhörig sourd sourde surdité malentendant sordo sorda sordera surdo surda surdez doof doofheid slechthorend
blind blindness blinde blindheit erblindet aveugle aveugles cécité malvoyant ciego ciega ceguera cego cega cegueira blindheid slechtziend
lame limp limped limping crippled lahm hinken hinkte humpeln boiter boiteux boitait cojo coja cojear cojera manco coxo mancar hinkend mank kreupel
stubborn stubbornness obstinate stur hartnäckig störrisch dickköpfig têtu entêté obstiné terco testarudo obstinado teimoso teimosia koppig koppigheid eigenwijs
shy shyness timid bashful schüchtern schüchternheit timide timidité tímido tímida timidez acanhado verlegenheid schuchter
clumsy clumsiness awkward ungeschickt tollpatschig tollpatsch maladroit maladresse torpe torpeza desajeitado desastrado onhandig klungelig stuntelig
clever smart intelligent intelligence cleverness klug schlau gescheit intelligenz intelligente malin astucieux inteligente astuto inteligencia esperto inteligência slim intelligentie pienter
stupid stupidity foolish fool dumm dummheit töricht bête bêtise idiot sot tonto tontería estúpido burro tolo bobo dom dwaas dwaasheid
wise wisdom sage weisheit sagesse sabio sabia sabiduría sábio sabedoria wijs wijsheid
lazy laziness idle faul faulheit faulpelz paresseux paresse fainéant perezoso pereza preguiçoso preguiça lui luiheid luiaard
diligent hardworking industrious fleißig fleiß emsig assidu appliqué trabajador diligente aplicado ijverig ijver vlijtig
gentle gentleness tender soft tenderness sanft zärtlich zart doux douce douceur tendre suave tierno ternura terno meigo zacht teder tederheid
soft softness weich weichheit mou moelleux blando mullido macio fofo zachtheid zachte
hardness härte dureté duro dura dureza hardheid
strict strictness severe stern streng strenge sévère sévérité estricto severo rígido rigoroso severidade severidad strengheid
honest honesty sincere ehrlich ehrlichkeit aufrichtig honnête honnêteté sincère honesto honrado sincero honestidad honestidade sinceridade eerlijk eerlijkheid oprecht
lie lied liar lying lügen log gelogen lüge lügner mentir menti mensonge menteur mintió mentira mentiroso mentiu liegen loog leugen leugenaar
true truth truly wahr wahrheit vrai vérité verdad verdadero cierto verdade verdadeiro waarheid
polite politeness courteous rude höflich höflichkeit unhöflich politesse impoli cortés cortesía grosero grosseiro beleefd beleefdheid onbeleefd
friendly kind kindness freundlich nett freundlichkeit gentil gentille gentillesse aimable amable amabilidad gentileza amável simpático vriendelijk aardig vriendelijkheid
cruel cruelty grausam grausamkeit cruauté crueldad crueldade wreed wreedheid
generous generosity großzügig großzügigkeit généreux générosité generoso generosa generosidad generosidade gul vrijgevig gulheid
stingy miser miserly geizig geiz geizhals geizkragen avare avarice radin tacaño tacañería avaro avarento mesquinho gierig gierigaard krenterig
greedy greed gier avide avidité cupide codicia codicioso avaricia ganância ganancioso hebzucht hebzuchtig inhalig
modest modesty humble humility bescheiden bescheidenheit demut modeste modestie humilité modesto humilde humildad modestia modéstia humildade bescheidenheid nederig
curious curiosity nosy neugierig neugier neugierde curieux curieuse curiosité curioso curiosa curiosidad curiosidade bisbilhoteiro nieuwsgierig nieuwsgierigheid
careful careless caution carefully vorsichtig vorsicht sorgfältig prudent prudence soigneux cuidadoso cuidado prudente cautela cuidadosamente voorzichtig zorgvuldig behoedzaam
strange odd weird seltsam merkwürdig komisch étrange bizarre extraño rareza estranho esquisito vreemd raar eigenaardig
tired weary exhausted exhaustion müde müdigkeit erschöpft fatigué fatigue épuisé cansado cansada cansancio agotado cansaço exausto moe vermoeid uitgeput vermoeidheid
sleep slept asleep sleeping schlafen schlief geschlafen eingeschlafen dormir dormi sommeil dormait durmió dormido dormiu dormindo sono slapen sliep geslapen slaap
awake woke woken waken wake aufwachen aufgewacht wach wecken réveiller réveillé réveil despertar despertó despierto desperto wakker ontwaken wekken wekker
dream dreamed dreamt dreaming träumen träumte geträumt traum rêve rêver rêvé soñar soñó sueño sonhar sonhou sonho dromen droomde droom gedroomd
rest rested resting ausruhen ruhe ausgeruht erholen reposer repos reposé descansar descanso descansó descansou repouso uitrusten rusten rustte
hungry hunger starve starving hungrig verhungern faim affamé hambre hambriento fome faminto esfomeado honger hongerig uitgehongerd
thirst thirsty durst durstig verdursten soif assoiffé sed sediento sede sedento dorst dorstig
drunk drunken drunkard tipsy betrunken besoffen trunken trinker ivre saoul ivrogne ivresse borracho borrachera ebrio bêbado embriagado bebedeira dronken dronkaard bezopen
straight gerade geradeaus begradigen rectiligne recto enderezar reto endireitar recht rechtdoor
narrow narrowness tight eng schmal enge étroit étroite étroitesse estrecho estrecha angosto estreito estreita apertado smal nauw krap
wide width broad breit breite largeur élargir ancho anchura ensanchar largura alargar breed breedte verbreden
deep depth deepen tief tiefe profond profonde profondeur profundo profunda profundidad fundo profundidade diep diepte
shallow shallows seicht flach untief somero raso rasa ondiep ondiepte
steep steepness slope hillside steil abhang raide pente escarpé empinado pendiente cuesta íngreme ladeira encosta helling steilte
flat flatness eben ebene plaine aplati llano llanura plano planície aplanar vlak vlakte
rough roughness coarse rau rauh grob uneben rugueux rugosité rêche áspero aspereza rugoso áspera ruw ruwheid
smooth smoothness smoothed glatt glätten lisse lisser lissé liso lisa alisar gladstrijken effen
wet soaked damp moist nass feucht nässe feuchtigkeit mouillé humide humidité mojado mojar húmedo humedad molhado molhar úmido umidade nat vochtig vocht
dry dried drying drought trocken trocknen getrocknet dürre sec sèche sécher sécheresse seco secar sequía secou droog drogen gedroogd droogte
dirty dirt filthy stain stained schmutzig schmutz dreckig fleck saleté tache crasseux sucio suciedad mancha manchado sujo sujeira vuil smerig vlek
clean cleaned cleaning cleaner sauber putzen putzte reinigen propre nettoyer nettoyage nettoyé limpio limpiar limpieza limpo limpar limpou limpeza schoon schoonmaken schoongemaakt
sharp sharpness pointed scharf schärfe spitz tranchant pointu acéré afilado agudo puntiagudo afiado pontudo aguçado scherp scherpte puntig
blunt bluntness dull stumpf abgestumpft émoussé embotado romo desafilado embotar stomp
heavy heaviness weighty schwer schwere lourd lourde lourdeur pesado pesada pesadez pesadume zwaar zware zwaarte
lightweight leicht léger légère légèreté ligero ligera liviano ligereza leve leveza lichtgewicht
loud noise noisy noises din laut lärm krach bruit bruyant vacarme ruido ruidoso estruendo barulho barulhento ruído lawaai luid luidruchtig
quiet quietly quietness leise ruhig still silencieusement tranquille paisible silencioso quieto sossegado silenciosa stil rustig
sound sounds echo klang geräusch klingen écho résonner sonido sonar resonar eco som soar geluid klank klinken weerklank
full overflowing crowded voll überfüllt überlaufen plein pleine bondé débordé repleto abarrotado cheio lotado transbordar overvol propvol
crowd crowds menschenmenge gedränge foule bousculade multitud muchedumbre gentío multidão aglomeração menigte drukte gedrang
fresh freshness frisch frische frais fraîche fraîcheur fresco fresca frescura frescor versheid
stale mouldering altbacken schal rassis éventé rancio rancido mofento amanhecido muf oudbakken verschaald ranzig rance
cheap cheaper inexpensive bargain billig günstig preiswert schnäppchen abordable barato barata baratísimo pechincha ganga goedkoop koopje voordelig
expensive costly teuer kostspielig coûteux onéreux caro costoso carestía caríssimo custoso prijzig kostbaar
price cost costs preis preise kosten kostet prix coût coûter coûte precio costar coste preço custar custo custou prijs kostte
money coins cash geld münzen bargeld argent monnaie pièces dinero monedas efectivo dinheiro moedas munten contant
wages salary wage lohn gehalt löhne salaire paie salario sueldo salário ordenado loon salaris lonen
rich wealth wealthy riches reich reichtum wohlhabend riche richesse fortuné rico riqueza adinerado rica endinheirado rijk rijkdom welgesteld
poor poverty beggar armut bettler pauvre pauvreté mendiant pobre pobreza mendigo miséria armoede bedelaar berooid
rare rarity scarce scarcity selten seltenheit knapp rareté rarement escaso escasez raramente raro raridade escassez zeldzaam schaars schaarste
common ordinary usual gewöhnlich üblich alltäglich ordinaire habituel corriente habitual cotidiano comum corriqueiro gewoon alledaags gebruikelijk
old elderly aged ancient alt uralt ältere vieux vieille ancien âgé viejo vieja anciano antiguo velho velha idoso antigo oud oude bejaard
young youth younger youthful jung jugend jugendlich jeune jeunesse joven juventud jóvenes jovem juventude jovens jong jeugd jongere
beautiful beauty pretty lovely schön schönheit hübsch beau belle beauté joli hermoso belleza bonito bonita beleza lindo mooi schoonheid prachtig
ugly ugliness hässlich hässlichkeit laid laide laideur moche feo fea fealdad feio feia feiura lelijk lelijkheid
warm warmth hot heat heiß wärme hitze chaud chaude chaleur caliente calor cálido quente warmte heet hitte
cold chilly coldness kalt kälte kühl froid froide froideur frío fría frialdad frio fria gelado koud kou koude kil
dark darkness gloomy dunkel dunkelheit finster finsternis sombre obscur obscurité oscuro oscuridad tinieblas escuro escuridão donker duister duisternis
bright brightness shine shining shone helligkeit leuchten scheinen schien briller brillant clarté lueur brillar brillante luminoso brilhar brilhante schijnen helder stralen
simple easy easily simplicity einfach mühelos facile simplicité facilement fácil sencillo facilidad sencillez facilidade makkelijk gemakkelijk eenvoudig
difficult difficulty schwierig schwierigkeit mühsam difficile difficulté pénible difícil dificultad dificuldade penoso moeilijk moeilijkheid lastig
strong strength strengthen stark stärke kräftig kraft robuste vigoureux fuerte fuerza fortaleza forte força robusto sterk kracht krachtig
weak weakness feeble schwach schwäche geschwächt faible faiblesse affaibli débil debilidad fraco fraca fraqueza zwak zwakte zwakheid
thin slender skinny dünn mager schlank mince maigre maigreur delgado flaco delgada magro magra dun slank
fat thick plump obese dick fett beleibt gros grosse épais gordo gorda grueso espeso gordura grosso dik vet gezet
useful useless usefulness nützlich nutzlos nutzen utile inutile utilité útil inútil utilidad utilidade nuttig nutteloos nut
same identical identisch gleiche derselbe dasselbe identique mismo idéntico igual mesmo idêntico hetzelfde identiek dezelfde
different difference differ anders verschieden unterschied différent différence diferente distinto diferencia diferença verschil verschillend
half halves halved halb halbe hälfte halbieren moitié demi demie mitad metade helft halve halveren
double doubled twofold doppelt verdoppeln verdoppelt doppelte doublé doubler doble duplicar dobro duplo duplicou dubbel verdubbelen verdubbeld
twice zweimal bis tweemaal bisar
dozen dozens dutzend dutzende douzaine douzaines docena docenas dúzia dúzias dozijn dozijnen
quarter quarters viertel viertelstunde quart quarts kwart kwartier
third thirds drittel tiers tercio tercios terço terços tweederde
pair pairs paire paires pareja pares stel koppel
first firstly erste erster zuerst premier première primero primera primeiro primeira eerste eerst
final lastly letzte letzter zuletzt dernier dernière último última últimos laatste laatst tenslotte
extra additional spare zusätzlich supplémentaire zusatz supplément adicional suplementario suplemento suplementar sobresalente bijkomend toegevoegd
missing lacking lack fehlen fehlte gefehlt fehlend mangel manquer manque manquant faltar falta faltaba faltou faltando ontbreken ontbrak ontbreekt gebrek
enough sufficient suffice genug genügend ausreichend assez suffisant suffire bastante suficiente bastar basta bastou genoeg voldoende
remain remained remaining leftover leftovers übrig übriggeblieben bleiben rester restes restant sobrar sobras restante sobrou resto overblijven overgebleven restje
increase increased zunehmen zunahme steigen steigern augmenter augmentation aumentar aumento aumentou aumentó toenemen toename stijgen stijging
decrease decreased reduce reduced reduction abnehmen verringern reduzieren diminuer diminution réduire réduit disminuir reducir reducción diminuir reduzir reduziu verminderen afnemen verlagen
dawn daybreak sunrise morgengrauen morgendämmerung sonnenaufgang aube aurore amanecer alba madrugada amanhecer alvorada dageraad ochtendgloren zonsopgang
dusk twilight sunset nightfall abenddämmerung sonnenuntergang dämmerung crépuscule atardecer anochecer ocaso crepúsculo entardecer anoitecer schemering avondschemer zonsondergang
midnight mitternacht minuit medianoche middernacht mitternachts nachtelijk
noon midday mittag mittags midi mediodía twaalfuurtje mittagszeit
morning mornings vormittag morgens matin matinée mañanas manhã manhãs ochtend ochtends voormiddag
evening evenings abend abends soir soirée velada noitinha avond avonds serão
night nights nacht nachts nuit nuits noche noches noite noites nachten nachtelijke
weekend weekends wochenende wochenenden finde weekeinde
fortnight fortnightly vierzehntägig quinzaine quincena quincenal quinzena quinzenal veertiendaags tweewekelijks vierzehn veertien quinze catorze
week weekly weeks woche wochen wöchentlich semaine semaines hebdomadaire semana semanas semanal weken wekelijks
month monthly months monat monate monatlich mois mensuel mes meses mensual mês mensal maand maanden maandelijks
year yearly annual years jahr jahre jährlich année années ans annuel año años anual ano anos jaar jaren jaarlijks
century centuries jahrhundert jahrhunderte siècle siècles siglo siglos século séculos eeuw eeuwen
decade decades jahrzehnt jahrzehnte décennie décennies década décadas decennium decennia
anniversary jubilee jahrestag jubiläum jubilé commémoration aniversario aniversário jubileum gedenkdag
birthday birthdays geburtstag geburtstage anniversaire cumpleaños cumple verjaardag jarig verjaren
holiday holidays vacation ferien urlaub vacances congé vacaciones férias vakantie verlof
yesterday gestern ayer ontem gisteren vorgestern anteayer anteontem eergisteren
tomorrow übermorgen demain lendemain amanhã overmorgen
future upcoming zukunft künftig zukünftig avenir futur futuro venidero porvir toekomst toekomstig
past bygone vergangenheit vergangen ehemalig passé autrefois jadis pasado antaño passado outrora verleden vroeger
forever eternal eternity ewig ewigkeit éternel éternité eterno eternidad eternidade eeuwig eeuwigheid voorgoed
never nie niemals jamais nunca jamás nooit nimmer
often frequent frequently oft häufig souvent fréquent fréquemment frecuente frecuentemente frequente frequentemente vaak dikwijls
spring springtime frühling frühjahr printemps primavera voorjaar lente
summer summery sommer sommerlich estival verano veraniego estío verão zomer zomers
autumn herbst herbstlich automne otoño otoñal outono outonal herfst herfstig najaar
winter wintry winterlich hiver hivernal invierno invernal inverno winters winterse
win won winner victory winning gewinnen gewann gewonnen sieg sieger gagner gagné victoire vainqueur ganar ganó victoria ganhar ganhou vitória winnen overwinning winnaar
defeat defeated loser niederlage besiegt besiegen défaite vaincu vaincre battu derrota derrotado perdedor derrotar derrotou nederlaag verslagen verliezer
prize award medal trophy preisverleihung auszeichnung medaille pokal médaille trophée récompense premio galardón medalla prêmio prémio medalha onderscheiding prijsuitreiking
mistake mistakes error wrong fehler irrtum irren falsch erreur faute tromper faux equivocarse equivocado equivocación erro errar enganado vergissing fout vergissen
correct corrected correction richtig korrigieren korrektur berichtigen corriger corrigé corregir corrección corrigió corrigir correção corrigiu verbeteren corrigeren correctie
luck lucky fortunate glückspilz chance chanceux veinard suerte afortunado dichoso sorte sortudo geluk boffen mazzel
misfortune unlucky mishap pech unglück unglücklicherweise malchance malheur malheureux desgracia infortunio desgraça infortúnio tegenspoed ongeluk pechvogel
accident accidents crash unfall unfälle zusammenstoß accidenté choc accidente choque acidente colisão ongeval botsing
danger dangerous risk risky hazard gefahr gefährlich risiko dangereux risque péril peligro peligroso riesgo perigo perigoso risco gevaar gevaarlijk gevaren
safe safety safely sicher sicherheit sécurité sûr seguro seguridad segurança veilig veiligheid
warn warned warning alarm warnen warnte warnung gewarnt avertir averti avertissement alerte advertir advertencia avisar alertar advertiu aviso waarschuwen waarschuwing gewaarschuwd
protect protected protection shelter schützen schützte schutz protéger protégé abri proteger protección protegió refugio proteção protegeu beschermen bescherming beschut
attack attacked angreifen angriff angegriffen attaquer attaque attaqué atacar ataque atacó atacou aanvallen aanval aangevallen
rule rules regulation regel regeln vorschrift vorschriften règle règles règlement regla reglas norma reglamento regra regras regulamento regels voorschrift
law laws legal lawyer gesetz gesetze anwalt rechtsanwalt loi lois avocat ley leyes abogado lei leis advogado wet wetten advocaat
court judge trial gericht richter prozess tribunal juge procès juez juicio juiz julgamento rechtbank rechter rechtszaak
witness testify testimony zeuge zeugin zeugnis bezeugen témoin témoignage témoigner testigo testimonio testemunha testemunhar getuige getuigen getuigenis
prison jail prisoner captive gefängnis gefangener häftling prisonnier détenu cárcel preso prisionero prisión prisão prisioneiro cadeia gevangenis gevangene gevangen
trick tricked deceive deceived fraud überlisten täuschen täuschung betrug ruse tromperie arnaque truco engañar engaño estafa truque enganar engano bedrog bedriegen bedrogen
joke joked joking prank witz scherz scherzen streich blague plaisanterie plaisanter farce broma chiste bromear piada brincadeira grap grappen grapje
secret secrets secretly geheimnis heimlich geheim secrètement clandestin secreto secretos clandestino segredo segredos secretamente geheimen stiekem
reveal revealed confess confessed verraten enthüllen gestehen gestand révéler avouer aveu dévoiler revelar confesar confesión confessar confissão revelou onthullen bekennen verraden
plan planned plans planning planen plante geplant vorhaben projet projets planifier planear planificar proyecto planejar projeto plannen gepland
list lists listed liste verzeichnis aufzählung énumérer listes lista listado enumerar listas lijst lijsten lijstje
map maps atlas landkarte karte stadtplan cartographie mapa mapas cartógrafo landkaart plattegrond kaartlezen
large big larger bigger enlarge größer vergrößern riesig grand grande agrandir agrandar enorme gigante maior ampliar groot grotere vergroten
small little smaller tiny klein kleiner winzig petit petite minuscule rapetisser pequeño pequeña diminuto pequeno pequenino minúsculo kleine piepklein verkleinen
size sizes größe größen taille tailles tamaño tamaños talla tamanho tamanhos grootte maat maten formaat
grow grew grown growth wachsen wuchs gewachsen wachstum grandir croître croissance crecer creció crecimiento crescer cresceu crescimento groeien groeide gegroeid groei
shrink shrank shrunk schrumpfen schrumpfte geschrumpft rétrécir rétréci encoger encogió encogido encolher encolheu krimpen kromp gekrompen
long length lengthen lang länge verlängern longueur allonger longue largo longitud comprido comprimento lengte verlengen lange
short shorten shortened kurz kürzen verkürzen kürze court courte raccourcir brièveté corto corta acortar curto curta encurtar kort inkorten verkorten
high height tall hoch höhe hohe hauteur haute élevé altura elevado altitude hoog hoogte hoge
low lower lowered niedrig senken basse abaisser rebajar baixo baixar laag lage
birth born newborn geburt geboren neugeborenes naissance né née naître nacer nació nacimiento nascer nasceu nascimento geboorte pasgeboren
pregnant pregnancy schwanger schwangerschaft enceinte grossesse embarazada embarazo grávida gravidez zwanger zwangerschap
child children childhood kid kinder kindheit enfant enfants enfance niño niña niños infancia criança crianças infância kinderen kindertijd jeugdjaren
baby infant toddler cradle säugling kleinkind wiege bébé nourrisson berceau bebé cuna bebê berço zuigeling peuter wieg
adult grownup adults erwachsen erwachsene erwachsener adulte adultes adulto adulta adultos volwassen volwassene volwassenen
age ages alter lebensalter âge vieillesse vieillir edad vejez envejecer idade velhice envelhecer leeftijd ouderdom verouderen
retire retired retirement pension pensioner rente rentner pensioniert ruhestand retraite retraité jubilarse jubilado jubilación aposentado aposentadoria reformado gepensioneerd pensioen
marry married marriage wedding heiraten heiratete verheiratet hochzeit ehe marier marié mariage noces casarse casado boda matrimonio casar casou casamento trouwen trouwde getrouwd bruiloft huwelijk
bride groom bridegroom braut bräutigam mariée fiancé fiancée novia novio noiva noivo bruid bruidegom verloofd verloofde verlobt engaged
husband wife spouse ehemann ehefrau gatte gattin mari épouse époux marido esposa esposo echtgenoot echtgenote
divorce divorced separation scheidung geschieden scheiden divorcé divorcer séparation séparé divorcio divorciado divorciarse divórcio divorciar echtscheiding gescheiden
widow widower widowed witwe witwer verwitwet veuve veuf veuvage viuda viudo enviudar viúva viúvo weduwe weduwnaar
removal relocate relocated umziehen umzug umgezogen déménager déménagement déménagé mudanza mudarse mudó mudança verhuizen verhuizing verhuisd verhuisde
emigrate emigrated emigration immigrant immigrate migrant auswandern ausgewandert auswanderer einwanderer émigrer émigré immigré emigrar emigró emigrante inmigrante emigração imigrante emigreren emigrant immigreren
refugee refugees exile asylum flüchtling flüchtlinge asyl vertrieben réfugié réfugiés exil asile refugiado refugiados exilio asilo exílio vluchteling vluchtelingen ballingschap asiel
inherit inherited inheritance heir erben erbte geerbt erbe erbschaft hériter hérité héritage héritier heredar heredó herencia heredero herdar herança herdeiro erven geërfd erfenis erfgenaam
testament testamento nachlass legs léguer legado legar bequeath vermachen vermächtnis nalaten nalatenschap
death died dead dying sterben starb gestorben tod tot mort mourir mourut décès morir murió muerte muerto morrer morreu morte sterven stierf overleden dood
grave graves cemetery graveyard tomb friedhof gräber grabstein tombe cimetière tombeau tumba cementerio sepultura túmulo cemitério begraafplaats kerkhof grafsteen
life live lived alive leben lebte gelebt lebendig vie vivre vécu vivant vida vivir vivió vivo viver viveu leven leefde geleefd levend
sick ill illness disease krank krankheit erkrankt malade maladie enfermo enfermedad enferma doente doença adoecer ziek ziekte
heal healed cure cured recovery heilen heilte geheilt genesung guérir guéri guérison curar curó curación sanar cura curou sarar genezen genas genezing
wound wounded injury injured hurt wunde verletzt verletzung verwundet blessé blessure blesser plaie herida herido herir ferida ferido ferir wond gewond verwonding
pain ache painful sore schmerz schmerzen schmerzhaft douleur douloureux dolor doler duele doloroso dor doer dolorido pijn pijnlijk
visitor visitors visit visited guest besuch besuchen besuchte besucher gast visiteur visite visiter invité visita visitar visitante huésped hóspede visitou bezoek bezoeker bezocht
invite invited invitation einladen eingeladen einladung inviter convier invitar invitó invitación convidar convite convidado uitnodigen uitgenodigd uitnodiging
welcome welcomed greet greeting willkommen begrüßen begrüßung gruß bienvenue accueillir accueil saluer bienvenida bienvenido saludar saludo saudação acolher welkom begroeten begroeting
farewell goodbye parting abschied verabschieden abschiednehmen adieu adieux despedida despedirse adiós despedir adeus afscheid vaarwel
stranger strangers unknown foreigner fremder fremde unbekannt ausländer inconnu étranger étrangère desconocido forastero extranjero desconhecido estrangeiro forasteiro vreemdeling vreemde onbekend buitenlander
neighbour neighbours neighbor neighbors neighbourhood nachbar nachbarin nachbarn nachbarschaft voisin voisine voisins voisinage vecino vecina vecindario vizinho vizinha buur buurman buurvrouw
friend friends friendship freund freundin freunde freundschaft ami amie amis amitié amigo amiga amistad amizade vriend vriendin vriendschap vrienden
enemy enemies hostile feind feinde feindlich ennemi ennemis ennemie enemigo enemiga inimigo inimigos vijand vijanden vijandig
meet met encounter encountered begegnen begegnete begegnung rencontrer rencontré rencontre conocerse encuentro encontro toparse conheceu ontmoeten ontmoette ontmoeting
midwife midwives hebamme geburtshelferin geburtshilfe accoucheuse maïeuticienne accouchement comadrona matrona partera parteira parto vroedvrouw verloskundige bevalling
shepherd shepherdess flock hirte hirtin schäfer schafhirte berger bergère troupeau ovejero rebaño zagal rebanho pastoreio herder herderin schaapherder kudde
sheep lamb ewe schaf schafe lamm mouton brebis agneau oveja ovejas cordero ovelha ovelhas cordeiro schaap schapen lam
busdriver lorry truck trucker lastwagen lkw fernfahrer busfahrer camion chauffeur camionneur camión camionero chófer caminhão caminhoneiro vrachtwagen vrachtwagenchauffeur buschauffeur
archivist archive archives archival archivar archivarin archiv archiviste archivero archivera archivo arquivista arquivo archivaris archief archieven
luthier violinmaker geigenbauer geigenbauerin lutherie violero violeiro lutier vioolbouwer vioolbouw geigenbau
violin violinist fiddle fiddler geige geiger violine violon violoniste violín violinista violino viool violist
welder weld welded welding schweißer schweißen geschweißt schweißnaht soudeur souder soudure soudé soldador soldar soldadura soldagem solda lasser gelast lasnaad
interpreter interpret interpreting dolmetscher dolmetscherin dolmetschen interprète interprétariat intérprete intérpretes tolk tolken getolkt
undertaker mortician hearse coffin bestatter bestatterin leichenwagen sarg corbillard cercueil funèbres funerario sepulturero ataúd féretro coveiro caixão begrafenisondernemer lijkkist doodskist
nurse nurses nursing krankenschwester krankenpfleger pflegerin infirmière infirmier enfermera enfermero enfermeira enfermeiro enfermagem verpleegster verpleegkundige verpleger
doctor physician surgeon arzt ärztin chirurg médecin docteur chirurgien médico médica cirujano doctora cirurgião arts dokter huisarts
hospital clinic krankenhaus klinik spital hôpital clinique hospitalisé clínica hospitalizado ziekenhuis kliniek
pharmacy pharmacist chemist medicine pills apotheke apotheker medikament pharmacie pharmacien médicament farmacia farmacéutico medicina pastillas farmácia remédio apotheek medicijn pillen
cook cooked cooking chef köchin koch cuisinier cuisinière cuisiner cuisine cocinero cocinera cocinar cozinheiro cozinheira cozinhar kok kokkin koken
baker bakery bake baked bread bäcker bäckerei backen gebacken brot boulanger boulangerie panadero panadería pan hornear padeiro padaria pão bakker bakkerij brood bakken
butcher butchery metzger metzgerei fleischer schlachter boucher boucherie charcutier carnicero carnicería açougueiro açougue talho slager slagerij
fisherman fishermen fishing fish fischer fischen fischerei fisch pêcheur pêche poisson pescador pescar pesca pescado pesque peixe visser vissen visserij
librarian library bibliothekar bibliothekarin bibliothek bücherei bibliothécaire bibliothèque bibliotecario bibliotecaria biblioteca bibliotecário bibliothecaris bibliothecaresse bibliotheek
caretaker janitor custodian concierge hausmeister hausmeisterin hauswart conserje portero bedel zelador zeladora porteiro conciërge huismeester
keeper warden guard guardian wärter wächter aufseher gardien gardienne surveillant guardián guardia vigilante guarda guardião vigia wachter bewaker opzichter
lighthouse lighthouses beacon leuchtturm leuchttürme leuchtturmwärter phare phares faro farero farol faroleiro vuurtoren vuurtorenwachter vuurtorens
farmer farm farming peasant bauer bäuerin bauernhof landwirt fermier ferme paysan agriculteur granjero granja campesino agricultor fazendeiro fazenda lavrador boer boerin boerderij
gardener garden gardening gärtner gärtnerin garten jardinier jardinière jardin jardinero jardín jardinería jardineiro jardim tuinman tuin tuinieren hovenier
carpenter carpentry joiner schreiner tischler zimmermann schreinerei menuisier charpentier menuiserie carpintero carpintería ebanista carpinteiro carpintaria marceneiro timmerman schrijnwerker meubelmaker
mason bricklayer brick bricks maurer mauern ziegel maçon maçonnerie brique albañil ladrillo albañilería pedreiro tijolo alvenaria metselaar baksteen metselen
roofer roof roofs dachdecker dach dächer couvreur toit toiture techador tejado techo telhador telhado dakdekker dak daken
plumber plumbing pipe pipes klempner rohr rohre plombier plomberie tuyau fontanero plomero tubería encanador canalizador encanamento loodgieter leiding buizen
electrician electricity electric elektriker strom elektrisch électricien électricité électrique electricista electricidad eletricista eletricidade elektricien elektriciteit stroom
blacksmith smith forge anvil schmied schmiede schmieden amboss forgeron forger enclume herrero herrería forja yunque ferreiro forjar bigorna smid smeden aambeeld
tailor seamstress dressmaker schneider schneiderin schneiderei tailleur couturière couturier sastre costurera modista alfaiate costureira kleermaker naaister
cobbler shoemaker shoe shoes schuster schuhmacher schuh schuhe cordonnier chaussure chaussures zapatero zapato zapatos sapateiro sapato sapatos schoenmaker schoen schoenen
hairdresser barber haircut friseur friseurin friseuse coiffeur coiffeuse coiffure peluquero peluquera barbero cabeleireiro cabeleireira barbeiro kapper kapster kapsel
watchmaker clockmaker clock uhrmacher uhrmacherin uhr uhren horloger horlogerie horloge montre relojero reloj relojería relojoeiro relógio horlogemaker klok
miner mine mines mining coal bergmann bergarbeiter bergwerk mineur charbon minero mina carbón mineiro carvão mijnwerker steenkool
sailors captain crew seaman matrose seemann kapitän mannschaft matelot capitaine équipage marinero capitán tripulación marinheiro capitão tripulação zeeman matroos kapitein bemanning
ferry ferryman ferries fähre fährmann traversier passeur transbordador barquero balsa ferri barqueiro veerboot veerman veerpont
soldier soldiers army soldat soldaten armee heer soldats armée militaire soldado soldados ejército exército leger militair
policeman police polizist polizei polizistin policier gendarme policía policial polícia politie politieagent
firefighter fireman firemen feuerwehr feuerwehrmann pompier pompiers bombero bomberos bombeiro bombeiros brandweer brandweerman
postman mailman postwoman postmaster mail briefträger postbote postbotin facteur factrice courrier cartero correo carteiro correio postbode postbezorger
letter letters envelope brief briefe briefumschlag lettre lettres enveloppe carta cartas brieven briefje
priest vicar parson monk nun priester pfarrer mönch nonne prêtre curé moine religieuse sacerdote monje monja frade freira dominee monnik pastoor
church chapel cathedral kirche kapelle église chapelle cathédrale iglesia capilla catedral igreja capela kerk kapel kathedraal
bell bells chime glocke glocken läuten läutete cloche cloches carillon campana campanas campanario sino sinos campainha klokken bel luiden klokkenluider
musician musicians music musiker musikerin musik musicien musicienne musique músico música músicos muzikant muziek
organist organ orgel organistin orgue orgues organiste órgano organista órgão orgelspeler
pianist piano klavier pianistin klavierspieler pianiste pianista pianotuner klavierstimmer accordeur afinador pianostemmer
tune tuned tuning gestimmt verstimmt accorder accordage désaccordé afinar afinado desafinado gestemd
dancer dance danced dancing tanzen tanzte getanzt tänzer tänzerin danser danse danseur bailar baile bailarín dançar dança dançarino dansen danste danseres
actor actress theatre schauspieler schauspielerin theater bühne acteur actrice comédien théâtre teatro actriz ator atriz toneel toneelspeler
writer author novelist novel schriftsteller schriftstellerin autor roman écrivain auteur romancier escritor escritora novela autora schrijver schrijfster
poet poem poetry verse dichter dichterin gedicht poète poème poésie poeta poema poesía poesia poetisa dichteres gedichten poëzie
journalist newspaper reporter zeitung journalistin journaliste presse periodista periódico prensa jornalista jornal krant dagblad
photographer photograph photo foto fotograf fotografin photographe photographie fotógrafo fotografía fotógrafa fotografia fotograaf fotografie fotos
engineer mechanic mechanics ingenieur mechaniker mechanikerin ingénieur mécanicien ingeniero mecánico engenheiro mecânico monteur werktuigkundige
waiter waitress kellner kellnerin bedienung serveur serveuse camarero camarera mesero garçom garçonete ober serveerster
shopkeeper shop store grocer laden händler krämer ladenbesitzer boutique commerçant épicier magasin tienda tendero tendera loja lojista merceeiro winkel winkelier kruidenier
mayor mayoress bürgermeister bürgermeisterin maire mairesse alcalde alcaldesa prefeito prefeita autarca burgemeester
clerk official beamter beamtin amt behörde fonctionnaire funcionario oficinista funcionário escriturário ambtenaar beambte
beekeeper bee bees hive honey imker imkerin biene bienen honig apiculteur abeille abeilles miel apicultor abeja abejas colmena apicultora abelha mel bijen honing
hunter hunting hunt jäger jagd jägerin chasseur chasse cazador caza cazar caçador caça caçar jager jagers
miller mill windmill müller mühle windmühle meunier moulin molinero molino moleiro moinho molenaar molen windmolen
potter pottery clay töpfer töpferei potier poterie argile alfarero alfarería barro arcilla oleiro olaria cerâmica pottenbakker aardewerk klei
bookbinder bookbinding bookbindery buchbinder buchbinderin buchbinderei relieur reliure relier encuadernador encuadernación encadernador encadernação boekbinder boekbinderij
bookseller bookshop bookstore buchhändler buchhandlung libraire librairie librero librería livreiro livraria boekhandel boekhandelaar boekwinkel
book books buch bücher livres bouquin libro libros livro livros boek boeken boekje
page pages seite seiten feuillet página páginas bladzijde bladzijden pagina
read reading reader reads lesen las gelesen leser lire lecture lecteur lu leyó lectura lector ler leu leitura leitor lezen lezer
write wrote written writing writes schreiben schrieb geschrieben schrift écrire écrit écriture écrivait écrivent escribir escribió escrito escritura escrever escreveu schrijven schreef geschreven
handwriting handwritten scrawl scribble handschrift handgeschrieben handschriftlich gekritzel manuscrite manuscrit gribouillage caligrafía manuscrito garabato caligrafia rabisco handgeschreven gekrabbel
legible illegible unreadable leserlich unleserlich lesbar lisible illisible ilegible legível ilegível leesbaar onleesbaar
spell spelling misspelled misspell buchstabieren rechtschreibung schreibweise rechtschreibfehler orthographe épeler épelé ortografía deletrear deletreo ortografia soletrar spellen spelfout
alphabet alphabetical alphabetisch alphabetique alphabétique abecedario alfabeto alfabético alfabética alfabet alfabetisch abecê
print printed printing printer typeface gedruckt drucken druckte drucker druckerei imprimer imprimé imprimeur imprimerie imprimir impreso imprenta impressão impresso impressora afdrukken drukwerk drukker gedrukt
type font lettering großdruck schriftgröße schriftart buchstaben caractères typographie tipografía letras tipografia lettertype lettergrootte drukletters
magnifier magnifying loupe lupe vergrößerungsglas lupa vergrootglas loep leesloep
glasses spectacles eyeglasses brille brillen optiker lunettes opticien gafas lentes anteojos óculos oculista bril brilletje opticiens
ink pen pencil tinte stift bleistift füller encre stylo crayon tinta bolígrafo lápiz caneta lápis inkt potlood vulpen
paper papier papierbogen papiers papel papeles papéis papieren papiertje
language languages sprache sprachen muttersprache langue langues langage idioma idiomas lengua língua línguas taal talen moedertaal
dialect dialects accent mundart dialekt dialekte akzent patois dialecte acento dialecto sotaque dialeto streektaal tongval
translate translated translation translator übersetzen übersetzte übersetzung übersetzer traduire traduit traduction traducteur traducir tradujo traducción traductor traduzir tradução tradutor traduziu vertalen vertaalde vertaling vertaler
word words vocabulary wort wörter wortschatz mot mots vocabulaire palabra palabras vocabulario palavra palavras vocabulário woord woorden woordenschat
dictionary dictionaries glossary wörterbuch wörterbücher dictionnaire glossaire lexique diccionario glosario dicionário glossário woordenboek woordenlijst
english englisch anglais inglés inglês engels
german germany deutsch deutschland allemand allemagne alemán alemania alemão alemanha duits duitsland
french france französisch frankreich français francés francia francês frança frans frankrijk
spanish spain spanisch spanien espagnol espagne español españa espanhol espanha spaans spanje
portuguese portugal portugiesisch portugais portugués português portugees
dutch netherlands niederländisch niederlande holländisch néerlandais hollandais neerlandés holandés holandês neerlandês nederlands nederland
name names named surname nachname vorname namen nannte prénom nom surnom apellido apodo nome sobrenome apelido naam achternaam voornaam bijnaam
title titles titled entitled titel überschrift titre titres intitulé título títulos titulado intitulado getiteld opschrift
vote voted votes voting abstimmen abstimmung stimmzettel abgestimmt voter voté scrutin votar votó votación voto votou votação gestemd stemming
election elections elected candidate wahl wahlen gewählt kandidat élection élections élu candidat elecciones electo candidato eleição eleições eleito verkiezing verkiezingen kandidaat
meeting meetings assembly gathering sitzung versammlung besprechung réunion assemblée séance reunión asamblea reunião assembleia vergadering bijeenkomst vergaderen
appointment termin verabredung verabredet citas consulta afspraak afspraken afgesproken
committee council ausschuss gremium stadtrat comité commission consejo ayuntamiento comitê conselho câmara comissie raad gemeenteraad
journey trip travel travelled traveller reise reisen reiste reisender voyage voyager voyageur viaje viajar viajó viajero viagem viajou reis reisde reiziger
suitcase luggage baggage koffer gepäck valise bagages maleta equipaje bagagem valies bagage
ticket tickets fare fahrkarte fahrschein eintrittskarte billet billets billete boleto pasaje bilhete passagem kaartje vervoersbewijs
train railway station trains zug züge bahn bahnhof eisenbahn gare tren trenes ferrocarril estación comboio trem ferrovia spoorweg trein treinen
bus buses bushaltestelle autobus autocar autobús ônibus autocarro bushalte haltestelle paradero
car cars automobile auto autos voiture voitures bagnole automóvil carro carros viatura wagen
ship ships boat boats schiff schiffe boot boote bateau bateaux navire barco barcos buque barca navio schip schepen bootje
bridge bridges brücke brücken passerelle puente puentes ponte pontes brug bruggen
road street path lane straße weg pfad gasse rue route chemin sentier calle camino carretera sendero rua estrada caminho straat steeg
corner crossroads junction ecke kreuzung straßenecke coin carrefour intersection esquina rincón cruce encruzilhada cruzamento hoek kruispunt kruising
left leftward links linke gauche izquierda izquierdo esquerda esquerdo linksaf linkerkant
right rightward rechts rechte droite derecha direita rechtsaf rechterkant
uphill ascent ascend bergauf aufstieg hinauf ascension montée monter ascenso subir subió subiu ascensão bergop beklimming omhoog
downhill descent descend bergab abstieg hinunter descendre descente descendu bajar bajó bajada descender descer desceu descida bergaf afdaling omlaag
upstream stromaufwärts flussaufwärts amont contracorriente montante stroomopwaarts
downstream stromabwärts flussabwärts jusante stroomafwaarts
north northern northward nord norden nördlich nordique septentrional norte norteño nortenho noorden noordelijk noord
south southern southward süd süden südlich sud méridional sureño meridional sul sulista zuiden zuidelijk zuid
east eastern eastward osten östlich ost orient oriental oriente leste oosten oostelijk oost
west western westward westen westlich ouest occident occidental oeste occidente poente ocidente westelijk
compass direction kompass richtung himmelsrichtung boussole brújula rumbo bússola direção kompas windrichting
near nearby nahe nähe nahegelegen près proche proximité cerca cercano proximidad perto próximo proximidade dichtbij nabij nabijheid
far distant distance remote fern weit entfernt entfernung loin lointain éloigné lejos lejano distancia longe distante distância afstand afgelegen
middle centre center mitte zentrum mittelpunkt milieu central medio centro midden middelpunt
edge rim rand kante ränder bord bordure lisière borde orilla margen beira borda margem oever
island islands isle insel inseln île îles insulaire isla islas isleño ilha ilhas ilhéu eiland eilanden eilandje
sea ocean shore coast meer ozean küste ufer mer océan côte rivage mar océano costa playa oceano litoral praia zee oceaan kust
river stream brook fluss flüsse bach rivière fleuve ruisseau río arroyo riachuelo rio ribeiro riacho rivier beek
mountain mountains hill peak berg berge hügel gipfel montagne colline sommet montaña colina cumbre cerro montanha morro pico heuvel bergtop
forest woods woodland wald wälder forêt bosque bosques selva floresta bos bossen woud
village hamlet villager dorf dörfer dorfbewohner bourg hameau villageois aldea aldeano vilarejo aldeia dorpje dorp dorpen dorpeling
town city cities stadt städte städtisch ville villes urbain ciudad ciudades urbano cidade cidades steden stad stedelijk
home house houses homeless haus häuser zuhause heim maison maisons foyer casa casas hogar vivienda lar moradia huis huizen thuis
room bedroom rooms zimmer schlafzimmer kammer chambre habitación dormitorio aposento kamer slaapkamer kamers
kitchen stove oven küche herd ofen fourneau cocina estufa horno cozinha fogão forno keuken fornuis kachel
door doors gate tür türen porte portes portail puerta puertas portón portas portão deur deuren poort
window windows pane fenster fensterscheibe fenêtre fenêtres vitre ventana ventanas janela janelas vidraça raam ramen venster
stairs staircase steps ladder treppe treppen stufen leiter escalier escaliers échelle escalera escaleras peldaño escada escadas degrau trap trappen
cellar attic basement keller dachboden speicher cave grenier sótano desván bodega ático porão adega kelder zolder
tower towers turm türme kirchturm clocher torre torres torreón toren torens kerktoren
wall walls fence mauer wand zaun mur murs clôture muro pared valla parede muralha muur muren hek
lamp lantern candle lampe laterne kerze lanterne bougie lámpara linterna lâmpada lanterna candeeiro lantaarn kaars
mirror mirrors spiegel spiegelbild miroir miroirs espejo espejos espelho espelhos spiegels
rain rained raining rainy regen regnen regnete regnerisch pluie pleuvoir pleut pluvieux lluvia llover llueve lluvioso chuva chover choveu regenen regende
storm stormy thunder lightning sturm gewitter blitz tempête orage éclair tormenta tempestad trueno tempestade trovão relâmpago onweer bliksem
snow snowed snowing schnee schneien schneite verschneit neige neiger neigeux nieve nevar nevó nevado neve nevou sneeuw sneeuwen sneeuwde
wind windy breeze windig brise vent venteux viento ventoso brisa vento winderig bries
fog foggy mist misty nebel neblig dunst brouillard brume brumeux niebla neblina bruma nevoeiro névoa nevel mistig
flood flooded flooding überschwemmung überflutet hochwasser flut inondation inondé crue inundación inundado inundar enchente inundação cheia overstroming overstroomd watersnood
tide tides ebb gezeiten ebbe marée marées marea mareas maré marés getij eb vloed
attempt attempted try tried trying versuchen versuchte versucht versuch essayer essayé tentative tenter intentar intentó intento tentar tentou tentativa proberen probeerde geprobeerd poging
succeed succeeded success gelingen gelang gelungen erfolg réussir réussi réussite succès lograr logró éxito conseguiu sucesso êxito lukken gelukt slagen succes
fail failed failure scheitern scheiterte gescheitert misslungen échouer échoué échec fracasar fracasó fracaso fracassar fracasso mislukken mislukt mislukking falen
practise practised practice rehearse rehearsal üben übte geübt exercer répétition ensayar ensayo practicar praticar ensaiar ensaio oefenen oefende geoefend
repeat repeated again wiederholen wiederholte wiederholt wiederholung répéter répété encore repetir repitió repetición repetiu repetição herhalen herhaalde herhaling opnieuw
change changed changing ändern änderte geändert veränderung changer changé changement cambiar cambió cambio mudar mudou veranderen veranderde verandering
compare compared comparison vergleichen verglich verglichen vergleich comparer comparé comparaison comparar comparó comparación comparou comparação vergelijken vergeleken vergelijking
prepare prepared preparation vorbereiten vorbereitet vorbereitung préparer préparé préparation preparar preparó preparación preparou preparação voorbereiden voorbereid voorbereiding
test tested testing prüfen prüfte geprüft überprüfen tester testé vérifier vérification comprobar comprobó verificar verificou testar testou controleren getest nakijken
advice advise advised ratschlag beraten conseil conseiller conseils consejo aconsejar aconsejó aconselhar advies adviseren raadgeven
ordered command obey obeyed befehl befehlen gehorchen gehorsam ordonner obéir obéissance commandement obedecer obediencia obedeceu obediência bevelen bevel gehoorzamen
threaten threatened threat drohen drohte drohung bedroht menacer menace menacé amenazar amenaza amenazó ameaçar ameaça ameaçou dreigen bedreigen dreiging
force forced compel coerce zwingen zwang gezwungen obliger obligé contraindre obligar obligó forzar obrigar obrigou forçar dwingen dwong gedwongen
persuade persuaded convince convinced überreden überredet überzeugen überzeugt persuader convaincre convaincu persuadir convencer convenció convenceu convencido overtuigen overtuigd overhalen
disturb disturbed bother annoying annoy stören störte gestört nerven déranger dérangé embêter agacer molestar molestó molesto incomodar incomodou perturbar storen gestoord hinderen
avoid avoided evade vermeiden vermied vermieden ausweichen éviter évité esquiver evitar evitó esquivar evitou evitado vermijden vermeed vermeden ontwijken
prevent prevented hinder verhindern verhinderte verhindert verhüten empêcher empêché impedir impidió impedimento impediu verhinderen verhinderd beletten
separate separated split trennen trennte getrennt trennung aufteilen séparer scinder separar separó separación separou separação splitsen afscheiden
join joined connect connected connection verbinden verband verbunden verbindung joindre joint connecter unir unió conectar conexión uniu ligar conectou verbonden verbinding aansluiten
belong belonged owner ownership gehören gehörte besitzer eigentümer besitzen appartenir possession propriété pertenecer dueño perteneció pertencer dono proprietário toebehoren eigenaar eigenares
celebrate celebrated celebration party feast feiern feierte gefeiert feier fest fêter fête célébrer célébration celebrar fiesta celebró celebração festa comemorar vieren gevierd feest
game games toys toy spielen spielte gespielt spiel spielzeug jouer joué jeu jouet jugar jugó juego juguete brincar jogo jogar brinquedo spelen speelde speelgoed spelletje
drink drank drinks drinking trinken trank getrunken getränk boire bu buvait boisson beber bebió bebida bebeu drinken dronk gedronken drankje
eat ate eaten eating meal essen aß gegessen mahlzeit manger mangé repas comer comió comida comeu refeição eten gegeten maaltijd
gossip rumour rumor rumours klatsch gerücht gerüchte tratsch commérage rumeur ragot chisme cotilleo cotillear fofoca boato roddel roddelen gerucht
boast boasted brag prahlen prahlte angeber vanter vantard vantardise presumir jactarse fanfarrón gabar vangloriar opscheppen opschepper snoeven
imitate imitated mimic copy copied nachahmen nachahmung imitieren kopieren abschreiben imiter imitation copier copie imitar imitación copiar copió imitou cópia nabootsen nadoen kopiëren
pretend pretended feign vortäuschen heucheln feindre simuler fingir fingió aparentar fingiu disfarçar veinzen huichelen simular
disappear disappeared vanish vanished verschwinden verschwand verschwunden disparaître disparu disparition desaparecer desapareció desaparición desapareceu desaparecido sumir verdwijnen verdween verdwenen
appear appeared emerge erscheinen erschien erschienen auftauchen apparaître apparu apparition surgir aparecer apareció aparición apareceu surgiu verschijnen verscheen verschenen
wander wandered astray stray verirren verirrt verlaufen umherirren égaré errer extraviarse extraviado vagar extraviar vaguear verdwalen verdwaald dwalen zwerven
`
