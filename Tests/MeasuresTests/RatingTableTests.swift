import Measures
import Testing

@Suite("A table of ratings")
struct RatingTableTests {
    static func row(_ statement: String, _ values: [Int], missing: Int = 0) throws -> RatingTable.Row {
        RatingTable.Row(statement: statement, ratings: try panel(values), missing: missing)
    }

    @Test(
        "reads what spreadsheets write",
        arguments: [
            "Énoncé;Claire;Yannick;Inès\nA;7;8;9\nB;1;;2\n", "A,7,8,9\nB,1,,2", "A\t7\t8\t9\r\nB\t1\t\t2\r\n",
            "\u{FEFF}\"A\";\"7\"; 8 ;9\n\n;;;\nB;1;;2", "item;1;2;3;\nA;7;8;9;\nB;1;;2;", "A;7;8;9\nB;1;;2;;;",
        ])
    func reading(text: String) throws {
        #expect(try RatingTable(text).rows == [Self.row("A", [7, 8, 9]), Self.row("B", [1, 2], missing: 1)])
    }

    @Test("keeps separators, quotes and line ends inside quoted texts")
    func quoted() throws {
        let table = try RatingTable("\"Lever, \"\"tôt\"\";\nsi possible\",7,8\n3\" de cale,1,2")
        #expect(
            try table.rows == [
                Self.row("Lever, \"tôt\";\nsi possible", [7, 8]), Self.row("3\" de cale", [1, 2]),
            ])
    }

    @Test("keeps a statement that nobody rated")
    func unrated() throws {
        #expect(try RatingTable("A;7;8\nB;;").rows == [Self.row("A", [7, 8]), Self.row("B", [], missing: 2)])
    }

    @Test(
        "says where it can't be read",
        arguments: [
            ("", .empty), ("A\nB", .empty), ("Énoncé;Claire\n", .empty),
            ("A;7;8\nB;10;2", .notARating(line: 2, column: 2, text: "10")),
            ("A;7;x", .notARating(line: 1, column: 3, text: "x")),
            ("A;7\n\nB;7,5", .notARating(line: 3, column: 2, text: "7,5")),
            ("A;7\n\"B;8", .unclosedQuote(line: 2)), ("A;0", .notARating(line: 1, column: 2, text: "0")),
        ] as [(String, RatingTable.Fault)])
    func faults(text: String, fault: RatingTable.Fault) {
        #expect(throws: fault) { try RatingTable(text) }
    }

    @Test(
        "gets a verdict by each method",
        arguments: [
            (ConsensusMethod.ram, "inappropriate", "neither"), (.ipras, "uncertain", "disagreement"),
            (.delphi7015, "none", "no consensus"), (.delphi75, "none", "no consensus"),
            (.delphi80, "none", "no consensus"), (.has, "uncertain", "no consensus"),
        ])
    func verdicts(method: ConsensusMethod, outcome: String, agreement: String) throws {
        let ratings = try panel([1, 1, 1, 1, 1, 1, 6, 6, 6])
        #expect(ratings.verdict(by: method) == ConsensusVerdict(outcome: outcome, agreement: agreement))
        #expect(try panel([]).verdict(by: method) == nil)
    }

    @Test(
        "gets the word of the strongest agreement",
        arguments: [
            (ConsensusMethod.ram, "appropriate", "agreement"), (.ipras, "appropriate", "no disagreement"),
            (.delphi7015, "in", "consensus"), (.delphi75, "in", "consensus"), (.delphi80, "in", "unanimous"),
            (.has, "appropriate", "strong"),
        ])
    func strongest(method: ConsensusMethod, outcome: String, agreement: String) throws {
        let ratings = try panel([7, 7, 8, 8, 8, 9, 9, 9, 9])
        #expect(ratings.verdict(by: method) == ConsensusVerdict(outcome: outcome, agreement: agreement))
    }
}
