#if canImport({{module}})
#if compiler(>=5.6)
@preconcurrency import {{module}}
#else
import {{module}}
#endif
import Dispatch
import Foundation

{{docs}}
public final class {{Session}} {
    /// What the SDK reported.
    public struct Event: CustomStringConvertible {
        /// What happened.
        public let code: {{EventCode}}
        /// The SDK's own words about it, for the log.
        public let message: String?
        /// Everything that the SDK told about it, as received.
        public let result: [AnyHashable: Any]?
        {{category}}

        /// What to do about it; nil where nothing is documented.
        public var advice: String? {
            return code.action
        }
        {{accessors}}

        /// The code and the message. What `result` holds may be about the buyer and is left out.
        public var description: String {
            return message.map { "\(code): \($0)" } ?? code.description
        }
    }

    {{logEntry}}
    /// Where a session stands.
    public enum State: Hashable {
        /// It was made and not started yet.
        case ready
        /// The SDK shows its page.
        case started
        /// It was closed, or another one was started. It cannot be started again.
        case closed
    }

    /// Why a session could not be started. Nothing has reached the SDK then.
    public enum StartError: Error, Hashable {
        /// The SDK works on the main thread only.
        case notOnMainThread
        /// The session was started before. For another payment make another session.
        case alreadyStarted
        /// The session was closed. Make another one; the session data can be used again until it expires.
        case closed
    }

    /// What the SDK is set up with.
    public let configuration: {{Configuration}}
    /// Where the session stands. Read it on the main thread.
    public private(set) var state: State
    /// When the session data expires, as the server said.
    public private(set) var expiryTime: DateTime?

    private let receiver: Receiver

    /// Makes a session; nothing reaches the SDK before ``start(sessionData:expiryTime:)``.
    ///
    /// The session keeps the closures until it is closed or dropped: capture what holds the session weakly.
    ///
    /// - Parameters:
    ///   - configuration: What the SDK is set up with.
    {{onLogDoc}}
    ///   - onEvent: Called on the main thread with each event while the session is started, in order.
    public init(
        configuration: {{Configuration}},
        {{onLogParameter}}
        onEvent: @escaping (Event) -> Void
    ) {
        self.configuration = configuration
        self.state = .ready
        self.expiryTime = nil
        self.receiver = Receiver({{receiverArguments}})
        self.receiver.session = self
    }

    deinit {
        let receiver = self.receiver
        if Foundation.Thread.isMainThread {
            Current.shared.leave(receiver)
        } else {
            DispatchQueue.main.async { Current.shared.leave(receiver) }
        }
    }

    /// Sets the SDK up and shows its page. A session that is started already, any other one, is closed first.
    ///
    /// - Parameters:
    ///   - sessionData: What the server got from the payment provider, whole and unchanged.
    ///   - expiryTime: When it expires, where the server told; see ``isExpired(at:)``. An expired session is started
    ///     all the same, since the device's clock may be wrong: the SDK decides.
    /// - Throws: ``StartError``, before anything has reached the SDK.
    public func start(sessionData: String, expiryTime: DateTime? = nil) throws {
        guard Foundation.Thread.isMainThread else { throw StartError.notOnMainThread }
        switch state {
        case .ready: break
        case .started: throw StartError.alreadyStarted
        case .closed: throw StartError.closed
        }
        Current.shared.replace(with: receiver)
        self.expiryTime = expiryTime
        state = .started
        {{start}}
        // The app may have closed the session in the meantime, from inside a callback.
        guard state == .started else { return }
        {{create}}
    }

    /// Closes the page and frees what the SDK holds. Does nothing where the session is closed, or was never started;
    /// no event comes any more. Called elsewhere than on the main thread, it is done there as soon as possible.
    public func close() {
        guard Foundation.Thread.isMainThread else {
            let session = Passed(value: self)
            DispatchQueue.main.async { session.value.close() }
            return
        }
        state = .closed
        Current.shared.leave(receiver)
    }

    /// Whether the session data has expired at a time; false where its expiry is not known.
    public func isExpired(at time: Foundation.Date = Foundation.Date()) -> Bool {
        guard let expiry = expiryTime?.date else { return false }
        return time >= expiry
    }

    {{vendorConfiguration}}
    fileprivate func wasReplaced() {
        state = .closed
    }

    /// What the SDK reports to. It lives as long as its session, or as the SDK serves it.
    fileprivate final class Receiver{{receiverBases}} {
        weak var session: {{Session}}?
        {{sdkProperty}}
        private var onEvent: ((Event) -> Void)?
        {{onLogProperty}}

        init({{receiverParameters}}) {
            self.onEvent = onEvent
            {{onLogAssignment}}
        }

        {{callbacks}}
        func destroy() {
            {{destroy}}
        }

        /// Lets go of the app's closures and of what they hold, however long the SDK keeps this.
        func forget() {
            onEvent = nil
            {{onLogRelease}}
        }

        /// Hands a value over on the main thread, unless the session has been closed.
        private func pass<Value>(_ value: Value, to handler: @escaping (Receiver, Value) -> Void) {
            guard Foundation.Thread.isMainThread else {
                let passed = Passed(value: (value, handler))
                DispatchQueue.main.async { self.pass(passed.value.0, to: passed.value.1) }
                return
            }
            if session?.state == .started {
                handler(self, value)
            }
        }
    }

    /// The session that the SDK serves, one at a time. Touched on the main thread only.
    fileprivate final class Current {
        static let shared = Current()
        private var receiver: Receiver?

        func replace(with receiver: Receiver) {
            if let previous = self.receiver {
                previous.session?.wasReplaced()
                leave(previous)
            }
            self.receiver = receiver
        }

        /// Nothing reaches the SDK where another session has come in the meantime.
        func leave(_ receiver: Receiver) {
            if self.receiver === receiver {
                self.receiver = nil
                receiver.destroy()
            }
            receiver.forget()
        }
    }

    /// What goes to the main thread, and is used there only.
    fileprivate struct Passed<Value> {
        let value: Value
    }
}

#if compiler(>=5.5)
extension {{Session}}.Receiver: @unchecked Sendable {}
extension {{Session}}.Current: @unchecked Sendable {}
extension {{Session}}.Passed: @unchecked Sendable {}
#endif
#endif
