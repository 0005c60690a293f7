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

/// The entries from the folder of the manifest down: some packages were packed with the folder around them. What lies
/// beside that folder belongs to no package; `keepsStrays` is for folders, where it may be a package of its own.
func rooted(
    _ entries: [PackageFiles.Entry], keepsStrays: Bool = false
) -> (entries: [PackageFiles.Entry], faults: [Fault]) {
    let folders = entries.compactMap { entry -> [Substring]? in
        let parts = entry.path.split(separator: "/")
        return PackageFiles.manifestNames.contains(parts.last?.lowercased() ?? "") ? parts.dropLast() : nil
    }
    let depth = folders.map(\.count).min() ?? 0
    let highest = Set(folders.filter { $0.count == depth }.map { ExactName($0.joined(separator: "/")) })
    guard depth > 0, highest.count == 1, let folder = highest.first else { return (entries, []) }
    let prefix = Array((folder.text + "/").utf8)
    let inner = entries.filter { $0.path.utf8.starts(with: prefix) }.map { entry in
        var entry = entry
        entry.path = String(decoding: entry.path.utf8.dropFirst(prefix.count), as: UTF8.self)
        return entry
    }
    guard inner.count == entries.count || !keepsStrays else { return (entries, []) }
    return (inner, [.oneFolderDown(folder.text)])
}
