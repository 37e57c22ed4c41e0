//! When to stop early.

use burn::train::metric::LossMetric;
use burn::train::metric::store::{Aggregate, Direction, EventStoreClient, Split};
use burn::train::{EarlyStoppingStrategy, MetricEarlyStoppingStrategy, StoppingCondition};

/// burn's strategy for the loss on the held-out images, which a resumed training shows the epochs before: they count, as
/// if it had not been interrupted.
#[derive(Clone)]
pub struct Patience {
    strategy: MetricEarlyStoppingStrategy,
    /// The last epoch before the training was interrupted.
    before: usize,
}

impl Patience {
    pub fn new(epochs: usize, before: usize) -> Patience {
        let strategy = MetricEarlyStoppingStrategy::new(
            &LossMetric::new(),
            Aggregate::Mean,
            Direction::Lowest,
            Split::Valid,
            StoppingCondition::NoImprovementSince { n_epochs: epochs },
        );
        Patience { strategy, before }
    }
}

impl EarlyStoppingStrategy for Patience {
    fn should_stop(&mut self, epoch: usize, store: &EventStoreClient) -> bool {
        for epoch in 1..=std::mem::take(&mut self.before) {
            self.strategy.should_stop(epoch, store);
        }
        self.strategy.should_stop(epoch, store)
    }
}
