import AMSComponent
import AntomCheckout
import Dispatch
import Foundation
import XCTest

/// The session against a stand-in for the SDK: which calls arrive there, in which order, and what the app is told.
final class CheckoutSessionTests: XCTestCase {
    private let sdk = AMSCashierPayment.shared
    private var events: [CheckoutSession.Event] = []
    private var log: [CheckoutSession.LogEntry] = []

    /// What one start sends to the SDK.
    private let starting = ["initConfiguration(_:)", "paymentDelegate", "loggerDelegate", "createComponent(_:)"]

    override func setUp() {
        super.setUp()
        sdk.stubReset()
    }

    private func makeSession(_ configuration: CheckoutConfiguration = CheckoutConfiguration()) -> CheckoutSession {
        return CheckoutSession(
            configuration: configuration,
            onLog: { [weak self] entry in self?.log.append(entry) },
            onEvent: { [weak self] event in self?.events.append(event) }
        )
    }

    private func play(_ code: String, message: String? = nil, result: [AnyHashable: Any]? = nil) {
        sdk.paymentDelegate?.onEventCallback(code, eventResult: AMSEventResult(message: message, result: result))
    }

    // MARK: What reaches the SDK

    func testNothingReachesTheSDKBeforeTheStart() {
        let session = makeSession()
        XCTAssertEqual(session.state, .ready)
        XCTAssertEqual(sdk.stubCalls, [])
        session.close()
        XCTAssertEqual(sdk.stubCalls, [])
    }

    func testTheGuidesConfigurationArrives() throws {
        let session = makeSession(CheckoutConfiguration(locale: .english, sandbox: true, showLoading: true))
        try session.start(sessionData: "data")
        let configuration = try XCTUnwrap(sdk.stubConfigurations.first)
        XCTAssertEqual(configuration.locale, "en_US")
        XCTAssertEqual(configuration.options, ["showLoading": "true", "sandbox": "true"])
        session.close()
    }

    func testOptionsThatAreNotKnownPassThroughAndAbsentOnesAreNotSent() throws {
        let first = makeSession(
            CheckoutConfiguration(locale: CheckoutLocale(rawValue: "xx_YY"), additional: ["newOption": "7"])
        )
        try first.start(sessionData: "data")
        let second = makeSession()
        try second.start(sessionData: "data")
        XCTAssertEqual(sdk.stubConfigurations.map { $0.locale }, ["xx_YY", nil])
        XCTAssertEqual(sdk.stubConfigurations.map { $0.options }, [["newOption": "7"], nil])
        second.close()
    }

    func testSessionDataArrivesUnchanged() throws {
        let data = "UNvjVWnWPXJA4BgW+vfjsQj7PbOraafHY19X+6EqMz6Kvmsdk+akdLvoShW5avHX8e8J15P8uNVEf/PcCMyXg==&&SG&&111"
        let session = makeSession()
        try session.start(sessionData: data)
        XCTAssertEqual(sdk.stubSessionData, [data])
        session.close()
    }

    func testCallsArriveInOrder() throws {
        let session = makeSession()
        try session.start(sessionData: "data")
        XCTAssertEqual(sdk.stubCalls, starting)
        session.close()
        session.close()
        XCTAssertEqual(sdk.stubCalls, starting + ["onDestroy()"])
        XCTAssertEqual(session.state, .closed)
    }

    // MARK: What the app is told

    func testEveryDocumentedCodeArrivesTyped() throws {
        let session = makeSession()
        try session.start(sessionData: "data")
        for code in CheckoutEvent.knownCases {
            play(code.rawValue, message: "words", result: ["paymentResultCode": "CODE", "more": 1])
        }
        XCTAssertEqual(events.map { $0.code }, CheckoutEvent.knownCases)
        XCTAssertEqual(events.count, 20)
        for event in events {
            XCTAssertTrue(event.code.isRecognized)
            XCTAssertNotNil(event.category)
            XCTAssertNotNil(event.advice)
            XCTAssertEqual(event.message, "words")
            XCTAssertEqual(event.paymentResultCode, "CODE")
            XCTAssertEqual(event.result?.count, 2)
        }
        session.close()
    }

    func testOnePaymentFromLoadingToResult() throws {
        let session = makeSession()
        try session.start(sessionData: "data")
        play("SDK_START_OF_LOADING")
        play("SDK_END_OF_LOADING")
        play("SDK_PAYMENT_CHALLENGE")
        play("SDK_PAYMENT_SUCCESSFUL")
        XCTAssertEqual(events.map { $0.code }, [.startOfLoading, .endOfLoading, .paymentChallenge, .paymentSuccessful])
        XCTAssertEqual(events.map { $0.category }, [.status, .status, .status, .result])
        session.close()
    }

    func testErrorsCarryAdvice() throws {
        let session = makeSession()
        try session.start(sessionData: "data")
        let codes = [
            "SDK_INTERNAL_ERROR", "SDK_CREATEPAYMENT_PARAMETER_ERROR", "SDK_CALL_URL_ERROR", "SDK_INTEGRATION_ERROR",
        ]
        codes.forEach { play($0) }
        XCTAssertEqual(events.map { $0.category }, [.error, .error, .error, .error])
        XCTAssertEqual(events.compactMap { $0.advice }.count, 4)
        session.close()
    }

    func testAnUnrecognizedCodeKeepsItsText() throws {
        let session = makeSession()
        try session.start(sessionData: "data")
        play("SDK_NEW_IN_2027", message: "hello")
        let event = try XCTUnwrap(events.first)
        XCTAssertEqual(event.code, .unrecognized("SDK_NEW_IN_2027"))
        XCTAssertNil(event.category)
        XCTAssertNil(event.advice)
        XCTAssertNil(event.result)
        XCTAssertEqual(event.description, "SDK_NEW_IN_2027: hello")
        session.close()
    }

    func testTypedAccessorsAreNilForAnythingElse() throws {
        let session = makeSession()
        try session.start(sessionData: "data")
        play("SDK_PAYMENT_FAIL", result: ["paymentResultCode": 7, "cardPaymentResultInfo": ["cvvResult": "M"]])
        let event = try XCTUnwrap(events.first)
        XCTAssertNil(event.paymentResultCode)
        XCTAssertNil(event.paymentStatus)
        XCTAssertEqual(event.cardPaymentResultInfo?["cvvResult"] as? String, "M")
        XCTAssertEqual(event.description, "SDK_PAYMENT_FAIL")
        session.close()
    }

    func testTheLogArrives() throws {
        let session = makeSession()
        try session.start(sessionData: "data")
        sdk.loggerDelegate?.log(name: "pageView", parameter: ["page": "checkout"])
        XCTAssertEqual(log.map { $0.name }, ["pageView"])
        XCTAssertEqual(log.first?.parameters?["page"] as? String, "checkout")
        session.close()
    }

    func testNothingArrivesAfterTheClose() throws {
        let session = makeSession()
        try session.start(sessionData: "data")
        let delegate = try XCTUnwrap(sdk.paymentDelegate)
        session.close()
        delegate.onEventCallback("SDK_PAYMENT_FAIL", eventResult: AMSEventResult())
        XCTAssertEqual(events.count, 0)
    }

    // MARK: Several sessions

    func testASecondPaymentNeedsASecondSession() throws {
        let first = makeSession()
        try first.start(sessionData: "first")
        first.close()
        XCTAssertThrowsError(try first.start(sessionData: "again")) { error in
            XCTAssertEqual(error as? CheckoutSession.StartError, .closed)
        }
        let second = makeSession()
        try second.start(sessionData: "second")
        XCTAssertEqual(sdk.stubCalls, starting + ["onDestroy()"] + starting)
        XCTAssertEqual(sdk.stubSessionData, ["first", "second"])
        second.close()
    }

    func testStartingASessionClosesTheOneBefore() throws {
        let first = makeSession()
        try first.start(sessionData: "first")
        let second = makeSession()
        try second.start(sessionData: "second")
        XCTAssertEqual(first.state, .closed)
        XCTAssertEqual(second.state, .started)
        XCTAssertEqual(sdk.stubCalls, starting + ["onDestroy()"] + starting)
        // The first one has nothing to close any more.
        first.close()
        XCTAssertEqual(sdk.stubCalls, starting + ["onDestroy()"] + starting)
        play("SDK_START_OF_LOADING")
        XCTAssertEqual(events.count, 1)
        second.close()
    }

    func testStartingTwiceIsAnErrorAndReachesNothing() throws {
        let session = makeSession()
        try session.start(sessionData: "data")
        XCTAssertThrowsError(try session.start(sessionData: "data")) { error in
            XCTAssertEqual(error as? CheckoutSession.StartError, .alreadyStarted)
        }
        XCTAssertEqual(sdk.stubCalls, starting)
        XCTAssertEqual(session.state, .started)
        session.close()
    }

    func testDroppingTheSessionClosesThePage() throws {
        var session: CheckoutSession? = makeSession()
        try session?.start(sessionData: "data")
        session = nil
        XCTAssertEqual(sdk.stubCalls, starting + ["onDestroy()"])
        XCTAssertNil(sdk.paymentDelegate)
    }

    func testDroppingAReplacedSessionLeavesTheNewOneAlone() throws {
        var first: CheckoutSession? = makeSession()
        try first?.start(sessionData: "first")
        let second = makeSession()
        try second.start(sessionData: "second")
        first = nil
        XCTAssertEqual(sdk.stubCalls, starting + ["onDestroy()"] + starting)
        XCTAssertEqual(second.state, .started)
        second.close()
    }

    func testTheAppMayCloseFromInsideAnEvent() throws {
        var session: CheckoutSession?
        session = CheckoutSession(configuration: CheckoutConfiguration()) { event in
            if event.category == .result { session?.close() }
        }
        try session?.start(sessionData: "data")
        play("SDK_PAYMENT_SUCCESSFUL")
        XCTAssertEqual(session?.state, .closed)
        XCTAssertEqual(sdk.stubCalls, starting + ["onDestroy()"])
        session = nil
    }

    func testAClosedSessionLetsGoOfTheClosuresThoughItIsKept() throws {
        for isStarted in [true, false] {
            weak var captured: NSObject?
            var session: CheckoutSession?
            do {
                let held = NSObject()
                captured = held
                session = CheckoutSession(
                    configuration: CheckoutConfiguration(),
                    onLog: { _ in _ = (held, session) },
                    onEvent: { _ in _ = (held, session) }
                )
            }
            if isStarted { try session?.start(sessionData: "data") }
            XCTAssertNotNil(captured)
            session?.close()
            XCTAssertNil(captured)
            XCTAssertEqual(session?.state, .closed)
        }
    }

    func testAReplacedSessionLetsGoOfTheClosures() throws {
        weak var captured: NSObject?
        let first: CheckoutSession
        do {
            let held = NSObject()
            captured = held
            first = CheckoutSession(configuration: CheckoutConfiguration()) { _ in _ = held }
        }
        try first.start(sessionData: "first")
        let second = makeSession()
        try second.start(sessionData: "second")
        XCTAssertNil(captured)
        XCTAssertEqual(first.state, .closed)
        second.close()
    }

    func testAnEventMayDropTheSessionAndStartAnother() throws {
        var session: CheckoutSession?
        var second: CheckoutSession?
        session = CheckoutSession(configuration: CheckoutConfiguration()) { [unowned self] _ in
            session = nil
            second = self.makeSession()
            do { try second?.start(sessionData: "second") } catch { XCTFail("\(error)") }
        }
        try session?.start(sessionData: "first")
        play("SDK_PAYMENT_CANCEL")
        XCTAssertNil(session)
        XCTAssertEqual(second?.state, .started)
        XCTAssertEqual(sdk.stubCalls, starting + ["onDestroy()"] + starting)
        play("SDK_START_OF_LOADING")
        XCTAssertEqual(events.map { $0.code }, [.startOfLoading])
        second?.close()
    }

    // MARK: Threads and time

    func testStartingOnAnotherThreadIsAnErrorAndReachesNothing() {
        let session = Unchecked(makeSession())
        let done = expectation(description: "another thread")
        DispatchQueue.global().async {
            do {
                try session.value.start(sessionData: "data")
                XCTFail("it started")
            } catch {
                XCTAssertEqual(error as? CheckoutSession.StartError, .notOnMainThread)
            }
            done.fulfill()
        }
        waitForExpectations(timeout: 10)
        XCTAssertEqual(sdk.stubCalls, [])
        XCTAssertEqual(session.value.state, .ready)
    }

    func testClosingOnAnotherThreadHappensOnTheMainThread() throws {
        let session = Unchecked(makeSession())
        try session.value.start(sessionData: "data")
        let done = expectation(description: "closed")
        DispatchQueue.global().async {
            session.value.close()
            DispatchQueue.main.async { done.fulfill() }
        }
        waitForExpectations(timeout: 10)
        XCTAssertEqual(sdk.stubCalls, starting + ["onDestroy()"])
    }

    func testDroppingOnAnotherThreadHappensOnTheMainThread() throws {
        let session = Unchecked<CheckoutSession?>(makeSession())
        try session.value?.start(sessionData: "data")
        let done = expectation(description: "dropped")
        DispatchQueue.global().async {
            session.value = nil
            DispatchQueue.main.async { done.fulfill() }
        }
        waitForExpectations(timeout: 10)
        XCTAssertEqual(sdk.stubCalls, starting + ["onDestroy()"])
    }

    func testEventsOfAnotherThreadArriveOnTheMainThread() throws {
        let done = expectation(description: "event")
        let session = CheckoutSession(configuration: CheckoutConfiguration()) { _ in
            XCTAssertTrue(Thread.isMainThread)
            done.fulfill()
        }
        try session.start(sessionData: "data")
        let delegate = Unchecked(try XCTUnwrap(sdk.paymentDelegate))
        DispatchQueue.global().async {
            delegate.value.onEventCallback("SDK_START_OF_LOADING", eventResult: AMSEventResult())
        }
        waitForExpectations(timeout: 10)
        session.close()
    }

    func testExpiryIsThatOfTheServer() throws {
        let session = makeSession()
        XCTAssertFalse(session.isExpired(at: Date(timeIntervalSince1970: 4_000_000_000)))
        try session.start(sessionData: "data", expiryTime: DateTime("2023-04-06T03:28:49Z"))
        let expiry: TimeInterval = 1_680_751_729
        XCTAssertFalse(session.isExpired(at: Date(timeIntervalSince1970: expiry - 1)))
        XCTAssertTrue(session.isExpired(at: Date(timeIntervalSince1970: expiry)))
        XCTAssertTrue(session.isExpired())
        XCTAssertEqual(session.state, .started)
        session.close()
    }
}

/// Goes to another thread by the test's own care.
private final class Unchecked<Value>: @unchecked Sendable {
    var value: Value

    init(_ value: Value) {
        self.value = value
    }
}
