extension Corpus {
    /// Identifiers in as many shapes as could be thought of: layouts, labels, slips of typing, foreign and common names. Invented.
    static let shapes = Sample(
        singles: """
            S1  Transmission ciblée. Cible : dossier administratif. D : carte vitale lue 2 41 07 64 445 112 79. A : BDE prévenu.
            S1  n° sécu 1.52.11.33.063.208.21 (relevé à l'entrée)
            S1  2 63 02 2A 004 091 01
            S1  2 85 06 972 09 114 20 noté au dos de l'enveloppe
            S1  j'ai que sa carte de mutuelle, dessus il y a 1-36-04-40-192-025-18
            S1  numéro d'immatriculation : 2.78.10.13.055.321 clé 27
            S1  SECURITE SOCIALE 1 29 01 86 194 012 91 ALD 30
            S1  nir=160085935007802;ald=oui
            S1  sécu : 2 33 12 31555003 94
            S1  1050676 540231 39
            S1  no ss  1 66 09 99 350 412  56
            S1  « 2 41 07 64 445 112 79 », c'est ce que dit la feuille de circulation.
            Q8  N° SS provisoire 7 41 07 64 445 112
            Q8  Sécu : 1380375114023
            Q8  2630 22A 004 091 sans la clé
            Q8  1-52-11-33-063-208-26 rejeté par la télétransmission
            Q8  sécu 2.85.06.972.09.114
            Q8  matricule 1660999350412 61 inconnu de la caisse
            S2  IPP 4512 778
            S2  ipp 7845120 pas de bio depuis lundi
            S2  I.P.P. : 78.451.20
            S2  le NDA c'est 126004578 si vous voulez regarder
            S2  IEP n° 30 124 5789 : bon de labo perdu
            S2  Cf. dossier patient n° 22-11457
            S2  n° dossier H22/11457
            S2  num dossier 2211457, la prescription a sauté
            S2  n° séjour 240087451
            S2  le séjour 240087451 n'est pas soldé
            S2  N°VENUE 24008745
            S2  n° d'hospitalisation : 24-008745
            S2  num adm : 2400874512
            S2  étiquette 24008745 collée sur le mauvais tube
            S2  Code-barres du bracelet : 3400874512
            S2  n° patient 784512
            S2  numéro patient : 0784512
            S2  PatientID: 784512-3
            S2  N° d'examen PACS : 20260311784
            S2  Demande labo n° 2603114578, tube coagulé
            S2  N° de prélèvement 26031145 : hémolysé
            S2  passage 26045781 aux urgences
            S2  Réf. dossier SAMU : 260311-4578
            S2  DRM 4578112 régulé par le 15
            S2  dans Hôpital Manager le n° 00884512
            S2  Mon erreur porte sur l'IPP 88451, j'ai pris le voisin.
            S2  Patient identifié IPP ........ 884512
            S2  IPP de la mère 884512, IPP du bébé 884513
            S2  N. dossier 884 512
            S2  identifiant dossier résident 20451
            S2  dossier MDPH 33-2024-004512
            S2  n° allocataire CAF 4578112
            S3  DDN 03.04.1938
            S3  D.D.N. 03-04-1938
            S3  Née le 03 / 04 / 1938
            S3  NÉ LE 03 04 1938
            S3  Né 03/04/1938
            S3  née un 12 mars 1941
            S3  né à Dax, le 12 mars 1941
            S3  patient né au mois de mars 1941
            S3  Date de naissance 12/03/41
            S3  Date naiss. 12/03/1941
            S3  dnaiss 12/03/1941
            S3  DN 12/03/1941
            S3  | Date de naissance | 12/03/1941 |
            S3  sa date de naissance est le douze mars mille neuf cent quarante et un
            S3  Elle fête son anniversaire le 12 mars, née en 1941.
            S3  Il est du 12 mars 1941.
            S3  elle est née le 12 de mars 1941
            S3  NN né le 02/11/25 à 14h12
            S3  jumeaux nés le 14 juillet 2024
            S3  âgé de 78 ans (né le 4/6/1947)
            S3  N. le 4/6/1947
            S3  Né(e) le 04.06.1947 Sexe : F
            S3  1947-06-04 (date de naissance)
            S3  birthdate 1947-06-04
            S3  née le O4/O6/1947
            S3  né  le   4  juin   1947
            S3  née « le 4 juin 1947 » selon sa carte
            S3  nèe le 4 juin 1947
            S3  né le 4 juin de l'année 1947
            S3  de naissance le 4 juin 47, donc elle est vieille
            S3  né le 29 fév. 1944
            S3  NEE LE 1ER FEVRIER 1950
            S3  il est né un 14 juillet, en 1936
            S4  M. Sallenave est tombé dans la salle de bain.
            S4  Mme Pétronille Casteran a perdu du poids
            S4  Mme de la Rochebeaucourt demande un fauteuil.
            S4  Madame Veuve Lestage n'a plus de famille.
            S4  Vve LESTAGE
            S4  Mme Tran Thi Hoa ne parle pas français.
            S4  M. El Amrani jeûne malgré le diabète
            S4  mme diallo escarre sacrum stade 2
            S4  monsieur kowalczyk crie la nuit
            S4  M. Wójcik désorienté
            S4  M. van den Broeck, trachéo
            S4  Mme Schwartzenberger, sous Xarelto
            S4  Mme MARTIN-DUPUY
            S4  M LABARTHE A ARRACHE SA SONDE
            S4  MR LABARTHE JEAN PIERRE
            S4  mme labarthe veut mourir
            S4  mademoiselle cazenave en iso septique
            S4  Mme Yvonne est triste depuis le départ de sa voisine.
            S4  M. Lucien demande sa femme
            S4  la patiente LABORDE attend sa place en SSR
            S4  le résident Capdevielle est tombé
            S4  Patient : DARRIGRAND Lucette
            S4  Nom de naissance : DARRIGRAND
            S4  Nom d'usage: Darrigrand Prénom: Lucette
            S4  Concerne : DARRIGRAND Lucette
            S4  Le fils de Mme Durand conteste la contention.
            S4  L'épouse de Monsieur Tauzin a téléphoné.
            S4  la famille Tauzin est très présente
            S4  Les époux Tauzin partagent la chambre
            S4  M. et Mme Tauzin ont été vaccinés
            S4  Mme et M. Tauzin
            S4  Mmes Tauzin et Lalanne se disputent
            S4  Que faire pour Mme Duvignau ?
            S4  (Mme Duvignau)
            S4  "Mme DUVIGNAU"
            S4  Mme_Duvignau
            S4  MmeDuvignau dort
            S4  Mme  Duvignau
            S4  Mme (Duvignau) est partie
            S4  Germaine DUVIGNAU, diabétique
            S4  Duvignau G. : glycémie 3,2
            S4  Madmae Duvignau a chuté
            S4  Mme Duvignau (née Castets)
            S4  Feu M. Duvignau, décédé cette nuit
            S4  la petite Inaya convulse
            S4  le jeune Kylian, en crise
            S4  BB DUVIGNAU, photothérapie
            S4  la maman de Mathéo s'inquiète
            S4  Mamie Jeannette pleure le soir
            S4  le père Duvignau est encore ivre
            S4  le vieux Duvignau sent l'urine
            S4  Elle s'appelle Germaine Duvignau.
            S4  dénommé Duvignau
            S4  Sœur Marie-Bernadette, religieuse, a un ulcère
            S4  Maître Larrieu, notre résident, tape les soignants
            S4  Mme Claude, 3e étage
            S4  l'affaire Duvignau
            S4  REX Duvignau, erreur d'insuline
            S4  ordonnance de Mme Pouy-Lahitte
            S4  ma patiente mme darrigrand refuse
            S4  Mme Darrigrand-Lafargue-Pécoste
            S4  Mme Saint-Jean tousse
            S4  M. Blanc est déshydraté
            S4  M. Leblond agité
            S4  M. Boulanger est diabétique
            S4  M. Berger a uriné au lit
            S4  M. Roy
            S4  M. Marchand fait une allergie
            S4  Mme Avril a chuté
            S4  Mme Noël : diarrhée
            """,
        combinations: """
            Femme de 78 ans, ch 104, chute le 12/04
            M. R., 66 ans, ch. 12 bis
            Mr L (lit 2) diarrhée depuis le 4 mai
            Monsieur G., retrouvé pendu le 3 février, 44 ans
            Mlle K., 19 ans, chambre 22
            Pte M.D. née en 1938, lit porte
            dame de 92 ans EHPAD Le Clos Fleuri
            94 ans, ancien boulanger de Salies
            la doyenne du département, 109 ans
            centenaire depuis le 8 mars, chambre 3
            95 ans, sa fille est pharmacienne à Mauléon
            Pt 90 ans chambre 11
            Ancien maire de Peyrehorade, 88 ans, seul cas de botulisme
            Une gendarme de 34 ans, premier cas de la brigade
            Ancien champion de France de boxe, 58 ans, habite à Tarbes
            Fille d'un sénateur, 22 ans, seul cas dans le service
            Ancien rugbyman international, 49 ans, démence, clinique Delay
            Député, 61 ans, opéré le 3 mars
            chanteuse connue, 38 ans, hospitalisée le 7 mai
            quadruplés, mère de 31 ans, née au Mali, CH de Pau
            Seul cas de rage de l'année, homme de 45 ans, CHU de Cayenne
            Fait divers paru dans Sud Ouest le 3 mars, garçon de 9 ans
            Enfant de 6 ans, seul survivant de l'accident, école de Lescar
            dame 81 ans, tel fille 0559123456
            lit 14, adresse : 12 rue Gambetta
            Patiente de 29 ans, mail lea.dupuy@orange.fr
            M. K. joignable au 06 41 25 63 78
            box 4, 34 ans, 12 avenue du Maréchal Foch
            Chute le 4/5 à 3h10, chambre 108
            Chambre 12, décès le 14/02/2026
            ch 214 sortie le 15/06 contre avis médical
            Réa lit 5, extubé le 12 mai
            Chambre n°7, 3 mars : erreur de cachet
            Mme D. : erreur du 12/04
            M. S. est décédé lundi 4 mai
            Patient A.B. perfusé le 4 mai
            M. W. (ch. 33) et M. Z. (ch. 34) ont été intervertis
            Mme A.-M. P., chambre 41
            Erreur chez Mr B lit 22
            Nouveau-né de Mme L., chambre 12
            Nourrisson de 4 mois, Clinique Belharra, 3 mars
            fillette de 5 ans, école Jean-Jaurès, hospitalisée le 6 mai
            Prématuré de 27 SA, né le 6 mai, mère institutrice à Hasparren
            Primipare de 41 ans, CH de Bayonne, accouchée le 3 mai
            Résidente de 86 ans de l'EHPAD Les Magnolias, tombée le 4 mai
            Résidente du Clos des Vignes, 86 ans, décédée le 14 mai
            Patient de 56 ans transféré de la clinique Saint-Étienne le 4 mai
            Adressée par le CH d'Oloron le 3 mars pour AVC, 69 ans
            Détenu de 34 ans, maison d'arrêt de Gradignan, incision le 4 mai
            SDF de 45 ans connu du quartier Saint-Michel, amené le 24 décembre
            Militaire du 1er RPIMa, 27 ans, brûlé le 6 juin
            Ouvrier de 38 ans, usine Turbomeca de Bordes, accident le 4 mai
            berger, 61 ans, vallée d'Aspe, 1er cas d'encéphalite
            75 ANS CHAMBRE 12 CHUTE LE 4 MAI
            PATIENTE M. CH 23 REFUS ALIMENTATION
            h 82a ch 15 chute le 3/5
            F79, lit 3, 3 mai
            82ans chbre 12 le 4.05.26
            Age : 82 ; lit : 12 ; date : 04/05
            quatre-vingt-deux ans, chambre douze, le quatre mai
            Il a eu 82 ans le 4 mai, il est au lit 12
            la dame de la 214 qui a 93 ans
            le patient du lit 4 est né en 1952 et arrive du CHU de Nantes
            sexagénaire, lit 4, le 3 mars
            Nonagénaire, chambre 4
            septuagénaire, chambre 4, tombé le 3 mars
            centenaire, lit 2
            Cette patiente de 42 ans, infirmière au CH de Lannemezan, a fait un choc le 3 mai.
            secrétaire de mairie à Arudy, 51 ans, TS le 4 mai
            l'époux d'une collègue, 44 ans, chambre 12
            la mère du Dr Etcheverry, 84 ans, chambre 12
            le voisin du maire, 66 ans, le 4 mai
            Ancienne Miss Aquitaine, 52 ans, le 4 mai
            SSIAD, 84 ans, domicile 4 rue des Écoles à Orthez
            Mme J., domicile : 4 rue des Écoles
            aide à domicile chez M. C. le 4 mai
            HAD M. L., 06 45 12 78 45
            patiente H., ordonnance du 12 mai, méthotrexate
            PUI : pilulier de M. D. chambre 12
            scanner du 12/05 de Mme U., injection chez allergique
            Le 12 mai, mauvais côté opéré chez un patient de 44 ans à la clinique d'Aguiléra
            Dialyse : Mr O., poste 4, le 12 mai
            SAU 3 mai 22h, box 3
            UVP, Mme B., 84 ans, le 3 mars
            SDRE du 4 mai, M. S.
            CMP de Mourenx, patiente de 24 ans, TS du 4 mai
            Homme, 74 ans. Hospitalisé le 8 mars 2026. CH de la Côte Basque.
            « Mme C. est tombée le 8 mars », note l'équipe
            M. X., 45 ans, CHU de Bordeaux, 8 mars
            Pte 34A - LIT 8 - 8/3
            87 ans, 8 mars, EHPAD Les Genêts : chute
            disparue le 8 mars de l'EHPAD Les Genêts à 87 ans
            le samedi 8 mars, patiente de 87 ans, EHPAD Les Genêts
            patient 61 ans, hospit. depuis le 8/3 en ch. 20
            """,
        harmless: """
            Furosémide 40 mg le matin, kaliémie à contrôler à J3.
            Insuline rapide selon protocole : 1,80 g/L = 4 UI.
            Oxynorm 5 mg à la demande, max 6 par jour.
            Vancomycine : résiduelle à 15-20 mg/L.
            Zolpidem : 1/2 cp chez le sujet âgé, 4 semaines maximum.
            Digoxine 0,125 mg, digoxinémie 0,8.
            Perfalgan 1 g en 15 min.
            Seresta 10 mg : 1-0-1.
            Braden 12, donc matelas à air.
            Waterlow > 20.
            Aldrete ≥ 9 pour sortir de SSPI.
            Cormack 4, intubation difficile.
            Apgar 8/10/10, pH au cordon 7,28.
            Score de Silverman à 3 chez le prématuré.
            Mini-Zarit à l'entrée de l'accueil de jour.
            Hamilton à 22, MADRS à 28.
            NPI-ES 34/144.
            Katz B, Lawton 4.
            Score de Wells à 4,5.
            CHA2DS2-VASc à 5, HAS-BLED 3.
            NIHSS 12 à l'entrée.
            Score de Cushman pour l'escarre ?
            Test de Schellong positif.
            Maladie de Parkinson et dysphagie : textures ?
            Creutzfeldt-Jakob : quelles précautions au bloc ?
            Signe de Babinski bilatéral.
            Position de Trendelenburg, de Fowler, de Sims.
            Bocal de Bülau, valve de Heimlich.
            Ligne de Mac Burney.
            Loi Leonetti du 22 avril 2005, loi Claeys-Leonetti du 2 février 2016.
            Décret n° 2016-995 du 20 juillet 2016.
            Circulaire DHOS/E2 n° 2005-57.
            Arrêté du 6 avril 2011 relatif à la qualité de la prise en charge médicamenteuse.
            ISO 15189:2022, § 7.3.
            Recommandation HAS de mai 2020, validée le 14 mai 2020.
            doi:10.1016/j.revmed.2021.03.012
            PMID: 28765432, lisez surtout le tableau 2.
            NDC 0002-8215-01
            CIP13 3400930000120, lot 4578A
            Lot n° 20451278 rappelé par l'ANSM.
            Rappel de lot : pompes série 451278 à 451399.
            FINESS 640780417
            RPPS 10003456782
            Code APE 8610Z.
            Code postal 64100, cedex 12.
            Commande 4500124578 non livrée.
            Ticket 451278 ouvert à la DSI.
            FEI n° 2026-451 clôturée.
            Fiche EI 20264512 analysée en CREX.
            Le poste de la pharmacie : 4512.
            Standard du CH : 05 59 44 35 35.
            3114, numéro national de prévention du suicide.
            Fax du labo 05 59 12 34 57.
            secretariat.umsp@ch-exemple.fr pour les demandes.
            Salle de réunion : bâtiment C, 3e étage, porte 312.
            CREX du 4 juin : venez nombreux.
            Staff du jeudi 4 mai reporté au 11 mai.
            Journée régionale le 12 octobre à Bordeaux.
            Prochaine visio : 18/05 à 13 h 30.
            Audit du 3 au 14 mars, 40 dossiers.
            Procédure PR-PHA-012 validée le 14/02/2025.
            Certification V2025 : visite en mars.
            Relève à 6 h 30, 13 h 30 et 20 h 45.
            Nous sommes 2 AS pour 32 résidents la nuit.
            Unité de 14 lits, 2 places d'accueil temporaire.
            Service de 30 lits, 4 chambres doubles.
            Lit médicalisé à hauteur variable, lit Alzheimer.
            Chambres à un lit : précautions contact.
            Chambre mortuaire fermée le week-end.
            Chambre d'inhalation Babyhaler.
            Box de déchocage : inventaire du chariot.
            Dr Etcheberry passe le mardi.
            Dre Marie Pujol, gériatre, répond en général vite.
            Pr. Boussuge a publié là-dessus.
            Monsieur le Directeur, je vous prie d'agréer mes salutations.
            Mme la directrice des soins viendra à la séance.
            M. le Maire viendra à l'inauguration.
            Mesdames, messieurs, chers collègues,
            Merci Julien, on teste lundi.
            Salut Michel, tu as la procédure ?
            Bien à vous, Bernard, pharmacien
            Je suis d'accord avec Claire.
            Comme dit Isabelle, le plus dur est le week-end.
            Jade n'est pas qu'un prénom, c'est aussi le nom de notre logiciel.
            Rose bengale, violet de gentiane : encore en stock ?
            Olive, amande, huile : massages autorisés ?
            Angélique et mélisse en tisane.
            Constance des températures du frigo.
            Aimé des équipes, ce guide est court.
            Le programme PAERPA, MAIA, DAC.
            Méthode Gineste-Marescotti, 150 techniques.
            Pansement Mepilex Border, Aquacel Ag, Jelonet.
            Seringue Luer-Lock de 50 mL.
            Matelas Alova, coussin Roho.
            Nutrison Protein Plus 1,25 kcal/mL, 80 mL/h.
            Eau gélifiée : 3 pots par jour.
            TA 12/7, pouls 84, T° 37,8, Sat 93 % sous 2 L.
            Créatinine 145, DFG 32, K 5,6.
            INR 4,8 sans saignement : conduite ?
            BNP 1200, troponine négative.
            Plaquettes 45 G/L.
            Glycémie 0,45 g/L : resucrage per os, contrôle à 15 min.
            Perte de 5 kg en 3 mois.
            Drain : 300 mL en 24 h.
            EVA 4/10 au repos, 7/10 à la mobilisation.
            Dilution : 50 mg dans 48 mL soit 1 mg/mL.
            Aiguille 25 G, biseau court.
            Gants taille 7,5.
            Bouteille O2 de 5 L, 200 bars : autonomie ?
            Une personne très âgée chute la nuit : qui appelle-t-on ?
            À partir de 65 ans, vaccin grippe et Covid.
            Enfants de 0 à 3 ans : dose de paracétamol 15 mg/kg.
            Patients de plus de 75 ans aux urgences : filière courte.
            Nous travaillons ensemble depuis 12 ans.
            L'infirmière a 10 ans d'ancienneté.
            Le service a fêté ses 40 ans.
            Rétention des dossiers : 20 ans, sauf avant 28 ans.
            Dépistage organisé de 50 à 74 ans tous les 2 ans.
            Examen du 8e jour, du 9e mois.
            Étude sur 1 245 patients de 18 à 64 ans.
            45 % des résidents ont plus de 90 ans.
            Enquête un jour donné : 12 chutes pour 1 000 journées.
            Coût 3,20 € l'unité, 45 € la boîte.
            Convention signée le 3 mars 2025 avec le CHU de Bordeaux.
            Le CHU de Toulouse a publié un guide.
            OMEDIT Bretagne : outils en ligne.
            L'EHPAD Les Tilleuls cherche une IDE.
            La clinique Saint-Roch nous prête son simulateur.
            Nous avons copié l'idée du CH de Niort.
            Qui vient de Limoges ? Covoiturage possible.
            12 rue des Remparts, salle 4 : c'est là qu'on se réunit.
            Adressez le matériel au 14 avenue de la Gare, service biomédical.
            Rue barrée devant l'hôpital lundi.
            Selon Inouye (2014), le delirium est sous-diagnostiqué.
            Walter Hesbeen définit le prendre soin.
            Florence Nightingale avait raison pour l'air.
            Carl Rogers, Naomi Feil : approches de la validation.
            Théorie de Lewin sur le changement.
            Le fromage suisse de Reason.
            Wenger, communautés de pratique, 1998.
            Delphi en deux tours, cotation de 1 à 9.
            Maslow, Bandura et compagnie.
            La patiente préférait les gants en nitrile.
            Notre résidente refuse la douche depuis une semaine.
            Une dame âgée crie la nuit.
            Le fils veut lire le dossier : a-t-il le droit ?
            La personne de confiance n'est pas la personne à prévenir.
            Le dossier patient informatisé est en panne depuis 3 h.
            Dossier 2026 de l'appel à projets.
            L'IPP ne suffit pas, il faut les traits INS.
            Le numéro de séjour change à chaque venue.
            Le numéro de sécurité sociale ne se demande pas au téléphone.
            Identitovigilance : demander « comment vous appelez-vous ? »
            Homonymes dans le même service : pastille rouge.
            M. Y et Mme Z jouent le rôle des aidants.
            Madame Tout-le-Monde a droit à une explication.
            Mme Besoin-d'aide n'existe pas, mais nos résidents si.
            SimMan et Resusci Anne sont réservés le mardi.
            MM. les internes sont priés de signer.
            Mr. Propre ne suffit pas contre les spores.
            N.B. : vérifier la péremption.
            Voir annexe 4, fiche 12.
            Question 4 : combien de temps ?
            Niveau 2, grade B, accord d'experts.
            Semaine 12, trimestre 3.
            J1, J3, J7 puis J21.
            Lundi 12 : pas de réunion.
            Le 1er mai est férié.
            Jeudi de l'Ascension, effectif réduit.
            Le 29 septembre, journée mondiale du cœur.
            Plan bleu, plan blanc, plan canicule 2026.
            Grippe : pic attendu en semaine 4.
            Trois cas de Clostridium en un mois, enquête en cours.
            Covid : fin d'isolement à J7.
            Vaccin Prevenar 20, Shingrix 2 doses.
            Accouchement à domicile : position du Collège ?
            Césarienne code rouge : moins de 15 min.
            Pédopsychiatrie : délai d'attente 14 mois.
            Contention mécanique : 12 h renouvelables, JLD à 72 h.
            SDT, SDRE, SPPI : qui a une fiche mémo ?
            Cannabis, tabac, alcool : entretien motivationnel.
            Dialyse : poids sec, UF 3 L en 4 h.
            Chimio : extravasation, kit au poste 3.
            IRM : questionnaire, pacemaker.
            Coroscanner, FEVG 35 %.
            ECG : QTc 480 ms sous Haldol + Zophren.
            Ordonnance bizone, ALD 100 %.
            Aide-soignante de nuit : 10 h, 3 nuits par semaine.
            Élèves IFSI 2e année, 4 du 3 au 28 mars.
            Capacité de gériatrie, DU plaies, DIU douleur.
            Chez nous, pareil.
            +1
            Quelqu'un a-t-il une check-list de sortie ?
            On nous demande de tracer les refus de soins : comment faites-vous ?
            Que faire quand un résident veut rentrer chez lui ?
            Hydratation sous-cutanée : 1 L la nuit, cuisse ou dos ?
            On a failli donner l'insuline au voisin de chambre.
            Erreur de dose ×10 avec la morphine buvable.
            Ne pas confondre Daonil et Diovan.
            Simone est aussi le nom de la pompe de secours.
            Vouvoiement et « mamie » : à bannir.
            Appeler un résident par son prénom : oui si écrit au projet.
            Saint-Valentin : menu amélioré.
            Le chat Félix dort au poste de soins.
            Robot Paro, casque de réalité virtuelle.
            Boîte à Rires, chariot Flash.
            """
    )
}
