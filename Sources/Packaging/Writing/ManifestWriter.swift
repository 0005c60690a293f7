public import CourseModel

/// A course as a manifest of its own edition: read again, it is the same course.
///
/// Addresses come out resolved and encoded, strange values as they were understood; what the model does not hold
/// (`xsi:schemaLocation`, metadata of single items, elements of other vocabularies) is not written.
public func manifestText(of course: Course) -> String { ManifestWriter(course).root.document }

/// The elements of a manifest.
struct ManifestWriter {
    let course: Course
    /// The places of resources by their address without query and fragment.
    private let places: [String: [Int]]

    init(_ course: Course) {
        self.course = course
        places = Dictionary(grouping: course.resources.indices) {
            course.resources[$0].href.map { AddressParts($0).path } ?? ""
        }
    }

    private var is12: Bool { course.edition == .scorm12 }

    var root: XMLWriting {
        let names = [
            (
                "xmlns",
                is12 ? "http://www.imsproject.org/xsd/imscp_rootv1p1p2" : "http://www.imsglobal.org/xsd/imscp_v1p1"
            ),
            ("xmlns:adlcp", is12 ? "http://www.adlnet.org/xsd/adlcp_rootv1p2" : "http://www.adlnet.org/xsd/adlcp_v1p3"),
            ("xmlns:imsss", is12 ? nil : "http://www.imsglobal.org/xsd/imsss"),
            ("xmlns:adlseq", is12 ? nil : "http://www.adlnet.org/xsd/adlseq_v1p3"),
            ("xmlns:adlnav", is12 ? nil : "http://www.adlnet.org/xsd/adlnav_v1p3"),
            ("xmlns:p", "urn:parcours:1"),
        ]
        let opening = course.organization.activities.first?.id.text
        return XMLWriting(
            "manifest", [("identifier", course.identifier)] + names,
            [
                metadata,
                XMLWriting("organizations", [("default", opening)], course.organizations.map { organization($0) }),
                XMLWriting("resources", course.resources.map { resource($0) }),
            ])
    }

    private var metadata: XMLWriting {
        let version = course.edition == .scorm2004Second ? "CAM 1.3" : course.edition.rawValue
        let record = lom(course.metadata)
        return XMLWriting(
            "metadata", [],
            [XMLWriting("schema", text: "ADL SCORM"), XMLWriting("schemaversion", text: version)]
                + (record.isEmpty ? [] : [record]))
    }

    private func lom(_ metadata: CourseMetadata) -> XMLWriting {
        func group(_ name: String, _ children: [XMLWriting?]) -> XMLWriting? {
            let present = children.compactMap(\.self)
            return present.isEmpty ? nil : XMLWriting(name, present)
        }
        func words(_ name: String, _ text: String?) -> XMLWriting? {
            text.map { XMLWriting(name, [XMLWriting(is12 ? "langstring" : "string", text: $0)]) }
        }
        func time(_ name: String, _ text: String?) -> XMLWriting? {
            text.map { XMLWriting(name, [XMLWriting(is12 ? "datetime" : "duration", text: $0)]) }
        }
        let parts = [
            group(
                "general",
                [
                    words("title", metadata.title), metadata.language.map { XMLWriting("language", text: $0) },
                    words("description", metadata.description),
                ]),
            group("educational", [time(is12 ? "typicallearningtime" : "typicalLearningTime", metadata.duration)]),
            group("rights", [words("description", metadata.rights)]),
        ]
        let namespace = is12 ? "http://www.imsglobal.org/xsd/imsmd_rootv1p2p1" : "http://ltsc.ieee.org/xsd/LOM"
        return group("lom", parts).map { XMLWriting($0.name, [("xmlns", namespace)], $0.children) } ?? XMLWriting("lom")
    }

    // MARK: Organizations

    private func organization(_ organization: Organization) -> XMLWriting {
        guard let root = organization.activities.first else { return XMLWriting("organization") }
        var element = activity(0, of: organization, name: "organization")
        element.attributes = [("identifier", root.id.text)]
        if !organization.objectivesGlobalToSystem {
            element.attributes.append(("adlseq:objectivesGlobalToSystem", "false"))
        }
        if !organization.sharedDataGlobalToSystem {
            element.attributes.append(("adlcp:sharedDataGlobalToSystem", "false"))
        }
        element.attributes += root.local.attributes
        return element
    }

    private func activity(_ place: Int, of organization: Organization, name: String) -> XMLWriting {
        let activity = organization.activities[place]
        let (reference, parameters) = source(of: activity.content)
        let inside = activity.children.map { self.activity($0, of: organization, name: "item") }
        return XMLWriting(
            name,
            [
                ("identifier", activity.id.text), ("identifierref", reference), ("parameters", parameters),
                ("isvisible", activity.isVisible ? nil : "false"),
            ] + activity.local.attributes.map { ($0, Optional($1)) },
            [XMLWriting("title", text: activity.title)] + inside + details(of: activity)
                + (activity.definition == 0 ? [] : [organization.definition(of: place).element]))
    }

    /// The resource that shows this, and what an item adds to its address.
    private func source(of content: Content) -> (reference: String?, parameters: String?) {
        switch content {
        case .none: return (nil, nil)
        case .lesson(let path), .quiz(let path):
            return (places[path.percentEncodedPath]?.first.map { course.resources[$0].identifier }, nil)
        case .web(let href, let isSCO):
            for place in places[AddressParts(href).path] ?? [] {
                let resource = course.resources[place]
                guard resource.isSCO ?? true == isSCO, let own = resource.href,
                    let parameters = addition(to: own, in: href)
                else { continue }
                return (resource.identifier, parameters.isEmpty ? nil : parameters)
            }
            return (nil, nil)
        }
    }

    /// The `parameters` that make one address of another; `nil` when none do.
    private func addition(to own: String, in href: String) -> String? {
        guard own != href else { return "" }
        let hash = own.firstIndex(of: "#") ?? own.endIndex
        let (address, fragment) = (own[..<hash], own[hash...])
        guard href.hasPrefix(address), href.hasSuffix(fragment), href.count >= own.count else { return nil }
        let added = String(href.dropFirst(address.count).dropLast(fragment.count))
        return joined(own, parameters: added) == href ? added : nil
    }

    private func details(of activity: Activity) -> [XMLWriting] {
        let parts: [XMLWriting?] = [
            activity.prerequisites.map { XMLWriting("adlcp:prerequisites", [("type", "aicc_script")], text: $0) },
            activity.maxTimeAllowed.map { XMLWriting("adlcp:maxtimeallowed", text: $0) },
            activity.timeLimitAction.map {
                XMLWriting(is12 ? "adlcp:timelimitaction" : "adlcp:timeLimitAction", text: $0)
            },
            activity.launchData.map { XMLWriting(is12 ? "adlcp:datafromlms" : "adlcp:dataFromLMS", text: $0) },
            activity.masteryScore.map { XMLWriting("adlcp:masteryscore", text: plain($0)) },
            activity.completionThreshold.map { threshold($0) },
            activity.dataMaps.isEmpty ? nil : XMLWriting("adlcp:data", activity.dataMaps.map { map($0) }),
            activity.hiddenControls.isEmpty ? nil : presentation(activity.hiddenControls),
        ]
        return parts.compactMap(\.self)
    }

    private func threshold(_ threshold: CompletionThreshold) -> XMLWriting {
        let amount = plain(threshold.minProgressMeasure.value)
        if course.edition != .scorm2004Fourth, threshold.completedByMeasure, threshold.progressWeight == 1 {
            return XMLWriting("adlcp:completionThreshold", text: amount)
        }
        return XMLWriting(
            "adlcp:completionThreshold",
            [
                ("completedByMeasure", "\(threshold.completedByMeasure)"), ("minProgressMeasure", amount),
                ("progressWeight", plain(threshold.progressWeight)),
            ])
    }

    private func map(_ map: DataMap) -> XMLWriting {
        XMLWriting(
            "adlcp:map",
            [
                ("targetID", map.targetID), ("readSharedData", "\(map.readSharedData)"),
                ("writeSharedData", "\(map.writeSharedData)"),
            ])
    }

    private func presentation(_ controls: Set<String>) -> XMLWriting {
        let hidden = controls.sorted().map { XMLWriting("adlnav:hideLMSUI", text: $0) }
        return XMLWriting("adlnav:presentation", [XMLWriting("adlnav:navigationInterface", hidden)])
    }

    // MARK: Resources

    private func resource(_ resource: Resource) -> XMLWriting {
        let type = resource.isSCO.map { $0 ? "sco" : "asset" }
        return XMLWriting(
            "resource",
            [
                ("identifier", resource.identifier), ("type", resource.type),
                (is12 ? "adlcp:scormtype" : "adlcp:scormType", type), ("href", resource.href),
            ],
            resource.files.map {
                XMLWriting("file", [("href", AddressForm($0) == .remote ? $0 : $0.percentEncodedPath)])
            }
                + resource.dependencies.map { XMLWriting("dependency", [("identifierref", $0)]) })
    }
}

/// A number without a needless fraction.
func plain(_ value: Double) -> String { Int(exactly: value).map { "\($0)" } ?? "\(value)" }

extension XMLWriting {
    fileprivate init(_ name: String, _ children: [XMLWriting]) { self.init(name, [], text: nil, children) }
}

extension LocalExtension {
    /// The words of `urn:parcours:1`.
    fileprivate var attributes: [(String, String)] {
        let words: [(String, String?)] = [
            ("p:audience", audience.isEmpty ? nil : audience.joined(separator: " ")),
            ("p:duration", durationSeconds.map { "PT\($0)S" }),
            (
                "p:attemptDelays",
                attemptDelaySeconds.isEmpty ? nil : attemptDelaySeconds.map { "PT\($0)S" }.joined(separator: " ")
            ),
            ("p:legalDate", legalDate), ("p:recognition", recognition), ("p:strict", isStrict ? "true" : nil),
        ]
        return words.compactMap { name, value in value.map { (name, $0) } }
    }
}
