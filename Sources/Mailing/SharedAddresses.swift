/// Addresses under which several people wrote: an archive may put the list's own address in place of everybody's,
/// and a ward may have one mailbox. Merging their authors would make one person out of thirty.
///
/// An address is shared when at least three names that have no word in common used it: "C. Martin", "Claire Martin"
/// and "Martin, Claire" are one person. The authors of a shared address are then told apart by their names.
package struct SharedAddresses: Sendable {
    private var groups: [String: [Set<String>]] = [:]

    package init() {}

    /// Takes note of the author of one message.
    package mutating func note(_ author: MailAuthor) {
        guard let address = author.address?.lowercased(), let name = author.name else { return }
        let words = Set(name.lowercased().split { !$0.isLetter }.filter { $0.count > 1 }.map(String.init))
        guard !words.isEmpty else { return }
        let known = groups[address] ?? []
        guard known.count < 100 else { return }
        if known.contains(where: { words.isSubset(of: $0) }) { return }
        let (same, others) = (known.filter { !$0.isDisjoint(with: words) }, known.filter { $0.isDisjoint(with: words) })
        groups[address] = others + [same.reduce(words) { $0.union($1) }]
    }

    /// Whether the messages noted so far tell that this address is nobody's own.
    package func isShared(_ address: String) -> Bool { (groups[address.lowercased()] ?? []).count >= 3 }
}
