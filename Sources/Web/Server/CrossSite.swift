internal import HTTPTypes
internal import Hummingbird

/// Refuses what another site makes a browser ask for.
enum CrossSite {
    private static let site = HTTPField.Name.lowercased("sec-fetch-site")
    private static let mode = HTTPField.Name.lowercased("sec-fetch-mode")
    private static let destination = HTTPField.Name.lowercased("sec-fetch-dest")

    /// A request that writes must say that it comes from here, or say nothing at all; one that reads may come from a
    /// link elsewhere, as a page to look at. Where people sign in, silence is not enough.
    static func check(_ request: Request, _ route: Route, isStrict: Bool) throws {
        let site = site.flatMap { request.headers[$0] }
        let reads = request.method == .get || request.method == .head
        switch site {
        case "same-origin": return
        case "none": if reads { return }
        case nil:
            if reads { return }
            guard let origin = request.headers[.origin] else {
                if isStrict { break }
                return
            }
            if origin == "http://\(request.head.authority ?? "")" || origin == "https://\(request.head.authority ?? "")"
            {
                return
            }
        default:
            let isPage =
                mode.flatMap { request.headers[$0] } == "navigate"
                && destination.flatMap { request.headers[$0] } == "document"
            if reads, isPage, route.answers == .page, route.pattern.first != "launch" { return }
        }
        throw PageError.crossSite
    }
}

extension HTTPField.Name {
    static func lowercased(_ name: String) -> HTTPField.Name? { HTTPField.Name(name) }
}
