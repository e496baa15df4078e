import Foundation
import Logging
import Persistence
import Ruche
import Synchronization
import Testing

@testable import RucheWeb

@Suite("An adverse event")
struct AdverseEventTests {
    @Test(
        "is told by a text that says it happened",
        arguments: [
            "Nous avons eu une erreur médicamenteuse avec la morphine.",
            "Erreur de dose cette nuit : dix fois trop d’insuline.",
            "Une erreur de patient au bloc, heureusement sans suite.",
            "Une résidente a fait une chute avec fracture du col.",
            "Il est tombé de son lit, fracture du poignet.",
            "Chute d’un patient avec traumatisme crânien hier soir.",
            "Surdosage en paracétamol chez un enfant.",
            "Une extravasation de chimiothérapie pendant mon service.",
            "Un événement indésirable grave est survenu dans notre service.",
            "Comment en parler à la famille ? Un événement indésirable grave est survenu.",
            "Le traitement a été donné au mauvais patient.",
            "On a administré la mauvaise poche à la patiente.",
            "Oubli de compresse découvert à J+3.",
            "Une compresse oubliée dans l’abdomen.",
            "Inversion de deux patients au retour du bloc.",
            "L’infirmière a interverti les piluliers de deux résidents.",
            "Choc anaphylactique après l’injection.",
            "Une infection nosocomiale chez un opéré de la hanche.",
            "Nous avons vécu un décès inattendu la semaine dernière.",
            "Presqu’accident : la seringue n’avait pas d’étiquette, l’erreur de produit a été vue à temps.",
            "Fausse route avec hospitalisation en réanimation.",
            "Un EIG chez nous, et maintenant ?",
            "Double dose d’anticoagulant, donnée à 8 h et à 9 h.",
            "Réaction transfusionnelle dès les premières minutes.",
            "Une ERREUR MEDICAMENTEUSE, sans accents et en capitales.",
            "Nous avons eu une erreur de dosage, comment éviter que cela recommence ?",
            "L’aide-soignante a retrouvé un garrot oublié depuis la veille.",
            "Les erreurs de préparation que nous avons eu cet été.",
            "Hier, oubli d’insuline le soir.",
            "Perfusion au mauvais débit pendant six heures.",
            "La patiente a reçu dix fois la dose d’insuline, elle est en réanimation.",
            "Une escarre de stade 4 découverte à l’arrivée.",
            "L’infirmière a injecté du KCl en direct, arrêt cardiaque.",
            "Suicide d’un patient dans l’unité la nuit dernière.",
            "Fausse route mortelle au repas de midi.",
            "Le patient a fugué et a été retrouvé en hypothermie.",
            "Nous avons administré le traitement du voisin.",
            "La seringue était mal étiquetée, le patient a fait une dépression respiratoire.",
            "Un nourrisson est tombé de la table à langer.",
            "Une brûlure avec le bistouri électrique.",
            "Un résident a glissé dans la douche et s’est ouvert l’arcade.",
            "Nous avons perfusé du potassium trop vite, la patiente a fait un trouble du rythme.",
            "L’aide-soignante a donné les médicaments du voisin de chambre.",
            "La poche de sang n’était pas la bonne, elle a été posée pendant dix minutes.",
            "Patient retrouvé pendu dans la salle de bain ce matin.",
            "On a oublié de relever les barrières, elle est passée par-dessus et s’est cassé le bras.",
            "Le pousse-seringue était réglé à 50 au lieu de 5.",
            "Il a reçu la morphine deux fois, il a fallu de la naloxone.",
            "Une sonde nasogastrique posée dans la bronche, découverte à la radio.",
            "Le bloc a opéré le mauvais genou.",
            "Une patiente allergique à la pénicilline a reçu de l’amoxicilline, œdème de Quincke.",
            "Le cathéter s’est infecté, choc septique en 24 heures.",
            "Un bébé a été rendu à la mauvaise maman.",
            "Escarre talonnière apparue en trois jours chez un opéré.",
            "Le défibrillateur n’a pas fonctionné pendant l’arrêt.",
            "Le lève-malade a lâché, la résidente est tombée sur le sol.",
            "La contention a glissé et le monsieur s’est étranglé.",
            "Décès inexpliqué d’un patient de 50 ans dans la nuit.",
            "Une patiente a été agressée par son voisin de chambre.",
            "Nous avons perdu un prélèvement de biopsie.",
            "Le résultat critique n’a pas été transmis, le patient est parti en réanimation.",
            "Brûlure au deuxième degré avec une bouillotte trop chaude.",
            "Elle s’est étouffée avec un morceau de viande, massage, décès.",
            "Le résident est sorti sans que personne ne le voie, retrouvé au bord de la rocade.",
            "Erreur de débit sur la pompe d’analgésie : 10 fois la dose.",
            "Injection intrathécale de vincristine par erreur.",
            "Tentative de suicide hier soir dans le service.",
            "L’oxygène était fermé pendant le transport, désaturation à 60 %.",
            "Une aiguille est restée dans la plaie, reprise au bloc.",
            "Le nouveau-né a reçu le lait d’une autre mère.",
            "L’étudiante s’est trompée de seringue et a injecté l’insuline à la place de l’héparine.",
            "Une dame a chuté du fauteuil pendant le transfert, fracture de hanche.",
            "La patiente a fait un arrêt respiratoire après l’injection de midazolam.",
            "On a transfusé un culot non compatible.",
            "Un patient s’est défenestré dimanche.",
            "Le garrot est resté deux heures en place.",
            "Les deux résultats de biologie ont été échangés.",
            "Nous avons retrouvé une patiente inanimée, la sonnette était débranchée.",
            "Il a avalé le produit d’entretien laissé sur le chariot.",
            "Le monsieur du 12 est parti en pyjama, la gendarmerie l’a ramené.",
            "Perforation lors de la pose de la sonde urinaire.",
            "Une plaque de bistouri mal collée a brûlé la cuisse.",
            "Le patient a développé une infection sur son cathéter central.",
            "Dose de digoxine multipliée par dix à cause d’une virgule.",
            "On l’a retrouvé mort dans son lit, personne ne s’y attendait.",
            "La patiente a été extubée par accident pendant le change.",
            "Elle est allergique au latex et on a utilisé des gants en latex, choc.",
            "La pompe à morphine a été programmée en mg au lieu de µg.",
            "L’ambulance a déposé le mauvais monsieur en radiothérapie.",
            "Fausse route hier midi, transfert aux urgences.",
            "Une aide-soignante a été frappée au visage et une patiente bousculée.",
            "Le bébé est né dans le couloir, hémorragie de la mère non surveillée.",
            "Une escarre sacrée de stade 3 s’est formée dans notre service.",
            "Nous nous sommes trompés de patient pour le scanner.",
            "La prescription d’anticoagulant a été arrêtée par erreur, embolie pulmonaire.",
            "Le médicament était périmé depuis six mois, il a été administré.",
            "Chute de brancard au sas du bloc.",
            "Le rail du lit a cédé, traumatisme crânien.",
            "Le vaccin a été injecté au mauvais enfant.",
            "Un AVC n’a pas été reconnu pendant quatre heures.",
        ])
    func told(_ text: String) {
        #expect(AdverseEvent.isTold(in: [text]))
    }

    @Test(
        "is not told by a wish to prevent, a negation, a rule or a question about events",
        arguments: [
            "Comment éviter les erreurs médicamenteuses la nuit ?",
            "Nous voulons prévenir les chutes avec fracture.",
            "Quel protocole en cas d’extravasation ?",
            "Aucune erreur de dose cette année, et nous en sommes fiers.",
            "Il n’y a pas eu d’erreur de patient.",
            "Sans surdosage, la douleur est soulagée.",
            "Formation sur l’oubli de compresse.",
            "Qui déclarez-vous un événement indésirable ?",
            "Comment déclarez-vous les événements indésirables ?",
            "Les erreurs médicamenteuses sont fréquentes en EHPAD.",
            "Le risque de surdosage augmente avec l’insuffisance rénale.",
            "Réduire les infections nosocomiales de notre unité.",
            "Une affiche pour limiter les inversions de patients.",
            "Avez-vous déjà rencontré une extravasation ?",
            "Quelle conduite tenir devant un choc anaphylactique ?",
            "Comment organisez-vous les transmissions de nuit ?",
            "Notre chariot d’urgence est trop lourd.",
            "La semaine de la sécurité parle d’erreur médicamenteuse.",
            "Faut-il appeler la famille pour chaque chute ?",
            "Une chute sans gravité peut-elle attendre le matin ?",
            "J’ai peur de la double dose quand je remplis les piluliers.",
            "Un bon dosage de la sédation.",
            "Le patient est tombé amoureux de la chambre.",
            "Une simulation d’erreur de groupe sanguin.",
            "Qui connaît une vidéo sur la fausse route ?",
            "Il fait mauvais, patients en retard.",
            "Oubli de mot de passe.",
            "Les effets du jeûne.",
            "La chute est la première cause de fracture du fémur chez la personne âgée.",
            "Les escarres se préviennent par les changements de position.",
            "Comment faites-vous quand un patient refuse l’insuline ?",
            "Le suicide des soignants est un sujet dont on parle trop peu.",
            "L’erreur d’identité est rare depuis les bracelets.",
            "Qui a un protocole de prévention des fausses routes ?",
            "Nous avons reçu les nouvelles pompes à insuline.",
            "La formation aux gestes d’urgence a été reçue par douze collègues.",
            "Le patient a reçu son traitement à 8 heures comme prévu.",
            "Elle est tombée d’accord avec sa fille.",
            "Les brûlures d’estomac de nos résidents augmentent avec les anti-inflammatoires.",
            "Combien de chutes par mois chez vous ?",
            "Nous avons trouvé une solution pour les piluliers.",
            "Une mauvaise nouvelle se prépare à deux.",
            "L’arrêt cardiaque : qui vient la nuit ?",
            "Le chariot d’urgence est vérifié chaque semaine.",
            "Nous étiquetons les seringues avant de les remplir.",
            "Depuis le nouveau protocole, aucun patient n’a chuté.",
            "Le risque d’escarre est évalué à l’entrée.",
            "La douleur a été soulagée par la morphine en dix minutes.",
            "Le patient est en réanimation depuis hier pour sa pneumopathie.",
            "Nous avons injecté 40 mg d’énoxaparine, comme prescrit.",
            "Le décès d’un résident attendu par toute l’équipe nous a touchés.",
            "La fugue est un motif d’appel fréquent en pédopsychiatrie.",
            "Notre voisin de palier livre les repas.",
            "Un dossier en double, comment le fusionner ?",
            "Le mauvais temps a retardé la tournée.",
            "La sonde urinaire a été posée hier, elle est bien tolérée.",
            "J’ai oublié mon badge ce matin.",
            "Avez-vous une affiche sur le risque de brûlure au bistouri ?",
            "Les infections sur cathéter ont baissé de moitié en un an.",
            "Une escarre de stade 1 se masse-t-elle ?",
            "Le patient a chuté de tension au lever.",
            "La chute de la natalité ferme notre maternité.",
            "Nous voulons comprendre pourquoi les patients fuguent.",
            "Quelles mesures après une tentative de suicide ?",
            "Le matériel est arrivé, il a été monté par l’équipe.",
            "La patiente a été retrouvée souriante ce matin.",
            "Erreur dans mon message d’hier : la réunion est à 15 h.",
            "L’insuline est administrée avant le repas.",
            "Le bon patient, le bon médicament, la bonne dose : notre règle des cinq B.",
            "Je me suis trompé de salle pour la réunion.",
            "Nous avons perdu deux collègues, partis à la retraite.",
            "Une seringue mal étiquetée se jette.",
            "La double vérification évite l’erreur de dose.",
            "La résidente a reçu la visite de son fils.",
            "Il est décédé entouré des siens, comme il le souhaitait.",
            "Le bébé est né à terme, tout va bien.",
            "Le transfert aux urgences se décide à deux.",
            "Un choc septique se reconnaît à la lactatémie.",
            "Nous avons échangé nos plannings.",
            "L’oubli d’une compresse est un never event.",
            "Le patient est parti en permission samedi.",
            "La HAS recommande une analyse des événements graves.",
            "Le traitement a été arrêté après avis du cardiologue.",
            "Qui déclare chez vous, le médecin ou l’infirmière ?",
            "La barrière du lit a été réparée.",
            "Nous avons reçu dix fois plus de demandes cette année.",
            "L’hypothermie se traite par réchauffement progressif.",
            "Le débit est réglé par la pompe.",
            "Deux patients, deux dossiers, une méthode.",
            "",
        ])
    func untold(_ text: String) {
        #expect(!AdverseEvent.isTold(in: [text]))
    }

    /// A text that is a question about an event, or the telling of one, in each one's own words: none is known by heart.
    @Test(
        "is found in most stories, and in few texts that tell of none",
        arguments: [
            (told: Self.others, untold: Self.harmless, found: 95, wrong: 2),
            (told: AdverseEventStories.told, untold: AdverseEventStories.untold, found: 90, wrong: 2),
            (told: AdverseEventStories.toldElsewhere, untold: AdverseEventStories.untoldElsewhere, found: 55, wrong: 3),
        ])
    func figures(_ corpus: (told: [String], untold: [String], found: Int, wrong: Int)) {
        let found = corpus.told.count { AdverseEvent.isTold(in: [$0]) }
        let wrong = corpus.untold.count { AdverseEvent.isTold(in: [$0]) }
        #expect(found * 100 >= corpus.told.count * corpus.found, "\(found) of \(corpus.told.count)")
        #expect(wrong * 100 <= corpus.untold.count * corpus.wrong, "\(wrong) of \(corpus.untold.count)")
    }

    static let others = [
        "Un patient dialysé a reçu son héparine alors qu’il saignait déjà, il est au bloc.",
        "On s’est aperçu que deux patients portaient le même bracelet.",
        "La résidente du fond a mangé la purée de quelqu’un d’autre, elle est diabétique et allergique au poisson.",
        "Le chirurgien a laissé un champ dans le ventre.",
        "Hypoglycémie à 0,3 après une erreur de carte d’insuline.",
        "Mon collègue a débranché le mauvais drain.",
        "Une interne a prescrit du méthotrexate tous les jours au lieu d’une fois par semaine.",
        "Nous avons eu un incendie dans une chambre, une patiente brûlée.",
        "Le patient est tombé de la table de radiologie.",
        "Erreur de côté lors d’une infiltration.",
        "Un monsieur désorienté a arraché sa voie centrale et a beaucoup saigné.",
        "La nutrition entérale est passée dans les poumons.",
        "Un nouveau-né a été pesé puis a glissé des mains, fracture du crâne.",
        "Surdose de paracétamol : 8 grammes en une journée par quatre prescripteurs.",
        "Une patiente est morte d’une embolie parce que l’anticoagulant n’avait pas été repris.",
        "Le bras de monsieur est resté coincé dans la barrière toute la nuit.",
        "Le patient a fait une réaction à la transfusion, culot destiné à un autre.",
        "Coma après une injection de morphine dans la mauvaise voie.",
        "Une porte coupe-feu s’est refermée sur une dame, poignet cassé.",
        "L’analyse a montré que le tube portait le nom d’une autre personne.",
        "Un enfant a bu la solution de chlorhexidine.",
        "Notre équipe a oublié une dose d’antibiotique pendant deux jours, sepsis.",
        "Monsieur a pris les comprimés de sa voisine de table.",
        "Il s’est pendu avec son drap jeudi.",
        "Le matelas à air était dégonflé depuis trois jours, escarre du sacrum.",
        "La péridurale a été branchée sur la voie veineuse.",
        "On a retrouvé le résident mort de froid dans le jardin.",
        "Trois cas de gale chez les soignants après une admission non signalée.",
        "Désaturation profonde parce que la bouteille d’oxygène était vide.",
        "Une plaie du scalp avec la tondeuse avant le bloc.",
        "La perfusion d’amiodarone a diffusé sous la peau, nécrose du bras.",
        "Un résident a été retrouvé par terre au matin, hypotherme.",
        "On a donné les gouttes d’une autre patiente à madame.",
        "L’équipe de nuit a oublié l’insuline, acétone à trois croix.",
        "Le patient a fait une chute dans les escaliers avec traumatisme crânien.",
        "Une erreur d’unité sur la seringue électrique, arrêt respiratoire.",
        "La greffe a été perdue à cause d’une panne de frigo.",
        "Un patient a mis le feu à son lit.",
        "Le scope ne sonnait pas, il est resté vingt minutes en fibrillation.",
        "Elle s’est brûlée avec son café posé trop près.",
        "Les deux bébés ont été intervertis au bain.",
        "Fausse route au dessert hier, elle est décédée.",
        "On a posé une sonde au mauvais patient.",
        "Un stagiaire a administré l’anticoagulant en double.",
        "Suicide d’une jeune patiente en permission dimanche dernier.",
        "Le résultat d’hémoculture a été lu trois jours trop tard.",
        "Le fauteuil roulant a basculé dans la rampe, plaie du front.",
        "Le bloc a découvert une pince oubliée d’une première opération.",
        "Il a été opéré à jeun depuis vingt heures et a fait un malaise grave.",
        "Un surdosage en digoxine nous a échappé pendant dix jours.",
    ]

    static let harmless = [
        "Quelqu’un aurait une fiche sur la surveillance après une transfusion ?",
        "Nous changeons les patients de côté toutes les trois heures.",
        "La pompe à morphine se programme à deux.",
        "J’ai reçu deux fois le même courriel.",
        "Nos lits descendent jusqu’au sol, les chutes ont diminué.",
        "Il est sorti de réanimation et mange normalement.",
        "La patiente est tombée malade en vacances, elle revient lundi.",
        "Le mauvais sommeil de nos résidents nous préoccupe.",
        "Chez nous l’insuline est préparée par l’infirmière et donnée par l’aide-soignante.",
        "Le dossier a été transmis à la maison de retraite.",
        "Avons-nous besoin d’un témoin pour la double vérification des seringues ?",
        "Sa fille a donné son accord pour la photo.",
        "Elle a perdu dix kilos en trois mois.",
        "Le voisin de chambre ronfle, on les a séparés.",
        "Une aiguille se jette dans le collecteur, toujours.",
        "Nous avons brûlé les étapes avec ce projet.",
        "Le résultat est arrivé hier, tout est normal.",
        "Ma collègue s’est cassé le poignet au ski.",
        "Quel pansement pour une escarre du talon ?",
        "La réunion sur les événements indésirables est jeudi à 14 h.",
        "Les infections urinaires sont fréquentes chez les patients sondés.",
        "La sonnette du portail est en panne.",
        "Un patient sur trois oublie son traitement, disent les études.",
        "Il a été opéré de la hanche et remarche.",
        "Nous avons testé trois marques de pousse-seringue.",
        "Comment annoncer un décès par téléphone ?",
        "Le patient a refusé son traitement ce matin.",
        "L’équipe a reçu une formation sur les erreurs de dose.",
        "La dose a été doublée sur avis du médecin pour la douleur.",
        "La famille demande pourquoi on a mis des barrières.",
        "La morphine est notée en double sur la feuille.",
        "Il a fait une nuit calme.",
        "Le patient a été opéré du bon côté, la check-list sert.",
        "Notre sonde de température est perdue.",
        "On a posé une question au pharmacien.",
        "Le fauteuil roulant est trop large pour la porte.",
        "Mon café est tombé sur le clavier.",
        "Nous avons mangé ensemble à midi.",
        "Les brûlures se refroidissent à l’eau tiède.",
        "La patiente a été bien accueillie aux urgences.",
        "Le suicide est-il abordé dans vos transmissions ?",
        "Deux patientes portent le même prénom, comment faites-vous ?",
        "Il est tombé beaucoup de neige cette nuit.",
        "La fracture a été opérée lundi, la rééducation commence.",
        "Les chutes de tension au lever concernent la moitié des résidents.",
        "Nous avons oublié de commander des gants.",
        "Une infirmière a été recrutée pour la nuit.",
        "On a trouvé la cause de la panne d’imprimante.",
        "La résidente a fait un gâteau avec l’animatrice.",
        "Le traitement est donné à heure fixe.",
    ]
}

@Suite("The way to declare an adverse event")
struct DeclarationTests {
    private static let link = "https://signalement.example.org/declarer"
    private static let event = "Nous avons eu une erreur médicamenteuse cette nuit."

    private func settle(_ ruche: TestRuche, _ link: String = link) async throws {
        try await ruche.act(as: .nadia) { try $0.preparation.keep(.tools, [.declaration: link], from: 0) }
    }

    @Test("is an address that a facilitator gives, and begins with https", arguments: TestEngine.available)
    func address(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        for wrong in [
            "http://example.org", "javascript:alert(1)", "https://", "https://nom:mot@example.org", "déclarer",
        ] {
            let nadia = try await ruche.browser(as: .nadia)
            let page = try await nadia.post("/c/nuit/mise-en-place/6", ["version": "0", "declaration": wrong])
            #expect(page.refusal(of: "declaration") != nil && page.value(of: "declaration") == wrong, "\(wrong)")
        }
        try await settle(ruche)
        #expect(try await ruche.view(as: .claire) { try $0.safety.declarationLink() } == Self.link)
    }

    @Test("is offered before publishing, once, and after, to the author alone", arguments: TestEngine.available)
    func offered(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        try await settle(ruche)
        let claire = try await ruche.browser(as: .claire)
        let fields: KeyValuePairs = ["titre": "Que faire après ?", "texte": Self.event]
        let check = try await claire.post("/c/nuit/questions", fields)
        #expect(check.says("À déclarer ?") && check.text.contains(Self.link))
        #expect(check.value(of: "texte") == Self.event && check.value(of: "declarer-vu") == "1")
        #expect(try await ruche.count("question") == 0)
        let again: KeyValuePairs = ["titre": "Que faire après ?", "texte": Self.event, "declarer-vu": "1"]
        let thread = try #require(try await claire.post("/c/nuit/questions", again).location)
        #expect(try await claire.get(thread).text.contains(Self.link))
        #expect(try await !ruche.browser(as: .paul).get(thread).text.contains(Self.link))
        #expect(try await !ruche.browser(as: .nadia).get(thread).text.contains(Self.link))
        let plain = try await claire.post("/c/nuit/questions", ["titre": "Qui est de nuit demain ?", "vu": "1"])
        #expect(plain.status == .seeOther, "another question is published at once")
    }

    @Test(
        "is offered before an experience and a reply too, once, and the same button publishes",
        arguments: TestEngine.available)
    func otherWays(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        try await settle(ruche)
        let claire = try await ruche.browser(as: .claire)
        let path = "/c/nuit/echanges/nouveau/experience"
        let check = try await claire.post(path, ["titre": "Ce qui nous est arrivé", "faits": Self.event])
        #expect(check.says("À déclarer ?") && check.value(of: "declarer-vu") == "1")
        #expect(check.value(of: "faits") == Self.event)
        #expect(try await ruche.count("question") == 0)
        let told = try await claire.post(
            path, ["titre": "Ce qui nous est arrivé", "faits": Self.event, "declarer-vu": "1"])
        let thread = try #require(told.location)
        let replies = thread + "/reponses"
        let paul = try await ruche.browser(as: .paul)
        let before = try await paul.post(replies, ["texte": Self.event])
        #expect(before.says("À déclarer ?") && before.value(of: "texte") == Self.event)
        #expect(try await ruche.count("reply") == 0)
        #expect(try await paul.post(replies, ["texte": Self.event, "declarer-vu": "1"]).status == .seeOther)
        #expect(try await paul.post(replies, ["texte": "Bon courage à vous."]).status == .seeOther)
    }

    @Test(
        "of an experience may hold a passage to correct: the wall leads to the first field",
        arguments: TestEngine.available)
    func correcting(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let page = try await ruche.browser(as: .claire).post(
            "/c/nuit/echanges/nouveau/experience", ["titre": "Une nuit", "faits": "Mme Lafitte est tombée."])
        #expect(page.text.contains("href=\"#faits\"") && page.text.contains("id=\"faits\""))
    }

    @Test("is not offered where the community has given none", arguments: TestEngine.available)
    func none(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let page = try await ruche.browser(as: .claire).post(
            "/c/nuit/questions", ["titre": "Que faire après ?", "texte": Self.event])
        #expect(page.status == .seeOther)
    }

    @Test("leaves nothing: no row, no line of the journal, no line of the log", arguments: TestEngine.available)
    func nothing(_ engine: TestEngine) async throws {
        let lines = LoggedLines()
        var log = Logger(label: "test") { _ in lines }
        log.logLevel = .trace
        let ruche = try await TestRuche(engine, log: log)
        try await settle(ruche)
        let claire = try await ruche.browser(as: .claire)
        _ = try await claire.get("/c/nuit")
        await ruche.writeComings()
        let before = try await ruche.everything()
        let check = try await claire.post("/c/nuit/questions", ["titre": "Que faire après ?", "texte": Self.event])
        #expect(check.says("À déclarer ?"))
        #expect(try await ruche.everything() == before)
        // A draft keeps what was typed, and not that it was remarked on.
        try await claire.post(
            "/c/nuit/brouillon", ["place": "question", "titre": "Que faire après ?", "declarer-vu": "1"])
        #expect(try await ruche.value("select fields from draft", as: String.self) == #"{"titre":"Que faire après ?"}"#)
        let published = try await ruche.ask(by: .claire, "Que faire après ?") { $0.body = Self.event }
        let rows = try await ruche.everything()
        #expect(try await claire.get("/c/nuit/questions/\(published)").text.contains(Self.link))
        #expect(try await ruche.everything() == rows)
        #expect(lines.all.isEmpty)
    }
}
