/** What people do and handle at work, in every kind of work. */
export const trades = `
knuckle fingerknöchel knöchel jointure phalange nudillo knokkel vingerknokkel
gauze wundverband verbandswechsel mullbinde kompresse gaze compresse apósito gasa wondverband verbandwissel gaasje
bedsore decubitus dekubitus druckgeschwür wundliegen escarre úlcera doorligwond doorligplek drukplek
ward bettenstation pabellón enfermaria afdeling
handover übergabe schichtübergabe dienstübergabe relève transmissions passagem overdracht dienstoverdracht übergeben overgedragen
shift schicht frühschicht spätschicht nachtschicht dienst turno plantão ploegendienst vroegedienst nachtploeg schichtdienst schichtarbeit
dienstplan schichtplan einsatzplan cuadrante werkrooster
pflegeheim altenheim seniorenheim ehpad geriátrico asilo verzorgingshuis bejaardentehuis
resident residents bewohner bewohnerin heimbewohner morador utente bewoner bewoonster
dementia alzheimer demenz dement démence demencia dementerend
catheter katheter sonde katheterzak
drip infusion infuse tropf infusionsbeutel perfusion suero infuus infuuszak
vein vene ader veia
artery arterie schlagader slagader
pulse pulsschlag pouls hartritme polsslag
blutdruck hypertension tension pressão hipertensão bloeddruk
stethoscope stethoskop estetoscopio fonendoscopio
röntgen röntgenbild radiographie röntgenfoto
scan ultrasound ultraschall sonographie échographie ecografía ultrassom
ventilator ventilation beatmung beatmungsgerät respirateur respirador ventilador beademing beademingsapparaat
krankentrage brancard camilla padiola draagbaar gurney
triage triagieren ersteinschätzung
emergency notaufnahme notfall urgences urgencias spoedeisende noodgeval
diagnosis diagnostizieren befund
symptom anzeichen beschwerden síntoma verschijnsel klacht
therapy treatment therapie behandlung behandeln traitement terapia tratamiento tratar tratamento
rehab rehabilitation reha rééducation kinésithérapie fisioterapia reabilitação revalidatie fysiotherapie physiotherapie
dose dosage dosierung posologie
ointment salve balm creme salbe pommade onguent ungüento zalf smeersel
relapse rückfall rechute recaída terugval
disinfect sterile desinfizieren desinfektion keimfrei désinfecter estéril desinfetar desinfetante ontsmetten ontsmettingsmiddel steriel
intensivstation réanimation uci uti
resuscitate resuscitation reanimieren wiederbelebung reanimatie reanimación
donor transplant spender organspende greffe donneur trasplante donante doador orgaandonor
kidney kidneys niere rein riñón rim
leber foie hígado fígado leverkwaal
bowel intestine darm boyau ingewanden
blase vessie vejiga bexiga
urine harn pipi orina plas
gelenk articulation gewricht
hip hips hüfte hüftgelenk hanche anca quadril heup
nerve nerf nervio zenuw
midriff chest brust brustkorb busen poitrine poitrail tórax peito seio borst borstkas
rib ribs costilla costela
stroke schlaganfall apoplexie avc ictus beroerte hersenbloeding
diabetes insulin diabetiker zuckerkrank suikerziekte
hospice palliative hospiz sterbebegleitung sterbebett paliativo stervensbegeleiding sterfbed
autopsy postmortem obduktion autopsie leichenschau sectie lijkschouwing
psychologist psychiatrist therapist psychiater psicólogo psiquiatra therapeut
counselling counsellor seelsorge accompagnement asesoramiento orientador aconselhamento begeleiding hulpverlening
denture prothese gebiss zahnersatz dentier dentadura prótesis kunstgebit
braces zahnspange ortodoncia aparelho beugel orthodontist kieferorthopäde ortodontista
jaw kiefer mâchoire mandíbula quijada maxilar kaak kaken
spay neuter castrate kastrieren kastration stérilisation castrer sterilisatie
leash dogleash hundeleine laisse trela hondenlijn
muzzle maulkorb muselière bozal focinheira açaime muilkorf
pups wurf welpen ninhada worp nestje
farrier horseshoe hufeisen hufschmied maréchal herradura herrador ferradura ferrador hoefijzer hoefsmid
bridle zaumzeug bride licol brida cabestro cabresto hoofdstel
reins zügel rienda teugel
trailer semitrailer anhänger auflieger sattelzug remorque remolque reboque aanhanger oplegger aanhangwagen
tachograph lenkzeit fahrtenschreiber tacógrafo rijtijd
freight cargo load fracht frachtgut fret cargaison chargement flete mercancía vracht goederen
haul haulage transport spedition spediteur vervoer vervoeren
loading unload beladen entladen abladen charger décharger descargar descarregar lossen uitladen abgeladen uitgeladen
rastplatz raststätte autohof truckstop parkeerterrein rustplaats wegrestaurant
maut mautstation péage peaje pedágio portagem tolweg tolpoort
detour umweg umleitung déviation desvío omweg omleiding
licence permit führerschein fahrerlaubnis permis carné licencia carteira habilitação rijbewijs vergunning
lenkrad lenken steuerrad volante manubrio stuur stuurwiel sturen
windscreen windshield wiper windschutzscheibe scheibenwischer parebrise parabrisas limpiaparabrisas ruitenwisser voorruit
motorhaube capot motorkap
kofferraum coffre maletero bagageira kofferbak
headlight headlamp scheinwerfer phare projecteur foco farol koplamp schijnwerper
bumper stossstange stoßstange parachoques bumperklem
clutch kupplung kuppeln embrayage embrague embreagem koppeling
exhaust auspuff abgas échappement escapamento uitlaat uitlaatgas
mileage odometer kilometerstand tachometer compteur cuentakilómetros quilometragem
geschwindigkeit vitesse velocidad snelheid
limit tempolimit geschwindigkeitsbegrenzung snelheidslimiet begrenzing
seatbelt sicherheitsgurt anschnallen ceinture cinturón cinto autogordel veiligheidsgordel
taxi taxis taxifahrer taxista taxichauffeur
fleet fuhrpark frota wagenpark
tow abschleppen remorquer dépanneuse remolcar rebocar reboque wegslepen takelwagen abgeschleppt weggesleept rebocou
overtake overtook überholen dépasser doubler adelantar ultrapassar inhalen ingehaald
fahrspur fahrstreifen voie carril faixa rijstrook rijbaan
ampel tricolore semáforo sinaleira stoplicht verkeerslicht
pedestrian fußgänger zebrastreifen piéton piétonne peatón pedestre peão voetganger zebrapad
pothole schlagloch bache buraco kuil wegdek asphalt asfalto
timetable schedule fahrplan horario dienstregeling
schaffnerin zugbegleiter contrôleur contrôleuse revisor cobrador conducteur kaartjesknipper inspecteur inspector
lokführer lokführerin machiniste maquinista cheminot ferroviario machinist eisenbahner railwayman spoorman
carriage compartment coach zugabteil compartiment vagón coche carruagem rijtuig
schwelle bahnschwelle durmiente travessa dwarsligger biels
switch weiche stellwerker aiguilleur wissel
shunt rangieren rangierbahnhof manœuvre maniobra manobra rangeerterrein
siding abstellgleis nebengleis apartadero desvio rangeerspoor zijspoor
derail entgleisen descarrilar ontsporen ontspoord
catenary oberleitung fahrdraht caténaire catenaria bovenleiding
signal semaphor señal sinal sinais seinen
embankment bahndamm böschung remblai talus terraplén talud aterro spoordijk
vessel tanker freighter frachter frachtschiff tankschiff pétrolier carguero petrolero cargueiro petroleiro vrachtschip
container containerschiff conteneur contenedor contentor contêiner
tug tugboat schlepper schleppkahn remorqueur remolcador rebocador sleepboot
barge binnenschiff kahn péniche batelier marinier barcaza gabarra barcaça aak
schleusenwärter schleusen écluse éclusier esclusa sluis sluizen sluiswachter
canal channel kanal fahrrinne canaux chenal gracht kanaal vaargeul
bow bug proue proa boeg
stern heck poupe popa achtersteven steven
deck planking oberdeck pont cubierta dek bovendek
hull keel rumpf schiffsrumpf kiel coque quille quilha romp
helm wheelhouse ruderhaus steuerhaus kommandobrücke timonerie timonel leme stuurhut roer helmsman steuermann timonier stuurman
cabin kajüte kabine camarote kajuit hut
bunk koje couchette beliche kooi stapelbett
bordküche kombüse cambuse coquerie
buoy boje bouée boya boei
seamile seemeile zeemijl milha
rope hawser trosse tau festmacher aussière haussière estacha cabo landvast
gangway gangplank landungsbrücke laufplanke passerelle portaló pasarela prancha loopplank
stowaway docker stevedore longshoreman hafenarbeiter schauermann débardeur estibador havenarbeider bootwerker dokwerker
shipyard dockyard werft astillero estaleiro scheepswerf
lotse lotsin loods prático lotsenboot pilotage
draught tiefgang diepgang
lestage lest lastre
bilge bilgewasser sentina kimwater
lifejacket schwimmweste rettungsweste chaleco salvavidas reddingsvest zwemvest
lifebelt lifebuoy rettungsring flotador reddingsboei
lifeboat seenotretter reddingsboot
seasick seekrank enjoo zeeziek
runway landebahn startbahn rollbahn piste aterrizaje landingsbaan startbaan
takeoff decollage abheben abflug décoller despegue despegar decolagem descolagem opstijgen abgehoben decolou opgestegen
landing atterrir atterrissage aterrizar aterrizaje aterrar aterragem geland atterri pousou
cockpit flightdeck flugdeck
stewardess flugbegleiter hôtesse azafata comissário purser cabinepersoneel
fluglotse fluglotsin lotsenturm aiguilleur controlador verkeersleider luchtverkeersleider
helicopter hubschrauber hélicoptère helikopter
glider gleiter segelflugzeug segelflieger planeur planeador planador zweefvliegtuig
parachute fallschirm parachutiste paracaídas paraquedas skydive
propeller schiffsschraube hélice schroefblad luftschraube
altitude flughöhe reiseflughöhe vliegtuighoogte
boarding einsteigen flugsteig embarquement embarcar instappen eingestiegen ingestapt
drone drohne onbemand
checkout kasse ladenkasse kassieren caisse caja registradora cobrar afrekenen
cashier kassierer kassiererin caissier kassamedewerker caixeiro
shopkeeper händler händlerin ladenbesitzer commerçant marchand comerciante lojista winkelier handelaar koopman
theke ladentheke tresen comptoir mostrador balcão toonbank balie
shoplifter ladendieb hurto ratero furto winkeldief
barcode scanner strichcode streepjescode leitor
discount rabatt nachlass ermäßigung réduction descuento rebaja desconto korting
clearance schlussverkauf ausverkauf rebajas liquidación saldos uitverkoop opruiming
voucher gutschein cupón cupom tegoedbon waardebon kortingsbon
refund erstatten rückerstattung rembourser reembolso devolución devolução terugbetaling
wechselgeld rückgeld vuelto troco wisselgeld kleingeld monnaie
trolley einkaufswagen caddie chariot carrito carrinho winkelwagen winkelkar
display schaufenster auslage devanture étalage escaparate vidriera vitrina montra
label etikett marque étiquette etiqueta rótulo
wholesale großhandel grossiste mayorista atacado atacadista groothandel
supplier lieferant zulieferer fournisseur proveedor fornecedor leverancier toeleverancier
retail einzelhandel kleinhandel détaillant minorista varejo retalho detailhandel
kiosk marktstand bude verkaufsstand kiosque échoppe quiosco barraca quiosque kraam
reception receptionist empfang rezeption empfangsdame recepción recepcionista recepção
chambermaid housekeeping zimmermädchen mucama camareira arrumadeira kamermeisje
booking reservation reservierung
tip tips trinkgeld pourboire propina gorjeta fooi
menu speisekarte ementa cardápio menukaart
appetiser vorspeise entrée entrante aperitivo voorgerecht
dessert pudding nachtisch nachspeise postre sobremesa toetje nagerecht
plongeur tellerwäscher lavaplatos afwasser friegaplatos dishwashers
cafeteria kantine mensa cantine réfectoire comedor refeitório
partyservice traiteur verpflegung hostelería restauración horeca
napkin serviette papierserviette servilleta guardanapo servetje
tablecloth tischtuch tischdecke mantel tafelkleed tafellaken
tray backblech blech plateau plaque bandeja tabuleiro dienblad bakplaat
sieve strain sift sieb durchsieben tamis passoire colador tamiz cribar coador zeef zeven vergiet
whisk schneebesen aufschlagen fouet fouetter batidor kloppen
schneidebrett hackbrett tábua snijplank
reibe raspeln rallador rallar ralador rasp
minced hackfleisch hachis picadillo carnemolida gehakt moída
marinade marinate marinieren adobo marineren
sauce soße sosse tunke salsa saus jus
crust kruste rinde croûte costra korst
crumb krume krümel brösel miette mie miga migaja miolo migalha kruimel
gärkorb banneton stückgare pointage leudar rijsmandje garkast
curd käsebruch bruch caillé cuajada coalhada wrongel
labenzym présure cuajo coalho stremsel
whey molke petitlait lactosérum suero wei
rind käserinde croûte crosta kaaskorst
mature reifen affiner affinage affineur madurar rijpen
wheels laib käselaib meule rueda horma queijo kaaswiel
udder euter pis mamelle ubre úbere uier
parlour melkstand melkmaschine ordeñadora ordenhadora melkmachine melkput
calving abkalben gekalbt vêlage parição afkalven afgekalfd
heifer färse jungkuh génisse novilla novilha vaars
pasteurise pasteurisieren
churn butterfass baratte mantequera batedeira karn
slaughter abattoir schlachten schlachthof abattre abattage sacrificar matadero matadouro slachten slachthuis abattu abateu
carcass schlachtkörper kadaver carcasse carcaça karkas
loin steak lomo solomillo lombo bife lendestuk biefstuk
tenderloin wurstdarm brät boyau embutido enchido worstdarm
debone ausbeinen entbeinen désosser deshuesar uitbenen ausgebeint uitgebeend
cleaver hackbeil cuchilla cutelo hakmes
brine pökeln salaison saumure salmuera salmoura pekel gepekeld
poultry geflügel federvieh volaille aves aviario avícola pluimvee gevogelte
broiler masthuhn engraisser engorde mesten vetmesten
trough futtertrog trog mangeoire comedero pesebre bebedouro voerbak kribbe
strohballen heuballen paca fardo strobaal baal
silage ensilage ensilado kuilvoer kuil
slurry jauche lisier purín chorume drijfmest
harvester mähdrescher moissonneuse cosechadora colheitadeira ceifeira maaidorser
thresh dreschen gedroschen dreschmaschine battage trillar debulhar dorsen
stubble stoppeln stoppelfeld chaume rastrojo restolho stoppelveld
fallow brache brachliegen jachère barbecho pousio braak braakland
fruchtfolge fruchtwechsel assolement vruchtwisseling
spike ähre épi épis espiga aar korenaar
bran farelo zemelen
pest plaga praga plaagdier schädling nuisible ravageur
pesticide pflanzenschutz spritzmittel plaguicida agrotóxico bestrijdingsmiddel
aphid blattlaus puceron pulgón bladluis
mildew mehltau blight kartoffelfäule oïdium mildiou míldiu oídio tizón meeldauw
prune rebschnitt baumschnitt stutzen élaguer élagage podar podador snoeien gesnoeid beschnitten podou
pruner secateurs gartenschere astschere podadera snoeischaar
graft veredeln pfropfen greffer injertar enxertar geënt
rootstock unterlage portegreffe portainjerto portaenxerto onderstam
trellis stake spalier palisser treillage espalier tutor emparrado espaldera latwerk stok
pomace trester orujo bagaço
cellarman kellermeister caviste bodeguero enólogo adegueiro enologista keldermeester winemaker oenologist
tannin tannic gerbstoff gerbsäure tanin looizuur
corked korkgeschmack bouchonné acorchado
dekantieren décanter carafe karaffe decantador
vintage jahrgang millésime añada safra jaargang
hop hops hopfen houblon lúpulo
malt malz mälzerei maltería
distil brennerei destillieren destille distillerie destilería destilaria stoken stokerij
alembic brennblase alambic alambique distilleerketel
chainsaw motorsäge kettensäge tronçonneuse motosierra motosserra kettingzaag motorzaag
lumberjack holzfäller abattage abatteur bûcheron leñador derrubar lenhador houthakker geveld rooien
logs baumstamm rundholz holzscheit grume lenha houtblok boomstam
firewood brennholz kaminholz feuerholz lenha brandhout haardhout
clearcut kahlschlag lichtung clairière éclaircie desmonte clareira kaalslag
förster försterin forstwart forestier forestal guardabosques florestal guarda boswachter houtvester
borkenkäfer buchdrucker scolyte barrenillo escolítido schorskever letterzetter
sapling bäumchen setzling jungpflanze arbrisseau plantón jungbaum boompje stekje
baumschule pépinière vivero boomkwekerij kwekerij
greenhouse glasshouse gewächshaus treibhaus invernadero estufa broeikas kas
polytunnel folientunnel foliekas plastickas
umtopfen eintopfen rempoter transplantar replantar verpotten umgetopft verpot
mulch rindenmulch paillage acolchado mantillo cobertura
perennial staude vivace perenne vaste vasteplant
bulb blumenzwiebel knolle tubérculo bloembol
steckling ableger bouture esqueje estaca stek stekken
moss moos musgo mos
fern farn fougère helecho samambaia
ivy efeu lierre hiedra klimop
reed schilf schilfrohr reet roseau carrizo junco caniço riet
seaweed algae kelp seetang tang algue varech zeewier wier
trawl schleppnetz grundschleppnetz chalutage arrasto
longline bait köder angelköder appât amorce cebo isco aas lokaas
lure blinker kunstköder leurre señuelo amostra kunstaas
gill kiemen branchies branquias agallas guelras kieuw
roe caviar rogen kaviar huevas ovas kuit
quota fangquote cuota cupo quotum
fishmonger fischhändler fischladen poissonnier pescadero pescadería peixaria peixeiro visboer viswinkel
aquaculture fischzucht teichwirtschaft pisciculture piscifactoría acuicultura aquicultura viskwekerij kweekvis
excavation trench baugrube grabenaushub tranchée fouille zanja escavação sleuf greppel bouwput
foundation footing grundmauer fondation cimiento alicerce heipaal
reinforcement bewehrung armierung stahlbeton armature ferraillage armadura ferralla vergalhão wapening gewapend
formwork einschalen verschalung coffrage coffrer encofrado cofragem fôrma bekisting
screed estrich chape contrapiso dekvloer
grout fuge verfugen jointoyer junta rejunte voeg
trowel maurerkelle truelle trolha troffel
plasterer verputzen gipser plâtrer plâtrier enlucir yesero estucar reboco gesseiro stukadoor stuken
lintel sturz türsturz linteau dintel latei
arch arco boog
vault gewölbe voûte bóveda abóbada gewelf
column säule pfeiler pilier colonne coluna zuil kolom
tile fliese fliesenleger kachel carreau carrelage carreleur azulejo baldosa alicatador ladrilho ladrilhador tegel tegelzetter
slate schiefer schieferplatte ardoise pizarra ardósia leisteen leien
shingle schindel bardeau tejuela telhinha dakspaan
thatch strohdach reetdach chaume colmo rieten rietdekker
lath dachlatte liteau rastrel sarrafo panlat tengel
ridge dachfirst faîte faîtage cumbrera cumeeira nok dakruggen
skylight dachfenster gaube lucarne velux tragaluz buhardilla claraboia dakraam dakkapel
isolierung isoler aislamiento aislar isolamento isolatie
vapour condensation kondenswasser schwitzwasser buée condens
plumb spiritlevel wasserwaage senklot niveau plomb nivel prumo waterpas schietlood
surveyor survey vermesser géomètre arpenteur topógrafo agrimensor landmeter
foreman polier vorarbeiter contremaître capataz encarregado contramestre mestre voorman ploegbaas
labourer worker hilfsarbeiter arbeiter manœuvre ouvrier obrero peón trabajador operário trabalhador arbeider bouwvakker
schutzhelm bauhelm bouwhelm
primer undercoat grundierung imprimación primário impregnação grondverf grondlaag
roller farbrolle walze malerrolle rouleau rodillo verfroller
stucco stuckateur estuco estuque gips
farbpulver kleurstof farbstoff colorante corante dye färben teinture teindre tingir tingimento verfstof
drainage blocked verstopft débouché obstruido entupido desentupir verstopping ontstoppen
gasket dichtungsring junta vedação pakking
washer unterlegscheibe rondelle arandela anilha sluitring
valve ventil vanne soupape clapet válvula ventiel klep
heizkessel warmwasserspeicher chaudière caldera calentador caldeira esquentador cv ketel
septic cesspit klärgrube sickergrube fosse fosa beerput septictank
manometer druckmesser manomètre drukmeter
fußbodenheizung vloerverwarming
wärmepumpe warmtepomp aerotermia
fusebox sicherungskasten schutzschalter verteiler disjoncteur disyuntor disjuntor meterkast aardlekschakelaar
earth grounding erdung aterramiento aterramento aarding geaard
transformer trafo umspannwerk onderstation
circuit stromkreis schaltkreis stroomkring schakeling
pylon hochspannung strommast hoogspanning
stromzähler zählerstand contador medidor relevé meterstand elektriciteitsmeter
shaft liftshaft aufzugsschacht schacht puits gaine hueco foso liftschacht
counterweight gegengewicht contrepoids contrapeso tegengewicht
sheave seilrolle seilscheibe treibscheibe poulie roldana katrolschijf
schweißnaht naht lasnaad
electrode elektrode eletrodo
lathe drehbank drehmaschine drechseln dreher tournage tourneur torno torneiro draaibank draaier
fräsen fräsmaschine fresadora fresar frezen freesmachine
cnc zerspaner toolmaker werkzeugmacher outilleur matricero ferramenteiro gereedschapmaker
tolerance toleranz micron
deburr entgraten ébavurer bavure rebaba rebarba bramen ontbramen
gewinde gewindebohrer filetage taraud rosca schroefdraad draadsnijden
niete remache roblón rebite klinknagel klinken
sheetmetal blech tôlier chapa hojalata plaat plaatwerk
abkanten biegemaschine plegadora dobradeira kantbank
härten anlassen abschrecken tremper templar ontlaten
furnace hochofen schmelzofen fourneau altohorno fornalha hoogoven smeltoven
dross schlacke scorie laitier escoria slak sintel
cast guss gegossen gießen coulage fonte gietstuk
gussform moule molde matrijs gietvorm
magnet magnetic magnetisch aimant imán ímã
hobel hobelbank cepillar aplainar schaaf schaven geschaafd
dovetail zapfen schwalbenschwanz espiga malhete zwaluwstaart
furnier placage folheado fineer
plywood sperrholz contreplaqué contrachapado contraplacado compensado multiplex
chipboard spanplatte aggloméré aglomerado spaanplaat
shavings späne hobelspäne copeaux copeau virutas aparas maravalha krullen houtkrul spaanders
grain faser fibre veio houtnerf
knotty knothole astloch kwast noest
workbench werkbank hobelbank établi bancada
hinge scharnier türangel charnière gond bisagra gozne dobradiça
spindle spinnrad rouet filature hilandera fiar fiação spinnewiel spinster
warp kettfaden urdimbre teia
weft schussfaden trame inslag
saum ourlet dobladillo bastilla bainha zoom zomen
schnittmuster schnitt muster patron modèle molde knippatroon patroon
lining futter innenfutter doublure voering
nähmaschine costureira naaimachine surjeteuse overlock
pin pins stecknadel épingle alfiler alfinete speld
thimble fingerhut dedal vingerhoed
bodice corset mieder korsett corsage corpete espartilho keurslijf
pleat plissee plissé geplisseerd
hoop stickrahmen tambour bastidor borduurring
spitze klöppeln dentelle dentellière encaje bolillos renda rendeira kant kantklossen
felt filzen feutre fieltro feltro vilt
upholster upholsterer polsterer polstern tapissier rembourrage tapicero tapizar estofador estofar stoffeerder bekleden
fringe bangs ponyfransen frange flequillo franja
highlights strähnchen mèches madeixas luzes
bleach blondieren décoloration blonderen
dauerwelle permanente permanent
comb peigne peine pente gekamd
hairdryer föhn secador föhnde haardroger
clippers trimmer haarschneidemaschine tondeuse maquinilla barbeador máquina
dandruff schuppen pellicules caspa roos
scalp kopfhaut hoofdhuid
wig perücke perruque peluca peruca pruik
eyebrow augenbraue sourcil ceja sobrancelha wenkbrauw
makeup cosmetics schminke kosmetik maquillage maquiller maquiagem maquilhagem opmaken
schuhleisten embauchoir horma schoenleest leest
welt insole schuhsohle brandsohle einlegesohle semelle suela plantilla palmilha zool inlegzool
absatz schuhabsatz tacón hak hakken
escapement hemmung echappement ankergang
mainspring zugfeder feder sprungfeder ressort muelle resorte veer springveer
strap uhrarmband armband riemen bracelet pulseira horlogebandje
fingerboard griffbrett touche diapasón toets
mouthpiece mundstück embouchure boquilla bocal mondstuk
pegs wirbel stimmwirbel clavija cravelha stemsleutel
saite cuerdas snaar snaren
rosin kolophonium colofonia colophane resina hars harpuis
chord akkord akkoord
notenblatt partition partitura score sheetmusic bladmuziek partituur
scale tonleiter gamme toonladder
pitch tonhöhe toonhoogte afinación
takt mesure compasso maat
rehearsal probe répétition ensaio
stagehand bühnenarbeiter bühnentechniker machiniste tramoyista toneelknecht
prompter souffleur apuntador
props requisiten requisiteur accessoire utilería adereço rekwisieten
backdrop bühnenbild kulisse décor escenografía cenário cenografia toneelbeeld
spotlight scheinwerfer verfolger projecteur foco refletor holofote spot
premiere uraufführung estreno estreia
verbeugen révérence inclinarse buiging
director regisseur metteur réalisateur realizador diretor dirección regista
script screenplay drehbuch scénario guion draaiboek
curator kurator kuratorin conservateur commissaire curador comisario
loan leihgabe ausleihe préstamo empréstimo bruikleen uitleen ausgeliehen uitgeleend
leihfrist ausleihfrist emprunteur prestatario leenster uitleentermijn
catalogue katalog katalogisieren catálogo catalogiseren
shelfmark callnumber signatur plaatsingsnummer
index register verzeichnis índice registro
restorer conservator restaurator
parchment vellum pergament parchemin vélin pergamino pergaminho perkament
seal siegel sceau cachet zegel lakzegel
manuscript handschriften manuskript
microfilm digitise digitize digitalisieren einscannen numériser gedigitaliseerd
silverfish silberfischchen papiervisje zilvervisje
deacidify brittle brüchig spröde cassant friable quebradizo frágil broos zerbrechlich breekbaar
edition auflage tirage oplage
proofs druckfahne fahnenabzug épreuve drukproef
compositor setzkasten tipógrafo letterbak
druckpresse prensa prelo drukpers
offset litho lithography steindruck litografía steendruk
etching engraving kupferstich gravur gravieren ets
woodcut linocut holzschnitt linolschnitt xylographie linogravure xilografía xilogravura houtsnede linosnede
staple heftklammer tacker hefter agrafe grapadora grampo grampeador agrafador nietje nietmachine
falz falzmaschine pliure
worksheet arbeitsblatt fiche werkblad
curriculum syllabus lehrplan stundenplan programme temario leerplan lesprogramma
stundenplan lesrooster
truancy schwänzen absentéisme sécher novillos spijbelen
detention nachsitzen retenue castigo detenção nablijven strafwerk
headteacher headmaster principal schulleiter rektor directeur proviseur director diretor schoolhoofd rector
breaktime recess pause pausenhof schulpause récréation recreio speelkwartier schoolpauze
kindergarten preschool daycare kita kindertagesstätte erzieherin maternelle crèche garderie guardería parvulario kleuterschool kinderdagverblijf
childminder erzieher erzieherin tagesmutter éducatrice puéricultrice educadora nounou leidster peuterleidster
morgenkreis stuhlkreis kring
satchel schoolbag schulranzen ranzen cartable mochila boekentas schooltas backpack rucksack rugzak
tutor coaching nachhilfe soutien tuteur explicador bijles huiswerkbegeleiding
dyslexia dyslexic legasthenie leserechtschreibschwäche dyslexique dislexia disléxico dyslectisch
remedial inclusion förderschule förderlehrer inklusion spécialisé especial remediërend
degree diploma abschluss título licenciatura
hörsaal amphi anfiteatro collegezaal
thesis dissertation doktorarbeit abschlussarbeit mémoire tesis scriptie proefschrift
pipette pipettieren
reagenzglas éprouvette reageerbuis
flask beaker kolben erlenmeyer becherglas fiole bécher matraz bekerglas
centrifuge zentrifuge
incubator brutschrank inkubator incubateur incubadora broedstoof
culture petri petrischale nährboden cultivo placa kweek kweekbak
smear abstrich frottis esfregaço uitstrijkje
blank kontrolle kontrollprobe
calibrate calibration kalibrieren eichen étalonner étalonnage aferir aferição ijken geijkt kalibreren
trial clinical studie étude estudio estudo onderzoek
hypothesis theory hipótesis
ergebnis ergebnisse résultat résultats resultado uitkomst uitslag
outlier ausreißer aberrant atípico uitschieter
evidence proof beweis belegen preuve prouver prueba comprovar bewijs bewijzen
begutachtung relecture arbitraje revisão beoordeling
dispensary dispense abgabe ausgeben verstrekken uitgifte
nebenwirkung bijwerking
painkiller schmerzmittel antidouleur antalgique analgésico calmante pijnstiller
wurzelbehandlung endodoncia wortelkanaal
zahnarztbohrer fresa turbina tandartsboor
charwoman putzfrau putzkraft reinigungskraft limpiadora faxineira schoonmaker poetsvrouw
fensterputzer abzieher raclette limpiacristales glazenwasser
detergent putzmittel reinigungsmittel waschmittel détergente detersivo wasmiddel
schornsteinfeger kaminkehrer ramoneur deshollinador limpachaminés schoorsteenveger
chlorine chlor chlorbleiche javel lejía cloro lixívia bleekmiddel chloor
binman dustman müllwerker müllmann müllabfuhr éboueur recolector gari vuilnisman vuilnisophaler
landfill tip dump deponie müllhalde décharge vertedero stortplaats vuilnisbelt
incinerator incineration müllverbrennung verbrennungsanlage
skip absetzmulde benne caçamba afvalcontainer
clarifier kläranlage klärwerk épuration depuradora waterzuivering zuiveringsinstallatie rioolwaterzuivering
sludge klärschlamm schlamm lodos slib slik
groundwater aquifer grundwasser acuífero grondwater
wasserleitung hauptleitung conduite tubería adutora waterleiding
hydroelectric hydropower wasserkraft hidroeléctrica hidrelétrica waterkracht
kraftwerk centrale usina energiecentrale
nuclear kernkraft atomkraft nucléaire atómico kerncentrale kernenergie atoomenergie
windrad windkraft éolienne aerogenerador eólica aerogerador windmolen windpark
nacelle gondel gondola barquilla
rotorblatt pá wieken
panel solaranlage solarzelle photovoltaik placa painel zonnepaneel
inverter wechselrichter onduleur inversor omvormer
grid stromnetz netzbetreiber stroomnet
outage blackouts stromausfall coupure stroomuitval
flöz kohleflöz veio steenkoollaag
headframe förderturm chevalement castillete schachtbok
firedamp methane grubengas grisou grisú mijngas
sprengung sprengstoff dynamite dynamitage voladura dinamita springlading
ore erz minerai mena minério erts
rig derrick bohrturm bohrinsel forage boortoren booreiland
overalls boilersuit blaumann arbeitsanzug overol werkpak
patrol streife streifenwagen patrouille patrulla patrulha surveilleren
detain custody festnehmen festgenommen verhaften festnahme haft interpellé détention detención prender detenção arresteren aanhouding gearresteerd détenu detuvo deteve aangehouden
suspect suspicion verdächtig verdacht soupçon soupçonner sospechoso suspeito verdenking
clue lead hinweis spur indice piste indicio vingerwijzing aanwijzing
detective sleuth inspector kommissar kommissarin ermittler ermittlerin enquêteur inspecteur inspetor rechercheur speurder
investigate inquiry ermitteln ermittlung untersuchung enquête pesquisa inquérito onderzoek onderzocht
fingerprint fingerabdruck empreinte huella dactilar digitais vingerafdruk
handcuffs handschellen menottes algemas handboeien
burglary mugging raub überfall einbruch cambriolage braquage atraco asalto assalto arrombamento roofoverval inbraak overval
hostage geisel otage rehén refém gijzelaar
kidnap entführen enlever secuestrar rapto sequestro ontvoeren ontvoerd
smuggle schmuggeln schmuggler contrebande passeur contrabando contrabandista smokkelen
hose firehose schlauch feuerwehrschlauch manguera mangueira brandslang tuinslang
atemschutz ademlucht gasmaske ademhalingstoestel
evacuate evacuation evakuieren räumung desalojar ontruimen evacuou ontruimd
turnout callout einsatz ausrücken intervention ocorrência uitruk uitrukken
paramedics ersthelfer secourisme socorrista eerstehulp ehbo
debris rubble wreckage trümmer schutt décombres gravats escombros entulho destroços puin brokstukken
helpdesk hotline support callcenter callcentre kundendienst assistance helpline soporte suporte atendimento klantenservice
headset kopfhörer headphones earphones casque auricular fone koptelefoon oortje écouteur
warteschleife wachtmuziek wachtlijn
anrufer anruferin appelant llamante interlocutor
outsource auslagern ausgelagert externaliser subcontratar terceirizar uitbesteden
secretary sekretärin assistentin secrétaire secrétariat
office großraumbüro bureau oficina despacho gabinete kantoor kantoren kantoortuin
protocol protokoll acta ata notulen
agenda tagesordnung pauta agendapunt
deadline frist abgabetermin stichtag échéance délai plazo vencimiento prazo termijn inlevertermijn
application formular antrag antragsformular formulaire demande formulario solicitud requerimento formulier aanvraag
stempel tampon tamponner carimbo afstempelen
binder akte aktenordner ablage classeur classement archivador arquivador ordner dossiermap
shredder shred aktenvernichter schreddern broyeur déchiqueteuse trituradora triturar fragmentadora versnipperen papierversnipperaar
spreadsheet excel tabelle tabellenkalkulation tableur planilha rekenblad
dias lichtbild folie diapositive lámina slideshow
presentation präsentation vortrag exposé ponencia apresentação palestra presentatie voordracht
bilanz bilanzieren jahresabschluss jaarrekening
audit auditor wirtschaftsprüfer revision auditeur auditoría accountantscontrole
expenses outlay spesen ausgaben aufwand dépenses uitgaven onkosten onkostenvergoeding
income revenue turnover einkommen einnahmen umsatz recettes ingreso ganancias receita rendimento omzet inkomen inkomsten
profit earnings gewinn gewinne bénéfice beneficio ganancia lucro winst
deficit verlust defizit perte pérdidas prejuízo verlies
budget haushalt etat haushaltsplan presupuesto orçamento begroting
vat mehrwertsteuer tva iva btw umsatzsteuer
deduct deduction deductible absetzen abziehen abzug steuerabzug déduire deducción deduzir aftrek aftrekken abgezogen déduit dedujo deduziu afgetrokken
payroll payslip gehaltsabrechnung lohnabrechnung nómina holerite loonstrook salarisadministratie
overdue reminder mahnung rappel morosidad impago aanmaning
bankrupt bankruptcy insolvency pleite konkurs bankrott faillite bancarrota quiebra falência faillissement
mortgage hypothek hypothèque hipoteca hypotheek
zinsen verzinst intérêts juros rentevoet
shareholder aktie aktionär börse actionnaire bourse accionista acciones bolsa acionista ações aandeel aandeelhouder aandelen beurs
investor investment investieren investition anleger investisseur inversor inversión invertir investidor investeren belegger invirtió investiu
branch filiale zweigstelle succursale agence sucursal bijkantoor filiaal
überweisen virement transferencia transferir giro overschrijving overmaken overboeken überwiesen overgemaakt
claim schadensfall schadenmeldung sinistre déclaration siniestro schadeclaim schadeformulier
adjuster gutachter sachverständiger perito peritaje perícia schadeexpert taxateur
premium prämie versicherungsbeitrag
liability liable haftung haftpflicht responsabilité aansprakelijk
clause klausel vertragsklausel cláusula bepaling beding
notarin notarielle tabelião cartório
prosecutor staatsanwalt procureur fiscal fiscalía promotor aanklager
plaintiff sue lawsuit klagen plaignant poursuite demandante processar querelante aanklacht eiser
defendant accused angeklagter beklagter prévenu acusado imputado réu beklaagde verweerder
appeal berufung revision einspruch pourvoi recours apelación recurso beroep bezwaar
kaution caution fianza fiança borgtocht borgsom
deposit anzahlung pfand kaution acompte consigne dépôt señal sinal caução aanbetaling borg statiegeld
jury juror geschworene schöffe juré jurylid
sentence haftstrafe freiheitsstrafe peine condena gevangenisstraf veroordeling
parole bewährung sursis probatoire condicional voorwaardelijk proeftijd
fraud fraudulent scam betrug schwindel escroquerie arnaque estafa burla oplichting
bid procurement ausschreibung angebot vergabe soumission licitación oferta proposta aanbesteding offerte
quote estimate kostenvoranschlag devis orçamento offerte prijsopgave schätzung estimation schatten
negotiate negotiation bargain haggle verhandeln verhandlung feilschen négocier marchander regatear onderhandelen afdingen
freelancer selbständig selbstständig freiberufler indépendant autónomo zzp zelfstandige
startup founder gründen gründerin fondateur fonder fondatrice fundador oprichten opgericht
headquarters headoffice zentrale hauptsitz hauptverwaltung matriz hoofdkantoor
division abteilung fachabteilung departamento sección divisão setor afdeling
executive management vorstand geschäftsführung direction gerencia directiva diretoria bestuur
hire recruit einstellen eingestellt embaucher recruter contratar aannemen aangenomen werven contratou
resign kündigen rücktritt zurücktreten démissionner démission dimitir dimisión renunciar demissão opzeggen ontslagneming aftreden zurückgetreten dimitió demitiu opgezegd afgetreden
promote promotion befördern promouvoir ascender ascenso promover promoção bevorderen promu ascendió promoveu
overtime überstunden sobretiempo overuren overwerk
teilzeit mediajornada deeltijd
telework remotework télétravail teletrabajo thuiswerken
commute pendeln pendler navetteur navette trajet desplazamiento forenzen
logbook logboek logbuch bordbuch bitácora
checklist checkliste prüfliste controlelijst afvinklijst
bug bugs softwarefehler programmfehler bogue defecto bugje
crash abstürzen abgestürzt plantage colgarse cuelgue travou vastlopen vastgelopen
deploy deployment release rollout ausrollen bereitstellen ausliefern déploiement livraison desplegar despliegue implantar uitrollen ausgerollt bereitgestellt uitgerold implantou
develop entwickeln entwickler développeur desarrollar desenvolver ontwikkelen
debug fehlersuche débogage déboguer depurar depurador foutzoeken opgespoord
legacy altsystem altlast
refactor rewrite rewrote rewritten umschreiben umgeschrieben réécrire réécriture reescribir reescrito reescrever herschrijven herschreven réécrit
documentation dokumentation dokumentieren documentatie
manual handbuch bedienungsanleitung anleitung notice instrucciones instruções handleiding gebruiksaanwijzing
query abfrage requête consulta zoekopdracht
zwischenspeicher buffer puffer tampon
stockage enregistrer almacenar almacenamiento armazenar armazenamento opslaan opgeslagen opslag
upload hochladen hochgeladen téléverser carregar
download herunterladen runterladen télécharger descargar descarregar baixar baixou
encrypt encryption verschlüsseln chiffrer crypter cifrar criptografia versleutelen
malware ransomware schadsoftware trojaner maliciel
privacy datenschutz privatsphäre confidentialité privacidad privé privacybescherming
spam junk spammail pourriel
algorithm algoritmo
chart diagram graph schaubild kurve graphique gráfico grafiek
statistics estadística estatística
average durchschnitt mittelwert moyenne moyen promedio media gemiddelde
percentage percent prozent prozentsatz pourcentage pourcent porcentaje porciento procent
forecast predict prediction vorhersage prognose prognostizieren prévoir prévision predecir predicción pronosticar previsão voorspellen vorhergesagt prédire prédit predijo
research forschung forscherin chercheur chercheuse investigador pesquisador onderzoeker wetenschapper
science scientist scientific wissenschaft ciencia científico cientista wetenschap
physics physik physicien physique física natuurkunde
biology biologie biologiste bioloog
mathematics maths matemáticas wiskunde wiskundige
geology geologist geologie géologue geoloog
archaeology excavate archäologe ausgrabung archéologue fouilles arqueólogo opgraving ausgegraben opgegraven
fossil versteinerung fósil fossiel
layer schicht estrato laag
crystal kristall cristal cristaux cristais
species arten tierarten pflanzenart espèce especie soort diersoort
zelle cellule célula
dna erbgut génétique genética erfelijk
molecule molekül molecuul
satellite satélite
astronaut spacecraft raumfahrt raumschiff fusée cosmonauta nave ruimtevaart ruimteschip
picking kommissionieren préparateur separador orderpicker
packaging cardboardbox bubblewrap luftpolsterfolie verpackungsmaterial papierbulle noppenfolie
forwarding dispatch versand versenden expédition expédier despacho expedição remessa verzending verzonden
tracking sendungsverfolgung suivi seguimiento rastreo rastreamento volgnummer
racking hochregal palettenregal rayonnage estantería prateleiras magazijnstelling
assembly assemble montage montieren assemblage montaje ensamblar montou gemonteerd
maintenance maintain servicing instandhaltung entretien mantenimiento manutenção onderhoud entretenir mantener mantuvo manteve
inspection inspect inspektion kontrollieren kontrolle begehung inspección inspecionar fiscalizar keuring
ersatzteil repuesto recambio sobressalente onderdeel onderdelen reserveonderdeel
wear verschleiß abnutzung abgenutzt usure desgaste slijtage versleten
vibration vibrate vibrieren erschütterung trilling
bearing kugellager wälzlager roulement rodamiento cojinete kogellager
sensor fühler messfühler capteur voeler
gauge messgerät anzeige messuhr jauge manómetro medidor indicador meettoestel
shutdown stillstand stilllegen stillgelegt downtime paralisação stilstand stilleggen
reject defective ausschuss ausschussware rebut rechazo refugo uitval afkeur abgelehnt afgekeurd
quality qualität gütekontrolle calidad qualidade kwaliteit
output production produce produktion herstellen hergestellt produire fabriquer fabricar produzir vervaardigen produit produjo produziu
supply supplies versorgung approvisionnement suministro abastecer fornecimento abastecimento bevoorrading
bellboy gepäckträger bagagiste maletero carregador bagageiro kruier piccolo
guesthouse innkeeper gastwirt wirtin hôtelier aubergiste hotelero posadero hospedeiro hoteleiro pensionhouder herbergier hotelbesitzer
bartender barman barmaid barkeeper serveur barista barmeisje
cocktail aperitif apéro cóctel coquetel borrel
cloakroom garderobe vestiaire guardarropa vestiario bengaleiro chapelaria
usher doorman bouncer türsteher einlasser videur ouvreuse acomodador gorila uitsmijter portier
subtitle untertitel subtítulo legenda ondertitel
editor redakteur lektor redaktion rédacteur rédactrice éditeur redactor redactie
publisher verlag verleger veröffentlichen publier editorial publicar editora uitgever uitgeverij gepubliceerd publicou
illustrate illustration abbildung ilustración ilustrador afbeelding
interview befragen entretien entrevista vraaggesprek ondervragen
broadcast ausstrahlen ausgestrahlt diffuser diffusion emisión emitir transmissão transmitir uitzending uitgezonden emitió transmitiu
`
