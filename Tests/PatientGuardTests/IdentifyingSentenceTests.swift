import PatientGuard
import Testing

/// Invented sentences as a nurse might type them, with the kinds that each should raise, in order.
@Suite("An identifying sentence")
struct IdentifyingSentenceTests {
    @Test(
        "with a name, initials or a file number is seen",
        arguments: [
            ("Nous avons reçu Madame Jeanne Castagnet pour une plaie du talon.", "S4"),
            ("M. Etcheverry arrache sa perfusion toutes les nuits.", "S4"),
            ("Monsieur de La Roncière refuse la contention.", "S4"),
            ("Mlle D’Almeida ne parle pas français.", "S4"),
            ("mme Lafitte demande à rentrer chez elle", "S4"),
            ("MME LAFITTE CHUTE CE MATIN", "S4"),
            ("La fille est venue voir Mme Le Gall.", "S4"),
            ("Mr Ben Youssef est en isolement.", "S4"),
            ("Monsieur El Amrani et Madame Van den Berghe partagent la table.", "S4 S4"),
            ("Mme J. Castagnet a fugué.", "S4"),
            ("Mme Saint-Martin est sous oxygène", "S4"),
            ("M Castagnet a été levé au fauteuil.", "S4"),
            ("Patiente : Mme J CASTAGNET", "S4"),
            ("Nom : Castagnet, prénom : Jeanne", "S4 S4"),
            ("Mme\nCastagnet dort mal.", "S4"),
            ("Mme Casta\u{AD}gnet dort mal.", "S4"),
            ("Mme L dort mal depuis trois nuits.", "Q7"),
            ("Le patient D. a mordu un collègue.", "Q7"),
            ("La résidente K. B. ne boit plus.", "Q7"),
            ("M. P. est sorti contre avis.", "Q7"),
            ("Mme A.-M. R. refuse les bas.", "Q7"),
            ("Mme HK pleure au moment du soin.", "Q7"),
            ("J’ai eu M. T.", "Q7"),
            ("IPP : 8004512, à revoir", "S2"),
            ("NDA n° 230145678", "S2"),
            ("Voir le dossier n° 458213 pour la photo.", "S2"),
            ("N° de dossier 2023-0145-78", "S2"),
            ("Numéro de séjour : 90012345", "S2"),
            ("IEP 770012345 et IPP 00 458 213", "S2 S2"),
            ("Identifiant patient 5472614", "S2"),
            ("INS : 2 95 10 99 126 111 93", "S1"),
            ("sécurité sociale : 186022A21532523", "S1"),
            ("Sa carte vitale porte 1 80 12 75 123 456 42.", "S1"),
            ("Numéro 2 55 08 14 168 025, sans la clé", "Q8"),
            ("Numéro 255081416802539 sur l’étiquette", "Q8"),
        ])
    func named(text: String, kinds: String) { expect(kinds, in: text) }

    @Test(
        "with a date or an age is seen",
        arguments: [
            ("Elle est née le 3 mai 1941 et vit seule.", "S3"),
            ("DDN 03.05.41", "S3"),
            ("Date de naissance : 3 mai 1941", "S3"),
            ("Né(e) le 03-05-1941", "S3"),
            ("NEE LE 03/05/1941", "S3"),
            ("Née Lafitte le 3 mai 1941 à Pau", "S3"),
            ("Naissance le 1er mai 1941", "S3"),
            ("ddn: 1941-05-03", "S3"),
            ("Le patient a chuté le 12/05 vers 14 h.", "Q2"),
            ("Opérée le 3 janv. 2024, elle a désaturé.", "Q2"),
            ("Le décès est survenu dimanche 4 février à 23:40.", "Q2"),
            ("Entrée du 12-05-2024, sortie non prévue", "Q2"),
            ("Dans la nuit du 12 au 13 mai, une résidente a fugué.", "Q2"),
            ("Le premier mai, la patiente a refusé.", "Q2"),
            ("Une dame de 84 ans avec une escarre", "Q1"),
            ("Résident âgé de quatre-vingt-sept ans, dénutri", "Q1"),
            ("Nourrisson de 8 mois sous opiacés", "Q1"),
            ("Un nouveau-né de mère diabétique", "Q1"),
            ("Il est décédé à 58 ans.", "Q1"),
            ("Prématurée, 3 jours de vie", "Q1"),
            ("Patiente de 101 ans, autonome", "Q1"),
            ("Âge : 76 ans, poids 52 kg", "Q1"),
            ("Elle a 87 ans et marche seule.", "Q1"),
            ("Un homme de 59 ans a consulté.", "Q1"),
        ])
    func dated(text: String, kinds: String) { expect(kinds, in: text) }

    @Test(
        "with a place, a social trait, a rare event or a contact is seen",
        arguments: [
            ("Retrouvée au sol chambre 12", "Q3"),
            ("Le patient du lit n° 4 crie.", "Q3"),
            ("Box 3 : contention posée", "Q3"),
            ("ch. 214 porte, pansement refait", "Q3"),
            ("Lit 12B, sonde à changer", "Q3"),
            ("Chambres 12 et 14 : même germe", "Q3"),
            ("Transféré de la clinique Sainte-Odile", "Q4"),
            ("Il vient de l’EHPAD « Les Glycines ».", "Q4"),
            ("Suivie au CH de Roquebrune", "Q4"),
            ("Elle habite la commune de Saint-Aubin.", "Q4"),
            ("Adressé par le centre hospitalier Jean-Moulin", "Q4"),
            ("L’épouse du boulanger est venue.", "Q5"),
            ("C’est l’ancien notaire du bourg.", "Q5"),
            ("Ancienne championne de natation, elle refuse le déambulateur.", "Q5"),
            ("Le curé est hospitalisé chez nous.", "Q5"),
            ("C’est le premier cas du département.", "Q6"),
            ("Blessée dans l’attentat, elle sursaute.", "Q6"),
            ("La mère des quadruplés allaite.", "Q6"),
            ("Un fait divers dont tout le monde parle", "Q6"),
            ("Sa fille : 06.12.34.56.78", "Q9"),
            ("Joindre le fils au +33 6 12 34 56 78", "Q9"),
            ("Écrire à j.castagnet@courriel.example", "Q9"),
            ("Domiciliée 12 bis rue des Lilas", "Q9"),
            ("Elle vit 4, avenue du Général-Leclerc, 64000 Pau.", "Q9"),
        ])
    func situated(text: String, kinds: String) { expect(kinds, in: text) }

    private func expect(_ kinds: String, in text: String) {
        #expect(PatientGuard().passages(in: text).map(\.kind.rawValue).joined(separator: " ") == kinds)
    }
}
