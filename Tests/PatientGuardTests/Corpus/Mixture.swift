extension Corpus {
    /// Another mixture of the same registers, written apart. Invented.
    static let mixture = Sample(
        singles: """
            S1  La CPAM demande le 2 69 05 49 588 043 97, rien d'autre.
            S1  INS 1 80 12 75 123 456 42 récupérée par le téléservice
            S1  nss=255081416802538
            S1  Assuré social n° 1.86.02.2A.215.325-23
            Q8  carte vitale illisible, j'ai noté 2 55 08 14 168 025
            Q8  matricule 2951099126111 98 refusé
            S2  ipp 20451278 anapath perdue
            S2  IPP : 451 278 - INR à 7
            S2  N.D.A. 26004512
            S2  Dossier N° 2026/004512
            S2  no de séjour : 4512789
            S2  Pouvez-vous ouvrir le dossier 1204556 ? La photo y est.
            S2  IEP 26 0045 127
            S2  réf. patient : IPP-00991245
            S2  numéro d'identification du patient 7788991
            S2  Étiquettes inversées : IPP 1124578 / IPP 1124587
            S2  hospitalisation n°885412, CRO manquant
            S2  venue n° 26-114578
            S3  pt né le 14/2/57, éthylisme
            S3  Née le premier avril 1942.
            S3  DDN : 14-02-57
            S3  date de naissance = 03.09.1949
            S3  Femme née le 23 nov 1950, Horton
            S3  DATE DE NAISSANCE 12/05/1927
            S3  Il est né le 6 juin 1944, ça ne s'oublie pas.
            S3  Naissance : 17/10/2024, bronchiolite
            S3  ddn 070347
            S3  née le 8 du mois dernier, le 8/10/2026 donc
            S3  Née Dupouy le 12/03/1938 à Bayonne
            S3  né en 07/1951, dialysé
            S4  Mme Goyhenetche n'a plus de veines.
            S4  M. Roque a encore uriné dans le lavabo
            S4  Entrée de M. Abdallah pour bilan de chutes
            S4  MME DUTEY REFUSE SES BAS
            S4  madame ithurbide a mal au dos
            S4  mr lalanne est décédé cette nuit
            S4  Monsieur Pierre Dulong saigne du nez sous Eliquis
            S4  Pour Mme Valdès, on fait quoi du Kardégic ?
            S4  Mlle Ortiz pèse 31 kilos.
            S4  Dans le cas de M. Hernandez, l'IRM est contre-indiquée.
            S4  mme. Bernadette Roy est insomniaque
            S4  Transmissions : Mme Etcheto RAS, M. Sorhouet agité
            S4  M. N'Diaye ne mange pas de porc.
            S4  Le patient Cazenave réclame sa morphine
            S4  Patiente : Lydie Marsan, AVK
            S4  La résidente Andrée Pouyau ne sort plus de son lit.
            S4  Le petit Gabin pleure dès qu'on approche le masque.
            S4  La petite Manon Lesca a avalé du Destop.
            S4  Jeune Théo, TCA, refuse le plateau
            S4  Mémé Louise a encore giflé la stagiaire.
            S4  Papi Henri veut sortir fumer.
            S4  Sa compagne Sylvie dort dans le fauteuil.
            S4  Sa nièce, Carole Lartigue, a porté plainte.
            S4  Tutrice : Hélène Cassagne
            S4  personne à prevenir : son fils Denis
            S4  Yvonne Teulade, 91 ans, déshydratée
            S4  CAZAUX Bernard, lit 12
            S4  Denise Apat, née le 3/4/1936
            S4  Josiane F., BPCO, refuse la VNI
            S4  Gilbert Moustey est tombé de son fauteuil.
            S4  Odette ne reconnaît plus personne, née en 1932
            S4  La famille Urrutia filme les soins.
            S4  Feu M. Darrigrand avait laissé des directives.
            S4  Mme Lalanne-Berdouticq est allergique.
            S4  C'est chez les époux Campan, à domicile.
            S4  Mme d'Elissagaray a eu deux AVC.
            S4  Nom de jeune fille : Haramburu
            S4  Nom : da Costa
            S4  Mme SALLES (née ROUX) a un double dossier.
            S4  Madame, euh, Castaing a vomi.
            S4  Le dossier au nom de Mme Bidart a disparu
            S4  Mesdames Petit et Legrand ont été interverties.
            S4  Monsieur LE CORRE, sous curatelle, refuse tout
            S4  On a perdu le dentier de Mme Fourcade.
            S4  Voisine de chambre de Mme Haget, elle se plaint du bruit
            S4  merci de rappeler la fille de M. Cazalis
            Q1  Femme 74 ans, PTH.
            Q1  Un monsieur de 86 ans refuse le dentier.
            Q1  homme âgé de 69 ans, BPCO stade 4
            Q1  Bébé de 10 jours, fièvre
            Q1  Enfant de six ans, TDAH
            Q1  jeune fille de 14 ans, anorexie
            Q1  Elle vient d'avoir 100 ans.
            Q1  Patient, 55 ans, SLA.
            Q1  agée de quatre vingt dix ans, démence
            Q1  F 34a, G2P1
            Q1  nouveau-né de 36 heures de vie, ictère
            Q1  un toxicomane de 28 ans en manque
            Q1  Une nonagénaire en EHPAD, déshydratée
            Q1  H. 59 ans. Tabac.
            Q1  nourrisson 4 mois fièvre
            Q2  Chute le 17 novembre vers 5 h.
            Q2  ablation du drain le 2/11, fuite
            Q2  Erreur du 31.10.2026 (double dose)
            Q2  Il a été vu le lundi 9 novembre au SAU.
            Q2  Sa dernière injection : 14/10
            Q2  décès le 3 novembre 2026
            Q2  Le onze novembre, il a fugué.
            Q2  Entre le 3 et le 6 novembre elle n'a rien mangé.
            Q2  vue le 28 sept. en consultation
            Q3  Chambre 8, oxygène à 6 L au lieu de 2
            Q3  chambre 412 lit P : mauvais patient au bloc
            Q3  LIT 6 AGITATION
            Q3  ch11 chute, pas de TC
            Q3  Le box n° 2 n'a pas été réévalué.
            Q3  La 108 a sonné vingt fois.
            Q3  dame de la chambre 33, déperfusée
            Q3  Lits 3 et 4 : poches inversées
            Q3  chamb 19, alarme coupée
            Q3  chambre dix-sept : contention sans prescription
            Q4  Il arrive du CH de Saint-Gaudens sans imagerie.
            Q4  Résidente à l'EHPAD Larrazkena
            Q4  clinique Capio Belharra : pas de compte rendu
            Q4  Elle vit au village d'Ainhoa.
            Q4  hôpital Saint-André, sortie sans courrier
            Q4  Suivie au CHU Pellegrin pour sa greffe
            Q4  Foyer de vie Les Iris : patient fiévreux
            Q4  Elle habite Hendaye, sans famille.
            Q4  Institution : EHPAD Jeanne d'Arc, gale
            Q4  Transférée du Centre Hospitalier de la Côte Basque
            Q5  le mari de la mairesse est agressif
            Q5  Il s'agit du notaire, discrétion demandée.
            Q5  Épouse du vétérinaire, elle connaît les doses.
            Q5  Notre patient est l'ancien directeur de l'école.
            Q5  L'institutrice du village, burn-out
            Q5  Ex-champion d'aviron, lombalgie
            Q5  Le frère du député exige un scanner.
            Q5  un prêtre en fin de vie
            Q5  C'est la fille de l'ancien préfet.
            Q6  Seul cas connu en Aquitaine, maladie de Fabry
            Q6  le premier cas de choléra de l'année
            Q6  Rescapée de l'incendie de la discothèque
            Q6  triplés nés à 29 semaines
            Q6  L'affaire est passée dans le journal local.
            Q6  Victime d'une prise d'otage, elle sursaute.
            Q7  M. D est revenu trempé
            Q7  Mme F.-B. refuse la douche
            Q7  pt L. sous méthadone
            Q7  Mr A. R. a frappé
            Q7  La résidente M. crie la nuit.
            Q7  mme p. a mordu
            Q7  Un patient, M. Z., refuse.
            Q9  tél. du fils : 06 45 78 12 36
            Q9  0559 44 12 36 la fille
            Q9  habite au 4 rue Gambetta
            Q9  famille.lopez@wanadoo.fr
            Q9  il loge 2 ter chemin de Halage
            Q9  infirmière libérale du patient au 06.12.45.78.96
            """,
        combinations: """
            H 58 ans, box 4, douleur tho depuis le 6/11, tropo oubliée
            Mme V., 79 ans, chute chambre 16
            pte 92 ans CH de Lourdes fracture col
            M. O. (lit 8) a reçu deux fois l'énoxaparine
            Patiente de 63 ans suivie à la clinique Saint-Étienne, opérée le 4 septembre.
            retrouvée au sol lit 5 le 14/11 à 2 h
            Mr C. vu au SAU le 7 novembre pour sciatique
            Une dame de 98 ans habite seule au village de Sainte-Engrâce.
            Résident de 95 ans, EHPAD Le Bosquet, refuse de manger.
            Patiente W., tél 06 12 36 45 98
            45 ans, schizophrène, 07 81 22 33 44 (sa mère)
            Le curé de la paroisse, 77 ans, CH de Saint-Palais
            Homme, 71 ans, ancien gendarme, commune de Banca
            Fille de 16 ans, fille du notaire, overdose le 31/10
            Enfant de 7 ans, premier cas de diphtérie, CHU de Toulouse
            Mme K., chambre 4, escarre stade 3
            Le 2 novembre, le box 7 a été oublié.
            Patient Z.A., entré le 10/11, sans bracelet
            97 ans, ancienne championne de natation
            Nourrisson de 2 mois, seul cas de botulisme, maternité de Dax
            Madame T., 24 rue Victor-Hugo, pas de boîte aux lettres
            Le monsieur de la 17, 94 ans, a fugué
            chambre 9 : décès le 12/11 à 4 h
            Mme B. née le 3 mars, lit 6
            Homme de 52 ans, maire, tentative de suicide, CHU de Bordeaux
            Gendarme, 29 ans, balle dans la cuisse, fait divers
            Patiente de 38 ans, quadruplés, hospitalisée le 3 octobre au CH de Pau
            M. L., fils joignable au 06 77 88 99 00
            Résidente du 12, chute du 4/11
            Lit 14, patiente de 99 ans
            Hospitalisée du 3 au 12 novembre, box 2, 67 ans
            Femme de 41 ans, infirmière du village, dépression, clinique Château-Caradoc
            La veuve du médecin, 90 ans, vit seule
            L'ancien facteur du village, 83 ans, EHPAD Les Tilleuls
            Petit garçon de 3 ans, école maternelle Jules-Ferry, brûlé le 9/11
            Patient de 60 ans, seul greffé des deux mains de France, hôpital Édouard-Herriot
            Mme J. sortie le 4/11 sans son traitement
            Mr E, lit 22, contention ventrale
            101 ans, commune d'Urepel, chute
            Homme de 33 ans, attentat, hôpital Bégin
            Le patient du box 3 est arrivé le 5/11
            Une femme de 47 ans, 3 impasse des Lilas, violences conjugales
            Patiente de 55 ans joignable à anne.d@gmail.com
            Mme U., démente, 88 ans, fille de l'ancien maire
            Monsieur G. tombé le 11 novembre
            Fils du directeur de l'école, 12 ans, CH de Mont-de-Marsan
            Bébé de 8 jours, quadruplés, CHU de Poitiers
            la 204, 96 ans, ne boit plus
            homme 88 ans, ehpad Les Magnolias, chute le 3 nov
            Dame de 90 ans opérée le 30 octobre
            Patient D. lit 2 : KTC arraché
            ch 7 Mme M : glycémie à 0,35
            Le 14/11, Mme Q. a reçu l'insuline de sa voisine
            Une patiente centenaire de l'EHPAD Gure Etxea
            La patiente A., 31 ans, IVG, habite à Mauléon
            Homme de 74 ans, seul survivant de l'accident d'avion, clinique du Parc
            Jeune de 17 ans, fils du sénateur, cocaïne, box 1
            Retrouvé dans la Nive le 2 novembre, homme de 56 ans, ancien joueur de rugby
            Patiente de 26 ans, gendarme, commune de Saint-Jean-le-Vieux
            Mr B. appelle du 06 12 12 12 12 pour ses résultats
            """,
        harmless: """
            Fentanyl 12 µg/h puis 25 µg/h toutes les 72 h.
            Pipéracilline en continu, 12 g sur 24 h.
            Furosémide 40 mg IVD, deux fois si besoin.
            Bisoprolol 2,5 mg : on l'arrête sous 50 de pouls ?
            Prednisone 60 mg pendant 3 semaines puis dégression.
            Adrénaline 0,3 mg en IM, stylo dans le chariot.
            Ondansétron 4 mg, maximum 3 par jour.
            Buprénorphine 8 mg sublingual, relais à J2.
            Nutrison 1 000 mL à 80 mL/h.
            Lovenox ou Innohep chez l'insuffisant rénal ?
            Actrapid 6 UI si glycémie > 2,5 g/L.
            Valium, Rivotril, Urbanyl en pédiatrie
            Gentamicine 5 mg/kg, dosage à 24 h.
            Diprivan ou Etomidate pour l'intubation ?
            Sintrom et pamplemousse : mythe ?
            EVA moyenne de 6,2 avant, 2,8 après.
            Glasgow inférieur à 8 : intuber.
            Ramsay 3, BPS 4.
            Lawton 2/4, Katz 4/6.
            Norton à 9/20 dès l'entrée.
            SOFA 6, qSOFA 2.
            TNM T3N1M0 en RCP.
            Barthel 45/100 à l'entrée et 70/100 à la sortie.
            HAD 11/21 pour l'anxiété.
            PHQ-9 à 14.
            Natrémie 121, correction de 8 mmol/L par 24 h.
            Leucocytes 14 500, PCT 0,4.
            Créat 180 contre 95 il y a deux mois.
            Plaquettes à 90 G/L sous héparine.
            HbA1c entre 7 et 8 chez le sujet âgé.
            PA 85/40 après remplissage.
            Débit de VNI 18/6, FiO2 30 %.
            Poche de 300 mL, 3 tubes, un seul groupage.
            Prélever 2 flacons, 10 mL chacun.
            Le staff du 24/11 est annulé.
            Rencontre régionale mardi 1er décembre, 9 h 30.
            Envoyez vos cas anonymes avant le 5 janvier.
            La formation PSE a lieu les 14 et 15 décembre à Pau.
            Café des aidants jeudi 10 décembre.
            Le CLIN du 3 novembre a validé la fiche.
            Prochain point le 7/12 à 11 h.
            L'enquête court du 1er au 31 mars.
            Vidéo en ligne depuis le 2 novembre.
            CSE le 12, CME le 19.
            Visite de risque prévue vendredi.
            Le Pr Arcangeli et le Dr Sanz signent l'éditorial.
            Mme Bouscary, cadre supérieure, suit le projet.
            M. Latour, pharmacien, a relu la fiche.
            La psychologue, Mme Vidal, intervient à la demande.
            Notre ergothérapeute Julie a fabriqué une cale.
            Merci à Mme Roux de l'ARS pour sa venue.
            Nadia, IDE de nuit depuis 6 ans, cherche un binôme.
            Bonjour, Pierre Lagarde, kiné libéral à Anglet.
            Sandrine et Paul animeront la séance.
            Christophe B., pharmacien, prépare un comparatif.
            Dr A. Mercier, urgentiste.
            Demandez Valérie au secrétariat.
            Contact presse : 05 56 00 11 22.
            PUI : poste 3388, bip 45.
            Hotline logiciel 01 40 00 00 00.
            Urgences 4015, réa 4019, bloc 4022.
            Le 3237 donne la pharmacie de garde.
            contact@reseau-exemple.org pour adhérer
            Barrières baissées, lit bas, tapis au sol.
            La barrière de droite est cassée sur 3 lits.
            Lit 2 corps ou lit 3 plans ?
            Location du lit : 14 euros par semaine.
            Armoire de lit, table de nuit, sonnette : dans cet ordre.
            Chambre chaude ou froide, 21 °C ?
            Ventiler la chambre 15 minutes par jour.
            Chambre à deux lits, un seul paravent.
            Combien de chambres par aide-soignante ?
            Le box d'accueil n'a pas de porte.
            Six box, deux déchocages.
            Chaise pot, déambulateur, fauteuil 45 cm.
            Salle 2 du rez-de-chaussée, côté jardin.
            Bâtiment Pinel, salle Esquirol, 14 h.
            L'amphi Laënnec est au premier étage.
            Rue du Docteur-Calmette, entrée des fournisseurs.
            Le CHU d'Angers a une vidéo très claire.
            La clinique du sommeil recrute.
            Stage à l'hôpital Bretonneau, très formateur.
            Je suis IDE au CH de Périgueux, en chirurgie.
            Collègues de l'EHPAD Les Chênes, avez-vous un lève-malade ?
            Qui connaît le réseau ville-hôpital de Limoges ?
            Hôpital Robert-Debré : leur site détaille la dilution.
            Le village Alzheimer de Dax inspire beaucoup.
            La ville de Bordeaux finance l'atelier.
            La commune peut prêter la salle.
            Méthode Braden-Bergstrom, échelle de Waterlow
            Signe de Homans : encore utile ?
            Pansement de Mepilex, bande Velpeau, gel Urgo.
            Syndrome de Münchhausen : comment en parler ?
            Manœuvre de Leopold en maternité
            Le score de Bishop avant déclenchement
            Aiguille de Tuohy 18 G
            Canule de Guedel taille 3
            Sonde de Salem CH 14
            Sonde Ch18 à ballonnet pour l'hématurie.
            Loi Kouchner, loi Leonetti : les directives.
            Décret du 8 juin 2021, article 3.
            L'arrêté du 12 mars 1993 est abrogé.
            Code de déontologie, version du 25 novembre 2016.
            Recommandations de la SPILF mises à jour le 3 mai.
            Étude de 1998 sur 3 400 sujets.
            Les sujets avaient entre 70 et 79 ans.
            Au-delà de 85 ans, que vaut le DFG ?
            Le risque double tous les 5 ans après 65 ans.
            Nourrissons de moins de 6 mois exclus.
            Vaccination à 2, 4 et 11 mois.
            Bilan de santé à 3 ans et à 6 ans.
            Un enfant de moins de 15 kg : quelle dose ?
            Depuis 8 ans, pas une seule PAVM.
            J'ai 22 ans de métier et jamais vu ça.
            Trois mois de rupture, et vous ?
            Un essai de 6 semaines suffit.
            Le bail du matériel dure 5 ans.
            On archive 10 ans, puis on détruit.
            Une infirmière de 50 ans et plus peut refuser la nuit.
            Une patiente âgée, sourde, refuse l'appareil.
            Un homme d'âge mûr demande l'aide à mourir.
            Un résident insomniaque déambule toute la nuit.
            Enfant autiste : comment prélever ?
            Une jeune femme enceinte refuse la transfusion.
            Patient alité, escarre du talon, que mettre ?
            Patiente sous clozapine, constipation sévère.
            Patient MRSA : précautions contact.
            Patients porteurs de BHRe : trois secteurs.
            Le conjoint peut-il consentir à sa place ?
            La famille refuse la morphine.
            Les enfants ne sont pas d'accord entre eux.
            La maman veut rester en salle de réveil.
            Le frère, médecin, conteste la dose.
            Qui désigne le tuteur ?
            Le procureur doit être prévenu sous 24 h.
            Un policier demande l'heure de sortie.
            Les maires ferment les salles communales.
            Le directeur de l'école d'infirmiers nous soutient.
            Le seul cas où l'on restreint l'eau.
            Un premier cas, puis dix : l'épidémie de gale.
            Exercice attentat : douze brancards manquaient.
            Le journal du service sort en juin.
            Presse locale : la maternité ferme.
            Quintuple dose de potassium : barrière technique ?
            Lot 45Z781, boîtes de 30.
            DASRI : bac 50 L plein.
            Commande 20261104 en attente.
            Bon n° 118457, pompe à changer.
            Version 26.1.3 du DPI.
            PMID 30102345 et 30102346.
            ISBN 9782294765432.
            https://exemple.org/fiche/2026/11/escarre.pdf
            RPPS 10101234567, Dr Martin.
            Code UCD 9401234.
            FINESS juridique 640780417.
            Code postal 64000 pour la livraison
            Température du frigo 5,2 °C le matin et 7,8 °C le soir.
            Contrôle à 8 h, 14 h et 20 h.
            Deux contrôles par voie, un témoin.
            La nuit du samedi est la plus chargée.
            Les week-ends de novembre, un seul interne.
            Mars et avril : campagne d'hydratation.
            Noël au service : repas mixé ?
            Le 14 juillet, la moitié de l'équipe est absente.
            Toussaint : qui assure la garde ?
            Roulement 2 jours, 2 nuits, 4 repos.
            Équipe de 12 heures ou de 7 h 30 ?
            10 % de glycérine, 5 % de talc.
            1 boîte sur 3 périme.
            5 erreurs sur 1 200 administrations
            Nous sommes 3 pour 45.
            Un tiers-temps de psychologue.
            Réunion avec les familles tous les 2 mois.
            URGENT QUI A UN MODELE DE PLAN DE SOINS
            BONJOUR JE CHERCHE UNE FICHE SUR LE MIDAZOLAM
            bjr qqn a un proto pour la PCA en had
            dsl pour le retard, g oublié la grille
            slt c koi votre seuil pr l'INR
            Mr et Mme, formule à bannir des courriers ?
            Faut-il écrire Madame ou Mme sur le pilulier ?
            Nom illisible, prénom absent, dose floue.
            Patient X et patient Y : exercice de calcul.
            M. Tout-le-monde confond gouttes et mL.
            Mme la cadre, merci pour le planning.
            Monsieur le Maire a inauguré la maison de santé.
            Les dames de la lingerie ont une astuce.
            L'homme est un loup pour l'homme, disait Hobbes.
            Rose Bertin, nouvelle cadre, arrive lundi.
            Notre mascotte s'appelle Gaston.
            Unité Marie-Curie, pavillon Pasteur.
            Le logiciel Orphée rame.
            Service Dupuytren, secteur B.
            Opération Marie-Rose contre les poux
            Un patient sur deux dort mal.
            La moitié des plus de 90 ans.
            Chez l'adolescent, l'alliance d'abord.
            Le nouveau-né a besoin de chaleur.
            La prématurité expose à l'entérocolite.
            Violences : le certificat, qui le rédige ?
            Fugue : prévenir dans les 30 minutes.
            Le programme de soins dure 6 mois.
            Ma patiente refuse la ceinture, et je la comprends.
            Madame refuse, son mari insiste.
            Elle dort assise depuis trois nuits.
            Il veut mourir chez lui.
            """)
}
