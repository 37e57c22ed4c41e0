use cnn::cnn;

cnn! {
    pub struct NothingFlows: (left: [1, 8, 8], right: [1, 8, 8]) -> [2, 6, 6] <
        conv(1, 2, 3);
        relu;
    >
    pub struct UnknownOutput: [3, 8, 8] -> (coarse: [4, 8, 8], fine: [2, 8, 8]) <
        coarse: conv(3, 4, 1);
        fin: conv(4, 2, 1);
    >
    pub struct WrongOutput: [3, 8, 8] -> (coarse: [5, 8, 8], fine: [2, 8]) <
        coarse: conv(3, 4, 1);
        fine: conv(4, 2, 1);
    >
    pub struct WrongInput: (left: [1, 0, 8], right: [1, 2, 3, 4, 5]) -> [1, 8, 8] <
        from(left);
        relu;
        from(right);
        tanh;
    >
    pub struct Origin: (left: [1, 8, 8], right: [2, 8, 8]) -> [4, 6, 6] <
        from(left);
        conv(1, 4, 3);
        from(right);
        relu;
        conv(3, 4, 3);
    >
    pub struct Unknown: [3, 8, 8] < conv(3, 4, 3); from(skip); relu >
    pub struct Later: [3, 8, 8] < conv(3, 4, 3); from(end); end: relu >
    pub struct LabelledFrom: (x: [3, 8, 8]) < conv(3, 4, 3); y: from(x); relu >
    pub struct Taken: (x: [3, 8, 8]) < x: conv(3, 4, 3) >
    pub struct Branches: (a: [3, 8, 8], b: [3, 8, 8]) -> [3, 8, 8] < add { from(a); relu } >
    pub struct Empty: (a: [3, 8, 8], b: [3, 8, 8]) -> [3, 8, 8] < from(a) >
}

fn main() {}
