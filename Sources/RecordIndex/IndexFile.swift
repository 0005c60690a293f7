internal import Glibc
internal import GRDB

/// The SQLite file of the index, or one in memory; the only file that knows the library. Every row carries a checksum.
struct IndexFile: Sendable {
    private let queue: DatabaseQueue

    /// A value of a cell.
    enum Cell: Hashable, Sendable {
        case text(String)
        case whole(Int64)
        case decimal(Double)
        case none
    }

    /// Opens the file, or makes it; `nil` asks for one in memory.
    init(_ path: String?) throws(IndexTrouble) {
        if let path { try IndexFile.makePrivate(path) }
        var configuration = Configuration()
        configuration.busyMode = .timeout(10)
        // What is removed of a learner must not stay readable in a free page.
        configuration.prepareDatabase { try $0.execute(sql: "PRAGMA secure_delete = ON") }
        let settings = configuration
        queue = try IndexFile.translating {
            try path.map { try DatabaseQueue(path: $0, configuration: settings) }
                ?? DatabaseQueue(named: nil, configuration: settings)
        }
    }

    /// The file is its owner's alone, as all of a data folder.
    private static func makePrivate(_ path: String) throws(IndexTrouble) {
        let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
        if descriptor >= 0 {
            close(descriptor)
        } else if errno != EROFS, errno != EACCES {
            throw .unusable("\(path): \(String(cString: strerror(errno)))")
        }
    }

    /// Everything that a write does is there afterwards, or nothing of it.
    func write(_ body: (borrowing Writer) throws -> Void) throws(IndexTrouble) {
        try IndexFile.translating { try queue.write { try body(Writer(database: $0)) } }
    }

    /// The rows of a table that hold these values, in the order of the table's first columns.
    func rows(of table: IndexTable, where wanted: [(column: String, value: Cell)] = []) throws(IndexTrouble) -> [[Cell]]
    {
        let condition = wanted.map { "\($0.column) = ?" }.joined(separator: " AND ")
        let sql =
            "SELECT * FROM \(table.name)" + (condition.isEmpty ? "" : " WHERE \(condition)")
            + " ORDER BY \(table.order)"
        return try IndexFile.translating {
            try queue.read { database in
                let cursor = try Row.fetchCursor(
                    database, sql: sql, arguments: StatementArguments(wanted.map(\.value.databaseValue)))
                var rows: [[Cell]] = []
                while let row = try cursor.next() { rows.append(try IndexFile.checked(row)) }
                return rows
            }
        }
    }

    /// The number that a `PRAGMA` answers.
    func number(of pragma: String) throws(IndexTrouble) -> Int64 {
        try IndexFile.translating {
            try queue.read { try Int64.fetchOne($0, sql: "PRAGMA \(pragma)") ?? 0 }
        }
    }

    /// The cells of a row without its checksum.
    private static func checked(_ row: Row) throws -> [Cell] {
        var cells = (0..<row.count).map { Cell(row[$0] as DatabaseValue) }
        guard let sum = cells.popLast(), sum == checksum(of: cells) else { throw IndexTrouble.corrupt("checksum") }
        return cells
    }

    /// FNV-1a over the cells: it finds what a disk did, not what an enemy does.
    fileprivate static func checksum(of cells: [Cell]) -> Cell {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        func add(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        func add(_ tag: UInt8, _ bits: UInt64) {
            add(tag)
            for place in 0..<8 { add(UInt8(truncatingIfNeeded: bits >> (8 * UInt64(place)))) }
        }
        for cell in cells {
            switch cell {
            case .text(let text):
                add(1, UInt64(text.utf8.count))
                for byte in text.utf8 { add(byte) }
            case .whole(let number): add(2, UInt64(bitPattern: number))
            case .decimal(let number): add(3, number.bitPattern)
            case .none: add(4)
            }
        }
        return .whole(Int64(bitPattern: hash))
    }

    /// Errors of the library as ours.
    private static func translating<Result>(_ body: () throws -> Result) throws(IndexTrouble) -> Result {
        do {
            return try body()
        } catch let trouble as IndexTrouble {
            throw trouble
        } catch let error as DatabaseError {
            switch error.resultCode {
            // Our statements are fixed: one that SQLite does not understand asks for a table that is not as it should be.
            case .SQLITE_CORRUPT, .SQLITE_NOTADB, .SQLITE_FORMAT, .SQLITE_ERROR, .SQLITE_SCHEMA:
                throw .corrupt("\(error)")
            default: throw .unusable(error.message ?? "\(error.resultCode)")
            }
        } catch {
            throw .unusable("\(error)")
        }
    }

    /// What may be done inside a write.
    struct Writer: ~Copyable {
        fileprivate let database: Database

        /// Runs a statement without values.
        func run(_ sql: String) throws { try database.execute(sql: sql) }

        /// Adds a row.
        func insert(_ cells: [Cell], into table: IndexTable) throws {
            try database.cachedStatement(sql: table.insertion).execute(
                arguments: StatementArguments((cells + [IndexFile.checksum(of: cells)]).map(\.databaseValue)))
        }

        /// Removes the rows that hold these values.
        func remove(from table: IndexTable, where wanted: [(column: String, value: Cell)]) throws {
            let condition = wanted.map { "\($0.column) = ?" }.joined(separator: " AND ")
            try database.cachedStatement(sql: "DELETE FROM \(table.name) WHERE \(condition)").execute(
                arguments: StatementArguments(wanted.map(\.value.databaseValue)))
        }
    }
}

/// What stands in the way of the index. It can always be made again from the journals.
public enum IndexTrouble: Error, Hashable, Sendable {
    /// The file is no longer what was written.
    case corrupt(String)
    /// The file cannot be read or written: a full disk, missing rights, another program that holds it.
    case unusable(String)
}

extension IndexFile.Cell {
    fileprivate var databaseValue: DatabaseValue {
        switch self {
        case .text(let text): text.databaseValue
        case .whole(let number): number.databaseValue
        case .decimal(let number): number.databaseValue
        case .none: .null
        }
    }

    fileprivate init(_ value: DatabaseValue) {
        self =
            switch value.storage {
            case .null, .blob: .none
            case .int64(let number): .whole(number)
            case .double(let number): .decimal(number)
            case .string(let text): .text(text)
            }
    }
}
