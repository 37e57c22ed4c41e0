use cnn::cnn;

cnn! {
    pub struct Repeated: [3, 28, 28] <
        pad((0, 0, 29, 0), mode = circular);
    >

    /// What is cropped at one side is not there to be repeated at the other.
    pub struct Cropped: [3, 28, 28] <
        pad((20, -10, 0, 0), mode = circular);
    >

    pub struct Fits: [3, 28, 28] -> [3, 28, 36] <
        pad((18, -10, 0, 0), mode = circular);
    >
}

fn main() {
    let _ = (Repeated::SUMMARY, Cropped::SUMMARY, Fits::SUMMARY);
}
