extension Corpus {
    /// Texts of which no single word denotes the patient, but all together do. Invented.
    static let combinations = lines(
        """
        Patiente de 84 ans, chambre 12, chute le 3 mars.
        Mme D., 84 ans, chambre 12
        Mme D, ch 12, refuse l'insuline
        Mr T. du lit 4 est porteur de BHRe.
        M. B., chute du 14 mai au matin
        Homme de 62 ans de l'EHPAD Les Tilleuls, opéré le 3 mars
        91 ans, CH de Montluçon : que feriez-vous ?
        Une dame de 93 ans, ancienne institutrice du village
        Une résidente de 97 ans, chambre 8
        Centenaire : 101 ans, fêtée le 3 mai
        Le fils du notaire, 45 ans, hospitalisé au CHU de Limoges
        Résident de la 214, retrouvé dehors le 3 mars à 5 h
        la dame de la 12, chute le 03/03
        Patient K. arrivé le 12/03 de la clinique du Parc
        84 ans, habite à Nérac, fille joignable au 06 12 34 56 78
        Femme de 54 ans, tel 0612345678
        lit 4, joindre l'épouse au 06.12.34.56.78
        La patiente S., 12 rue des Acacias
        Mme D-R, box 3, 45 ans
        Enfant de 5 ans, quadruplés, suivi au CHU de Tours
        Mère des quintuplés, 31 ans, maternité Sainte-Claire
        Femme du maire, 71 ans, EHPAD Les Tilleuls
        Ancien champion cycliste, 66 ans, seul cas de la région
        homme 44 ans, gendarme, blessé le 14 juin
        Seul cas du département : fillette de 6 ans vue au CH de Brive
        Nourrisson de 5 mois, box 2, arrivé le 12 mai à 23 h
        Bébé de 12 jours, commune de Mareuil, né à domicile, premier cas du département
        Adolescente de 15 ans, fille du maire, hospitalisée le 4 avril
        Entrée le 3 mars, lit 12, sortie le 9
        Chute le 14/05 vers 6 h, chambre 118
        Le 3 mars à 3 h, le résident de la chambre 9 a fugué.
        Mme L. est décédée le 12 avril.
        M. R. est arrivé de l'EHPAD Les Tilleuls le 2 mai.
        Mme P., 83 ans, a fait une chute le 2 mai
        patient T., ch 7, agité toute la nuit
        La résidente K. B. (chambre 21) ne mange plus.
        Mme DL, ch 3 : plaie du talon
        Femme 95 ans sortie vers l'EHPAD La Roseraie
        Monsieur de 92 ans, chute le 3 mars au fauteuil
        Âgé de 98 ans, ancien résistant
        quatre-vingt-quatorze ans, chambre 3
        Résidente de 84 ans, ex-notaire, chambre 4
        84 ans, née en Corrèze, EHPAD Les Tilleuls, chute le 14 mai
        Jeune homme de 19 ans victime de l'attentat, CHU de Tours
        Femme de 33 ans, affaire passée à la télévision, hôpital Bretonneau
        Couple hospitalisé au CH de Brive, lui 88 ans, chambre 4
        Fils du boulanger, 12 ans, chute le 3 mars
        Mlle C., 22 ans, lit 9
        H 62 ans, lit 9, transféré de la clinique du Parc
        F 71 ans, CHU de Limoges, opérée le 14/02
        PATIENTE DE 84 ANS, CHAMBRE 12, CHUTE LE 3 MARS
        patiente de 84 ans chambre 12 chute le 3 mars
        une patiente de 84 ans, chambre 12, retrouvee le 3 mars a 3h10
        Box 4 : homme de 38 ans, policier connu, arrivé le 9 juin
        Le mari de la pharmacienne, 59 ans, commune de Mareuil
        Patiente de quatre-vingt-sept ans, lit 2, fille au 06 12 34 56 78
        Mme V., 12 allée des Mimosas
        Mr H., joignable h.dupre@orange.fr
        Chambre 6, adresse 14 rue Victor-Hugo
        87 ans, 14 rue Victor-Hugo
        Elle a 90 ans et habite à Nérac.
        La sœur du curé, 78 ans, premier cas du canton
        Le 12/03 à 4h, lit 3, arrêt cardiaque récupéré
        Mme R. (92 ans)
        Mme A.-L. T., CH de Brive, 3 mai
        Patient de 55 ans, opéré le 4 juin au CHU de Tours
        Un homme de 41 ans amputé le 4 juin après un fait divers
        Une femme de 29 ans, seule survivante de l'accident du 3 mars, lit 2
        Résident né en 1932, chambre 14, chute le 2 mai
        Mme D. née en 38, lit 7
        Mme V, 79 ans, chambre 7
        M. F., lit 22, ne mange plus
        Patient T., chute le 11 novembre
        Dame de 94 ans, foyer Les Hirondelles
        un monsieur de 96 ans, entré le 11/11
        79 ans, chambre 231, transférée de la clinique Pasteur
        Garçon de 4 ans brûlé le 14 juillet à Figeac, commune de Figeac
        Fille du garagiste, 17 ans, chambre 3
        Homme de 52 ans, gendarme, CHU d'Angers
        La résidente du 18, chute le 11 novembre vers 2 h
        Chambre 117, résident retrouvé le 4 août
        68 ans, joindre sa sœur au 07 81 45 12 36
        Mme T.M., 8 chemin des Vignes
        Pt R., fils : 06 81 45 12 36
        Femme de 38 ans, quadruplés, maternité des Bluets
        Ancien maire, 88 ans, chute le 3 août
        Seul cas en Aveyron, garçon de 9 ans, opéré le 12 juin
        Monsieur B., décédé le 5 août
        Mlle N., chambre 9, 16 ans
        99 ans dans trois semaines, chambre 14
        Elle a 92 ans et vient de la résidence Les Capucines.
        lit 22, homme de 61 ans, CHU d'Angers
        Box 5, 79 ans, d.vasseur@laposte.net
        Le frère du député, 63 ans, hospitalisé le 9 août
        patiente de 34 ans, otage, hospitalisée au CHU d'Angers
        PATIENT DE 71 ANS, LIT 3, ENTRE LE 09/08
        Mr D (71 ans) adressé par la clinique Pasteur le 9 août
        Mme E. tombée le 1er août à 4h15
        Bébé de 3 mois, box 1, mère joignable au 07 81 45 12 36
        quatre-vingt-douze ans, Ehpad Les Hirondelles
        Mme J., née en 39, chambre 2
        Le 9 août, chambre 12, chute avec fracture
        Chute le 9/8 à 6h, ch. 31
        La 231 a été hospitalisée le 9 août.
        Victime du fait divers du 9 août, 24 ans
        Résidente de 81 ans, ancienne directrice de l'école, EHPAD Les Hirondelles
        Homme 58 ans, lit 6, opéré le 9/08/2026
        La patiente O. habite 45 boulevard Gambetta
        M. K. de l'EHPAD Les Hirondelles, 77 ans
        Patient de 103 ans opéré à la clinique Pasteur
        Bonjour, j'ai un patient de 81 ans, chambre 14, qui a reçu deux fois son anticoagulant le 17 septembre. \
        Comment l'auriez-vous déclaré ?
        Nous accueillons une dame de 94 ans venue de la clinique Saint-Augustin. Elle refuse tout.
        Mme L. est entrée le 17 septembre pour une fracture. Depuis, elle ne dort plus.
        Erreur de dose chez un enfant de 3 ans, le 17/09 à 20 h, service de pédiatrie du CH de Bergerac.
        Le voisin de chambre (lit 14, M. C.) s'est plaint du bruit.
        Un homme de 58 ans, ancien maire, hospitalisé depuis le 3 juin.
        Fugue cette nuit : résident de la chambre 22, retrouvé le 4 juin à Bergerac.
        La patiente N. peut être jointe au 06 45 78 12 36.
        Jeune femme de 23 ans, fille du pharmacien, tentative de suicide le 8 mai.
        Homme de 91 ans, box 4 des urgences
        Couple : lui 93 ans, elle 89, EHPAD Les Glycines
        M. T., chambre 8A, diabétique
        femme de 47 ans, seul cas de la région, opérée au CHU de Toulouse
        patient de la 27, 66 ans, décédé le 2 octobre
        Le 2 octobre, box 3, un homme a agressé l'équipe.
        81 ans, lit 14, vit à Bergerac
        Mme O.L., née en 37, foyer Jean-Moulin, chute le 3/10
        nourrisson de 4 mois, CHU de Toulouse, décédé le 6 janvier
        Mr P. domicilié 3 place de la Liberté
        La résidente R. est tombée le 12 août. Elle a été transférée le 13.
        Dame de 87 ans, tél. de la fille 06 45 78 12 36
        Patient de 96 ans, ancien boulanger
        Adolescent de 15 ans, fils du gendarme, chambre 3
        chute d'une résidente de 90 ans le 12/08
        Mme C., 88 ans, chambre 305, VNI mal supportée
        Homme de 33 ans intubé le 25 décembre à l'hôpital Saint-Jacques
        La patiente du 41, opérée le 8 novembre
        M. G., lit 11, idées noires
        95 ans, EHPAD du Lac, refus de soins
        Petite fille de 4 ans qui réside à Vierzon, brûlée le 14 juillet
        Mme B-L, joindre son fils au 06 22 33 44 55
        Il a 91 ans et il est chambre 9.
        73 ans, 17 rue Émile Zola
        Un ancien sénateur de 73 ans, chambre 9
        Chambre 305, le 1er novembre, chute sans témoin
        épouse du sénateur, 66 ans, CHU de Nantes
        premier cas de la région, 12 ans, CHU de Nantes
        M. T. est mort le 1er novembre à 4 h.
        Nous avons eu un monsieur de 58 ans le 8 novembre à la clinique Jeanne-d'Arc.
        Retrouvée le 1er novembre chambre 9
        Mme G., CHU de Nantes, 66 ans
        femme de 102 ans, hospitalisée le 8/11
        Pt M., ch 9, chute
        Bébé de 2 mois, lit 3, né à Vierzon
        """
    )
}
