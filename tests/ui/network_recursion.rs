use cnn::cnn;

cnn! {
    block on() { relu; Second }

    pub struct First: [4] < relu; on >

    pub struct Second: [4] < residual { First; tanh } >

    pub struct Own: [4] < Own >

    pub struct Fine: [4] < relu; Second; fc(4, 2) >
}

fn main() {
    let _ = Fine::SUMMARY;
}
