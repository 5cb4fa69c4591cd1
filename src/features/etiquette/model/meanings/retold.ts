/** Words that readers were seen to swap. */
export const retold = `
hold held stuck stranded stopped festgehalten festsitzen feststecken coince bloque retenu atascado atrapado preso parado vastzitten vastgehouden
dispatcher planner scheduler controller disponent planer repartiteur regulateur planificador planeador centralist
ask asked question wonder wondered fragen gefragt frage demande demander preguntar pregunta perguntar pergunta vragen gevraagd vraag
oil grease lubricate huile huiler graisser graisse olen geolt schmieren aceite engrasar grasa oleo lubrificar olie smeren gesmeerd
squeak creak creaking quietschen knarren grincer grince chirriar chiar rangen piepen
sleep slept asleep nap schlafen schlaf dormir dorment sommeil sueno dormido sono slapen slaap
wake awake woke insomnia wach wachliegen aufwachen eveille reveil despierto desvelado acordado acordar wakker
wheel wheels rad rader roue roues rueda ruedas roda rodas wiel wielen
far farthest distant remote lejos lejana lejano longe distante weit entfernt loin lointain ver verste
coffee cafe cafetera cafeteira kaffee koffie kaffeemaschine koffieapparaat espresso
shove push pushed move moved shift schieben geschoben verschieben pousser deplacer deplace empujar mover empurrar schuiven schoven verschuiven verschoven geschoven
chair seat stuhl sessel chaise fauteuil silla sillon cadeira stoel
window fenster fenetre ventana janela raam
eat ate eaten meal plate essen gegessen teller manger mange repas assiette comer comido plato prato eten gegeten bord
thin thinner weight lost abgenommen vermagert mager maigrir maigri adelgazar delgado emagrecer magro vermageren vermagerde afgevallen
snow snowed snowy schnee geschneit neige nieve neve sneeuw
cold cool chilled fridge frozen kalt kalte kuhl kuhlschrank froid frigo frio frigorifico nevera geladeira koud koelkast
warm heat hot heated hitze heiss warme chaud chaleur calor caliente quente warmte heet
glove gloves handschuh handschuhe gant gants guante guantes luva luvas handschoen handschoenen
lend lent borrow borrowed leihen geliehen verliehen preter prete emprunter emprunte prestar prestado pedir emprestar emprestado lenen geleend uitlenen
cook cooked cooking boil boiled kochen gekocht cuire cuisine cuisiner cocinar cocinado cozinhar cozido koken gekookt
engine motor moteur motorblock
trash waste rubbish garbage bin mull abfall mulltonne tonne poubelle dechets ordures basura lixo afval vuilnis vuilnisbak
guest guests customer patron gast gaste client clients cliente clientes huesped hospede gasten klant
complain complained grumble grumbling moan schimpfen meckern beschweren rale raler plaindre plaignent quejar quejan protestar reclamar queixar klagen mopperen
fisherman fisher fish fischer fisch fang pecheur poisson peche pescador pescado peixe visser vis vangst
write wrote chalk kreide craie tiza giz krijt
blackboard whiteboard board slate tafel schiefertafel kreidetafel ardoise tableau pizarra quadro lousa schoolbord
shrink shrank fewer less dropped drop reduced reduction fell decline gesunken geschrumpft weniger reduire reduit baisse moins bajar reducir menos reduzir cair menor dalen gedaald krimpen minder afname
grow grew more rise rose increased increase wachsen gestiegen mehr augmenter augmentation croitre subir aumentar crecer crescer groeien gestegen toename
robot machine automat automatic roboter maquina automate melkroboter
milk milking milked milch melken gemolken lait traire leche ordenar ordenado leite ordenhar melk
cow cows cattle herd kuh kuhe vieh herde vache vaches troupeau vaca vacas rebano gado koe koeien kudde
vet veterinarian tierarzt veterinar veterinaire veterinario veterinaria dierenarts veearts
screen display monitor bildschirm ecran pantalla ecra tela scherm
glue glued adhesive kleber leim geklebt colle coller pegamento pegar cola colar lijm lijmen gelijmd
tape ruban klebeband cinta fita plakband
clamp clamps vice zwinge schraubzwinge serre-joint serre-joints serrer sargento gato grampo klem lijmklem
frame frames rahmen cadre cadres marco marcos moldura kader lijst
mark stain scratch spur kratzer marque marquer trace marcar marca mancha vlek kras spoor
cross crossed kreuzen gekreuzt croiser croise cruzar cruzado kruisen gekruist
exam test exams prufung klausur examen examens examenes exame prova toets tentamen
oral spoken speak speaking talk talking mundlich sprechen gesprochen parler hablar hablan hablado falar falado spreken praten
quiet silent shy still ruhig schweigsam schuchtern silencieux timide callado callados timido calado stil verlegen rustig
student pupil pupils students schuler schulerin eleve eleves etudiant alumno alumnos estudiante estudiantes aluno alunos estudante leerling leerlingen
corridor hallway hall flur gang couloir pasillo corredor
map karte landkarte carte mapa mapas landkaart kaart
grade grading mark marking correct correcting korrigieren korrektur corriger correction corregir correccion corrigir correcao nakijken verbeteren
half halved halfte halbiert moitie mitad metade helft gehalveerd
double doubled twice doppelt verdoppelt doubler doble dobro duplicado dubbel verdubbeld
door gate entrance tur tor eingang porte entree puerta entrada porta deur ingang poort
aisle row rack shelf shelves regal reihe rangee etagere fila estanteria prateleira rij stelling schap
avoid avoided shun meiden vermeiden eviter evitaient evitar evitaban vermijden meden
tidy tidiest neat order ordered ordentlich aufgeraumt ordnung range ordonne ordenada ordenado orden arrumado arrumada netjes opgeruimd
stock inventory stocktake inventur bestand inventaire stocks inventario inventarios inventaris voorraad
dough massa masa teig pate deeg
oven ofen four horno forno
sour acid sauer saure aigre acide agrio acido azedo zuur
bread loaf brot pain pan pao brood
rye roggen seigle centeno centeio rogge
daughter girl tochter fille hija filha dochter
son boy sohn fils hijo filho zoon
tram streetcar strasenbahn tramway tranvia electrico bonde
gravel grind kies schotter gravier grava brita
dike dyke levee deich digue dique
reverse reversing backwards ruckwarts arriere atras marcha ré achteruit
walk walked foot laufen gelaufen marcher a pied caminar andar pe lopen gelopen voet
wet dry soaked nass trocken mouille sec mojado seco molhado nat droog gebleven
space room clearance margin platz spielraum marge espacio margen espaco margem ruimte speling
solder soldered lot loten soudure souder soldadura soldar solda soldeer
jam marmalade marmelade konfitüre confiture mermelada geleia compota
vicar priest pastor parson pfarrer cure pretre parroco cura padre dominee pastoor
pay paid paying fee bezahlt zahlen payer paye pagar pagado pago betalen betaald
pipe organ orgel orgue organo orgao pijp pfeife tuyau
worm worms earthworm regenwurm regenwurmer wurmer ver vers lombriz lombrices minhoca minhocas regenworm
count counted counting zahlen gezahlt compter compte contar contado contagem tellen geteld
yield harvest crop ertrag ernte rendement recolte rendimiento cosecha colheita opbrengst oogst
camera photo foto fotos kamera appareil camara fotografia fototoestel
bucket buckets pail eimer seau seaux cubo balde emmer
reviewer referee gutachter relecteur revisor revisores beoordelaar
night nights nightshift nacht nachte nuit nuits noche noches noite noites nachtdienst
morning morgens fruh matin manana madrugada manha ochtend
forget forgot vergessen oublier oublie olvidar esquecer vergeten
remember reminded erinnern souvenir recordar lembrar herinneren
break broke broken failed failure down kaputt ausgefallen defekt panne casse rompio averia estropeado avariou quebrou kapot defect
repair repaired fix fixed reparieren repariert reparer repare arreglar reparar arranjar consertar repareren gerepareerd
build built building bauen gebaut construire bati construir construido bouwen gebouwd
buy bought kaufen gekauft acheter achete comprar comprado kopen gekocht
sell sold sale verkaufen verkauft verkauf vendre vendu vente vender vendido venta venda verkopen verkocht verkoop
teach taught unterrichten enseigner ensenar ensinar lesgeven
learn learnt learned gelernt lernen apprendre appris aprender aprendido leren geleerd
patient patients kranke kranken malade malades paciente pacientes doente doentes patienten
nurse nurses pflegekraft pfleger infirmiere soignant enfermera enfermeira verpleegkundige verzorgende
fall falls fell sturz sturze chute chutes caida caidas queda quedas valpartij vallen
relative relatives family angehorige familie famille proches familiares familia familieleden
driver drivers trucker fahrer kraftfahrer chauffeur chauffeurs conductor conductores motorista camionero
child children kid kids kind kinder enfant enfants nino ninos crianca criancas kinderen
rain rained regen geregnet pluie lluvia chuva
wind storm sturm vent tempete viento tormenta vento tempestade
fire burned burnt feuer brand incendie feu fuego incendio fogo vuur
roof dach toit tejado telhado dak
wall mauer wand mur pared muro parede muur
field acker feld champ campo veld akker
sheep lamb lambs schaf schafe lamm mouton agneau oveja cordero ovelha cordeiro schaap lam
horse pferd cheval caballo cavalo paard
bee bees hive biene bienen abeille abeilles abeja abejas abelha abelhas bij bijen
ship boat ferry schiff boot fahre bateau barco navio schip veerboot
train zug bahn tren comboio trem trein
quick fast faster speed schnell schneller vite rapide rapido veloz snel sneller
slow slower slowly langsam lent lentement lento lentamente devagar langzaam
strict rule rules regel regeln vorschrift regle regles regla reglas regra regras regels
cheap cheaper price prices billig preis prix moins cher barato precio preco goedkoop prijs
cry tears weinen tranen pleurer larmes llorar lagrimas chorar huilen
laugh smile lachen gelacht rire riait reir risa rir riso gelachen
boss chief manager chef vorgesetzte patron cadre jefe jefa chefe baas leidinggevende
colleague colleagues coworker kollege kollegen collegue collegues companero companeros colega colegas collega
delete deleted remove removed dropped drop loschen geloscht entfernt supprimer supprime borrar eliminado apagar removido verwijderen verwijderd
test tests suite suites testen prueba pruebas teste testes
copy clone cloned template kopieren kopie vorlage copier modele copiar plantilla modelo sjabloon
flaky unstable unreliable wackelig instabil instable inestable instavel onbetrouwbaar
monday mondays montag montags lundi lundis lunes segunda-feira maandag maandags
tuesday tuesdays dienstag dienstags mardi mardis martes terça-feira dinsdag dinsdags
wednesday wednesdays mittwoch mittwochs mercredi mercredis miércoles quarta-feira woensdag woensdags
thursday thursdays donnerstag donnerstags jeudi jeudis jueves quinta-feira donderdag donderdags
friday fridays freitag freitags vendredi vendredis viernes sexta-feira vrijdag vrijdags
saturday saturdays samstag samstags sonnabend samedi samedis sábado sábados zaterdag zaterdags
sunday sundays sonntag sonntags dimanche dimanches domingo domingos zondag zondags
january januar janvier enero janeiro januari
february februar février febrero fevereiro februari
march märz mars marzo março maart
april avril abril
june juni juin junio junho
july juli juillet julio julho
august août agosto augustus
september septembre septiembre setembro
october oktober octobre octubre outubro
november novembre noviembre novembro
december dezember décembre diciembre dezembro
water wasser eau agua água
rain rained rainwater regen geregnet regenwasser pluie lluvia llover chuva chover regenwater
wind windy südwind nordwind westwind ostwind vent viento vento zuidenwind
day days tag tage jour jours día días dia dias dag dagen daily täglich quotidien
half halves halb hälfte moitié mitad metade helft
spend spent spending ausgeben verbrauchen verbraucht dépenser dépense gastar gasto gastamos gastaron gastar uitgeven verbruiken verbruikt
apprentice apprentices apprenti apprentis apprentie lehrling lehrlinge azubi azubis aprendiz aprendices aprendizes leerling leerlingen
takings turnover revenue sales umsatz kasse chiffre recette caja facturación ventas caixa faturação vendas omzet
brush brushes bürste pinsel brosse pinceau cepillo brocha escova pincel borstel kwast
talk talks talking reden redet spreche sprechen parler parle hablar hablo falar falo praten praat
trainee apprentice novice newcomer junior lehrling azubi auszubildende anfanger neuling apprenti debutant novato aprendiz estagiario aprendiza leerling starter
mistake error fault slip fehler irrtum versehen erreur faute fallo fallos erro engano falha fout vergissing
meeting gathering sitting assembly besprechung sitzung versammlung treffen reunion reunions seance junta reuniao vergadering overleg bijeenkomst
customer client shopper buyer purchaser kunde kunden kaufer acheteur clientele cliente comprador compradora compradores freguês freguesa fregues koper klanten
chair seat stool asiento asientos silla sillas cadeira assento banco zitplaats stoel hocker tabouret
empty vacant unoccupied leer frei vide libre vacio vacia vazio vazia livre leeg vrij
hen hens chicken chickens poultry huhn huhner henne hennen gefluger poule poules volaille gallina gallinas galinha galinhas kip kippen
sound noise hear heard tone klang gerausch horen gehort ton son bruit entendre entendent entendu sonido ruido oir oyen escuchar som ouvir ouvem geluid klank gehoord
recognise recognize know identify erkennen erkennt erkannt reconnaitre reconnait reconocer reconoce reconhecer reconhece herkennen herkent
dog collie hound puppy sheepdog hund hunde hutehund chien chienne perro perra cao cadela hond herdershond
shut closed close locked zu schliessen geschlossen zumachen fermer fermee cerrar cerrada fechar fechada dicht sluiten dichtdoen
price cost costs tariff fee preis preise kosten prix cout tarif precio precios coste preco precos custo prijs prijzen
order ordered ordering bestellen bestellt bestellung commander commande pedir pedido encargar encomendar encomenda bestelling besteld
rise rises climb climbs up increase steigen steigt anziehen anzieht ansteigen augmenter monter monte hausse subir sube alza aumentar sobe stijgen stijgt
slate schiefer ardoise pizarra ardosia leisteen
queue line lineup waiting schlange anstehen warteschlange file attente cola fila rij wachtrij
till tills cashier checkout kasse kassen caisse caisses caja cajas caixa caixas kassa
screen screens monitor display bildschirm bildschirme ecran ecrans pantalla pantallas ecra ecras scherm schermen
talk chat conversation speak spoke gesprach unterhaltung reden plaudern discussion parler bavarder charla hablar conversa conversar falar gesprek praten kletsen
shelf shelves bookcase regal regale bord etagere etageres rayon estante estantes estanteria prateleira prateleiras plank planken schap
sort sorted arrange arranged order classify grouped sortieren sortiert ordnen geordnet classer classe ranger rangees range ordenar ordenado clasificar arrumar arrumado organizar sorteren gesorteerd ordenen
library bibliotheque bucherei bibliothek biblioteca bibliotheek
wall end far corner wand mauer mur pared muro parede muur
refund return returns returned ruckgabe erstattung rembours reembolso devolucion devolver devolucao terugbetaling retour
poison poisoned vergiftet gift empoisonne veneno envenenado vergif vergiftigd
pay paid settle settled bezahlen bezahlt zahlen payer paye regler regle pagar pagado pagou pago betalen betaald
honey honig miel mel honing beekeeper imker apiculteur apicultor
guest guests visitor visitors besucher gaste visiteur visiteuse visitante visitantes bezoeker bezoekers
museum museums gallery galerie musee galeria museo museu galerij
painter artist maler kunstler peintre artiste pintor artista schilder kunstenaar
label labels sign tag schild etikett etiquette etiquettes cartel cartels cartela rotulo rotulos etiqueta bordje etiket
singer singers alto choir voice sanger sangerin chanteur chanteuse choriste cantante cantor cantora zanger zangeres koorlid
print type font letters lettering druck schrift buchstaben impression caracteres lettres letra letras tipografia letter lettertype
read readable legible lesen lesbar lire lisible leer ler legivel lezen leesbaar
rehearsal practice probe proben repetition repetitions ensayo ensayos ensaio ensaios repetitie repetities
parent parents mum mums dad dads mother father mutter vater eltern maman papa madre padre padres mae pai pais ouders moeder vader
kid kids child children pupil pupils kinder kind schuler enfant enfants eleve eleves gamin nino ninos alumno alumnos crianca criancas miudo miudos aluno alunos kinderen leerlingen
protest protested complain objected protestiert protestierten protesteren protester protestaron protestar reclamar
notice noticed shrugged spot spotted bemerkt merkten gemerkt remarquer remarque notar notado cuenta reparar reparado merken opgemerkt
resident residents inmate tenant bewohner bewohnerin residente residentes morador moradores utente bewoners bewoner
music musician accordion musik akkordeon ziehharmonika musique accordeon musica acordeon acordeao muziek
stairs staircase steps treppe treppen stufen escalier marches escalera escaleras escada escadas trap trappen
meal meals food lunch dinner essen mahlzeit mahlzeiten repas nourriture comida comidas refeicao refeicoes maaltijd maaltijden eten
lift elevator aufzug fahrstuhl ascenseur ascensor elevador
mood temper spirits morale stimmung laune humeur moral animo humor stemming
score notes noten partitur partition partitura partituras bladmuziek partituur
debut premiere auftritt estreno estreia optreden
fear scared terrified nerves nervous afraid angst nervos peur nerveux miedo nervios medo nervoso bang zenuwachtig
doctor physician arzt arztin medecin medico medica arts huisarts
photo photograph picture pictures foto fotos bild bilder image imagen fotografia fotografias imagem afbeelding
wound wounds injury wunde wunden plaie plaies herida heridas ferida feridas wond wonden
twice double doppelt zweimal doble dobro dubbel tweemaal
week weeks woche wochen semaine semaines semana semanas weken
grab grabbed catch caught seize fangen gefangen erwischt attraper attrape capturer coger atrapar atrapo apanhar apanhou vangen gevangen gepakt
sack bag tute beutel sacktute sac sachet bolsa saco zak tas
swarm bees bee colony schwarm biene bienen volk volker essaim abeille abeilles enjambre abeja abejas enxame abelha abelhas zwerm bij bijen
badger dachs blaireau tejon texugo das
gap hole opening passage doorway lucke loch durchgang trou ouverture hueco agujero paso buraco passagem gat doorgang
mayor burgermeister maire alcalde alcaldesa presidente burgemeester
frost vorst gel gelee geada helada vriezen frosts
sow sowing saen saat semer semis sembrar siembra semear sementeira zaaien gezaaid
neighbour neighbours nachbarn voisins vecinos vizinhos buren
luck lucky gluck chance suerte sorte geluk
farbenblind daltonien daltonico daltonica kleurenblind
quick quickest fastest schnellste rapide rapido rapida snelste beats
shipyard yard werft astillero estaleiro scheepswerf
seal seals robbe robben phoque phoques foca focas zeehond zeehonden
brick immured mauern einmauern eingemauert emmurer emparedar emparedado muro inmetselen ingemetseld
note slip paper zettel notiz billet mot nota papel bilhete briefje
roof roofs dach dacher toit toiture tejado telhado dak
crane kran grue grua hijskraan
lose lost took losing verlieren verloren perdre perdu perder perdido perdio levou verliezen
`
