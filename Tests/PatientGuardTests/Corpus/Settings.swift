extension Corpus {
    /// Children, births, psychiatry, care at home, pharmacies, emergencies, imaging; Belgium, Québec, overseas. Invented.
    static let settings = Sample(
        singles: """
            S1  Facturation T2A : le NIR 2 58 03 35 238 114 62 renvoie une anomalie, quelqu'un connaît le code rejet ?
            S1  ouvrant droit 1 90 02 976 11 031 06, ACS Mayotte
            S1  J'ai recopié 258033523811 4 62 sur la demande d'entente préalable
            S1  N°SS258033523811462
            S1  AME refusée, ancien numéro 1 79 12 99 216 045 71
            S1  étiquette CV: 249073306351 2 41
            S1  (2 49 07 33 063 512 41)
            S1  Bulletin : nom ......, n° 2 49 07 33 063 512 41, motif ALD
            S1  le bébé a déjà son NIR 1 25 11 64 102 087 40
            Q8  sécu du patient : 2 58 03 35 238 114
            Q8  NIR 149073306351 2
            Q8  N° assuré : 1-49-07-33-063-512
            Q8  Numéro provisoire 3 49 07 33 063 512 attribué par la caisse
            S2  Radio thorax faite sur le mauvais IPP (10045789)
            S2  n° d'accession : RX2611457890
            S2  Dossier 10045789-2, page 3
            S2  dossier nº 10 045 789
            S2  NumDossier 10045789
            S2  Son n° de dossier ? 10045789.
            S2  no dossier CHSLD 457812
            S2  N° de dossier médical 457812 (Québec)
            S2  RAMQ : TREM58072614
            S2  NISS 58.07.26-123.45
            S2  numéro national 58072612345
            S2  NIP 300457812 en cardio
            S2  nip=300457812
            S2  I P P 300457812
            S2  ipp numéro 300457812
            S2  IPP erroné sur les poches : 300457812
            S2  identifiant permanent 300457812
            S2  ID séjour 300457812
            S2  venue n°260045781
            S2  Séjour 260045781 : RUM sans DP
            S2  RSS 260045781 non groupé
            S2  numéro administratif local : 260045781
            S2  hospit n° 260045781
            S2  Episode 260045781
            S2  numéro de passage : 26-045781
            S2  fiche SMUR n° 2604578
            S2  fiche patient n°2604578
            S2  registre des naissances n° 457812
            S2  n° bracelet : 457812
            S2  poche de sang CGR 2604578112 ; receveur IPP 457812
            S2  étiquette patient : 457812/26
            S2  matricule patient 457812
            S2  dossier pharmaceutique 457812
            S2  dossier HAD 2026-0457
            S3  Bébé né le 6/6/26 à 4 h 02, transféré en néonat
            S3  né le 06.06.26, PN 2450 g
            S3  DDN mère 14/02/1994
            S3  patiente (14/02/1994) G2P1
            S3  né le 3-9-2019
            S3  date de naissance du petit : 03/09/19
            S3  La jeune est née le 2 décembre 2009, elle se scarifie.
            S3  homme, né le 22 août 1987, schizophrène
            S3  h. né le 22.08.87, tox
            S3  pte née 2/1/44
            S3  né courant août 1987
            S3  Née le 2 janv. 44
            S3  nee 02/01/44
            S3  Elle est née le 2/1/44 à la maison.
            S3  se dit né le 1er janvier 1980 au Soudan
            S3  né vers le 15 mars 1938 selon l'état civil
            S3  date de naissance = 15/03/1938
            S3  Date de Naissance...: 15/03/1938
            S3  Date nais. 15/03/38
            S3  dob 15/03/1938
            S3  DDN 15 03 38
            S3  ddn:15-mars-1938
            S3  né (e) le 15/03/1938
            S3  né à Papeete le 9/5/51
            S3  Née à Liège, le 9 mai 1951
            S3  née à Montréal en mai 1951
            S3  Âge 75 ans (09/05/1951)
            S3  F 09/05/1951
            S3  Sexe M - né le 09/05/1951
            S3  75 ans (née le 09 mai)
            S3  Le nouveau-né du 9 mai 2026, 2 h 14
            S3  IMG, enfant né sans vie le 9/5/26
            S3  Il a eu 18 ans le 9 mai.
            S3  son anniversaire tombe le 9 mai
            S3  Elle est de 51, du 9 mai exactement.
            S3  née le neuf mai 1951
            S4  Mme Hoarau refuse la dialyse le vendredi.
            S4  Mr PAYET JEAN BERNARD
            S4  M. Wamytan veut voir le sorcier
            S4  M. Saïd Ahamada Combo, pied diabétique
            S4  Mme Tremblay a sonné toute la nuit, unité prothétique
            S4  madame Gagnon-Lavoie est en fin de vie
            S4  Mme Van de Velde, MRS, 2e étage
            S4  Mevrouw Peeters, Mme Peeters pour nous, hurle
            S4  M. Rossi, transplanté
            S4  Mme Le Bihan ne parle que breton
            S4  Mme Paoli-Santoni, chute
            S4  Mme Ould Ahmed jeûne
            S4  Mme Chen Li Hua ne comprend pas l'ordonnance
            S4  M. Sow a 3 de tension
            S4  M. Ly délire
            S4  Mme Oh, post-partum
            S4  Mme Silva Costa Pereira, 3e césar
            S4  Mme García López, BMR+
            S4  M. Šimić transféré
            S4  La petite Léonie Barrère a reçu 10 fois la dose
            S4  le petit Nolan fait une bronchiolite
            S4  petite Maëlys, varicelle
            S4  Bébé BARRÈRE, ictère
            S4  Bb Barrere sous photo
            S4  jumeau 1 Barrère, jumeau 2 Barrère
            S4  L'ado, Kévin Lassalle, a fugué
            S4  jeune Inès L., anorexie
            S4  le père de Léonie Barrère est violent
            S4  la mère du petit Gabin allaite
            S4  la grand-mère de Lucas Lassalle a signé
            S4  Le compagnon de Mlle Lassalle l'a frappée.
            S4  le tuteur de Monsieur Lassalle ne répond pas
            S4  Le fils de Monsieur Pierre Lassalle
            S4  M. Lassalle, SPDT, a cassé la porte
            S4  LASSALLE Kévin : levée de SDRE
            S4  Patient Lassalle, isolement
            S4  pte Lassalle, refus ttt
            S4  le pt lassalle est agité
            S4  MME LASSALLE EST AGITEE CE SOIR
            S4  Mr Lassalle rasé, lavé, levé
            S4  • Mme Lassalle, change à 2 h
            S4  Mme Lassalle/M. Pons : erreur d'étiquettes
            S4  > Mme Lassalle a encore tout craché
            S4  TR: M. PONS, retour à domicile
            S4  Fwd: dossier de Mme Lassalle
            S4  Concernant mr pons, toujours pareil
            S4  cas clinique : Monsieur Pons, vivant seul
            S4  Chez les Pons, il n'y a plus d'eau chaude
            S4  Insuline chez M Pons oubliée ce matin
            S4  clé chez Mme pons sous le pot
            S4  pansement Mr Pons fait
            S4  TTT Mme Pons modifié
            S4  semainier Mme Pons erroné
            S4  rétrocession Mme Pons : dosage
            S4  ordonnance au nom de Mme Pons
            S4  au nom de PONS
            S4  IRM Mme Pons annulée, pacemaker
            S4  Mammo Mme Roques côté inversé
            S4  Box 4 Mme Roques (douleur)
            S4  déchoc M. Roques
            S4  Mr ROQUES RAD
            S4  Madame Roques née Pons
            S4  Mme Roques dite Mimi
            S4  Mme Mimi
            S4  M. Jean-Claude a perdu son dentier
            S4  notre Ginette
            S4  Notre doyenne, Mme Ginestet, s'éteint.
            S4  Augustine Ginestet nous a quittés
            S4  décès Mme GINESTET 4h
            S4  M. Ginestet (alias Papi Gâteau)
            S4  le sieur Ginestet a porté plainte
            S4  Veuve Ginestet
            S4  Melle GINESTET Paule
            S4  Madame la baronne de Ginestet
            S4  Sœur Ginestet, carmélite
            S4  Monsieur l'abbé Ginestet
            S4  M. G. Ginestet
            S4  Ginestet (M.) : Hb 7
            S4  Nom : GINESTET; Prénom : Augustine
            S4  Nom et prénom du patient : Ginestet Augustine
            S4  Identité : Ginestet Augustine
            S4  Bénéficiaire : Ginestet Augustine
            S4  Résidente : Mme Ginestet
            S4  Personne concernée : Mme Ginestet
            S4  Personne à prévenir : Ginestet Louis (fils)
            S4  Tuteur : M. Roux, UDAF
            S4  Sa fille Mme Roux appelle 4 fois par jour
            S4  Mme Roux (sa fille) a été prévenue
            S4  Augustine Ginestet a fait une fausse route
            S4  AUGUSTINE GINESTET A FAIT UNE FAUSSE ROUTE
            S4  Ginestet a fait une fausse route
            """,
        combinations: """
            nourrisson de 6 semaines, box 2, 4 juillet
            Ado 16 ans, TS, chambre 12, lycée Montaigne
            L. M., 14 ans, anorexie, entrée le 4 mars
            Parturiente de 22 ans, salle de naissance 2, le 4 mars à 2 h
            Mme R., césarienne code rouge le 4 mars
            Mère porteuse de triplés, 41 ans, maternité de Port-Royal
            Patiente de 31 ans, fille du préfet, CHU de Nîmes
            M. T., 27 ans, UMD de Cadillac
            Patient T. isolement chambre 4
            SPDRE du 12/05, patient de 33 ans, maire de Lourdes signataire
            le forcené de Saint-Pée, 45 ans, hospitalisé le 3 mai
            Mme L., 8 rue Victor-Hugo, 3e étage
            Chez M. B. à Ascain le 12 mai
            Homme seul de 91 ans, hameau de Listarrits
            Monsieur de 92 ans et sa femme de 90, EHPAD de Hasparren
            une dame de quatre-vingt-seize ans, institutrice à la retraite, Ainhoa, le 2 mai
            Madame D 93 ans lit 12
            93 ans ; lit 12
            Box 3 / H 45 A / douleur thoracique / 4 mars
            IAO 4 mars 03:12 femme 45 ans box 7
            Accident de la base aérienne de Mont-de-Marsan, militaire, 24 ans, le 4 mars
            ouvrier de 29 ans, main broyée le 4 mars à la papeterie de Tartas
            touriste belge de 29 ans, hôtel du Palais, overdose le 4 août
            radio du 4 mars, patient 45 ans, box 2
            IRM le 12 mai, femme de 45 ans, clinique Tivoli : implant
            Mme F. mammographie 12/05/2026
            TEP du 3 avril, 57 ans, institut Bergonié
            Chimiothérapie du 3 avril chez M. G.
            pharmacie : Mme K., délivrance du 14 mai
            ordonnance du 14 mai pour Mr K
            Résidents des chambres 12 et 14 intervertis le 14 mai
            EHPAD Les Aulnes, résidente de 86 ans, tombée le 14 mai
            Résidente de l'EHPAD Les Aulnes, 86 ans, institutrice du village
            M. V. (lit porte) est tombé le 14/5
            Mme V. de la 214
            la dame de la 12, 88 ans, fugue du 14 mai
            le monsieur de la chambre 3, 84 ans, ancien maire
            la centenaire de la chambre 3
            bénéficiaire de 84 ans, chambre 214, CLSC de Rimouski
            nonante-deux ans, home Les Glycines, chambre 3
            dame de huitante-quatre ans, EMS de Nyon, chambre 3
            evasan depuis Maripasoula, enfant de 4 ans, 14 mai
            patiente de 44 ans évasanée de Rangiroa, CHPF, le 14 mai
            88 ans, retrouvée au sol le 14.05 à 6h40, ch. 9
            Le 14 mai vers 6 h 40, retrouvée au sol, chambre 9
            14/05 - 6h40 - ch 9
            Date de l'événement : 14/05/2026. Lieu : chambre 9.
            EI du 14 mai : Mr S
            REX du 14 mai, patiente de 45 ans, bloc de la clinique Jean-Villar
            RMM : Mme S., 45 ans, décédée le 14 mai
            M. S. tombé la nuit du réveillon, chambre 4
            opérée le 14 mai d'un clou gamma, 88 ans, chambre 9
            PTH à droite au lieu de gauche, le 14 mai, 66 ans, clinique Cap d'Or
            dialyse : M. A., poste 7, 14 mai
            HAD : M. A., 06 12 45 78 96
            SSIAD Mme A. 12 chemin des Vignes
            fille : 06 12 45 78 96, chambre 9
            mail du fils : j.aubert@sfr.fr, patient de 66 ans
            M. de L. a fugué le 14 mai
            D.J., 66 ans, né au CH de Dax
            Pt "D" ch 9
            """,
        harmless: """
            Perfusion : 500 mL de G5 + 2 g NaCl + 1 g KCl sur 12 h.
            Nirsévimab chez le nouveau-né : vous le faites en maternité ?
            Ocytocine 5 UI IVL, puis 10 UI dans 500 mL.
            Score d'Apgar à 1, 5 et 10 minutes.
            Terme 41 SA + 5 : déclenchement, quel protocole ?
            Bilirubine : courbe de l'AAP 2022.
            Bronchiolite : lunettes haut débit 2 L/kg/min.
            Amoxicilline 80 mg/kg/j en 2 prises.
            Enfants de 3 à 6 ans : prémédication au midazolam.
            Les moins de 15 ans et 3 mois vont en pédiatrie.
            Échelle EVENDOL, seuil 4/15.
            Méthode de Pikler, méthode Brazelton.
            Maladie de Hirschsprung : nursing.
            Test de Guthrie refusé par les parents : que tracer ?
            Loxapac 50 à 100 mg per os si agitation.
            Lithiémie 0,9 mmol/L à 12 h.
            Isolement : renouvellement 24 h, JLD au-delà de 72 h.
            Mesure SDT : deux certificats, un tiers.
            Échelle de Bush-Francis pour la catatonie.
            Questionnaire de Beck, d'Hamilton.
            VigilanS rappelle à J10-20.
            Bon usage du Subutex : doit-on piler ?
            Cotation AMI 4 + MAU, déplacement MCI.
            Avenant 6, BSI : les codes DEP.
            Forfait BSC 28,70 €.
            HAD : convention avec 14 EHPAD.
            VAC à -125 mmHg en continu.
            Chaussures CHUT, CHUP : prescription.
            Formulaire cerfa n° 15695*01.
            Cerfa n°11575*04.
            N° de TVA FR 40 303 265 045.
            Bon de livraison 2604578112.
            UDI (01)03401234567893(17)270331(10)A2511
            DMI réf. 4578-112-9, lot 26045.
            Implant PIP, Essure : registre.
            18F-FDG 3 MBq/kg.
            Dosimètre n° 457812 perdu.
            Gadolinium 0,1 mmol/kg.
            Radio pulmonaire F + P au lit.
            BIRADS 4, TIRADS 3, PIRADS 5.
            PACS en panne : ticket 260457.
            Poste 4578 pour la radio, 4579 pour l'IRM.
            Délai IRM : 45 jours en mars, 38 en mai.
            Rétrocession : liste au 1er mars 2026.
            Code ACL 3401560457812.
            N° AMM 34009 221 766 9 6.
            Rappel du lot B2604578 de chlorhexidine.
            PDA : erreurs pour 10 000 doses.
            Stylo à 300 UI/mL.
            Colchimax + Pyostacine = toxique.
            Tri FRENCH 3A, 3B.
            Boussignac, CPAP à 10.
            Choc : remplissage 30 mL/kg.
            Box 1 à 8 et deux SAUV.
            Les lits 12 à 18 ferment en août.
            Chambres 201 à 212 : travaux jusqu'au 30 juin.
            Chambre de simulation : réservée le 14 mai.
            Chambre des erreurs : 12 erreurs cachées, bravo à l'équipe de Mont-de-Marsan.
            Tension au lit : 3 départs cette semaine.
            Lits doubles : location 12 € par jour.
            PASA de 12 places, ouvert de 10 h à 17 h.
            EHPAD Les Aulnes : poste d'IDEC à pourvoir.
            Au CLSC de Rimouski, on utilise le formulaire PTI.
            La Haute Autorité et l'INESSS disent la même chose.
            Collègues de Liège, Namur et Charleroi, bonjour !
            En Nouvelle-Calédonie, on manque d'IDE.
            Bonjour de Cayenne !
            Je travaille au CH de Saint-Laurent-du-Maroni depuis 2019.
            Nous sommes trois IDE de l'hôpital de Draguignan.
            Merci Fatou, je prends !
            Coucou Aïcha, as-tu la vidéo ?
            Le Dr Nguyen et le Dr Diallo sont joignables.
            Pr Schmitt, CHU de Strasbourg : conférence à 18 h.
            M. Roux, ingénieur biomédical, vient jeudi.
            Contact : Mme Lefort, assistante sociale.
            M. le Président de la CME a dit oui.
            Madame la Juge demande un certificat.
            Mme la sage-femme coordinatrice.
            Mme, M., cochez la case.
            Nom : ……… Prénom : ……… Date de naissance : ……/……/……
            Nom, prénom, IPP : trois traits.
            Né le : jj/mm/aaaa
            IPP sur l'étiquette : en haut à droite.
            Le NIR commence par 1 ou 2.
            INS : 5 traits stricts.
            Dossier bloc : check-list incomplète dans 12 % des cas.
            Dossier n° 1 de la revue : la douleur.
            Séjour moyen 6,2 j.
            Passage à la dose de 20 mg.
            Venue de la HAS du 3 au 6 juin.
            Hospitalisation n° 1 des causes d'iatrogénie : les AVK.
            Examen n° 3 du module.
            Demande de formation n°12.
            Labo : 4512, garde : 4513.
            Prélèvement n°1 jeté.
            Bracelet : silicone ou papier ?
            Identifiant et mot de passe oubliés.
            Épisode de canicule n° 2.
            Visite n° 2 du certificateur.
            ID du webinaire 845 1234 5678, code 457812.
            ID réunion Teams : 345 678 901 234.
            L'affaire Mediator a changé nos pratiques.
            Cas Index : à définir.
            Concerne : Rappel de lot.
            Objet : Re: Planning Août
            Prévenir : Cadre de Garde.
            Tuteur : rôle et limites.
            La mère a le droit d'être là.
            Le vieux matériel part au rebut.
            La mère Noël offre des chocolats.
            Une famille Ehpad solidaire.
            Le couple soignant-soigné.
            Mamie Nova au dessert.
            L'abbé Pierre a son foyer.
            Frère Jacques en musicothérapie.
            Le général de Gaulle dort au mur du salon.
            Sainte-Anne organise un colloque.
            La chute de Rome n'a rien à voir avec la chute de nuit.
            Le traitement de Fond, le traitement de Crise.
            L'insuline de Banting a cent ans.
            Sortie de Réanimation : fatigue.
            Sortie de Bloc : SSPI ou service ?
            Pansement de Betadine : non.
            Chambre de Garde sale.
            Sonde de Blackmore, sonde de Sengstaken.
            Semaine de la douleur du 12 au 18 octobre.
            Relecture avant le 14/05, merci.
            Mise à jour du 3 septembre 2025.
            Inscription avant le vendredi 14.
            Rendez-vous le 14 à 14 h en visio.
            Pont de l'Ascension : effectif minimum.
            Le 31 décembre, plan de charge.
            Je cherche à échanger ma nuit du 14 mai.
            Ma fille a 3 ans et je travaille de nuit : vos astuces ?
            À 62 ans, partir ou rester ?
            35 ans de métier, et toujours des questions.
            Le bâtiment a 45 ans, pas de clim.
            Moyenne d'âge 87,3 ans, GMP 812, PMP 231.
            Après 65 ans et avant 85 ans.
            Un patient sur dix a plus de 90 ans.
            Pour un adulte de 70 kg.
            Un homme qui refuse de manger.
            Patient debout : mesure à 1 et 3 min.
            Patient traceur le 14 mai : qui vient ?
            Patient à jeun depuis 6 h.
            Résident sous curatelle : qui signe ?
            Résidents et Familles : enquête 2026.
            Le Patient, premier acteur.
            Enfant : pas de midazolam rectal.
            Bébé Confort : siège auto.
            Le petit Poucet en atelier.
            Jeune Retraité, rejoins-nous !
            """
    )
}
