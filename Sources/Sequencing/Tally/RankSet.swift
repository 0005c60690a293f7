/// Some of the children of a cluster, by their rank: one bit each, so that a run of thousands is passed in a moment.
struct RankSet: Hashable, Sendable {
    /// Without empty words at the end, so that equal sets are equal.
    private var words: [UInt64] = []

    mutating func set(_ rank: Int, to isMember: Bool) {
        let (word, bit) = (rank / 64, UInt64(1) << UInt64(rank % 64))
        if isMember {
            while words.count <= word { words.append(0) }
            words[word] |= bit
        } else if word < words.count {
            words[word] &= ~bit
            while words.last == 0 { words.removeLast() }
        }
    }

    func contains(_ rank: Int) -> Bool {
        rank / 64 < words.count && words[rank / 64] & (1 << UInt64(rank % 64)) != 0
    }

    /// The first member of a range.
    func first(in range: Range<Int>) -> Int? {
        var rank = range.lowerBound
        while rank < range.upperBound, rank / 64 < words.count {
            let rest = words[rank / 64] >> UInt64(rank % 64)
            if rest != 0 {
                rank += rest.trailingZeroBitCount
                return rank < range.upperBound ? rank : nil
            }
            rank = (rank / 64 + 1) * 64
        }
        return nil
    }

    /// The last rank of the run of members that begins at a member, in a direction.
    func endOfRun(from rank: Int, _ direction: Direction) -> Int {
        direction == .forward ? lastOfRun(from: rank) : firstOfRun(upTo: rank)
    }

    private func lastOfRun(from rank: Int) -> Int {
        var rank = rank
        while rank / 64 < words.count {
            let gaps = ~words[rank / 64] >> UInt64(rank % 64)
            if gaps != 0 { return rank + gaps.trailingZeroBitCount - 1 }
            rank = (rank / 64 + 1) * 64
        }
        return rank - 1
    }

    private func firstOfRun(upTo rank: Int) -> Int {
        var rank = rank
        while rank >= 0, rank / 64 < words.count {
            let gaps = ~words[rank / 64] << UInt64(63 - rank % 64)
            if gaps != 0 { return rank - gaps.leadingZeroBitCount + 1 }
            rank = rank / 64 * 64 - 1
        }
        return rank + 1
    }
}
