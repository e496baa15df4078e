/// The words by which mail programs announce quotations and signatures, in lower case.
enum QuoteWords {
    /// What a header of a quoted message tells.
    enum Label { case author, date, recipient, subject }

    static let originalMessages = [
        "message d'origine", "message d’origine", "message original", "message initial", "mail original",
        "courriel original", "original message", "e-mail d'origine", "e-mail d’origine", "message transféré",
        "message transmis", "forwarded message", "forwarded by", "transféré par", "ursprüngliche nachricht",
        "mensaje original", "messaggio originale", "oorspronkelijk bericht", "mensagem original", "reply message",
        "original-nachricht", "reply above this line", "originalnachricht", "message d?origine", "réponse au message",
    ]
    static let forwardedMessages = [
        "début du message transféré", "début du message réexpédié", "begin forwarded message",
        "inizio messaggio inoltrato",
    ]
    static let attributionVerbs = [
        "a écrit", "a ecrit", "a ?crit", "écrit", "écrivait", "a écrit le message suivant", "?crit", "wrote", "writes",
        "schrieb", "schrieb am", "ha scritto", "scrisse", "escribió", "escreveu", "schreef", "skrev", "napisał(a)",
        "napisał", "kirjoitti", "va escriure", "ha escrit", "said", "geschreven", "a scris", "yazdı", "пишет", "写道",
        "wrote*", "a dit", "escribio", "пише", "написал",
    ]
    static let attributionStarts = [
        "le ", "on ", "am ", "el ", "il ", "em ", "op ", "den ", "w dniu ", "dnia ", "på ", "*on ", "*le ",
        "quoting ", "selon ", "en réponse à ", "thu, ", "mon, ", "tue, ", "wed, ", "fri, ", "sat, ", "sun, ",
    ].map { Array($0.utf8) }
    static let attributionInitials = Set(attributionStarts.compactMap { $0.first.map { $0 | 0x20 } })
    static let deviceSignatures = [
        "envoyé de mon ", "envoyé depuis ", "envoyé à partir de ", "envoyé de l’", "obtenir outlook pour",
        "obtenez outlook pour", "télécharger outlook pour", "sent from my ", "sent from outlook", "sent from mail for",
        "sent from yahoo", "get outlook for", "sent via ", "sent with ", "von meinem ", "gesendet von ",
        "enviado desde mi", "inviato da ", "verstuurd vanaf ", "sendt fra min ", "skickat från min ",
        "provenance : courrier pour windows",
        "envoyé via ",
    ]
    static let deviceInitials = Set(deviceSignatures.compactMap { $0.utf8.first.map { $0 | 0x20 } })
    static let footerWords = [
        "mailing list", "liste de diffusion", "listinfo", "pour se désabonner", "pour vous désabonner",
        "to unsubscribe", "/sympa", "désinscription", "google groups", "@googlegroups",
    ]
    static let labels: [String: Label] = [
        "de": .author, "from": .author, "von": .author, "da": .author, "van": .author, "från": .author, "fra": .author,
        "od": .author, "expéditeur": .author, "de la part de": .author, "risposta": .author, "reply-to": .recipient,
        "répondre à": .recipient, "envoyé": .date, "envoyé le": .date, "sent": .date, "date": .date, "gesendet": .date,
        "data": .date, "enviado": .date, "enviado el": .date, "fecha": .date, "verzonden": .date, "datum": .date,
        "date d'envoi": .date, "inviato": .date, "skickat": .date, "sendt": .date, "à": .recipient, "a": .recipient,
        "to": .recipient, "an": .recipient, "para": .recipient, "aan": .recipient, "till": .recipient,
        "til": .recipient,
        "message du": .date, "cc": .recipient, "copie à": .recipient, "destinataire": .recipient, "pour": .recipient,
        "objet": .subject,
        "subject": .subject, "betreff": .subject, "asunto": .subject, "oggetto": .subject, "onderwerp": .subject,
        "sujet": .subject, "assunto": .subject, "ämne": .subject, "emne": .subject, "temat": .subject,
    ]
}
