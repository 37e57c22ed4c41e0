use cnn::cnn;

cnn! {
    pub struct Functions: [3, 8, 8] -> (output1: [4, 9, 10], output2: [4, 6, 5], output3: [6, 5]) <
        stem: conv(3, 4, 1); lrn: lrn(3, alpha = 0.1, beta = 0.5, k = 2.0);
        instance: instancenorm(affine = true);
        tracked: instancenorm(track_running_stats = true); normalize;
        frozen: frozen_batchnorm(eps = 0.1); factor: layer_scale(flat = true);
        rms: rmsnorm(8, eps = 1e-5);
        skip1: residual {
            upsample(mode = bicubic, size = (6, 5));
        } shortcut {
            upsample(mode = bilinear, size = (6, 5));
        }
        upsample((1.5, 2), mode = bilinear, align_corners = true); scale(2.0); scale(-1.0);
        output1: shift(1.0);
        from(skip1); pow(2.0); shift(1.0); pow(-0.5); output2: scale(0.3333333333333333);
        from(skip1); slice(1, 1..2); squeeze(1); output3: scale(-1.0);
    >
}
