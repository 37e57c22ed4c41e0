// The mistakes of `src/error_messages.md`, on the same lines.
cnn::cnn! {
    pub struct Fc: [3, 28, 28] <
        conv(3, 20, 5); relu; maxpool(2); conv(20, 50, 5); relu;

        maxpool(2);
        fc(784, 500);
    >
    pub struct Conv: [3, 28, 28] <

        conv(3, 20, 5); relu;
        conv(16, 50, 5);
    >
    pub struct Kernel: [3, 28, 28] <

        conv(3, 20, 5); relu; maxpool(6);
        conv(20, 50, 5);
    >

    pub struct Unit: [16, 8, 8] <
        residual { conv(16, 32, 3, padding = 1) }
    >
}

fn main() {}
