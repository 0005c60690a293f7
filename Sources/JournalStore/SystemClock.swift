public import CourseModel
import Glibc

extension Instant {
    /// The time of this machine, to the millisecond; for the shell, which hands it to the rooms as an argument.
    public static func now() -> Instant {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Instant(milliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
    }
}
