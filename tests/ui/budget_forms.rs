use cnn::cnn;

cnn! {
    #[budget(parms <= 90)]
    struct Misspelt: [8] < fc(8, 10) >

    #[budget(flops <= 90, weights <= 1 K, attention <= 3)]
    struct Foreign: [8] < fc(8, 10) >

    #[budget(params < 90)]
    struct Strict: [8] < fc(8, 10) >

    #[budget(params: 90, macs <=)]
    struct Forms: [8] < fc(8, 10) >

    #[budget(flash <= 1 KiB)]
    struct NoType: [8] < fc(8, 10) >

    #[budget(flash(int8) <= 1 KiB, flash(i9) <= 1 KiB, flash(complex) <= 1 KiB, params(i8) <= 90)]
    struct Types: [8] < fc(8, 10) >

    #[budget(flash(i8) <= 1 KB, params <= 1 k, macs <= 80 mega, ops <= 1.5 K)]
    struct Units: [8] < fc(8, 10) >

    #[budget]
    struct Empty: [8] < fc(8, 10) >

    #[budget(params <= LIMIT, macs <= "80", 80)]
    struct Values: [8] < fc(8, 10) >
}

fn main() {}
