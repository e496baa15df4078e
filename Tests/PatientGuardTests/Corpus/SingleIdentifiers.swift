extension Corpus {
    /// One identifier a line, after the kind that it must raise: as a nurse, a pharmacist, a quality manager or a
    /// secretary types it, with its capitals, its abbreviations and its slips. Names, numbers and places are invented.
    static let singleIdentifiers: [(kind: String, text: String)] = lines(
        """
        S1  Le NIR relevé sur la carte est 1 86 02 2A 215 325 23.
        S1  N° SS : 2.95.10.99.126.111-93, mutuelle à jour
        S1  num sécu 295109912611193 à transmettre au BDE
        S1  Immatriculée 2 55 08 14 168 025 38 à la CPAM
        S1  NIR : 2 69 05 49 588 157 80
        S1  INS-NIR 255081416802538 qualifiée ce matin
        S1  Carte vitale 1801275123456 42
        S1  numéro de sécurité sociale de la dame : 2 69 05 49 588 043 97
        S1  nir: 1.80.12.75.123.456.42 (copie de la carte)
        S1  Le n° de sécu c'est 2 95 10 99 126 111 93
        S1  255081416802538 = INS de la patiente
        S1  Erreur de facturation : assuré 1 86 02 2A 215 325 23, droits fermés.
        S1  Copie de l'attestation, immat 269054958804397
        Q8  Son numéro de sécu est le 2 55 08 14 168 025, je n'ai pas la clé.
        Q8  NIR 186022A21532524 : la carte ne passe pas
        Q8  Matricule INS 2 69 05 49 588 157 81 refusé par le téléservice
        Q8  NSS 1 80 12 75 123 456
        Q8  assurée sous le numéro 2 69 05 49 588 157 79
        Q8  N° sécurité sociale 2690549588157
        S2  IPP 8001234567, bilan à récupérer
        S2  Ipp n°00345678 : merci de vérifier l'étiquette
        S2  L'IPP du monsieur est le 10234567.
        S2  NDA 240098765 ouvert en double
        S2  n° NDA: 19324754
        S2  NIP 45781236, erreur d'identité au labo
        S2  IEP : 900 123 456
        S2  Dossier patient n° 78 451 236
        S2  dossier numéro 784512, étiquette décollée
        S2  Numéro de dossier : A0045871
        S2  N° de séjour 2024 118 732
        S2  numéro d'hospitalisation 24001875
        S2  N° d'admission 20418756
        S2  Identifiant du patient : 00098765
        S2  numéro patient 5412387, poche mal étiquetée
        S2  IPP=12345678
        S2  ipp 1234567
        S2  N° de venue 120045871
        S2  pour info son IPP : 900-456-123
        S2  étiquette NDA : 26004578 collée sur le mauvais tube
        S2  mauvais dossier ouvert (n° 26 114 587)
        S2  Son n° de dossier est le 457812.
        S2  Patient n°20294578 transféré
        S2  ID patient : 70045612
        S2  N°IPP 0045127
        S2  numéro de passage aux urgences : 26045781
        S2  Événement indésirable déclaré, IPP du patient : 0087451236.
        S2  merci de fusionner les IPP 8000123 et 8000124
        S2  Le compte rendu porte le NDA 2611458796.
        S2  Relance pour le dossier n°2026/004578
        S3  née le 14 juillet 1931
        S3  Né le 1er/02/1944
        S3  Date de naissance 07-09-1950
        S3  ddn 07/09/50
        S3  DDN : 7 septembre 1950
        S3  D.D.N. 07/09/1950
        S3  Date naiss. : 07.09.1950
        S3  Monsieur est né un 14 juillet, le 14/07/1939 exactement.
        S3  La résidente, née à Tulle le 2 février 1936, reste au lit.
        S3  Nee le 2 fevrier 1936 a Tulle
        S3  Patiente née le 02/02/36, allergique à la pénicilline
        S3  Le nouveau-né, né le 3 novembre 2026 à 4 h 12
        S3  naissance le 22 mai 1948
        S3  Né(e) le : 22/05/1948
        S3  date de naissance du résident : 22 mai 1948
        S3  ddn 3/8/43
        S3  Je parle d'un monsieur né le 9 août 1947.
        S3  Née le 30.11.1929, elle garde toute sa tête.
        S3  né le 9-8-47 à Cahors
        S3  date naissance : 9 août 1947
        S3  NEE LE 9 AOUT 1947
        S3  DDN=30/11/1929
        S3  Elle est du 30/11/1929, née à Cahors.
        S3  Homonymes : l'une est née le 4 mars 1952, l'autre le 5.
        S3  bracelet avec ddn fausse (12/12/1950 au lieu de 1951)
        S3  né le 04.07.33 au Portugal
        S3  Date de naissance (12/12/1950) illisible
        S4  Mme Delmas refuse la toilette du matin.
        S4  mme delmas refuse la toilette
        S4  M. Roussel tombe toutes les nuits.
        S4  M Dupont est parti au bloc avec son alliance
        S4  Mr Nguyen n'a pas uriné depuis hier.
        S4  monsieur roussel a arraché sa sonde
        S4  madame martin demande sa fille
        S4  MADAME MARTIN N'A PAS EU SON INSULINE
        S4  Mme MARTIN-DUVAL, escarre stade 2
        S4  Mme de La Tour veut voir le psychologue.
        S4  M. d’Aubigny ne dort plus
        S4  Mme Le Bihan a encore fugué hier soir.
        S4  Mme O'Connor porte une prothèse auditive.
        S4  Mlle Sarah Cohen, plaie au genou
        S4  Madame Yvette DELMAS doit rentrer chez elle.
        S4  La famille de M. Ait Ahmed conteste la contention.
        S4  La fille de Mme Perrin s'est plainte du repas.
        S4  Le fils de M. Gautier est passé.
        S4  Son mari, M. Leroy, a signé la décharge.
        S4  Bonjour, pour Mme Perrin, que faites-vous de l'Eliquis ?
        S4  Que proposer à Mme Perrin ?
        S4  J'ai vu M. Petit ce matin : douleur à 6/10.
        S4  Mme Petit s'est étouffée au petit déjeuner.
        S4  M. Blanc ne veut plus manger.
        S4  Mme Noël a perdu 6 kg.
        S4  Mme Rose se plaint de ses bas.
        S4  Monsieur et Madame Ferrand partagent la chambre.
        S4  M. et Mme Ferrand partagent la chambre.
        S4  Mme Anne-Lise V. Delcourt est rentrée
        S4  Mme J. Roche a désaturé dans l'ascenseur.
        S4  Patient : DELMAS Yvette
        S4  Nom : DELMAS Prénom : Yvette
        S4  Nom de naissance : PERRIN
        S4  NOM D'USAGE : DELMAS
        S4  la patiente Delmas est sortie sans ordonnance
        S4  Résident Roussel, régime sans sel
        S4  Le petit Lucas a été réhydraté.
        S4  La petite Inès convulse depuis deux heures.
        S4  Sa fille Sandrine demande une réunion.
        S4  Son mari Bernard dort au fauteuil.
        S4  sa sœur Monique Delmas est la personne de confiance
        S4  Personne de confiance : Monique Delmas
        S4  Personne à prévenir : M. Serge Delmas
        S4  Yvette Delmas, née en 1940, porteuse de BMR
        S4  DELMAS Yvette, 84 ans
        S4  Transmission ciblée Mme Besson : douleur
        S4  Mme.Besson a mal
        S4  Mme Besson : ok
        S4  Mme Da Silva a mal
        S4  M. Van Der Meersch a un catéter bouché
        S4  l'épouse de M. Ferrand nous reproche l'attente
        S4  Patiente DELMAS en isolement contact
        S4  Sœur de Mme Aubert, elle appelle tous les jours.
        S4  Mme Vasseur a jeté son plateau.
        S4  Comment convaincre mme vasseur de boire ?
        S4  Le pansement de Monsieur Zidane coule.
        S4  m. carpentier veut rentrer
        S4  Madame Lopez-Garcia ne voit plus.
        S4  Mr. LEMOINE hurle dès qu'on l'approche
        S4  La belle-fille de Mme Picard pose beaucoup de questions.
        S4  Son fils Didier veut la ramener à la maison.
        S4  sa nièce Carole Vasseur a téléphoné
        S4  Mme Sanchez y Gomez a mangé
        S4  Mme Du Bois ne supporte pas la sonde.
        S4  M. L'Hostis attend son scanner
        S4  Mme Germaine Vasseur : reprise des AVK
        S4  Prénom : Germaine
        S4  Patiente : Vasseur Germaine
        S4  VASSEUR Germaine née en 1937
        S4  résidente Germaine Vasseur, troubles de la déglutition
        S4  la petite Chloé a de la fièvre
        S4  Mesdames Picard et Vasseur se disputent le fauteuil.
        S4  Je m'occupe de Mme Vasseur.
        S4  mme Françoise B a des hallucinations
        S4  Vu Mme Olivier : constipée depuis six jours
        S4  Le conjoint de madame picard est sourd.
        S4  Déclaration n° 12 : Mme Fournier a reçu le traitement de sa voisine.
        S4  le dossier de m. fournier est introuvable
        S4  Le traitement de madame Morel-Joubert a été donné à madame Morel.
        S4  Rappeler Monsieur Haddad avant jeudi
        S4  MR FOURNIER EST PASSE PAR LES URGENCES
        S4  J'ai au téléphone la fille de Madame Lacombe qui s'inquiète.
        S4  sa femme, Nadine Lacombe, vient tous les jours
        S4  son petit-fils Kévin veut le sortir
        S4  Courrier pour M. Étienne LACOMBE
        S4  Concerne : Mme Lacombe Odette
        S4  odette lacombe, 88 ans
        S4  Le bébé Timéo a reçu dix fois la dose.
        S4  Mme Lacombe, infirmière à la retraite, nous corrige.
        S4  La patiente Odette Lacombe a été transfusée.
        S4  M. de Saint-Aubin exige un lit près de la fenêtre.
        S4  Mme Nguyen-Le a perdu son dossier.
        S4  monsieur n'goran refuse la prise de sang
        Q7  Mme D refuse son traitement depuis lundi.
        Q7  Mme D. crie la nuit, que faire ?
        Q7  M. B. est porteur de BLSE.
        Q7  Mr B s'est levé seul
        Q7  Pt B. agité, contention discutée
        Q7  La résidente S. déambule.
        Q7  Monsieur T déambule sans déambulateur.
        Q7  Mme de L. a perdu son dentier.
        Q7  Mme D-R pleure beaucoup.
        Q7  la patiente A.B. a fait un malaise vagal
        Q7  Mme Y.D. a refusé la pesée
        Q7  Mme V ne veut plus des bas de contention
        Q7  M. F.-X. D. a convulsé
        Q7  le patient M. est tombé du brancard
        Q7  Mme T.M. a perdu ses lunettes
        Q7  Pte G. en larmes après la visite
        Q7  Erreur d'identité entre Mme L. et Mme C.
        Q7  M. J-P. R. a reçu la dose du voisin
        Q7  l'enfant N. a été perfusé deux fois
        Q7  Madame F a fugué
        Q3  Chute chambre 118, sans gravité.
        Q3  ch 12 : douche à prévoir
        Q3  Ch. 12, pansement à refaire
        Q3  ch.214 a sonné dix fois
        Q3  CH 214 : glycémie à refaire
        Q3  ch n°8 isolement
        Q3  Le résident de la 214 cherche sa femme.
        Q3  la dame de la 12 a encore vomi
        Q3  Le monsieur du 107 crie.
        Q3  la 214 a fugué deux fois
        Q3  lit 4 : scope qui alarme
        Q3  Box n° 2, attente de neuf heures
        Q3  chambre n°102 porte
        Q3  chambres 12 et 13, même tableau digestif
        Q3  chb 12, lit porte
        Q3  Lit 12P
        Q3  Chambre 7 : sonnette en panne et monsieur angoissé
        Q3  on retrouve la résidente de la chambre 231 dehors
        Q3  Ch 45 à isoler
        Q3  la résidente du 18 n'a pas dormi
        Q3  Lit n°22 : VVP à changer
        Q3  le 116 et la chambre 117 ont la gale
        Q3  Erreur de poche au lit 14
        Q3  l'occupant de la chambre 312 fume
        Q3  chambre 8A
        Q3  le patient de la chambre n° 27
        Q3  box n°4 des urgences, attente 11 h
        Q1  Femme de 84 ans sous AVK
        Q1  pte 84 ans, IC, dyspnée
        Q1  Homme 62 ans, post AVC
        Q1  H 62 ans, BPCO stade 3
        Q1  âge : 78 ans
        Q1  Résidente âgée de soixante-dix-huit ans
        Q1  Elle vient de fêter ses 84 ans.
        Q1  une jeune fille de 16 ans en crise
        Q1  Nourrisson de 5 mois, bronchiolite
        Q1  Bébé de 12 jours allaité
        Q1  née en 38, elle vit seule
        Q1  patient né en 1944
        Q1  84ans, démence
        Q1  Monsieur de 79 ans, démence à corps de Lewy
        Q1  Mme X, 79 ans, reste au lit
        Q1  Garçon de 4 ans, brûlure de la main
        Q1  patiente 68 ans, obésité
        Q1  Il a 71 ans et fume encore.
        Q1  prématuré de 9 jours de vie
        Q1  dénutrition sévère, 81 ans, MNA 14
        Q1  Femme enceinte, 29 ans, menace d'AP
        Q1  il s'agit d'une dame de 76 ans
        Q1  garçonnet de trois ans
        Q2  Elle a chuté le 3 mars vers midi.
        Q2  Chute du 03/03/2026 au fauteuil
        Q2  Décédé le 12 avril à 5h40
        Q2  Opéré le 14/02, il s'infecte.
        Q2  Dans la nuit du 3 au 4 mars, le résident a disparu.
        Q2  samedi 21 à 3 h 10, la patiente a été retrouvée au sol
        Q2  Hospitalisée le 3.03.26
        Q2  Entrée le 2 janv 2026
        Q2  chute le 11 novembre à 2 h
        Q2  Vu le 11/11/2026 par l'équipe mobile
        Q2  décédée vendredi 13 au matin
        Q2  Il est entré le 1er août, il est ressorti le 5 août.
        Q2  L'erreur a eu lieu le 17 septembre, à la relève.
        Q2  administration du 17/09/2026 à 20h
        Q2  le patient est sorti le 2 octobre contre avis médical
        Q4  Transférée du CH de Montluçon
        Q4  Résidente de l'EHPAD Les Tilleuls
        Q4  EHPAD « La Roseraie » : qui l'a reçue ?
        Q4  Il vient de la clinique du Parc.
        Q4  opérée à la polyclinique Saint-Roch
        Q4  Elle habite à Nérac, seule.
        Q4  Il est domicilié à Saint-Junien.
        Q4  originaire du village de Mareuil
        Q4  Prise en charge à l'hôpital Jean-Minjoz
        Q4  sortie vers la résidence Les Capucines
        Q4  Résident au foyer Les Hirondelles
        Q4  adressée par le CHU d'Angers
        Q4  mutée de la clinique Pasteur hier
        Q4  Elle vit à Figeac avec son chat.
        Q4  MARPA Les Lavandes, troisième chute
        Q4  Elle sort de la clinique Saint-Augustin
        Q4  il vit à Bergerac chez sa sœur
        Q4  résident du foyer Jean-Moulin
        Q5  C'est la femme du maire.
        Q5  Ancien notaire, il exige une chambre seule.
        Q5  la mère du boulanger est chez nous
        Q5  Le frère du pharmacien du bourg
        Q5  ancienne institutrice du village
        Q5  ex-champion de rugby, épaule douloureuse
        Q5  le mari de la mairesse
        Q5  Fils du garagiste du village, tout le monde le connaît.
        Q5  un ancien joueur de l'équipe de France
        Q5  la veuve du docteur
        Q5  l'ancien directeur de l'école
        Q6  C'est le seul cas de la région.
        Q6  L'affaire a fait les gros titres du journal local.
        Q6  Passé à la télévision la semaine dernière, il est connu.
        Q6  une grossesse de quadruplés
        Q6  victime de l'attentat
        Q6  On en a parlé dans la presse.
        Q6  premier cas en France
        Q9  Sa fille au 06 12 34 56 78
        Q9  tel fils 0612345678
        Q9  Tél. : 06.12.34.56.78
        Q9  appeler le +33 6 12 34 56 78
        Q9  joindre au +33(0)6 12 34 56 78
        Q9  au 0033612345678
        Q9  06-12-34-56-78 pour le mari
        Q9  06 12 345 678
        Q9  adresse mél : yvette.delmas40@orange.fr
        Q9  y_delmas@wanadoo.fr pour la fille
        Q9  Elle habite 14 rue des Acacias.
        Q9  14, rue Victor-Hugo, 19000 Tulle
        Q9  3 bis, impasse du Moulin
        Q9  Domicile : 27 av. Jean Jaurès 24000 Périgueux
        Q9  habite 5 lotissement des Chênes
        Q9  au 2 passage des Écoles
        Q9  12 allée des Mimosas, bât. C
        Q9  sa mère : 07 81 45 12 36
        Q9  mail du fils : d.vasseur@laposte.net
        Q9  demeurant 8 chemin des Vignes
        Q9  06.81.45.12.36 (fille)
        Q9  45 bd Gambetta, 46000 Cahors
        Q9  il faut prévenir la sœur, 06 45 78 12 36
        Q9  n° de portable : 07.45.78.12.36
        Q9  3 place de la Liberté, 24100 Bergerac
        Q9  odette.l@free.fr
        S1  Je colle ici ce que dit le lecteur : 2 69 05 49 588 043 97
        Q8  sécu 1 80 12 75 123 456 41 rejetée
        S2  ipp du patient : 700214563
        S2  N° dossier 5587412
        S2  NDA : 2600.1147.85
        S3  DDN 17.01.1929
        S3  née le 17 janv. 29
        S3  Patient né le 1/1/1950 selon son passeport
        S3  date de naissance: 17 janvier 1929
        S4  Mme Chevalier est en fin de vie.
        S4  mme chevalier est en fin de vie
        S4  Les neveux de M. Kowalski arrivent demain.
        S4  M. KOWALSKI JANUSZ
        S4  Madame le Guen a renversé son verre
        S4  Quelqu'un a-t-il revu Mme Chevalier ?
        S4  J'ai posé la sonde de monsieur Kowalski
        S4  Patient Kowalski, glycémie capillaire à 4 g
        S4  La petite Manon a avalé une pile.
        S4  sa belle-fille, Mme Da Costa, est avocate
        S4  Mlle Besse-Roux pèse 31 kg
        S4  Feu M. Tessier nous avait prévenus.
        S4  NOM : TESSIER
        Q7  Mme C. ne supporte plus la VNI
        Q7  M. G. tient des propos suicidaires
        Q7  La patiente L. a été extubée
        Q7  Mme B-L a mal
        Q3  Perfusion arrachée chambre 305
        Q3  lit 11 côté fenêtre
        Q3  la patiente du 41 vomit
        Q3  ch. 9 : change toutes les 3 h
        Q1  homme de 33 ans, toxicomane
        Q1  une octogénaire de 88 ans
        Q1  73 ans, cirrhose Child C
        Q1  petite fille de 4 ans
        Q2  intubé le 25 décembre à 22 h
        Q2  ré-hospitalisé le 08/11/2026
        Q2  on l'a trouvée par terre le 1er novembre
        Q4  vient de l'hôpital Saint-Jacques
        Q4  elle réside à Vierzon
        Q4  admise depuis l'EHPAD du Lac
        Q5  épouse du sénateur
        Q6  c'est le premier cas décrit chez nous
        Q9  le neveu : 06/22/33/44/55
        Q9  écrire à la nièce : carole-b@hotmail.fr
        Q9  au 17 rue Émile Zola
        """
    ).map { (kind: String($0.prefix(2)), text: String($0.dropFirst(4))) }
}
