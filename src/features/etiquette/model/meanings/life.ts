/** The body, home, food, animals, weather, trades, tools and materials. */
export const life = `
head skull forehead brow kopf schädel stirn tête crâne front cabeza cráneo frente cabeça crânio testa hoofd schedel voorhoofd
hair hairs curl curls braid haare locke zopf cheveu cheveux tresse cabello rizo trenza cabelo caracóis trança haren krul vlecht
face cheek chin gesicht wange backe kinn visage joue menton cara rostro mejilla barbilla rosto bochecha queixo gezicht wang
eye eyes eyelid eyelash auge augen wimper œil yeux paupière cil ojo párpado pestaña olho pálpebra pestana oog ogen ooglid
saw seen look watch glance stare sehen sah gesehen blick blicken schauen starren voir vu regard regarder ver visto mirar mirada olhar zien gezien kijken gekeken staren see
blindness braille blinde blindheit aveugle cécité ciego ceguera cego cegueira blindheid blind
ear ears earlobe ohr ohren ohrläppchen oreille lobe oreja oído lóbulo orelha ouvido oor oren oorlel
hear heard hearing listen listened hören gehört zuhören lauschen entendre entendu écouter ouïe oír oyó escuchar ouvir ouviu escutar horen gehoord luisteren
deaf deafness taub gehörlos schwerhörig sourd sourde surdité sordo sordera surdo surdez doof slechthorend gehoorapparaat hörgerät
nose nostril snout nase nasenloch schnauze nez narine museau nariz fosa hocico narina focinho neus neusgat snuit
mouth lip lips mund lippe maul bouche lèvre boca labio lábio lippen
tongue zunge langue lengua língua tong lecken lick lécher lamer lamber likken
tooth teeth dentist dental gum zahn zähne zahnarzt zahnfleisch gencive dentiste diente muela dentista encía dente gengiva tand tanden tandarts
toothache zahnschmerzen zahnweh caries tooth cavity plombe plombage empaste cárie obturação kiespijn gaatje vulling
neck throat nape hals nacken kehle cou nuque garganta nuca pescoço nek keel cuello
shoulder schulter épaule hombro ombro schouder shoulders schultern schouders
elbow forearm ellbogen unterarm bras coude avant-bras brazo codo antebrazo braço cotovelo antebraço elleboog onderarm
hand hands fist palm wrist hände faust handgelenk poing poignet mano puño mão mãos punho pulso handen vuist pols
finger thumb fingertip daumen fingerkuppe doigt pouce index dedo pulgar polegar indicador vinger duim wijsvinger zeigefinger
fingernail fingernagel zehennagel ongle uña unha vingernagel teennagel toenail manicure maniküre manucure manicura
back spine backbone rücken wirbelsäule rückgrat colonne échine vertèbre espalda columna vértebra costas espinha coluna ruggengraat wervel
belly stomach tummy bauch magen ventre estomac barriga estómago vientre panza estômago buik maag
leg thigh bein oberschenkel wade jambe cuisse mollet pierna muslo pantorrilla perna coxa panturrilha dij kuit
knee kneel knelt knie knien kniete genou genoux agenouiller rodilla arrodillar joelho ajoelhar knielen geknield
foot feet toe heel ankle barefoot fuß füße zehe ferse knöchel barfuß pied orteil talon cheville pies talón tobillo descalzo pé tornozelo calcanhar descalço voet voeten hiel blootsvoets
skin wrinkle freckle haut falte sommersprosse peau piel arruga peca pele ruga sarda huid vel rimpel sproet
blood bleed bled bleeding blut bluten blutig saigner saignement sangre sangrar sangue bloed bloeden gebloed
heart heartbeat herz herzschlag herzklopfen cœur battement corazón latido coração batimento hart hartslag
lung lungs lunge poumon pulmón pulmones pulmão pulmões longen
breathe breath breathing atmen atem atemzug respirer souffle haleine respirar aliento respiração fôlego ademen adem ademhaling
bone bones skeleton knochen skelett gebein squelette hueso esqueleto osso botten skelet geraamte
muscle tendon sinew muskel sehne músculo tendón tendão spier pees cramp krampf crampe calambre cãibra kramp
brain brains hirn gehirn cerveau cervelle cerebro cérebro hersenen brein
beard moustache shave shaved razor bart schnurrbart rasieren rasiermesser barbe rasoir raser bigote barba afeitar bigode barbear baard snor scheren scheermes navaja
hairdresser barber haircut friseur haarschnitt coiffeur coiffure peluquero peluquería barbero cabeleireiro barbeiro kapper kapsel
cry weep wept tears sob weinen geweint träne schluchzen pleurer larme sanglot llorar lágrima llanto sollozo chorar choro soluço huilen gehuild traan tranen snikken
laugh laughter giggle smile lachen gelacht kichern lächeln rire sourire rigoler reír risa sonrisa sonreír rir riso sorriso sorrir glimlach giechelen lach
sweat sweaty perspire schweiß schwitzen verschwitzt sueur transpirer sudor sudar suor suar transpirar zweet zweten bezweet
blush pale pallor erröten blass bleich rougir pâle pâleur sonrojar pálido palidez corar blozen bleek
touch feel felt fingertips berühren anfassen tasten fühlen toucher palper tâter tocar palpar tacto tato apalpar aanraken voelen gevoeld betasten
pinch itch itchy scratch jucken kratzen juckreiz démanger gratter démangeaison picar picor rascar comichão coçar jeuk krabben kriebel
whisper murmur flüstern geflüstert murmeln chuchoter murmurer susurrar murmurar susurro sussurrar sussurro cochichar fluisteren gefluisterd mompelen
shout yell scream roar schreien geschrien brüllen rufen crier hurler cri gritar grito chillar berrar schreeuwen geschreeuwd gillen roepen
voice hoarse stimme heiser voix rauque enroué voz ronco ronca rouco stem schor hees
silence silent quiet hush stille schweigen geschwiegen leise ruhig silencieux taire silencio callar callado silêncio calado zwijgen gezwegen stilte
sneeze niesen geniest éternuer éternuement estornudar estornudo espirrar espirro niezen
cough husten hustenanfall toux tousser tos toser tosse tossir hoesten hoest
flu influenza sniffle schnupfen erkältung erkältet grippe rhume enrhumé resfriado catarro gripe constipado griep verkouden verkoudheid snotneus
fever feverish thermometer fieber fiebrig fièvre fiévreux fiebre febre febril koorts koortsig fieberthermometer
ache hurt hurts sore schmerz weh wehtun douleur douloureux dolor doler dolorido dor doer pijn pijnlijk zeer pain
headache migraine kopfschmerzen kopfweh migräne migraña jaqueca enxaqueca hoofdpijn
ill illness sick disease krank krankheit erkrankt malade maladie enfermo enfermedad doente doença ziek ziekte
cure heal healed recover recovery heilen geheilt genesen gesund guérir guérison rétablir curar sanar sano sarar recuperar genezen genezing beter herstellen
doctor physician arzt ärztin ärzte hausarzt médecin docteur médico médica doutor doctora arts huisarts dokter
nurse nursing krankenschwester pfleger krankenpfleger infirmier infirmière enfermero enfermera enfermeiro enfermeira verpleger verpleegster verpleegkundige
hospital ward clinic krankenhaus klinik spital hôpital clinique clínica ziekenhuis kliniek sanatorium
patient bedside kranke patientin krankenbett chevet paciente patiënt ziekbed
surgery surgeon operation scalpel chirurg chirurgie skalpell operieren chirurgien opérer opération bisturi cirugía cirujano operar bisturí cirurgia cirurgião operatie opereren
anaesthetic anaesthesia narcosis narkose betäubung anesthésie anestesia verdoving narcose sedate betäubt verdoofd
medicine drug tablet pill medikament arznei tablette pille médicament comprimé pilule medicamento pastilla píldora remédio comprimido medicijn geneesmiddel pil
pharmacy pharmacist chemist prescription apotheke apotheker rezept pharmacie pharmacien ordonnance farmacia farmacéutico receta farmácia farmacêutico apotheek recept
injection syringe vaccine vaccinate jab spritze impfung impfen geimpft piqûre seringue vaccin vacciner inyección jeringa vacuna vacunar injeção seringa vacina vacinar spuit inenten vaccinatie prik
bandage plaster dressing verband pflaster pansement sparadrap vendaje venda tirita curativo ligadura penso pleister zwachtel
wound injury injured scar wunde verletzung verletzt narbe blessure blessé cicatrice plaie herida herido cicatriz lesión ferida ferido ferimento gewond verwonding litteken
swelling bruise lump swollen schwellung geschwollen beule bluterguss bleu enflure gonflé bosse hinchazón hinchado moretón inchaço inchado hematoma zwelling gezwollen blauw buil
fracture broken crutch gips knochenbruch krücke béquille plâtre fractura muleta escayola fratura gesso breuk gebroken
limp hobble hinken humpeln lahm boiter boiteux cojear cojo mancar coxo manco mank kreupel
wheelchair disabled walker rollstuhl behindert gehbehindert rollator handicapé déambulateur discapacitado minusválido andarilho deficiente rolstoel gehandicapt
glasses spectacles lenses optician brille optiker brillenglas lunettes opticien gafas lentes anteojos óculos oculista bril brillenglazen
poison poisonous venom toxic giftig vergiften vergiftet venin toxique empoisonner veneno venenoso envenenar tóxico vergif vergiftigd gif
infection infected germ bacteria virus infektion ansteckend bakterien keim contagieux bactérie microbe infección contagio infeção contágio bactéria besmetting besmettelijk ontsteking
rash allergy allergic ausschlag allergie allergisch éruption allergique sarpullido alergia alérgico erupción huiduitslag
plague epidemic pandemic seuche epidemie pest peste épidémie pandémie epidemia pandemia pandemie quarantine quarantäne quarantaine cuarentena quarentena
cancer tumour krebs tumor krebsgeschwür tumeur cáncer cancro câncer kanker gezwel chemo
dizzy faint fainted vertigo schwindel schwindlig ohnmächtig ohnmacht vertige évanouir étourdi mareado desmayo desmayar mareo tontura desmaio desmaiar duizelig flauwvallen flauwgevallen
vomit nausea queasy erbrechen kotzen übel übelkeit vomir nausée vomitar náusea enjoo vômito vómito braken overgeven misselijk
ambulance paramedic krankenwagen rettungswagen sanitäter secouriste ambulancia ambulância socorrista ziekenwagen ambulancier
care carer caregiver pflege pflegen pfleger pflegeheim soigner soin soignant cuidar cuidador cuidado cuidadora verzorgen verzorging mantelzorger
pregnant pregnancy schwanger schwangerschaft enceinte grossesse embarazada embarazo grávida gravidez zwanger zwangerschaft
birth born midwife geburt geboren hebamme naissance né née accouchement sage-femme nacimiento nacer nacido parto comadrona nascimento nascer nascido parteira geboorte bevalling vroedvrouw
baby infant newborn cradle säugling neugeborenes wiege bébé nourrisson berceau bebé bebê cuna berço recién zuigeling wieg
nappy diaper windel wickeln couche lange pañal fralda luier verschonen
child kid children childhood kind kinder kindheit enfant enfance gamin niño niña niñez infancia criança infância kinderen kindertijd kinderjaren
teenager adolescent youth jugendlicher jugend ado adolescence jeunesse adolescente juventud adolescencia juventude jeugd puber tiener
old elderly aged age alt älter alter greis vieux vieille âgé vieillard viejo vieja anciano velho velha idoso oud ouder bejaard bejaarde
birthday geburtstag anniversaire cumpleaños aniversário verjaardag jarig candles
died death dead corpse sterben gestorben starb tod tot tote mourir mort morte décès décédé morir muerte muerto falleció morrer morto faleceu sterven gestorven dood overleden lijk
bury burial funeral grave tomb cemetery coffin begraben beerdigung grab friedhof sarg enterrer enterrement tombe cimetière cercueil entierro enterrar tumba cementerio ataúd enterro túmulo cemitério caixão begraven begrafenis graf kerkhof doodskist
mourn mourning grief widow widower trauer trauern witwe witwer deuil veuve veuf duelo luto viuda viudo viúva viúvo rouw rouwen weduwe weduwnaar
inheritance heir inherit testament erbe erben geerbt erbschaft héritage hériter héritier herencia heredar heredero herança herdar herdeiro erfenis erven geërfd erfgenaam
family relatives familie verwandte verwandtschaft famille parenté familia pariente família parente familielid verwanten kin
father dad daddy vater papa père padre papá pai papai vader pa väter
mother mum mom mutter mütter mama mère maman madre mamá mãe mamã moeder mam
parents eltern elternteil padres pais ouders parenting
brother bruder brüder frère hermano irmão irmãos broer broers broeder
sister schwester schwestern sœur hermana irmã irmãs zus zuster zusje
sohn söhne fils hijo filho zoon zonen
daughter tochter töchter fille hija filha dochter dochters
twin twins zwilling zwillinge jumeau jumelle jumeaux gemelo gemela mellizo gêmeo gémeo gêmea tweeling
grandfather grandpa granddad großvater opa grand-père papy abuelo avô vovô grootvader
grandmother grandma granny nana großmutter oma grand-mère mamie abuela avó vovó grootmoeder
grandchild grandson granddaughter enkelin enkelkind petit-fils petite-fille nieto nieta neto neta kleinkind kleinzoon kleindochter
uncle aunt onkel tante oncle tío tía tio tia oom
cousin niece nephew vetter kusine cousine neffe nichte neveu nièce primo prima sobrino sobrina sobrinho sobrinha neef nicht
wedding marry marriage bride groom hochzeit heirat heiraten geheiratet braut bräutigam mariage épouser mariée noces boda casarse novia casamento casar noiva noivo bruiloft huwelijk trouwen getrouwd bruid
husband ehemann mari époux marido esposo echtgenoot gatte
wife ehefrau épouse esposa mujer mulher echtgenote gattin vrouw
divorce divorced separated scheidung geschieden scheiden divorcer divorcé séparation divorcio divorciado divórcio echtscheiding gescheiden
orphan adopt adopted adoption waise waisenkind adoptiert adoptieren orphelin adopté huérfano adoptar adoptado órfão adotar adotado weeskind adoptie
stepmother stepfather mother-in-law stiefmutter schwiegermutter schwiegervater schwager belle-mère beau-père beau-frère suegra suegro cuñado madrastra sogra sogro cunhado schoonmoeder schoonvader zwager stiefmoeder
ancestor forefather genealogy vorfahr ahnen stammbaum ancêtre aïeul généalogie antepasado genealogía antepassado genealogia voorouder voorouders stamboom
neighbour neighbor neighbourhood nachbar nachbarin nachbarschaft voisin voisine voisinage vecino vecina vecindario vizinho vizinha vizinhança buurman buurvrouw buren buurt
gossip rumour tratsch klatsch gerücht gerede commérage rumeur ragot potins chisme rumor cotilleo fofoca boato mexerico roddel roddelen gerucht
guest visitor visit host gast gäste besuch besuchen gastgeber invité visite hôte visiter huésped invitado visita convidado hóspede visitante bezoek gasten logé
house home cottage haus häuser zuhause heim maison domicile casa hogar vivienda lar moradia huis huizen thuis woning
flat apartment tenement wohnung mietwohnung appartement logement apartamento piso apartament etage studio
tenant landlord rent lease mieter vermieter miete mieten locataire loyer propriétaire inquilino alquiler casero alquilar aluguel aluguer senhorio huurder huur huren verhuurder huisbaas
move moving removal umzug umziehen umgezogen möbelwagen déménager déménagement mudanza mudarse mudança verhuizen verhuisd verhuizing
bedroom schlafzimmer chambre dormitorio habitación alcoba quarto slaapkamer kamer zimmer
kitchen küche cuisine cocina cozinha keuken küchen
bathroom bathtub badezimmer badewanne salle baignoire bañera baño banheira banheiro badkamer badkuip
toilet loo lavatory klo toilette abort wc cabinets retrete inodoro sanita privada plee latrine
shower duschen dusche douche doucher ducha duchar duche chuveiro douchen
basement cellar keller kellertreppe sous-sol sótano bodega porão adega kelder
attic loft dachboden speicher grenier desván buhardilla ático sótão zolder vliering
hallway corridor flur gang korridor couloir vestibule pasillo vestíbulo hal
floor parquet floorboard fußboden parkett dielen plancher suelo entarimado parqué chão soalho assoalho vloer parket
carpet mat teppich läufer tapis moquette alfombra tapete carpete alcatifa tapijt vloerkleed rug
curtain curtains gardine vorhang vorhänge rideau cortina persiana gordijn jaloezie
chair stool armchair stuhl stühle hocker sessel chaise tabouret fauteuil silla taburete sillón cadeira banco poltrona stoel leunstoel
bench sit sat sitting sitzen saß gesessen sitzbank asseoir assis sentar sentado asiento assento zitten gezeten zat zitplaats
table desk tisch schreibtisch bureau mesa escritorio escritório tafel bureaublad tischplatte tabletop
sofa couch settee canapé divan sofá bankstel zweisitzer
bed mattress bett matratze matelas cama colchón colchão bedden matras lit
pillow cushion kissen kopfkissen oreiller coussin almohada cojín almofada travesseiro kussen hoofdkussen
blanket duvet quilt sheet decke bettdecke laken couverture couette drap manta edredón sábana cobertor lençol edredom deken dekbed
wardrobe cupboard cabinet closet schrank kleiderschrank armoire placard penderie armario ropero armário guarda-roupa kast kledingkast
drawer schublade lade tiroir cajón gaveta la commode dresser kommode cómoda
shelf shelves bookshelf regal bücherregal étagère rayon estante estantería prateleira boekenplank schap
mirror reflection spiegel spiegeln spiegelbild miroir reflet espejo reflejo espelho reflexo weerspiegeling
lamp lampshade lantern bulb lampe glühbirne laterne ampoule lanterne lámpara bombilla farol lâmpada candeeiro lampada lantaarn gloeilamp peertje
candle wick wax kerze docht wachs bougie mèche chandelle vela mecha cera pavio kaars lont
fireplace hearth chimney kamin schornstein herd cheminée âtre chimenea hogar lareira chaminé haard schoorsteen
stove heater heating radiator ofen heizung heizkörper poêle chauffage radiateur estufa calefacción radiador aquecedor aquecimento kachel verwarming
cook cooked cooking chef kochen gekocht koch köchin cuisiner cuisinier cuire cocinar cocinero cocinera cozinhar cozinheiro cozinheira koken kok
boil boiled boiling simmer sieden brodeln bouillir bouilli bouillant hervir hervido ferver fervura fervido kookpunt kokend sudderen
fry fried braten gebraten frittieren pommes frire friture frites poêler freír frito fritar fritura bakken gebakken friet patat frituren
roast grill grilled barbecue grillen gegrillt rösten rôtir rôti griller grillade asar asado parrilla assar assado churrasco grelhar roosteren barbecueën
bake baked baker bakery backen gebacken bäcker bäckerei boulanger boulangerie hornear panadero panadería padeiro padaria cozer bakker bakkerij
oven backofen backrohr fourneau horno forno fornalha fornuis baksteenoven ovens öfen
bread loaf toast baguette brot laib brötchen miche tartine panecillo hogaza barra pão pãozinho broodje boterham
dough yeast sourdough knead teig hefe sauerteig kneten pâte levure levain pétrir masa levadura amasar massa fermento amassar deeg gist zuurdesem kneden
flour mill miller mehl mühle müller mahlen gemahlen farine moulin meunier moudre harina molino molinero farinha moinho moleiro meel bloem molen molenaar
cake pastry tart kuchen torte gebäck gâteau tarte pâtisserie pastel tarta bizcocho bolo torta pastelaria taart gebak koek pie
biscuit cookie keks plätzchen sablé galleta bolacha biscoito koekje speculaas gaufre waffel wafel waffle
sugar sweet sweets candy zucker süß süßigkeit bonbon sucre sucré azúcar dulce caramelo açúcar doce rebuçado bala suiker zoet snoep
honey bee beehive beekeeper honig biene bienen bienenstock imker miel abeille ruche apiculteur abeja colmena apicultor mel abelha colmeia honing bijen bijenkorf
jam marmalade preserve marmelade konfitüre einmachen confiture mermelada conserva compota geleia marmelada confituur
salt salty salz salzig gesalzen sel salé sal salado salgado zout gezouten hartig
pepper spice spices seasoning cinnamon pfeffer gewürz zimt würzen poivre épice cannelle pimienta especia canela pimenta especiaria tempero peper specerij kaneel kruiden
vinegar sour essig sauer vinaigre aigre vinagre agrio azedo ácido azijn zuur
oil olive öl oliven huile aceite aceituna azeite azeitona olie olijf
butter margarine beurre mantequilla manteiga boter margarina
milk dairy cream milch molkerei sahne lait laiterie crème leche nata lechería leite laticínio melk zuivel slagroom
cheese käse fromage fromagerie queso queijo kaas kazen quesería
egg yolk omelette ei eier dotter eigelb œuf œufs jaune huevo tortilla ovo gema omelete eieren dooier yema
meat butcher beef pork fleisch metzger fleischer rindfleisch viande boucher boucherie bœuf carne carnicero carnicería açougue talhante vlees slager rundvlees
sausage ham bacon wurst schinken speck saucisse jambon lard salchicha jamón chorizo tocino salsicha presunto linguiça spek
soup broth ladle suppe brühe schöpfkelle potage soupe bouillon louche sopa caldo cucharón soep pollepel
stew eintopf gulasch schmoren ragoût mijoter guiso guisado estofado cocido ensopado refogado stoofpot hutspot stoven
potato potatoes mash kartoffel erdäpfel knolle patate purée patata papa puré batata aardappel aardappelen stamppot pieper
rice paddy reis riz rizière arroz arrozal rijst sawa
noodle pasta spaghetti nudel nudeln teigwaren nouille pâtes fideos macarrones macarrão esparguete noedels mie
salad lettuce salat kopfsalat salade laitue ensalada lechuga salada alface sla
vegetable vegetables cabbage carrot gemüse kohl karotte möhre légume chou carotte verdura hortaliza zanahoria legume couve cenoura groente kool wortel col
onion garlic zwiebel knoblauch oignon cebolla ajo cebola alho ui uien knoflook
bean beans pea peas lentil bohne erbse haricot pois judía frijol alubia guisante lenteja feijão ervilha lentilha boon bonen erwt linzen linse lentille
tomato tomatoes cucumber pumpkin tomate gurke kürbis concombre citrouille pepino calabaza abóbora tomaat komkommer pompoen
mushroom fungus mould mouldy pilz schimmel schimmelig champignon moisissure moisi seta hongo moho cogumelo bolor mofo paddenstoel beschimmeld
apple pear apfel äpfel birne pomme poire manzana pera maçã appel peer
cherry plum peach kirsche pflaume pfirsich cerise prune cereza ciruela melocotón cereja ameixa pêssego kers pruim perzik
orange lemon citrus apfelsine zitrone citron agrume naranja limón laranja limão sinaasappel citroen
berry strawberry raspberry blackberry blueberry beere erdbeere himbeere brombeere fraise framboise mûre fresa frambuesa mora morango framboesa amora aardbei framboos braam bes
grape vine vineyard traube weinberg rebe raisin vigne vignoble vendange uva viña vendimia uvas vinha vindima druif wijngaard
fruit orchard ripe obst frucht früchte obstgarten reif verger mûr fruta huerto maduro pomar vrucht boomgaard rijp
nut walnut hazelnut almond chestnut nuss nüsse walnuss haselnuss mandel kastanie noix noisette amande châtaigne nuez avellana almendra castaña noz avelã amêndoa castanha noot noten amandel kastanje
chocolate cocoa schokolade kakao chocolat cacao cacau chocola bonbons
coffee espresso cup café kaffee koffie cafetière kaffeekanne cafetera cafeteira koffiepot bohnenkaffee
tea teapot teacup tee teekanne thé théière té chá bule thee theepot tetera
wine vintner wein winzer vin vigneron vino viñador vinho vinhateiro wijn wijnboer
brewery brew bier brauerei brauen bière brasserie cerveza cervecería cerveja cervejaria brouwerij brouwen beer
drunk drunken booze brandy spirits betrunken schnaps suff ivre ivrogne alcool borracho borrachera aguardiente bêbado bebedeira cachaça dronken jenever dronkaard alcohol
drink drank thirst thirsty sip trinken getrunken durst durstig boire bu soif beber sed sediento bebida sede drinken gedronken dorst slok schluck gorgée trago gole
eat ate eaten food meal essen gegessen speise mahlzeit mangé repas nourriture comer comida alimento refeição eten gegeten maaltijd voedsel
hunger hungry starve starving hungrig verhungern faim affamé hambre hambriento fome faminto honger hongerig uitgehongerd
breakfast frühstück frühstücken déjeuner desayuno desayunar desjejum ontbijt ontbijten
lunch dinner supper mittagessen abendessen abendbrot dîner souper almuerzo almorzar cena cenar almoço jantar ceia avondeten middageten avondmaal
taste tasty flavour bitter geschmack schmecken lecker goût goûter saveur délicieux sabor sabroso gusto amargo saboroso gosto smaak proeven lekker
chew swallow kauen beißen gebissen biss schlucken mâcher mordre avaler morsure masticar morder tragar mordisco mastigar mordida engolir kauwen bijten gebeten slikken bite
spoon fork cutlery löffel gabel besteck cuillère fourchette couvert cuchara tenedor cubierto colher garfo talher lepel vork bestek
knife knives blade messer klinge couteau couteaux cuchillo cuchilla faca lâmina lemmet
plate dish bowl saucer teller schüssel schale untertasse assiette écuelle plato cuenco fuente prato tigela bord schotel kom
crockery porcelain china geschirr porzellan vaisselle porcelaine vajilla porcelana loza louça servies serviesgoed porselein
pot saucepan kettle topf kochtopf kessel pfanne marmite bouilloire olla cazo sartén panela tacho frigideira chaleira kookpot koekenpan ketel casserole
fridge refrigerator freezer kühlschrank gefriertruhe frigo réfrigérateur congélateur nevera frigorífico congelador geladeira koelkast ijskast vriezer
restaurant waiter waitress inn gasthaus wirtshaus kellner kellnerin auberge serveuse restaurante camarero camarera mesero garçom taberna ober herberg serveerster serveur
recipe ingredient kochrezept zutat kochbuch recette ingrédient ingrediente receita recept ingrediënt kookboek cookbook
clothes clothing garment dress kleidung kleider kleid anziehen vêtement habit habits robe vestido vestir roupa traje kleding kleren jurk aankleden prenda
coat jacket cloak mantel jacke anorak manteau veste blouson abrigo chaqueta capa casaco sobretudo jaqueta jas colbert
trousers jeans hose hosen hosenbein pantalon pantalón pantalones calças calça broek broekspijp
shirt blouse sleeve hemd bluse ärmel kragen chemise chemisier manche camisa blusa manga camiseta gola overhemd mouw kraag
skirt apron schürze unterrock jupe tablier falda delantal saia avental rok schort
sweater jumper cardigan pullover strickjacke chandail gilet jersey suéter rebeca camisola malha trui vest
sock stocking strumpf strümpfe socke chaussette calcetín media medias meia meias sok sokken kous
shoe shoes boots slipper cobbler schuh stiefel pantoffel schuster chaussure botte soulier cordonnier zapato bota zapatilla zapatero sapato sapateiro schoen laars laarzen schoenmaker
shoelace lace laces schnürsenkel sohle lacet semelle cordón suela cadarço atacador sola veter zool
helmet beanie hüte mütze helm chapeau bonnet casquette casque sombrero gorro gorra chapéu boné capacete hoed muts hat cap
glove gloves mitten handschuh handschuhe fäustling gant moufle guante manopla luva handschoen wanten
scarf shawl schal halstuch écharpe foulard bufanda pañuelo cachecol lenço sjaal halsdoek
button zip zipper knopf knöpfe reißverschluss bouton fermeture botón cremallera botão zíper fecho knoop rits gesp buckle schnalle hebilla
pocket hosentasche jackentasche poche bolsillo bolso broekzak jaszak
belt braces gürtel hosenträger ceinture bretelles cinturón tirantes cinto suspensórios riem bretels
ring necklace bracelet jewel jewellery schmuck halskette armband bague collier bijou joya anillo pulsera joia anel sieraad ketting juwelier
umbrella raincoat parasol regenschirm schirm regenmantel parapluie imperméable paraguas impermeable sombrinha guarda-chuva regenjas
tailor seamstress dressmaker schneider näherin tailleur couturière sastre modista costurera alfaiate costureira kleermaker naaister
sew sewed sewn stitch seam needle nähen genäht naht nadel coudre cousu couture aiguille coser costura aguja costurar agulha naaien genaaid naad naald
thread yarn spool bobbin faden fäden garn spule bobine hilo carrete linha carretel fio draad draden klos garen
knit knitted knitting stricken gestrickt häkeln tricoter tricot tejer ganchillo tricotar croché breien gebreid haken
weave wove woven weaver loom weben gewebt weber webstuhl tisser tissu tisserand métier telar tejedor tela tecelagem tecelão weven weefgetouw wever
cloth fabric textile linen cotton stoff stoffe leinen baumwolle étoffe coton lin algodón lino algodão tecido linho pano linnen katoen lap
wool woollen fleece shear wolle wollen filz laine lainage tonte lana esquilar lã tosquia wol vacht
silk velvet seide samt soie velours seda terciopelo veludo zijde fluweel
leather saddle tanner leder sattel gerber cuir selle tanneur cuero curtidor couro selim sela leerlooier zadel
laundry wash washed wäsche waschen gewaschen waschmaschine lessive laver linge colada lavar lavadora lavandería lavagem lavanderia wassen gewassen wasmachine wasgoed
iron ironing bügeln bügeleisen repasser repassage planchar plancha engomar strijken strijkijzer gestreken
soap lather suds seife seifenlauge schaum savon mousse jabón espuma sabão sabonete zeep schuim sop
towel flannel handtuch waschlappen serviette toalla toalha handdoek washandje
torn ripped patch mend riss zerrissen flicken stopfen déchirer déchiré rapiécer rasgar rasgado remendar roto remendo scheuren gescheurd verstellen tear
colour color coloured tint hue farbe farben bunt couleur coloré teinte colores cores colorido kleur kleurig
red scarlet crimson rötlich rote roter rouge rojo colorado vermelho encarnado rood
blue azure navy blau blaue blauer bleu azul azulado blauw blauwe
green greenish grün grüne grüner vert verde esverdeado groen groene
yellow golden gelb gelbe gelber jaunâtre amarillo amarelo geel gele
black schwarz schwarze noir noire negro negra preto preta zwart zwarte blacken
white whitewash weiß weiße weißer blanc blanche blanco blanca branco branca wit witte
grey gray graue gris grise cinzento grijs grijze
brown braun braune brun marron marrón pardo castanho marrom bruin bruine
purple violet pink lila violett rosa rosé mauve rose morado púrpura roxo lilás paars roze
round circle circular sphere globe rund kreis kugel rond cercle boule sphère redondo círculo esfera bola cirkel kring
square rectangle cube quadrat viereck rechteck würfel carré cuadrado rectángulo cubo quadrado retângulo vierkant rechthoek kubus
triangle corner angle dreieck ecke triángulo ángulo esquina triângulo ângulo driehoek hoek
straight crooked bent curve gerade krumm gebogen kurve droit tordu courbe recto torcido curva reto torto rechtdoor krom bocht
stripe stripes dotted checked spotted streifen gestreift kariert gepunktet rayure rayé carreaux rayado lunares listra riscado bolinhas streep gestreept geruit gestippeld
sharp blunt pointed scharf stumpf spitz aiguisé émoussé pointu afilado filo puntiagudo afiado pontiagudo scherp puntig whet sharpen schärfen afilar slijpen
dog puppy hound bark hund welpe gebellt chien chiot aboyer perro cachorro ladrar ladrido cão cadela latir hond pup blaffen geblaft
cat kitten purr miaow katze kater kätzchen schnurren miauen chatte chaton ronronner miauler gato gata gatito maullar ronronear ronronar miar kat poes katje spinnen chat
horse pony foal stallion pferd stute fohlen hengst cheval chevaux jument poulain caballo yegua potro cavalo égua paard merrie veulen
ridden rider gallop reiten geritten reiter galopp chevaucher cavalier galop cabalgar jinete montar galope cavalgar cavaleiro paardrijden ruiter ride rode
donkey mule esel maultier âne mulet burro asno mula mulo jumento ezel muildier
cow cattle ox oxen bull kuh kühe kalb stier ochse vache veau taureau vaca ternero toro buey bezerro touro boi gado koe koeien kalf calf
pig piglet boar schwein ferkel sau cochon porc truie cerdo puerco lechón porco leitão porca varken big zeug
sheep lamb ewe flock shepherd schaf lamm herde schäfer hirte mouton agneau brebis berger oveja cordero pastor rebaño ovelha cordeiro carneiro rebanho schaap schapen lam herder kudde
goat ziege geiß chèvre bouc cabra cabrito bode geit bok
hen chicken rooster cock chick henne huhn hühner hahn küken poule poulet coq poussin gallina pollo gallo pollito galinha frango galo pinto kip kippen haan kuiken
duck goose geese swan ente gans gänse schwan canard oie cygne pato ganso oca cisne eend ganzen zwaan
bird birds wing beak vogel vögel flügel schnabel oiseau oiseaux aile bec pájaro ave ala pico pássaro asa bico vogels vleugel snavel
feather feathers plumage federn gefieder plume pluma plumaje pena plumagem veer veren
nest nests hatch nester brüten schlüpfen couver éclore nido incubar ninho nestje broeden uitkomen brood
sparrow blackbird robin spatz sperling schwalbe amsel moineau hirondelle merle gorrión golondrina mirlo pardal andorinha melro mus zwaluw merel
pigeon dove dovecote taube taubenschlag colombe pigeonnier paloma palomar pombo pomba pombal duif duiven duiventil
crow raven magpie jackdaw krähe rabe elster corbeau corneille cuervo urraca corvo gralha pega kraai raaf ekster kauw
owl eagle hawk falcon eule adler falke habicht hibou chouette aigle faucon búho lechuza águila halcón coruja águia falcão uil arend valk
seagull gull stork heron möwe storch reiher mouette goéland cigogne héron gaviota cigüeña garza gaivota cegonha garça meeuw ooievaar reiger
mouse mice rat mousetrap maus mäuse ratte mausefalle souris souricière ratón ratones rata ratonera rato ratazana ratoeira muis muizen muizenval
rabbit hare bunny hutch kaninchen hase hasen lapin lièvre clapier conejo liebre madriguera coelho lebre toca konijn haas konijnenhok
fox wolf wolves bear fuchs füchse wölfe bär renard loup zorro lobo oso raposa urso vos vossen
deer stag antler hunter hunt hirsch reh geweih jäger jagd cerf chevreuil chasse chasseur ciervo venado caza cazador veado cervo caça caçador hert ree jacht jager gewei
squirrel hedgehog badger eichhörnchen igel dachs maulwurf écureuil hérisson blaireau taupe ardilla erizo tejón topo esquilo ouriço texugo toupeira eekhoorn egel mol
bat bats fledermaus fledermäuse chauve-souris murciélago morcego vleermuis vleermuizen
insect beetle ant ants bug insekt käfer ameise insecte scarabée fourmi insecto escarabajo hormiga inseto besouro formiga kever mier mieren
fly flies mosquito wasp sting fliege mücke wespe stechen gestochen mouche moustique guêpe mosca avispa picadura vespa picada vlieg wesp steken
spider web cobweb spinne spinnennetz spinnwebe araignée toile araña telaraña aranha teia spin spinnenweb
butterfly moth caterpillar schmetterling falter motte raupe papillon chenille mariposa polilla oruga borboleta traça lagarta vlinder rups
worm earthworm maggot wurm würmer regenwurm made asticot lombric gusano lombriz verme minhoca pier
snail slug shell schnecke schneckenhaus nacktschnecke escargot limace coquille caracol babosa lesma slak slakkenhuis schelp muschel coquillage concha
snake lizard viper schlange eidechse otter serpent vipère lézard serpiente culebra lagarto víbora cobra serpente lagartixa slang hagedis adder
frog toad tadpole newt frosch frösche kröte kaulquappe molch grenouille crapaud têtard rana sapo renacuajo rã girino kikker pad kikkervisje
fish trout salmon carp scales fisch forelle lachs karpfen poisson truite saumon carpe pez pescado trucha salmón peixe truta salmão vissen forel zalm karper
herring cod eel sardine hering kabeljau aal hareng morue anguille arenque bacalao anguila sardina bacalhau enguia sardinha haring kabeljauw paling
crab lobster shrimp mussel oyster krabbe hummer garnele auster crabe homard crevette huître cangrejo langosta gamba mejillón ostra caranguejo lagosta camarão mexilhão krab kreeft garnaal mossel oester
whale seal dolphin wal robbe seehund delfin baleine phoque dauphin ballena foca delfín baleia golfinho walvis zeehond dolfijn
monkey elephant lion tiger zoo affe elefant löwe tierpark singe éléphant zoologique mono elefante león tigre macaco leão aap olifant leeuw tijger dierentuin
animal beast vet tier tiere haustier tierarzt bête vétérinaire mascota bestia veterinario bicho veterinário dier dieren huisdier dierenarts pet
tail paw claw hoof fur schwanz pfote kralle huf queue patte griffe sabot fourrure pata garra pezuña rabo cauda staart poot klauw hoef
cage aviary captive käfig voliere einsperren volière jaula enjaular gaiola viveiro kooi hok opgesloten
stable barn shed cowshed stall scheune schuppen étable écurie grange hangar establo cuadra granero estábulo celeiro curral stal schuur
straw fodder heu stroh futter krippe foin paille fourrage heno paja forraje feno palha forragem hooi stro voer hay
tree trees trunk baum bäume stamm arbre tronc árbol árboles tronco árvore boom bomen boomstam
branch twig bough ast äste zweig branche rameau brindille rama ramita ramo galho tak takken twijg
leaf leaves foliage blatt blätter laub feuille feuillage hoja follaje folha folhagem blad bladeren loof
root roots stump wurzel wurzeln racine souche raíz raíces tocón raiz raízes toco boomwortel wortels stronk
oak beech birch eiche buche birke linde chêne hêtre bouleau tilleul roble haya abedul tilo carvalho faia bétula tília eik beuk berk
fir pine spruce conifer tanne kiefer fichte tannenzapfen sapin pin épicéa abeto pino pinheiro pinha spar dennenappel
willow poplar alder weide pappel erle saule peuplier aulne sauce chopo álamo aliso salgueiro choupo wilg populier els
forest wood woods woodland grove wald wälder forst hain forêt bois bosquet bosque selva arboleda floresta mata arvoredo bos bossen woud
hedge bush shrub thicket hecke busch strauch gebüsch haie buisson arbuste seto arbusto matorral sebe moita heg haag struik bosje
thorn thorns nettle thistle bramble dorn dornen brennnessel distel épine ortie chardon ronce espina ortiga cardo zarza espinho urtiga silva doorn brandnetel
flower bloom blossom bouquet blume blumen blüte strauß blühen fleur fleurir floraison flor florecer flores florir floração bloem bloemen bloeien bloesem boeket
tulip daffodil lily daisy tulpe narzisse lilie gänseblümchen tulipe jonquille lys marguerite tulipán narciso lirio margarita tulipa lírio margarida tulp narcis lelie madeliefje
wilt withered faded verwelken verwelkt welk faner flétri fané marchitar marchito mustio murchar murcho verdord
plant plants planted pflanze pflanzen gepflanzt topfpflanze plante planter planta plantar planten geplant kamerplant zimmerpflanze
seed seeds sown seedling samen säen gesät saat keimling graine semer semence semis semilla sembrar siembra semente semear zaad zaaien gezaaid kiem sow
garden gardener gardening lawn garten gärten gärtner rasen jardin jardinier pelouse jardín jardinero césped jardim jardineiro relva gramado tuin tuinen tuinman gazon
flowerpot windowsill blumentopf blumenkasten jardinière maceta tiesto bloempot vensterbank fensterbank
weed weeding unkraut jäten désherber maleza escardar erva-daninha capinar onkruid wieden
watering sprinkle gießen gießkanne arroser arrosoir regar regadera regador rega gieter begieten bewässern irrigate irrigation
grass meadow pasture gras wiese herbe pré prairie pâturage hierba prado pasto erva relvado pastagem grasland weiland wei
mow mown lawnmower scythe sickle mähen gemäht rasenmäher sense sichel faucher tondeuse segar guadaña hoz cortacésped ceifar foice cortador maaien grasmaaier zeis
dig dug spade shovel graben gegraben spaten schaufel creuser bêche pelle cavar pala excavar enxada escavar graven gegraven schop
rake pitchfork rechen harke hacke mistgabel râteau binette houe rastrillo azada horca ancinho enxada forquilha hark schoffel hooivork
soil earth mud clod erde boden schlamm matsch erdreich boue terreau barro lodo tierra terra lama aarde modder grond
compost manure dung fertiliser kompost dünger düngen jauche fumier engrais abono estiércol compostaje estrume adubo esterco mest gier bemesten
harvest reap reaped crop ernte ernten geerntet récolte moisson récolter cosecha cosechar siega colheita safra oogst oogsten geoogst
wheat corn rye barley oats maize weizen roggen gerste hafer mais getreide blé seigle orge avoine maïs trigo centeno cebada avena maíz centeio cevada aveia milho tarwe rogge gerst haver graan
farm farmer farmhouse peasant bauer bauernhof landwirt paysan ferme fermier agriculteur granja granjero campesino agricultor fazenda fazendeiro camponês quinta boer boerderij landbouwer
field acre furrow acker felder feld furche champ sillon labour surco campos lavoura sulco akker akkers veld
plough plow ploughed tractor harrow pflug pflügen gepflügt traktor egge charrue labourer tracteur arado arar labrar trator lavrar ploeg ploegen geploegd trekker
fence gate railing zaun zäune gatter tor clôture barrière valla cerca verja portón portão hek omheining poort
weather forecast wetter wettervorhersage wetterbericht météo prévision clima pronóstico meteorología previsão meteorologia weerbericht weersverwachting
rain rained rainy drizzle downpour regen regnen geregnet nieselregen pluie pleuvoir plu averse lluvia llover aguacero llovizna chuva chover chuvisco regenen geregend motregen bui
snow snowed snowflake snowman schnee schneien geschneit schneemann schneeflocke neige neiger flocon nieve nevar nevada neve sneeuw sneeuwen gesneeuwd sneeuwpop
ice icy frozen freeze froze frost eis vereist frieren gefroren glacé gel gelé geler verglas hielo helado helada congelar gelo geada congelado ijs ijzel vriezen gevroren vorst
thaw melt melted tauen schmelzen geschmolzen dégel dégeler fondre fondu deshielo derretir derretido degelo derreter dooi smelten gesmolten
chilly freezing coldness shiver kalt kälte eiskalt frösteln froid froideur grelotter frío helar tiritar frio koud kou rillen huiveren ijskoud cold
heat hot warm warmth heiß hitze wärme schwül chaud chaleur tiède calor caliente cálido quente morno caloroso heet hitte warmte zwoel
wind windy breeze gust böe windig brise vent rafale viento ráfaga brisa vento ventania rajada windvlaag bries waait waaien
storm gale hurricane tempest sturm stürme orkan tempête ouragan orage tormenta huracán temporal vendaval tempestade furacão orkaan noodweer
thunder lightning thunderstorm donner blitz gewitter tonnerre éclair foudre trueno relámpago rayo trovão relâmpago raio donder bliksem onweer
fog foggy haze nebel neblig dunst brouillard brume niebla neblina bruma nevoeiro névoa nevel mistig
cloud clouds cloudy wolke wolken bewölkt nuage nuageux nube nublado nuvem nuvens wolk bewolkt
hail hailstone hailstorm hagel hagelkorn grêle grêlon granizo pedrisco saraiva hagelbui hagelen
rainbow regenbogen arc-en-ciel arcoíris arco-íris regenboog
drought dry dried arid dürre trocken trockenheit vertrocknet sécheresse sec sèche séché sequía seco secar seca secura droog droogte uitgedroogd drogen
damp moist humid soaked nass feucht durchnässt feuchtigkeit mouillé humide trempé humidité mojado húmedo mojar humedad molhado úmido húmido umidade nat vochtig doorweekt vocht wet
spring springtime frühling frühjahr printemps primavera lente voorjaar
summer sommer été verano verão zomer estival zomers sommerlich
autumn herbst automne otoño outono herfst najaar automnal
winter wintertime hiver invierno inverno winters winterlich hibernal
mountain mountains peak summit berg berge gebirge gipfel montagne sommet montaña cumbre cima monte montanha bergen bergtop gebergte
hill slope hügel abhang colline pente coteau colina cerro ladera cuesta morro encosta ladeira heuvel helling hang
valley ravine canyon tal täler schlucht vallée vallon valle barranco desfiladero vale desfiladeiro dal kloof ravijn
rock cliff boulder fels felsen klippe rocher falaise roche acantilado peñasco roca rocha penhasco rochedo rots rotsen klif
cavern grotto höhle grotte tropfstein caverne cueva caverna gruta grot cave
volcano lava eruption vulkan ausbruch vulkanausbruch volcan lave volcán volcánico vulcão erupção vulkaan uitbarsting
earthquake quake tremor erdbeben beben séisme tremblement terremoto sismo seísmo aardbeving beving
desert dune oasis wüste düne désert desierto duna deserto woestijn duin
sand sandy gravel pebble kiesel sable gravier galet arena grava guijarro areia cascalho seixo zand kiezel
swamp marsh bog moor sumpf morast marais tourbière marécage pantano ciénaga pântano brejo moeras veen
lake pond puddle teich pfütze tümpel lac étang flaque lago laguna charco estanque lagoa poça vijver plas poel
river stream brook creek fluss flüsse bach bäche strom rivière fleuve ruisseau río arroyo riachuelo rio ribeiro riacho rivier beek stroom
well fountain source brunnen quelle springbrunnen puits fontaine pozo manantial poço nascente chafariz waterput bron fontein
waterfall cascade wasserfall cascada catarata cachoeira cascata waterval
flood flooded flooding hochwasser flut überschwemmung überflutet inondation inondé inundación riada inundado enchente cheia inundação overstroming ondergelopen watersnood
dam dyke levee damm deich staudamm talsperre digue barrage presa dique embalse represa barragem dijk stuwdam
sea ocean meer ozean mer océan mar océano mares oceano zee zeeën oceaan
wave waves surf surge welle wellen brandung vague houle ola oleaje ondas golven branding
tide ebb tidal gezeiten ebbe marée reflux marea bajamar pleamar maré eb vloed getij
beach shore coast seaside strand ufer küste plage rivage côte rive playa orilla costa praia litoral kust oever
island isle insel inseln île îlot isla islote ilha eiland eilanden
sky heaven himmel himmelszelt ciel cieux cielo céu hemel
sun sunny sunshine sunlight sonne sonnig sonnenschein soleil ensoleillé soleado ensolarado zon zonnig zonneschijn sol
sunrise dawn daybreak sonnenaufgang morgendämmerung aube aurore amanecer alba amanhecer aurora alvorada zonsopgang dageraad
sunset dusk twilight sonnenuntergang abenddämmerung dämmerung crépuscule coucher atardecer anochecer ocaso crepúsculo entardecer zonsondergang schemering
moon moonlight lunar monde mondschein lune luna lua luar maan maanlicht mond
star stars constellation stern sterne sternbild étoile estrella constelación estrela constelação ster sterren sterrenbeeld
telescope planet comet astronomer eclipse fernrohr teleskop komet finsternis télescope planète comète éclipse telescopio planeta cometa telescópio telescoop komeet sterrenwacht observatory
light shine shone bright licht leuchten hell scheinen lumière briller clarté luz brillar brillo brilho brilhar schijnen geschenen helder
dark darkness gloom dunkel dunkelheit finster obscur obscurité sombre ténèbres oscuro oscuridad tinieblas escuro escuridão donker duister duisternis
shadow shade schatten ombre ombrage sombra schaduw lommer
night midnight nacht nächte mitternacht nuit minuit noche medianoche noite meia-noite nachten middernacht
sound noise loud din lärm geräusch laut krach bruit bruyant vacarme ruido ruidoso sonido barulho ruído som lawaai geluid herrie luid
echo resound reverberate widerhall nachhall écho résonner eco resonar retumbar ecoar weerklank galm weergalmen
creak squeak rattle rustle knarren quietschen klappern rascheln grincer grincement crisser crujir chirriar rechinar chiar guinchar kraken piepen rammelen ritselen
knock knocked thump klopfen geklopft pochen frapper toquer golpear golpe bater batida kloppen geklopt bonzen
hum buzz drone whirr summen brummen surren bourdonner bourdonnement vrombir zumbar zumbido zunir zoemen gezoem brommen
whistle whistled pfeifen gepfiffen siffler sifflet sifflement silbar silbido silbato assobiar assobio apito fluiten gefloten fluitje
smell scent odour fragrance perfume geruch riechen gerochen duft odeur parfum olor oler aroma cheiro cheirar geur ruiken geroken
stink stank stench smelly gestank stinken stinkt gestunken puer puanteur pestilent hedor apestar fedor fedorento gestonken
sleep slept asleep nap doze schlafen geschlafen schlief schlaf einschlafen dormir sommeil endormi sieste dormido dormirse siesta sueño sono adormecer dormiu sesta slapen geslapen sliep slaap dutje
sleepless insomnia awake schlaflos schlaflosigkeit wachliegen insomnie insomniaque insomnio desvelado insônia insónia slapeloos slapeloosheid wakker
wake woke woken aufwachen aufgewacht wecken geweckt wecker réveiller réveil réveillé despertar despertador despierto acordar acordou wekken gewekt wekker ontwaken
dream dreamt dreamed nightmare traum träume träumen geträumt albtraum rêve rêver songe cauchemar soñar pesadilla soñado sonho sonhar pesadelo droom dromen gedroomd nachtmerrie
snore snored snoring schnarchen geschnarcht ronfler ronflement roncar ronquido roncador snurken gesnurkt
yawn tired weary exhausted gähnen müde erschöpft müdigkeit bâiller fatigué fatigue épuisé bostezar cansado cansancio agotado bocejar cansaço exausto geeuwen gapen moe vermoeid uitgeput
play played playing game spielen gespielt spiel jeu jouer joueur jugar juego jugador brincar jogar jogo brincadeira spelen gespeeld spelletje speler
playground swing slide sandpit seesaw spielplatz schaukel rutsche sandkasten balançoire toboggan columpio tobogán balancín balanço escorrega baloiço speeltuin schommel glijbaan zandbak
hide hid hidden hiding verstecken versteckt versteck cacher caché cachette esconder escondido escondite esconderijo verstoppen verstopt verborgen verstoppertje
chess checkmate pawn schach schachbrett schachmatt échecs échiquier ajedrez jaque peón xadrez peão schaken schaakbord schaak
dice gamble gambling bet lottery würfeln glücksspiel wette wetten lotterie pari parier loterie dado apuesta apostar lotería aposta loteria dobbelsteen gokken loterij weddenschap
puzzle riddle crossword jigsaw rätsel kreuzworträtsel puzzeln énigme devinette casse-tête acertijo adivinanza rompecabezas crucigrama enigma adivinha charada quebra-cabeça raadsel kruiswoordraadsel legpuzzel
toy toys doll teddy spielzeug puppe teddybär bauklotz jouet poupée peluche juguete brinquedo boneca speelgoed pop knuffel speeltje muñeca
puppet marionette handpuppe kasperle puppentheater marionnette guignol títere marioneta fantoche marionete poppenkast marionet
kite drachensteigen papierdrachen cerf-volant papagaio pipa vlieger vliegeren
balloon balloons luftballon ballon montgolfière balão ballonnen luchtballon heißluftballon
ball football soccer goal fußball fußballspiel balle footballeur fútbol balón pelota futbolista futebol bola gol voetbal voetballer voetballen
race raced runner sprint marathon wettlauf rennen läufer gerannt rennt coureur courir maratón carrera corrida maratona hardlopen hardloper wedstrijd corredor
swim swam swum swimmer pool schwimmen geschwommen schwimmbad schwimmer nager nageur piscine natation nadar nadador piscina natación nadou natação zwemmen gezwommen zwembad zwemmer
dive dived diver diving tauchen getaucht taucher plonger plongeur plongée bucear buzo zambullir mergulhar mergulhador mergulho duiken gedoken duiker
drown drowned ertrinken ertrunken noyer noyé noyade ahogar ahogado afogar afogado afogamento verdrinken verdronken
ski skiing sled sledge schlitten rodeln skifahren luge traîneau esquí esquiar trineo esqui trenó slee sleeën skiën
skate skates rink schlittschuh eislaufen eisbahn patin patiner patinoire patinar patín patinaje patinagem patins schaatsen schaats ijsbaan geschaatst
gymnastics gym athlete turnen turnhalle sportler gymnastique gymnase athlète sportif gimnasia gimnasio atleta ginástica ginásio gymnastiek sporter sportschool gymzaal
climb climbed climber klettern geklettert kletterer erklimmen grimper grimpeur escalade alpiniste escalar trepar escalador alpinista escalada klimmen geklommen bergbeklimmer
jump leap hop jumped springen gesprungen sprung hüpfen sauter sauté saut bondir saltar salto pular pulo sprong gesprongen huppelen
fall fallen stumble tripped gefallen stürzen gestürzt stolpern sturz tomber tombé chute trébucher caer caída tropezar caído cair queda tropeçar tombo vallen gevallen struikelen val fell
slip slippery slid skid rutschen ausgerutscht glatt glitschig glisser glissant dérapé resbalar resbaladizo resbalón escorregar escorregadio glibberig uitglijden uitgegleden glad
walk walked stroll hike hiking spazieren spaziergang wandern wanderung promenade marcher randonnée balade caminar paseo pasear caminata caminhada passeio caminhar wandelen gewandeld wandeling
winner won victory champion medal gewinnen gewonnen sieg sieger medaille gagner gagné victoire vainqueur médaille ganar victoria ganador campeón medalla vencer vitória vencedor campeão winnen overwinning winnaar
lose defeat beaten loser verloren niederlage verlierer perdre défaite perdant vaincu derrota derrotado perdedor verliezen nederlaag verliezer
music musician musik musiker musikant musique musicien música músico musicienne muziek muzikant melodie tune melody mélodie melodía melodia
sing sung song singer choir singen gesungen lied sänger chor chanter chanson chanteur chœur chorale cantar canción cantante coro canção cantor zingen gezongen liedje zanger koor
violin fiddle geige violine geiger violon violoniste violín violinista violino viool violist violinist
cello viola bratsche kontrabass violoncelle contrebasse violonchelo contrabajo violoncelo contrabaixo altviool contrabas
piano pianist klavier klaviertaste pianiste pianista pianospeler
organ organist orgel orgelpfeife orgue organiste órgano organista órgão orgelpijp
guitar lute harp gitarre laute harfe guitare luth harpe guitarra laúd arpa violão alaúde harpa gitaar luit
flute oboe clarinet recorder flöte blockflöte klarinette flûte hautbois clarinette flauta clarinete oboé fluit blokfluit hobo klarinet
trumpet horn trombone trompete posaune trompette clairon trompeta trombón corneta trombeta trompet bazuin hoorn
drum drums drummer trommel trommeln schlagzeug pauke tambour batterie tambor batería bombo bateria trom trommelen drumstel slagwerk
accordion harmonica akkordeon ziehharmonika mundharmonika accordéon acordeón armónica acordeão sanfona gaita trekharmonica accordeon mondharmonica
orchestra symphony concert orchester dirigent konzert orchestre orquesta concierto orquestra concerto orkest
rhythm beat metronome tempo rhythmus takt metronom rythme cadence métronome ritmo compás metrónomo compasso ritme maat metronoom
tuning tuner detuned stimmgabel verstimmt accordeur accorder diapason désaccordé afinar afinador desafinado diapasão stemvork ontstemd stemmen
dance danced dancer ballet waltz tanz tänze tanzen getanzt tänzerin danse danser danseur bailar baile bailarina dançar dança bailarino dansen gedanst wals walzer
theatre theater stage drama bühne schauspiel theaterstück théâtre scène teatro escenario palco escena toneel schouwburg podium
actor actress audition rehearsal schauspieler schauspielerin probe acteur actrice comédien répétition ensayo actriz ator atriz ensaio toneelspeler repetitie
applause clap audience applaus klatschen publikum beifall applaudir applaudissement aplauso aplaudir público plateia applaudisseren toeschouwer zuschauer
mask masks disguise costume carnival maske verkleidung verkleiden kostüm karneval fasching masque déguisement carnaval máscara disfraz disfrazar fantasia masker verkleed verkleden
circus clown juggler acrobat zirkus jongleur akrobat cirque acrobate circo payaso malabarista palhaço goochelaar acrobaat
fair funfair carousel merry-go-round jahrmarkt kirmes karussell foire manège feria tiovivo carrusel feira carrossel kermis draaimolen
film cinema movie kino spielfilm leinwand cinéma película cine filme bioscoop speelfilm
television tv fernseher fernsehen télévision téléviseur televisión televisor telenovela televisão televisie
radio wireless antenna rundfunk antenne sender émission emisora antena rádio omroep zender
book books volume novel buch bücher roman livre bouquin tome libro novela tomo livro romance boek boeken
page pages margin footnote seite randnotiz fußnote marge página margen rodapé bladzijde pagina kantlijn voetnoot
library librarian bookcase bibliothek bücherei bibliothekar bibliothèque bibliothécaire biblioteca bibliotecario bibliotecária bibliotecário bibliotheek bibliothecaris
bookshop bookseller antiquarian buchhandlung buchhändler antiquariat librairie libraire bouquiniste librería librero livraria livreiro alfarrabista sebo boekhandel boekwinkel antiquariaat
read reading reader lesen gelesen leser vorlesen lire lecteur leído lector lectura leitura leitor ler lezen gelezen lezer voorlezen
write wrote written writing writer schreiben geschrieben schrieb schriftsteller écrire écrit écriture écrivain escribir escrito escritura escritor escrever escrita schrijven geschreven schrijver
handwriting scrawl scribble illegible handschrift gekritzel unleserlich kritzeln griffonner griffonnage illisible garabato garabatear ilegible garatuja rabisco ilegível krabbelen gekrabbel onleesbaar
pen pencil nib ballpoint bleistift kugelschreiber füller stylo crayon lápiz bolígrafo caneta esferográfica potlood balpen vulpen
ink inkwell blot tinte tintenfass tintenfleck klecks encre encrier tinta tintero tinteiro borrão inkt inktpot inktvlek
paper cardboard papier pappe karton papierbogen carton papel cartón cartulina papelão cartolina bordpapier
notebook diary journal notizbuch tagebuch heft carnet cahier cuaderno diario libreta caderno diário notitieboek dagboek schrift
letter envelope correspondence brief briefe umschlag briefumschlag lettre enveloppe correspondance carta correspondencia correspondência brieven envelop
postman mailbox postbote briefträger briefkasten facteur cartero buzón correo carteiro correio postbode brievenbus postkantoor postkarte postcard postal
stamp postage franked briefmarke frankieren timbre affranchir sello estampilla franqueo selo franquia postzegel frankeren
parcel package courier paket päckchen lieferung colis livraison livreur paquete mensajero repartidor encomenda pacote estafeta pakje pakket bezorger koerier
word words dictionary vocabulary wort wörter wörterbuch vokabel mots dictionnaire vocabulaire palabra diccionario vocabulario palavra dicionário vocabulário woord woorden woordenboek
alphabet spelling spelt misspelt buchstabe buchstaben buchstabieren rechtschreibung orthographe épeler alfabeto ortografía deletrear soletrar ortografia alfabet spellen
language translate translation translator interpreter sprache übersetzen übersetzung dolmetscher traduire traduction interprète idioma traducir traducción traductor traduzir tradução tradutor taal vertalen vertaling tolk
poem poet poetry verse rhyme gedicht dichter reim poème poésie poète rime poema poesía poeta rima verso poesia rijm
story tale fairytale legend erzählung märchen geschichte conte récit légende cuento relato leyenda conto lenda verhaal sprookje
newspaper reporter journalist headline zeitung schlagzeile journaliste quotidien periódico periodista titular prensa jornal jornalista manchete krant voorpagina
advertisement advert poster werbung anzeige plakat publicité annonce affiche anuncio publicidad cartel anúncio publicidade cartaz reclame advertentie
school schoolyard classroom schule klassenzimmer schulhof école classe escuela colegio aula escola colégio klaslokaal schoolplein
pupil schoolboy schoolgirl student schüler schülerin élève écolier étudiant alumno alumna estudiante aluno aluna estudante leerling scholier
teacher teach taught lesson lehrer lehrerin unterrichten unterricht enseignant professeur enseigner instituteur profesor enseñar lección professor ensinar leraar lerares onderwijzer onderwijzen maestro
learn learned learnt lernen gelernt gelernte apprendre appris apprentissage aprender aprendido aprendizaje aprendizagem aprendeu leren geleerd
exam examination prüfung examen durchgefallen abitur examinateur suspender aprobar exame prova reprovado tentamen geslaagd gezakt
grades schulnote zeugnis bulletin boletín calificación boletim rapportcijfer
homework hausaufgabe aufsatz devoirs rédaction deberes redacción redação huiswerk opstel
blackboard chalk wandtafel kreide tafelkreide craie pizarra tiza lousa giz schoolbord krijt krijtje
university faculty lecturer universität vorlesung dozent université amphithéâtre universidad facultad universidade faculdade universiteit college hoogleraar lecture
apprentice apprenticeship trainee lehrling auszubildender azubi lehre apprenti stagiaire aprendiz becario estagiário leerjongen stagiair
reckon addition subtract multiply arithmetic rechnen gerechnet addieren calculer calcul calcular cálculo suma sumar somar soma rekenen berekenen optellen rekensom calculate calculation
count counted counting tally zählen gezählt zahl abzählen compter compté dénombrer contar conteo recuento contagem tellen geteld telling
church chapel cathedral kirche dom münster église chapelle cathédrale iglesia capilla catedral igreja capela kerk kapel kathedraal
priest vicar bishop monk nun pfarrer priester bischof mönch nonne prêtre curé évêque moine sacerdote obispo monje monja bispo monge freira dominee bisschop monnik cura
monastery convent abbey kloster abtei monastère couvent abbaye monasterio convento abadía mosteiro abadia klooster abdij
pray prayed prayer beten gebetet gebet prier prière rezar oración rezo oração reza bidden gebeden gebed
bible gospel sermon bibel evangelium predigt évangile biblia evangelio sermón bíblia evangelho sermão bijbel evangelie preek
god gott götter dieu dieux dios dioses deus deuses goden godin goddess
angel devil saint engel teufel heiliger ange diable ángel diablo demonio santo anjo diabo demônio duivel heilige
baptism baptise christening godfather taufe taufen getauft pate baptême baptiser parrain marraine bautizo bautizar padrino batismo batizar padrinho doop dopen gedoopt peter
mosque synagogue rabbi imam ramadan moschee synagoge mosquée mezquita sinagoga mesquita moskee fasten fasting fastenzeit
christmas xmas weihnachten weihnachtsbaum noël navidad natal kerst kerstmis kerstboom advent
easter ostern osterei pâques pascua páscoa pasen paasei
party feast celebrate celebration feiern gefeiert fest feier fêter fête célébrer fiesta celebrar festejar celebración festa comemorar feest vieren gevierd feestje
present presents wrapping geschenk geschenke schenken cadeau regalo regalar oferecer cadeautje kado
firework fireworks firecracker rocket feuerwerk rakete böller artifice pétard cohete petardo fogos foguete vuurwerk vuurpijl rotje
ghost haunted spook witch gespenst geist spuk hexe fantôme sorcière hanté fantasma bruja embrujado bruxa assombrado heks geest
magic magician wizard spell zauber zauberer zaubern magie magicien sorcier magia mago hechizo mágico feiticeiro toveren tovenaar
tool tools toolbox werkzeug werkzeugkasten outil outillage herramienta ferramenta gereedschap gereedschapskist
hammer mallet anvil hammerschlag amboss marteau maillet enclume martillo mazo yunque martelo bigorna hamer aambeeld
nail nails nägel nageln clou clouer clavo clavar prego pregar spijker spijkers spijkeren
screw screws screwdriver bolt schraube schrauben schraubenzieher tournevis tornillo atornillar destornillador parafuso aparafusar schroef schroeven schroevendraaier
spanner wrench schraubenschlüssel schraubenmutter écrou boulon tuerca perno moersleutel steeksleutel moer bolzen
pliers tongs pincers tweezers zange pinzette kneifzange pince tenaille alicates tenazas pinzas alicate pinça tang pincet nijptang
sawed sawdust säge sägen gesägt sägemehl scie scier sciure serrar serrín serrote serragem zaag zagen gezaagd zaagsel
drill drilled bohren gebohrt bohrer bohrmaschine perceuse percer foret taladro taladrar broca furadeira furar berbequim boormachine boren geboord
hole holes gap loch löcher lücke öffnung trou trous lacune agujero hueco hoyo buraco furo orifício gat gaten opening
axe hatchet chop axt beil hacken hache hachette hacha machado machadinha bijl hakbijl hakken
rasp sandpaper feile feilen raspel schleifpapier schleifen limer râpe lima limar lijado lijar lixa lixar vijl vijlen schuurpapier schuren
chisel gouge carve carved carving meißel schnitzen geschnitzt burin sculpter cincel tallar formón cinzel entalhar beitel snijwerk uitgesneden
scissors shears schere scherenschnitt ciseaux cisailles tijera tijeras tesoura tesouras schaar scharen
cut slice sliced schneiden geschnitten schnitt scheibe couper coupé tranche cortar corte rebanada tajo cortado fatia snijden gesneden plak snee
glue glued sticky adhesive paste leim kleber kleben geklebt klebrig klebstoff colle coller colar pegamento pegar pegajoso adhesivo adesivo grude lijm lijmen plakken kleven kleverig cola
weld solder welder blowtorch schweißen geschweißt löten lötkolben souder soudure soudeur soldar soldadura soldador solda gelast solderen soldeerbout lasser
machine machinery mechanism maschine apparat maschinen mécanisme appareil máquina maquinaria mecanismo aparato aparelho toestel machinerie
engine motor diesel turbine motoren triebwerk moteur turbina motores verbrennungsmotor verbrandingsmotor
gear cog cogwheel gearbox zahnrad zahnräder getriebe engrenage engranaje piñón engrenagem tandwiel tandrad versnellingsbak
lever crank handle pulley winch hebel kurbel griff winde flaschenzug levier manivelle poignée poulie palanca manivela polea alavanca roldana hendel hefboom zwengel katrol lier
wheel axle spoke rad räder speiche achse roue essieu rueda eje roda eixo wiel wielen spaak
lubricate grease oiled schmieren schmierfett geölt ölen lubrifier graisse graisser lubricar grasa engrasar lubrificar graxa smeren smeervet gesmeerd
rust rusty corrosion rost rostig verrostet rouille rouillé óxido oxidado herrumbre ferrugem enferrujado roest roestig verroest
metal alloy metall legierung métal alliage aleación metaal legering blech tôle chapa plaatstaal
steel eisen stahl fer acier hierro acero ferro aço ijzer staal
copper brass bronze kupfer messing cuivre laiton cobre latón bronce latão koper brons
gold silver silber gülden doré argenté oro plata dorado plateado ouro prata prateado goud zilver gouden zilveren
tin zinc aluminium blei zinn zink plomb étain plomo estaño chumbo estanho lood blik
forge blacksmith smith schmied schmiede schmieden forgeron forger forja herrero fragua forjar ferreiro smid smederij smeden
foundry smelt gießerei gussform schmelzofen fonderie fundición fundir fundição fundidor gieterij gietijzer gietvorm
timber wooden holz hölzern brett bretter planche madera tabla tablón madeira tábua hout houten planken plank
carpenter joiner carpentry schreiner tischler zimmermann menuisier charpentier menuiserie carpintero ebanista carpintería carpinteiro marceneiro timmerman schrijnwerker meubelmaker
stone stones marble granite stein steine marmor granit pierre marbre piedra mármol granito pedra mármore steen stenen marmer graniet
mason bricklayer stonemason maurer steinmetz maçon albañil cantero pedreiro metselaar steenhouwer
brick bricks mortar cement concrete ziegel backstein mörtel zement beton brique mortier ciment béton ladrillo argamasa cemento hormigón tijolo cimento betão concreto baksteen mortel
glass pane glazier glasscheibe glaser glas verre vitre vitrier vidrio cristal vidriero vidro vidraça vidraceiro glasruit ruit glaszetter
shard splinter fragment scherbe splitter bruchstück tesson éclat esquirla astilla añicos estilhaço caco fragmento scherf brokstuk
clay pottery potter ceramic loam lehm töpfer keramik töpferei argile potier poterie céramique arcilla alfarero cerámica argila oleiro olaria cerâmica klei pottenbakker aardewerk keramiek
paint painted painter brush lacquer lackieren anstreichen gestrichen pinsel maler peinture peindre pinceau peintre pintura pintar pincel brocha pintor verf verven geverfd kwast schilder malen
varnish lacquered polish firnis lack politur vernis vernir lustrer barniz laca barnizar verniz envernizar lak lakken vernissen
drawing draw sketch drawn zeichnen gezeichnet zeichnung skizze dessiner dessin croquis dibujar dibujo boceto desenhar desenho esboço tekenen getekend tekening schets
picture painting portrait gemälde bildnis porträt ölgemälde tableau cuadro retrato quadro schilderij portret
frame frames rahmen bilderrahmen eingerahmt cadre encadrer marco enmarcar moldura caixilho lijst inlijsten omlijsting
statue sculpture sculptor monument denkmal bildhauer skulptur sculpteur estatua escultura escultor estátua standbeeld beeldhouwer beeldhouwwerk
plastic rubber plastik gummi kunststoff plastique caoutchouc plástico goma caucho borracha rubberen kunststof
cork sponge korken schwamm liège éponge corcho esponja cortiça rolha kurk spons
coal charcoal kohle steinkohle holzkohle kohlen charbon houille carbón carvão steenkool kolen houtskool
wall walls mauer wände gemauert mur cloison pared muro tabique parede muur muren wandje
roof rooftop gutter dach dächer dachziegel dachrinne toit tuile gouttière toiture tejado techo teja canalón telhado telha calha dak daken dakpan dakgoot
ceiling zimmerdecke deckenbalken plafond cielorraso teto plafonds
beam rafter girder joist balken träger dachbalken poutre solive viga cabrio trave caibro balk dakspant
door doors doorway doorstep threshold tür türen schwelle hauseingang porte seuil puerta umbral porta soleira deur deuren drempel
doorbell klingel türklingel klingeln geklingelt sonnette sonner campainha deurbel aanbellen aangebeld
window windows windowpane fenster fenstersims fensterbrett fenêtre rebord ventana ventanilla alféizar janela parapeito raam ramen venster
shutter shutters rolladen fensterladen volet contrevent contraventana postigo veneziana luik luiken
stairs staircase stair step ladder rung treppe stufe treppen leiter sprosse escalier marche échelle escalera peldaño escalón escada degrau traptrede treden
handrail banister balcony geländer balkon rampe balcon balustrade barandilla balcón pasamanos corrimão varanda leuning
lift elevator escalator aufzug fahrstuhl rolltreppe ascenseur ascensor elevador roltrap
tower steeple spire turm türme kirchturm clocher torre campanario campanário toren torens kerktoren
bell bells chime glocke glocken läuten geläutet cloche carillon campana campanada repique sineta klokkenspel luiden
castle fortress palace burg festung palast château forteresse palais castillo fortaleza palacio castelo palácio kasteel burcht paleis
ruin ruins crumble collapse collapsed ruine einsturz eingestürzt zerfallen ruines effondrer effondrement écroulé ruina derrumbe derrumbar ruína desabar desabamento ingestort instorting bouwval
build built builder construction bauen gebaut bau baustelle construire construit chantier bâtir construir construcción construção constructor bouwen gebouwd bouwplaats bouwvakker
building skyscraper gebäude hochhaus bâtiment immeuble édifice edificio rascacielos edifício prédio gebouw wolkenkrabber flatgebouw
architect blueprint architekt bauplan grundriss architecte arquitecto arquiteto bouwtekening plattegrond
scaffold scaffolding gerüst baugerüst échafaudage andamio andaime stellage
crane excavator bulldozer kran bagger baukran grue pelleteuse grúa excavadora guindaste escavadora hijskraan graafmachine
repair repaired fix fixed reparieren repariert reparatur ausbessern réparer réparation reparar reparación arreglar arreglo conserto consertar reparação repareren reparatie gerepareerd
demolish demolished demolition abreißen abgerissen abriss démolir démolition demoler demolición derribar demolir demolição slopen gesloopt sloop
wallpaper tapezieren putz gipsplatte enduit crépi empapelar yeso revoque reboco behang behangen stucwerk pleisterwerk
crack cracked crevice fissure spalte lézarde fêlure grieta agrietado rendija rachadura fenda rachado barst scheur gebarsten
leak leaked leaky drip dripping undicht tropfen leck fuite goutte gotera gotear goteo vazamento pingar goteira lekken lekkage druppel lek
plumber pipe pipes drain klempner rohr rohre abfluss plombier tuyau canalisation fontanero tubería tubo desagüe encanador canalizador cano loodgieter buis leiding afvoer
tap faucet sink wasserhahn waschbecken spüle robinet évier lavabo grifo fregadero torneira pia gootsteen wastafel waterkraan
sewer sewage kanalisation abwasser gully égout alcantarilla cloaca esgoto bueiro riool riolering
tunnel tunnels underpass unterführung túnel subterráneo túneis viaduct viaduc viadukt viaducto viaduto
road roads street straße straßen landstraße gasse rue route chaussée ruelle calle carretera callejón rua estrada viela straat straten weg steeg
motorway highway autobahn autoroute autopista autovía rodovia autoestrada snelweg autosnelweg
pavement sidewalk kerb gehweg bürgersteig bordstein trottoir acera bordillo calçada stoep trottoirband
path footpath trail pfad fußweg wanderweg sentier chemin sendero camino vereda trilha caminho paadje wandelpad
crossroads junction roundabout kreuzung kreisverkehr carrefour cruce rotonda encrucijada cruzamento rotunda encruzilhada kruispunt rotonde kruising
traffic congestion verkehr stau embouteillage circulation bouchon tráfico atasco tránsito trânsito engarrafamento verkeer file opstopping
bridge bridges footbridge brücke brücken brückenpfeiler pont passerelle puente pasarela ponte pontes brug bruggen
customs border grenze zöllner douane douanier frontière péage aduana frontera peaje alfândega fronteira pedágio portagem grens tol
railway rail rails train eisenbahn zug züge gleis schiene tren ferrocarril riel comboio trem ferrovia trilho trein treinen spoor spoorweg
station platform bahnhof bahnsteig gare estación andén estação plataforma perron treinstation hauptbahnhof
locomotive steam wagon carriage lokomotive dampflok waggon locomotora vapor vagón locomotiva vagão locomotief stoom stoomtrein dampf vapeur
ticket tickets fare fahrkarte fahrschein eintrittskarte billet billete boleto pasaje bilhete passagem kaartje treinkaartje vervoersbewijs
signalman semaphore stellwerk bahnübergang schranke aiguillage aiguilleur guardagujas agulheiro cancela seinhuis wissel overweg spoorwegovergang weiche
bus tram underground subway straßenbahn u-bahn omnibus autobus tramway métro autobús tranvía colectivo ônibus autocarro bonde bussen metro
driver drive drove driven fahrer fahren gefahren chauffeur conduire conducteur conducir chófer motorista dirigir conduzir bestuurder rijden gereden chauffeurs conductor
cars automobile auto autos wagen pkw voiture bagnole coche automóvil carro automóvel wagenpark car
lorry truck laster lastwagen lkw camion camionnette camión camioneta furgoneta caminhão camião carrinha vrachtwagen bestelwagen bestelbus van
tyre puncture reifen reifenpanne geplatzt pneu crevaison pinchazo neumático lekke autoband fietsband
brake brakes braking bremse bremsen gebremst bremsweg frein freiner freinage freno frenar frenado freio travar travão freiar rem remmen geremd
petrol fuel gasoline benzin tanken tankstelle kraftstoff essence carburant gasolina combustible gasolinera combustível benzine tankstation brandstof
garage mechanic werkstatt mechaniker kfz garagiste mécanicien taller mecánico mecânico monteur garagehouder werkplaats
parking parked parken parkplatz geparkt stationnement garer stationner aparcar aparcamiento estacionar estacionamento estacionou parkeren geparkeerd parkeerplaats
crash collision collided zusammenstoß kollision aufprall heurter percuter choque colisión estrellarse colisão botsing gebotst aanrijding
accident mishap mishaps unfall unfälle verunglückt accidenté accidente siniestro percance acidente acidentado desastre ongeluk ongeval
bicycle bike cyclist pedal cycling fahrrad radfahrer radeln pedale vélo bicyclette cycliste bicicleta ciclista pedalear bici pedalar fiets fietsen fietser gefietst
motorbike moped scooter motorcycle motorrad mofa roller moto mobylette motard motocicleta motociclista motoneta motorfiets brommer
ship ships vessel steamer schiff schiffe dampfer navire paquebot bateau barco buque navío navio embarcação schip schepen stoomboot
dinghy canoe oar ruderboot kahn rudern barque canot rame ramer bote remo remar canoa roeiboot roeien roeispaan sloep
sail sails sailing mast rigging segel segeln gesegelt segelboot voile voilier mât velero navegar mástil veleiro velejar mastro zeil zeilen zeilboot gezeild
anchor moored mooring anker ankern ancre ancrer amarrer ancla fondear amarrar amarra âncora ancorar ancoradouro verankerd aanmeren aangemeerd ankeren
harbour harbor port quay dock wharf hafen häfen kai quai jetée puerto muelle dársena porto cais doca haven havens kade steiger
lighthouse beacon leuchtturm leuchtfeuer leuchttürme phare balise vuurtoren baken faro
sailor captain seaman crew matrose seemann kapitän matelot marin capitaine équipage marinero capitán tripulación marinheiro capitão tripulação matroos zeeman kapitein bemanning
ferry ferryman fähre fährmann traversier transbordador ferri balsa veerboot veerpont veerman
wreck shipwreck sank sunk schiffbruch wrack untergegangen gesunken naufrage épave couler naufragio naufragar hundirse hundido naufrágio naufragou afundar schipbreuk wrak gezonken zinken
compass chart map atlas kompass landkarte seekarte boussole brújula mapa bússola kompas landkaart
plane airplane aircraft airport pilot flugzeug flughafen avion aéroport pilote avión aeropuerto piloto avião aeroporto vliegtuig vliegveld luchthaven piloot
travel journey trip voyage reise reisen gereist reisender voyager voyageur viaje viajar viajero viagem viajante reizen gereisd reiziger
suitcase luggage baggage koffer gepäck reisetasche valise bagage maleta equipaje mala bagagem malas reistas
hotel hostel herberge pension übernachten hôtel hostal posada albergue pousada hospedaria overnachten
fishing fisherman angler rod fishhook angeln fischer angelhaken pêcheur hameçon pesca pescador anzuelo pescar anzol hengel hengelen vishaak gehengeld pêche
net nets trawler fischernetz netz kutter filet chalut chalutier redes arrastrero traineira visnet netten trawl kotter
miner mining colliery shaft bergwerk bergmann stollen zeche schacht mineur houillère minier minero minería mina mineiro mineração mijn mijnwerker mijnschacht mijnbouw
quarry steinbruch cantera pedreira steengroeve groeve
factory conveyor fabrik fließband fabrikhalle usine atelier fabrique fábrica fabriek fabriekshal
warehouse storeroom depot lager lagerhaus lagerhalle entrepôt dépôt almacén depósito armazém magazijn pakhuis opslag
pallet forklift palette gabelstapler carretilla montacargas palé empilhadeira empilhador paleta vorkheftruck heftruck
laboratory lab experiment labor laboratorium versuch laboratoire laboratorio experimento laboratório proefneming reageerbuis test
microscope magnifier mikroskop lupe objektträger loupe microscopio lupa microscópio microscoop vergrootglas
sample specimen swab gewebeprobe échantillon prélèvement muestra espécimen amostra espécime steekproef
chemical acid chemistry chemie säure chemiker chimie chimique química ácido químico chemicus scheikunde chemikalie
museum exhibition exhibit ausstellung ausstellen vitrine musée exposition museo exposición museu exposição tentoonstelling musea
archive archives archivist document archiv akten urkunde archiviste archivo expediente arquivo arquivista archief archivaris akte
court judge trial courtroom gericht richter prozess verhandlung tribunal juge procès juez juicio juzgado juiz julgamento rechtbank rechter rechtszaak
lawyer attorney solicitor anwalt rechtsanwalt anwältin avocat plaidoirie abogado abogada advogado advogada advocaat
law statute legal gesetz gesetzlich paragraph loi légal légalité ley ilegal lei wettelijk wetgeving
verdict guilty innocent convicted urteil schuldig unschuldig verurteilt coupable condamné acquitté sentencia culpable condenado inocente sentença culpado veroordeeld vonnis onschuldig
witness testify testimony oath zeuge zeugin aussage eid témoin témoigner témoignage testigo testimonio testificar testemunha testemunho depoimento getuige getuigen getuigenis
prison jail prisoner gefängnis gefangener häftling zelle taule prisonnier détenu cárcel prisión preso prisionero prisão cadeia prisioneiro gevangenis gevangene celstraf bajes
police policeman constable polizei polizist polizistin policier gendarme commissariat policía comisaría guardia polícia delegacia policial politie agent politieagent politiebureau
thief theft steal stole stolen burglar dieb diebstahl stehlen gestohlen einbrecher voleur cambrioleur dérober ladrón robo robar robado ladrão roubo furto roubar dief diefstal stelen gestolen inbreker
murder murderer killer kill killed mord mörder ermordet töten getötet meurtre assassin tuer tué asesino asesinato matar asesinar assassino assassinato moord moordenaar vermoord doden
penalty punish punishment bußgeld strafe strafzettel bestrafen amende punition punir contravention multa castigo castigar sanción boete straf bestraffen
fire flame blaze burn burnt feuer flamme brennen gebrannt verbrannt brûler brûlé incendie fuego llama quemar incendio quemado fogo chama queimar incêndio vuur vlam branden verbrand verbranden
firefighter fireman hydrant extinguisher feuerwehr feuerwehrmann löschen feuerlöscher pompier extincteur éteindre bombero extintor bombeiro brandweer brandweerman blussen brandblusser
smoke smoky soot rauch rauchen qualm ruß fumée fumer suie humo fumar hollín fumaça fumo fuligem rook roken roet rokerig
cigarette tobacco cigar zigarette tabak zigarre tabac cigare clope cigarrillo tabaco cigarro charuto sigaret sigaar
ash ashes cinder asche aschenbecher cendre cendres cendrier ceniza cenicero cinzas cinzeiro asbak cinza
matchstick lighter spark streichholz feuerzeug funke zündholz allumette briquet étincelle cerilla fósforo encendedor mechero chispa isqueiro faísca lucifer aansteker vonk
explosion exploded bomb explode gesprengt bombe sprengen explodiert exploser explosif explotar bomba estallar explosión explosão explodir estourar ontploffing ontploft bom springstof
rescue rescued saved rescuer retten gerettet rettung retter sauver sauvetage sauvé rescatar rescate salvar salvamento resgate resgatar socorro redden gered redding
danger dangerous hazard risk gefahr gefährlich risiko warnung dangereux risque péril peligro peligroso riesgo perigo perigoso risco gevaar gevaarlijk risico
alarm siren alert alarmanlage sirene alarmieren alarme sirène alerte alarma sirena alerta alarmsysteem
money cash coins geld bargeld münze münzen monnaie pièce dinero moneda efectivo dinheiro moeda munt munten contant
banknote geldschein bankbiljet bankier banker banquier banquero banqueiro
pay paid payment bill invoice bezahlen bezahlt zahlung rechnung payer paiement facture pagar pago factura pagamento fatura betalen betaald betaling factuur rekening
debt owe owed loan lend borrow schulden geliehen leihen kredit darlehen dette emprunt emprunter prêter deuda prestar préstamo prestado dívida emprestar empréstimo schuld lenen geleend lening
buy bought purchase kaufen gekauft kauf einkaufen acheter acheté achat comprar compra comprado comprou kopen aankoop kocht boodschappen
sell sold seller vendor verkaufen verkauft verkäufer vendre vendu vendeur vender vendedor venta vendido venda vendedora verkopen verkocht verkoper
shop supermarket geschäft laden supermarkt magasin boutique épicerie tienda supermercado comercio loja mercearia winkelier supermarkten grocer store winkel
market marketplace markt marktstand marché étal mercado mercados marktplein marktkraam
price cost expensive cheap preis teuer billig kosten prix cher coûter coût precio caro barato costar preço custo prijs goedkoop kostte
wage salary earnings lohn gehalt verdienst salaire paye sueldo salario nómina salário ordenado loon salaris verdienste
savings piggybank thrift sparen gespart sparschwein ersparnisse épargne économies tirelire ahorrar ahorro hucha poupança poupar mealheiro spaargeld spaarpot gespaard
poor poverty beggar beg armut bettler betteln pauvre pauvreté mendiant pobre pobreza mendigo limosna mendigar esmola arme armoede bedelaar bedelen
rich wealth wealthy reich reichtum wohlhabend riche richesse rico riqueza adinerado rica rijk rijkdom welgesteld
tax taxes taxation steuer steuern finanzamt impôt impôts fisc impuesto impuestos imposto tributo belasting belastingen fiscus
insurance insured insurer versicherung versichert assurance assuré assureur asegurado póliza seguradora apólice verzekering verzekerd polis
account bookkeeping ledger accountant buchhaltung buchhalter kontobuch comptabilité comptable contabilidad contable contabilidade contabilista contador boekhouding boekhouder kasboek
receipt receipts quittung kassenzettel beleg kassenbon reçu recibo comprobante talão recibos kassabon kwitantie bonnetje
weigh weighed weight waage wiegen gewogen gewicht balance peser poids pesé balanza pesar peso pesado balança weegschaal wegen
kilo kilogram gram tonne ounce pfund unze zentner kilogramm gramme quintal gramo libra onza tonelada grama quilo onça ons pond
inch inches zoll duimen pulgada pulgadas polegada polegadas zollmaß
metre meter centimetre millimetre mile kilometre zentimeter millimeter kilometer meile mètre centimètre millimètre kilomètre centímetro milímetro kilómetro milla quilômetro milha centimeter mijl
convert conversion converted umrechnen umgerechnet umrechnung convertir converti conversión convertido converter conversão omrekenen omgerekend omrekening
measure measured measurement ruler gauge messen gemessen maßstab lineal messung mesurer mesure medir medida medición medição régua meten gemeten liniaal meetlat meting
litre gallon pint liter hektoliter litro galón galão maatbeker messbecher
length lengthy width wide länge breite breit lang longueur largeur large longitud anchura ancho comprimento largura lengte breedte breed long
height depth deep tall höhe tiefe tief hauteur profondeur profond altura profundidad profundo profundidade hoogte diepte diep
thick thin thickness slender dick dünn dicke épais mince épaisseur grueso delgado grosor espesor espesso grosso dik dun dikte long
heavy schwer lourd lourde pesada zwaar gewichtig leicht léger légère ligero leve lichtgewicht
degree degrees temperature celsius grad temperatur degré température grado temperatura graus temperatuur graden grau
half quarter third halb hälfte viertel moitié demi quart mitad cuarto metade helft kwart
dozen dutzend douzaine docena dúzia dozijn
empty emptied hollow geleert hohl vide vider creux vacío vaciar vazio esvaziar oco leeg geleegd hol leer
full filled fill overflow voll füllen gefüllt überlaufen plein remplir rempli déborder lleno llenar desbordar cheio encher transbordar vullen gevuld overlopen
box boxes crate kiste schachtel kasten caisse boîte coffret caja cofre caixa caixote doos kist krat
bucket pail eimer kübel seau balde emmer emmers
barrel cask keg fass fässer tonneau fût barrique barril tonel barrica vat vaten
bottle bottles flask corkscrew flasche flaschen korkenzieher bouteille flacon botella frasco sacacorchos garrafa garrafas saca-rolhas fles flessen kurkentrekker
jug pitcher jar vase krug kanne cruche pichet bocal jarra cántaro jarrón jarro cântaro kruik kannetje vaas
canned opener dose konserve dosenöffner conserve ouvre-boîte lata abrelatas enlatado enlatados abridor conservenblik blikje blikopener
sack bag sacks tasche tüte beutel sac sachet sacoche saco bolsa talego sacola zak zakken tas
basket hamper wicker korb körbe weidenkorb panier corbeille osier cesta cesto canasta mimbre vime mand manden rieten
tank cistern reservoir zisterne behälter wassertank citerne réservoir cuve cisterna tanque aljibe reservatório regenton waterbak
rope ropes cord string twine seil strick schnur corde ficelle cordage cuerda soga cordel corda barbante cordão touw touwen koord
knot knots untie knoten geknotet aufknoten nœud nouer dénouer nudo anudar desatar nó knopen losmaken strik
chain chains shackle kette ketten chaîne chaînon maillon cadena eslabón encadenado corrente elo kettingen schakel ketens
wire cable draht kabel stromkabel câble alambre arame ijzerdraad kabels drähte
locked padlock latch schloss abgeschlossen vorhängeschloss riegel serrure verrou cadenas verrouiller cerradura candado cerrojo fechadura cadeado trinco slot hangslot grendel afgesloten slotenmaker lock bolt
key keys keyhole locksmith schlüssel schlüsselloch schlüsselbund clef clés serrurier llave llavero cerrajero chave chaves chaveiro sleutel sleutels sleutelgat
opened öffnen geöffnet offen aufmachen ouvrir ouvert abrir abierto aberto abriu openen geopend openmaken
shut closed schließen geschlossen zumachen zugemacht fermer fermé cerrar cerrado fechar fechado sluiten gesloten dichtdoen close
clock clocks dial pendulum uhr uhren wanduhr zifferblatt pendel horloge pendule cadran balancier reloj péndulo relógio pêndulo mostrador klok klokken slinger wijzerplaat
watchmaker wristwatch uhrmacher armbanduhr taschenuhr montre horloger relojero relojería relojoeiro horlogemaker polshorloge uurwerk
tick ticking tictac ticken uhrwerk getickt tiktak tictaquear ticktack
hour hours minute stunde stunden minuten heure heures seconde hora horas minuto minutos uur uren minuut
late lateness belated delay delayed verspätung verspätet spät retard tardif retraso retrasado tardar atraso atrasado atrasar laat vertraging vertraagd verlaat
calendar kalender calendrier calendario calendário kalenders datum dated wandkalender
yesterday gestern ayer ontem gisteren vorgestern anteayer anteontem eergisteren
rubbish garbage trash waste litter dustbin müll abfall mülltonne ordures déchet poubelle basura desecho residuo lixo lixeira resíduo afval vuilnis vuilnisbak prullenbak
recycle recycling scrap wiederverwerten recyceln schrott altpapier recyclage recycler ferraille reciclar reciclaje chatarra reciclagem sucata recyclen kringloop schroot oudpapier
clean cleaned cleaning cleaner scrub sauber putzen geputzt reinigen gereinigt nettoyer nettoyage propre récurer limpiar limpio limpieza limpar limpo limpeza schoon schoonmaken schoongemaakt poetsen gepoetst
dirty dirt filth filthy grime schmutz schmutzig dreck dreckig saleté crasse souillé sucio suciedad mugre sujo sujeira sujidade vuil vies viezigheid smerig
stain stained spot smudge fleck flecken befleckt tache taché mancha manchado manchar nódoa vlek vlekken bevlekt
dust dusty duster staub staubig abstauben poussière poussiéreux épousseter polvo polvoriento pó poeira empoeirado stoffig afstoffen
broom sweep swept mop besen kehren fegen gefegt wischmopp balai balayer serpillière escoba barrer fregona vassoura varrer esfregona bezem vegen geveegd dweil
hoover vacuum staubsauger staubsaugen gesaugt aspirateur aspirer aspiradora aspirador stofzuiger stofzuigen gestofzuigd
wipe wiped rag dishcloth wischen gewischt lappen spültuch essuyer torchon chiffon trapo esfregão vod vaatdoek dweilen afvegen
tidy tidied untidy mess clutter aufräumen aufgeräumt unordnung durcheinander rangé désordre fouillis desorden desordenado arrumar bagunça desarrumado opruimen opgeruimd rommel rommelig
dishwasher rinse abwasch spülen gespült geschirrspüler spülmaschine rincer lave-vaisselle fregar lavavajillas enjuagar enxaguar afwas afwassen vaatwasser spoelen gespoeld
breakdown faulty defect kaputt defekt panne pannen déréglé défectueux avería averiado estropeado avaria avariado enguiçado estragado stuk pech
break broke smash shattered zerbrechen zerbrochen zerschlagen casser cassé briser brisé romper quebrar quebrado partido breken brak kapot
spill spilt poured verschütten verschüttet schütten renverser renversé verser derramar derramado verter derramou entornar gemorst morsen
search seek sought suchen gesucht suche chercher cherché buscar búsqueda buscado procurar procura zoeken gezocht zoektocht
find found discover gefunden finden wiedergefunden trouver trouvé retrouver encontrar encontrado hallar hallazgo achar achado vinden gevonden vondst
forget forgot forgotten forgetful vergessen vergaß vergesslich oublier oublié oubli olvidar olvidado olvido esquecer esquecido esquecimento vergeten vergat vergeetachtig
remember memory remembrance recall erinnern erinnerung gedächtnis erinnert souvenir mémoire rappeler recordar recuerdo memoria lembrar lembrança memória herinneren herinnering geheugen
striker walkout picket streik streiken gestreikt streikposten grève gréviste huelga huelguista piquete greve grevista staking staken stakers
gewerkschaft gewerkschafter betriebsrat syndicat syndicaliste sindicato sindicalista vakbond vakbonden
protest demonstration riot demonstrieren kundgebung protestieren manifestation manifester émeute manifestación protesta disturbio protesto manifestação motim betoging demonstratie rel
dismissed sacked unemployed layoff entlassen kündigung arbeitslos licencier licenciement chômage chômeur despido despedido desempleo demissão demitido desempregado ontslag ontslagen werkloos
retired retirement pensioner rente rentner pensioniert retraite retraité jubilación jubilado pensionista aposentadoria aposentado reformado pensioen gepensioneerd
holiday vacation urlaub ferien vacances congé vacaciones veraneo férias feriado vakantie vakanties verlof
soldier battle army krieg soldat schlacht armee heer guerre bataille armée guerra soldado batalla ejército batalha exército oorlog soldaat veldslag leger war
weapon gun rifle pistol sword waffe gewehr pistole schwert fusil pistolet épée arma pistola escopeta espada espingarda wapen geweer pistool zwaard
flag banner fahne flagge drapeau fanion bandera estandarte bandeira vlag vlaggen wimpel
king queen crown throne könig königin krone thron roi reine couronne trône rey reina corona rei rainha coroa koning koningin kroon troon
election vote voter ballot wahl wählen gewählt stimmzettel wähler élection électeur scrutin elección votar voto urna eleição eleitor verkiezing kiezer stembus
computer laptop pc rechner computern ordinateur portable ordenador computadora portátil computador computers bildschirm écran pantalla ecrã beeldscherm screen monitor
keyboard typing typed typewriter tastatur tippen getippt schreibmaschine clavier taper dactylo teclado teclear mecanografía digitar datilografia toetsenbord typen getypt schrijfmachine
click cursor klicken geklickt mauszeiger mausklick cliquer clic curseur clicar clique klikken geklikt muisklik
software program programmer code programm programmierer programmieren quellcode logiciel programmeur programador programa código programmeren broncode
glitch error fault fehler programmfehler störung bogue erreur défaillance fallo erro falha defeito fout storing foutmelding fehlermeldung
reboot restart abgestürzt absturz neustart planté plantage redémarrer colgado reiniciar vastgelopen herstart opstarten
password login username passwort kennwort anmelden motdepasse identifiant contraseña usuario senha wachtwoord inloggen gebruikersnaam einloggen
folder directory datei dateien ordner verzeichnis fichier dossier répertoire fichero carpeta directorio ficheiro bestand bestanden file
backup restore sicherung datensicherung wiederherstellen sauvegarde sauvegarder restaurer respaldo restauración restaurar reservekopie back-up
delete deleted erase erased eraser gelöscht radiergummi effacer effacé gomme supprimer borrar borrado borrador apagar apagado eliminar wissen gewist verwijderen vlakgom
update upgrade version aktualisieren aktualisierung actualizar actualización atualizar atualização bijwerken bijgewerkt
internet website online browser webseite netzauftritt navigateur navegador sítio surfen
email e-mail inbox mail courriel courrier mailen postvak posteingang
phone telephone mobile handy telefon anrufen angerufen téléphone téléphoner teléfono móvil llamada llamar telefone telemóvel celular telefoon gebeld opbellen bellen
server network router disk netzwerk festplatte réseau disque servidor rede netwerk schijf
data database daten datenbank donnée données dato datos dados gegevens gegevensbank databank
electricity electric electrician current elektrisch elektriker elektrizität électricité électrique électricien electricidad eléctrico electricista eletricidade eletricista elektriciteit elektricien elétrico
blackout outage stromausfall stromlos apagón apagão stroomstoring stroomuitval
socket plug plugged steckdose stecker eingesteckt prise enchufe clavija enchufar tomada stopcontact stekker
switch lightswitch schalter lichtschalter ausschalten interrupteur allumer interruptor encender acender schakelaar aanzetten uitzetten
fuse kurzschluss durchgebrannt fusible cortocircuito plomos fusível zekering kortsluiting
battery batteries akku aufladen aufgeladen chargeur recharger cargador recargar pila carregador recarregar batterij accu opladen opgeladen charger
electrocuted voltage volt stromschlag spannung électrocuté décharge tension descarga calambrazo voltaje voltagem
print printed printer printing drucken gedruckt drucker druckerei imprimer imprimé imprimante imprimerie imprimir impreso impresora imprenta impressora impressão gráfica drukken gedrukt drukker drukkerij afdrukken
typeset typesetter typography typeface setzer schriftsatz lettern bleisatz typographe cajista tipografía tipógrafo tipografia zetter zetsel letterzetten loodletters
misprint typo proofread tippfehler druckfehler korrekturlesen errata gazapo drukfout tikfout typfout zetfout
photocopy copier xerox kopie kopierer photocopie photocopieuse fotocopia fotocopiadora fotocópia copiadora kopieerapparaat fotokopie kopieren kopiëren
bookbinding bookbinder buchbinder einband buchrücken relieur reliure encuadernador encuadernación encadernador encadernação boekbinder boekband ingebonden
photo photograph photographer camera foto fotos fotograf fotografieren kamera photographie photographe fotografía fotógrafo cámara fotografia câmera câmara fotograaf fotograferen fototoestel
lens prism objektiv prisma prisme prismas objetiva lenzen
darkroom dunkelkammer negativ négatif pellicule revelado revelar revelação doka filmrolletje negatief
blurred blurry fuzzy unscharf verschwommen flou floue borroso desenfocado desfocado embaçado turvo wazig onscherp
fear afraid scared frightened angst fürchten erschrocken peur effrayé crainte miedo asustado temor susto medo assustado bang schrik geschrokken vrees
lonely alone loneliness einsam allein einsamkeit seul solitude solitaire soledad solitario sozinho solidão eenzaam alleen eenzaamheid
angry anger rage furious wut wütend zorn zornig verärgert colère fâché furieux enfadado ira enojado furioso rabia zangado raiva irritado boos woede woedend kwaad
sad sadness unhappy sorrow traurig traurigkeit kummer triste tristesse chagrin tristeza tristonho mágoa verdrietig verdriet droevig
shame ashamed embarrassed scham schämen peinlich honte honteux gêné vergüenza avergonzado vergonha envergonhado schaamte beschaamd schamen
love loved beloved lover liebe lieben geliebt verliebt amour aimer amoureux amor amar enamorado amado apaixonado liefde verliefd geliefde
kiss kissed hug embrace küssen geküsst kuss umarmen umarmung baiser embrasser étreinte beso besar abrazo abrazar beijo beijar abraço kus kussen zoen omhelzing omhelzen
friend friendship freund freundin freundschaft ami amie amitié amigo amiga amistad amizade vriend vriendin vriendschap
quarrel argue argument fight fought streit streiten gestritten zank querelle dispute disputer bagarre pelea discusión reñir pelear disputa briga discussão brigar ruzie twist ruziën vechten gevochten
liar cheat lüge lügen gelogen lügner mensonge mentir menteur mentira mentiroso engañar enganar leugen liegen leugenaar
secret secretly geheimnis geheim heimlich secrètement secreto secretos segredo segredos geheimen stiekem
joke jokes joking funny witz scherz lustig spaß blague plaisanterie drôle chiste broma gracioso piada engraçado grap grappig
wrap wrapped unwrap einwickeln eingewickelt einpacken emballer emballage envelopper envolver envuelto embrulhar embrulho embalagem inpakken ingepakt verpakking
throw threw thrown toss werfen geworfen wurf jeter jeté lancer lanzar arrojar atirar lançar arremessar gooien gegooid werpen worp
carry carried load burden tragen getragen trug porté fardeau cargar carga carregar dragen gedragen lading sjouwen
push shove pushed schieben geschoben schubsen pousser poussé empujar empujón empurrar empurrão duwen geduwd schuiven
drag dragged tug ziehen gezogen zerren schleppen tirer traîner remorquer arrastrar jalar puxar arrastar trekken getrokken slepen gesleept pull
hung hanging hook aufhängen gehängt hängen pendre accrocher suspendu colgar gancho colgador percha pendurar cabide hangen opgehangen haak kapstok hang crochet
jammed wedged klemmen verklemmt eingeklemmt festgefahren coincé bloqué enrayé atascado trabado atascarse emperrado encravado entalado klem vastgeklemd vastzitten stuck
loose loosen wobble wobbly locker wackelig wackeln gelockert lâche desserrer branlant flojo aflojar tambalear frouxo solto bambo wiebelen wankel losgeraakt
bend fold folded crease biegen falten gefaltet knick plier plié courber pli doblar plegar pliegue doblez dobrar dobra vinco buigen vouwen gevouwen vouw
crush squeezed press squash quetschen zerquetscht pressen écraser presser écrasé aplastar exprimir estrujar esmagar espremer pletten persen geperst geplet
stir mix mixed blend rühren gerührt mischen gemischt mélanger mélange remuer mezclar mezcla misturar mistura mexer roeren geroerd mengen gemengd mengsel
peel peeled husk schälen geschält rinde éplucher épluchure pelure écorce pelar cáscara corteza descascar casca schillen geschild schil schors rind
rotten mouldering decay faul verfault faulen verrottet pourri pourrir pourriture podrido pudrir podredumbre podre apodrecer verrot verrotten bedorven
fresh freshness stale frisch frische altbacken frais fraîche rassis fresco fresca rancio frescura oudbakken
raw uncooked roh cru crudo crua rauw ongekookt
float floated floating schwimmend schweben flotter flottant flotar flotante boiar flutuar drijven gedreven zweven
wait waited queue warten gewartet warteschlange attendre attente attendu espera fila aguardar wachten gewacht
`
