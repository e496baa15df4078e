extension Corpus {
    /// A fourth mixture, of plain sentences of every day. Invented.
    static let wards = Sample(
        singles: """
            S1  Bonjour, le bureau des entrées me demande de confirmer le NIR 1 55 03 47 157 022 32 de l'assuré, comment faites-vous ?
            S1  CPAM 47, assurée 267118606614311, ALD en cours
            S1  n° de sécurité sociale 2.67.11.86.066.143.11
            S1  Pour mémoire 1 40 01 2A 228 019 43, mutuelle MNH
            S1  Numéro INS 2 39 10 99 123 045 83
            S1  copie : Mme ..., 1-40-01-40-228-019-58
            Q8  numéro de sécu incomplet 1 55 03 47 157 022
            Q8  Il manque la clé : 2671186066143
            Q8  assurée 2 39 10 99 123 045
            S2  Nous avons deux IPP pour la même personne : 900123 et 900132.
            S2  IPP 900123, bilan du jour non prescrit
            S2  Identité : IPP 900123 / sexe F
            S2  ipp:900123
            S2  L'IPP, 900123, ne remonte pas dans le PACS.
            S2  Patient #900123
            S2  dossier patient 900123
            S2  Dossier médical n° 900123 demandé par l'avocat
            S2  Plainte, dossier 900123
            S2  n° dossier = 900123
            S2  NDA 2602114
            S2  nda n°2602114
            S2  IEP:2602114
            S2  N° séjour : 2602114, GHM erroné
            S2  N° de venue : 2602114
            S2  passage aux urgences n° 2602114
            S2  n° d'admission : 2602114
            S2  hospitalisation n°2602114
            S2  bracelet 2602114
            S2  n° identifiant 900123
            S2  n° d'identification 900123
            S2  demande d'examen n° 2602114
            S2  n° anapath 26-02114
            S3  Je suis née en 1980 et ma patiente le 18 août 1932, elle me raconte la guerre.
            S3  patiente née le 18/08/1932
            S3  né le 18/8/32
            S3  DDN 18/08/1932
            S3  DDN : 18 août 32
            S3  D.D.N : 18/08/1932
            S3  date de naissance le 18 août 1932
            S3  Date de naissance erronée : 18/08/1923
            S3  né le 18 aout 1932
            S3  NEE LE 18/08/1932
            S3  née à Agen en août 1932
            S3  Elle est née le 18 août 1932 et vit toujours chez elle.
            S3  notre résidente est née le 18 août 1932
            S3  un homme né le 18 août 1952
            S3  enfant né le 18/08/2020
            S3  nouveau-né, né le 18/08/2026 à 5 h
            S3  petite fille née le 18 août 2022
            S3  jumelles nées le 18 août 2026 à 33 SA
            S3  né(e) le 18/08/1932
            S3  F née 18/08/32
            S3  Elle a eu 94 ans le 18 août
            S3  on lui a fêté ses 94 ans le 18 août
            S3  Sexe F, naissance 18/08/1932
            S4  Bonjour, j'aimerais vos avis pour Mme Tastet qui refuse de se laver depuis un mois.
            S4  Nous avons contentionné Mme Tastet à la demande du fils.
            S4  Comment convaincre M. Lamaison d'arrêter de fumer ?
            S4  M LAMAISON fume au lit
            S4  Monsieur Lamaison fume au lit
            S4  M. Lamaison, BPCO stade 4, fume au lit
            S4  Robert Lamaison, BPCO, fume au lit
            S4  Patient LAMAISON, BPCO
            S4  Le patient Robert Lamaison fume au lit
            S4  le résident Robert Lamaison
            S4  nom: lamaison
            S4  Mme Tastet et M. Lamaison se sont battus au salon.
            S4  La femme de M. Lamaison apporte des cigarettes.
            S4  le frère de Mme Tastet est tuteur
            S4  la famille Lamaison refuse
            S4  sa fille Monique Lamaison
            S4  Mme Monique Lamaison, sa fille, veut porter plainte
            S4  Mme TASTET Raymonde
            S4  Mme Raymonde
            S4  Mme Tastet-Lamaison
            S4  mme tastet a vomi son repas
            S4  mme Tastet pas de selles
            S4  Mme Tastet, pas de selles
            S4  Mme Tastet pas de selles depuis 4 j
            S4  1. Mme Tastet 2. M. Lamaison
            S4  Chute de Mme Tastet hier soir.
            S4  Décès de M. Lamaison cette nuit
            S4  Retour de Mme Tastet avec une sonde
            S4  Sortie M. Lamaison
            S4  Le pilulier de Mme Tastet a été donné à M. Lamaison
            S4  Rendez-vous de Mme Tastet chez l'ophtalmo
            S4  la chambre de Mme Tastet
            S4  chez Mme Tastet
            S4  Mme Bakayoko ne mange pas de porc
            S4  Mme Kaya, turque, ne comprend pas
            S4  Mme dos Reis
            S4  M. Mac Gregor
            S4  Mme Saint Martin
            S4  Mme d'Hauteville
            S4  Mme Le Bris
            S4  M. Delatour
            S4  M. Hernández
            S4  M. Nowak
            S4  M. Teriitahi
            S4  Mme Pelletier, CHSLD
            S4  Mme Janssens
            S4  Mme Fleury sourit
            S4  Mme Meunier s'énerve
            S4  Mme Berthe est née ici
            S4  Mme Camille
            S4  M. Lejeune
            S4  M. Bouvier
            S4  M. Masson
            S4  le petit Hugo
            S4  la petite Lina a convulsé
            S4  bébé Lina
            S4  l'enfant TASTET Lina
            S4  la maman de Lina
            S4  Lina Tastet, 4 kg, bronchiolite
            S4  papi Robert
            S4  veuve Tastet
            S4  un patient nommé Lamaison
            S4  patiente prénommée Raymonde
            S4  Madame Tastet du 1er
            S4  Mme Tastet nous a quittés
            S4  Mme Tastet va mieux, merci à tous
            S4  Et pour Mme Tastet, on fait quoi ?
            S4  cf Mme Tastet
            S4  ATCD M. Lamaison : AVC
            S4  M. Lamaison, patient du Dr Duport
            S4  l'aidante, Mme Tastet, craque
            """,
        combinations: """
            Dame de 84 ans, chambre 31, tombée le 6 mai
            94 ans, EHPAD Sainte-Foy, fracture
            M. H., le 6 mai
            Mme F., 84 ans, EHPAD Sainte-Foy
            Pt H. lit 4, AVC
            Mme F : lit 4
            ch 31 le 6/05
            84 ans - ch 31 - 6/05/26
            84 ans, chute à l'EHPAD Sainte-Foy le 6 mai 2026
            La résidente de la chambre 31 est tombée le 6 mai.
            la 231 est tombée le 6 mai
            Un homme de 93 ans habitant Agen
            96 ans, ancienne couturière, EHPAD Sainte-Foy
            98 ans, le 6 mai
            centenaire, chambre 31
            Fille du maire, 23 ans, TS le 6 mai
            Ancien notaire, 77 ans, chambre 31
            Gendarme de 36 ans, brûlé le 6 mai
            Premier cas de chikungunya du département, 52 ans, CH d'Agen
            Quadruplés, mère de 33 ans, CHU de Bordeaux
            Fait divers, femme de 40 ans, le 6 mai
            Homme de 40 ans, 12 rue des Fleurs
            Mme F., 12 rue des Fleurs, 1er étage
            lit 4 : appeler le 06 71 82 93 04
            bébé de 8 jours, CH d'Agen, le 6 mai
            enfant de 6 ans, chambre 2, opéré le 6 mai
            ado de 15 ans, box 3, le 6 mai
            Mme F., accouchée le 6 mai
            M. H., SDRE depuis le 6 mai
            patient de 29 ans, SDRE, CHD La Candélie, le 6 mai
            femme 58 ans box 3 le 6 mai
            AVP 6 mai, homme 58 ans, box 3
            scanner de Mme F. le 6 mai
            ordonnance du 6 mai, Mme F.
            Mme F., SSIAD, le 6 mai
            M. H., dialysé le 6 mai
            Erreur le 6 mai chez M. H.
            chute de Mme F. le 6 mai
            mme f. chambre 31
            84 ans chambre 31 le 6 mai
            homme né en 1942, chambre 31, chute le 6 mai
            âgée de 84 ans, elle vit à Marmande, chute le 6 mai
            J. H., 71 ans, lit 4
            Patient JH, lit 4
            M. H. 71 ans lit 4
            71 ANS, LIT 4, LE 6 MAI
            """,
        harmless: """
            Bonjour à toutes et à tous, notre EHPAD cherche une trame de projet personnalisé.
            Nous passons de 8 h à 12 h en septembre, vos retours ?
            Chez nous, les AS font les glycémies après formation.
            Que proposez-vous à une dame qui crie toute la nuit ?
            La famille demande une contention, nous refusons.
            Le Dr Faure quitte le service, merci à lui.
            Pr Lamy, centre mémoire : conférence le 6 mai.
            Bonjour Mme Ducos, merci pour votre réponse.
            Christelle, tu peux renvoyer le lien ?
            Bonne retraite Josiane !
            Je laisse la parole à Karine.
            Message de Nadine : la salle est réservée.
            Notre ergothérapeute, Laure, a dessiné la cale.
            Staff du 6 mai annulé.
            Semaine 19, du 4 au 8 mai.
            Le 8 mai est férié, le 9 non.
            Le guide HAS du 6 mai 2024 est clair.
            Version 4 du 06/05/2026.
            Le logiciel est tombé en panne le 6 mai.
            Commission des menus le 6 mai.
            Vaccination du personnel du 6 au 20 octobre.
            Trois lits de répit.
            La chambre du fond est libre.
            Salle 12, 1er étage.
            Poste 31 pour joindre la cadre.
            UF 4512, service 0310.
            Code UF 2114.
            L'accueil de jour est au 12 rue des Fleurs.
            Cadre de garde : 06 71 82 93 04.
            Centre antipoison de Bordeaux 05 56 96 40 80.
            contact@cpias-exemple.fr
            Le CH de Marmande ouvre un hôpital de jour.
            La clinique Calabet a un bon protocole.
            Tonneins, c'est à 20 minutes.
            Spironolactone 25 mg.
            Ramipril 5 mg si TA > 13.
            Insuline 12 UI, correction +2 si > 2,5.
            Macrogol 2 sachets.
            Quétiapine 25 le soir ?
            Céfixime 200 mg × 2, 7 jours.
            Ceftriaxone 1 g/24 h.
            Enoxaparine 0,6 × 2.
            Nicardipine 2 mg/h.
            Propofol 2 mg/kg.
            Remplissage 500 mL.
            O2 4 L/min masque.
            Braden 15.
            MMSE 22/30.
            TUG 18 s.
            GIR moyen 2,4.
            IMC 19.
            CRP 12.
            K+ 3,2.
            INR cible 2-3.
            Escarre stade 2, 3 × 2 cm.
            Sonde 18, ballonnet 10.
            Redon 50 mL.
            Maladie de Horton : corticoïdes.
            Syndrome de Gilbert.
            Paralysie de Bell.
            Hernie de Bochdalek.
            Signe de Lasègue.
            Échelle de Borg.
            Test de Moberg.
            Test de l'horloge.
            Score de Mirels.
            Classification de Fontaine.
            Thérapie de Feil.
            Concept Tubbe.
            Loi Kouchner, loi Leonetti.
            Dossier de liaison d'urgence : à jour ?
            Dossier 12 du lot 4.
            Lot 900123 : rappel.
            Devis n° 900123.
            FEI n° 900123.
            Réf. 900123.
            Facture 2602114.
            Mot de passe : 900123 jours d'attente, blague à part.
            Patient n° 1 de l'étude.
            Nombre de séjours : 12 450.
            Étude de 2 345 séjours.
            Les 80 ans et plus.
            Après 85 ans, prudence.
            Un bébé de moins de 3 mois : hospitaliser.
            À 18 mois, vaccin.
            Mon père, 84 ans, vit chez moi.
            Mimosa, notre lapin, est mort.
            Prosper est le nom du robot.
            Le module Hugo.
            Projet Marius.
            M. Tout-le-monde.
            Monsieur X refuse, Madame X accepte : cas d'école.
            M., Mme, Mlle : le formulaire.
            Madame, je vous remercie.
            M. le maire est passé.
            Les gendarmes ont formé l'équipe.
            Ancien combattant : droits ?
            Un cas unique dans la littérature, lisez l'article.
            Triplés : quelle cotation ?
            """
    )
}
