//! The curves of a training, as a picture.

use std::path::Path;

use burn::train::{LearnerSummary, MetricSummary};
use plotters::prelude::*;

use crate::Result;

/// The names that burn gives the metrics, and those of the axes.
const PLOTS: [(&str, &str); 2] = [("Loss", "loss"), ("Accuracy", "accuracy in %")];
const SIZE: (u32, u32) = (900, 360);
const TRAIN: RGBColor = RGBColor(0x1f, 0x77, 0xb4);
const HELD_OUT: RGBColor = RGBColor(0xd6, 0x5f, 0x0e);

/// What the logs in the folder of a training say of each epoch.
pub fn summary(folder: &Path) -> Result<LearnerSummary> {
    Ok(LearnerSummary::new(folder, &PLOTS.map(|(metric, _)| metric))?)
}

/// The epoch with the lowest loss on the held-out images, the loss, and the accuracy.
pub fn best(summary: &LearnerSummary) -> Option<(usize, f64, f64)> {
    let [loss, accuracy] = PLOTS.map(|(name, _)| metric(&summary.metrics.valid, name));
    let best = loss?.entries.iter().min_by(|a, b| a.value.total_cmp(&b.value))?;
    let accuracy = accuracy?.entries.iter().find(|entry| entry.step == best.step)?;
    Some((best.step, best.value, accuracy.value))
}

fn metric<'s>(summaries: &'s [MetricSummary], name: &str) -> Option<&'s MetricSummary> {
    summaries.iter().find(|metric| metric.name == name)
}

/// Draws loss and accuracy by epoch, of the images to learn from and of those that are held out, as an SVG file.
pub fn draw(summary: &LearnerSummary, title: &str, path: &Path) -> Result<()> {
    let root = SVGBackend::new(path, SIZE).into_drawing_area();
    root.fill(&WHITE)?;
    let root = root.titled(title, ("sans-serif", 20))?;
    for ((name, label), area) in PLOTS.into_iter().zip(root.split_evenly((1, PLOTS.len()))) {
        let curves = [
            ("train", TRAIN, metric(&summary.metrics.train, name)),
            ("held out", HELD_OUT, metric(&summary.metrics.valid, name)),
        ];
        let points = curves.map(|(curve, colour, metric)| {
            let entries = metric.map_or(&[][..], |metric| &metric.entries);
            let finite = entries.iter().filter(|entry| entry.value.is_finite());
            (
                curve,
                colour,
                finite.map(|entry| (entry.step as f64, entry.value)).collect::<Vec<_>>(),
            )
        });
        let all = || points.iter().flat_map(|(_, _, points)| points);
        let most = all().map(|(_, y)| *y).fold(0.0, f64::max) * 1.05;
        let epochs = all().map(|(x, _)| *x).fold(2.0, f64::max);

        let mut chart = ChartBuilder::on(&area)
            .margin(12)
            .x_label_area_size(36)
            .y_label_area_size(52)
            .build_cartesian_2d(1.0..epochs, 0.0..most.max(f64::MIN_POSITIVE))?;
        let whole = |x: &f64| if x.fract() == 0.0 { format!("{x:.0}") } else { String::new() };
        chart
            .configure_mesh()
            .light_line_style(TRANSPARENT)
            .x_labels(epochs.min(10.0) as usize)
            .x_label_formatter(&whole)
            .x_desc("epoch")
            .y_desc(label)
            .draw()?;
        for (curve, colour, points) in points {
            chart
                .draw_series(LineSeries::new(points, colour.stroke_width(2)))?
                .label(curve)
                .legend(move |(x, y)| {
                    PathElement::new([(x, y), (x + 16, y)], colour.stroke_width(2))
                });
        }
        chart.configure_series_labels().background_style(WHITE).border_style(TRANSPARENT).draw()?;
    }
    root.present()?;
    Ok(())
}
