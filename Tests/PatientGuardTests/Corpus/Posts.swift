extension Corpus {
    /// What a nurse, a pharmacist or a manager would post, mail or paste from transmissions. Invented.
    static let posts = Sample(
        singles: """
            S1  Bonjour, la MSA nous retourne le bordereau pour le 1 42 06 24 037 058 52, quelqu'un a déjà eu ce rejet ?
            S1  NIR du conjoint utilisé par erreur 1 29 04 87 085 164 29
            S1  288129304837785
            S1  num secu 2.31.10.19.272.011.42
            S1  Carte vitale muette, je tape 1 42 06 2B 037 058 20 à la main
            S1  Identifiant national de santé 142062403705 852
            S1  Matricule MSA : 1420624037058 52
            Q8  Le monsieur ne connaît que 1 42 06 24 037 058
            Q8  num sécu 2311019272011
            Q8  on lit 2 31 10 19 272 011 47 ou peut-être un 7
            Q8  SS : 142062403705 008
            S2  Les deux bilans portent l'IPP 8004512 alors que la patiente était sortie.
            S2  IPP: 8004512. Prescription de vancomycine sans dosage.
            S2  patient IPP 8004512
            S2  IPP=8004512 NDA=260099871
            S2  N° de séjour 260099871 / UF 4512
            S2  Le NDA 260099871 est resté ouvert.
            S2  NDA n°26/0099871
            S2  dossier numéro 8004512
            S2  accès illégitime au dossier 8004512
            S2  Réf. : IPP 8004512
            S2  Pour retrouver l'ECG : 8004512 (IPP).
            S2  num IPP : 8004512
            S2  son IPP c'est 8004512
            S2  I.P.P. n° 8004512
            S2  n° ipp 8004512 chambre vide
            S2  IPP (8004512)
            S2  numéro de venue 260099871
            S2  numéro d'hospitalisation : 260099871
            S2  Numéro de passage aux urgences 260099871
            S2  n° d'enregistrement aux urgences 260099871
            S2  compte rendu anapath n° 26H004512 jamais reçu
            S2  bilan 4512778899 hémolysé, labo prévenu
            S2  N° échantillon 4512778899
            S2  n° d'examen radio 2604512
            S2  code-barres patient 8004512
            S2  Le bracelet indiquait 8004512.
            S2  planche d'étiquettes 8004512
            S2  identifiant DPI 8004512
            S2  pat. n° 8004512
            S2  N° RESIDENT : 00451
            S2  n° usager 004512
            S2  N° Dossier : 8 004 512
            S2  doss. 8004512
            S2  dossier transfusionnel 8004512
            S2  dossier obstétrical 8004512
            S2  DPI 8004512
            S2  DR 26004512 du SAMU 64
            S3  Née le 7 novembre 1933, elle vit encore seule.
            S3  Patiente née le 07/11/1933, autonome, chute mécanique.
            S3  pte née le 07/11/33 à jeun
            S3  Mme née le 07/11/1933
            S3  M. (né le 07/11/1933)
            S3  DDN : 7 nov 1933
            S3  DDN=07111933
            S3  DDN illisible, je lis 07/11/1933
            S3  date de naissance 7/11/33
            S3  Date de naiss. : 07.11.1933
            S3  Naissance 07/11/1933 à Pau
            S3  Né/e le 07/11/1933
            S3  NE LE 07/11/1933
            S3  ne(e) le 07/11/1933
            S3  elle est née le 7 novembre 1933
            S3  Il est né le 7 novembre, en 1933.
            S3  c'est une dame née en novembre 33
            S3  née à Tizi Ouzou le 7 novembre 1933
            S3  né en Algérie, présumé le 1er janvier 1940
            S3  née le sept novembre mille neuf cent trente-trois
            S3  né le sept onze trente-trois
            S3  la petite est née le 7 novembre 2025 par césarienne
            S3  N le 7/11/2025 à terme
            S3  née prématurée le 7 novembre 2025
            S3  enfant (ddn 07/11/2019)
            S3  sœur jumelle née le 7/11/2019
            S3  DDN enfant : 07/11/2019
            S3  il fêtera ses 93 ans le 7 novembre
            S3  elle a fêté ses 92 ans le 7 novembre dernier
            S3  Deux patients nés le même jour, le 07/11/1933, erreur d'identité
            S3  Identitovigilance : 07/11/1933 saisi 11/07/1933 comme date de naissance
            S3  erreur sur la DDN : 1933 et non 1935, le 07/11
            S3  F - 07/11/1933 - GIR 2
            S3  Sexe : F. Née le : 07/11/1933. GIR 2.
            S4  Bonjour à tous, nous accueillons Mme Espagnolle depuis une semaine et elle refuse toute alimentation.
            S4  La fille de Mme Espagnolle exige une contention.
            S4  J'ai en charge M. Bordenave, diabétique, qui refuse son insuline.
            S4  Mr Bordenave, 2 comprimés au lieu d'un.
            S4  MR BORDENAVE CHUTE SANS TC
            S4  M.BORDENAVE : glycémie 0,42
            S4  M Bordenave glycémie 0.42
            S4  Monsieur Bordenave a dit « je veux mourir ».
            S4  Monsieur Jean-Louis Bordenave
            S4  BORDENAVE Jean-Louis - AVK - INR 6
            S4  Pour info Bordenave est parti aux urgences
            S4  transmissions : Bordenave a bien dormi
            S4  Le dossier de M. Bordenave a été perdu.
            S4  L'aidante de M. Bordenave craque.
            S4  la voisine de chambre, Mme Espagnolle, a tout vu
            S4  son épouse Mme Bordenave est épuisée
            S4  Mme Bordenave mère
            S4  le petit-fils Bordenave
            S4  RDV famille Bordenave jeudi
            S4  Mme ESPAGNOLLE Germaine née CASSOU
            S4  mme espagnolle germaine a vomi
            S4  Madame Espagnolle.
            S4  Mme Espagnolle ? Elle dort.
            S4  Mme Espagnolle => SSR
            S4  Mmes Espagnolle, Cassou et Loustau
            S4  Mme Espagnolle E.
            S4  Mme ESPAGNOLLE, tjs pas de selles J5
            S4  T.C. Mme ESPAGNOLLE - Cible : douleur - D : EVA 7 - A : Doliprane - R : EVA 3
            S4  D: Mme Espagnolle se plaint du dos A: massage R: soulagée
            S4  Le Dr Lahitte a vu Mme Espagnolle.
            S4  Mme Espagnolle est une ancienne infirmière.
            S4  Mme Espagnolle, résidente depuis 2019
            S4  directives anticipées de Mme Espagnolle
            S4  le PAP de M. Cassou
            S4  M. Cassou, sous tutelle
            S4  M. Cassou - O2 2 L
            S4  M. Cassou J+3 d'une PTH
            S4  Patient Cassou 3e jour
            S4  Le patient, M. Cassou, est diabétique.
            S4  Notre patient Cassou est diabétique.
            S4  patient : Pierre Cassou
            S4  Nom du patient : Cassou
            S4  Nom : M. Cassou
            S4  M. Pierre C., diabétique
            S4  Obsèques de M. Cassou demain
            S4  M. Cassou n'a plus de veines
            S4  M. d'Abbadie n'a plus de veines
            S4  Mme d’Abbadie d’Arrast
            S4  Mme De Ravignan
            S4  M. du Souich
            S4  Mme La Fontaine a une SNG
            S4  M. Ben Ali Mohamed
            S4  M. Al-Hassan
            S4  M. Keïta
            S4  M. Diop : paludisme
            S4  M. Phan Van Tuan
            S4  M. Petrović
            S4  M. Iñarra
            S4  M. Haristoy ne comprend que le basque
            S4  M. Schlöndorff
            S4  M. Klein a faim
            S4  M. Vieux est jeune
            S4  M. Malade est guéri
            S4  M. Fort est faible
            S4  Mme Bel
            S4  Mme Poisson a une arête coincée
            S4  Mme Paris va à Lyon
            S4  Mme Bourgogne
            S4  Mme Lundi
            S4  M. Juin
            S4  M. Premier
            S4  M. Lemaire est hospitalisé
            S4  Mme Curé est hospitalisée
            S4  M. Pasteur a de la fièvre
            S4  M. Parkinson a un Parkinson
            S4  bébé Cassou
            S4  le bébé de Mme Cassou
            S4  les jumelles de Mme Cassou
            S4  petit Eliott, laryngite
            S4  Eliott, le petit de la 3
            S4  maman d'Eliott injoignable
            S4  Mme Cassou, maman d'Eliott
            S4  Jordan refuse son Risperdal
            S4  patient Jordan agité
            S4  Mme Odette ne veut plus se lever
            S4  Monsieur Jean pleure
            S4  Mme M.-Thérèse chante
            """,
        combinations: """
            Une dame de 91 ans arrivée de l'EHPAD Les Rives d'Adour
            Femme de 73 ans, transférée du CH de Lourdes le 9 février
            Patiente de 73 ans, entrée le 9 février, chambre 17
            Le 9 février, la dame de la chambre 17 a fugué.
            chambre 17, nuit du 9 au 10 février, décès
            Mme B., chambre 17, refuse de manger.
            M. J.-P. L. a chuté le 9 février
            Patient L., lit 3, KT arraché
            Madame C., 17 chemin de la Source, pansement
            Joindre la fille de Mme C. au 06 22 33 44 55
            homme de 44 ans, habite 12 rue des Pyrénées à Nay
            chambre 5, contact famille 0622334455
            94 ans, née au village, ancienne factrice
            94 ans, tombée le 9 février
            un homme de 97 ans suivi au CHU de Clermont-Ferrand
            notre centenaire Mme T.
            Ancien gendarme de 66 ans, hospitalisé au CH d'Agen
            Fils du boulanger du village, 17 ans, hospitalisé le 9 février
            le notaire de Thiviers, 70 ans, chambre 5
            Premier cas de variole du singe, 30 ans, le 9 février
            Enfant de 8 ans, attentat du 14 juillet, hôpital Lenval
            Victime d'une prise d'otage, 40 ans, hospitalisée au CHU de Nancy
            retrouvé au sol chambre 5 le 9 février
            Box 7, arrivée le 9 février vers 23 h
            réa 4, M. D., extubation le 9 février
            09/02 : chute ch 5
            CHUTE CH 5 LE 09/02
            erreur médicamenteuse le 9 février pour M. D.
            Mme D. (82 ans, ch. 5) a reçu 10 mg
            82 ans, opérée le 9 février à la clinique d'Occitanie
            Patient de 82 ans dialysé au centre de dialyse de Tarbes depuis le 9 février
            M. P., HAD depuis le 9 février
            Mme P. habite à Morlaàs, 82 ans
            Dame de 82 ans, vit à Morlaàs, fille pharmacienne à Pau
            NN de Mme P., né le matin du 9 février, box 2
            Bébé de 5 jours, mère de 16 ans, CH de Cayenne, le 9 février
            fillette de 4 ans, brûlée le 9 février, école de Lembeye
            lycéenne de 16 ans, lycée Saint-Cricq, TS le 9 février
            Inès B., 16 ans, chambre 5
            patiente de 28 ans, salle 2, maternité d'Orthez, 9 février
            césarienne du 9 février, Mme K.
            Patient de 35 ans en chambre d'isolement 2 depuis le 9 février
            M. F., chambre d'isolement 2
            Mr F, UHSA, 35 ans, 9 février
            H 35 ans box 2 arrivé le 9 février
            femme 67 ans, box 4, IRM le 9 février
            M. G., scanner le 9 février, iode
            patiente 67 ans, IRM à la clinique Mutualiste, 9 février
            M. G., 67 ans, pharmacie de Lembeye
            ordonnance du 9 février d'un patient de 67 ans du CHU de Toulouse
            HDJ du 9 février, Mme H.
            fauteuil 4, Mme H., cure du 9 février
            Le monsieur de la 204, 77 ans, CH de Dax
            résident de la 12, décédé le 9 février
            Mme J. fugue du 9 février
            Résident de 77 ans de l'unité protégée de l'EHPAD Bellevue, le 9 février
            Homme de 88 ans, veuf du docteur du village, chambre 12
            neveu de l'évêque, 63 ans, CH de Lourdes
            le champion de pelote du village, 22 ans, opéré le 9 février
            joueur de la Section paloise, 24 ans, opéré le 9 février
            curé de 71 ans, chambre 12
            Pt JM, chambre 12
            M. J. M. ch 12
            Mr X. Y., 9 février, chambre 12
            Né en 1945, ch 12, M. T.
            soixante-dix-huit ans, lit douze, CH de Dax
            78 ANS LIT 12 CH DE DAX
            Âge : 78 ans. Chambre : 12. Date : 9 février.
            (78 ans, ch 12, 9 février)
            """,
        harmless: """
            Bonjour à tous, je suis IDE de nuit en EHPAD et je cherche des idées pour limiter les chutes.
            Nous avons testé les chaussettes antidérapantes pendant trois mois : 12 chutes de moins.
            Le prochain CREX aura lieu le 9 mars à 14 h en salle 3.
            Merci à Jean-Luc et à toute l'équipe de Tarbes.
            Je rejoins l'avis de Dominique.
            Fabienne (pharmacienne) peut-elle confirmer la dilution ?
            Le Dr Bonnet et Mme Lamarque, cadre de santé, animeront l'atelier.
            M. Roy, directeur des soins, nous encourage.
            La psychologue, Mme Dufau, propose un groupe de parole.
            Formatrice : Mme Vidal, IFSI de Pau.
            Monsieur, Madame, chers collègues, bonjour.
            Monsieur le directeur général de l'ARS viendra le 9.
            Votre patient est-il à jeun ?
            Un patient dément peut-il voter ?
            Une résidente déambule toute la nuit et réveille les autres.
            Une dame âgée pleure chaque soir à 18 h.
            La famille d'un résident filme nos soins.
            Comment annoncer un décès à une fratrie en conflit ?
            Un adolescent refuse de parler au médecin.
            Patient de sexe masculin, sonde CH 18.
            Homme ou femme : mêmes doses ?
            Une chute la nuit, personne ne l'entend avant la relève de 6 h 30.
            Erreur de patient à la distribution de 8 h, sans conséquence.
            On a administré le pilulier du voisin.
            Insuline rapide à la place de la lente.
            Perfusion passée en 1 h au lieu de 4 h.
            Une seringue de KCl sur le plateau d'héparine.
            Deux homonymes dans le service : alerte rouge sur le DPI.
            La date de naissance suffit-elle ?
            Dossier papier ou numérique la nuit ?
            Dossier HAS, critère 2.3-12.
            L'IPP change quand on fusionne.
            Séjour : 12,4 jours en moyenne.
            Astreinte pharmacie 06 12 00 00 00, merci de ne pas abuser.
            Ligne directe EMG : 05 59 00 11 33.
            emg@ch-exemple.fr répond sous 48 h.
            RDV au 4 boulevard Hauterive, Pau, salle 2.
            Parking P3, entrée rue des Réparatrices.
            Salle Henri-IV, 3e étage.
            Le CH de Pau et le CH d'Oloron partagent un podologue.
            Clinique mutualiste : journée portes ouvertes le 9 mai.
            La maternité d'Orthez a rouvert.
            Je travaille au CH de Dax, en réanimation.
            Salut de Guadeloupe !
            Le 8 mars, droits des femmes.
            Formation le 9 février de 9 h à 17 h.
            Webinaire HAS du 9 février en replay.
            Protocole mis à jour le 09/02/2026.
            Certificat valable jusqu'au 09/02/2027.
            Révision des pompes avant le 9 février.
            Travaux du 9 février au 3 avril, aile B.
            Panne informatique du 9 février : mode dégradé.
            Canicule du 9 au 14 août.
            Visite de certification le 9 février.
            CHSCT, CSE du 9 février.
            Relève : 6 h 45, 13 h 45, 20 h 45.
            La nuit, 1 IDE et 2 AS pour 90.
            Lits 1 à 14 : unité protégée.
            Chambre seule : supplément 55 €.
            Lit de repos pour l'équipe.
            Box de consultation n° 3 libre le matin.
            Bloc 2 fermé.
            Oxycodone 5 mg toutes les 4 h.
            Kétamine 0,5 mg/kg/j.
            Scopolamine 0,5 mg × 4.
            Augmentin 1 g × 3, 7 jours.
            Gentamicine 5 mg/kg en 30 min.
            Innohep 0,45 mL.
            NaCl 0,9 % 1 L SC, la nuit, 12 h.
            HGT 2,4 g/L à 11 h.
            Potassium 5,9, ECG normal.
            Créat 180, Cockcroft 22 mL/min.
            INR 5,2 sans saignement, vitamine K 1 mg.
            PCT 0,4, CRP 88.
            BNP 820.
            TA 10/6, FC 112, FR 28.
            EVA 6/10, DN4 5/10.
            Braden 13/23.
            MMS 14/30, IADL 1/8.
            PATHOS 245, GMP 780.
            CAM positive, 4AT à 8.
            RASS −3.
            Apgar 9/10/10.
            Bishop 6.
            Stade 4, tunnel de 3 cm.
            Sonde JJ, sonde de Foley CH 18.
            PAC : aiguille de Huber 90°.
            Trachéo : canule 8.
            Lunettes 3 L.
            Bandes Biflex 16+.
            Atelle de Zimmer, collier de Schantz.
            Syndrome de Lyell, de Guillain-Barré.
            Test de Romberg, de Mingazzini.
            Méthode Bobath, Kabat, Perfetti.
            Cycle de Kübler-Ross.
            Théorie de Watson.
            Échelle de Richmond, de Ramsay.
            Score de Charlson 6.
            Décret du 3 août 2016, JO du 5.
            Arrêté du 9 février 2026 (JO).
            Référentiel V2025, critère 1.1-04.
            CIP 3400936789012.
            Ticket 0045781 toujours ouvert.
            Commande 4500012345.
            Code GLPI 45781.
            RPPS 10101234567.
            SIRET 26640037200014.
            ISBN 9782294765438.
            Enfants de 2 à 6 ans : quelle échelle ?
            Moyenne d'âge : 88 ans.
            Après 20 ans de métier, je doute.
            Stage de 10 semaines, 2e année.
            Un poste d'IDE à 80 % à pourvoir.
            Ma grand-mère est en EHPAD, je comprends les familles.
            La mère est épuisée, le père absent : qui peut aider ?
            Sophie la girafe est-elle autorisée en pédiatrie ?
            Arthur, Siebel, Hector : les logiciels ont de jolis noms.
            Le logiciel Emma a planté.
            Saint-Joseph, Sainte-Marie, Saint-Luc : trois cliniques, trois protocoles.
            L'avenue du Général-de-Gaulle sera fermée.
            Taille M. Sans latex.
            Mr Bricolage a des barres d'appui.
            Monsieur Tout-le-monde comprend-il « asthénie » ?
            Nanou et Papou : surnoms à proscrire ?
            « Bonjour madame » plutôt que « bonjour mamie ».
            Pas de nom dans les messages, s'il vous plaît.
            Une situation fictive : Mme X., M. Y.
            Merci beaucoup !
            Peut-on écraser le Tahor ?
            """
    )
}
