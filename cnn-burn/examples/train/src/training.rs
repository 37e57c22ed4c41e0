//! A training from its arguments to its weights.

use std::io::IsTerminal;

use burn::lr_scheduler::constant::ConstantLr;
use burn::lr_scheduler::cosine::CosineAnnealingLrSchedulerConfig;
use burn::lr_scheduler::linear::LinearLrSchedulerConfig;
use burn::lr_scheduler::module_lr_scheduler::ModuleLrScheduler;
use burn::module::Module;
use burn::optim::AdamWConfig;
use burn::train::checkpoint::{
    ComposedCheckpointingStrategy, KeepLastNCheckpoints, MetricCheckpointingStrategy,
};
use burn::train::metric::store::{Aggregate, Direction, Split};
use burn::train::metric::{AccuracyMetric, LearningRateMetric, LossMetric};
use burn::train::{ExecutionStrategy, Interrupter, Learner, LearningResult, SupervisedTraining};
use cnn::{DType, Optimizer};
use indicatif::HumanBytes;

use crate::arguments::{Arguments, Schedule, Settings};
use crate::checkpoints::Folder;
use crate::classifier::Classifier;
use crate::data::Data;
use crate::loader::Loader;
use crate::networks::{self, Network};
use crate::patience::Patience;
use crate::pictures::Preparation;
use crate::progress::Progress;
use crate::{Result, curves, devices, listed, weights};

/// Does what the arguments ask for.
///
/// # Errors
///
/// If the settings, the data or the weights cannot be used, or the training fails.
pub fn run(arguments: Arguments) -> Result<()> {
    if arguments.networks {
        print!("{}", networks::list());
        return Ok(());
    }
    if let Some(port) = arguments.serve {
        return devices::serve(&arguments.settings.device[0], port);
    }
    match arguments.resume {
        None => {
            let folder = Folder::new(&arguments.settings)?;
            Job::new(arguments.settings)?.run(&folder, 0)
        }
        Some(path) => {
            let (folder, settings) = Folder::open(&path)?;
            let job = Job::new(settings)?;
            let epoch = folder.last_epoch(job.settings.epochs as usize);
            println!("{epoch} of {} epochs are done\n", job.settings.epochs);
            job.run(&folder, epoch)
        }
    }
}

/// A training whose network, data and devices have been found.
struct Job {
    settings: Settings,
    network: Network,
    data: Data,
    preparation: Preparation,
    strategy: ExecutionStrategy,
}

impl Job {
    fn new(settings: Settings) -> Result<Job> {
        let network = networks::find(settings.network())?;
        let preparation = Preparation::new(network, settings.augment())?;
        let devices = devices::find(&settings.device)?;
        let strategy = devices::strategy(devices, settings.strategy, &settings.device)?;
        let data = Data::read(settings.data.as_deref())?;
        show(network, &data, &settings);
        for samples in [&data.train, &data.held_out] {
            preparation.check(samples, settings.exact_size)?;
        }
        Ok(Job { settings, network, data, preparation, strategy })
    }

    /// Trains from the end of this epoch on.
    fn run(self, folder: &Folder, epoch: usize) -> Result<()> {
        let Job { settings, network, data, preparation, strategy } = self;
        let device = strategy.main_device().clone();
        device.seed(settings.seed);
        let classifier = Classifier::new(network.graph, data.classes.len(), &device)?;
        let mut classifier = classifier.summed_over(devices::summands(&strategy));
        if let (Some(path), 0) = (&settings.weights, epoch) {
            println!("{}", weights::load(classifier.net_mut(), path, settings.keep_head)?);
        }

        let (batch, epochs) = (settings.batch as usize, settings.epochs as usize);
        // Each device takes a batch of its own.
        let devices = settings.device.len();
        let steps = (data.train.len() / devices).div_ceil(batch).max(1) * epochs;
        let train = Loader::training(&data.train, batch, preparation, settings.seed, epoch);
        let held_out = Loader::held_out(&data.held_out, batch, preparation);
        let mut training = SupervisedTraining::new(folder.path(), train.share(), held_out.share())
            .metrics((AccuracyMetric::new(), LossMetric::new()))
            .metric_train_numeric(LearningRateMetric::new())
            .with_default_checkpointers()
            .with_checkpointing_strategy(kept_checkpoints())
            .with_training_strategy(strategy.into())
            .with_interrupter(interrupter()?)
            .num_epochs(epochs);
        if let Some(patience) = settings.patience {
            training = training.early_stopping(Patience::new(patience as usize, epoch));
        }
        if epoch > 0 {
            training = training.checkpoint(epoch);
        }
        if settings.plain || !cfg!(feature = "dashboard") || !std::io::stdout().is_terminal() {
            training = training.renderer(Box::new(Progress::new()));
        }
        let optimizer = AdamWConfig::new().with_weight_decay(settings.weight_decay as f32).init();
        let schedule = schedule(&settings, steps)?;
        if epoch == 0 {
            // From here on, nothing can be wrong with the settings.
            folder.create(&settings)?;
        }
        let result = training.launch(Learner::new(classifier.clone(), optimizer, schedule));
        finish(folder, network, classifier, result)
    }
}

/// Says what is trained on what.
fn show(network: Network, data: &Data, settings: &Settings) {
    let Network { name, graph, summary } = network;
    println!(
        "{name}: {} -> {} classes, {:.2} M parameters",
        graph.input,
        data.classes.len(),
        summary.params as f64 / 1e6
    );
    println!("{} images to learn from, {} held out", data.train.len(), data.held_out.len());
    let batch = settings.batch as usize;
    if let Some(memory) = graph.training(summary, DType::F32, batch, Optimizer::Adam) {
        let memory = HumanBytes(memory.total());
        println!("a step with {batch} images needs about {memory} of memory on each device");
    }
    if !data.ignored.is_empty() {
        let (count, paths) = (data.ignored.len(), data.ignored.iter().map(|path| path.display()));
        let paths: Vec<_> = paths.collect();
        let shown = listed(&paths);
        println!("{count} ignored, because only .jpg, .jpeg and .png files are images:{shown}");
    }
    println!();
}

/// The last two checkpoints, and the one with the lowest loss on the held-out images.
fn kept_checkpoints() -> ComposedCheckpointingStrategy {
    let best = MetricCheckpointingStrategy::new(
        &LossMetric::new(),
        Aggregate::Mean,
        Direction::Lowest,
        Split::Valid,
    );
    ComposedCheckpointingStrategy::builder().add(KeepLastNCheckpoints::new(2)).add(best).build()
}

fn schedule(settings: &Settings, steps: usize) -> Result<ModuleLrScheduler> {
    let rate = settings.learning_rate;
    Ok(match settings.schedule {
        Schedule::Constant => ModuleLrScheduler::new(ConstantLr::new(rate)),
        Schedule::Cosine => CosineAnnealingLrSchedulerConfig::new(rate, steps).init()?,
        Schedule::Linear => LinearLrSchedulerConfig::new(rate, 0.0, steps).init()?,
    })
}

/// Stops the training after the current step when Ctrl-C is pressed.
fn interrupter() -> Result<Interrupter> {
    let interrupter = Interrupter::new();
    let handle = interrupter.clone();
    ctrlc::set_handler(move || handle.stop(Some("Ctrl-C was pressed")))?;
    Ok(interrupter)
}

/// Writes the weights and the curves, and says what has been reached.
fn finish(
    folder: &Folder,
    network: Network,
    classifier: Classifier,
    result: LearningResult<Classifier>,
) -> Result<()> {
    let resume =
        format!("`--resume {}` goes on after the last whole epoch", folder.path().display());
    if let Some(error) = result.error {
        return Err(format!("{error}\n{resume}").into());
    }
    let summary = curves::summary(folder.path())?;
    curves::draw(&summary, network.name, &folder.file("curves.svg"))?;
    if result.interrupted.is_some() {
        println!("interrupted: {resume}");
        return Ok(());
    }
    result.model.net().save_safetensors(folder.file("last.safetensors"))?;
    println!("\nweights: {}", folder.file("last.safetensors").display());
    if let Some((epoch, loss, accuracy)) = curves::best(&summary)
        && let Some(record) = folder.model(epoch)
    {
        let best = classifier.load_record(record);
        best.net().save_safetensors(folder.file("best.safetensors"))?;
        println!(
            "weights: {}, after epoch {epoch}: loss {loss:.4}, accuracy {accuracy:.1} % on the held-out images",
            folder.file("best.safetensors").display()
        );
    }
    println!("curves:  {}", folder.file("curves.svg").display());
    Ok(())
}
