internal import Glibc

/// Defects of ours, said on stderr for whoever runs the server: where and of what type, never who or what was sent.
enum Defects {
    static func report(_ error: any Error, at route: String) {
        let line = "defect: \(route): \(type(of: error))\n"
        _ = line.withCString { write(2, $0, strlen($0)) }
    }
}
