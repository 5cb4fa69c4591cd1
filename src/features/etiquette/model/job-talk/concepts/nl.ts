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
`
