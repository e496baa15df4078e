extension Corpus {
    /// What is said and written when one shift hands over to the next. Invented.
    static let handovers = Sample(
        singles: """
            S1  NIR de la dame : 238 0733 063 118 04
            S1  1 66 11 59 / 350 / 012 / 16
            S1  ss 144023155501218
            S1  assurée sociale sous le numéro 2 52 12 99 352 044 78
            S1  n° SS : 1 93 08 97 411 026 43
            S1  NIR : 2-47-03-06-088-123-55.
            S2  |NIR|158027505603395|
            S2  IPP n°0 045 821
            S2  (ipp 90012345)
            S2  IPP : P0012458
            S2  NDA=25011478
            S2  dossier pharma 118845 à vérifier
            S2  pat. 4501223
            S2  merci de regarder le 00451278 (IPP)
            S2  DPI n° 7712004
            S2  N° venue 25 044 118
            S2  numéro patient 33-4412-87
            S2  IPP....800412
            S2  l’IPP de la patiente, 7001245, est faux
            S2  id patient: AB120045
            S2  NUMERO DE DOSSIER 55 48 712
            S2  séjour n° 1120045-2
            S3  née le 3 de mai 1940
            S3  né le vingt-deux septembre quarante-quatre
            S3  DDN 7.9.51
            S3  Née : 12/12/1930
            S3  patient né en oct. 1955
            S3  date naissance 1er avril 1948
            S3  (12/05/1937) Mme reste lucide
            S3  née le 12/05/37 à Bayonne
            S3  naissance: 14 07 1962
            S3  il est du 5 mai 1929
            S3  DDN=230145
            S3  elle est née un dimanche, le 6 juin 1943
            S3  D.N. : 9 août 1950
            Q1  né en mille neuf cent trente-huit
            S3  il fêtera ses 80 ans le 12 juin
            S4  c'est Mme qui ? Mme Lasserre
            S4  MMe bordenave douleur +++
            S4  M. BERNARD-GRIFFITHS transféré
            S4  MOREL Jean-Paul sortant
            S4  Mr Y. Martinez
            Q7  le père de Mathéo est inquiet
            S4  l'état de mme sanchez se dégrade
            S4  chez monsieur Barbier, on passe 3 fois/j
            S4  le pilulier de monsieur Henry est vide
            S4  RAS sauf Mme Collet (fièvre)
            S4  Mme Rolland : chute. M. Gaillard : RAS.
            S4  Madame LEGRAND Thérèse veuve Boyer
            S4  Mme Perez, sa fille et son gendre étaient là
            S4  Appel de Mme Dupré, fille de la résidente
            S4  pour mme lucas : arrêt kardégic ?
            S4  la petite Inès a encore vomi son Clamoxyl
            S4  le jeune Théo (asthme) revient
            S4  feu M. Rivière
            S4  Mme de La Tour refuse les bas
            S4  Mme O'Connor, GIR 3
            S4  mr Nguyen van Tho tousse
            S4  Le résident M. Dupin fume dans sa chambre
            S4  Patient: Bruneau André
            S4  Pt : LECOMTE G.
            S4  concerne : Monique Aubert
            S4  Lucienne Morvan ne reconnaît plus sa fille
            S4  décès de Mr Hubert cette nuit
            S4  Mr Adam sous Préviscan INR 6
            S4  bébé Durand, ictère
            S4  Jumelles Petitjean, J3
            S4  notre Mamie Odile refuse tout
            S4  Mme Wattrelos-Vandenbroucke
            S4  demande d'HDT pour le fils Guérin
            S4  M'sieur Lopez est tombé du fauteuil
            S4  cas de M. Etcheverry
            S4  Sœur Thérèse-Marie, de la congrégation, a une escarre
            S4  le fils Bernard veut récupérer sa mère
            S4  Marie-Louise a encore caché ses médicaments
            Q1  82 ans, veuve
            Q1  Il a 49 ans.
            Q1  Une femme de 35 ans enceinte
            Q1  Mr de 68a BPCO
            Q1  patiente (27 a.)
            Q1  dame, 89 ans passés
            Q1  F79
            Q1  H 33 ans toxico
            Q1  nné de 5 jours, perte de poids
            Q1  nourrisson de 6 semaines
            Q1  ado de quinze ans
            Q1  garçon, 11 ans, drépano
            Q1  presque centenaire (99 ans)
            Q1  il vient d'avoir 18 ans
            Q2  tombé ds la nuit du 12
            Q2  vue le 3/2, revue le 10/2
            Q2  est mort le 6 mai 2024 à 4 h
            Q2  arrivé le vendredi 3 octobre
            Q2  chute hier 14 novembre
            Q2  AVC le 23.04.2025
            Q3  ch 5F
            Q3  Chambre 231 A
            Q3  lit côté fenêtre chambre 8
            Q3  réa lit 11
            Q3  le 14 a encore sonné
            Q3  n° de chambre : 47
            Q3  box de soins 3, patient agité
            Q3  chbre n°19
            Q4  hospitalisée à l'hôpital de Lavaur
            Q4  résidant à l'EHPAD « Le Bois Fleuri »
            Q4  il habite à Trifouillis-les-Oies
            Q4  retour de la clinique St-Exupéry
            Q4  vit dans le village de Sare
            Q4  scolarisé au collège Jean-Moulin
            Q4  née à Casablanca
            Q5  c'est la mère du maire
            Q5  ancien torero
            Q5  la boulangère du village
            Q5  fils d'un ministre
            Q6  son histoire est passée au JT
            Q6  seul patient greffé du visage en Occitanie
            Q6  rescapée de l'incendie du camping
            Q7  Mme C.D. refuse
            Q7  Mr. P
            Q7  Monsieur L, douleur thoracique
            Q7  patient B.T., 4e cure
            Q7  la résidente G.
            Q7  Mme T...
            Q8  NIR 2380733063118
            Q8  2.81.04.93.066.217.12
            Q9  06.12.34.56.78 c'est sa fille
            Q9  tel: 0 6 7 8 9 0 1 2 3 4
            Q9  tél du fils +336 12 34 56 78
            Q9  rappeler le mari au zéro six douze trente-quatre cinquante-six soixante-dix-huit
            Q9  fils (06 12 34 56 78)
            Q9  courriel de l'aidante : m.blanc [at] wanadoo [point] fr
            Q9  loge 3 rue Victor-Hugo
            Q9  domiciliée chemin de Peyrou
            Q9  demeurant 112 bd Gambetta, Cahors
            Q4  vit résidence du Lac, bâtiment B
            Q9  sa nièce : 0262 41 22 33
            Q9  famille@dupont-martin.fr est le mail de son fils
            """,
        combinations: """
            dame 86 a, ch 4, chute du 3/3
            M. V, 77 ans, chute ch 9
            Mme H. ch. 12 ne dort plus
            86 ans, chambre 7, entrée le 2 mai
            fils du notaire, 52 ans, ch 6
            92 ans, vit à Luz-Saint-Sauveur
            95 ans, ch 8
            Homme, 71 ans, ancien maire, EHPAD de Vic
            patient K., lit 3
            opérée le 14 mars, lit 12
            Mr N. opéré le 3/4
            Femme 40 ans, triplés nés le 4 janvier
            Pompier de 31 ans blessé le 12 juillet à Lacanau
            H 64 ans, tel 0612457896
            ch 14, fille 06 12 45 78 96
            Mme B., fils : 06 12 45 78 96
            seul cas de tétanos de l'année dans le département, 78 ans, CH de Tarbes
            nourrisson 4 mois, syndrome du bébé secoué, box 3, 12 mars
            Ex-footballeur international, 48 ans, SLA, CHU de Lyon
            Religieuse de 89 ans, couvent de Paray, chute le 5 avril
            Centenaire du village, chambre 2
            Mme E. fêtera ses 100 ans le 4 mai
            98 ans, chute le 12
            Institutrice de Mauvezin, 44 ans, accouchée le 12 mai
            M. L. lit porte
            Mme R. de la 8
            résident du 12, 91 ans
            homme 59 ans, directeur de la banque du village, infarctus le 3 mai
            Berger de 67 ans, mordu par un ours en Ariège, le 2 juin
            Femme 25 ans, miss Aquitaine, accident le 14 août
            le monsieur du lit 8, né en 1935
            Mme J. entrée hier, ch 20
            M. R (box 4) 45 ans
            Jeune fille de 14 ans du lycée Gambetta, TS le 3 février
            ch 3 / 84 ans / entrée le 12 avril
            | M. D. | 84 ans | ch 3 |
            Pte 91a EHPAD Bellevue, escarre
            Mr S. décédé le 3
            Mme A. vit à Sarlat, 77 ans
            Prêtre de la paroisse Saint-Michel, 81 ans
            Patient de 55 ans, premier greffé bi-poumons de la région, opéré le 6 juin
            agriculteur 58a, Gimont, bras arraché le 15 sept
            lit 2 box 3, M. F
            Sage-femme de la maternité d'Orthez, 39 ans, accouchée le 2 mars
            Homme 72 ans, victime de l'attentat de Nice, ch 6
            Mme Q, 69 ans, 12 rue du Port
            97 ans, fille au 05 53 22 11 00
            Patient T.R., né en 1950, ch 11
            femme du docteur, 66 ans, opérée le 12 à Bordeaux
            """,
        harmless: """
            Bonjour à toutes, quelqu'un a-t-il un protocole hypoglycémie ?
            Je cherche une grille d'évaluation de la douleur chez le dément.
            Merci Nathalie pour ton retour rapide.
            Avec Sandrine, on a testé le bracelet lumineux.
            D'accord avec Marc.
            @Julie : tu peux partager le fichier ?
            Karim Benali, IDE à Rodez, présentera son travail.
            Notre médecin coordonnateur, le Dr Lafont, est d'accord.
            Dr S. Martin, Pr J. Blanc, Mme A. Roy (cadre).
            La réunion de Mme Faure est déplacée au 4.
            M. Perrin, représentant de la société Hartmann, passe le 12.
            Mme Carrère de l'ARS répond aux questions.
            Message de M. Dumas, directeur : parking fermé.
            Bravo à Chantal pour ses 40 ans de service.
            Anniversaire du service : 10 ans le 3 mai !
            On a fêté les 100 ans de l'hôpital.
            Le service a 12 ans.
            Un matelas de 8 ans est-il encore bon ?
            Logiciel vieux de 15 ans.
            La canicule de 2003 a fait 15 000 morts.
            Congrès SFGG, Paris, 24-26 novembre.
            Le 12 à 14 h en salle Curie.
            Rendez-vous mardi 6 à 10 h, lien Zoom à suivre.
            Prochaine session : 3 et 4 avril, Lyon.
            Avant le 15 mars, renvoyez le tableau.
            Planning du 1er au 31 août à poser.
            La note du 6 janvier annule celle du 12 octobre.
            Semaine du 8 au 12 mai : fermeture du labo.
            Heure d'été le 30 mars.
            Journée mondiale de l'hygiène des mains, 5 mai.
            Rappel de lot du 12/03/2025, référence 4411207.
            Péremption 12/2026, lot B0412.
            Ampoules de 10 mL, boîte de 50.
            Dose : 0,5 mg/kg, max 30 mg.
            Potassium 3 g/L, débit max 1 g/h.
            5 mg à 8 h, 5 mg à 20 h.
            1-0-1 pendant 7 jours.
            1 cp matin, 1 cp midi, 2 cp soir.
            Dilution 1/10, conserver 24 h.
            Oxygène 2 L/min aux lunettes.
            Score ADL 3/6, IADL 2/8.
            MMSE à 18.
            Mini-Cog 2/5.
            Waterlow 18, Braden 12.
            RASS -2, BPS 5.
            FEVG 35 %, NYHA III.
            GFR 45, stade 3a.
            CRP 112, PCT 0,8.
            Na 128, K 3,1.
            Ratio 1 IDE pour 30 lits.
            40 lits, dont 6 en chambre double.
            Un lit sur trois.
            Lit n'est pas un mot anglais.
            Hauteur du lit : 45 cm.
            Chambre 12 m2 minimum, dit la norme.
            La chambre mortuaire est au sous-sol.
            La salle 12 est réservée.
            Bureau 204, demandez Sylvie.
            Ascenseur B, 3e étage, porte 312.
            Standard 05 59 72 60 00.
            Urgences : 15 ou 112.
            Urgence cyber : 17Cyber.
            Allô maltraitance : 3977, du lundi au vendredi.
            Hotline du logiciel : 01 70 12 34 56.
            Centre de pharmacovigilance de Bordeaux : 05 56 79 55 07.
            Pharmacie de l'hôpital : 05 59 11 22 33.
            Le labo est joignable au 05 59 11 22 44.
            Cadre de nuit : poste 1245.
            Contact de la formation : formation@chu-exemple.fr
            Envoyez vos photos à communication@hopital.example.
            IFSI, 4 rue du Docteur-Roux, 64000 Pau.
            Parking gratuit, 12 boulevard de la Paix.
            Restaurant Le Patio, 5 place Royale, réservation à 20 h.
            EHPAD Les Jonquilles recrute une IDE.
            Le CHU de Lille publie son protocole.
            Clinique Saint-Roch : poste de pharmacien à 80 %.
            HAD Béarn : qui a leur fiche de liaison ?
            À l'hôpital de Dax, on utilise Orbis.
            L'étude a été menée à Nantes et à Rennes.
            Cohorte PAQUID, Bordeaux, 3777 sujets.
            Étude SPRINT chez les plus de 75 ans.
            Essai de Phase III, 412 patients de 70 à 92 ans.
            Âge médian 81 ans (IQR 76-87).
            Les patients de 80 ans et plus sont exclus des essais.
            Sujet âgé : plus de 75 ans, ou plus de 65 ans polypathologique.
            Critères de Beers, liste de Laroche.
            Guide « Prévenir la iatrogénie », OMEDIT Bretagne.
            Martinez et coll., Soins Gérontologie, 2021, n° 148.
            Lefèvre T, Durand A. L'escarre. Lamarre ; 2018.
            Bibliographie : Leroux (2016), Garcia (2020).
            Le rapport Libault, la loi Rist, le plan Ma Santé.
            Selon Virginia Henderson, 14 besoins.
            Modèle de Karasek, triangle de Karpman.
            Pyramide de Maslow.
            Loi Kouchner du 4 mars 2002.
            Loi Leonetti, directives anticipées.
            Affaire du sang contaminé : rappel historique.
            Plan Alzheimer 2008-2012.
            Test de Tinetti, vitesse de marche.
            Attelle de Thomas, bande de Velpeau.
            Sonde de Salem n° 14.
            Pince de Magill, lame de Macintosh.
            Aiguille de Tuohy, cathéter de Swan-Ganz.
            Le patient est-il au centre ?
            Patient-expert : comment le rémunérer ?
            Une patiente refuse la vaccination, que dire ?
            Un résident très âgé peut-il conduire ?
            Quand un patient fugue, qui appelle-t-on ?
            Patiente sous tutelle : qui signe ?
            Les familles veulent un groupe WhatsApp.
            Une fille s'énerve au téléphone, comment réagir ?
            Le mari d'une patiente a filmé la chambre.
            La personne de confiance n'est pas l'ayant droit.
            Nom, prénom, date de naissance : identitovigilance.
            Vérifier nom, prénom et date de naissance avant chaque soin.
            Étiquette avec IPP obligatoire sur les tubes.
            Où noter le NIR dans le DPI ?
            Le numéro de dossier figure en haut à droite.
            Identifiant MSSanté oublié, que faire ?
            Ma carte CPS expire le 12.
            Badge n° 4412 perdu.
            Facture 2025-00117 réglée.
            Ticket #88120.
            Bon n° 55120 pour 3 pousse-seringues.
            Dossier de subvention n° 2025-114.
            Appel d'offres 25-0041.
            ISO 9001:2015.
            Norme NF EN 60601-2-52 sur les lits.
            Code CCAM DEQP003.
            Code CIM-10 R29.6, chutes à répétition.
            GHM 05M092.
            Article R. 4311-7.
            Décret n° 2004-802 du 29 juillet 2004.
            Instruction DGOS/PF2/2023/45.
            Circulaire n° 2002/138.
            Indice de Karnofsky 60 %.
            Maladie de Steinert : anesthésie ?
            Syndrome de Gougerot, syndrome de Lyell.
            Lyme, Lyell : ne pas confondre.
            M. Hulot fait des vacances, pas nous.
            Docteur House n'est pas un modèle.
            Le Petit Prince lu à voix haute.
            Chanson : « La Javanaise ».
            Atelier cuisine : tarte de Mamie.
            Papy-sitting et maisons de retraite.
            Mamie Loto, papy pétanque, ça suffit !
            Père Noël cherché pour le 20 décembre.
            Noël : menu et chorale.
            Jeanne d'Arc, c'est l'aile nord.
            Unité Marie-Curie fermée pour travaux.
            Service Pinel, 2e étage.
            Pavillon Charcot, bâtiment Laennec.
            Amphi Bichat, salle Laborit.
            Rue fermée, passez par l'avenue Foch.
            Village Alzheimer de Dax : visite possible.
            Le maire et l'ARS soutiennent le projet.
            Une institutrice à la retraite anime l'atelier lecture.
            Les gendarmes rappellent les règles en cas de fugue.
            Un ancien directeur nous conseille.
            Notre doyenne souffle ses bougies, gâteau sans sucre ?
            Femme enceinte : quels antibiotiques ?
            Homme ou femme, même dose.
            Enfant de moins de 6 ans : contre-indiqué.
            Bébé nageur, on en parle ?
            """
    )
}
