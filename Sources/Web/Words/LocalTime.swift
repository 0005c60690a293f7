internal import CourseModel
import Glibc

extension Instant {
    /// The same moment as the clocks of this machine's time zone (`TZ`, else the system's) show it, to be read as text.
    var asClocksShow: Instant {
        var seconds = time_t(milliseconds / 1000)
        var parts = tm()
        guard localtime_r(&seconds, &parts) != nil else { return self }
        return Instant(milliseconds: milliseconds + Int64(parts.tm_gmtoff) * 1000)
    }
}
