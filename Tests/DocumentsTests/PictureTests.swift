import Documents
import Testing

@Suite("Picture")
struct PictureTests {
    @Test("A photograph keeps nothing of where, when and by whom it was taken")
    func metadata() async throws {
        let photograph = TestPicture.withMetadata(try await TestPicture.made("jpg"))
        for secret in TestPicture.secrets { try #require(photograph.holds(secret)) }
        let picture = try await Picture.anew(from: photograph, .jpeg)
        #expect(picture.kind == .jpeg)
        #expect(TestPicture.secrets.filter { picture.bytes.holds($0) } == [])
        #expect(!picture.bytes.holds("Exif"))
    }

    @Test("A photograph taken sideways stands upright")
    func orientation() async throws {
        let photograph = TestPicture.withMetadata(try await TestPicture.made("jpg"))
        let picture = try await Picture.anew(from: photograph, .jpeg)
        #expect([picture.width, picture.height] == [40, 80])
        // Turned to the right, what was left is above.
        #expect(try await TestPicture.pixel(20, 10, of: picture.bytes)[0] < 20)
        #expect(try await TestPicture.pixel(20, 70, of: picture.bytes)[0] > 235)
    }

    @Test("A large picture is brought to 2,000 pixels; a small one keeps its size")
    func size() async throws {
        let large = try await Picture.anew(from: try await TestPicture.made("jpg", width: 4_000, height: 1_000), .jpeg)
        #expect([large.width, large.height] == [2_000, 500])
        let small = try await Picture.anew(from: try await TestPicture.made("png"), .png)
        #expect([small.width, small.height] == [80, 40])
    }

    @Test("What one can see through stays so")
    func transparency() async throws {
        for (ending, kind) in [("png", FileKind.png), ("webp", .webp)] {
            let given = try await TestPicture.made(ending, transparent: true)
            let picture = try await Picture.anew(from: given, kind)
            #expect(picture.kind == .png)
            let alpha = try #require(try await TestPicture.pixel(5, 5, of: picture.bytes).last)
            #expect(abs(alpha - 128) <= 2)
        }
    }

    @Test(
        "Each kind becomes one that every browser shows",
        arguments: [
            ("jpg", .jpeg, .jpeg), ("png", .png, .png), ("gif", .gif, .png), ("webp", .webp, .jpeg),
            ("heic", .heic, .jpeg),
        ] as [(String, FileKind, FileKind)])
    func kinds(ending: String, given: FileKind, made: FileKind) async throws {
        let picture = try await Picture.anew(from: try await TestPicture.made(ending), given)
        #expect(picture.kind == made)
        #expect(try await FileKind.of(picture.bytes) == made)
        #expect(try await TestPicture.pixel(75, 20, of: picture.bytes)[0] > 235)
    }

    @Test("A picture that announces more pixels than one may have is not decoded")
    func bomb() async throws {
        var png = try await TestPicture.made("png")
        // Width and height of the header, at bytes 16 and 20, and the checksum over it.
        let size: [UInt8] = [0, 0, 0x40, 0, 0, 0, 0x40, 0]
        png.replaceSubrange(16..<24, with: size)
        png.replaceSubrange(29..<33, with: checksum(Array(png[12..<29])))
        await #expect(throws: Picture.NotMade.tooManyPixels) { try await Picture.anew(from: png, .png) }
    }

    @Test("A picture that was cut or is none is refused", arguments: ["jpg", "png", "webp", "gif"])
    func damaged(ending: String) async throws {
        let whole = try await TestPicture.made(ending, width: 800, height: 600)
        let kind = try await FileKind.of(whole)
        await #expect(throws: Picture.NotMade.damaged) {
            try await Picture.anew(from: Array(whole[..<(whole.count / 2)]), kind)
        }
        await #expect(throws: Picture.NotMade.damaged) {
            try await Picture.anew(from: Array("<svg xmlns='http://www.w3.org/2000/svg'/>".utf8), kind)
        }
    }

    @Test("A document is no picture, and 25 MB are the most")
    func refused() async {
        await #expect(throws: Picture.NotMade.notPicture) { try await Picture.anew(from: TestPDF.pdf(), .pdf) }
        await #expect(throws: Picture.NotMade.tooLarge) {
            try await Picture.anew(from: [UInt8](repeating: 0, count: FileKind.bytesAtMost + 1), .jpeg)
        }
    }
}
