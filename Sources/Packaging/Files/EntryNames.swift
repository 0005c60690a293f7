import CourseModel

/// A name that stays inside the package, as text: UTF-8, else cp437 where a zip gives no other hint, see `legacyText`.
func checkedPath(_ name: [UInt8]) throws(PackageError) -> String {
    let text = String(validating: name, as: UTF8.self) ?? legacyText(name)
    func refuse(_ fault: PackageError.EntryFault) -> PackageError {
        .refusedEntry(name: String(text.prefix(200)), fault)
    }
    guard name.count <= PackageLimit.pathBytes.value, !name.isEmpty else { throw refuse(.name) }
    guard !name.contains(where: { $0 < 0x20 || $0 == 0x7F }) else { throw refuse(.name) }
    guard !text.unicodeScalars.contains(where: { (0x80..<0xA0).contains($0.value) }) else { throw refuse(.name) }
    guard name.first != 0x2F, !name.contains(0x5C) else { throw refuse(.escapes) }
    let components = name.split(separator: 0x2F, omittingEmptySubsequences: false)
    guard components.count <= PackageLimit.depth.value else { throw refuse(.name) }
    for component in components {
        guard !component.isEmpty, component.count <= PackageLimit.componentBytes.value else { throw refuse(.name) }
        guard !component.elementsEqual([0x2E]), !component.elementsEqual([0x2E, 0x2E]) else { throw refuse(.escapes) }
    }
    if let first = components.first, first.dropFirst().first == 0x3A { throw refuse(.escapes) }  // C:file
    return text
}

/// Files that operating systems and version control leave behind; they are no part of the package.
func isLitter(_ name: [UInt8]) -> Bool {
    let components = name.split(separator: 0x2F)
    if components.contains(where: { String(decoding: $0, as: UTF8.self) == "__MACOSX" }) { return true }
    return components.contains { component in
        component.first == 0x2E && !component.elementsEqual([0x2E, 0x2E]) && component.count > 1
    } || ["thumbs.db", "desktop.ini"].contains(String(decoding: components.last ?? [], as: UTF8.self).lowercased())
}

/// The entries from the folder of the manifest down: a package that was packed with its folder is one folder down.
func rooted(_ entries: [PackageFiles.Entry]) -> (entries: [PackageFiles.Entry], faults: [Fault]) {
    let isManifest = { (name: String) in PackageFiles.manifestNames.contains(name.lowercased()) }
    if entries.contains(where: { isManifest($0.path) }) { return (entries, []) }
    let tops = Set(entries.compactMap { $0.path.split(separator: "/").first.map { Array($0.utf8) } })
    guard tops.count == 1, let top = tops.first else { return (entries, []) }
    let prefix = String(decoding: top, as: UTF8.self) + "/"
    guard entries.contains(where: { $0.path.hasPrefix(prefix) && isManifest(String($0.path.dropFirst(prefix.count))) })
    else { return (entries, []) }
    let inner = entries.map { entry in
        var entry = entry
        entry.path = String(decoding: entry.path.utf8.dropFirst(prefix.utf8.count), as: UTF8.self)
        return entry
    }
    return (inner, [.oneFolderDown(prefix)])
}

/// Text of a name that is not UTF-8. Western names made on Windows are windows-1252; on older systems cp437 or cp850, whose
/// accented letters sit where windows-1252 has controls and signs.
func legacyText(_ name: [UInt8]) -> String {
    let isOld = name.contains { (0x80..<0xA0).contains($0) }
    guard isOld else { return String(decoding: fromWindows1252(name), as: UTF8.self) }
    var text = String.UnicodeScalarView()
    for byte in name { text.append(byte < 0x80 ? Unicode.Scalar(byte) : cp437High[Int(byte) - 0x80]) }
    return String(text)
}

private let cp437High: [Unicode.Scalar] = Array(
    "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u{A0}"
        .unicodeScalars)
