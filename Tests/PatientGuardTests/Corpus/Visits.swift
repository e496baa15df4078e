extension Corpus {
    /// Short plain sentences of a ward round, and the topics of a forum. Invented.
    static let visits = Sample(
        singles: """
            S1  Voilà le numéro : 2 48 11 12 202 033 37, c'est le sien.
            S1  n° SS 1 39 05 99 216 047 74 - ALD
            S1  nir 2-55-10-2A-041-006-78
            S1  2.60.09.15.014.112.47 = carte vitale
            S2  IPP: 70 04 51 99
            S2  le patient IPP 0044512 est sorti
            S2  dossier n 4451277
            S2  n° dossier (papier) 88124
            S2  NDA : 25/0044781
            S2  son IEP c'est 250447811
            S2  n° de passage 8845120
            S2  étiquette IPP 7004 5123
            S3  né le 4/11/1943 à Metz
            S3  elle est née le six juin trente-huit
            S3  DDN 06.06.38
            S3  né le 06-06-1938
            S3  Date de naissance : mai 1940
            S3  pte née en janvier 45
            S3  ddn=12/12/42
            S3  M, né le 3 fév 1951
            S3  naissance 1er mai 1936
            S4  M. Boyer saigne du moignon
            S4  mme jourdan s'est levée seule
            S4  MR PONCET DCD CE MATIN
            S4  Le cas Berthelot nous pose question.
            S4  dossier Maréchal : qui l'a pris ?
            S4  la situation de Mme Thibaut empire
            S4  Mme Guillot ; pansement ; RAS
            S4  Odile Ferrand pleure beaucoup
            S4  RENARD Suzanne, escarre sacrée
            S4  Le patient Meunier est en sevrage
            S4  la patiente, Mme Royer, dort
            S4  Monsieur Daniel (nom de famille) a chuté
            S4  les époux Marchal
            S4  Mr Haddad parle arabe, interprète ?
            S4  bb LAMOTTE, 2e jour
            S4  la petite Zoé tousse
            S4  Mme Lefort – INR à 6
            S4  chez mme tanguy le chien mord
            S4  M. Barre & Mme Colas : même chambre
            S4  veuve Pichon
            Q7  l'oncle de Kylian signe tout
            S4  merci de revoir M. Aubry demain
            S4  Mme Sow Aminata, drépanocytose
            S4  Mme Le Bihan, Mme Le Goff : doublon d'identité
            S4  Nom : Prévost
            S4  On a perdu le dentier de Mme Lebrun
            S4  Fernand Jolivet a arraché sa perfusion
            S4  mr collin, fugue
            S4  Patiente Mme MOULIN Yvette
            S4  M Roussel, hémorragie digestive sous AVK
            Q1  81ans, chute
            Q1  Patiente de 58 ans, diabétique
            Q1  un homme âgé de 73 ans
            Q1  elle a 99 ans
            Q1  F 41a
            Q1  nourrisson (4 mois)
            Q1  dame de soixante-huit ans
            Q1  Mr, 66 ans
            Q1  enfant de 7 ans
            Q1  patient octogénaire de 87 ans
            Q2  décédée le 4 juin
            Q2  hospit le 14/06/25
            Q2  chute le 31 décembre à 23h
            Q2  opérée mardi 8 avril
            Q3  chambre 42
            Q3  ch 8 sonne
            Q3  LIT 12 : glycémie 0,4
            Q3  le monsieur du 9
            Q3  box 1 part en réa
            Q3  la dame de la chambre 30
            Q4  transféré de la clinique Ambroise-Paré
            Q4  elle vit à Mouthe
            Q4  il est de Châteaulin
            Q4  entrée de l'EHPAD Le Parc
            Q4  sa fille habite Quimper
            Q5  veuve du boulanger de la commune
            Q5  ancien ministre
            Q6  premier cas de peste du département
            Q6  mère de quadruplés
            Q7  Mme B. pleure
            Q7  M. H, dialysé
            Q7  patiente L.
            Q7  Mr D.-R. agressif
            Q8  nir 248111220203399
            Q9  Portable de la fille : 06 98 76 54 32
            Q9  tél. 03 29 11 22 33 chez lui
            Q9  joindre M. au 07.55.44.33.22
            Q9  son mail : odile.ferrand@sfr.fr
            Q9  elle habite 15 rue du Général-Leclerc
            Q9  domiciliée au 3, impasse des Roses
            Q9  +33 6 98 76 54 32
            """,
        combinations: """
            Mme B., ch 14
            84 ans, ch 12, chute le 3 juin
            M. D. opéré le 4 mai
            Ancien maire, 91 ans
            F 77a, EHPAD Le Parc, chute 3/6
            lit 9, 06 98 76 54 32
            patient K., 12/06
            93 ans, Quimper, seule
            Fils du pharmacien, 17 ans, CH de Vesoul
            institutrice de Mouthe, 52 ans, ch 4
            homme de 39 ans, pompier, blessé le 14 juillet, CHU de Besançon
            La résidente de la 8 est morte le 3 juin
            Mr Z, 82a, ch 4, AVC le 12
            1er cas de rage du département, homme de 44 ans, CHU de Nancy
            Mère de quadruplés, 33 ans, maternité de Metz
            101 ans, chambre 3
            Mme F 84 ans ch 2 entrée 4/6
            son épouse au 06 11 11 22 22, il a 79 ans
            curé, 88 ans, EHPAD Saint-Luc
            M. P. ch 5 : hypo à 3h le 4/06
            femme de 28 ans, joueuse pro de hand, genou, opérée le 3 mars
            Patient L.-M., né en 1948, ch 12
            bébé de 2 mois, box 4, 4 juin
            Mme J., 90 ans
            doyen du village, chambre 6, 103 ans
            homme 66 ans, notaire à Vesoul, IDM le 4
            ch 7 : M. T., fugue
            jumelles de 5 jours, CHU de Nancy, premier cas du pays
            détenu de 31 ans, prison d'Écrouves, pendaison le 3 mai
            Mme S. habite Mouthe, 86 ans
            """,
        harmless: """
            Bonjour, qui a une fiche sur l'hypodermoclyse ?
            On cherche une trame de staff, merci d'avance.
            La pharmacie ferme à 18 h 30.
            Le Dr Meunier passe le mardi.
            Mme Royer, notre diététicienne, a revu les menus.
            M. Aubry (informatique) répond au 4512.
            Merci à Odile pour le gâteau.
            Zoé et Paul font un poster.
            Fernand Widal, un hôpital parisien.
            Selon Boyer et al., 2020.
            Jourdan C, Poncet L. Rev Infirm 2022.
            Réunion le 4 juin à 14 h, salle 2.
            Le 3 juin, formation incendie.
            Avant le 12, merci de répondre.
            Version 4 du 06/06/2023.
            Décret du 6 juin 2018.
            Dossier de presse en ligne.
            Dossier ouvert en double : que faire ?
            Cas pratique : calcul de débit.
            Cas d'école : la double identité.
            Situation sanitaire stable.
            Score de 12/20.
            EVA 6/10 à J2.
            TA 16/9.
            Lit 90 cm.
            Lit double.
            Chambre de 18 m2.
            Chambre climatisée.
            Box sécurisé.
            CH16 ou CH18 ?
            Sonde 14 CH.
            2 mg/kg/j.
            Furosémide 40 mg x 2.
            Calciparine 5000 x 2.
            Ramipril 2,5 mg.
            Insuline 8 UI à midi.
            Cefixime 200 x 2, 5 jours.
            O2 3 L/min.
            INR 3,2.
            HbA1c 7,8 %.
            DFG 41.
            Na 131.
            SpO2 91 %.
            MMSE 21/30.
            Braden 15.
            Plus de 75 ans : baisser les doses.
            Les 65-80 ans sont vaccinés.
            Moyenne : 82 ans.
            Depuis 6 ans, même cadre.
            Ancienneté : 22 ans.
            Garantie 5 ans.
            Standard : 03 83 00 00 00.
            Cardiologie : 03 83 11 11 11.
            Secrétariat 03 83 22 22 22.
            Le 3114, prévention du suicide.
            0 809 400 401, info maltraitance.
            contact@gerontologie.example
            12 rue du Congrès, salle Bleue, 9 h.
            Place de parking 14.
            CHU de Nancy : offre d'emploi.
            L'EHPAD Le Parc cherche une AS de nuit.
            Nos collègues du CH de Metz ont un protocole.
            La maternité de Metz recrute.
            Le maire a offert un piano.
            Un pompier nous forme.
            Les filles de nuit sont d'accord.
            Ancienne version du logiciel.
            Premier cas de bronchiolite de l'hiver.
            Attentat : rappel du plan SSE.
            Syndrome de Guillain-Barré.
            Maladie de Charcot.
            Échelle de Rockwood 6.
            Test de Schober.
            Alzheimer Europe publie un guide.
            Loi du 4 mars.
            Prix Nobel 2023.
            Mme Irma n'a pas répondu.
            Patient ou résident : quel mot ?
            Le patient confus arrache tout, astuces ?
            Patient dialysé : antalgiques ?
            Une résidente crie la nuit.
            Le conjoint veut rester la nuit.
            Une famille agressive : protocole ?
            Nom du patient sur le pilulier : obligatoire ?
            Date de naissance en plus du nom, oui.
            IPP ou INS sur l'étiquette ?
            INS qualifiée : 84 %.
            Ticket 445127.
            Réf. 88124-B.
            Lot 7004512, exp. 06/26.
            CIP 3400949001234.
            PMID 34567890.
            RPPS 10101234567.
            FINESS 540001234.
            Page 12, tableau 3.
            Groupe B : 4 personnes.
            Vitamine C, vitamine D.
            Hépatite E.
            Staph. aureus méti-R.
            E. coli BLSE.
            """
    )
}
