use uuid::{Builder, Uuid};

/// New ids. Their randomness comes from the browser many ids at a time: a call for each would take
/// longer than finding what they name.
pub(crate) fn ids() -> impl FnMut() -> Uuid {
    let mut random = Vec::new();
    move || {
        if random.is_empty() {
            random = draw().unwrap_or_default();
        }
        random.pop().map_or_else(Uuid::new_v4, |bytes| Builder::from_random_bytes(bytes).into_uuid())
    }
}

fn draw() -> Option<Vec<[u8; 16]>> {
    let mut bytes = [0; 4096];
    web_sys::window()?.crypto().ok()?.get_random_values_with_u8_array(&mut bytes).ok()?;
    Some(bytes.as_chunks().0.to_vec())
}
