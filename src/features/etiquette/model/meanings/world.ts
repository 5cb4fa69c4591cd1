/** People, feelings, town and country, the calendar and the wider world. */
export const world = `
government regierung gouvernement gobierno gobernar
president presidency präsident präsidentin voorzitter
minister ministry cabinet ministerium ministère
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
community gemeinschaft gemeinde communauté commune comunidad gemeenschap gemeente
population inhabitants bevölkerung einwohner habitant población habitante inwoner
freedom liberty liberate freiheit befreien libérer libertad liberdade vrijheid bevrijden
justice injustice fair unfair gerechtigkeit ungerecht injuste justicia rechtvaardig onrechtvaardig oneerlijk
equality equal inequality gleichberechtigung gleichheit ungleich égalité inégalité égal igualdad desigualdad gelijkheid ongelijkheid
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
invasion invade einmarsch überfallen envahir invasão binnenvallen inval
troops truppen troupe tropas troepen
general commander befehlshaber commandant comandante bevelhebber
navy kriegsmarine marinha
bombardment bombardieren bombenangriff bombardeio
missile rakete misil mísseis raketten
nuclearbomb terror terrorism terroranschlag anschlag attentat atentado aanslag terreur
massacre massaker blutbad tuerie matanza masacre chacina slachting bloedbad
veteran veterans kriegsveteran oudstrijder
survive survival survivor überleben überlebende survivre survécu survivant survie sobrevivir superviviente overleven overlevende overleefd
victim opfer vítima slachtoffer
violence gewalt gewalttätig violencia violento geweld gewelddadig
crime criminal verbrechen kriminell criminel delito delincuente criminoso misdaad misdadiger crimineel
conflict konflikt conflit geschil
crisis krise
reform reformieren hervorming
policy measure maßnahme maatregel beleid
proposal propose suggest suggestion vorschlag vorgeschlagen proposition propuesta proponer sugerencia propor proposta sugestão voorstellen voorgesteld
opinion opinions meinung ansicht avis parecer mening opvatting
debate discussion discuss discussed diskussion diskutieren debatte débattre bespreken
criticism criticise criticize kritik kritisieren critique kritiek bekritiseren
support unterstützen soutenir soutien soutenu apoyo respaldo apoio steun ondersteunen
oppose opposition opponent gegner gegnerin dagegen adversaire opposant oponente adversario oposición oposição tegenstander
ally alliance allies bündnis verbündeter allié aliado alianza aliança bondgenoot
campaign kampagne wahlkampf campagne campaña campanha
leader leadership anführer führung dirigeant meneur líder liderazgo dirigente liderança leider leiderschap
member membership mitglied mitgliedschaft membre adhérent miembro socio lid leden lidmaatschap
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
wealthgap class klasse
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
foreign ausländisch étranger exterior estrangeiro buitenlands ausland abroad
overseas übersee outremer ultramar overzees
continent kontinent erdteil continente werelddeel
world worldwide global welt weltweit monde mondial mundo mundial globaal wereld wereldwijd
international weltoffen internacional
europe european europäisch europeu europeaan
america usa amerika amerikanisch amerikaner amérique américain estadounidense americano norteamericano amerikaans
african afrika afrikanisch africain africano afrikaans
asia asiatisch asiatique asiático azië aziatisch
britain british uk england großbritannien britisch britannique grandebretagne inglaterra británico brits engeland
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
paradise paradijs
infierno inferno
sins sünde sündigen pecado zonde zondigen
miracle wunder wunderbar milagro
fate destiny schicksal sort noodlot
myth mythology mito mitología
custom tradition traditional brauch coutume costumbre tradición tradicional costume tradição gebruik
ceremony ritual zeremonie feierlich cérémonie rite cerimônia ritueel plechtigheid
culture cultural kultur kulturell culturel cultuur cultureel
heritage kulturerbe patrimoine patrimonio erfgoed
history historical historian historisch historiker geschichtlich histoire historique historiador geschiedenis
medieval middleages mittelalter moyenâge edadmedia middeleeuwen
antiquity antike altertum antigüedad antiguidade oudheid
epoch zeitalter ära époque ère época tijdperk
origin originate ursprung herkunft stammen origen procedencia proveniência oorsprong afkomst herkomst
colonial kolonie kolonial colonie colonizar koloniaal
slave sklave sklaverei esclave esclavage esclavitud escravo slaaf slavernij
empire emperor kaiser kaiserin kaiserreich empereur imperio emperador imperador keizer keizerrijk keizerin
prince prinz prinzessin princesse príncipe prins
duke duchess herzog herzogin graf gräfin duc comte duquesa hertog hertogin graaf
noble nobility aristocrat adel adlig noblesse nobre edel adellijk
knight armour chevalier armure armadura ridder harnas
heroine heroic heldin héroïque heldhaftig
traitor betray betrayed betrayal verräter traître trahir trahison traidor traicionar traição verrader verraad
spy espionage spion spionage spionieren espion espionner spioneren
news bulletin nachricht actualités nouvelles noticia nieuws
mídia imprensa pers
magazine zeitschrift illustrierte revue revista tijdschrift weekblad
column columnist kolumne kolumnist chronique crônica
podcast episode folge episodio aflevering
serial serie fernsehserie feuilleton telenovela
documentary dokumentarfilm doku
famous fame celebrity berühmt prominent célèbre renommé celebridad beroemd bekend
reputation ruf ansehen prestigio faam aanzien
rumoured scandal skandal escándalo schandaal
girl mädchen fillette jeunefille chica muchacha niñita menina moça rapariga meisje
lads boys junge bub garçon chico muchacho menino rapaz moço jongen
men homme hombre kerl
woman lady frau femme mujer señora mulher senhora vrouw
gentleman sir monsieur messieurs caballero señor cavalheiro senhor heer
widowhood bachelor spinster junggeselle ledig célibataire soltero solteiro vrijgezel ongehuwd unmarried single
couple lovers paar liebespaar pärchen pareja casal koppel paartje stelletje
girlfriend boyfriend sweetheart lebensgefährte petiteamie copain novia namorado vriendje verkering
flirt draguer coquetear paquerar versieren
affair unfaithful untreu fremdgehen seitensprung infidèle infidélité infiel traição ontrouw vreemdgaan
sibling geschwister fratrie hermanos irmãos
stepchild stepson stepdaughter stiefkind stiefsohn beaufils bellefille hijastro stiefzoon stiefdochter
godmother taufpatin marraine madrina madrinha peettante godchild patenkind filleul ahijado afilhado petekind
greatgrandfather urgroßvater uroma urgroßmutter urgroßeltern arrièregrandmère bisabuelo bisavó overgrootvader
offspring descendant nachkomme nachfahre descendiente descendencia nakomeling nazaat
generationen generatie generaties
upbringing erziehung erzogen éducation éduquer criar opvoeding opgevoed
cuddle snuggle kuscheln schmusen câlin mimo acurrucar acariciar aconchego carinho knuffelen kroelen streicheln caresser caricia aaien strelen aaide
spoil pampered verwöhnen chouchouter mimar consentido verwennen verwend
scold tellingoff schelten ausschimpfen gescholten gronder réprimander ralhar repreender berispen uitfoeteren standje
tease necken hänseln taquiner burlarse tomarelpelo provocar gozar plagen pesten plaagde
bully mobbing schikanieren harceler acoso assédio pesterij
mock ridicule verspotten moquer moquerie burla burlarse zombar zombaria escárnio bespotten uitlachen
insult beleidigen injure ofender beledigen beledigd
cursed fluchen jurer maudire maldecir maldición palabrota xingar palavrão praguejar maldição vloeken
respect achtung respekt estime respeto respeito respecteren
admire bewundern bewonderen bewonderd
contempt scorn verachten mépris desprecio desprezo minachting
ignore neglect ignorieren vernachlässigen négliger descuidar descuido negligenciar descaso negeren verwaarlozen
annoyed annoyance irritated genervt verärgert gereizt agacé énervé fastidiado irritado aborrecido chateado geïrriteerd ergeren ergerde
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
delight pleasure vergnügen genießen genuss genossen ravi savourer placer deleite disfrutar prazer desfrutar curtir plezier genieten genoot
enthrall fascination fasziniert faszinierend gefesselt captivant cautivar fascinante cativante gefascineerd boeiend geboeid
amazed astonish erstaunt verblüfft stupéfait ébahi asombrado atónito espantado admirado versteld
shock schock schockiert entsetzt choqué choc stupeur horrorizado conmocionado abalado geschokt
disgust disgusting ekel ekelhaft eklig widerlich dégoût dégoûtant écœurant asco asqueroso nojo nojento repugnante walging walgelijk vies
embarrassing awkwardness blamiert blamage peinlichkeit gênant vergonzoso bochorno constrangedor vergonhoso
confused confusion verwirrt verwirrend perplexe désorienté confundido confusão verward verwarring verwarrend
puzzled bewildered baffled ratlos verdutzt perplexe dérouté desconcertado perplejo intrigado beduusd
certain certainty surely gewiss gewissheit certitude cierto certeza seguramente zeker zekerheid
uncertain unsure ungewiss ungewissheit unsicher unsicherheit incertain incertitude incierto incertidumbre inseguro incerto incerteza onzeker onzekerheid
confident confidence selfconfident selbstbewusst selbstvertrauen zuversicht assurance confiant autoestima confiante autoconfiança zelfvertrouwen zelfverzekerd
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
serious earnest ernst ernsthaft sérieux sérieusement seriedad ernstig
cheerful heiter fidel munter gai jovial enjoué risueño animoso vrolijk opgewekt
lively vivid lebhaft quirlig vif vivante animé vivaz levendig bedrijvig
mood stimmung laune humeur humor gemoed
feeling emotion emotional gefühl sentimiento emoción emoção gevoel
sensitive empfindlich sensibel feinfühlig sensible délicat sensibilidad susceptible sensível gevoelig
instinct intuition gutfeeling bauchgefühl instinkt flair instinto intuición intuição onderbuikgevoel
mind idea gedanke gedanken pensée pensamiento mente pensamento gedachte
thinking pondered reflect nachdenken nachgedacht grübeln überlegen réfléchir réflexion reflexionar pensativo refletir reflexão nadenken nagedacht piekeren overwegen overdenken
concentrate focus konzentrieren geconcentreerd
attention attentive aufmerksam attentif atención atento atenção aandacht aandachtig oplettend opletten
distract distraction ablenken abgelenkt distraire distrait distracción afleiden afgeleid
imagine imaginary vorstellen vorgestellt fantasie phantasie imaginaire verbeelding
idea notion inspiration einfall ocurrencia ideia inval inspiratie
creative creativity kreativ kreativität créatif criativo criatividade creatief
invented invention inventor erfinden erfunden inventeur invenção uitvinden uitgevonden
gewohnheit angewohnheit habitude habituer habituel costumbre acostumbrar acostumado gewoonte gewend gewöhnt accustomed
addict addiction süchtig sucht abhängig dépendance accro dépendant adicto adicción viciado dependência verslaafd verslaving
behave behaviour behavior conduct verhalten benehmen benommen comportement comportamiento portarse gedrag
etiquette manieren benimm umgangsformen savoirvivre modales etiqueta omgangsvormen
character personality charakter persönlichkeit wesenszug caractère personnalité carácter karakter persoonlijkheid
gifted talented begabt doué talentueux dotado talentoso begaafd getalenteerd aanleg
dare gewagt trauen oser osé osait atreverse atrevió osar ousar ousou durven durfde gedurfd
adventure abenteuer abenteuerlich aventure aventurier aventureiro avontuur
risked wagnis riskieren risquer arriesgar arriscar gewaagd
challenge herausforderung défi desafío uitdaging
effort endeavour strive anstrengung mühe bemühen efforcer esfuerzo esforzarse esforço inspanning moeite
struggle grapple ringen gerungen kampf lucha worstelen strijd
endure bear withstand ertragen erdulden ausgehalten aushalten supporté aguantar soportar aguentar suportar verdragen doorstaan uithouden
suffer souffrir souffert souffrance sufrir sufrimiento sufrió sofrer sofrimento lijden geleden leed
tough resilient resilience zäh zähigkeit widerstandsfähig résistant coriace resistente taai veerkrachtig
persevere persistent beharrlich ausdauer durchhalten durchgehalten persévérance tenace constancia tenaz volhouden volgehouden doorzetten doorzettingsvermogen
giveup gaveup quit surrender aufgeben aufgegeben kapitulieren abandonner capituler renoncer rendirse abandonar desistir desistiu rendeu opgeven opgegeven
rely depend reliable verlässlich zuverlässig fiable fiabilité dépendre confiável afhankelijk betrouwbaar afhangen
responsible verantwortlich responsable
duty obligation pflicht verpflichtung obrigação plicht verplichting
loyal faithful treu loyauté fidèle fidélité leal lealtad fiel fidelidad lealdade trouw loyaal
independent unabhängig eigenständig onafhankelijk zelfstandig
intention intend purpose absicht absichtlich beabsichtigt intentionnel exprès intención propósito intencionado intenção pretender bedoeling voornemen opzet
deliberately purposely intentionally absichtlich vorsätzlich exprès délibérément adrede aposta deliberadamente apropósito propósito opzettelijk
accidentally inadvertently unintentional versehentlich unabsichtlich involontairement mégarde involuntario semquerer perongeluk onopzettelijk
coincidence chance random zufall zufällig hasard casualidad azar acaso toeval toevallig
vainly futile pointless vergebens vergeblich umsonst vano inútilmente vão debalde tevergeefs vergeefs
hardly scarcely kaum apenas nauwelijks amper
gradually allmählich progressivement graduel paulatinamente geleidelijk
immediately instantly straightaway sofort unverzüglich augenblicklich gleich aussitôt inmediatamente enseguida imediatamente onmiddellijk direct
unexpected unerwartet unverhofft unvermutet inattendu imprévu inesperado imprevisto inesperadamente onverwacht onverhoopt
`
