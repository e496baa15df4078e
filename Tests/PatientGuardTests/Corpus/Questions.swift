extension Corpus {
    /// Questions to colleagues, in sentences, with one identifier left in. Invented.
    static let questions = Sample(
        singles: """
            S1  Bonsoir, on me demande de vérifier ce NIR 2 33 10 64 102 077 77, la clé est-elle bonne ?
            S1  attestation : 1 58 12 93 066 114 67, régime général
            S1  Le numéro 2 71 09 2B 120 045 97 figure sur la feuille de soins.
            S1  n°sécu du pt 1-49-02-81-004-056-68
            S1  Carte Vitale n° 2 96 06 33 063 145 29 (pas à jour)
            S2  J'ai deux étiquettes pour le même : IPP 70045112 et 70045113.
            S2  NIP=00451287, DMI posé
            S2  le patient 8004512 a deux passages
            S2  dossier IEP/25014478
            S2  iep 25 01 44 78
            S2  passage aux urgences n° 250144781
            S2  N° séjour : H25-001447
            S2  IPP (Orbis) : 4410021
            S2  examen n° 25-114477 rendu à un autre
            S2  n° ipp 0 045 11 28
            S2  tube étiqueté 2603114578, ce n'était pas le bon malade
            S2  ID pat 00451287
            S3  pt né le 3/3/33 (!)
            S3  Patiente née le 1-1-1940, homonyme dans le service
            S3  date de naissance erronée, c'est 14/05/1942
            S3  née en mai 1939 à Gênes
            S3  DDN du patient = 9/11/1958
            S3  né le 4 déc. 1946
            S3  ddn 1943-07-02
            S3  née le 29 février 1936, donc un anniversaire tous les 4 ans
            S3  Nee le deux mars trente-neuf
            S3  né, selon sa carte, le 12 août 1941
            S3  84 ans (02/06/1941)
            S3  Elle est née avant-guerre, le 8 mai 1938
            S4  Bonjour, nous avons depuis hier Mme Vergnaud qui refuse tout traitement.
            S4  En staff on a parlé du cas Pradier, sans solution.
            S4  Hier, chez Mme Abadie, la fille a jeté les médicaments.
            S4  Relève : Dupouy stable, Cazaux agité, RAS pour les autres.
            S4  On attend le retour de Mme Lannes mardi.
            S4  je pense à M. Duclos en vous lisant
            S4  Idem pour Mme Sarrazin, même prothèse
            S4  l'épouse de monsieur tissier est d'accord
            S4  Mme Baudry/M. Costes : échange de piluliers
            S4  Erreur d'identité entre Mme Martin Jeanne et Mme Martin Jeannine
            S4  Le petit-fils d'Ernestine Vialard a signé
            S4  La famille Bousquet porte plainte
            S4  Mme "Ginou" Laborde
            S4  monsieur Paul est parti sans son traitement
            S4  Mme BA Fatoumata, césarienne
            S4  Mme Li Wei ne parle pas français
            S4  enfant Dias Tiago, convulsion
            S4  Pour Rosa Fernandes, on garde le midline ?
            S4  vu avec le fils de mme Garcia hier
            S4  Mr Lebon (dit Jojo) crie
            S4  Kevin M., 3e TS
            S4  Yvonne Cazenave fait des fausses routes
            S4  La résidente Berthe Fauré mange mixé
            S4  M. De Oliveira
            S4  Mme Jeanne D'Arcangues
            S4  Ordo de Mme Peyre à renouveler
            S4  Bjr mme carrere a chuté ds la sdb
            S4  M GARCIA PAUL / DIABETE
            S4  PATIENT : TOURE AMINATA
            S4  Mme Ricard est DCD
            S4  Nom de jeune fille : Cassagne
            S4  Mr Amar a 3 de K+
            S4  sortie de M. Vidal annulée
            S4  c'est le mari de Josiane Pujol qui appelle
            Q7  Aglaé ne veut plus manger, elle pleure
            Q1  Nous suivons une patiente de 47 ans atteinte de SEP.
            Q1  Chez ce monsieur de 91 ans, faut-il arrêter la statine ?
            Q1  Avis pour une dame, 78 ans, insuffisante rénale.
            Q1  mr 85a dénutri
            Q1  Pte (74 ans) sous AOD
            Q1  petit de 18 mois, fièvre
            Q1  6 ans 20 kg angine
            Q1  Elle a fêté ses 95 ans
            Q1  H, 54 a, sevrage OH
            Q1  nouveau-né de 3 jours
            Q1  fillette de 4 ans et demi
            Q1  un jeune de 22 ans en décompensation
            Q2  Il est décédé le 2 novembre à l'aube.
            Q2  Chute le lundi 7 avril, fracture.
            Q2  opérée vendredi 12
            Q2  depuis son entrée le 9/09 elle pleure
            Q2  a vomi le 4/5 vers 3h
            Q3  Le patient de la chambre 109 hurle.
            Q3  Pb avec la perf du lit 7
            Q3  ch 203 lit F
            Q3  Bloc 2, box 6
            Q3  chambre vingt-deux
            Q3  transféré lit 4 vers lit 9
            Q4  suivie à l'hôpital de jour de Lannemezan
            Q4  Elle vient de l'EHPAD Le Clos Fleuri.
            Q4  Il vivait seul à Barbotan
            Q4  prise en charge au CHS de Cadillac
            Q4  son village, Saint-Girons-d'Aiguevives, est à 1 h
            Q4  rapatriée de Nouméa
            Q5  épouse du sous-préfet
            Q5  c'est une ancienne députée
            Q5  son père est le notaire du canton
            Q6  c'est la survivante du crash
            Q6  il a fait la une du journal local
            Q6  enfant quadruplé
            Q7  Mme F., aphasique
            Q7  Un certain M. K. crie
            Q7  mr g. lit en panne
            Q7  A. B., 45 ans, sevrage
            Q7  Mme C-L refuse
            Q8  nir 2331064102077 01
            Q8  n° de sécu : 158129306611400
            Q9  Son aidante est au 06 45 12 78 09.
            Q9  Merci de rappeler sa fille (07.61.22.33.44).
            Q9  Contact : 06-61-22-33-44 (gendre)
            Q9  e-mail : nadine-p(arobase)orange.fr
            Q9  le voisin, 05 58 11 22 33
            Q9  elle vit 6 rue des Écoles
            Q9  habite allée des Platanes
            Q9  Adresse du patient : 22 route de Bayonne, 40990 Herm
            Q9  tel perso 0 6 12 34 56 78
            """,
        combinations: """
            Bonjour, résidente de 88 ans, chambre 24, chute cette nuit du 3 mars. Que faire des AOD ?
            M. P. (82 ans) est tombé le 4 mai. Il est chambre 6.
            Une patiente de 93 ans de l'EHPAD Les Roses refuse la toilette.
            Mme T., lit 8, refuse.
            Dame âgée de 86 ans ; ch 17 ; entrée le 4/10
            Le patient K. est décédé le 12 juin.
            Il a 45 ans, il est gendarme, hospitalisé au CH de Tulle le 3 avril.
            Je suis une patiente de 39 ans, institutrice du village, traitée au CHU de Rennes.
            Femme du notaire de Mirepoix, 58 ans
            Homme, 77 ans, prêtre, vit à Rocamadour
            M. B. lit 12 a arraché sa sonde
            chambre 4 : Mme D., chute
            Fils unique du maire de Samatan, 19 ans
            ch 9, 82 ans, chute le 12 mai
            L'enfant L., 6 ans, école de Marciac, hospitalisé le 4 mars
            Mme N. (née en 1931), ch. 3
            94 ans, ancienne couturière, ch 12
            91 ans, seule à Larrazet
            Résident 96a, chute le 7
            M. O., 66 ans, joindre sa femme au 06 12 13 14 15
            Victime de l'explosion d'AZF, 63 ans, suivi au CHU de Toulouse
            seule patiente greffée cœur-poumon du département, 34 ans, CH de Rodez
            patient 51a lit 9 tel épouse 0699887766
            jeune femme de 21 ans, championne de France de judo, opérée le 6 mars
            La doyenne de l'EHPAD Bellevue, 107 ans
            Mr C. est sorti le 3 mai à 10 h
            Pte G. opérée le 14/3, ch 5
            prof au lycée de Condom, 47 ans, TS le 4 janvier
            nourrisson de 2 mois, jumelle, box 3, entrée le 12 mai
            Monsieur R., chambre 2
            Mme V. de l'EHPAD Sainte-Anne, 90 ans
            le résident de la 14, 88 ans, fugue le 3/4
            84 ans, fils au 0612131415
            patiente A.-M. F., 61 ans, opérée le 12/02
            Couple de 88 et 91 ans, chambre 4
            Le fils de l'ancien ministre, 33 ans, clinique du Château
            Patiente de 27 ans, enceinte de triplés, CH de Pau
            Ch. 7, 79 ans, 02/04 : fausse route
            M. J. né en 1944 à Alger, lit 2
            lit 6, Mme S. : 3e chute
            97 ans, née à Sète
            Homme de 101 ans, dernier poilu du canton
            bébé de 9 jours, commune de Vic, premier cas de botulisme de la région
            Vieux berger de 90 ans vivant seul à Aulus
            Mme U. 80 ans, 4 impasse du Puits
            patiente 44 ans, actrice connue, clinique Saint-Georges
            Le monsieur de la 3, opéré le 4 mai
            12/06, ch 8, refus de soin
            mr b ch 4
            83a. Chute 14/6. Ch 11.
            """,
        harmless: """
            Bonjour, dans notre EHPAD de 80 lits, nous voulons réduire les contentions. Par où commencer ?
            Nous sommes 12 IDE et 24 AS, et personne n'a eu de formation depuis 3 ans.
            Chez nous, l'audit de mars a montré 42 % de prescriptions sans réévaluation.
            J'ai lu l'article de Bouchard et Tremblay (2018), qu'en pensez-vous ?
            Merci à Fabienne, Joël et Maryse pour la relecture.
            Le compte rendu de Sandrine est en ligne.
            Sandrine et Paul animent la séance du 14.
            Je remplace Julie, en congé jusqu'au 3 mai.
            Le Dr Benoît Castaing viendra le 12 juin à 14 h.
            Notre cheffe, Mme Delcourt, prend sa retraite.
            La société Mölnlycke propose une formation le 9.
            Qui connaît le test de Ricci et Gagnon ?
            Le protocole de Mme la pharmacienne date de 2019.
            Selon le Pr Belmin, la grille AGGIR est insuffisante.
            L'outil de Marie est top.
            Question de Luc : peut-on écraser le Kardégic ?
            Réponse de Nadia : non, gastro-résistant.
            L'ergothérapeute, Clément, a réglé les barrières.
            On a demandé à Mme Pujol, de la pharmacie, le stock restant.
            Signé : Martine, IDE de nuit.
            Bien à vous, Jean-Luc Moreau, pharmacien gérant, CH de Mende.
            Claire L., infirmière hygiéniste
            Aurélie D. (IDE) : d'accord avec Claire.
            P. Dumont, M. Roche, L. Blanc : groupe de travail.
            Je vous mets en copie Mme Arnaud, notre juriste.
            Nouvelle collègue : Inès, bienvenue !
            Pot de départ de Michel vendredi 6 à 12 h.
            Le tableau de Thierry compte 31 lignes.
            On fait un point avec le Dr Paul mardi.
            Voir la vidéo de Yves Gineste.
            Mme de Sévigné était-elle diabétique ?
            M. Purgon et Diafoirus, déjà.
            Charles Bonnet : hallucinations visuelles du sujet âgé.
            Syndrome de Charles Bonnet, que dire aux proches ?
            Signe de Homans, test d'Allen.
            Loi Claeys, loi Huriet, loi Evin.
            Échelle de Cornell pour la dépression.
            Échelle de Lawton à 2/4.
            Grille de Zarit 42/88.
            Score de Child-Pugh B8.
            Ramsay 3, Richmond -1.
            Epworth 14/24.
            Douleur à 6/10 à la mobilisation.
            Saturation 88 % sous 2 L.
            TA 165/95 aux deux bras.
            Fréquence 12/min.
            Glycémie 0,62 g/L à 8 h.
            Température 39,2 à 4 h du matin.
            Diurèse 400 mL sur 12 h.
            Poids 42 kg pour 1,58 m.
            Albumine à 26, préalbumine 0,12.
            TSH 8,4, T4 normale.
            D-dimères 1200, âge x 10.
            Troponine 14 puis 18.
            Créatinine 145, DFG 32.
            Ferritine 12, on perfuse ?
            Calcémie 2,9 corrigée.
            Plaquettes 84 G/L à J8 d'héparine.
            INR cible 2-3.
            Tramadol 50 x 3, attention au seuil épileptogène.
            Gabapentine 300 mg/j si clairance < 30.
            Amlor 5 mg, Lasilix 40, Diffu-K 2.
            Midazolam 1 mg/h en SAP.
            Scopolamine 0,5 mg x 4.
            Atropine collyre sublinguale, 2 gouttes.
            Lévodopa à 7 h, 11 h, 15 h, 19 h.
            Ceftriaxone 1 g SC pendant 5 jours.
            Fosfomycine 3 g dose unique.
            Augmentin 1 g x 3, 7 jours.
            Macrogol 2 sachets.
            Movicol, Forlax, Importal : équivalents ?
            Prednisolone 60 mg le matin.
            Vaccin Prevenar 20 puis rappel à 5 ans ?
            Zona : 2 doses à 2 mois.
            Tétanos : rappel à 25, 45 et 65 ans, puis tous les 10 ans.
            Femmes de 50 à 74 ans : dépistage.
            Avant 70 ans, autre algorithme.
            Passé 80 ans, on ne dépiste plus.
            Durée de vie du matelas : 5 à 7 ans.
            J'ai 15 ans de gériatrie derrière moi.
            Le service fêtera ses 30 ans.
            Depuis deux ans, plus un seul gériatre.
            Contrat de 3 ans, renouvelable.
            Diplôme en 2 ans.
            Lit au carré, draps-housses 90 x 200.
            Réfection du lit à deux.
            Lit bariatrique : 250 kg max.
            Lit accompagnant : 22 € la nuit.
            Chambre témoin à visiter.
            Chambre à deux lits : comment isoler ?
            Chambre sans clim, 31 °C.
            12 chambres sur 40 ont un rail.
            Box des urgences trop petits.
            Box 4G offert avec l'abonnement.
            Bâtiment 3, porte B, code 1945.
            Salle Jean-Moulin, 2e étage.
            Rue Pasteur : travaux jusqu'au 12.
            Parking P3, place 112.
            Train de 14 h 32, voiture 12, place 45.
            Hôtel du Lac à 300 m, 78 € la nuit.
            Visite de la HAS du 12 au 15 mai.
            Certification V2024, critère 2.3-05.
            Comité de pilotage le 4 juillet à 10 h.
            Le webinaire du 3 est complet.
            Inscription avant le 20 septembre.
            Résultats attendus le 30 juin.
            Marché conclu le 14 mars, 3 lots.
            Version du 7 août, applicable au 1er octobre.
            Fermeture annuelle du 1er au 15 août.
            La pompe a été révisée le 12/03.
            Frigo relevé le 14/05 à 8 h : 5 °C.
            Décret du 7 mai 2022.
            Arrêté du 6 août 2015, article 4.
            JO du 12 mars.
            Numéro d'appel : 1845.
            Support : 01 44 55 66 77, choix 2.
            Pharmacie d'astreinte au 05 59 12 13 14.
            SAMU 64 : 05 59 27 15 15.
            Fédération des soins palliatifs, 106 avenue Émile-Zola, 75015 Paris.
            France Alzheimer : 0 800 97 20 97.
            Ligue contre le cancer : 0 800 940 939.
            Mail du groupe : douleur@reseau.example.
            contact.presse@chu.example
            Commande 7700451122.
            Réf. fournisseur 00451287.
            Code produit 3401579808443.
            Lot AB12045, péremption 05/2027.
            N° AMM 34009 301 234 5 6.
            N° de série SN-445120.
            Le mot de passe est Ruche2025!
            Réunion Zoom 812 4455 6677.
            ISSN 1268-6034, tome 21.
            Doc 118, page 12, ligne 4.
            Chapitre 3, article 12, alinéa 2.
            Fiche n° 14 : chutes.
            Fiche 2025-03 : sondage.
            Question 12, réponse B.
            Groupe 2, table 4.
            Atelier 3 : contention.
            Formulaire 12-345*01.
            Cerfa n° 12669.
            Patient fictif pour l'exercice : « Monsieur X ».
            La patiente simulée est jouée par une actrice.
            Mannequin de simulation « Mamie Lulu ».
            Le cas n° 3 du manuel : surdosage en AVK.
            Cas clinique publié : intoxication au lithium.
            Un cas de légionellose impose une déclaration.
            Deux cas de gale dans l'unité, conduite à tenir ?
            Fait divers dans la presse : une infirmière agressée ailleurs.
            Plan blanc, attentat : exercice en mars.
            L'ancien chef nous manque.
            Le maire adjoint a promis un banc.
            Notaire ou tuteur : qui signe le contrat ?
            Un pasteur vient une fois par mois.
            Les filles de salle n'existent plus.
            Fils de suture résorbables ou non ?
            Mère-enfant : unité ouverte.
            Père Noël secret du service.
            Sœurs hospitalières : deux siècles d'histoire.
            """
    )
}
