import Testing

@testable import Web

@Suite("The part of an address that is kept")
struct NetworkTests {
    @Test(
        "says where, not who",
        arguments: [
            ("192.0.2.17", "192.0.2.0/24"), ("::ffff:192.0.2.17", "192.0.2.0/24"),
            ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
            ("2001:db8::7", "2001:db8:0:0::/64"), ("::1", "0:0:0:0::/64"), ("fe80::1%eth0", "fe80:0:0:0::/64"),
            ("", "0:0:0:0::/64"),
        ])
    func parts(address: String, network: String) { #expect(Network(of: address).text == network) }
}

@Suite("The token of forms")
struct FormTokenTests {
    @Test("goes into every form that posts, and nowhere else")
    func added() {
        let page =
            #"<p>method="post"</p><form class="a" method="post" action="/x"><input></form><form action="/s"></form>"#
        let with = FormToken.added("T", to: page)
        #expect(
            with
                == #"<p>method="post"</p><form class="a" method="post" action="/x"><input type="hidden" name="csrf" "#
                + #"value="T"><input></form><form action="/s"></form>"#)
    }

    @Test(
        "is compared as a whole",
        arguments: [("a", "a", true), ("a", "b", false), ("a", "", false), ("ab", "a", false)])
    func compared(one: String, other: String, same: Bool) { #expect(FormToken.isSame(one, other) == same) }
}
