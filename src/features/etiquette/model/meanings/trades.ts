/** What people do and handle at work, in every kind of work. */
export const trades = `
knuckle fingerknöchel knöchel jointure phalange nudillo knokkel vingerknokkel
gauze wundverband verbandswechsel mullbinde kompresse gaze compresse apósito gasa wondverband verbandwissel gaasje
bedsore decubitus dekubitus druckgeschwür wundliegen escarre úlcera doorligwond doorligplek drukplek
ward bettenstation service pabellón enfermaria afdeling zaal
handover übergabe schichtübergabe dienstübergabe relève transmissions passagem overdracht dienstoverdracht
shift schicht frühschicht spätschicht nachtschicht dienst turno plantão ploegendienst vroegedienst nachtploeg schichtdienst schichtarbeit
dienstplan schichtplan einsatzplan tableau cuadrante turnos rooster werkrooster
pflegeheim altenheim seniorenheim ehpad geriátrico asilo verzorgingshuis bejaardentehuis
resident residents bewohner bewohnerin heimbewohner interno morador utente bewoner bewoonster
dementia alzheimer demenz dement démence demencia dementerend
catheter katheter sonde catéter katheterzak
drip infusion infuse tropf infusionsbeutel perfusion suero infuus infuuszak
vein vene ader veia
artery arterie schlagader slagader
pulse pulsschlag pouls hartritme polsslag
bloodpressure blutdruck hypertension tension pressão hipertensão bloeddruk
stethoscope stethoskop estetoscopio fonendoscopio
xray röntgen röntgenbild radiographie radio raio röntgenfoto
scan ultrasound ultraschall sonographie échographie ecografía ultrassom echo
ventilator ventilation beatmung beatmungsgerät respirateur respirador ventilador beademing beademingsapparaat
stretcher krankentrage brancard camilla padiola draagbaar
triage triagieren ersteinschätzung urgences urgencias emergency notaufnahme notfall spoedeisende noodgeval
diagnosis diagnostizieren befund
symptom anzeichen beschwerden síntoma verschijnsel klacht
therapy treatment therapie behandlung behandeln traitement terapia tratamiento tratar tratamento
rehab rehabilitation reha rééducation kinésithérapie fisioterapia reabilitação revalidatie fysiotherapie physiotherapie
dose dosage dosierung posologie
ointment salve balm creme salbe pommade onguent ungüento zalf smeersel
relapse rückfall rechute recaída terugval
disinfect sterile desinfizieren desinfektion keimfrei désinfecter estéril desinfetar desinfetante ontsmetten ontsmettingsmiddel steriel
intensivstation réanimation uci uti reanimatie reanimieren wiederbelebung resuscitate resuscitation
donor transplant spender organspende greffe donneur trasplante donante doador orgaandonor
kidney kidneys niere rein riñón rim
liver leber foie hígado fígado leverkwaal
bowel intestine darm boyau ingewanden
bladder urine blase harn pipi vessie vejiga orina bexiga blaas plas
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
denture crown prothese gebiss zahnersatz dentier dentadura prótesis kunstgebit
braces zahnspange ortodoncia aparelho beugel orthodontist kieferorthopäde ortodontista
jaw kiefer mâchoire mandíbula quijada maxilar kaak kaken
spay neuter castrate kastrieren kastration stérilisation castrer sterilisatie
leash dogleash hundeleine laisse trela hondenlijn
muzzle maulkorb muselière bozal focinheira açaime muilkorf
pups wurf welpen ninhada worp nestje
farrier horseshoe hufeisen hufschmied maréchal herradura herrador ferradura ferrador hoefijzer hoefsmid
bridle rein zügel zaumzeug bride licol brida rienda cabestro cabresto teugel halster hoofdstel
trailer semitrailer anhänger auflieger sattelzug remorque remolque reboque aanhanger oplegger aanhangwagen
tachograph lenkzeit fahrtenschreiber tacógrafo rijtijd
freight cargo load fracht frachtgut fret cargaison chargement flete mercancía vracht goederen
haul haulage transport spedition spediteur vervoer vervoeren
loading unload beladen entladen abladen charger décharger descargar descarregar lossen uitladen
restarea rastplatz raststätte autohof aire truckstop parkeerterrein rustplaats wegrestaurant
maut mautstation péage peaje pedágio portagem tolweg tolpoort
detour umweg umleitung strecke déviation itinéraire desvío ruta percurso omweg omleiding
licence permit führerschein fahrerlaubnis permis carné licencia carteira habilitação rijbewijs vergunning
steering lenkrad lenken steuer steuerrad direction volante manubrio stuur stuurwiel sturen
windscreen windshield wiper windschutzscheibe scheibenwischer parebrise essuieglace parabrisas limpiaparabrisas ruitenwisser voorruit
motorhaube capot motorkap
kofferraum coffre maletero bagageira kofferbak
headlight headlamp scheinwerfer phare projecteur foco farol koplamp schijnwerper
bumper stossstange stoßstange parechoc parachoques bumperklem
clutch kupplung kuppeln embrayage embrague embreagem koppeling
exhaust auspuff abgas échappement escape escapamento uitlaat uitlaatgas
mileage odometer kilometerstand tachometer compteur cuentakilómetros quilometragem
speeding geschwindigkeit vitesse velocidad snelheid
speedlimit limit tempolimit geschwindigkeitsbegrenzung snelheidslimiet begrenzing
seatbelt sicherheitsgurt anschnallen ceinture cinturón cinto autogordel veiligheidsgordel
taxi taxis cab taxifahrer taxista taxichauffeur
fleet fuhrpark frota wagenpark
tow abschleppen remorquer dépanneuse remolcar rebocar reboque wegslepen takelwagen
overtake overtook überholen dépasser doubler adelantar ultrapassar inhalen ingehaald
lane fahrspur fahrstreifen spur voie carril faixa rijstrook rijbaan
trafficlight ampel tricolore semáforo sinaleira stoplicht verkeerslicht
pedestrian fußgänger zebrastreifen piéton piétonne peatón pedestre peão voetganger zebrapad
pothole schlagloch niddepoule bache buraco kuil wegdek asphalt asfalto
timetable schedule fahrplan horario dienstregeling
schaffnerin zugbegleiter contrôleur contrôleuse revisor cobrador conducteur kaartjesknipper inspecteur inspector
traindriver lokführer lokführerin machiniste maquinista cheminot ferroviario machinist eisenbahner railwayman spoorman
carriage compartment coach abteil zugabteil compartiment voiture vagón coche carruagem rijtuig
schwelle bahnschwelle durmiente travessa dwarsligger biels
points switch weiche stellwerker aiguille aiguilleur aguja agulha wissel
shunt rangieren rangierbahnhof manœuvre triage maniobra manobra rangeerterrein
siding abstellgleis nebengleis garage apartadero desvio rangeerspoor zijspoor
derail entgleisen descarrilar ontsporen ontspoord
catenary oberleitung fahrdraht caténaire catenaria bovenleiding
signal semaphor señal sinal sinais seinen
embankment bahndamm böschung remblai talus terraplén talud aterro spoordijk
vessel tanker freighter frachter frachtschiff tankschiff pétrolier carguero petrolero cargueiro petroleiro vrachtschip
container containerschiff conteneur contenedor contentor contêiner
tug tugboat schlepper schleppkahn remorqueur remolcador rebocador sleepboot
barge lighter binnenschiff kahn péniche batelier marinier barcaza gabarra barcaça aak
schleusenwärter schleusen écluse éclusier esclusa sluis sluizen sluiswachter
canal channel kanal fahrrinne canaux chenal gracht kanaal vaargeul
bow bug proue proa boeg
stern heck poupe popa achtersteven steven
deck planking oberdeck pont cubierta dek bovendek
hull keel rumpf schiffsrumpf kiel coque quille quilha romp
bridge helm wheelhouse ruderhaus steuerhaus kommandobrücke timonerie timonel leme stuurhut roer helmsman steuermann timonier stuurman
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
lifejacket lifebelt schwimmweste rettungsweste bouée chaleco salvavidas flotador reddingsvest zwemvest
lifeboat rettungsboot seenotretter reddingsboot
seasick seekrank enjoo zeeziek
runway landebahn startbahn rollbahn piste aterrizaje landingsbaan startbaan
takeoff decollage abheben abflug décoller despegue despegar decolagem descolagem opstijgen
landing atterrir atterrissage aterrizar aterrizaje aterrar aterragem geland
cockpit flightdeck flugdeck
stewardess flugbegleiter hôtesse azafata comissário purser cabinepersoneel
airtraffic fluglotse fluglotsin lotsenturm aiguilleur controlador verkeersleider luchtverkeersleider
helicopter hubschrauber hélicoptère helikopter
glider gleiter segelflugzeug segelflieger planeur planeador planador zweefvliegtuig
parachute fallschirm parachutiste paracaídas paraquedas skydive
propeller schiffsschraube hélice schroefblad luftschraube
altitude flughöhe reiseflughöhe vliegtuighoogte
turbulence luftloch
boarding einsteigen flugsteig embarquement embarcar instappen
drone drohne onbemand
checkout kasse ladenkasse kassieren caisse caja registradora cobrar afrekenen
cashier kassierer kassiererin caissier kassamedewerker caixeiro
shopkeeper händler händlerin ladenbesitzer commerçant marchand comerciante lojista winkelier handelaar koopman
theke ladentheke tresen comptoir mostrador balcão toonbank balie
shoplifter ladendieb hurto ratero furto winkeldief
barcode scanner strichcode codebarre streepjescode leitor
discount rabatt nachlass ermäßigung réduction descuento rebaja desconto korting
clearance schlussverkauf ausverkauf rebajas liquidación saldos uitverkoop opruiming
voucher gutschein cupón cupom tegoedbon waardebon kortingsbon
refund erstatten rückerstattung rembourser reembolso devolución devolução terugbetaling
wechselgeld rückgeld vuelto troco wisselgeld kleingeld monnaie
trolley einkaufswagen caddie chariot carrito carrinho winkelwagen winkelkar
shopwindow display schaufenster auslage devanture étalage escaparate vidriera vitrina montra
label etikett marque étiquette etiqueta rótulo merk
wholesale großhandel grossiste mayorista atacado atacadista groothandel
supplier lieferant zulieferer fournisseur proveedor fornecedor leverancier toeleverancier
retail einzelhandel kleinhandel détail détaillant minorista varejo retalho detailhandel
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
catering partyservice traiteur verpflegung hostelería restauración horeca
napkin serviette papierserviette servilleta guardanapo servetje
tablecloth tischtuch tischdecke mantel tafelkleed tafellaken
tray backblech blech plateau plaque bandeja tabuleiro dienblad bakplaat
sieve strain sift sieb durchsieben tamis passoire colador tamiz cribar coador zeef zeven vergiet
whisk schneebesen aufschlagen fouet fouetter batidor kloppen
cuttingboard schneidebrett hackbrett tábua snijplank
reibe raspeln rallador rallar ralador rasp
minced hackfleisch hachis picadillo carnemolida gehakt moída
marinade marinate marinieren adobo marineren
sauce soße sosse tunke salsa saus jus
crust kruste rinde croûte costra korst
crumb krume krümel brösel miette mie miga migaja miolo migalha kruimel
gärkorb banneton stückgare pointage leudar rijsmandje garkast
`
