import Documents

/// A file that may be shown: of a kind that is taken in, scanned, and without anything about who made it.
package struct CleanFile: Sendable {
    package let name: String
    package let kind: FileKind
    package let bytes: [UInt8]
    /// Its words; empty for a picture.
    package let text: String
}

/// Takes in what a member sends: recognised by its content, scanned, cleaned, read.
package struct FileIntake: Sendable {
    /// The antivirus, where there is one.
    let scan: VirusScan?

    package init(scan: VirusScan? = nil) { self.scan = scan }

    /// - Throws: a refusal near the field of files, in words.
    package func clean(_ bytes: [UInt8], name: String) async throws -> CleanFile {
        do {
            let given = try await FileKind.of(bytes)
            try await refuseInfected(bytes)
            guard !given.isPicture else {
                let picture = try await Picture.anew(from: bytes, given)
                return CleanFile(
                    name: picture.kind.name(from: name), kind: picture.kind, bytes: picture.bytes, text: "")
            }
            let cleaned = try await DocumentAuthors.removed(from: bytes, given)
            let text = try await DocumentText.text(of: cleaned, given)
            return CleanFile(name: given.name(from: name), kind: given, bytes: cleaned, text: text)
        } catch let reason as RefusedFile {
            throw reason.refusal
        } catch let reason as Picture.NotMade {
            throw reason.refusal
        } catch let reason as DocumentFault {
            throw reason.refusal
        }
    }

    private func refuseInfected(_ bytes: [UInt8]) async throws {
        switch await scan?.verdict(on: bytes) {
        case nil, .clean: return
        case .infected: throw Refusal("L’antivirus a trouvé un programme dangereux dans ce fichier.", field: "fichiers")
        case .unavailable:
            throw Refusal(
                "L’antivirus ne répond pas : ce fichier ne peut pas être vérifié. Réessayez plus tard.",
                field: "fichiers")
        }
    }

}

extension RefusedFile {
    fileprivate var refusal: Refusal {
        switch self {
        case .tooLarge: Refusal("Ce fichier dépasse 25 Mo.", field: "fichiers")
        case .empty: Refusal("Ce fichier est vide.", field: "fichiers")
        case .program: Refusal("Ce fichier est un programme : il n’est pas accepté.", field: "fichiers")
        case .page:
            Refusal("Une page web peut agir à l’insu de qui l’ouvre : enregistrez-la en PDF.", field: "fichiers")
        case .macros:
            Refusal(
                "Ce document contient des macros : enregistrez-le sans elles (.docx, .xlsx, .pptx).", field: "fichiers")
        case .archive: Refusal("Joignez les fichiers un par un, sans les mettre dans une archive.", field: "fichiers")
        case .dicom:
            Refusal(
                "Une image médicale DICOM porte l’identité du patient : elle n’est pas acceptée.", field: "fichiers")
        case .sound, .film:
            Refusal("Les sons et les films ne sont pas acceptés : décrivez-les, ou donnez un lien.", field: "fichiers")
        case .oldOffice:
            Refusal("Ce format est ancien : enregistrez le document en .docx, .xlsx, .pptx ou PDF.", field: "fichiers")
        case .locked:
            Refusal("Ce document est protégé par un mot de passe : enregistrez-le sans protection.", field: "fichiers")
        case .otherPicture:
            Refusal("Ce format d’image n’est pas accepté : enregistrez-la en JPEG ou PNG.", field: "fichiers")
        case .damaged: Refusal("Ce fichier est abîmé : il ne s’ouvre pas.", field: "fichiers")
        case .unknown:
            Refusal(
                "Ce genre de fichier n’est pas accepté. Le sont : PDF, documents de bureautique, textes, images.",
                field: "fichiers")
        }
    }
}

extension Picture.NotMade {
    fileprivate var refusal: Refusal {
        switch self {
        case .tooLarge: Refusal("Ce fichier dépasse 25 Mo.", field: "fichiers")
        case .tooManyPixels: Refusal("Cette image a plus de 50 millions de pixels : réduisez-la.", field: "fichiers")
        case .damaged, .notPicture: Refusal("Cette image est abîmée : elle ne s’ouvre pas.", field: "fichiers")
        }
    }
}

extension DocumentFault {
    fileprivate var refusal: Refusal {
        switch self {
        case .damaged: Refusal("Ce fichier est abîmé : il ne s’ouvre pas.", field: "fichiers")
        case .locked:
            Refusal("Ce document est protégé par un mot de passe : enregistrez-le sans protection.", field: "fichiers")
        case .tooLarge: Refusal("Ce document est trop gros une fois ouvert : coupez-le.", field: "fichiers")
        case .signed:
            Refusal("Ce document est signé électroniquement : joignez une copie sans signature.", field: "fichiers")
        case .holdsFiles: Refusal("Ce document contient d’autres fichiers : joignez-les à part.", field: "fichiers")
        }
    }
}
