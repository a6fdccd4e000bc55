use jiff::Timestamp;

/// The time, in whole seconds.
pub(crate) fn now() -> Timestamp {
    let seconds = (js_sys::Date::now() / 1000.0) as i64;
    Timestamp::from_second(seconds).unwrap_or_default()
}
