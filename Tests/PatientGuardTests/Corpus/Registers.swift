extension Corpus {
    /// Notes of a night, mail, dictation, capitals without accents, tables, care at home, children, psychiatry. Invented.
    static let registers = Sample(
        singles: """
            S1  Prise en charge transport, assurée 2 55 08 14 168 025 38.
            S1  NIR 186022A21532523 rejeté par la mutuelle
            S1  le numéro sur l'attestation : 1 80 12 75 123 456 42 merci de vérifier
            S1  SECU 2 95 10 99 126 111 93 ALD OK
            S1  immatriculation 2-69-05-49-588-157-80 / régime général
            S1  Bon de transport au n° 269054958804397
            Q8  numero de secu tapé de mémoire : 2 69 05 49 588 157 11
            Q8  NIR : 1801275123456
            Q8  la caisse lit 1 86 02 2A 215 325 99 sur la feuille
            S2  IPP 700 451 223, plaquettes à 45
            S2  RAS, dossier 20114578 à classer
            S2  Merci de fusionner les IPP 00124578 et 00987541.
            S2  N° venue : 260011457
            S2  NDA : 26-0011457, sortie non codée
            S2  séjour 26004512 clôturé trop tôt
            S2  identifiant permanent du patient : 5500123
            S2  IPP/ 4512369 (homonyme !)
            S2  Etiquette au nom de rien mais IPP 8123456 dessus
            S2  num dossier = 334512
            S2  Votre demande sur le dossier n°A-201345 est partie au DIM.
            S2  iep:881245789
            S2  nip 00345612 pas de groupage retrouvé
            S2  L'hospitalisation n° 26 104 552 n'a pas de lettre de liaison
            S2  IPP n 1204578 , ordo manuscrite
            S2  Patient 99812345 sorti avec les bas de son voisin
            S3  Née le 3/2/44, veuve, deux enfants loin.
            S3  DDN 19-07-1951
            S3  DDN : 1er août 1939
            S3  ddn 04 11 1947 cirrhose alcoolique
            S3  date naiss. 12/12/1980
            S3  Né en juin 1946, ancien fumeur
            S3  né le vingt-deux avril mille neuf cent quarante
            S3  Monsieur né le 30 décembre 49 à Saïda
            S3  NE LE 02/10/1933 A TARBES
            S3  Date de naissance (vérifiée) : 08/08/1962
            S3  D.D.N : 17.04.1955
            S3  jumeaux nés le 14 septembre à 34 SA
            S3  Date de naissance : 1938-03-12
            S3  Elle est nee le 5 mai 1931
            S3  bébé né le 2 novembre par césarienne
            S3  née : 21/06/1948
            S4  Mme Carricaburu vomit depuis 5 h.
            S4  M Salles : glycémie à 0,42, resucré
            S4  MR PEREZ A TIRE SUR SA SONDE
            S4  mme labat réclame son somnifère
            S4  Madame Nguyen ne comprend pas le français.
            S4  monsieur benali refuse la dialyse ce matin
            S4  M. Jean-Luc Martinez est en fin de vie.
            S4  Mme M'Baye a rendez-vous en consultation.
            S4  Melle Oyarzabal, autiste, ne supporte pas le brassard.
            S4  RAS cette nuit sauf Mme Poulain qui a sonné toutes les dix minutes
            S4  Le petit Enzo a avalé une pile bouton.
            S4  La petite Inès Moreau a été brûlée au bras.
            S4  J'ai repris le dossier de Mme de Castelnau avec l'interne.
            S4  Madame LE BIHAN, EPAD, ne veut plus manger
            S4  Patient DARRIEUX : insuline oubliée
            S4  La fille de Mme Sarrazin trouve sa mère trop endormie.
            S4  M. et Mme Lopez partagent la chambre.
            S4  Monsieur Vandenbroucke crie dès qu'on le touche.
            S4  notre résidente Simone ne reconnaît plus sa fille
            S4  Papy René a encore caché ses comprimés.
            S4  Mamie Jeannette pleure le soir depuis le changement d'aile.
            S4  Marcelle Vidal, née en 1938, vit seule au troisième étage.
            S4  FERNANDEZ Maria 84 ans plaie du talon
            S4  Le mari de Mme Hirigoyen veut filmer la toilette.
            S4  Sa fille Nathalie passe tous les soirs et lui donne ses propres médicaments.
            S4  Son fils, Mathieu Dumas, est injoignable.
            S4  Personne à prévenir : Dumas Mathieu (fils)
            S4  Nom : ETCHART, prénom : Léon
            S4  Nom d'usage : Bordenave
            S4  Mme Rivière épouse Lestrade a deux dossiers.
            S4  Me voilà avec mme garcia qui refuse l'IRM
            S4  Mrs Roux et Blanc partagent la salle de bain.
            S4  Mlle. Sanchez, anorexie, pèse 34 kg
            S4  Le jeune Kylian Lefort a fugué de l'unité.
            S4  La veuve Darroman vit sans chauffage.
            S4  Soeur Marie-Agnès refuse les soignants hommes.
            S4  La famille Peyrou exige une HAD.
            S4  Raymond Lacoste a chuté en allant aux toilettes.
            S4  Roger D. a déchiré ses pansements.
            S4  pte LAVIGNE ne supporte pas la VNI
            S4  Chez M. Haddad, le lit médicalisé bloque la porte.
            S4  Mme.Casenave a fait une réaction au fer.
            S4  Bonjour, avez-vous des idées pour monsieur Ducasse qui arrache tout ?
            S4  C'est Mme Petit qui a reçu la poche de Mme Grand.
            S4  Madame Ait-Ouaret jeûne et son traitement est décalé.
            Q1  Femme de 62 ans, canal carpien.
            Q1  H 71 ans BPCO
            Q1  Fillette de 7 ans, appendicite.
            Q1  garcon 3 ans convulsion
            Q1  Une gamine de onze ans refuse les piqûres.
            Q1  Un lycéen de 16 ans scarifié.
            Q1  Prématurée de 4 jours, canal artériel.
            Q1  bb 6 semaines, reflux
            Q1  Elle a soixante-dix-huit ans.
            Q1  patient agé de 66ans
            Q1  PATIENTE DE 81 ANS SOUS AOD
            Q1  Monsieur, 93 ans, vit seul avec son chien.
            Q1  pte 58a, lombalgie
            Q1  Âgée de 85 ans, elle conduit encore.
            Q1  Le nouveau-né a été transféré sans lettre.
            Q1  Une dame centenaire refuse le déambulateur.
            Q1  Nourrisson, 9 mois, diarrhée.
            Q1  Elle aura 90 ans en janvier.
            Q2  Le 12/11 au matin, erreur de poche.
            Q2  Chutes les 3 et 4 novembre, sans gravité.
            Q2  Admise le 29 octobre pour AEG.
            Q2  Depuis le 07/11/2026 elle ne parle plus.
            Q2  décédé le 1er nov
            Q2  Dans la nuit du 5 au 6, non, du 6 au 7 novembre, il a fugué.
            Q2  La pose du PICC date du 18 septembre.
            Q2  Tombée dimanche 8 novembre vers 6 h.
            Q2  Elle a disparu le soir de Noël.
            Q2  sortie le 30/10 contre avis médical
            Q3  ch 14 : sonnette en panne, résident tombé
            Q3  La chambre 206 réclame la bassine.
            Q3  Lit 11 agité, contenu
            Q3  Le box 4 attend depuis neuf heures.
            Q3  CHAMBRE 31 REFUS DE SOINS
            Q3  la dame du lit 2 a débranché la pompe
            Q3  Ch.118 fenêtre : mauvais plateau
            Q3  chbre 9, température à 39
            Q3  le monsieur de la 112 a bu le gel hydroalcoolique
            Q3  chambre numéro 7, fugue par la fenêtre
            Q3  Le résident de la chambre vingt-deux dort par terre.
            Q3  chambre n°15, punaises de lit
            Q4  Elle revient du CH de Lannemezan avec une escarre.
            Q4  Suivi à la clinique Saint-Vincent pour son cancer.
            Q4  Résident de l'EHPAD Les Glycines, sous oxygène.
            Q4  Il habite la commune de Bidarray, à une heure de tout.
            Q4  Elle a été opérée au CHU de Poitiers.
            Q4  Retour de l'hôpital Foch sans ordonnance.
            Q4  Patiente du foyer Les Tournesols.
            Q4  Le patient vit dans le village de Lescun.
            Q4  transféré de la polyclinique Navarre
            Q4  Transfert du centre hospitalier de Mont-de-Marsan à 3 h.
            Q4  Résidence autonomie Les Hortensias : la dame ne sort plus.
            Q5  C'est la femme du notaire, elle veut une chambre seule.
            Q5  L'ancien curé du bourg refuse la morphine.
            Q5  Le patient est maire de son village.
            Q5  Notre patiente, ancienne députée, exige un interprète.
            Q5  Un gendarme en arrêt pour dépression.
            Q5  Le fils du pharmacien a pris tous les comprimés.
            Q5  C'est le facteur du village, tout le monde demande des nouvelles.
            Q5  La nièce du préfet est aux urgences.
            Q5  Champion de France de boxe, il refuse le scanner.
            Q6  Il s'agit du premier cas de tétanos du département.
            Q6  Elle a survécu à l'attentat mais dort mal.
            Q6  Mère de quadruplés, épuisée.
            Q6  On a vu son histoire à la télévision, un fait divers.
            Q6  Seul survivant de l'accident de car.
            Q6  Prise d'otages au supermarché : la caissière est chez nous.
            Q7  Mme B. a vomi son traitement.
            Q7  M. J. ne veut pas de la sonde.
            Q7  Pte F., schizophrène, refuse le Clopixol.
            Q7  Monsieur R. a giflé l'aide-soignante.
            Q7  Mme C.D. veut rentrer mourir chez elle.
            Q7  Le résident T. mange les plantes.
            Q7  Mr K. est parti avec son cathéter.
            Q7  L'enfant N. a reçu dix fois la dose de morphine.
            Q9  Le fils : 07 81 22 45 63.
            Q9  tel fille 0685471236
            Q9  Contact voisin 06-12-45-78-99
            Q9  Elle demeure 8 rue du Port, premier étage.
            Q9  adresse : 23 bis avenue de Verdun
            Q9  mail du tuteur : p.durrieu@tutelle64.fr
            Q9  15 impasse des Mimosas, portail vert
            Q9  joindre la sœur en Belgique +32 475 12 34 56
            """,
        combinations: """
            Nuit : ch 12, 84 ans, chute à 4 h le 13/11, pas de TC.
            Mme P., lit 3, a reçu la tazocilline de sa voisine.
            Femme 78 ans, CH de Bagnères, AVC le 2 novembre.
            M. G. hospitalisé le 14/10 pour BPCO, a fait une fausse route.
            Patient de 94 ans vivant dans la commune d'Accous.
            Une dame de 91 ans, ancienne institutrice du village, refuse la toilette.
            Le box 6, arrivé le 8/11 à 2 h, a attendu douze heures.
            Mr L. de la 207 a fugué.
            homme 56 ans, 06 71 45 12 36, rappeler pour résultats
            La patiente D., fille joignable au 05 59 22 14 36.
            Enfant de 9 ans, école Jean-Moulin, intoxication au CO le 4 novembre.
            Ado de 15 ans, fils du maire, pendaison, réa du CHU de Bordeaux.
            Fille de 13 ans, seul cas de rougeole du collège, vue le 9/11.
            Patiente de 34 ans, gendarme, prise d'otages.
            Le curé, 81 ans, clinique Saint-Joseph, AVC.
            82 ans, chambre 5, née à Ustaritz, démente.
            Mme T., sortie le 3 novembre avec l'ordonnance d'une autre.
            Mme S a fait une hypoglycémie le 5/11 au petit matin
            Résidente de 99 ans, chambre 22.
            Retrouvé pendu le 6 novembre, chambre 14.
            Lit 9, transfusé le 11/11 avec un culot périmé.
            Ma patiente, 102 ans, vit au village de Gèdre.
            Fils du boucher, 22 ans, tentative de suicide le 31 octobre.
            Homme, 67 ans, ancien maire, suivi au CH d'Auch.
            M. V. et sa voisine du lit 12 ont échangé leurs piluliers.
            Tournée du soir : Mme R., 12 rue des Écoles, n'a pas ouvert.
            À domicile, 14 chemin du Lavoir, patient de 76 ans sous PCA.
            Patiente de 29 ans, quadruplés, maternité de Pau.
            Garçon de 4 ans, triplé, CHU de Toulouse, opéré le 3 mars.
            patient K., psychose, fugue le 10/11
            Mme A., UHCD box 2, sevrage alcoolique non vu
            Le 4/11 à 23 h 15, la chambre 18 a été retrouvée vide.
            Homme de 90 ans tombé dans les escaliers de l'église le 15 août.
            Champion du monde de surf, 38 ans, clinique Belharra.
            Une religieuse de 88 ans, seule survivante de l'incendie, EHPAD Sainte-Marie.
            Nourrisson de 3 mois, box 1, ramené le 12 novembre par le père.
            Accouchée le 2 novembre, chambre 31, hémorragie.
            Prématuré de 12 jours, fils du notaire, CHU de Limoges.
            Mr D., 45 a, chambre 6, contention
            Mail du frère : lucas.m@free.fr, patient du lit 4.
            Femme du médecin du village, 66 ans, hospitalisée au CH de Foix.
            Le patient J., chambre 11, a avalé deux piles.
            Patiente X. 85 ans, chambre 12, sortie le 4/11.
            La 214 (Mme H.) ne respire pas bien.
            Fait divers de la semaine : l'homme de 52 ans est en réa au CH de Dax.
            Victime de l'attentat, 41 ans, suivie à l'hôpital Saint-Antoine.
            Elle a 96 ans et habite à Mauléon.
            Centenaire de l'EHPAD Les Acacias, plaie du sacrum.
            Monsieur B., né à Espelette, habite 3 rue Gaskoina.
            Homme de 73 ans, SSR Nid Marin, opéré le 1er octobre.
            M. F., 70 ans, ch 108.
            Entrée ce lundi 9/11 au box 5, fracture ouverte
            Patiente de 17 ans, IVG, fille du pharmacien, clinique Lafourcade.
            Épouse du garagiste, 58 ans, seul cas de légionellose.
            Le notaire (62 ans) est venu aux urgences le 6 novembre pour un priapisme.
            Mme E. 06 88 12 45 78 rappeler demain
            Résident de 93 ans, EHPAD Bellevue, gale.
            Chambres 12 et 14, gastro depuis le 3 novembre
            Patient M., sorti le 5 novembre, réhospitalisé le 9.
            Un SDF de 44 ans, retrouvé gelé le 12 janvier, box 3.
            Mineur isolé de 16 ans, foyer Les Cèdres, scarifications le 2/11.
            Détenu de 35 ans, UHSI, automutilation le 7 novembre, chambre 2.
            Patiente de 26 ans, première greffée de l'utérus de France, suivie à l'hôpital Foch.
            Homme de 60 ans, seul hémophile de la vallée d'Aspe, CH d'Oloron.
            Lit 4 : Mme N., allergie pénicilline non notée.
            Le monsieur du lit 7 sorti le 30/10 est revenu.
            Mme O. appelle du 05 59 33 44 55 pour son ordonnance.
            Dame de 89 ans, 5 place de l'Église, chute à domicile.
            Le gendarme blessé samedi 7 novembre a 33 ans.
            Patiente de 95 ans entrée le 12 novembre.
            Chambre 203, M. U., refuse la pose de la VVP.
            Le joueur de l'Aviron, 24 ans, opéré à la clinique Aguilera.
            Ancienne maire, 79 ans, démence, EHPAD Gure Etxea.
            Bébé de 5 jours, lit 2 de néonat, né à la maternité de Tarbes.
            Patient de 50 ans, mordu par un requin le 3 août, premier cas de l'île.
            Petite-fille du sénateur, 8 ans, leucémie, suivie au CHU de Caen.
            Mme I., opérée le 22/10 du mauvais genou.
            Patient de 31 ans, ch. 7, sérologie VIH positive rendue le 10/11.
            Homme de 48 ans, médecin du village, addiction au fentanyl, clinique Château Caradoc.
            la patiente du box 8, 92 ans, sans brassard
            """,
        harmless: """
            Tazocilline 4 g x 3 en perfusion de 30 minutes.
            Enoxaparine 6000 UI x 2, anti-Xa à J3.
            Oxycodone LP 10 mg matin et soir, interdoses 5 mg.
            Bolus de 250 mL puis réévaluer la diurèse.
            Solumédrol 1 mg/kg pendant 5 jours.
            Insuline glargine 18 UI au coucher.
            Digoxine 0,125 mg un jour sur deux.
            Kaliémie 3,1 ce matin : Diffu-K 2 gélules x 3.
            Potassium 40 mmol sur 24 h, jamais en IVD.
            Ceftriaxone 1 g en sous-cutané : qui le fait encore ?
            Midazolam 0,5 mg/h, à titrer toutes les 15 minutes.
            Chlorure de sodium 0,9 % 500 mL x 2.
            Rivaroxaban 15 mg si DFG entre 15 et 49.
            Paracétamol 15 mg/kg quatre fois par jour chez l'enfant.
            Amikacine : dosage au pic 30 minutes après la fin.
            Haldol 2,5 mg puis 1 mg, gouttes ou IM ?
            Victoza 1,2 mg, on l'arrête avant l'endoscopie ?
            Xarelto, Pradaxa, Eliquis : qui relaie avant une coloscopie ?
            Clozapine : NFS chaque semaine pendant 18 semaines.
            Rocéphine, Augmentin, Clamoxyl en rupture.
            Abilify Maintena 400 mg tous les mois.
            Tercian 25 gouttes au coucher.
            Lysanxia 10, Temesta 1, Seresta 50 : équivalences ?
            Lévothyroxine à jeun, 30 minutes avant le petit-déjeuner.
            La Carbamazépine interagit avec la pilule.
            Le Martin et le Vidal ne disent pas la même chose.
            EN à 6/10, EVS 3.
            Glasgow 14, pupilles symétriques.
            RASS à -2, objectif 0.
            Cushman 12/20 cette semaine, Braden 14.
            MMSE 21/30, horloge 4/7, 5 mots 8/10.
            Score NIHSS de 4 à l'arrivée et 2 à 24 h.
            CAM-ICU positif, que faites-vous ensuite ?
            HAS-BLED 3, CHA2DS2-VASc 5.
            GIR 1 : 12 résidents, GIR 2 : 25 résidents.
            AGGIR et PATHOS validés pour l'année.
            MNA à 16/30 et IMC à 19.
            Apgar 8/9/10 dans notre formulaire.
            Score de Mallampati 3, Cormack 2.
            EDSS 6,5 : périmètre de marche 100 m.
            Douleur 3/10 à 8 h, 6/10 à 12 h.
            Échelle FLACC de 0 à 10 chez le nourrisson.
            La CRP passe de 210 à 45 en 4 jours.
            Hb 6,9, plaquettes 32 000, TP 45 %.
            Lactates 4,2 puis 2,1 à H6.
            Ferritine 12, CST 6 %, fer injectable ?
            BNP 1 250, troponine 38 ng/L.
            Gaz du sang : pH 7,28, PCO2 62, HCO3 28.
            TSH 0,02 sous amiodarone.
            Vitamine D à 9 ng/mL chez presque tous.
            Protéinurie des 24 h : 3,4 g.
            Clairance à 28 mL/min, dose divisée par deux.
            SpO2 88-92 % chez le BPCO.
            TA 17/10 couché, 13/8 debout.
            FR à 32, tirage, on appelle.
            Température 38,5 °C : hémocultures ou pas ?
            Glycémies capillaires 6 fois par jour, vraiment ?
            Diurèse 0,5 mL/kg/h.
            Poids 62 kg, taille 1 m 58.
            Réunion CLUD mardi 8 décembre à 14 h, salle 3.
            Le CREX du 17 novembre est reporté au 24.
            RMM jeudi 12/11 à 13 h en salle de staff.
            Prochaine visio : 3 décembre, 12 h 30.
            Formation AFGSU les 7 et 8 janvier.
            Copil identitovigilance le 26/11 de 9 h à 11 h.
            Webinaire HAS le 15 décembre sur la contention.
            Inscription avant le 30/11 auprès de la formation continue.
            Journée escarre du 19 novembre : 80 inscrits.
            Le groupe se retrouve tous les premiers jeudis du mois.
            On se retrouve le 9 à 14 h au self ?
            Atelier toucher-massage vendredi 4 décembre à 10 h.
            La certification a lieu du 1er au 4 mars.
            L'audit flash est prévu semaine 48.
            Compte rendu de la CSIRMT du 12 octobre.
            Sondage ouvert jusqu'au 20/12.
            Le plan blanc a été testé le 6 octobre.
            Dr Sarah Benhamou, PH en gériatrie.
            Le Dr Iribarne répond aux avis le mardi.
            Merci à Claire Duhalde, pharmacienne, pour la grille.
            Sophie L., IDE, propose un outil maison.
            Julien (kiné) a filmé le transfert.
            Voir avec l'assistante sociale, Mme Lopez.
            Mme Garat, cadre de santé, coordonne le groupe.
            M. Pinto, brancardier, a fait la remarque.
            Notre diététicienne Mme Ruiz a refait les menus.
            Pr Vellas et son équipe ont décrit la fragilité.
            Karine et Maud animent l'atelier mémoire.
            L'infirmière hygiéniste, Nathalie Bord, passe le lundi.
            Mme Dupin (qualité) relit la procédure.
            L'aumônier, M. Lafargue, vient le mercredi.
            Bonne retraite à Martine, aide-soignante depuis 1984 !
            Laurent, préparateur, a étiqueté tous les chariots.
            Merci Fatima pour le retour d'expérience.
            Bravo à Thomas et Léa pour l'affiche.
            Poste 4417 pour le manipulateur radio.
            La pharmacie répond au 3412 jusqu'à 18 h.
            Cardiologie : 05 59 44 30 12, chirurgie : 05 59 44 30 18.
            Bip 214 pour l'interne de garde.
            DECT 6512, infirmier de coordination.
            Appeler le 4000 en cas d'arrêt.
            Secrétariat de néphrologie : 05 56 79 55 10.
            Numéro vert 0 800 12 34 56.
            Le standard transfère au 9.
            Fax 05 59 44 30 99, encore utilisé.
            pharmacie@ch-exemple.fr pour les ruptures.
            Écrire à cellule.qualite@chu.example.
            Barrière droite relevée seulement si prescrite.
            Barrières à 3/4 ou en deux parties ?
            Un lit Alzheimer à hauteur variable, 20 cm du sol.
            Lit 120 cm pour patients obèses, charge 350 kg.
            Combien de lits par infirmière la nuit ? Chez nous 24.
            Deux lits fermés, quatre en moins pour l'été.
            Le lit bas coûte 1 800 euros.
            Chambre à pression négative : deux dans le service.
            Chambre particulière facturée 58 euros.
            Chambre d'isolement : 12 m2, fenêtre sécurisée.
            Chambre double, un seul lavabo.
            Chambre implantable : rincer toutes les 6 semaines.
            Chambre mortuaire ouverte de 8 h à 16 h.
            Box de consultation 2 x 3 mètres.
            Nos box n'ont pas de rideau.
            Fauteuil coquille n° 4512 en réparation.
            Rail de transfert au plafond dans 6 chambres.
            Lève-personne 200 kg, pile à charger.
            Matelas à air classe 2, alarme à 60 dB.
            Potence, perroquet, drap de glisse : l'ordre compte.
            Salle de bain 3, baignoire en panne.
            Salle 104 : simulation haute fidélité.
            Bâtiment B, 2e étage, couloir de droite.
            Parking P3, entrée rue du Général-de-Gaulle.
            Porte 14 pour les livraisons.
            L'hôpital Saint-Louis a publié une méthode.
            À la Pitié-Salpêtrière, ils font autrement.
            La clinique Mayo recommande une checklist.
            Le CHU de Nantes propose une appli gratuite.
            Congrès de la SFGG au Palais des Congrès à Paris.
            Je travaille au CH de Libourne, en SMR.
            Infirmière à l'EHPAD Les Oliviers, je cherche des retours.
            L'équipe du CH de Pau a créé un livret.
            L'hôpital Cochin, l'hôpital Necker et Bicêtre ont le même logiciel.
            Nos collègues du CHU de Rennes nous ont prêté leur grille.
            Le GHT Navarre Côte Basque mutualise ses achats.
            L'Institut Bergonié accueille les stagiaires.
            La méthode Montessori en unité protégée.
            L'approche Carpe Diem et l'Humanitude.
            Bobath, Perfetti, Kabat : quelle formation ?
            Test de Tinetti, appui unipodal, Get up and go.
            La grille de Zarit mesure le fardeau.
            Syndrome de Korsakoff : quel accueil ?
            Le signe de Lasègue est-il fiable ?
            Aiguille de Huber 20 G, 19 mm.
            Sonde de Blakemore en réanimation.
            Masque de Venturi, lunettes à haut débit.
            Maladie d'Alzheimer au stade sévère et douleur
            Loi du 27 juin 2024 sur l'audition.
            Selon l'instruction du 28 janvier 2020, les CREX sont obligatoires.
            Décret n° 2016-1605 du 25 novembre 2016.
            Article L1110-4 du code de la santé publique.
            L'arrêté du 5 juillet 2017 fixe la liste.
            La circulaire date du 11 juillet 2005.
            Vaccin grippe : campagne du 14 octobre au 31 janvier.
            Cohorte de 412 patients suivis de 2015 à 2020.
            Âge moyen 84 ans, 62 % de femmes.
            Les résidents ont en moyenne 88 ans.
            Chez les plus de 65 ans, une chute sur trois par an.
            Dépistage de 50 à 74 ans.
            Les moins de 3 mois sont hospitalisés d'office.
            Enfants de 6 à 12 ans : échelle des visages.
            Depuis 12 ans en réanimation, je n'avais jamais vu ça.
            Diplômée il y a 4 ans, je débute en psychiatrie.
            Après 30 ans de nuit, je change.
            Nous avons mis 2 ans à écrire ce protocole.
            La dernière évaluation a plus de 5 ans.
            Garantie 10 ans sur les lits.
            Conservation du dossier : 20 ans.
            Archivage pendant 28 ans pour les mineurs.
            Tous les 3 ans, recyclage extinction.
            Un contrat de deux ans, renouvelable.
            Le DPC couvre une période de trois ans.
            Quel âge minimum pour l'hypnose ? 5 ans ?
            Le patient traceur est prévu en mai.
            Patient debout : on forme les brancardiers.
            Comment annoncer à une famille un refus de soins ?
            La patiente est au centre, dit la charte.
            Un patient opposant, une équipe épuisée : vos pistes ?
            Une dame très âgée refuse de manger, que faire ?
            Homme jeune, premier épisode psychotique, quel cadre ?
            Un résident dément frappe : contention ou pas ?
            Une patiente d'environ 80 ans, vivant seule, refuse l'aide.
            Chez un enfant brûlé, quel antalgique en préhospitalier ?
            Le fils et la fille ne sont pas d'accord.
            La fille insiste pour la sonde, la mère non.
            Son épouse veut rester la nuit.
            Le mari est épuisé, l'aidante aussi.
            Qui peut être personne de confiance ?
            La mère du bébé peut-elle allaiter sous sertraline ?
            Le maire doit signer l'admission en soins sans consentement.
            Le préfet prend l'arrêté sous 24 heures.
            Le juge des libertés passe le mardi.
            Le curateur veut voir les comptes.
            Les pompiers arrivent en douze minutes.
            Les gendarmes accompagnent parfois la sortie.
            La députée a visité le service, sans effet.
            Le premier cas d'école : l'erreur de côté.
            C'est le seul cas où je sédate sans avis.
            Une première mondiale annoncée par un laboratoire.
            Le journal interne paraît en mars.
            Plan attentat : qui tient le rôle du brancardage ?
            L'affaire des EHPAD a changé le regard des familles.
            Lot 24B0178 à retirer, péremption 12/2026.
            Référence 331245 chez le fournisseur.
            Devis 2026-0451 validé.
            Commande n° 4500123456 livrée hier.
            Code barre 3400936963504.
            DM 12345 en maintenance.
            Ticket informatique 78451 toujours ouvert.
            Fiche d'événement indésirable n° 2026-118.
            PMID 34567890 : belle revue.
            https://www.has-sante.fr/jcms/p_3123456/fr
            doi 10.1016/j.jamda.2022.03.001
            ISO 15189, NF S99-170.
            Mon numéro RPPS : 10100123452.
            N° ADELI 649301234.
            FINESS 640000162.
            SIRET 26640015700017.
            ALGOPLUS, DOLOPLUS, ECPA : que choisir ?
            BONJOUR A TOUTES, QUI A UN PROTOCOLE DE SONDAGE ?
            PERSONNE NE SAIT QUI DOIT DEBRANCHER LE MATELAS
            QUELQU UN A TIL UNE FICHE POUR LA PCA ?
            svp qui a un exemple de plan de soins refus alim
            ya til un risque a donner le kayexalate avec levothyrox
            Slt les collegues, vous faites comment pr les bas ?
            petite question bete : lit bas = contention ?
            Relève de 6 h 30, transmissions ciblées.
            J1 post-op : lever, J2 : escalier.
            Hydratation 1,5 L par jour, épaissie en 2.
            Textures 3 et 4 de l'IDDSI.
            Toilette au lit ou à la douche, qui choisit ?
            Pansement hydrocellulaire 10 x 10, 2 fois par semaine.
            Changer la VVP tous les 4 jours.
            Bilan à J7, J14 et M3.
            Prélèvement avant 9 h, tube violet.
            Chimio J1-J8, reprise à J21.
            Dialyse lundi, mercredi et vendredi.
            Kiné respiratoire 2 fois par jour.
            Visite à 14 h, sortie avant 11 h.
            Équipe du matin 6 h 45 à 14 h 15.
            Rotation des sites d'injection tous les jours.
            Purge de la tubulure, 20 mL.
            Date limite d'utilisation 28 jours après ouverture.
            Le frigo est à 4 °C, relevé deux fois par jour.
            Conciliation dans les 24 h de l'entrée.
            Retour d'expérience : 3 erreurs de dose en 2 mois.
            Taux de chute 6,2 pour 1 000 journées.
            Prévalence des escarres 8,4 % contre 11 % en mars.
            On est passé de 14 à 5 contentions.
            12 équipes sur 20 ont répondu.
            1 soignant pour 8 résidents en unité protégée.
            2 IDE et 3 AS le matin, 1 IDE et 2 AS le soir.
            Un tiers des résidents a un laxatif.
            À domicile, la douche est à l'étage.
            Le passage de 21 h est refusé par la moitié des gens.
            HAD : astreinte 24 h sur 24.
            SSIAD : 40 places, liste d'attente 3 mois.
            Tournée de 35 patients, 180 km par jour.
            Voiture 7, clés au bureau.
            En pédiatrie, l'EVENDOL se cote de 0 à 15.
            Saccharose 24 % avant la ponction chez le nouveau-né.
            Peau à peau dès la première heure.
            Biberons à 37 °C, jamais au micro-ondes.
            Les parents peuvent rester 24 h sur 24.
            MEOPA chez les moins de 3 ans ?
            Psychiatrie : programme de soins revu à 72 h.
            Isolement : décision toutes les 12 heures.
            Soins sans consentement, certificat à 24 h et 72 h.
            Injection retard tous les 28 jours.
            Groupe de parole le jeudi à 15 h.
            Sismothérapie : 12 séances sous anesthésie.
            La PUI prépare 180 piluliers par semaine.
            Stupéfiants : double comptage à chaque relève.
            Rupture de métoclopramide jusqu'en janvier.
            Collyre : 1 flacon par patient, 15 jours.
            Robot de dispensation, 2 erreurs pour 10 000.
            Une ordonnance sur cinq comporte un IPP sans motif.
            IPP 20 mg au long cours : qui déprescrit ?
            IPP : arrêt progressif sur 4 semaines.
            INS qualifiée chez 82 % des entrants.
            Le NIR ne doit pas figurer sur le bracelet.
            Doublons d'identité : 14 en octobre.
            Vérifier nom, prénom, date de naissance et IPP.
            Le dossier papier suit le patient au bloc.
            Numéro de chambre ou nom sur la porte ?
            Les initiales suffisent-elles sur le plateau ?
            Mme X, 80 ans, est un cas fictif du manuel.
            Monsieur Tout-le-Monde ne lit pas la notice.
            Madame, Monsieur, chers collègues, merci.
            M. le Directeur adjoint ouvrira la séance.
            La méthode de Mme Lambda ne marche pas ici.
            Nord, Sud, Est : trois unités de 14 lits.
            Unité Les Camélias, unité Ravel, unité Monet.
            Rose, violet, orange : les couleurs des plateaux.
            Avril et mai sont chargés, juin moins.
            Céleste est le nom de notre logiciel.
            Hector, le chien médiateur, vient le jeudi.
            Florence Nightingale disait déjà cela.
            Cicely Saunders et la douleur totale
            Virginia Henderson : 14 besoins.
            L'école de Palo Alto et la communication
            """)
}
