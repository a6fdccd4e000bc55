use gloo::file::File;
use gloo::file::futures::read_as_bytes;
use wasm_bindgen_futures::spawn_local;
use web_sys::FileList;

/// Reads the files one after the other and hands each on with its name, or with why it could not
/// be read.
pub(crate) fn read_files(files: &FileList, mut take: impl FnMut(String, Result<Vec<u8>, String>) + 'static) {
    let files: Vec<File> =
        (0..files.length()).filter_map(|index| files.item(index)).map(File::from).collect();
    spawn_local(async move {
        for file in files {
            let bytes = read_as_bytes(&file).await;
            take(file.name(), bytes.map_err(|error| error.to_string()));
        }
    });
}
