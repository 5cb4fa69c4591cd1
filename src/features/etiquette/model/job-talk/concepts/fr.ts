export const fr = `
I je j'ai j'aurais j'aurai me moi mon ma mes m'a j'aimerais j'avais j'aime j'ai
YOU tu te toi vous t'es t'as t'aimerais te
YOUR ton ta tes votre vos
WE nous on notre nos
THEY ils elles il elle leur leurs
SOMEONE quelqu'un personne personnes gens ami amie amis collegue collegues monde connaissance
WHO qui quel quelle quels
WHAT que quoi qu'est-ce
HOW comment combien
WHEN quand
WHY pourquoi
IF si
WOULD serais serait seriez aurais aurait pourrais pourrait pourriez voudrais voudrait aimerais aimerait dirais verrais ferait faudrait irais envisagerais accepterais partirais plairait tenterait
CAN peux peut puis pouvez
NOT ne pas n'est n'ai jamais rien aucun aucune sans plus n'a
ONLY juste seulement simplement
PROMISE promis vends vendre vente rassure-toi
HAVE ai as a avons avez ont avoir
THERE
FOR pour comme
AT chez dans avec
MORE mieux davantage meilleur meilleure meilleurs plus
NEW nouveau nouvelle nouveaux nouvelles autre autres ailleurs neuf prochain prochaine suite
EVER deja jamais
GREAT parfait parfaite ideal ideale taille taillee exactement excellent excellente fait faite genial
NICE bon bonne beau belle super joli
STAFF personnel renfort renforts bras effectif effectifs main-d'oeuvre remplacant remplacante candidat candidats second
ORG clinique hopital hopitaux ehpad cabinet ecole lycee college universite creche labo laboratoire boite entreprise societe firme agence banque boutique magasin supermarche enseigne hotel restaurant resto cuisine boulangerie boucherie bistrot garage atelier usine chantier depot entrepot transport ferme domaine exploitation theatre orchestre musee mairie administration start-up startup employeur employeurs studio association service pharmacie salon maison editeur cliniques maison-de-retraite ecurie haras elevage scierie menuiserie imprimerie fonderie fromagerie laiterie cave brasserie distillerie poissonnerie traiteur cantine camping gite auberge palace spa zoo cirque opera cinema journal radio redaction etude barreau tribunal prison police armee marine caserne paroisse ambassade consulat lycees facs fac rectorat observatoire samu ambulances pompes-funebres assureur banques mutuelle cabinets chantiers-navals chantier-naval armateur armement compagnie compagnies aeroport port gare sncf mine carriere raffinerie centrale eolien ong fondation syndicat federation club salle prestataire fournisseur grossiste drive hypermarche supermarches boutiques enseignes pepiniere vignoble domaines cooperative etablissement etablissements structure pme groupe
CLIENT client cliente clients mandant
TEAM equipe equipes brigade effectif
BOSS patron patronne chef cheffe directeur directrice gerant gerante responsable proprietaire fondatrice fondateur
RIVAL concurrent concurrents concurrence
NEED besoin manque manquent faut faudrait urgent urgence desesperement galere galerent rame manquait manquer penurie sous-effectif effectif depourvu depourvue sans
SEEK cherche cherchons cherchent cherches recherche recherchons chercher recherchent cherchait chasse quete
HIRE recrute recrutons recrutent embauche embauchons embauchent embaucher embaucherait engager engage prendre prendrait recruter monter remplir
RECRUITER recruteur recruteuse recruteurs recrutement chasseur recrute rh
GROW agrandit grandit grandissons developpe agrandissons ouvre ouvrons croissance montons monte
VACANCY vacant libre ouvert ouverte pourvoir place places libere vacance vacances-de-poste vacants alternance stage apprentissage cdi cdd interim mission missions
JOB poste postes emploi emplois boulot job travail fonction mission taf
WORK travailler travaille travailles travaillez bosser bosse metier
OFFER offre offres proposer propose proposait proposition propositions proposerait offrir offrons
OPP opportunite opportunites occasion chance possibilite
OPENTO ouvert ouverte disponible pret prete partant partante l'ecoute
INTEREST interesse interessee interesserait tente tentee tenterait plairait dirait envie partant interessant t'interesse plaire tenterais branche brancherait curieux curieuse chaud chaude motive motivee seduirait parle
CHANGE changer changement change bouger changes bouge evoluer evolution reconversion mobilite horizon virage changerais bougerais
LEAVE partir quitter demissionner quittes quitte partes partirais debaucher partie parti barrer tires claquer plaquer lacher quitterais quitteriez debauche
HAPPY heureux heureuse content contente satisfait satisfaite epanoui epanouie bougeotte traitent
NOWPLACE actuel actuelle actuellement la-bas
PAY salaire salaires paie paye payent payes paient remuneration gagner gagnes gagnerais gagne touches net brut prime primes paierait paieraient augmentation rapporte smic mutuelle treizieme fixe commission horaire taux
PERK week-ends week-end logement logee loge voiture teletravail vendredi mutuelle conges horaires demenagement avantages decouches decouche prise charge visa formation
CONTRACT contrat cdi cdd mission preavis interim
ENDS finit termine s'arrete fin expire acheve
START commencer debut debuter partir demarrer rentree
SHIFT garde gardes nuit nuits quart equipe
FULLTIME temps plein mi-temps cdi saisonnier temporaire
CV cv parcours curriculum dossier references
APPLY postuler postule postules candidature candidater candidate
INTERVIEW entretien entretiens
TRIAL essai
KNOW connais connaissez connaitrais sais savez
REFER recommander recommande conseiller transmette transmettre parrainer nom noms recommandes parler
THINKOF pense pensais songe idee tete venu
FIT parfait conviendrait convient correspond colle va place integrerais atout profil
JOIN rejoindre rejoins integrer venir viens viendrais avec
CALL appel appeler appelle parler discuter echanger cafe minutes rencontrer s'appeler s'appelle
TELL envoyer envoie envoie-moi t'envoie montrer dire detail details raconter transmettre
SOMETHING quelque chose truc
CONSIDER envisager envisages imagine imagines verrais songe pense reflechir penserais t'imagines
CAREER carriere avenir defi challenge etape evolution projet
DESERVE merites merite gachee gache sous-paye sous-payee vaux valeur sous-estime exploite
RELOCATE demenager demenagerais mobilite
EXPERIENCE experience profil competences talent talents mains
CONGRATS felicitations bravo anniversaire noel paques
LUCK chance courage croise doigts
THANKS merci remercie
GREET bonjour salut coucou bonsoir
BYE demain bientot soiree bises
PIECE article billet texte expose post commentaire livre histoire passage conference podcast
READ lu lis aime rire vu marque adore
WROTE ecrit ecrivais disais dit parlais ecris
FAMILY frere soeur mari femme fille fils mere pere cousin voisin oncle enfants
PAST etait avait etais hier ancien dernier derniere l'epoque
FIX repare reparer accorde panne casse affute
THING four appartement appart recette tracteur chaudiere velo chat chien pain pate fromage photo photos scie camionnette jardin toit charpente recolte vendange
EVENT quiz balade fete marche club salon match concert
ASK demande demander question curieux
PAGE page site
NEWS radio infos greve journal penurie marche reforme
HARD dur pire difficile
SELF suis m'appelle c'est
DONE trouve fini reussi essaye
OUT dehors loin
UP debout
WANT veux veut voudrais voulez vouloir
PLACE place siege endroit coin
GOODAT talent doue mains patience permis brevet diplome caces qualifie
URGE urgent vite limite delai rapidement
RUMOUR entendu rumeur souffle parait dit raconte
SHARE partager partagez passer identifie diffuser
VISIT viens voir visiter passer
LISTEN ecouter ecoute oreille ecouterais
MAYBE peut-etre eventuellement
FOOD soupe ragout tarte tartes confiture miel pomme pommes prune prunes poire coing coings fraises tomate tomates patate patates oignon oignons ail haricots courgette courgettes citrouille chou poireau carottes salade riz pates sauce levain miche baguette brioche biscuit biscuits gateau gateaux creme chocolat reglisse massepain glace oeuf oeufs beurre lait yaourt vin biere cidre gnole the jus dejeuner diner pique-nique epice sel poivre sucre vanille cannelle moutarde vinaigre saucisse lard jambon poisson hareng truite crevettes pizza pizzas crepes crepe gaufres levure fromages recette recettes bocaux tourte
ANIMAL chien chiens chiot chat chats chaton chatons poule poules coq canard canards oie cygne mouette mouettes hibou chouette heron merle moineau hirondelle hirondelles pigeon corbeau pie oiseau oiseaux renard blaireau herisson ecureuil souris rat lapin lapins lievre mouton moutons agneau agneaux chevre chevres vache vaches veau veaux taureau cochon porcelet cheval poney poulain ane abeille abeilles guepe guepes essaim papillon araignee grenouille crapaud escargot escargots limace hamster perroquet tortue loutre phoque baleine ours loup chevreuil puces fourmis vers jument
HOME canape table lampe rideau rideaux tapis mur murs plafond sol escalier cave grenier cabane balcon bain baignoire douche robinet evier frigo lave-linge lessive serviette oreiller couette bougie bougies tasse tasses casserole couteau cuillere etagere tiroir armoire miroir fenetre fenetres porte portes serrure cle cles portail cloture haie cheminee radiateur chauffage gouttiere carrelage peinture marteau vis clous echelle seau balai aspirateur loyer proprietaire voisins poubelle poubelles colis boite portefeuille parapluie echarpe gant gants chapeau bonnet manteau bottes chaussures chaussettes pull robe volet volets cartons demenagement
PLAY film films cine cinema serie roman romans poeme poemes puzzle echecs cartes des guitare violon violoncelle tambour trompette flute accordeon choeur chorale alto tenor basse chanson chansons album danse danser tricot crochet couture poterie peindre aquarelle dessin foot rugby tennis golf nager natation aviron canoe voile surf escalade randonnee rando courir course marathon yoga but penalty medaille coupe stade karaoke pub tombola carnaval feu anniversaire mariage bapteme belote petanque scene
NATURE pluie pleut neige neiger grele orage foudre vent brouillard soleil lune etoiles nuage nuages gel canicule secheresse inondation boue mer plage vagues maree riviere ruisseau lac etang colline montagne vallee foret arbre arbres chene bouleau saule feuille feuilles fleur fleurs rose roses tulipes jonquilles lilas lavande herbes mousse fougere champignon champignons graines semis compost terre pelouse herbe foin champ champs prairie automne hiver printemps ete ile falaise
BODY rhume grippe toux fievre migraine dents genou genoux cheville poignet epaule hanche platre points cicatrice sommeil dormi dormir fatigue fatiguee creve sieste reve enceinte bebe bebes jumeaux naissance bequilles lunettes coiffure barbe allergie allergique vaccin larmes pleure pleurer calin triste contente inquiet nerveux fiere seule retablissement
TRIP train trains bus car tram ferry vol avion aeroport quai billet billets horaire retard bouchon autoroute pont tunnel crevaison pneu pneus essence parking voiture velo tente camping valise passeport voyage vacances excursion covoiturage
GADGET appli ordi ordinateur ecran clavier imprimante chargeur batterie wifi mot-de-passe version release bug bugs correctif commit depot branche doc tests compilateur cache serveur script extension police terminal requete index fichier fichiers appareil objectif casque micro tele
TIME lundi mardi mercredi jeudi samedi dimanche janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre aujourd'hui soir matin semaine semaines mois an ans annee annees jour jours journee heure heures minute maintenant alors tard tot depuis jusqu'a avant apres pendant moment date toujours enfin
COUNT deux trois quatre cinq six sept huit dix onze douze quinze vingt trente quarante cinquante cent mille demi double paire quelques plusieurs douzaine premier premiere deuxieme seconde troisieme
GO vais vas aller alle allez vient arrive arriver passe part retour revenir rester reste tombe descend rentre sorti
MAKE fais faire faites prends pris mettre mets mis donner donne apporter apporte garder laisser laisse utiliser ajoute tenir tiens
FEEL adorer deteste ri souri sourire espere ravi desolee desole peine fier blague drole magnifique marre
COST coute couter cout prix impot impots achete acheter vendu facture tarif cher remise caution
SCHOOL examen examens classe cours eleve eleves etudiant etudiants devoirs copies trimestre these notes corriger lecon
EVERY tous tout toute toutes chacun chaque entier moitie
LIKE sur par entre sous encore toujours parce dont pres
`
