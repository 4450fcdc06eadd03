import { say } from '#src/text/catalogue.ts'
import type { StoreApp } from './store-app.ts'

/** The folder that the app and its share extension may both open. */
export function groupOf({ id }: Pick<StoreApp, 'id'>): string {
  return `group.${id}`
}

/** The app's only screen: Capacitor's, with one more door. */
export const mainViewController = `import Capacitor

class MainViewController: CAPBridgeViewController {
    override func capacitorDidLoad() {
        bridge?.registerPluginInstance(HandedOver())
    }
}
`

/** Keeps what another app hands over until a page takes it (src/web/install/shell/take-handed.ts). */
export function handedOver(app: Pick<StoreApp, 'id'>): string {
  return `import Capacitor
import UIKit
import UniformTypeIdentifiers

/// Parcels that the share extension has left, one folder each. Taken, they lie in this app's own caches until its next start.
@objc(HandedOver)
public class HandedOver: CAPPlugin, CAPBridgedPlugin {
    public let identifier = "HandedOver"
    public let jsName = "HandedOver"
    public let pluginMethods: [CAPPluginMethod] = [
        CAPPluginMethod(name: "take", returnType: CAPPluginReturnPromise),
        CAPPluginMethod(name: "read", returnType: CAPPluginReturnPromise)
    ]

    private let files = FileManager.default
    /// Bytes that go to the page at once.
    private let piece = 1_000_000

    private var waiting: URL? {
        files.containerURL(forSecurityApplicationGroupIdentifier: "${groupOf(app)}")?.appendingPathComponent("handed", isDirectory: true)
    }

    private var taken: URL {
        files.urls(for: .cachesDirectory, in: .userDomainMask)[0].appendingPathComponent("handed", isDirectory: true)
    }

    override public func load() {
        try? files.removeItem(at: taken)
        NotificationCenter.default.addObserver(self, selector: #selector(tell), name: UIApplication.didBecomeActiveNotification, object: nil)
    }

    deinit {
        NotificationCenter.default.removeObserver(self)
    }

    @objc private func tell() {
        if let folder = waiting, !inside(folder).isEmpty { notifyListeners("came", data: [:]) }
    }

    @objc func take(_ call: CAPPluginCall) {
        var words: [String] = []
        var found: [[String: Any]] = []
        try? files.createDirectory(at: taken, withIntermediateDirectories: true)
        for parcel in waiting.map(inside) ?? [] {
            let own = taken.appendingPathComponent(parcel.lastPathComponent, isDirectory: true)
            guard (try? files.moveItem(at: parcel, to: own)) != nil else { continue }
            for file in inside(own) {
                if file.lastPathComponent == "words.txt" {
                    words.append((try? String(contentsOf: file, encoding: .utf8)) ?? "")
                } else {
                    let type = UTType(filenameExtension: file.pathExtension)?.preferredMIMEType ?? ""
                    found.append(["uri": file.path, "type": type, "name": file.lastPathComponent])
                }
            }
        }
        call.resolve(["text": words.filter { !$0.isEmpty }.joined(separator: "\\n"), "files": found])
    }

    /// A piece of a file that was taken, in base64; an empty one at its end.
    @objc func read(_ call: CAPPluginCall) {
        let path = URL(fileURLWithPath: call.getString("uri") ?? "").standardizedFileURL.path
        guard path.hasPrefix(taken.standardizedFileURL.path + "/"), let file = FileHandle(forReadingAtPath: path) else {
            return call.reject("no such file")
        }
        defer { try? file.close() }
        do {
            try file.seek(toOffset: UInt64(max(0, call.getInt("from") ?? 0)))
            call.resolve(["data": (try file.read(upToCount: piece) ?? Data()).base64EncodedString()])
        } catch {
            call.reject("unreadable")
        }
    }

    private func inside(_ folder: URL) -> [URL] {
        let all = (try? files.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)) ?? []
        return all.sorted { $0.lastPathComponent < $1.lastPathComponent }
    }
}
`
}

/** What opens from another app's list of where to share: copies what it is given, and says where the report goes on. */
export function shareViewController(app: StoreApp): string {
  const [uk, en] = [say('uk'), say('en')]
  const words = (key: 'apps.share.kept' | 'apps.share.failed') =>
    `isUkrainian ? ${JSON.stringify(uk(key, { name: app.name.uk }))} : ${JSON.stringify(en(key, { name: app.name.en }))}`
  return `import UIKit
import UniformTypeIdentifiers

@objc(ShareViewController)
class ShareViewController: UIViewController {
    private var isBegun = false
    private let isUkrainian = Locale.preferredLanguages.first?.range(of: "^(uk|ru)", options: .regularExpression) != nil

    override func viewDidAppear(_ animated: Bool) {
        super.viewDidAppear(animated)
        guard !isBegun else { return }
        isBegun = true
        keep { isWhole in
            let kept = self.${words('apps.share.kept')}
            let failed = self.${words('apps.share.failed')}
            let said = UIAlertController(title: nil, message: isWhole ? kept : failed, preferredStyle: .alert)
            said.addAction(UIAlertAction(title: "OK", style: .default) { _ in
                self.extensionContext?.completeRequest(returningItems: nil)
            })
            self.present(said, animated: true)
        }
    }

    /// Into a parcel of its own, which the app sees only when it is whole. Says whether all that was given is in it.
    private func keep(_ done: @escaping (Bool) -> Void) {
        let files = FileManager.default
        guard let shared = files.containerURL(forSecurityApplicationGroupIdentifier: "${groupOf(app)}") else { return done(false) }
        let handed = shared.appendingPathComponent("handed", isDirectory: true)
        let name = String(format: "%013.0f", Date().timeIntervalSince1970 * 1000) + "-" + UUID().uuidString
        let parcel = shared.appendingPathComponent("coming-" + name, isDirectory: true)
        do {
            try files.createDirectory(at: handed, withIntermediateDirectories: true)
            try files.createDirectory(at: parcel, withIntermediateDirectories: true)
        } catch {
            return done(false)
        }

        let items = (extensionContext?.inputItems ?? []).compactMap { $0 as? NSExtensionItem }
        let results = DispatchQueue(label: "results")
        let all = DispatchGroup()
        var words = items.compactMap { $0.attributedContentText?.string }
        var isWhole = true
        for (index, provider) in items.flatMap({ $0.attachments ?? [] }).enumerated() {
            all.enter()
            if let kind = [UTType.movie, UTType.image].first(where: { provider.hasItemConformingToTypeIdentifier($0.identifier) }) {
                provider.loadFileRepresentation(forTypeIdentifier: kind.identifier) { url, _ in
                    // It is gone when this returns.
                    let copied: Void? = url.flatMap { from in
                        try? files.copyItem(at: from, to: parcel.appendingPathComponent("\\(index)-" + from.lastPathComponent))
                    }
                    results.sync { isWhole = isWhole && copied != nil }
                    all.leave()
                }
            } else if provider.canLoadObject(ofClass: NSURL.self) {
                provider.loadObject(ofClass: NSURL.self) { read, _ in
                    results.sync { if let address = (read as? NSURL)?.absoluteString { words.append(address) } }
                    all.leave()
                }
            } else if provider.canLoadObject(ofClass: NSString.self) {
                provider.loadObject(ofClass: NSString.self) { read, _ in
                    results.sync { if let text = read as? String { words.append(text) } }
                    all.leave()
                }
            } else {
                all.leave()
            }
        }
        all.notify(queue: .main) {
            do {
                try words.joined(separator: "\\n").write(to: parcel.appendingPathComponent("words.txt"), atomically: true, encoding: .utf8)
                try files.moveItem(at: parcel, to: handed.appendingPathComponent(name, isDirectory: true))
                done(isWhole)
            } catch {
                done(false)
            }
        }
    }
}
`
}
