//! What it costs to compute the same in several ways.

use cpu_time::ProcessTime;

/// How long a comparison takes, at least.
const SECONDS: f64 = 12.0;

/// How often each way is taken, at least.
const TURNS: usize = 10;

/// Runs several ways of computing the same by turns, and prints what each takes, and how much of the
/// first one that is.
///
/// Each way is the first of its round as often as any other. What is compared is the median of the
/// processor's time in all threads: that of a clock depends on what else the machine does.
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
