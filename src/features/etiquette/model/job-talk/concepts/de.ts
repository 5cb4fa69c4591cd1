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
`
