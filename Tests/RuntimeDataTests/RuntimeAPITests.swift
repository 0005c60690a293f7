import RuntimeData
import Testing

@Suite("The API object")
struct RuntimeAPITests {
    @Test("It says what happened")
    func outcomes() throws {
        var api = RuntimeAPI(cmi: try attempt(Models.fourth))
        #expect(try api.call("Initialize", [""]).outcome == .initialized)
        #expect(try api.call("SetValue", ["cmi.location", "1"]).outcome == nil)
        #expect(try api.call("Commit", [""]).outcome == .committed([CMI.Write("cmi.location", "1")]))
        _ = try api.call("SetValue", ["cmi.session_time", "PT2S"])
        #expect(try api.call("Terminate", [""]).outcome == .terminated([CMI.Write("cmi.session_time", "PT2S")]))
        #expect(try api.cmi.get("cmi.total_time") == "PT2S")
        #expect(api.state == .terminated)
    }

    @Test("Content that leaves without a word is ended for it, once")
    func unload() throws {
        var api = RuntimeAPI(cmi: try attempt(Models.fourth))
        #expect(api.unload() == nil)
        _ = try api.call("Initialize", [""])
        #expect(api.unload() == .terminated([]))
        #expect(api.unload() == nil)
    }

    @Test("An unknown function is an error of its own", arguments: ["LMSInitialize", "initialize", ""])
    func unknown(name: String) throws {
        var api = RuntimeAPI(cmi: try attempt(Models.fourth))
        let error = #expect(throws: RuntimeAPI.UnknownFunction.self) { try api.call(name, []) }
        #expect(error?.name == name)
    }

    @Test("Support functions leave the last error alone; the diagnostic explains it")
    func diagnostics() throws {
        var api = RuntimeAPI(cmi: try attempt(Models.fourth))
        _ = try api.call("Initialize", [""])
        _ = try api.call("SetValue", ["cmi.completion_status", "done"])
        let text = try api.call("GetDiagnostic", [""])
        #expect(
            text.value
                == "cmi.completion_status: \"done\" given, expects one of completed, incomplete, not attempted, unknown"
        )
        #expect(text.error == 406)
        #expect(try api.call("GetDiagnostic", ["406"]).value == text.value)
        #expect(try api.call("GetDiagnostic", ["403"]).value == "Data model element value not initialized")
        #expect(try api.call("GetLastError", []).value == "406")
    }
}
