import Calendaring
import Wording

// A moment on two clocks: the reader's, and that of the community or of a meeting (DOMAIN §6.3).

extension Interface {
    /// What another clock says of a moment, when it is not what the reader's says: "8 h", or "lundi 23 novembre à 22 h"
    /// where even the day differs.
    package func time(_ milliseconds: Int64, elsewhere zone: Zone) -> String? {
        let (here, there) = (self.zone.moment(at: milliseconds), zone.moment(at: milliseconds))
        if here == there { return nil }
        var elsewhere = self
        elsewhere.zone = zone
        return here.date == there.date ? elsewhere.time(milliseconds) : elsewhere.dateTime(milliseconds)
    }

    /// "mardi 24 novembre à 13 h (8 h, heure de Martinique)"; one clock where both say the same.
    package func dateTime(_ milliseconds: Int64, alsoIn zone: Zone?) -> String {
        guard let zone, let there = time(milliseconds, elsewhere: zone) else { return dateTime(milliseconds) }
        return self("%@ (%@, heure de %@)", dateTime(milliseconds), there, name(ofZone: zone.id))
    }

    /// As people there call it: the register of zones names towns in English.
    package func name(ofZone id: String) -> String {
        switch id {
        case "Europe/Paris": self("Paris")
        case "America/Guadeloupe": self("Guadeloupe")
        case "America/Martinique": self("Martinique")
        case "America/St_Barthelemy": self("Saint-Barthélemy")
        case "America/Marigot": self("Saint-Martin")
        case "America/Cayenne": self("Guyane")
        case "America/Miquelon": self("Saint-Pierre-et-Miquelon")
        case "Indian/Reunion": self("La Réunion")
        case "Indian/Mayotte": self("Mayotte")
        case "Pacific/Noumea": self("Nouvelle-Calédonie")
        case "Pacific/Tahiti": self("Polynésie française (Tahiti)")
        case "Pacific/Wallis": self("Wallis-et-Futuna")
        default: id
        }
    }
}
