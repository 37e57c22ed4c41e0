//! Values that a formula makes of a name, so that PyTorch can be asked what a network computes with them, and
//! only its outputs are stored. `cnn-zoo/tests/common/formula.py` has the same formula.

use cnn_core::Graph;

use crate::state::State;
use crate::tensor::Tensor;

/// A state with which values stay about as large as they are, whatever the depth of a network: factors and
/// running variances are between ½ and 1½.
///
/// ```
/// use cnn::cnn;
/// use cnn_reference::formula;
///
/// cnn! { struct Net: [3, 8, 8] < conv1: conv(3, 4, 3); bn1: batchnorm > }
/// let state = formula::state(&Net::GRAPH);
/// assert_eq!(state.get("bn1.bias").map(|value| 2.0 * value), formula::values("bn1.bias", &[4]));
/// ```
pub fn state(graph: &Graph) -> State {
    State::from_fn(graph, tensor)
}

/// A tensor of such a state.
pub fn tensor(name: &str, sizes: &[usize]) -> Tensor {
    let weighed: usize = sizes.iter().skip(1).product();
    let factor = if sizes.len() > 1 { (6.0 / weighed as f64).sqrt() } else { 0.5 };
    let is_positive =
        sizes.len() == 1 && (name.ends_with(".weight") || name.ends_with(".running_var"));
    let offset = if is_positive { 1.0 } else { 0.0 };
    values(name, sizes).map(|value| offset + factor * value)
}

/// Values between −1 and 1: the splitmix64 of the FNV-1a hash of a name.
///
/// ```
/// let [value] = *cnn_reference::formula::values("input", &[1]).values() else { panic!() };
/// assert!(value.abs() < 1.0);
/// ```
pub fn values(name: &str, sizes: &[usize]) -> Tensor {
    let hash = |hash: u64, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    let mut number = name.bytes().fold(0xcbf2_9ce4_8422_2325, hash);
    let mut value = || {
        number = number.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (number ^ (number >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        let mixed = mixed ^ (mixed >> 31);
        (mixed >> 11) as f64 / 2_f64.powi(52) - 1.0
    };
    Tensor::new(sizes, (0..sizes.iter().product()).map(|_| value()).collect())
}
