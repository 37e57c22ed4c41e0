//! The archive: a zip file, whose entries are read with a limit on their sizes.

use std::io::{Read, Seek, SeekFrom};

use serde::de::DeserializeOwned;
use zip::ZipArchive;
use zip::read::{ArchiveOffset, Config};

use crate::Error;

/// The largest JSON that is read. That of PyTorch's largest networks has a few megabytes.
const MOST_JSON: u64 = 64 << 20;

/// How many bytes are read of any archive, and how many more for each of its own: no weights are compressed better, but
/// zeros are.
const ROOM: (u64, u64) = (MOST_JSON, 100);

/// The most entries of an archive.
const MOST_ENTRIES: usize = 1 << 20;

pub struct Archive<R> {
    zip: ZipArchive<R>,
    /// The folder that everything is in, with its `/`.
    root: String,
    /// How many bytes may still be read.
    room: u64,
}

impl<R: Read + Seek> Archive<R> {
    pub fn open(mut reader: R) -> Result<Archive<R>, Error> {
        let length = reader.seek(SeekFrom::End(0))?;
        let room = ROOM.0.saturating_add(length.saturating_mul(ROOM.1));
        let zip =
            ZipArchive::with_config(Config { archive_offset: ArchiveOffset::Known(0) }, reader)
                .map_err(|error| {
                    Error::new(format!("this is no archive of `torch.export.save`: {error}"))
                })?;
        if zip.len() > MOST_ENTRIES {
            return Err(Error::new(format!("the archive has {} entries", zip.len())));
        }
        let mut names = zip.file_names().flatten();
        let root = names.find_map(|name| name.strip_suffix("models/model.json").map(str::to_owned));
        drop(names);
        let Some(root) = root else {
            return Err(Error::new(
                "the archive has no `models/model.json`, so `torch.export.save` has not written it\n\
                 a file of `torch.save` has weights, but not the network: write \
                 `torch.export.save(torch.export.export(model.eval(), (input,)), \"model.pt2\")`",
            ));
        };
        Ok(Archive { zip, root, room })
    }

    /// Reads an entry as JSON.
    pub fn json<T: DeserializeOwned>(&mut self, name: &str) -> Result<T, Error> {
        let bytes = self.bytes(name, MOST_JSON)?;
        serde_json::from_slice(&bytes)
            .map_err(|error| Error::at(format!("`{name}`"), error.to_string()))
    }

    /// Reads an entry that has at most so many bytes.
    pub fn bytes(&mut self, name: &str, most: u64) -> Result<Vec<u8>, Error> {
        let place = || format!("`{name}`");
        let path = format!("{}{name}", self.root);
        let entry =
            self.zip.by_name(&path).map_err(|error| Error::at(place(), error.to_string()))?;
        // The size in the header may be wrong, so it is not believed.
        let mut bytes = Vec::new();
        entry
            .take(most.min(self.room).saturating_add(1))
            .read_to_end(&mut bytes)
            .map_err(|error| Error::at(place(), error.to_string()))?;
        let length = bytes.len() as u64;
        if length > most {
            return Err(Error::at(place(), format!("it has more than {most} bytes")));
        }
        let room = self.room.checked_sub(length);
        self.room = room.ok_or_else(|| {
            Error::at(
                place(),
                "what was read is together more than a hundred times as large as the archive",
            )
        })?;
        Ok(bytes)
    }
}
