// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny")
]

let package = Package(
    name: "ruche",
    platforms: [.macOS(.v15)],
    products: [.executable(name: "ruche", targets: ["RucheCommand"])],
    dependencies: [
        .package(url: "https://github.com/hummingbird-project/hummingbird.git", from: "2.28.1", traits: []),
        .package(url: "https://github.com/apple/swift-argument-parser.git", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-configuration.git", from: "1.4.0", traits: []),
        .package(url: "https://github.com/apple/swift-crypto.git", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-http-types.git", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log.git", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio.git", from: "2.101.2"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle.git", from: "2.13.0"),
        .package(url: "https://github.com/swiftlang/swift-subprocess.git", from: "1.0.2", traits: []),
    ],
    targets: [
        .systemLibrary(name: "CArgon2", pkgConfig: "libargon2"),
        .systemLibrary(name: "CCurl", pkgConfig: "libcurl"),
        .systemLibrary(name: "CMark", pkgConfig: "libcmark-gfm"),
        .systemLibrary(name: "CMime", pkgConfig: "gmime-3.0"),
        .systemLibrary(name: "CPostgres", pkgConfig: "libpq"),
        .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3"),
        .systemLibrary(name: "CStemmer"),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib"),

        .target(name: "Calendaring", swiftSettings: strict),
        .target(
            name: "Documents",
            dependencies: [
                "CZlib",
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "Subprocess", package: "swift-subprocess"),
            ],
            swiftSettings: strict
        ),
        .target(name: "Measures", swiftSettings: strict),
        .target(name: "PatientGuard", swiftSettings: strict),
        .target(name: "Mailing", dependencies: ["CMime", "CCurl"], swiftSettings: strict),
        .target(
            name: "Markup",
            dependencies: ["CMark", .product(name: "NIOCore", package: "swift-nio")],
            swiftSettings: strict
        ),
        .target(
            name: "Persistence",
            dependencies: [
                "CSQLite", "CPostgres", "CStemmer",
                .product(name: "NIOConcurrencyHelpers", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
            ],
            swiftSettings: strict
        ),
        .target(name: "Wording", dependencies: ["Calendaring"], resources: [.copy("Resources")], swiftSettings: strict),
        .target(
            name: "Ruche",
            dependencies: [
                "CArgon2", "Calendaring", "Documents", "Mailing", "Markup", "Measures", "PatientGuard", "Persistence",
                "Wording",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "Logging", package: "swift-log"),
            ],
            resources: [.copy("Accounts/Breached"), .copy("Demo/Resources")],
            swiftSettings: strict
        ),
        .target(
            name: "RucheMail",
            dependencies: [
                "Calendaring", "Mailing", "Ruche", "Wording",
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOPosix", package: "swift-nio"),
            ],
            swiftSettings: strict
        ),
        .target(
            name: "RucheWeb",
            dependencies: [
                "Calendaring", "CZlib", "Documents", "Markup", "Measures", "PatientGuard", "Persistence", "Ruche",
                "Wording",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
            ],
            resources: [.copy("Resources")],
            swiftSettings: strict
        ),
        .executableTarget(
            name: "RucheCommand",
            dependencies: [
                "Calendaring", "Mailing", "Measures", "PatientGuard", "Persistence", "Ruche", "RucheMail", "RucheWeb",
                "Wording",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Configuration", package: "swift-configuration"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ],
            swiftSettings: strict
        ),

        .executableTarget(
            name: "BenchmarkFill",
            dependencies: [
                "Persistence", "Ruche", .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            path: "Benchmarks/Fill",
            swiftSettings: strict
        ),

        .testTarget(name: "CalendaringTests", dependencies: ["Calendaring"], swiftSettings: strict),
        .testTarget(
            name: "DocumentsTests",
            dependencies: [
                "CZlib", "Documents",
                .product(name: "NIOConcurrencyHelpers", package: "swift-nio"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "Subprocess", package: "swift-subprocess"),
            ],
            swiftSettings: strict
        ),
        .testTarget(name: "MailingTests", dependencies: ["Mailing"], swiftSettings: strict),
        .testTarget(name: "MarkupTests", dependencies: ["Markup"], swiftSettings: strict),
        .testTarget(name: "MeasuresTests", dependencies: ["Measures"], swiftSettings: strict),
        .testTarget(name: "PatientGuardTests", dependencies: ["PatientGuard"], swiftSettings: strict),
        .testTarget(name: "PersistenceTests", dependencies: ["Persistence"], swiftSettings: strict),
        .testTarget(name: "WordingTests", dependencies: ["Wording", "Calendaring"], swiftSettings: strict),
        .testTarget(
            name: "RucheTests",
            dependencies: [
                "Calendaring", "Measures", "Persistence", "Ruche", "RucheMail", "RucheWeb", "Wording",
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOEmbedded", package: "swift-nio"),
                .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: strict
        ),
    ],
    swiftLanguageModes: [.v6]
)
