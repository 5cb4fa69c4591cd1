/** People, feelings, town and country, the calendar and the wider world. */
export const world = `
government regierung gouvernement gobierno gobernar
president presidency präsident präsidentin voorzitter
minister ministry cabinet ministerium ministère
parliament congress senate parlament bundestag parlamento congresso volksvertegenwoordiging
mayor bürgermeister maire mairie alcalde prefeito burgemeester townhall rathaus gemeentehuis stadhuis ayuntamiento
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
foreign ausland ausländisch étranger extranjero exterior estrangeiro buitenlands
abroad overseas übersee outremer ultramar exterior overzees
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
paradise infierno inferno paradijs
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
`
