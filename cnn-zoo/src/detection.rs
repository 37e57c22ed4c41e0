//! Detection: RetinaNet, from [Focal Loss for Dense Object Detection][retinanet] by Lin, Goyal, Girshick, He and
//! Dollár, FCOS, from [FCOS: A Simple and Strong Anchor-free Object Detector][fcos] by Tian, Shen, Chen and He, SSD, from
//! [SSD: Single Shot MultiBox Detector][ssd] by Liu and others, and SSDlite, from
//! [Searching for MobileNetV3][ssdlite] by Howard and others.
//!
//! They end where torchvision decodes the boxes. RetinaNet and FCOS have outputs for each level of a
//! pyramid, from the finest, 3, to the coarsest, 7, and the heads are the same on all of them.
//!
//! [retinanet]: https://arxiv.org/abs/1708.02002
//! [fcos]: https://arxiv.org/abs/2006.09214
//! [ssd]: https://arxiv.org/abs/1512.02325
//! [ssdlite]: https://arxiv.org/abs/1905.02244

use cnn::cnn;

use crate::mobilenet_v3::SsdLiteBackbone;
use crate::resnet::{FrozenResNet50, FrozenResNet50NoEps, ResNet50};

cnn! {
    /// A backbone and a pyramid of five levels with 256 channels; `extra` computes the last two.
    block pyramid(resnet, size, extra) {
        body: resnet until layer4;
        fpn: {
            from(body.layer2);
            "inner_blocks.0.0": conv(512, 256, 1);
            from(body.layer3);
            "inner_blocks.1.0": conv(1024, 256, 1);
            from(body);
            "inner_blocks.2.0": conv(2048, 256, 1);
            // What is coarser is added to what is finer.
            upsample(size = (size + 15) / 16);
            inner1: add("inner_blocks.1.0");
            upsample(size = (size + 7) / 8);
            add("inner_blocks.0.0");
            "layer_blocks.0.0": conv(256, 256, 3, padding = 1);
            from(inner1);
            "layer_blocks.1.0": conv(256, 256, 3, padding = 1);
            from("inner_blocks.2.0");
            "layer_blocks.2.0": conv(256, 256, 3, padding = 1);
            extra_blocks: extra(body);
        }
    }

    /// Two more levels, from the last level of the pyramid.
    block on_p5(_c5) { _: two_more(256) }

    /// Two more levels, from the output of the backbone.
    block on_c5(c5) {
        from(c5);
        _: two_more(2048);
    }

    block two_more(cin) {
        p6: conv(cin, 256, 3, 2, 1);
        relu;
        p7: conv(256, 256, 3, 2, 1);
    }

    block conv_relu() {
        _: seq { conv(256, 256, 3, padding = 1); relu }
    }

    block conv_norm_relu() {
        _: seq { conv(256, 256, 3, padding = 1, bias = false); groupnorm(32); relu }
    }

    /// Nine scores for each class, and nine boxes, at each position of a level.
    block retina_head(p3, unit, classes) {
        from(p3);
        classification_head: {
            conv: seq { [unit; 4] }
            cls_logits: conv(256, 9 * classes, 3, padding = 1);
        }
        from(p3);
        regression_head: {
            conv: seq { [unit; 4] }
            bbox_reg: conv(256, 9 * 4, 3, padding = 1);
        }
    }

    block retinanet(resnet, extra, unit, classes, size) {
        backbone: pyramid(resnet, size, extra);
        head: retina_head("backbone.fpn.layer_blocks.0.0", unit, classes);
        from(head.classification_head);
        cls_logits3: identity;
        from(head.regression_head);
        bbox_regression3: identity;
        for i in 1..3 { _: retina_level(i + 3, "backbone.fpn.layer_blocks.{i}.0", head); }
        for i in 6..8 { _: retina_level(i, "backbone.fpn.extra_blocks.p{i}", head); }
    }

    /// The heads once more, on another level.
    block retina_level(level, value, head) {
        from(value);
        "cls_logits{level}": again(head.classification_head);
        from(value);
        "bbox_regression{level}": again(head.regression_head);
    }

    /// A score for each class, a box and its centreness, at each position of a level.
    block fcos_head(p3, classes) {
        from(p3);
        classification_head: {
            conv: seq { [{ conv(256, 256, 3, padding = 1); groupnorm(32); relu }; 4] }
            cls_logits: conv(256, classes, 3, padding = 1);
        }
        from(p3);
        regression_head: {
            conv: seq { [{ conv(256, 256, 3, padding = 1); groupnorm(32); relu }; 4] }
            bbox_reg: conv(256, 4, 3, padding = 1);
            boxes: relu;
            from(conv);
            bbox_ctrness: conv(256, 1, 3, padding = 1);
        }
    }

    /// The outputs of a level.
    block fcos_outputs(level, scores, regression) {
        from(scores);
        "cls_logits{level}": identity;
        from(regression.boxes);
        "bbox_regression{level}": identity;
        from(regression.bbox_ctrness);
        "bbox_ctrness{level}": identity;
    }

    /// The heads once more, on another level.
    block fcos_level(level, value, head) {
        from(value);
        "scores{level}": again(head.classification_head);
        from(value);
        "regression{level}": again(head.regression_head);
        _: fcos_outputs(level, "scores{level}", "regression{level}");
    }

    block fcos(classes, resnet, size) {
        backbone: pyramid(resnet, size, on_p5);
        head: fcos_head("backbone.fpn.layer_blocks.0.0", classes);
        _: fcos_outputs(3, head.classification_head, head.regression_head);
        for i in 1..3 { _: fcos_level(i + 3, "backbone.fpn.layer_blocks.{i}.0", head); }
        for i in 6..8 { _: fcos_level(i, "backbone.fpn.extra_blocks.p{i}", head); }
    }

    /// Convolutions that keep the size.
    block convs(cin, cout, count) {
        for i in 0..count { conv(if i == 0 { cin } else { cout }, cout, 3, padding = 1); relu; }
    }

    /// A coarser level.
    block extra_level(cin, mid, stride, padding) {
        _: seq { conv(cin, mid, 1); relu; conv(mid, 2 * mid, 3, stride, padding); relu }
    }

    /// `vgg16`, whose last pool keeps the size, and four levels after it. The scales of the first level are those of its
    /// norm.
    block ssd_backbone() {
        features: seq {
            _: convs(3, 64, 2);
            maxpool(2);
            _: convs(64, 128, 2);
            maxpool(2);
            _: convs(128, 256, 3);
            maxpool(2, ceil_mode = true);
            _: convs(256, 512, 3);
        }
        normalize;
        scale_weight: layer_scale(512, flat = true);
        from(features);
        extra: {
            "0": seq {
                maxpool(2);
                _: convs(512, 512, 3);
                seq {
                    maxpool(3, 1, padding = 1);
                    conv(512, 1024, 3, padding = 6, dilation = 6); relu;
                    conv(1024, 1024, 1); relu;
                }
            }
            "1": extra_level(1024, 256, 2, 1);
            "2": extra_level(512, 128, 2, 1);
            "3": extra_level(256, 128, 1, 0);
            "4": extra_level(256, 128, 1, 0);
        }
    }

    /// A convolution for each level of the backbone, with `cout` values for each of four or six boxes at a position.
    block ssd_heads(cout) {
        from(backbone.scale_weight);
        "0": conv(512, 4 * cout, 3, padding = 1);
        from(backbone.extra.0);
        "1": conv(1024, 6 * cout, 3, padding = 1);
        from(backbone.extra.1);
        "2": conv(512, 6 * cout, 3, padding = 1);
        from(backbone.extra.2);
        "3": conv(256, 6 * cout, 3, padding = 1);
        from(backbone.extra.3);
        "4": conv(256, 4 * cout, 3, padding = 1);
        from(backbone.extra.4);
        "5": conv(256, 4 * cout, 3, padding = 1);
    }

    /// The outputs of the heads `heads`, for classes and for boxes, on six levels.
    block ssd(heads, classes) {
        head: {
            classification_head: { module_list: heads(classes) }
            regression_head: { module_list: heads(4) }
        }
        for i in 0..6 {
            from("head.classification_head.module_list.{i}");
            "cls_logits{i}": identity;
        }
        for i in 0..6 {
            from("head.regression_head.module_list.{i}");
            "bbox_regression{i}": identity;
        }
    }

    /// A head for each level of the backbone.
    block lite_heads(cout) {
        from(backbone.features.0);
        "0": lite_head(672, 6 * cout);
        from(backbone.features.1);
        "1": lite_head(480, 6 * cout);
        from(backbone.extra.0);
        "2": lite_head(512, 6 * cout);
        from(backbone.extra.1);
        "3": lite_head(256, 6 * cout);
        from(backbone.extra.2);
        "4": lite_head(256, 6 * cout);
        from(backbone);
        "5": lite_head(128, 6 * cout);
    }

    block lite_head(cin, cout) {
        _: seq {
            seq {
                conv(cin, cin, 3, padding = 1, groups = cin, bias = false);
                batchnorm(cin, eps = 0.001, momentum = 0.03);
                relu6;
            }
            conv(cin, cout, 1);
        }
    }

    /// RetinaNet on `resnet50`, torchvision's `retinanet_resnet50_fpn` as its weights are.
    ///
    #[doc = usage!("RetinaNetResNet50", "backbone", "retinanet_resnet50_fpn")]
    pub struct RetinaNetResNet50<const CLASSES: usize = 91, const SIZE: usize = 800>:
        [3, SIZE, SIZE] -> (
            cls_logits3: _, cls_logits4: _, cls_logits5: _, cls_logits6: _, cls_logits7: _,
            bbox_regression3: _, bbox_regression4: _, bbox_regression5: _, bbox_regression6: _,
            bbox_regression7: _,
        )
        < _: retinanet(FrozenResNet50NoEps<1000, SIZE>, on_p5, conv_relu, CLASSES, SIZE) >

    /// RetinaNet on `resnet50`, torchvision's `retinanet_resnet50_fpn_v2`.
    ///
    #[doc = usage!("RetinaNetResNet50V2", "backbone", "retinanet_resnet50_fpn_v2")]
    pub struct RetinaNetResNet50V2<const CLASSES: usize = 91, const SIZE: usize = 800>:
        [3, SIZE, SIZE] -> (
            cls_logits3: _, cls_logits4: _, cls_logits5: _, cls_logits6: _, cls_logits7: _,
            bbox_regression3: _, bbox_regression4: _, bbox_regression5: _, bbox_regression6: _,
            bbox_regression7: _,
        )
        < _: retinanet(ResNet50<1000, SIZE>, on_c5, conv_norm_relu, CLASSES, SIZE) >

    /// FCOS on `resnet50`, torchvision's `fcos_resnet50_fpn` as its weights are.
    ///
    #[doc = usage!("FcosResNet50", "backbone", "fcos_resnet50_fpn")]
    pub struct FcosResNet50<const CLASSES: usize = 91, const SIZE: usize = 800>:
        [3, SIZE, SIZE] -> (
            cls_logits3: _, cls_logits4: _, cls_logits5: _, cls_logits6: _, cls_logits7: _,
            bbox_regression3: _, bbox_regression4: _, bbox_regression5: _, bbox_regression6: _,
            bbox_regression7: _,
            bbox_ctrness3: _, bbox_ctrness4: _, bbox_ctrness5: _, bbox_ctrness6: _,
            bbox_ctrness7: _,
        )
        < _: fcos(CLASSES, FrozenResNet50<1000, SIZE>, SIZE) >

    /// SSD on `vgg16`, torchvision's `ssd300_vgg16`. Its levels are numbered as there, from 0.
    ///
    #[doc = usage!("Ssd300Vgg16", "backbone", "ssd300_vgg16")]
    pub struct Ssd300Vgg16<const CLASSES: usize = 91, const SIZE: usize = 300>:
        [3, SIZE, SIZE] -> (
            cls_logits0: _, cls_logits1: _, cls_logits2: _, cls_logits3: _, cls_logits4: _,
            cls_logits5: _,
            bbox_regression0: _, bbox_regression1: _, bbox_regression2: _, bbox_regression3: _,
            bbox_regression4: _, bbox_regression5: _,
        )
        < backbone: ssd_backbone; _: ssd(ssd_heads, CLASSES) >

    /// SSDlite on `mobilenet_v3_large`, torchvision's `ssdlite320_mobilenet_v3_large`. Its levels are numbered as
    /// there, from 0.
    ///
    #[doc = usage!("SsdLite320MobileNetV3Large", "backbone", "ssdlite320_mobilenet_v3_large")]
    pub struct SsdLite320MobileNetV3Large<const CLASSES: usize = 91, const SIZE: usize = 320>:
        [3, SIZE, SIZE] -> (
            cls_logits0: _, cls_logits1: _, cls_logits2: _, cls_logits3: _, cls_logits4: _,
            cls_logits5: _,
            bbox_regression0: _, bbox_regression1: _, bbox_regression2: _, bbox_regression3: _,
            bbox_regression4: _, bbox_regression5: _,
        )
    <
        backbone: SsdLiteBackbone<SIZE>;
        _: ssd(lite_heads, CLASSES);
    >
}
