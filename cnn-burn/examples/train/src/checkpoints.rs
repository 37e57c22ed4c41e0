//! The folder of a training: its settings, checkpoints, logs and weights.

use std::fs;
use std::path::{Path, PathBuf};

use burn::lr_scheduler::LrSchedulerRecord;
use burn::optim::OptimizerRecord;
use burn::store::ModuleRecord;
use burn::train::checkpoint::Checkpoint;

use crate::Result;
use crate::arguments::Settings;

/// The folder of a training.
pub struct Folder {
    path: PathBuf,
}

impl Folder {
    /// The folder for a new training.
    ///
    /// # Errors
    ///
    /// If it holds a training already.
    pub fn new(settings: &Settings) -> Result<Folder> {
        let folder = Folder { path: settings.output() };
        if folder.settings().exists() {
            let path = folder.path.display();
            return Err(format!(
                "{path} holds a training already: `--resume {path}` goes on with it, and `--output` chooses another \
                 folder"
            )
            .into());
        }
        Ok(folder)
    }

    /// Writes the settings, with which the training can be resumed.
    ///
    /// # Errors
    ///
    /// If the folder cannot be written to.
    pub fn create(&self, settings: &Settings) -> Result<()> {
        let json = serde_json::to_string_pretty(settings)? + "\n";
        let written =
            fs::create_dir_all(&self.path).and_then(|()| fs::write(self.settings(), json));
        written.map_err(|error| format!("cannot write to {}: {error}", self.path.display()).into())
    }

    /// The folder of a training that was interrupted, and its settings.
    ///
    /// # Errors
    ///
    /// If there is none.
    pub fn open(path: &Path) -> Result<(Folder, Settings)> {
        let folder = Folder { path: path.to_owned() };
        let problem = |error: &dyn std::fmt::Display| {
            format!(
                "{} does not hold a training: {}: {error}",
                path.display(),
                folder.settings().display()
            )
        };
        let json = fs::read_to_string(folder.settings()).map_err(|error| problem(&error))?;
        let mut settings: Settings =
            serde_json::from_str(&json).map_err(|error| problem(&error))?;
        // It may have been moved.
        settings.output = Some(path.to_owned());
        Ok((folder, settings))
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// A file in it.
    pub fn file(&self, name: &str) -> PathBuf {
        self.path.join(name)
    }

    fn settings(&self) -> PathBuf {
        self.file("settings.json")
    }

    fn checkpoint(&self, part: &str, epoch: usize) -> PathBuf {
        self.path.join("checkpoint").join(format!("{part}-{epoch}.bpk"))
    }

    /// The weights after an epoch, if there is a checkpoint.
    pub fn model(&self, epoch: usize) -> Option<ModuleRecord> {
        <ModuleRecord as Checkpoint>::load(self.checkpoint("model", epoch)).ok()
    }

    /// The last epoch with a checkpoint whose three files can be read: whoever interrupts a training may do so while
    /// they are written. Zero if there is none.
    pub fn last_epoch(&self, epochs: usize) -> usize {
        let is_whole = |&epoch: &usize| {
            <LrSchedulerRecord as Checkpoint>::load(self.checkpoint("scheduler", epoch)).is_ok()
                && <OptimizerRecord as Checkpoint>::load(self.checkpoint("optim", epoch)).is_ok()
                && self.model(epoch).is_some()
        };
        (1..=epochs).rev().find(is_whole).unwrap_or(0)
    }
}
