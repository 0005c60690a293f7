import CMarkdown
import Synchronization

/// A node of a Markdown document, as values: the C library stays in this file.
struct MarkdownNode {
    /// What a node is, with what belongs to it alone.
    enum Kind {
        case heading(level: Int), paragraph, quote, item, code(language: String?, String), html(String), rule
        case list(start: Int?), table(alignments: [UInt8]), row, cell
        case text(String), emphasis, strong, strikethrough, inlineCode(String), link(String, title: String?), softBreak,
            hardBreak
        case image(address: String, title: String?), inlineHTML(String)
        /// What lies deeper than `Markdown.deepest`, as text.
        case tooDeep(String)
    }

    var kind: Kind
    /// From 1, in the text given.
    var line: Int
    var children: [MarkdownNode] = []
}

/// Reads GitHub-flavoured Markdown with tables, strikethrough and bare links; raw HTML stays what it is, text.
enum Markdown {
    /// How many nodes may lie in each other; what is deeper is read as text.
    static let deepest = 24

    /// The library keeps tables of special characters in global variables while it parses: one text at a time.
    private static let gate = Mutex(false)

    /// The blocks of a text. Never fails: any text is Markdown.
    static func blocks(of text: String) -> [MarkdownNode] {
        gate.withLock { isRegistered in
            if !isRegistered { cmark_gfm_core_extensions_ensure_registered() }
            isRegistered = true
            guard let parser = cmark_parser_new(CMARK_OPT_DEFAULT) else { return [] }
            defer { cmark_parser_free(parser) }
            for name in ["table", "strikethrough", "autolink"] {
                if let found = cmark_find_syntax_extension(name) {
                    _ = cmark_parser_attach_syntax_extension(parser, found)
                }
            }
            var bytes = text
            bytes.withUTF8 { buffer in
                buffer.withMemoryRebound(to: CChar.self) { cmark_parser_feed(parser, $0.baseAddress, $0.count) }
            }
            guard let document = cmark_parser_finish(parser) else { return [] }
            defer { cmark_node_free(document) }
            cmark_consolidate_text_nodes(document)
            return children(of: document, line: 1, depth: 1)
        }
    }

    private static func children(of parent: OpaquePointer, line: Int, depth: Int) -> [MarkdownNode] {
        var nodes: [MarkdownNode] = []
        var next = cmark_node_first_child(parent)
        while let current = next {
            next = cmark_node_next(current)
            let ownLine = Int(cmark_node_get_start_line(current))
            let line = ownLine > 0 ? ownLine : line
            let kind = depth > deepest ? MarkdownNode.Kind.tooDeep(plainText(of: current)) : kind(of: current)
            guard let kind else { continue }
            var node = MarkdownNode(kind: kind, line: line)
            if depth <= deepest { node.children = children(of: current, line: line, depth: depth + 1) }
            nodes.append(node)
        }
        return nodes
    }

    private static func kind(of node: OpaquePointer) -> MarkdownNode.Kind? {
        switch cmark_node_get_type(node) {
        case CMARK_NODE_HEADING: .heading(level: Int(cmark_node_get_heading_level(node)))
        case CMARK_NODE_PARAGRAPH: .paragraph
        case CMARK_NODE_BLOCK_QUOTE: .quote
        case CMARK_NODE_LIST:
            .list(
                start: cmark_node_get_list_type(node) == CMARK_ORDERED_LIST ? Int(cmark_node_get_list_start(node)) : nil
            )
        case CMARK_NODE_ITEM: .item
        case CMARK_NODE_CODE_BLOCK:
            .code(language: filled(cmark_node_get_fence_info(node)), string(cmark_node_get_literal(node)))
        case CMARK_NODE_HTML_BLOCK: .html(string(cmark_node_get_literal(node)))
        case CMARK_NODE_THEMATIC_BREAK: .rule
        case CMARK_NODE_TEXT: .text(string(cmark_node_get_literal(node)))
        case CMARK_NODE_SOFTBREAK: .softBreak
        case CMARK_NODE_LINEBREAK: .hardBreak
        case CMARK_NODE_CODE: .inlineCode(string(cmark_node_get_literal(node)))
        case CMARK_NODE_HTML_INLINE: .inlineHTML(string(cmark_node_get_literal(node)))
        case CMARK_NODE_EMPH: .emphasis
        case CMARK_NODE_STRONG: .strong
        case CMARK_NODE_LINK: .link(string(cmark_node_get_url(node)), title: filled(cmark_node_get_title(node)))
        case CMARK_NODE_IMAGE:
            .image(address: string(cmark_node_get_url(node)), title: filled(cmark_node_get_title(node)))
        default: extensionKind(of: node)
        }
    }

    /// Nodes of extensions have types that are only known at run time; their names are fixed.
    private static func extensionKind(of node: OpaquePointer) -> MarkdownNode.Kind? {
        switch string(cmark_node_get_type_string(node)) {
        case "strikethrough": .strikethrough
        case "table": .table(alignments: alignments(of: node))
        case "table_header", "table_row": .row
        case "table_cell": .cell
        default: nil
        }
    }

    /// One letter a column: `l`, `c`, `r`, or 0.
    private static func alignments(of table: OpaquePointer) -> [UInt8] {
        let count = Int(cmark_gfm_extensions_get_table_columns(table))
        guard let letters = cmark_gfm_extensions_get_table_alignments(table) else {
            return Array(repeating: 0, count: count)
        }
        return Array(UnsafeBufferPointer(start: letters, count: count))
    }

    /// All text below a node, gathered without recursion.
    private static func plainText(of node: OpaquePointer) -> String {
        guard let walk = cmark_iter_new(node) else { return "" }
        defer { cmark_iter_free(walk) }
        var text = ""
        while cmark_iter_next(walk) != CMARK_EVENT_DONE {
            guard let current = cmark_iter_get_node(walk) else { break }
            text += string(cmark_node_get_literal(current))
        }
        return text
    }

    private static func string(_ pointer: UnsafePointer<CChar>?) -> String { pointer.map(String.init(cString:)) ?? "" }

    private static func filled(_ pointer: UnsafePointer<CChar>?) -> String? {
        let text = string(pointer)
        return text.isEmpty ? nil : text
    }
}
