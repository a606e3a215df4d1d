//! Sends a reading to a server that is not there.

use build_script_user::{
    Measure, Quantity, ReportReading, ReportReadingRequest, ReportReadingRequestRequired,
};
use build_script_user::{MeasureRequired, ReportReadingResponse};
use wirewright::{Operation, Validate};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let value = "21.50".parse()?;
    let mut reading = ReportReadingRequest::new(ReportReadingRequestRequired {
        reading_id: "r-1".to_owned(),
        station: "NO-42".to_owned(),
        taken_at: "2026-11-24T01:00:00+01:00".into(),
        measures: vec![Measure::new(MeasureRequired { quantity: Quantity::Temperature, value })],
    })
    .with_battery(9);
    if let Err(violations) = reading.validate() {
        println!("{violations}");
    }
    reading.station = "NO-0042".to_owned();
    reading = reading.with_key("s3cret");
    reading.validate()?;
    println!("{} {} {}", ReportReading::METHOD, ReportReading::PATH, serde_json::to_string(&reading)?);
    println!("{:?}", reading.key.is_some().then_some(&reading));

    let answer: ReportReadingResponse =
        serde_json::from_str(r#"{"status":"REFUSED","reason":"FLOODED","since":3}"#)?;
    println!("{:?} {:?}", ReportReading::outcome(&answer), answer);
    Ok(())
}
