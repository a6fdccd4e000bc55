use gloo::file::File;
use gloo::file::futures::read_as_bytes;
use wasm_bindgen_futures::spawn_local;
use web_sys::FileList;

/// Reads files and hands all of them on, each with its name, or with why it could not be read.
pub(crate) fn read_files(
    files: &FileList,
    take: impl FnOnce(Vec<(String, Result<Vec<u8>, String>)>) + 'static,
) {
    let files: Vec<File> =
        (0..files.length()).filter_map(|index| files.item(index)).map(File::from).collect();
    spawn_local(async move {
        let mut read = Vec::new();
        for file in files {
            let bytes = read_as_bytes(&file).await;
            read.push((file.name(), bytes.map_err(|error| error.to_string())));
        }
        take(read);
    });
}
