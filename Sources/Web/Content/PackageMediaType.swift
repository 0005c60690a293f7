/// What the files of foreign packages are sent as. Nothing is guessed from their bytes; what is not here is a download.
struct PackageMediaType: Hashable {
    let name: String
    /// Shown by browsers; what is not is saved.
    let isShown: Bool

    /// By the ending of the path.
    init(path: String) {
        let file = path.split(separator: "/").last ?? ""
        let ending = file.contains(".") ? file.split(separator: ".").last.map { $0.lowercased() } ?? "" : ""
        let known = PackageMediaType.names[ending]
        name = known ?? "application/octet-stream"
        isShown = known != nil
    }

    private static let names: [String: String] = [
        "html": "text/html; charset=utf-8", "htm": "text/html; charset=utf-8", "xhtml": "text/html; charset=utf-8",
        "css": "text/css", "js": "text/javascript", "mjs": "text/javascript", "json": "application/json",
        "map": "application/json", "xml": "text/xml", "xsl": "text/xml", "xsd": "text/xml", "dtd": "text/plain",
        "txt": "text/plain", "csv": "text/plain", "md": "text/plain", "vtt": "text/vtt", "srt": "text/plain",
        "png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "gif": "image/gif", "webp": "image/webp",
        "avif": "image/avif", "svg": "image/svg+xml", "ico": "image/x-icon", "bmp": "image/bmp", "cur": "image/x-icon",
        "mp3": "audio/mpeg", "m4a": "audio/mp4", "aac": "audio/aac", "ogg": "audio/ogg", "oga": "audio/ogg",
        "opus": "audio/ogg", "wav": "audio/wav", "flac": "audio/flac", "weba": "audio/webm",
        "mp4": "video/mp4", "m4v": "video/mp4", "webm": "video/webm", "ogv": "video/ogg", "mov": "video/quicktime",
        "woff": "font/woff", "woff2": "font/woff2", "ttf": "font/ttf", "otf": "font/otf",
        "eot": "application/vnd.ms-fontobject", "pdf": "application/pdf", "wasm": "application/wasm",
        "swf": "application/x-shockwave-flash",
    ]
}
