/// What a word may be the beginning of, or say about its neighbours.
struct Traits: OptionSet {
    let rawValue: UInt64

    /// Monsieur, Madame and their short forms; `feminine` among them.
    static let title = Traits(rawValue: 1 << 0)
    static let feminine = Traits(rawValue: 1 << 1)
    /// A word for the one who is cared for.
    static let person = Traits(rawValue: 1 << 2)
    static let month = Traits(rawValue: 1 << 3)
    static let weekday = Traits(rawValue: 1 << 4)
    /// A number in letters, up to cent.
    static let numeral = Traits(rawValue: 1 << 5)
    static let born = Traits(rawValue: 1 << 6)
    static let birthLabel = Traits(rawValue: 1 << 7)
    static let newborn = Traits(rawValue: 1 << 8)
    static let room = Traits(rawValue: 1 << 9)
    static let institution = Traits(rawValue: 1 << 10)
    static let social = Traits(rawValue: 1 << 11)
    static let former = Traits(rawValue: 1 << 12)
    static let kin = Traits(rawValue: 1 << 13)
    static let rare = Traits(rawValue: 1 << 14)
    /// IPP, NDA…: a number after it names a patient's file.
    static let fileLabel = Traits(rawValue: 1 << 15)
    /// NIR, INS: what follows is a social security number.
    static let securityLabel = Traits(rawValue: 1 << 16)
    /// dossier, séjour: a file's number only with a sign of number.
    static let fileNoun = Traits(rawValue: 1 << 17)
    static let street = Traits(rawValue: 1 << 18)
    static let nameLabel = Traits(rawValue: 1 << 19)
    /// A word that no family name is: articles, verbs at the head of a sentence, functions, eponyms of diseases.
    static let notName = Traits(rawValue: 1 << 20)
    /// de, van, El…: part of a family name when a capitalised word follows.
    static let particle = Traits(rawValue: 1 << 21)
    /// A verb in the third person, or what comes before it: the word before it is who does or suffers.
    static let predicate = Traits(rawValue: 1 << 22)
    /// A French first name, `feminine` if only women bear it.
    static let firstName = Traits(rawValue: 1 << 23)
    /// A relative of someone: fille, sœur, conjoint.
    static let relative = Traits(rawValue: 1 << 24)
    /// A singular word for a patient after which a name may come: patient, résidente, bébé.
    static let namedPerson = Traits(rawValue: 1 << 25)
    /// habite, domicilié: a town comes after it.
    static let dwelling = Traits(rawValue: 1 << 26)
    /// A word that follows a title in lower case without being a name, so that "mme roussel" is one.
    static let common = Traits(rawValue: 1 << 27)
    /// Papi, veuve, famille: stands before a name as a title does.
    static let homely = Traits(rawValue: 1 << 28)
    /// Nonagénaire, centenaire.
    static let veryOld = Traits(rawValue: 1 << 29)
    /// Noël, Toussaint: a day of the year that bears a name.
    static let feast = Traits(rawValue: 1 << 30)
    /// A letter that may begin I.P.P. or "J3 de vie".
    static let letter = Traits(rawValue: 1 << 31)
    /// "arobase", "at": what stands for an @.
    static let at = Traits(rawValue: 1 << 32)
    /// A trade or an office that makes someone known where they live: "le facteur du village".
    static let localTrade = Traits(rawValue: 1 << 33)
    /// Prénommé, s’appelle: a name comes after it.
    static let called = Traits(rawValue: 1 << 34)
    /// "le père", "la vieille": before a family name, a villager's way to name someone.
    static let elder = Traits(rawValue: 1 << 35)
    /// "la chute de", "le pilulier de": before a name, what befalls or belongs to one who is cared for.
    static let befallen = Traits(rawValue: 1 << 36)
    /// "dossier", "cas": a family name right after it is the patient's.
    static let casework = Traits(rawValue: 1 << 37)
    /// "domicile :", "adresse :": where someone lives comes after it.
    static let home = Traits(rawValue: 1 << 38)
    /// A figure that a phone number said aloud begins with.
    static let spoken = Traits(rawValue: 1 << 39)
}

/// The words that the detectors know, folded (lower case, no accents). Lists are closed and short on purpose:
/// each entry is a rule that a reader can dispute.
enum Vocabulary {
    struct Entry {
        var traits: Traits = []
        var value = 0
    }

    static func entry(_ folded: Folded) -> Entry {
        var entry = entries[folded.plain] ?? Entry()
        if folded.endsWithAcute || folded.isAllCapitals, let accented = acuteEntries[folded.plain] {
            entry.traits.formUnion(accented)
        }
        return entry
    }

    /// Words whose last accent counts: né is not ne, curé is not cure.
    private static let acuteEntries: [String: Traits] = [
        "ne": .born, "cure": .social, "triple": .rare, "meme": .homely,
    ]

    private static let entries: [String: Entry] = {
        var entries: [String: Entry] = [:]
        for (traits, words) in wordsByTrait {
            for word in words.split(whereSeparator: \.isWhitespace) {
                entries[String(word), default: Entry()].traits.formUnion(traits)
            }
        }
        for (trait, values) in [(Traits.numeral, numerals), (.month, months)] {
            for (word, value) in values {
                entries[word, default: Entry()].traits.insert(trait)
                entries[word, default: Entry()].value = value
            }
        }
        return entries
    }()

    private static let wordsByTrait: [(Traits, String)] = [
        (.firstName, FirstNames.male),
        ([.firstName, .feminine], FirstNames.female),
        (.title, "m mr mm mrs monsieur messieurs monsieu msieur mosieur monsieru monsiuer mnsieur"),
        (
            [.title, .feminine],
            "mme mmes mlle melle mlles madame mesdames mademoiselle mdme mde mle melles madamme mmme madmae mdame madae maame mne"
        ),
        (
            .person,
            """
            patient patiente patients patientes resident residente residents residentes dame homme femme malade
            monsieur madame mme mlle m mr enfant nourrisson bebe garcon fillette adolescent adolescente
            hospitalise hospitalisee admis admise decede decedee defunt defunte usager usagere parturiente pt pte
            garconnet bb nn ado man woman lady pateint pateinte patinte patiante residant residante opere operee transfere transferee ampute amputee
            """
        ),
        (
            .namedPerson,
            """
            patient patiente resident residente dame homme femme malade enfant nourrisson bebe garcon fillette fille
            adolescent adolescente usager usagere parturiente pt pte garconnet petit petite pensionnaire bb ado pateint pateinte patinte
            patiante residant residante
            jeune jumeaux jumelles
            """
        ),
        (
            .relative,
            """
            fille fils epouse epoux conjoint conjointe veuve veuf gendre neveu niece mere pere frere soeur femme mari
            compagne compagnon cousin cousine tante oncle maman papa parents bru marraine parrain filleul filleule
            tuteur tutrice voisin voisine amie ami aidant aidante sr
            """
        ),
        (
            .dwelling,
            """
            habite habitait habitant vit vivait reside residait residant domicilie domiciliee demeure demeurant
            originaire natif native hospitalise hospitalisee transfere transferee opere operee dialyse dialysee scolarise
            scolarisee vivant evasan evasane evasanee evacue evacuee rapatrie rapatriee helitreuille helitreuillee noye noyee loge logeait hosp
            """
        ),
        (
            .predicate,
            """
            a est etait avait aura sera ne n se s y en refuse demande dit veut peut doit mange boit dort pleure crie
            hurle tombe chute presente reste va vit marche recoit prend sort rentre part arrive vient revient souffre
            tousse vomit saigne fugue deambule sonne appelle attend porte pese perd garde accepte supporte respire
            continue commence semble parait sent pue rit chante joue ronfle fume bave rale rigole tape casse vole regarde parle entend voit comprend repond connait desature convulse
            tremble urine deglutit maigrit grossit frappe mord insulte lance jette arrache enleve retire appuie hausse
            conteste signe souhaite desire aime deteste oublie cherche trouve touche allait nait meurt deteriore
            decompense delire hallucine repete explique raconte doivent ont sont pourrait voudrait
            exige reclame insiste fait avale griffe crache somnole boite gemit
            """
        ),
        (
            .common,
            """
            absente accompagnee accompagne agee age aime alitee alite allergique amene amenee angoisse angoissee
            apres arrivee arrive assise assis aujourd avant bien bonjour chere cher comme connue connu conscient
            consciente couchee couche
            decedee decede deja depuis diabetique durant encore enfin ensuite entree entre est etc etre fait fatigue
            fatiguee hier hospitalise hospitalisee ici installee installe je jeune jour la le levee leve lors malade
            matin merci mme monsieur madame ne nee non obese operee opere ou oui parce parfois peu placee place plus
            puis quand quel quelle quoi rien s sans selon semblait seule seul si soir sortie sorti sous souvent suite
            suivie suivi toujours toute tout tres trop trouvee trouve truc machin bidule tel telle lambda unetelle
            untel veuve veuf vivant voici voila avoir faire aller dire age
            responsable gestionnaire assistante assistant coordinatrice coordinateur referente referent formatrice
            formateur psychologue kine kinesitherapeute ergotherapeute dieteticienne dieteticien orthophoniste gouvernante
            lingere cuisinier animatrice animateur ambulancier ambulanciere brancardier adjointe adjoint delegue deleguee
            tuteur tutrice curateur curatrice procureur procureure garde ministre notaire cure abbe
            toutlemonde personne quiconque chacun autre meme nul ceci cela ca ces cet
            """
        ),
        (
            .localTrade,
            """
            facteur factrice instituteur institutrice boulanger boulangere boucher bouchere pharmacien pharmacienne
            garagiste epicier epiciere coiffeur coiffeuse veterinaire dentiste medecin docteur buraliste fleuriste
            cafetier cafetiere aubergiste patron patronne proprietaire gerant gerante directeur directrice president
            presidente principal principale proviseur proviseure chatelain chatelaine berger bergere menuisier macon
            forgeron charcutier charcutiere poissonnier poissonniere plombier taxi entraineur entraineuse capitaine
            organiste sacristain garde secretaire postiere postier libraire horloger cordonnier cantonnier tenancier
            tenanciere restaurateur restauratrice figure celebrite professeur prof instit chanteur chanteuse acteur actrice comedien
            comedienne footballeur footballeuse rugbyman infirmier infirmiere kine elu elue pasteur diacre carmelite influenceur influenceuse ecrivain romanciere journaliste presentateur presentatrice cycliste nageur nageuse boxeur skieur skieuse coureur jockey agriculteur agricultrice viticulteur viticultrice pecheur ostreiculteur apiculteur
            apicultrice eleveur eleveuse pilote
            """
        ),
        (
            .homely,
            "papi papy mamie mamy pepe tonton tata tatie veuve veuf vve feu sieur famille epoux couple consorts abbe"
        ),
        (.elder, "pere mere vieux vieille"),
        (
            .befallen,
            """
            chute deces fugue toilette pilulier ordonnance glycemie dextro chambre sortie contention hospitalisation
            admission cas dossier situation
            """
        ),
        (.casework, "cas dossier situation"),
        (.home, "domicile adresse domiciliation"),
        (.veryOld, "nonagenaire centenaire"),
        (.feast, "noel toussaint sylvestre paques ascension pentecote epiphanie assomption an"),
        (.letter, "i n j"),
        (.at, "arobase at"),
        (.spoken, "zero"),
        (.called, "appelle appelait prenomme prenommee denomme denommee surnomme surnommee nomme nommee"),
        (.weekday, "lundi mardi mercredi jeudi vendredi samedi dimanche"),
        (.born, "nee nes nees naissance naiss nait naquit"),
        (.birthLabel, "ddn dn dob birthdate dnaiss ddnaiss datenaissance datenaiss anniversaire anniv nais"),
        (.newborn, "ne nouveau"),
        (
            .room,
            "chambre chambres ch chb chbre chamb chambr chanbre chbr lit lits box boxe boxes room bed sauv dechoc couveuse brancard appartement appt apt"
        ),
        (
            .institution,
            """
            ehpad gh chu chru ch chs chi chd epsm chpf usine caserne abbaye couvent monastere camping cada chrs prison hotel pharmacie papeterie scierie umd usip cattp pmi
            mrs ems chsld clsc clinique hopital polyclinique commune village residence foyer maternite
            maison centre groupe institut ville bourg hameau usld ssr smr sanatorium marpa mapad ime fam
            mas esat had ssiad cmp mecs itep hdj ecole college lycee creche quartier vallee canton ile paroisse domaine
            ferme lieu urgences
            """
        ),
        (
            .social,
            """
            maire mairesse notaire gendarme gendarmes adjoint deputee depute senateur senatrice pretre imam rabbin
            religieuse eveque abbe moine moniale chanoine doyen doyenne conseiller conseillere sous champion championne
            medaille medaillee vainqueur joueur joueuse torero matador miss
            """
        ),
        (.former, "ancien ancienne ex"),
        (
            .kin,
            """
            fille fils epouse epoux conjoint conjointe veuve veuf gendre neveu niece mere pere frere soeur femme mari
            compagne compagnon cousin cousine tante oncle maman papa
            """
        ),
        (
            .rare,
            """
            cas fait faits attentat attentats quadruples quintuples sextuples triples mondiale otage otages
            television presse affaire survivant survivante titres journal quadruplees quintuplees triplees quadruple
            quadruplee triplee siamois siamoises septuples fusillade tuerie braquage avalanche naufrage crash accident
            incendie rarissime rescape rescapee jt tele explosion mediatise mediatisee requin ours loup crocodile foudroye foudroyee meurtre feminicide infanticide parricide seul seule unique premier premiere seules seuls rares
            """
        ),
        (
            .fileLabel,
            "ipp nda iep nip nep ndossier nipp drm patientid idpatient numdossier nodossier rss niss avs ramq nam mrn"
        ),
        (.securityLabel, "nir ins nss nirpp insi"),
        (
            .fileNoun,
            """
            etiquette bracelet episode dossier sejour dossiers venue hospitalisation patient patiente identification identifiant id visite
            admission adm entree passage accession allocataire examen demande prelevement labo anapath bon accouchement cmu
            assurance administratif hospit smur samu national carnet enregistrement echantillon tube usager bilan dpi pat doss receveur etiquettes
            resident residente
            """
        ),
        (
            .street,
            """
            rue r lot avenue av ave boulevard bd bld blvd place chemin impasse allee allees quai route square ruelle faubourg
            sq imp che chem rte pl cours lotissement passage villa cite sente esplanade promenade voie cour clos venelle traverse lieu
            """
        ),
        (
            .nameLabel,
            "nom prenom prenoms patronyme confiance prevenir contacter concerne identite beneficiaire usager usagere"
        ),
        (
            .particle,
            "n m de du des d van von den der da di del della dos el al ben bin ait le la les st saint sainte mc mac o l"
        ),
        (
            .notName,
            """
            le la les l un une des du de d et ou est a as ai ne n se s y en au aux ce cet cette ces son sa ses mon ma
            mes
            notre nos votre vos leur leurs il elle ils elles on nous vous je tu qui que dont pour par dans sur sous avec
            sans chez vers puis mais donc or ni car si oui non pas plus etait sera avait aura sont ont etaient avaient
            doit peut veut va vient refuse tombe chute merci bonjour bonsoir cordialement madame monsieur mademoiselle
            mme mlle m mr messieurs mesdames docteur dr pr professeur directeur directrice president presidente
            maire
            ministre cadre chef cheffe infirmier infirmiere interne externe medecin chirurgien pharmacien pharmacienne
            aide secretaire senateur depute deputee prefet prefete recteur rectrice commissaire juge avocat avocate
            conseiller conseillere rapporteur rapporteure inspecteur inspectrice vice tout nom prenom ide ash as iao
            patient patiente patients patientes resident residente famille parkinson alzheimer crohn glasgow braden
            norton covid charcot lewy korsakoff down
            oui non aucun aucune inconnu inconnue neant date
            nord sud est ouest universitaire regional regionale general generale public publique local locale
            prive privee medical medicale medico hospitalier hospitaliere
            janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre
            lundi mardi mercredi jeudi vendredi samedi dimanche
            """
        ),
    ]

    private static let months = [
        "janvier": 1, "janv": 1, "fevrier": 2, "fevr": 2, "fev": 2, "mars": 3, "avril": 4, "avr": 4, "mai": 5,
        "juin": 6,
        "juillet": 7, "juil": 7, "aout": 8, "septembre": 9, "sept": 9, "octobre": 10, "oct": 10, "novembre": 11,
        "nov": 11, "decembre": 12, "dec": 12, "january": 1, "february": 2, "march": 3, "april": 4,
        "may": 5, "june": 6, "july": 7, "august": 8, "september": 9, "october": 10, "december": 12,
    ]

    private static let numerals = [
        "un": 1, "une": 1, "premier": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7, "huit": 8,
        "neuf": 9,
        "dix": 10, "onze": 11, "douze": 12, "treize": 13, "quatorze": 14, "quinze": 15, "seize": 16, "vingt": 20,
        "vingts": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60, "septante": 70, "huitante": 80,
        "octante": 80, "nonante": 90, "cent": 100,
    ]
}
