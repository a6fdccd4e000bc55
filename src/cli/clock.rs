use jiff::Timestamp;

/// The time, in whole seconds, as files have it.
pub(super) fn now() -> Timestamp {
    Timestamp::from_second(Timestamp::now().as_second()).unwrap_or_default()
}
