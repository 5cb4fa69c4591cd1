export const de = `
I ich mir mich mein meine meinem meinen meiner
YOU du dich dir sie ihnen euch ihr dus
YOUR dein deine deinem deinen deiner deines ihre ihrem ihren euer eure euren eurem
WE wir uns unser unsere unserem unseren unserer
THEY denen ihm ihn man
SOMEONE jemand jemanden jemandem wen leute menschen freund freundin freunde kollege kollegen kollegin bekannte bekannten bekanntenkreis einer
WHO wer wen wem welche welcher
WHAT was welches
HOW wie
WHEN wann
WHY warum wieso weshalb
IF wenn falls
WOULD wurde wurdest wurden konnte konntest konnten ware warst waren hatte hattest hatten kame magst mochtest mochte mochten durfte
CAN kann kannst konnen darf soll lass lasst
NOT nicht kein keine keinen keiner nie nichts niemand ohne nix nirgends
ONLY nur blos einfach mal
PROMISE versprochen sorge verkaufen andrehen aufschwatzen pitch
HAVE hab habe haben hast hat
THERE gibt
FOR fur als
AT bei beim im in am
MORE mehr besser bessere besseren hoher
NEW neu neue neuen neuer neues andere anderen anderes anderer woanders nachste nachsten neustart
EVER schon jemals je mal bereits
GREAT perfekt ideal genau richtig ideale perfekte passend passende spannend spannende spannendes tolle geeignet
NICE gut gute super toll schon starke klasse spitze prima schone
STAFF personal verstarkung fachkrafte fachkraft fachpersonal mitarbeiter mitarbeiterin hande aushilfe aushilfen nachwuchs kraft krafte ersatz nachfolge besetzung leitung bewerber bewerberin
ORG *klinik *kliniken *klinikum *krankenhaus *praxis *heim *heime *schule *schulen *kita uni universitat *institut *labor *betrieb *betriebe *firma *firmen *unternehmen *konzern *kanzlei *buro *agentur *bank *laden *geschaft *markt *filiale *kette *hotel *restaurant *gasthaus *wirtschaft *kuche *backerei *metzgerei *brauerei *werkstatt *werft *hafen *spedition *lager *depot *fabrik *werk *baustelle *hof *gut *weingut *gartnerei *theater *oper *orchester *museum *amt *behorde *verwaltung *gemeinde start-up startup *haus arbeitgeber arbeitgeberin *studio *verein *stiftung *apotheke *molkerei *salon *verlag *tischlerei *schreinerei *station *zimmerei *schlosserei *spenglerei *kaserei *konditorei *kellerei *druckerei *giesserei *ziegelei *reederei *fluggesellschaft *stadtwerke *redaktion *sender *zeitung *kaserne *polizei *kirche *zoo *tierheim *pension *kantine *catering *mensa *supermarkt *drogerie *baumarkt *autohaus *tankstelle *bahn *verkehrsbetriebe *fahre *hospiz *pflegedienst *sanitatshaus *rettungsdienst *feuerwehr *anlage *raffinerie *grube *zeche *steinbruch *sagewerk *forstamt *versicherung *sparkasse *steuerburo *notariat *planungsburo *arbeitgeber mittelstandler dienstleister veranstalter trager
CLIENT kunde kunden kundin mandant mandanten mandantin auftraggeber auftraggeberin
TEAM team *team mannschaft truppe station abteilung belegschaft schicht kuchenteam crew
BOSS chef chefin *leiter *leiterin geschaftsfuhrer inhaber inhaberin vorgesetzte vorgesetzter boss meister
RIVAL konkurrenz konkurrent mitbewerber wettbewerber
NEED brauchen braucht brauche brauchte brauchten benotigt benotigen fehlt fehlen dringend gebrauchen mangelt besetzt besetzen unterbesetzt knapp personalnot handeringend sucht handringend fehlte fehlten benotige gebraucht
SEEK suche suchen sucht suchst gesucht fahnden ausschau umschau halten suchend
HIRE einstellen stellt stellen eingestellt einzustellen rekrutiert rekrutieren engagieren nehmen nimmt anstellen besetzen abwerben holen ubernehmen verpflichten anheuern einstellung einstellungen ubernahme nachbesetzen
RECRUITER recruiter recruiterin personalvermittler personalvermittlerin personalberater personalberaterin headhunter headhunterin rekrutiere vermittle vermittler personaler jobsuche
GROW wachsen wachst vergrosern ausbauen bauen aufbauen erweitern expandieren aufstocken stocken groser verdoppeln
VACANCY frei offen offene offenen vakanz vakanzen unbesetzt platz ausgeschrieben ausschreibung lehrstelle vakant ausbildungsplatz planstelle azubistelle praktikumsplatz volontariat traineeplatz
JOB stelle stellen job jobs position positionen posten stellenangebot arbeitsplatz arbeitsstelle anstellung tatigkeit aufgabe minijob rolle
WORK arbeit arbeiten arbeitest arbeitet arbeite anfangen beruf beruflich
OFFER angebot angebote bieten bietet anbieten geboten anbote bote anbieten
OPP chance chancen moglichkeit moglichkeiten gelegenheit
OPENTO offen bereit verfugbar
INTEREST interesse interessiert lust reizen reizt locken lockt interessieren neugierig klingt kusshand verlockend reizvoll spannend hellhorig empfanglich aufgeschlossen
CHANGE wechsel wechseln wechselst verandern veranderung umsteigen tapetenwechsel verandert umorientieren wechseln neuorientierung jobwechsel quereinstieg umschulung sprung luftveranderung wechselwillig
LEAVE kundigen kundigst gehen gehst weggehen weg verlassen aufhoren weggehst wegzugehen abspringen weggegangen abhauen gegangen hinschmeissen hinwerfen schmeissen kundigung loseisen abzuwerben weglocken
HAPPY zufrieden glucklich wohl ausgelastet sattel verwurzelt erfullt wohlfuhlen unglucklich umgehen umschaust umsehen
NOWPLACE aktuell aktuellen derzeit derzeitigen jetzigen jetzige momentan gerade dort
PAY gehalt lohn verdienen verdienst verdient zahlen zahlt bezahlt bezahlung stundenlohn brutto netto *zulagen *pramie bonus verdiene vergutung ubernehmen gehaltserhohung bezahlen zahlten doppelte stundensatz tarif tariflich weihnachtsgeld urlaubsgeld lohnerhohung jahresgehalt fixum provision handgeld wechselpramie
PERK wochenenden wochenende dienstwagen wohnung unterkunft urlaub urlaubstage viertagewoche homeoffice remote gleitzeit feierabend daheim umzugshilfe antrittspramie familienfreundlich umzugskosten ubernachtungen ausbildung schicht freie
CONTRACT vertrag *vertrag befristet unbefristet kundigungsfrist festanstellung
ENDS lauft endet aus ende ablauft auslauft
START start starten anfangen anfangst beginn ab sofort einsteigen einstieg einsteiger
SHIFT schicht schichten dienst dienste nachtschicht *dienst
FULLTIME vollzeit teilzeit minijob unbefristet saison festanstellung
CV lebenslauf cv unterlagen bewerbungsunterlagen zeugnisse vita
APPLY bewerben bewirb bewirbst bewerbung bewerbungen bewerbungsmappe
INTERVIEW vorstellungsgesprach vorstellungsgesprache bewerbungsgesprach bewerbungsgesprache vorsprechen
TRIAL probearbeiten probetag schnuppern hospitieren
KNOW kennst kennen kennt weist wei weisst fallt kenne
REFER empfehlen empfehlung vorschlagen weitergeben vorstellen nennen ansprechen namen empfiehlst vermitteln spiel weiterleiten tipp tipps empfehlungen weitersagen kontakt kontakte
THINKOF dachte gedacht denken einfallen eingefallen sinn kopf fiel
FIT passen passt passend gewinn richtig geschaffen gemacht bereicherung zugeschnitten
JOIN dazukommen einsteigen anfangen mitmachen dabei bord
CALL telefonieren telefonat gesprach anrufen reden sprechen kaffee minuten treffen kennenlernen ruf
TELL schicken schick schicke senden erzahlen zeigen mailen infos details weiterleiten zukommen
SOMETHING etwas was irgendwas passendes
CONSIDER vorstellen uberlegt uberlegen nachdenken nachgedacht gedanken erwagen betracht frage gespielt denkbar
CAREER karriere laufbahn herausforderung herausforderungen schritt zukunft perspektive weiterentwickeln aufstieg
DESERVE verdient verschenkt unterbezahlt unterfordert schatzen schade unterschatzt gewurdigt
RELOCATE umziehen ziehen pendeln umzug
EXPERIENCE erfahrung konnen kenntnisse fahigkeiten profil talent hintergrund ausbildung
CONGRATS gluckwunsch gratuliere gratulation herzlichen geburtstag jubilaum weihnachten ostern
LUCK gluck erfolg daumen viel alles
THANKS danke dank merci bedanken
GREET hallo hi moin hey servus guten morgen
BYE tschuss nacht feierabend schlaf gruse grus bald
PIECE beitrag artikel text vortrag post blog kommentar geschichte buch interview podcast
READ gelesen lese gefallen gefiel lachen mochte gesehen fand gehort
WROTE geschrieben schriebst sagtest erzahltest erwahnt schreibst gesagt
FAMILY bruder schwester mann frau tochter sohn mutter vater cousin nachbar onkel tante kinder
PAST war waren hatte wurde damals gestern fruher letzte letzten letzter vorgestern
FIX reparieren repariert stimmt scharft kaputt reparatur
THING ofen wohnung rezept traktor schlepper heizung rad fahrrad katze hund brot teig kase foto fotos bild bilder sage auto garten dach kiste kisten wetter regen bienen mahdrescher leim
EVENT quiz messe fest markt wanderung lesekreis verein konzert spiel ausstellung treffen
ASK frag fragen frage neugierig
PAGE seite webseite homepage
NEWS radio nachrichten streik zeitung fachkraftemangel personalmangel arbeitsmarkt tarif
HARD schwerste schwierigste harteste schlimmste beste
SELF bin heise name
DONE gefunden geschafft fertig bestanden probiert
OUT weg raus fort los
UP auf
WANT will willst wollen wollte mochte mochtest mochten wunsche
PLACE platz ort sitz raum
GOODAT talent begabt hande geduld fuhrerschein schein patent abschluss qualifiziert
URGE sofort dringend schnell frist bewerbungsfrist ausgeschrieben
RUMOUR gehort gefluster gefluestert geflustert munkelt erzahlt heist gerucht
SHARE teilen weitersagen markieren markier weiterleiten
VISIT schau vorbei besuch ansehen anschauen vorbeikommen
LISTEN zuhoren anhoren ohr
MAYBE vielleicht eventuell moglicherweise
FOOD suppe eintopf kuchen torte torten marmelade honig apfel pflaume pflaumen zwetschgen birne quitte quitten beeren erdbeeren tomate tomaten kartoffel kartoffeln zwiebel zwiebeln knoblauch bohnen zucchini kurbis kurbisse kohl lauch karotten salat reis nudeln sose sauerteig laib brotchen brezel brezeln keks kekse platzchen platzchen pudding schokolade lakritz marzipan eis ei eier butter milch sahne joghurt wein bier most schnaps tee kaffee saft fruhstuck mittagessen abendessen picknick gewurz salz pfeffer zucker zimt senf essig wurst speck schinken fisch hering forelle krabben pizza knodel pfannkuchen waffeln hefe rezept rezepte grillen
ANIMAL hund hunde welpe welpen katze katzen katzchen henne hennen huhn huhner hahn ente enten gans schwan move moven eule eulen reiher amsel spatz schwalbe schwalben taube krahe elster vogel fuchs dachs igel eichhornchen maus mause ratte hase hasen kaninchen schaf schafe lamm lammer ziege ziegen kuh kuhe kalb kalber bulle schwein ferkel pferd pony fohlen esel biene bienen wespe wespen schwarm schmetterling spinne spinnen frosch krote schnecke schnecken hamster papagei schildkrote otter robbe robben wal bar wolf reh flohe ameisen wurmer stute
HOME sofa tisch lampe vorhang vorhange teppich wand wande decke boden treppe treppen keller dachboden schuppen balkon bad badewanne dusche wasserhahn spule kuhlschrank waschmaschine wasche handtuch kissen bettdecke kerze kerzen becher tasse tassen topf pfanne messer loffel regal regale schublade schrank spiegel fenster tur turen schloss schlussel tor zaun hecke kamin heizung dachrinne fliesen farbe tapete hammer schrauben nagel leiter eimer besen staubsauger miete vermieter nachbarn mull tonne paket pakete briefkasten geldborse regenschirm schal handschuh handschuhe hut mutze mantel stiefel schuhe socken pullover kleid rollladen umzugskisten
PLAY film filme kino serie roman romane gedicht gedichte kreuzwort ratsel schach karten wurfel gitarre geige cello trommel trompete flote akkordeon chor alt tenor bass band lied lieder album tanz tanzen stricken hakeln nahen topfern malen aquarell zeichnen fusball handball tennis golf schwimmen rudern kanu segeln surfen klettern wandern laufen lauf marathon yoga radfahren rennen torwart elfmeter medaille pokal stadion karaoke kneipe tombola karneval zirkusnummer feuerwerk geburtstag hochzeit taufe quizabend spieleabend buhne auftritt
NATURE regen schnee geschneit hagel sturm gewitter blitz wind nebel sonne sonnig sonnenuntergang mond sterne wolke wolken frost hitze durre hochwasser matsch meer strand wellen ebbe flut fluss bach see teich hugel berg berge tal wald baum baume eiche birke weide blatt laub blume blumen rose rosen tulpen krokusse flieder lavendel krauter moos farn pilz pilze samen setzlinge kompost erde rasen gras unkraut heu ernte wiese feld winter sommer insel klippe
BODY erkaltung schnupfen grippe husten fieber kopfweh migrane zahnweh knie knochel schulter hufte gips schlaf geschlafen schlafen mude erschopft nickerchen traum schwanger baby babys zwillinge krucken brille frisur bart allergie allergisch impfung tranen geweint weinen umarmung traurig froh sorgen nervos stolz einsam gesund besserung
TRIP zug zuge bus bahn strasenbahn fahre flug flugzeug flughafen bahnsteig fahrkarte ticket fahrplan verspatung stau autobahn strase brucke tunnel reifen benzin parkplatz auto fahrrad rad zelt camping campingplatz koffer pass landkarte reise urlaub ausflug kuste radtour
GADGET app laptop rechner bildschirm tastatur drucker ladegerat akku wlan passwort update version release fehler bug patch commit repo branch doku tests compiler parser cache server skript plugin schriftart terminal datenbank abfrage index log datei dateien ordner kamera objektiv kopfhorer lautsprecher mikrofon fernseher
TIME montag dienstag mittwoch donnerstag freitag samstag sonntag sonntags januar februar marz april mai juni juli august september oktober november dezember heute abend nachmittag mittag woche wochen monat monate jahr jahre jahren tag tage tagen stunde stunden minute jetzt dann spater fruh spat seit bis vor nach wahrend pfingsten moment termin zeit herbst fruhjahr inzwischen endlich immer wieder
COUNT eins zwei drei vier funf sechs sieben acht neun zehn elf zwolf funfzehn zwanzig dreisig vierzig funfzig hundert tausend halb halbe doppelt paar einige dutzend erste ersten zweite zweiten dritte
GO geht ging kommt komm kommst kommen kam kamst gefahren fahrt lief gelaufen zuruck angekommen bleibt geblieben liegt steht stehen zieht gezogen hin
MAKE machen macht machst tun tut getan genommen legen gelegt geben gegeben bringen bringt gebracht halt lassen last geholt bekommen kriegen kriegt setzen
FEEL liebe liebt geliebt hasse mag gefallt gelacht lacht lacheln vermisse hoffe hoffentlich freut freue tut leid witz lustig herrlich furchtbar grosartig lieblings witzig
COST kostet kosten preis preise steuer steuern gekauft kaufen verkauft rechnung gebuhr billig teuer rabatt kaution
SCHOOL prufung prufungen examen kurs unterricht schuler student studenten hausaufgaben semester vorlesung aufsatz diplom noten korrigieren lernen
EVERY alle jeder jeden jedes ganze ganzen beide meisten
LIKE mit von zum zur uber nach bis unter zwischen wieder sogar daran darauf wegen deshalb damit dass
`
