/** People, feelings, town and country, the calendar and the wider world. */
export const world = `
government gouvernement gobierno gobernar
president presidency präsident präsidentin voorzitter
minister ministry ministerium ministère
parliament congress senate parlament bundestag parlamento congresso volksvertegenwoordiging
townhall rathaus mairie gemeentehuis stadhuis ayuntamiento prefeitura municipality stadtverwaltung
politics political politician politik politisch politikerin politique politicus politiek
partei parti partij
democracy democratic demokratie
republic republik république republiek
state nation national staatlich état nacional nación nação nationaal natie
country land pays país
citizen citizenship bürger bürgerin bürgerinnen staatsbürger citoyenne ciudadano ciudadanía cidadão cidadania
society social gesellschaft gesellschaftlich sociedad maatschappij samenleving
community gemeinschaft gemeinde communauté comunidad gemeenschap gemeente
inhabitants bevölkerung einwohner habitant población habitante inwoner
freedom liberty liberate freiheit befreien libérer libertad liberdade vrijheid bevrijden
justice fair gerechtigkeit justicia rechtvaardig
injustice unfair unjust ungerecht injuste onrechtvaardig oneerlijk
equality gleichberechtigung gleichheit égalité igualdad gelijkheid
inequality ungleich inégalité desigualdad ongelijkheid
discrimination racism racist prejudice rassismus diskriminierung vorurteil raciste préjugé prejuicio preconceito vooroordeel
minority minderheit
majority mehrheit mehrheitlich mayoría maioria meerderheid
power powerful mächtig pouvoir puissant poder poderoso potência
authority behörde amt autorité autoridad repartição overheid instantie
dictator tyrant diktator diktatur dictateur dictature dictador dictadura ditador ditadura dictatuur
revolution uprising rebel aufstand rebellion révolte revolución rebelión rebelde sublevación revolução opstand
putsch staatsstreich staatsgreep
peace peaceful frieden friedlich paix paisible paz pacífico vrede vreedzaam
treaty pact abkommen traité tratado verdrag pakt
invasion invade einmarsch überfallen envahir invasão binnenvallen inval envahi invadió invadiu binnengevallen
troops truppen troupe tropas troepen
general commander befehlshaber commandant comandante bevelhebber
navy kriegsmarine marinha
bombardment bombardieren bombenangriff bombardeio
missile rakete misil mísseis raketten
terror terrorism terroranschlag anschlag attentat atentado aanslag terreur
massacre massaker blutbad tuerie matanza masacre chacina slachting bloedbad
veteran veterans kriegsveteran oudstrijder
survive survival survivor überleben überlebende survivre survécu survivant survie sobrevivir superviviente overleven overlevende overleefd
victim opfer vítima slachtoffer
violence gewalt gewalttätig violencia violento geweld gewelddadig
crime criminal verbrechen kriminell criminel delito delincuente criminoso misdaad misdadiger crimineel
conflict konflikt conflit geschil
crisis krise
reform reformieren hervorming
measure maßnahme maatregel beleid
proposal propose suggest suggestion vorschlag vorgeschlagen proposition propuesta proponer sugerencia propor proposta sugestão voorstellen voorgesteld sugirió sugeriu
opinion opinions meinung ansicht avis parecer mening opvatting
debate discussion discuss discussed diskussion diskutieren debatte débattre bespreken
criticism criticise criticize kritik kritisieren critique kritiek bekritiseren
support unterstützen soutenir soutien soutenu apoyo respaldo apoio steun ondersteunen apoiou steunde
oppose opposition opponent gegner gegnerin dagegen adversaire opposant oponente adversario oposición oposição tegenstander
ally alliance allies bündnis verbündeter allié aliado alianza aliança bondgenoot
campaign kampagne wahlkampf campagne campaña campanha
leader leadership anführer führung dirigeant meneur líder liderazgo dirigente liderança leider leiderschap
member membership mitglied mitgliedschaft membre adhérent miembro lid leden lidmaatschap
association club verein asociación vereniging
organisation organization organisieren organisatie organiseren
charity nonprofit wohltätigkeit gemeinnützig caritatif beneficencia benéfico caridad liefdadigheid goededoel
volunteer ehrenamt ehrenamtlich freiwillig bénévole volontaire voluntario vrijwilliger
project projekt projet proyecto
industry industrial nijverheid
economy economic wirtschaft économie économique economisch
trade commerce commercial handel comercio comercial
companies business firm enterprise unternehmen betrieb entreprise compañía negocio companhia bedrijf bedrijven onderneming
consumer verbraucher konsument consommateur consumidor consument verbruiker
consume consumption verbrauchen consommer verbruik
squander verschwenden gaspiller gaspillage derrochar malgastar desperdiciar verspillen
import einführen importieren
export ausfuhr exportieren uitvoer
finance financial finanzieren förderung finanziell financier subsidy subvention zuschuss subsidie
benefit welfare sozialhilfe arbeitslosengeld sozialleistung allocation subsidio auxílio uitkering bijstand
inflation teuerung preissteigerung
class klasse
fortune vermögen fortuin
centime sou centavo stuiver
currency exchange währung câmbio valuta munteenheid
environment environmental umwelt umweltschutz environnement medioambiente ambiental ambiente milieu milieubescherming
climate klimawandel klima erderwärmung climat réchauffement climático calentamiento klimaat klimaatverandering opwarming
pollution polluted verschmutzung contaminación poluição poluir vervuiling vervuild
nature natural natürlich naturschutz naturel natuurlijk natuur
landscape landschaft paysage paisaje paisagem
wilderness sauvage salvaje silvestre selvagem
countryside rural ländlich dörflich campestre platteland landelijk
region area gebiet gegend zone comarca streek
province landkreis provinz bundesland comté provincia
district viertel stadtteil bezirk quartier arrondissement barrio distrito bairro wijk stadsdeel
suburb vorort vorstadt banlieue suburbio afueras periferia voorstad buitenwijk
capital hauptstadt hoofdstad
overseas übersee outremer ultramar overzees
continent kontinent erdteil continente werelddeel
world worldwide global welt weltweit monde mondial mundo mundial globaal wereld wereldwijd
international weltoffen internacional
europe european europäisch europeu europeaan
america usa amerika amerikanisch amerikaner amérique américain estadounidense americano norteamericano amerikaans
african afrika afrikanisch africain africano afrikaans
asia asiatisch asiatique asiático azië aziatisch
britain british uk england großbritannien britisch britannique inglaterra británico brits engeland
italy italian italienisch italiano italiaans
russia russland russisch russe rusia ruso rusland
china chinesisch
japan japanese japanisch
poland polish polnisch pologne polonia polaco pools
ukraine ukrainian ukrainisch ucraniano ucrania oekraïne
turkey turkish türkei türkisch turquie turc turkije
greece greek griechenland griechisch grèce grecia griego grego griekenland grieks
arab arabic arabisch
jewish jew jüdisch jude juif juive judío judeu jood
muslim islam islamic muslimisch musulman muçulmano moslim
christian christianity christlich christ christentum chrétien cristiano cristianismo cristão christelijk christen
catholic katholisch catholique católico katholiek
protestant evangelisch lutherisch lutheran
buddhist buddhistisch bouddhiste budista boeddhist
religion religious glaubens religieus godsdienst gelovig
soul spirit seele âme esprit alma espíritu espírito ziel geest
sins sünde sündigen pecado zonde zondigen
miracle wunder wunderbar milagro
fate schicksal sort noodlot
myth mythology mito mitología
tradition traditional brauch coutume costumbre tradicional costume tradição gebruik
ceremony ritual zeremonie feierlich cérémonie rite cerimônia ritueel plechtigheid
culture cultural kultur kulturell culturel cultuur cultureel
heritage kulturerbe patrimoine patrimonio erfgoed
history historical historian historisch historiker geschichtlich histoire historique historiador geschiedenis
medieval mittelalter middeleeuwen
antiquity antike altertum antigüedad antiguidade oudheid
epoch zeitalter ära époque ère época tijdperk
origin originate ursprung herkunft stammen origen procedencia proveniência oorsprong afkomst herkomst
colonial kolonie kolonial colonie colonizar koloniaal
slave sklave sklaverei esclave esclavage esclavitud escravo slaaf slavernij
empire emperor kaiser kaiserin kaiserreich empereur imperio emperador imperador keizer keizerrijk keizerin
prince prinz prinzessin princesse príncipe prins
duke herzog herzogin duc duquesa hertog hertogin
graf gräfin comte comtesse graaf
noble nobility aristocrat adel adlig noblesse nobre edel adellijk
knight armour chevalier armure armadura ridder harnas
heroine heroic heldin héroïque heldhaftig
traitor betray betrayed betrayal verräter traître trahir trahison traidor traicionar traição verrader verraad trahi traiu
spy espionage spion spionage spionieren espion espionner spioneren
news bulletin nachricht actualités nouvelles noticia nieuws
magazine zeitschrift illustrierte revue revista tijdschrift weekblad
column columnist kolumne kolumnist chronique crônica
podcast episode folge episodio aflevering
serial fernsehserie feuilleton telenovela
documentary dokumentarfilm doku
famous fame celebrity berühmt prominent célèbre renommé celebridad beroemd bekend
reputation ruf ansehen prestigio faam aanzien
scandal skandal escándalo schandaal
girl mädchen fillette chica muchacha niñita menina moça rapariga meisje
lads boys junge bub garçon chico muchacho menino rapaz moço jongen
fellow bloke guy kerl mec gars sujeito
woman lady frau femme mujer señora mulher senhora vrouw
gentleman sir monsieur messieurs señor cavalheiro senhor heer
bachelor spinster junggeselle ledig célibataire soltero solteiro vrijgezel ongehuwd unmarried
couple lovers paar liebespaar pärchen pareja casal koppel paartje stelletje
girlfriend boyfriend sweetheart lebensgefährte copain novia namorado vriendje verkering
flirt draguer coquetear paquerar versieren
affair unfaithful untreu fremdgehen seitensprung infidèle infidélité infiel traição ontrouw vreemdgaan
sibling geschwister fratrie hermanos irmãos
stepchild stepson stepdaughter stiefkind stiefsohn hijastro stiefzoon stiefdochter
godmother taufpatin marraine madrina madrinha peettante
godchild godson patenkind filleul ahijado afilhado petekind
greatgrandfather urgroßvater uroma urgroßmutter urgroßeltern bisabuelo bisavó overgrootvader
offspring descendant nachkomme nachfahre descendiente descendencia nakomeling nazaat
generationen generatie generaties
upbringing erziehung erzogen éducation éduquer criar opvoeding opgevoed
cuddle snuggle kuscheln schmusen câlin acurrucar acariciar aconchego carinho knuffelen kroelen streicheln caresser caricia aaien strelen aaide
spoil pampered verwöhnen chouchouter mimar consentido verwennen verwend
scold schelten ausschimpfen gescholten gronder réprimander ralhar repreender berispen uitfoeteren standje
tease necken hänseln taquiner burlarse provocar gozar plagen pesten plaagde
mobbing schikanieren harceler acoso assédio pesterij
mock ridicule verspotten moquer moquerie burla burlarse zombar zombaria escárnio bespotten uitlachen
insult beleidigen injure ofender beledigen beledigd
cursed fluchen jurer maudire maldecir maldición palabrota xingar palavrão praguejar maldição vloeken
respect respekt estime respeto respeito respecteren
admire bewundern bewonderen bewonderd
contempt scorn verachten mépris desprecio desprezo minachting
ignore neglect ignorieren vernachlässigen négliger descuidar descuido negligenciar descaso negeren verwaarlozen
annoyed annoyance irritated verärgert gereizt agacé énervé fastidiado irritado aborrecido chateado geïrriteerd ergeren ergerde
upset upsetting aufgebracht bestürzt aufgewühlt bouleversé contrarié disgustado transtornado overstuur ontdaan
excited thrilled aufgeregt aufregung begeistert enthousiaste emocionado entusiasmo emoción empolgado animado opgewonden enthusiasm
nervous jittery nervosität aufgeregtheit nervosité nervioso nerviosismo nervosismo zenuwachtig nerveus
stressed stressful überlastet surmené agobiado estresse overspannen
burnout überarbeitet ausgebrannt épuisement surmenage agotamiento quemado esgotamento esgotado opgebrand overwerkt
panic panicked panisch panik paniquer paniek
depressed depression niedergeschlagen schwermut déprimé depresión depressão somber neerslachtig
melancholy wistful melancholie wehmut wehmütig mélancolie weemoedig
relief relieved erleichtert soulagé alivio opluchting opgelucht
satisfied satisfaction zufrieden zufriedenheit satisfecho satisfeito tevreden tevredenheid
delight pleasure vergnügen genießen genuss genossen ravi savourer placer deleite disfrutar prazer desfrutar curtir plezier genieten genoot desfrutou
enthrall fascination fasziniert faszinierend gefesselt captivant cautivar fascinante cativante gefascineerd boeiend geboeid
amazed astonish erstaunt verblüfft stupéfait ébahi asombrado atónito espantado admirado versteld
shock schock schockiert entsetzt choqué choc stupeur horrorizado conmocionado abalado geschokt
disgust disgusting ekel ekelhaft eklig widerlich dégoût dégoûtant écœurant asco asqueroso nojo nojento repugnante walging walgelijk vies
embarrassing awkwardness blamiert blamage peinlichkeit gênant vergonzoso bochorno constrangedor vergonhoso
confused confusion verwirrt verwirrend perplexe désorienté confundido confusão verward verwarring verwarrend
puzzled bewildered baffled ratlos verdutzt perplexe dérouté desconcertado perplejo intrigado beduusd
certain certainty surely gewissheit certitude certeza zeker zekerheid
uncertain unsure ungewiss ungewissheit unsicher unsicherheit incertain incertitude incierto incertidumbre inseguro incerto incerteza onzeker onzekerheid
confident confidence selbstbewusst selbstvertrauen zuversicht assurance confiant autoestima confiante autoconfiança zelfvertrouwen zelfverzekerd
optimism optimistic zuversichtlich optimiste otimismo otimista
pessimist pessimistic pesimista pesimismo schwarzseher zwartkijker
ambition ambitious ehrgeiz ehrgeizig ambición ambicioso ambição ambitieus eerzucht
eager keen eifrig begierig ávido ansioso gretig
reluctant unwilling reluctance widerwillig ungern réticent rechignant réticence reacio desgana relutante contragosto relutância tegenzin onwillig schoorvoetend
willing bereit bereitwillig volontiers dispuesto disposto bereid gewillig
selfish egoistisch egoismus selbstsüchtig égoïste égoïsme zelfzuchtig
arrogant arrogance haughty überheblich hochmütig hochnäsig arroganz hautain orgueilleux soberbio altivo arrogante hooghartig verwaand hoogmoed
vain vanity eitel eitelkeit vanidoso vanidad vaidoso vaidade ijdel ijdelheid
humour humorous humorvoll heiterkeit humor gracia engraçado geestig
irony ironic sarcastic sarcasm ironisch ironie sarkastisch ironique
serious ernst ernsthaft sérieux sérieusement seriedad ernstig
cheerful heiter fidel munter gai jovial enjoué risueño animoso vrolijk opgewekt
vivid lebhaft quirlig vif vivante animé vivaz levendig bedrijvig
mood stimmung laune humeur humor gemoed
feeling emotion emotional gefühl sentimiento emoción emoção gevoel
sensitive empfindlich sensibel feinfühlig sensible délicat sensibilidad susceptible sensível gevoelig
instinct intuition bauchgefühl instinkt flair instinto intuición intuição onderbuikgevoel
mind gedanke gedanken pensée pensamiento mente pensamento gedachte
thinking pondered reflect nachdenken nachgedacht grübeln überlegen réfléchir réflexion reflexionar pensativo refletir reflexão nadenken nagedacht piekeren overwegen overdenken réfléchi refletiu
concentrate focus konzentrieren geconcentreerd
attention attentive aufmerksam attentif atención atento atenção aandacht aandachtig oplettend opletten
distract distraction ablenken abgelenkt distraire distrait distracción afleiden afgeleid
imagine imaginary vorstellen vorgestellt fantasie phantasie imaginaire verbeelding
idea notion inspiration einfall ocurrencia ideia inval inspiratie
creative creativity kreativ kreativität créatif criativo criatividade creatief
invented invention inventor erfinden erfunden inventeur invenção uitvinden uitgevonden erfand inventou uitvond
gewohnheit angewohnheit habitude habituer habituel costumbre acostumbrar acostumado gewoonte gewend gewöhnt accustomed
addict addiction süchtig sucht abhängig dépendance accro dépendant adicto adicción viciado dependência verslaafd verslaving
behave behaviour behavior conduct verhalten benehmen benommen comportement comportamiento portarse gedrag
etiquette manieren benimm umgangsformen modales etiqueta omgangsvormen
character charakter persönlichkeit wesenszug caractère personnalité carácter karakter persoonlijkheid
gifted talented begabt doué talentueux dotado talentoso begaafd getalenteerd aanleg
dare gewagt trauen oser osé osait atreverse atrevió osar ousar ousou durven durfde gedurfd
adventure abenteuer abenteuerlich aventure aventurier aventureiro avontuur
risked wagnis riskieren risquer arriesgar arriscar gewaagd
challenge herausforderung défi desafío uitdaging
effort endeavour strive anstrengung mühe bemühen efforcer esfuerzo esforzarse esforço inspanning moeite
struggle grapple ringen gerungen kampf lucha worstelen strijd
endure bear withstand ertragen erdulden ausgehalten aushalten supporté aguantar soportar aguentar suportar verdragen doorstaan uithouden ertrug suportou verdroeg doorstond
suffer souffrir souffert souffrance sufrir sufrimiento sufrió sofrer sofrimento lijden geleden leed sofreu
tough resilient resilience zäh zähigkeit widerstandsfähig résistant coriace resistente taai veerkrachtig
persevere persistent beharrlich ausdauer durchhalten durchgehalten persévérance tenace constancia tenaz volhouden volgehouden doorzetten doorzettingsvermogen
quit surrender aufgeben aufgegeben kapitulieren abandonner capituler renoncer rendirse abandonar desistir desistiu rendeu opgeven opgegeven
rely depend reliable verlässlich zuverlässig fiable fiabilité dépendre confiável afhankelijk betrouwbaar afhangen
responsible verantwortlich responsable
duty obligation pflicht verpflichtung obrigação plicht verplichting
loyal faithful treu loyauté fidèle fidélité leal lealtad fiel fidelidad lealdade trouw loyaal
independent unabhängig eigenständig onafhankelijk zelfstandig
intention intend purpose absicht absichtlich beabsichtigt intentionnel exprès intención propósito intencionado intenção pretender bedoeling voornemen opzet
deliberately purposely intentionally absichtlich vorsätzlich exprès délibérément adrede aposta deliberadamente propósito opzettelijk
accidentally inadvertently unintentional versehentlich unabsichtlich involontairement mégarde involuntario onopzettelijk
coincidence chance random zufall zufällig hasard casualidad azar acaso toeval toevallig
vainly futile pointless vergebens vergeblich umsonst vano inútilmente vão debalde tevergeefs vergeefs
hardly scarcely kaum apenas nauwelijks amper
gradually allmählich progressivement graduel paulatinamente geleidelijk
immediately instantly straightaway sofort unverzüglich augenblicklich gleich aussitôt inmediatamente enseguida imediatamente onmiddellijk
unexpected unerwartet unverhofft unvermutet inattendu imprévu inesperado imprevisto inesperadamente onverwacht onverhoopt
tourist tourists tourism tourismus turista turismo toerist toerisme
sightseeing landmark sehenswürdigkeit attraits atracciones bezienswaardigheid
hitchhike trampen anhalter autostop boleia liften
tent camping campsite zelt campingplatz acampar acampamento kamperen kampeerterrein
campfire lagerfeuer hoguera fogueira kampvuur
caravan motorhome wohnwagen wohnmobil roulotte campingcar autocaravana kampeerauto kampeerwagen
passport reisepass ausweis passeport pasaporte passaporte paspoort
visa visum einreisevisum
id dni cédula identidad identiteitskaart legitimatie
memento andenken mitbringsel recuerdito lembrancinha aandenken
excursion outing daytrip ausflug tagesausflug uitstapje dagtocht
guide reiseleiter fremdenführer stadtführung guía gids rondleiding
destination reiseziel bestemming
itinerary reiseroute reiseplan recorrido reisroute
homecoming heimkommen heimweg thuiskomst
kreuzfahrt croisière crucero cruzeiro
jetlag zeitverschiebung zeitzone timezone tijdzone tijdverschil
expedition explorer erforschen forschungsreise explorateur explorador expedición expedição verkennen ontdekkingsreiziger
pilgrim pilgrimage pilger wallfahrt pèlerin pèlerinage peregrino romería romaria pelgrim bedevaart pelgrimstocht
queue anstehen schlangestehen aanschuiven
tournament competition turnier wettbewerb wettkampf tournoi concours concurso certamen torneio competição toernooi wedstrijd
league championship meisterschaft ligue campeonato competitie kampioenschap
match fixture partie wedstrijdje
referee umpire schiedsrichter arbitre arbitraje scheidsrechter
coach trainieren entraîneur entraîner entrenador entrenamiento treinador getraind trainierte treinou
goalkeeper goalie torwart torhüter guardameta arquero guardaredes keeper doelman
attacker attaquant delantero atacante avançado aanvaller
defender verteidiger défenseur défendre défense defensor defesa verdedigen
elfmeter penaltis penálti strafschop
unentschieden égalité empate gelijkspel
score punktestand spielstand marcador anotar pontuação doelpunt gescoord
stadium arena stadion stade estadio
racket racquet schläger tennisschläger raquette raqueta tennisracket
pingpong tischtennis tafeltennis
basketball baloncesto basquete
volleyball voleibol
handball balonmano handebol
golf golfplatz golfeur golfista
boxer boxkampf boxeur boxeador pugilista boksen
wrestling ringkampf lutteur luchador worstelaar
fencing escrime escrimeur esgrima esgrimista schermen
archery bogenschießen pfeil flèche boogschieten pijl arrow
shoot shot geschossen schuss disparar dispararon schieten disparou
target zielen zielscheibe cible apuntar diana alvo mikken doelwit
rollerskate skateboard inlineskates rollschuhe rollbrett skaten patinete rolschaatsen
surfing surfboard surfbrett wellenreiten surfista surfplank
kayak paddle paddeln kajak pagaie piragua caiaque kajakken peddel
racecourse pferderennen rennbahn hippodrome hipódromo paardenrennen renbaan
laps runde rundenzeit vuelta rondje ronde
rekord bestleistung palmarès
pushup muscles krafttraining hantel liegestütz flexiones flexões opdrukken
stretches dehnübungen étirements estiramientos alongamento rekoefeningen
fitness kondition ausdauersport fitheid conditie
jogger trotar joggeur
poker cardgame kartenspiel skat naipes baraja baralho kaartspel
brettspiel bordspel gezelschapsspel
hobby pastime freizeit steckenpferd loisir afición pasatiempo passatempo liefhebberij vrijetijd leisure
perle abalorio kraal kralen
origami papercraft basteln bricolage manualidades artesanato knutselen geknutseld
craftsman craftsmanship handicraft handwerk artisan artisanat artesano artesanía oficio artesão ambacht ambachtsman vakman vakmanschap
diy handyman tinker heimwerker tüfteln bastler bricoleur bricoler manitas bricolaje klussen klusjesman doehetzelf
patchwork steppdecke flickenteppich lappendeken
beeswax bienenwachs cire bijenwas
bikelane radweg ciclovia fietspad
plaza marktplatz rathausplatz dorfplatz praça dorpsplein
avenue boulevard allee avenida bulevar laan
gasse gässchen durchgang venelle ruelle callejón callejuela beco viela steegje
culdesac sackgasse impasse doodlopend
plattenbau wohnblock mietshaus hlm woonblok flatgebouw
streetlight streetlamp straßenlaterne réverbère lampadaire straatlantaarn
park stadtpark parkanlage parc parque plantsoen stadspark
parkbank sitzbank banc
bushaltestelle marquesina paragem bushalte bushokje
skyline townscape stadtbild stadsgezicht
outskirts stadtrand périphérie periferia arrabal arredores stadsrand buitengebied
boundary grenzzaun grenze limite linde grenslijn
signpost roadsign wegweiser verkehrsschild panneau letrero señalización tabuleta wegwijzer verkeersbord
address adresse anschrift dirección domicilio endereço adres
homeless obdachlos wohnungslos sdf vagabond indigente dakloos dakloze zwerver
squatter besetzt hausbesetzer squatteur okupa ocupar kraken
ruined derelict abandoned leerstehend verfallen abandonné délabré decrépito vervallen leegstaand verlaten
plot grundstück bauplatz terrain parcelle terreno bouwgrond perceel
property immobilie grundbesitz inmueble inmobiliaria imóvel imobiliária vastgoed onroerend makelaar
tableland hochebene ebene plateau planalto llanura vlakte hoogvlakte
wildflower wiesenblume wildblume
heath heathland heide heidekraut bruyère brezal brezo urze heideveld
glacier gletscher gletsjer
avalanche lawine alud
landslide mudslide erdrutsch éboulement desprendimiento deslizamento desmoronamento aardverschuiving
geyser hotspring thermalquelle thermes termas géiser warmwaterbron
estuary flussmündung embouchure estuaire estuario desembocadura foz riviermond monding
delta mudflat wattenmeer vasière marisma sapal wad waddenzee
bay gulf cove baie golfe anse bahía baai inham
headland landzunge promontoire kaap landtong
peninsula halbinsel schiereiland
reef coral riff koralle korallenriff récif corail arrecife koraal
horizon horizonte horizont einder kim
lookout aussicht ausblick panorama belvédère mirador vistas miradouro panorâmica uitzicht vergezicht
icicle eiszapfen glaçon carámbano pingente ijspegel
frostbite erfrierung engelure congelación bevriezing
slush sleet schneematsch schneeregen matsch névasse aguanieve smeltwater
blizzard snowdrift schneesturm schneewehe congère ventisca nevasca sneeuwstorm sneeuwduin
dew dewdrop tautropfen rosée rocío orvalho dauw
hoarfrost rauhreif frost givre escarcha rijp
drizzly overcast trüb bedeckt encapotado encoberto druilerig betrokken
monsoon regenzeit mousson monzón monção moesson
cyclone typhoon wirbelsturm tornade ciclón ciclone wervelstorm
tsunami flutwelle maremoto vloedgolf
heatwave hitzewelle canicule bochorno hittegolf
sultry muggy schwül drückend étouffant bochornoso abafado benauwd drukkend
puddles mudhole pfützen schlammloch flaques charcos poças modderpoel
sunburn sonnenbrand zonnebrand insolación
tanned sunbathe bronzé bronzage bronceado gebruind sonnenbaden
sunscreen sonnencreme zonnebrandcrème
season seasons jahreszeit saison saisons temporada seizoen jaargetijde
january janvier enero janeiro januari
february février febrero fevereiro februari
april avril abril
june juni juin junho
july juli juillet julho
august août agosto augustus
september septembre septiembre setembro
october oktober octobre octubre outubro
november novembre noviembre
december dezember décembre diciembre dezembro
lundi lunes maandag
tuesday dienstag mardi martes dinsdag
wednesday mittwoch mercredi miércoles woensdag
thursday donnerstag jeudi jueves donderdag
friday freitag vendredi viernes vrijdag
saturday samstag sonnabend samedi zaterdag
sunday sonntag dimanche domingo zondag
afternoon nachmittag tarde namiddag middag
nowadays currently heutzutage derzeit aktuell actuellement actualmente atualmente tegenwoordig momenteel
previously ehemals damals autrefois anciennement antiguamente antigamente voorheen destijds
instant augenblick instante momento ogenblik
period phase zeitraum abschnitt fase
daily everyday täglich alltag quotidien quotidiennement diario cotidiano dagelijks alledag
overnight nachtsüber durchgemacht trasnochar pernoctar pernoite doorwaakt
sooner earlier vorher auparavant previamente anteriormente eerder
afterwards subsequently danach anschließend hinterher ultérieurement posteriormente daarop naderhand vervolgens
expect erwarten attentes expectativa aguardar verwachten
achieve accomplish erreichen vollbracht errungenschaft atteindre accomplir exploit conseguir alcanzar logro hazaña alcançar atingir conquista bereiken prestatie atteint conseguiu alcançou presteerde
improve verbessern verbessert améliorer mejorar melhorar melhoria verbetering verbeterd melhorou
worsen deteriorate verschlechtern verschlimmern schlimmer aggraver empeorar agravar piorar verslechteren verergeren erger
consider regarded betrachten erwägen berücksichtigen envisager overwegen beschouwen
announce ankündigen angekündigt bekanntgeben annoncer anunciar aankondigen aangekondigd anunciou
behaupten affirmer prétendre afirmar alegar beweerde
deny denied denial leugnen bestreiten bestritten dementieren nier démentir negar negou ontkennen ontkende
confirm bestätigen bevestigen confirmou
admit admitted zugeben zugegeben eingestehen admettre avouer admitió admitiu toegeven toegegeven admis
describe description beschreiben beschrieben décrire décrit descrito descripción descrever descreveu descrição beschrijven beschreven
mention mentioned erwähnen mentionner évoquer mencionar mención menção vermelden vernoemen genoemd
berichten rapport informe reportaje relatório reportagem verslag rapporteren
inform informieren auskunft benachrichtigen renseigner inlichten
emphasise emphasize highlight hervorheben souligner insister accentuer subrayar recalcar destacar enfatizar ressaltar sublinhar benadrukken onderstrepen
insist insisted fordern verlangen exiger exigence revendiquer exigencia reivindicar geëist aandringen exigió exigiu insistió insistiu
recommend empfehlen empfohlen recommander recomendar aconsejable aanraden aanbevelen empfahl recomendó aanbevolen
encourage ermutigen ermuntern alentar fomentar encorajar incentivar aanmoedigen aangemoedigd bemoedigen encorajou
offer anbieten angeboten angebot offre ofrecer ofreció oferta oferecer ofereceu aanbieden aangeboden aanbod
provide bereitstellen gewähren fournir fourni proporcionar brindar facilitar fornecer verschaffen verstrekken forneceu
include inclusion enthalten einschließen umfassen inclure incluir abarcar inclusive omvatten inbegrepen inclusief incluiu
exclude exclusion ausschließen ausgeschlossen ausschluss exclure excluir exclusão uitsluiten uitgesloten excluiu
contain beinhalten contient bevatten bevat
consist consister compuesto composto samengesteld
require benötigen erforderlich nécessiter necesitar requisito exigido nodig
necessary necessity notwendig nötig nécessaire necesario necesidad necessário necessidade noodzakelijk noodzaak
essential crucial vital wesentlich unentbehrlich essentiel indispensable esencial imprescindible essencial onmisbaar wezenlijk
important importance wichtig bedeutend wichtigkeit belangrijk belang
main hauptsächlich wichtigste principal primordial voornaamste hoofdzakelijk
cause reason verursachen ursache grund raison motivo razón veroorzaken oorzaak causou
effect influence impact auswirkung wirkung einfluss beeinflussen effet influer conséquence efecto consecuencia efeito invloed beïnvloeden gevolg
solve solution gelöst résoudre résolu resolver resuelto solución solucionar solução oplossen opgelost resolvió resolveu
problem trouble schwierigkeiten ennuis aprieto
create erschaffen schöpfung scheppen
provoke incite provozieren anstiften provoquer provocar uitlokken uitgelokt
add addition hinzufügen hinzugefügt ergänzen ajouter añadir agregar acrescentar adicionar acréscimo toevoegen toegevoegd añadió
expand extend expansion extension erweitern erweiterung ausdehnen ausweiten élargir étendre ampliar estender uitbreiden étendu élargi ampliou expandiu uitgebreid
display demonstrate zeigen vorzeigen vorführen démontrer mostrar demostrar mostrou exibir tonen getoond vertonen
indicate indication andeuten hinweisen indiquer señalar apontar aanduiden aanwijzen wijzen
represent representative vertreten vertegenwoordigen
appoint appointed nominate ernennen ernannt nommer nomination nombrar nombramiento designar benoemen benoemd nomeou
establish etablieren einrichten eingerichtet établir instaurer instituer establecer estabelecer vestigen gevestigd instellen
evolve evolution entwicklungsgeschichte évoluer evolucionar evolución evolução
manage cope bewältigen zurechtkommen débrouiller parvenir arreglárselas apañarse klaarspelen
check supervise beaufsichtigen aufsicht überwachen surveiller vigilar supervisionar vigiar toezicht bewaken
preserve bewahren sauvegarder behouden instandhouden
limit restrict restriction begrenzen beschränken einschränken restreindre restringir restricción beperken
prohibition verbot interdiction veda prohibición proibição verbod
enable ermöglichen posibilitar possibilitar
possible possibility möglich möglichkeit posible posibilidad possível mogelijk
impossible unmöglich imposible impossível onmogelijk
likely probable probably probability wahrscheinlich vermutlich vraisemblablement provável waarschijnlijk vermoedelijk
obvious offensichtlich offenkundig eindeutig évident manifeste evidente obvio duidelijk vanzelfsprekend
vague unclear unklar undeutlich impreciso confuso vaag onduidelijk
specific particular bestimmt speziell spezifisch spécifique específico specifiek bepaald
typical typisch typique típico typerend kenmerkend bezeichnend caractéristique
unusual uncommon ungewöhnlich außergewöhnlich inhabituel insolite inusual extraordinario incomum inusitado ongewoon ongebruikelijk buitengewoon
special speziell besonders particulièrement especial bijzonder speciaal
unique einzigartig einmalig único uniek enig
original ursprünglich originell oorspronkelijk originario
perfect perfection vollkommen perfekt parfait perfección perfeito perfeição volmaakt
complete vollständig völlig gänzlich entier volledig geheel gans
partial teilweise partiel parcial gedeeltelijk deels
exact accurate genau exakt präzise exato nauwkeurig nauwgezet
approximate roughly ungefähr annähernd circa environ aproximadamente alrededor ongeveer
einzig únicamente enige uitsluitend
various diversity vielfältig verschiedene vielfalt variété variedad diversidad verscheidenheid allerlei
similar resemble similarity ähnlich ähnlichkeit ähneln ressembler semblable similaire parecido semejante semejanza semelhante lijken gelijkenis soortgelijk
opposite contrary gegenteil gegensatz contraire contraste contrario opuesto oposto tegendeel tegenovergesteld tegenstelling
modern contemporary zeitgenössisch neuzeitlich hedendaags eigentijds
classic classical klassiker klassisch classique clásico klassiek
popular popularity beliebt beliebtheit populaire
favourite favorite lieblings lieblingsbuch préféré predileto lievelings
prefer preference preferred bevorzugen vorziehen lieber liever voorkeur verkiezen vorgezogen prefirió preferiu
attractive attract anziehend attraktiv attirer attrayant séduisant atractivo atraente aantrekkelijk atrajo atraiu aangetrokken
elegant stylish elegance schick chic elegante elegancia sierlijk
splendid magnificent gorgeous prächtig herrlich großartig magnifique superbe espléndido maravilloso maravilhoso schitterend heerlijk
terrible awful dreadful horrible schrecklich furchtbar grässlich fürchterlich affreux atroz espantoso terrível horrível verschrikkelijk vreselijk afschuwelijk
extreme äußerst überaus extremamente uiterst
huge enormous immense massive gewaltig ungeheuer riesengroß énorme gigantesque inmenso imenso reusachtig kolossaal reuze
slight minor geringfügig mineur ligeramente ligeiramente lichtjes
intense intensity intensiv heftig intensidad hevig
mild moderate gemäßigt clément templado ameno gematigd
trend tendency tendenz tendance tendencia
fashion fashionable modisch modenschau modieus
design entwerfen entwurf entworfen gestaltung concevoir conception concepteur diseñador conceber ontwerpen ontworpen vormgeving entwarf conçu diseñó ontwierp
style stilvoll estilo stijl
shape umriss silhouette kontur contour silueta contorno silhueta omtrek
structure struktur aufbau estructura estrutura structuur opbouw
methode verfahren méthodique método werkwijze
vorgang ablauf processus processo verloop
example instance beispiel exemple ejemplo voorbeeld bijvoorbeeld
detail einzelheit kleinigkeit detalle pormenor detalhe bijzonderheid kleinigheid
fact tatsache tatsächlich realmente fato feit feitelijk
reality realism wirklichkeit realität réel realidad realista werkelijkheid realiteit
illusion delusion wahn trugbild mirage ilusión espejismo ilusão waanidee zinsbegoocheling
meaning signify bedeutung signification signifier sentido betekenis
symbol symbolic sinnbild wahrzeichen simbolizar símbolo symbool zinnebeeld
sign token zeichen teken
gesture gebärde mímica
gebärdensprache gebarentaal
goal objective ziel objectif objetivo doel doelstelling
purposeful strategy tactics strategie taktik tactique estrategia tática tactiek
advantage vorteil avantage atout ventaja vantagem voordeel
disadvantage drawback nachteil désavantage inconvénient desventaja desvantagem nadeel
chances gelegenheit occasion opportunité oportunidad ocasión gelegenheid kans
obstacle hurdle hindernis hürde entrave obstáculo barreira obstakel belemmering
condition circumstance umstand voraussetzung circonstance circunstancia condição omstandigheid voorwaarde
situation toestand situatie
quantity menge anzahl montant cantidad quantidade hoeveelheid aantal
handful handvoll punhado handjevol
portion teil morceau pedazo trozo porción pedaço porção gedeelte deel stukje
group gruppe groep
sequence succession reihenfolge abfolge aufeinanderfolge secuencia sucesión sequência sucessão volgorde opeenvolging
level niveau nivel peil
maximum höchstens maximal máximo hoogstens
minimum mindestens minimal mínimo minstens
total insgesamt gesamt totalité totalidad totaal
million millions millones miljoen miljoenen
billion milliarde bilhão miljard
thousand tausend duizend
hundred hunderte centaine cien cem honderd
zero nought null
triple threefold dreifach drievoudig
ratio proportion verhältnis proporción proporção verhouding
ladybird ladybug marienkäfer coccinelle mariquita joaninha lieveheersbeestje
dragonfly libelle libellule libélula libelinha waterjuffer
grasshopper locust heuschrecke grashüpfer sauterelle criquet saltamontes gafanhoto sprinkhaan
cricket grille krekel
bumblebee hummel bourdon abejorro hommel
hornisse frelon avispón vespão hoornaar
flöhe puce vlooien
louse lice laus pou piojo piolho luizen luis
zecke tique garrapata carrapato teek
cockroach kakerlake schabe cafard blatte cucaracha kakkerlak
leech blutegel sangsue sanguijuela sanguessuga bloedzuiger
jellyfish qualle méduse kwal
octopus squid tintenfisch krake pieuvre poulpe calmar pulpo calamar sepia polvo lula inktvis
shark haifisch hai requin tiburón tubarão haai
turtle tortoise schildkröte tortue tortuga tartaruga schildpad
crocodile krokodil cocodrilo
budgie papagei wellensittich perroquet perruche loro periquito papagaio papegaai parkiet
woodpecker specht picapau
cuckoo kuckuck coucou cuco koekoek
nightingale nachtigall rossignol ruiseñor rouxinol nachtegaal
titmouse bluetit meise mésange herrerillo chapim koolmees mees
finch chaffinch fink buchfink pinson pinzón tentilhão vink
swift mauersegler martinet vencejo andorinhão gierzwaluw
peacock pfau paon pavón pauw
pheasant fasan faisan fazant
truthahn pute dinde pavo peru kalkoen
hamster goldhamster
guineapig meerschweinchen cobaye cavia
weasel marten marder wiesel martre belette comadreja fuinha doninha wezel
otter fischotter loutre nutria lontra visotter
beaver biber castor
bison moose elch élan alce eland
camel kamel chameau kameel
giraffe jirafa
zebra cebra
mongrel straßenhund streuner mischling bâtard callejero straathond bastaard
züchten rasse éleveur élevage criador fokken fokkerij gefokt
tame zähmen apprivoiser manso amansar domesticar temmen getemd
growl knurren grogner gruñir rosnar grommen gegrom
howl heulen aullar uivar janken gejank
neigh whinny wiehern hennir hennissement relinchar hinniken
bleat blöken chevrotant blaten
moo muhen meugler mugir loeien
chirp twitter birdsong zwitschern gezwitscher vogelgesang gazouillis trinar gorjeo piar chilrear tjilpen getjilp vogelzang
swarm schwarm essaim nuée enjambre bandada enxame bando zwerm
footprint fußspur fußabdruck empreintes huellas voetafdruk voetspoor
rosenstock rosier rosal rozen
sunflower sonnenblume tournesol girasol girassol zonnebloem
lavender lavendel lavande alfazema
dandelion löwenzahn pissenlit paardenbloem
clover klee kleeblatt trèfle trébol trevo klaver
poppy mohn mohnblume coquelicot amapola papoula klaproos
pansy veilchen stiefmütterchen violette viooltje
parsley petersilie persil perejil salsinha peterselie
basil basilikum basilic albahaca manjericão basilicum
rosemary rosmarin romarin alecrim rozemarijn
mint minze pfefferminze menthe hierbabuena hortelã pepermunt
bud buds knospe bourgeon capullo rebento knop bloemknop
blütenstaub stuifmeel pollinate bestäuben polliniser polinizar bestuiven
petal blütenblatt bloemblad
stalk stängel tige stengel
resin harz harzig hars boomhars
snack imbiss zwischenmahlzeit encas tentempié merienda lanche petisco tussendoortje snackbar
sandwich butterbrot stulle tartine bocadillo emparedado sanduíche boterham broodjeszaak
pancake crêpe pfannkuchen eierkuchen panqueque tortita panqueca pannenkoek
icecream eiscreme eisdiele heladería sorvete ijsje ijssalon
yoghurt yogurt joghurt yaourt iogurte
vegan végétalien veganistisch
diet slimming diät abnehmen adelgazar emagrecer dieet lijnen
appetite apetito ganas eetlust
banquet bankett festmahl festin feestmaal
picnic picknick piquenique
essensreste restjes etensresten
crunchy crispy knusprig kross croustillant croquant crujiente crocante estaladiço knapperig krokant
creamy cremig sahnig onctueux crémeux romig smeuïg
spicy pikant würzig épicé relevé picante condimentado apimentado pittig gekruid
juicy saftig juteux suculento sumarento sappig saft zumo suco vruchtensap
bland tasteless geschmacklos insipide soso insulso insípido flauw smakeloos
slimy schleimig schleim visqueux viscoso baboso slijmerig slijm
fluffy downy flauschig fluffig duveteux esponjoso mullidito fofinho donzig pluizig
stiff rigid steif tieso teso stijf
elastic flexible elastisch dehnbar biegsam élastique souple flexível maleável rekbaar soepel buigzaam
transparent durchsichtig translucide doorzichtig doorschijnend
shiny gleam glitter glänzend glänzen glitzern luisant scintiller étinceler reluciente resplandecer relucir centelleo cintilar reluzente glinsteren glimmen sparkle funkeln
dim faint terne tenue mortecino flets
oval elliptical eiförmig ovaal
cone kegel kegelvorm
cylinder zylinder cylindre cilindro cilinder
pyramid pirámide
spiral coil espiral spiraal
zigzag wavy wellig gewellt ondulé gegolfd golvend
diagonal slanting schräg oblique incliné oblicuo schuin overdwars
upright vertical aufrecht senkrecht vertikal rechtop loodrecht verticaal
horizontal waagerecht waagrecht
sideways seitlich seitwärts latéral zijwaarts zijdelings opzij
overturned umgekippt kopfüber umgedreht volcado ondersteboven omgekeerd omgevallen
inside indoors interior drinnen innen intérieur dedans dentro binnen binnenshuis
outside outdoors draußen außen dehors extérieur afuera fuera buiten buitenshuis
upstairs oben obergeschoss arriba acima boven bovenverdieping
downstairs unten untergeschoss abajo abaixo embaixo beneden
front facade fassade vorderseite fachada delantero gevel voorkant voorgevel
rear backside rückseite hinten hinterseite derrière arrière detrás trasero traseira achter achterkant achterzijde
beside alongside adjacent neben nebenan angrenzend contigu colindante adjacente naast aangrenzend
gegenüber enfrente defronte tegenover
zusammen gemeinsam ensemble conjuntamente conjunto samen gezamenlijk
separately einzeln separadamente afzonderlijk
carefully gingerly behutsam précautionneusement délicatement cautelosamente cuidadosamente behoedzaam omzichtig
thoroughly meticulous gründlich minutiös akribisch minutieusement méticuleux minucioso minuciosamente grondig nauwgezet
slipshod schlampig nachlässig bâclé négligent chapucero descuidado desleixado slordig nonchalant
haphazard aimless planlos wahllos errático doelloos lukraak
fiercely ferocious grimmig féroce feroz fiero woest
tirelessly tireless relentless unermüdlich rastlos inlassablement infatigable incansable implacable incansável onvermoeibaar
stealthily sneak tiptoe schleichen geschlichen faufiler furtif sigilo puntillas furtivo esgueirar sorrateiro sluipen heimelijk
hardship plight elend misère détresse penuria miseria apuro ellende nood
malnutrition hungersnot unterernährung hambruna desnutrición desnutrição subnutrição hongersnood ondervoeding
disaster catastrophe calamity katastrophe unheil désastre calamidade ramp onheil rampspoed
blister cloque ampolla bolha blaar blaren
numb gefühllos kribbeln engourdi fourmillement entumecido hormigueo adormecido dormência formigamento gevoelloos tintelen
asthma asthmatic keuchen japsen asma asmático astma hijgen piepende panting gasp
diarrhoea durchfall diarrhée diarrea diarreia
constipated constipation darmträgheit estreñimiento obstipation
concussion unconscious gehirnerschütterung bewusstlos koma commotion inconscient conmoción concussão hersenschudding bewusteloos
sprain twisted verstauchen verrenkt foulure foulé torcedura esguince torção verstuiken verzwikt
hospitalised checkup vorsorge vorsorgeuntersuchung chequeo nazorg
healthy gesund gesundheit santé sain saludable salud sano saudável saúde gezond gezondheid
autism autistic adhd autismus autist autista autistisch
menopause menstruation wechseljahre menopausia overgang menstruatie
miscarriage stillbirth fehlgeburt totgeburt miskraam
breastfeed breastfeeding amamantar lactancia amamentar borstvoeding
toddlers kleinkinder bambin párvulo criancinha peuter kleuter
thrifty frugal genügsam sparsam économe ahorrador ahorrativo zuinig sober
kostenlos gratuit kosteloos
secondhand fleamarket gebraucht flohmarkt trödel trödelmarkt brocante puces rastro brechó velharias rommelmarkt tweedehands vlooienmarkt kringloopwinkel
auction auctioneer versteigern auktion auktionator subasta leilão leiloeiro veiling veilingmeester
luxury luxurious luxus luxuriös luxe lujo weelde
gadget device vorrichtung dispositif engin artefacto aparelhagem apparaat
body bodily körper körperlich leib corporel cuerpo corporal corpo lichaam lichamelijk
bring brought fetch bringen gebracht mitgebracht geholt apporter amener trajo trazer trouxe buscar meebrengen meegebracht ophalen opgehaald
stay geblieben verbleiben aufenthalt séjour quedarse permanecer estancia estadía permanência ficou verblijf verblijven gebleven
vehicle fahrzeug véhicule veículo voertuig
passenger fahrgast fahrgäste passagier usager pasajero passageiro reizigers
equipment ausrüstung ausstattung matériel equipamiento equipamento uitrusting
material substance werkstoff matériau materia stof grondstof rohstoff
employee staff angestellte mitarbeiter beschäftigte employé salarié personnel empleado funcionário empregado personeel werknemer medewerker
employer arbeitgeber employeur patronal empleador empregador werkgever
attitude stance posture einstellung actitud atitude houding
message botschaft mitteilung sms mensaje mensagem boodschap bericht
remark anmerkung bemerkung commentaire remarque comentario observación opmerking aanmerking
approve approval genehmigen genehmigung approuver approbation aprobar aprovação goedkeuren
attend participate teilnehmen teilgenommen assister asistir asistente comparecer bijwonen deelnemen asistió deelgenomen
contribute beitragen beigetragen aporte bijdragen bijgedragen
competitor rival konkurrieren konkurrenz concurrent concurrence rivalité competidor concorrente mededinger
involve verwickelt beteiligt impliquer involucrar implicado envolvido betrokken betrekken
respond react reaction reagieren reaktion réagir reaccionar reacción reação reagiu
regain retrieve zurückbekommen zurückholen récupérer recobrar reaver terugkrijgen terughalen recuperou
withdraw withdrew retreat zurückziehen zurückgezogen rückzug retroceder terugtrekken teruggetrokken retirou
acquire obtain erwerben erworben erlangen obtenir adquirir verkrijgen verwerven verworven erwarb obtenu obtuvo obteve verkreeg
perform performance aufführen aufgeführt auftritt auftreten représentation spectacle actuación atuação desempenho optreden opgetreden uitvoering voorstelling atuou
cooperate cooperation collaborate kooperieren colaborar samenwerken
relationship beziehung relacionamento relatie
dialogue conversational dialog gespräche tweegesprek
convention conference tagung konferenz kongress congrès colloque
handshake händedruck handschlag apretón handdruk
guarantee warranty garantie gewährleistung garantir garantizar garanderen waarborg
effective efficient wirksam effizient wirkungsvoll efficace efficacité eficaz eficiente eficacia doeltreffend
unlawful illegal rechtswidrig ilegal illegaal onwettig
official amtlich offiziell officiel oficial ambtelijk officieel
personal persönlich persoonlijk
public öffentlich publiquement openbaar
internal inner innerlich interne intérieurement innerlijk
external äußere äußerlich externe extérieurement uiterlijk
upper top obere oberste supérieur superior bovenste
bottom unterste inférieur inferior onderste
kernel kern innerste noyau núcleo binnenste
component element bestandteil composant componente bestanddeel
tribe tribal volksstamm tribu
peoples folk volk peuple pueblos povo
ethnic indigenous eingeborene ureinwohner autochtone indigène nativo inheems inheemse
guerrilla militia miliz milice guérilla milicia guerrilha
besieged belagern assiéger asedio sitiar cerco belegerd
ambassador embassy botschafter embajador embajada embaixador embaixada
diplomat diplomatic diplomacy diplomate
sanction sanctions boycott boykott sanktion sanktionen boycotter sanción boicot boicote
nominee kandidieren aspirant aspirante candidatura kandidatuur
amnesty menschenrechte menselijkheid humanity menschlichkeit humanidad
genocide völkermord genocidio volkerenmoord
torture foltern marteling gemarteld
vergewaltigung estupro verkrachting
abuse missbrauch misshandeln maltraiter maltraitance maltrato mishandelen misbruik
corruption corrupt bribe bestechung korrupt corrompu soborno corrupción suborno corrupção omkoping smeergeld
conspiracy verschwörung conspiration samenzwering
territory territoire grondgebied
separatist autonomy autonomie autonoom zelfbestuur
pirate seeräuber freibeuter corsaire piratería corsario zeerover
fiction novelistic fiktion erdichtet ficción ficção verzinsel verzonnen
biography autobiography biografie lebenslauf levensbeschrijving levensloop
kapitel chapitre capítulo hoofdstuk
comic cartoon cartoons bildergeschichte zeichentrick historieta tebeo caricatura quadrinhos tekenfilm stripverhaal
monster drache ungeheuer monstre monstruo draak ondier
treasure schatz trésor tesoro tesouro
diamond edelstein diamant pierrerie diamante edelsteen
pearl perlmutt nacre nácar madrepérola parel parelmoer
ivory elfenbein ivoire marfil marfim ivoor
oxygen hydrogen sauerstoff wasserstoff oxígeno hidrógeno oxigênio hidrogênio zuurstof waterstof
liquid fluid flüssig flüssigkeit líquido fluido vloeibaar vloeistof
bubble seifenblase luftblase bulle burbuja bolhas bubbel belletje
radiation radioactive strahlung radioaktiv rayonnement radiactivo radioativo straling
electronics elektronisch eletrônico
`
