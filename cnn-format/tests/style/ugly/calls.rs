//! Calls, wherever they are. What is around them stays as it is.

use cnn::{Summary,cnn};

const HEAD:Summary=cnn!( [512,7 , 7] <adaptive_avgpool( 1 );fc(512,10)> );
const LINES: Summary = cnn!( [3, 28, 28]
  -> [10]
  < conv(3, 8, 3); relu
  ; fc(_, 10) > );
const BRACKETS: Summary = cnn::cnn![[3, 28, 28] < relu; conv(3, 8, 3, padding = 1); flatten; linear(_, 10) >];

mod  inner{
      cnn::cnn!{ struct A:[3]<relu> }
      fn f( ) { let s=cnn! { [3]<relu> }; vec![cnn!([3]<
          relu>)] }
      #[cfg(test)] ::cnn::cnn!(
        use super::blocks::unit; [3] < unit >
      );
}

cnn! { struct A: [3] < relu > struct B: [3]<relu> }
cnn! { struct A: [3] < relu >
struct B: [3]<relu> }

/// cnn! { struct A:[3]<relu> }
const TEXT:&str="cnn! { struct A:[3]<relu> }"; // cnn! { struct A:[3]<relu> }
macro_rules! m { ($n:expr) => { cnn! { struct A:[$n]<relu> } }; () => { cnn! { struct A:[3]<relu> } } }
