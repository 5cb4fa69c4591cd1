export const nl = `
I ik me mij mijn
YOU je jij jou u jullie jezelf
YOUR je jouw uw jullie
WE we wij ons onze
THEY ze zij hij hun hen
SOMEONE iemand mensen vriend vriendin vrienden collega collega's personen kennis
WHO wie welke
WHAT wat welk
HOW hoe hoeveel
WHEN wanneer
WHY waarom
IF als indien
WOULD zou zouden wilde wil kon zou
CAN kan kun kunt mag kunnen zal laten
NOT niet geen nooit niks niets niemand zonder
ONLY alleen gewoon even
PROMISE beloofd gerust verkoop verkopen
HAVE heb hebt heeft hebben had
THERE er
FOR voor als
AT bij in op met
MORE meer beter betere hoger
NEW nieuw nieuwe ander andere anders elders volgende
EVER weleens ooit al
GREAT perfect ideaal geknipt precies ideale perfecte uitstekend geweldig lijf
NICE goed goede mooi mooie leuk knap fijn
STAFF personeel versterking handen kracht krachten vervanging kandidaat kandidaten vakmensen medewerker medewerkers
ORG *ziekenhuis *kliniek *praktijk *huis *school *universiteit *lab *bedrijf *bedrijven *firma *kantoor *bureau *bank *winkel *supermarkt *keten *hotel *restaurant *keuken *bakkerij *slagerij *brouwerij *garage *werkplaats *werf *haven *transport *magazijn *depot *fabriek *bouwplaats *boerderij *wijngaard *kwekerij *theater *orkest *museum gemeente start-up startup werkgever *studio stichting *apotheek *salon *zorginstelling *zorginstellingen *afdeling rederij *rederij aannemer *aannemer *kas *stal *melkerij *kaasmakerij *drukkerij *gieterij *zagerij *slachterij *visserij *visafslag *molen *manege *dierentuin *camping *hostel *cafe *eetcafe *kantine *cateraar *opticien *kapsalon *bloemist *drogist *bouwmarkt *warenhuis *groothandel *uitgeverij *krant *omroep *redactie *rechtbank *gevangenis *politie *leger *marine *brandweer *kerk *parochie *ambassade *consulaat *creche *kinderdagverblijf *academie *conservatorium *sterrenwacht *hospice *uitvaart *verzekeraar *notariskantoor *maatschappij *spoorwegen *luchthaven *veerdienst *mijn *groeve *raffinaderij *centrale *fonds *vakbond *club *sportschool *cooperatie concern groep multinational opdrachtgever mkb-bedrijf
CLIENT klant klanten opdrachtgever opdrachtgevers
TEAM team ploeg afdeling brigade keuken gezelschap
BOSS baas chef directeur eigenaar eigenares leidinggevende manager teamleider
RIVAL concurrent concurrentie
NEED nodig tekort mist missen ontbreekt dringend spoed gebruiken wanhopig zonder gevraagd bemand omhoog verlegen onderbezet krap personeelstekort springen
SEEK zoekt zoeken zoek gezocht zoek azen speuren uitkijken zoekende
HIRE aannemen aanneemt nemen neemt werven werft aangenomen wegkapen weghalen aanstellen inhuren aanwerven strikken binnenhalen
RECRUITER recruiter recruiters intercedent wervingsadviseur werf headhunter werving
GROW groeien groeit uitbreiden breiden groter uit verdubbelen opzetten zetten
VACANCY vacature vacatures vrij plek plaats open openstaand openstaande stageplek leerplek leerwerkplek opleidingsplek openstaat vrijkomt vacant
JOB baan banen functie functies vacature werk positie job betrekking
WORK werken werkt werk vak slag
OFFER aanbod aanbieden bieden bood biedt voorstel geboden
OPP kans kansen mogelijkheid gelegenheid
OPENTO open openstaan openstaat beschikbaar bereid toe
INTEREST interesse zin interessant lijkt geinteresseerd verleiden liggen trekt nieuwsgierig aanspreken aanspreekt benieuwd verleidelijk voelt
CHANGE overstap overstappen veranderen verandering wisselen veranderd carriereswitch switchen omscholen overstapt
LEAVE weggaan vertrekken ontslag weg verlaten gaan weggaat opzegt vertrek opstappen opzeggen wegtrekken weglokken vertrekt
HAPPY tevreden gelukkig plek blij zat onrustig behandelen ongelukkig
NOWPLACE huidige momenteel
PAY salaris loon verdien verdienen verdient betaalt betalen uurloon bruto netto bonus tekenbonus schoon opslag betaald dubbele maandloon toeslag toeslagen vakantiegeld cao schaal
PERK weekenden woonruimte auto zaak thuiswerken vrijdag vakantiedagen pensioen uren vierdaagse huis verhuizing overnachtingen slaapplek opleiding
CONTRACT contract opzegtermijn vast tijdelijk
ENDS loopt eindigt af stopt afloopt
START beginnen begin start starten per direct
SHIFT dienst diensten nachtdienst nachtdiensten ploegendienst
FULLTIME fulltime parttime voltijd deeltijd vast seizoen
CV cv curriculum papieren referenties
APPLY solliciteer solliciteren sollicitatie sollicitaties
INTERVIEW sollicitatiegesprek sollicitatiegesprekken
TRIAL proefdag meedraaien meelopen
KNOW ken weet kent weten kennen
REFER aanraden aanbevelen doorsturen naam namen voordragen doorgeven tippen
THINKOF dacht gedacht denken binnen viel moest
FIT past passen passend aanwinst geknipt
JOIN komen meedoen aansluiten erbij
CALL bellen gesprek praten koffie minuten belletje spreken ontmoeten
TELL sturen stuur vertellen mailen mail details laten zien geef
SOMETHING iets wat
CONSIDER overwegen overwogen gedacht voorstellen zien denken
CAREER loopbaan carriere uitdaging uitdagingen stap toekomst
DESERVE verdient verdien verspild onderbetaald ondergewaardeerd waarderen waardeert
RELOCATE verhuizen pendelen
EXPERIENCE ervaring achtergrond talent profiel
CONGRATS gefeliciteerd proficiat verjaardag kerst pasen
LUCK succes sterkte duimen
THANKS bedankt dank dankjewel
GREET hoi hallo hey goedemorgen dag
BYE morgen gauw welterusten avond groetjes
PIECE artikel stuk verhaal praatje post reactie boek tekst
READ las gelezen lachen leuk gezien raak
WROTE schreef zei vertelde noemde
FAMILY broer zus man vrouw dochter zoon moeder vader neef buurman kinderen
PAST was waren had gisteren vorige toen destijds
FIX repareert maken stemt slijpt stuk kapot repareren
THING oven huis recept trekker ketel fiets kat hond brood deeg kaas foto zaag busje tuin dak oogst
EVENT quiz feest markt wandeling leesclub wedstrijd beurs concert
ASK vraag vragen benieuwd
PAGE pagina site
NEWS radio nieuws staking krant personeelstekort arbeidsmarkt cao
HARD zwaarst zwaarste ergste moeilijkste
SELF ben heet
DONE gevonden gelukt af geprobeerd
OUT weg uit
UP omhoog
WANT wil wilt willen wilde
PLACE plek plaats stoel hoek
GOODAT talent handen geduld rijbewijs papieren diploma gekwalificeerd
URGE meteen dringend spoed deadline termijn snel
RUMOUR gehoord vogeltje gerucht gefluisterd vertelde zeggen hoor
SHARE delen deel tag doorgeven voort
VISIT kijken langs bezoeken langskomen
LISTEN luisteren luister oor
MAYBE misschien wellicht
FOOD soep stoofpot taart taarten cake jam honing appel appels pruim pruimen peer kweepeer bessen aardbeien tomaat tomaten aardappel aardappels ui uien knoflook bonen courgette pompoen kool prei wortels sla rijst pasta saus zuurdesem broodje broodjes koekje koekjes pudding vla chocola drop marsepein ijs ei eieren boter melk room yoghurt wijn bier cider jenever thee koffie sap ontbijt lunch avondeten picknick kruiden zout peper suiker kaneel mosterd azijn worst spek ham vis haring forel garnalen pizza pannenkoek pannenkoeken wafels gist kazen recept recepten potten barbecue stamppot
ANIMAL hond honden puppy kat katten katje katjes kip kippen haan eend eenden gans zwaan meeuw meeuwen uil reiger merel mus zwaluw zwaluwen duif kraai ekster vogel vogels vos das egel eekhoorn muis muizen rat konijn konijnen haas schaap schapen lam lammeren geit geiten koe koeien kalf kalveren stier varken biggen paard pony veulen ezel bij bijen wesp wespen zwerm vlinder spin spinnen kikker pad slak slakken hamster papegaai schildpad otter zeehond walvis beer wolf ree vlooien mieren wormen merrie
HOME bank tafel lamp gordijn gordijnen tapijt muur muren plafond vloer trap kelder zolder schuur balkon bad douche kraan gootsteen koelkast wasmachine was handdoek kussen dekbed kaars kaarsen mok kopje pan mes lepel plank kast lade spiegel raam ramen deur deuren slot sleutel sleutels poort hek heg schoorsteen haard radiator verwarming dakgoot tegels verf behang hamer schroeven spijkers ladder emmer bezem stofzuiger huur huisbaas buren vuilnis pakket pakje brievenbus portemonnee paraplu sjaal handschoen handschoenen hoed muts jas laarzen schoenen sokken trui jurk rolluik dozen verhuizing
PLAY film films bioscoop serie roman romans gedicht gedichten kruiswoord puzzel schaken kaarten dobbelen gitaar viool cello trommel trompet fluit accordeon koor alt tenor bas liedje liedjes album dans dansen breien haken naaien pottenbakken schilderen aquarel tekenen voetbal tennis golf zwemmen roeien kano zeilen surfen klimmen wandelen hardlopen loop marathon yoga fietsen doelpunt keeper penalty medaille beker stadion karaoke kroeg loterij carnaval vuurwerk verjaardag bruiloft doop klaverjassen podium optreden
NATURE regen sneeuw gesneeuwd hagel storm onweer bliksem wind mist zon zonnig zonsondergang maan sterren wolk wolken vorst hitte droogte overstroming modder zee strand golven eb vloed rivier beek vijver heuvel berg bergen dal bos boom bomen eik berk wilg blad bladeren bloem bloemen roos rozen tulpen krokussen sering lavendel mos varen paddenstoel zaden zaailingen compost aarde gazon gras onkruid hooi oogst weide veld herfst winter lente zomer eiland klif
BODY verkouden verkoudheid griep hoest koorts hoofdpijn migraine kiespijn knie knieen enkel pols schouder heup gips hechtingen litteken slaap geslapen slapen moe uitgeput dutje droom zwanger baby tweeling geboorte krukken bril kapsel baard allergie allergisch vaccin tranen gehuild huilen knuffel verdrietig blij bezorgd zenuwachtig trots alleen beterschap
TRIP trein treinen bus tram veerboot vlucht vliegtuig vliegveld perron kaartje kaartjes dienstregeling vertraging file snelweg brug tunnel lek band banden benzine parkeren parkeerplaats auto fiets tent kamperen camping koffer paspoort kaart reis vakantie uitstapje lift
GADGET app laptop computer scherm toetsenbord printer lader batterij accu wifi wachtwoord update versie release fout bug patch commit repo branch documentatie tests compiler parser cache server script plugin lettertype terminal database query index log bestand bestanden map camera lens koptelefoon luidspreker microfoon tv
TIME maandag dinsdag woensdag donderdag zaterdag zondag januari februari maart april mei juni juli augustus september oktober november december vandaag ochtend middag week weken maand maanden jaar jaren dagen uur minuut nu dan later vroeg laat sinds tot na tijdens moment datum tijd altijd weer steeds eindelijk
COUNT twee drie vier vijf zes zeven acht negen tien elf twaalf vijftien twintig dertig veertig vijftig honderd duizend half halve dubbel paar enkele dozijn eerste tweede derde
GO gaat ga ging gegaan komt kom kwam gekomen liep rijdt rijden terug blijft blijven gebleven staat zit zitten ligt
MAKE doet doe doen deed gedaan maakt gemaakt neem nam zet geeft geven gegeven brengt brengen houdt houden laat haalt halen krijgt krijgen legt
FEEL hou haat geniet genoten gelachen lacht glimlach mis hoop hopelijk spijt grap grappig prachtig geluk
COST kost kosten prijs prijzen belasting gekocht kopen verkocht rekening tarief goedkoop duur korting borg
SCHOOL examen examens klas les lessen cursus leerling leerlingen student studenten huiswerk semester scriptie cijfers nakijken college
EVERY iedereen alles allemaal ieder elke elk hele helft beide meeste
LIKE over van tussen onder door naar nog zelfs omdat zoals hier daar
`
