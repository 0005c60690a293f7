internal import CourseModel

extension Sequencer {
    /// SB.2.12 Sequencing Request Process: each request to its own process.
    mutating func SB_2_12(_ request: SequencingRequest) throws(SequencingRefusal) -> SequencingOutcome {
        switch request {
        case .start: try SB_2_5()
        case .resumeAll: try SB_2_6()
        case .continue: try SB_2_7()
        case .previous: try SB_2_8()
        case .exit: try SB_2_11()
        case .retry: try SB_2_10()
        case .choice(let target): try SB_2_9(target)
        case .jump(let target): try SB_2_13(target)
        }
    }
}
