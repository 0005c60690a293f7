public import CourseModel

/// Why a package, or a file of it, cannot be read at all.
public enum PackageError: Error, Hashable, Sendable {
    /// The path names nothing, or nothing that may be read; the reason is the system's.
    case unreadable(path: String, reason: String)
    /// The package has no file of that name.
    case noSuchFile(String)
    /// Neither a manifest nor anything else that the engine knows a package by.
    case noManifest
    /// Bytes that are not XML; the reason where it is known.
    case malformedXML(Position, reason: Sentence?)
    /// A document type declaration, which could make the parser read other files.
    case documentType(Position)
    case manifestTooLarge(bytes: Int)
    case limit(XMLBound, Position)
    /// A single file that is no zip, where a whole package is needed.
    case notAPackage
    /// Not a zip, or a damaged one.
    case damagedArchive(reason: String)
    /// An entry that a careful reader must not unpack.
    case refusedEntry(name: String, EntryFault)
    /// More than an archive or a folder may hold.
    case tooLarge(PackageLimit)

    /// What of an XML document was too much.
    public enum XMLBound: String, Hashable, Sendable { case depth, attributes, tag }

    /// What is wrong with an entry of an archive or a folder.
    public enum EntryFault: String, Hashable, Sendable {
        case escapes, symbolicLink, specialFile, duplicate, encrypted, method, headersDisagree, overlaps
        case lyingSize, bomb, name, damaged, changed
    }
}
