//! The running times of several ways to compute the same, taken by turns.

use cpu_time::ProcessTime;

/// The least time that a comparison takes.
const SECONDS: f64 = 12.0;

/// The least number of times that each way is taken.
const TURNS: usize = 10;

/// Runs several ways of computing the same by turns, and prints the time of each and its ratio to the
/// time of the first one.
///
/// Each way comes first in a round as often as the others. The times are medians of the processor's time in
/// all threads: the time of a clock would depend on what else the machine does.
///
/// # Panics
///
/// If there is no way.
pub fn compare(what: &str, ways: &mut [(&str, &mut dyn FnMut())]) {
    assert!(!ways.is_empty(), "{what}: nothing to compare");
    let mut times = vec![Vec::new(); ways.len()];
    let start = ProcessTime::now();
    for round in 0.. {
        if round >= TURNS && start.elapsed().as_secs_f64() >= SECONDS {
            break;
        }
        for turn in 0..ways.len() {
            let way = (round + turn) % ways.len();
            let start = ProcessTime::now();
            (ways[way].1)();
            times[way].push(start.elapsed().as_secs_f64());
        }
    }
    let medians: Vec<f64> = times.into_iter().map(median).collect();
    print!("{what:15}");
    for ((name, _), seconds) in ways.iter().zip(&medians) {
        print!("  {name} {:9.3} ms {:5.3}", 1e3 * seconds, seconds / medians[0]);
    }
    println!();
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}
