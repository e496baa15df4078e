extension Corpus {
    /// More jottings, with labels and punctuation of every kind, and topics that look like names. Invented.
    static let jottings = Sample(
        singles: """
            S1  1.60.02.13.201.044/26
            S1  num sécu 260 119 710 512 371
            S1  n° sécurité sociale de la patiente - 2 35 08 64 445 012 04
            S1  "145117511200597" scanné sur la carte
            S1  NIR patient: 2 49 05 2B 033 071 09
            S1  Sa carte vitale porte le 1 71 06 69 123 456 64
            S1  secu 2-90-10-974-11-203-92 (La Réunion)
            S1  Matricule INS 186052A00401221
            S2  IPP: 1 204 558
            S2  Ipp 22104578, Mme revient demain
            S2  patient n° 556677
            S2  dossier 20240011874
            S2  NIP 0400128877
            S2  numéro de venue : 7700124
            S2  iep:240112233;chir
            S2  le no de dossier est 88 14 203
            S2  hospit n°25-004417
            S2  code patient 00451266
            S2  MRN 4477120
            S2  bracelet 9003312
            S2  séjour 240557121 à coder
            S2  n°d'IPP : 0099-1245
            S3  née le douze mai mille neuf cent trente et un
            S3  né le 3 juin 52
            S3  dn 1/1/43
            S3  née en février 1938
            S3  DDN: 12-sept-1949
            S3  date de naissance 04.04.44
            S3  naissance le 21 octobre 1956 à Oran
            S3  Mme, nee 15/8/40, vit seule
            S3  patiente (née 23/02/1951)
            S3  sa date de naissance c'est le 9 juillet 1933
            S3  d.o.b. 03/11/1961
            S3  né le 30-06-1927
            S3  17/08/1941 : date de naissance
            S3  son anniv c'est le 4 mars, elle est née en 1936
            S3  elle est née le jour de Noël 1939
            S4  MR LEBLANC : hypoK ce matin
            S4  mr.Fabre n'a pas uriné
            S4  appelée par la voisine de mme Castel
            S4  Je suis passée chez M. Lacombe, plaie propre
            S4  patiente Marchand, J5 PTH
            S4  résidente DUCHEMIN chutée
            S4  Le fils de M. Olivier demande une HAD
            S4  l'ordonnance de mme pelletier n'est pas signée
            S4  Denise Carpentier a refusé sa douche
            S4  Raymond D. a encore fugué
            S4  c'est pour Mr Traoré, sous AVK
            S4  Mr Ben Salah ne parle pas français
            S4  Dossier : VERDIER Simone
            S4  situation de Lucien Marty, 3 chutes en un mois
            S4  jai eu mme roche au téléphone, elle va mal
            S4  Melle Aurélie Vidal hospitalisée en psy
            S4  Bonsoir, Mr Pereira saigne sous Eliquis, que faire ?
            S4  la belle-fille de Mme Texier
            S4  veuve Lemaire, sous tutelle
            S4  Ptte Solange Aubry, plaie talon
            S4  Prénom Nom : Odile Besson
            S4  MARTINEAU Ginette (chute)
            S4  toilette de mr Joly faite à 10h
            S4  Mme Hoareau (Réunion) sous insuline
            S4  pauvre Mme Kaczmarek, elle souffre
            S4  j'ai vu le petit Sacha en consult
            S4  la maman de Lina appelle toutes les heures
            S4  tata Huguette ne veut plus de sonde
            S4  une certaine Mme Poirier, très agitée
            S4  M LE GALL a arraché sa sonde
            S4  Mr et Mme Schmitt
            S4  Cher confrère, je vous adresse Monsieur Paul Giraud
            S4  Mme Robert-Duval est GIR 1
            S4  la patiente s'appelle Rolande
            S4  patient Hernandez revu en consultation
            S4  Sr Marie-Joseph a fait un AVC
            S4  M.Bouvier : INR 5,2
            Q7  Renée, 91 ans, ne mange plus
            Q1  87a, démence
            Q1  Dame 93 ans seule à domicile
            Q1  ♀ 76 ans
            Q1  homme de 59ans
            Q1  agé de 64 a
            Q1  patient jeune (32 ans)
            Q1  8 mois, bronchiolite, 6,2 kg
            Q1  un monsieur de quatre vingt six ans
            Q1  Femme, 45 ans, sous lithium
            Q1  enfant, 4 ans, 16 kg
            Q1  vieille dame de 101 ans
            Q1  pt de 55 ans OH chronique
            Q1  78 yrs old male
            Q1  F, 68
            Q2  tombée le 14/02 vers 22h
            Q2  opéré le 3 nov dernier
            Q2  DCD le 12.01 à 5h40
            Q2  sorti du service jeudi 6 mars
            Q2  hospitalisé du 3 au 9 mai
            Q2  mise sous O2 le 1er janvier au soir
            Q3  ch. 112, pb de sonde
            Q3  patient au lit 6B
            Q3  chambre n° 3 côté porte
            Q3  SAUV 2 : choc septique
            Q3  la chambre 18 ne veut pas manger
            Q3  Box 5 désature
            Q3  résidant du 204, chute
            Q3  lits 3 et 4 en isolement
            Q3  ch-7 douleur ++
            Q4  suivi au CHU d'Angers
            Q4  vit à l'EHPAD Saint Joseph
            Q4  transférée de l'hôpital de Foix
            Q4  originaire de Mayotte
            Q4  admis depuis la clinique des Cèdres
            Q4  elle habite Sainte-Foy-la-Grande
            Q4  vient du foyer Les Genêts
            Q5  femme du pharmacien du bourg
            Q5  ancien préfet
            Q5  son fils est gendarme à la brigade du coin
            Q5  prêtre retraité
            Q6  rescapé du Bataclan
            Q6  premier cas de rage depuis 20 ans en France
            Q6  l'accident dont tout le monde a parlé à la télé
            Q7  Mme G refuse l'alimentation
            Q7  M. S. (Alzheimer) déambule
            Q7  mme L.
            Q7  Mr J-P. B., hémodialysé
            Q7  patient R.
            Q7  résidente M-L T., fin de vie
            Q8  n° sécu 1 60 02 13 201 044 99
            Q8  2 35 08 64 445 012
            Q9  joignable au 06 1 2 3 4 5 6 7 8
            Q9  son tél : 05.62.11.22.33
            Q9  fille : 0690 12 34 56
            Q9  port. 07-88-12-45-09
            Q9  (+33) 7 81 22 33 44 pour joindre le mari
            Q9  ecrire a la fille : claire.roux AT gmail DOT com
            Q9  adresse mail du mari : jp.leroy@laposte.net
            Q9  habite au 8 chemin des Vignes
            Q9  45, av. de la République 31000 Toulouse
            Q9  adresse : lot. les Pins n°12
            Q9  domicile : 7 r. Pasteur, 2e étage
            Q4  BP 142, 98713 Papeete, famille à prévenir
            """,
        combinations: """
            88 ans, lit 12, chute le 4
            M. T. 72 ans ch 8
            dame de 92a de l'EHPAD des Tilleuls
            H 55a, maire de son village, AVC le 6 mai
            Mme V., ch. 3, sortie le 12 mars
            Le père du député, 84 ans, opéré au CHU de Reims
            F 29 a, G5P4, accouchement dans l'ambulance le 2 janvier, CH d'Auch
            ch 4 : pas dormi, chute 3h le 12/06
            Mr Z., lit 2, AVK
            Jeune de 19 ans, cycliste pro, fracture le 7 juillet
            93 ans, ch. 11
            94a, fille joignable au 0611223344
            patiente de 38 ans, seule cas de lèpre du département, CHU de Tours
            Enfant de 7 ans, mordu par le chien du maire, le 3 août
            doyenne de la commune, 106 ans
            lit 14, entrée 02/05, M. G
            curé de la paroisse, 79 ans, hospitalisé à Aurillac
            le seul survivant de l'accident d'hélicoptère, 41 ans, en réa au CHU de Grenoble
            Mme P. (ch 9) née en 1934
            box 2, homme 60a, IDM le 1er mai à 4h
            Résidente de 90 ans, ancienne résistante
            Octogénaire, ancien champion de pelote, vit à Espelette, 84 ans
            patient de la 212, 67 ans, tel 06 22 33 44 55
            2 ans, box 1, brûlure le 24 décembre
            Mme Y, 76 ans, EHPAD La Chênaie, fugue le 12
            Jumeaux de 24 SA nés le 3 mars, couveuse 2
            Pt 80a, ch22, épouse tel 0561223344
            Femme 47 ans, factrice à Lourdes, épilepsie
            Mr H. est décédé hier ch 6
            homme 33 ans, détenu à la prison de Muret, TS le 4 mai
            Ancien maire de Cahuzac, lit 8, démence
            Ado 16a, fille du proviseur, TS le 14 mars
            Boucher du village, main coupée le 3 juin, 51 ans
            62-year-old man, bed 4, admitted on 12 May
            Le fils adoptif du chanteur, 23 ans, clinique Belle Rive
            Mme K, 80a, domiciliée rue Jean Jaurès à Tarbes
            nonagénaire de la chambre 5
            Mr F.-X. D., 58 ans, pilote de ligne, CHU de Nantes
            institutrice 34 ans, mère de triplés, Bagnères
            octobre 12, chute mme R. ch 3
            bébé 3 mois, box 4, parents joignables 06 55 44 33 22
            patient tétraplégique depuis un accident de parapente à Millau, 27 ans
            Ancienne religieuse de l'abbaye de Sénanque, 95 ans
            lit 1 porte : Mr C, palliatif
            le gardien du phare, 63 ans, seul habitant de l'île
            viticultrice de 52 ans, Saint-Émilion, intoxication le 12 sept
            résident 88a, ch 14, fils médecin à Pau
            Mme O. 84 ans fémur 3/11 CH Dax
            """,
        harmless: """
            Dossier de soins informatisé : lequel choisir ?
            Dossier Bientraitance : relance des référents.
            Le dossier Ségur avance, on espère la prime en mars.
            Dossier Reçu incomplet par la CPAM.
            Dossier Mémoire : thème du prochain numéro.
            Cas Pratique n° 3 : l'erreur de pilulier.
            Le cas Mediator a marqué les esprits.
            Situation Palliative : quand appeler l'EMSP ?
            Situation Covid dans la région : calme.
            Retour Domicile : qui prévient le médecin traitant ?
            Retour d'expérience de Lyon sur les bains de bouche.
            Traitement de Parkinson : respecter les horaires.
            Traitement de Crohn par anti-TNF.
            Pansement de Mepilex ou hydrocellulaire ?
            Histoire de Florence Nightingale en dix minutes.
            Entrée de Sophie dans le comité, bienvenue !
            Transfert de Julie à l'HDJ, elle nous manquera.
            Paul et Karima présentent leur poster.
            Sophie est en congé jusqu'au 12.
            Martin a corrigé la fiche, merci à lui.
            Le Dr Fournier conseille d'arrêter l'IPP après 8 semaines.
            IPP au long cours : oméprazole 20 mg puis 10 mg.
            IPP pleine dose 40 mg x 2.
            INS et DMP : mode d'emploi.
            NIR ou INS, quelle différence ?
            NDA à signer avant l'essai clinique.
            Le chariot 20240012 doit être révisé.
            N° d'inventaire 458812 sur le lève-personne.
            Marché n° 2024-118, lot 3.
            Commande 4500112233 partie ce matin.
            Lot 24A0917 de NaCl à retirer.
            Code ATC N05BA12.
            GTIN 03401560034112.
            UCD 9412345, remboursé.
            Numéro de série 77001245 pour la pompe.
            Poste téléphonique 41 225.
            Fax du labo : 05 62 11 22 34.
            SOS Amitié : 09 72 39 40 50.
            Maltraitance personnes âgées : 3977.
            Centre 15 saturé, attente 12 min.
            Pharmacovigilance : 05 61 25 51 12.
            Numéro de l'équipe mobile : 05 59 44 12 12.
            Permanence soins palliatifs 24/7, 01 44 00 00 00.
            Pharmacie de garde : 3237.
            Retrait au magasin, 12 avenue de l'Hôpital, avant 16 h.
            Rendez-vous au 3 place de la Mairie, salle du conseil.
            Le siège de l'ARS est rue du Pont à Toulouse.
            Journée régionale à Montpellier le 3 octobre.
            Prochain staff le 12/11 à 14 h.
            Inscriptions closes le 30 avril.
            Depuis le 1er janvier 2024, la prime est doublée.
            Dernière mise à jour : 12/03/2024.
            Publié le 3 mai 2023 au JO.
            Relu par C. Morin le 4 avril.
            Décision du 8 février, à relire en équipe.
            En vigueur au 1er juillet.
            Période du 3 au 28 février, 17 réponses.
            Audit du 12 mars : 84 % de conformité.
            EVA 4/10 puis 2/10.
            TA 12/7, FC 78, T 36,8.
            Échelle NPI-ES 34/144.
            Doloplus 12/30, Algoplus 3/5.
            QSOFA 2, NEWS 7.
            Apgar 9/10/10.
            MNA 17/30.
            ASA 3, IMC 31.
            DFG 28 mL/min/1,73 m2.
            K+ 5,8 mmol/L, ECG normal.
            PaO2 62, PaCO2 48.
            Hb 7,2 g/dL, on transfuse ?
            PSA à 4 chez un homme de plus de 70 ans.
            BNP 800 pg/mL chez les plus de 85 ans.
            Dès 75 ans, diviser la dose par deux.
            À partir de 65 ans, vaccin zona.
            Contre-indiqué avant 15 ans.
            Enfants de 6 à 12 ans : 15 mg/kg.
            Nourrissons de moins de 3 mois : hospitaliser.
            Il y a 20 ans, on attachait beaucoup plus.
            En 30 ans de carrière, jamais vu.
            Garantie 2 ans, pièces et main-d'œuvre.
            Conserver 10 ans dans le dossier.
            Âge moyen : 86,4 ans.
            Moyenne d'âge du service : 83 ans.
            Population de 75 ans et plus.
            Les centenaires sont de plus en plus nombreux.
            Nos nonagénaires adorent la gym douce.
            Lit Alzheimer : barrières interdites ?
            Lit bas à 22 cm du sol.
            Lits 90 x 200.
            Matelas à air, lit n'importe lequel.
            Deux lits fermés cet été.
            Chambre froide à 4 °C.
            Chambre de compensation.
            Chambre double ou individuelle ?
            Box informatique en panne.
            Salle 3, bâtiment 12.
            Étage 4, aile B.
            CH de 300 lits cherche pharmacien.
            CH 18 ou CH 20 pour la gastrostomie ?
            Aiguille 23 G, 25 mm.
            Seringue 50 mL à 4 mL/h.
            Insuline lente 12 UI le soir.
            Levemir 14 UI, Novorapid selon protocole.
            Kardegic 75, Plavix 75.
            Rivotril gouttes 2,5 mg/mL.
            Seresta 10 matin midi soir.
            Haldol faible, 5 gouttes.
            Morphine LP 30 mg toutes les 12 h.
            Fentanyl 25 µg/h, patch tous les 3 jours.
            Mr Bricolage vend des rails de douche.
            Le test de Mme Michu : comprendrait-elle ?
            M. le Maire a inauguré l'unité.
            Madame la Directrice, chers collègues,
            Mme Leroy, pharmacienne à Brest, a mis au point l'outil.
            Mme Dubois (cadre) et M. Petit (IDE) répondent aux questions.
            M. Simon, de la maintenance, passe mardi.
            Dupuis et al., Rev Geriatr 2020;45:12-8.
            Selon Bernard P. et Colin M. (2017), cela suffit.
            Guide rédigé par A. Petit, B. Morel et C. Roy.
            Voir le livre de Naomi Feil sur la validation.
            Méthode Montessori, pédagogie de Cameron Camp.
            Humanitude de Gineste et Marescotti.
            Échelle de Zarit pour les aidants.
            Score de Wells, score de Genève.
            Syndrome de Diogène : qui appeler ?
            Corps de Lewy : quels neuroleptiques ?
            Manœuvre de Heimlich, position de Fowler.
            Classification de Wagner pour le pied.
            Maladie de Horton : dose d'attaque.
            La famille demande une autopsie, comment répondre ?
            La fille de la résidente filme les soins.
            Le fils veut voir le dossier.
            L'épouse d'un patient nous a offert des chocolats.
            Le maire vient couper le ruban.
            Le curé passe le jeudi pour la messe.
            Notre aumônier est absent.
            Les pompiers ont formé l'équipe.
            Un gendarme a fait la prévention des vols.
            Ancien bâtiment, nouveau service.
            Ex-Nutrison, maintenant Fresubin.
            Premier cas de grippe de la saison : on remet les masques.
            Cas groupés de GEA : signalement à l'ARS.
            Bons baisers de Biarritz, l'équipe de nuit en congrès !
            Je viens de Pau, covoiturage possible.
            J'habite à Agen et je cherche un remplacement.
            Elle est de garde, notre pharmacienne.
            Il est de plus en plus difficile de recruter.
            Qui est de nuit le 24 ?
            On fête Noël le 20 avec les résidents.
            Le soir de Noël, effectif minimum.
            14 juillet : planning à remplir.
            11 novembre férié.
            Toussaint : qui travaille ?
            Vitamine B12, folates, TSH.
            Virus de l'hépatite C, génotype 1.
            Groupe O négatif en stock.
            Patient A contre patient B : comment trier ?
            M. X et Mme Y, exemple fictif du manuel.
            Monsieur Tout-le-monde peut faire un AVC.
            Le patient Lambda ne lit pas la notice.
            Mail groupé : equipe.nuit@chexemple.fr
            Réponses à sondage@asso.example avant vendredi.
            Zoom : 845 1122 3344, code 1234.
            Réunion Teams ID 334 221 908 12.
            www.has-sante.fr, mot clé « chute ».
            PMID: 30112233, Lancet.
            NCT04412345 recrute encore.
            EudraCT 2019-001122-33.
            """
    )
}
