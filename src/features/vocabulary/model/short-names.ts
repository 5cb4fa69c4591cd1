/** Short and pet names beyond English, folded: a formal name, then what people call it. */
export const shortNames = `
jose: pepe chepe pepito
francisco: paco pancho curro fran kiko quico patxi
ignacio: nacho inaki
jesus: chus chuy suso
manuel: manolo manu lolo
antonio: tono toni tonio
enrique: quique kike
eduardo: edu lalo guayo
guadalupe: lupe lupita
dolores: lola loli lolita
concepcion: concha conchita conchi
rosario: charo
mercedes: merche meche
pilar: pili
francisca: paca paqui
josefa: pepa pepita fina
isabel: isa chabela
consuelo: chelo
montserrat: montse
inmaculada: inma
encarnacion: encarna encarni
asuncion: asun
milagros: mila
remedios: reme
soledad: sole marisol
juan: juanito juancho
luis: lucho luisito
alberto: beto berto
roberto: beto berto tito
rafael: rafa rafi
gregorio: goyo
santiago: santi tiago yago
sebastian: sebas bastian basti seba
fernando: nando fer
alejandro: alex ale jandro
alejandra: ale alex sandra
javier: javi xavi
miguel: migue micky
carlos: carlitos charly
vicente: chente vicen
jordi: jorge
jaime: jaume
joaquin: quino ximo
guillermo: guille memo
johannes: hans hannes jan johann jo
johann: hans hannes
friedrich: fritz fred friedel
wilhelm: willi willy helmi
heinrich: heinz heiner henri hein
josef: sepp jupp beppo pepi
joseph: sepp jupp jo joe
georg: schorsch jorg jurgen
ludwig: lutz wiggerl luggi
matthias: matze hias matti mathias
andreas: andi andy andre
michael: michi micha michel mischa
thomas: tom tommi
stefan: steffen steff stephan
christian: chris christl
christoph: chris stoffel toffi
alexander: alex sascha xander sander
alexandra: alex sandra sascha
maximilian: max maxi
dieter: didi
ulrich: uli ulli
rudolf: rudi rolf
gerhard: gerd hardy
reinhard: reini
bernhard: bernd berni hardy
siegfried: siggi sigi
manfred: manni fredi
wolfgang: wolf wolle
joachim: jochen achim jo
eberhard: ebi hardy
katharina: kathi kati kathrin katrin käthe kaethe trine
elisabeth: lisa lisbeth elsa else liesl sissi betti elli lies
margarethe: grete gretel margret greta meta
magdalena: lena leni magda
helene: leni lena helli
johanna: hanna hanne jo
susanne: susi sanne
gabriele: gabi gaby
brigitte: gitte gitta biggi
angelika: geli angie
franziska: franzi fanny
veronika: vroni vera
theresia: resi thea
ursula: uschi ulla ursel
christina: tina christel chris
francois: fanch
jean: jeannot
jacques: jacquot
pierre: pierrot
louis: loulou
guillaume: guigui will
benjamin: ben benji
nicolas: nico colas
frederic: fred
catherine: cathy kate
veronique: vero
stephanie: steph
dominique: domi
emmanuel: manu
emmanuelle: manu
philippe: phil
sebastien: seb
giuseppe: peppe beppe pino peppino
giovanni: gianni nino vanni
francesco: franco checco ciccio cecco
luigi: gigi gino
vincenzo: enzo
lorenzo: renzo enzo
domenico: mimmo
salvatore: toto turi salvo
raffaele: lello
gaetano: tano
alessandro: sandro ale
alessandra: sandra ale
bartolomeo: meo bartolo
michele: lele
giacomo: mimmo giacomino
margherita: rita marga ghita
elisabetta: betta lisa betty
caterina: rina cate
giuseppina: pina giusi giusy
joao: jo joaozinho
eduarda: duda
fernanda: nanda fe
aleksandr: sasha sasa shura sanya alex
aleksandra: sasha shura
aleksei: alyosha lyosha
alexei: alyosha lyosha
dmitri: dima mitya
dmitry: dima mitya
dmytro: dima dmitro
evgeny: zhenya
evgenia: zhenya
ivan: vanya
mikhail: misha
nikolai: kolya
nikolay: kolya
pavel: pasha
sergei: seryozha serge
sergey: seryozha serge
vladimir: vova volodya vlad
volodymyr: vova volodya vlad
yuri: yura
ekaterina: katya kate
yekaterina: katya
kateryna: katya
anastasia: nastya stasya
maria: masha mascha mari mia
natalia: natasha nata
natalya: natasha
tatiana: tanya tania
tatyana: tanya
elena: lena alyona
olga: olya
svetlana: sveta lana
yelena: lena
александр: саша шура саня
александра: саша шура
алексей: леша алеша
дмитрий: дима митя
евгений: женя
иван: ваня
михаил: миша
николай: коля
сергей: сережа
владимир: вова володя
екатерина: катя
анастасия: настя
мария: маша
наталья: наташа
татьяна: таня
елена: лена
ольга: оля
katarzyna: kasia kaska
malgorzata: gosia malgosia
agnieszka: aga agi
joanna: asia
barbara: basia barbel babs
krzysztof: krzys krzysiek
tomasz: tomek
piotr: piotrek
pawel: pawelek
stanislaw: staszek stas
jakub: kuba
wojciech: wojtek
grzegorz: grzesiek grzes
zbigniew: zbyszek
jerzy: jurek
tadeusz: tadek
wladyslaw: wladek
andrzej: jedrek andrzejek
jan: janek jasiek honza jenda
jiri: jirka
frantisek: franta
vaclav: vasek
pieter: piet pim
cornelis: kees cor
hendrik: henk rik
gerardus: gerard geert
wilhelmus: wim willem
willem: wim pim
jacobus: jaap koos cobus
antonius: toon ton anton
theodorus: theo dirk
adrianus: adri arie
petronella: nel nelly petra
wilhelmina: mina willy mien
hendrika: riek rika
lars: lasse
nils: nisse
karl: kalle
gustav: gosta gurra
mehmet: memo memet
mustafa: musti
ibrahim: ibo brahim
muhammad: mohamed mohammed mohammad muhammed mehmet moh mo
abdelrahman: abdou abdu
`
