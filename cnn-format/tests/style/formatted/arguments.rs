//! Arguments and lists are in one line, or in lines of their own.

cnn! {
    struct Arguments: [3, 28, 28] <
        conv(3, 20, kernel_size = (5, 3), padding = same);
        conv(3, 20);
        stem: conv(
            a_long_number_of_channels * 2, a_long_number_of_channels * 4, kernel_size, stride,
            padding = 1,
        );
        stem: conv(
            a_long_number_of_channels * 2, a_long_number_of_channels * 4,
            kernel_size, stride, padding = 1,
        );
        conv(
            a_long_number_of_channels * 2, a_long_number_of_channels * 4, kernel_size, stride,
            padding = 1, groups = 2, bias = false,
        );
        reshape((1,));
        reshape(
            (heads_of_the_attention, channels_of_a_head, rows_of_the_image, columns_of_the_image),
        );
        concat(a, _, ["p{i}" for i in 0..4]);
        linear(
            -1, a - -b, !c, &d as usize, f::<3, { N + 1 }>(x), g(|x| x + 1), [1, 2][0], m::Net<3>,
            max!(1, 2,),
        );
        channels(0..C / 2);
        let specs = [
            (16.0, 1, 3, 1, 1), (24.0, 2, 3, 2, 6), (40.0, 2, 5, 2, 6), (80.0, 3, 3, 2, 6),
            (112.0, 3, 5, 1, 6),
        ];
        let specs = [
            (16.0, 1, 3, 1, 1),
            (24.0, 2, 3, 2, 6), (40.0, 2, 5, 2, 6),
            (80.0, 3, 3, 2, 6), (112.0, 3, 5, 1, 6), (16.0, 1, 3, 1, 1), (16.0, 1, 3, 1, 1),
            (16.0, 1, 3, 1, 1),
        ];
        let stages = [
            (1, [(16, 16, 3, false)]),
            (2, [
                (480, 112, 3, true), (200, 80, 3, false), (184, 80, 3, false), (672, 112, 3, true),
            ]),
        ];
        let named = [
            (mbconv, divisible(channels * width), deep(count, depth), stride)
            for (channels, count) in specs
        ];
        let (mut a, b) = if i == 0 { (1, 2) } else { (3, 4) };
    >
}
