//! A progress bar, and a line for each epoch.

use std::collections::HashMap;

use burn::train::logger::{EvaluationProgressLogger, TrainingProgressLogger};
use burn::train::metric::{MetricDefinition, MetricId, NumericEntry};
use burn::train::renderer::{
    EvaluationName, MetricState, MetricsRenderer, MetricsRendererEvaluation,
    MetricsRendererTraining,
};
use indicatif::{ProgressBar, ProgressStyle};

/// The style of a bar, after what is going on.
pub fn style(what: &str) -> ProgressStyle {
    let template = format!("{what:<22} {{bar:30}} {{pos:>6}} / {{len}}  {{eta:>4}}  {{msg}}");
    // A braced word in `what` would be taken for a field; a bar without a style is better than none.
    ProgressStyle::with_template(&template).unwrap_or_else(|_| ProgressStyle::default_bar())
}

/// Shows a training on a terminal that has no dashboard, or in a file.
pub struct Progress {
    epoch: usize,
    epochs: usize,
    bar: ProgressBar,
    names: HashMap<MetricId, String>,
    train: Means,
    held_out: Means,
}

/// The means of the metrics in an epoch, by name.
#[derive(Default)]
struct Means(HashMap<String, (f64, f64)>);

impl Means {
    fn add(&mut self, name: &str, entry: &NumericEntry) {
        let (sum, count) = self.0.entry(name.to_owned()).or_default();
        match entry {
            NumericEntry::Value(value) => (*sum, *count) = (*sum + value, *count + 1.0),
            NumericEntry::Aggregated { aggregated_value, count: items } => {
                (*sum, *count) = (*sum + aggregated_value * *items as f64, *count + *items as f64);
            }
            // The mean of the epoch.
            NumericEntry::Final(value) => (*sum, *count) = (*value, 1.0),
        }
    }

    fn show(&self) -> String {
        let mean = |name| self.0.get(name).map(|(sum, count)| sum / count);
        let loss = mean("Loss").map(|loss| format!("loss {loss:.4}"));
        let accuracy = mean("Accuracy").map(|accuracy| format!("accuracy {accuracy:.1} %"));
        loss.into_iter().chain(accuracy).collect::<Vec<_>>().join("  ")
    }
}

impl Progress {
    pub fn new() -> Progress {
        Progress {
            epoch: 1,
            epochs: 0,
            bar: ProgressBar::hidden(),
            names: HashMap::new(),
            train: Means::default(),
            held_out: Means::default(),
        }
    }

    fn update(&mut self, state: &MetricState, held_out: bool) {
        let MetricState::Numeric(metric, Some(entry)) = state else { return };
        let Some(name) = self.names.get(&metric.metric_id) else { return };
        let means = if held_out { &mut self.held_out } else { &mut self.train };
        means.add(name, entry);
        self.bar.set_message(means.show());
    }
}

impl MetricsRendererTraining for Progress {
    fn update_train(&mut self, state: MetricState) {
        self.update(&state, false);
    }

    fn update_valid(&mut self, state: MetricState) {
        self.update(&state, true);
    }
}

impl TrainingProgressLogger for Progress {
    fn start(&mut self, epochs: usize, first: usize, _: Option<usize>, _: Option<&str>) {
        (self.epoch, self.epochs) = (first, epochs);
    }

    fn start_split(&mut self, split: &str, images: usize) {
        let what = if split == "valid" { "held out" } else { "train" };
        let style = style(&format!("epoch {} of {}, {what}", self.epoch, self.epochs));
        self.bar = ProgressBar::new(images as u64).with_style(style);
    }

    fn update_split(&mut self, images: usize) {
        self.bar.set_position(images as u64);
    }

    fn end_split(&mut self) {
        self.bar.finish_and_clear();
    }

    fn update_epoch(&mut self, epoch: usize) {
        let (train, held_out) =
            (std::mem::take(&mut self.train), std::mem::take(&mut self.held_out));
        println!("epoch {epoch:>3}  train: {}  held out: {}", train.show(), held_out.show());
        self.epoch = epoch + 1;
    }

    fn end(&mut self) {
        self.bar.finish_and_clear();
    }

    fn log_event_training(&mut self, _: String) {}
}

impl MetricsRenderer for Progress {
    fn manual_close(&mut self) {}

    fn register_metric(&mut self, definition: MetricDefinition) {
        self.names.insert(definition.metric_id, definition.name.to_string());
    }
}

// A training has no tests: its held-out images are a part of each epoch.

impl MetricsRendererEvaluation for Progress {
    fn update_test(&mut self, _: EvaluationName, _: MetricState) {}
}

impl EvaluationProgressLogger for Progress {
    fn start_global_progress(&mut self, _: usize) {}
    fn start_test(&mut self, _: &str, _: usize) {}
    fn update_test_progress(&mut self, _: usize) {}
    fn end_test(&mut self) {}
    fn end_global_progress(&mut self) {}
    fn log_event_evaluation(&mut self, _: String) {}
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn means_are_weighted_by_the_items_of_each_batch() {
        let mut means = Means::default();
        for (aggregated_value, count) in [(1.0, 30), (4.0, 10)] {
            means.add("Loss", &NumericEntry::Aggregated { aggregated_value, count });
        }
        assert_eq!(means.show(), "loss 1.7500");
        means.add("Accuracy", &NumericEntry::Final(99.16));
        assert_eq!(means.show(), "loss 1.7500  accuracy 99.2 %");
    }
}
