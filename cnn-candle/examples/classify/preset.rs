//! How torchvision prepares pictures for its weights.

use image::imageops::FilterType;

/// How a picture is prepared.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Preset {
    /// The length that the shorter side is resized to.
    pub resize: u32,
    /// The length of the sides of the crop.
    pub crop: u32,
    pub filter: FilterType,
    /// The values that are subtracted from red, green and blue, which are between 0 and 1.
    pub mean: [f32; 3],
    /// The values that they are divided by afterwards.
    pub std: [f32; 3],
}

/// The mean and the standard deviation of ImageNet's colours, which most weights need.
const IMAGENET: ([f32; 3], [f32; 3]) = ([0.485, 0.456, 0.406], [0.229, 0.224, 0.225]);
/// These scale the colours to between −1 and 1.
const HALVES: ([f32; 3], [f32; 3]) = ([0.5; 3], [0.5; 3]);

/// The name of the first weights that torchvision has for a network.
pub fn first_weights(network: &str) -> &'static str {
    match network {
        "regnet_y_128gf" | "vit_h_14" => "IMAGENET1K_SWAG_LINEAR_V1",
        _ => "IMAGENET1K_V1",
    }
}

impl Preset {
    /// The preset of the [`first_weights`] of a network, scaled to a crop.
    pub fn of(network: &str, crop: u32) -> Preset {
        let resize = match network {
            "convnext_small" => 230,
            "convnext_base" | "convnext_large" | "mnasnet0_75" | "mnasnet1_3"
            | "resnext101_64x4d" | "shufflenet_v2_x1_5" | "shufflenet_v2_x2_0" | "swin_t" => 232,
            "convnext_tiny" => 236,
            "efficientnet_b1" => 256,
            "efficientnet_b3" => 320,
            "efficientnet_b4" => 384,
            "efficientnet_b2" | "efficientnet_b5" | "efficientnet_b6" | "efficientnet_b7"
            | "efficientnet_v2_s" | "efficientnet_v2_m" | "efficientnet_v2_l"
            | "regnet_y_128gf" | "vit_h_14" | "maxvit_t" => crop,
            "swin_b" => 238,
            "swin_s" => 246,
            "swin_v2_t" | "swin_v2_s" => 260,
            "swin_v2_b" => 272,
            "vit_l_16" => 242,
            // 256 for a crop of 224.
            _ => (crop * 8 + 3) / 7,
        };
        let filter = match network {
            "efficientnet_v2_s" | "efficientnet_v2_m" => FilterType::Triangle,
            "regnet_y_128gf" | "vit_h_14" | "maxvit_t" => FilterType::CatmullRom,
            name if name.starts_with("efficientnet") => FilterType::CatmullRom,
            name if name.starts_with("swin") => FilterType::CatmullRom,
            _ => FilterType::Triangle,
        };
        let (mean, std) = match network {
            "efficientnet_v2_l" => HALVES,
            // With these weights, the networks of torchvision scale their input again: `transform_input`.
            "googlenet" | "inception_v3" => HALVES,
            _ => IMAGENET,
        };
        Preset { resize, crop, filter, mean, std }
    }
}
