extension Corpus {
    /// What members write to each other every day and that denotes no patient: doses, scales, dates of meetings,
    /// rails of beds, laws, prices, colleagues. Invented.
    static let harmless = lines(
        """
        Fiche chute
        Protocole fugue, version 2
        Commission chute : qui vient ?
        Utile, au nom de Claire Besnard
        Bonjour Mme Besnard, merci pour la grille.
        Paracétamol 1 g × 4/j, relais per os dès que possible.
        Morphine 5 mg SC toutes les 4 h, interdose 2,5 mg.
        Lovenox 4000 UI 0,4 mL à 20 h : qui contrôle les plaquettes ?
        Eliquis 2,5 mg matin et soir chez l'insuffisant rénal.
        Doliprane, Dafalgan, Efferalgan : même molécule.
        Sonde urinaire CH 16, ballonnet 10 mL.
        Sonde vésicale ch 14 ou ch 16 chez l'homme ?
        Cathéter 22 G, 25 mm, côté gauche.
        Aspiration : sonde Ch 12, dépression 150 mmHg.
        CH50 et C3 abaissés, que faire ?
        Échelle de Braden à 14/23, Norton 12/20.
        Score de Lee à 2, ASA 3, NYHA III.
        Score de Glasgow 13/15, pupilles réactives.
        MMSE 22/30 en mars, GDS 8/15 en mai.
        Algoplus 3/5, EVS 2/4, Doloplus 12/30.
        TA 14/8, FC 72, SpO2 94 % en air ambiant.
        GIR 2, IADL 3/8, MNA 17/30.
        Pansement tous les 3 jours, ablation des fils à J12.
        La maladie de Charcot touche 1 personne sur 15 000.
        Syndrome de Guillain-Barré et maladie de Lyme
        Position de Trendelenburg, manœuvre de Heimlich, loi de Laplace
        Maladie de Parkinson : horaires stricts du Modopar 125.
        Signe de Babinski, pouls de Corrigan, dyspnée de Kussmaul
        Les barrières de lit sont-elles une contention ?
        Deux barrières de lit sur prescription, réévaluée toutes les 24 h.
        Tête de lit à 30°, fauteuil 2 fois par jour.
        Nous avons 12 lits de court séjour et 30 lits de SSR.
        Service de 28 lits, 14 chambres doubles
        Chambre double ou chambre seule : 60 € par jour.
        Une chambre sur deux n'a pas de rail.
        La chambre d'isolement a deux portes.
        Lit médicalisé 90 × 200, charge 250 kg
        Réunion le 12 mai à 14 h en salle 3.
        Prochain groupe de travail : mardi 9 juin, 13 h 30 - 15 h.
        Rendez-vous jeudi 14 à 17 h pour la visio.
        CLIN le 3 mars, CLUD le 10 mars, staff le 17.
        Date limite des réponses : 30/09/2026.
        La formation aura lieu du 4 au 6 novembre.
        Compte rendu de la réunion du 12/05 en pièce jointe
        On se voit le 14 ? Sinon le 21.
        Journée mondiale de l'hygiène des mains le 5 mai
        Semaine sécurité patient du 23 au 27 novembre
        Mise à jour du protocole le 3 janvier 2026, version 4.
        Le décret n° 2016-151 du 11 février 2016 le permet.
        Loi du 22 avril 2005, dite Leonetti
        Loi Claeys-Leonetti du 2 février 2016
        Circulaire DHOS du 15 mars 2004
        Article L. 1111-4 du code de la santé publique
        Recommandation HAS de mai 2021, page 12
        Arrêté du 6 avril 2011 relatif au management de la prise en charge médicamenteuse
        doi:10.1016/j.jhin.2020.01.012
        PMID 31052019, lu et approuvé
        ISBN 978-2-294-76543-2
        https://www.has-sante.fr/jcms/c_2831393/fr/contention
        Réf. 12-2019-458, lot 24C0512, péremption 05/2027
        Code CIP 34009 300 123 4 5
        FINESS juridique 870000015, SIRET 26870851800015
        RPPS 10001234565 à renseigner dans le profil
        Mme la directrice nous soutient.
        M. le directeur des soins est d'accord.
        Madame la Ministre a répondu.
        Monsieur le Président, chers collègues,
        Madame, Monsieur, bonjour,
        Messieurs, mesdames, à vos agendas
        le docteur Martin passe le mardi
        Dr Lefèvre et Pr Aubry ont relu la fiche.
        Docteur Sophie Lefèvre, gériatre
        Pr. Durand recommande la même chose.
        Merci Claire, merci Yannick !
        Bonjour Claire, tu as raison.
        Claire Martin a proposé un texte, Paul l'a relu.
        Merci à Nadia Besnard pour la photo du chariot
        Bien cordialement, Sophie Lambert, IDE
        Sophie Lambert
        Cadre de santé, pôle gériatrie
        Poste 4512, bip 214
        Le numéro vert 0 800 000 000 est gratuit.
        Urgences : composez le 15 ou le 112.
        Le 3114 répond jour et nuit.
        Le 12 est férié, le 13 est chômé.
        Relève à 6 h 45, 13 h 45 et 20 h 45
        Équipe de 12 h, roulement en 2/2/3
        Je suis de nuit, 21 h - 7 h.
        Notre EHPAD accueille 84 résidents, âge moyen 87 ans.
        L'EHPAD compte 84 places dont 14 en unité protégée.
        Les CHU recrutent, les CH aussi.
        En SSR comme en USLD, la question se pose.
        À l'hôpital de jour, nous faisons autrement.
        À la maison, le conjoint peut le faire.
        La commune de résidence n'intervient pas.
        En ville, les pharmaciens le délivrent.
        Les plus de 65 ans doivent être vaccinés.
        Vaccin dès 11 ans, rattrapage jusqu'à 19 ans.
        Chez l'enfant de 6 à 12 ans, on préfère l'EVA.
        Depuis 12 ans, je travaille de nuit.
        Il y a 3 ans, nous avions perdu cinq collègues.
        J'ai 25 ans de métier et toujours pas de réponse.
        Un délai de 2 ans, c'est long.
        Garantie 5 ans, maintenance tous les ans
        Le matelas a 8 ans.
        Le service fête ses 30 ans.
        Une étude sur 5 ans et 1200 patients
        Survie à 10 ans : 34 %.
        Étude menée entre le 1er mars 2019 et le 30 juin 2021 dans douze services
        Cohorte recrutée du 1er janvier 2015 au 31 décembre 2018
        Prix : 12,50 € la boîte de 100
        2 × 500 mL de NaCl 0,9 %, débit 83 mL/h
        Dilution 1/10, puis 1/100
        Il reste 3/4 du stock.
        Un patient sur trois, un résident sur deux
        1 IDE pour 12 patients, 1 AS pour 10
        Patient traceur : qui l'a fait ?
        Le Patient Traceur et la Revue de Morbi-Mortalité
        Le patient Covid reste isolé 7 jours.
        Les patients Alzheimer déambulent plus.
        Le patient BPCO a une SpO2 cible de 88-92 %.
        Patient sous AVK : INR cible 2-3
        PATIENTS PORTEURS DE BHRE : PRÉCAUTIONS CONTACT
        MERCI DE NE PAS RÉPONDRE À TOUS
        La fille de salle ne porte pas de gants.
        Fils résorbable ou fil 4/0 ?
        Fils de suture 3/0, aiguille courbe
        La mère de famille qui exerce à mi-temps
        Les familles demandent, les enfants aussi.
        Sa fille ou son fils peut signer ?
        La personne de confiance peut-elle consulter le dossier ?
        Le dossier de 300 pages attend.
        Dossier n° 3 de l'ordre du jour
        Séjour de 12 jours en moyenne
        IPP à demi-dose au bout de 8 semaines
        IPP 20 mg ou 40 mg ?
        INS : comment qualifier l'identité ?
        Le NIR ne se note pas sur la pancarte.
        DDN à vérifier à chaque étape
        La date de naissance se demande à voix haute.
        Nom, prénom, date de naissance : trois questions ouvertes
        Nom du produit : Chlorhexidine alcoolique
        Hépatite B, vaccin DTP, vitamine K
        Groupe A, groupe O, facteur V
        Plan B, réponse C, annexe D
        M1 et M2 en sciences infirmières
        M. et Mme Tout-le-monde n'y comprennent rien.
        Mme X, M. Y : cas fictif
        Monsieur Untel, pour l'exemple
        Un cas d'école, cas clinique n° 4
        Premier point, dernier point
        Bic, Post-it, Excel : rien d'autre
        Pyxis, Omnicell : vos retours ?
        Salle 214, 2e étage, bâtiment C
        Amphithéâtre Laennec, porte 4
        12 place du Marché : c'est là que se tient la visio ? Non, en salle.
        Cours de 2 h sur les pansements
        33000, 24000, 19000 : trois départements
        Contact du secrétariat : 05 55 00 12 34
        secretariat.clin@ch-exemple.fr pour les inscriptions
        Marché public n° 2026-114, 45 000 € HT
        Fiche n° 12 : la mobilisation
        Question 7 : 12 réponses, 3 abstentions
        Un lit, une chaise, une sonnette : c'est tout.
        Elle lit 20 minutes avant de dormir.
        Ne pas jeter le bac.
        Né d'une idée simple, le groupe avance.
        Mars, avril et mai sont chargés.
        Le petit déjeuner est à 8 h.
        La petite équipe du matin finit à 14 h.
        Le petit Robert ne donne pas de définition.
        Ma fille a la grippe, je serai absente lundi.
        Vivre à Limoges, travailler à Brive : deux heures de route
        EVA à 3/10 le matin et 5/10 le soir
        Compter 2 ans pour le label
        Unité de soins palliatifs, 10 lits, 24 ETP
        Oxycodone LP 10 mg matin et soir, puis 20 mg.
        Furosémide 40 mg IV, à renouveler à 16 h si diurèse < 500 mL.
        Sonde naso-gastrique CH 10, repère à 55 cm
        Drain de Redon n° 12 à J3
        Score de Waterlow 18, Norton 14/20
        Glycémie à 1,80 g/L, HbA1c 7,2 %
        Saturation 92 %, fréquence 24/min, EVA 4/10
        Maladie de Crohn et rectocolite
        Syndrome de Korsakoff : vos expériences ?
        Bandelette, clairance selon Cockcroft, formule de Bazett
        Le lit fluidisé coûte 45 € par jour.
        Lits superposés interdits, lit bas conseillé
        4 lits fermés cet été
        La chambre mortuaire ferme à 18 h.
        Réunion du comité le 4 août à 10 h
        Le prochain café des pratiques est fixé au jeudi 10 septembre.
        Webinaire SFGG le 11/12 à 18 h
        Merci de répondre avant le 15 janvier.
        Le questionnaire est ouvert jusqu'au 3 février.
        Congrès de Nantes du 8 au 10 avril
        Loi HPST du 21 juillet 2009
        Décret 2021-1934 du 30 décembre 2021
        article R. 4311-5 du CSP
        NF EN ISO 15189:2022
        DOI 10.1186/s12877-019-1234-5
        PMID: 28012001
        ISSN 1234-5678
        version 2.10.3 du 12 mai
        Lot 260412, code 3400930012345
        M. le maire adjoint inaugurera la salle.
        Madame la Directrice générale, merci.
        Mesdames et messieurs les cadres
        Le Dr Ferrari prescrit, le Pr Simon valide.
        Docteur Ferrari, unité 3
        Merci Yannick, ton tableau est très clair.
        À bientôt, Hélène
        Hélène Caron, pharmacienne
        Infirmière hygiéniste, poste 3312
        Accueil : 05 65 00 00 00
        qualite@exemple-sante.fr
        Numéro d'appel du SAMU : 15
        Transmissions à 14 h, tour de change à 16 h
        12 h de repos entre deux postes
        Nous avons 62 résidents de 67 à 103 ans.
        Moyenne d'âge : 88 ans
        La majorité a plus de 85 ans.
        Personnes de 75 ans et plus
        Ados de 12 à 17 ans
        Une cohorte suivie pendant 4 ans
        En poste depuis 9 ans, jamais vu ça
        Le bâtiment a 45 ans.
        Âge légal : 18 ans
        Taux de chute de 12 % en 2025, 9 % en 2026
        Entre janvier 2020 et mars 2024
        9,90 € les 50 paires
        1/4 de comprimé, 1/2 le soir
        Le patient expert intervient en formation.
        Parcours Patient Âgé en Chirurgie
        Patient Parkinsonien : à quelle heure ?
        Patients insuffisants cardiaques, régime à 6 g
        TOUS LES PATIENTS SONT CONCERNÉS
        Le fils conducteur de la séance
        Aiguille et fil, fils de nylon
        Les proches demandent souvent l'heure.
        La mère doit-elle rester ?
        Dossier complet sous 8 jours
        Numéro d'agrément 24-118
        INS qualifiée : 92 % en juin
        Nom commercial : Tegaderm
        Hépatite C, groupe B, stade D
        Option A ou option B ?
        Mme Machin, M. Truc, exemples inventés
        Monsieur X arrive aux urgences : cas fictif
        Salle Pasteur, bâtiment 12
        Cours d'anatomie le lundi
        Trois ans plus tard, rien n'a changé.
        Né du terrain, l'outil est simple.
        Le premier quart d'heure compte.
        Vidal, Theriaque, Antibioclic : lequel ?
        Venez à Cahors le 10 septembre pour la journée régionale.
        EHPAD de 80 lits, deux médecins coordonnateurs
        Aide à la marche : canne, Rollator, déambulateur
        La résidence ferme ses portes au public à 20 h.
        Elles sont 3 pour 45 résidents.
        Pour la douleur, 0 = aucune, 10 = maximale
        Les 5 moments de l'hygiène des mains
        Le groupe 2 a rendu son travail le 6 mars.
        Pas de Mme ou M. sur l'affiche, merci.
        Bonjour à toutes et à tous, je suis infirmière au CHU de Toulouse. Nous avons changé de pansement le 3 \
        mars et j'aimerais vos retours.
        Bonjour, dans notre EHPAD de 80 lits, nous cherchons un protocole de prévention des chutes. Merci \
        d'avance !
        Cordialement, Sandrine Roux, cadre de santé, CH de Bergerac, 05 53 00 00 00, s.roux@ch-bergerac.fr
        Suite à la réunion du 12 mai, voici le compte rendu. Prochaine date : le 9 juin à 14 h, salle 12.
        Le CHU de Toulouse organise une journée le 4 octobre, inscriptions au 05 61 00 00 00.
        Chez un patient sous AVK avec INR à 5, faut-il donner 1 mg ou 2 mg de vitamine K ?
        Pour les plus de 80 ans, la dose passe à 2,5 mg deux fois par jour.
        Nos aides-soignantes ont 15 ans de métier, elles savent.
        La fiche a été validée le 4 juillet par le Dr Castel et la cadre, Mme Roux.
        Mme Roux, cadre de santé, animera l'atelier.
        Le prochain audit porte sur 30 dossiers, du 1er au 30 juin.
        Le taux d'occupation est de 94 %, contre 91 % en 2025.
        Le coussin anti-escarre coûte 89 €, garanti 2 ans.
        Attention au lot 12A45, périmé au 30/06/2026.
        Le service ferme du 1er au 15 août pour travaux.
        Trois personnes sur dix ont répondu au questionnaire du 6 avril.
        En 2019, nous avons ouvert douze lits d'UHR.
        Échelle ECPA 12/32 avant soin, 8/32 après.
        Prescription : 2 cp à 8 h, 1 cp à 12 h, 1 cp à 20 h.
        Oxygène 3 L/min, objectif 94 %.
        Faut-il lever les barrières du lit d'un patient agité ?
        Deux chambres à deux lits et huit chambres seules
        Une chambre d'hôpital à 21 °C
        Le matelas du lit est à changer tous les 5 ans.
        À quel âge arrêter la mammographie ? 74 ans ?
        Le dépistage concerne les femmes de 50 à 74 ans.
        Test de Schirmer, épreuve de Rinne, manœuvre de Valsalva
        Syndrome de Diogène : comment entrer chez les gens ?
        La méthode Montessori, l'approche Gineste-Marescotti
        La pyramide de Maslow et le modèle de Virginia Henderson
        Réglementation : article R. 4312-10, arrêté du 3 février 2022
        Étude de Dupont et al., 2021, doi 10.1016/S0140-6736(21)00123-4
        Voir la page 45 du guide HAS (mars 2020).
        Nous sommes trois pharmaciennes et un préparateur.
        Le préparateur en pharmacie passe le lundi et le jeudi.
        Merci Sandrine pour ton message du 4 mai.
        Je rejoins Paul : tout dépend de l'heure.
        Qui utilise Titan, Osiris ou Netsoins ?
        Seringue de 10 mL, aiguille 21 G, robinet 3 voies
        Un patient n'est pas un numéro de chambre.
        On parle trop de « la 12 » au lieu des gens.
        Le numéro de dossier doit figurer sur chaque page.
        Pensez à vérifier nom, prénom, sexe et date de naissance.
        Vérification de l'INS : nom de naissance, premier prénom, sexe, DDN.
        La famille peut-elle refuser la contention ?
        Que répondre à une fille qui demande à lire le dossier de sa mère ?
        Le fils du patient est-il prévenu ?
        La tutrice signe, pas la fille.
        Bravo pour vos 20 ans !
        Tour de table à 14 h 05, fin à 15 h 30
        Le groupe se retrouve le premier mardi du mois.
        Le protocole date du 4 mai 2018.
        Taux d'hémoglobine à 8 g/dL, on transfuse ?
        Loi de 2002, décret de 2006
        Code postal 33076, cedex
        Le Samu 33 et le Smur 24
        La ligne 7, arrêt Hôpital Pellegrin
        Le restaurant du personnel ferme à 14 h 30.
        Cotation AMI 4, AIS 3, BSC
        PHARMACIE À USAGE INTÉRIEUR : OUVERTE DE 9 H À 17 H
        Lasilix 20 mg, 1 le matin, 1 à midi
        Insuline : 12 UI le matin, 8 UI le soir
        Score de Child B, MELD 14
        Ranson 3, APACHE II 18
        Maladie de Horton, maladie de Paget
        Antécédents : BPCO, HTA, AOMI
        Rail de lit : norme EN 60601-2-52
        Combien de lits par IDE la nuit ? 25 chez nous.
        Chambre climatisée ou non ?
        Réunion de bureau lundi 3 à 18 h
        RDV le 14 décembre pour la suite
        Vote clos le 30 novembre à minuit
        Le 1er décembre, journée du sida
        Le décret du 17 janvier est paru.
        Instruction DGOS/PF2/2026/45 du 2 mars 2026
        RMM du 12 octobre reportée
        Budget : 3 500 € sur 2 ans
        Dr Kowalski absent jusqu'au 15
        Pr Tessier, chef de pôle
        Mme la présidente ouvre la séance.
        M. le doyen a promis une salle.
        Bonne année à tous !
        Merci Manon, merci Lucas.
        Sophie et Karim préparent l'affiche.
        Karim Haddad, IADE, CHU de Nantes
        Tél. du standard : 02 40 00 00 00
        12 h 30, salle Chevalier
        Loi Kouchner, plan Cancer, rapport Claris
        Échographie à 22 SA, 32 SA
        Les bébés de moins de 3 mois
        Un bilan à 6 mois, un autre à 1 an
        Après 70 ans, on adapte.
        Mon expérience : 22 ans de bloc
        Il a fallu 5 ans pour l'obtenir.
        Le logiciel a 10 ans.
        Les familles viennent le dimanche.
        Sa fille veut rester la nuit : que dit votre règlement ?
        Un fils qui filme les soins, que faire ?
        Patient agité, patient calme : deux protocoles
        Patients porteurs d'un PICC line
        La patiente est-elle d'accord ?
        Résidents en GIR 1 et 2
        Les internes tournent en novembre et en mai.
        Code de la porte : voir l'accueil
        Version du 4 septembre, page 3
        Question 12 : non, question 13 : oui
        Taille M pour les blouses, L pour les pantalons
        Groupe B rhésus positif
        VVC, PAC, SNG, SAD : rien à signaler
        Note de 14/20 à la certification
        """
    )
}
