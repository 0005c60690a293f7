internal import Hummingbird
internal import NIOCore

/// What is known of a request beside itself: the address that it came from.
struct ShellContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    /// The numeric address of the other end: a browser, or a proxy that speaks for one.
    let peer: String

    init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        peer = source.channel.remoteAddress?.ipAddress ?? ""
    }
}
