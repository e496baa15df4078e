extension Corpus {
    /// A last mixture, of short lines and of lists of colleagues. Invented.
    static let shifts = Sample(
        singles: """
            S1  voici son n° de sécu 2 57 04 31 555 078 73 merci
            S1  NUM SS 176118314204 244
            S1  Nir: 1.45.09.99.127.033.06
            S1  (292076444501703)
            S1  immatriculation 2 64 03 971 22 051 85 à la CGSS
            S1  secu152054732300402
            S2  IPP 0 800 451 22
            S2  Retrouvez le dossier n°774511 svp
            S2  IPP-70045112
            S2  NDA 7700.4512
            S2  erreur sur IPP (8004517 au lieu de 8004571)
            S2  n° iep:25/044781
            S2  venue 250447811 clôturée
            S2  patient:70045119
            S2  No dossier=A0045127
            S2  num. patient 4455 1277
            S3  Né(e): 4/4/44
            S3  née le 31 - 12 - 1938
            S3  ddn : 5 mai 49
            S3  DDN 01 01 1930
            S3  naiss. 17.8.56
            S3  né le vendredi 13 mai 1938
            S3  née le 7 septembre dix-neuf cent quarante
            S3  née à Gaillac le 4 mai 1942
            S3  elle est du 12/03/1935
            S3  sa DDN, le 2 mai 1950, ne colle pas
            S3  Mme, 11/11/1936, isolée
            Q1  né début 1947
            S4  M. Puech a mal
            S4  Mme. Vialle, 2e jour
            S4  mme. delbos : selles ++
            S4  Mlle Inchauspé en crise
            S4  messieurs Roques et Tardieu partagent la 12
            S4  MR ABDELKADER ZIANE
            S4  Famille de Mme Gouzy
            S4  mdme bosc, toujours pas de selles
            S4  Mme LABAT(née PONS)
            S4  M. et Mme Dulac, 4e étage
            S4  aide au repas : Mme Cros, M. Puel
            S4  hier j'ai trouvé mr salles par terre
            S4  Mme veuve Andrieu
            S4  patiente DELRIEU en fin de vie
            S4  Un dénommé Bastien Leroux
            S4  Dossier Delprat à compléter
            S4  cas de mme marty
            S4  son frère Antoine Calvet dort au salon
            S4  ma patiente Mme Rey
            S4  mon patient Fargues saigne
            S4  l'aidante de Mr Bories
            S4  le compagnon de Mme Alary
            S4  Mme Sol. ne dort plus, Mme Sol appelle
            S4  Prescription au nom de Cathala Henri
            Q7  Germaine a mangé seule ce matin
            S4  papi Roger a disparu 1 h
            S4  mémé Lucette a chuté
            S4  Mme X (Vaissière)
            S4  ROUQUETTE : chute
            S4  Les enfants de Mme Soulié
            Q7  Lucas, 8 ans, brûlure
            S4  mme gil ch3
            S4  Madame Van Der Linden
            S4  Mme Ségala-Roux est agressive
            Q1  Femme 88 ans
            Q1  73 ans, tabac, BPCO stade 4
            Q1  h 67 ans
            Q1  90 ans passés, autonome
            Q1  dame d'environ 84 ans
            Q1  âge = 77
            Q1  1 mois et 5 jours, ictère, bébé allaité
            Q1  patiente de 102 ans
            Q1  pte de 56a
            Q1  agée 69 ans
            Q1  ils ont 84 et 86 ans
            Q1  soixante-quinze ans, veuf
            Q2  RDV raté : hospitalisé le 4 avril
            Q2  DC le 3/03/25
            Q2  chute du 12-04-2025
            Q2  hospitalisé depuis lundi 3
            Q2  elle a accouché le 31 décembre
            Q3  ch. n°14, douleur
            Q3  ch 12A
            Q3  lit 2 ou lit 3 ? c'est le 3 qui saigne
            Q3  la patiente du 108
            Q3  Chambre 3 : gale
            Q3  chambre 14 bis
            Q3  ds la 7, elle crie
            Q4  sortie vers le SSR de Lamalou
            Q4  au CH d'Albi depuis mardi, elle décline
            Q4  habite près de Cordes-sur-Ciel
            Q4  résidente de l'EHPAD St Jacques
            Q4  patient adressé par la clinique du Sidobre
            Q5  fille du médecin du village
            Q5  un ancien joueur du Stade toulousain
            Q5  c'est la femme du gendarme
            Q6  seul cas connu en Occitanie
            Q6  otage libéré
            Q7  M. D : apyrétique
            Q7  Mme R.-B., confuse
            Q7  le petit M., 4 ans
            Q7  Pt B, OMI
            Q8  ss 2 57 04 31 555 078 00
            Q9  06.78.90.12.34 (nièce)
            Q9  Fille : Sophie, 07 11 22 33 44
            Q9  tph 05 63 11 22 33 (domicile)
            Q9  mail : g.puech81@orange.fr
            Q9  son adresse : 4 place de l'Église, Lautrec
            Q9  rue du Barry, n° 12, chez sa mère
            Q9  06/12/34/56/78
            """,
        combinations: """
            patient 79a, ch 4, chute 12/4
            M. B., 81 ans, ch 3
            87 ans, EHPAD St Jacques, hospitalisée le 3 mars
            Mme G., 3/04, chute
            Le patient du lit 3 est mort le 4 mai
            Chute de M. F. le 12
            H72a, notaire à Castres, AVC le 4 mars
            90 ans, mère du maire
            seul hémophile du canton, 44 ans, CH d'Albi
            lit 4 (Mme P.) : escarre
            F 31a, quadruplés, CHU Purpan
            Mr A, 77a, tel fille 0611121314
            99 ans lundi, ch 6
            E. M., 45 ans, prison de Seysses
            Mme S. 70 ans, rue du Barry à Lautrec
            agricultrice de 61 ans, Lautrec, happée par une ensileuse le 3 août
            Mineur de 14 ans, collège Jaurès, TS le 12 janvier
            Mme W. chambre 9 refuse
            patient C., chambre 11, fugue
            curé de Burlats, 83 ans, ch 2
            entrée le 2/5, ch 14, 86 ans
            Ch 12 décédée le 12/03
            bb de 3 sem, box 2, 12 mars
            101 ans, doyenne du canton
            victime du crash, 52 ans, lit 6
            Homme 46 ans, chef d'orchestre, CHU de Toulouse, opéré le 4 juin
            résidente 88 ans chambre 14 chute 3h du matin le 5 mai
            Mr L. né en 39, lit 1
            Mme D (ch5) et M. F (ch6) : gale
            84a F ch 7 entrée 12/5
            Le résident M. est sorti le 3 avril
            Patient JP.M., 55 ans, ch 8
            65 ans, ancien champion de rugby, Clinique Claude-Bernard
            Mme K. vit à Dourgne. 91 ans.
            pt 66a lit 7 joindre épouse 06 66 77 88 99
            jeune homme de 18 ans, seul rescapé de l'accident de car du 4 mars
            M. T. 93 ans
            Patiente opérée le 12 mars par erreur du côté droit, ch 9
            sa fille, mairesse de Puylaurens, 62 ans
            ch 4, Mme E
            """,
        harmless: """
            Qui a une trame de projet de soins ?
            Le bain de bouche se fait à 8 h et 18 h.
            Aide au repas : qui fait quoi ?
            Aide au lever : rail ou verticalisateur ?
            Relève : écrite ou orale ?
            Relève courte, 10 minutes, à 6 h 30.
            Chute : déclaration sous 24 h.
            Chutes de janvier : 12, de février : 9.
            Fugue : protocole en 5 étapes.
            Isolement contact, 3 jours.
            Isolement : seul le médecin décide.
            Dossier résident unique, version 2.
            Dossier Netsoins lent ce matin.
            Cas complexe : staff pluridisciplinaire.
            Cas contact Covid : masque 7 jours.
            Situation de crise : qui appeler ?
            Sortie sans ordonnance, encore !
            Toilette au lit, quel savon ?
            Toilette de bien-être avec Snoezelen.
            Pilulier électronique Medipac, des retours ?
            Ordonnance numérique obligatoire en 2025.
            Glycémie capillaire à 2 g : bolus ?
            Contention physique : évaluation toutes les 24 h.
            Décès en EHPAD : qui constate la nuit ?
            Chambre 0 bruit : projet sommeil.
            Tour de lit, tour de table.
            Patiente debout, movement Paul Bocuse, menu mixé.
            Nutritionniste : Anne Lacaze, 2 jours par semaine.
            Notre gériatre, Luc Besson, rien à voir avec le film.
            Hélène et Marc quittent l'équipe.
            Anne ne sera pas là jeudi.
            Julie ne dort plus avec ces nuits, on recrute ?
            Paul a mal au dos, il demande un lève-malade.
            Merci Dr Puech !
            Avis du Dr Cros sur la clozapine ?
            Mme Bonnet, hygiéniste, a validé.
            Le groupe de Mme Vidal se réunit le 4.
            Contactez M. Rey au biomédical.
            Appeler Mme Salles, secrétariat de l'ARS.
            Chers amis, chère Monique,
            Au nom de l'équipe, bonne année.
            Bien cordialement, Élodie R.
            P.-S. : M. Lopez de la sécurité passe demain.
            Intervenants : Dr A. Roux, Mme C. Blanc, M. P. Noir.
            Auteurs : Girard L, Petit M, Faure S.
            Blanc et al., JAMDA 2021.
            D'après Cros (2022) et Alary (2019).
            Livre : « Soigner, aimer », de O. Trinh-Duc.
            Norton, Waterlow, Braden : lequel ?
            Lunettes de Frenzel, manœuvre de Dix-Hallpike.
            Maladie de Biermer, de Basedow, de Cushing.
            Syndrome de Cotard, de Capgras.
            Réflexe de Moro, signe de Lasègue.
            Le Karnofsky et l'OMS.
            Barthel 40/100.
            Cotation ALARM, méthode ORION.
            FIM 78/126.
            NIHSS 4, mRS 2.
            SOFA 8, IGS II 42.
            Bristol 6, trois selles.
            Mallampati 3.
            ECOG 2, G8 à 12/17.
            Score CAM positif.
            pH 7,32, lactates 3,4.
            LDL 1,2 g/L chez le coronarien.
            PAM 65, Noradrénaline 0,2.
            VNI : AI 12, PEP 6.
            FiO2 40 %, PEEP 8.
            Sonde naso-gastrique CH 12.
            Trachéo n° 8.
            Crayon d'insuline 300 U/mL.
            Humalog Mix 25.
            Ventoline 5 mg en aérosol.
            Clexane 6000 x 2.
            Xarelto 15 ou 20 ?
            Pradaxa 110 x 2 chez le plus de 80 ans.
            Imovane 3,75.
            Temesta 1 mg au coucher.
            Acupan 20 mg IVL.
            Oxycodone LP 10 mg matin et soir.
            Naloxone 0,4 mg.
            Vancomycine 1 g en 2 h, résiduelle à H24.
            Gentamicine 5 mg/kg.
            Céfazoline 2 g à l'induction.
            B12 1 mg/j IM 8 jours.
            Fer 200 mg IV, 1 fois/semaine.
            Les plus de 90 ans vont bien.
            De 60 à 69 ans, 1 sur 3 chute.
            Moins de 2 ans : pas de sirop.
            50 ans de la loi Veil.
            Il faut avoir 18 ans pour signer.
            Un bail de 9 ans.
            Le bâtiment a 40 ans.
            25 ans déjà que l'unité existe.
            Le 3e jour, on arrête.
            Le 5 du mois, commande de changes.
            Du lundi 3 au vendredi 7.
            Mardi 14, 13 h, salle B.
            Bilan au 30 juin.
            Congé du 14 juillet.
            Réponse attendue le 12.
            Conférence du 18 novembre, replay en ligne.
            Enquête du 3 février : 45 réponses.
            Le 1er mai est chômé.
            Fiche mise à jour le 12/09.
            Travaux à partir du 6.
            Maj 12/24.
            Garde du 24 au 25 décembre : qui ?
            Rdv kiné du 12 annulé pour tous.
            Relevé du 12 au 19 : frigo à 9 °C.
            Vitrine 12, rayon 4.
            Lit 1 place, lit 2 places.
            Literie 90 kg max.
            Lit cage interdit.
            Un lit pour deux services.
            Ouverture de 10 lits.
            Chambres seules : 60 %.
            Chambre individuelle à 45 € par jour.
            Chambre régionale des comptes.
            La 12 et la 14 sont en travaux.
            Bâtiment 7, entrée C.
            Ma ligne : 4512.
            Le 15, le 17 ou le 18 ?
            Ligne directe du labo : 05 63 47 47 47.
            Numéro unique cancer : 0 805 123 124.
            Fax : 05 63 47 44 00.
            GHT : 05 63 47 47 00, demander la qualité.
            Commande au 05 63 11 11 11 chez le fournisseur.
            www.omedit.fr et le site de l'ANSM.
            secretariat.geriatrie@ch.example
            Répondre à : votre.ide@asso.example
            CH d'Albi : journée portes ouvertes.
            Le CHU Purpan a publié sa procédure.
            EHPAD en grève à Castres.
            Clinique Claude-Bernard, Albi : stage possible.
            Place Jean-Jaurès, 12 h, manifestation.
            6 rue de la Paix, c'est une case du Monopoly.
            Avenue de Genève bloquée.
            Le maire a signé la convention.
            Fils conducteur de la journée.
            Fille ou garçon, même protocole.
            Femmes enceintes : pas de port de charge.
            Curé, rabbin, imam : liste des cultes.
            Ancien protocole périmé.
            Notre championne de la saisie, bravo.
            Seul cas particulier : la dialyse.
            Cas unique dans la formation : tout le monde était là.
            Rare et grave : syndrome de Stevens-Johnson.
            Prise d'otage fictive, exercice SSE.
            Triplés de la PDA : chariot à trois bacs.
            Presse locale : article sur notre jardin.
            """
    )
}
