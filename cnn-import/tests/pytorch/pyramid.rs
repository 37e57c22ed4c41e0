use cnn::cnn;

cnn! {
    block tower() {
        conv: seq { conv(4, 4, 3, padding = 1, bias = false); batchnorm; relu }
        scores: conv(4, 6, 1);
    }

    pub struct Pyramid:
        [3, 16, 16] -> (
            fine: [4, 8, 8], coarse: [4, 4, 4], scores_fine: [6, 8, 8], scores_coarse: [6, 4, 4],
            boxes_fine: [6, 8, 8], boxes_coarse: [6, 4, 4],
        )
    <
        stem: conv(3, 4, 2, 2); skip1: relu;
        down: conv(4, 4, 2, 2); skip2: relu; upsample(2);
        add(skip1, _);
        out: conv(4, 4, 1);
        from(skip2);
        coarse: again(out);
        from(out);
        tower: tower;
        from(coarse);
        scores_coarse: again(tower);
        from(out);
        boxes: tower;
        from(coarse);
        boxes_coarse: again(boxes);
        from(out); fine: identity;
        from(tower); scores_fine: identity;
        from(boxes); boxes_fine: identity;
    >
}
