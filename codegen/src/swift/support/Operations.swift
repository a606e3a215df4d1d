// Calls and notifications, as types.

/// How a call ended.
public enum CallOutcome: Hashable, SendableIfAvailable {
    /// It succeeded.
    case success
    /// It failed.
    case failure
    /// Not known yet: ask again.
    case pending
    /// The response says something that this file does not know, or nothing.
    case unrecognized
}

/// A call of the API.
public protocol APIOperation {
    /// What is sent.
    associatedtype Request: WireModel
    /// What comes back.
    associatedtype Response: WireModel

    /// The name of the call.
    static var name: String { get }
    /// The HTTP method, upper case.
    static var method: String { get }
    /// The path below the host, with a leading slash.
    static var path: String { get }
    /// What makes a repeat of the call safe; nil where the request does not say it.
    static func idempotencyKey(of request: Request) -> String?
    /// How the call ended.
    static func outcome(of response: Response) -> CallOutcome
}

extension APIOperation {
    public static func idempotencyKey(of request: Request) -> String? {
        return nil
    }

    public static func outcome(of response: Response) -> CallOutcome {
        return .unrecognized
    }
}

/// A notification that the API sends.
public protocol APIWebhook {
    /// What arrives.
    associatedtype Payload: WireModel
    /// What is answered.
    associatedtype Acknowledgement

    /// The name of the notification.
    static var name: String { get }
}

extension Wire {
    /// The outcome that a status stands for.
    static func outcome(
        _ status: String?, success: [String] = [], failure: [String] = [], pending: [String] = []
    ) -> CallOutcome {
        if isOne(status, of: success) {
            return .success
        }
        if isOne(status, of: failure) {
            return .failure
        }
        return isOne(status, of: pending) ? .pending : .unrecognized
    }
}
