extension Corpus {
    /// A ward’s notes beside posts of several sentences, and words that only look like someone. Invented.
    static let admissions = Sample(
        singles: """
            S1  2 51 07 78 646 112 68 : est-ce que ce NIR est valide ?
            S1  Assuré social n° 1.68.02.59.350.021.56
            S1  SECU : 1/84/10/33/063/204/90
            S2  Retrouver l'IPP 70052218 dans Hôpital Manager
            S2  IPP 7.005.221.8
            S2  n° dossier : 2025/00218
            S2  dossier patient : 70 05 22
            S2  NDA 250052218 (HDJ)
            S2  IEP - 250052218
            S2  numéro de séjour 250052218
            S2  no patient 700522
            S3  né le 9 septembre mil neuf cent trente
            S3  née le 9/9/30
            S3  D.D.N 09/09/1930
            S3  date de nais. : 9 sept. 1930
            S3  nee le neuf septembre trente
            S3  né un 9 septembre, en 1930
            S3  Né(e) en 09/1930
            S3  née au mois d'août 1933
            S4  Mme Carrère, c'est la plus lourde du secteur
            S4  M. Fabre, toujours pas à jeun !
            S4  le cas Destouches, suite et fin
            S4  je revois mr delpech lundi
            S4  mme hourcade refuse tt
            S4  MME LARTIGUE - DIABETE - INSULINE
            S4  le dossier médical de Mme Sentenac
            S4  la fille de mme Bégué appelle ts les jours
            S4  Madame Jeanne Lacoste-Duprat
            S4  Marcel Dumas est agité ce soir
            S4  résident Caubet : refus de soins
            S4  patient Mr Laffont
            S4  LAFFARGUE Pierre 84 ans
            S4  Pierre Laffargue (ch. 12)
            S4  P. Laffargue, ch. 12
            S4  Ginette Soubiran ne mange plus rien
            S4  l'IDE a vu Mme Desclaux
            S4  la voisine de chambre de Mme Barthe
            S4  Mr BARTHE ET MME LABORDE
            S4  Mme Ithurralde : K+ 5,9
            S4  le mari de Mme Uhalde
            S4  Mlle Léa Etcheto
            S4  petite Léana, 3 ans
            S4  Monsieur Zidane (homonyme)
            S4  Mme Ndiaye Fatou
            S4  M. Trần Văn Bình
            S4  Mme Müller-Schäfer
            S4  chambre de Mme Lagarde
            S4  décès de Jean Casteran hier
            S4  "Mme Sarthou veut mourir"
            Q1  Une dame (86 ans) chute souvent.
            Q1  64 ans, cirrhose Child C
            Q1  Homme 47a, alcool
            Q1  pte 92ans
            Q1  il est âgé de 77 ans
            Q1  fille de 9 ans asthmatique
            Q1  âgée de quatre-vingt-quatorze ans
            Q1  monsieur, 71 ans, BPCO
            Q1  bébé de 11 mois
            Q1  femme de 50ans ménopausée
            Q2  Elle est tombée le 8 septembre.
            Q2  admis le 8/09 à 23 h
            Q2  transféré le jeudi 8 mai
            Q2  vu le 12/04/2025 en consultation
            Q2  décédé dans la nuit du 8 au 9
            Q3  chambre n°308
            Q3  ch 308 P
            Q3  au lit 14, perf bouchée
            Q3  le résident de la 25
            Q3  Box n° 6, agité
            Q4  hospitalisée au CH de Saint-Palais
            Q4  vit à Larceveau
            Q4  EHPAD Jean-Dihursubehere, résidente agitée
            Q4  vient de l'hôpital Robert-Boulin
            Q4  né à Tardets
            Q5  c'est le frère du maire
            Q5  ancienne championne de ski
            Q5  femme du notaire
            Q6  rescapé de l'avalanche
            Q6  seul cas en France
            Q7  Mme E., sourde
            Q7  M. N. est tombé
            Q7  patient D.
            Q7  Mme A.B.
            Q8  NIR 2 51 07 78 646 112 00
            Q9  sa fille au 06 77 88 99 00
            Q9  tél : 05.59.11.22.33 (fils)
            Q9  mail de la nièce : l.etcheto@free.fr
            Q9  vit au 12 rue Pannecau
            Q9  06 77 88 99 00
            Q9  adresse : 2 chemin de Halage, 64100 Bayonne
            """,
        combinations: """
            Bonjour, dame de 84 ans, chambre 12, tombée le 8 septembre : AOD ?
            M. N., ch 4, décédé
            Mme E. 88 ans EHPAD Jean-Dihursubehere
            91 ans, vit à Larceveau
            Frère du maire, 66 ans, CH de Saint-Palais
            ch 12, 84 ans, fils 06 77 88 99 00
            Le résident du 25 est tombé le 8
            H 58a, berger à Larrau, chute le 8/09
            pt D, 71a, ch 3
            Mme A. B. opérée le 12/04
            ancienne championne olympique, 79 ans, opérée le 3 mai
            seul survivant, 24 ans, avalanche du 4 février
            F 93a ch 8
            Patient de 45 ans, gendarme à Mauléon, vu le 3 juin
            lit 14 : décès le 8/05 à 4h
            Mr T. 06 77 88 99 00
            87 ans, Mme L., ch 3
            jeune de 17 ans, fils du proviseur
            La doyenne, 105 ans, chambre 1
            bébé de 11 mois, box 2, tél mère 06 77 88 99 00
            """,
        harmless: """
            Bonjour à tous. Nous ouvrons une unité de 14 lits en janvier. Avez-vous une liste de matériel ? Merci d'avance.
            Dans notre service, les contentions ont baissé de 30 % en 2 ans grâce à une revue hebdomadaire. Le Dr Fabre a animé les staffs.
            Je reprends la question de Paul : le Kardégic 75 se coupe-t-il ? Non, d'après le Vidal.
            Notre pharmacienne, Mme Lagarde, propose un atelier le 8 septembre à 14 h en salle 2.
            Le webinaire de la HAS du 8 mai est reporté au 12 juin. Inscription : formation@has.example.
            En cas de chute, on note l'heure, le lieu et les circonstances. On prévient la famille sous 24 h.
            Chez la personne âgée de plus de 80 ans, la posologie de Xarelto est de 15 mg si la clairance est entre 15 et 49 mL/min.
            Étude de Gallagher (2011) : 382 patients, âge médian 80 ans, STOPP/START.
            Le résident a le droit de refuser. Tracez le refus et réévaluez à J1, J3 et J7.
            Grille à remplir : nom, prénom, date de naissance, chambre, poids, taille.
            Mme Bernard et M. Petit, cadres, répondront à vos questions le mardi 3.
            Merci Martine, merci Jean-Pierre !
            Jean-Pierre, tu as le lien ?
            Martine Dubois anime l'atelier.
            Thomas Roux et Léa Colin ont écrit la fiche.
            Contact : Léa Colin, référente douleur, poste 4512.
            Je m'appelle Claire et je débute.
            Je suis Claire Besnard, IDE à Dax.
            Félicitations à Nadia, diplômée le 3 juillet.
            Départ de Lucie le 30 septembre.
            Bienvenue à Hugo, interne.
            L'équipe de Mont-de-Marsan nous rejoint.
            Le réseau de Bayonne organise une journée le 12.
            À Bordeaux, ils utilisent Braden. À Pau, Norton.
            Marché de Noël des résidents le 12 décembre.
            Concert le 21 juin.
            L'EHPAD Les Tamaris a gagné le prix.
            Hôpital de jour : ouverture en mars.
            Maison de retraite : visites libres.
            Village vacances adapté, des adresses ?
            Résidence autonomie : quel GIR ?
            Foyer de vie cherche IDE.
            École d'aides-soignants de Dax.
            Lycée professionnel : stages en mai.
            Rue du Bac : le siège.
            Le 12 rue du Bac est fermé.
            Code postal 64000.
            Tél. du magasin : 05 59 00 11 22.
            Appelez le biomédical : 4410.
            Hotline 0 820 00 11 22.
            Urgences dentaires : 05 59 33 44 55.
            Notez le 3624.
            Prix : 06 €.
            Réf 06 77 88.
            Série 70052218.
            Lot 700522, DLU 12/26.
            Dossier 12 : contention.
            N° 12 de la revue.
            Tome 3, p. 84.
            Version 84.
            Ligne 84 du tableau.
            84 % de satisfaits.
            84 résidents, 12 en GIR 1.
            A 84 ans, on peut encore courir, dit l'affiche.
            Avoir 100 ans en 2050 : colloque.
            Objectif : zéro contention.
            Deux fois six comprimés.
            Six à douze gouttes.
            Une dose de quatre-vingts milligrammes.
            Lit 1, lit 2 : numérotation à revoir ?
            Chambre 1 ou 2 lits : tarif.
            Box ou salle commune ?
            Sonner au box d'accueil.
            Score 12 chambre implantable.
            CH 20, ballonnet 30 mL.
            Échelle de 0 à 10.
            EN 3, EVA 4.
            T 38.
            P 62 kg.
            J4.
            J+30.
            H24.
            M6.
            Grade 3 selon Wagner.
            Stade IIIb.
            Type 2.
            Classe 4.
            Le cas Semmelweis, leçon d'hygiène.
            Le dossier patient est à refondre.
            Dossier Alzheimer : numéro spécial.
            Le patient partenaire anime la séance.
            Le patient Parkinsonien chute en avant.
            Patient ventilé : soins de bouche.
            Résident anglophone : traducteur ?
            Mme ou Mlle sur les étiquettes ?
            M. = monsieur, Mr = mister.
            Mr Propre désinfecte, mais pas les mains.
            Madame a toujours raison, dit l'aide-soignante.
            Monsieur est servi !
            La famille Addams, thème du bal.
            Fils d'actualité.
            Petit Robert, petit déjeuner.
            Père fouettard.
            Le maire est venu.
            Ancien modèle de lit.
            Cas unique : pas de série.
            Triple erreur de dose.
            Attention au requin du bassin, jeu de piscine.
            Gendarme couché devant l'entrée.
            """
    )
}
