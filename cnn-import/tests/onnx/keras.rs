use cnn::cnn;

cnn! {
    pub struct Net: [16, 16, 3] -> [5] <
        stem: { permute((0, 3, 1, 2)); conv1: conv(3, 4, 3, 2, padding = same_upper) }
        stem_norm: batchnorm; stem_silu: silu;
        residual {
            first_depthwise: conv(4, 4, 3, padding = 1, groups = 4, bias = false);
            first_norm: batchnorm; first_relu: relu6;
            first_project: conv(4, 4, 1);
        }
        first_add: identity;
        second_depthwise: conv(4, 4, 3, 2, padding = same_upper, groups = 4, bias = false);
        second_norm: batchnorm; second_relu: relu6;
        second_project: conv(4, 6, 1);
        separable: {
            conv1: conv(6, 6, 3, padding = 1, groups = 6, bias = false); conv2: conv(6, 6, 1);
        }
        mul {
            identity;
            { squeeze: adaptive_avgpool(1); gate: { conv1: conv(6, 6, 1); sigmoid } }
        }
        scaled: identity; pool: maxpool(3, 2, padding = same_upper);
        mean: { adaptive_avgpool(1); squeeze((2, 3)) }
        classes: { linear1: linear(6, 5); softmax(1) }
    >
}
