import Glibc

extension DataFolder {
    /// The folder of a learner.
    func home(of learner: LearnerID) -> String { "\(path)/learners/\(learner)" }

    /// The lock that orders all writing for a learner.
    public func lockPath(of learner: LearnerID) -> String { "\(home(of: learner))/lock" }

    /// Every learner, in the order of identifiers.
    public func learners() throws(JournalError) -> [LearnerID] {
        try Folder.names(in: "\(path)/learners").compactMap { name in
            LearnerID(name).flatMap { FileStatus(at: home(of: $0))?.isFolder ?? false ? $0 : nil }
        }
    }

    /// Who a learner is; `nil` when there is no such learner.
    public func profile(of learner: LearnerID) throws(JournalError) -> LearnerProfile? {
        let file = "\(home(of: learner))/learner.json"
        guard let bytes = try SmallFile.read(file) else { return nil }
        guard let profile = LearnerProfile(json: bytes) else { throw JournalError(file, .unreadable) }
        return profile
    }

    /// Replaces what is known of a learner.
    public func set(_ profile: LearnerProfile, of learner: LearnerID) throws(JournalError) {
        try SmallFile.replace("\(home(of: learner))/learner.json", with: profile.json)
    }

    /// The learner of this login, by its bytes; `nil` asks for the local learner.
    public func learner(login: String?) throws(JournalError) -> LearnerID? {
        for learner in try learners() {
            guard let profile = try profile(of: learner) else { continue }
            switch (profile.login, login) {
            case (nil, nil): return learner
            case (let one?, let other?): if one.utf8.elementsEqual(other.utf8) { return learner }
            case (nil, _?), (_?, nil): continue
            }
        }
        return nil
    }

    /// Makes a learner: the folder appears whole or not at all. Refuses an identifier or login that is taken.
    public func create(_ learner: LearnerID, _ profile: LearnerProfile) throws(JournalError) {
        let made = try findOrCreate(profile, as: learner)
        guard made == learner else { throw JournalError(home(of: made), .learnerExists) }
    }

    /// The learner of the profile's login, made under the identifier when there is none; two programs that ask at
    /// once get the same learner. A profile without a login is the one local learner.
    public func findOrCreate(_ profile: LearnerProfile, as learner: LearnerID) throws(JournalError) -> LearnerID {
        try findOrCreate([(profile, learner)]).first ?? learner
    }

    /// The same for many at once, each in turn: the learners that are there are looked at once.
    public func findOrCreate(
        _ wanted: [(profile: LearnerProfile, learner: LearnerID)]
    ) throws(JournalError) -> [LearnerID] {
        let learners = "\(path)/learners"
        try Folder.make(learners)
        let lock = try JournalLock(folder: learners)
        var known: [[UInt8]?: LearnerID] = [:]
        for learner in try self.learners() {
            guard let profile = try profile(of: learner) else { continue }
            let login = profile.login.map { Array($0.utf8) }
            known[login] = known[login] ?? learner
        }
        var found: [LearnerID] = []
        for (profile, learner) in wanted {
            let login = profile.login.map { Array($0.utf8) }
            if known[login] == nil {
                try make(learner, profile)
                known[login] = learner
            }
            found.append(known[login] ?? learner)
        }
        _ = consume lock
        return found
    }

    private func make(_ learner: LearnerID, _ profile: LearnerProfile) throws(JournalError) {
        let learners = "\(path)/learners"
        guard FileStatus(at: home(of: learner)) == nil else { throw JournalError(home(of: learner), .learnerExists) }
        let temporary = "\(learners)/.new-\(learner)"
        try Folder.make(temporary)
        try SmallFile.replace("\(temporary)/learner.json", with: profile.json)
        guard rename(temporary, home(of: learner)) == 0 else { throw .lastCall("rename", on: home(of: learner)) }
        try Folder.sync(learners)
    }
}
