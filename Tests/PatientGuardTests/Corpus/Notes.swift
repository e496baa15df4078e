extension Corpus {
    /// Notes as they are jotted down: short forms, typing slips, figures in odd groups, some English. Invented.
    static let notes = Sample(
        singles: """
            S1  Numéro de sécu : 2 68 07 13 055 201 07
            S1  secu 168071305520157
            S1  NIR 1.79.11.29.019.345.86 à saisir
            S1  n°SS:257028619402332
            S1  assuré 1-91-12-59-350-087-90, mutuelle MGEN
            S1  2 41 03 2A 004 118 01 noté sur l'étiquette
            S1  j'ai son numero de carte vitale 1 55 09 99 351 022 82
            S1  N° INS-NIR | 284059741103388 | F
            S1  sécu:1 88 06 / 76 540 / 211 / 66
            S2  IPP 8003412267
            S2  ipp:00912847
            S2  son dossier c'est le 2024-118763
            S2  N° IPP = 31 45 872
            S2  NDA 240983311 sortie hier
            S2  IEP n° 25.0087.441
            S2  étiquette 700 112 983 collée sur la feuille de surv
            S2  voir dossier patient 4410982 dans DxCare
            S2  n° de séjour 112009873, merci de regarder
            S2  pt ID 0098123 on the chart
            S2  n° dossier: A-2291837
            S2  identifiant patient : 55 10 223
            S2  numero admission 24/119872
            S2  doss. 871203 à revoir en staff
            S3  née le premier mars mille neuf cent quarante-deux
            S3  né le 7 / 4 / 39
            S3  DDN : 03-11-1951
            S3  ddn 14.02.36 pt connu du service
            S3  né en avril 42 à Béziers
            S3  date naiss. 21/09/1944
            S3  Nee le 12 aout 1947
            S3  Naissance : 1938-05-19
            S3  née un 14 juillet 1940
            S3  DN 05/05/48
            S3  dob 12/07/1953, admitted yesterday
            S3  il est né le deux février cinquante et un
            S3  DATE DE NAISSANCE : 08 JUIN 1933
            S3  Né(e) le : 17/01/1929
            S3  né vers le 15 mai 1931 d'après sa nièce
            S4  Le dossier Morel est encore incomplet
            S4  cas Lefèvre : on fait quoi pour l'insuline ?
            S4  le patient Garnier refuse la toilette
            S4  Mr dupont a encore arraché sa perf
            S4  MME VASSEUR AGITÉE CETTE NUIT
            S4  mme bertrand ne mange plus depuis dimanche
            S4  M Chevallier est sous Xarelto et saigne du nez
            S4  la fille de Jeanne Marchal s'oppose à la GPE
            S4  melle Pons est revenue des urg
            S4  Mme. Gauthier-Roy : escarre stade 3
            S4  madame le goff a chuté hier soir
            S4  pt ROUSSEAU J. transféré en réa
            S4  patiente : Delmas Yvette
            S4  Mrs Durand asked for morphine
            S4  L'épouse de Mr Faure est épuisée
            S4  papa de Kylian vu aux urgences hier
            S4  la mère du petit Enzo refuse le vaccin
            S4  Pansement de m. Colin : fibrine ++
            S4  Cas de Mme Ferreira Da Silva, allergie aux sulfamides
            S4  M. et Mme Prigent vivent dans la même chambre
            S4  - Mme Hamon : AVK à revoir
            S4  Georges Petitjean, insuffisant cardiaque, rechute
            S4  dossier de Paulette N'Guyen
            S4  Mme d'Aubigny ne supporte pas le sotalol
            S4  feue Mme Boucher avait le même traitement
            S4  le petit Nathan R. convulse encore
            S4  le résident Michaud déambule
            S4  famille Lambert reçue ce matin
            S4  notre patient, Monsieur Zeghal, n'a pas de mutuelle
            S4  Sieur Renard Albert, hémiplégie droite
            S4  Mne Leclerc a des oedèmes
            Q7  Le cas de Suzanne m'inquiète, elle ne boit plus
            Q1  Pte 84a, HTA, FA
            Q1  patient 71 ans ½ sous Eliquis
            Q1  F 67ans DT2
            Q1  homme, quatre-vingt-trois ans, dément
            Q1  elle a soixante dix huit ans et vit seule
            Q1  H79 ans ATCD AVC
            Q1  enfant de 3ans et demi
            Q1  nourrisson 7 mois fièvre
            Q1  a 46 y/o woman with sepsis
            Q1  agee de 88 ans
            Q1  J12 de vie, ictère
            Q1  une dame qui fêtera ses 90 ans en mai
            Q1  83 yo lady, fall
            Q1  bb de 5 sem
            Q2  chute ds la nuit du 3 au 4 mars
            Q2  retrouvé au sol le 12/11 à 4h30
            Q2  décédé mardi 7 octobre
            Q2  hospit. depuis le 1er fév.
            Q2  a fugué ds la nuit de samedi 14 à dimanche
            Q2  admis le 03.06.25 pr AEG
            Q2  est entrée le jour de Noël
            Q3  ch 12 lit P refuse le soin
            Q3  CH.214F a vomi
            Q3  chbre 7 sonne toutes les 5 min
            Q3  box n°3 hyperalgique
            Q3  lit 18 fenêtre : relever la diurèse
            Q3  le patient du 312 porte a chuté
            Q3  chambre A-09 dégradée
            Q3  la ch. 5 est en isolement contact
            Q3  la dame du 24 crie
            Q4  transféré du CH de Saint-Gaudens
            Q4  résidente à l'ehpad les mimosas
            Q4  il vit à Montcuq, seul
            Q4  habite le hameau de La Borie
            Q4  venu de la clinique Pasteur
            Q4  elle est de Saint-Cirq-Lapopie et n'a pas de voiture
            Q5  c'est l'ancien curé de la paroisse
            Q5  epouse du maire, très connue
            Q5  sa fille est pharmacienne au village
            Q5  ex footballeur pro, genou détruit
            Q6  seul cas de la région
            Q6  le patient de l'accident de car dont parlent les journaux
            Q6  mère de triplés
            Q7  Mme D. refuse le lever
            Q7  M. L. B. est agité
            Q7  pte K, démence sévère
            Q7  Mr T ne dort pas
            Q7  la patiente A.M. vomit
            Q8  sécu 2 68 07 13 055 201 11
            Q8  NIR 1791129019345
            Q9  fils joignable au 06-12 34.56 78
            Q9  tel fille 07 81 22 09 3 4
            Q9  +33(0)6 45 12 78 90 c'est le numéro de l'épouse
            Q9  contact: jean.morel(at)orange.fr
            Q9  mail de la fille : lucie_p@gmail . com
            Q9  tel 0692 45 12 78 (Réunion)
            Q9  0033 6 12 34 56 78 fils
            Q9  domicilié 14 bis rue des Lilas
            Q9  demeure rue du Moulin à Vent, face à la boulangerie
            Q9  3 imp. des Cerisiers 47000 Agen
            Q4  lieu-dit Le Pech, 46 Catus
            Q4  résidence Les Ormes appt 12, bât. C
            """,
        combinations: """
            pte 84a ch 12 lit P
            femme 91 ans EHPAD Les Glycines chute hier
            84 ans, ancien maire, hospitalisé au CH de Cahors
            pt 79a, Mr B, lit 4, BPCO
            M. K., né à Oran, lit 12
            dame de 96 ans, seule habitante du hameau, trouvée le 4 janvier
            Chambre 8, 12/03, chute sans gravité
            ch12 entrée 03/06 sortie 14/06
            Mme T., admise le 2 mai
            Boulanger du village, 58 ans, brûlé lors de l'explosion du 14 août
            enfant 6 ans, école de Mirande, méningite, 12 janvier
            Jumelles siamoises nées au CHU de Lille, 3 mois
            Homme 44a, pompier, blessé dans l'incendie du 3 juin
            97 a, ch 23, agitation nocturne
            Le doyen du village, 103 ans
            Fille du notaire de Nérac, 17 ans, TS le 8 mars
            lit 7 : M. P, sous héparine
            A 92-year-old man, room 14, fell on 3 March
            joindre le fils 0612345678, ch 5
            Mme R 78 ans tel 06 11 22 33 44
            résident K, ch 117, fugue du 6/10
            Femme 33 ans, enceinte de quadruplés, CHU de Nantes
            Ancienne institutrice, 99 ans, résidente aux Tilleuls
            1er cas de botulisme du dpt, homme 52 ans, CH de Brive
            Institutrice de l'école du village, 45 a, sclérose en plaques, vue le 12 mai
            Pte F., 81a, fract col fémoral G, opérée le 04/09
            Le frère du député, 61 ans, hospitalisé clinique Saint-Jean le 3 avril
            lit 3 réa, homme 38 ans, accident d'avion de tourisme du 15 août
            quatre-vingt-douze ans, chambre douze
            Mlle S., box 4, TS médicamenteuse le soir de Noël
            Veuve du docteur, 88 ans, habite le château de Larroque
            Patiente L. M., 74 ans, opérée le 3 octobre
            Garçon 9a noyade piscine municipale de Condom le 14 juillet
            nonagénaire (94 ans) vivant à Saint-Mézard
            ouvrier de 29 ans, main amputée à la scierie de Morcenx, 12 septembre
            Mme B ch 21 diarrhée
            le monsieur de la 14, 86 ans, chute le 3
            H 57 ans, maladie de Whipple, seul cas de l'hôpital, lit 9
            NN né le 12/11 à 31 SA, box 2
            son mari au 0553221100, elle a 76 ans
            chb 302 - 84 ans - entrée le 03/11/2025
            Mme A. décédée le 14 fév à 5h
            Ado 15 ans, fils du directeur du collège de Lectoure
            Patiente trans de 23 ans, seule du village, vue aux urgences de Marmande
            vieux monsieur 95a, ancien résistant décoré
            Pt n°4 du couloir B, 102 ans
            Victime de l'attentat, 41 ans, lit 6
            née à Pondichéry, 87 ans, EHPAD La Roseraie
            """,
        harmless: """
            Barrières de lit : 2 levées la nuit, prescription à renouveler toutes les 24 h.
            EVA 8/10 au lever, 3/10 après palier 2.
            Paracétamol 1 g x 4, dernier à 22 h.
            Rdv jeudi 12 mars à 14 h, salle 3, pour le groupe chutes.
            Le Dr Marchand présentera la grille le 4 juin.
            Merci à Sophie et Karim pour la fiche !
            D'après Morel et al. (2019), le risque double.
            Tinetti ME, N Engl J Med 2003;348:42-9.
            HAS, mai 2021, recommandation sur les contentions.
            Standard du CHU : 05 56 79 56 79.
            Appelez le 15 ou le 114.
            Numéro vert 0 800 21 22 23, gratuit.
            Le 3919 est ouvert 24 h/24.
            Centre antipoison de Toulouse : 05 61 77 74 47.
            Échelle de Braden : 14/23, risque modéré.
            MMS 22/30, MoCA 19/30.
            GIR 2 ou GIR 3 selon la grille AGGIR.
            IMC à 17,5, albumine 28 g/L.
            Clairance à 32 mL/min (Cockcroft).
            Lovenox 0,4 mL x 1/j pendant 10 jours.
            Amoxicilline 1 g matin, midi et soir, 7 jours.
            Sonde CH 14, ballonnet 10 ml.
            Voie verte, cathéter 18 G.
            NaCl 0,9 % 500 mL sur 12 h.
            TA 14/8, pouls 84, SpO2 96 %.
            Glasgow 15, pupilles symétriques.
            Les personnes de plus de 80 ans tombent davantage.
            Depuis 12 ans que je fais des nuits, je n'ai jamais vu ça.
            Chez l'adulte de 18 à 65 ans, dose normale.
            Vaccin antigrippal recommandé dès 65 ans.
            La réunion du 12 novembre est reportée au 19.
            Formation le lundi 3 mars et le mardi 4 mars.
            Circulaire du 14 février 2022.
            Arrêté du 12/03/2021 relatif aux PUI.
            Loi n° 2002-303 du 4 mars 2002.
            Article L. 1110-4 du code de la santé publique.
            Version 3 du 02/02/2024, relue par la CLIN.
            Le lot 7812345 est rappelé par l'ANSM.
            Réf. 4410982, boîte de 100 compresses.
            Code CIP 3400930012345.
            ISBN 978-2-294-76543-1.
            doi:10.1016/j.jamda.2019.12.014
            PMID 31987654.
            Mon RPPS est 10003456789.
            FINESS 330781196.
            SIRET 264 700 123 00018.
            Bon de commande 20241187.
            Ticket informatique 118763 toujours ouvert.
            Le devis n° 2024-0917 est signé.
            Score de Norton à 12, réévalué à J7.
            Chambre d'inhalation : nettoyer une fois par semaine.
            Chambre implantable : aiguille de Huber 20 G.
            Chambre particulière : qui facture ?
            Un lit médicalisé avec potence, hauteur 40 cm.
            Un lit sur deux est vide l'été.
            12 lits de SSR fermés en août.
            Nous avons 3 chambres doubles et 22 simples.
            Le box de déchocage doit rester libre.
            Maladie de Parkinson : horaires stricts de la L-dopa.
            Signe de Babinski, manœuvre de Barré.
            Syndrome de Korsakoff et vitamine B1.
            Le Lewy body ou corps de Lewy : éviter l'Haldol.
            Test de Lachman, attelle de Zimmer.
            Pince de Kocher, lame de Delbet, redon.
            Position de Trendelenburg.
            Bonjour à tous, je suis Claire, IDE de nuit.
            Bonjour Claire, merci pour ta réponse.
            Nadia Besnard, pharmacienne, animera la séance.
            Le Pr Lambert nous a conseillé la risperidone à faible dose.
            Mme Besnard, cadre de santé, a validé le protocole.
            M. Roux, directeur des soins, viendra le 8.
            La cadre, Mme Perrot, valide les plannings.
            Notre psychologue, Hélène, propose un groupe de parole.
            J'ai vu avec Thomas, le kiné, pour les transferts.
            Prochain webinaire : 18/01 à 13 h, lien sur la page.
            Le 1er avril, nouveau codage PMSI.
            Au 31 décembre, 74 % des résidents avaient un PVI.
            Entre le 1er janvier et le 30 juin : 42 chutes.
            Taux de chutes : 6,2 pour 1000 journées.
            Étude sur 312 patients, âge moyen 84 ans.
            Patients inclus : 45 femmes, 38 hommes, médiane 79 ans.
            Essai randomisé, n = 118, p = 0,03.
            L'EHPAD peut-il refuser une contention ?
            Le CHU de Bordeaux recrute un pharmacien.
            La clinique du Parc propose une journée portes ouvertes.
            L'hôpital Pompidou a publié un protocole semblable.
            Qui utilise le logiciel Netsoins ou Titan ?
            Le guide de l'OMéDIT Nouvelle-Aquitaine est à jour.
            ARS Occitanie : appel à projets avant le 30/09.
            Alzheimer : les ateliers mémoire aident-ils vraiment ?
            Sainte-Anne, c'est la patronne du service !
            Bonne fête à toutes les Catherine.
            Le train de 8 h 12 arrive à Agen à 9 h 40.
            Salle 214, 2e étage, bâtiment B.
            Hôtel à 84 € la nuit, 2 rue de la Gare, face à la salle.
            Adresse de l'IFSI : 12 rue de l'Hôpital, 33000 Bordeaux.
            Écrivez à contact@ruche.example pour recevoir la grille.
            Secrétariat : 05 53 69 70 71, poste 4412.
            Poste 2214 pour la pharmacie.
            DECT 6 4412 la nuit.
            Bip 118, cardiologue de garde.
            Astreinte technique : 06 00 00 00 00 (garde).
            La patiente refuse : comment le tracer ?
            Le patient dément crie la nuit, que faites-vous ?
            Une dame très âgée, chutes répétées, sous bisoprolol.
            Un monsieur d'une quatre-vingtaine d'années, dénutri.
            Résident fugueur : bracelet ou pas ?
            Cas clinique : escarre talonnière, VAC ou pas ?
            Dossier médical partagé : qui y accède ?
            Dossier Covid clos, merci à tous.
            Le cas Vincent Lambert a changé la loi Claeys-Leonetti.
            Cas index, cas contact : rappel des définitions.
            Le patient Alzheimer se perd.
            Le patient BPCO ne supporte pas l'oxygène à haut débit.
            La patiente diabétique de type 2 sous metformine.
            Patient sous Xarelto : quand arrêter avant une biopsie ?
            Patients Parkinsoniens : attention au Primpéran.
            Monsieur ou Madame, comment les appeler ?
            Madame, Monsieur, veuillez trouver ci-joint la convention.
            M. le Directeur a donné son accord.
            Mme la cadre supérieure veut des chiffres.
            Mlle n'est plus employé dans nos courriers.
            M1 et M2 : mesures à un et deux mois.
            Vitamine D 100 000 UI tous les 3 mois.
            Vitamine K 10 mg IV lente.
            Hépatite B : vaccin à M0, M1, M6.
            Groupe A, groupe B : deux façons de faire.
            Plan B si la pompe tombe en panne.
            INR à 4,8 : on saute une prise ?
            HbA1c 8,2 % chez le sujet âgé fragile.
            Digoxine 0,125 mg un jour sur deux.
            J3 post-op, ablation du redon.
            Pansement à J2 puis tous les 3 jours.
            Température 38,4 le soir, 37,2 le matin.
            T° frigo : 2 à 8 °C, relevé matin et soir.
            2 IDE et 3 AS pour 84 résidents.
            1 AS de nuit pour 42 lits, c'est trop peu.
            Le 12 heures, pour ou contre ?
            Poste de nuit 21 h - 7 h.
            Transmission à 13 h 30, salle de soins.
            Escarre stade 3 de 4 x 6 cm.
            Plaie de 12 mm, fibrine 40 %.
            Le DU plaies et cicatrisation coûte 1 450 €.
            Mémoire de DU de Julie Martin, 2023.
            Thèse d'exercice de P. Durand, Toulouse, 2018.
            Dupont J, Martin L. Soins infirmiers en EHPAD. Paris : Masson ; 2015.
            Cochrane 2018, Gillespie et coll.
            STOPP/START v2, critères de Beers 2023.
            Une aide-soignante de 24 ans de métier nous a montré.
            Rappel : vaccination du personnel les 14 et 15 octobre.
            Fermé le lundi de Pentecôte.
            Bonne retraite à Monique, 37 ans de nuit !
            La chanson de Brel revient souvent à l'atelier.
            L'avenue devant l'hôpital est en travaux.
            """
    )
}
