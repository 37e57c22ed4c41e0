//! Comments are kept, and so are single blank lines.

cnn! { // what it is for

  // The first.
  use crate::unit; // A block.
  /// Documentation
   #[derive( Clone,Copy )] #[budget(params<=500 K,flash( i8 )<=256 KiB)]
   // why
  struct Net: [3, 28, 28] < // its layers


        // Own lines

        // stay.
     conv(3,20,5); // behind
     relu;       // aligned
     conv(20, 20, 5);              // moved
     /* before */relu;tanh /* after */ ;
     relu // without a mark
     ;
     #[frozen]   #[allow(unused_value)] conv(3,3,3);
     #[frozen]
     conv(3,3,3);
     /// For the table.
     conv(3, // the input
        20,
        // the window
        5, stride = 2 /* two */);
     if a /* which */ { relu }
     if a // a reason
       { relu; tanh }
     linear(3 + // plus
            4, 5);
     /* Several
      * lines. */
     relu;

     { // nothing
     }

     last
     // The end.

  >
  // Between.


  struct Two: [3] // of two
  < relu >
  struct Three: /* three */ [3] < relu >
  struct Four<const A: usize, const B: usize, const A_LONG_NAME: usize, const ANOTHER_NAME: usize> /* four */: [3] < relu >
  struct Five /* five */ <const A: usize, const B: usize, const A_LONG_NAME: usize, const ANOTHER_NAME: usize>: [3] < relu >

  // At last.
}
