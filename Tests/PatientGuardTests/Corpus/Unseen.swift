extension Corpus {
    /// Written after the rules and measured before any of them changed. Invented.
    static let unseen = Sample(
        singles: """
            S1  Attestation : 2 69 05 49 588 157 80, droits ouverts
            S1  n° sécu 180127512345642 merci
            S1  INSi répond 1 86 02 2A 215 325 23
            Q8  NIR 2 55 08 14 168 025 40, clé fausse ?
            Q8  n° SS 2691149588157
            S2  IPP 00112233 : deux bracelets
            S2  Retrouver le compte rendu du dossier n° 774512
            S2  séjour 26 001 457 à clore
            S2  NDA:26001457
            S2  n°IPP 8123377
            S2  Identifiant 00774512 dans le DPI, allergie absente
            S2  numéro de passage aux urgences : 2611457
            S2  L'IPP est 00881245 mais l'étiquette dit autre chose
            S2  dossier médical n°884512
            S3  Patiente née le 2 janvier 1940, AVK au long cours
            S3  ddn 23/12/36
            S3  date de naissance: 4 juillet 1959
            S3  né le 15.08.1971 à Oran
            S3  NEE LE 3 MARS 1945
            S3  Elle, née en 1938 et en mars, le 3/03/1938 exactement
            S3  DDN (déclarée) 01/01/1960
            S3  Garçon né le 10 mai 2021, convulsions
            S4  Mme Larroque s'est encore levée seule.
            S4  M. Baptista n'a pas eu sa dialyse
            S4  mme cazaubon est tombée du lit
            S4  MADAME DUHAU A SOIF
            S4  Monsieur Thibault Morel est sous chimio orale
            S4  Mr Iturbe tousse en mangeant
            S4  Avis pour Mme Olivier : fausses routes
            S4  mlle perrin se scarifie
            S4  J'ai vu M. Diallo en HDJ, il vomit.
            S4  Mme Van Hecke ne comprend que le flamand.
            S4  la patiente Darrieumerlou a des punaises de lit
            S4  Patient : Castets Robert
            S4  Le résident Marius chante toute la nuit.
            S4  la petite Jade a une varicelle
            S4  Le jeune Mehdi est en isolement.
            S4  Mamie Lucette ne veut plus de ses gouttes.
            S4  Raymonde Laffargue, 83 ans, plaie
            S4  LABORDE Yves ch 8
            S4  Son mari Étienne l'attache au fauteuil.
            S4  Sa sœur, Mme Pujol, refuse l'EHPAD.
            S4  Fille : Corinne Daguerre
            S4  La famille Bastiat a filmé.
            S4  Mme Lasserre-Dubois et M. Ruiz ont la gale.
            S4  Le mari de Mme Sabathé est son curateur.
            S4  Ernest Carrère a chuté dans la douche.
            S4  Paulette a chuté, chambre pleine d'eau, on l'appelle Mme Gracia
            S4  Nom : BERGEZ Prénom : Anna
            S4  Un certain M. Lestage, sans papiers
            S4  mr da cunha refuse le scanner
            S4  Mme veuve Hourcade vit au second.
            Q1  Dame de 77 ans, PTG
            Q1  homme 49 ans, OH
            Q1  Fille de 5 ans, otite
            Q1  bébé de 2 mois, coqueluche
            Q1  Elle a eu 88 ans hier.
            Q1  Une étudiante de 19 ans, tentamen
            Q1  Patiente âgée de 94 ans
            Q1  Patient de soixante-quatre ans
            Q1  NN de 2 jours
            Q1  H 82a chute
            Q2  Opérée le 9 octobre.
            Q2  chute le 2/11 à 6h
            Q2  le 31 octobre elle a arrêté de boire
            Q2  Arrivé le 06-11-2026
            Q2  Depuis le 4 novembre, agitation
            Q2  samedi 7 novembre, fugue
            Q3  chambre 18 : porte bloquée
            Q3  le patient du lit 5 désature
            Q3  CH 24, pansement non fait
            Q3  Box 9, oublié
            Q3  La 316 a vomi
            Q3  chambre n° 2 bis
            Q4  Il revient du CHU de Clermont-Ferrand
            Q4  Elle vit à l'EHPAD Les Jonquilles
            Q4  clinique des Cèdres, pas de lettre
            Q4  habite la commune de Lasse
            Q4  transféré au CH d'Aurillac
            Q4  hôpital Purpan, dossier perdu
            Q5  la fille du pharmacien
            Q5  Un notaire à la retraite, très exigeant
            Q5  C'est l'ancien maire.
            Q5  Le gendarme refuse l'alcoolémie.
            Q5  épouse du préfet
            Q6  premier cas en France
            Q6  rescapé d'un attentat
            Q6  fait divers de dimanche
            Q6  mère de quadruplés
            Q7  Mme H. dort mal
            Q7  M. C. a uriné
            Q7  patiente V., DT1
            Q7  Mr N est sorti
            Q7  Mme A-L. crie
            Q9  06 22 33 44 55 (fils)
            Q9  17 rue des Pyrénées
            Q9  elle écrit de son adresse m.lafon@free.fr
            Q9  2 allée des Tilleuls, bâtiment C
            Q9  portable 07.70.80.90.10
            """,
        combinations: """
            Dame de 86 ans, ch 3, chute le 8/11
            M. T., box 1, morphine x10
            Mme F. opérée le 12 octobre
            Patient de 91 ans au CH de Cahors
            95 ans, village de Barcus
            Homme 40 ans, attentat, hôpital Percy
            Patiente G., 06 14 25 36 47
            lit 7, le 9/11, arrêt cardiaque
            Le notaire, 59 ans, clinique Francheville
            Fille du maire, 11 ans, école Victor-Hugo
            Mr P., sorti le 2/11
            Une patiente de 39 ans, 6 rue du Moulin
            Gendarme de 27 ans, seul cas de charbon
            Résidente, 97 ans, lit 2
            Ch 5, Mme W., glycémie à 4 g
            Bébé de 3 mois, box 3, vu le 7/11 à 1 h
            Patient de 72 ans, ancien curé du village, CH d'Orthez
            La patiente M. de la 12 crie
            Enfant de 4 ans, fait divers, CHU de Nice
            Mme S., 80 ans, chambre 9
            Un homme de 53 ans hospitalisé le 5 novembre à la clinique Delay
            Chambre 101, retrouvé le 3/11 par terre
            Ancien champion de pelote, 74 ans, EHPAD Les Platanes
            Mère de quadruplés, 33 ans, commune de Salies
            Patient R. chambre seule 14
            Patiente de 90 ans, ancienne institutrice du village
            le fils est joignable au 06 11 22 33 44, patient de 66 ans
            Monsieur V. tombé le dimanche 8 novembre
            Femme de 101 ans, EHPAD Les Lilas
            Fils du pharmacien, 20 ans, overdose le 1er novembre
            Mme D., CH de Dax, 77 ans
            M. E. lit 4
            Hospitalisée le 3/11, chambre 6
            Patiente de 45 ans, maire, clinique Cantegrit
            Adolescent de 14 ans, premier cas de méningite, lycée Louis-Barthou
            Curé de 88 ans, seul cas de tuberculose de la vallée
            mail j.b@orange.fr, lit 11
            Homme de 92 ans, chute le 4/11
            Mr A (box 2) est reparti sans antibiotique
            Vu le 6/11 : M. K., colique néphrétique
            """,
        harmless: """
            Ramipril 5 mg le matin, 2,5 si TA < 10.
            Insuline rapide 4-6-4, lente 14.
            Méropénème 1 g x 3, perfusion de 3 h.
            Dobutamine 5 µg/kg/min.
            Colchicine 0,5 mg, attention à la clarithromycine.
            Calciparine 5 000 UI x 2.
            Risperdal 0,25 le soir, Seroquel jamais.
            Augmentin en rupture, que donner ?
            Eupressyl, Loxen, Catapressan : lequel à domicile ?
            EVA 8/10 à l'arrivée, 3/10 après MEOPA.
            Score de Wells 4,5.
            MMS 12/30, BREF 9/18.
            ECOG 2, Karnofsky 60 %.
            TNM, stade IIIB.
            Bilirubine 45, ASAT 120.
            D-dimères 1 200 chez un sujet de plus de 80 ans
            Kaliémie 5,9 : gluconate ?
            PA 21/11 au réveil, 15/8 après.
            Sat 91 % sous 3 L.
            Poids : 3 kg en une semaine.
            Réunion douleur le 3/12 à 14 h 30.
            COPIL du 2 décembre, salle Pasteur.
            Journée régionale le 12 mars à Agen.
            Le webinaire du 24 novembre est enregistré.
            Cours d'éducation thérapeutique le lundi et le jeudi.
            Inscriptions closes le 30 novembre.
            Bilan du semestre le 6 janvier.
            Dr Élise Marty, gériatre.
            Mme Cazals, IDE hygiéniste, répond aux questions.
            Merci à M. Petit, cadre du bloc.
            La diététicienne, Mme Noël, a des recettes.
            Marc, infirmier de pratique avancée, anime.
            Voir Sabine à la pharmacie.
            Le Pr Rolland a publié là-dessus.
            Bonjour de la part d'Hélène, IDEC.
            Pharmacie 05 59 00 00 00, poste 12.
            Accueil : 3300. Sécurité : 18.
            ide.nuit@ch-exemple.fr
            Barrières : 4 lits sur 10.
            Lit cassé, moteur n° 2 muet.
            La chambre 12 m² minimum.
            Chambre individuelle pour les BHRe.
            Box fermé la nuit.
            Le lit 90 ou le lit 120 ?
            Matelas 14 cm, housse à changer.
            Salle 8, 2e sous-sol.
            Le CHU de Tours partage son livret.
            Clinique Mutualiste : offre d'emploi IDE.
            Nous sommes un EHPAD de 62 lits près de Dax.
            L'hôpital Lariboisière a testé la ligne.
            Échelle de Waterlow, index de Barthel.
            Signe du flot, test de Schober.
            Sonde ch 16 pour homme, ch 14 pour femme.
            Syndrome de Charles Bonnet : qui connaît ?
            Loi du 2 février 2016.
            Instruction du 15 septembre 2023.
            Recommandation de bonne pratique, juin 2024.
            Étude sur 2 054 patients, 2019-2022.
            Âge médian : 79 ans.
            Réservé aux plus de 18 ans.
            Vaccin zona dès 65 ans.
            Tous les 10 ans après 50 ans.
            15 ans de recul, aucun décès.
            Il y a 7 ans, on attachait encore.
            Formation de trois jours en mai.
            Pendant 3 mois, une aide-soignante référente.
            Patient dialysé, potassium à 6 : régime ?
            Femme enceinte, prurit : quel antihistaminique ?
            Enfant douloureux, parents opposés.
            Résidente aphasique qui crie.
            Patient anticoagulé qui chute souvent.
            Un couple dans la même chambre, possible ?
            Le fils exige une hydratation.
            Sa fille est médecin, comment poser le cadre ?
            Le maire prête une salle.
            L'adjoint au directeur signe.
            Les gendarmes sont venus deux fois cette année.
            Premier cas de gale : qui prévenir ?
            Exercice attentat en mars.
            Un article du journal local sur nos métiers.
            Lot A4512, DLU 03/2027.
            FEI n° 2026-77.
            Devis 12 450 euros.
            PMID 31234567.
            RPPS 10009876543.
            J2, J7, J30 : suivi des plaies.
            Relève 20 h 45.
            NPO dès minuit.
            2 AS pour 16 lits.
            3 chutes par jour pour 100 lits.
            En mai, 4 % d'erreurs ; en juin, 2 %.
            Diète de 6 h.
            Injection tous les 15 jours.
            Hydratation SC 1 L par nuit.
            IPP 40 mg avant la fibro.
            IPP au long cours et fractures
            INS et identité provisoire : votre procédure ?
            Homonymes : étiquette rouge.
            QUI FAIT ENCORE DES BAINS DE SIEGE
            URGENT RECHERCHE PROTOCOLE ALBUMINE
            qqn utilise le score algoplus la nuit ?
            slt, vs mettez cb de bas par lot ?
            Mme Y et M. X, prénoms d'emprunt.
            Monsieur ou Madame devant le nom ?
            Madame la Directrice ouvre la séance.
            Mesdames et messieurs les aidants
            Nord, Loire, Ardèche : nos unités.
            Violette et Rose, nos deux robots.
            Le plan Vigipirate change l'accueil.
            Les résidents de plus de 100 ans sont trois.
            Chaque nouveau-né porte deux bracelets.
            Un homme, une femme, deux versions.
            Elle refuse, il insiste.
            Nuit calme.
            """)
}
