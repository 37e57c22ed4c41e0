//! Where a training runs.

use burn::tensor::Device;
use burn::tensor::distributed::{DistributedConfig, ReduceOperation};
use burn::train::{ExecutionStrategy, MultiDeviceOptim};

use crate::Result;
use crate::arguments::Strategy;

/// burn's strategy for these devices.
///
/// # Errors
///
/// If the devices cannot exchange gradients, but should.
pub fn strategy(
    mut devices: Vec<Device>,
    strategy: Strategy,
    names: &[String],
) -> Result<ExecutionStrategy> {
    let is_server = |name: &String| name.starts_with("ws://");
    let optim = match strategy {
        _ if devices.len() == 1 => return Ok(ExecutionStrategy::SingleDevice(devices.remove(0))),
        // In burn 0.22, servers cannot exchange tensors with each other.
        Strategy::Main if is_server(&names[0]) => {
            return Err("the first of several devices adds up the gradients, and must be on \
                        this machine: put `cpu` first"
                .into());
        }
        Strategy::Sharded if names.iter().any(is_server) => {
            return Err(
                "`--strategy sharded` needs devices of this machine: write `--strategy main`"
                    .into(),
            );
        }
        Strategy::Main => MultiDeviceOptim::OptimMainDevice,
        Strategy::Sharded => MultiDeviceOptim::OptimSharded,
        Strategy::Ddp => {
            // In burn 0.22, others end the program when they should exchange gradients.
            if let Some(name) = names.iter().find(|name| !name.starts_with("cuda")) {
                return Err(format!(
                    "`--strategy ddp` needs devices of CUDA, and `{name}` is none: write `--strategy \
                     main`"
                )
                .into());
            }
            let config = DistributedConfig { all_reduce_op: ReduceOperation::Mean };
            return Ok(ExecutionStrategy::ddp(devices, config));
        }
    };
    Ok(ExecutionStrategy::MultiDevice(devices, optim))
}

/// How many gradients are added up for a step.
pub fn summands(strategy: &ExecutionStrategy) -> usize {
    match strategy {
        ExecutionStrategy::MultiDevice(devices, _) => devices.len(),
        // The latter takes the mean.
        ExecutionStrategy::SingleDevice(_) | ExecutionStrategy::DistributedDataParallel { .. } => 1,
    }
}

/// The devices with these names, for training.
///
/// # Errors
///
/// If a name is unknown, or this program was built without its feature.
pub fn find(names: &[String]) -> Result<Vec<Device>> {
    names.iter().map(|name| Ok(device(name)?.autodiff())).collect()
}

/// The kinds of devices, which are the names of features, and whether this program was built with them.
const KINDS: [(&str, bool); 6] = [
    ("cpu", true),
    ("wgpu", cfg!(feature = "wgpu")),
    ("vulkan", cfg!(feature = "vulkan")),
    ("metal", cfg!(feature = "metal")),
    ("cuda", cfg!(feature = "cuda")),
    ("rocm", cfg!(feature = "rocm")),
];

/// `kind` is the best device of a kind, and `kind:1` the second one; an address is that of a server.
fn device(name: &str) -> Result<Device> {
    if name.starts_with("ws://") {
        return remote::device(name);
    }
    let (kind, index) = match name.split_once(':') {
        None => (name, None),
        Some((kind, index)) => {
            let index = index.parse::<usize>();
            let problem = |_| format!("device `{name}`: after the colon, there must be a number");
            (kind, Some(index.map_err(problem)?))
        }
    };
    match KINDS.iter().find(|(known, _)| *known == kind) {
        Some((_, true)) => {}
        Some((_, false)) => {
            return Err(format!(
                "this program was built without `{kind}`: build it with `--features {kind}`"
            )
            .into());
        }
        None => {
            let kinds = KINDS.map(|(kind, _)| format!("`{kind}`")).join(", ");
            return Err(format!(
                "there is no device `{kind}`, only {kinds}, each also as in `cuda:0`"
            )
            .into());
        }
    }
    Ok(match kind {
        #[cfg(feature = "wgpu")]
        "wgpu" => Device::wgpu(gpu(index)),
        #[cfg(feature = "vulkan")]
        "vulkan" => Device::vulkan(gpu(index)),
        #[cfg(feature = "metal")]
        "metal" => Device::metal(gpu(index)),
        #[cfg(feature = "cuda")]
        "cuda" => Device::cuda(index.unwrap_or(0)),
        #[cfg(feature = "rocm")]
        "rocm" => Device::rocm(index.unwrap_or(0)),
        _ if index.unwrap_or(0) > 0 => {
            return Err("there is one `cpu`; `cpu,cpu` splits each step into two parts".into());
        }
        _ => Device::flex(),
    })
}

#[cfg(any(feature = "wgpu", feature = "vulkan", feature = "metal"))]
fn gpu(index: Option<usize>) -> burn::tensor::DeviceKind {
    index.map_or_else(Default::default, burn::tensor::DeviceKind::DiscreteGpu)
}

/// Devices of other processes and machines.
#[cfg(feature = "remote")]
mod remote {
    use burn::remote::RemoteHost;
    use burn::server::{RemoteServer, WebSocketTransport};
    use burn::tensor::Device;

    use crate::Result;

    pub fn device(address: &str) -> Result<Device> {
        let host = RemoteHost::websocket(address);
        let device = Device::remote_options(&host).init();
        device.map_err(|error| format!("device `{address}`: {error}").into())
    }

    pub fn serve(device: Device, port: u16) -> Result<()> {
        RemoteServer::new([device]).serve(WebSocketTransport::new(port))?;
        Ok(())
    }
}

#[cfg(not(feature = "remote"))]
mod remote {
    use burn::tensor::Device;

    use crate::Result;

    const MISSING: &str =
        "this program was built without `remote`: build it with `--features remote`";

    pub fn device(_: &str) -> Result<Device> {
        Err(MISSING.into())
    }

    pub fn serve(_: Device, _: u16) -> Result<()> {
        Err(MISSING.into())
    }
}

/// Lets other processes and machines compute on a device, until this one is stopped.
///
/// # Errors
///
/// If the port cannot be used, or this program was built without the feature `remote`.
pub fn serve(name: &str, port: u16) -> Result<()> {
    remote::serve(device(name)?, port)
}
