extension Corpus {
    /// Shapes chosen to be hard: names in lower case, split numbers, names of no one. Invented.
    static let tricky = Sample(
        singles: """
            S2  IPP (à vérifier) 4578123
            S2  mon patient, IPP finissant par 78123, a deux lits
            S2  Dossier - 4578123 - erreur de latéralité
            S2  N° d'IPP : 00 124 578
            S2  # dossier 784512
            S2  numéro d'épisode 26114578
            S3  nait le 12/03/1938
            S3  née le 12 Mars 1938, à domicile
            S3  né le 12 - 03 - 1938
            S3  DDN: le 12/03/38
            S3  Date de naiss : 3 mai 1941
            S3  Né le vendredi 13 mai 1960, ça porte malheur
            S3  Elle est de mars 1938
            S3  DDN    12.03.1938    F
            S3  naissance: 05/06/2023 à terme
            S4  Mme  Etchegoyen Maïté est alitée
            S4  MMe Lafourcade ne mange plus
            S4  Madame Etchebarne-Duhalde (Germaine) a fugué
            S4  Mme E. Lahourcade refuse
            S4  M.LARREGUY a été contentionné
            S4  Chez Mme Oxandaburu, pas d'eau chaude
            S4  monsieur robert dupin demande à mourir
            S4  mme le goff a vomi
            S4  mme de la fuente pleure
            S4  Mmes Haran et Iriart ont échangé leurs dentiers
            S4  La maman de Timéo Lasserre refuse les vaccins
            S4  Le papa d'Inaya filme la ponction
            Q7  Le petit frère de Lina, hospitalisée, est fiévreux
            S4  Bébé Lola a 39
            S4  Patient Bernard Hourcade, BMR+
            S4  PATIENT : HOURCADE BERNARD
            S4  Hourcade Bernard 78 ans sortant
            S4  M. le comte de Navailles refuse la sonde
            S4  Monsieur Jo, c'est comme ça qu'on l'appelle, a fugué
            S4  Le dossier Lahetjuzan a été perdu, c'est un patient difficile
            Q7  Georgette a encore chuté
            Q7  Robert refuse sa toilette tous les matins
            S4  Simone et Yvette ont échangé leurs comprimés
            S4  le pauvre M. Elizalde n'a plus personne
            S4  Dr Lanne, hospitalisé chez nous comme patient, M. Lanne refuse
            S4  Le compagnon de Patricia Mendy est violent
            Q1  Elle a fêté ses quatre-vingt-dix ans
            Q1  une fille de treize ans
            Q1  Patient 4 ans 1/2
            Q1  âgée de 7 mois et demi
            Q1  né à terme, J3 de vie
            Q1  Homme (quarante-cinq ans)
            Q1  patiente 87 A, AVK
            Q1  Patiente : 67 ans
            Q1  enfant de 22 mois
            Q2  chute 14/11 4h
            Q2  14 nov. : agitation, contention
            Q2  Le 3, puis le 5 novembre, deux malaises
            Q2  vendredi 13 novembre
            Q2  sorti hier 12 novembre
            Q3  ch-14 appel malade HS, chute
            Q3  Chambre : 12
            Q3  le 12 fenêtre a arraché sa perf
            Q3  résident chambre B12 fugueur
            Q3  lit 2 ch 114
            Q4  adressé par la clinique St Roch
            Q4  Retour CH Dax sans courrier
            Q4  EHPAD "Bon Air"
            Q4  maison de retraite de Navarrenx
            Q4  hosp. à Cambo-les-Bains
            Q4  elle est de Sauveterre-de-Béarn
            Q5  conjointe du maire
            Q5  fils d'un gendarme
            Q5  veuve du notaire de Salies
            Q5  la boulangère du village
            Q5  ancien président du club de rugby
            Q5  patient curé
            Q6  1er cas de dengue autochtone du département
            Q6  un crime dont toute la presse a parlé
            Q6  naissance de quintuplés
            Q7  Mme.D. dort
            Q7  M L. a chuté
            Q7  Mme « R. » refuse
            Q7  Patiente A.B. sous lithium
            Q7  mr b. a mordu
            Q9  06 12 34 56 78
            Q9  mail : jean-paul.m@sfr.fr
            Q9  elle habite 4, rue neuve
            Q9  au 25 cours Gambetta, 2e droite
            """,
        combinations: """
            Mme « R. », chambre 14, refuse sa toilette
            le 12 fenêtre, chute le 14/11
            Hourcade Bernard, 78 ans, ch-14
            1er cas de dengue du département, 44 ans, commune d'Ustaritz
            M. le comte de Navailles, 80 ans
            """,
        harmless: """
            Robert et Larousse ne sont pas d'accord.
            Simone Veil a défendu la loi.
            Camille Claudel et la maison de Montdevergues
            Le dossier DPC est complet.
            Florence refuse le planning de juin, et vous ?
            Claire et Sophie ont échangé leurs gardes.
            Karine a demandé un stage.
            Nathalie ne vient pas jeudi.
            Pierre est en congé, Paul le remplace.
            Les Lundis de Simone : un podcast de soignants
            La maman de la puéricultrice crochète des bonnets.
            Elle est de garde vendredi.
            Il est de nuit.
            Elle est de bonne humeur.
            Retour CH sans courrier : que faire ?
            Transfert CHU refusé faute de place
            Retour Bloc sans feuille.
            Sortie SSR retardée.
            Le 12 est complet, prenez le 14.
            Chambre : 18 m2
            Résident chambre double, accord écrit.
            Hospitalisation à domicile : qui décide ?
            hosp. de jour complète
            Bébé Confort ne vend plus ce siège.
            Dossier Patient Informatisé v4
            Dossier Médical Partagé : qui l'ouvre ?
            Patient Expert, Patient Partenaire : deux rôles.
            Le Petit Robert donne une définition.
            Papa ou maman peut signer seul.
            Patients B12 carencés : per os ou IM ?
            1er cas traité avec la nouvelle grille : réussi.
            Ambu de Dax en retard
            Je suis de Dax et vous ?
            """)
}
